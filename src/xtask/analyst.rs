//! The analysis as a module for other pages, with all its tables.

use std::fs;
use std::path::Path;

use crate::minify;
use crate::run::root;
use crate::wasm::{self, Binding, Profile};

/// What it may cost by brotli, in bytes.
pub const BUDGET: usize = 1_500_000;

/// Compiles it; gives its files by name.
pub fn build() -> Result<[(&'static str, Vec<u8>); 5], String> {
    let module = wasm::build("dateline-analyst", None, Profile::Analysis, Binding::Module("analyst"))?;
    let read = |path: &str| {
        let path = root().join(path);
        fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    Ok([
        ("analyst.js", minify::module(&module.js).into_bytes()),
        ("analyst_bg.wasm", module.wasm),
        ("analysis.js", read("src/analyst/analysis.js")?),
        ("analysis.d.ts", read("src/analyst/analysis.d.ts")?),
        // Whose data the tables are.
        ("NOTICE", read("NOTICE")?),
    ])
}

/// Writes it into a folder.
pub fn write(folder: &Path) -> Result<(), String> {
    let failed = |error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(failed)?;
    for (name, bytes) in build()? {
        fs::write(folder.join(name), bytes).map_err(failed)?;
    }
    Ok(())
}
