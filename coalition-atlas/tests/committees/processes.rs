//! The program: a committee of three processes.

use std::io::{Read, Write};
use std::net::TcpStream;

use crate::program::{Files, Running, atlas, line};
use tempfile::TempDir;

const WRITES: &str = "the committee takes writes";
const NO_WRITES: &str = "no member is bonded with a majority: writes are refused";

isolated! {
    async fn a_committee_of_processes_is_brought_up_loses_members_and_recovers() {
        let folder = TempDir::new().expect("a folder");
        let mut relay = Running::start(atlas(&["relay", "--listen", "127.0.0.1:0"]));
        let url = relay.lines().next().expect("the relay's URL");
        let files = Files::new(folder.path(), &url);

        let mut first = files.member(0);
        first.args(["--http", "127.0.0.1:9464"]);
        let first = Running::start(first);
        let [second, third] = [1, 2].map(|index| Running::start(files.member(index)));
        until(&files, |sound, said| {
            let (cards, members) = (said.matches("  verified").count(), said.matches("  same  ").count());
            sound && said.contains(WRITES) && cards == 3 && members == 3
        });
        let get = |path: &str| get("127.0.0.1:9464", path);
        for (path, status) in
            [("/", "200 OK"), ("/healthz", "200 OK"), ("/readyz", "200 OK"), ("/other", "404 Not Found")]
        {
            let answer = get(path);
            assert!(answer.starts_with(&format!("HTTP/1.1 {status}\r\n")), "{path}: {answer}");
        }
        crate::until("a snapshot is signed", || get("/readyz").contains("200 OK") && get("/snapshot.json").contains("200 OK")).await;
        let page = get("/");
        assert_eq!(page.matches(">verified</span>").count(), 3, "{page}");
        assert_eq!(page.matches("bonded with 3 of 3").count(), 3, "{page}");
        let snapshot = get("/snapshot.json");
        assert!(snapshot.contains("\"coalition\":\"ethereum.superchain\",\"module\":\"atlas\""), "{snapshot}");
        let metrics = get("/metrics");
        for metric in
            ["coalition_atlas_members_bonded", "coalition_atlas_writable", "mosaik_groups_bonds_active"]
        {
            assert!(metrics.contains(metric), "{metric} is not in:\n{metrics}");
        }
        let mut reader = Running::start(files.reader());
        let read: Vec<String> = reader.lines().take(4).collect();
        assert_eq!(read[0], "reached the committee");
        assert_eq!(
            read[3],
            "verified organism `EUR_PRICE_FEED` (price-feed.eur) \
             0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe"
        );
        reader.signal("TERM");
        assert_eq!(reader.ended().0, Some(0));

        // One crashes: service goes on.
        drop(first);
        until(&files, |_, said| {
            said.contains("no answer") && said.contains("2 of 3") && said.contains(WRITES)
        });
        // Two have crashed: no writes, and reads go on.
        drop(second);
        until(&files, |sound, said| {
            !sound && said.contains(NO_WRITES) && said.matches("  verified").count() == 3
        });
        // One is back.
        let first = Running::start(files.member(0));
        until(&files, |sound, said| sound && said.contains("2 of 3"));
        // A command makes the running member publish, once.
        let publish = atlas(&["publish", "--state", &files.path("0.state")]).output().expect("atlas publish");
        let said = String::from_utf8_lossy(&publish.stdout);
        assert_eq!(said, "0 cards differed and were published; a majority has every card on disk\n");
        assert!(publish.status.success());
        for member in [first, third] {
            member.signal("TERM");
            let (code, said) = member.ended();
            assert_eq!(code, Some(0), "{said}");
            assert!(said.contains("shutting down"), "{said}");
        }
    }
}

