//! `NAME_HANDSHAKE`: the configuration with all that serves people.

use proc_macro2::{Delimiter, Literal, TokenStream};
use quote::quote;

use crate::emitted;
use crate::expand::Expander;
use crate::model::{CheckedCitizen, CheckedCoalition, CheckedConfluence, Origin, Profile, ProfileValue};
use crate::rustdoc;
use crate::syntax::path_text;
use crate::text::Text;
use crate::tokens::Tokens;
use crate::vocabulary::Kind;

/// Expands the handshake:
///
/// ```ignore
/// pub const ETH_SUPERCHAIN_HANDSHAKE: $crate::Handshake<'static> = $crate::Handshake {
///     coalition: ETH_SUPERCHAIN,
///     ident: "ETH_SUPERCHAIN",
///     …
///     lattices: &[$crate::LatticeProfile { ident: "ETHEREUM_MAINNET", … }],
/// };
/// ```
pub(crate) fn expand(coalition: &CheckedCoalition, krate: &Tokens) -> TokenStream {
    let expander = &Expander::new(coalition, krate);
    let (visibility, config) = (&coalition.visibility, &coalition.ident);
    let (ident, handshake_ident) = (config.to_string(), emitted::handshake(config));
    let description = description(&coalition.docs);
    let (peers, link) = (&coalition.peers, text(expander, coalition.handshake_url.as_ref()));
    let change_channel = text(expander, coalition.change_channel.as_ref());
    let (lattice_profile, organism_profile) = (krate.join("LatticeProfile"), krate.join("OrganismProfile"));
    let lattices =
        coalition.lattices.iter().map(|lattice| citizen(expander, Kind::Lattice, lattice, &lattice_profile));
    let organisms = coalition
        .organisms
        .iter()
        .map(|organism| citizen(expander, Kind::Organism, organism, &organism_profile));
    let confluences = coalition.confluences.iter().map(|confluence| self::confluence(expander, confluence));
    let ticket_issuer = expander.option(coalition.ticket_issuer.as_ref().map(|issuer| {
        let ident = issuer.ident.to_string();
        let description = self::description(&issuer.docs);
        let keys = keys(expander, Kind::TicketIssuer, &issuer.profile);
        quote!(#krate::TicketIssuerProfile { ident: #ident, description: #description, #keys })
    }));
    let doc = rustdoc::handshake(coalition);
    let value = quote! {
        #krate::Handshake {
            coalition: #config,
            ident: #ident,
            description: #description,
            handshake_url: #link,
            peers: &[#(#peers),*],
            change_channel: #change_channel,
            lattices: &[#(#lattices),*],
            organisms: &[#(#organisms),*],
            confluences: &[#(#confluences),*],
            ticket_issuer: #ticket_issuer,
        }
    };
    let mut item = Tokens::default();
    item.doc(Literal::string(&doc));
    item.0.extend(emitted::item(visibility, &handshake_ident, quote!(#krate::Handshake<'static>), value).0);
    item.into()
}

fn citizen(expander: &Expander, kind: Kind, citizen: &CheckedCitizen, profile: &Tokens) -> Tokens {
    let (ident, description) = (citizen.ident.to_string(), description(&citizen.docs));
    let mut fields = Tokens::default();
    fields.field("ident", Literal::string(&ident));
    if kind == Kind::Organism {
        fields.field("name", Literal::string(citizen.name()));
    }
    fields.field("description", Literal::string(&description));
    fields.0.extend(keys(expander, kind, &citizen.profile).0);
    profile.clone().group(Delimiter::Brace, fields)
}

fn confluence(expander: &Expander, confluence: &CheckedConfluence) -> TokenStream {
    let Expander { coalition, krate, .. } = expander;
    let (ident, description) = (confluence.ident.to_string(), description(&confluence.docs));
    // A module takes every key that a confluence takes, and both have one profile.
    let keys = keys(expander, Kind::Module, &confluence.profile);
    let import = match &confluence.origin {
        Origin::Declared(_) => expander.none.clone(),
        // A page can spell out a confluence that spans citizens of the coalition alone; any other stays an import.
        Origin::Imported(path) => {
            let (config, confluence, path) = (&coalition.ident, &confluence.ident, path_text(path));
            quote!(#krate::__private::import(&#config, &#confluence, #path)).into()
        }
    };
    quote!(#krate::ConfluenceProfile {
        ident: #ident,
        description: #description,
        #keys
        import: #import,
    })
}

/// Every key of a profile, with nothing under those that are not written.
fn keys(expander: &Expander, kind: Kind, profile: &Profile) -> Tokens {
    let mut fields = Tokens::default();
    for key in kind.keys().iter().filter(|key| key.profile.is_some()) {
        let value = match profile.get(key.name) {
            None => expander.none.clone(),
            Some(ProfileValue::Id(id)) => expander.option(Some(expander.id(id))),
            Some(ProfileValue::Link(link)) => expander.option(Some(link)),
        };
        fields.field(key.field(), value);
    }
    fields
}

fn text(expander: &Expander, text: Option<&Text>) -> Tokens {
    expander.option(text)
}

/// Returns the text of doc comments: their lines, each without the space after `///`.
pub(crate) fn description(docs: &[Text]) -> String {
    let line = |doc: &Text| doc.value().strip_prefix(' ').unwrap_or(doc.value()).to_owned();
    docs.iter().map(line).collect::<Vec<_>>().join("\n")
}
