//! How far is the work, and should it stop?

/// The steps of a build, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Reading files.
    Read,
    /// Finding what the articles name.
    Analyse,
    /// Joining names across articles and writing the index.
    Pack,
}

impl Phase {
    /// What is being done, for a reader.
    pub fn words(self) -> &'static str {
        match self {
            Self::Read => "Reading files",
            Self::Analyse => "Analysing articles",
            Self::Pack => "Writing the index",
        }
    }
}

/// Hears how far the work is, and says whether to go on. Called from several threads.
pub trait Progress: Sync {
    /// `done` of `total` units (files, articles) of a phase are done.
    fn report(&self, phase: Phase, done: u64, total: u64);

    /// True once the work should stop; nothing is written then.
    fn is_stopped(&self) -> bool {
        false
    }
}

/// Hears nothing and never stops.
pub struct Silent;

impl Progress for Silent {
    fn report(&self, _phase: Phase, _done: u64, _total: u64) {}
}

/// The work was stopped before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

impl std::fmt::Display for Stopped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("stopped before the end; nothing was written")
    }
}

impl std::error::Error for Stopped {}
