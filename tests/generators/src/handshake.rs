//! Handshakes for tests, from the vectors or random. Random ones are valid and have awkward text.

use coalition::{
    AclComposition, CoalitionConfig, ConfluenceConfig, ConfluenceProfile, ContentParam, ContentParams,
    ContentValue, Handshake, LatticeConfig, LatticeProfile, OrganismProfile, OrganismRef, OwnedHandshake,
    TicketIssuerConfig, TicketIssuerProfile, UniqueId,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::Value;

use crate::model::Model;
use crate::random;

/// Returns the documents of `vectors/handshake.json` with their notes.
pub fn documents() -> Vec<(String, Value)> {
    let vectors: Vec<Value> =
        serde_json::from_str(include_str!("../../vectors/handshake.json")).expect("the vectors are JSON");
    vectors
        .into_iter()
        .map(|mut vector| {
            let note = vector["note"].as_str().expect("a note").to_owned();
            (note, vector["handshake"].take())
        })
        .collect()
}

/// Returns every vector: first those with handshakes, then those of the reference program, which have no metadata.
pub fn vectors() -> Vec<(String, OwnedHandshake)> {
    let read = |document| serde_json::from_value(document).expect("a handshake");
    let handshakes = documents().into_iter().map(|(note, document)| (note, read(document)));
    let models: Vec<Value> =
        serde_json::from_str(include_str!("../../vectors/vectors.json")).expect("the vectors are JSON");
    let models = models.into_iter().map(|vector| {
        let note = vector["note"].as_str().expect("a note").to_owned();
        (note, OwnedHandshake::from(&of_model(&vector["model"], &Metadata::default())))
    });
    handshakes.chain(models).collect()
}

/// Returns a random declaration with random metadata. Its borrowed data is leaked.
pub fn handshake() -> impl Strategy<Value = Handshake<'static>> {
    sized(4)
}

/// Returns a random handshake with at most this many lattices and organisms.
pub fn sized(most: usize) -> impl Strategy<Value = Handshake<'static>> {
    (random::sized(most), metadata()).prop_map(|(model, metadata)| of_model(&model, &metadata))
}

/// The metadata that a model does not have. The lists are long enough for any random model, and empty for vectors.
#[derive(Clone, Debug, Default)]
struct Metadata {
    coalition: About,
    peers: Vec<String>,
    change_channel: Option<String>,
    citizens: Vec<About>,
    confluences: Vec<About>,
    ticket_issuer: About,
}

/// The metadata of a component. The id is a ticket root or a state-machine signature.
#[derive(Clone, Debug, Default)]
struct About {
    description: String,
    link: Option<String>,
    id: Option<UniqueId>,
    role: Option<String>,
    content_hash: Option<UniqueId>,
}

fn metadata() -> impl Strategy<Value = Metadata> {
    let components = (about(), vec(about(), 10), vec(about(), 10), about());
    (components, vec(text(), 0..4), option::of(text())).prop_map(
        |((coalition, citizens, confluences, ticket_issuer), peers, change_channel)| Metadata {
            coalition,
            peers,
            change_channel,
            citizens,
            confluences,
            ticket_issuer,
        },
    )
}

fn about() -> impl Strategy<Value = About> {
    let link = "https://[a-z]{1,8}\\.example(/[!-~äé☂]{0,20})?";
    let id = || option::of("[1-9a-f][0-9a-f]{63}".prop_map(|id| UniqueId::from_hex(&format!("0x{id}"))));
    (description(), option::of(link), id(), option::of(text()), id()).prop_map(
        |(description, link, id, role, content_hash)| About { description, link, id, role, content_hash },
    )
}

/// Returns text that is not only white space.
fn text() -> impl Strategy<Value = String> {
    let text = prop_oneof!["[ -~äé☂]{1,30}", "[|`<>&\\\\\"'\\n\\r\\t{}*_]{1,9}", "\\PC{1,12}"];
    text.prop_filter("text", |text| !text.trim().is_empty())
}

/// Returns lines of Markdown, white space, text that ends comments and fences, and text that a doc comment cannot hold.
fn description() -> impl Strategy<Value = String> {
    const AWKWARD: &[&str] = &[
        "",
        " ",
        "\t",
        "```",
        "````` rust",
        "~~~",
        "/// doc",
        "/",
        "*/",
        "/*",
        "//!",
        "# Heading",
        "---",
        "<!--",
        "<pre>",
        "    indented",
        "two  \u{20}",
        "a\r",
        "\rb",
        "\u{202e}turned",
        "\u{0}",
        "\u{7f}",
        "\u{feff}",
        "e\u{301}",
        "\\",
        "\"",
        "#[doc = \"x\"]",
        "}",
        "$crate",
        "| a | b |",
        "> quote",
        "[a]: https://a.example",
        "\u{2028}",
        "\u{85}",
    ];
    let line = prop_oneof![
        proptest::sample::select(AWKWARD).prop_map(str::to_owned),
        "[ -~äé☂]{0,40}",
        "\\PC{0,12}"
    ];
    let line = line.prop_map(|line| line.replace('\n', " "));
    prop_oneof![Just(String::new()), vec(line, 1..6).prop_map(|lines| lines.join("\n"))]
}

