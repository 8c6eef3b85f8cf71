//! What one language calls the countries: CLDR's names, what newspapers write beside them, adjectives.

use std::borrow::Cow;

use dateline_corpus::{CountryCode, How};
use rustc_hash::{FxHashMap, FxHashSet};

use super::names::{nisba, readings, words};

/// A phrase that names a country, or that only looks so.
#[derive(Debug)]
pub struct Phrase {
    /// Its words, [`plain`](super::names::plain).
    pub words: Vec<String>,
    /// The country; none of what only looks so: the Indian Ocean.
    pub code: Option<CountryCode>,
    /// By name; for adjectives and names of a people by demonym, for towns by place, for seats of government by metonym.
    pub how: How,
    /// The town that it is, where it is one.
    pub town: Option<Town>,
    /// By how much it is also something else.
    pub weak: Weak,
    /// Of letters that stand for a country each (`日韓`): these.
    pub each: Vec<CountryCode>,
    /// The words of it that are the name, where the others only tell that it is meant (`tại Nhật`): the first, and one past the last.
    pub core: Option<(usize, usize)>,
    /// It begins with a capital, where the script has them.
    pub capital: bool,
    /// So does every word of it, and must in the text: `Le Cap`, a town, is not `Le cap`. Of countries only the first must, since
    /// writers differ (`Corée du sud`).
    pub capitals: bool,
    /// It is an abbreviation, written just so but for full stops.
    pub letters: Option<Box<str>>,
}

/// How much evidence a phrase needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weak {
    /// None.
    No,
    /// It is also a common word: a capital within a sentence, or what a name needs.
    Word,
    /// It is also another name: the country or one beside it must be named.
    Name,
}

/// A town as the tables of places call it, and its country.
pub type Town = (&'static str, CountryCode);

/// What is written of one language, in every table.
#[derive(Debug, Default)]
pub struct Written {
    /// CLDR's names of the countries, separated by tabs.
    pub names: &'static str,
    /// The lines beside it.
    pub more: Vec<&'static str>,
    /// CLDR's names of towns, separated by tabs.
    pub towns: &'static str,
    /// Further names of towns, and those of seats of government; with semicolons between.
    pub seats: Vec<(Seat, &'static str)>,
}

/// What the lines of all languages are about.
#[derive(Debug, Default)]
pub struct Columns {
    /// The countries, in the order of CLDR's names.
    pub codes: Vec<CountryCode>,
    /// The towns: first those of CLDR, in the order of its names.
    pub towns: Vec<Town>,
}

/// A place that stands for its country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Seat {
    /// A town.
    Town(Town),
    /// The seat of a country's government.
    Government(CountryCode),
}

/// One language's phrases.
#[derive(Debug, Default)]
pub struct Table {
    /// All of them.
    pub phrases: Vec<Phrase>,
    starts: FxHashMap<String, Vec<u32>>,
    has_forms: bool,
}

/// The letters that a word and whatever is a form of it begin with.
fn stem(word: &str) -> &str {
    let end = word.char_indices().nth(2).map_or(word.len(), |(at, _)| at);
    &word[..end]
}

/// By what a phrase is looked up: the letters that its first word and whatever is a form of it begin with; in a language without
/// forms, whose words are mostly single letters, its first word or two.
fn start<'w>(first: &'w str, second: Option<&str>, has_forms: bool) -> Cow<'w, str> {
    match second {
        _ if has_forms => Cow::Borrowed(stem(first)),
        None => Cow::Borrowed(first),
        Some(second) => Cow::Owned([first, " ", second].concat()),
    }
}

