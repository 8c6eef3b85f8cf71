//! `cargo xtask fuzz`: bytes, queries and texts that nobody thought of, tried by libFuzzer.
//!
//! The targets are `tests/fuzz`. cargo-fuzz compiles them with switches of the compiler that are not settled; they are
//! unlocked as for the page (`wasm.rs`), so no nightly toolchain is needed.

use std::fs;
use std::path::{Path, PathBuf};

use dateline_builder::build::{self, Analysed};
use dateline_builder::progress::Silent;
use dateline_builder::read;
use dateline_corpus::CountryCode;
use dateline_corpus::pack::{self, PackInput, parts};
use dateline_corpus::world::{ArcUse, GridPoint, World, WorldCountry};

use crate::articles::BUNDLED;
use crate::flags::Flags;
use crate::run::{program, root, run, target};
use crate::setup;
use crate::steps::Steps;
use crate::wasm::UNLOCK;

/// The targets, each a file of `tests/fuzz`.
const TARGETS: [&str; 5] = ["pack", "parts", "query", "text", "analysis"];

/// Seconds a target is run without `--seconds`.
const SECONDS: u32 = 60;

/// What libFuzzer takes for a fault beside a panic. The bundled articles take some 2 MB and 5 ms: a hundred times that is
/// no accident.
const LIMITS: [&str; 3] = ["-timeout=10", "-rss_limit_mb=1024", "-malloc_limit_mb=256"];

const HELP: &str = "\
Tries bytes, queries and texts that nobody thought of, and fails on a panic, a hang (10 s for one input), 256 MB asked
for at once or 1 GB in all. Installs cargo-fuzz into target/tools/; needs a C++ compiler besides.

USAGE: cargo xtask fuzz [TARGET]... [--seconds N]

TARGETS (without one: all)
  pack      bytes as a pack, as they are and with checksums that fit, asked everything
  parts     bytes as a corpus in parts, with checksums that fit, asked everything
  query     anything typed: read, written, read back, answered
  text      a text and a query: words, pack, snippet and marks keep to the text
  analysis  a text: what is found in it lies in it

  --seconds   how long each is run; without it 60

What is found lies in target/fuzz/found/, what the fuzzer has learnt in target/fuzz/learnt/ for the next run.

EXAMPLE
  cargo xtask fuzz pack --seconds 600
";

/// Runs the command.
pub fn run_targets(args: &[String]) -> Result<(), String> {
    let Some(mut flags) = Flags::new(args, HELP) else {
        return Ok(());
    };
    let seconds = match flags.values("--seconds")?.pop() {
        None => SECONDS,
        Some(n) => n.parse().map_err(|_| format!("--seconds {n}: expected a number"))?,
    };
    let named = flags.rest(TARGETS.len())?;
    if let Some(unknown) = named.iter().find(|name| !TARGETS.contains(&name.as_str())) {
        return Err(format!("there is no target {unknown:?}; --help lists the targets"));
    }
    let chosen: Vec<&str> = TARGETS
        .into_iter()
        .filter(|name| named.is_empty() || named.iter().any(|n| n == name))
        .collect();
    let mut steps = Steps::new(1 + chosen.len());
    try_targets(&mut steps, &chosen, seconds)
}

/// Steps of [`all`].
pub const STEPS: usize = 1 + TARGETS.len();

/// All targets, a minute each.
pub fn all(steps: &mut Steps) -> Result<(), String> {
    try_targets(steps, &TARGETS, SECONDS)
}

fn try_targets(steps: &mut Steps, chosen: &[&str], seconds: u32) -> Result<(), String> {
    steps.next("Setting up cargo-fuzz and what to begin with");
    let cargo_fuzz = setup::cargo_fuzz(steps)?;
    seeds()?;
    let mut failed = Vec::new();
    for name in chosen {
        steps.next(&format!("Trying {name} for {seconds} s"));
        let (learnt, found) = (folder("learnt", name)?, folder("found", name)?);
        let mut command = program(&cargo_fuzz);
        command
            .args(["run", "--fuzz-dir", "tests/fuzz", "--target-dir"])
            .arg(home().join("build"))
            .arg(name)
            .args([&learnt, &home().join("seeds").join(name)])
            .arg("--")
            .args(LIMITS)
            .args([format!("-max_total_time={seconds}"), "-print_final_stats=1".into()])
            .arg(format!("-artifact_prefix={}/", found.display()))
            .env(UNLOCK.0, UNLOCK.1);
        if let Err(message) = run(&mut command) {
            eprintln!("error: {message}");
            failed.push(*name);
        }
    }
    match failed.is_empty() {
        true => Ok(()),
        false => Err(format!(
            "{} failed: the input is in {}",
            failed.join(", "),
            home().join("found").display()
        )),
    }
}

