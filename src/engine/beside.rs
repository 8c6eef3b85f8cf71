//! What stands side by side in texts, without being asked for so: the words of a short query, and a word written as two.

use dateline_corpus::pack::{Lexicon, PackError};
use dateline_corpus::text::join;

use crate::Engine;
use crate::bits::Bits;
use crate::query::{How, Text, Within, Word};
use crate::rank::SIDE_BY_SIDE;
use crate::search::{Found, best_by_score};
use crate::unit::{Unit, Wanted};
use crate::view::{Correction, Used};

/// A word in no article is two that stand side by side unless what it may be misspelt for is this many times as frequent: *cofee* is
/// no *co fee*.
const AS_FREQUENT: usize = 4;
/// Words that stand side by side in one of so many articles that have the more frequent of them do so by chance, and then what it may be
/// misspelt for must only be as frequent: *backson* is *Jackson* and not *backs on*.
const SELDOM: usize = 10;

/// The best articles by their words alone are looked into for these side by side: more than are ever read through, few enough that two
/// frequent words cost no more than others.
const LOOKED_INTO: usize = 400;

impl Engine {
    /// Raises, of the best of a set of articles, those in which the words of a short query stand side by side.
    pub(crate) fn add_side_by_side(&self, found: &mut Found, articles: &Bits) -> Result<(), PackError> {
        let Some(phrase) = side_by_side(&found.units) else {
            return Ok(());
        };
        let gained = SIDE_BY_SIDE[phrase.words.len() - 2];
        let mut best = Bits::none(self.len());
        for key in best_by_score(articles, &found.scores, LOOKED_INTO) {
            best.insert(key as u32);
        }
        for (ix, _) in self.read_hits(&phrase, Some(&best))? {
            if let Some(score) = found.scores.get_mut(ix as usize) {
                *score += gained;
            }
        }
        Ok(())
    }

    /// A word in no article as two that stand side by side in some: *email* as *e-mail*, *covid19* as *COVID-19*. `unit` is what it
    /// was taken for; so it stays where that is much more frequent.
    pub(crate) fn apart(
        &self,
        words: &impl Lexicon,
        word: &Word,
        within: Within,
        unit: &Unit,
    ) -> Option<(Unit, Correction)> {
        let meant = unit.words.iter().flat_map(|word| word.meant.first());
        let meant = meant.map(|term| self.store.count(*term..*term + 1)).max().unwrap_or(0);
        let mut best = None;
        let mut most = 0;
        for (at, _) in word.term.char_indices().skip(1) {
            let halves: [&str; 2] = word.term.split_at(at).into();
            let used = join(&halves, " ");
            // No more articles have them side by side than have the rarer.
            let articles = |half: &&str| words.position(half).map_or(0, |term| self.store.count(term..term + 1));
            if halves.iter().map(articles).min().unwrap_or(0) <= most.max(meant / AS_FREQUENT) {
                continue;
            }
            let halves = halves.map(|half| Word {
                term: half.to_owned(),
                shown: half.to_owned(),
                open: false,
                typing: false,
            });
            let apart = Text {
                words: halves.into(),
                how: How::SideBySide,
                within,
                quoted: true,
            };
            let mut apart = self.unit(&apart, &mut Vec::new());
            let hits = self.unit_hits(&apart).map_or(0, |hits| hits.len());
            let halves = apart.words.iter().flat_map(|word| &word.terms);
            let most_frequent = halves.map(|(range, _)| self.store.count(range.clone())).max();
            let by_chance = hits * SELDOM < most_frequent.unwrap_or(0);
            let likelier = if by_chance { meant } else { meant / AS_FREQUENT };
            if hits > most.max(likelier) {
                most = hits;
                apart.shown.clone_from(&unit.shown);
                best = Some((apart, used));
            }
        }
        let typed = word.shown.clone();
        let how = Used::Instead;
        best.map(|(apart, used)| (apart, Correction { typed, used, how }))
    }
}

/// The words of a short query as one phrase, each as it is typed, or as what it was first taken for; a longer query is seldom a name or a
/// term.
fn side_by_side(units: &[Unit]) -> Option<Unit> {
    let mut words = Vec::new();
    for unit in units {
        let [word] = unit.words.as_slice() else {
            return None;
        };
        let (first, others) = word.terms.split_first().filter(|(first, _)| first.0.len() == 1)?;
        // The whole of an initial.
        let whole = others
            .iter()
            .filter(|(_, weight)| *weight >= 1.0 && word.meant.is_empty());
        words.push(Wanted {
            terms: [first].into_iter().chain(whole).cloned().collect(),
            meant: Vec::new(),
        });
    }
    matches!(words.len(), 2 | 3).then_some(Unit {
        words,
        how: How::SideBySide,
        within: Within::Anywhere,
        shown: String::new(),
    })
}
