//! `cargo coalition show`

use coalition_core::{Module, SCHEMA_VERSION_U8, UNIVERSE};
use coalition_handshake::{Handshake, OwnedHandshake};
use serde::Serialize;

use crate::build::coalitions::State;
use crate::build::read_build::{self, ReadCoalition};
use crate::build::workspace::Workspace;
use crate::command::{Format, Show};
use crate::exit::{Exit, Failure};
use crate::output::escape::{escape, shown};
use crate::output::stdout::outln;
use crate::output::style::{BOLD, DIM};
use crate::output::{github, json, layout};
use crate::verbs::select;

pub fn run(options: &Show) -> Result<Exit, Failure> {
    let workspace = super::open(&options.build)?;
    let quiet = options.output.quiet;
    let readings = read_build::read(&options.build, &workspace, quiet)?;
    let selected = select::select(&readings, options.name.as_deref())?;
    match options.output.format() {
        Format::Json => print_json(&selected, &workspace)?,
        Format::Github => selected.iter().for_each(|reading| annotate(reading)),
        Format::Human if selected.is_empty() => return Ok(select::none(quiet)),
        Format::Human => {
            for (at, reading) in selected.iter().enumerate() {
                if at > 0 {
                    outln!("\n");
                }
                heading(reading);
                table(reading.handshake.as_handshake());
            }
        }
    }
    Ok(if selected.is_empty() { Exit::Different } else { Exit::Fine })
}

#[derive(Serialize)]
struct ShownList<'a> {
    format: u32,
    verb: &'static str,
    coalitions: Vec<ShownEntry<'a>>,
}

#[derive(Serialize)]
struct ShownEntry<'a> {
    package: Option<&'a str>,
    state: State,
    file: &'a str,
    line: usize,
    column: usize,
    handshake: &'a OwnedHandshake,
}

/// One coalition is its handshake, the document that schema/handshake.schema.json describes. Several stand in an
/// envelope.
fn print_json(selected: &[&ReadCoalition], workspace: &Workspace) -> Result<(), Failure> {
    if let [reading] = selected {
        return json::print(&reading.handshake);
    }
    let coalitions = selected.iter().map(|reading| ShownEntry {
        package: workspace.package(&reading.package).map(|package| package.name.as_str()),
        state: reading.state,
        file: reading.at.file.as_str(),
        line: reading.at.line,
        column: reading.at.column,
        handshake: &reading.handshake,
    });
    json::print(&ShownList { format: json::FORMAT, verb: "show", coalitions: coalitions.collect() })
}

fn heading(reading: &ReadCoalition) {
    let state = match reading.state {
        State::Frozen => "frozen",
        State::Unfrozen => "not frozen",
        State::Stale => "frozen, and its `expect_components` is stale",
        State::Drifted => "drifted from what is frozen",
        State::Unchecked => "its pin was not found",
    };
    let text = format!("{BOLD}coalition {}{BOLD:#}, {state}", escape(&reading.name()));
    outln!("{}", layout::wrap(&text, 0, layout::width()));
    let (file, line, column) = reading.at.position();
    outln!("  {DIM}{}:{line}:{column}{DIM:#}", shown(file));
}

