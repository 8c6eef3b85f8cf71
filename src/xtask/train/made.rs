//! What do sentences of our own teach? `sentences.txt` with its slots filled with names from the tables and with made-up ones.
//!
//! The same number gives the same texts. Slots: P a person, p and q the last one's surname and given name, q2 a given name,
//! N a surname; L a city, C a country, V a capital (VV in capitals), D a people, R a division, U a village, S a site; T a team, t one by its town, n by its
//! nickname; F a firm, f the last one in short; A an abbreviation, A1 a station; H a body by its head, h the head; B a band, b the
//! last one; W a work, G one in another language, E an event. O, L and M with words are as they stand, but for `$` and a slot.

use dateline_analysis::tagger::NameKind;

use super::forms::{
    ADJECTIVES, BANDS, BODIES, CLUBS, CODAS, ENDS, EVENTS, FIRMS, FOREIGN, Forms, NICKNAMES, NOUNS, ONSETS, PRODUCTS,
    SITES, STATIONS, TOPICS, VOWELS, WORKS,
};
use dateline_analysis::columns::{Row, rows};

use super::texts::Text;

const SENTENCES: &str = include_str!("sentences.txt");
const CITIES: &str = include_str!("../../analysis/data/cities.txt");
const COUNTRIES: &str = include_str!("../../analysis/data/countries.tsv");
const DEMONYMS: &str = include_str!("../../analysis/data/country-names.txt");
const DIVISIONS: &str = include_str!("../../analysis/data/divisions.txt");
const FIRST: &str = include_str!("../../analysis/data/first-names.txt");
const GIVEN: &str = include_str!("../../analysis/data/given-names.txt");
const SURNAMES: &str = include_str!("../../analysis/data/surnames.txt");

/// The texts with other names for each number.
pub fn texts(number: u64) -> Vec<Text> {
    let sentences = SENTENCES.lines().filter(|l| !l.starts_with('#')).collect::<Vec<_>>();
    let tables = Tables::new();
    sentences
        .split(|line| line.is_empty())
        .filter(|text| !text.is_empty())
        .enumerate()
        .map(|(i, lines)| {
            let mut filler = Filler {
                tables: &tables,
                random: (number << 32) + i as u64 * 977 + 1,
                person: <[String; 2]>::default(),
                firm: String::new(),
                band: String::new(),
                head: String::new(),
                nickname: String::new(),
                product: String::new(),
                towns: Vec::new(),
                villages: Vec::new(),
                stations: Vec::new(),
            };
            let mut text = Text::default();
            for line in lines {
                text.line();
                filler.line(line, &mut text);
            }
            text
        })
        .collect()
}

struct Tables {
    large: Vec<&'static str>,
    cities: Vec<&'static str>,
    countries: Vec<&'static str>,
    capitals: Vec<&'static str>,
    demonyms: Vec<&'static str>,
    states: Vec<&'static str>,
    divisions: Vec<&'static str>,
    given: Vec<&'static str>,
}

impl Tables {
    fn new() -> Self {
        let column = |table: &'static str, n: usize| table.lines().filter_map(move |l| l.split('\t').nth(n));
        let (cities, divisions) = (by_name(CITIES), by_name(DIVISIONS));
        let name = |row: &Row| row.name;
        Self {
            large: cities.iter().filter(|row| row.people > 150.0).map(name).collect(),
            cities: cities.iter().map(name).collect(),
            countries: column(COUNTRIES, 1).collect(),
            capitals: column(COUNTRIES, 2).filter(|c| !c.is_empty()).collect(),
            demonyms: DEMONYMS
                .lines()
                .filter(|l| !l.starts_with('#'))
                .filter_map(|l| l.split('|').nth(3)?.split(';').next())
                .map(|d| d.trim().trim_start_matches('~'))
                .filter(|d| !d.is_empty())
                .collect(),
            states: divisions.iter().filter(|row| row.country == "US").map(name).collect(),
            divisions: divisions.iter().map(name).collect(),
            given: GIVEN
                .lines()
                .filter(|l| !l.starts_with('#'))
                .flat_map(str::split_whitespace)
                .collect(),
        }
    }
}

