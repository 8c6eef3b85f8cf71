//! What a machine needs beyond rustup, git, a C compiler, node with npm, and apt: installed where it is missing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{cargo, find, output, program, root, run, target};
use crate::steps::Steps;
use crate::wasm::{self, TARGET};

/// The WebDriver server for Firefox, which has no Debian package.
const GECKODRIVER: &str = "0.37.1";

/// Compiles and runs fuzz targets.
const CARGO_FUZZ: &str = "0.13.2";

/// Where Debian puts WebKit's test browser, which is not on the path; the folder before it is the architecture's.
const MINI_BROWSER: &str = "webkit2gtk-4.1/MiniBrowser";

/// Rust's standard library for WebAssembly.
pub fn wasm_target(steps: &Steps) -> Result<(), String> {
    let libraries = output(program("rustc").args(["--print", "target-libdir", "--target", TARGET]))?;
    if Path::new(&libraries).is_dir() {
        return Ok(());
    }
    if find("rustup").is_none() {
        return Err(format!(
            "the Rust target {TARGET} is not installed, and there is no rustup to install it with; \
             install it with the tool that your Rust comes from (expected in {libraries})"
        ));
    }
    steps.note(&format!("installing the Rust target {TARGET} with rustup"));
    run(program("rustup").args(["target", "add", TARGET]))
}

/// The sources of Rust's library, with which the page is an eighth smaller; without rustup it is built without them.
pub fn rust_sources(steps: &Steps) -> Result<(), String> {
    if wasm::rust_sources()?.is_dir() {
        return Ok(());
    }
    if find("rustup").is_none() {
        steps.note("the sources of Rust's library are not installed: the page will be larger than it could be");
        return Ok(());
    }
    steps.note("installing the sources of Rust's library with rustup");
    run(program("rustup").args(["component", "add", "rust-src"]))
}

