//! `inspect`: what a deployed binary says.

#[path = "support/schema.rs"]
mod schema;
mod support;

use support::{Folder, block, pins};

fn document(text: &str) -> serde_json::Value {
    schema::document(include_str!("../schema/inspect.schema.json"), text)
}

#[test]
fn a_stripped_binary_says_its_coalitions() {
    let folder =
        Folder::library("deployed", &block("DEPLOYED", "deployed.test", "expect_fingerprint = _", ""))
            .file("src/main.rs", "fn main() { println!(\"{}\", deployed::DEPLOYED.name); }\n");
    let profile = "[profile.release]\nstrip = true\nlto = true\ncodegen-units = 1\npanic = 'abort'\n\
                   [profile.dev]\nlto = true\ndebug-assertions = false\n";
    folder.write("Cargo.toml", &format!("{}{profile}", folder.read("Cargo.toml")));
    folder.coalition("freeze --yes").code(0);
    let [root] = pins(&folder.read("src/lib.rs"), "expect_fingerprint").try_into().unwrap();
    folder.cargo("", "build --release --target-dir built").code(0);

    // A reading is not put off by the profile.
    folder.coalition("show").code(0).mentions(&root);
    folder.coalition("show -- --release").code(0).mentions(&root);

    let binary = format!("built/release/deployed{}", std::env::consts::EXE_SUFFIX);
    folder
        .coalition(&format!("inspect {binary}"))
        .code(0)
        .says(snapbox::str![[r"
coalition     schema COALITION_ROOT
deployed.test 1      0x[..]

"]])
        .mentions(&root);
    let said = document(&folder.coalition(&format!("inspect {binary} --json")).code(0).stdout());
    assert_eq!(said["format"], 1);
    assert_eq!(
        said["coalitions"],
        serde_json::json!([{ "name": "deployed.test", "schema": 1, "root": root }])
    );
}

#[test]
fn a_file_without_one_is_told_from_no_file() {
    let folder = Folder::new();
    folder.coalition("inspect Cargo.lock").code(1).mentions("no coalition in Cargo.lock");
    let none = document(&folder.coalition("inspect Cargo.lock --json").code(1).stdout());
    assert_eq!(none["coalitions"], serde_json::json!([]));
    folder.coalition("inspect missing").code(2).mentions("cannot read missing");
    // This command holds the magic, and is no coalition's.
    let own = env!("CARGO_BIN_EXE_cargo-coalition");
    folder.coalition(&format!("inspect {own}")).code(1);
}

#[cfg(unix)]
#[test]
fn what_never_ends_is_refused() {
    let folder = Folder::library("endless", &block("ENDLESS", "endless.test", "expect_fingerprint = _", ""));
    let made = std::process::Command::new("mkfifo").arg(folder.path("pipe")).status().unwrap();
    assert!(made.success());
    let endless = "it is a pipe or a device, not a regular file";
    folder.coalition("inspect pipe").code(2).mentions(endless);
    folder.coalition("inspect /dev/zero").code(2).mentions(endless);
    folder.coalition("inspect src").code(2).mentions("it is a folder, not a regular file");
    folder.coalition("handshake --template /dev/zero").code(2).mentions(endless);
    // A repository may hold a link to what never ends.
    folder.coalition("freeze --yes").code(0);
    std::fs::create_dir(folder.path("handshake")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", folder.path("handshake/handshake.json")).unwrap();
    folder.coalition("handshake --check").code(1).mentions("Stale handshake/handshake.json");
}
