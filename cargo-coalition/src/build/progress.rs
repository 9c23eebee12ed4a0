//! Cargo's own words, passed on as they come: progress on a terminal, and what it compiles.
//!
//! That a crate could not be compiled is held back: where a drift is all that is wrong, this command says it better.

use std::io::{IsTerminal as _, Read, Write as _};
use std::process::Command;

/// Has cargo show its progress although it does not write to the terminal itself.
pub fn request(cargo: &mut Command, quiet: bool) {
    let stderr = std::io::stderr();
    let colours = anstream::AutoStream::choice(&stderr) != anstream::ColorChoice::Never;
    cargo.env("CARGO_TERM_COLOR", if colours { "always" } else { "never" });
    if quiet {
        cargo.arg("--quiet");
    } else if stderr.is_terminal() {
        let width = terminal_size::terminal_size_of(&stderr).map_or(80, |(width, _)| width.0);
        cargo.env("CARGO_TERM_PROGRESS_WHEN", "always");
        cargo.env("CARGO_TERM_PROGRESS_WIDTH", width.to_string());
    }
}

/// Passes on what cargo says, and returns what was held back.
pub fn pass_on(mut cargo: impl Read) -> String {
    let (mut lines, mut buffer) = (CargoLines::default(), [0; 4096]);
    loop {
        let read = match cargo.read(&mut buffer) {
            Ok(0) | Err(_) => break,
            Ok(read) => read,
        };
        for &byte in &buffer[..read] {
            lines.line.push(byte);
            // Progress is drawn over itself, and ends in a carriage return.
            if matches!(byte, b'\n' | b'\r') {
                lines.end();
            }
        }
    }
    lines.end();
    lines.clear_progress();
    lines.held
}

#[derive(Default)]
struct CargoLines {
    line: Vec<u8>,
    held: String,
    /// `true` if the line of the terminal shows progress.
    drawn: bool,
}

impl CargoLines {
    fn end(&mut self) {
        let line = std::mem::take(&mut self.line);
        let text = String::from_utf8_lossy(&line);
        let plain = anstream::adapter::strip_str(&text).to_string();
        let is_summary = plain.starts_with("error: could not compile `")
            || plain.starts_with("warning: build failed, waiting for other jobs");
        if is_summary {
            self.clear_progress();
            self.held.push_str(&text);
        } else if !line.is_empty() {
            // The colours are those that were asked for: cargo was told.
            write(&line);
            self.drawn = line.ends_with(b"\r") && plain.len() > 1;
        }
    }

    /// Cargo clears its progress with what is held back here.
    fn clear_progress(&mut self) {
        if std::mem::take(&mut self.drawn) {
            write(b"\r\x1b[K");
        }
    }
}

fn write(bytes: &[u8]) {
    let mut stderr = std::io::stderr().lock();
    // If nobody reads stderr, there is nobody to tell.
    let _ = stderr.write_all(bytes).and_then(|()| stderr.flush());
}
