//! The handshake digest and the encoding that it hashes.

use coalition_core::__private::{Sink, tagged};
use coalition_core::{CoalitionConfig, LatticeConfig, OrganismRef, UniqueId};

use crate::Handshake;
use crate::key::PublishedKey;

impl Handshake<'_> {
    /// Derives the handshake digest, 32 bytes that pin the whole declaration.
    ///
    /// It is what `expect_handshake` pins:
    ///
    /// ```
    /// # coalition::coalition! {
    /// #     coalition EURO_FX = "signals.euro-fx" {
    /// #         expect_fingerprint = "0x77eb09c4ef410d5f2dd4a93ebd0661a70e750296d7b4088a59ce63ead90c440d",
    /// #     }
    /// #     organism EUR_PRICE_FEED = "price-feed.eur" {
    /// #         role = "oracle",
    /// #         stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe",
    /// #     }
    /// #     organism USD_PRICE_FEED = "price-feed.usd" {
    /// #         role = "oracle",
    /// #         stable_id = "0xf9e14aed36312e1f1dcdf47806a8ed91417579c473cda6edecf70a3015642e65",
    /// #     }
    /// # }
    /// const DIGEST: coalition::UniqueId = EURO_FX_HANDSHAKE.digest();
    /// println!("expect_handshake = \"{DIGEST}\",");
    /// ```
    ///
    /// # What is hashed
    ///
    /// It is the BLAKE3 hash of the text `handshake|`, one byte with `SCHEMA_VERSION_U8`, the text `|`, and the encoding.
    /// Two handshakes that differ have different encodings.
    ///
    /// | in the encoding | bytes |
    /// |---|---|
    /// | text | its length in bytes as a little-endian `u64`, then its UTF-8 |
    /// | list | its length as a little-endian `u64`, then its items |
    /// | option | `0x00`, or `0x01` and the value |
    /// | id | its 32 bytes |
    ///
    /// The encoding holds every field, in this order:
    ///
    /// 1. the configuration: its name, text; its lattices, a list; its organisms, a list; its confluences and
    ///    modules, a list; its ticket issuer, an option:
    ///    - a lattice: name, text; stable id; content hash, an option;
    ///    - an organism: role, text; stable id; content hash, an option;
    ///    - a confluence: name, text; lattices, a list; organisms, a list; content, a list; access rules, a list;
    ///    - a content parameter: key, text; then `0x00` and one byte, `0x01` and a little-endian `u64`, `0x02` and
    ///      text, or `0x03` and an id;
    ///    - a requirement: `0x00` and an id, `0x01` and the 48 bytes of an `MR_TD`, `0x02` and an id, or `0x03`;
    ///    - a ticket issuer: name, text; access rules, a list;
    /// 2. const name, text; description, text; link, an option of text; peers, a list of text; change channel, an
    ///    option of text;
    /// 3. the lattices' profiles, a list: const name, text; description, text; then the optional keys, the fields of
    ///    [`LatticeProfile`](crate::LatticeProfile) from the third on in their order: each an option of an id or of text;
    /// 4. the organisms' profiles, a list: const name, text; name, text; description, text; the optional keys of
    ///    [`OrganismProfile`](crate::OrganismProfile);
    /// 5. the confluences' profiles, a list: const name, text; description, text; the optional keys of
    ///    [`ConfluenceProfile`](crate::ConfluenceProfile);
    /// 6. the ticket issuer's profile, an option: const name, text; description, text; the optional keys of
    ///    [`TicketIssuerProfile`](crate::TicketIssuerProfile).
    #[must_use]
    pub const fn digest(&self) -> UniqueId {
        let mut hasher = tagged("handshake");
        self.encode(&mut Sink::Hash(&mut hasher));
        hasher.finalise()
    }

    /// Returns the length of the encoding in bytes.
    #[doc(hidden)]
    #[must_use]
    pub const fn encoding_len(&self) -> usize {
        let mut sink = Sink::Length(0);
        self.encode(&mut sink);
        match sink {
            Sink::Length(length) => length,
            _ => 0,
        }
    }

    /// Returns the encoding, followed by zeros up to `N` bytes.
    #[doc(hidden)]
    #[must_use]
    pub const fn encoding<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.encode(&mut Sink::Bytes(&mut bytes, 0));
        bytes
    }

    const fn encode(&self, sink: &mut Sink<'_>) {
        coalition(sink, &self.coalition);
        sink.text(self.ident);
        sink.text(self.description);
        PublishedKey::encode(&self.keys(), sink);
        sink.u64(self.lattices.len() as u64);
        let mut lattices = self.lattices;
        while let [lattice, rest @ ..] = lattices {
            sink.text(lattice.ident);
            sink.text(lattice.description);
            PublishedKey::encode(&lattice.keys(), sink);
            lattices = rest;
        }
        sink.u64(self.organisms.len() as u64);
        let mut organisms = self.organisms;
        while let [organism, rest @ ..] = organisms {
            sink.text(organism.ident);
            sink.text(organism.name);
            sink.text(organism.description);
            PublishedKey::encode(&organism.keys(), sink);
            organisms = rest;
        }
        sink.u64(self.confluences.len() as u64);
        let mut confluences = self.confluences;
        while let [confluence, rest @ ..] = confluences {
            sink.text(confluence.ident);
            sink.text(confluence.description);
            PublishedKey::encode(&confluence.keys(), sink);
            confluences = rest;
        }
        match &self.ticket_issuer {
            None => sink.byte(0x00),
            Some(issuer) => {
                sink.byte(0x01);
                sink.text(issuer.ident);
                sink.text(issuer.description);
                PublishedKey::encode(&issuer.keys(), sink);
            }
        }
    }
}

