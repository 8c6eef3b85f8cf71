//! The finished page's files, before any articles are in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::PageError;

/// The files that every page has; the rest (icons, the JavaScript API) is copied as found.
const NEEDED: [&str; 14] = [
    "boot.js",
    "dateline-parts.wasm",
    "dateline.wasm",
    "glue-parts.js",
    "glue.js",
    "head.js",
    "icons/icon.svg",
    "index.html",
    "load.js",
    "manifest.webmanifest",
    "page.css",
    "parts.js",
    "sw.js",
    "worker.js",
];

/// A finished page without articles: file names (relative, with `/`) and their bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    files: BTreeMap<String, Vec<u8>>,
}

impl Page {
    /// From names and bytes; an error names the first needed file that is not among them.
    pub fn new(files: BTreeMap<String, Vec<u8>>) -> Result<Self, PageError> {
        match NEEDED.iter().find(|name| !files.contains_key(**name)) {
            Some(name) => Err(PageError::Missing { name: (*name).into() }),
            None => Ok(Self { files }),
        }
    }

    /// From a folder, with its folders, as `cargo xtask page` writes it.
    pub fn from_dir(dir: &Path) -> Result<Self, PageError> {
        let mut files = BTreeMap::new();
        collect(dir, "", &mut files)?;
        Self::new(files)
    }

    /// The page compiled into this program; `None` in a program built without one (feature `bundled-page`).
    pub fn bundled() -> Option<Self> {
        #[cfg(feature = "bundled-page")]
        {
            let files = bundle::FILES
                .iter()
                .map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()))
                .collect();
            Self::new(files).ok()
        }
        #[cfg(not(feature = "bundled-page"))]
        None
    }

    /// A file's bytes.
    pub fn get(&self, name: &str) -> Result<&[u8], PageError> {
        self.files
            .get(name)
            .map(Vec::as_slice)
            .ok_or_else(|| PageError::Missing { name: name.into() })
    }

    /// A file as text. Scripts, styles and templates are written by us in UTF-8.
    pub fn text(&self, name: &str) -> Result<&str, PageError> {
        std::str::from_utf8(self.get(name)?).map_err(|_| PageError::Missing {
            name: format!("{name} in UTF-8"),
        })
    }

    /// The files below a folder of the page, in the order of their names; `folder` ends with `/`.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        self.files
            .range(folder.to_owned()..)
            .take_while(move |(name, _)| name.starts_with(folder))
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }
}

/// The bundled files: a table written by page/build.rs.
#[cfg(feature = "bundled-page")]
mod bundle {
    include!(concat!(env!("OUT_DIR"), "/bundled_page.rs"));
}

fn collect(dir: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), PageError> {
    for entry in fs::read_dir(dir).map_err(PageError::io(dir))? {
        let path = entry.map_err(PageError::io(dir))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
        } else {
            files.insert(name, fs::read(&path).map_err(PageError::io(&path))?);
        }
    }
    Ok(())
}
