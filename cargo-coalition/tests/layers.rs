//! The modules of the command use each other in one direction, without a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[path = "../../tests/support/module_graph.rs"]
mod module_graph;

use module_graph::{ModulePath, assert_no_circle};

/// The folders of `src`, each above those that it uses.
const LAYERS: [&str; 5] = ["verbs", "history", "build", "source", "output"];

/// Returns the modules that each module of the command uses.
fn uses() -> BTreeMap<ModulePath, BTreeSet<ModulePath>> {
    module_graph::uses(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

#[test]
fn no_module_uses_itself_through_others() {
    let uses = uses();
    // Sanity: the walk sees what everybody can see.
    let path = |text: &str| text.split("::").map(str::to_owned).collect::<ModulePath>();
    assert!(uses[&path("verbs::check")].contains(&path("verbs::report")));
    assert!(uses[&path("build::wrapper")].contains(&path("build::rustc_args")));
    assert_no_circle(uses);
}

#[test]
fn a_folder_uses_those_below_it_alone() {
    let layer = |module: &ModulePath| {
        LAYERS.iter().position(|layer| module.first().is_some_and(|first| first == layer))
    };
    for (module, used) in uses().iter().filter(|(module, _)| layer(module).is_some()) {
        for used in used.iter().filter(|used| layer(used).is_some()) {
            assert!(layer(used) >= layer(module), "{} uses {}", module.join("::"), used.join("::"));
        }
    }
}
