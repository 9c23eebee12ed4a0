//! The life of a coalition, with the commands that an operator runs.

mod support;

use snapbox::str;
use support::{Folder, UNICHAIN, checkout, pins};

#[test]
fn from_the_scaffold_to_a_second_release() {
    let folder = Folder::new();
    let new = format!("new ethereum.superchain --example --coalition-path {}", checkout().display());
    folder.coalition(&new).code(0).says(str![[r"
     Created ethereum.superchain in ethereum-superchain
     Example its citizens do not exist: ethereum-superchain/src/lib.rs
        Then cargo coalition freeze --manifest-path ethereum-superchain/Cargo.toml

"]]);
    folder.coalition(&new).code(2).mentions("already exists");
    let krate = "ethereum-superchain";
    std::fs::copy(folder.path("Cargo.lock"), folder.path("ethereum-superchain/Cargo.lock")).unwrap();

    folder.coalition_in(krate, "check").code(1).says(str![[r"
    Unfrozen ethereum.superchain src/lib.rs:7:19
                   got: 0x[..]

help: operators: review the declaration, then `cargo coalition freeze`

"]]);

    // What `new` suggests, from where it was suggested.
    folder.coalition("freeze --manifest-path ethereum-superchain/Cargo.toml").code(2);
    folder.coalition_in(krate, "freeze --yes").code(0).says(str![[r#"
First freeze of ethereum.superchain
  COALITION_ROOT 0x[..]
  handshake digest 0x[..]

Added
  lattice ethereum.mainnet ETHEREUM_MAINNET: stable_id 0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036
  lattice unichain.mainnet UNICHAIN_MAINNET: stable_id 0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c
  module atlas ETHEREUM_SUPERCHAIN_ATLAS: fingerprint 0x[..]

unfrozen: coalition `ethereum.superchain` has no frozen value yet
  --> src/lib.rs:9:30
   |
 9 ~         expect_fingerprint = "0x[..]",
10 +         expect_components = "lattices 87136548 647ce2c7 confluences [..]:dd66:fb4a",
   |

      Frozen ethereum.superchain src/lib.rs:7:19
             0x[..]
       Noted release-notes.md

"#]]);
    let source = folder.read("ethereum-superchain/src/lib.rs");
    let [first] = pins(&source, "expect_fingerprint").try_into().unwrap();
    folder.coalition_in(krate, "check").code(0).mentions(&first).says(str![[r"
      Frozen ethereum.superchain src/lib.rs:7:19
             0x[..]

"]]);
    folder.coalition_in(krate, "check --quiet").code(0).says("");
    folder.coalition_in(krate, "freeze --yes").code(0).hides("Noted");
    folder.cargo(krate, "test").code(0).mentions("release_notes_hold_the_fingerprint ... ok");
    folder.cargo(krate, "fmt --check").code(0);

    // A citizen retires.
    let start = source.find("    lattice UNICHAIN").unwrap();
    let end = source[start..].find("    }\n").unwrap() + start + 6;
    let retired = &source[start..end];
    folder.edit("ethereum-superchain/src/lib.rs", retired, "");
    folder.coalition_in(krate, "check").code(1).mentions(&first).says(str![[r"
     Drifted ethereum.superchain src/lib.rs:7:19
             specified: 0x[..]
                   got: 0x[..]
             note: a lattice was removed: 647ce2c7…

help: operators: review what changed, then `cargo coalition freeze`
help: integrators: do not edit a pin; compare with the operator's handshake page

"]]);
    folder.coalition_in(krate, "freeze --yes").code(0).mentions("changed since it was frozen");
    let [second] =
        pins(&folder.read("ethereum-superchain/src/lib.rs"), "expect_fingerprint").try_into().unwrap();
    assert_ne!(first, second);
    let notes = folder.read("ethereum-superchain/release-notes.md");
    let (newest, oldest) = (notes.find(&second).unwrap(), notes.rfind(&first).unwrap());
    assert!(newest < oldest, "{notes}");
    assert!(notes.contains(&format!("- previous fingerprint: `{first}`")), "{notes}");
    assert!(notes.contains("- previous fingerprint: none, this is the first freeze"), "{notes}");
    folder.cargo(krate, "test").code(0);

    // The citizen joins again: the message names it, and the fingerprint is the first one.
    folder.edit(
        "ethereum-superchain/src/lib.rs",
        "    /// The coalition's directory",
        &format!("{retired}    ///"),
    );
    let note = "note: lattice `UNICHAIN_MAINNET` was added\n";
    folder.coalition_in(krate, "check").code(1).mentions(&first).mentions(note);
    folder.coalition_in(krate, "freeze ethereum.superchain --yes").code(0).mentions(&first).mentions(note);
    assert_eq!(pins(&folder.read("ethereum-superchain/src/lib.rs"), "expect_fingerprint"), [first]);
    folder.cargo(krate, "test").code(0);
}

/// A library with the block of a handshake page, as the page says to paste it.
fn pasted(page: &str) -> String {
    assert!(page.contains("after `use coalition::coalition;`"), "{page}");
    let (_, from) = page.split_once("```rust\n").expect("a page has its block");
    let (block, _) = from.split_once("```").expect("a block ends");
    format!("use coalition::coalition;\n\n{block}")
}

#[test]
fn a_citizen_retires_and_integrators_hear_of_it() {
    let folder = Folder::new().file(".gitignore", "Cargo.lock\n");
    folder.git(&["init", "--quiet"]);
    folder
        .coalition(&format!("new ethereum.retiring --example --coalition-path {}", checkout().display()))
        .code(0);
    let (operator, source) = ("ethereum-retiring", "ethereum-retiring/src/lib.rs");
    std::fs::copy(folder.path("Cargo.lock"), folder.path("ethereum-retiring/Cargo.lock")).unwrap();

    // The operator freezes and publishes, and an integrator compiles in what the page says.
    folder.coalition_in(operator, "freeze --yes").code(0);
    folder.coalition_in(operator, "handshake").code(0);
    folder.commit();
    let page = folder.read("ethereum-retiring/handshake/handshake.md");
    let folder = folder.package("agent", "agent").file("agent/src/lib.rs", &pasted(&page));
    std::fs::copy(folder.path("Cargo.lock"), folder.path("agent/Cargo.lock")).unwrap();
    folder.cargo("agent", "check").code(0);
    let [first] = pins(&folder.read(source), "expect_fingerprint").try_into().unwrap();

    // A citizen retires. The build fails, and `diff` names the citizen.
    let declared = folder.read(source);
    let start = declared.find("    lattice UNICHAIN").unwrap();
    let end = declared[start..].find("    }\n").unwrap() + start + 6;
    folder.edit(source, &declared[start..end], "");
    folder.cargo(operator, "check").code(101).mentions("[C01]").mentions(&first);
    let retired = format!("Removed\n  lattice unichain.mainnet UNICHAIN_MAINNET: stable_id {UNICHAIN}");
    folder.coalition_in(operator, "diff").code(1).mentions(&retired);

    // The freeze shows it too, from what was published as well as from what was committed.
    let freeze = "freeze --format human";
    folder
        .coalition_in(operator, freeze)
        .code(2)
        .mentions(&retired)
        .mentions("against handshake/handshake.json");
    folder.edit("ethereum-retiring/handshake/handshake.json", &first, UNICHAIN);
    folder.coalition_in(operator, freeze).code(2).mentions(&retired).mentions(", which froze it");
    folder.coalition_in(operator, "freeze --yes").code(0).mentions(&retired);
    let [second] = pins(&folder.read(source), "expect_fingerprint").try_into().unwrap();
    let notes = folder.read("ethereum-retiring/release-notes.md");
    let (newest, oldest) = notes.split_at(notes.rfind("\n## ").unwrap());
    assert!(oldest.contains(&format!("- fingerprint (COALITION_ROOT): `{first}`\n")), "{notes}");
    assert!(newest.contains(&format!("- fingerprint (COALITION_ROOT): `{second}`\n")), "{notes}");
    assert!(newest.contains(&format!("- previous fingerprint: `{first}`\n")), "{notes}");
    let removed =
        format!("### Removed\n\n- lattice unichain.mainnet (`UNICHAIN_MAINNET`): stable_id `{UNICHAIN}`\n");
    assert!(newest.contains(&removed), "{notes}");
    folder.coalition_in(operator, "handshake --check").code(1).mentions("Stale");
    folder.coalition_in(operator, "handshake").code(0);

    // The integrator verifies the announced fingerprint, and builds again with the new block.
    folder.edit("agent/src/lib.rs", &first, &second);
    let integrators = "integrators: do not edit the pin; compare with the operator's handshake page";
    folder.cargo("agent", "check").code(101).mentions("[C01]").mentions(integrators);
    let page = folder.read("ethereum-retiring/handshake/handshake.md");
    folder.write("agent/src/lib.rs", &pasted(&page));
    folder.cargo("agent", "check").code(0);
    folder.coalition_in("agent", "check").code(0).mentions(&second);
}

#[test]
fn a_pin_that_was_opened_still_has_its_previous_fingerprint() {
    let folder =
        Folder::library("opened", &support::block("OPENED", "opened.test", "expect_fingerprint = _", ""));
    folder.coalition("freeze --yes").code(0);
    let [pin] = pins(&folder.read("src/lib.rs"), "expect_fingerprint").try_into().unwrap();
    folder.edit("src/lib.rs", &format!("\"{pin}\""), "_");
    folder.edit("src/lib.rs", "ethereum.mainnet", "ethereum.renamed");
    folder.edit("src/lib.rs", support::ETHEREUM, support::WRONG);
    folder.coalition("freeze --yes").code(0);
    let notes = folder.read("release-notes.md");
    assert!(notes.contains(&format!("- previous fingerprint: `{pin}`")), "{notes}");
}

#[test]
fn an_earlier_state_that_cannot_be_read_stops_no_freeze() {
    let folder =
        Folder::library("unread", &support::block("UNREAD", "unread.test", "expect_fingerprint = _", ""))
            .file(".gitignore", "Cargo.lock\n");
    folder.coalition("freeze --yes").code(0);
    let manifest = folder.read("Cargo.toml");
    folder.write("Cargo.toml", "no manifest");
    folder.git(&["init", "--quiet"]);
    folder.commit();
    folder.write("Cargo.toml", &manifest);
    folder.edit("src/lib.rs", support::ETHEREUM, support::WRONG);
    folder
        .coalition("freeze --yes")
        .code(0)
        .mentions("      Unread ")
        .mentions("Unknown what changed since")
        .mentions("Frozen unread.test");
}

/// The scaffold with every optional line in force.
fn uncommented(source: &str) -> String {
    let code = [
        "expect_handshake",
        "peers",
        "change_channel",
        "handshake",
        "ticket_root",
        "organism",
        "acl",
        "roster",
        "confluence",
        "ticket_issuer",
        "    ",
        "}",
    ];
    let lines = source.lines().map(|line| match line.trim_start().strip_prefix("// ") {
        Some(rest) if code.iter().any(|code| rest.starts_with(code)) => format!("    {rest}\n"),
        _ => format!("{line}\n"),
    });
    lines.collect()
}

#[test]
fn the_scaffold_asks_for_ids_and_shows_every_kind_once() {
    let folder = Folder::new();
    folder.coalition(&format!("new asks.test --coalition-path {}", checkout().display())).code(0);
    std::fs::copy(folder.path("Cargo.lock"), folder.path("asks-test/Cargo.lock")).unwrap();
    let said = folder.coalition_in("asks-test", "check").code(101);
    let said = said.mentions("`stable_id` of lattice `ETHEREUM_MAINNET` is left open with `_`");
    said.mentions("`stable_id` of lattice `UNICHAIN_MAINNET`").mentions("operator publishes");
    assert!(!folder.read("asks-test/src/lib.rs").contains("\"0x"));
    for verb in ["check", "freeze", "show", "handshake", "diff", "inspect"] {
        assert!(folder.read("asks-test/README.md").contains(&format!("`cargo coalition {verb}")), "{verb}");
    }

    folder.coalition(&format!("new shows.test --example --coalition-path {}", checkout().display())).code(0);
    std::fs::copy(folder.path("Cargo.lock"), folder.path("shows-test/Cargo.lock")).unwrap();
    let source = folder.read("shows-test/src/lib.rs");
    let long: Vec<_> = source.lines().filter(|line| line.len() > 100).collect();
    assert!(long.iter().all(|line| line.contains("0x") || line.contains("///")), "{long:?}");
    folder.write("shows-test/src/lib.rs", &uncommented(&source));
    folder.coalition_in("shows-test", "freeze --yes").code(0);
    let written = folder.read("shows-test/src/lib.rs");
    assert_eq!(
        (pins(&written, "expect_fingerprint").len(), pins(&written, "expect_handshake").len()),
        (1, 1)
    );
    let shown = folder.coalition_in("shows-test", "show --json").code(0).stdout();
    for word in ["price-feed.eur", "paired-bundles", "tickets", "atlas", "operator.example"] {
        assert!(shown.contains(word), "{word}: {shown}");
    }

    // What the scaffold says is not to be published.
    let said = folder.coalition_in("shows-test", "handshake").code(0);
    let said = said.mentions("- the description is the scaffold's").mentions("`peers` is the scaffold's");
    let said =
        said.mentions("ids of the example, which are no operator's: `ETHEREUM_MAINNET`, `UNICHAIN_MAINNET`");
    let said =
        said.mentions("`change_channel` is the scaffold's").mentions("`state_machine` is the example's");
    said.mentions("`roster` is the scaffold's: `SHOWS_TEST_ATLAS`");
    folder.coalition_in("shows-test", "handshake --check --deny-incomplete").code(1).mentions("warning");
}

#[test]
fn what_is_published_follows_from_the_pins() {
    let keys = "expect_fingerprint = _";
    let folder = Folder::library("published", &support::block("PUB", "pub.test", keys, ""));
    folder.coalition("freeze --yes").code(0);
    folder.coalition("handshake").code(0);
    folder.coalition("check --published").code(0).hides("Older");
    let [first] = pins(&folder.read("src/lib.rs"), "expect_fingerprint").try_into().unwrap();

    // A citizen is replaced, and the value from the message pasted by hand.
    folder.edit("src/lib.rs", UNICHAIN, support::WRONG);
    let said = folder.coalition("check").code(1).stdout();
    let second = said.split("got: ").nth(1).unwrap().lines().next().unwrap().to_owned();
    folder.edit("src/lib.rs", &first, &second);
    folder.edit("src/lib.rs", "87136548 647ce2c7\"", "87136548 11111111\"");
    for (check, code) in [("check", 0), ("check --published", 1)] {
        let said = folder.coalition(check).code(code).mentions("Frozen pub.test");
        let said =
            said.mentions("release-notes.md is older than the pin of pub.test: run `cargo coalition freeze`");
        said.mentions(
            "handshake/handshake.json is older than the pin of pub.test: run `cargo coalition handshake`",
        );
    }
    // The entry is added after a yes, and the source is left alone.
    let source = folder.read("src/lib.rs");
    folder.coalition("freeze").code(2);
    assert!(!folder.read("release-notes.md").contains(&second));
    folder.coalition("freeze --yes").code(0).mentions("Noted release-notes.md").hides("Restored");
    let notes = folder.read("release-notes.md");
    assert!(notes.contains(&format!("- previous fingerprint: `{first}`")), "{notes}");
    assert!(notes.find(&second).unwrap() < notes.find(&first).unwrap(), "{notes}");
    assert_eq!(folder.read("src/lib.rs"), source);
    folder.coalition("freeze --yes").code(0).hides("Noted");
    folder
        .coalition("check --published")
        .code(1)
        .hides("release-notes.md")
        .mentions("handshake.json is older");
    folder.coalition("handshake").code(0);
    folder.coalition("check --published").code(0).hides("Older");

    // The page is compared as it stands, not by its fingerprint alone.
    let page = folder.read("handshake/handshake.md");
    for (file, text) in
        [("handshake.md", page.replace("pub.test", "pub.other")), ("handshake.html", String::new())]
    {
        let file = format!("handshake/{file}");
        let before = folder.read(&file);
        folder.write(&file, &text);
        folder.coalition("check").code(0).hides("Older");
        let said = folder.coalition("check --published").code(1);
        said.mentions(&format!("Older {file} is not the page of pub.test any more"));
        folder.write(&file, &before);
    }
    std::fs::remove_file(folder.path("handshake/handshake.html")).unwrap();
    folder.coalition("check --published").code(1).mentions("handshake/handshake.html is missing");
    // Where nothing is published, nothing is up to date.
    std::fs::remove_dir_all(folder.path("handshake")).unwrap();
    std::fs::remove_file(folder.path("release-notes.md")).unwrap();
    folder.coalition("check").code(0);
    folder.coalition("check --published").code(1).mentions("handshake/handshake.json is missing");
    folder.coalition("handshake --out page").code(0);
    folder.coalition("check --published --out page").code(0).hides("Older");
}
