//! Sources that are not plain ASCII with line feeds, and files that are not plain files.

mod support;

use std::fs;

use support::{Folder, WRONG, block, pins};

#[test]
fn a_mark_carriage_returns_and_other_scripts_stay_as_they_are() {
    let keys =
        format!("/* ключ */ expect_fingerprint = \"{WRONG}\", peers = [\"ünï\"], expect_handshake = _");
    let more = "/// Verzeichnis für 🦀\n    module ATLAS = \"atlas\" { expect_fingerprint = _ }";
    let source = format!("\u{feff}//! Ein Bündnis — 𝕏\n{}", block("BÜNDNIS", "bund.test", &keys, more));
    let source = source.replace('\n', "\r\n");
    let folder = Folder::library("encodings", &source);
    folder.coalition("freeze --yes").code(0);
    let frozen = folder.read("src/lib.rs");
    let [coalition, atlas] = pins(&frozen, "expect_fingerprint").try_into().unwrap();
    let [digest] = pins(&frozen, "expect_handshake").try_into().unwrap();
    let [summary] = pins(&frozen, "expect_components").try_into().unwrap();
    let expected = source
        .replace(WRONG, &coalition)
        .replace("{ /* ключ */", "{\r\n        /* ключ */")
        .replace(", peers", &format!(",\r\n        expect_components = \"{summary}\",\r\n        peers"))
        .replace("expect_handshake = _ ", &format!("expect_handshake = \"{digest}\"\r\n    "))
        .replace("expect_fingerprint = _", &format!("expect_fingerprint = \"{atlas}\""));
    assert_eq!(frozen, expected);
    folder.coalition("check").code(0).mentions("Frozen bund.test");
    let notes = folder.read("release-notes.md");
    assert!(notes.contains(&format!("- handshake digest: `{digest}`")), "{notes}");
}

#[test]
fn a_missing_line_ends_as_the_others_do() {
    let source = block("MARKED", "marked.test", "\r\n        peers = [\"a\"],\r\n    ", "");
    let source = format!("\u{feff}{}", source.replace("\r\n", "\n").replace('\n', "\r\n"));
    let folder = Folder::library("marked", &source);
    folder.coalition("freeze --yes").code(0);
    let frozen = folder.read("src/lib.rs");
    let [pin] = pins(&frozen, "expect_fingerprint").try_into().unwrap();
    let written = format!(
        "\r\n        expect_fingerprint = \"{pin}\",\r\n        expect_components = \"lattices 87136548 647ce2c7\","
    );
    assert_eq!(frozen.replace(&written, ""), source, "{written:?}");
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = Folder::library("links", "mod declared;\n");
    folder.write("kept/declared.rs", &block("LINKED", "linked.test", "expect_fingerprint = _", ""));
    let file = folder.path("kept/declared.rs");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink(&file, folder.path("src/declared.rs")).unwrap();
    folder.coalition("freeze --yes").code(0);
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(fs::symlink_metadata(folder.path("src/declared.rs")).unwrap().is_symlink());
    assert_eq!(pins(&folder.read("kept/declared.rs"), "expect_fingerprint").len(), 1);
}
