//! rustc's own account of every UI test: each error points at the user's file, and never at a whole block.
//!
//! The `.stderr` files show what a person sees. rustc's JSON also says in which file an error is, which editors follow.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

/// Calls without a token of the user's: there is only the call to point at.
const EMPTY: [&str; 2] = ["assert_fingerprint/empty", "syntax/empty"];

fn tests() -> Vec<PathBuf> {
    let folders = std::fs::read_dir("ui").expect("the UI tests");
    let files =
        folders.flat_map(|folder| std::fs::read_dir(folder.expect("a folder").path()).expect("a folder"));
    let files = files.map(|file| file.expect("a file").path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect()
}

fn is_library(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|extension| extension == "rlib")
}

/// Builds the crates that the tests use, and returns rustc's arguments for them.
fn crates() -> Vec<String> {
    let packages = ["coalition", "operator-feeds", "operator-unichain"];
    let packages = packages.into_iter().flat_map(|package| ["--package", package]);
    let build = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--message-format=json"])
        .args(packages)
        .output()
        .expect("cargo runs");
    assert!(build.status.success(), "{}", String::from_utf8_lossy(&build.stderr));
    let mut arguments = Vec::new();
    for line in String::from_utf8(build.stdout).expect("text").lines() {
        let message: Value = serde_json::from_str(line).expect("a message of cargo");
        let files = message["filenames"].as_array().cloned().unwrap_or_default();
        for file in files.iter().filter_map(Value::as_str).filter(|file| is_library(file)) {
            let name = message["target"]["name"].as_str().expect("a name").replace('-', "_");
            let folder = Path::new(file).parent().expect("a folder").join("deps");
            arguments.extend([
                "--extern".into(),
                format!("{name}={file}"),
                "-L".into(),
                folder.display().to_string(),
            ]);
        }
    }
    arguments
}

/// The errors of a file, as rustc says them to tools.
fn errors(path: &Path, crates: &[String]) -> Vec<Value> {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".into());
    let check = Command::new(rustc)
        // Metadata goes to stdout. rustc replaces an output file by a new one, also a device.
        .args(["--edition=2024", "--emit=metadata", "--error-format=json", "-o", "-"])
        .args(crates)
        .arg(path)
        .output()
        .expect("rustc runs");
    let messages = String::from_utf8(check.stderr).expect("text");
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    messages
        .filter(|message| {
            message["level"] == "error" && !message["spans"].as_array().is_none_or(Vec::is_empty)
        })
        .collect()
}

/// Returns the faults of the errors in a UI test.
fn check(path: &Path, crates: &[String]) -> Vec<String> {
    let name = path.with_extension("").strip_prefix("ui").expect("a UI test").display().to_string();
    let expected = std::fs::read_to_string(path.with_extension("stderr")).expect("a message");
    let expected = expected.lines().filter(|line| line.starts_with("error")).count();
    let errors = errors(path, crates);
    let mut wrong = Vec::new();
    if errors.len() != expected {
        wrong.push(format!("{name}: {} errors, and {expected} in its .stderr", errors.len()));
    }
    for error in &errors {
        let spans = error["spans"].as_array().expect("spans");
        for span in spans.iter().filter(|span| span["is_primary"] == true) {
            let mut place = span;
            while EMPTY.contains(&&*name) && place["expansion"].is_object() {
                place = &place["expansion"]["span"];
            }
            if place["file_name"] != path.display().to_string() {
                wrong.push(format!("{name} points into {}: {}", place["file_name"], error["message"]));
            }
            let starts = span["text"][0]["text"].as_str().unwrap_or_default();
            let column = span["column_start"].as_u64().and_then(|column| usize::try_from(column - 1).ok());
            let is_text = starts.get(column.unwrap_or_default()..).is_some_and(|text| text.starts_with('"'));
            if !is_text && span["line_start"] != span["line_end"] {
                wrong.push(format!("{name} underlines several lines: {}", error["message"]));
            }
        }
    }
    wrong
}

#[test]
fn every_error_points_into_the_users_file() {
    let (tests, crates) = (tests(), crates());
    assert!(tests.len() > 200, "the UI tests are here");
    let (next, wrong) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let threads = std::thread::available_parallelism().map_or(1, Into::into);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(path) = tests.get(next.fetch_add(1, Ordering::Relaxed)) {
                    wrong.lock().expect("no panic").extend(check(path, &crates));
                }
            });
        }
    });
    let wrong = wrong.into_inner().expect("no panic");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
