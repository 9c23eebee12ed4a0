//! Checks of a block before its components are read: kinds, order, const names.

use proc_macro2::Span;
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{Ident, Path, Visibility};

use super::unique::FirstUses;
use crate::diagnostics::Code::{C07, C08, C19};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::emitted;
use crate::syntax::{Block, Declaration, Source};
use crate::text::Text;
use crate::vocabulary::{Kind, MODULES};

/// The kind of a declaration. A word that is unknown is reported, with the one that it is likely to mean. That is a guess,
/// on which no other message rests.
pub(super) fn kind(declaration: &Declaration, diagnostics: &mut Diagnostics) -> Option<Kind> {
    let word = declaration.kind.to_string();
    let kind = Kind::from_name(&word);
    if kind.is_none() {
        let nearest = Kind::nearest(&word);
        let fault = Diagnostic::new(declaration.kind.span(), C08, format_args!("there is no kind `{word}`"));
        let fault = fault.unknown(&word, nearest.map(Kind::name));
        diagnostics.add(fault.help(format_args!("kinds are {}", Kind::list())));
    }
    kind
}

/// Returns `true` if the path after the `=` is a name without its quotes, and not an import. The declaration's own const
/// would be a circle, and no const has the lower-case name of a module.
pub(crate) fn lacks_quotes(declaration: &Declaration, kind: Kind) -> bool {
    let Source::Path(path) = &declaration.source else { return false };
    // `atlas`, or the variant `Module::Atlas`.
    let names_module = |word: String| {
        let is_const = word.chars().all(|c| !c.is_ascii_lowercase());
        !is_const && MODULES.iter().any(|module| word.eq_ignore_ascii_case(module))
    };
    let last = path.segments.last().map(|last| last.ident.to_string());
    let is_module = kind == Kind::Module && last.is_some_and(names_module);
    is_module || names_itself(path, &declaration.ident)
}

/// Returns the path in quotes that stands in place of a name.
pub(super) fn quoted_path(declaration: &Declaration) -> Option<&Text> {
    let Source::Text(text) = &declaration.source else { return None };
    let is_path = text.value().contains("::") && syn::parse_str::<Path>(text.value()).is_ok();
    is_path.then_some(text)
}

/// Returns `true` if a path names the const that is declared with it: `NAME`, `self::NAME`.
pub(super) fn names_itself(path: &Path, ident: &Ident) -> bool {
    let mut segments = path.segments.iter();
    let is_here = path.segments.len() == 1 || segments.next().is_some_and(|first| first.ident == "self");
    is_here
        && path.leading_colon.is_none()
        && segments.next().is_some_and(|last| last.ident == *ident)
        && segments.next().is_none()
}

/// Finds the coalition, which comes first, and once.
pub(super) fn head<'a>(
    block: &Block,
    declarations: &[(Kind, &'a Declaration)],
    diagnostics: &mut Diagnostics,
) -> Option<&'a Declaration> {
    const HELP: &str = "begin with `coalition CONST_NAME = \"name.space\" { expect_fingerprint = _ }`";
    let is_known = |declaration: &Declaration| Kind::from_name(&declaration.kind.to_string()).is_some();
    let has_faults = diagnostics.has_nameless() || !block.declarations.first().is_none_or(is_known);
    let mut coalitions = declarations.iter().filter(|(kind, _)| *kind == Kind::Coalition);
    let head = coalitions.next().map(|(_, head)| *head);
    let mut misplaced =
        |span: Span, found: &str, help: &str| diagnostics.add(Diagnostic::new(span, C19, found).help(help));
    match (head, block.declarations.first()) {
        // It may be what could not be read.
        (None, _) if has_faults => {}
        (None, None) => misplaced(Span::call_site(), "the block declares no coalition", HELP),
        (None, Some(first)) => {
            misplaced(first.kind.span(), "the block does not begin with its coalition", HELP);
        }
        (Some(head), Some(first))
            if head.ident != first.ident && Kind::from_name(&first.kind.to_string()).is_some() =>
        {
            misplaced(
                head.kind.span(),
                "the coalition comes after other declarations",
                "move it to the top of the block: what follows belongs to it",
            );
        }
        _ => {}
    }
    for (_, second) in coalitions {
        misplaced(
            second.kind.span(),
            "a second coalition in one block",
            "write one `coalition!` block for each; a coalition cannot hold or extend another",
        );
    }
    for (_, other) in declarations.iter().filter(|(kind, _)| *kind != Kind::Coalition) {
        if !matches!(other.visibility, Visibility::Inherited) {
            let place = other.visibility.span();
            misplaced(
                place,
                "a visibility on a component",
                "remove it: the visibility of the coalition holds for every const of the block",
            );
        }
    }
    head
}

/// No two consts of one name, those that the coalition adds included: to rustc `r#NAME` is `NAME`.
pub(super) fn const_names(declarations: &[(Kind, &Declaration)], diagnostics: &mut Diagnostics) {
    let mut taken = FirstUses::default();
    let mut has_coalition = false;
    for (kind, declaration) in declarations {
        let ident = &declaration.ident;
        let own = ident.unraw();
        let mut names = vec![own.to_string()];
        if *kind == Kind::Coalition {
            if std::mem::replace(&mut has_coalition, true) {
                continue; // It was reported as a second one.
            }
            names.extend([emitted::root(ident).to_string(), emitted::handshake(ident).to_string()]);
        }
        for name in names {
            let added = if own == name { "" } else { ", which the coalition adds," };
            if let Some(first) = taken.add(name.clone(), &format!("{kind} `{ident}`"), ident.span()) {
                let fault = Diagnostic::new(
                    ident.span(),
                    C07,
                    format_args!("the const name `{name}`{added} is taken"),
                );
                diagnostics.add(fault.help(format_args!("give each its own name; the first is {first}")));
                // A name in `spans` may be the missing name.
                diagnostics.add_nameless();
                break;
            }
        }
    }
}
