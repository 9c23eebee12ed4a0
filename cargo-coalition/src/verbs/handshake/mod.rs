//! `cargo coalition handshake`: the page and the document that Step 7 of the runbook publishes.

mod files;
mod gaps;
mod html;
mod outcome;
mod page;
mod place;
#[cfg(test)]
mod renderings;

use std::path::PathBuf;

use camino::Utf8PathBuf;

use crate::build::coalitions::State;
use crate::build::read_build::{self, ReadCoalition};
use crate::build::workspace::Workspace;
use crate::command::{HandshakeOptions, PageOptions};
use crate::exit::{Exit, Failure};
use crate::history::published::{How, Lag};
use crate::history::release_notes;
use crate::interruption::whole;
use crate::output::error;
use crate::source::regular_file;
use crate::verbs::select;
use files::Fate;
use outcome::{File, Gap};
use place::PagePlace;

pub fn run(options: &HandshakeOptions) -> Result<Exit, Failure> {
    let template = template(&options.page)?;
    let workspace = crate::verbs::open(&options.build)?;
    let readings = read_build::read(&options.build, &workspace, options.output.quiet)?;
    let selected = select::select(&readings, options.name.as_deref())?;
    if selected.is_empty() {
        return Ok(select::none(options.output.quiet));
    }
    // Integrators compile in what a page says, so nothing is published that its own crate does not build with.
    if refuse(&selected) {
        return Ok(Exit::Different);
    }
    let pages = pages(&selected, &readings, &options.page, &template, &workspace)?;
    let gaps: Vec<_> = pages
        .iter()
        .flat_map(|page| {
            let gaps = gaps::gaps(page.reading.handshake.as_handshake());
            gaps.into_iter().map(|text| Gap { coalition: &page.name, text, reading: page.reading })
        })
        .collect();
    let files = if options.check {
        checked(&pages)
    } else {
        written(&pages, options.page.out.is_some(), &workspace)?
    };
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

/// Returns the files of these coalitions' pages that do not have the text that would be written today.
pub fn lags(
    selected: &[&ReadCoalition],
    all: &[ReadCoalition],
    options: &PageOptions,
    workspace: &Workspace,
) -> Result<Vec<Lag>, Failure> {
    let pages = pages(selected, all, options, &template(options)?, workspace)?;
    let lags = checked(&pages).into_iter().filter_map(|File { coalition, path, fate }| {
        let how = match fate {
            Fate::Fresh | Fate::Written => return None,
            Fate::Missing => How::Missing,
            Fate::Stale => How::Stale,
            Fate::LeftOver => How::LeftOver,
        };
        Some(Lag { coalition: coalition.into(), file: path, published: None, how })
    });
    Ok(lags.collect())
}

fn template(options: &PageOptions) -> Result<page::Template, Failure> {
    let read = |file: &PathBuf| {
        let unread = |error| Failure::usage(format_args!("cannot read {}: {error}", file.display()));
        regular_file::read_to_string(file).map_err(unread)
    };
    page::Template::new(options.template.as_ref().map(read).transpose()?)
}

/// Says which coalitions are not frozen. Returns `true` if there is one.
fn refuse(selected: &[&ReadCoalition]) -> bool {
    let is_open = |reading: &&&ReadCoalition| !matches!(reading.state, State::Frozen | State::Unchecked);
    let mut refused = false;
    for reading in selected.iter().filter(is_open) {
        let fault = match reading.state {
            State::Drifted => "drifted",
            State::Stale => "has a stale `expect_components`",
            _ => "is not frozen",
        };
        let name = reading.name();
        error::error(&format!("`{name}` {fault}: run `cargo coalition freeze {name}` first"));
        refused = true;
    }
    refused
}

/// The page of a coalition.
struct RenderedPage<'r> {
    name: String,
    reading: &'r ReadCoalition,
    place: PagePlace,
    /// The texts of [`page::FILES`].
    texts: [String; 3],
}

impl RenderedPage<'_> {
    /// Returns each file of the page, with the text that it should have.
    fn files(&self) -> impl Iterator<Item = (&Self, Utf8PathBuf, &str)> {
        let texts = page::FILES.iter().zip(&self.texts);
        texts.map(move |(name, text)| (self, self.place.folder.join(name), text.as_str()))
    }
}

/// Renders the pages of these coalitions. Nothing is written before all of them are rendered.
fn pages<'r>(
    selected: &[&'r ReadCoalition],
    all: &[ReadCoalition],
    options: &PageOptions,
    template: &page::Template,
    workspace: &Workspace,
) -> Result<Vec<RenderedPage<'r>>, Failure> {
    let page = |reading: &&'r ReadCoalition| {
        let place = PagePlace::of(reading, all, options.out.as_deref(), workspace)?;
        let package = workspace.package(&reading.package);
        let date =
            package.and_then(|package| release_notes::date(&release_notes::file(package), &reading.root()));
        let texts = page::texts(reading, date.as_deref(), template)?;
        Ok(RenderedPage { name: reading.name(), reading, place, texts })
    };
    selected.iter().map(page).collect()
}

/// Compares the files of pages with what they should be.
fn checked<'p>(pages: &'p [RenderedPage<'_>]) -> Vec<File<'p>> {
    let texts = pages.iter().flat_map(RenderedPage::files);
    let files = texts.map(|(page, path, text)| {
        let fate = files::check(&path, text);
        File { coalition: page.name.as_str(), path, fate }
    });
    let mut files = files.collect();
    add_left_over(pages, &mut files);
    files
}

fn written<'p>(
    pages: &'p [RenderedPage<'_>],
    may_leave: bool,
    workspace: &Workspace,
) -> Result<Vec<File<'p>>, Failure> {
    let texts = || pages.iter().flat_map(RenderedPage::files);
    if let Some((_, path, _)) = texts().find(|(_, path, _)| !may_leave && !workspace.may_write(path)) {
        return Err(Failure::file("write", &path, "a link leads out of the workspace"));
    }
    if let Some((_, path, _)) = texts().find(|(_, path, _)| path.is_dir()) {
        return Err(Failure::file("write", &path, "it is a folder"));
    }
    let mut files = Vec::new();
    whole(|| {
        texts().try_for_each(|(page, path, text)| {
            files.push(File { coalition: &page.name, fate: files::write(&path, text)?, path });
            Ok(())
        })
    })?;
    add_left_over(pages, &mut files);
    Ok(files)
}

/// Adds pages at their old address. Integrators may be linked to them, so a person decides about them.
fn add_left_over<'p>(pages: &'p [RenderedPage<'_>], files: &mut Vec<File<'p>>) {
    for page in pages {
        for path in page::FILES.map(|name| page.place.other.join(name)) {
            if path.is_file() && !files.iter().any(|file| file.path == path) {
                files.push(File { coalition: &page.name, path, fate: Fate::LeftOver });
            }
        }
    }
}
