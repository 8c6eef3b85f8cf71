//! The tables' text, read into the gazetteer.

use crate::listing::{List, among};
use dateline_corpus::{CountryCode, How, Point};
use rustc_hash::FxHashMap;

use super::columns::{Row, rows};
use super::{Area, Body, COUNTY, Gazetteer, Land, Place, Rank, Sense};

/// The countries, as `data/README.md` describes them.
pub const COUNTRIES: &str = include_str!("../data/countries.tsv");
const COUNTRY_NAMES: &str = include_str!("../data/country-names.txt");
pub(super) const CITIES: &str = include_str!("../data/cities.txt");
pub(super) const NAMESAKES: &str = include_str!("../data/namesakes.txt");
pub(super) const DIVISIONS: &str = include_str!("../data/divisions.txt");
const COUNTIES: &str = include_str!("../data/us-counties.tsv");
pub(super) const PLACES: &str = include_str!("../data/place-names.txt");
const AREAS: &str = include_str!("../data/areas.txt");
const BODIES: &str = include_str!("../data/organisations.txt");
const CLUBS: &str = include_str!("../data/clubs.txt");
const STATES: &str = include_str!("../data/us-states.txt");

/// Words that GeoNames adds to a division's name and newspapers leave out.
pub(super) const DIVISION_WORDS: [&str; 16] = [
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

/// Endings of demonyms that have a plural in -s; the French and the Japanese have none.
const PLURAL_ENDINGS: [&str; 14] = [
    "an", "i", "er", "ene", "ot", "Turk", "Greek", "Czech", "Serb", "Croat", "Dane", "Swede", "Finn", "Filipino",
];

/// Names in the tables that news never uses for the place.
const NO_PLACES: &List =
    &List::new("Batman Būsh Olympic Metro Federal Central Commonwealth Republic Centre University");

/// What English-language news calls countries, by their names and abbreviations.
pub fn country_names() -> Vec<(CountryCode, &'static str)> {
    let names = COUNTRY_NAMES.lines().filter(|l| !l.starts_with('#')).flat_map(|line| {
        let mut fields = line.split('|').map(str::trim);
        let code = fields.next().and_then(CountryCode::parse);
        let names = fields.take(2).flat_map(|field| field.split(';'));
        let names = names.map(|name| name.trim().trim_start_matches('~'));
        names
            .filter(|name| !name.is_empty())
            .filter_map(move |name| Some((code?, name)))
    });
    let short = COUNTRIES.lines().filter_map(|line| {
        let mut fields = line.split('\t');
        Some((CountryCode::parse(fields.next()?)?, fields.next()?))
    });
    short.chain(names).collect()
}

impl Gazetteer {
    pub(super) fn add_countries(&mut self) {
        for line in COUNTRIES.lines() {
            let mut f = line.split('\t');
            let (Some(code), Some(name)) = (f.next().and_then(CountryCode::parse), f.next()) else {
                continue;
            };
            let (_capital, point) = (f.next(), point(&mut f));
            self.lands.push(Land {
                code,
                name,
                point,
                demonym: "",
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
                        self.add(name, sense);
                        // Americans, Israelis, Greeks: their people.
                        if hows == How::Demonym && PLURAL_ENDINGS.iter().any(|end| name.ends_with(end)) {
                            self.add(&format!("{name}s"), sense);
                        }
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

    pub(super) fn add_places(&mut self) {
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
            for Row {
                name,
                country: code,
                division,
                point,
                people,
            } in rows(table)
            {
                let Some(country) = CountryCode::parse(code) else {
                    continue;
                };
                let capital = rank == Rank::City && capitals.contains_key(&(code, name));
                let rank = if capital { Rank::Capital } else { rank };
                if among(NO_PLACES, name) {
                    continue;
                }
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
            let division = if f.next().is_some() { COUNTY } else { "" };
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
                    division,
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
            // A city before the division named after it (Tokyo), but not a town before a state (Virginia).
            let weight = |p: &Place| {
                if p.rank == Rank::Division {
                    p.people / 20.0
                } else {
                    p.people
                }
            };
            if weight(known) < weight(place) {
                *best = i as u32;
            }
        }
    }

    pub(super) fn add_areas_and_bodies(&mut self) {
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
        for line in BODIES.lines().chain(CLUBS.lines()).filter(|l| !l.starts_with('#')) {
            let mut f = line.split('|').map(str::trim);
            let Some(names) = f.next() else { continue };
            let letters = f.next().unwrap_or_default();
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
}

fn number(field: Option<&str>) -> f32 {
    field.and_then(|f| f.parse().ok()).unwrap_or_default()
}

/// Latitude and longitude, in that order, degrees; none for the null island, where the tables know no place.
fn point<'a>(fields: &mut impl Iterator<Item = &'a str>) -> Option<Point> {
    let (lat, lon) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    (lat != 0.0 || lon != 0.0).then_some(Point { lat, lon })
}
