//! What a whole text says about where it is: countries named for certain, states named, words that place a name.

use crate::listing::{List, among};
use dateline_corpus::{CountryCode, How};
use rustc_hash::FxHashMap;

use crate::gazetteer::{Gazetteer, Place, Rank, Sense};
use crate::marks::{Mark, What};
use crate::words::{Case, Gap, Words};

/// Prepositions and verbs behind which a place stands.
const BEFORE_PLACE: &List = &List::new(
    "in at from near to outside around via across throughout toward towards into through between leaving visiting \
    visit visited left downtown central inside within",
);

/// Countries whose first-level divisions English-language news names without their country.
const LARGE: &List = &List::new("US CA AU IN CN DE GB BR MX");

/// Directions and the like between a preposition and a place: `in downtown Boston`.
const BETWEEN: &List = &List::new(
    "nearby northern southern eastern western north south east west northeast northwest southeast southwest \
    downtown central upstate",
);

/// Countries named besides its own from which on a local paper reports on the world.
const ABROAD: usize = 3;

/// The evidence of one text.
#[derive(Debug, Default)]
pub struct Evidence {
    /// How often each country is named by itself or a demonym, unambiguously.
    countries: FxHashMap<CountryCode, u32>,
    /// How often each first-level division is named: country and code.
    pub divisions: FxHashMap<(CountryCode, &'static str), u32>,
    /// How often each country is named by its people or adjective.
    demonyms: FxHashMap<CountryCode, u32>,
    /// How often each country's capital is named.
    seats: FxHashMap<CountryCode, u32>,
    /// How often towns of each country are named whose names mean nothing else.
    alone: FxHashMap<CountryCode, u32>,
    /// The country whose local paper the text reads like.
    home: Option<CountryCode>,
}

impl Evidence {
    /// Reads the certain marks of a text that reads like a local paper of `home`.
    pub fn read(gazetteer: &Gazetteer, marks: &[Mark], home: Option<CountryCode>) -> Self {
        let mut all = Self {
            home,
            ..Self::default()
        };
        for mark in marks {
            if let What::State(p) = mark.what {
                let place = &gazetteer.places[p as usize];
                *all.divisions.entry((place.country, place.division)).or_default() += 1;
            }
            let What::Known { hit, .. } = mark.what else { continue };
            let mut division: Option<&Place> = None;
            let mut rival = 0.0f32;
            let mut country = false;
            for sense in gazetteer.senses(hit) {
                match sense {
                    Sense::Country { code, weak, how } => {
                        country = true;
                        if how == How::Demonym {
                            *all.demonyms.entry(code).or_default() += 1;
                        }
                        if !weak {
                            *all.countries.entry(code).or_default() += 1;
                        }
                    }
                    Sense::Place(p) => {
                        let place = &gazetteer.places[p as usize];
                        if place.rank == Rank::Capital {
                            *all.seats.entry(place.country).or_default() += 1;
                        }
                        let large = place.rank == Rank::Division && among(LARGE, place.country.as_str());
                        if (large || place.rank == Rank::County) && division.is_none_or(|d| d.people < place.people) {
                            division = Some(place);
                        } else if !large && place.rank != Rank::County {
                            rival = rival.max(place.people);
                        }
                    }
                    _ => {}
                }
            }
            let mut senses = gazetteer.senses(hit);
            if let (Some(Sense::Place(p)), None) = (senses.next(), senses.next()) {
                *all.alone.entry(gazetteer.places[p as usize].country).or_default() += 1;
            }
            // A name shared with a large city elsewhere (Washington, Victoria) or a country (Georgia) is no evidence.
            if let Some(place) = division.filter(|d| !country && (d.rank == Rank::County || d.people > rival * 3.0)) {
                let counties = gazetteer.senses(hit).count();
                let code = if place.rank == Rank::County && counties > 1 {
                    ""
                } else {
                    place.division
                };
                *all.divisions.entry((place.country, code)).or_default() += 1;
            }
        }
        // A text about several other countries is not local news.
        let foreign = |home: &CountryCode| all.countries.keys().filter(|c| *c != home).count();
        all.home = all.home.filter(|home| foreign(home) < ABROAD);
        all
    }

