//! Which files do the paths on the command line mean?

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use dateline_corpus::Warning;
use walkdir::WalkDir;

use super::Format;
use super::notes::Notes;

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Input {
    /// As shown to the user and stored: relative to the folder named, with `/`.
    pub path: String,
    /// Where it is.
    pub file: PathBuf,
    /// How to read it.
    pub format: Format,
}

/// What a walk found.
#[derive(Debug, Default)]
pub struct Walked {
    /// Files to read, by path.
    pub inputs: Vec<Input>,
    /// What was left out and why.
    pub warnings: Vec<Warning>,
    /// Files that could not be reached.
    pub unreadable: usize,
}

/// Walks the paths named: a file is taken as it is, a folder with everything below it. Hidden files and folders are
/// left out; files of unknown kinds are counted, not read; links are followed, once round a circle.
pub fn walk(paths: &[PathBuf]) -> Walked {
    let mut walked = Walked::default();
    let mut unknown: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for root in paths {
        for entry in WalkDir::new(root)
            .follow_links(true)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|e| e.depth() == 0 || !is_hidden(e.path()))
        {
            match entry {
                Ok(entry) if entry.file_type().is_file() => {
                    let path = shown(root, entry.path());
                    match Format::of(entry.path()) {
                        Some(_) if entry.depth() > 0 && describes_folder(entry.path()) => {
                            let mut notes = Notes::on(&path);
                            notes.advise(
                                None,
                                "left out: a file of this name describes its folder",
                                "name the file itself to read it as an article",
                            );
                            walked.warnings.extend(notes.into_warnings());
                        }
                        Some(format) => walked.inputs.push(Input {
                            path,
                            file: entry.into_path(),
                            format,
                        }),
                        None => {
                            let kind = entry
                                .path()
                                .extension()
                                .map_or_else(String::new, |e| e.to_string_lossy().to_lowercase());
                            unknown.entry(kind).or_insert((0, path)).0 += 1;
                        }
                    }
                }
                Ok(_) => {}
                Err(e) => {
                    let path = e.path().map_or_else(|| root.display().to_string(), |p| shown(root, p));
                    let mut notes = Notes::on(&path);
                    let why = e.io_error().map_or_else(
                        || "a link that leads back to its own folder".to_owned(),
                        ToString::to_string,
                    );
                    notes.advise(
                        None,
                        format!("file not read: {why}"),
                        "check that it exists and that you may read it",
                    );
                    walked.unreadable += 1;
                    walked.warnings.extend(notes.into_warnings());
                }
            }
        }
    }
    for (kind, (count, first)) in unknown {
        let mut notes = Notes::on(&first);
        let what = if kind.is_empty() {
            "without an extension".to_owned()
        } else {
            format!("with the extension .{kind}")
        };
        let files = if count == 1 {
            "1 file"
        } else {
            &format!("{count} files")
        };
        notes.advise(
            None,
            format!("unknown format: {files} {what} left out"),
            format!("formats read: {}", Format::LIST),
        );
        walked.warnings.extend(notes.into_warnings());
    }
    // The same file named twice is one file, shown by its shorter path: below a folder named rather than by itself.
    let mut by_file: Vec<(PathBuf, Input)> = walked
        .inputs
        .into_iter()
        .map(|i| (i.file.canonicalize().unwrap_or_else(|_| i.file.clone()), i))
        .collect();
    by_file.sort_by(|(a, x), (b, y)| {
        a.cmp(b)
            .then_with(|| (x.path.len(), &x.path).cmp(&(y.path.len(), &y.path)))
    });
    by_file.dedup_by(|(a, _), (b, _)| a == b);
    walked.inputs = by_file.into_iter().map(|(_, input)| input).collect();
    walked.inputs.sort();
    walked
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'))
}

/// Files that say something about the folder they are in, by a convention older than Markdown.
fn describes_folder(path: &Path) -> bool {
    let stem = path
        .file_stem()
        .map(|s| s.to_string_lossy().to_uppercase())
        .unwrap_or_default();
    matches!(
        stem.as_str(),
        "README" | "LICENSE" | "LICENCE" | "COPYING" | "NOTICE" | "CONTRIBUTING" | "CHANGELOG"
    )
}

/// A file below a folder named is shown relative to it; a file named itself as it was named.
fn shown(root: &Path, file: &Path) -> String {
    let relative = file.strip_prefix(root).unwrap_or(file);
    let path = if relative.as_os_str().is_empty() {
        file
    } else {
        relative
    };
    let parts = path.components().filter(|c| !matches!(c, std::path::Component::CurDir));
    let joined = parts
        .map(|c| c.as_os_str().to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join("/");
    // An absolute path opens with its root, which is a component by itself.
    joined
        .strip_prefix("//")
        .map_or(joined.clone(), |rest| format!("/{rest}"))
}
