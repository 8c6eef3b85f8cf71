//! The page without articles: one folder with everything that `dateline build` puts around a pack.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::minify;
use crate::run::{root, target};
use crate::wasm::{Bound, Profile};

/// Where the finished page of a profile is written: not `target/page`, where cargo keeps what it built for the host.
pub fn folder(profile: Profile) -> PathBuf {
    target().join("assembled").join(profile.name())
}

/// Puts the page together from the module, that for a corpus in parts, the API (where built) and the files of `www/`.
pub fn assemble(profile: Profile, app: &Bound, in_parts: &Bound, api: Option<&Bound>) -> Result<PathBuf, String> {
    let www = root().join("www");
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    files.insert("index.html".into(), read(&root().join("index.html"))?);
    files.insert("dateline.wasm".into(), app.wasm.clone());
    files.insert("glue.js".into(), script("the glue", &app.js)?);
    files.insert("dateline-parts.wasm".into(), in_parts.wasm.clone());
    files.insert("glue-parts.js".into(), script("the glue", &in_parts.js)?);
    for name in ["head.js", "load.js", "boot.js", "worker.js", "parts.js", "sw.js"] {
        files.insert(name.into(), script(name, &text(&www.join(name))?)?);
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
        files.insert("api/engine.js".into(), minify::module(&api.js).into_bytes());
        files.insert("api/engine_bg.wasm".into(), api.wasm.clone());
        for name in ["dateline.js", "dateline.d.ts"] {
            files.insert(format!("api/{name}"), read(&root().join("src/api").join(name))?);
        }
    }
    let out = folder(profile);
    renew(&out, &files).map_err(|error| format!("{}: {error}", out.display()))?;
    Ok(out)
}

fn script(name: &str, text: &str) -> Result<Vec<u8>, String> {
    let script = minify::script(text).map_err(|error| format!("{name}: {error}"))?;
    Ok(script.into_bytes())
}

/// Makes the folder hold these files and no others. What is the same already stays untouched: cargo builds the command
/// with the page inside anew where a file is younger than the last one.
fn renew(out: &Path, files: &BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    fs::create_dir_all(out)?;
    for (name, bytes) in files {
        let path = out.join(name);
        if !fs::read(&path).is_ok_and(|there| there == *bytes) {
            fs::create_dir_all(path.parent().unwrap_or(out))?;
            fs::write(&path, bytes)?;
        }
    }
    let mut folders = vec![out.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let name = path
                .strip_prefix(out)
                .unwrap_or(&path)
                .to_string_lossy()
                .replace('\\', "/");
            if path.is_dir() {
                folders.push(path);
            } else if !files.contains_key(&name) {
                fs::remove_file(&path)?;
            }
        }
    }
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_renewed_where_it_differs() {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("page");
        let files = |pairs: &[(&str, &str)]| -> BTreeMap<String, Vec<u8>> {
            pairs.iter().map(|(n, t)| ((*n).into(), (*t).into())).collect()
        };
        let changed = |name: &str| fs::metadata(out.join(name)).unwrap().modified().unwrap();
        renew(&out, &files(&[("a", "1"), ("b/c", "2"), ("b/old", "3")])).unwrap();
        let long_ago = std::time::SystemTime::UNIX_EPOCH;
        for name in ["a", "b/c"] {
            fs::File::options()
                .write(true)
                .open(out.join(name))
                .unwrap()
                .set_modified(long_ago)
                .unwrap();
        }
        renew(&out, &files(&[("a", "1"), ("b/c", "new")])).unwrap();
        assert_eq!(changed("a"), long_ago, "what stays the same is not written");
        assert_ne!(changed("b/c"), long_ago);
        assert_eq!(fs::read_to_string(out.join("b/c")).unwrap(), "new");
        assert!(!out.join("b/old").exists(), "what is no longer wanted goes");
    }
}
