//! What are the countries called in other languages, and where does a text in one of them name them?
//!
//! Names are CLDR's in all its languages (`data/exonyms.tsv`); what newspapers write beside them, adjectives and phrases that only
//! look like a country are written for this project (`data/exonyms.txt`), and so are the endings by which languages inflect them
//! (`data/endings.txt`). Capitals and very large cities are CLDR's (`data/towns.tsv`), with others and the seats of governments
//! beside them (`data/towns.txt`). A language more is some lines more. A language's table is made when a text in it is first read.

mod endings;
mod find;
mod names;
mod table;

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use dateline_corpus::CountryCode;

use endings::Forms;
use table::{Columns, Seat, Table, Town, Written};

pub use find::Exonym;

const NAMES: &str = include_str!("../data/exonyms.tsv");
const MORE: &str = include_str!("../data/exonyms.txt");
const ENDINGS: &str = include_str!("../data/endings.txt");
const TOWNS: &str = include_str!("../data/towns.tsv");

/// What towns are called in other languages, beside the names of Unicode CLDR: capitals and large cities that name no time zone,
/// usual forms that CLDR has not, and marks. Written by hand for this project; free as the code is.
///
/// ```text
/// town country | language name; name | language name ...
/// ```
/// The town as the tables of places call it, its country, and by language (tag as in `exonyms.tsv`) its names in the form that
/// dictionaries have, where they differ from English by more than accents. ~ and ~~ as in `exonyms.txt`: also a common word; also
/// another name. A name of CLDR may be repeated so. zh holds both scripts.
///
/// ```text
/// ^ country | language name ...
/// ```
/// Seats of government that stand for their country, and are no town.
const MORE_TOWNS: &str = include_str!("../data/towns.txt");

/// All languages.
#[derive(Debug)]
pub struct Exonyms {
    columns: Columns,
    languages: Vec<Language>,
    /// By country: those it borders.
    neighbours: HashMap<CountryCode, Vec<CountryCode>>,
}

/// One language.
#[derive(Debug)]
pub struct Language {
    tag: &'static str,
    written: Written,
    forms: Forms,
    table: OnceLock<Table>,
}

impl Exonyms {
    /// Looks where the languages' lines are; `countries` is the table of countries, in whose order their columns are.
    pub fn new(countries: &'static str) -> Self {
        let mut forms = endings::read(ENDINGS);
        let mut more = sections(MORE);
        let mut called: HashMap<&str, &str> = TOWNS.lines().filter_map(|l| l.split_once('\t')).collect();
        let mut written = seats(MORE_TOWNS);
        let mut language = |line: &'static str| {
            let (tag, names) = line.split_once('\t')?;
            Some(Language {
                tag,
                written: Written {
                    names,
                    more: more.remove(tag).unwrap_or_default(),
                    towns: called.remove(tag).unwrap_or_default(),
                    seats: written.remove(tag).unwrap_or_default(),
                },
                forms: forms.remove(tag).unwrap_or_default(),
                table: OnceLock::new(),
            })
        };
        let languages = NAMES.lines().filter_map(&mut language).collect();
        let mut neighbours = HashMap::new();
        let mut codes = Vec::new();
        for line in countries.lines() {
            let mut columns = line.split('\t');
            let Some(code) = columns.next().and_then(CountryCode::parse) else {
                continue;
            };
            let beside = columns.next_back().unwrap_or_default().split(',');
            codes.push(code);
            neighbours.insert(code, beside.filter_map(CountryCode::parse).collect());
        }
        Self {
            columns: Columns { codes, towns: towns() },
            languages,
            neighbours,
        }
    }

    /// The tables for a language by its BCP 47 tag; none for English, and for what no table is of. Chinese is looked for in both
    /// scripts, Danish and Norwegian, which short texts do not tell apart, by both, and what else is one language by two tags.
    pub fn of(&self, tag: &str) -> Vec<&Language> {
        let main = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let tags: &[&str] = match main.as_str() {
            "zh" => &["zh", "zh-Hant"],
            "no" | "nb" => &["nb", "no", "da"],
            "da" => &["da", "nb"],
            "iw" => &["he"],
            "in" => &["id"],
            main => &[main],
        };
        let known = |tag: &&str| self.languages.iter().find(|language| language.tag == *tag);
        tags.iter().filter_map(known).collect()
    }
}