    /// How often a country is named, itself or a state of it.
    pub fn of(&self, code: CountryCode) -> u32 {
        let named = self.countries.get(&code).copied().unwrap_or_default();
        let states: u32 = self
            .divisions
            .iter()
            .filter(|((c, _), _)| *c == code)
            .map(|(_, n)| n)
            .sum();
        named + states
    }

    /// How often a country's capital is named, or the country itself by a name that means nothing else.
    pub fn seat_of(&self, code: CountryCode) -> u32 {
        self.seats.get(&code).copied().unwrap_or_default() + self.countries.get(&code).copied().unwrap_or_default()
    }

    /// How often places of a country are named whose names mean nothing else.
    pub fn alone_of(&self, code: CountryCode) -> u32 {
        self.alone.get(&code).copied().unwrap_or_default()
    }

    /// How often a country's people, adjective or capital are named.
    pub fn demonyms_of(&self, code: CountryCode) -> u32 {
        self.demonyms.get(&code).copied().unwrap_or_default() + self.seats.get(&code).copied().unwrap_or_default()
    }

    /// Whether any country is named for certain.
    pub fn any(&self) -> bool {
        !self.countries.is_empty() || !self.divisions.is_empty()
    }

    /// Whether no country but these is named for certain.
    pub fn only_of(&self, codes: &[CountryCode]) -> bool {
        self.countries.keys().all(|c| codes.contains(c))
    }

    /// Whether the text reads like a local paper of this country: its own towns are to be expected under foreign names.
    pub fn at_home(&self, code: CountryCode) -> bool {
        self.home == Some(code)
    }

    /// How often a division is named.
    pub fn of_division(&self, code: CountryCode, division: &'static str) -> u32 {
        if division.is_empty() {
            0
        } else {
            self.divisions.get(&(code, division)).copied().unwrap_or_default()
        }
    }
}

/// Whether the words before `i` say that a place follows.
pub fn placed(words: &Words<'_>, i: usize) -> bool {
    preposition(words, i).is_some()
}

/// Whether they do so by a word that people follow as well: `to Paris`, `to Allen`.
pub fn half_placed(words: &Words<'_>, i: usize) -> bool {
    preposition(words, i).is_some_and(|p| {
        matches!(
            p,
            "to" | "from"
                | "through"
                | "between"
                | "via"
                | "toward"
                | "towards"
                | "into"
                | "visiting"
                | "visit"
                | "visited"
                | "left"
        )
    })
}

fn preposition<'w>(words: &'w Words<'_>, i: usize) -> Option<&'w str> {
    let mut before = i;
    while before > 0 && words.is(before - 1, BETWEEN) && words.follows(before) {
        before -= 1;
    }
    if before == 0 || !words.follows(before) {
        return None;
    }
    let preposition = words.term(before - 1);
    let according = preposition == "to" && before > 1 && words.term(before - 2) == "according";
    (among(BEFORE_PLACE, preposition) && !according).then_some(preposition)
}

/// Whether a paragraph opens with this name as the place of the report: `TOKYO (Reuters) -`, `TOKYO, March 16.`, `PARIS —`.
pub fn dateline(words: &Words<'_>, from: usize, to: usize) -> bool {
    let after = words.gap(to);
    let capitals = words.get(from).is_some_and(|w| w.case == Case::Upper);
    let opens = from == 0 || words.gap(from).has(Gap::BREAK) || (capitals && words.weak(from) && after.has(Gap::PAUSE));
    opens && (after.has(Gap::OPEN) || after.has(Gap::PAUSE) || (capitals && after.has(Gap::COMMA)))
}
