//! Whole-tree rules. Every fault is collected; what keeps the rules becomes the model.

mod acl;
mod content;
mod entries;
pub(crate) mod id;
mod name;
mod spans;
mod text;
mod unique;

use proc_macro2::Span;
use syn::{Expr, ExprLit, Lit, LitStr, Meta, Visibility};

use crate::drift;
use crate::model::{Citizen, Coalition, Confluence, Origin, Spans, TicketIssuer};
use crate::report::Code::{C07, C08, C09, C12, C15, C19};
use crate::report::{Fault, Report};
use crate::syntax::{Block, Declaration, Source};
use crate::vocabulary::{Kind, MODULES, list, nearest};
use acl::AclOwner;
use entries::Entries;
use spans::Citizens;
use unique::Unique;

/// Checks a block. The model is whole only where nothing was reported.
pub(crate) fn check(block: &Block, report: &mut Report) -> Option<Coalition> {
    let declarations: Vec<(Kind, &Declaration)> = block
        .declarations
        .iter()
        .filter_map(|declaration| kind(declaration, report).map(|kind| (kind, declaration)))
        .collect();
    let whole = report.is_empty();
    let head = head(block, &declarations, report);
    let head = head.map(|head| (head, Entries::check(head, Kind::Coalition, report)));
    const_names(&declarations, report);

    let mut citizens = Citizens::default();
    for (kind, declaration) in &declarations {
        if matches!(kind, Kind::Lattice | Kind::Organism) {
            citizens.add(&declaration.ident, *kind == Kind::Lattice);
        }
    }
    let mut checker = Checker {
        citizens: &citizens,
        has_issuer: declarations.iter().any(|(kind, _)| *kind == Kind::TicketIssuer),
        pins_handshake: head.as_ref().is_some_and(|(_, entries)| entries.get("expect_handshake").is_some()),
        names: Unique::default(),
        ids: Unique::default(),
        report,
    };
    let (mut lattices, mut organisms) = (Vec::new(), Vec::new());
    let (mut confluences, mut ticket_issuers) = (Vec::new(), Vec::new());
    for (kind, declaration) in &declarations {
        checker.attributes(declaration);
        if *kind == Kind::Coalition {
            continue; // Its keys were checked first, and its values are read last.
        }
        let entries = Entries::check(declaration, *kind, checker.report);
        match kind {
            Kind::Coalition => {}
            Kind::Lattice => lattices.extend(checker.citizen(declaration, *kind, &entries)),
            Kind::Organism => organisms.extend(checker.citizen(declaration, *kind, &entries)),
            Kind::Confluence | Kind::Module => {
                confluences.extend(checker.confluence(declaration, *kind, &entries));
            }
            Kind::TicketIssuer => ticket_issuers.extend(checker.ticket_issuer(declaration, &entries)),
        }
    }
    let (head, entries) = head?;
    let mut coalition = coalition(head, &entries, &citizens, whole, report)?;
    (coalition.lattices, coalition.organisms) = (lattices, organisms);
    coalition.confluences = confluences;
    coalition.ticket_issuer = ticket_issuers.pop();
    Some(coalition)
}

/// The kind of a declaration. A word that is misspelt is read as the one that it is likely to mean, so that no second
/// fault follows from it.
fn kind(declaration: &Declaration, report: &mut Report) -> Option<Kind> {
    let word = declaration.kind.to_string();
    let nearest = Kind::nearest(&word);
    if Kind::from_name(&word).is_none() {
        let fault = Fault::new(declaration.kind.span(), C08, format_args!("there is no kind `{word}`"));
        let fault = match nearest {
            Some(nearest) => fault.help(format_args!("did you mean `{}`?", nearest.name())),
            None => fault,
        };
        report.add(fault.help(format_args!("kinds are {}", Kind::list())));
    }
    nearest
}