impl Language {
    fn table(&self, columns: &Columns) -> &Table {
        self.table
            .get_or_init(|| Table::new(self.tag, !self.forms.are_none(), columns, &self.written))
    }
}

/// The lines of a table by the `[tag]` above them.
fn sections(table: &'static str) -> HashMap<&'static str, Vec<&'static str>> {
    let mut all: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut tag = "";
    for line in table
        .lines()
        .map(str::trim)
        .filter(|l| !l.starts_with('#') && !l.is_empty())
    {
        match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(next) => tag = next,
            None => all.entry(tag).or_default().push(line),
        }
    }
    all
}

/// A town, or a seat of government, as the tables write it: `Beijing CN`, `^ RU`.
fn seat(written: &'static str) -> Option<Seat> {
    let (name, code) = written.rsplit_once(' ')?;
    let code = CountryCode::parse(code)?;
    Some(match name {
        "^" => Seat::Government(code),
        name => Seat::Town((name, code)),
    })
}

/// The towns of both tables: first CLDR's, in the order of its columns.
fn towns() -> Vec<Town> {
    let first = TOWNS.lines().next().unwrap_or_default();
    let cldr = first.split('\t').skip(1);
    let written = MORE_TOWNS.lines().filter(|l| !l.starts_with('#'));
    let written = written.filter_map(|l| l.split('|').next()).map(str::trim);
    let town = |name| match seat(name) {
        Some(Seat::Town(town)) => Some(town),
        _ => None,
    };
    let mut seen = HashSet::new();
    let towns = cldr.chain(written).filter_map(town);
    towns.filter(|town| seen.insert(*town)).collect()
}

/// The towns and seats of government written beside them, by language.
fn seats(table: &'static str) -> HashMap<&'static str, Vec<(Seat, &'static str)>> {
    let mut all: HashMap<&str, Vec<(Seat, &str)>> = HashMap::new();
    for line in table.lines().filter(|l| !l.starts_with('#')) {
        let mut fields = line.split('|').map(str::trim);
        let Some(seat) = fields.next().and_then(seat) else {
            continue;
        };
        for (tag, names) in fields.filter_map(|field| field.split_once(' ')) {
            all.entry(tag).or_default().push((seat, names));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{ENDINGS, MORE, MORE_TOWNS, NAMES, Seat, TOWNS, endings, seats, sections, towns};
    use crate::gazetteer::Gazetteer;

    #[test]
    fn every_written_line_is_of_a_language_that_has_names() {
        let tags: HashSet<&str> = NAMES.lines().filter_map(|l| l.split('\t').next()).collect();
        let cldr = TOWNS.lines().skip(1).filter_map(|l| l.split('\t').next());
        let towns = seats(MORE_TOWNS).into_keys().chain(cldr);
        let written = sections(MORE)
            .into_keys()
            .chain(endings::read(ENDINGS).into_keys())
            .chain(towns);
        let strange: Vec<&str> = written.filter(|tag| !tags.contains(tag)).collect();
        assert_eq!(strange, [""; 0]);
        for (tag, lines) in sections(MORE) {
            for line in lines.iter().filter(|l| !l.starts_with(['!', '&'])) {
                assert_eq!(line.matches('|').count(), 2, "[{tag}] {line}");
            }
        }
    }

    #[test]
    fn every_town_is_in_the_tables_of_places() {
        let gazetteer = Gazetteer::new();
        for (name, code) in towns() {
            assert!(gazetteer.place(name, code).is_some(), "{name} in {code}");
        }
        let lines: Vec<&str> = MORE_TOWNS.lines().filter(|l| !l.starts_with('#')).collect();
        let written: HashSet<Seat> = seats(MORE_TOWNS)
            .into_values()
            .flatten()
            .map(|(seat, _)| seat)
            .collect();
        assert_eq!(
            written.len(),
            lines.len(),
            "a line that cannot be read, or a town twice"
        );
    }
}
