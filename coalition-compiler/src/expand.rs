//! The items of a checked declaration. Nothing can fail here.

use proc_macro2::{Delimiter, Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{Ident, Path};

use crate::derive::Identities;
use crate::emitted;
use crate::lower::Bytes32;
use crate::model::{
    BytesOrPath, CheckedCitizen, CheckedCoalition, CheckedConfluence, CheckedParameter, CheckedRequirement,
    CheckedTicketIssuer, CheckedValue, Id, Origin, Pin, Spans,
};
use crate::rustdoc;
use crate::text::Text;
use crate::tokens::{Tokens, punct};

/// Expands a coalition:
///
/// ```ignore
/// pub const ETHEREUM_MAINNET: $crate::LatticeConfig<'static> = $crate::LatticeConfig { … };
/// pub const ETH_SUPERCHAIN: $crate::CoalitionConfig<'static> = $crate::CoalitionConfig { … };
/// pub const ETH_SUPERCHAIN_ROOT: $crate::UniqueId = $crate::UniqueId::from_bytes(*b"…");
/// pub const ETH_SUPERCHAIN_HANDSHAKE: $crate::Handshake<'static> = $crate::Handshake { … };
/// const _: () = { #[used] static MARKER: $crate::__private::Marker = …; };
/// ```
///
/// Ids are byte strings, which cost rustc half as much as 32 integers. The root is written out, because rustc evaluates a
/// computed const again in every crate that depends on this one.
pub(crate) fn expand(
    coalition: &CheckedCoalition,
    derived: Option<&Identities>,
    krate: &Tokens,
) -> TokenStream {
    let expander = Expander::new(coalition, krate);
    // If only rustc can derive the root, emit the frozen one: the build fails if it is wrong.
    let root = derived
        .map(|derived| derived.root)
        .or(coalition.expect_fingerprint.map(Pin::bytes))
        .unwrap_or_default();
    let (lattice_config, organism_ref) = (krate.join("LatticeConfig"), krate.join("OrganismRef"));
    let lattices = coalition.lattices.iter().map(|lattice| expander.lattice(lattice, &lattice_config));
    let organisms = coalition.organisms.iter().map(|organism| expander.organism(organism, &organism_ref));
    let confluences = coalition.confluences.iter().enumerate().map(|(index, confluence)| {
        expander.confluence(confluence, derived.map(|derived| derived.confluences[index].fingerprint))
    });
    let issuer = derived.and_then(|derived| derived.ticket_issuer);
    let ticket_issuer =
        coalition.ticket_issuer.iter().map(|declared| expander.ticket_issuer(declared, issuer));
    let mut tokens = Tokens::default();
    for item in lattices.chain(organisms).chain(confluences).chain(ticket_issuer) {
        tokens.0.extend(item.0);
    }
    let mut tokens = TokenStream::from(tokens);
    tokens.extend(expander.coalition(root));
    tokens.extend(expander.marker());
    tokens
}

/// The values that all parts of an expansion share.
pub(crate) struct Expander<'a> {
    pub(crate) coalition: &'a CheckedCoalition,
    pub(crate) krate: &'a Tokens,
    /// `$crate::__private::None`
    pub(crate) none: Tokens,
    /// `$crate::UniqueId::from_bytes`
    from_bytes: Tokens,
    /// `<'static>`
    of_static: Tokens,
}

