//! Generated parts of the guide: the tables of keys, the messages with their help lines, the figures.
//!
//! Each part is between a comment such as `<!-- keys lattice -->` and `<!-- end -->`. `BLESS=1 cargo test -p guide` writes
//! them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use coalition_compiler::{Kind, Presence};
use serde_json::Value;

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

/// Compares every generated part of a page with the output of `make` for the words in its first comment.
#[track_caller]
fn holds(page: &str, make: impl Fn(&str, &str) -> String) {
    let path = repository().join(page);
    let text = fs::read_to_string(&path).expect("the page");
    let mut expected = String::new();
    let mut rest = text.as_str();
    while let Some(start) = rest.find("<!-- ") {
        let (before, after) = rest.split_at(start);
        let (comment, after) = after["<!-- ".len()..].split_once(" -->\n").expect("a comment on its line");
        let (_, after) = after.split_once("<!-- end -->").expect("the end of a generated part");
        let (what, of) = comment.split_once(' ').expect("the kind of a generated part, and its subject");
        write!(expected, "{before}<!-- {comment} -->\n{}<!-- end -->", make(what, of)).expect("a String");
        rest = after;
    }
    expected += rest;
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, expected).expect("the page");
    } else if let Some((found, right)) =
        text.lines().zip(expected.lines()).find(|(found, right)| found != right)
    {
        panic!("{page} has\n{found}\nand not\n{right}\nBLESS=1 cargo test -p guide writes it");
    }
}

#[test]
fn tables_of_keys() {
    holds("docs/language.md", |what, of| {
        assert_eq!(what, "keys");
        keys(Kind::from_name(of).expect("a kind"))
    });
}

/// Returns a table of two columns, so that it fits a phone.
fn keys(kind: Kind) -> String {
    let mut table = String::from("| key | meaning |\n|---|---|\n");
    for key in kind.keys() {
        // A missing pin of the coalition has its own message, C02.
        let is_own_pin = kind == Kind::Coalition && key.name == "expect_fingerprint";
        let declared = if is_own_pin { Presence::Required } else { key.declared };
        let imported = if kind == Kind::Coalition { declared } else { key.imported };
        let presence = match (declared, imported) {
            (Presence::Required, Presence::Required) => "**Required.**",
            (Presence::Required, Presence::Optional) => "**Required**, optional on an import.",
            (Presence::Required, Presence::Refused) => "**Required**, not on an import.",
            (Presence::Optional, Presence::Refused) => "Optional, not on an import.",
            (Presence::Optional, _) => "Optional.",
            (Presence::Refused, _) => "Optional, only on an import.",
        };
        let (first, rest) = key.meaning.split_at(1);
        writeln!(
            table,
            "| `{}` | {presence} {}{rest}.<br>`{}` |",
            key.name,
            first.to_uppercase(),
            key.example
        )
        .expect("a String");
    }
    table
}

#[test]
fn figures() {
    let text = fs::read_to_string(repository().join("evidence/bench/figures.json")).expect("the figures");
    let figures: Value = serde_json::from_str(&text).expect("JSON");
    holds("docs/evidence.md", |what, of| {
        assert_eq!(what, "figures");
        let rows = figures[of].as_object().expect("the name of a figure");
        let mut table = String::from(match of {
            "check" => "| citizens or structs | 10 | 100 | 1,000 | 10,000 |\n|---|---|---|---|---|\n",
            "builds" => "| clean build | time | crates from elsewhere |\n|---|---|---|\n",
            _ => "| hash | instructions | compared |\n|---|---|---|\n",
        });
        let number = |figure: &Value| figure.as_f64().expect("a number");
        let cost = |figure: &Value| {
            let figure = figure.get("1000").or(figure.get("seconds")).unwrap_or(figure);
            number(figure)
        };
        let mut rows: Vec<_> = rows.iter().collect();
        rows.sort_by(|(_, one), (_, other)| cost(one).total_cmp(&cost(other)));
        for (name, figure) in &rows {
            let cells = match of {
                "check" => ["10", "100", "1000", "10000"]
                    .map(|count| {
                        figure.get(count).map_or("–".into(), |time| format!("{:.3}\u{a0}s", number(time)))
                    })
                    .join(" | "),
                "builds" => format!("{:.1}\u{a0}s | {}", number(&figure["seconds"]), figure["crates"]),
                _ => format!(
                    "{:.1}\u{a0}million | {:.1}\u{a0}times",
                    number(figure) / 1e6,
                    number(figure) / number(rows[0].1)
                ),
            };
            writeln!(table, "| {name} | {cells} |").expect("a String");
        }
        table
    });
}

#[test]
fn messages() {
    let ui = repository().join("ui-tests/ui");
    let helps = helps(&ui);
    let page = fs::read_to_string(repository().join("docs/messages.md")).expect("the page");
    for code in helps.keys() {
        assert!(page.contains(&format!("\n## {code}: ")), "docs/messages.md has no chapter on {code}");
        assert!(
            page.contains(&format!("\n<!-- helps {code} -->\n")),
            "docs/messages.md has no help lines of {code}"
        );
    }
    holds("docs/messages.md", |what, of| match what {
        "message" => format!("```text\n{}```\n", message(&ui, of)),
        "helps" => helps
            .get(of)
            .unwrap_or_else(|| panic!("no message has the code {of}"))
            .values()
            .fold(String::new(), |list, help| list + "- " + help + "\n"),
        _ => panic!("{what} is not generated"),
    });
}

/// Returns a message of the UI tests, with the path of its block replaced by `src/lib.rs`.
fn message(ui: &Path, name: &str) -> String {
    let text = fs::read_to_string(ui.join(name).with_extension("stderr")).expect("a message");
    text.replace(&format!("ui/{name}.rs"), "src/lib.rs")
}

/// Returns the help lines of each code. Of lines that differ only in quotations and numbers, one is kept.
fn helps(ui: &Path) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut helps: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for folder in fs::read_dir(ui).expect("the UI tests") {
        for file in fs::read_dir(folder.expect("a folder").path()).expect("its files") {
            let path = file.expect("a file").path();
            if path.extension().is_none_or(|extension| extension != "stderr") {
                continue;
            }
            let mut code = String::new();
            for line in fs::read_to_string(&path).expect("a message").lines() {
                if let Some((_, end)) = line.strip_suffix(']').and_then(|line| line.rsplit_once("[C")) {
                    code = format!("C{end}");
                } else if line.starts_with("error") {
                    code.clear(); // It is rustc's own.
                } else if let Some(help) =
                    line.trim_start().strip_prefix("help: ").filter(|_| !code.is_empty())
                {
                    let example = shortened(help);
                    helps
                        .entry(code.clone())
                        .or_default()
                        .entry(pattern(help))
                        .and_modify(|known| *known = known.clone().min(example.clone()))
                        .or_insert(example);
                }
            }
        }
    }
    helps
}

/// Removes quotations and numbers from a help line.
fn pattern(help: &str) -> String {
    let words = help.split('`').step_by(2).collect::<Vec<_>>().join("`");
    let words: String = words.chars().filter(|character| !character.is_ascii_digit()).collect();
    words.replace("`, ", "")
}

/// Shortens the ids in a help line.
fn shortened(help: &str) -> String {
    let is_digit = |character: char| character.is_ascii_hexdigit();
    let mut parts = help.split("0x");
    let mut short = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.trim_start_matches(is_digit);
        short += if part.len() - rest.len() >= 64 { "0x…" } else { "0x" };
        short += if part.len() - rest.len() >= 64 { rest } else { part };
    }
    short
}
