//! `cargo xtask pace`: what the analysis costs in a page.

use std::fs;
use std::path::Path;

use crate::analyst;
use crate::flags::Flags;
use crate::run::{program, root, run, target};
use crate::setup;
use crate::steps::Steps;

const HELP: &str = "\
Measures the analysis as a page would run it: compiled to WebAssembly, in V8. Prints its size by brotli, with all tables, and its
time a megabyte of text.

USAGE: cargo xtask pace ARTICLES

  ARTICLES   a .jsonl file, an article a line: text

EXAMPLE
  cargo xtask pace articles.jsonl
";

/// Runs the command.
pub fn run_analysis(args: &[String]) -> Result<(), String> {
    let Some(flags) = Flags::new(args, HELP) else {
        return Ok(());
    };
    let articles = flags.rest(1)?.pop().ok_or("which articles? --help says more")?;
    if !Path::new(&articles).is_file() {
        return Err(format!(
            "{articles}: no such file. Give a .jsonl file, an article a line"
        ));
    }
    let mut steps = Steps::new(3);
    steps.next("Setting up the WebAssembly target");
    setup::wasm_target(&steps)?;
    setup::rust_sources(&steps)?;
    steps.next("Building the analysis for WebAssembly");
    let folder = target().join("pace");
    analyst::write(&folder)?;
    // Node takes a script for a module by its name.
    fs::copy(folder.join("analyst.js"), folder.join("analyst.mjs"))
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    steps.next("Analysing");
    run(program("node")
        .arg(root().join("tests/pace/run.mjs"))
        .arg(folder)
        .arg(articles))
}
