//! Which names are known, and what may each of them mean?
//!
//! Phrases are looked up by the folded words they are made of, so that `Port-au-Prince` and `Port au Prince` are one.
//! The tables are text, described in `data/README.md`; they are parsed once, without copying the names.

use dateline_corpus::text::Tokenizer;
use dateline_corpus::{CountryCode, How, Point};
use rustc_hash::FxHashMap;

use crate::words::{Case, Gap, Words};

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
    /// The GeoNames code of its first-level division; empty where unknown.
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
    /// Codes of the countries that border it.
    pub neighbours: Vec<CountryCode>,
}

/// A phrase found in a text.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    /// One past its last word.
    pub to: usize,
    head: u32,
}

const COUNTRIES: &str = include_str!("data/countries.tsv");
const COUNTRY_NAMES: &str = include_str!("data/country-names.txt");
const CITIES: &str = include_str!("data/cities.tsv");
const NAMESAKES: &str = include_str!("data/namesakes.tsv");
const DIVISIONS: &str = include_str!("data/divisions.tsv");
const COUNTIES: &str = include_str!("data/us-counties.tsv");
const PLACES: &str = include_str!("data/place-names.txt");
const AREAS: &str = include_str!("data/areas.txt");
const BODIES: &str = include_str!("data/organisations.txt");
const STATES: &str = include_str!("data/us-states.txt");

/// Words that GeoNames adds to a division's name and newspapers leave out.
const DIVISION_WORDS: [&str; 16] = [
    " Oblast",
    " oblast",
    " Oblast'",
    " Province",
    " Region",
    " Prefecture",
    " Governorate",
    " Krai",
    " Kray",
    " Republic",
    " District",
    " County",
    " State",
    " Department",
    " Voivodeship",
    "-do",
];

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
    phrases: FxHashMap<Box<str>, u32>,
    starts: FxHashMap<Box<str>, u8>,
    /// Abbreviations whose case matters, without their stops.
    letters: FxHashMap<&'static str, u32>,
    /// Two-letter and newspaper abbreviations of US states and Canadian provinces, folded: place index.
    states: FxHashMap<&'static str, u32>,
    senses: Vec<(Sense, u32)>,
    /// The largest place of each name in each country.
    first_of_name: FxHashMap<(&'static str, CountryCode), u32>,
}

/// The end of a list of senses.
const NONE: u32 = u32::MAX;

