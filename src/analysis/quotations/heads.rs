//! Which noun does a phrase speak of? The shopkeeper of `a shopkeeper in Leeds`, never Leeds.

use crate::listing::List;
use dateline_corpus::EntityKind;

use super::scene::{Naming, Scene};
use super::tables::{bounds, is_determiner, is_time};

/// Longest role: `a senior Japanese foreign ministry official`.
pub const ROLE: usize = 9;

/// Prepositions that tie a noun to the head before it.
pub const TIES: &List = &List::new(
    "of for from at in with to near outside on by behind inside across around against within \
under about",
);

/// Words between a head and its preposition: a source close to, people familiar with.
const LOOSE: &List = &List::new("close familiar based briefed involved responsible opposed");

/// Of whom there is one for a person, not for an office: the wife of President Lee, but the Minister of Defence Lee.
const KIN: &List = &List::new(
    "wife husband son daughter mother father brother sister widow friend ally aide lawyer supporter \
critic parent parents family supporters allies lawyers friends",
);

/// Whether a preposition here, or what stands for one (the lawyer representing), ties what follows it to a head before it.
pub fn ties(scene: &Scene<'_, '_>, i: usize) -> bool {
    let words = scene.words;
    let doing = i > 0 && words.term(i).ends_with("ing") && scene.tables.is_role(words.term(i - 1)) && !words.cap(i);
    (scene.is(i, TIES) || doing && scene.tables.verb(words.term(i)).is_none()) && words.follows(i)
}

/// Whether a person behind the preposition at `tie`, `titles` words of title between, is told of and not named: `a
/// spokesman for Lee`, `the wife of President Lee`.
pub fn holds(scene: &Scene<'_, '_>, tie: usize, titles: usize) -> bool {
    let words = scene.words;
    let Some(head) = tie.checked_sub(1) else { return false };
    words.term(tie) != "of" || titles == 0 || scene.is(head, KIN)
}

/// One past the head of the noun phrase that ends at `end`: back over what prepositions tie to it.
pub fn head(scene: &Scene<'_, '_>, start: usize, end: usize) -> usize {
    const DEEPEST: usize = 4;
    let words = scene.words;
    let mut at = end;
    for _ in 0..DEEPEST {
        let name = scene.named(at - 1).filter(|n| n.from >= start && n.to == at);
        let is_person = name.is_some_and(|n| scene.kind(n) == EntityKind::Person);
        let mut from = name.map_or(at, |n| n.from);
        // Of `officials in Tokyo and Seoul` both are tied.
        let last = name.map_or_else(|| phrase(scene, start, at), |n| n.from);
        if !is_person && last > start + 2 && words.term(last - 1) == "and" && words.cap(last - 2) {
            let first = phrase(scene, start, last - 1);
            if first > start && ties(scene, first - 1) {
                from = first;
            }
        }
        let first = match name {
            Some(n) if is_person => titled(scene, start, n),
            Some(_) if !words.follows(from) => from,
            _ => phrase(scene, start, from),
        };
        let Some(tie) = first.checked_sub(1).filter(|t| *t > start && words.follows(first)) else {
            break;
        };
        if !ties(scene, tie) || is_person && !holds(scene, tie, name.map_or(0, |n| n.from - first)) {
            break;
        }
        at = tie;
        while at > start + 1 && scene.is(at - 1, LOOSE) && words.follows(at - 1) {
            at -= 1;
        }
    }
    at
}

/// The first word of a name with the titles before it.
pub fn titled(scene: &Scene<'_, '_>, start: usize, name: &Naming) -> usize {
    let words = scene.words;
    let mut first = name.from;
    while first > start
        && name.from - first < 6
        && words.follows(first)
        && words.cap(first - 1)
        && !scene.is(first - 1, TIES)
    {
        first -= 1;
    }
    first
}

/// The first word of the noun phrase that ends at `end`.
pub fn phrase(scene: &Scene<'_, '_>, start: usize, end: usize) -> usize {
    let words = scene.words;
    let mut from = end;
    while from > start && end - from < ROLE {
        let i = from - 1;
        if from < end && !words.follows(from) && !words.possessive(i) {
            break;
        }
        let term = words.term(i);
        // The last word is a noun, also where it may be a verb: a report. So is one behind an article.
        let noun = from == end && scene.named(end).is_none()
            || words.cap(i)
            || words.glued(i)
            || i > start && is_determiner(words.term(i - 1));
        if scene.quoted(i) != scene.quoted(end - 1)
            || bounds(term) && scene.named(i).is_none()
            || !noun && scene.tables.verb(term).is_some()
        {
            break;
        }
        from = i;
        if is_determiner(term) {
            break;
        }
    }
    from
}

/// Whether `from..to` is a phrase of its own, with an article or an owner, by whatever noun: a shopkeeper, Lee’s barber.
pub fn is_somebody(scene: &Scene<'_, '_>, from: usize, to: usize) -> bool {
    let words = scene.words;
    let Some(last) = to.checked_sub(1).filter(|l| *l > from) else {
        return false;
    };
    (is_determiner(words.term(from)) || (from..last).any(|i| words.possessive(i)))
        && !words.cap(last)
        && !words.numeric(last)
        && !is_time(words.term(last))
        && !words.term(last).ends_with("ly")
}

/// Whether `from..to` is printed like a name, of whatever body or person: two capitals, or a known surname.
pub fn is_printed_name(scene: &Scene<'_, '_>, from: usize, to: usize) -> bool {
    let words = scene.words;
    let name = |i: usize| words.cap(i) && !is_time(words.term(i)) && !words.possessive(i);
    let long = to > from + 1 && !words.listed(from).is_word();
    to <= from + 6
        && (from..to).all(name)
        && (from + 1..to).all(|i| words.follows(i))
        && (long || to == from + 1 && words.listed(from).is_surname_only())
        && !scene.tables.is_role(words.term(to - 1))
}
