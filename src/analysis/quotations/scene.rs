//! Who is named where, what is quoted, and where sentences end: what finding a speaker asks of a text.

use crate::listing::{Listing, among};
use dateline_corpus::{EntityKey, EntityKind, Found, How};

use super::Pair;
use super::sexes::{self, Sex};
use super::tables::Tables;
use crate::sentences::ends_no_sentence;
use crate::words::{Case, Gap, Words};

/// Nothing in a table of words.
const NONE: u32 = u32::MAX;

/// A name in the text.
#[derive(Debug)]
pub struct Naming {
    /// First word.
    pub from: usize,
    /// One past the last word.
    pub to: usize,
    /// Which of the article's entities.
    pub found: usize,
    /// Whether it is a description without a name.
    pub is_role: bool,
    /// Whether it is a people's name, which is a role: the Spaniard.
    pub is_people: bool,
}

/// The text as the rules see it.
#[derive(Debug)]
pub struct Scene<'a, 't> {
    /// The words.
    pub words: &'a Words<'t>,
    /// Verbs and roles.
    pub tables: &'a Tables,
    /// The article's entities.
    pub found: &'a [Found],
    namings: Vec<Naming>,
    /// Of each entity, where it is somebody.
    sexes: Vec<Option<Sex>>,
    /// For each word the name it is part of.
    named: Vec<u32>,
    /// For each word the innermost quotation that it is in.
    quoted: Vec<u32>,
    /// For each word the first one of its sentence.
    sentence: Vec<u32>,
}

impl<'a, 't> Scene<'a, 't> {
    /// Reads a text once.
    pub fn new(words: &'a Words<'t>, tables: &'a Tables, found: &'a [Found], pairs: &[Pair]) -> Self {
        let mut scene = Self {
            words,
            tables,
            found,
            namings: Vec::new(),
            sexes: sexes::of(words, found),
            named: vec![NONE; words.len()],
            quoted: vec![NONE; words.len()],
            sentence: Vec::with_capacity(words.len()),
        };
        for (i, pair) in pairs.iter().enumerate() {
            for &(start, end) in &pair.parts {
                let (from, to) = (words.at_byte(start), words.at_byte(end));
                // Inner ones come behind outer ones and overwrite them.
                scene.quoted[from..to.max(from)].fill(i as u32);
            }
        }
        scene.name();
        let mut start = 0;
        for i in 0..words.len() {
            if scene.begins(i) {
                start = i as u32;
            }
            scene.sentence.push(start);
        }
        scene
    }

    /// People win over bodies, bodies over countries; places speak for nobody.
    fn name(&mut self) {
        use EntityKind::{Country, Organisation, Person};
        let all = |kind| (0..self.found.len()).map(move |f| (kind, f));
        for (kind, f) in all(Person).chain(all(Organisation)).chain(all(Country)) {
            let found = &self.found[f];
            if found.entity.key.kind != kind {
                continue;
            }
            for mention in &found.mentions {
                let from = self.words.at_byte(mention.span.start as usize);
                let to = self.words.at_byte(mention.span.end as usize);
                // Leeds speaks for no country.
                if mention.how == How::Place {
                    continue;
                }
                if from < to && self.named[from] == NONE && self.named[to - 1] == NONE {
                    self.named[from..to].fill(self.namings.len() as u32);
                    self.namings.push(Naming {
                        from,
                        to,
                        found: f,
                        is_role: mention.how == How::Role,
                        is_people: mention.how == How::Demonym,
                    });
                }
            }
        }
    }

    fn begins(&self, i: usize) -> bool {
        let words = self.words;
        let gap = words.gap(i);
        if i == 0 || gap.has(Gap::BREAK) {
            return true;
        }
        let lower = words.get(i).is_some_and(|w| w.case == Case::Lower);
        let before = words.get(i - 1);
        let stop = gap.has(Gap::STOP)
            && !words.raw(i - 1).ends_with('.')
            && !before.is_some_and(|w| ends_no_sentence(words.term(i - 1), w.case));
        !lower && (gap.has(Gap::END) || stop)
    }

    /// The first word of the sentence that a word is in.
    pub fn sentence(&self, i: usize) -> usize {
        self.sentence.get(i).map_or(0, |s| *s as usize)
    }

    /// Whether a paragraph starts with this word.
    pub fn paragraph(&self, i: usize) -> bool {
        self.words.gap(i).has(Gap::BREAK)
    }

    /// The quotation that a word is in.
    pub fn quoted(&self, i: usize) -> Option<usize> {
        self.quoted.get(i).filter(|q| **q != NONE).map(|q| *q as usize)
    }

    /// The name that a word is part of.
    pub fn named(&self, i: usize) -> Option<&Naming> {
        self.named
            .get(i)
            .filter(|n| **n != NONE)
            .and_then(|n| self.namings.get(*n as usize))
    }

    /// Whether a word is one of a list, parted by spaces.
    pub fn is(&self, i: usize, list: impl Listing) -> bool {
        among(list, self.words.term(i))
    }

    /// Whether a pronoun of this sex may stand for an entity.
    pub fn fits(&self, found: usize, sex: Option<Sex>) -> bool {
        let is_person = self.found[found].entity.key.kind == EntityKind::Person;
        sex.is_none() || is_person && self.sexes[found].is_none_or(|own| Some(own) == sex)
    }

    /// The same of an entity by its key; true of what is none.
    pub fn key_fits(&self, key: &EntityKey, sex: Option<Sex>) -> bool {
        // Entities are in order of their keys.
        let found = self.found.binary_search_by(|f| f.entity.key.cmp(key));
        found.map_or(true, |found| self.fits(found, sex))
    }

    /// What kind of entity a name is of.
    pub fn kind(&self, naming: &Naming) -> EntityKind {
        self.found[naming.found].entity.key.kind
    }

    /// The person named at a word.
    pub fn person(&self, i: usize) -> Option<&Naming> {
        self.named(i).filter(|n| self.kind(n) == EntityKind::Person)
    }
}
