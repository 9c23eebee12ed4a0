//! The expansion of a block with a fault: the names that it declares, so that no second error follows from the
//! first.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;

use crate::check::lacks_quotes;
use crate::emitted;
use crate::syntax::{Block, Declaration, Source};
use crate::tokens::Tokens;
use crate::vocabulary::Kind;

/// A const of the right type for each declared name. Their values are never used: the build fails.
pub(crate) fn expand(block: &Block, krate: &Tokens) -> TokenStream {
    let Some(Declaration { visibility, .. }) = block.declarations.first() else { return TokenStream::new() };
    let item = |name: &Ident, ty: &TokenStream, value: &TokenStream| {
        let item = emitted::item(visibility, name, ty.clone(), value.clone());
        quote!(#[doc = ""] #item)
    };
    let (none, zero) = (quote!(#krate::__private::None), quote!(#krate::UniqueId::from_bytes([0; 32])));
    let acl = quote!(#krate::AclComposition { requirements: &[] });
    let mut names = std::collections::HashSet::new();
    let mut tokens = TokenStream::new();
    for declaration in &block.declarations {
        let ident = &declaration.ident;
        if !names.insert(ident.unraw()) {
            continue;
        }
        let Some(kind) = Kind::nearest(&declaration.kind.to_string()) else { continue };
        let (ty, value) = match kind {
            Kind::Coalition => {
                let root = emitted::root(ident);
                if names.insert(root.clone()) {
                    tokens.extend(item(&root, &quote!(#krate::UniqueId), &zero));
                }
                let handshake = emitted::handshake(ident);
                if names.insert(handshake.clone()) {
                    let ty = quote!(#krate::Handshake<'static>);
                    let value = quote!(#krate::Handshake {
                        coalition: #ident, ident: "", description: "", handshake_url: #none, peers: &[],
                        change_channel: #none, lattices: &[], organisms: &[], confluences: &[],
                        ticket_issuer: #none,
                    });
                    tokens.extend(item(&handshake, &ty, &value));
                }
                (
                    quote!(CoalitionConfig),
                    quote!({
                        name: "", lattices: &[], organisms: &[], confluences: &[], ticket_issuer: #none,
                    }),
                )
            }
            Kind::Lattice => {
                (quote!(LatticeConfig), quote!({ name: "", stable_id: #zero, content_hash: #none }))
            }
            Kind::Organism => {
                (quote!(OrganismRef), quote!({ role: "", stable_id: #zero, content_hash: #none }))
            }
            Kind::Confluence | Kind::Module => (
                quote!(ConfluenceConfig),
                quote!({
                    name: "", lattices: &[], organisms: &[], content: #krate::ContentParams { params: &[] }, acl: #acl,
                }),
            ),
            Kind::TicketIssuer => (quote!(TicketIssuerConfig), quote!({ name: "", acl: #acl })),
        };
        // An import is named all the same, so that nothing it uses is reported as unused.
        let used = match &declaration.source {
            Source::Path(path) if !lacks_quotes(declaration, kind) => {
                Some(quote!(const _: #krate::#ty<'static> = #path;))
            }
            _ => None,
        };
        tokens.extend(item(ident, &quote!(#krate::#ty<'static>), &quote!(#krate::#ty #value)));
        tokens.extend(used);
    }
    tokens
}
