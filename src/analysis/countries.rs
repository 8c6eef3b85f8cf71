//! Does a name that is also something else mean the country here? Georgia, Jordan, Turkey, Chad, Congo, Korea.

use crate::listing::{List, among};
use dateline_corpus::{CountryCode, How};

use crate::container::{container, set_off};
use crate::evidence::placed;
use crate::gazetteer::{Hit, Rank, Sense};
use crate::lexicon::Kind;
use crate::places::View;
use crate::words::{Case, Gap};

/// Names and adjectives in use for things, not for the country: what follows decides.
const PRODUCTS: [(&str, &[&str]); 26] = [
    (
        "french",
        &["fries", "toast", "press", "horn", "kiss", "bulldog", "quarter"],
    ),
    ("danish", &["pastry", "pastries"]),
    ("dutch", &["oven", "auction"]),
    ("swiss", &["cheese", "chard", "army"]),
    ("german", &["shepherd", "shepherds", "measles"]),
    ("turkish", &["delight", "bath", "baths"]),
    ("persian", &["cat", "cats", "rug", "rugs", "gulf"]),
    ("chinese", &["checkers"]),
    (
        "indian",
        &[
            "summer",
            "reservation",
            "tribe",
            "tribes",
            "ocean",
            "country",
            "affairs",
            "wells",
            "river",
            "creek",
            "hill",
            "hills",
            "trail",
            "springs",
            "school",
            "village",
            "lake",
        ],
    ),
    ("brazil", &["nut", "nuts"]),
    ("panama", &["hat", "hats"]),
    ("guinea", &["pig", "pigs", "fowl", "fowls", "hen", "hens"]),
    ("canada", &["goose", "geese"]),
    ("jersey", &["cow", "cows", "cattle", "barrier", "barriers"]),
    ("chile", &["pepper", "peppers"]),
    ("bermuda", &["shorts", "grass", "triangle"]),
    ("spanish", &["flu", "moss", "omelette"]),
    ("greek", &["yogurt", "yoghurt", "salad"]),
    ("mexican", &["standoff", "wave"]),
    ("russian", &["roulette", "doll", "dolls"]),
    ("belgian", &["waffle", "waffles"]),
    ("cuban", &["sandwich", "sandwiches"]),
    ("canadian", &["bacon"]),
    ("egyptian", &["cotton"]),
    ("irish", &["coffee", "setter", "stew"]),
    (
        "english",
        &[
            "channel",
            "breakfast",
            "muffin",
            "muffins",
            "language",
            "teacher",
            "class",
            "classes",
            "bulldog",
            "department",
            "lessons",
            "literature",
        ],
    ),
];

/// Languages are named like demonyms; behind these words the language is meant.
const SPEECH: &List =
    &List::new("in speak speaks speaking spoke spoken learn learning into teach teaching teaches fluent understand");
/// How many words of a list of languages are looked at.
const LISTED: usize = 8;
const LANGUAGES: &List = &List::new(
    "english french german spanish italian portuguese dutch russian chinese japanese korean polish greek turkish \
    swedish danish finnish hungarian vietnamese thai",
);

/// Where a country's phrase stands.
#[derive(Clone, Copy, Debug)]
pub struct Naming<'a, 't> {
    /// The text and what it says.
    pub view: View<'a, 't>,
    /// First word and one past the last.
    pub range: (usize, usize),
}

impl Naming<'_, '_> {
    /// The country that a phrase means here and how it names it; none where it means no country.
    pub fn of(&self, hit: Hit) -> Option<(CountryCode, How)> {
        self.view
            .gazetteer
            .senses(hit)
            .find_map(|sense| match sense {
                Sense::Country { code, how, weak } => self.resolve(code, how, weak).map(|c| (c, how)),
                _ => None,
            })
            .filter(|(code, how)| *how != How::Name || !self.namesake(hit, *code))
    }

    /// Whether a town of the country's name is meant: Palestine in a text about Texas that names nothing else of Palestine.
    fn namesake(&self, hit: Hit, code: CountryCode) -> bool {
        let evidence = self.view.evidence;
        if self.in_state() {
            return true;
        }
        let own = self.view.gazetteer.senses(hit).filter_map(|s| {
            if let Sense::Place(p) = s {
                Some(&self.view.gazetteer.places[p as usize])
            } else {
                None
            }
        });
        let mut towns = own.filter(|p| p.country != code && matches!(p.rank, Rank::City | Rank::Town));
        towns.any(|p| {
            (evidence.of_division(p.country, p.division) > 0 || (p.rank == Rank::City && evidence.at_home(p.country)))
                && evidence.only_of(&[p.country, code])
        }) && evidence.demonyms_of(code) == 0
    }

