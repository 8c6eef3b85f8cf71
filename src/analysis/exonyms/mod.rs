//! What are the countries called in other languages, and where does a text in one of them name them?
//!
//! Names are CLDR's in all its languages (`data/exonyms.tsv`); what newspapers write beside them, adjectives and phrases that only
//! look like a country are written for this project (`data/exonyms.txt`), and so are the endings by which languages inflect them
//! (`data/endings.txt`). A language more is some lines more. A language's table is made when a text in it is first read.

mod endings;
mod find;
mod table;

use std::collections::HashMap;
use std::sync::OnceLock;

use dateline_corpus::CountryCode;

use endings::Forms;
use table::Table;

pub use find::Exonym;

const NAMES: &str = include_str!("../data/exonyms.tsv");
const MORE: &str = include_str!("../data/exonyms.txt");
const ENDINGS: &str = include_str!("../data/endings.txt");

/// All languages.
#[derive(Debug)]
pub struct Exonyms {
    codes: Vec<CountryCode>,
    languages: Vec<Language>,
    /// By country: those it borders.
    neighbours: HashMap<CountryCode, Vec<CountryCode>>,
}

/// One language.
#[derive(Debug)]
pub struct Language {
    tag: &'static str,
    names: &'static str,
    more: Vec<&'static str>,
    forms: Forms,
    table: OnceLock<Table>,
}

impl Exonyms {
    /// Looks where the languages' lines are; `countries` is the table of countries, in whose order their columns are.
    pub fn new(countries: &'static str) -> Self {
        let mut forms = endings::read(ENDINGS);
        let mut more = sections(MORE);
        let mut language = |line: &'static str| {
            let (tag, names) = line.split_once('\t')?;
            Some(Language {
                tag,
                names,
                more: more.remove(tag).unwrap_or_default(),
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
            codes,
            languages,
            neighbours,
        }
    }

    /// The tables for a language by its BCP 47 tag; none for English, and for what no table is of. Chinese is looked for in both
    /// scripts, and what else is one language by two tags.
    pub fn of(&self, tag: &str) -> Vec<&Language> {
        let main = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let tags: &[&str] = match main.as_str() {
            "zh" => &["zh", "zh-Hant"],
            "no" | "nb" => &["nb", "no"],
            "iw" => &["he"],
            "in" => &["id"],
            main => &[main],
        };
        let known = |tag: &&str| self.languages.iter().find(|language| language.tag == *tag);
        tags.iter().filter_map(known).collect()
    }
}

impl Language {
    fn table(&self, codes: &[CountryCode]) -> &Table {
        self.table
            .get_or_init(|| Table::new(self.tag, codes, self.names, &self.more))
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

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{ENDINGS, MORE, NAMES, endings, sections};

    #[test]
    fn every_written_line_is_of_a_language_that_has_names() {
        let tags: HashSet<&str> = NAMES.lines().filter_map(|l| l.split('\t').next()).collect();
        let written = sections(MORE).into_keys().chain(endings::read(ENDINGS).into_keys());
        let strange: Vec<&str> = written.filter(|tag| !tags.contains(tag)).collect();
        assert_eq!(strange, [""; 0]);
        for (tag, lines) in sections(MORE) {
            for line in lines.iter().filter(|l| !l.starts_with(['!', '&'])) {
                assert_eq!(line.matches('|').count(), 2, "[{tag}] {line}");
            }
        }
    }
}
