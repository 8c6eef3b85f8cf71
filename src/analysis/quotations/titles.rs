//! Is it the title of a work or a nickname? Nobody says those.

use super::scene::Scene;
use super::tables::is_determiner;
use super::{Kind, Pair, subject};
use crate::listing::{List, among};
use crate::words::{Case, Gap};

/// What stands before a name in marks.
const NAMED: &List = &List::new("nicknamed titled entitled named codenamed captioned retitled subtitled");

/// The same, or a verb of speech: he called “Project Fear” a lie.
const CALLED: &List = &List::new("called dubbed billed labelled branded");

/// Works.
const WORKS: &List = &List::new(
    "film movie documentary song album novel book series show play drama comedy single track game painting poem \
podcast memoir sitcom opera musical thriller exhibition sculpture hit satire programme remake sequel ballad anthem episode",
);

/// Small words inside titles.
const SMALL: &List = &List::new("of the a an and in on at to for per with by from or is my");

/// Whether words `from..to` between these marks are a name and nobody's words.
pub fn is_name(scene: &Scene<'_, '_>, pair: &Pair, from: usize, to: usize, kind: Kind) -> bool {
    let words = scene.words;
    let capital = words.cap(from) || words.numeric(from);
    let last = words.text[..pair.end].trim_end().chars().next_back();
    let sentence = matches!(last, Some('.' | '!' | '?' | '…'));
    if to > from + 12 || sentence && kind == Kind::Direct {
        return false;
    }
    let joined = from > 0
        && !words
            .gap(from)
            .has(Gap::BREAK.and(Gap::STOP).and(Gap::END).and(Gap::PAUSE));
    if joined {
        let before = words.term(from - 1);
        let behind = |i: usize, one: &str| i > 0 && words.term(i - 1) == one;
        let known = from - usize::from(before == "the");
        let so = behind(known, "as") && behind(known - 1, "known") || before == "called" && behind(from - 1, "so");
        if so || among(NAMED, before) || capital && among(WORKS, before) {
            return true;
        }
        // Not `a book called`, nor `the book, called`.
        if capital && among(CALLED, before) && kind == Kind::Fragment {
            let who = subject::before(scene, scene.sentence(from - 1), from - 1);
            return words.gap(from - 1).has(Gap::COMMA) || who.is_none_or(|w| scene.is(w.from, "a an"));
        }
    }
    let word = |i: usize| words.cap(i) || words.numeric(i) || scene.is(i, SMALL);
    let capitals = (from..to).filter(|&i| words.cap(i)).count();
    if !capital || capitals < 2 || !(from..to).all(word) || words.get(from).is_some_and(|w| w.case == Case::Upper) {
        return false;
    }
    // “So”, a film by; “So”, which; “So” by.
    let next = words.term(to);
    let comma = words.gap(to).has(Gap::COMMA);
    next == "by"
        || comma && among("which starring directed", next)
        || comma && is_determiner(next) && (to + 1..to + 5).any(|i| words.follows(i) && scene.is(i, WORKS))
}
