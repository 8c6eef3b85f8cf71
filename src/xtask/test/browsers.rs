//! The built page in one browser.
//!
//! The tests themselves are `tests/browsers`; this gives them a browser, by environment variables: `DATELINE_DIST` (the
//! folder to test), `DATELINE_BROWSER` (`chromium`, `firefox` or `webkit`), `DATELINE_BROWSER_PROGRAM` and
//! `DATELINE_DRIVER` (paths).

use crate::run::{cargo, root, run as run_program};
use crate::setup::{self, Browser};
use crate::steps::Steps;

/// Installs the browser and runs the tests in it.
pub fn run(steps: &mut Steps, browser: Browser) -> Result<(), String> {
    steps.next(&format!("Setting up {}", browser.name()));
    let installed = browser.install(steps)?;
    setup::test_packages(steps)?;
    steps.next(&format!("Driving the page in {}", browser.name()));
    run_program(
        cargo()
            .args([
                "test",
                "--package",
                "dateline-tests",
                "--features",
                "browsers",
                "--test",
                "browsers",
            ])
            .env("DATELINE_DIST", root().join("dist"))
            .env("DATELINE_BROWSER", browser.name())
            .env("DATELINE_BROWSER_PROGRAM", installed.program)
            .env("DATELINE_DRIVER", installed.driver),
    )
}
