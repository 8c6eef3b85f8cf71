//! What a reader has to say about one file, gathered while it reads.

use dateline_corpus::Warning;

/// Collects the warnings of one input file.
///
/// A reason starts with its kind, then a colon: `dropped caption: "…"`. The command line counts by kind.
#[derive(Debug, Default)]
pub struct Notes {
    path: String,
    warnings: Vec<Warning>,
}

impl Notes {
    /// Notes on the file at `path`, as it is shown to the user.
    pub fn on(path: &str) -> Self {
        Self { path: path.to_owned(), warnings: Vec::new() }
    }

    /// Something worth knowing that asks for nothing.
    pub fn say(&mut self, line: Option<u32>, reason: impl Into<String>) {
        self.advise(line, reason, "");
    }

    /// Something the user can put right, and how.
    pub fn advise(&mut self, line: Option<u32>, reason: impl Into<String>, remedy: impl Into<String>) {
        self.warnings.push(Warning {
            path: self.path.clone(),
            line,
            reason: reason.into(),
            remedy: remedy.into(),
        });
    }

    /// The path these notes are on.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The warnings, by line; those without a line first.
    pub fn into_warnings(mut self) -> Vec<Warning> {
        self.warnings.sort_by_key(|w| w.line);
        self.warnings
    }
}

/// The kind of a warning: what stands before the first colon of its reason.
pub fn kind(warning: &Warning) -> &str {
    warning.reason.split(": ").next().unwrap_or_default()
}

/// A few words of a text, for a warning: at most 60 characters, on one line, in quotation marks.
pub fn quote(text: &str) -> String {
    const MOST: usize = 60;
    let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = words.char_indices().nth(MOST) {
        words.truncate(end);
        words.push('…');
    }
    format!("“{words}”")
}
