//! A coalition for several tests, and what they have in common.

#![allow(dead_code, reason = "each test uses its part")]

mod rich;

pub use rich::rich;

/// Tests leak what handshakes borrow.
pub fn leak<T>(list: Vec<T>) -> &'static [T] {
    list.leak()
}

/// The list with one item changed.
pub fn with<T: Copy>(list: &[T], index: usize, change: impl FnOnce(&mut T)) -> &'static [T] {
    let mut list = list.to_vec();
    change(&mut list[index]);
    leak(list)
}

pub fn leak_text(text: &str) -> &'static str {
    text.to_owned().leak()
}

/// Compares a text with a file beside the tests. `BLESS=1` writes the file: read the difference before you commit it.
#[track_caller]
pub fn assert_kept(file: &str, kept: &str, text: &str) {
    if std::env::var_os("BLESS").is_some() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(file);
        std::fs::write(&path, text).expect("a file beside the tests");
    } else {
        assert!(text == kept, "{file} is stale: run the test with `BLESS=1`\n{text}");
    }
}