    /// Whether a state of the United States is written right behind it, set off as a town's is: `Peru, Indiana, voted`.
    fn in_state(&self) -> bool {
        let (view, (from, to)) = (self.view, self.range);
        let words = view.words;
        let firm = container(view, from, to).is_some_and(|c| c.firm && c.division.is_some());
        let end = view.gazetteer.find(words, to).map_or(to + 1, |hit| hit.to);
        firm && set_off(words, from, end)
    }

    /// Whether a thing is meant that is called after the country: `Panama hats`.
    pub fn ware(&self) -> bool {
        let (words, (from, to)) = (self.view.words, self.range);
        let things = PRODUCTS.iter().find(|(term, _)| *term == words.term(from));
        to == from + 1 && words.follows(to) && things.is_some_and(|(_, things)| things.contains(&words.term(to)))
    }

    fn resolve(&self, code: CountryCode, how: How, weak: bool) -> Option<CountryCode> {
        let words = self.view.words;
        let (from, to) = self.range;
        let term = words.term(from);
        // A river may lie in other countries: `the Niger River flooded in Mali`, `on Lake Malawi`.
        let river = words.follows(to) && matches!(words.term(to), "river" | "rivers");
        let lake =
            from > 0 && words.follows(from) && words.cap(from - 1) && matches!(words.term(from - 1), "lake" | "river");
        if how == How::Name && (river || lake) {
            return None;
        }
        // `the Hong Kong Flu virus`: where it was first found.
        let flu = words.follows(to) && words.term(to) == "flu";
        if flu && (words.cap(to) && !words.weak(to) || words.term(to + 1) == "virus") {
            return None;
        }
        if to == from + 1 && how != How::Metonym {
            let next = words.term(to);
            if self.ware() {
                return None;
            }
            // `5.5 million Swiss francs`: a sum, not the country.
            const MONEY: &List = &List::new(
                "dollar dollars franc francs pound pounds peso pesos rupee rupees dinar dinars krone kroner krona kronor \
                 shilling shillings yuan yen won ruble rubles rouble roubles lira liras rial rials riyal riyals",
            );
            if how == How::Demonym && words.follows(to) && words.is(to, MONEY) && from > 0 && self.counted(from) {
                return None;
            }
            // `US$400 million`, `40 US dollars`: a currency.
            let after = &words.text[words.get(from).map_or(0, |w| w.end)..];
            if words.raw(from) == "US" && (after.starts_with(['$', '€', '£']) || matches!(next, "dollar" | "dollars"))
            {
                return None;
            }
            if among(LANGUAGES, term) && from > 0 && self.language(from, to) {
                return None;
            }
            // In a line of capitals the case says nothing.
            if words.get(from).is_some_and(|w| w.case == Case::Upper)
                && words.weak(from)
                && matches!(term, "polish" | "pole" | "poles" | "turkey" | "finn")
            {
                return None;
            }
            if term == "polish"
                && words.weak(from)
                && !words.cap(to)
                && self.view.evidence.of(code) == 0
                && matches!(next, "the" | "your" | "it" | "off" | "up")
            {
                return None;
            }
        }
        if weak { self.decide(code, term) } else { Some(code) }
    }

    /// Whether a number stands before word `i`: `5`, `5.5 million`.
    fn counted(&self, i: usize) -> bool {
        let words = self.view.words;
        let many = usize::from(i > 1 && words.is(i - 1, "million billion trillion thousand hundred"));
        words.follows(i) && words.numeric(i - 1 - many)
    }

    fn language(&self, from: usize, to: usize) -> bool {
        let words = self.view.words;
        let before = words.term(from - 1);
        let next = words.term(to);
        let alone = !words.follows(to)
            || !words.cap(to)
                && (words.listed(to).kind() == Some(Kind::Stop)
                    || matches!(next, "language" | "speaker" | "speakers" | "speaking"));
        // `speaks French, Spanish and Mandarin Chinese`; *in German, Russian and Turkish cities* is no such list.
        let listed = |i: usize| words.is(i, LANGUAGES) || matches!(words.term(i), "and" | "or" | "arabic");
        let list = (from.saturating_sub(LISTED)..from).rev().find(|&i| !listed(i));
        let spoken = list.is_some_and(|i| {
            i + 1 < from && words.is(i, SPEECH) && !matches!(words.term(i), "in" | "into") && words.follows(i + 1)
        });
        let tongue = words.follows(from) && matches!(before, "mandarin" | "cantonese");
        words.follows(from) && among(SPEECH, before) && alone
            || spoken && alone
            || tongue
            || words.follows(to) && matches!(words.term(to), "language" | "speaking" | "speaker" | "speakers")
    }

