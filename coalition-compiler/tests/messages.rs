//! The UI tests without rustc: the compiler alone writes every message of theirs that is its own, in the same words and
//! at the same place. rustc is slow, so this is where a changed message is found at once.

mod support;

use std::path::{Path, PathBuf};

use proc_macro2::{Ident, LineColumn, TokenStream, TokenTree};

/// A message and where it points: the first and the last of the tokens at fault.
#[derive(Debug, PartialEq)]
struct Message {
    text: String,
    line: usize,
    column: usize,
    /// How far it is underlined, where it ends on its line.
    width: Option<usize>,
}

#[test]
fn the_compiler_writes_the_messages_of_the_ui_tests() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui-tests/ui");
    let mut count = 0;
    // What `reading` shows is rustc's alone to say: an item that the facade does not have.
    let is_read = |path: &PathBuf| path.starts_with(folder.join("reading"));
    for path in files(&folder).into_iter().filter(|path| !is_read(path)) {
        let source = std::fs::read_to_string(&path).expect("a file");
        let expected = std::fs::read_to_string(path.with_extension("stderr")).expect("a message");
        let expected = expected_messages(&expected);
        count += expected.len();
        assert_eq!(messages(&source), expected, "{}", path.display());
    }
    assert!(count > 100, "the UI tests are here");
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// What rustc printed of the messages with a code that come from an expansion, as `error: `; const evaluation has a code
/// of rustc's own. A message of several lines stands behind its head, in as many spaces.
fn expected_messages(stderr: &str) -> Vec<Message> {
    let lines: Vec<&str> = stderr.lines().collect();
    let heads = lines.iter().enumerate().filter_map(|(at, line)| Some((at, line.strip_prefix("error: ")?)));
    heads
        .filter(|(_, head)| head.ends_with(']') && head.contains(" [C"))
        .map(|(at, head)| {
            let rest = lines[at + 1..].iter().take_while(|line| !line.trim_start().starts_with("--> "));
            let rest: Vec<&str> = rest.map(|line| line.strip_prefix("       ").unwrap_or(line)).collect();
            let arrow = at + 1 + rest.len();
            let place = lines[arrow].rsplit_once(".rs:").expect("a place").1;
            let (line, column) = place.split_once(':').expect("a line and a column");
            let underlined = lines[arrow + 3].split_once('|').expect("what is underlined").1.trim();
            Message {
                text: [&[head], &rest[..]].concat().join("\n"),
                line: line.parse().expect("a line"),
                column: column.parse().expect("a column"),
                width: underlined.chars().all(|c| c == '^').then(|| underlined.chars().count()),
            }
        })
        .collect()
}

/// What the compiler says of a file's blocks and assertions.
fn messages(source: &str) -> Vec<Message> {
    let tokens: TokenStream = source.parse().expect("Rust tokens");
    calls(tokens).into_iter().flat_map(|(name, input)| expand(&name, input)).collect()
}

/// The calls of the macros, wherever they stand: their names and what they are given.
fn calls(tokens: TokenStream) -> Vec<(Ident, TokenStream)> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        match (at.checked_sub(2).map(|at| &tokens[at]), at.checked_sub(1).map(|at| tokens[at].to_string())) {
            (Some(TokenTree::Ident(name)), Some(bang))
                if bang == "!" && (name == "coalition" || name == "assert_fingerprint") =>
            {
                found.push((name.clone(), group.stream()));
            }
            _ => found.extend(calls(group.stream())),
        }
    }
    found
}

fn expand(name: &Ident, input: TokenStream) -> Vec<Message> {
    let input = [support::facade()].into_iter().chain(input).collect();
    let expansion = if name == "coalition" {
        coalition_compiler::coalition(input)
    } else {
        coalition_compiler::assert_fingerprint(input)
    };
    support::compile_errors(expansion)
        .into_iter()
        .map(|(text, first, last)| {
            let is_call = first.byte_range().is_empty();
            let (LineColumn { line, column }, end) =
                (if is_call { name.span() } else { first }.start(), last.end());
            let width = (end.line == line).then(|| end.column - column);
            Message { text, line, column: column + 1, width }
        })
        .filter(|message| message.text.lines().next().is_some_and(|head| head.ends_with(']')))
        .collect()
}