/// The places of a table by name: the order in which they are drawn from.
fn by_name(table: &'static str) -> Vec<Row> {
    let mut all: Vec<Row> = rows(table).collect();
    all.sort_by_cached_key(|row| {
        let Row {
            name,
            country,
            division,
            point,
            people,
        } = row;
        format!(
            "{name}\t{country}\t{division}\t{:.2}\t{:.2}\t{people}",
            point.lat, point.lon
        )
    });
    all
}

struct Filler<'t> {
    tables: &'t Tables,
    random: u64,
    person: [String; 2],
    firm: String,
    band: String,
    head: String,
    nickname: String,
    product: String,
    towns: Vec<String>,
    villages: Vec<String>,
    stations: Vec<String>,
}

impl Filler<'_> {
    fn line(&mut self, line: &str, text: &mut Text) {
        let mut rest = line;
        while let Some((before, after)) = rest.split_once('[') {
            let (slot, after) = after.split_once(']').unwrap_or((after, ""));
            text.add(before, None);
            let (kind, name) = self.fill(slot);
            text.add(&name, Some(kind));
            rest = after;
        }
        text.add(rest, None);
    }

    fn fill(&mut self, slot: &str) -> (NameKind, String) {
        let (code, words) = slot.split_once(' ').unwrap_or((slot, ""));
        use NameKind::{Body, Other, Person, Place};
        match (code, words) {
            ("O", _) => (Body, self.expand(words)),
            ("M", _) => (Other, self.expand(words)),
            ("L", words) if !words.is_empty() => (Place, self.expand(words)),
            ("P", "") => {
                self.person = self.person();
                (Person, self.person.join(" "))
            }
            ("P", words) => (Person, words.to_owned()),
            ("p" | "q", _) if self.person[1].is_empty() => {
                self.person = self.person();
                (Person, self.person[usize::from(code == "p")].clone())
            }
            ("p", _) => (Person, self.person[1].clone()),
            ("q", _) => (Person, self.person[0].split(' ').next().unwrap_or_default().to_owned()),
            ("q2", _) => (Person, self.given()),
            ("N", _) => (Person, self.surname()),
            ("L", _) => (Place, self.city()),
            ("C", _) => (Place, self.one(&self.tables.countries)),
            ("V", _) => (Place, self.one(&self.tables.capitals)),
            ("VV", _) => (Place, self.one(&self.tables.capitals).to_uppercase()),
            ("R", _) => (Place, self.region()),
            ("D", _) => (Other, self.one(&self.tables.demonyms)),
            ("U", _) => {
                if self.villages.is_empty() || self.chance(50) {
                    let made = self.made();
                    self.villages.push(made);
                }
                (Place, self.one_of(&self.villages.clone()))
            }
            ("S", kind) => (Place, self.formed(SITES, kind)),
            ("T", _) => {
                let town = self.city();
                self.towns.push(town.clone());
                self.nickname = self.word(NICKNAMES);
                let nickname = if self.chance(50) {
                    self.nickname.clone()
                } else {
                    self.word(CLUBS)
                };
                (Body, format!("{town} {nickname}"))
            }
            ("t", _) => {
                if self.towns.is_empty() || self.chance(50) {
                    let town = self.city();
                    self.towns.push(town);
                }
                (Body, self.one_of(&self.towns.clone()))
            }
            ("n", _) => {
                if self.nickname.is_empty() {
                    self.nickname = self.word(NICKNAMES);
                }
                (Body, self.nickname.clone())
            }
            ("F", kind) => {
                let core = self.core();
                self.firm = core.clone();
                let form = self.form(FIRMS, kind);
                (Body, self.expand(&form.replace("$x", &core)))
            }
            ("f", _) => (Body, self.firm.clone()),
            ("A", _) => {
                let length = 2 + self.below(3);
                (Body, (0..length).map(|_| self.letter()).collect())
            }
            ("A1", _) => {
                if self.stations.is_empty() {
                    let station = self.word(STATIONS);
                    let station = self.expand(&station);
                    self.stations.push(station);
                }
                (Body, self.stations[0].clone())
            }
            ("H", kind) => {
                let name = self.formed(BODIES, kind);
                self.head = name.split(' ').next_back().unwrap_or_default().to_owned();
                (Body, name)
            }
            ("h", _) => (Body, self.head.clone()),
            ("B", _) => {
                let form = self.word(BANDS);
                self.band = self.expand(&form);
                (Body, self.band.clone())
            }
            ("b", _) => (Body, self.band.clone()),
            ("G", _) => {
                let form = self.word(FOREIGN);
                (Other, self.expand(&form))
            }
            ("K", _) => {
                if self.product.is_empty() || self.chance(20) {
                    let form = self.word(PRODUCTS);
                    self.product = self.expand(&form);
                }
                (Other, self.product.clone())
            }
            ("E", _) => {
                let form = self.word(EVENTS);
                (Other, self.expand(&form))
            }
            _ => {
                let form = self.word(WORKS);
                (Other, self.expand(&form))
            }
        }
    }

    fn form(&mut self, forms: &Forms, kind: &str) -> String {
        let forms = forms.iter().find(|f| f.0 == kind).map_or(forms[0].1, |f| f.1);
        self.word(forms)
    }

    fn formed(&mut self, forms: &Forms, kind: &str) -> String {
        let form = self.form(forms, kind);
        self.expand(&form)
    }

    /// Fills what `$` marks in a form.
    fn expand(&mut self, form: &str) -> String {
        let mut out = String::new();
        let mut chars = form.chars();
        while let Some(c) = chars.next() {
            let filled = match (c, if c == '$' { chars.next() } else { None }) {
                (_, Some('x')) => self.core(),
                (_, Some('y' | 'p')) => self.surname(),
                (_, Some('z')) => self.word(TOPICS),
                (_, Some('a')) => self.word(ADJECTIVES),
                (_, Some('n')) => self.word(NOUNS),
                (_, Some('l' | 'L')) => self.city(),
                (_, Some('c' | 'C')) => self.one(&self.tables.countries),
                (_, Some('d')) => self.one(&self.tables.demonyms),
                (_, Some('r' | 'R')) => self.region(),
                (_, Some('u' | 'U')) => self.made(),
                (_, Some('1')) => self.letter().to_string(),
                _ => c.to_string(),
            };
            out += &filled;
        }
        out
    }

    fn core(&mut self) -> String {
        match self.below(10) {
            0..4 => self.surname(),
            4..7 => self.made(),
            7 => self.word(ADJECTIVES),
            8 => self.word(NOUNS),
            _ => self.city(),
        }
    }

    fn person(&mut self) -> [String; 2] {
        match self.below(20) {
            0..8 => [self.given(), self.surname()],
            8..10 => [format!("{} {}.", self.given(), self.letter()), self.surname()],
            10..15 => [self.given(), self.made()],
            15..18 => [self.made(), self.made()],
            18 => [self.made(), format!("van {}", self.made())],
            _ => [format!("{} {}", self.given(), self.given()), self.surname()],
        }
    }

    fn given(&mut self) -> String {
        if self.chance(60) {
            capital(self.word(FIRST).split('\t').next().unwrap_or_default())
        } else {
            capital(&self.one(&self.tables.given))
        }
    }

    fn surname(&mut self) -> String {
        if self.chance(60) {
            capital(&self.word(SURNAMES))
        } else {
            self.made()
        }
    }

    fn city(&mut self) -> String {
        if self.chance(70) {
            self.one(&self.tables.large)
        } else {
            self.one(&self.tables.cities)
        }
    }

    fn region(&mut self) -> String {
        if self.chance(60) {
            self.one(&self.tables.states)
        } else {
            self.one(&self.tables.divisions)
        }
    }

    /// A word that is on no list.
    fn made(&mut self) -> String {
        let syllables = 1 + self.below(2);
        let mut name = String::new();
        for _ in 0..syllables {
            name += &self.word(ONSETS);
            name += &self.word(VOWELS);
            if self.chance(40) {
                name += &self.word(CODAS);
            }
        }
        if syllables == 1 || self.chance(60) {
            name += &self.word(ONSETS);
            name += &self.word(ENDS);
        }
        capital(&name)
    }

    fn letter(&mut self) -> char {
        (b'A' + self.below(26) as u8) as char
    }

    fn word(&mut self, list: &'static str) -> String {
        let list: Vec<&str> = list.split_whitespace().collect();
        self.one_of(&list).replace('~', " ")
    }

    fn one(&mut self, list: &[&str]) -> String {
        self.one_of(list)
    }

    fn one_of<S: AsRef<str>>(&mut self, list: &[S]) -> String {
        let at = self.below(list.len());
        list[at].as_ref().to_owned()
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn below(&mut self, limit: usize) -> usize {
        self.random = self
            .random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.random >> 33) as usize % limit.max(1)
    }
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
