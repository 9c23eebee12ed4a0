//! `cargo coalition inspect`

use serde::Serialize;

use crate::command::Inspect;
use crate::exit::{Exit, Failure};
use crate::reading::marker::{Marker, markers};
use crate::report::style::{BOLD, NOTE, status};

/// Counted up whenever a reader of the old form would misread the new one.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Document {
    format: u32,
    verb: &'static str,
    file: String,
    coalitions: Vec<Marker>,
}

pub fn run(options: &Inspect) -> Result<Exit, Failure> {
    let file = &options.binary;
    let bytes = std::fs::read(file)
        .map_err(|error| Failure::usage(format_args!("cannot read {}: {error}", file.display())))?;
    let coalitions: Vec<_> = markers(&bytes).into_iter().collect();
    let exit = if coalitions.is_empty() { Exit::Different } else { Exit::Fine };
    if options.json {
        let file = file.display().to_string();
        let document = Document { format: FORMAT, verb: "inspect", file, coalitions };
        let text = serde_json::to_string_pretty(&document).map_err(Failure::broken)?;
        anstream::println!("{text}");
    } else if coalitions.is_empty() {
        status("Found", NOTE, format_args!("no coalition in {}", file.display()));
    } else {
        let width =
            coalitions.iter().map(|marker| marker.name.len()).max().unwrap_or(0).max("coalition".len());
        anstream::println!("{BOLD}{:<width$} schema COALITION_ROOT{BOLD:#}", "coalition");
        for marker in coalitions {
            anstream::println!("{:<width$} {:<6} {}", marker.name, marker.schema, marker.root);
        }
    }
    Ok(exit)
}