impl Table {
    /// From what is written of the language of this tag, whose words have other forms or none.
    pub fn new(tag: &str, has_forms: bool, columns: &Columns, written: &Written) -> Self {
        let mut table = Self {
            has_forms,
            ..Self::default()
        };
        // What is written here says more of a name than CLDR does: it comes first, and a phrase stays as it was first.
        for line in &written.more {
            if let Some(others) = line.strip_prefix('!') {
                others.split(';').for_each(|other| table.add(other, None, How::Name));
                continue;
            }
            if let Some(letters) = line.strip_prefix('&') {
                letters.split(';').for_each(|row| table.add_letters(row));
                continue;
            }
            let mut fields = line.split('|').map(str::trim);
            let code = fields.next().and_then(CountryCode::parse);
            if let (Some(code), Some(names), Some(adjectives)) = (code, fields.next(), fields.next()) {
                names.split(';').for_each(|name| table.add(name, Some(code), How::Name));
                let adjectives = adjectives.split(';');
                adjectives.for_each(|name| table.add(name, Some(code), How::Demonym));
            }
        }
        for (code, names) in columns.codes.iter().zip(written.names.split('\t')) {
            for name in names.split(';') {
                for name in readings(name) {
                    table.add(name, Some(*code), How::Name);
                    if tag == "ar" {
                        table.add_adjectives(name, *code);
                    }
                }
            }
        }
        let cldr = columns
            .towns
            .iter()
            .map(|town| Seat::Town(*town))
            .zip(written.towns.split('\t'));
        for (seat, names) in written.seats.iter().copied().chain(cldr) {
            names
                .split(';')
                .flat_map(readings)
                .for_each(|name| table.add_seat(name, seat));
        }
        let named: FxHashSet<Town> = table.phrases.iter().filter_map(|phrase| phrase.town).collect();
        for town in columns.towns.iter().filter(|town| !named.contains(town)) {
            table.add_seat(town.0, Seat::Town(*town));
        }
        table.find_cores();
        table
    }

    /// Names that are also something else, within longer phrases for the same country.
    fn find_cores(&mut self) {
        let mut names: FxHashMap<CountryCode, Vec<Vec<String>>> = FxHashMap::default();
        for phrase in self.phrases.iter().filter(|phrase| phrase.weak != Weak::No) {
            let code = phrase.code.into_iter();
            code.for_each(|code| names.entry(code).or_default().push(phrase.words.clone()));
        }
        for phrase in &mut self.phrases {
            let Some(names) = phrase.code.and_then(|code| names.get(&code)) else {
                continue;
            };
            let within = |name: &Vec<String>| {
                let shorter = name.len() < phrase.words.len();
                let at = phrase.words.windows(name.len()).position(|words| words == name);
                at.filter(|_| shorter).map(|at| (at, at + name.len()))
            };
            phrase.core = names.iter().filter_map(within).max_by_key(|(from, to)| to - from);
        }
    }

    fn add(&mut self, name: &str, code: Option<CountryCode>, how: How) {
        let name = name.trim();
        let bare = name.trim_start_matches('~').trim_start();
        let (weak, name) = match name.len() - name.trim_start_matches('~').len() {
            0 => (Weak::No, bare),
            1 => (Weak::Word, bare),
            _ => (Weak::Name, bare),
        };
        let words = words(name);
        let Some(first) = words.first() else { return };
        let start = start(first, words.get(1).map(String::as_str), self.has_forms);
        let ids = self.starts.entry(start.into_owned()).or_default();
        if ids.iter().any(|id| self.phrases[*id as usize].words == words) {
            return;
        }
        ids.push(self.phrases.len() as u32);
        let letters: String = name.chars().filter(|c| !matches!(c, '.' | ' ' | '\u{a0}')).collect();
        let spelt = letters.chars().count() > 1 && letters.chars().all(char::is_uppercase);
        self.phrases.push(Phrase {
            capital: name.starts_with(char::is_uppercase),
            capitals: matches!(how, How::Place | How::Metonym)
                && name
                    .split([' ', '-', '\u{a0}'])
                    .all(|word| word.starts_with(char::is_uppercase)),
            letters: spelt.then(|| letters.into()),
            words,
            code,
            how,
            town: None,
            weak,
            core: None,
            each: Vec::new(),
        });
    }

    /// A town or a seat of government; a phrase that only looked like a country may be one: Monaco di Baviera.
    fn add_seat(&mut self, name: &str, seat: Seat) {
        let (code, how, town) = match seat {
            Seat::Town(town) => (town.1, How::Place, Some(town)),
            Seat::Government(code) => (code, How::Metonym, None),
        };
        let before = self.phrases.len();
        self.add(name, Some(code), how);
        if let Some(phrase) = self.phrases.get_mut(before) {
            phrase.town = town;
            return;
        }
        let words = words(name);
        let same = |phrase: &&mut Phrase| phrase.code.is_none() && phrase.words == words;
        if let Some(phrase) = self.phrases.iter_mut().find(same) {
            (phrase.code, phrase.how, phrase.town) = (Some(code), how, town);
        }
    }

    /// Arabic adjectives of a country's name, which are as weak as it is.
    fn add_adjectives(&mut self, name: &str, code: CountryCode) {
        let words = words(name);
        let same = |phrase: &&Phrase| phrase.words == words;
        let known = words
            .first()
            .and_then(|first| self.starting(first, words.get(1).map(String::as_str)).find(same));
        let mark = match known.map(|phrase| phrase.weak) {
            Some(Weak::Word) => "~",
            Some(Weak::Name) => "~~",
            _ => "",
        };
        for adjective in nisba(name) {
            self.add(&format!("{mark}{adjective}"), Some(code), How::Demonym);
        }
    }

