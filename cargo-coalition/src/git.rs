//! Git, as far as this command asks it.

use std::process::{Command, Stdio};

use camino::Utf8Path;

/// What git prints, or what it has against it.
pub fn git(folder: &Utf8Path, arguments: &[&str]) -> Result<String, String> {
    let ran = Command::new("git").current_dir(folder).args(arguments).stdin(Stdio::null()).output();
    let output = ran.map_err(|error| format!("git does not run: {error}"))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
}