isolated! {
    async fn what_a_host_lacks_is_said() {
        let folder = TempDir::new().expect("a folder");
        // Nobody listens there: what is wrong is found before a relay is reached.
        let files = Files::new(folder.path(), "http://127.0.0.1:9/");
        let fault = |name: &str, value: &str| {
            let mut member = files.member(0);
            let (code, said) = Running::start({
                member.env(name, value);
                member
            })
            .ended();
            assert_eq!(code, Some(78), "{said}");
            assert!(!said.contains("serving the Atlas"), "{said}");
            said.lines().last().unwrap_or_default().to_owned()
        };
        let peer = |index: usize| line(&["key", &files.path(&format!("{index}.key"))]);
        assert_eq!(
            fault("ATLAS_TICKET", &files.path("1.ticket")),
            format!("error: the ticket was issued to {}, and this member is {}", peer(1), peer(0))
        );
        assert_eq!(
            fault("ATLAS_KEY", &files.path("issuer.key")),
            format!(
                "error: this member, {}, is not on the roster; its operator adds it, and every member gets the new roster",
                line(&["key", &files.path("issuer.key")])
            )
        );
        assert_eq!(
            fault("ATLAS_SECRET", &files.path("roster")),
            format!(
                "error: {}: 64 lower-case hex digits are expected, 32 random bytes",
                files.path("roster")
            )
        );
        std::fs::create_dir(files.path("0.state")).expect("a folder");
        let damaged = |content: &str| {
            std::fs::write(files.path("0.state/atlas.journal"), content).expect("a file");
            fault("ATLAS_LOG", "off")
        };
        let unreadable = damaged("{\n");
        assert!(unreadable.ends_with("move the file away: the other members reseed this one"), "{unreadable}");
        let other = damaged(&format!("coalition.journal 1 0x{}\n", "07".repeat(32)));
        assert!(other.ends_with("give each Atlas a state folder of its own"), "{other}");
        std::fs::remove_file(files.path("0.state/atlas.journal")).expect("removed");

        // A second process on the state folder of a member that waits for its relay.
        let mut waiting = files.member(0);
        waiting.env("ATLAS_LOG", "off");
        let waiting = Running::start(waiting);
        while !std::path::Path::new(&files.path("0.state/control")).exists() {
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        let locked = fault("ATLAS_LOG", "off");
        assert!(locked.ends_with("another process uses this state folder; give each member a folder of its own"), "{locked}");
        drop(waiting);

        let start = std::time::Instant::now();
        let (sound, said) = status(&files, "3");
        assert!(!sound && said.contains("no member answers"), "{said}");
        assert!(start.elapsed() < std::time::Duration::from_secs(4), "{:?}", start.elapsed());
        let publish = atlas(&["publish", "--state", &files.path("1.state")]).output().expect("atlas publish");
        let said = String::from_utf8_lossy(&publish.stderr);
        assert!(!publish.status.success() && said.contains("no member runs with this state folder"), "{said}");
    }
}

isolated! {
    /// Each is a mistake of an operator that mosaik says nothing of: the members derive different ids.
    async fn members_that_were_given_different_values_say_so() {
        let folder = TempDir::new().expect("a folder");
        let mut relay = Running::start(atlas(&["relay", "--listen", "127.0.0.1:0"]));
        let url = relay.lines().next().expect("the relay's URL");
        let files = Files::new(folder.path(), &url);
        let [first, mut third] = [0, 2].map(|index| Running::start(files.member(index)));
        std::fs::write(files.path("other"), "5f".repeat(32)).expect("a secret");
        let mut second = files.member(1);
        second.env("ATLAS_SECRET", files.path("other"));
        let mut second = Running::start(second);
        let mut errors = second.errors();
        let said = errors.find(|line| line.contains("was given something else"));
        assert!(said.is_some_and(|line| line.contains("the committee's secret")));
        let mut errors = third.errors();
        assert!(errors.any(|line| line.contains("the committee takes writes")));

        // A second process with the first one's key.
        let mut doubled = files.member(0);
        doubled.env("ATLAS_STATE", files.path("doubled.state"));
        let doubled = Running::start(doubled);
        let (code, said) = first.ended();
        assert_eq!(code, Some(78), "{said}");
        assert!(said.contains("another process was started later with this member's key"), "{said}");
        drop(doubled);
    }
}

fn status(files: &Files, seconds: &str) -> (bool, String) {
    let output = files.status(seconds);
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    (output.status.success(), said.into_owned())
}

fn until(files: &Files, holds: impl Fn(bool, &str) -> bool) {
    let mut last = String::new();
    for _ in 0..20 {
        let (sound, said) = status(files, "12");
        if holds(sound, &said) {
            return;
        }
        last = said;
    }
    panic!("it never came to hold; the last was:\n{last}");
}

fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("the listener");
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("a request");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}