/// Finds the coalition, which comes first, and once.
fn head<'a>(
    block: &Block,
    declarations: &[(Kind, &'a Declaration)],
    report: &mut Report,
) -> Option<&'a Declaration> {
    const HELP: &str = "begin with `coalition CONST_NAME = \"name.space\" { expect_fingerprint = _ }`";
    let mut coalitions = declarations.iter().filter(|(kind, _)| *kind == Kind::Coalition);
    let head = coalitions.next().map(|(_, head)| *head);
    let mut misplaced =
        |span: Span, found: &str, help: &str| report.add(Fault::new(span, C19, found).help(help));
    match (head, block.declarations.first()) {
        (None, None) => misplaced(Span::call_site(), "the block declares no coalition", HELP),
        (None, Some(first)) => {
            misplaced(first.kind.span(), "the block does not begin with its coalition", HELP);
        }
        (Some(head), Some(first)) if head.ident != first.ident => misplaced(
            head.kind.span(),
            "the coalition comes after other declarations",
            "move it to the top of the block: what follows belongs to it",
        ),
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
            let place = syn::spanned::Spanned::span(&other.visibility);
            misplaced(
                place,
                "a visibility on a component",
                "remove it: the visibility of the coalition holds for every const of the block",
            );
        }
    }
    head
}

/// No two consts of one name, those that the coalition adds included.
fn const_names(declarations: &[(Kind, &Declaration)], report: &mut Report) {
    let mut names = Unique::default();
    for (kind, declaration) in declarations {
        let ident = &declaration.ident;
        let mut emitted = vec![ident.to_string()];
        if *kind == Kind::Coalition {
            emitted.extend([format!("{ident}_ROOT"), format!("{ident}_HANDSHAKE")]);
        }
        for name in emitted {
            let added = if *ident == name { "" } else { ", which the coalition adds" };
            if let Some(first) = names.add(name.clone(), &format!("{kind} `{ident}`"), ident.span()) {
                let fault =
                    Fault::new(ident.span(), C07, format_args!("the const name `{name}`{added} is taken"));
                report.add(fault.help(format_args!("give each its own name; the first is {first}")));
            }
        }
    }
}

/// The coalition itself, without its components. `whole` says that every declaration of the block could be read.
fn coalition(
    head: &Declaration,
    entries: &Entries,
    citizens: &Citizens,
    whole: bool,
    report: &mut Report,
) -> Option<Coalition> {
    let name = match &head.source {
        Source::Text(name) => {
            name::check(name, &format!("coalition `{}`", head.ident), 2, report);
            Some(name.clone())
        }
        Source::Path(path) => {
            let fault = Fault::new(crate::syntax::path_place(path), C19, "a coalition cannot be imported");
            report.add(fault.help(
                "a coalition is one declaration: name it in quotes and import its components, or check a whole \
                 configuration with `assert_fingerprint!`",
            ));
            None
        }
        Source::Invalid => None,
    };
    if citizens.count() == 0 && whole {
        let found = format!("coalition `{}` has no citizen", head.ident);
        report.add(Fault::new(head.ident.span(), C15, found).help(
            "add the citizens that it names: `lattice CONST_NAME = \"name\" { stable_id = \"0x…\" }`, or an organism",
        ));
    }
    let expect_fingerprint =
        entries.get("expect_fingerprint").map(|value| id::pin(value, "expect_fingerprint", report));
    let expect_handshake =
        entries.get("expect_handshake").and_then(|value| id::pin(value, "expect_handshake", report));
    let peers = entries.get("peers").map(|value| text::peers(value, report)).unwrap_or_default();
    let change_channel =
        entries.get("change_channel").and_then(|value| text::text(value, "`change_channel`", report));
    let handshake = text::link(entries, report);
    if expect_fingerprint.is_none() && !report.is_empty() && !entries.meant("expect_fingerprint") {
        // Where nothing else is wrong, the drift check says the value itself.
        let name = name.as_ref().map_or_else(|| head.ident.to_string(), LitStr::value);
        report.add(drift::missing(head.ident.span(), &format!("coalition `{name}`"), None));
    }
    Some(Coalition {
        docs: head.attributes.clone(),
        visibility: head.visibility.clone(),
        ident: head.ident.clone(),
        name: name?,
        expect_fingerprint: expect_fingerprint.flatten(),
        expect_handshake,
        peers,
        change_channel,
        handshake,
        lattices: Vec::new(),
        organisms: Vec::new(),
        confluences: Vec::new(),
        ticket_issuer: None,
    })
}

/// What the checks of a component read and remember.
struct Checker<'a> {
    citizens: &'a Citizens,
    has_issuer: bool,
    pins_handshake: bool,
    names: Unique,
    ids: Unique,
    report: &'a mut Report,
}

