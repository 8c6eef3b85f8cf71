//! Is somebody a man or a woman, where a text tells? Then “she said” is not taken for a man's words.
//!
//! A form of address says it (Mrs.), then the given name where hardly anybody of the other sex has it, then the word for an
//! office (spokeswoman). Where two of one sort disagree nothing is known: `Mr. and Mrs. Reagan` share a name.

use crate::listing::{List, among};
use dateline_corpus::{EntityKind, Found, How};

use crate::words::Words;

/// Words before a name that are used of men only.
const HIS: &List = &List::new("mr sir lord king prince emperor sultan sheikh pope father baron monsieur herr senor");
/// Words before a name that are used of women only.
const HERS: &List = &List::new(
    "mrs ms miss dame lady queen princess empress baroness sister madame frau actress duchess \
mademoiselle",
);

/// See the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// A woman.
    Female,
    /// A man.
    Male,
}

/// Of each entity; none where it is nobody, or the text does not tell.
pub fn of(words: &Words<'_>, found: &[Found]) -> Vec<Option<Sex>> {
    found.iter().map(|one| of_one(words, one)).collect()
}

fn of_one(words: &Words<'_>, found: &Found) -> Option<Sex> {
    if found.entity.key.kind != EntityKind::Person {
        return None;
    }
    let (mut addressed, mut given, mut called) = (Votes::default(), Votes::default(), Votes::default());
    for mention in &found.mentions {
        let from = words.at_byte((mention.span.start - mention.title) as usize);
        let name = words.at_byte(mention.span.start as usize);
        let to = words.at_byte(mention.span.end as usize);
        if mention.how == How::Role {
            (name..to).for_each(|i| called.add(by_ending(words.term(i))));
            continue;
        }
        if to > name + 1 {
            given.add(words.listed(name).sex());
        }
        // Titles, the word before them, and a title that is part of the name: Queen Elizabeth.
        for i in from.saturating_sub(1)..=name {
            if i + 1 > from || words.follows(from) {
                addressed.add(by_word(words.term(i)));
                called.add(by_ending(words.term(i)).filter(|_| i < name));
            }
        }
    }
    if addressed.is_split() {
        return None;
    }
    addressed.one().or_else(|| given.one()).or_else(|| called.one())
}

/// What several words say.
#[derive(Default)]
struct Votes {
    female: bool,
    male: bool,
}

impl Votes {
    fn add(&mut self, sex: Option<Sex>) {
        self.female |= sex == Some(Sex::Female);
        self.male |= sex == Some(Sex::Male);
    }

    fn is_split(&self) -> bool {
        self.female && self.male
    }

    fn one(&self) -> Option<Sex> {
        match (self.female, self.male) {
            (true, false) => Some(Sex::Female),
            (false, true) => Some(Sex::Male),
            _ => None,
        }
    }
}

/// By a form of address: Mrs.
pub fn by_word(term: &str) -> Option<Sex> {
    if among(HIS, term) {
        Some(Sex::Male)
    } else if among(HERS, term) {
        Some(Sex::Female)
    } else {
        None
    }
}

/// By the ending of a word for an office: spokeswoman, chairman.
pub fn by_ending(term: &str) -> Option<Sex> {
    if term.ends_with("woman") {
        Some(Sex::Female)
    } else if term.ends_with("man") && !among("german human roman ottoman norman", term) {
        Some(Sex::Male)
    } else {
        None
    }
}

/// Whom a pronoun stands for.
pub fn of_pronoun(term: &str) -> Option<Sex> {
    if among("he him hed", term) {
        Some(Sex::Male)
    } else if among("she her shed", term) {
        Some(Sex::Female)
    } else {
        None
    }
}
