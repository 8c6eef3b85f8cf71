//! Files of the npm packages that the tests use, fetched at their locked versions when they are first needed.

use std::path::PathBuf;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use crate::project;

static INSTALLING: Mutex<()> = Mutex::new(());

/// A file below `tests/node_modules`.
pub fn npm(name: &str) -> PathBuf {
    let tests = project::root().join("tests");
    let file = tests.join("node_modules").join(name);
    let _alone = INSTALLING.lock().unwrap_or_else(PoisonError::into_inner);
    if !file.exists() {
        eprintln!("installing the npm packages of tests/package-lock.json");
        let done = Command::new("npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(&tests)
            .output();
        let done = done.unwrap_or_else(|e| panic!("npm: {e}; install node and npm"));
        assert!(
            done.status.success(),
            "npm ci: {}",
            String::from_utf8_lossy(&done.stderr)
        );
    }
    assert!(file.exists(), "{} is not in its npm package", file.display());
    file
}
