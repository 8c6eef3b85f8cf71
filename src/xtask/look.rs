//! `cargo xtask screenshots` and `cargo xtask figures`: the finished page as it looks, and as it performs, in Chromium.

use crate::dist;
use crate::flags::Flags;
use crate::run::{cargo, root, run};
use crate::setup::{self, Browser};
use crate::steps::Steps;

const SCREENSHOTS: &str = "\
Writes a picture of every view, in light and dark, on a desktop and on a phone.

USAGE: cargo xtask screenshots [FOLDER]

  FOLDER   where the pictures go; without it target/screenshots/

EXAMPLE
  cargo xtask screenshots docs/screenshots
";

const FIGURES: &str = "\
Measures the finished page in Chromium: the first search result beside a hello-world wasm page, long tasks while a
reader types and filters, and Lighthouse's marks. Prints a Markdown table.

USAGE: cargo xtask figures
";

/// Runs `screenshots`.
pub fn screenshots(args: &[String]) -> Result<(), String> {
    let Some(flags) = Flags::new(args, SCREENSHOTS) else {
        return Ok(());
    };
    let folder = flags.rest(1)?;
    let out = folder
        .first()
        .map_or_else(|| "target/screenshots".to_owned(), Clone::clone);
    program("screenshots", "Taking the pictures", &[out])
}

/// Runs `figures`.
pub fn figures(args: &[String]) -> Result<(), String> {
    let Some(flags) = Flags::new(args, FIGURES) else {
        return Ok(());
    };
    flags.rest(0)?;
    program("figures", "Measuring", &[])
}

/// Builds what is published and runs one of the tests' programs on it.
fn program(name: &str, doing: &str, args: &[String]) -> Result<(), String> {
    let mut steps = Steps::new(dist::STEPS + 2);
    dist::write(&mut steps)?;
    steps.next("Setting up Chromium");
    let installed = Browser::Chromium.install(&steps)?;
    setup::test_packages(&steps)?;
    steps.next(doing);
    let bin = [
        "run",
        "--quiet",
        "--package",
        "dateline-tests",
        "--features",
        "browsers",
        "--bin",
        name,
        "--",
    ];
    run(cargo()
        .args(bin)
        .args(args)
        .env("DATELINE_DIST", root().join("dist"))
        .env("DATELINE_BROWSER", Browser::Chromium.name())
        .env("DATELINE_BROWSER_PROGRAM", installed.program)
        .env("DATELINE_DRIVER", installed.driver))
}
