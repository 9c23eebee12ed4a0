//! `handshake`: the page to publish.

#[path = "support/schema.rs"]
mod schema;
mod support;

use coalition_handshake::OwnedHandshake;
use support::{Folder, Ran, WRONG, block};

#[test]
fn what_a_page_lacks_is_named_until_it_is_there() {
    let id = |byte: &str| format!("0x{}", byte.repeat(32));
    let link = "handshake = \"https://a.example/\"";
    let lattice = |name: &str, byte: &str, keys: &str| {
        format!(
            "    lattice {} = \"{name}.test\" {{ stable_id = \"{}\", {keys} }}\n",
            name.to_uppercase(),
            id(byte)
        )
    };
    let source = |docs: &str, keys: &str, citizen: &str, service: &str| {
        format!(
            "coalition::coalition! {{\n    {docs}\n    pub coalition WHOLE = \"whole.test\" {{ expect_fingerprint = _, {keys} \
             }}\n{}{}    {docs}\n    module ATLAS = \"atlas\" {{ {service} }}\n}}\n",
            lattice("one", "11", citizen),
            lattice("two", "22", citizen)
        )
    };
    let folder = Folder::library("whole", &source("", "", "", ""));
    folder.coalition("freeze --yes").code(0);
    let said = folder.coalition("handshake").code(0);
    let said = said.mentions("warning: the page of `whole.test` is incomplete\n");
    for lack in [
        "no description: say in a doc comment what the coalition is for",
        "no `peers`",
        "no `change_channel`",
        "no `handshake`: the address",
        "no `handshake`, the link to the operator's page: `ONE`, `TWO`\n",
        "no description: `ATLAS`",
        "no `state_machine`, the signature of the state machine: `ATLAS`",
        "no `roster` and no MR_TD: integrators cannot tell who runs the module: `ATLAS`",
    ] {
        let whole = format!("  - {lack}");
        assert!(said.stderr().contains(&whole), "{lack}: {}", said.stderr());
    }
    let denied = folder.coalition("handshake --check --deny-incomplete --json").code(1);
    let document = schema::document(include_str!("../schema/files.schema.json"), &denied.stdout());
    assert_eq!(
        (&document["status"], document["incomplete"].as_array().unwrap().len()),
        (&"incomplete".into(), 8)
    );

    let keys = format!("peers = [\"a.example:1\"], change_channel = \"https://a.example/feed\", {link}");
    let service = format!("state_machine = \"{}\", roster = \"https://a.example/roster\"", id("33"));
    let pin = support::pins(&folder.read("src/lib.rs"), "expect_fingerprint").remove(0);
    folder.write(
        "src/lib.rs",
        &source("/// Words.", &keys, link, &service).replace("= _", &format!("= \"{pin}\"")),
    );
    let said = folder.coalition("handshake --deny-incomplete").code(0);
    said.hides("is incomplete");
}

/// The states of the files in a document.
fn states(ran: &Ran) -> Vec<String> {
    let document = schema::document(include_str!("../schema/files.schema.json"), &ran.stdout());
    let files = document["files"].as_array().unwrap();
    files.iter().map(|file| file["state"].as_str().unwrap().into()).collect()
}

const FILES: [&str; 3] = ["handshake.md", "handshake.html", "handshake.json"];

