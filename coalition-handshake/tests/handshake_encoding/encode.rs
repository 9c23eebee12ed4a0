use coalition_core::{AclComposition, ContentValue, LatticeConfig, OrganismRef, Requirement, UniqueId};
use coalition_handshake::Handshake;

type Bytes = Vec<u8>;

fn count(number: usize) -> Bytes {
    (number as u64).to_le_bytes().to_vec()
}

fn text(text: &str) -> Bytes {
    [count(text.len()), text.into()].concat()
}

fn list<T>(items: &[T], encode: impl Fn(&T) -> Bytes) -> Bytes {
    [count(items.len()), items.iter().flat_map(encode).collect()].concat()
}

fn option<T>(value: Option<T>, encode: impl Fn(T) -> Bytes) -> Bytes {
    value.map_or(vec![0], |value| [vec![1], encode(value)].concat())
}

fn id(id: UniqueId) -> Bytes {
    id.as_bytes().to_vec()
}

fn lattice(config: &LatticeConfig<'_>) -> Bytes {
    [text(config.name), id(config.stable_id), option(config.content_hash, id)].concat()
}

fn organism(config: &OrganismRef<'_>) -> Bytes {
    [text(config.role), id(config.stable_id), option(config.content_hash, id)].concat()
}

fn value(value: &ContentValue<'_>) -> Bytes {
    match value {
        ContentValue::Bool(value) => vec![0, u8::from(*value)],
        ContentValue::U64(value) => [vec![1], value.to_le_bytes().to_vec()].concat(),
        ContentValue::Text(value) => [vec![2], text(value)].concat(),
        ContentValue::Id(value) => [vec![3], id(*value)].concat(),
    }
}

fn acl(acl: &AclComposition<'_>) -> Bytes {
    list(acl.requirements, |requirement| match requirement {
        Requirement::RecogniseIssuer(root) => [vec![0], id(*root)].concat(),
        Requirement::RequireMrtd(mrtd) => [vec![1], mrtd.as_bytes().to_vec()].concat(),
        Requirement::RequireValidator(signature) => [vec![2], id(*signature)].concat(),
        Requirement::RecogniseCoalitionIssuer => vec![3],
    })
}

pub fn encode(handshake: &Handshake<'_>) -> Bytes {
    let coalition = &handshake.coalition;
    [
        text(coalition.name),
        list(coalition.lattices, lattice),
        list(coalition.organisms, organism),
        list(coalition.confluences, |confluence| {
            [
                text(confluence.name),
                list(confluence.lattices, lattice),
                list(confluence.organisms, organism),
                list(confluence.content.params, |param| [text(param.key), value(&param.value)].concat()),
                acl(&confluence.acl),
            ]
            .concat()
        }),
        option(coalition.ticket_issuer, |issuer| [text(issuer.name), acl(&issuer.acl)].concat()),
        text(handshake.ident),
        text(handshake.description),
        option(handshake.handshake_url, text),
        list(handshake.peers, |peer| text(peer)),
        option(handshake.change_channel, text),
        list(handshake.lattices, |profile| {
            [
                text(profile.ident),
                text(profile.description),
                option(profile.ticket_root, id),
                option(profile.handshake_url, text),
            ]
            .concat()
        }),
        list(handshake.organisms, |profile| {
            [
                text(profile.ident),
                text(profile.name),
                text(profile.description),
                option(profile.ticket_root, id),
                option(profile.handshake_url, text),
            ]
            .concat()
        }),
        list(handshake.confluences, |profile| {
            [
                text(profile.ident),
                text(profile.description),
                option(profile.state_machine, id),
                option(profile.handshake_url, text),
                option(profile.roster, text),
                option(profile.import, text),
            ]
            .concat()
        }),
        option(handshake.ticket_issuer, |profile| {
            [text(profile.ident), text(profile.description), option(profile.handshake_url, text)].concat()
        }),
    ]
    .concat()
}
