//! The Atlas of the runbook's coalition. An operator's own binary is the same three lines, with the operator's const.

mod superchain;

fn main() -> std::process::ExitCode {
    coalition_atlas::cli::main(&superchain::ETH_SUPERCHAIN_HANDSHAKE)
}
