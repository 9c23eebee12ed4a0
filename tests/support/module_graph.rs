//! The modules of a crate, and which of them each uses. Tests of several crates include this file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::{Spacing, TokenStream, TokenTree};

/// A module's path, such as `["build", "wrapper"]`.
pub type ModulePath = Vec<String>;

/// Returns every module of a folder with its source.
fn modules(folder: &Path, path: &ModulePath, found: &mut BTreeMap<ModulePath, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().path();
        let stem = file.file_stem().unwrap().to_str().unwrap();
        let own: ModulePath = path.iter().cloned().chain([stem.to_owned()]).collect();
        if file.is_dir() {
            modules(&file, &own, found);
        } else {
            let module = if stem == "mod" { path.clone() } else { own };
            found.insert(module, fs::read_to_string(&file).unwrap());
        }
    }
}

/// Adds every path of two names or more in a source, with the paths of `{…}` written out.
fn paths(tokens: TokenStream, before: &[String], found: &mut Vec<ModulePath>) {
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

/// Returns the modules that each module of a crate uses. A name that the crate's root re-exports counts as the module that
/// has it.
pub fn uses(src: &Path) -> BTreeMap<ModulePath, BTreeSet<ModulePath>> {
    let mut sources = BTreeMap::new();
    modules(src, &Vec::new(), &mut sources);
    let mut exported = Vec::new();
    if let Some(root) = sources.remove(&vec!["lib".to_owned()]) {
        paths(root.parse().unwrap(), &[], &mut exported);
    }
    let known: BTreeSet<ModulePath> = sources.keys().cloned().collect();
    let exported: BTreeMap<String, ModulePath> = exported
        .into_iter()
        .filter(|path| known.contains(&path[..1]))
        .map(|path| (path.last().unwrap().clone(), path))
        .collect();
    let used = |(module, text): (&ModulePath, &String)| {
        let code = text.split("#[cfg(test)]").next().unwrap();
        let mut found = Vec::new();
        paths(code.parse().unwrap(), &[], &mut found);
        let used = found.into_iter().filter_map(|path| {
            let (base, rest) = match path[0].as_str() {
                "crate" => (&[][..], exported.get(&path[1]).map_or(&path[1..], |path| &path[..])),
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

/// Removes the modules that use none of those that are left, until none is left.
///
/// # Panics
///
/// Panics if modules use each other in a circle.
pub fn assert_no_circle(mut uses: BTreeMap<ModulePath, BTreeSet<ModulePath>>) {
    while !uses.is_empty() {
        let left: BTreeSet<ModulePath> = uses.keys().cloned().collect();
        let before = uses.len();
        uses.retain(|_, used| used.iter().any(|used| left.contains(used)));
        assert!(uses.len() < before, "these modules use each other in a circle: {uses:#?}");
    }
}
