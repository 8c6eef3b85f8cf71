//! Which of the tagger's names fit what the rules know for certain?
//!
//! The texts that were learned from are no news: they have no `Japan-South Korea relations` and no `Japan’s Foreign Ministry`.
//! A country known by name is one name, and neither a hyphen nor a possessive joins it to another; a people is no place.

use super::page::Page;
use super::{KINDS, NameKind, Named, OUTSIDE};
use crate::firms::describes;
use crate::lexicon::Kind;
use crate::surnames::PEOPLES;
use crate::times::tables::month;
use crate::words::Gap;

/// Rules' readings, see [`super::page::READINGS`].
const PERSON: u8 = 1;
/// See [`PERSON`].
const BODY: u8 = 2;
/// See [`PERSON`].
pub const COUNTRY: u8 = 3;
/// See [`COUNTRY`].
const DEMONYM: u8 = 4;
/// See [`COUNTRY`].
const AREA: u8 = 7;

/// Cuts names where they cannot go on, leaves out what is no name of its kind. Time: linear.
pub fn fit(page: &Page<'_, '_>, names: Vec<Named>) -> Vec<Named> {
    let reading = |i: usize| page.fact(i).rules / 2;
    let geographic = |i: usize| (COUNTRY..=AREA).contains(&reading(i));
    let words = page.sight.words;
    let mut fitting = Vec::with_capacity(names.len());
    for name in names {
        let mut from = name.from;
        for i in name.from + 1..=name.to {
            let cut = i < name.to
                && (words.possessive(i - 1)
                    && (geographic(i - 1) || page.fact(i).rules == PERSON * 2 || i > from + 1 && page.fact(i - 1).heads())
                    || words.glued(i) && geographic(i - 1) && page.fact(i).begins()
                    // `(AP) — Larkspur Devices said`.
                    || words.gap(i).has(Gap::PAUSE) && words.gap(i).has(Gap::SPACE)
                    // `British Airways, Air France and Deutsche Bank`.
                    || name.kind == NameKind::Body
                        && words.gap(i).has(Gap::COMMA)
                        && words.listed(i).kind() != Some(Kind::Company)
                        && !words.listed(i).is_suffix()
                    // A sentence may end with an abbreviation: `at the U.N. North Macedonia hopes`, `Washington, D.C. Police`.
                    || words.raw(i - 1).ends_with('.')
                        && (reading(i) == COUNTRY && page.fact(i).begins()
                            || geographic(i - 1) && words.gap(i - 1).has(Gap::COMMA)));
            if i == name.to || cut {
                let whole = from == name.from && i == name.to;
                let kind = if whole {
                    name.kind
                } else {
                    read_as(page, from).unwrap_or(name.kind)
                };
                // What is left of a name and is an ordinary word is none: `Washington, D.C. Police`.
                if whole || !words.listed(from).is_common() || i > from + 1 {
                    fitting.push(Named { from, to: i, kind });
                }
                from = i;
            }
        }
    }
    // What the tables know for a body is one: `analysts at Morgan Stanley`.
    for name in fitting.iter_mut().filter(|name| name.kind == NameKind::Place) {
        let whole = (name.from + 1..name.to).all(|i| reading(i) == BODY && !page.fact(i).begins());
        let ends = reading(name.to) != BODY || page.fact(name.to).begins();
        if page.fact(name.from).is_table_body() && page.fact(name.from).rules == BODY * 2 && whole && ends {
            name.kind = NameKind::Body;
        }
    }
    for name in fitting.iter_mut().filter(|name| name.kind == NameKind::Body) {
        // A list of subjects is one body's: the rules have its end.
        let mut end = name.from + 1;
        while reading(end) == BODY && !page.fact(end).begins() {
            end += 1;
        }
        let listed = reading(name.from) == BODY && (name.from + 1..end).any(|i| words.gap(i).has(Gap::COMMA));
        if listed {
            name.to = end;
        }
        name.from += usize::from(name.to > name.from + 1 && describes(page.sight, name.from));
    }
    fitting.retain(|name| {
        // `Jan 16`, `2 Feb`.
        let day = month(words.term(name.from)).is_some()
            && name.to == name.from + 1
            && (words.numeric(name.to) || name.from > 0 && words.numeric(name.from - 1));
        // `“Go,” he said`.
        let common = name.kind == NameKind::Person
            && name.to == name.from + 1
            && words.weak(name.from)
            && words.listed(name.from).is_word()
            && reading(name.from) != PERSON;
        if day || common {
            return false;
        }
        let all = |readings: std::ops::RangeInclusive<u8>| (name.from..name.to).all(|i| readings.contains(&reading(i)));
        let people = PEOPLES.contains(&words.term(name.to - 1));
        name.kind != NameKind::Place || !(people || all(DEMONYM..=DEMONYM))
    });
    // Where the rules' tables have the place, they have its ends.
    for name in &mut fitting {
        let place = name.kind == NameKind::Place;
        let starts = |i: usize| geographic(i) && page.fact(i).begins();
        let known = (name.from..name.to).find(|&i| starts(i) && reading(i) != DEMONYM);
        if let Some(from) = known.filter(|_| place) {
            let mut to = from + 1;
            while to < words.len() && geographic(to) && !page.fact(to).begins() {
                to += 1;
            }
            let longer =
                name.from <= from && name.to > to && words.cap(name.to - 1) || name.from < from && name.to >= to;
            if !longer || reading(from) == COUNTRY && name.from == from {
                (name.from, name.to) = (from, to);
            }
        }
    }
    for name in fitting.iter_mut().filter(|name| name.kind == NameKind::Person) {
        // What lists or a title spoke for is not cut short.
        let further = |i: usize| reading(i) == PERSON && !page.fact(i).begins();
        while further(name.from) {
            name.from -= 1;
        }
        while further(name.to) {
            name.to += 1;
        }
        // A title is no part of a name, but where the rules keep it: `King Abdullah`.
        let begins = (name.from..name.to).find(|&i| page.fact(i).rules == PERSON * 2);
        let titled = page
            .sight
            .lexicon
            .titles_at(words, name.from)
            .filter(|&end| end < name.to);
        name.from = begins.or(titled).unwrap_or(name.from);
    }
    fitting.dedup_by(|b, a| b.from < a.to);
    fitting
}

/// The kind that the rules read a word as.
fn read_as(page: &Page<'_, '_>, i: usize) -> Option<NameKind> {
    Some(page.fact(i).tag())
        .filter(|tag| *tag != OUTSIDE)
        .map(|tag| KINDS[(tag - 1) / 2])
}