/// A world of one square: the shapes of all countries would be most of a seed.
fn one_country() -> World {
    let corner = |(lon, lat)| GridPoint::nearest(lon, lat);
    let square = [(0.0, 0.0), (0.0, 9.0), (9.0, 9.0), (9.0, 0.0), (0.0, 0.0)].map(corner);
    let country = CountryCode::parse("JP").map(|code| WorldCountry {
        code,
        name: "Japan".into(),
        marker: corner((4.5, 4.5)),
        polygons: vec![vec![vec![ArcUse {
            arc: 0,
            backwards: false,
        }]]],
    });
    World {
        arcs: vec![square.to_vec()],
        countries: country.into_iter().collect(),
        ..World::default()
    }
}

/// Where all of it lies.
fn home() -> PathBuf {
    target().join("fuzz")
}

fn folder(kind: &str, name: &str) -> Result<PathBuf, String> {
    let path = home().join(kind).join(name);
    fs::create_dir_all(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(path)
}

/// What the fuzzer begins with: a pack of the bundled articles, the examples of the query language, the articles.
fn seeds() -> Result<(), String> {
    let write = |path: &Path, bytes: &[u8]| fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display()));
    let reading = read::read(&[root().join(BUNDLED)], &Silent).map_err(|_| "stopped")?;
    let articles = reading.articles.into_iter().map(|read| read.article).collect();
    let articles = build::analyse(articles, &Silent).map_err(|_| "stopped")?;

    // The sections both as they are stored and as they are read: the fuzzer reaches more of the latter.
    let (packs, in_parts) = (folder("seeds", "pack")?, folder("seeds", "parts")?);
    let written = |articles: &[Analysed]| {
        let input = PackInput {
            title: "Seed",
            articles,
            world: &one_country(),
            stemming: &dateline_builder::stem::Snowball,
            countries: &[],
        };
        pack::write(&input).map_err(|e| e.to_string())
    };
    for (name, articles) in [("all", &articles[..]), ("one", &articles[..1]), ("none", &[])] {
        let bytes = written(articles)?;
        let plain = pack::unsqueezed(&bytes).map_err(|e| e.to_string())?;
        write(&packs.join(name), &bytes)?;
        write(&packs.join(format!("{name}-plain")), &plain)?;
    }
    // Every answer from parts reads texts anew: a few sentences let the fuzzer try a hundred times as many.
    let mut short: Vec<_> = articles[..2].iter().map(|(article, _)| article.clone()).collect();
    for article in &mut short {
        article.text.truncate(article.text.floor_char_boundary(300));
    }
    let short = build::analyse(short, &Silent).map_err(|_| "stopped")?;
    for (name, articles) in [("two", &short[..]), ("one", &short[..1]), ("none", &[])] {
        let bytes = written(articles)?;
        let split = parts::split(bytes).map_err(|e| e.to_string())?;
        write(&in_parts.join(name), &joined(&split))?;
    }
    let queries = folder("seeds", "query")?;
    let language = root().join("docs/query-language.md");
    let language = fs::read_to_string(&language).map_err(|e| format!("{}: {e}", language.display()))?;
    let examples = language.lines().flat_map(|line| line.split('`').skip(1).step_by(2));
    for (i, example) in examples.enumerate() {
        write(&queries.join(i.to_string()), example.as_bytes())?;
    }
    let (texts, plain) = (folder("seeds", "text")?, folder("seeds", "analysis")?);
    for (i, (article, _)) in articles.iter().enumerate() {
        // Longer ones teach nothing new and take longer.
        let end = article.text.floor_char_boundary(1000);
        let text = ["\"new approach\" japan m\n", &article.text[..end]].concat();
        write(&texts.join(i.to_string()), text.as_bytes())?;
        write(&plain.join(i.to_string()), &article.text.as_bytes()[..end])?;
    }
    Ok(())
}

/// Start and parts as the target reads them: letter, number, length, bytes.
fn joined(split: &parts::Split) -> Vec<u8> {
    let mut out = Vec::new();
    let mut put = |letter: u8, number: u16, bytes: &[u8]| {
        out.push(letter);
        out.extend_from_slice(&number.to_le_bytes());
        out.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
        out.extend_from_slice(bytes);
    };
    put(b's', 0, &split.start);
    for (name, bytes) in &split.parts {
        let number = name.get(1..).and_then(|rest| rest.split('-').next()?.parse().ok());
        if let (Some(letter), Some(number)) = (name.bytes().next(), number) {
            put(letter, number, bytes);
        }
    }
    out
}
