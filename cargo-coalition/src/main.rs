//! `cargo coalition`: the operator's command around `coalition!`.
//!
//! It never derives an identity. The user's own build says every value that it prints or writes, so the command and the
//! library cannot disagree.

#![forbid(unsafe_code)]

mod build;
mod command;
mod exit;
mod help;
mod history;
mod interruption;
mod name;
mod output;
mod paths;
mod source;
mod verbs;

use std::process::ExitCode;

use clap::Parser as _;

use crate::build::wrapper;
use crate::command::{CommandLine, Verb};
use crate::exit::{Exit, Failure};
use crate::output::{colour, error, stdout, usage};
use crate::verbs::{check, diff, freeze, generate, handshake, inspect, new, show};

fn main() -> ExitCode {
    if let Some(exit) = wrapper::run() {
        return exit;
    }
    let command = match CommandLine::try_parse_from(command::arguments()) {
        Ok(command) => command,
        Err(error) => return usage::print(&error).into(),
    };
    colour::choose(command.color);
    let outcome = interruption::handle().and_then(|()| run(&command.verb));
    let exit = outcome.unwrap_or_else(|failure| error::print(&failure));
    match stdout::error() {
        Some(fault) => error::print(&Failure::broken(format_args!("cannot write to stdout: {fault}"))).into(),
        None => exit.into(),
    }
}

fn run(verb: &Verb) -> Result<Exit, Failure> {
    match verb {
        Verb::New(options) => new::run(options),
        Verb::Check(options) => check::run(options),
        Verb::Freeze(options) => freeze::run(options),
        Verb::Show(options) => show::run(options),
        Verb::Diff(options) => diff::run(options),
        Verb::Handshake(options) => handshake::run(options),
        Verb::Inspect(options) => inspect::run(options),
        Verb::Completions { shell } => generate::completions(*shell),
        Verb::Man { out } => generate::man(out.as_deref()),
    }
}
