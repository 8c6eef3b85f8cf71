//! Where is the pack in what was built?

use std::path::{Path, PathBuf};

use crate::page;
use crate::parts::FOLDER;
use crate::publish::{START, is_site_wasm};

/// The pack (or the start of a corpus in parts) inside a file or folder: a `.pack`, a page's `.wasm`, a one-file page, the
/// folder of a site or of a corpus in parts.
///
/// # Errors
/// Says what was expected there and what to do.
pub fn pack_at(path: &Path) -> Result<Vec<u8>, String> {
    let fail = |what: &str| {
        format!(
            "{}: {what}; name a .pack, .wasm or .html file, or a folder written by `dateline build`",
            path.display()
        )
    };
    let file = if path.is_dir() {
        let names = std::fs::read_dir(path).map_err(|e| fail(&e.to_string()))?;
        let mut wasm: Vec<PathBuf> = names.flatten().map(|e| e.path()).filter(|p| is_site_wasm(p)).collect();
        wasm.sort();
        match wasm.len() {
            0 if path.join(START).is_file() => path.join(START),
            1 => wasm.remove(0),
            0 => return Err(fail("the folder holds no page")),
            _ => return Err(fail("the folder holds the pages of two builds; build it again")),
        }
    } else {
        path.to_owned()
    };
    let bytes = std::fs::read(&file).map_err(|e| fail(&e.to_string()))?;
    if bytes.starts_with(b"DATELINE") || bytes.starts_with(dateline_corpus::pack::parts::START) {
        return Ok(bytes);
    }
    if bytes.starts_with(b"\0asm") {
        let pack = page::extract(&bytes).map_err(|e| fail(&e.to_string()))?;
        return pack
            .map(<[u8]>::to_vec)
            .ok_or_else(|| fail("the page holds no articles"));
    }
    page::extract_html(&bytes).map_err(|e| fail(&e.to_string()))
}

/// A part of the corpus whose start is at a path that [`pack_at`] took.
///
/// # Errors
/// Says which file is missing and what to do.
pub fn part_at(path: &Path, name: &str) -> Result<Vec<u8>, String> {
    let folder = if path.is_dir() {
        path
    } else {
        path.parent().unwrap_or(path)
    };
    let file = folder.join(FOLDER).join(name);
    std::fs::read(&file).map_err(|e| {
        format!(
            "{}: {e}; a part of the articles is missing: copy the folder again, or build it again",
            file.display()
        )
    })
}
