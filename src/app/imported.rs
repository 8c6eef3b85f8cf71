//! What became of a file of corrections.

use dateline_corpus::corrections::Problem;

/// See the module.
pub struct Imported {
    /// How many corrections are new.
    pub added: u32,
    /// Lines that are none.
    pub problems: Vec<Problem>,
    /// Why nothing was read; empty where something was.
    pub failed: String,
}
