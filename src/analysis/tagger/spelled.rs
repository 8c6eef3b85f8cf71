//! Which words do letters in brackets behind them spell? `the Democracy for Citizens Party (DCP)` is one body, whatever was read.

use super::page::Page;
use super::{NameKind, Named};
use crate::gazetteer::Sense;
use crate::letters::bare_letters;
use crate::lexicon::Kind;
use crate::listing::List;
use crate::words::{Case, Gap};

/// Words of the longest name, small ones among them.
const LONGEST: usize = 12;

/// What ends the name of a thing that is shortened as bodies are: `Gross Domestic Product (GDP)`.
const THINGS: &List = &List::new(
    "product products officer officers intelligence disorder syndrome index rate virus disease test tax agreement act treaty \
     convention bill system systems program programme reality learning energy zone time area areas account accounts car vehicle \
     vehicles machine machines network plan scale law order prize award cup level degree fund offering",
);

/// Puts bodies in the place of names that overlap what letters spell, and where none was read. Time: linear.
pub fn spell(page: &Page<'_, '_>, mut names: Vec<Named>) -> Vec<Named> {
    let words = page.sight.words;
    for i in 2..words.len() {
        let Some(word) = words.get(i).filter(|word| word.case == Case::Upper) else {
            continue;
        };
        if words.gap(i) != Gap::SPACE.and(Gap::OPEN) || !words.text[word.end..].starts_with([')', ']']) {
            continue;
        }
        let Some(from) = spelled(page, i).filter(|&from| is_body(page, from, i)) else {
            continue;
        };
        let first = names.partition_point(|name| name.to <= from);
        let past = names.partition_point(|name| name.from < i);
        if names.get(first).is_some_and(|name| name.from < from) {
            continue;
        }
        let body = Named {
            from,
            to: i,
            kind: NameKind::Body,
        };
        names.splice(first..past.max(first), [body]);
    }
    names
}

/// The first word of the name right before the letters at word `i`: of each of its words with a capital they have the first.
fn spelled(page: &Page<'_, '_>, i: usize) -> Option<usize> {
    let words = page.sight.words;
    let letters: Vec<char> = bare_letters(words.raw(i)).to_lowercase().chars().collect();
    let mut left = letters.len();
    for k in (i.saturating_sub(LONGEST)..i).rev() {
        if words.cap(k) {
            left = left.checked_sub(1)?;
            if !words.term(k).starts_with(letters[left]) {
                return None;
            }
            if left == 0 {
                return (k + 1 < i).then_some(k);
            }
        }
        if !words
            .gap(k)
            .only(Gap::SPACE.and(Gap::COMMA).and(Gap::HYPHEN).and(Gap::AND))
        {
            return None;
        }
    }
    None
}

/// Whether it can be a body: no country, nothing that only things are called; of two words, only one with the head of a body's name.
fn is_body(page: &Page<'_, '_>, from: usize, to: usize) -> bool {
    let words = page.sight.words;
    let gazetteer = page.sight.gazetteer;
    let known = gazetteer.find(words, from).filter(|hit| hit.to >= to);
    let place = known.is_some_and(|hit| gazetteer.senses(hit).any(|sense| !matches!(sense, Sense::Body(_))));
    let heads = (from..to).any(|k| words.listed(k).kind() == Some(Kind::Head));
    let capitals = (from..to).filter(|&k| words.cap(k)).count();
    !place && !words.is(to - 1, THINGS) && (heads || capitals > 2)
}
