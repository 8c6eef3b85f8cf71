//! The built page in one browser.
//!
//! The tests themselves are `tests/browsers`; this gives them a browser, by environment variables:
//! `DATELINE_DIST` (the folder to test), `DATELINE_BROWSER` (`chromium`, `firefox` or `webkit`),
//! `DATELINE_BROWSER_PROGRAM` and `DATELINE_DRIVER` (paths), and for WebKit, which has no headless mode, `DISPLAY`.

use std::io::Read;
use std::process::{Child, Command, Stdio};

use crate::run::{cargo, root, run as run_program};
use crate::setup::Browser;
use crate::steps::Steps;

/// Installs the browser and runs the tests in it.
pub fn run(steps: &mut Steps, browser: Browser) -> Result<(), String> {
    steps.next(&format!("Setting up {}", browser.name()));
    let installed = browser.install(steps)?;
    let screen = match browser {
        Browser::WebKit => Some(Screen::open()?),
        Browser::Chromium | Browser::Firefox => None,
    };
    steps.next(&format!("Driving the page in {}", browser.name()));
    let mut command = cargo();
    command
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
        .env("DATELINE_DRIVER", installed.driver);
    if let Some(screen) = &screen {
        command.env("DISPLAY", &screen.display);
    }
    run_program(&mut command)
}

/// A screen in memory, for as long as this value lives.
struct Screen {
    server: Child,
    display: String,
}

impl Screen {
    /// Starts Xvfb, which picks a free display and names it on its standard output.
    fn open() -> Result<Self, String> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("Xvfb: {error}"))?;
        let mut number = String::new();
        let mut byte = [0];
        while let Some(out) = server.stdout.as_mut() {
            match out.read(&mut byte) {
                Ok(1) if byte[0] != b'\n' => number.push(char::from(byte[0])),
                _ => break,
            }
        }
        let screen = Self {
            server,
            display: format!(":{number}"),
        };
        if number.is_empty() {
            Err("Xvfb did not start: it named no display".into())
        } else {
            Ok(screen)
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // It may have ended by itself; either way there is nothing left to do.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
