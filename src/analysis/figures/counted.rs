//! What is counted? The noun phrase behind a number or its unit.

use crate::listing::{List, among};
use dateline_corpus::Span;

use super::span;
use crate::lexicon::Kind;
use crate::numbers::number_at;
use crate::words::{Case, Gap, Words};

/// Longest phrase, in words: `long-range ballistic missiles`.
const LONGEST: usize = 5;

/// Plurals without an s.
const PLURALS: &List = &List::new("police troops feet fish sheep aircraft personnel staff media crew cattle");

/// Words that end a phrase though the lists do not stop there.
const VERBS: &List = &List::new(
    "including according were was said killed injured left began won lost remain remains ago earlier passes comes goes \
says lives belongs contains includes consists stays lies makes takes gets gives becomes seems fell rose came went fled died flew \
sank took held ran met got away",
);

/// Words of joined numbers that are no things: `two-time champion`, `five-star hotels`.
const MANNERS: &List = &List::new("time way fold star tier wheel dimensional sided sized pronged handed on off");

/// What stands from word `i` on is counted. Behind a unit only `of` or `in` or `worth of` leads to it, or a hyphen: `20-year deal`.
pub fn of(words: &Words<'_>, i: usize, unit: Option<&str>, glued: bool) -> Option<Span> {
    // `$2 billion in aid`, `3 percent in spring` is none: only money is in something.
    let money = unit.is_some_and(|u| u.len() == 3 && u.bytes().all(|b| b.is_ascii_uppercase()));
    let mut from = i;
    if unit.is_some() && !glued {
        from += usize::from(words.is(from, "worth"));
        // `spent $2 billion on roads`.
        let spent = || {
            let back = i.saturating_sub(8)..i;
            words.is(from, "on")
                && !words.cap(from + 1)
                && !words.is(from + 1, "average")
                && back.rev().any(|k| words.is(k, "spend spent spending spends"))
        };
        let leads = words.is(from, "of") || money && (words.is(from, "in") || spent());
        // The sign stands between: `94% of votes`.
        if !leads || !words.gap(from).only(Gap::SPACE.and(Gap::OTHER)) {
            return None;
        }
        from += 1;
        from += usize::from(words.is(from, "the a an its his her their our"));
    } else if glued && words.is(from, "old") && words.glued(from) {
        // `a 36-year-old man`.
        from += 1;
    } else if glued && words.is(from, "olds") {
        return None;
    } else if unit.is_none() && words.glued(from) && words.is(from, "odd") {
        from += 1;
    } else if unit.is_none() && words.glued(from) {
        let term = words.term(from);
        let word = words.get(from).filter(|w| {
            w.case == Case::Lower && !term.ends_with("ed") && !term.ends_with("ly") && !among(MANNERS, term)
        })?;
        // `62-member team`, but `12-year-olds` are of years.
        let thing = words.listed(from).kind() != Some(Kind::Stop) && !words.glued(from + 1);
        return thing.then(|| span(word.start, word.end));
    } else if words.is(from, "of") {
        let own = usize::from(words.is(from + 1, "the its their"));
        let number = number_at(words, from + 1 + own).filter(|n| words.spaced(n.to));
        // `seven bodies, three of them children`, but `20 of them`.
        if words.is(from + 1, "them whom") && words.spaced(from + 1) && words.spaced(from + 2) {
            let noun = words
                .get(from + 2)
                .filter(|w| w.case == Case::Lower && is_plural(words.term(from + 2)))?;
            return Some(span(noun.start, noun.end));
        }
        // `284 of the 465 seats`.
        from = number.map_or(from + 2 * own, |n| n.to);
    } else if words.is(from, "more other others") && words.spaced(from) {
        if words.is(from, "others") {
            return words.get(from).map(|w| span(w.start, w.end));
        }
        from += 1;
    }
    // `three times the size` is no count.
    let factor = words.is(from, "times")
        && words.is(
            from + 1,
            "the as more higher larger bigger greater less faster that its",
        );
    phrase(words, from, unit.is_some(), glued).filter(|_| !factor)
}

/// The noun phrase that starts at word `from`; of a quantity it may be in the singular.
pub fn phrase(words: &Words<'_>, from: usize, quantity: bool, glued: bool) -> Option<Span> {
    let mut to = from;
    let (mut plural, mut own) = (None, from);
    while to < from + LONGEST && to < words.len() {
        let gap = words.gap(to);
        let near = gap.only(Gap::SPACE.and(Gap::HYPHEN)) && !gap.has(Gap::PAUSE);
        let (term, kind) = (words.term(to), words.listed(to).kind());
        let stops = kind == Some(Kind::Stop) && !among("new old former additional other own", term)
            || kind == Some(Kind::Particle) && !words.cap(to);
        let name = glued && words.cap(to);
        // `C-130 aircraft`, `Boeing 737s`.
        let number = words.get(to).is_some_and(|w| w.case == Case::Number)
            && !(to > from && words.cap(to - 1) && (words.glued(to) || term.ends_with('s')));
        if !near || name || stops || number || among(VERBS, term) {
            break;
        }
        to += 1;
        if words.possessive(to - 1) {
            // `two allies' ministers` are two allies.
            if !quantity && is_plural(term) {
                break;
            }
            own = to;
        }
        if is_plural(term) && !words.glued(to) && !words.possessive(to - 1) {
            plural = Some(to);
            // `police officers`, `staff members`, `Yankees defensive errors`.
            let named = words.cap(to - 1) && !words.weak(to - 1);
            let more = (among(PLURALS, term) || named) && words.spaced(to) && !words.cap(to);
            let adjective = named && ["ive", "al", "ic"].iter().any(|end| words.term(to).ends_with(end));
            to += usize::from(adjective && words.spaced(to + 1));
            let next = words.term(to);
            let noun = is_plural(next) && !among(PLURALS, next) && !among(VERBS, next);
            if more && noun && words.listed(to).kind().is_none() {
                plural = Some(to + 1);
            }
            break;
        }
    }
    // Things are counted in the plural; a quantity is of anything: `$2 billion in assistance`.
    let to = match plural {
        Some(end) => end,
        None if quantity => {
            // `of food imported from there`; of `Spain's 5 billion` it is not Spain.
            let mut end = to.min(own + 3);
            while end == to && to > from && words.term(to - 1).ends_with("ed") {
                (to, end) = (to - 1, end - 1);
            }
            (end > from && !words.possessive(end - 1)).then_some(end)?
        }
        None => return None,
    };
    Some(span(words.get(from)?.start, words.get(to - 1)?.end))
}

/// Whether a word looks like a plural.
pub fn is_plural(term: &str) -> bool {
    let ends = |list: &str| list.split(' ').any(|e| term.ends_with(e));
    term.len() > 3 && term.ends_with('s') && !ends("ss us is")
        || ends("men people children") && !ends("cimen gimen cumen domen yemen semen amen")
        || among(PLURALS, term)
}