/// The identities, as `cargo run --example superchain` shows them.
fn table(handshake: &Handshake<'_>) {
    let coalition = &handshake.coalition;
    outln!("  schema {SCHEMA_VERSION_U8}");
    layout::labelled("  universe", &UNIVERSE.to_string(), 2);
    outln!();
    let mut rows = Table { rows: Vec::new() };
    rows.row("COALITION_ROOT", "", &coalition.coalition_root());
    rows.row("handshake", "digest", &handshake.digest());
    match coalition.ticket_issuer_root() {
        Some(root) => rows.row("TICKETS_ROOT", "", &root),
        None => rows.row("TICKETS_ROOT", "", &"no ticket issuer"),
    }

    rows.title("citizen", "name", "stable id");
    for citizen in handshake.citizen_cards() {
        rows.row(&citizen.kind.to_string(), citizen.name, &citizen.stable_id);
        if let Some(role) = citizen.role {
            rows.row("", "  role", &role);
        }
        if let Some(content_hash) = citizen.content_hash {
            rows.row("", "  content hash", &content_hash);
        }
        if let Some(ticket_root) = citizen.ticket_root {
            rows.row("", "  ticket root", &ticket_root);
        }
    }

    if !coalition.confluences.is_empty() {
        rows.title("confluence", "name", "fingerprint");
    }
    for confluence in handshake.confluence_cards() {
        let kind = if confluence.module.is_some() { "module" } else { "confluence" };
        rows.row(kind, confluence.config.name, &confluence.config.fingerprint());
        if let Some(roster) = confluence.roster {
            rows.row("", "  roster", &roster);
        }
    }

    rows.title("module", "name", "identity");
    for module in Module::ALL {
        match coalition.module_root(module) {
            Some(root) => rows.row("ships", module.name(), &root),
            None => rows.row("does not ship", module.name(), &"-"),
        }
    }

    if let Some(issuer) = &coalition.ticket_issuer {
        rows.title("ticket issuer", "name", "fingerprint");
        rows.row("", issuer.name, &issuer.fingerprint());
    }
    rows.print();
}

/// The rows of the table: a kind, a name, and an id or what stands for one.
struct Table {
    rows: Vec<Row>,
}

enum Row {
    Title(&'static str, &'static str, &'static str),
    Cells(String, String, String),
}

impl Table {
    fn title(&mut self, kind: &'static str, name: &'static str, id: &'static str) {
        self.rows.push(Row::Title(kind, name, id));
    }

    fn row(&mut self, kind: &str, name: &str, id: &dyn std::fmt::Display) {
        self.rows.push(Row::Cells(kind.into(), escape(name), escape(&id.to_string())));
    }

    /// Prints the rows in columns. If the terminal is too narrow, each id has a line of its own.
    fn print(&self) {
        let names = self.rows.iter().map(|row| match row {
            Row::Title(_, name, _) => name.len(),
            Row::Cells(_, name, _) => name.chars().count(),
        });
        let width = names.max().unwrap_or(0).max(22);
        let in_columns = layout::fits(14 + 1 + width + 1 + 66);
        for row in &self.rows {
            match row {
                Row::Title(kind, name, id) if in_columns => {
                    outln!(
                        "\n{BOLD}{kind:<14} {name:<width$} {id}{BOLD:#}\n{:-<14} {:-<width$} {:-<66}",
                        "",
                        "",
                        ""
                    );
                }
                Row::Title(kind, name, id) => outln!("\n{BOLD}{kind}, {name}, {id}{BOLD:#}"),
                Row::Cells(kind, name, id) if in_columns => outln!("{kind:<14} {name:<width$} {id}"),
                Row::Cells(kind, name, id) => {
                    let words: Vec<_> =
                        [kind.trim(), name.trim()].into_iter().filter(|word| !word.is_empty()).collect();
                    let label = words.join(" ");
                    let indent = if kind.is_empty() { 4 } else { 2 };
                    if id.starts_with("0x") {
                        outln!("{0:1$}{label}\n{0:indent$}{id}", "", indent - 2);
                    } else {
                        outln!("{:1$}{label} {id}", "", indent - 2);
                    }
                }
            }
        }
    }
}

/// Annotates a block with its identities.
fn annotate(reading: &ReadCoalition) {
    let (level, title) = match reading.state {
        State::Drifted => ("error", "coalition drifted"),
        State::Unfrozen => ("error", "coalition unfrozen"),
        State::Stale => ("error", "component summary stale"),
        State::Frozen => ("notice", "coalition frozen"),
        State::Unchecked => ("notice", "coalition"),
    };
    let (name, root, digest) = (reading.name(), reading.root(), reading.digest());
    let text = format!("{name}\nCOALITION_ROOT: {root}\nhandshake digest: {digest}");
    github::annotate(level, Some(reading.at.position()), title, &text);
}
