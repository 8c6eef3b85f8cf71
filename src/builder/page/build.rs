//! Writes the table of the bundled page's files, where the feature `bundled-page` asks for one.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-changed=page/build.rs");
    println!("cargo::rerun-if-env-changed=DATELINE_PAGE_DIR");
    if env::var_os("CARGO_FEATURE_BUNDLED_PAGE").is_none() {
        return Ok(());
    }
    let dir = env::var_os("DATELINE_PAGE_DIR").map(PathBuf::from).ok_or(
        "the feature bundled-page needs DATELINE_PAGE_DIR: the folder of a finished page (use `cargo xtask dist`)",
    )?;
    let mut names = Vec::new();
    collect(&dir, "", &mut names)?;
    names.sort();
    let mut table = String::from("pub static FILES: &[(&str, &[u8])] = &[\n");
    for name in &names {
        let path = dir.join(name);
        println!("cargo::rerun-if-changed={}", path.display());
        let _ = writeln!(
            table,
            "    ({name:?}, include_bytes!({:?})),",
            path.display().to_string()
        );
    }
    table.push_str("];\n");
    let out = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: run by cargo")?;
    fs::write(Path::new(&out).join("bundled_page.rs"), table).map_err(|error| error.to_string())
}

fn collect(dir: &Path, prefix: &str, names: &mut Vec<String>) -> Result<(), String> {
    // Tells of files that come and go.
    println!("cargo::rerun-if-changed={}", dir.display());
    let entries = fs::read_dir(dir).map_err(|error| format!("{}: {error}", dir.display()))?;
    for entry in entries {
        let path = entry.map_err(|error| error.to_string())?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), names)?
        } else {
            names.push(name)
        }
    }
    Ok(())
}
