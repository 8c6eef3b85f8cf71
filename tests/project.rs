//! Where the project's own files are.

use std::path::{Path, PathBuf};

/// The project's root.
pub fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests).to_path_buf()
}

/// Where cargo puts what it builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// What `cargo xtask dist` wrote, or the folder named by `DATELINE_DIST`: `site/`, `dateline.html`, `dateline`.
pub fn dist() -> PathBuf {
    std::env::var_os("DATELINE_DIST").map_or_else(|| root().join("dist"), |dir| root().join(dir))
}

/// A file of the project as text.
pub fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}
