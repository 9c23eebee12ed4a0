//! `atlas publish`.

use std::path::PathBuf;
use std::process::ExitCode;

use super::control::call;
use super::{Outcome, member::PUBLISH};

#[derive(clap::Args)]
pub struct Args {
    /// The state folder of the member that runs on this host.
    #[arg(long, env = "ATLAS_STATE", value_name = "FOLDER")]
    state: PathBuf,
}

/// Succeeds when a majority of the committee has every compiled card of the running member on disk.
pub async fn run(args: &Args) -> Outcome {
    let published = call(&args.state, PUBLISH).await??;
    println!("{published}");
    Ok(ExitCode::SUCCESS)
}
