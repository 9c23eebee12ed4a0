//! `cargo coalition inspect`

use serde::Serialize;

use crate::build::marker::{FoundMarker, markers_in};
use crate::command::{Format, Inspect};
use crate::exit::{Exit, Failure};
use crate::output::stdout::outln;
use crate::output::style::{BOLD, NOTE, status};
use crate::output::{github, json, layout};
use crate::source::regular_file;

#[derive(Serialize)]
struct InspectDocument {
    format: u32,
    verb: &'static str,
    file: String,
    coalitions: Vec<FoundMarker>,
}

pub fn run(options: &Inspect) -> Result<Exit, Failure> {
    let file = &options.binary;
    let coalitions = regular_file::open(file)
        .and_then(markers_in)
        .map_err(|error| Failure::usage(format_args!("cannot read {}: {error}", file.display())))?;
    let coalitions: Vec<_> = coalitions.into_iter().collect();
    let exit = if coalitions.is_empty() { Exit::Different } else { Exit::Fine };
    let quiet = options.output.quiet;
    match options.output.format() {
        Format::Json => {
            let file = file.display().to_string();
            json::print(&InspectDocument { format: json::FORMAT, verb: "inspect", file, coalitions })?;
        }
        Format::Github => {
            for FoundMarker { name, root, .. } in coalitions {
                github::annotate("notice", None, "coalition", &format!("{name}\nCOALITION_ROOT: {root}"));
            }
        }
        Format::Human if !quiet && coalitions.is_empty() => {
            status("Found", NOTE, format_args!("no coalition in {}", file.display()));
        }
        Format::Human if !quiet => table(&coalitions),
        Format::Human => {}
    }
    Ok(exit)
}

fn table(coalitions: &[FoundMarker]) {
    let widest = coalitions.iter().map(|marker| marker.name.len()).max().unwrap_or(0);
    let width = widest.max("coalition".len());
    if !layout::fits(width + " schema ".len() + 66) {
        for FoundMarker { name, schema, root } in coalitions {
            outln!("{BOLD}{name}{BOLD:#} schema {schema}\n  {root}");
        }
        return;
    }
    outln!("{BOLD}{:<width$} schema COALITION_ROOT{BOLD:#}", "coalition");
    for marker in coalitions {
        outln!("{:<width$} {:<6} {}", marker.name, marker.schema, marker.root);
    }
}
