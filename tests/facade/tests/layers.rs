//! The library's crates use each other in one direction, and so do the modules of each crate.

use std::fs;
use std::path::{Path, PathBuf};

#[path = "../../support/module_graph.rs"]
mod module_graph;

/// The crates, each above those that it may use.
const CRATES: [&str; 4] = ["coalition-compiler", "coalition-checks", "coalition-handshake", "coalition-core"];

fn folder(krate: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(krate)
}

#[test]
fn a_crate_depends_on_those_below_it_alone() {
    for (layer, krate) in CRATES.iter().enumerate() {
        let manifest = fs::read_to_string(folder(krate).join("Cargo.toml")).unwrap();
        let (_, dependencies) = manifest.split_once("[dependencies]").unwrap();
        let dependencies = dependencies.split("[dev-dependencies]").next().unwrap();
        let above = CRATES[..=layer].iter().find(|above| dependencies.contains(**above));
        assert_eq!(above, None, "{krate} depends on a crate that is not below it");
    }
}

#[test]
fn no_module_uses_itself_through_others() {
    for krate in CRATES {
        let mut uses = module_graph::uses(&folder(krate).join("src"));
        if krate == "coalition-compiler" {
            // The grammar's own recursion: a value may hold entries, and an entry holds a value.
            let [entry, value] = ["entry", "value"].map(|name| vec!["parse".to_owned(), name.to_owned()]);
            assert!(uses.get_mut(&value).unwrap().remove(&entry));
        }
        // The modules of a folder use what its `mod.rs` has for them.
        for (module, used) in &mut uses {
            used.retain(|used| !module.starts_with(used));
        }
        module_graph::assert_no_circle(uses);
    }
}
