//! Which country's local paper does a text read like? Such papers name no country, and their Paris is in Texas or Ontario.
//!
//! Each sign is a word or phrase for something that goes by another name elsewhere. It counts once, by a weight set by hand;
//! a text of at least [`LEAST`] for one country and less for every other reads like a paper of that country.

use dateline_corpus::CountryCode;
use rustc_hash::FxHashMap;

use crate::words::{Case, Gap, Words};

const LEAST: i32 = 2;

/// Countries whose towns are named after one another's and after capitals.
const COUNTRIES: [&str; 3] = ["US", "GB", "CA"];

/// Signs by country, weight 2: found in hardly any other country's papers. Folded.
const STRONG: [&[&str]; COUNTRIES.len()] = [
    &[
        "sheriff",
        "elementary school",
        "school district",
        "board of education",
        "board of selectmen",
        "grand jury",
        "county commissioners",
        "highway patrol",
    ],
    &[
        "borough council",
        "primary school",
        "secondary school",
        "crown court",
        "magistrates court",
        "parish council",
        "detective constable",
        "detective sergeant",
        "a levels",
        "gcse",
        "county councillor",
    ],
    &["rcmp", "opp", "const", "mla", "mpp", "first nations"],
];

/// Signs of weight 1: found elsewhere too.
const PLAIN: [&[&str]; COUNTRIES.len()] = [
    &[
        "township",
        "police department",
        "fire department",
        "middle school",
        "high school",
        "junior high",
        "school board",
        "city council",
        "city manager",
        "city hall",
        "district attorney",
        "county commission",
        "county court",
        "funeral home",
        "memorial hospital",
        "state police",
        "state trooper",
        "baptist church",
        "methodist church",
        "boy scouts",
        "social security",
        "super bowl",
        "freshman",
        "sophomore",
        "varsity",
        "republican",
        "center",
        "neighborhood",
        "color",
        "labor",
        "honor",
        "favorite",
        "program",
        "theater",
        "downtown",
    ],
    &[
        "councillor",
        "councillors",
        "cllr",
        "borough",
        "pupils",
        "headteacher",
        "constabulary",
        "mp",
        "tory",
        "pence",
        "town centre",
        "leisure centre",
        "community centre",
        "catholic primary",
        "village hall",
        "a e",
        "nhs",
    ],
    &[
        "riding",
        "councillor",
        "elementary school",
        "community centre",
        "mp",
        "city hall",
    ],
];

/// Spelt so nowhere in the United States: each counts one against.
const NOT_AMERICAN: [&str; 12] = [
    "centre",
    "neighbourhood",
    "colour",
    "labour",
    "honour",
    "favourite",
    "programme",
    "theatre",
    "organisation",
    "metres",
    "kilometres",
    "tyre",
];

/// Signs that are no fixed phrase: country, weight.
const SHAPES: [(usize, i32); 5] = [TELEPHONE, COUNTY, AVENUE, PARTY, PROVINCE_TELEPHONE];
const TELEPHONE: (usize, i32) = (0, 2);
const COUNTY: (usize, i32) = (0, 1);
const AVENUE: (usize, i32) = (0, 1);
const PARTY: (usize, i32) = (0, 2);
const PROVINCE_TELEPHONE: (usize, i32) = (2, 1);

/// The words that any sign may start with, or that its shape is known by; digits aside.
pub(crate) fn starts() -> impl Iterator<Item = &'static str> {
    let phrases = STRONG.iter().chain(&PLAIN).flat_map(|list| list.iter());
    let first = phrases
        .chain(&NOT_AMERICAN)
        .filter_map(|phrase| phrase.split(' ').next());
    first.chain(["county", "counties", "ave", "blvd", "d", "r", "st", "dr", "rd", "ln"])
}

/// A phrase, its country and its weight.
#[derive(Debug)]
struct Sign {
    phrase: &'static str,
    country: usize,
    weight: i32,
}

/// The signs by their first word: most words of a text begin none.
#[derive(Debug)]
pub struct Signs {
    list: Vec<Sign>,
    starts: FxHashMap<&'static str, Vec<usize>>,
}