fn of_model(model: &Value, metadata: &Metadata) -> Handshake<'static> {
    let none = About::default();
    let about = |list: &[About], index: usize| list.get(index).unwrap_or(&none).clone();
    let idents = |key: &str| -> Vec<&'static str> {
        let list = model[key].as_array().map_or(&[][..], Vec::as_slice);
        list.iter().map(|component| leak(component["const"].as_str().expect("a const"))).collect()
    };
    let names: Vec<&'static str> = model["organisms"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|organism| leak(organism["name"].as_str().expect("a name")))
        .collect();
    let coalition = Model::parse(model).with_config(|config| leak_config(config, &metadata.citizens));
    let lattices = idents("lattices").into_iter().enumerate().map(|(index, ident)| {
        let About { description, link, id, .. } = about(&metadata.citizens, index);
        LatticeProfile {
            ident,
            description: leak(&description),
            ticket_root: id,
            handshake_url: link.as_deref().map(leak),
        }
    });
    let organisms = idents("organisms").into_iter().zip(names).enumerate().map(|(index, (ident, name))| {
        let About { description, link, id, .. } = about(&metadata.citizens, coalition.lattices.len() + index);
        let (description, handshake_url) = (leak(&description), link.as_deref().map(leak));
        OrganismProfile { ident, name, description, ticket_root: id, handshake_url }
    });
    let confluences = idents("confluences").into_iter().enumerate().map(|(index, ident)| {
        let About { description, link, id, .. } = about(&metadata.confluences, index);
        let (description, handshake_url) = (leak(&description), link.as_deref().map(leak));
        // Reuse the link of the next one instead of another random value.
        let roster = about(&metadata.confluences, index + 1).link;
        let roster = roster.as_deref().map(leak).filter(|_| coalition.confluences[index].module().is_some());
        ConfluenceProfile { ident, description, state_machine: id, handshake_url, roster, import: None }
    });
    let peers: Vec<_> = metadata.peers.iter().map(|peer| leak(peer)).collect();
    Handshake {
        coalition,
        ident: "PASTED",
        description: leak(&metadata.coalition.description),
        handshake_url: metadata.coalition.link.as_deref().map(leak),
        peers: peers.leak(),
        change_channel: metadata.change_channel.as_deref().map(leak),
        lattices: lattices.collect::<Vec<_>>().leak(),
        organisms: organisms.collect::<Vec<_>>().leak(),
        confluences: confluences.collect::<Vec<_>>().leak(),
        ticket_issuer: coalition.ticket_issuer.map(|_| TicketIssuerProfile {
            ident: "TICKETS",
            description: leak(&metadata.ticket_issuer.description),
            handshake_url: metadata.ticket_issuer.link.as_deref().map(leak),
        }),
    }
}

/// Returns a leaked copy of a configuration with added roles and content hashes, the same for each use of a citizen.
fn leak_config(config: &CoalitionConfig<'_>, about: &[About]) -> CoalitionConfig<'static> {
    let lattice = |lattice: &LatticeConfig<'_>| {
        let index =
            config.lattices.iter().position(|one| one.stable_id == lattice.stable_id).expect("a lattice");
        let content_hash = about.get(index).and_then(|about| about.content_hash);
        LatticeConfig { name: leak(lattice.name), stable_id: lattice.stable_id, content_hash }
    };
    let organism = |organism: &OrganismRef<'_>| {
        let index =
            config.organisms.iter().position(|one| one.stable_id == organism.stable_id).expect("an organism");
        let role = about.get(config.lattices.len() + index).and_then(|about| about.role.as_deref());
        let role = leak(role.unwrap_or(organism.role));
        OrganismRef { role, stable_id: organism.stable_id, content_hash: organism.content_hash }
    };
    let lattices = |list: &[LatticeConfig<'_>]| list.iter().map(lattice).collect::<Vec<_>>().leak();
    let organisms = |list: &[OrganismRef<'_>]| list.iter().map(organism).collect::<Vec<_>>().leak();
    let param = |param: &ContentParam<'_>| {
        let value = match param.value {
            ContentValue::Text(text) => ContentValue::Text(leak(text)),
            ContentValue::Bool(value) => ContentValue::Bool(value),
            ContentValue::U64(value) => ContentValue::U64(value),
            ContentValue::Id(id) => ContentValue::Id(id),
        };
        ContentParam { key: leak(param.key), value }
    };
    let acl = |acl: &AclComposition<'_>| AclComposition { requirements: acl.requirements.to_vec().leak() };
    let confluence = |confluence: &ConfluenceConfig<'_>| ConfluenceConfig {
        name: leak(confluence.name),
        lattices: lattices(confluence.lattices),
        organisms: organisms(confluence.organisms),
        content: ContentParams {
            params: confluence.content.params.iter().map(param).collect::<Vec<_>>().leak(),
        },
        acl: acl(&confluence.acl),
    };
    CoalitionConfig {
        name: leak(config.name),
        lattices: lattices(config.lattices),
        organisms: organisms(config.organisms),
        confluences: config.confluences.iter().map(confluence).collect::<Vec<_>>().leak(),
        ticket_issuer: config
            .ticket_issuer
            .map(|issuer| TicketIssuerConfig { name: leak(issuer.name), acl: acl(&issuer.acl) }),
    }
}

fn leak(text: &str) -> &'static str {
    text.to_owned().leak()
}
