//! Which names are known, and what may each of them mean?
//!
//! Phrases are looked up by the folded words they are made of, so that `Port-au-Prince` and `Port au Prince` are one.
//! The tables are text, described in `data/README.md`; they are parsed once, without copying the names.

pub mod columns;
mod names;
mod tables;

pub use names::place_names;
pub use tables::{COUNTRIES, country_names};

use std::borrow::Cow;

use dateline_corpus::text::Tokenizer;
use dateline_corpus::{CountryCode, How, Point};
use rustc_hash::FxHashMap;

use crate::words::{Case, Words};

/// What a phrase may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// A country by name, demonym or metonym; `weak` where the phrase also means something else.
    Country {
        /// The country.
        code: CountryCode,
        /// How the phrase names it.
        how: How,
        /// Needs evidence from the text.
        weak: bool,
    },
    /// A place, by its index.
    Place(u32),
    /// An area, by its index.
    Area(u32),
    /// A body, by its index.
    Body(u32),
}

/// The division of what is no first-level division, but what towns are told apart by: Berkshire.
pub const COUNTY: &str = "county";

/// How large a unit a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// A city or a landmark.
    City,
    /// A small town that bears the name of a larger city or of a country.
    Town,
    /// The seat of a country's government.
    Capital,
    /// A state, province or comparable unit.
    Division,
    /// A US county: its name ends in County, Parish or Borough.
    County,
}

/// A place below country level.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Its usual name.
    pub name: &'static str,
    /// The country it lies in.
    pub country: CountryCode,
    /// The GeoNames code of its first-level division, or [`COUNTY`]; empty where unknown.
    pub division: &'static str,
    /// Where it lies.
    pub point: Option<Point>,
    /// Its inhabitants in thousands; for a landmark a comparable weight.
    pub people: f32,
    /// How large a unit it is.
    pub rank: Rank,
}

/// An area that is no country.
#[derive(Clone, Copy, Debug)]
pub struct Area {
    /// Its usual name.
    pub name: &'static str,
    /// A point inside.
    pub point: Point,
}

/// A body known by name.
#[derive(Clone, Copy, Debug)]
pub struct Body {
    /// Its usual name.
    pub name: &'static str,
    /// The country it is a body of.
    pub country: Option<CountryCode>,
}

/// A country's own facts.
#[derive(Clone, Debug)]
pub struct Land {
    /// Its code.
    pub code: CountryCode,
    /// Its short English name, as CLDR has it.
    pub name: &'static str,
    /// Where its capital lies.
    pub point: Option<Point>,
    /// Its adjective, where it has one: Japanese.
    pub demonym: &'static str,
}

/// A phrase found in a text.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    /// One past its last word.
    pub to: usize,
    head: u32,
}

/// Longest phrase in words; `United Kingdom of Great Britain and Northern Ireland` has eight.
const LONGEST: usize = 9;

/// The tables and the index of their phrases.
#[derive(Debug, Default)]
pub struct Gazetteer {
    /// Places.
    pub places: Vec<Place>,
    /// Areas.
    pub areas: Vec<Area>,
    /// Bodies.
    pub bodies: Vec<Body>,
    /// Countries, by code.
    pub lands: Vec<Land>,
    /// By first word.
    starts: FxHashMap<Box<str>, Start>,
    /// Phrases of several words.
    phrases: FxHashMap<Box<str>, u32>,
    /// Abbreviations whose case matters, without their stops.
    letters: FxHashMap<&'static str, u32>,
    /// Two-letter and newspaper abbreviations of US states and Canadian provinces, folded: place index.
    states: FxHashMap<&'static str, u32>,
    senses: Vec<(Sense, u32)>,
    /// The largest place of each name in each country.
    first_of_name: FxHashMap<(&'static str, CountryCode), u32>,
}

/// Phrases with one first word.
#[derive(Clone, Copy, Debug)]
struct Start {
    /// Words of the longest.
    most: u8,
    /// What the word means by itself.
    head: u32,
}

/// The end of a list of senses.
const NONE: u32 = u32::MAX;

impl Gazetteer {
    /// Parses the tables.
    pub fn new() -> Self {
        // Room for what the tables hold, so that nothing is moved while they are read.
        let mut g = Self {
            starts: FxHashMap::with_capacity_and_hasher(50_000, Default::default()),
            phrases: FxHashMap::with_capacity_and_hasher(25_000, Default::default()),
            ..Self::default()
        };
        g.add_countries();
        g.add_places();
        g.add_areas_and_bodies();
        g
    }

    /// The facts of a country.
    pub fn land(&self, code: CountryCode) -> Option<&Land> {
        self.lands
            .binary_search_by_key(&code, |l| l.code)
            .ok()
            .map(|i| &self.lands[i])
    }

    /// The slug of a place: `tokyo-jp`; with its division where the country has a larger place of that name.
    pub fn place_slug(&self, index: u32) -> String {
        let place = &self.places[index as usize];
        let name = dateline_corpus::text::slug(place.name);
        let country = place.country.as_str().to_lowercase();
        if self
            .first_of_name
            .get(&(place.name, place.country))
            .is_none_or(|&i| i == index)
            || place.division.is_empty()
        {
            format!("{name}-{country}")
        } else {
            format!("{name}-{}-{country}", place.division.to_lowercase())
        }
    }

    /// The longest known phrase that starts at word `i`.
    pub fn find(&self, words: &Words<'_>, i: usize) -> Option<Hit> {
        self.find_before(words, i, usize::MAX)
    }

