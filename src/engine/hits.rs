//! Articles in a list.

use dateline_corpus::pack::{ArticleTexts, PackError};

use crate::Engine;
use crate::matches::{Field, Match, matches};
use crate::snippet::{cut, snippet};
use crate::unit::Unit;
use crate::view::{Hit, Piece};

/// Opening words shown in place of a missing title, in bytes.
const OPENING_BYTES: usize = 90;

/// The opening words of a text without a title, cut between words.
fn opening(text: &str) -> &str {
    let line = text.split("\n\n").next().unwrap_or_default();
    if line.len() <= OPENING_BYTES {
        return line;
    }
    let cut = &line[..line.floor_char_boundary(OPENING_BYTES)];
    cut.rfind(char::is_whitespace).map_or(cut, |i| &cut[..i])
}

/// Whether an article has a title of its own.
pub(crate) fn is_titled(texts: &ArticleTexts) -> bool {
    !texts.title.text.trim().is_empty()
}

/// The title, or the opening words of an article without one.
pub(crate) fn headline(texts: &ArticleTexts) -> &str {
    if is_titled(texts) {
        &texts.title.text
    } else {
        opening(&texts.body.text)
    }
}

/// The matches in what stands in the title's place.
pub(crate) fn headline_matches(texts: &ArticleTexts, units: &[Unit]) -> Vec<Match> {
    if is_titled(texts) {
        return matches(&texts.title.tokens, units, Field::Title);
    }
    let end = headline(texts).len();
    let mut found = matches(&texts.body.tokens, units, Field::Body);
    found.retain(|m| m.end <= end);
    found
}

/// The title, its matches marked.
fn marked(texts: &ArticleTexts, units: &[Unit]) -> Vec<Piece> {
    let title = headline(texts);
    cut(title, 0, title.len(), &headline_matches(texts, units))
}

impl Engine {
    /// An article in a list, the query's units marked.
    pub(crate) fn hit(&self, ix: u32, score: f32, units: &[Unit]) -> Result<Hit, PackError> {
        self.hit_with(ix, score, units, |texts| snippet(&texts.body, units))
    }

    /// An article in a list with a snippet of the caller's.
    pub(crate) fn hit_with(
        &self,
        ix: u32,
        score: f32,
        units: &[Unit],
        snippet: impl FnOnce(&ArticleTexts) -> Vec<Piece>,
    ) -> Result<Hit, PackError> {
        let record = self.store.article(ix)?;
        self.store.with_listed(&record, |texts| Hit {
            id: record.id.to_owned(),
            title: marked(texts, units),
            titled: is_titled(texts),
            outlet: self.outlet(ix).to_owned(),
            date: self.date(ix),
            place: record.place.to_owned(),
            score,
            snippet: snippet(texts),
        })
    }
}
