//! `cargo xtask growth`: how size, time and memory grow with the number of articles, measured natively and drawn.

use std::fs;

use crate::articles::BUNDLED;
use crate::flags::Flags;
use crate::run::{cargo, program, root, run, target};
use crate::steps::Steps;

/// Sizes without `--sizes`.
const SIZES: &str = "1000,19043,100000";

const HELP: &str = "\
Measures natively, for each number of articles: bytes of the pack, time and speed of building, time of opening, memory,
and time of an answer by class of question and by number of hits. Writes docs/growth.svg and docs/growth.md.

USAGE: cargo xtask growth [ARTICLES] [--sizes N,N,...]

  ARTICLES   a file or folder that `dateline build` reads; without it corpus/. Where it has fewer than N articles,
             more are mixed out of its paragraphs, the same on every machine
  --sizes    numbers of articles, separated by commas; without it 1000,19043,100000. A million need 7 GB of memory

EXAMPLE
  cargo xtask growth reuters.jsonl --sizes 1000,19043,100000,1000000
";

/// Runs the command.
pub fn growth(args: &[String]) -> Result<(), String> {
    let Some(mut flags) = Flags::new(args, HELP) else {
        return Ok(());
    };
    let sizes = flags.values("--sizes")?.pop().unwrap_or_else(|| SIZES.to_owned());
    let articles = match flags.rest(1)?.pop() {
        Some(path) => fs::canonicalize(&path).map_err(|e| format!("{path}: {e}"))?,
        None => root().join(BUNDLED),
    };
    let wrong = |size: &&str| !size.parse::<usize>().is_ok_and(|n| n > 0);
    if let Some(size) = sizes.split(',').find(wrong) {
        return Err(format!("--sizes: {size:?} is no number of articles"));
    }

    let mut steps = Steps::new(2 + sizes.split(',').count());
    steps.next("Building the program that measures");
    run(cargo().args([
        "build",
        "--quiet",
        "--release",
        "--package",
        "dateline-tests",
        "--bin",
        "growth",
    ]))?;
    let binary = target()
        .join("release")
        .join(format!("growth{}", std::env::consts::EXE_SUFFIX));
    let folder = target().join("growth");
    fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let measure = |kind: &str, size: &str| {
        let mut command = program(&binary);
        command.arg(kind).arg(&folder).arg(size);
        command
    };
    for size in sizes.split(',') {
        steps.next(&format!("Measuring {size} articles"));
        run(measure("build", size).arg(&articles))?;
        run(&mut measure("open", size))?;
        // A million articles' pack is hundreds of megabytes, and nobody opens it again.
        for kind in ["pack", "questions"] {
            let file = folder.join(format!("{size}.{kind}"));
            fs::remove_file(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        }
    }
    steps.next("Drawing docs/growth.svg and docs/growth.md");
    let name = articles
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let command = format!("cargo xtask growth {name} --sizes {sizes}");
    run(program(&binary)
        .arg("draw")
        .arg(&folder)
        .args([&sizes, &command])
        .arg(root().join("docs")))
}