    /// Letters that stand for a country each, with their codes behind.
    fn add_letters(&mut self, row: &str) {
        let mut fields = row.split_whitespace();
        let Some(letters) = fields.next() else { return };
        let each: Vec<CountryCode> = fields.filter_map(CountryCode::parse).collect();
        let before = self.phrases.len();
        self.add(letters, each.first().copied(), How::Name);
        if let Some(phrase) = self.phrases.get_mut(before) {
            phrase.each = each;
        }
    }

    /// The phrases whose first word a [`plain`](super::names::plain) word may be a form of; in a language without forms only those that go on with the
    /// `second`, or do not go on.
    pub fn starting(&self, word: &str, second: Option<&str>) -> impl Iterator<Item = &Phrase> {
        let ids = |second| {
            let start = start(word, second, self.has_forms);
            self.starts.get(start.as_ref()).map_or(&[][..], Vec::as_slice)
        };
        let further = second
            .filter(|_| !self.has_forms)
            .map_or(&[][..], |second| ids(Some(second)));
        ids(None).iter().chain(further).map(|id| &self.phrases[*id as usize])
    }
}

#[cfg(test)]
mod tests {
    use dateline_corpus::{CountryCode, How};

    use super::{Columns, Seat, Table, Weak, Written};

    fn codes() -> Vec<CountryCode> {
        ["JP", "MM"].into_iter().filter_map(CountryCode::parse).collect()
    }

    #[test]
    fn what_is_written_beside_cldr_comes_first() {
        let more = ["JP | ~Japan; JPN; in Japan | japanisch", "! Japanisches Meer"];
        let japan = codes()[0];
        let (tokyo, kyoto, osaka) = (("Tokyo", japan), ("Kyoto", japan), ("Osaka", japan));
        let columns = Columns {
            codes: codes(),
            towns: vec![tokyo, kyoto, osaka],
        };
        let written = Written {
            names: "Japan\tMyanmar (Birma)",
            more: more.into(),
            towns: "Tokio\t",
            seats: vec![
                (Seat::Government(japan), "Kantei"),
                (Seat::Town(osaka), "Ohsaka; Japan; Japanisches Meer"),
            ],
        };
        let table = Table::new("de", true, &columns, &written);
        let mut seen = Vec::new();
        for phrase in &table.phrases {
            seen.push((
                phrase.words.join(" "),
                phrase.weak != Weak::No,
                phrase.how == How::Demonym,
            ));
        }
        let row = |words: &str, weak, demonym| (words.to_owned(), weak, demonym);
        assert_eq!(
            seen,
            [
                row("japan", true, false),
                row("jpn", false, false),
                row("in japan", false, false),
                row("japanisch", false, true),
                row("japanisches meer", false, false),
                row("myanmar", false, false),
                row("birma", false, false),
                row("kantei", false, false),
                row("ohsaka", false, false),
                row("tokio", false, false),
                row("kyoto", false, false),
            ]
        );
        assert_eq!(table.phrases[1].letters.as_deref(), Some("JPN"));
        let town = |k: usize| (table.phrases[k].how, table.phrases[k].town);
        assert_eq!(town(0), (How::Name, None), "a country's name stays one");
        assert_eq!(
            town(4),
            (How::Place, Some(osaka)),
            "what only looked like a country may be a town"
        );
        assert_eq!(town(7), (How::Metonym, None));
        assert_eq!(town(8), (How::Place, Some(osaka)));
        assert_eq!(town(9), (How::Place, Some(tokyo)));
        assert_eq!(
            town(10),
            (How::Place, Some(kyoto)),
            "as in English where nothing is written"
        );
        assert_eq!(table.phrases.iter().filter(|phrase| phrase.core.is_some()).count(), 1);
        assert_eq!(table.phrases[2].core, Some((1, 2)));
        assert_eq!(table.starting("japans", None).count(), 3);
        let table = Table::new("de", false, &columns, &written);
        let starting = |word, second| {
            table
                .starting(word, second)
                .map(|phrase| phrase.words.join(" "))
                .collect::<Vec<_>>()
        };
        assert_eq!(starting("japan", None), ["japan"]);
        assert_eq!(starting("japanisches", Some("meer")), ["japanisches meer"]);
        assert!(starting("japans", None).is_empty() && starting("japanisches", Some("haus")).is_empty());
    }
}
