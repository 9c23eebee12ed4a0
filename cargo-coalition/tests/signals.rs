//! A signal at each moment of a verb: nothing is half done, no temporary folder stays, and what cargo runs ends too.
#![cfg(target_os = "linux")]

mod support;

use std::fs::{self, File, TryLockError};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use support::{Folder, UNICHAIN, WRONG, block, pins};

const SIGNALS: [&str; 3] = ["INT", "TERM", "HUP"];
const LONG: Duration = Duration::from_secs(120);

/// The build script of a crate. It waits in the build that the file `stop` names, and holds a lock as long as it lives.
const SCRIPT: &str = r#"fn main() {
    let control = std::path::Path::new("CONTROL");
    let is_open = std::fs::read_to_string("src/lib.rs").unwrap().contains("fingerprint = _");
    let folder = std::env::current_dir().unwrap();
    let build = if folder.to_str().unwrap().contains("-revision-") {
        "revision".to_owned()
    } else {
        let purpose = std::env::var("CARGO_COALITION_PURPOSE").unwrap_or_default();
        format!("{purpose} {}", if is_open { "open" } else { "written" })
    };
    println!("cargo::rerun-if-changed=always");
    if std::fs::read_to_string(control.join("stop")).is_ok_and(|stop| stop == build) {
        let alive = std::fs::File::create(control.join("alive")).unwrap();
        alive.lock().unwrap();
        std::fs::write(control.join("waits"), "").unwrap();
        for _ in 0..30_000 {
            std::thread::sleep(std::time::Duration::from_millis(10));
            if control.join("go").exists() {
                break;
            }
        }
    }
}
"#;

/// A crate whose builds wait, and the folder that says which.
struct Crate {
    folder: Folder,
    control: Folder,
}

impl Crate {
    fn new(name: &str) -> Self {
        let (folder, control) = (Folder::library(name, &open()), Folder::new().file("tmp/keep", ""));
        let script = SCRIPT.replace("CONTROL", control.path("").to_str().unwrap());
        Self { folder: folder.file("build.rs", &script).file(".gitignore", "Cargo.lock\ntarget\n"), control }
    }

    fn start(&self, verb: &str, stdout: Stdio) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-coalition"));
        self.prepare(&mut command).arg("coalition").args(verb.split(' '));
        command.stdin(Stdio::null()).stdout(stdout).stderr(Stdio::piped()).spawn().unwrap()
    }

    fn prepare<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("shared");
        command.current_dir(self.folder.path("")).env("CARGO_TARGET_DIR", target).env_remove("CI");
        command.env("TMPDIR", self.control.path("tmp"))
    }

    /// Starts a verb, and returns once its build waits.
    fn waiting(&self, verb: &str, build: &str) -> Child {
        let _ = fs::remove_file(self.control.path("waits"));
        self.control.write("stop", build);
        let mut child = self.start(verb, Stdio::piped());
        until(|| {
            assert!(child.try_wait().unwrap().is_none(), "`{verb}` ended before its build `{build}`");
            self.control.path("waits").exists()
        });
        self.control.write("stop", "");
        child
    }

    /// The names in the crate's folders and the text of its source.
    fn state(&self) -> (Vec<PathBuf>, String) {
        let entries = ["", "src"].map(|path| fs::read_dir(self.folder.path(path)).unwrap());
        let mut names: Vec<_> = entries.into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
        names.retain(|name| !name.ends_with("target"));
        names.sort();
        (names, self.folder.read("src/lib.rs"))
    }

    #[track_caller]
    fn build_script_ended(&self) {
        let alive = File::open(self.control.path("alive")).unwrap();
        until(|| !matches!(alive.try_lock(), Err(TryLockError::WouldBlock)));
    }

    fn temporary(&self) -> usize {
        fs::read_dir(self.control.path("tmp")).unwrap().count() - 1
    }
}

fn open() -> String {
    block("OPEN", "open.test", "expect_fingerprint = _", "")
}

#[track_caller]
fn until(mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < LONG, "it does not come to that");
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn signal(pid: u32, name: &str) {
    assert!(Command::new("kill").args(["-s", name, &pid.to_string()]).status().unwrap().success());
}

