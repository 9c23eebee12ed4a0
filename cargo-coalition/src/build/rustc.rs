//! rustc on a member of the workspace, and what it says of the member's blocks.
//!
//! A block that was expanded says so by a warning about a deprecated macro, which rustc is forced to give whatever the
//! crate allows. It becomes a note, which cargo keeps and repeats, and counts nowhere.

use std::ffi::{OsStr, OsString};
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, ExitCode, Stdio};

use cargo_metadata::diagnostic::Diagnostic;
use coalition_handshake::__private::PANIC_PREFIX;
use memchr::memmem;
use serde_json::Value;

use super::rustc_args::is_metadata;

/// The beginning of a note that a block was expanded.
pub const EXPANDED: &str = "coalition-expanded ";

/// Runs rustc. In a build that is read, runs it again for the handshakes if a block was expanded.
pub fn run(mut command: Command, rustc: &[OsString], is_read: bool) -> ExitCode {
    let mut child = match command.stderr(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) => return does_not_run(command.get_program(), &error),
    };
    let mut has_blocks = false;
    for line in child.stderr.take().into_iter().flat_map(|stderr| BufReader::new(stderr).split(b'\n')) {
        let Ok(line) = line else { break };
        match evidence(&line) {
            RustcLine::Expanded(note) => {
                has_blocks = true;
                pass_on(&note);
            }
            RustcLine::Other => pass_on(&line),
            RustcLine::Forced => {}
        }
    }
    let status = child.wait().ok().and_then(|status| status.code()).and_then(|code| u8::try_from(code).ok());
    if is_read && status == Some(0) && has_blocks && is_metadata(rustc) {
        for note in handshakes(rustc) {
            pass_on(&note);
        }
    }
    status.map_or(ExitCode::FAILURE, ExitCode::from)
}

/// Reports that a program cannot be started.
pub fn does_not_run(program: &OsStr, error: &std::io::Error) -> ExitCode {
    eprintln!("error: {} does not run: {error}", program.display());
    ExitCode::FAILURE
}

/// A line that rustc says.
enum RustcLine {
    /// A block was expanded; the note about it.
    Expanded(Vec<u8>),
    /// A warning about something else that is deprecated, which the user's own build gives if it is to.
    Forced,
    Other,
}

fn evidence(line: &[u8]) -> RustcLine {
    if memmem::find(line, b"\"code\":\"deprecated\"").is_none() {
        return RustcLine::Other;
    }
    let Ok(diagnostic) = serde_json::from_slice::<Diagnostic>(line) else { return RustcLine::Other };
    let text = diagnostic.message.split_once(EXPANDED).map(|(_, text)| format!("{EXPANDED}{text}"));
    match text.and_then(|text| note(diagnostic, text)) {
        Some(note) => RustcLine::Expanded(note),
        None => RustcLine::Forced,
    }
}

/// A note of rustc with this text, at the place of a diagnostic.
fn note(mut diagnostic: Diagnostic, text: String) -> Option<Vec<u8>> {
    diagnostic.message = text;
    diagnostic.code = None;
    diagnostic.children.clear();
    diagnostic.rendered = None;
    let mut note = serde_json::to_value(diagnostic).ok()?;
    note["level"] = "note".into();
    note["$message_type"] = Value::from("diagnostic");
    // Cargo takes the text for a terminal from it.
    note["rendered"] = "".into();
    serde_json::to_vec(&note).ok()
}

/// The handshakes that rustc says when it generates code, as notes.
fn handshakes(rustc: &[OsString]) -> Vec<Vec<u8>> {
    let Ok(output) = Command::new(&rustc[0]).args(generating(&rustc[1..])).output() else {
        return Vec::new();
    };
    let lines = output.stderr.split(|byte| *byte == b'\n');
    let notes = lines.filter_map(|line| {
        let diagnostic: Diagnostic = serde_json::from_slice(line).ok()?;
        let text = diagnostic.message.strip_prefix("evaluation panicked: ")?.to_owned();
        text.starts_with(PANIC_PREFIX).then_some(())?;
        note(diagnostic, text)
    });
    notes.collect()
}

/// The same crate as a library of which code is generated. Only a library needs no more than metadata of the crates
/// that it depends on.
fn generating(words: &[OsString]) -> Vec<OsString> {
    let mut generating: Vec<OsString> = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let text = word.to_string_lossy();
        match &*text {
            "--crate-type" => drop(words.next()),
            "--test" => generating.extend(["--cfg".into(), "test".into()]),
            _ if text.starts_with("--emit=") || text.starts_with("--json=") => {}
            "-C" => {
                let option = words.next().cloned().unwrap_or_default();
                if !option.to_string_lossy().starts_with("incremental=") {
                    generating.extend([word.clone(), option]);
                }
            }
            _ => generating.push(word.clone()),
        }
    }
    let more = ["--crate-type=lib", "--emit=obj", "--cap-lints=allow", "--json=diagnostic-short"];
    generating.extend(more.map(OsString::from));
    generating
}

fn pass_on(line: &[u8]) {
    // If cargo does not listen any more, nobody does.
    let _ = std::io::stderr().write_all(&[line, b"\n"].concat());
}
