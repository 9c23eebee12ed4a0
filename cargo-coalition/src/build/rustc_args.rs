//! The arguments with which cargo calls rustc.

use std::ffi::{OsStr, OsString};

/// Removes an option that is written `--option value` or `--option=value`.
pub fn remove(words: &mut Vec<OsString>, option: &str, is_meant: impl Fn(&str) -> bool) {
    let mut at = 0;
    while at < words.len() {
        let word = words[at].to_string_lossy();
        let next = words.get(at + 1).map(|next| next.to_string_lossy());
        let joined = word.strip_prefix(option).and_then(|rest| rest.strip_prefix('='));
        if joined.is_some_and(&is_meant) {
            words.remove(at);
        } else if word == option && next.is_some_and(|next| is_meant(&next)) {
            words.drain(at..at + 2);
        } else {
            at += 1;
        }
    }
}

/// Returns the value of `--option value`, the form in which cargo passes the options that are asked for here.
pub fn value<'w>(words: &'w [OsString], option: &str) -> Option<&'w OsStr> {
    let at = words.iter().position(|word| word == option);
    at.and_then(|at| words.get(at + 1)).map(OsString::as_os_str)
}

/// Returns `true` if rustc writes metadata, which is enough to check other crates, and no code.
pub fn is_metadata(words: &[OsString]) -> bool {
    words.iter().any(|word| {
        let word = word.to_string_lossy();
        let emitted = word.strip_prefix("--emit=");
        emitted.is_some_and(|kinds| kinds.split(',').all(|kind| matches!(kind, "dep-info" | "metadata")))
    })
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    fn words(text: &str) -> Vec<OsString> {
        text.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn code_is_more_than_metadata() {
        assert!(super::is_metadata(&words("rustc --emit=dep-info,metadata a.rs")));
        assert!(!super::is_metadata(&words("rustc --emit=dep-info,metadata,link a.rs")));
        assert!(!super::is_metadata(&words("rustc a.rs")));
    }
}
