//! What is each language told by? Its script, its commonest words, the letters it writes them with, how they end: read from
//! `data/languages.txt`.

use rustc_hash::FxHashMap;

/// What each language is told by, a line each: the language, `words`, `letters` or `endings`, and which. The commonest words and some
/// that news is full of, the letters beyond A to Z that its own words are written with (a hyphen stands for those between, rare
/// letters are left out), and endings of its words where these say what others have short words for. Written by hand for this
/// project; free as the code is. Words and endings folded. Words that several languages share say less. Of languages that nothing
/// tells apart the first counts.
const PROFILES: &str = include_str!("data/languages.txt");

/// A set of languages, one bit each by their position in the table.
pub type Set = u64;

/// Most languages of the table.
pub const MOST: usize = Set::BITS as usize;

/// The table, read once.
#[derive(Debug, Default)]
pub struct Profiles {
    /// The languages by position, English first.
    pub tags: Vec<&'static str>,
    /// By script of [`SCRIPTS`] the languages of the table that are written in it; behind them those in Latin letters.
    scripts: Vec<Set>,
    /// For each word the languages among whose commonest it is.
    words: FxHashMap<&'static str, Set>,
    /// For each letter beyond A to Z, by its code, the languages that write their own words with it.
    letters: Vec<Set>,
    /// For each ending the languages whose words end so.
    endings: FxHashMap<&'static str, Set>,
    /// Languages whose letters are listed, or that need none beyond A to Z.
    pub lettered: Set,
    /// Languages with endings: fewer of their words are short words that are listed.
    pub formed: Set,
}

impl Profiles {
    /// Reads the table.
    pub fn new() -> Self {
        let mut all = Self::default();
        for line in PROFILES.lines().filter(|l| !l.starts_with('#')) {
            let mut fields = line.split('|').map(str::trim);
            let (Some(tag), Some(kind), Some(list)) = (fields.next(), fields.next(), fields.next()) else {
                continue;
            };
            let at = all.tags.iter().position(|known| *known == tag).unwrap_or_else(|| {
                all.tags.push(tag);
                all.tags.len() - 1
            });
            let one = 1 << at;
            match kind {
                "words" => list.split(' ').for_each(|w| *all.words.entry(w).or_default() |= one),
                "letters" => {
                    all.lettered |= one;
                    letters(list).for_each(|c| all.add_letter(c, one));
                }
                _ => {
                    all.formed |= one;
                    list.split(' ')
                        .for_each(|end| *all.endings.entry(end).or_default() |= one);
                }
            }
        }
        let set = |tags: &str| {
            let one = |(at, tag): (usize, &&str)| tags.split(' ').any(|t| t == *tag).then_some(1 << at);
            all.tags
                .iter()
                .enumerate()
                .filter_map(one)
                .fold(0, |all, one: Set| all | one)
        };
        all.scripts = SCRIPTS.iter().map(|(_, tags)| set(tags)).collect();
        let other = all.scripts.iter().fold(0, |all, one| all | one) & !set(BOTH);
        let every = Set::MAX.checked_shr((MOST - all.tags.len()) as u32).unwrap_or_default();
        all.scripts.push(every & !other);
        all.lettered |= every & !other;
        all
    }

    /// The languages of the table in a script, by its position in [`SCRIPTS`]; without one those in Latin letters.
    pub fn written_in(&self, script: Option<usize>) -> Set {
        let at = script.unwrap_or(SCRIPTS.len());
        self.scripts.get(at).copied().unwrap_or_default()
    }

    /// The languages among whose commonest words a folded word is.
    pub fn said(&self, term: &str) -> Set {
        self.words.get(term).copied().unwrap_or_default()
    }

    /// All words and endings of the table, with their languages.
    #[cfg(test)]
    pub fn listed(&self) -> impl Iterator<Item = (&'static str, Set)> {
        let words = self.words.iter().chain(&self.endings);
        words.map(|(word, of)| (*word, *of))
    }

