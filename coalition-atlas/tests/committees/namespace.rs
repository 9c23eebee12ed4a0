//! mosaik sends traffic off the machine, so whatever starts it runs in a network namespace that has loopback alone.

use std::io::Write;
use std::process::Command;

const INSIDE: &str = "COALITION_ATLAS_INSIDE";
/// Shown where the test fails.
const LOG: &str =
    "warn,coalition_atlas=debug,mosaik::groups=debug,iroh=off,iroh_gossip=off,iroh_relay=off,noq=off";
const SHELL: &str = "ip link set lo up && exec \"$0\" \"$@\"";

/// Runs a test in a namespace of its own: this process starts itself anew in one, for this test alone. Where the system
/// refuses namespaces, says so and returns.
pub fn run_alone(path: &str, test: impl Future<Output = ()>) {
    // The harness names a test without its crate.
    let name = path.split_once("::").map_or(path, |(_, name)| name);
    if is_inside() {
        tracing_subscriber::fmt().with_env_filter(LOG).with_ansi(false).with_writer(std::io::stderr).init();
        return run_inside(test);
    }
    let Some(mut command) = again(name) else { return };
    let output =
        command.args(["--exact", name, "--nocapture", "--test-threads=1"]).output().expect("the test");
    let printed =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && printed.contains("1 passed"),
        "in its namespace {name} failed:\n{printed}"
    );
}

/// Whether this process was started in one.
pub fn is_inside() -> bool {
    std::env::var_os(INSIDE).is_some()
}

/// Runs it on a runtime of its own, where this process is in such a namespace.
pub fn run_inside(future: impl Future<Output = ()>) {
    assert_loopback_alone();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(future);
}

/// This program, to be started in a namespace. Nothing where the system refuses one.
pub fn again(name: &str) -> Option<Command> {
    let refused = match namespace("true".as_ref()).output() {
        Ok(output) if output.status.success() => None,
        Ok(output) => Some(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
        Err(fault) => Some(fault.to_string()),
    };
    if let Some(reason) = refused {
        // Past the harness, which shows nothing of a test that passes.
        let _ =
            writeln!(std::io::stderr(), "skipped {name}: no network namespace with loopback alone: {reason}");
        return None;
    }
    let mut command = namespace(std::env::current_exe().expect("this program").as_os_str());
    command.env(INSIDE, "1");
    Some(command)
}

/// Panics where any interface but loopback is in sight. Every network of these tests comes by here.
pub fn assert_loopback_alone() {
    let table = std::fs::read_to_string("/proc/self/net/dev").expect("the interfaces");
    let interfaces = table.lines().skip(2).filter_map(|line| Some(line.split_once(':')?.0.trim()));
    let others: Vec<&str> = interfaces.filter(|interface| *interface != "lo").collect();
    assert!(others.is_empty(), "mosaik is started with loopback alone, and here are {others:?}");
}

fn namespace(program: &std::ffi::OsStr) -> Command {
    let mut command = Command::new("unshare");
    command.args(["-rn", "sh", "-c", SHELL]).arg(program);
    command
}