    fn decide(&self, code: CountryCode, term: &str) -> Option<CountryCode> {
        let at = |c: &str| CountryCode::parse(c);
        let any = |codes: &[&str]| {
            codes
                .iter()
                .filter_map(|c| CountryCode::parse(c))
                .map(|c| self.view.evidence.of(c))
                .sum::<u32>()
        };
        let (words, from) = (self.view.words, self.range.0);
        let near = placed(words, from) || words.possessive(self.range.1 - 1);
        match code.as_str() {
            // The US state unless the text is about the Caucasus and names no other state.
            "GE" => {
                let states: u32 = self
                    .view
                    .evidence
                    .divisions
                    .iter()
                    .filter(|((c, d), _)| c.as_str() == "US" && *d != "GA")
                    .map(|(_, n)| n)
                    .sum();
                let caucasus = any(&["RU", "AM", "AZ", "UA", "TR", "GE", "MD", "BY", "KZ"])
                    + 3 * self.view.evidence.seat_of(code)
                    + self.view.evidence.alone_of(code);
                let state = words.gap(from).has(Gap::COMMA) && words.gap(from).only(Gap::COMMA.and(Gap::SPACE));
                if term == "georgian" {
                    (states <= caucasus).then_some(code)
                } else if caucasus > states && !(state && caucasus < 2) {
                    Some(code)
                } else {
                    None
                }
            }
            "JO" => (near
                || any(&[
                    "SY", "IL", "IQ", "SA", "EG", "LB", "PS", "JO", "KW", "IR", "AE", "QA", "YE",
                ]) > 0
                || self.listed())
            .then_some(code),
            "TR" => (!words.weak(from)
                || words.possessive(from)
                || self.view.evidence.of(code) > 0
                || any(&["SY", "RU", "GR", "DE", "IQ", "CY", "BG"]) > 0)
                .then_some(code),
            "TD" => (near || self.listed() || any(&["SD", "NE", "NG", "CM", "CF", "LY", "ML"]) > 0).then_some(code),
            "TG" => (near || self.listed() || any(&["BJ", "GH", "BF", "NG", "CI"]) > 0).then_some(code),
            "CD" => {
                let named = |c: &str| at(c).map_or(0, |c| self.view.evidence.seat_of(c));
                let brazzaville = named("CG") > named("CD");
                if brazzaville { at("CG") } else { Some(code) }
            }
            // Bare Korea: the South, unless only the North is spoken of.
            "KR" => {
                if any(&["KR"]) == 0 && any(&["KP"]) > 1 {
                    at("KP")
                } else {
                    Some(code)
                }
            }
            "IN" => {
                let before = if from > 0 { words.term(from - 1) } else { "" };
                (!matches!(
                    before,
                    "american" | "americans" | "native" | "plains" | "red" | "canadian" | "west" | "cleveland"
                ))
                .then_some(code)
            }
            "DO" => {
                if any(&["DM"]) > 0 {
                    at("DM")
                } else {
                    Some(code)
                }
            }
            "RU" => Some(code),
            // The Islamic Republic, the Persian, the Rada: of what the text speaks of anyway.
            "IR" | "UA" => (any(&[code.as_str()]) > 0).then_some(code),
            "MK" => Some(code),
            _ => Some(code),
        }
    }

    /// Between commas among other countries: `Syria, Jordan and Iraq`.
    fn listed(&self) -> bool {
        let (from, to) = self.range;
        let country = |i: usize| {
            self.view.words.cap(i)
                && self.view.gazetteer.find(self.view.words, i).is_some_and(|h| {
                    self.view
                        .gazetteer
                        .senses(h)
                        .any(|s| matches!(s, Sense::Country { weak: false, .. }))
                })
        };
        let skip = usize::from(matches!(self.view.words.term(to), "and" | "or"));
        let back = usize::from(from > 1 && matches!(self.view.words.term(from - 1), "and" | "or"));
        country(to + skip) || (from > back && country(from - 1 - back))
    }
}
