//! An article as a reader found it in a file, before anything was learnt from its text.

use std::collections::BTreeMap;

use crate::{CountryCode, Date};

/// One article. Fields are what its file says; an empty string or `None` means the file does not say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// Unique in a corpus, stable across builds: given by the file or made from its path. Never empty after reading.
    pub id: String,
    /// Where it was read from, relative to the folder named on the command line, with `/` on every system.
    pub path: String,
    /// The headline; empty when the file has none.
    pub title: String,
    /// Who published it; empty when the file does not say.
    pub outlet: String,
    /// Who wrote it, as printed.
    pub byline: String,
    /// The day of publication.
    pub date: Option<Date>,
    /// The opening place-and-agency line as printed, e.g. `TOKYO, March 16. /TASS/.`
    pub dateline: String,
    /// The place of the dateline or of the front matter, e.g. `Tokyo`.
    pub place: String,
    /// BCP 47 language tag; empty until found.
    pub language: String,
    /// Where the article can be read: a name or an address, shown as text.
    pub source: String,
    /// The publisher's address of the article; shown as a link only when it is http or https.
    pub url: String,
    /// The cleaned body: paragraphs separated by one blank line, `\n` line ends, no control characters but `\n`.
    pub text: String,
    /// Fields of the input that have no place above, kept as they were.
    pub extra: BTreeMap<String, serde_json::Value>,
    /// The country of the outlet where the input says so.
    pub outlet_country: Option<CountryCode>,
}

/// Something a reader should know about an input: what was dropped, repaired or refused, where and why.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Warning {
    /// The input's path as given.
    pub path: String,
    /// 1-based line in that file, where one is known.
    pub line: Option<u32>,
    /// What was found and what was done about it.
    pub reason: String,
    /// What the user can do; empty where nothing need be done.
    pub remedy: String,
}