impl Signs {
    /// Builds the index.
    pub fn new() -> Self {
        let mut list = Vec::new();
        for (lists, weight) in [(STRONG, 2), (PLAIN, 1)] {
            for (country, phrases) in lists.iter().enumerate() {
                list.extend(phrases.iter().map(|phrase| Sign {
                    phrase,
                    country,
                    weight,
                }));
            }
        }
        list.extend(NOT_AMERICAN.iter().map(|phrase| Sign {
            phrase,
            country: 0,
            weight: -1,
        }));
        let mut starts: FxHashMap<_, Vec<_>> = FxHashMap::default();
        for (i, sign) in list.iter().enumerate() {
            let first = sign.phrase.split(' ').next().unwrap_or_default();
            starts.entry(first).or_default().push(i);
        }
        Self { list, starts }
    }

    /// The country whose local paper the text reads like.
    pub fn home(&self, words: &Words<'_>) -> Option<CountryCode> {
        if by_agency(words) {
            return None;
        }
        let mut seen = vec![false; self.list.len()];
        let mut shapes = [false; SHAPES.len()];
        for i in (0..words.len()).filter(|&i| words.listed(i).starts_local() || words.numeric(i)) {
            for &sign in self.starts.get(words.term(i)).into_iter().flatten() {
                seen[sign] = seen[sign] || phrase(words, i, self.list[sign].phrase);
            }
            if telephone(words, i) {
                (shapes[0], shapes[4]) = (true, true);
            }
            let term = words.term(i);
            shapes[1] |=
                matches!(term, "county" | "counties") && words.cap(i) && i > 0 && words.cap(i - 1) && words.follows(i);
            shapes[2] |= matches!(term, "ave" | "blvd") && words.cap(i) || numbered_street(words, i);
            shapes[3] |= matches!(term, "d" | "r") && words.cap(i) && words.glued(i + 1) && words.cap(i + 1);
        }
        let mut sums = [0; COUNTRIES.len()];
        for (sign, _) in self.list.iter().zip(&seen).filter(|(_, seen)| **seen) {
            sums[sign.country] += sign.weight;
        }
        for ((country, weight), _) in SHAPES.iter().zip(shapes).filter(|(_, seen)| *seen) {
            sums[*country] += weight;
        }
        let best = (0..sums.len()).max_by_key(|&i| (sums[i], std::cmp::Reverse(i)))?;
        let alone = (0..sums.len()).all(|i| i == best || sums[i] < sums[best]);
        (alone && sums[best] >= LEAST).then(|| CountryCode::parse(COUNTRIES[best]))?
    }
}

/// `LONDON (Reuters) -`: written for papers everywhere.
fn by_agency(words: &Words<'_>) -> bool {
    (1..5).any(|i| {
        words.gap(i).has(Gap::OPEN)
            && (i + 1..i + 4).any(|k| words.gap(k).has(Gap::CLOSE) && words.gap(k).has(Gap::PAUSE))
    })
}

fn phrase(words: &Words<'_>, i: usize, sign: &str) -> bool {
    let mut parts = sign.split(' ').enumerate();
    parts.all(|(k, part)| words.term(i + k) == part && (k == 0 || words.follows(i + k)))
}

/// `806-423-1253`, `(806) 423-1253`: the North American numbering plan.
fn telephone(words: &Words<'_>, i: usize) -> bool {
    let digits = |k: usize, n: usize| words.raw(k).len() == n && words.raw(k).bytes().all(|b| b.is_ascii_digit());
    words.glued(i + 1) && digits(i, 3) && digits(i + 1, 4)
}

/// `411 Main St.`, `1301 Upper Lafayette Dr.`
fn numbered_street(words: &Words<'_>, i: usize) -> bool {
    let number = |back: usize| i >= back && words.get(i - back).is_some_and(|w| w.case == Case::Number);
    matches!(words.term(i), "st" | "dr" | "rd" | "ln") && words.cap(i) && (number(2) || number(3))
}

#[cfg(test)]
mod tests {
    use super::Signs;
    use crate::lexicon::Lexicon;
    use crate::words::Words;

    #[test]
    fn a_local_paper_is_known_by_its_institutions() {
        let (signs, lexicon) = (Signs::new(), Lexicon::new());
        let check = |text: &str, expect: Option<&str>| {
            let home = signs.home(&Words::new(text, &lexicon)).map(|c| c.to_string());
            assert_eq!(home.as_deref(), expect, "{text}");
        };
        check(
            "The school board met at Paris High School. Call 806-423-1253.",
            Some("US"),
        );
        check("The borough council will move the bins, a councillor said.", Some("GB"));
        check("RCMP Const. Roe stopped the car.", Some("CA"));
        check("The president flew home.", None);
        check(
            "LONDON (Reuters) - The sheriff and the school district went to court.",
            None,
        );
    }
}
