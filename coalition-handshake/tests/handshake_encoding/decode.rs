use coalition_core::{
    AclComposition, CoalitionConfig, ConfluenceConfig, ContentParam, ContentParams, ContentValue,
    LatticeConfig, MrTd, OrganismRef, Requirement, TicketIssuerConfig, UniqueId,
};
use coalition_handshake::{
    ConfluenceProfile, Handshake, LatticeProfile, OrganismProfile, TicketIssuerProfile,
};

use crate::support::{leak, leak_text};

/// A reader without look-ahead, so that no encoding can be read in two ways.
struct Reader<'b>(&'b [u8]);

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> [u8; N] {
        let (taken, rest) = self.0.split_first_chunk().expect("more bytes");
        self.0 = rest;
        *taken
    }

    fn count(&mut self) -> usize {
        usize::try_from(u64::from_le_bytes(self.take())).expect("a count")
    }

    fn text(&mut self) -> &'static str {
        let length = self.count();
        let (text, rest) = self.0.split_at(length);
        self.0 = rest;
        leak_text(std::str::from_utf8(text).expect("UTF-8"))
    }

    fn list<T>(&mut self, mut decode: impl FnMut(&mut Self) -> T) -> &'static [T] {
        let count = self.count();
        leak((0..count).map(|_| decode(self)).collect())
    }

    fn option<T>(&mut self, decode: impl FnOnce(&mut Self) -> T) -> Option<T> {
        match self.take() {
            [0] => None,
            [1] => Some(decode(self)),
            [tag] => panic!("the tag {tag}"),
        }
    }

    fn id(&mut self) -> UniqueId {
        UniqueId::from_bytes(self.take())
    }

    fn lattice(&mut self) -> LatticeConfig<'static> {
        LatticeConfig { name: self.text(), stable_id: self.id(), content_hash: self.option(Self::id) }
    }

    fn organism(&mut self) -> OrganismRef<'static> {
        OrganismRef { role: self.text(), stable_id: self.id(), content_hash: self.option(Self::id) }
    }

    fn param(&mut self) -> ContentParam<'static> {
        let key = self.text();
        let value = match self.take() {
            [0] => ContentValue::Bool(match self.take() {
                [0] => false,
                [1] => true,
                [byte] => panic!("the byte {byte}"),
            }),
            [1] => ContentValue::U64(u64::from_le_bytes(self.take())),
            [2] => ContentValue::Text(self.text()),
            [3] => ContentValue::Id(self.id()),
            [tag] => panic!("the tag {tag}"),
        };
        ContentParam { key, value }
    }

    fn acl(&mut self) -> AclComposition<'static> {
        let requirements = self.list(|reader| match reader.take() {
            [0] => Requirement::RecogniseIssuer(reader.id()),
            [1] => Requirement::RequireMrtd(MrTd::from_bytes(reader.take())),
            [2] => Requirement::RequireValidator(reader.id()),
            [3] => Requirement::RecogniseCoalitionIssuer,
            [tag] => panic!("the tag {tag}"),
        });
        AclComposition { requirements }
    }
}

/// The handshake of an encoding. Fields of a struct literal are evaluated in the order in which they are written.
pub fn decode(encoding: &[u8]) -> Handshake<'static> {
    let mut reader = Reader(encoding);
    let r = &mut reader;
    let handshake = Handshake {
        coalition: CoalitionConfig {
            name: r.text(),
            lattices: r.list(Reader::lattice),
            organisms: r.list(Reader::organism),
            confluences: r.list(|r| ConfluenceConfig {
                name: r.text(),
                lattices: r.list(Reader::lattice),
                organisms: r.list(Reader::organism),
                content: ContentParams { params: r.list(Reader::param) },
                acl: r.acl(),
            }),
            ticket_issuer: r.option(|r| TicketIssuerConfig { name: r.text(), acl: r.acl() }),
        },
        ident: r.text(),
        description: r.text(),
        handshake_url: r.option(Reader::text),
        peers: r.list(Reader::text),
        change_channel: r.option(Reader::text),
        lattices: r.list(|r| LatticeProfile {
            ident: r.text(),
            description: r.text(),
            ticket_root: r.option(Reader::id),
            handshake_url: r.option(Reader::text),
        }),
        organisms: r.list(|r| OrganismProfile {
            ident: r.text(),
            name: r.text(),
            description: r.text(),
            ticket_root: r.option(Reader::id),
            handshake_url: r.option(Reader::text),
        }),
        confluences: r.list(|r| ConfluenceProfile {
            ident: r.text(),
            description: r.text(),
            state_machine: r.option(Reader::id),
            handshake_url: r.option(Reader::text),
            roster: r.option(Reader::text),
            import: r.option(Reader::text),
        }),
        ticket_issuer: r.option(|r| TicketIssuerProfile {
            ident: r.text(),
            description: r.text(),
            handshake_url: r.option(Reader::text),
        }),
    };
    assert!(reader.0.is_empty(), "{} bytes are left", reader.0.len());
    handshake
}
