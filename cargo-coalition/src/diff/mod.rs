//! `cargo coalition diff`

mod against;
mod changes;
mod moved;
mod print;

use coalition_core::OwnedHandshake;
use serde::Serialize;

use crate::command::Diff;
use crate::exit::{Exit, Failure};
use crate::reading::{self, Read};
use crate::workspace::Workspace;
use changes::Change;

/// What one coalition is compared to.
#[derive(Serialize)]
struct Comparison {
    name: String,
    status: Status,
    fingerprint: Sides,
    handshake_digest: Sides,
    changes: Vec<Change>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Status {
    Same,
    Changed,
    Added,
    Removed,
}

#[derive(Default, PartialEq, Eq, Serialize)]
struct Sides {
    was: Option<String>,
    is: Option<String>,
}

pub fn run(options: &Diff) -> Result<Exit, Failure> {
    let workspace = Workspace::load(&options.build)?;
    let earlier = against::Earlier::find(options, &workspace)?;
    let old = match earlier.read(options, &workspace)? {
        Ok(handshakes) => handshakes,
        Err(exit) => return Ok(exit),
    };
    let new: Vec<OwnedHandshake> = match reading::read(&options.build, &workspace, options.look.quiet)? {
        Read::Readings(readings) => readings.into_iter().map(|reading| reading.handshake).collect(),
        Read::Ended(exit) => return Ok(exit),
    };
    let comparisons = compare(&named(&old, options)?, &named(&new, options)?, earlier.is_whole());
    if let Some(name) = options.name.as_deref().filter(|_| comparisons.is_empty()) {
        return Err(reading::called(name, old.iter().chain(&new).map(name_of)));
    }
    if options.look.json {
        print::json(&earlier.name, &comparisons)?;
    } else {
        print::human(&earlier.name, &comparisons, options.look.quiet);
    }
    let is_same = comparisons.iter().all(|comparison| comparison.status == Status::Same);
    Ok(if is_same { Exit::Fine } else { Exit::Different })
}

/// Those that were asked for.
fn named<'h>(handshakes: &'h [OwnedHandshake], options: &Diff) -> Result<Vec<&'h OwnedHandshake>, Failure> {
    let is_asked_for = |owned: &&OwnedHandshake| {
        options.name.as_deref().is_none_or(|name| {
            owned.with(|handshake| handshake.coalition.name == name || handshake.ident == name)
        })
    };
    let found: Vec<_> = handshakes.iter().filter(is_asked_for).collect();
    let mut names: Vec<_> = found.iter().map(|owned| name_of(owned)).collect();
    names.sort();
    match names.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(Failure::usage(format_args!(
            "several coalitions are named `{}`: choose a package with `--package`",
            pair[0]
        ))),
        None => Ok(found),
    }
}

/// Pairs the coalitions by name. Where `is_whole` does not hold, an earlier document speaks of one coalition alone, and
/// the others are not compared.
fn compare(old: &[&OwnedHandshake], new: &[&OwnedHandshake], is_whole: bool) -> Vec<Comparison> {
    let mut comparisons = Vec::new();
    for is in new {
        let was = old.iter().copied().find(|was| name_of(was) == name_of(is));
        // A document of one coalition is compared with the only one there is, whatever its name was.
        let only = match (old, new) {
            ([was], [_]) if !is_whole => Some(*was),
            _ => None,
        };
        let was = was.or(only);
        if was.is_some() || is_whole {
            comparisons.push(Comparison::of(was, Some(is)));
        }
    }
    for was in old {
        if is_whole && !new.iter().any(|is| name_of(is) == name_of(was)) {
            comparisons.push(Comparison::of(Some(was), None));
        }
    }
    comparisons
}

impl Comparison {
    fn of(was: Option<&OwnedHandshake>, is: Option<&OwnedHandshake>) -> Self {
        let root = |owned: &OwnedHandshake| owned.with(|read| read.coalition.coalition_root().to_string());
        let digest = |owned: &OwnedHandshake| owned.with(|read| read.digest().to_string());
        let changes = match (was, is) {
            (Some(was), Some(is)) => was.with(|was| is.with(|is| changes::changes(was, is))),
            _ => Vec::new(),
        };
        Self {
            name: is.or(was).map(name_of).unwrap_or_default(),
            status: match (was, is) {
                (None, _) => Status::Added,
                (_, None) => Status::Removed,
                (Some(was), Some(is)) if digest(was) == digest(is) => Status::Same,
                _ => Status::Changed,
            },
            fingerprint: Sides { was: was.map(root), is: is.map(root) },
            handshake_digest: Sides { was: was.map(digest), is: is.map(digest) },
            changes,
        }
    }
}

fn name_of(owned: &OwnedHandshake) -> String {
    owned.with(|handshake| handshake.coalition.name.to_owned())
}