const fn coalition(sink: &mut Sink<'_>, coalition: &CoalitionConfig<'_>) {
    sink.text(coalition.name);
    lattices(sink, coalition.lattices);
    organisms(sink, coalition.organisms);
    sink.u64(coalition.confluences.len() as u64);
    let mut confluences = coalition.confluences;
    while let [confluence, rest @ ..] = confluences {
        sink.text(confluence.name);
        lattices(sink, confluence.lattices);
        organisms(sink, confluence.organisms);
        sink.u64(confluence.content.params.len() as u64);
        let mut params = confluence.content.params;
        while let [param, rest @ ..] = params {
            param.fold(sink);
            params = rest;
        }
        confluence.acl.fold(sink);
        confluences = rest;
    }
    match &coalition.ticket_issuer {
        None => sink.byte(0x00),
        Some(issuer) => {
            sink.byte(0x01);
            sink.text(issuer.name);
            issuer.acl.fold(sink);
        }
    }
}

const fn lattices(sink: &mut Sink<'_>, lattices: &[LatticeConfig<'_>]) {
    sink.u64(lattices.len() as u64);
    let mut rest = lattices;
    while let [lattice, others @ ..] = rest {
        sink.text(lattice.name);
        sink.id(&lattice.stable_id);
        id_option(sink, &lattice.content_hash);
        rest = others;
    }
}

const fn organisms(sink: &mut Sink<'_>, organisms: &[OrganismRef<'_>]) {
    sink.u64(organisms.len() as u64);
    let mut rest = organisms;
    while let [organism, others @ ..] = rest {
        sink.text(organism.role);
        sink.id(&organism.stable_id);
        id_option(sink, &organism.content_hash);
        rest = others;
    }
}

#[expect(clippy::ref_option, reason = "in const evaluation `as_ref` costs a call")]
const fn id_option(sink: &mut Sink<'_>, id: &Option<UniqueId>) {
    match id {
        None => sink.byte(0x00),
        Some(id) => {
            sink.byte(0x01);
            sink.id(id);
        }
    }
}
