//! What a search returns to JavaScript.
//!
//! A result has some hundred strings and numbers, and each that crosses to JavaScript alone takes as long as searching for it
//! does. So its lists cross as two values, of which `dateline.js` makes objects:
//!
//! ```text
//! text     all strings, one behind the other
//! numbers  hits    { id, title, outlet, date, place, score, pieces { length × 2 + 1 where it matches } }
//!          facets  { group, values { key, name, articles, mentions, standing } }
//! ```
//! A string is its length in units of UTF-16, a list begins with its length, a score is the bits of a float. A date that is not
//! known is empty; standing is 0 where it is neither, 1 picked, 2 excluded, and 4 more where it is corrected.

use dateline_engine::query::Problem;
use dateline_engine::view::{Correction, Facet, FacetValue, Hit, Met, View};
use serde::Serialize;

/// What has no lists worth it: `{total, met, missing, understood, problems, corrections}`.
#[derive(Debug, Serialize)]
pub struct Head {
    total: u32,
    met: Met,
    missing: Vec<String>,
    understood: String,
    problems: Vec<Problem>,
    corrections: Vec<Correction>,
}

/// The hits, and the facets by group, each most articles first.
#[derive(Debug, Default)]
pub struct Lists {
    /// See the module.
    pub text: String,
    /// See the module.
    pub numbers: Vec<u32>,
}

/// A result in the form in which it crosses.
pub fn parted(view: View) -> (Head, Lists) {
    let mut lists = Lists::default();
    lists.list(&view.hits, Lists::hit);
    lists.list(&view.facets, Lists::facet);
    let head = Head {
        total: view.total,
        met: view.met,
        missing: view.missing,
        understood: view.understood,
        problems: view.problems,
        corrections: view.corrections,
    };
    (head, lists)
}

impl Lists {
    fn list<T>(&mut self, all: &[T], mut one: impl FnMut(&mut Self, &T)) {
        self.numbers.push(all.len() as u32);
        all.iter().for_each(|each| one(self, each));
    }

    /// Appends strings that are one in JavaScript.
    fn string<'a>(&mut self, pieces: impl IntoIterator<Item = &'a str>) {
        let from = self.text.len();
        pieces.into_iter().for_each(|piece| self.text.push_str(piece));
        self.numbers.push(utf16(&self.text[from..]));
    }

    fn hit(&mut self, hit: &Hit) {
        self.string([hit.id.as_str()]);
        self.string(hit.title.iter().map(|piece| piece.text.as_str()));
        self.string([hit.outlet.as_str()]);
        let date = hit.date.map(|date| date.to_string());
        self.string(date.as_deref());
        self.string([hit.place.as_str()]);
        self.numbers.push(hit.score.to_bits());
        self.list(&hit.snippet, |lists, piece| {
            lists.text.push_str(&piece.text);
            lists.numbers.push(utf16(&piece.text) << 1 | u32::from(piece.matched));
        });
    }

    fn facet(&mut self, facet: &Facet) {
        self.string([facet.group.word()]);
        self.list(&facet.values, Self::value);
    }

    fn value(&mut self, value: &FacetValue) {
        self.string([value.key.as_str()]);
        self.string([value.name.as_str()]);
        let standing = value.standing.map_or(0, |excluded| 1 + u32::from(excluded)) | u32::from(value.corrected) << 2;
        self.numbers.extend([value.articles, value.mentions, standing]);
    }
}

/// The length of a string in JavaScript.
fn utf16(text: &str) -> u32 {
    let units = match text.is_ascii() {
        true => text.len(),
        false => text.chars().map(char::len_utf16).sum(),
    };
    units as u32
}

#[cfg(test)]
mod tests {
    use dateline_corpus::{Date, Group};
    use dateline_engine::view::{Facet, FacetValue, Hit, Piece, View};

    use super::parted;

    #[test]
    fn strings_are_found_again_by_their_lengths_in_javascript() {
        let piece = |text: &str, matched| Piece {
            text: text.into(),
            matched,
        };
        let hit = |id: &str, date: &str| Hit {
            id: id.into(),
            title: vec![piece("On ", false), piece("Łódź", true)],
            titled: true,
            outlet: String::new(),
            date: Date::parse_iso(date),
            place: "北京".into(),
            score: 1.5,
            snippet: vec![piece("a 🗾 ", false), piece("map", true)],
        };
        let value = |key: &str, standing| FacetValue {
            key: key.into(),
            name: format!("Name of {key}"),
            articles: 3,
            mentions: 7,
            standing,
            corrected: key == "KP",
        };
        let facet = Facet {
            group: Group::Country,
            values: vec![value("JP", None), value("KP", Some(false)), value("", Some(true))],
            total: 3,
        };
        let view = View {
            hits: vec![hit("a", "2017-03-16"), hit("b\u{0}", "")],
            facets: vec![facet],
            ..View::default()
        };
        let (_, lists) = parted(view);
        let units: Vec<u16> = lists.text.encode_utf16().collect();
        let (mut at, mut numbers) = (0, lists.numbers.iter().copied());
        let mut said = String::new();
        let mut number = || numbers.next().unwrap();
        let mut string = |length: u32| {
            at += length as usize;
            String::from_utf16(&units[at - length as usize..at]).unwrap()
        };
        for _ in 0..number() {
            (0..5).for_each(|_| said += &format!("{}|", string(number())));
            said += &format!("{}|", f32::from_bits(number()));
            for _ in 0..number() {
                let piece = number();
                said += &format!("{}:{}|", string(piece >> 1), piece & 1);
            }
            said.push('\n');
        }
        for _ in 0..number() {
            said += &format!("{}|", string(number()));
            for _ in 0..number() {
                said += &format!("{} ({}) ", string(number()), string(number()));
                said += &format!("{} {} {}|", number(), number(), number());
            }
        }
        assert_eq!((numbers.next(), at), (None, units.len()));
        assert_eq!(
            said,
            "a|On Łódź||2017-03-16|北京|1.5|a 🗾 :0|map:1|\nb\u{0}|On Łódź|||北京|1.5|a 🗾 :0|map:1|\n\
             country|JP (Name of JP) 3 7 0|KP (Name of KP) 3 7 5| (Name of ) 3 7 2|"
        );
    }
}
