//! Which place does a name mean, if it means a place at all?
//!
//! Each reading is scored: population as prior (in natural logarithms, as names are used about as often as their places are
//! large), the state or country written beside it here or elsewhere, the countries and states the text names.
//! Whether it is a place at all is the business of `belief`.

use rustc_hash::FxHashMap;

use crate::belief::belief;
use crate::container::{Container, container};
use crate::evidence::Evidence;
use crate::gazetteer::{Gazetteer, Hit, Place, Rank, Sense};
use crate::lexicon::Lexicon;
use crate::marks::{Mark, What};
use crate::people::Sight;
use crate::words::{Gap, Words};

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

/// What a name turned out to mean, and how surely.
#[derive(Clone, Copy, Debug)]
pub struct Resolved {
    /// What.
    pub meaning: Meaning,
    /// By how much the likeliest reading in another country is behind, in natural logarithms of odds; endless where the text
    /// itself says where it lies, and where there is none.
    pub lead: f32,
    /// By how much it is likelier to be a place than not, on `belief`'s scale: 0 and it would be none.
    pub belief: f32,
}

/// What a name may turn out to mean.
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
                && let Some(c) = container(view, mark.from, mark.to)
            {
                told.entry(key(view.words, mark.from, mark.to)).or_insert(c);
            }
        }
        Self(told)
    }

    /// The place meant by the phrase in words `from..to`; none where the name is no place here.
    pub fn resolve(&self, view: View<'_, '_>, hit: Hit, from: usize, inside: bool) -> Option<Resolved> {
        self.likeliest(view, hit, from, |place| belief(view, place, from, hit.to, inside))
            .filter(|resolved| resolved.belief > 0.0)
    }

    /// The place meant by a phrase that is known to be one's.
    pub fn placed(&self, view: View<'_, '_>, hit: Hit, from: usize) -> Option<Resolved> {
        self.likeliest(view, hit, from, |_| f32::INFINITY)
    }

    fn likeliest(
        &self,
        view: View<'_, '_>,
        hit: Hit,
        from: usize,
        belief: impl FnOnce(&Place) -> f32,
    ) -> Option<Resolved> {
        let here = container(view, from, hit.to);
        let told = here.or_else(|| self.0.get(&key(view.words, from, hit.to)).copied());
        let places = &view.gazetteer.places;
        let mut readings = view
            .gazetteer
            .senses(hit)
            .filter_map(|s| if let Sense::Place(p) = s { Some(p) } else { None })
            .map(|p| {
                let place = &places[p as usize];
                let holds = if place.rank == Rank::Division && holds_before(view, place, from) {
                    HOLDS
                } else {
                    0.0
                };
                (p, score(view, place, told) + holds)
            });
        let mut best = readings.next()?;
        // The likeliest in a country other than the best one's.
        let mut other = f32::NEG_INFINITY;
        for reading in readings {
            let is_best = reading.1.total_cmp(&best.1).then(best.0.cmp(&reading.0)).is_gt();
            let behind = if is_best { best } else { reading };
            if is_best {
                best = reading;
            }
            if places[behind.0 as usize].country != places[best.0 as usize].country {
                other = other.max(behind.1);
            }
        }
        let place = &places[best.0 as usize];
        let held = told.is_some_and(|c| c.holds(place));
        let said_here = here.is_some() && held;
        let belief = if said_here { f32::INFINITY } else { belief(place) };
        let unlisted = told.filter(|c| !held && c.firm);
        Some(Resolved {
            // `Edmonton, Ky.` is not the city in Alberta, whether or not the tables know it.
            meaning: unlisted.map_or(Meaning::Listed(best.0), Meaning::Unlisted),
            lead: if told.is_some() { f32::INFINITY } else { best.1 - other },
            belief,
        })
    }
}

/// For a division that is written behind a town of it: more than any city has by its people.
const HOLDS: f32 = 20.0;

/// Whether a town of this division stands before the comma at word `from`: `Bremerton, Washington`.
fn holds_before(view: View<'_, '_>, division: &Place, from: usize) -> bool {
    let words = view.words;
    let lies = |sense| match sense {
        Sense::Place(p) => {
            let place = &view.gazetteer.places[p as usize];
            place.rank != Rank::Division && place.country == division.country && place.division == division.division
        }
        _ => false,
    };
    words.gap(from) == Gap::COMMA.and(Gap::SPACE)
        && (1..=3.min(from)).any(|back| {
            let town = view.gazetteer.find(words, from - back).filter(|hit| hit.to == from);
            town.is_some_and(|hit| view.gazetteer.senses(hit).any(lies))
        })
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