impl Checker<'_> {
    /// Doc comments are descriptions; nothing else may change what a declaration means.
    fn attributes(&mut self, declaration: &Declaration) {
        for attribute in &declaration.attributes {
            let is_text = match &attribute.meta {
                Meta::NameValue(meta) if meta.path.is_ident("doc") => {
                    matches!(&meta.value, Expr::Lit(ExprLit { lit: Lit::Str(_), .. }))
                }
                _ => false,
            };
            if !is_text {
                let name = crate::syntax::path_text(attribute.path());
                let found = format!("`#[{name}]` on {} `{}`", declaration.kind, declaration.ident);
                self.report.add(
                    Fault::new(crate::syntax::path_place(attribute.path()), C09, found)
                        .help("remove it: one declaration has one fingerprint, whatever the build; only `///` stands here"),
                );
            }
        }
    }

    /// The name or the path that a component comes from.
    fn origin(&mut self, declaration: &Declaration, kind: Kind, group: &'static str) -> Option<Origin> {
        let owner = format!("{kind} `{}`", declaration.ident);
        match &declaration.source {
            Source::Invalid => None,
            Source::Path(path) => Some(Origin::Imported(path.clone())),
            Source::Text(name) => {
                self.name(name, &owner, group);
                Some(Origin::Declared(name.clone()))
            }
        }
    }

    /// A name is within the grammar, and stands once within its group.
    fn name(&mut self, name: &LitStr, owner: &str, group: &str) {
        name::check(name, owner, 1, self.report);
        if let Some(first) = self.names.add(format!("{group} {}", name.value()), owner, name.span()) {
            let found = format!("{owner} has the name `{}`, which is taken", name.value());
            let help = format!("each has a name of its own; the first is {first}");
            self.report.add(Fault::new(name.span(), C07, found).help(help));
        }
    }

    fn citizen(&mut self, declaration: &Declaration, kind: Kind, entries: &Entries) -> Option<Citizen> {
        let owner = format!("{kind} `{}`", declaration.ident);
        let origin = self.origin(declaration, kind, "citizen");
        let role =
            entries.get("role").map(|value| text::text(value, &format!("`role` of {owner}"), self.report));
        let mut read = |key: &str| {
            entries.get(key).map(|value| id::id::<32>(value, &format!("`{key}` of {owner}"), self.report))
        };
        let (stable_id, content_hash, ticket_root) =
            (read("stable_id"), read("content_hash"), read("ticket_root"));
        if kind == Kind::Lattice && content_hash.is_some() && !self.pins_handshake {
            let found = format!("`content_hash` of {owner} pins nothing without `expect_handshake`");
            self.report.add(
                Fault::new(declaration.ident.span(), C09, found)
                    .help("a lattice's content hash is not folded in COALITION_ROOT: no fingerprint covers it")
                    .help("remove it, or add `expect_handshake = _,` to the coalition; the next build says the value"),
            );
        }
        if let Some(Some(crate::model::Value::Literal(bytes, span))) = stable_id
            && let Some(first) = self.ids.add(hex::encode(bytes), &owner, span)
        {
            let fault = Fault::new(span, C07, format_args!("{owner} has the `stable_id` of another citizen"));
            self.report.add(fault.help(format_args!(
                "each citizen has an id of its own, copied from its operator; the first to have this one is {first}"
            )));
        }
        Some(Citizen {
            docs: declaration.attributes.clone(),
            ident: declaration.ident.clone(),
            origin: origin?,
            role: role.flatten(),
            stable_id: stable_id.flatten(),
            content_hash: content_hash.flatten(),
            ticket_root: ticket_root.flatten(),
            name: (kind == Kind::Organism && matches!(declaration.source, Source::Path(_)))
                .then(|| self.imported_name(declaration, entries, &owner))
                .flatten(),
            handshake: text::link(entries, self.report),
        })
    }

    /// The name of an imported organism, which its const does not hold: the one that is given, or its const name in the
    /// spelling of names.
    fn imported_name(&mut self, declaration: &Declaration, entries: &Entries, owner: &str) -> Option<LitStr> {
        let name = match entries.get("name") {
            Some(name) => text::text(name, "`name`", self.report)?,
            None => {
                let ident = declaration.ident.to_string().replace('_', "-");
                LitStr::new(&name::suggest(&ident, 1)?, declaration.ident.span())
            }
        };
        self.name(&name, owner, "citizen");
        Some(name)
    }

    fn confluence(&mut self, declaration: &Declaration, kind: Kind, entries: &Entries) -> Option<Confluence> {
        let owner = format!("{kind} `{}`", declaration.ident);
        let is_module = kind == Kind::Module;
        let origin = match &declaration.source {
            Source::Text(name) if is_module || MODULES.contains(&name.value().as_str()) => {
                self.module_name(declaration, is_module)
            }
            _ => self.origin(declaration, kind, "confluence"),
        };
        let spans =
            entries.get("spans").map(|value| (value, self.citizens.spans(value, &owner, self.report)));
        if let Some((value, Some((_, count)))) = &spans {
            let (least, wants) =
                if is_module { (1, "one citizen or more") } else { (2, "two citizens or more") };
            if *count < least {
                let found =
                    format!("{owner} spans {}", if *count == 0 { "no citizen" } else { "one citizen" });
                let fault = Fault::new(value.place(), C15, found);
                self.report.add(fault.help(format_args!("name the citizens that it spans, {wants}")));
            }
        }
        let content = entries.get("content");
        let acl_owner = match kind {
            Kind::Module => AclOwner::Module { coalition_has_issuer: self.has_issuer },
            _ => AclOwner::Confluence,
        };
        Some(Confluence {
            docs: declaration.attributes.clone(),
            ident: declaration.ident.clone(),
            is_module,
            content: content.map(|value| content::content(value, &owner, self.report)).unwrap_or_default(),
            acl: self.acl(entries, acl_owner),
            state_machine: entries
                .get("state_machine")
                .and_then(|value| id::id(value, &format!("`state_machine` of {owner}"), self.report)),
            handshake: text::link(entries, self.report),
            expect_fingerprint: self.pin(entries),
            origin: origin?,
            spans: spans.map_or(Some(Spans::All), |(_, spans)| spans.map(|(spans, _)| spans))?,
        })
    }

    /// The name of a module, which no confluence takes.
    fn module_name(&mut self, declaration: &Declaration, is_module: bool) -> Option<Origin> {
        let Source::Text(name) = &declaration.source else { return None };
        let (ident, value) = (&declaration.ident, name.value());
        let known = MODULES.contains(&value.as_str());
        if !is_module {
            let found = format!("confluence `{ident}` has the name of a module, `{value}`");
            self.report.add(Fault::new(name.span(), C12, found).help(format_args!(
                "write `module {ident} = \"{value}\"` where it is the coalition's own, or give it another name"
            )));
        } else if !known {
            let fault = Fault::new(name.span(), C12, format_args!("there is no module `{value}`"));
            let fault = match nearest(&value, MODULES) {
                Some(nearest) => fault.help(format_args!("did you mean `\"{nearest}\"`?")),
                None => fault,
            };
            let modules = list(MODULES);
            self.report
                .add(fault.help(format_args!("modules are {modules}; any other service is a confluence")));
        } else if let Some(first) =
            self.names.add(format!("module {value}"), &format!("module `{ident}`"), name.span())
        {
            let found = format!("module `{ident}` is a second `{value}`");
            let help = format!("a coalition ships each module at most once; the first is {first}");
            self.report.add(Fault::new(name.span(), C12, found).help(help));
        }
        Some(Origin::Declared(name.clone()))
    }

    fn ticket_issuer(&mut self, declaration: &Declaration, entries: &Entries) -> Option<TicketIssuer> {
        if let Some(first) = self.names.add(
            "ticket issuer".into(),
            &format!("`{}`", declaration.ident),
            declaration.ident.span(),
        ) {
            let found = format!("ticket issuer `{}` is a second one", declaration.ident);
            self.report.add(
                Fault::new(declaration.kind.span(), C19, found)
                    .help(format_args!("a coalition has at most one ticket issuer; the first is {first}")),
            );
        }
        let origin = self.origin(declaration, Kind::TicketIssuer, "ticket issuer named");
        Some(TicketIssuer {
            docs: declaration.attributes.clone(),
            ident: declaration.ident.clone(),
            acl: self.acl(entries, AclOwner::TicketIssuer),
            handshake: text::link(entries, self.report),
            expect_fingerprint: self.pin(entries),
            origin: origin?,
        })
    }

    fn acl(&mut self, entries: &Entries, owner: AclOwner) -> Vec<crate::model::Requirement> {
        entries.get("acl").map(|value| acl::acl(value, owner, self.report)).unwrap_or_default()
    }

    fn pin(&mut self, entries: &Entries) -> Option<crate::model::Pin> {
        entries.get("expect_fingerprint").and_then(|value| id::pin(value, "expect_fingerprint", self.report))
    }
}