#[track_caller]
fn interrupted(output: &Output) {
    assert_eq!(output.status.code(), Some(130), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_signal_in_any_build_leaves_everything_as_it_was() {
    let it = Crate::new("signalled");
    let before = it.state();
    for (at, (verb, build)) in [
        ("freeze --yes", "check open"),
        ("freeze --yes", "read open"),
        ("freeze --yes", "check written"),
        ("check", "check open"),
        ("show", "read open"),
    ]
    .into_iter()
    .enumerate()
    {
        let child = it.waiting(verb, build);
        signal(child.id(), SIGNALS[at % 3]);
        interrupted(&child.wait_with_output().unwrap());
        it.build_script_ended();
        assert_eq!(it.state(), before, "{verb}, {build}");
    }
    it.folder.coalition("freeze --yes").code(0).hides("Restored").mentions("Noted release-notes.md");
}

#[test]
fn no_temporary_checkout_stays() {
    let it = Crate::new("checked-out");
    it.folder.git(&["init", "--quiet"]);
    it.folder.coalition("freeze --yes").code(0);
    it.folder.commit();
    it.folder.edit("src/lib.rs", UNICHAIN, WRONG);
    let before = it.state();
    for (verb, name) in [("diff", "INT"), ("diff", "TERM"), ("freeze --yes", "HUP"), ("diff", "KILL")] {
        let mut child = it.waiting(verb, "revision");
        assert_eq!(it.temporary(), 1);
        signal(child.id(), name);
        if name == "KILL" {
            child.wait().unwrap();
            it.control.write("go", "");
            it.build_script_ended();
            fs::remove_file(it.control.path("go")).unwrap();
            // Nobody could remove the folder, so the next one does.
            let mut next = it.waiting("diff", "revision");
            assert_eq!(it.temporary(), 1);
            signal(next.id(), "TERM");
            next.wait().unwrap();
        } else {
            interrupted(&child.wait_with_output().unwrap());
            it.build_script_ended();
        }
        assert_eq!((it.temporary(), it.state()), (0, before.clone()), "{verb}");
    }
}

/// A workspace with many coalitions, each in a file of its own.
fn many(count: usize) -> Crate {
    let it = Crate::new("many");
    let modules: Vec<_> = (0..count)
        .map(|n| {
            it.folder.write(
                &format!("src/m{n}.rs"),
                &block("OPEN", &format!("open.n{n}"), "expect_fingerprint = _", ""),
            );
            format!("mod m{n};\n")
        })
        .collect();
    it.folder.write("src/lib.rs", &modules.concat());
    it
}

#[test]
fn a_signal_between_two_writes_leaves_none_or_all() {
    const COUNT: usize = 24;
    let it = many(COUNT);
    let frozen = |n: &usize| !pins(&it.folder.read(&format!("src/m{n}.rs")), "expect_fingerprint").is_empty();
    let count = || (0..COUNT).filter(frozen).count();
    for name in ["TERM", "KILL"] {
        let mut child = it.start("freeze --yes --quiet", Stdio::null());
        // Stopped and looked at, until some are written and some are not.
        until(|| {
            assert!(child.try_wait().unwrap().is_none(), "it ended before it was caught between two writes");
            if !it.folder.path(".coalition-freeze/journal.json").exists() {
                return false;
            }
            signal(child.id(), "STOP");
            let is_between = (1..COUNT).contains(&count());
            if !is_between {
                signal(child.id(), "CONT");
            }
            is_between
        });
        signal(child.id(), name);
        if name == "TERM" {
            signal(child.id(), "CONT");
            interrupted(&child.wait_with_output().unwrap());
        } else {
            child.wait().unwrap();
            assert!((1..COUNT).contains(&count()));
            it.folder.coalition("check").code(1).mentions("Restored src/m0.rs");
        }
        assert_eq!(count(), 0, "{name}");
        assert!(
            !it.folder.path(".coalition-freeze").exists() && !it.folder.path("release-notes.md").exists()
        );
        let left = fs::read_dir(it.folder.path("src")).unwrap().count();
        assert_eq!(left, COUNT + 1);
    }
}

#[test]
fn a_signal_after_the_last_write_comes_too_late() {
    for name in SIGNALS {
        let it = Crate::new("late");
        // Its report does not fit into a pipe that is full.
        let (mut reader, mut writer) = std::io::pipe().unwrap();
        writer.write_all(&vec![b' '; 65536]).unwrap();
        let child = it.start("freeze --yes --json", writer.into());
        let is_done =
            || it.folder.path("release-notes.md").exists() && !it.folder.path(".coalition-freeze").exists();
        until(is_done);
        signal(child.id(), name);
        let mut said = String::new();
        reader.read_to_string(&mut said).unwrap();
        assert!(child.wait_with_output().unwrap().status.success(), "{name}");
        assert!(said.contains("\"written\""), "{said}");
        let frozen = pins(&it.folder.read("src/lib.rs"), "expect_fingerprint");
        assert!(it.folder.read("release-notes.md").contains(&frozen[0]));
    }
}

/// A freeze on a terminal of its own that waits for an answer: the terminal's program, and the freeze.
fn asking(it: &Crate) -> (Child, u32) {
    let pid = it.control.path("pid");
    let line = format!(
        "echo $$ >{}; exec '{}' coalition freeze",
        pid.display(),
        env!("CARGO_BIN_EXE_cargo-coalition")
    );
    let mut script = Command::new("script");
    it.prepare(&mut script).args(["-qec", &line, "/dev/null"]);
    let mut script = script.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (mut said, mut byte) = (Vec::new(), [0]);
    let terminal = script.stdout.as_mut().unwrap();
    while !said.ends_with(b"[y/N] ") {
        assert_eq!(terminal.read(&mut byte).unwrap(), 1, "{}", String::from_utf8_lossy(&said));
        said.push(byte[0]);
    }
    let pid = fs::read_to_string(pid).unwrap();
    (script, pid.trim().parse().unwrap())
}

#[test]
fn nothing_is_written_without_an_answer() {
    let it = Crate::new("asked");
    let before = it.state();
    for name in ["INT", "TERM", "HUP", "closed", "end of input", "KILL"] {
        let (mut script, pid) = asking(&it);
        match name {
            // The terminal is gone, and the system tells its programs by SIGHUP.
            "closed" => script.kill().unwrap(),
            "end of input" => drop(script.stdin.take()),
            name => signal(pid, name),
        }
        script.wait().unwrap();
        until(|| !Path::new(&format!("/proc/{pid}/fd/0")).exists());
        assert_eq!(it.state(), before, "{name}");
    }
    it.folder.coalition("check").code(1).hides("Restored");
}

#[test]
fn a_reader_that_has_read_enough_stops_no_freeze() {
    let it = Crate::new("unread");
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-coalition"));
    it.prepare(&mut command).args(["coalition", "freeze", "--yes"]).stdin(Stdio::null());
    let status = command.stdout(writer.try_clone().unwrap()).stderr(writer).status().unwrap();
    assert!(status.success(), "{status}");
    assert_eq!(pins(&it.folder.read("src/lib.rs"), "expect_fingerprint").len(), 1);
    assert!(it.folder.path("release-notes.md").exists());
}
