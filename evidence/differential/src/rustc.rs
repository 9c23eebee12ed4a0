//! Blocks as rustc sees them: a crate with a module for each.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::compiler::code;

/// A call of the macro.
pub fn call(block: &str) -> String {
    format!("coalition::coalition! {{\n{block}\n}}\n")
}

/// Checks modules with these sources in a crate, and returns rustc's errors by the index of their module. An error without a
/// code of this language is an error of the run.
pub fn messages(run: &str, modules: &[String]) -> Result<BTreeMap<usize, Vec<String>>> {
    let mut source = String::new();
    let mut starts = Vec::new();
    for (index, module) in modules.iter().enumerate() {
        starts.push(1 + source.lines().count());
        source += &format!("pub mod b{index} {{\n{module}\n}}\n");
    }
    let mut found: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for error in check(run, &source)? {
        let message = error["message"].as_str().unwrap_or_default();
        let line = error["spans"][0]["line_start"].as_u64();
        let Some(line) = line.and_then(|line| usize::try_from(line).ok()) else { continue };
        let index = starts.partition_point(|start| *start <= line) - 1;
        let code = code(message);
        ensure!(code.starts_with('C') && code.len() == 3, "rustc: {message}\n{}", modules[index]);
        found.entry(index).or_default().push(message.to_owned());
    }
    Ok(found)
}

/// rustc's errors in a crate with this source.
fn check(proof: &str, source: &str) -> Result<Vec<Value>> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = own.join("target/rustc").join(proof);
    std::fs::create_dir_all(folder.join("src"))?;
    let facade = own.join("../..").canonicalize()?;
    let manifest = format!(
        "[package]\nname = \"blocks\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\ncoalition = {{ path = \"{}\" }}\n\n[workspace]\n",
        facade.display()
    );
    std::fs::write(folder.join("Cargo.toml"), manifest)?;
    std::fs::write(folder.join("src/lib.rs"), source)?;
    std::fs::copy(facade.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["check", "--offline", "--quiet", "--message-format=json", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env_remove("RUSTFLAGS")
        .output()
        .context("cargo does not run")?;
    let lines = String::from_utf8(output.stdout)?;
    let errors: Vec<Value> = lines
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|line| line["message"]["level"] == "error")
        .map(|mut line| line["message"].take())
        .collect();
    ensure!(
        output.status.success() != errors.iter().any(|error| !error["spans"][0].is_null()),
        "cargo: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(errors)
}
