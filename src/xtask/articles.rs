//! A folder of articles as a pack and a listing, by the builder.

use std::path::Path;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use dateline_builder::build::{self, Corpus};
use dateline_builder::progress::{Phase, Progress};

use crate::run::root;

/// The folder of the articles that come with the project.
pub const BUNDLED: &str = "corpus";

/// Their title: all five report on this journey.
const TITLE: &str = "Tillerson in East Asia, 2017";

/// Reads, analyses and packs the articles below a folder; says what was odd about them.
pub fn load(folder: &Path) -> Result<Corpus, String> {
    let title = (folder == root().join(BUNDLED)).then_some(TITLE);
    let corpus = build::corpus(&[folder.to_path_buf()], title, &Meter::default()).map_err(|error| error.to_string())?;
    for warning in &corpus.warnings {
        eprintln!("warning: {}: {}", warning.path, warning.reason);
    }
    Ok(corpus)
}

/// Says how far the work is, at most once in [`Meter::EVERY`].
struct Meter(Mutex<Instant>);

impl Default for Meter {
    fn default() -> Self {
        Self(Mutex::new(Instant::now()))
    }
}

impl Meter {
    const EVERY: Duration = Duration::from_secs(2);
}

impl Progress for Meter {
    fn report(&self, phase: Phase, done: u64, total: u64) {
        // Another thread is reporting: one line is enough.
        let Ok(mut last) = self.0.try_lock() else { return };
        if last.elapsed() >= Self::EVERY {
            *last = Instant::now();
            eprintln!("                {}: {done} of {total}", phase.words());
        }
    }
}
