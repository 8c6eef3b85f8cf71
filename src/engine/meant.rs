//! Which of the words that a misspelt one may have been meant for are among the first hits? All of them.
//!
//! *pints* may be a slip for *points*, *prints* or *pins*, and the query does not say which. Ranked by one score the most
//! frequent would fill the first page. Who means another then has nothing to see, and so each has its best article there:
//! R. Agrawal, S. Gollapudi, A. Halverson and S. Ieong, "Diversifying Search Results", WSDM 2009, with one article for
//! each meaning, at the end of the page.

use dateline_corpus::pack::PackError;

use crate::Engine;
use crate::bits::Bits;
use crate::search::{Found, best_by_score, by_score};

/// Hits that are seen at a glance.
const FIRST: usize = 10;
/// Meanings that find a place there, so that the best hits of the likeliest stay above.
const MEANINGS: usize = 7;

impl Engine {
    /// Raises, of a set of articles, the best for each word meant that is not in the first ones to the end of these.
    pub(crate) fn raise_meant(&self, found: &mut Found, articles: &Bits) -> Result<(), PackError> {
        // Among several words the others say which is meant.
        let [unit] = found.units.as_slice() else {
            return Ok(());
        };
        let [word] = unit.words.as_slice() else {
            return Ok(());
        };
        if word.meant.is_empty() || self.store.is_wanting() {
            return Ok(());
        }
        if articles.count() as usize <= FIRST {
            return Ok(());
        }
        let mut first = best_by_score(articles, &found.scores, FIRST);
        first.sort_unstable();
        let mut best: Vec<u64> = Vec::new();
        for term in word.meant.iter().take(MEANINGS).copied() {
            let mut of_term = u64::MAX;
            self.store.each_posting(term..term + 1, |posting| {
                if articles.has(posting.article()) {
                    of_term = of_term.min(by_score(&found.scores, posting.article()));
                }
            })?;
            if of_term < u64::MAX && !best.contains(&of_term) {
                best.push(of_term);
            }
        }
        // As many of the first ones stay as leave room for the others.
        let mut kept = FIRST;
        let below = |kept: usize| -> Vec<u64> {
            let is_below = |key: &&u64| !first[..kept].contains(key);
            best.iter().filter(is_below).copied().collect()
        };
        while kept + below(kept).len() > FIRST {
            kept -= 1;
        }
        let Some(next) = first.get(kept) else {
            return Ok(());
        };
        let above = found
            .scores
            .get(*next as u32 as usize)
            .map_or(0, |score| score.to_bits());
        let mut raised = below(kept);
        raised.sort_unstable();
        // Equal scores would leave those that stay below the raised.
        let last = raised.len() as u32 + 1;
        let stay = first[..kept].iter().map(|key| (*key, !(*key >> 32) as u32 + last));
        let raised = raised.iter().rev().zip(1..).map(|(key, place)| (*key, above + place));
        for (key, bits) in stay.chain(raised) {
            if let Some(score) = found.scores.get_mut(key as u32 as usize) {
                *score = f32::from_bits(bits);
            }
        }
        Ok(())
    }
}
