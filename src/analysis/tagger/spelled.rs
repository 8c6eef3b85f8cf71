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
pub fn spell(page: &Page<'_, '_>, names: Vec<Named>) -> Vec<Named> {
    let mut spelled = bodies(page).peekable();
    let mut all: Vec<Named> = Vec::with_capacity(names.len());
    for name in names {
        // What begins before a body and goes on into it is left as it was read.
        while let Some(body) = spelled.next_if(|body| body.from < name.from) {
            if all.last().is_none_or(|last| last.to <= body.from) {
                all.push(body);
            }
        }
        let begins = spelled.peek().is_some_and(|body| body.from == name.from);
        if begins {
            all.extend(spelled.next());
        }
        let free = all.last().is_none_or(|last| last.to <= name.from);
        if free {
            all.push(name);
        }
    }
    for body in spelled {
        if all.last().is_none_or(|last| last.to <= body.from) {
            all.push(body);
        }
    }
    all
}

/// What letters spell, in order, not overlapping: a name ends where its letters stand.
fn bodies<'a>(page: &'a Page<'_, '_>) -> impl Iterator<Item = Named> + 'a {
    let words = page.sight.words;
    (2..words.len()).filter_map(move |i| {
        let word = words.get(i).filter(|word| word.case == Case::Upper)?;
        let bracket = words.gap(i) == Gap::SPACE.and(Gap::OPEN) && words.text[word.end..].starts_with([')', ']']);
        let from = bracket
            .then(|| spelled(page, i))
            .flatten()
            .filter(|&from| is_body(page, from, i))?;
        Some(Named {
            from,
            to: i,
            kind: NameKind::Body,
        })
    })
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