    /// The languages that have all letters of a word, and whether it has any beyond A to Z.
    pub fn spelled(&self, raw: &str) -> (Set, bool) {
        if raw.is_ascii() {
            return (Set::MAX, false);
        }
        let (mut all, mut any) = (Set::MAX, false);
        for c in raw.chars().filter(|c| !c.is_ascii()) {
            let of = self.with_letter(c);
            if of != 0 || c.is_alphabetic() && !is_mark(c) {
                all &= if of == 0 { self.with_letter(lower(c)) } else { of };
                any = true;
            }
        }
        // Of the languages without a list of letters nothing is known.
        (all | !self.lettered, any)
    }

    fn add_letter(&mut self, c: char, one: Set) {
        let at = c as usize;
        if self.letters.len() <= at {
            self.letters.resize(at + 1, 0);
        }
        self.letters[at] |= one;
    }

    fn with_letter(&self, c: char) -> Set {
        self.letters.get(c as usize).copied().unwrap_or_default()
    }

    /// The languages whose words end as a folded word does.
    pub fn ended(&self, term: &str) -> Set {
        let ends = term.char_indices().skip(2).map(|(at, _)| &term[at..]);
        // The longest that is listed says most.
        ends.filter_map(|end| self.endings.get(end))
            .next()
            .copied()
            .unwrap_or_default()
    }
}

/// The letters of a list, in which a hyphen stands for those between.
fn letters(list: &str) -> impl Iterator<Item = char> {
    let mut rest = list.chars().peekable();
    std::iter::from_fn(move || {
        let from = rest.next()?;
        if rest.next_if_eq(&'-').is_none() {
            return Some(from..=from);
        }
        Some(from..=rest.next()?)
    })
    .flatten()
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// Marks that letters are written with or without: accents that stand alone, Arabic vowel signs and tatweel.
fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36F | 0x610..=0x61A | 0x640 | 0x64B..=0x65F | 0x670)
}

/// Languages of the table in two scripts.
const BOTH: &str = "sr";

/// The first character of another script than Latin.
const FIRST: u32 = 0x370;

type Script = (std::ops::RangeInclusive<u32>, &'static str);

/// Unicode blocks of scripts, each with the languages that are told apart in it; the first is meant where nothing speaks for
/// another. Kana come before Han: Japanese mixes both.
pub const SCRIPTS: [Script; 25] = [
    (0x3040..=0x30FF, "ja"),
    (0x4E00..=0x9FFF, "zh"),
    (0xAC00..=0xD7AF, "ko"),
    (0x0400..=0x04FF, "ru uk be bg mk sr kk"),
    (0x0600..=0x06FF, "ar fa ur ps"),
    (0x0590..=0x05FF, "he yi"),
    (0x0370..=0x03FF, "el"),
    (0x0E00..=0x0E7F, "th"),
    (0x0900..=0x097F, "hi ne mr"),
    (0x0980..=0x09FF, "bn"),
    (0x0B80..=0x0BFF, "ta"),
    (0x10A0..=0x10FF, "ka"),
    (0x0530..=0x058F, "hy"),
    (0x0A80..=0x0AFF, "gu"),
    (0x0A00..=0x0A7F, "pa"),
    (0x0B00..=0x0B7F, "or"),
    (0x0C00..=0x0C7F, "te"),
    (0x0C80..=0x0CFF, "kn"),
    (0x0D00..=0x0D7F, "ml"),
    (0x0D80..=0x0DFF, "si"),
    (0x0E80..=0x0EFF, "lo"),
    (0x1780..=0x17FF, "km"),
    (0x1000..=0x109F, "my"),
    (0x0F00..=0x0FFF, "bo"),
    (0x1200..=0x137F, "am ti"),
];

/// The script of a word, by its first character and position in [`SCRIPTS`]; nothing for Latin letters and numbers.
pub fn script(term: &str) -> Option<usize> {
    let c = term.chars().next()? as u32;
    if c < FIRST {
        return None;
    }
    SCRIPTS.iter().position(|(range, _)| range.contains(&c))
}
