//! `cargo xtask peers`: the engine beside the best others that run in a browser, on the same articles, in one run.

use std::fs;
use std::path::{Path, PathBuf};

use crate::dist;
use crate::flags::Flags;
use crate::run::{program, root, run, target};
use crate::setup::Browser;
use crate::steps::Steps;
use crate::wasm::TARGET;

const HELP: &str = "\
Measures our engine beside others in Chromium: building, size, start, memory, latency, and whether what is found is right.
Works in target/peers/, with the harness of tests/peers/ (whose README.md says what is measured and how).

USAGE: cargo xtask peers ARTICLES [--size N] [--engines NAMES] [--rounds N]

  ARTICLES   a .jsonl or .jsonl.gz, an article a line: id, title, date, text
  --size     how many of them: 100, 1000, 5000, 19043 or 100000; without it 1000
  --engines  names separated by commas; without it hello,dateline,minisearch,flexsearch:strict,sqlite. For tantivy it
             compiles what tests/peers/native has, which takes some minutes the first time
  --rounds   rounds, in each of which every engine has its turn; without it 1

EXAMPLE
  cargo xtask peers reuters-19043.jsonl.gz --size 19043 --rounds 2
";

/// Runs the command.
pub fn peers(args: &[String]) -> Result<(), String> {
    let Some(mut flags) = Flags::new(args, HELP) else {
        return Ok(());
    };
    let mut value = |name: &str, default: &str| -> Result<String, String> {
        Ok(flags.values(name)?.pop().unwrap_or_else(|| default.to_owned()))
    };
    let size = value("--size", "1000")?;
    let engines = value("--engines", "hello,dateline,minisearch,flexsearch:strict,sqlite")?;
    let rounds = value("--rounds", "1")?;
    let articles = flags.rest(1)?.pop().ok_or("which articles? --help says more")?;
    let articles = fs::canonicalize(&articles).map_err(|e| format!("{articles}: {e}"))?;

    let mut steps = Steps::new(dist::STEPS + 4);
    dist::write(&mut steps)?;
    steps.next("Setting up Chromium and the other engines");
    let browser = Browser::Chromium.install(&steps)?;
    let here = target().join("peers");
    copy(&root().join("tests/peers"), &here)?;
    let adapter = here.join("adapters/dateline");
    copy(&root().join("dist/site/api"), &adapter)?;
    if !here.join("node_modules/esbuild").is_dir() {
        run(program("npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"])
            .current_dir(&here))?;
    }
    if engines.split(',').any(|engine| engine.starts_with("tantivy")) {
        build_tantivy(&here.join("native"))?;
    }
    let node = |file: &str| {
        let mut command = program("node");
        command
            .arg(file)
            .current_dir(&here)
            .env("CHROMIUM", &browser.program)
            .env("DATELINE_COMMAND", root().join("dist/dateline"));
        command
    };
    steps.next("Choosing articles and queries");
    run(node("lib/corpus.mjs").arg(&articles))?;
    steps.next("Building the indexes, weighing them");
    for engine in engines.split(',') {
        run(node("run.mjs").args([
            "--engine",
            engine,
            "--size",
            &size,
            "--phase",
            "build,size",
            "--rebuild",
        ]))?;
    }
    steps.next("Starting and asking, engine by engine");
    run(node("all.mjs").args([
        "--engines",
        &engines,
        "--sizes",
        &size,
        "--rounds",
        &rounds,
        "--phase",
        "cold,query",
    ]))?;
    run(&mut node("summarize.mjs"))?;
    println!("The table is in {}.", here.join("results/SUMMARY.md").display());
    Ok(())
}

/// Compiles the programs that build and ask tantivy's index: one for this machine, one for the browser.
fn build_tantivy(native: &Path) -> Result<(), String> {
    let build = |package: &str, more: &[&str], flags: &str| {
        run(program("cargo")
            .args(["build", "--release", "--locked", "--quiet"])
            .args(more)
            .env("RUSTFLAGS", flags)
            .current_dir(native.join(package)))
    };
    build("tantivy-ref", &[], "")?;
    // A browser without glue gives no random numbers: it brings its own.
    let own_numbers = "--cfg getrandom_backend=\"custom\"";
    build("tantivy-wasm", &["--target", TARGET], own_numbers)?;
    let built = native.join("tantivy-wasm/target").join(TARGET);
    let built = built.join("release/tantivy_wasm.wasm");
    fs::copy(&built, native.join("tantivy.wasm")).map_err(|e| format!("{}: {e}", built.display()))?;
    Ok(())
}

/// Copies a folder's files, what is there already by the same name included.
fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let failed = |path: &Path, e: std::io::Error| format!("{}: {e}", path.display());
    fs::create_dir_all(to).map_err(|e| failed(to, e))?;
    for entry in fs::read_dir(from).map_err(|e| failed(from, e))? {
        let path: PathBuf = entry.map_err(|e| failed(from, e))?.path();
        let name = path.file_name().unwrap_or_default();
        if name == "node_modules" || name == "target" {
            continue;
        }
        match path.is_dir() {
            true => copy(&path, &to.join(name))?,
            false => drop(fs::copy(&path, to.join(name)).map_err(|e| failed(&path, e))?),
        }
    }
    Ok(())
}
