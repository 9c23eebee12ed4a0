//! `NAME_HANDSHAKE`: the configuration with all that serves people.

use proc_macro2::{Delimiter, TokenStream};
use quote::quote;

use crate::card;
use crate::emitted;
use crate::expand::Expander;
use crate::model::{Citizen, Coalition, Confluence, Origin};
use crate::syntax::path_text;
use crate::text::Text;
use crate::trees::Trees;

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
pub(crate) fn expand(coalition: &Coalition, krate: &Trees) -> TokenStream {
    let expander = &Expander::new(coalition, krate);
    let (visibility, config) = (&coalition.visibility, &coalition.ident);
    let (ident, handshake_ident) = (config.to_string(), emitted::handshake(config));
    let description = description(&coalition.docs);
    let (peers, link) = (&coalition.peers, text(expander, coalition.handshake.as_ref()));
    let change_channel = text(expander, coalition.change_channel.as_ref());
    let lattices =
        coalition.lattices.iter().map(|lattice| citizen(expander, lattice, "LatticeProfile", None));
    let organisms = coalition.organisms.iter().map(|organism| {
        let name = organism.name();
        citizen(expander, organism, "OrganismProfile", Some(name))
    });
    let confluences = coalition.confluences.iter().map(|confluence| self::confluence(expander, confluence));
    let ticket_issuer = expander.option(coalition.ticket_issuer.as_ref().map(|issuer| {
        let ident = issuer.ident.to_string();
        let description = self::description(&issuer.docs);
        let link = text(expander, issuer.handshake.as_ref());
        quote!(#krate::TicketIssuerProfile { ident: #ident, description: #description, handshake: #link })
    }));
    let doc = card::handshake(coalition);
    quote! {
        #[doc = #doc]
        #visibility const #handshake_ident: #krate::Handshake<'static> = #krate::Handshake {
            coalition: #config,
            ident: #ident,
            description: #description,
            handshake: #link,
            peers: &[#(#peers),*],
            change_channel: #change_channel,
            lattices: &[#(#lattices),*],
            organisms: &[#(#organisms),*],
            confluences: &[#(#confluences),*],
            ticket_issuer: #ticket_issuer,
        };
    }
}

fn citizen(expander: &Expander, citizen: &Citizen, profile: &str, name: Option<&str>) -> Trees {
    let (ident, description) = (citizen.ident.to_string(), description(&citizen.docs));
    let name = name.map(|name| quote!(name: #name,));
    let ticket_root = expander.option(citizen.ticket_root.as_ref().map(|id| expander.id(id)));
    let link = text(expander, citizen.handshake.as_ref());
    let fields = quote! {
        ident: #ident,
        #name
        description: #description,
        ticket_root: #ticket_root,
        handshake: #link,
    };
    expander.krate.join(profile).group(Delimiter::Brace, fields)
}

fn confluence(expander: &Expander, confluence: &Confluence) -> TokenStream {
    let Expander { coalition, krate, .. } = expander;
    let (ident, description) = (confluence.ident.to_string(), description(&confluence.docs));
    let state_machine = expander.option(confluence.state_machine.as_ref().map(|id| expander.id(id)));
    let link = text(expander, confluence.handshake.as_ref());
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
        state_machine: #state_machine,
        handshake: #link,
        import: #import,
    })
}

fn text(expander: &Expander, text: Option<&Text>) -> Trees {
    expander.option(text)
}

/// The text of doc comments: its lines, each without the space behind `///`.
pub(crate) fn description(docs: &[Text]) -> String {
    let line = |doc: &Text| doc.value().strip_prefix(' ').unwrap_or(doc.value()).to_owned();
    docs.iter().map(line).collect::<Vec<_>>().join("\n")
}
