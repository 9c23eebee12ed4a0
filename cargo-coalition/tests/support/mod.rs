//! Crates in temporary folders that depend on this checkout, and the command on them.

#![allow(dead_code, reason = "each test file takes what it needs")]

use std::fs;
use std::path::{Path, PathBuf};

use snapbox::cmd::{Command, OutputAssert};
use tempfile::TempDir;

pub const ETHEREUM: &str = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036";
pub const UNICHAIN: &str = "0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c";
pub const WRONG: &str = "0x1111111111111111111111111111111111111111111111111111111111111111";

/// The checkout that this crate lies in.
pub fn checkout() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the crate lies in a checkout")
}

/// A temporary folder with files in it.
pub struct Folder {
    folder: TempDir,
}

impl Folder {
    /// An empty one.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        // The same versions as in the checkout, which are built already for the next test.
        fs::copy(checkout().join("Cargo.lock"), folder.path().join("Cargo.lock"))
            .expect("the checkout's lock file");
        Self { folder }
    }

    /// A crate with this library.
    pub fn library(name: &str, source: &str) -> Self {
        Self::new().package("", name).file("src/lib.rs", source)
    }

    /// Adds a package in a folder.
    pub fn package(self, folder: &str, name: &str) -> Self {
        let manifest = format!(
            "[package]\nname = \"{name}\"\nedition = \"2024\"\n[dependencies]\ncoalition = {{ path = '{}' }}\n",
            checkout().display()
        );
        self.file(&Path::new(folder).join("Cargo.toml").to_string_lossy(), &manifest)
    }

    /// Adds a file.
    pub fn file(self, path: &str, text: &str) -> Self {
        self.write(path, text);
        self
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file in a folder")).expect("the folder");
        fs::write(path, text).expect("the file");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Replaces a text that is there.
    pub fn edit(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{path} has no {old:?}:\n{text}");
        self.write(path, &text.replace(old, new));
    }

    /// `cargo coalition …` in this folder.
    pub fn coalition(&self, arguments: &str) -> Ran {
        self.coalition_in("", arguments)
    }

    pub fn coalition_in(&self, folder: &str, arguments: &str) -> Ran {
        self.run(Self::command(arguments), folder)
    }

    /// `cargo coalition …` in this folder, with more environment variables.
    pub fn coalition_with(&self, arguments: &str, variables: &[(&str, String)]) -> Ran {
        let command = variables
            .iter()
            .fold(Self::command(arguments), |command, (name, value)| command.env(name, value));
        self.run(command, "")
    }

    /// `cargo coalition …` in this folder, with this on standard input.
    pub fn coalition_reading(&self, arguments: &str, input: &str) -> Ran {
        self.run_reading(Self::command(arguments), "", input)
    }

    fn command(arguments: &str) -> Command {
        let command = Command::new(snapbox::cmd::cargo_bin!("cargo-coalition"));
        command.arg("coalition").args(arguments.split_whitespace())
    }

    /// `cargo …` in this folder.
    pub fn cargo(&self, folder: &str, arguments: &str) -> Ran {
        self.run(Command::new(env!("CARGO")).args(arguments.split_whitespace()), folder)
    }

    /// Returns the output of `git …` in this folder.
    #[track_caller]
    pub fn git(&self, arguments: &[&str]) -> String {
        let mut git = std::process::Command::new("git");
        git.current_dir(self.path(""))
            .args(["-c", "user.name=a", "-c", "user.email=a@a.example"])
            .args(arguments);
        let output = git.output().expect("git");
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().into()
    }

    /// Commits everything that is not ignored.
    #[track_caller]
    pub fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "a state"]);
    }

    /// All tests share what is built, in which cargo tells packages apart by name: each test names its own.
    fn run(&self, command: Command, folder: &str) -> Ran {
        self.run_reading(command, folder, "")
    }

    fn run_reading(&self, command: Command, folder: &str, input: &str) -> Ran {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("shared");
        let command = command.current_dir(self.path(folder)).env("CARGO_TARGET_DIR", target);
        let command = command.env_remove("CI").env_remove("CARGO_TERM_COLOR");
        Ran(command.stdin(input).assert())
    }
}

/// A command that ran.
pub struct Ran(OutputAssert);

impl Ran {
    #[track_caller]
    pub fn code(self, code: i32) -> Self {
        Self(self.0.code(code))
    }

    /// How it ended.
    pub fn exit_code(&self) -> i32 {
        self.0.get_output().status.code().expect("it was not killed")
    }

    /// The command wrote this to stdout, and only this.
    #[track_caller]
    pub fn says(self, expected: impl snapbox::data::IntoData) -> Self {
        Self(self.0.stdout_eq(expected))
    }

    #[track_caller]
    pub fn mentions(self, text: &str) -> Self {
        let all = format!("{}{}", self.stdout(), self.stderr());
        assert!(all.contains(text), "{text:?} is not said:\n{all}");
        self
    }

    #[track_caller]
    pub fn hides(self, text: &str) -> Self {
        let all = format!("{}{}", self.stdout(), self.stderr());
        assert!(!all.contains(text), "{text:?} is said:\n{all}");
        self
    }

    pub fn stdout(&self) -> String {
        String::from_utf8_lossy(&self.0.get_output().stdout).into_owned()
    }

    pub fn stderr(&self) -> String {
        String::from_utf8_lossy(&self.0.get_output().stderr).into_owned()
    }
}

/// A block with two lattices, and what is passed in.
pub fn block(const_name: &str, name: &str, keys: &str, more: &str) -> String {
    format!(
        "coalition::coalition! {{\n    pub coalition {const_name} = \"{name}\" {{ {keys} }}\n    lattice \
         {const_name}_ETHEREUM = \"ethereum.mainnet\" {{ stable_id = \"{ETHEREUM}\" }}\n    lattice \
         {const_name}_UNICHAIN = \"unichain.mainnet\" {{ stable_id = \"{UNICHAIN}\" }}\n    {more}\n}}\n"
    )
}

/// The pins of a source, in their order.
pub fn pins(source: &str, key: &str) -> Vec<String> {
    let key = format!("{key} = \"");
    source.split(&key).skip(1).map(|rest| rest.split('"').next().unwrap_or_default().into()).collect()
}
