//! What went wrong, and what there is to say about the inputs.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use dateline_builder::build::BuildError;
use dateline_builder::page::PageError;
use dateline_builder::progress::Stopped;
use dateline_builder::publish::PublishError;
use dateline_builder::read::notes;
use dateline_corpus::Warning;
use dateline_corpus::pack::PackError;

/// Why a command ended early.
#[derive(Debug)]
pub enum Failure {
    /// The user pressed Ctrl-C.
    Stopped,
    /// Whoever read our output went away.
    PipeClosed,
    /// What was expected, what was found, where, and what to do.
    Message(String),
}

impl From<io::Error> for Failure {
    fn from(e: io::Error) -> Self {
        if e.kind() == io::ErrorKind::BrokenPipe {
            Self::PipeClosed
        } else {
            Self::Message(e.to_string())
        }
    }
}

impl From<Stopped> for Failure {
    fn from(_: Stopped) -> Self {
        Self::Stopped
    }
}

impl From<BuildError> for Failure {
    fn from(e: BuildError) -> Self {
        match e {
            BuildError::Stopped(_) => Self::Stopped,
            BuildError::NoArticles { warnings } => {
                // Why there is none: the first reasons are as good as all.
                let reasons: String = warnings
                    .iter()
                    .take(FIRST)
                    .map(|w| format!("\n  {}", line(w)))
                    .collect();
                Self::Message(format!("{}{reasons}", BuildError::NoArticles { warnings: Vec::new() }))
            }
            other => Self::Message(other.to_string()),
        }
    }
}

impl From<PublishError> for Failure {
    fn from(e: PublishError) -> Self {
        Self::Message(e.to_string())
    }
}

impl From<PackError> for Failure {
    fn from(error: PackError) -> Self {
        Self::Message(error.to_string())
    }
}

impl From<PageError> for Failure {
    fn from(e: PageError) -> Self {
        Self::Message(e.to_string())
    }
}

/// Warnings of one kind listed before the rest is only counted.
const FIRST: usize = 3;

/// How warnings are shown; shared by the commands that read articles.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// List every warning, not only the first of each kind
    #[arg(short, long)]
    verbose: bool,
    /// Write every warning to this file, one JSON object a line
    #[arg(long, value_name = "FILE")]
    warnings: Option<PathBuf>,
    /// End with exit code 3 if a file or line gave no article
    #[arg(long)]
    strict: bool,
}

impl Options {
    /// Tells the warnings on standard error, and gives the exit code.
    pub fn tell(&self, warnings: &[Warning], skipped: usize) -> Result<ExitCode, Failure> {
        if let Some(path) = &self.warnings {
            let mut text = Vec::new();
            for warning in warnings {
                serde_json::to_writer(&mut text, warning).map_err(|e| Failure::Message(e.to_string()))?;
                text.push(b'\n');
            }
            dateline_builder::publish::file(path, &text)?;
        }
        let mut err = io::stderr().lock();
        // Where standard error is closed there is nobody to tell.
        drop(summary(&mut err, warnings, self.verbose));
        Ok(if self.strict && skipped > 0 {
            ExitCode::from(3)
        } else {
            ExitCode::SUCCESS
        })
    }
}

/// Counts by kind, the most frequent first, each with its first warnings.
fn summary(out: &mut impl Write, warnings: &[Warning], all: bool) -> io::Result<()> {
    let mut kinds: BTreeMap<&str, Vec<&Warning>> = BTreeMap::new();
    for warning in warnings {
        kinds.entry(notes::kind(warning)).or_default().push(warning);
    }
    let mut kinds: Vec<_> = kinds.into_iter().collect();
    kinds.sort_by_key(|(kind, list)| (std::cmp::Reverse(list.len()), *kind));
    if kinds.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}:", count(warnings.len(), "warning"))?;
    let mut hidden = false;
    for (kind, list) in kinds {
        writeln!(out, "  {:>6}  {kind}", list.len())?;
        let shown = if all { list.len() } else { FIRST };
        for warning in list.iter().take(shown) {
            writeln!(out, "          {}", line(warning))?;
        }
        hidden |= list.len() > shown;
    }
    if hidden {
        writeln!(out, "(--verbose lists all; --warnings FILE writes them to a file)")?;
    }
    Ok(())
}

/// `path:line: reason; remedy`. Control characters of a hostile path do not reach the terminal.
pub fn line(w: &Warning) -> String {
    let place = w.line.map_or_else(String::new, |l| format!("{l}:"));
    let remedy = if w.remedy.is_empty() {
        String::new()
    } else {
        format!("; {}", w.remedy)
    };
    plain(&format!("{}:{place} {}{remedy}", w.path, w.reason))
}

/// A text without characters that a terminal would obey.
pub fn plain(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c })
        .collect()
}

/// `1 article`, `2 articles`.
pub fn count(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use dateline_corpus::Warning;

    use super::{line, summary};

    fn warning(reason: &str, line: Option<u32>, remedy: &str) -> Warning {
        Warning {
            path: "a.txt".into(),
            line,
            reason: reason.into(),
            remedy: remedy.into(),
        }
    }

    #[test]
    fn a_warning_says_file_line_reason_and_remedy() {
        assert_eq!(
            line(&warning("kind: reason", Some(3), "do this")),
            "a.txt:3: kind: reason; do this"
        );
        assert_eq!(
            line(&warning("kind: \u{1b}[31m", None, "")),
            "a.txt: kind: \u{fffd}[31m"
        );
    }

    #[test]
    fn kinds_are_counted_the_most_frequent_first() {
        let list: Vec<_> = ["b: 1", "b: 2", "b: 3", "b: 4", "a: 1"]
            .iter()
            .map(|r| warning(r, None, ""))
            .collect();
        let mut out = Vec::new();
        summary(&mut out, &list, false).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.starts_with("5 warnings:\n       4  b\n"), "{text}");
        assert!(text.contains("b: 3") && !text.contains("b: 4"), "{text}");
    }
}