    /// The longest known phrase that starts at word `i` and ends at or before word `limit`.
    pub fn find_before(&self, words: &Words<'_>, i: usize, limit: usize) -> Option<Hit> {
        let mut best = self.find_letters(words, i).filter(|h| h.to <= limit);
        let letters = best.is_some();
        let first = short(words.term(i));
        let Some(&Start { most, head }) = self.starts.get(first) else {
            return best;
        };
        // A single word in capitals is the abbreviation it spells (ANN), not a word or a town (Ann).
        let spelt = words.get(i).is_some_and(|w| w.case == Case::Upper) && (letters || words.raw(i).len() <= 2);
        if i < limit && !spelt && head != NONE {
            best = Some(Hit { to: i + 1, head });
        }
        let mut phrase = String::new();
        for j in i + 1..limit.min(i + usize::from(most).min(LONGEST)) {
            if !words.follows(j) || (words.possessive(j - 1) && words.cap(j) && !words.raw(j - 1).ends_with(['s', 'e']))
            {
                break;
            }
            // Most words go no further than this: only those that do are written together.
            if phrase.is_empty() {
                phrase.reserve(64);
                phrase.push_str(first);
            }
            phrase.push(' ');
            phrase.push_str(short(words.term(j)));
            if let Some(&head) = self.phrases.get(phrase.as_str()) {
                best = Some(Hit { to: j + 1, head });
            }
        }
        best
    }

    fn find_letters(&self, words: &Words<'_>, i: usize) -> Option<Hit> {
        let raw = words.raw(i);
        if raw.len() > 8 || !words.cap(i) {
            // `G-7` and the like are two words.
            return None;
        }
        let bare = match raw.contains('.') {
            true => Cow::Owned(raw.replace('.', "")),
            false => Cow::Borrowed(raw),
        };
        let mut best = self.letters.get(&*bare).map(|&head| Hit { to: i + 1, head });
        if words.glued(i + 1) {
            let mut key = bare.into_owned();
            key.push('-');
            key.push_str(words.raw(i + 1));
            if let Some(&head) = self.letters.get(key.as_str()) {
                best = Some(Hit { to: i + 2, head });
            }
        }
        // In a line of capitals only the dotted form is an abbreviation for certain.
        let shouted = words.weak(i)
            && !raw.contains('.')
            && raw.len() <= 2
            && words.get(i + 1).is_some_and(|w| w.case == Case::Upper);
        if shouted { None } else { best }
    }

    /// The place that an abbreviated state names: `Calif`, `CA`, `B.C.`; `raw` decides between `IN` and `in`.
    pub fn state(&self, words: &Words<'_>, i: usize) -> Option<u32> {
        let place = *self.states.get(words.term(i))?;
        let raw = words.raw(i);
        let written = match words.get(i)?.case {
            Case::Upper => raw.len() <= 5,
            Case::Title => words.term(i).len() > 2 || words.dotted(i),
            _ => false,
        };
        written.then_some(place)
    }

    /// The town so called in a country; of several the capital, then the largest.
    pub fn place(&self, name: &str, country: CountryCode) -> Option<u32> {
        let (key, _, _) = key(name);
        let alone = || self.starts.get(key.as_str()).map(|start| start.head);
        let head = self.phrases.get(key.as_str()).copied().or_else(alone)?;
        let towns = self.senses(Hit { to: 0, head }).filter_map(|sense| match sense {
            Sense::Place(index) => Some(index),
            _ => None,
        });
        let rank = |place: &Place| match place.rank {
            Rank::Capital => 2,
            Rank::City => 1,
            _ => 0,
        };
        let place = |index: &u32| &self.places[*index as usize];
        towns.filter(|index| place(index).country == country).max_by(|a, b| {
            let (a, b) = (place(a), place(b));
            rank(a).cmp(&rank(b)).then(a.people.total_cmp(&b.people))
        })
    }

    /// What a found phrase may mean.
    pub fn senses(&self, hit: Hit) -> impl Iterator<Item = Sense> + '_ {
        let mut at = hit.head;
        std::iter::from_fn(move || {
            let &(sense, next) = self.senses.get(at as usize)?;
            at = next;
            Some(sense)
        })
    }

    fn add(&mut self, name: &str, sense: Sense) {
        let (key, first_end, count) = key(name);
        if count == 0 {
            return;
        }
        let first = &key[..first_end];
        let start = match self.starts.get_mut(first) {
            Some(start) => start,
            None => self.starts.entry(first.into()).or_insert(Start { most: 0, head: NONE }),
        };
        start.most = start.most.max(count);
        let at = self.senses.len() as u32;
        let next = match count {
            1 => std::mem::replace(&mut start.head, at),
            _ => self.phrases.insert(key.into_boxed_str(), at).unwrap_or(NONE),
        };
        self.senses.push((sense, next));
    }

    fn add_letters(&mut self, name: &'static str, sense: Sense) {
        let at = self.senses.len() as u32;
        let next = self.letters.insert(name, at).unwrap_or(NONE);
        self.senses.push((sense, next));
    }
}

/// A name as it is looked up; where its first word ends, and how many it has.
fn key(name: &str) -> (String, usize, u8) {
    let mut key = String::with_capacity(name.len());
    let mut first_end = 0;
    let mut count = 0u8;
    Tokenizer::of_name(name).for_each(|t| {
        if count > 0 {
            key.push(' ');
        }
        key.push_str(short(t.term));
        count = count.saturating_add(1);
        if count == 1 {
            first_end = key.len();
        }
    });
    (key, first_end, count)
}

/// Words that newspapers also write short.
fn short(term: &str) -> &str {
    // Hardly a word begins so: the others need no comparing.
    if !matches!(term.as_bytes(), [b's', b'a', ..] | [b'm', b'o', ..] | [b'f', b'o', ..]) {
        return term;
    }
    match term {
        "saint" | "sainte" => "st",
        "mount" => "mt",
        "fort" => "ft",
        _ => term,
    }
}
