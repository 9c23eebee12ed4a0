//! The program `atlas`, as the hosts of a committee run it.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};

use crate::namespace::assert_loopback_alone;

/// The program, with nothing of this process's environment that it would read.
pub fn atlas(arguments: &[&str]) -> Command {
    assert_loopback_alone();
    let mut command = Command::new(env!("CARGO_BIN_EXE_atlas"));
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("ATLAS_")) {
        command.env_remove(name);
    }
    command.args(arguments);
    command
}

/// Runs a command of it to its end, and returns its one line.
pub fn line(arguments: &[&str]) -> String {
    let output = atlas(arguments).output().expect("atlas");
    assert!(output.status.success(), "atlas {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text").trim().to_owned()
}

/// A running process of the program, which is killed when it is dropped.
pub struct Running(Child);

impl Running {
    pub fn start(mut command: Command) -> Self {
        Self(command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("atlas"))
    }

    pub fn lines(&mut self) -> impl Iterator<Item = String> + use<> {
        let stdout: ChildStdout = self.0.stdout.take().expect("its standard output");
        BufReader::new(stdout).lines().map_while(Result::ok)
    }

    /// Returns the lines of its standard error, as they come.
    pub fn errors(&mut self) -> impl Iterator<Item = String> + use<> {
        BufReader::new(self.0.stderr.take().expect("its standard error")).lines().map_while(Result::ok)
    }

    /// Sends a signal by its name.
    pub fn signal(&self, signal: &str) {
        let sent = Command::new("kill").args([&format!("-{signal}"), &self.0.id().to_string()]).status();
        assert!(sent.is_ok_and(|status| status.success()), "kill -{signal}");
    }

    /// Waits until it ends by itself: its exit code, and what it wrote to standard error.
    pub fn ended(mut self) -> (Option<i32>, String) {
        let mut said = String::new();
        let stderr = self.0.stderr.take().expect("its standard error");
        let _ = BufReader::new(stderr).read_to_string(&mut said);
        (self.0.wait().expect("its end").code(), said)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The files of a committee of three, as the runbook lays them out.
pub struct Files {
    folder: PathBuf,
    relay: String,
    issuer: String,
}

impl Files {
    /// Makes keys, tickets, the secret and the roster in a folder.
    pub fn new(folder: &Path, relay: &str) -> Self {
        let mut files = Self { folder: folder.to_owned(), relay: relay.to_owned(), issuer: String::new() };
        files.issuer = line(&["key", &files.path("issuer.key")]);
        let mut roster = String::from("# the committee\n");
        for index in 0..3 {
            let peer = line(&["key", &files.path(&format!("{index}.key"))]);
            let ticket = line(&["ticket", "--key", &files.path("issuer.key"), "--member", &peer]);
            std::fs::write(files.path(&format!("{index}.ticket")), ticket).expect("a ticket");
            roster += &[&peer, " ", relay, "\n"].concat();
        }
        std::fs::write(files.path("roster"), roster).expect("the roster");
        std::fs::write(files.path("secret"), "5e".repeat(32) + "\n").expect("the secret");
        files
    }

    pub fn path(&self, name: &str) -> String {
        self.folder.join(name).to_str().expect("a path in UTF-8").to_owned()
    }

    fn on_loopback(&self, arguments: &[&str]) -> Command {
        let mut command = atlas(arguments);
        command.env("ATLAS_ROSTER", self.path("roster")).env("ATLAS_RELAYS", &self.relay);
        command.env("ATLAS_BIND", "127.0.0.1:0,[::1]:0").env("ATLAS_HTTP", "127.0.0.1:0");
        command
    }

    pub fn member(&self, index: usize) -> Command {
        let mut command = self.on_loopback(&["member"]);
        command.env("ATLAS_KEY", self.path(&format!("{index}.key")));
        command.env("ATLAS_TICKET", self.path(&format!("{index}.ticket")));
        command
            .env("ATLAS_SECRET", self.path("secret"))
            .env("ATLAS_STATE", self.path(&format!("{index}.state")));
        command.env("ATLAS_ISSUERS", format!("self={}", self.issuer));
        command
    }

    pub fn reader(&self) -> Command {
        self.on_loopback(&["reader", "--every", "1"])
    }

    pub fn status(&self, seconds: &str) -> Output {
        self.on_loopback(&["status", "--wait", seconds]).output().expect("atlas status")
    }
}
