//! The program: a committee of three processes.

use std::io::{Read, Write};
use std::net::TcpStream;

use crate::program::{Files, Running, atlas, line};
use tempfile::TempDir;

const WRITES: &str = "the committee takes writes";
const NO_WRITES: &str = "no majority is bonded: writes are refused";

isolated! {
    async fn a_committee_of_processes_is_brought_up_loses_members_and_recovers() {
        let folder = TempDir::new().expect("a folder");
        let mut relay = Running::start(atlas(&["relay", "--listen", "127.0.0.1:0"]));
        let url = relay.lines().next().expect("the relay's URL");
        let files = Files::new(folder.path(), &url);

        let mut first = files.member(0);
        first.args(["--metrics", "127.0.0.1:9464"]);
        let first = Running::start(first);
        let [second, third] = [1, 2].map(|index| Running::start(files.member(index)));
        until(&files, |sound, said| {
            let (cards, members) = (said.matches("  verified").count(), said.matches("  same  ").count());
            sound && said.contains(WRITES) && cards == 3 && members == 3
        });
        let metrics = get("127.0.0.1:9464");
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
        let mut relay = Running::start(atlas(&["relay", "--listen", "127.0.0.1:0"]));
        let url = relay.lines().next().expect("the relay's URL");
        let files = Files::new(folder.path(), &url);
        let fault = |name: &str, value: &str| {
            let mut member = files.member(0);
            let (code, said) = Running::start({
                member.env(name, value);
                member
            })
            .ended();
            assert_eq!(code, Some(1), "{said}");
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
        std::fs::write(files.path("0.state/atlas.json"), "{").expect("a file");
        let damaged = fault("ATLAS_LOG", "off");
        assert!(damaged.ends_with("move the file away: the other members reseed this one"), "{damaged}");
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
        let (sound, said) = status(files, "4");
        if holds(sound, &said) {
            return;
        }
        last = said;
    }
    panic!("it never came to hold; the last was:\n{last}");
}

fn get(address: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("the metrics");
    let request = format!("GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("a request");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}
