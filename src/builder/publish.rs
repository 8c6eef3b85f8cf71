//! How do finished files reach the disk whole?
//!
//! Everything is written beside its place and then renamed into it, so that whoever looks, at any moment, finds the old
//! files or the new ones, and a stopped build leaves nothing behind.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::parts::{FOLDER, is_part};

/// What a folder of a corpus in parts holds beside them.
pub const START: &str = "start.pack";

/// Why nothing was published.
#[derive(Debug)]
pub enum PublishError {
    /// The folder holds something else.
    Occupied {
        /// The folder.
        path: PathBuf,
    },
    /// The disk refused.
    Io {
        /// Which path.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
}

impl std::fmt::Display for PublishError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Occupied { path } => write!(
                f,
                "{}: the folder is not empty and holds no page of ours; name another, or use --force to write into it",
                path.display()
            ),
            Self::Io { path, source } => write!(f, "{}: {source}", path.display()),
        }
    }
}

impl std::error::Error for PublishError {}

fn io_at(path: &Path) -> impl FnOnce(io::Error) -> PublishError {
    let path = path.to_owned();
    move |source| PublishError::Io { path, source }
}

/// Writes one file whole, its folder made if need be.
pub fn file(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    if let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(io_at(folder))?;
    }
    let part = beside(path);
    let written = fs::write(&part, bytes).and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        // The part may not exist: the first error is the one to tell.
        drop(fs::remove_file(&part));
    }
    written.map_err(io_at(path))
}

/// Writes a site's files into a folder: a new or empty one, or one that holds a site already. Files of an earlier
/// build that this one does not have are removed; files that are no part of a site stay.
pub fn folder(out: &Path, files: &BTreeMap<String, Vec<u8>>, force: bool) -> Result<(), PublishError> {
    check_folder(out, force)?;
    let old = entries(out)?;
    if old.is_empty() {
        return new_folder(out, files);
    }
    // Into a site: what nothing refers to yet first, the pages that refer to it last.
    let last = |name: &str| matches!(name, "index.html" | "sw.js" | START);
    for (name, bytes) in files
        .iter()
        .filter(|(n, _)| !last(n))
        .chain(files.iter().filter(|(n, _)| last(n)))
    {
        file(&out.join(name), bytes)?;
    }
    let parts = out.join(FOLDER);
    for path in entries(&parts)? {
        let name = path
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        if is_part(&name) && !files.contains_key(&format!("{FOLDER}/{name}")) {
            fs::remove_file(&path).map_err(io_at(&path))?;
        }
    }
    for path in old {
        let name = path
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        if is_of_a_build(&name) && !files.contains_key(&name) {
            fs::remove_file(&path).map_err(io_at(&path))?;
        }
    }
    Ok(())
}

/// Says whether [`folder`] would write there: into a new or empty folder, one of a site, or any with `force`.
pub fn check_folder(out: &Path, force: bool) -> Result<(), PublishError> {
    let old = entries(out)?;
    if force || old.is_empty() || old.iter().any(|p| is_site_wasm(p) || p.ends_with(START)) {
        return Ok(());
    }
    Err(PublishError::Occupied { path: out.to_owned() })
}

fn new_folder(out: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), PublishError> {
    let part = beside(out);
    let write = || -> Result<(), PublishError> {
        for (name, bytes) in files {
            let path = part.join(name);
            let folder = path.parent().unwrap_or(&part);
            fs::create_dir_all(folder).map_err(io_at(folder))?;
            fs::write(&path, bytes).map_err(io_at(&path))?;
        }
        if out.exists() {
            fs::remove_dir(out).map_err(io_at(out))?;
        }
        fs::rename(&part, out).map_err(io_at(out))
    };
    let written = write();
    if written.is_err() {
        drop(fs::remove_dir_all(&part));
    }
    written
}

/// What a folder holds, by name; nothing where it is not there.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, PublishError> {
    let mut paths = Vec::new();
    if !folder.exists() {
        return Ok(paths);
    }
    for entry in fs::read_dir(folder).map_err(io_at(folder))? {
        paths.push(entry.map_err(io_at(folder))?.path());
    }
    paths.sort();
    Ok(paths)
}

/// A hidden neighbour of a path on the same disk, so that a rename is enough.
fn beside(path: &Path) -> PathBuf {
    let name = path
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    path.with_file_name(format!(".{name}.part-{}", std::process::id()))
}

/// Whether a file is the wasm of a site, told by its name: `dateline-` and twelve hexadecimal digits.
pub fn is_site_wasm(path: &Path) -> bool {
    let name = path
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    name.ends_with(".wasm") && is_of_a_build(&name)
}

/// Whether a name is one that only some builds of a site have: named by content, or a further page of the plain list.
fn is_of_a_build(name: &str) -> bool {
    if let Some(number) = name.strip_prefix("articles-").and_then(|n| n.strip_suffix(".html")) {
        return !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    }
    let hash = name.strip_prefix("dateline-").and_then(|rest| rest.split_once('.'));
    hash.is_some_and(|(hash, kind)| {
        hash.len() == 12 && hash.bytes().all(|b| b.is_ascii_hexdigit()) && matches!(kind, "js" | "css" | "wasm")
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;

    use super::{PublishError, folder};

    fn site(hash: &str) -> BTreeMap<String, Vec<u8>> {
        let names = [
            format!("dateline-{hash}.wasm"),
            "index.html".into(),
            "icons/icon.svg".into(),
        ];
        names.into_iter().map(|n| (n, hash.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_site_replaces_a_site_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("out");
        folder(&out, &site("0123456789ab"), false).unwrap();
        fs::write(out.join("CNAME"), "mine").unwrap();
        folder(&out, &site("ba9876543210"), false).unwrap();
        assert!(
            !out.join("dateline-0123456789ab.wasm").exists(),
            "the old build is gone"
        );
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "ba9876543210");
        assert!(out.join("CNAME").exists(), "other files stay");
        assert_eq!(
            fs::read_dir(dir.path()).unwrap().count(),
            1,
            "nothing is left beside it"
        );
    }

    #[test]
    fn a_folder_of_something_else_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("thesis.txt"), "mine").unwrap();
        let refused = folder(dir.path(), &site("0123456789ab"), false);
        assert!(matches!(refused, Err(PublishError::Occupied { .. })));
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
        folder(dir.path(), &site("0123456789ab"), true).unwrap();
        assert!(dir.path().join("thesis.txt").exists());
    }
}
