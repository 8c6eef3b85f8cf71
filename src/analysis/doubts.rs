//! Which decisions are doubtful, and why?
//!
//! A decision's confidence is how much its reading is ahead of the next, in the natural logarithms of odds that decided
//! ([`crate::places`], [`crate::belief`]); where no sum decided, how good the evidence is that it rested on. The thresholds are
//! those below which decisions about the gold texts were wrong four times as often as above (`data/README.md`).

use dateline_corpus::{CountryCode, Doubt};

use crate::cast::Player;
use crate::marks::Mark;
use crate::people::Sight;
use crate::places::{Resolved, View};
use crate::words::Case;

/// Least lead over a place of this name in another country.
const LEAD: f32 = 2.0;
/// The same, where the text names nothing else of the country for certain.
const LEAD_ALONE: f32 = 4.0;
/// Least belief that a name is a place's, 0 being none.
const BELIEF: f32 = 1.0;

/// Of a place, and of the country that it names.
pub fn place(view: View<'_, '_>, resolved: &Resolved, country: CountryCode) -> Option<Doubt> {
    let alone = view.evidence.of(country) == 0;
    if resolved.lead < if alone { LEAD_ALONE } else { LEAD } {
        Some(Doubt::Namesake)
    } else if resolved.belief < BELIEF {
        Some(Doubt::Unplaced)
    } else {
        None
    }
}

/// Of a person and all mentions: a name of several words, none of them listed, and never behind a title.
pub fn person(sight: Sight<'_, '_>, player: &Player) -> Option<Doubt> {
    let (words, lexicon) = (sight.words, sight.lexicon);
    let listed = |k: usize| words.listed(k).is_given() || words.listed(k).is_surname();
    let titled = |from: usize| (from.saturating_sub(6)..from).any(|t| lexicon.titles_at(words, t) == Some(from));
    let looks = player.is_full()
        && !player
            .mentions
            .iter()
            .any(|&(from, to)| (from..to).any(listed) || titled(from));
    looks.then_some(Doubt::Looks)
}

/// Of a body by the pattern of its name: `WESTERN DIVISION` in a line of capitals.
pub fn body(sight: Sight<'_, '_>, mark: &Mark) -> Option<Doubt> {
    let shouted = |k: usize| sight.words.get(k).is_some_and(|w| w.case == Case::Upper);
    (mark.to > mark.from + 1 && (mark.from..mark.to).all(shouted)).then_some(Doubt::Capitals)
}
