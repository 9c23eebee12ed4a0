//! The modules of the command use each other in one direction, without a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::{Spacing, TokenStream, TokenTree};

/// The folders of `src`, each above those that it uses.
const LAYERS: [&str; 5] = ["verbs", "history", "build", "source", "output"];

/// A module's path, such as `["build", "wrapper"]`.
type Module = Vec<String>;

/// Returns every module of a folder with its source.
fn modules(folder: &Path, path: &Module, found: &mut BTreeMap<Module, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().path();
        let stem = file.file_stem().unwrap().to_str().unwrap();
        let own: Module = path.iter().cloned().chain([stem.to_owned()]).collect();
        if file.is_dir() {
            modules(&file, &own, found);
        } else {
            let module = if stem == "mod" { path.clone() } else { own };
            found.insert(module, fs::read_to_string(&file).unwrap());
        }
    }
}

/// Adds every path of two names or more in a source, with the paths of `{…}` written out.
fn paths(tokens: TokenStream, before: &[String], found: &mut Vec<Module>) {
    let mut path = before.to_vec();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(ident) => {
                path.push(ident.to_string());
                let continues = matches!(tokens.peek(), Some(TokenTree::Punct(p)) if p.spacing() == Spacing::Joint && p.as_char() == ':');
                if !continues {
                    let whole = std::mem::replace(&mut path, before.to_vec());
                    found.extend(Some(whole).filter(|whole| whole.len() > 1));
                }
            }
            TokenTree::Punct(punct) if punct.as_char() == ':' => {}
            TokenTree::Group(group) => {
                paths(group.stream(), &path, found);
                path = before.to_vec();
            }
            _ => path = before.to_vec(),
        }
    }
}

/// Returns the modules that each module uses.
fn uses() -> BTreeMap<Module, BTreeSet<Module>> {
    let mut sources = BTreeMap::new();
    modules(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &Vec::new(), &mut sources);
    let known: BTreeSet<Module> = sources.keys().cloned().collect();
    let used = |(module, text): (&Module, &String)| {
        let code = text.split("#[cfg(test)]").next().unwrap();
        let mut found = Vec::new();
        paths(code.parse().unwrap(), &[], &mut found);
        let used = found.into_iter().filter_map(|path| {
            let (base, rest) = match path[0].as_str() {
                "crate" => (&[][..], &path[1..]),
                "super" => (&module[..module.len() - 1], &path[1..]),
                "self" => (&module[..], &path[1..]),
                // A path of a child of this module, or of another crate, which is no known module.
                _ => (&module[..], &path[..]),
            };
            let whole = [base, rest].concat();
            (1..=whole.len()).rev().map(|end| whole[..end].to_vec()).find(|prefix| known.contains(prefix))
        });
        (module.clone(), used.filter(|used| used != module).collect())
    };
    sources.iter().map(used).collect()
}

#[test]
fn no_module_uses_itself_through_others() {
    let mut uses = uses();
    // Sanity: the walk sees what everybody can see.
    let path = |text: &str| text.split("::").map(str::to_owned).collect::<Module>();
    assert!(uses[&path("verbs::check")].contains(&path("verbs::report")));
    assert!(uses[&path("build::wrapper")].contains(&path("build::rustc_args")));
    // Removes the modules that use none of those that are left, until none is left.
    while !uses.is_empty() {
        let left: BTreeSet<Module> = uses.keys().cloned().collect();
        let before = uses.len();
        uses.retain(|_, used| used.iter().any(|used| left.contains(used)));
        assert!(uses.len() < before, "these modules use each other in a circle: {uses:#?}");
    }
}

#[test]
fn a_folder_uses_those_below_it_alone() {
    let layer =
        |module: &Module| LAYERS.iter().position(|layer| module.first().is_some_and(|first| first == layer));
    for (module, used) in uses().iter().filter(|(module, _)| layer(module).is_some()) {
        for used in used.iter().filter(|used| layer(used).is_some()) {
            assert!(layer(used) >= layer(module), "{} uses {}", module.join("::"), used.join("::"));
        }
    }
}