/// rustfmt and clippy, which minimal toolchains come without.
pub fn lint_tools(steps: &Steps) -> Result<(), String> {
    for component in ["rustfmt", "clippy"] {
        let missing = output(cargo().args([component.trim_start_matches("rust"), "--version"])).is_err();
        if missing {
            steps.note(&format!("installing {component} with rustup"));
            run(program("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// What the browser tests take from npm, at the versions of `tests/package-lock.json`.
pub fn test_packages(steps: &Steps) -> Result<(), String> {
    let tests = root().join("tests");
    let time = |path: PathBuf| fs::metadata(path).and_then(|meta| meta.modified()).ok();
    // npm writes this file last.
    let installed = time(tests.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= time(tests.join("package-lock.json")) {
        return Ok(());
    }
    if find("npm").is_none() {
        return Err("this machine has no npm; install Node.js with npm and try again".into());
    }
    steps.note("installing with npm: what tests/package-lock.json names");
    run(program("npm")
        .args(["ci", "--no-audit", "--no-fund", "--silent", "--prefix"])
        .arg(tests))
}

/// A browser that the tests drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Debian's Chromium.
    Chromium,
    /// Debian's Firefox ESR.
    Firefox,
    /// WebKitGTK's MiniBrowser.
    WebKit,
}

/// A browser that is there.
pub struct Installed {
    /// Its program.
    pub program: PathBuf,
    /// Its WebDriver server.
    pub driver: PathBuf,
}

impl Browser {
    /// The name used on the command line and in `DATELINE_BROWSER`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Debian's packages that it needs. Fonts are among them: without any, text has no width.
    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver", "fonts-dejavu-core"],
            Self::Firefox => &["firefox-esr", "fonts-dejavu-core"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb", "fonts-dejavu-core"],
        }
    }

    fn program(self) -> Option<PathBuf> {
        match self {
            Self::Chromium => find("chromium")
                .or_else(|| find("chromium-browser"))
                .or_else(|| find("google-chrome")),
            Self::Firefox => find("firefox-esr").or_else(|| find("firefox")),
            Self::WebKit => find("Xvfb").and_then(|_| mini_browser()),
        }
    }

    fn driver(self) -> Option<PathBuf> {
        match self {
            Self::Chromium => find("chromedriver"),
            Self::Firefox => {
                find("geckodriver").or_else(|| Some(tools().join("bin/geckodriver")).filter(|p| p.is_file()))
            }
            Self::WebKit => find("WebKitWebDriver"),
        }
    }

    /// Finds the browser and its driver, and installs what is missing.
    pub fn install(self, steps: &Steps) -> Result<Installed, String> {
        if self.program().is_none() || (self != Self::Firefox && self.driver().is_none()) {
            apt_install(steps, self.packages())?;
        }
        if self == Self::Firefox && self.driver().is_none() {
            install(steps, "geckodriver", GECKODRIVER)?;
        }
        let missing = |what: &str| {
            format!(
                "{} has no {what} on this machine after installing {}; install it by hand and try again",
                self.name(),
                self.packages().join(", ")
            )
        };
        Ok(Installed {
            program: self.program().ok_or_else(|| missing("program"))?,
            driver: self.driver().ok_or_else(|| missing("WebDriver server"))?,
        })
    }
}

/// Programs that this command has built for itself.
fn tools() -> PathBuf {
    target().join("tools")
}

fn mini_browser() -> Option<PathBuf> {
    let usual = fs::read_dir("/usr/lib")
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()));
    usual
        .chain([PathBuf::from("/usr/libexec")])
        .map(|dir| dir.join(MINI_BROWSER))
        .find(|path| path.is_file())
}

/// Installs Debian packages as root, or by sudo where it asks no password.
fn apt_install(steps: &Steps, packages: &[&str]) -> Result<(), String> {
    let by_hand = format!("apt-get update && apt-get install {}", packages.join(" "));
    if find("apt-get").is_none() {
        return Err(format!(
            "this machine has no apt-get; install by hand what Debian calls {}",
            packages.join(", ")
        ));
    }
    let root = output(program("id").arg("-u"))? == "0";
    if !root && output(program("sudo").args(["-n", "true"])).is_err() {
        return Err(format!("installing packages needs root; run as root: {by_hand}"));
    }
    steps.note(&format!("installing with apt-get: {}", packages.join(" ")));
    let apt = |args: &[&str]| {
        let mut command = if root {
            Command::new("apt-get")
        } else {
            Command::new("sudo")
        };
        if !root {
            command.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        }
        command
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["-q", "-y"])
            .args(args);
        run(&mut command)
    };
    let installed = apt(&["update"]).and_then(|()| {
        let mut args = vec!["install", "--no-install-recommends"];
        args.extend(packages);
        apt(&args)
    });
    installed.map_err(|error| format!("{error}; to see why, run as root: {by_hand}"))
}

/// cargo-fuzz, in the version pinned here.
pub fn cargo_fuzz(steps: &Steps) -> Result<PathBuf, String> {
    if !["c++", "g++", "clang++"].into_iter().any(|name| find(name).is_some()) {
        apt_install(steps, &["g++"])?;
    }
    let version = format!("cargo-fuzz {CARGO_FUZZ}");
    let installed = tools().join("bin/cargo-fuzz");
    if !output(program(&installed).arg("--version")).is_ok_and(|found| found == version) {
        install(steps, "cargo-fuzz", CARGO_FUZZ)?;
    }
    Ok(installed)
}

/// Unoptimised: these programs only start others or pass messages on, and optimising them takes minutes.
fn install(steps: &Steps, name: &str, version: &str) -> Result<(), String> {
    steps.note(&format!(
        "building {name} {version} into {} (once, some minutes)",
        tools().display()
    ));
    run(cargo()
        .args(["install", name, "--locked", "--quiet", "--version", version, "--root"])
        .arg(tools())
        .env("CARGO_TARGET_DIR", tools().join("build"))
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0"))
}
