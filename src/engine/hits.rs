//! Articles in a list.

use dateline_corpus::pack::PackError;

use crate::Engine;
use crate::query::Unit;
use crate::snippet::{marked, snippet};
use crate::view::{Hit, Piece};

/// Opening words shown in place of a missing title, in bytes.
const OPENING_BYTES: usize = 90;

/// The opening words of a text without a title, cut between words.
pub(crate) fn opening(text: &str) -> &str {
    let line = text.split("\n\n").next().unwrap_or_default();
    if line.len() <= OPENING_BYTES {
        return line;
    }
    let cut = &line[..line.floor_char_boundary(OPENING_BYTES)];
    cut.rfind(char::is_whitespace).map_or(cut, |i| &cut[..i])
}

impl Engine {
    /// An article in a list, the query's units marked.
    pub(crate) fn hit(&self, ix: u32, score: f32, units: &[Unit]) -> Result<Hit, PackError> {
        let text = self.pack.text(&self.pack.article(ix)?)?;
        self.hit_with(ix, score, units, snippet(text, units))
    }

    /// An article in a list with a snippet of the caller's.
    pub(crate) fn hit_with(&self, ix: u32, score: f32, units: &[Unit], snippet: Vec<Piece>) -> Result<Hit, PackError> {
        let record = self.pack.article(ix)?;
        let titled = !record.title.trim().is_empty();
        let title = if titled {
            record.title
        } else {
            opening(self.pack.text(&record)?)
        };
        Ok(Hit {
            id: record.id.to_owned(),
            title: marked(title, units),
            titled,
            outlet: self.outlet(&record).to_owned(),
            date: record.date,
            place: record.place.to_owned(),
            score,
            snippet,
        })
    }
}