#[test]
fn a_page_is_written_kept_and_found_stale() {
    let source =
        block("PAGE", "page.test", "expect_fingerprint = _, change_channel = \"ops@page.example\"", "")
            .replace("    pub coalition", "    /// For <b>tests</b>.\n    pub coalition");
    let folder = Folder::library("page", &source);
    folder.coalition("handshake").code(1).mentions("run `cargo coalition freeze page.test` first");
    assert!(!folder.path("handshake").exists());
    folder.coalition("freeze page.test --yes").code(0);

    folder.coalition("handshake --check").code(1).mentions("Missing handshake/handshake.md");
    assert_eq!(states(&folder.coalition("handshake --check --json").code(1)), ["missing"; 3]);
    folder.coalition("handshake").code(0).mentions("Wrote handshake/handshake.html");
    let read: OwnedHandshake = serde_json::from_str(&folder.read("handshake/handshake.json")).unwrap();
    let notes = folder.read("release-notes.md");
    let date = &notes.split_once("\n## ").unwrap().1[..10];
    let page = read.as_handshake().markdown().with_date(date).to_string();
    assert!(page.contains(&format!("| frozen on | {date} |")), "{page}");
    assert_eq!(folder.read("handshake/handshake.md").trim_end(), page.trim_end());
    let root = read.as_handshake().coalition.coalition_root().to_string();
    let html = folder.read("handshake/handshake.html");
    assert!(
        html.contains(&root)
            && html.contains("<dd>")
            && html.contains(date)
            && html.contains("ops@page.example"),
        "{html}"
    );
    let (prose, _) = html.split_once("<div class=\"block\">").unwrap();
    assert!(prose.contains("For tests.") && !prose.contains("<b>") && !prose.contains("&lt;"), "{html}");

    folder.coalition("handshake --check --quiet").code(0).says("");
    assert_eq!(states(&folder.coalition("handshake --json").code(0)), ["fresh"; 3]);
    let written = || {
        FILES.map(|file| folder.path(&format!("handshake/{file}")).metadata().unwrap().modified().unwrap())
    };
    let before = written();
    folder.coalition("handshake").code(0).mentions("Fresh handshake/handshake.json").hides("Wrote");
    assert_eq!(before, written());

    // The description is not part of the identity, and is part of the page.
    folder.edit("src/lib.rs", "For <b>tests</b>", "For more tests");
    folder
        .coalition("handshake --check")
        .code(1)
        .mentions("Stale handshake/handshake.json")
        .mentions("writes them");
    folder.coalition("handshake --quiet").code(0).says("");
    folder.coalition("handshake --check").code(0);

    folder.edit("src/lib.rs", support::UNICHAIN, WRONG);
    folder.coalition("handshake").code(1).mentions("`page.test` drifted");
}

#[test]
fn several_have_a_folder_each_and_a_frame_of_their_own() {
    let both = ["A", "B"]
        .map(|name| block(name, &format!("{}.test", name.to_lowercase()), "expect_fingerprint = _", ""));
    let folder = Folder::library("several", &both.concat())
        .file(
            "frame.html",
            "<title>{{ handshake.name }} by {{ handshake.lattices[0].name }}</title>{{ body }}",
        )
        .file("wrong.html", "{{ nothing.there }}");
    folder.coalition("freeze --yes").code(0);
    folder.coalition("handshake --template frame.html --out pages").code(0);
    for name in ["a.test", "b.test"] {
        let html = folder.read(&format!("pages/{name}/handshake.html"));
        assert!(html.starts_with(&format!("<title>{name} by ethereum.mainnet</title><h1>")), "{html}");
    }
    folder.coalition("handshake b.test --template frame.html --out pages --check").code(0).hides("a.test");
    folder.coalition("handshake --out pages --check").code(1).mentions("Stale pages/a.test/handshake.html");
    folder.coalition("handshake --template wrong.html").code(2).mentions("the template");
    folder.coalition("handshake --template missing.html").code(2).mentions("cannot read missing.html");
    assert!(!folder.path("handshake").exists());
}

#[test]
fn a_page_at_its_old_address_is_left_over() {
    let [first, second] = ["first", "second"]
        .map(|name| block(&name.to_uppercase(), &format!("{name}.left"), "expect_fingerprint = _", ""));
    let folder = Folder::library("left", &first);
    folder.coalition("freeze --yes").code(0);
    folder.coalition("handshake").code(0);
    let alone = folder.read("src/lib.rs");
    folder.write("src/lib.rs", &format!("{alone}{second}"));
    folder.coalition("freeze --yes").code(0);

    let left = "Left over handshake/handshake.md";
    folder.coalition("handshake").code(1).mentions("Wrote handshake/first.left/handshake.md").mentions(left);
    folder.coalition("handshake --check").code(1).mentions(left).mentions("remove what is left over");
    let check = folder.coalition("handshake --check --json").code(1);
    assert_eq!(states(&check), [["fresh"; 6].as_slice(), &["left_over"; 3]].concat());
    folder.coalition("handshake --check --format github").code(1).mentions("title=handshake left over::");
    for file in FILES {
        std::fs::remove_file(folder.path(&format!("handshake/{file}"))).unwrap();
    }
    folder.coalition("handshake --check").code(0);

    // The second retires, and the first lies where it lay before.
    folder.write("src/lib.rs", &alone);
    folder.coalition("handshake").code(1).mentions("Left over handshake/first.left/handshake.json");
}
