//! The man pages and the completions, for packagers.

use std::io::Write as _;
use std::path::Path;

use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::command::CommandLine;
use crate::exit::{Exit, Failure};

pub fn completions(shell: Shell) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut CommandLine::command(), "cargo-coalition", &mut script);
    print(&script)
}

pub fn man(out: Option<&Path>) -> Result<Exit, Failure> {
    let command = CommandLine::command();
    if let Some(folder) = out {
        let written =
            std::fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(command, folder));
        return written
            .map(|()| Exit::Fine)
            .map_err(|error| Failure::broken(format_args!("cannot write to {}: {error}", folder.display())));
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page).map_err(Failure::broken)?;
    print(&page)
}

fn print(bytes: &[u8]) -> Result<Exit, Failure> {
    std::io::stdout()
        .write_all(bytes)
        .map_err(|error| Failure::broken(format_args!("cannot write to stdout: {error}")))?;
    Ok(Exit::Fine)
}
