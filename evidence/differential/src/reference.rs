//! The reference program, `evidence/reference/handshake.py`: the oracle of every identity. It shares no code with the crates.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::declaration::{DeclarationDocument, document, text};

pub struct Reference {
    _program: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

/// A document with everything that follows from it, and its component summary.
pub struct Derived {
    pub document: Value,
    pub components: String,
}

impl Reference {
    pub fn start() -> Result<Self> {
        let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../reference/handshake.py");
        let mut program = Command::new("python3")
            .arg(program)
            .arg("--stream")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("python3 does not run")?;
        let (input, output) = (program.stdin.take(), program.stdout.take());
        let (input, output) = input.zip(output).context("python3 has no input or output")?;
        Ok(Self { _program: program, input, output: BufReader::new(output) })
    }

    pub fn derive(&mut self, declaration: &DeclarationDocument) -> Result<Derived> {
        // Written at once: a value writes itself in pieces, each of which would be a call of the system.
        self.input.write_all(format!("{}\n", document(declaration)).as_bytes())?;
        let mut line = String::new();
        self.output.read_line(&mut line)?;
        let mut answer: Value = serde_json::from_str(&line).context(
            "evidence/reference/handshake.py gave no answer: it needs the Python package `blake3`",
        )?;
        Ok(Derived {
            document: answer["document"].take(),
            components: text(&answer["components"]).to_owned(),
        })
    }
}

impl Derived {
    pub fn root(&self) -> &str {
        self.document["coalition_root"].as_str().unwrap_or_default()
    }

    pub fn digest(&self) -> &str {
        self.document["handshake_digest"].as_str().unwrap_or_default()
    }

    /// The fingerprints of confluences and of the ticket issuer, by const name.
    pub fn own(&self) -> Vec<(String, String)> {
        let confluences = self.document["confluences"].as_array().into_iter().flatten();
        let issuer = self.document.get("ticket_issuer").filter(|issuer| issuer.is_object());
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        confluences.chain(issuer).map(|part| (text(&part["ident"]), text(&part["fingerprint"]))).collect()
    }
}
