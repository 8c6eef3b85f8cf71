//! Which articles are in these files?
//!
//! [`read`] walks the paths given, reads every file in a format it knows and returns the articles with what there is to
//! say about each. Bad input never stops it: what cannot be read is a warning with file, line, reason and remedy.

mod body;
mod clean;
mod dateline;
mod dates;
mod decode;
mod fields;
mod front_matter;
mod head;
mod houses;
mod ids;
mod json_lines;
mod json_repair;
mod language;
mod markdown;
pub mod notes;
mod outlets;
mod paragraphs;
mod pattern;
mod plain_text;
mod published;
mod walk;

use std::path::{Path, PathBuf};

use dateline_corpus::{Article, Warning};
use rayon::prelude::*;

pub use self::clean::compose;
use self::notes::Notes;
use crate::progress::{Phase, Progress, Stopped};

/// The formats read, told by the extension of the file's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// `.txt`, `.text`
    PlainText,
    /// `.md`, `.markdown`
    Markdown,
    /// `.jsonl`, `.ndjson`, `.json`
    JsonLines,
}

impl Format {
    /// The formats and their extensions, for messages.
    pub const LIST: &str = ".txt (plain text), .md .markdown (Markdown), .jsonl .ndjson .json (JSON Lines)";

    /// The format of a file by its name.
    pub fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::PlainText),
            "md" | "markdown" => Some(Self::Markdown),
            "jsonl" | "ndjson" | "json" => Some(Self::JsonLines),
            _ => None,
        }
    }
}

/// An article with where it stood and what there is to say about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// The article; its id is unique in the reading.
    pub article: Article,
    /// 1-based line in its file, in formats of one article a line.
    pub line: Option<u32>,
    /// What was dropped, repaired or left undecided in it.
    pub warnings: Vec<Warning>,
}

/// Everything read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// By path, then line: the order of the arguments does not matter.
    pub articles: Vec<Read>,
    /// What concerns no article that was read.
    pub warnings: Vec<Warning>,
    /// Files and lines that gave no article: unreadable, empty, not JSON. Files of unknown formats are not counted.
    pub skipped: usize,
}

impl Reading {
    /// All warnings: those of no article first, then article by article.
    pub fn all_warnings(&self) -> impl Iterator<Item = &Warning> {
        self.warnings
            .iter()
            .chain(self.articles.iter().flat_map(|r| &r.warnings))
    }
}

/// Reads every article in the files and folders named.
pub fn read(paths: &[PathBuf], progress: &dyn Progress) -> Result<Reading, Stopped> {
    let walk::Walked {
        inputs,
        warnings,
        unreadable,
    } = walk::walk(paths);
    let total = inputs.len() as u64;
    let done = std::sync::atomic::AtomicU64::new(0);
    let files: Vec<Option<Reading>> = inputs
        .par_iter()
        .map(|input| {
            if progress.is_stopped() {
                return None;
            }
            let reading = read_file(input);
            let done = done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
            progress.report(Phase::Read, done, total);
            Some(reading)
        })
        .collect();
    let mut all = Reading {
        articles: Vec::new(),
        warnings,
        skipped: unreadable,
    };
    for file in files {
        let file = file.ok_or(Stopped)?;
        all.articles.extend(file.articles);
        all.warnings.extend(file.warnings);
        all.skipped += file.skipped;
    }
    // Files of one path in two folders: their content decides, not the order they were named in.
    all.articles.sort_by(|a, b| {
        let key = |r: &'_ Read| (r.article.path.clone(), r.line);
        key(a)
            .cmp(&key(b))
            .then_with(|| a.article.text.cmp(&b.article.text))
            .then_with(|| a.article.title.cmp(&b.article.title))
    });
    houses::unify(&mut all);
    ids::settle(&mut all);
    note_twins(&mut all);
    Ok(all)
}

fn read_file(input: &walk::Input) -> Reading {
    let mut notes = Notes::on(&input.path);
    let bytes = match std::fs::read(&input.file) {
        Ok(bytes) => bytes,
        Err(e) => {
            notes.advise(
                None,
                format!("file not read: {e}"),
                "check that it exists and that you may read it",
            );
            return Reading {
                warnings: notes.into_warnings(),
                skipped: 1,
                ..Reading::default()
            };
        }
    };
    read_bytes(&bytes, input.format, notes)
}

/// Reads the articles of one file's bytes; `path` is what the articles and warnings say.
pub fn read_one(path: &str, format: Format, bytes: &[u8]) -> Reading {
    let mut reading = read_bytes(bytes, format, Notes::on(path));
    ids::settle(&mut reading);
    reading
}

fn read_bytes(bytes: &[u8], format: Format, mut notes: Notes) -> Reading {
    let Some(text) = decode::decode(bytes, &mut notes) else {
        return Reading {
            warnings: notes.into_warnings(),
            skipped: 1,
            ..Reading::default()
        };
    };
    if format == Format::JsonLines {
        let mut skipped = 0;
        let entries = json_lines::read(&text, &mut notes, &mut skipped);
        let articles = entries
            .into_iter()
            .map(|e| Read {
                article: e.article,
                line: e.line,
                warnings: e.notes.into_warnings(),
            })
            .collect();
        return Reading {
            articles,
            warnings: notes.into_warnings(),
            skipped,
        };
    }
    let cleaned = clean::clean(&text);
    if cleaned.controls > 0 {
        notes.say(
            cleaned.first,
            format!("removed control characters: {}", cleaned.controls),
        );
    }
    let article = match format {
        Format::Markdown => markdown::read(&cleaned.text, &mut notes),
        _ => plain_text::read(&cleaned.text, &mut notes),
    };
    let warnings = notes.into_warnings();
    match article {
        Some(article) => Reading {
            articles: vec![Read {
                article,
                line: None,
                warnings,
            }],
            ..Reading::default()
        },
        None => Reading {
            warnings,
            skipped: 1,
            ..Reading::default()
        },
    }
}

/// Says which articles have the same text as an earlier one. They stay: two outlets may print the same report.
fn note_twins(reading: &mut Reading) {
    let mut first: std::collections::HashMap<String, String> = std::collections::HashMap::new();
    for read in &mut reading.articles {
        if let Some(twin) = first.get(&read.article.text) {
            let mut notes = Notes::on(&read.article.path);
            notes.say(
                read.line,
                format!("same text: the article {twin} has the same text; both are kept"),
            );
            read.warnings.extend(notes.into_warnings());
        } else {
            first.insert(read.article.text.clone(), read.article.id.clone());
        }
    }
}

#[cfg(test)]
mod tests;
