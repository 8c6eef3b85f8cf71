//! How are annotated texts read? WikiGold's file: a token and its tag a line, blank lines between sentences.

use std::path::Path;

use dateline_analysis::score::{Gold, Span};
use dateline_analysis::tagger::NameKind;

/// An annotated text.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// Its sentences, set as running text.
    pub text: String,
    /// Its names: first byte, one past the last, kind.
    pub names: Vec<(usize, usize, NameKind)>,
    /// Where its sentences begin, in bytes.
    sentences: Vec<usize>,
}

impl Text {
    /// The names that are asked for, as the scorer takes them.
    pub fn gold(&self) -> Gold {
        let count = |byte: usize| self.text[..byte].chars().count();
        let span = |&(from, to, kind): &(usize, usize, NameKind)| {
            let kind = match kind {
                NameKind::Person => "PER",
                NameKind::Body => "ORG",
                NameKind::Place => "LOC",
                NameKind::Other => return None,
            };
            Some(Span {
                start: count(from),
                end: count(to),
                kind: kind.to_owned(),
                optional: false,
                country: None,
            })
        };
        Gold {
            text: self.text.clone(),
            spans: self.names.iter().filter_map(span).collect(),
            ..Gold::default()
        }
    }

    /// How many sentences it has.
    pub fn count(&self) -> usize {
        self.sentences.len()
    }

    /// The sentence that a byte stands in, from 0.
    pub fn sentence_at(&self, byte: usize) -> usize {
        self.sentences.partition_point(|start| *start <= byte).max(1) - 1
    }

    /// Where its sentences begin, in characters.
    pub fn starts(&self) -> Vec<usize> {
        let starts = self.sentences.iter();
        starts.map(|byte| self.text[..*byte].chars().count()).collect()
    }

    /// Its sentences as texts of their own.
    pub fn sentences(&self) -> Vec<Self> {
        let ends = self.sentences.iter().skip(1).copied().chain([self.text.len()]);
        let part = |(&from, to): (&usize, usize)| {
            let from = from + self.text[from..].len() - self.text[from..].trim_start().len();
            let names = self.names.iter().filter(|n| from <= n.0 && n.1 <= to);
            Self {
                text: self.text[from..to].to_owned(),
                names: names.map(|n| (n.0 - from, n.1 - from, n.2)).collect(),
                sentences: vec![0],
            }
        };
        self.sentences.iter().zip(ends).map(part).collect()
    }

    /// Begins a line.
    pub fn line(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.sentences.push(self.text.len());
    }

    /// Adds what stands as it is; `name` where it is one.
    pub fn add(&mut self, words: &str, name: Option<NameKind>) {
        let from = self.text.len();
        self.text.push_str(words);
        if let Some(kind) = name.filter(|_| !words.is_empty()) {
            self.names.push((from, self.text.len(), kind));
        }
    }

    /// Adds a token; `name` where it belongs to one, `first` where that starts here.
    fn push(&mut self, token: &str, name: Option<NameKind>, first: bool) {
        let opened = self.text.matches('"').count() % 2 == 1;
        let spaced = !(self.text.is_empty()
            || self.text.ends_with(['(', '[', '$', '#'])
            || matches!(
                token,
                "," | "." | ":" | ";" | "?" | "!" | ")" | "]" | "%" | "n't" | "'" | "..."
            )
            || (token.starts_with('\'') && token.len() > 1)
            || (token == "\"" && opened)
            || (self.text.ends_with('"') && opened));
        if spaced {
            self.text.push(' ');
        }
        let from = self.text.len();
        self.text.push_str(token);
        let to = self.text.len();
        match (name, self.names.last_mut()) {
            (Some(kind), Some(last)) if !first && last.2 == kind => last.1 = to,
            (Some(kind), _) => self.names.push((from, to, kind)),
            (None, _) => {}
        }
    }
}

/// Reads every `.conll` file of a folder, by name.
pub fn read(folder: &Path) -> Result<Vec<Text>, String> {
    let list = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<_> = list.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "conll"));
    files.sort();
    let mut texts = Vec::new();
    for file in files {
        let content = std::fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        parse(&content, &mut texts).map_err(|(line, why)| format!("{}:{line}: {why}", file.display()))?;
    }
    if texts.is_empty() {
        return Err(format!("{}: no text in a .conll file", folder.display()));
    }
    Ok(texts)
}

fn parse(content: &str, texts: &mut Vec<Text>) -> Result<(), (usize, String)> {
    let mut text = Text::default();
    let mut before = "O";
    for (i, line) in content.lines().enumerate() {
        let line = line.trim_end();
        if line.starts_with("-DOCSTART-") {
            texts.extend(Some(std::mem::take(&mut text)).filter(|t| !t.text.is_empty()));
        } else if line.is_empty() {
            before = "O";
            if text.sentences.last() != Some(&text.text.len()) {
                text.sentences.push(text.text.len());
            }
        } else {
            let (token, tag) = line
                .rsplit_once([' ', '\t'])
                .ok_or((i + 1, "a token and a tag expected".to_owned()))?;
            let kind = match tag.split_once('-').map_or(tag, |t| t.1) {
                "O" => None,
                "PER" => Some(NameKind::Person),
                "ORG" => Some(NameKind::Body),
                "LOC" => Some(NameKind::Place),
                "MISC" => Some(NameKind::Other),
                other => return Err((i + 1, format!("PER, ORG, LOC or MISC expected, {other:?} found"))),
            };
            text.push(token, kind, tag.starts_with('B') || before == "O");
            before = tag;
        }
    }
    texts.extend(Some(text).filter(|t| !t.text.is_empty()));
    Ok(())
}
