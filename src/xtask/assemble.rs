//! The page without articles: one folder with everything that `dateline build` puts around a pack.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::minify;
use crate::run::{root, target};
use crate::wasm::{Bound, Profile};

/// Where the finished page of a profile is written: not `target/page`, where cargo keeps what it built for the host.
pub fn folder(profile: Profile) -> PathBuf {
    target().join("assembled").join(profile.name())
}

/// Puts the page together from the module, the API (where built) and the files of `www/`.
pub fn assemble(profile: Profile, app: &Bound, api: Option<&Bound>) -> Result<PathBuf, String> {
    let www = root().join("www");
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    files.insert("index.html".into(), read(&root().join("index.html"))?);
    files.insert("dateline.wasm".into(), app.wasm.clone());
    files.insert("glue.js".into(), minify::script(&app.js).into_bytes());
    for name in ["head.js", "load.js", "boot.js", "worker.js", "sw.js"] {
        files.insert(name.into(), minify::script(&text(&www.join(name))?).into_bytes());
    }
    files.insert("manifest.webmanifest".into(), read(&www.join("manifest.webmanifest"))?);
    let mut styles = String::new();
    for path in sorted(&www.join("styles"))?
        .iter()
        .filter(|path| path.extension().is_some_and(|e| e == "css"))
    {
        styles.push_str(&text(path)?);
        styles.push('\n');
    }
    files.insert("page.css".into(), minify::styles(&styles).into_bytes());
    for path in sorted(&www.join("icons"))? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        files.insert(format!("icons/{name}"), read(&path)?);
    }
    if let Some(api) = api {
        files.insert("api/engine.js".into(), minify::script(&api.js).into_bytes());
        files.insert("api/engine_bg.wasm".into(), api.wasm.clone());
        for name in ["dateline.js", "dateline.d.ts"] {
            files.insert(format!("api/{name}"), read(&root().join("src/api").join(name))?);
        }
    }
    let out = folder(profile);
    if out.exists() {
        fs::remove_dir_all(&out).map_err(|error| format!("{}: {error}", out.display()))?;
    }
    for (name, bytes) in files {
        let path = out.join(name);
        let written = fs::create_dir_all(path.parent().unwrap_or(&out)).and_then(|()| fs::write(&path, bytes));
        written.map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(out)
}

/// The files of a folder in the order of their names; none where there is no such folder.
fn sorted(dir: &Path) -> Result<Vec<PathBuf>, String> {
    if !dir.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(dir).map_err(|error| format!("{}: {error}", dir.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    Ok(paths)
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