impl<'a> Expander<'a> {
    pub(crate) fn new(coalition: &'a CheckedCoalition, krate: &'a Tokens) -> Self {
        let none = krate.join("__private").join("None");
        let from_bytes = krate.join("UniqueId").join("from_bytes");
        Self { coalition, krate, none, from_bytes, of_static: quote!(<'static>).into() }
    }

    fn coalition(&self, root: Bytes32) -> TokenStream {
        let Self { coalition, krate, .. } = self;
        let CheckedCoalition { visibility, ident, .. } = coalition;
        let name = coalition.name.value();
        let lattices = coalition.lattices.iter().map(|lattice| &lattice.ident);
        let organisms = coalition.organisms.iter().map(|organism| &organism.ident);
        let confluences = coalition.confluences.iter().map(|confluence| &confluence.ident);
        let ticket_issuer = self.option(coalition.ticket_issuer.as_ref().map(|issuer| &issuer.ident));
        let ty = krate.join("CoalitionConfig");
        let fields = quote! {
            name: #name,
            lattices: &[#(#lattices),*],
            organisms: &[#(#organisms),*],
            confluences: &[#(#confluences),*],
            ticket_issuer: #ticket_issuer,
        };
        let value = ty.clone().group(Delimiter::Brace, fields);
        let config = self.item(&coalition.docs, &rustdoc::coalition(coalition, root), ident, &ty, value);
        let doc = rustdoc::root(coalition, root);
        let (root_ident, root) = (emitted::root(ident), self.unique_id(root));
        let root = emitted::item(visibility, &root_ident, krate.join("UniqueId"), root);
        quote!(#config #[doc = #doc] #root)
    }

    /// The marker of the coalition in a build: 114 bytes.
    fn marker(&self) -> TokenStream {
        let Self { coalition, krate, .. } = self;
        let (name, root) = (&coalition.name, emitted::root(&coalition.ident));
        // If the name of the root is taken, rustc points there.
        let root = quote_spanned!(root.span()=> &#root);
        quote! {
            const _: () = {
                #[used]
                static MARKER: #krate::__private::Marker = #krate::__private::Marker::new(#name, #root);
            };
        }
    }

    fn lattice(&self, lattice: &CheckedCitizen, ty: &Tokens) -> Tokens {
        let value = match &lattice.origin {
            Origin::Imported(path) => quote!(#path).into(),
            Origin::Declared(name) => {
                let mut fields = Tokens::default();
                fields.field("name", name.token().clone());
                self.citizen(lattice, fields, ty)
            }
        };
        let card = rustdoc::citizen(lattice, true);
        self.item(&lattice.docs, &card, &lattice.ident, ty, value)
    }

    fn organism(&self, organism: &CheckedCitizen, ty: &Tokens) -> Tokens {
        let value = match &organism.origin {
            Origin::Imported(path) => quote!(#path).into(),
            Origin::Declared(_) => {
                let mut fields = Tokens::default();
                fields.field("role", organism.role.to_token_stream());
                self.citizen(organism, fields, ty)
            }
        };
        let card = rustdoc::citizen(organism, false);
        self.item(&organism.docs, &card, &organism.ident, ty, value)
    }

    fn confluence(&self, confluence: &CheckedConfluence, fingerprint: Option<Bytes32>) -> Tokens {
        let krate = self.krate;
        let ty = krate.join("ConfluenceConfig");
        let value = match &confluence.origin {
            Origin::Imported(path) => quote!(#path).into(),
            Origin::Declared(name) => {
                let (lattices, organisms) = self.spans(&confluence.spans);
                let content = confluence.content.iter().map(|parameter| self.parameter(parameter));
                let acl = self.acl(&confluence.acl);
                let fields = quote! {
                    name: #name,
                    lattices: &[#(#lattices),*],
                    organisms: &[#(#organisms),*],
                    content: #krate::ContentParams { params: &[#(#content),*] },
                    acl: #acl,
                };
                ty.clone().group(Delimiter::Brace, fields)
            }
        };
        let card = rustdoc::confluence(confluence, self.coalition, fingerprint);
        self.item(&confluence.docs, &card, &confluence.ident, &ty, value)
    }

    fn ticket_issuer(&self, issuer: &CheckedTicketIssuer, fingerprint: Option<Bytes32>) -> Tokens {
        let ty = self.krate.join("TicketIssuerConfig");
        let value = match &issuer.origin {
            Origin::Imported(path) => quote!(#path).into(),
            Origin::Declared(name) => {
                let acl = self.acl(&issuer.acl);
                ty.clone().group(Delimiter::Brace, quote!(name: #name, acl: #acl))
            }
        };
        let card = rustdoc::ticket_issuer(issuer, fingerprint);
        self.item(&issuer.docs, &card, &issuer.ident, &ty, value)
    }

    /// `/// description` `#[doc = "card"]` `/// more` `pub const NAME: $crate::Type<'static> = value;`
    fn item(&self, docs: &[Text], card: &str, ident: &Ident, ty: &Tokens, value: Tokens) -> Tokens {
        let mut item = Tokens::default();
        let (before, after) = rustdoc::around_card(docs);
        for doc in before {
            item.doc(doc.token().clone());
        }
        if !before.is_empty() {
            item.doc(Literal::string(""));
        }
        item.doc(Literal::string(card));
        if !after.is_empty() {
            item.doc(Literal::string(""));
        }
        for doc in after {
            item.doc(doc.token().clone());
        }
        let mut ty = ty.clone();
        ty.0.extend(self.of_static.0.iter().cloned());
        item.0.extend(emitted::item(&self.coalition.visibility, ident, ty, value).0);
        item
    }

    /// The const names of the citizens that are spanned.
    fn spans(&self, spans: &Spans) -> (Vec<&Ident>, Vec<&Ident>) {
        let CheckedCoalition { lattices, organisms, .. } = self.coalition;
        match spans {
            Spans::All => (
                lattices.iter().map(|citizen| &citizen.ident).collect(),
                organisms.iter().map(|citizen| &citizen.ident).collect(),
            ),
            Spans::Listed { lattices: l, organisms: o } => (
                l.iter().map(|&index| &lattices[index].ident).collect(),
                o.iter().map(|&index| &organisms[index].ident).collect(),
            ),
        }
    }

    fn parameter(&self, CheckedParameter { key, value }: &CheckedParameter) -> TokenStream {
        let krate = self.krate;
        let value = match value {
            CheckedValue::Bool(value) => quote!(Bool(#value)),
            CheckedValue::U64(value) => quote!(U64(#value)),
            CheckedValue::Text(text) => quote!(Text(#text)),
            CheckedValue::Id(id) => {
                let id = self.id(id);
                quote!(Id(#id))
            }
        };
        quote!(#krate::ContentParam { key: #key, value: #krate::ContentValue::#value })
    }

    fn acl(&self, requirements: &[CheckedRequirement]) -> TokenStream {
        let krate = self.krate;
        let requirements = requirements.iter().map(|requirement| {
            let requirement = match requirement {
                CheckedRequirement::RecogniseIssuer(id) => {
                    let id = self.id(id);
                    quote!(RecogniseIssuer(#id))
                }
                CheckedRequirement::RequireMrtd(BytesOrPath::Literal(bytes, _)) => {
                    let bytes = Literal::byte_string(bytes);
                    quote!(RequireMrtd(#krate::MrTd::from_bytes(*#bytes)))
                }
                CheckedRequirement::RequireMrtd(BytesOrPath::Path(path)) => {
                    let mrtd = self.typed(&quote!(MrTd), path);
                    quote!(RequireMrtd(#mrtd))
                }
                CheckedRequirement::RequireValidator(id) => {
                    let id = self.id(id);
                    quote!(RequireValidator(#id))
                }
                CheckedRequirement::RecogniseCoalitionIssuer => quote!(RecogniseCoalitionIssuer),
            };
            quote!(#krate::Requirement::#requirement)
        });
        quote!(#krate::AclComposition { requirements: &[#(#requirements),*] })
    }

    /// Completes the value of a citizen with the fields that both kinds have.
    fn citizen(&self, citizen: &CheckedCitizen, mut fields: Tokens, ty: &Tokens) -> Tokens {
        let id = |id: &Option<Id>| id.as_ref().map(|id| self.id(id));
        fields.field("stable_id", id(&citizen.stable_id).unwrap_or_default());
        fields.field("content_hash", self.option(id(&citizen.content_hash)));
        ty.clone().group(Delimiter::Brace, fields)
    }

    pub(crate) fn id(&self, id: &Id) -> Tokens {
        match id {
            BytesOrPath::Literal(bytes, _) => self.unique_id(*bytes),
            BytesOrPath::Path(path) => self.typed(&quote!(UniqueId), path).into(),
        }
    }

    /// Returns the value of a const. If the const has another type, rustc's error points at its path alone.
    pub(crate) fn typed(&self, ty: &TokenStream, path: &Path) -> TokenStream {
        let krate = self.krate;
        let mut value = format_ident!("__COALITION_VALUE");
        if let Some(last) = path.segments.last() {
            value.set_span(last.ident.span());
        }
        quote!({ const #value: #krate::#ty = #path; #value })
    }

    /// `$crate::UniqueId::from_bytes(*b"…")`
    fn unique_id(&self, bytes: Bytes32) -> Tokens {
        let bytes = Literal::byte_string(&bytes);
        let bytes = Tokens(vec![punct('*', Span::call_site()), bytes.into()]);
        self.from_bytes.clone().group(Delimiter::Parenthesis, bytes)
    }

    pub(crate) fn option(&self, value: Option<impl ToTokens>) -> Tokens {
        let krate = self.krate;
        match value {
            Some(value) => quote!(#krate::__private::Some(#value)).into(),
            None => self.none.clone(),
        }
    }
}
