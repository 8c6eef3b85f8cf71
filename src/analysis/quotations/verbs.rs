//! Which verb gives somebody's words, and whose?

use super::Called;
use super::behind::behind;
use super::speaker::Place;
use super::subject::{self, Subject};
use super::tables::is_determiner;
use crate::listing::{List, among};
use crate::words::{Case, Gap};

impl Place<'_, '_, '_> {
    /// Whether a verb of speech is among the next words: `“Why?” Lee asked.`, not `Lee said that` or `Lee said nothing`; behind a
    /// full stop only where it ends a sentence with something put in: `“Go.” Lee, the minister, said.`
    pub fn verb_soon(&self, asked: bool) -> bool {
        const OBJECTS: &List = &List::new("that he she they it nothing whether if how there no");
        let (scene, words) = (self.scene, self.scene.words);
        let named = (self.to..self.to + 5)
            .take_while(|&i| words.cap(i))
            .find_map(|i| scene.person(i));
        let apposed = named.is_some_and(|n| words.gap(n.to).has(Gap::COMMA));
        if !asked && !apposed {
            return false;
        }
        let near = self.to..self.to + if apposed { 20 } else { 6 };
        let begins = |i: usize| i >= words.len() || scene.sentence(i) == i;
        let mut own = near.take_while(|&i| i == self.to || !begins(i));
        let verb = own.find(|&i| self.speaks(i).is_some() && (!apposed || words.gap(i).has(Gap::COMMA)));
        verb.is_some_and(|i| {
            if asked {
                !(words.follows(i + 1) && scene.is(i + 1, OBJECTS))
            } else {
                begins(i + 1)
            }
        })
    }

    /// Whose words a verb hands on: `Lee was quoted as saying`, `the Journal quoted Lee as saying`. Nothing where it does not.
    pub fn handed_on(&self, start: usize, verb: usize, end: usize) -> Option<Option<Subject>> {
        let (scene, words) = (self.scene, self.scene.words);
        let lemma = self.speaks(verb).filter(|l| matches!(*l, "quote" | "cite"))?;
        if verb > start && is_passive(words.term(verb - 1)) {
            return Some(subject::before(scene, start, verb - 1));
        }
        let says = |i: usize| words.term(i) == "as" && self.speaks(i + 1).is_some();
        let handed = (verb..end.min(verb + 12)).any(says) || lemma == "quote" && verb + 1 < self.from;
        // `quoted him as saying`
        let him = scene.is(verb + 1, "him her them") && words.term(verb + 2) == "as";
        let pronoun = him.then(|| Subject::words(verb + 1, verb + 2, Called::Pronoun));
        handed.then(|| pronoun.or_else(|| behind(scene, verb + 1, end)))
    }

    /// The verb of speech at a word, in the article's own words.
    pub fn speaks(&self, i: usize) -> Option<&'static str> {
        let (scene, words) = (self.scene, self.scene.words);
        let lemma = scene.tables.verb(words.term(i))?;
        let lower = words
            .get(i)
            .is_some_and(|w| matches!(w.case, Case::Lower | Case::Upper));
        // An infinitive or a noun: `to call`, `to firmly call`, `secretary of state`.
        let before = i.checked_sub(1).map_or("", |b| words.term(b));
        let used = before == "to" && i > 1 && words.term(i - 2) == "used";
        let other = !used && among("to of this that no", before) || is_determiner(before);
        // Nor the end of `farm-state`.
        let infinitive = words.glued(i) || before.ends_with("ly") && i > 1 && words.term(i - 2) == "to";
        if scene.named(i).is_some()
            || scene.quoted(i) != self.around
            || !lower
            || infinitive
            || other && words.follows(i)
        {
            return None;
        }
        // `went on`, `put it`, and nothing that it went on or put it in.
        let whole = lemma.split_once(' ').is_none_or(|(_, next)| {
            words.term(i + 1) == next && (!words.follows(i + 2) || scene.is(i + 2, "to this that"))
        });
        // The noun of `the latest report said`.
        let noun = words.follows(i + 1)
            && words
                .term(i)
                .strip_prefix(lemma)
                .is_some_and(|rest| matches!(rest, "" | "s"))
            && scene.tables.verb(words.term(i + 1)).is_some()
            && !words.term(i + 1).ends_with("ing");
        (whole && !noun).then_some(lemma)
    }
}

/// One past the last word of a verb of one word or two.
pub fn verb_end(verb: usize, lemma: &str) -> usize {
    verb + 1 + usize::from(lemma.contains(' '))
}

/// Whether a verb behind this is passive.
pub fn is_passive(before: &str) -> bool {
    among("be been being was were is are", before)
}
