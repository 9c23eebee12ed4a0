//! A handshake with one field changed.

use coalition_core::{
    AclComposition, ConfluenceConfig, ContentParams, ContentValue, OrganismRef, Requirement, UniqueId,
};
use coalition_handshake::{Handshake, OrganismProfile, TicketIssuerProfile};

use super::{leak, with};

const A: UniqueId = UniqueId::from_bytes([0xa1; 32]);
const B: UniqueId = UniqueId::from_bytes([0xb2; 32]);

/// The name of a change, and the change of the rich handshake.
pub type Mutation = (&'static str, fn(&mut Handshake<'static>));

/// Every field.
pub const MUTATIONS: &[Mutation] = &[
    ("name", |h| h.coalition.name = "other.name"),
    ("lattice name", |h| first(&mut h.coalition.lattices, |l| l.name = "other")),
    ("lattice stable_id", |h| first(&mut h.coalition.lattices, |l| l.stable_id = B)),
    ("lattice content_hash", |h| first(&mut h.coalition.lattices, |l| l.content_hash = Some(B))),
    ("lattices", |h| h.coalition.lattices = &h.coalition.lattices[1..]),
    ("role", |h| first(&mut h.coalition.organisms, |o| o.role = "other")),
    ("organism stable_id", |h| first(&mut h.coalition.organisms, |o| o.stable_id = B)),
    ("organism content_hash", |h| first(&mut h.coalition.organisms, |o| o.content_hash = None)),
    ("confluences", |h| h.coalition.confluences = &h.coalition.confluences[1..]),
    ("confluence name", |h| confluence(h, |c| c.name = "other")),
    ("spanned lattices", |h| confluence(h, |c| c.lattices = &c.lattices[1..])),
    ("spanned lattice name", |h| confluence(h, |c| first(&mut c.lattices, |l| l.name = "other"))),
    ("spanned content_hash", |h| confluence(h, |c| first(&mut c.lattices, |l| l.content_hash = Some(B)))),
    ("spanned role", |h| confluence(h, |c| first(&mut c.organisms, |o| o.role = "other"))),
    ("content", |h| confluence(h, |c| c.content = ContentParams::EMPTY)),
    ("content key", |h| confluence(h, |c| first(&mut c.content.params, |p| p.key = "other"))),
    ("content type", |h| confluence(h, |c| first(&mut c.content.params, |p| p.value = ContentValue::U64(1)))),
    ("content value", |h| {
        confluence(h, |c| first(&mut c.content.params, |p| p.value = ContentValue::Bool(false)));
    }),
    ("acl", |h| confluence(h, |c| c.acl = AclComposition::OPEN)),
    ("acl kind", |h| {
        confluence(h, |c| first(&mut c.acl.requirements, |r| *r = Requirement::RequireValidator(A)));
    }),
    ("acl value", |h| {
        confluence(h, |c| first(&mut c.acl.requirements, |r| *r = Requirement::RecogniseIssuer(B)));
    }),
    ("issuer", |h| (h.coalition.ticket_issuer, h.ticket_issuer) = (None, None)),
    ("issuer name", |h| h.coalition.ticket_issuer.as_mut().expect("an issuer").name = "other"),
    ("issuer acl", |h| h.coalition.ticket_issuer.as_mut().expect("an issuer").acl = AclComposition::OPEN),
    ("ident", |h| h.ident = "OTHER"),
    ("description", |h| h.description = "other"),
    ("link", |h| h.handshake_url = None),
    ("peers", |h| h.peers = &[]),
    ("peer", |h| h.peers = &["other"]),
    ("peers joined", |h| h.peers = &["onetwo"]),
    ("change channel", |h| h.change_channel = None),
    ("empty change channel", |h| h.change_channel = Some("")),
    ("lattice ident", |h| first(&mut h.lattices, |l| l.ident = "OTHER")),
    ("lattice description", |h| first(&mut h.lattices, |l| l.description = "other")),
    ("lattice ticket_root", |h| first(&mut h.lattices, |l| l.ticket_root = None)),
    ("lattice link", |h| first(&mut h.lattices, |l| l.handshake_url = Some("https://other"))),
    ("organism ident", |h| first(&mut h.organisms, |o| o.ident = "OTHER")),
    ("organism name", |h| first(&mut h.organisms, |o| o.name = "other")),
    ("organism description", |h| first(&mut h.organisms, |o| o.description = "other")),
    ("organism ticket_root", |h| first(&mut h.organisms, |o| o.ticket_root = Some(B))),
    ("organism link", |h| first(&mut h.organisms, |o| o.handshake_url = None)),
    ("confluence ident", |h| first(&mut h.confluences, |c| c.ident = "OTHER")),
    ("confluence description", |h| first(&mut h.confluences, |c| c.description = "other")),
    ("state machine", |h| first(&mut h.confluences, |c| c.state_machine = None)),
    ("confluence link", |h| first(&mut h.confluences, |c| c.handshake_url = None)),
    ("roster", |h| first(&mut h.confluences, |c| c.roster = Some("https://other.example/roster"))),
    ("import", |h| first(&mut h.confluences, |c| c.import = Some("other::PATH"))),
    ("issuer ident", |h| issuer(h).ident = "OTHER"),
    ("issuer description", |h| issuer(h).description = "other"),
    ("issuer link", |h| issuer(h).handshake_url = None),
];

/// Changes of whole lists.
pub const MOVES: &[Mutation] = &[
    ("a lattice moved", |h| {
        (h.coalition.lattices, h.lattices) = (rotated(h.coalition.lattices), rotated(h.lattices));
    }),
    ("an organism moved", |h| {
        (h.coalition.organisms, h.organisms) = (rotated(h.coalition.organisms), rotated(h.organisms));
    }),
    ("a module moved", |h| {
        (h.coalition.confluences, h.confluences) = (rotated(h.coalition.confluences), rotated(h.confluences));
    }),
    ("a lattice became an organism with another id", |h| {
        (h.coalition.lattices, h.lattices) = (&h.coalition.lattices[..1], &h.lattices[..1]);
        add_unichain(h);
    }),
    ("a lattice's name went to an organism", |h| {
        let mut lattices = h.coalition.lattices.to_vec();
        lattices[1].name = "unichain.renamed";
        h.coalition.lattices = leak(lattices);
        add_unichain(h);
    }),
];

/// An organism with the name of a lattice, and an id of its own.
fn add_unichain(handshake: &mut Handshake<'static>) {
    let organism = OrganismRef { role: "chain", stable_id: B, content_hash: None };
    let profile = OrganismProfile { ident: "UNICHAIN", name: "unichain.mainnet", ..handshake.organisms[0] };
    handshake.coalition.organisms = leak([handshake.coalition.organisms, &[organism]].concat());
    handshake.organisms = leak([handshake.organisms, &[profile]].concat());
}

/// The last item before the others.
fn rotated<T: Copy>(list: &[T]) -> &'static [T] {
    let mut list = list.to_vec();
    list.rotate_right(1);
    leak(list)
}

fn first<T: Copy>(list: &mut &'static [T], change: impl FnOnce(&mut T)) {
    *list = with(list, 0, change);
}
fn confluence(handshake: &mut Handshake<'static>, change: impl FnOnce(&mut ConfluenceConfig<'static>)) {
    first(&mut handshake.coalition.confluences, change);
}
fn issuer<'h>(handshake: &'h mut Handshake<'static>) -> &'h mut TicketIssuerProfile<'static> {
    handshake.ticket_issuer.as_mut().expect("an issuer")
}
