//! Where do a reader's corrections come from, and what is there to say about them?

use std::path::Path;

use dateline_corpus::Warning;
use dateline_corpus::corrections::{self, LONGEST, Read, Told};
use dateline_corpus::world::World;

use crate::build::{Analysed, BuildError};

/// A file of corrections; the default is none.
#[derive(Debug, Default)]
pub struct Corrections {
    path: String,
    read: Read,
}

impl Corrections {
    /// Reads a file.
    ///
    /// # Errors
    /// Where there is none that can be read.
    pub fn read(path: &Path) -> Result<Self, BuildError> {
        let shown = path.display().to_string();
        match std::fs::read(path) {
            Ok(bytes) => Ok(Self {
                // One byte more than is read tells that there is more.
                read: corrections::parse(&String::from_utf8_lossy(&bytes[..bytes.len().min(LONGEST + 4)])),
                path: shown,
            }),
            Err(error) => Err(BuildError::Corrections(format!(
                "{shown}: expected a file of corrections, found none that can be read ({error}); \
                 export one from the page, or write one as docs/corrections.md shows"
            ))),
        }
    }

    /// Applies them to what the articles name. Gives what there is to say about those without effect.
    pub fn apply(&self, articles: &mut [Analysed], world: &World) -> Vec<Warning> {
        let told = corrections::correct(articles, &self.read.corrections, world);
        self.effect(&told).1
    }

    /// Those that have an effect, as a pack keeps them, and what there is to say about the others.
    pub fn lines(&self, articles: &[Analysed], world: &World) -> (String, Vec<Warning>) {
        self.effect(&corrections::foretell(articles, &self.read.corrections, world))
    }

    fn effect(&self, told: &[Told]) -> (String, Vec<Warning>) {
        let say = |line: u32, reason: String, remedy: &str| Warning {
            path: self.path.clone(),
            line: Some(line),
            reason,
            remedy: remedy.into(),
        };
        let mut warnings: Vec<Warning> = Vec::new();
        for problem in &self.read.problems {
            let reason = format!("correction not understood: {}", problem.reason);
            warnings.push(say(problem.line, reason, problem.remedy));
        }
        let mut done = Vec::new();
        for ((correction, line), told) in self.read.corrections.iter().zip(&self.read.lines).zip(told) {
            let (reason, remedy) = match (correction, &told.unknown) {
                (_, Some(key)) => (
                    format!("no article names {key}"),
                    "compare the key with the page's address of its card; the line may stay for later articles",
                ),
                _ if !told.idle => {
                    done.push(correction.clone());
                    continue;
                }
                _ if correction.only().is_some() => (
                    format!(
                        "no name of {} is written{}",
                        correction.key(),
                        corrections::which(correction.only())
                    ),
                    "compare the name with those under Correct… on its card; the line may stay for later articles",
                ),
                _ => ("it is so already".into(), "leave the line out"),
            };
            warnings.push(say(*line, format!("correction without effect: {reason}"), remedy));
        }
        warnings.sort_by_key(|warning| warning.line);
        (corrections::print(&done), warnings)
    }
}
