//! The verbs of the command.

pub mod check;
mod comparison_text;
pub mod diff;
pub mod freeze;
pub mod generate;
pub mod handshake;
pub mod inspect;
pub mod new;
mod report;
mod select;
pub mod show;

use crate::build::workspace::Workspace;
use crate::command::Build;
use crate::exit::Failure;
use crate::history::journal;

/// Opens the workspace. A freeze that was interrupted in it is finished or taken back first.
fn open(options: &Build) -> Result<Workspace, Failure> {
    let workspace = Workspace::open(options)?;
    journal::recover(&workspace)?;
    Ok(workspace)
}
