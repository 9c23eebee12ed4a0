//! The life of a coalition, with the commands that an operator runs.

mod support;

use snapbox::str;
use support::{Folder, checkout, pins};

#[test]
fn from_the_scaffold_to_a_second_release() {
    let folder = Folder::new();
    let new = format!("new ethereum.superchain --coalition-path {}", checkout().display());
    folder.coalition(&new).code(0).says(str![[r"
     Created ethereum.superchain in ethereum-superchain
        Next replace the citizens in ethereum-superchain/src/lib.rs
        Then cargo coalition freeze --manifest-path ethereum-superchain/Cargo.toml

"]]);
    folder.coalition(&new).code(2).mentions("exists already");
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
unfrozen: coalition `ethereum.superchain` has no frozen value yet
 --> src/lib.rs:8:30
  |
8 -         expect_fingerprint = _,
8 +         expect_fingerprint = "0x[..]",
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

    // A citizen joins, and the message names it.
    folder.edit(
        "ethereum-superchain/src/lib.rs",
        "    /// The coalition's directory",
        &format!("{retired}    ///"),
    );
    let note = "note: without lattice `UNICHAIN_MAINNET` it matches: it was added after the freeze";
    folder.coalition_in(krate, "check").code(1).mentions(note);
    folder.coalition_in(krate, "freeze ethereum.superchain --yes").code(0).mentions(note);
    assert_eq!(pins(&folder.read("ethereum-superchain/src/lib.rs"), "expect_fingerprint"), [first]);
    folder.cargo(krate, "test").code(0);
}

#[test]
fn a_pin_that_was_opened_still_has_its_previous_fingerprint() {
    let folder =
        Folder::library("opened", &support::block("OPENED", "opened.test", "expect_fingerprint = _", ""));
    folder.coalition("freeze --yes").code(0);
    let [pin] = pins(&folder.read("src/lib.rs"), "expect_fingerprint").try_into().unwrap();
    folder.edit("src/lib.rs", &format!("\"{pin}\""), "_");
    folder.edit("src/lib.rs", "ethereum.mainnet", "ethereum.renamed");
    folder.edit("src/lib.rs", "opened.test", "opened.test");
    folder.edit("src/lib.rs", support::ETHEREUM, support::WRONG);
    folder.coalition("freeze --yes").code(0);
    let notes = folder.read("release-notes.md");
    assert!(notes.contains(&format!("- previous fingerprint: `{pin}`")), "{notes}");
}
