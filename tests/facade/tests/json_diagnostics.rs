//! Messages in `--message-format=json`. Each points at the user's own literal and shows no expansion, no matter if the macro
//! or const evaluation found the fault.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

const OTHER: &str = "0x2222222222222222222222222222222222222222222222222222222222222222";

/// A crate of an integrator, which depends on two operators' crates.
struct Integrator {
    folder: PathBuf,
}

/// An error: the code of its message, the source text of its primary span, and its text.
#[derive(Debug)]
struct Diagnostic {
    code: String,
    literal: String,
    text: String,
}

impl Integrator {
    fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the checkout");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(folder.join("src")).expect("a folder");
        let dependency =
            |name, path: &str| format!("{name} = {{ path = {:?} }}\n", root.join(path).display().to_string());
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n{}{}{}",
            dependency("coalition", ""),
            dependency("operator-feeds", "tests/crates/operator-feeds"),
            dependency("operator-unichain", "tests/crates/operator-unichain"),
        );
        std::fs::write(folder.join("Cargo.toml"), manifest).expect("a manifest");
        // Use the versions of this workspace, so that the test needs no registry.
        std::fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).expect("a lock file");
        Self { folder }
    }

    /// Runs `cargo check` on a source. Returns every error with a code of this project.
    fn check(&self, source: &str) -> Vec<Diagnostic> {
        std::fs::write(self.folder.join("src/lib.rs"), source).expect("a source");
        let output = Command::new(env!("CARGO"))
            .args(["check", "--quiet", "--message-format=json"])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            .env_remove("RUSTFLAGS")
            .output()
            .expect("cargo runs");
        let messages: Vec<Value> = String::from_utf8(output.stdout)
            .expect("JSON")
            .lines()
            .map(|line| serde_json::from_str(line).expect("JSON"))
            .collect();
        assert!(!messages.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        let errors = messages.iter().map(|message| &message["message"]);
        errors
            .filter(|message| message["level"] == "error" && message["spans"] != Value::Array(Vec::new()))
            .map(|message| diagnostic(message, source))
            .collect()
    }
}

fn diagnostic(message: &Value, source: &str) -> Diagnostic {
    let text = message["message"].as_str().expect("a text").to_owned();
    let spans = message["spans"].as_array().expect("spans");
    let [span] = spans.as_slice() else { panic!("one place: {spans:#?}") };
    assert_eq!(span["is_primary"], true);
    assert_eq!(span["file_name"], "src/lib.rs");
    assert_eq!(span["expansion"], Value::Null, "no expansion: {text}");
    assert_eq!(message["children"], Value::Array(Vec::new()), "nothing beside it: {text}");
    let byte = |key: &str| usize::try_from(span[key].as_u64().expect("an offset")).expect("a file's length");
    let code = text.lines().next().and_then(|line| line.rsplit_once('[')).expect("a code").1;
    Diagnostic {
        code: code.trim_end_matches(']').into(),
        literal: source[byte("byte_start")..byte("byte_end")].into(),
        text,
    }
}

/// Returns the code of each error, and the source text that it underlines.
fn places(diagnostics: &[Diagnostic]) -> Vec<(&str, &str)> {
    let mut places: Vec<_> = diagnostics.iter().map(|found| (&*found.code, &*found.literal)).collect();
    places.sort_unstable();
    places
}

/// Returns the lines of a message, without the prefix of const evaluation.
fn lines(diagnostic: &Diagnostic) -> Vec<&str> {
    let text = diagnostic.text.strip_prefix("evaluation panicked: ");
    text.unwrap_or(&diagnostic.text).lines().collect()
}

fn block(fingerprint: &str, lattice: &str) -> String {
    format!(
        "coalition::coalition! {{\n    pub coalition X = \"json.test\" {{ expect_fingerprint = {fingerprint} }}\n    \
         lattice UNICHAIN = {lattice}\n}}\n"
    )
}

#[test]
fn every_message_stands_at_the_literal() {
    let integrator = Integrator::new("json-diagnostics");
    let literal = format!("\"{OTHER}\"");
    let id = operator_id();
    let declared = format!("\"unichain.mainnet\" {{ stable_id = \"{id}\" }}");
    let pinned = format!("operator_unichain::MAINNET {{ stable_id = \"{id}\" }}");
    let imported = "operator_unichain::MAINNET;".to_owned();

    let mut drifts = Vec::new();
    for lattice in [&declared, &pinned, &imported] {
        let drift = integrator.check(&block(&literal, lattice));
        assert_eq!(places(&drift), [("C01", &*literal)], "{lattice}");
        let unfrozen = integrator.check(&block("_", lattice));
        assert_eq!(places(&unfrozen), [("C03", "_")], "{lattice}");
        drifts.push((drift, unfrozen));
    }
    // The macro and rustc use the same words.
    for (drift, unfrozen) in &drifts[1..] {
        assert_eq!(lines(&drift[0]), lines(&drifts[0].0[0]));
        assert_eq!(lines(&unfrozen[0]), lines(&drifts[0].1[0]));
    }

    let differing = "\"0x3333333333333333333333333333333333333333333333333333333333333333\"";
    let lattice = format!("operator_unichain::MAINNET {{ stable_id = {differing} }}");
    assert_eq!(
        places(&integrator.check(&block(&literal, &lattice))),
        [("C01", &*literal), ("C13", differing)],
        "what the block says has drifted, and what the operator's crate says is something else"
    );
    let confluence = "operator_unichain::MAINNET;\n    confluence WATCH = operator_unichain::BRIDGE_WATCH { \
                      expect_fingerprint = _ }";
    let unfrozen = integrator.check(&block(&literal, confluence));
    assert_eq!(places(&unfrozen), [("C03", "_")], "the whole is checked once the pins hold");

    for config in ["BRIDGE_WATCH", "TICKETS"] {
        let assert =
            |pin: &str| format!("coalition::assert_fingerprint!(operator_unichain::{config}, {pin});");
        assert_eq!(places(&integrator.check(&assert(&literal))), [("C01", &*literal)]);
        assert_eq!(places(&integrator.check(&assert("_"))), [("C03", "_")]);
    }
}

/// The id of `operator_unichain::MAINNET`, as in its source.
fn operator_id() -> String {
    let source = include_str!("../../crates/operator-unichain/src/lib.rs");
    let at = source.find("0x").expect("an id");
    source[at..at + 66].to_owned()
}
