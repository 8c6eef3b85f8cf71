//! What a reader has to say about one file, gathered while it reads.

use dateline_corpus::Warning;

/// Collects the warnings of one input file.
///
/// A reason starts with its kind, then a colon: `dropped caption: "…"`. The command line counts by kind.
#[derive(Debug, Default)]
pub struct Notes {
    path: String,
    warnings: Vec<Warning>,
    drops: Vec<Drop>,
}

/// A run of neighbouring paragraphs that were left out for the same reason.
#[derive(Debug)]
struct Drop {
    kind: &'static str,
    lines: (u32, u32),
    first: String,
    count: u32,
}

impl Notes {
    /// Notes on the file at `path`, as it is shown to the user.
    pub fn on(path: &str) -> Self {
        Self {
            path: path.to_owned(),
            ..Self::default()
        }
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

    /// A paragraph was left out as a `kind` of thing. Neighbours of one kind make one warning.
    pub fn dropped(&mut self, line: u32, kind: &'static str, text: &str) {
        /// Neighbours start so many lines apart at most: one blank line between them.
        const NEAR: u32 = 2;
        let near = |d: &Drop| d.kind == kind && line + NEAR >= d.lines.0 && line <= d.lines.1 + NEAR;
        if let Some(run) = self.drops.last_mut().filter(|d| near(d)) {
            // The tail of a page is taken away from its end upwards.
            if line < run.lines.0 {
                run.first = quote(text);
            }
            run.lines = (run.lines.0.min(line), run.lines.1.max(line));
            run.count += 1;
            return;
        }
        self.drops.push(Drop {
            kind,
            lines: (line, line),
            first: quote(text),
            count: 1,
        });
    }

    /// The path these notes are on.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The warnings, by line; those without a line first.
    pub fn into_warnings(mut self) -> Vec<Warning> {
        for d in std::mem::take(&mut self.drops) {
            let more = match d.count {
                1 => String::new(),
                n => format!(" and {} more, to line {}", n - 1, d.lines.1),
            };
            self.say(Some(d.lines.0), format!("dropped {}: {}{more}", d.kind, d.first));
        }
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
