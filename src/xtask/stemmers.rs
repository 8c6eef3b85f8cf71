//! `cargo xtask stemmers`: writes Snowball's algorithms as the data that `src/corpus/text/stemmer/mod.rs` runs.
//!
//! Run it after the version of `snowball_stemmers_rs` has changed; its output is committed. The algorithms are read from that
//! package, which brings them in Snowball's own language beside what its compiler made of them.
//!
//! ```text
//! { algorithm: name in the package, bytes }
//! ```

mod commands;
mod read;
mod tokens;

use std::path::PathBuf;
use std::process::Command;

use dateline_builder::stem;
use dateline_corpus::pack::{put_str, put_varint};

/// The package, as the lockfile names it.
const PACKAGE: &str = "snowball_stemmers_rs";

/// Reads the algorithms of all languages that have one and writes the table.
pub fn run(args: &[String]) -> Result<(), String> {
    if !args.is_empty() {
        return Err("usage: cargo xtask stemmers".into());
    }
    let algorithms = folder()?.join("algorithms");
    let mut out = Vec::new();
    for (i, (_, name, _)) in stem::LANGUAGES.iter().enumerate() {
        // Norwegian has three tags.
        if stem::LANGUAGES[..i].iter().any(|(_, before, _)| before == name) {
            continue;
        }
        let file = algorithms.join(name).with_extension("sbl");
        let text = std::fs::read_to_string(&file).map_err(|e| format!("cannot read {}: {e}", file.display()))?;
        let code = read::algorithm(&text).map_err(|e| format!("{}: {e}", file.display()))?;
        println!("{name}: {} bytes", code.len());
        put_str(&mut out, name);
        put_varint(&mut out, code.len() as u32);
        out.extend_from_slice(&code);
    }
    std::fs::write("src/builder/data/stemmers.bin", out).map_err(|e| format!("cannot write the table: {e}"))
}

/// Where cargo keeps the package.
fn folder() -> Result<PathBuf, String> {
    let mut cargo = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()));
    let output = cargo.args(["metadata", "--format-version", "1", "--locked"]).output();
    let output = output.map_err(|e| format!("cannot run cargo: {e}"))?;
    let metadata: serde_json::Value =
        serde_json::from_slice(&output.stdout).map_err(|e| format!("cargo metadata: {e}"))?;
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let manifest = packages
        .filter(|package| package["name"] == PACKAGE)
        .find_map(|package| package["manifest_path"].as_str());
    let folder = manifest.and_then(|path| PathBuf::from(path).parent().map(PathBuf::from));
    folder.ok_or_else(|| format!("{PACKAGE} is not among the packages"))
}
