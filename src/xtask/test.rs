//! `cargo xtask test`: everything that is checked, part by part.

mod browsers;
mod parts;

use std::time::{Duration, Instant};

use crate::flags::Flags;
use crate::steps::{Steps, clock};
use parts::{PARTS, Part};

const HELP: &str = "\
Checks everything, and installs what that needs: the WebAssembly target, the three browsers and their drivers.

USAGE: cargo xtask test [--long] [--only PART]...

PARTS, in this order
  format     rustfmt agrees with every file
  clippy     no warning, natively and for WebAssembly
  native     unit, property and pipeline tests
  wasm       tests of what runs in the page, under node
  dist       dist/ can be built; the browsers need it
  chromium   the built page in Chromium
  firefox    the built page in Firefox
  webkit     the built page in WebKit
  fuzz       a minute of `cargo xtask fuzz` for each of its targets; only with --long, or by name

EXAMPLES
  cargo xtask test
  cargo xtask test --only native
  cargo xtask test --only chromium --only webkit
";

/// How a part went.
struct Outcome {
    name: &'static str,
    result: Result<(), String>,
    time: Duration,
}

/// Runs the command.
pub fn run(args: &[String]) -> Result<(), String> {
    let Some(mut flags) = Flags::new(args, HELP) else {
        return Ok(());
    };
    let only = flags.values("--only")?;
    let long = flags.switch("--long");
    flags.rest(0)?;
    if let Some(unknown) = only.iter().find(|name| !PARTS.iter().any(|part| part.name == **name)) {
        return Err(format!("--only: there is no part {unknown:?}; --help lists the parts"));
    }
    let browser_asked = PARTS
        .iter()
        .any(|part| part.browser && only.iter().any(|name| name == part.name));
    let wanted = |part: &Part| match only.is_empty() {
        true => long || !part.long,
        false => only.iter().any(|name| name == part.name) || (part.name == "dist" && browser_asked),
    };

    let chosen: Vec<_> = PARTS.iter().filter(|part| wanted(part)).collect();
    let mut steps = Steps::new(chosen.iter().map(|part| part.steps).sum());
    let mut outcomes: Vec<Outcome> = Vec::new();
    for part in chosen {
        let started = Instant::now();
        let lost = part.browser
            && outcomes
                .iter()
                .any(|outcome| outcome.name == "dist" && outcome.result.is_err());
        let result = match lost {
            true => Err("there is no dist/ to test".into()),
            false => (part.run)(&mut steps),
        };
        if let Err(message) = &result {
            eprintln!("error: {message}");
        }
        outcomes.push(Outcome {
            name: part.name,
            result,
            time: started.elapsed(),
        });
    }
    report(&outcomes, steps.elapsed())
}

/// One line a part, then the sum.
fn report(outcomes: &[Outcome], time: Duration) -> Result<(), String> {
    println!();
    for Outcome { name, result, time } in outcomes {
        let word = if result.is_ok() { "passed" } else { "FAILED" };
        println!("{name:<10} {word}  {}", clock(*time));
    }
    let failed: Vec<_> = outcomes
        .iter()
        .filter(|outcome| outcome.result.is_err())
        .map(|o| o.name)
        .collect();
    println!("{:<10}         {}\n", "all", clock(time));
    println!("{} passed, {} failed", outcomes.len() - failed.len(), failed.len());
    match failed.is_empty() {
        true => Ok(()),
        false => Err(format!("failed: {}; run one alone with --only", failed.join(", "))),
    }
}
