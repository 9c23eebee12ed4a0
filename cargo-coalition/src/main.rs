//! `cargo coalition`: the operator's command around `coalition!`.
//!
//! It never computes an identity. Every value that it prints or writes was said by the user's own build, in its
//! diagnostics or in a report within what it built, so that tool and library cannot disagree.

#![forbid(unsafe_code)]

mod ask;
mod block;
mod block_edit;
mod build;
mod check;
mod colour;
mod command;
mod comparison;
mod dep_info;
mod diff;
mod document;
mod edit;
mod exit;
mod finding;
mod freeze;
mod freshness;
mod generate;
mod git;
mod handshake;
mod help;
mod inspect;
mod journal;
mod member;
mod name;
mod new;
mod outward;
mod plain;
mod plan;
mod previous;
mod progress;
mod publication;
mod reading;
mod regular_file;
mod release_notes;
mod report;
mod review;
mod revision;
mod say;
mod show;
mod source;
mod survey;
mod transaction;
mod unchecked;
mod workspace;
mod wrapper;

use std::process::ExitCode;

use clap::Parser as _;

use crate::command::{Command, Verb};
use crate::exit::Failure;

fn main() -> ExitCode {
    if let Some(exit) = wrapper::run() {
        return exit;
    }
    let command = Command::parse_from(command::arguments());
    colour::choose(command.color);
    let outcome = match &command.verb {
        Verb::New(options) => new::run(options),
        Verb::Check(options) => check::run(options),
        Verb::Freeze(options) => freeze::run(options),
        Verb::Show(options) => show::run(options),
        Verb::Diff(options) => diff::run(options),
        Verb::Handshake(options) => handshake::run(options),
        Verb::Inspect(options) => inspect::run(options),
        Verb::Completions { shell } => generate::completions(*shell),
        Verb::Man { out } => generate::man(out.as_deref()),
    };
    let exit = outcome.unwrap_or_else(|failure| exit::explain(&failure));
    match say::fault() {
        Some(error) => {
            exit::explain(&Failure::broken(format_args!("cannot write to stdout: {error}"))).into()
        }
        None => exit.into(),
    }
}
