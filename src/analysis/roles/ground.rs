//! What is named at each word: what reading an office asks of a text.

use dateline_corpus::{CountryCode, EntityKind, Found, How};

use crate::words::Words;

/// Nothing in a table of words.
const NONE: u32 = u32::MAX;

/// Something named: words `from..to`.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// First word.
    pub from: usize,
    /// One past the last word.
    pub to: usize,
    /// Which of the text's entities.
    pub found: usize,
    /// What it is.
    pub kind: EntityKind,
}

/// See the module.
#[derive(Debug)]
pub struct Ground {
    named: Vec<Named>,
    /// For each word what it is part of, countries apart.
    at: Vec<u32>,
    /// For each word the country that it is the name, people or capital of.
    lands: Vec<u32>,
    /// Of each entity its country, where it is one.
    codes: Vec<Option<CountryCode>>,
    bodies: Vec<bool>,
    /// Where each mention of each person starts.
    people: Vec<usize>,
    main: Option<CountryCode>,
}

impl Ground {
    /// Reads what was found.
    pub fn new(words: &Words<'_>, found: &[Found]) -> Self {
        let mut ground = Self {
            named: Vec::new(),
            at: vec![NONE; words.len()],
            lands: vec![NONE; words.len()],
            codes: found.iter().map(|f| f.entity.key.as_country()).collect(),
            bodies: found
                .iter()
                .map(|f| f.entity.key.kind == EntityKind::Organisation)
                .collect(),
            people: Vec::new(),
            main: None,
        };
        let mut times: Vec<_> = found
            .iter()
            .filter_map(|f| Some((f.mentions.len(), f.entity.key.as_country()?)))
            .collect();
        times.sort_unstable_by(|a, b| b.cmp(a));
        let ahead = times
            .first()
            .filter(|most| times.get(1).is_none_or(|next| next.0 < most.0));
        ground.main = ahead.map(|most| most.1);
        for (n, one) in found.iter().enumerate() {
            let kind = one.entity.key.kind;
            for mention in one.mentions.iter().filter(|m| m.how != How::Place) {
                let from = words.at_byte(mention.span.start as usize);
                let to = words.at_byte(mention.span.end as usize);
                if kind == EntityKind::Person {
                    ground.people.push(from);
                }
                if from >= to {
                    continue;
                }
                let table = match kind {
                    EntityKind::Country => &mut ground.lands,
                    _ => &mut ground.at,
                };
                // People win over bodies and places, longer names over what is in them.
                let longer = |other: &Named| other.kind == EntityKind::Person || other.to - other.from > to - from;
                let taken = (from..to).any(|i| ground.named.get(table[i] as usize).is_some_and(longer));
                if !taken || kind == EntityKind::Person {
                    table[from..to].fill(ground.named.len() as u32);
                    ground.named.push(Named {
                        from,
                        to,
                        found: n,
                        kind,
                    });
                }
            }
        }
        ground
    }

    /// The person, body, place or region that a word is part of the name of.
    pub fn at(&self, i: usize) -> Option<Named> {
        self.named.get(*self.at.get(i)? as usize).copied()
    }

    /// The country that a word names.
    pub fn land(&self, i: usize) -> Option<Named> {
        self.named.get(*self.lands.get(i)? as usize).copied()
    }

    /// The person named at a word.
    pub fn person(&self, i: usize) -> Option<Named> {
        self.at(i).filter(|n| n.kind == EntityKind::Person)
    }

    /// The country that an entity is.
    pub fn code(&self, found: usize) -> Option<CountryCode> {
        self.codes[found]
    }

    /// The first words of all people's names, person by person.
    pub fn people(&self) -> &[usize] {
        &self.people
    }

    /// Whether an entity is a body.
    pub fn is_body(&self, found: usize) -> bool {
        self.bodies[found]
    }

    /// The country that the text names most often; none where two are named as often.
    pub fn main(&self) -> Option<CountryCode> {
        self.main
    }
}
