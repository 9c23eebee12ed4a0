//! `cargo coalition handshake`: the page and the document that Step 7 of the runbook publishes.

mod files;
mod gaps;
mod html;
mod outcome;
mod page;
#[cfg(test)]
mod renderings;

use camino::{Utf8Path, Utf8PathBuf};

use crate::build::coalitions::State;
use crate::build::read_build::{self, ReadCoalition};
use crate::build::workspace::Workspace;
use crate::command::Handshake;
use crate::exit::{Exit, Failure};
use crate::history::handshake_file;
use crate::history::release_notes;
use crate::output::style::ERROR;
use crate::source::regular_file;
use crate::verbs::select;
use files::Fate;
use outcome::{File, Gap};

pub fn run(options: &Handshake) -> Result<Exit, Failure> {
    let template = options.template.as_ref().map(regular_file::read_to_string).transpose();
    let template =
        template.map_err(|error| Failure::usage(format_args!("cannot read the template: {error}")))?;
    let template = page::Template::new(template)?;
    let workspace = crate::verbs::open(&options.build)?;
    let readings = read_build::read(&options.build, &workspace, options.output.quiet)?;
    let selected = select::select(&readings, options.name.as_deref())?;
    if selected.is_empty() {
        return Ok(select::none(options.output.quiet));
    }
    let mut exit = Exit::Fine;
    // Integrators compile in what a page says, so nothing is published that its own crate does not build with.
    for reading in
        selected.iter().filter(|reading| !matches!(reading.state, State::Frozen | State::Unchecked))
    {
        let fault = match reading.state {
            State::Drifted => "drifted",
            State::Stale => "has a stale `expect_components`",
            _ => "is not frozen",
        };
        let name = reading.name();
        anstream::eprintln!(
            "{ERROR}error{ERROR:#}: `{name}` {fault}: `cargo coalition freeze {name}` comes first"
        );
        exit = Exit::Different;
    }
    if exit != Exit::Fine {
        return Ok(exit);
    }
    // All is rendered before anything is written.
    let mut pages = Vec::new();
    for reading in selected.iter().copied() {
        let place = Place::of(reading, &readings, options.out.as_deref(), &workspace)?;
        let date = workspace
            .package(&reading.package)
            .and_then(|package| release_notes::date(&release_notes::file(package), &reading.root()));
        pages.push((reading.name(), place, page::texts(reading, date.as_deref(), &template)?));
    }
    let gaps: Vec<_> = selected
        .iter()
        .zip(&pages)
        .flat_map(|(&reading, (coalition, ..))| {
            let gaps = gaps::gaps(reading.handshake.as_handshake());
            gaps.into_iter().map(move |text| Gap { coalition, text, reading })
        })
        .collect();
    let mut files = Vec::new();
    for (coalition, place, texts) in &pages {
        for (name, text) in page::FILES.iter().zip(texts) {
            let path = place.folder.join(name);
            if options.out.is_none() && !options.check && !workspace.may_write(&path) {
                return Err(Failure::file("write", &path, "a link leads out of the workspace"));
            }
            let fate = if options.check { files::check(&path, text) } else { files::write(&path, text)? };
            files.push(File { coalition, path, fate });
        }
    }
    // A page that was published is found at its old address: it is for a person to say what becomes of that.
    for (coalition, place, _) in &pages {
        for path in page::FILES.map(|name| place.other.join(name)) {
            if path.is_file() && !files.iter().any(|file| file.path == path) {
                files.push(File { coalition, path, fate: Fate::LeftOver });
            }
        }
    }
    let status = if !files.iter().all(|file| file.fate.is_fine()) {
        "stale"
    } else if options.deny_incomplete && !gaps.is_empty() {
        "incomplete"
    } else {
        "fine"
    };
    outcome::print(status, &files, &gaps, &options.output)?;
    Ok(if status == "fine" { Exit::Fine } else { Exit::Different })
}

/// Where the files of a coalition lie, and where they would lie if others were not there, or were.
struct Place {
    folder: Utf8PathBuf,
    other: Utf8PathBuf,
}

impl Place {
    /// A folder that several would share has a folder for each; which those are does not depend on the name that was
    /// asked for.
    fn of(
        reading: &ReadCoalition,
        all: &[ReadCoalition],
        out: Option<&std::path::Path>,
        workspace: &Workspace,
    ) -> Result<Self, Failure> {
        let whole = match out {
            Some(out) => {
                let text = Utf8Path::from_path(out);
                text.ok_or_else(|| Failure::usage(format_args!("{} is no text", out.display())))?.to_owned()
            }
            None => match workspace.package(&reading.package) {
                Some(package) => handshake_file::folder(package),
                None => workspace.root().join("handshake"),
            },
        };
        let own = whole.join(reading.name());
        let sharing = all.iter().filter(|other| out.is_some() || other.package == reading.package);
        Ok(if sharing.count() > 1 {
            Self { folder: own, other: whole }
        } else {
            Self { folder: whole, other: own }
        })
    }
}
