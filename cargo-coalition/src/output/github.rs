//! Annotations for GitHub Actions, each at its line of the source if it has one.

use std::env;
use std::fmt::Write as _;

use camino::Utf8Path;

use super::escape::escape_lines;
use super::stdout::outln;
use crate::paths::relative;

/// Prints one annotation, on a line of its own.
pub fn annotate(level: &str, at: Option<(&Utf8Path, usize, usize)>, title: &str, text: &str) {
    let mut properties = String::new();
    if let Some((file, line, column)) = at {
        // GitHub counts from the folder of the checkout.
        let checkout = env::var("GITHUB_WORKSPACE").ok();
        let within = checkout.and_then(|checkout| file.strip_prefix(checkout).ok());
        let file = property(within.unwrap_or_else(|| relative(file)).as_str());
        let _ = write!(properties, "file={file},line={line},col={column},");
    }
    outln!("::{level} {properties}title={}::{}", property(title), data(&escape_lines(text)));
}

/// Escapes a text. A line end would end the annotation.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
