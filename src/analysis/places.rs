//! Which place does a name mean, if it means a place at all?
//!
//! Each reading is scored: population as prior (in natural logarithms, as names are used about as often as their places are
//! large), the state or country written beside it here or elsewhere, the countries and states the text names.
//! Whether it is a place at all is the business of `belief`.

use rustc_hash::FxHashMap;

use crate::belief::believable;
use crate::container::{Container, container};
use crate::evidence::Evidence;
use crate::gazetteer::{Gazetteer, Hit, Place, Rank, Sense};
use crate::lexicon::Lexicon;
use crate::marks::{Mark, What};
use crate::people::Sight;
use crate::words::Words;

/// Added where the state or country written beside a name is the one it lies in: outweighs any population.
const CONTAINED: f32 = 14.0;
/// Added where the text names the country elsewhere, and the state elsewhere.
const COUNTRY_NAMED: f32 = 1.6;
const STATE_NAMED: f32 = 4.5;
/// Added for the seat of a government; taken off a division that shares its name with a city (Quebec, New York).
const CAPITAL: f32 = 1.5;
const DIVISION: f32 = 2.5;
/// Taken off a small town that shares its name with a city: without a clue the city is meant.
const TOWN: f32 = 1.0;

/// Added for a town of the country whose local paper the text reads like: outweighs any capital.
const AT_HOME: f32 = 12.0;

/// What a whole text is read with.
#[derive(Clone, Copy, Debug)]
pub struct View<'a, 't> {
    /// The text.
    pub words: &'a Words<'t>,
    /// Word lists.
    pub lexicon: &'a Lexicon,
    /// The tables.
    pub gazetteer: &'a Gazetteer,
    /// What the whole text says.
    pub evidence: &'a Evidence,
}

impl<'a, 't> View<'a, 't> {
    /// Without the evidence.
    pub fn sight(self) -> Sight<'a, 't> {
        Sight {
            words: self.words,
            lexicon: self.lexicon,
            gazetteer: self.gazetteer,
        }
    }
}

/// What a name turned out to mean.
#[derive(Clone, Copy, Debug)]
pub enum Meaning {
    /// A place of the tables.
    Listed(u32),
    /// A place of this name that the tables lack, in the state or country written beside it.
    Unlisted(Container),
}

/// Where the text itself says that a name lies, by the name's folded words: one sense per text.
#[derive(Debug, Default)]
pub struct Told(FxHashMap<String, Container>);

impl Told {
    /// Collects `Paris, Texas` and the like.
    pub fn read(view: View<'_, '_>, marks: &[Mark]) -> Self {
        let mut told = FxHashMap::default();
        for mark in marks {
            if let What::Known { hit, inside: false } = mark.what
                && view.gazetteer.senses(hit).any(|s| matches!(s, Sense::Place(_)))
                && let Some(c) = container(view, mark.to)
            {
                told.entry(key(view.words, mark.from, mark.to)).or_insert(c);
            }
        }
        Self(told)
    }

    /// The place meant by the phrase in words `from..to`; none where the name is no place here.
    pub fn resolve(&self, view: View<'_, '_>, hit: Hit, from: usize, inside: bool) -> Option<Meaning> {
        let here = container(view, hit.to);
        let told = here.or_else(|| self.0.get(&key(view.words, from, hit.to)).copied());
        let best = view
            .gazetteer
            .senses(hit)
            .filter_map(|s| if let Sense::Place(p) = s { Some(p) } else { None })
            .map(|p| (p, score(view, &view.gazetteer.places[p as usize], told)))
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
        let place = &view.gazetteer.places[best.0 as usize];
        let held = told.is_some_and(|c| c.holds(place));
        let said_here = here.is_some() && held;
        if !said_here && !believable(view, place, from, hit.to, inside) {
            return None;
        }
        match told {
            // `Edmonton, Ky.` is not the city in Alberta, whether or not the tables know it.
            Some(c) if !held && c.firm => Some(Meaning::Unlisted(c)),
            _ => Some(Meaning::Listed(best.0)),
        }
    }
}

fn key(words: &Words<'_>, from: usize, to: usize) -> String {
    (from..to).map(|i| words.term(i)).collect::<Vec<_>>().join(" ")
}

fn score(view: View<'_, '_>, place: &Place, told: Option<Container>) -> f32 {
    let mut score = place.people.max(1.0).ln();
    if told.is_some_and(|c| c.holds(place)) {
        score += CONTAINED;
    }
    let named = view.evidence.of(place.country);
    if view.evidence.at_home(place.country) {
        score += AT_HOME;
    }
    if named > 0 {
        score += COUNTRY_NAMED + (named as f32).ln();
    }
    if place.rank != Rank::Division && view.evidence.of_division(place.country, place.division) > 0 {
        score += STATE_NAMED;
    }
    score
        + match place.rank {
            Rank::Capital => CAPITAL,
            Rank::Division => -DIVISION,
            Rank::Town => -TOWN,
            _ => 0.0,
        }
}
