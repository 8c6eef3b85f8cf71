//! The parts of the test command.

use std::fs;

use super::browsers;
use crate::dist;
use crate::fuzz;
use crate::run::{cargo, root, run, target};
use crate::setup::{self, Browser};
use crate::steps::Steps;
use crate::wasm::TARGET;

/// One part: what it is called, how many steps it announces, and what it does.
pub struct Part {
    /// As in `--only`.
    pub name: &'static str,
    /// Steps announced.
    pub steps: usize,
    /// Whether it drives the page in `dist/`.
    pub browser: bool,
    /// Whether it is only run where `--long` or its name asks for it.
    pub long: bool,
    /// Does it.
    pub run: fn(&mut Steps) -> Result<(), String>,
}

/// All parts, quick ones first.
pub const PARTS: [Part; 9] = [
    Part {
        name: "format",
        steps: 1,
        browser: false,
        long: false,
        run: format,
    },
    Part {
        name: "clippy",
        steps: 2,
        browser: false,
        long: false,
        run: clippy,
    },
    Part {
        name: "native",
        steps: 1,
        browser: false,
        long: false,
        run: native,
    },
    Part {
        name: "wasm",
        steps: 2,
        browser: false,
        long: false,
        run: wasm,
    },
    Part {
        name: "dist",
        steps: dist::STEPS,
        browser: false,
        long: false,
        run: |steps| dist::write(steps).map(|_| ()),
    },
    Part {
        name: "chromium",
        steps: 2,
        browser: true,
        long: false,
        run: |steps| browsers::run(steps, Browser::Chromium),
    },
    Part {
        name: "firefox",
        steps: 2,
        browser: true,
        long: false,
        run: |steps| browsers::run(steps, Browser::Firefox),
    },
    Part {
        name: "webkit",
        steps: 2,
        browser: true,
        long: false,
        run: |steps| browsers::run(steps, Browser::WebKit),
    },
    Part {
        name: "fuzz",
        steps: fuzz::STEPS,
        browser: false,
        long: true,
        run: fuzz::all,
    },
];

/// The crates that run in the page or beside it.
const IN_THE_PAGE: [&str; 6] = [
    "dateline-corpus",
    "dateline-engine",
    "dateline-analysis",
    "dateline-api",
    "dateline-analyst",
    "dateline-app",
];

fn format(steps: &mut Steps) -> Result<(), String> {
    steps.next("Checking the format");
    setup::lint_tools(steps)?;
    run(cargo().args(["fmt", "--all", "--check"]))
}

fn clippy(steps: &mut Steps) -> Result<(), String> {
    setup::lint_tools(steps)?;
    steps.next("Linting for this machine");
    let native = run(cargo().args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--quiet",
        "--",
        "-D",
        "warnings",
    ]));
    steps.next("Linting for WebAssembly");
    setup::wasm_target(steps)?;
    let mut command = cargo();
    command.args(["clippy", "--quiet", "--target", TARGET]);
    for package in IN_THE_PAGE {
        command.args(["--package", package]);
    }
    let page = run(command.args(["--", "-D", "warnings"]));
    let mut in_parts = cargo();
    in_parts.args(["clippy", "--quiet", "--target", TARGET, "--package", "dateline-app"]);
    in_parts.args(["--features", "parts", "--", "-D", "warnings"]);
    native.and(page).and(run(&mut in_parts))
}

fn native(steps: &mut Steps) -> Result<(), String> {
    steps.next("Running the native tests");
    run(cargo().args(["test", "--workspace", "--no-fail-fast"]))
}

fn wasm(steps: &mut Steps) -> Result<(), String> {
    steps.next("Building the test runner for WebAssembly");
    setup::wasm_target(steps)?;
    run(cargo().args([
        "build",
        "--package",
        "xtask",
        "--features",
        "wasm-tests",
        "--bin",
        "wasm-test-runner",
    ]))?;
    let runner = target()
        .join("debug")
        .join(format!("wasm-test-runner{}", std::env::consts::EXE_SUFFIX));
    steps.next("Running the tests for WebAssembly under node");
    let packages = with_wasm_tests()?;
    if packages.is_empty() {
        return Err("no crate has wasm-bindgen-test among its dev-dependencies: there is nothing to run".into());
    }
    let mut command = cargo();
    command.args(["test", "--target", TARGET, "--no-fail-fast"]);
    for package in &packages {
        command.args(["--package", package]);
    }
    run(command.env(
        format!("CARGO_TARGET_{}_RUNNER", TARGET.to_uppercase().replace('-', "_")),
        runner,
    ))
}

/// The crates whose manifest asks for `wasm-bindgen-test`, in the order of their folders.
fn with_wasm_tests() -> Result<Vec<String>, String> {
    let mut packages = Vec::new();
    for package in IN_THE_PAGE
        .iter()
        .map(|package| package.trim_start_matches("dateline-"))
    {
        let manifest = root().join("src").join(package).join("Cargo.toml");
        let text = fs::read_to_string(&manifest).map_err(|error| format!("{}: {error}", manifest.display()))?;
        if text.contains("wasm-bindgen-test") {
            packages.push(format!("dateline-{package}"));
        }
    }
    Ok(packages)
}
