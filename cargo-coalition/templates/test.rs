//! Integrators find the fingerprint in release-notes.md.

use {{crate}}::{{const}}_ROOT as ROOT;

#[test]
fn release_notes_hold_the_fingerprint() {
    let notes = include_str!("../release-notes.md");
    assert!(notes.contains(&ROOT.to_string()), "{ROOT} is missing");
}
