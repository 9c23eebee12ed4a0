//! A coalition of 10,000 imported lattices with counted names and ids, in a generated crate. rustc evaluates the whole
//! check without its lint `long_running_const_eval`, which is an error by default.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use coalition::{CoalitionConfig, ComponentSummary, LatticeConfig, UniqueId};

const COUNT: u16 = 10_000;
const CHANGED: usize = 5_678;

/// Writes the lattices, as an operator publishes them, and the block that imports them. If `is_changed`, one of the
/// lattices has another id than was frozen.
fn source(is_changed: bool) -> String {
    let names: Vec<String> = (1..=COUNT).map(|k| format!("l.{k}")).collect();
    let lattice = |(name, k): (&'static str, u16)| {
        let mut id = [0; 32];
        id[..2].copy_from_slice(&k.to_be_bytes());
        LatticeConfig { name, stable_id: UniqueId::from_bytes(id), content_hash: None }
    };
    let lattices: Vec<_> = names.leak().iter().map(String::as_str).zip(1..).map(lattice).collect();
    let frozen = CoalitionConfig {
        name: "many.imports",
        lattices: &lattices,
        organisms: &[],
        confluences: &[],
        ticket_issuer: None,
    };
    let (root, components) = (frozen.coalition_root(), ComponentSummary::of(&frozen));
    let (mut published, mut imports) = (String::new(), String::new());
    for (k, lattice) in lattices.iter().enumerate() {
        let mut id = *lattice.stable_id.as_bytes();
        if is_changed && k == CHANGED {
            id[2] = 0xff;
        }
        let (name, id) = (lattice.name, id.map(|byte| format!("\\x{byte:02x}")).concat());
        let _ = writeln!(
            published,
            "pub const L{k}: LatticeConfig<'static> = LatticeConfig {{ name: {name:?}, \
             stable_id: UniqueId::from_bytes(*b\"{id}\"), content_hash: None }};"
        );
        let _ = writeln!(imports, "lattice LATTICE_{k} = operator::L{k};");
    }
    format!(
        "pub mod operator {{\nuse coalition::{{LatticeConfig, UniqueId}};\n{published}}}\n\
         coalition::coalition! {{\npub coalition MANY = \"many.imports\" {{ expect_fingerprint = \"{root}\", \
         expect_components = \"{components}\" }}\n{imports}}}\n"
    )
}

/// Checks a crate with this source. Returns what cargo prints.
///
/// # Errors
///
/// Returns the same if the build fails.
fn check(source: &str) -> Result<String, String> {
    let facade = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the checkout");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ten-thousand-imports");
    std::fs::create_dir_all(folder.join("src")).expect("a folder");
    let manifest = format!(
        "[package]\nname = \"ten-thousand-imports\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\ncoalition = {{ path = '{}' }}\n\n[workspace]\n",
        facade.display()
    );
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).expect("a file");
    write("Cargo.toml", &manifest);
    write("src/lib.rs", source);
    std::fs::copy(facade.join("Cargo.lock"), folder.join("Cargo.lock")).expect("a lock file");
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--quiet", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo runs");
    let printed = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.success() { Ok(printed) } else { Err(printed) }
}

#[test]
fn ten_thousand_imports_are_checked_without_the_lint_against_long_evaluation() {
    assert_eq!(check(&source(false)), Ok(String::new()));

    let drift = check(&source(true)).expect_err("a drift");
    let notes: Vec<&str> =
        drift.lines().filter_map(|line| line.trim_start().strip_prefix("note: ")).collect();
    let note = format!(
        "lattice `LATTICE_{CHANGED}` has another stable id: 162f0000… was frozen, 162fff00… is declared"
    );
    assert_eq!(notes, [note], "{drift}");
    assert_eq!(drift.matches("[C01]").count(), 1, "{drift}");
    assert!(!drift.contains("long_running_const_eval"), "{drift}");
}