impl Gazetteer {
    /// Parses the tables.
    pub fn new() -> Self {
        let mut g = Self::default();
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
        let name = crate::slug::slug(place.name);
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
        let Some(most) = self.starts.get(short(words.term(i))) else {
            return best;
        };
        let most = usize::from(*most).min(LONGEST);
        let mut phrase = String::with_capacity(64);
        for j in i..limit.min(i + most) {
            if j > i {
                if !words.follows(j)
                    || (words.possessive(j - 1) && words.cap(j) && !words.raw(j - 1).ends_with(['s', 'e']))
                {
                    break;
                }
                phrase.push(' ');
            }
            phrase.push_str(short(words.term(j)));
            if let Some(&head) = self.phrases.get(phrase.as_str()) {
                // A single word in capitals is the abbreviation it spells (ANN), not a word or a town (Ann).
                let spelt = words.get(i).is_some_and(|w| w.case == Case::Upper) && (letters || words.raw(i).len() <= 2);
                if j > i || !spelt {
                    best = Some(Hit { to: j + 1, head });
                }
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
        let mut key = String::with_capacity(8);
        key.extend(raw.chars().filter(|c| *c != '.'));
        let mut best = self.letters.get(key.as_str()).map(|&head| Hit { to: i + 1, head });
        if words.glued(i + 1) {
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
            Case::Title => words.term(i).len() > 2 || words.gap(i + 1).has(Gap::STOP),
            _ => false,
        };
        written.then_some(place)
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

    fn add_countries(&mut self) {
        for line in COUNTRIES.lines() {
            let mut f = line.split('\t');
            let (Some(code), Some(name)) = (f.next().and_then(CountryCode::parse), f.next()) else {
                continue;
            };
            let (_capital, point) = (f.next(), point(&mut f));
            let neighbours = f
                .nth(1)
                .unwrap_or_default()
                .split(',')
                .filter_map(CountryCode::parse)
                .collect();
            self.lands.push(Land {
                code,
                name,
                point,
                demonym: "",
                neighbours,
            });
            // CLDR's short names of these are ambiguous, abbreviated or unusual: `country-names.txt` has better ones.
            if !["GE", "JO", "TD", "TR", "TG", "CD", "CG", "HK", "MO", "MM", "PS", "MK"].contains(&code.as_str()) {
                self.add(
                    name,
                    Sense::Country {
                        code,
                        how: How::Name,
                        weak: false,
                    },
                );
            }
        }
        self.lands.sort_by_key(|l| l.code);
        for line in COUNTRY_NAMES.lines().filter(|l| !l.starts_with('#')) {
            let mut f = line.split('|').map(str::trim);
            let Some(code) = f.next().and_then(CountryCode::parse) else {
                continue;
            };
            let mut each = |hows: How, field: Option<&'static str>, letters: bool| {
                for name in field
                    .unwrap_or_default()
                    .split(';')
                    .map(str::trim)
                    .filter(|n| !n.is_empty())
                {
                    let (weak, name) = name.strip_prefix('~').map_or((false, name), |n| (true, n));
                    let sense = Sense::Country { code, how: hows, weak };
                    if letters && !name.contains('.') && !name.contains(' ') {
                        self.add_letters(name, sense)
                    } else {
                        self.add(name, sense)
                    }
                }
            };
            each(How::Name, f.next(), false);
            each(How::Name, f.next(), true);
            let demonyms = f.next().unwrap_or_default();
            each(How::Demonym, Some(demonyms), false);
            each(How::Metonym, f.next(), false);
            if let Ok(i) = self.lands.binary_search_by_key(&code, |l| l.code) {
                self.lands[i].demonym = demonyms
                    .split(';')
                    .next()
                    .unwrap_or_default()
                    .trim()
                    .trim_start_matches('~');
            }
        }
    }

    fn add_places(&mut self) {
        let mut capitals = FxHashMap::default();
        for line in COUNTRIES.lines() {
            let mut f = line.split('\t');
            let code = f.next().unwrap_or_default();
            if let Some(capital) = f.nth(1) {
                capitals.insert((code, capital), ());
            }
        }
        let mut by_name: FxHashMap<(&str, &str), u32> = FxHashMap::default();
        let mut divisions: FxHashMap<(&str, &str), u32> = FxHashMap::default();
        for (table, rank) in [
            (CITIES, Rank::City),
            (NAMESAKES, Rank::Town),
            (DIVISIONS, Rank::Division),
        ] {
            for line in table.lines() {
                let Some((name, code, division, point, people)) = row(line) else {
                    continue;
                };
                let Some(country) = CountryCode::parse(code) else {
                    continue;
                };
                let capital = rank == Rank::City && capitals.contains_key(&(code, name));
                let rank = if capital { Rank::Capital } else { rank };
                let i = self.places.len() as u32;
                self.places.push(Place {
                    name,
                    country,
                    division,
                    point: Some(point),
                    people,
                    rank,
                });
                self.add(name, Sense::Place(i));
                if rank == Rank::Division {
                    if let Some(short) = DIVISION_WORDS.iter().find_map(|w| name.strip_suffix(w)) {
                        self.add(short, Sense::Place(i));
                    }
                    divisions.insert((name, code), i);
                } else if rank != Rank::Town {
                    let best = by_name.entry((name, code)).or_insert(i);
                    if self.places[*best as usize].people < people {
                        *best = i;
                    }
                }
            }
        }
        for line in PLACES.lines().filter(|l| !l.starts_with('#')) {
            let mut f = line.split('|').map(str::trim);
            let (Some(names), Some(code)) = (f.next(), f.next()) else {
                continue;
            };
            let (Some(country), Some(point)) = (CountryCode::parse(code), point(&mut f)) else {
                continue;
            };
            let people = number(f.next());
            let mut names = names.split(';').map(str::trim);
            let Some(name) = names.next() else { continue };
            let known = by_name
                .get(&(name, code))
                .or_else(|| divisions.get(&(name, code)))
                .copied();
            let i = known.unwrap_or(self.places.len() as u32);
            if known.is_none() {
                self.places.push(Place {
                    name,
                    country,
                    division: "",
                    point: Some(point),
                    people,
                    rank: Rank::City,
                });
                self.add(name, Sense::Place(i));
            }
            for n in names {
                let (shown, n) = n.strip_prefix('*').map_or((false, n), |n| (true, n));
                if shown {
                    self.places[i as usize].name = n;
                }
                self.add(n, Sense::Place(i));
            }
        }
        for (name, seat) in [
            ("Washington", "US"),
            ("Kyiv", "UA"),
            ("New Delhi", "IN"),
            ("Beijing", "CN"),
            ("Moscow", "RU"),
        ] {
            if let Some(&i) = by_name.get(&(name, seat)) {
                self.places[i as usize].rank = Rank::Capital;
            }
        }
        for line in STATES.lines().filter(|l| !l.starts_with('#')) {
            let mut f = line.split('|').map(str::trim);
            let (Some(name), Some(code)) = (f.next(), f.next()) else {
                continue;
            };
            let Some(&i) = divisions.get(&(name, code)) else {
                continue;
            };
            f.next()
                .unwrap_or_default()
                .split_whitespace()
                .for_each(|abbreviation| {
                    self.states.insert(abbreviation, i);
                });
        }
        let us = CountryCode::parse("US");
        for line in COUNTIES.lines() {
            let (Some((name, division)), Some(country)) = (line.split_once('\t'), us) else {
                continue;
            };
            let i = self.places.len() as u32;
            self.places.push(Place {
                name,
                country,
                division,
                point: None,
                people: 50.0,
                rank: Rank::County,
            });
            self.add(name, Sense::Place(i));
        }
        for (i, place) in self.places.iter().enumerate() {
            let best = self
                .first_of_name
                .entry((place.name, place.country))
                .or_insert(i as u32);
            let known = &self.places[*best as usize];
            // A city before the division named after it: Tokyo is the city.
            if (known.rank == Rank::Division && place.rank != Rank::Division)
                || (known.people < place.people && place.rank != Rank::Division)
            {
                *best = i as u32;
            }
        }
    }

    fn add_areas_and_bodies(&mut self) {
        for line in AREAS.lines().filter(|l| !l.starts_with('#')) {
            let mut f = line.split('|').map(str::trim);
            let (Some(names), Some(point)) = (f.next(), point(&mut f)) else {
                continue;
            };
            let i = self.areas.len() as u32;
            let mut names = names.split(';').map(str::trim).peekable();
            let Some(&name) = names.peek() else { continue };
            self.areas.push(Area { name, point });
            names.for_each(|n| self.add(n, Sense::Area(i)));
        }
        for line in BODIES.lines().filter(|l| !l.starts_with('#')) {
            let mut f = line.split('|').map(str::trim);
            let (Some(names), Some(letters)) = (f.next(), f.next()) else {
                continue;
            };
            let country = f.next().and_then(CountryCode::parse);
            let i = self.bodies.len() as u32;
            let mut names = names.split(';').map(str::trim).peekable();
            let Some(&name) = names.peek() else { continue };
            self.bodies.push(Body { name, country });
            names.for_each(|n| self.add(n, Sense::Body(i)));
            for name in letters
                .split(';')
                .map(str::trim)
                .filter(|n| !n.is_empty() && !n.contains('.'))
            {
                self.add_letters(name, Sense::Body(i));
            }
        }
    }

    fn add(&mut self, name: &'static str, sense: Sense) {
        let mut key = String::with_capacity(name.len());
        let mut first_end = 0;
        let mut count = 0u8;
        Tokenizer::new(name).for_each(|t| {
            if count > 0 {
                key.push(' ');
            }
            key.push_str(short(t.term));
            count = count.saturating_add(1);
            if count == 1 {
                first_end = key.len();
            }
        });
        if count == 0 {
            return;
        }
        match self.starts.get_mut(&key[..first_end]) {
            Some(most) => *most = (*most).max(count),
            None => {
                self.starts.insert(key[..first_end].into(), count);
            }
        }
        let at = self.senses.len() as u32;
        let next = self.phrases.insert(key.into_boxed_str(), at).unwrap_or(NONE);
        self.senses.push((sense, next));
    }

    fn add_letters(&mut self, name: &'static str, sense: Sense) {
        let at = self.senses.len() as u32;
        let next = self.letters.insert(name, at).unwrap_or(NONE);
        self.senses.push((sense, next));
    }
}

/// Words that newspapers also write short.
fn short(term: &str) -> &str {
    match term {
        "saint" | "sainte" => "st",
        "mount" => "mt",
        "fort" => "ft",
        _ => term,
    }
}

fn number(field: Option<&str>) -> f32 {
    field.and_then(|f| f.parse().ok()).unwrap_or_default()
}

/// Latitude and longitude, in that order, degrees; none for the null island, where the tables know no place.
fn point<'a>(fields: &mut impl Iterator<Item = &'a str>) -> Option<Point> {
    let (lat, lon) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    (lat != 0.0 || lon != 0.0).then_some(Point { lat, lon })
}

fn row(line: &'static str) -> Option<(&'static str, &'static str, &'static str, Point, f32)> {
    let mut f = line.split('\t');
    let (name, code, division) = (f.next()?, f.next()?, f.next()?);
    Some((name, code, division, point(&mut f)?, number(f.next())))
}
