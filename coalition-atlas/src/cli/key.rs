//! `atlas key`.

use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use std::process::ExitCode;

use mosaik::SecretKey;

use super::Outcome;
use super::args::read_key;

#[derive(clap::Args)]
pub struct Args {
    /// The file that holds the key, or will: 64 hex digits, readable by its owner alone.
    #[arg(env = "ATLAS_KEY", value_name = "FILE")]
    file: PathBuf,
}

/// Prints the peer id, which the roster names; of a ticket issuer, the public key.
pub fn run(args: &Args) -> Outcome {
    let fault = |fault: std::io::Error| format!("{}: {fault}", args.file.display());
    let key = if args.file.exists() {
        read_key(&args.file)?
    } else {
        let key = SecretKey::generate();
        let mut file =
            OpenOptions::new().write(true).create_new(true).mode(0o600).open(&args.file).map_err(fault)?;
        let digits = mosaik::UniqueId::from_bytes(key.to_bytes());
        writeln!(file, "{digits}").and_then(|()| file.sync_all()).map_err(fault)?;
        key
    };
    println!("{}", key.public());
    Ok(ExitCode::SUCCESS)
}
