//! Which of the tagger's names fit what the rules know for certain?
//!
//! The texts that were learned from are no news: they have no `Japan-South Korea relations` and no `Japan’s Foreign Ministry`.
//! A country known by name is one name, and neither a hyphen nor a possessive joins it to another; a people is no place.

use super::page::Page;
use super::{KINDS, NameKind, Named, OUTSIDE};
use crate::belief::TREATIES;
use crate::firms::describes;
use crate::letters::behind_name;
use crate::lexicon::Kind;
use crate::listing::{List, among};
use crate::organisations::THINGS;
use crate::surnames::PEOPLES;
use crate::times::tables::month;
use crate::words::{Case, Gap};

/// Rules' readings, see [`super::page::READINGS`].
pub const PERSON: u8 = 1;
/// See [`PERSON`].
pub const BODY: u8 = 2;
/// See [`PERSON`].
pub const COUNTRY: u8 = 3;
/// See [`COUNTRY`].
const DEMONYM: u8 = 4;
/// See [`COUNTRY`].
const AREA: u8 = 7;

/// What is called by the name of whoever found it.
const EPONYMS: &List = &List::new(
    "conjecture theorem transition effect equation equations metric metrics manifold manifolds condensate \
    condensation constant algorithm syndrome scheme scale hypothesis paradox test",
);

/// Cuts names where they cannot go on, leaves out what is no name of its kind. Time: linear.
pub fn fit(page: &Page<'_, '_>, names: Vec<Named>) -> Vec<Named> {
    let mut fitting = pieces(page, names);
    for name in &mut fitting {
        match name.kind {
            NameKind::Place | NameKind::Person if is_known_body(page, name) => name.kind = NameKind::Body,
            NameKind::Place if advises(page, name) => name.kind = NameKind::Body,
            _ => {}
        }
        if name.kind == NameKind::Body {
            fit_body(page, name);
        }
    }
    fitting.retain(|name| !is_none(page, name));
    for name in &mut fitting {
        if name.kind == NameKind::Place {
            fit_place(page, name);
        }
        if name.kind == NameKind::Body && (has_nickname(page, name) || lives(page, name)) {
            name.kind = NameKind::Person;
        }
        if name.kind == NameKind::Person {
            fit_person(page, name);
        }
    }
    // `John Hipkin KC` is no body called KC.
    let words = page.sight.words;
    fitting.dedup_by(|b, a| {
        b.from < a.to || a.kind == NameKind::Person && b.from == a.to && (b.from..b.to).all(|i| behind_name(words, i))
    });
    fitting
}

/// How the rules read a word, beginning or going on.
fn reading(page: &Page<'_, '_>, i: usize) -> u8 {
    page.fact(i).rules / 2
}

/// Whether the rules see a country, a people, a place or an area.
fn is_geographic(page: &Page<'_, '_>, i: usize) -> bool {
    (COUNTRY..=AREA).contains(&reading(page, i))
}

/// Whether the rules' reading of the word before goes on here.
fn goes_on(page: &Page<'_, '_>, i: usize, read: u8) -> bool {
    reading(page, i) == read && !page.fact(i).begins()
}

/// The pieces of names that are left when each is cut where it cannot go on, but for those that are ordinary words.
fn pieces(page: &Page<'_, '_>, names: Vec<Named>) -> Vec<Named> {
    let words = page.sight.words;
    let mut pieces = Vec::with_capacity(names.len());
    for name in names {
        let mut from = name.from;
        for i in name.from + 1..=name.to {
            let cut = i < name.to && is_cut(page, &name, from, i);
            if i < name.to && !cut {
                continue;
            }
            let whole = from == name.from && i == name.to;
            let read = read_as(page, from);
            let kind = if whole { name.kind } else { read.unwrap_or(name.kind) };
            // What is left of a name and is an ordinary word is none: `Washington, D.C. Police`. Nor is somebody's what the
            // rules know nothing of.
            let owned = name.kind == NameKind::Person && from > name.from && words.possessive(from - 1);
            if whole || !(words.listed(from).is_common() && i == from + 1 || owned && read.is_none()) {
                pieces.push(Named { from, to: i, kind });
            }
            from = i + usize::from(cut && words.term(i) == "and");
        }
    }
    pieces
}

/// Whether a name of which a piece starts at word `from` cannot go on at word `i`.
fn is_cut(page: &Page<'_, '_>, name: &Named, from: usize, i: usize) -> bool {
    let words = page.sight.words;
    let gap = words.gap(i);
    let geographic = || is_geographic(page, i - 1);
    let owner = || {
        // Nobody is called so: `Mr. Hu's European tour`.
        name.kind == NameKind::Person
            || geographic()
            || page.fact(i).rules == PERSON * 2
            || i > from + 1 && page.fact(i - 1).heads()
    };
    // `British Airways, Air France and Deutsche Bank`.
    let listed = || !(words.listed(i).kind() == Some(Kind::Company) || words.listed(i).is_suffix());
    // A sentence may end with an abbreviation: `at the U.N. North Macedonia hopes`, `Washington, D.C. Police`.
    let anew =
        || reading(page, i) == COUNTRY && page.fact(i).begins() || geographic() && words.gap(i - 1).has(Gap::COMMA);
    words.possessive(i - 1) && owner()
        || words.glued(i) && geographic() && page.fact(i).begins()
        // `(AP) — Larkspur Devices said`.
        || gap.has(Gap::PAUSE) && gap.has(Gap::SPACE)
        || matches!(name.kind, NameKind::Body | NameKind::Person) && gap.has(Gap::COMMA) && listed()
        || name.kind == NameKind::Body && two_bodies(page, from, i, name.to)
        || words.raw(i - 1).ends_with('.') && anew()
}

/// What the tables know for a body is one: `analysts at Morgan Stanley`.
fn is_known_body(page: &Page<'_, '_>, name: &Named) -> bool {
    let first = page.fact(name.from);
    first.is_table_body()
        && first.rules == BODY * 2
        && (name.from + 1..name.to).all(|i| goes_on(page, i, BODY))
        && !goes_on(page, name.to, BODY)
}

/// `Ruth Gregory of Capital Economics`.
fn advises(page: &Page<'_, '_>, name: &Named) -> bool {
    const ADVISERS: &List = &List::new("economics research analytics advisors advisers consulting securities ventures");
    name.to > name.from + 1 && page.sight.words.is(name.to - 1, ADVISERS)
}

/// The ends of a body; some are places.
fn fit_body(page: &Page<'_, '_>, name: &mut Named) {
    let words = page.sight.words;
    // A list of subjects is one body's: the rules have its end. `Ministry of Health and Welfare`.
    let mut end = name.from + 1;
    while goes_on(page, end, BODY) {
        end += 1;
    }
    let more = name.to < end && words.term(name.to) == "and";
    let listed = (name.from + 1..end).any(|i| words.gap(i).has(Gap::COMMA));
    if reading(page, name.from) == BODY && (listed || more) {
        name.to = end;
    }
    name.from += usize::from(name.to > name.from + 1 && describes(page.sight, name.from));
    // `10th Panzer Division`.
    let unit = words.is(
        name.to - 1,
        "division brigade regiment battalion army corps fleet squadron infantry wing",
    );
    if unit && name.from > 0 && words.follows(name.from) {
        name.from -= usize::from(
            words.numeric(name.from - 1) && words.raw(name.from - 1).ends_with(|c: char| "thsrd".contains(c)),
        );
    }
    // `Vale of Glamorgan`, `Forest of Dean`; `Second Thomas Shoal`.
    let shoal = name.to > name.from + 1 && words.is(name.to - 1, "shoal shoals reef atoll islet");
    let vale = words.is(name.from, "vale forest isle") && words.is(name.from + 1, "of") && name.to == name.from + 3;
    if shoal || vale {
        name.kind = NameKind::Place;
    }
}

/// Whether it is no name of its kind.
fn is_none(page: &Page<'_, '_>, name: &Named) -> bool {
    // `a 350MW plant`, `at 1030 GMT`, `wrote on X`; the station 6PR is a name.
    const UNITS: &List = &List::new(
        "mw gw kw kwh mwh gwh twh kv mm cm km kg mg ml mph kmh kph hp mhz ghz hz bn m k tn ft lb lbs oz ppm c",
    );
    // `C$9.8 billion`, `Sh120 million`, `Rs 450 crore`.
    const MONEY: &List = &List::new("rs re sh ksh kshs tsh tshs ush ushs tk rm rmb");
    let words = page.sight.words;
    let single = name.to == name.from + 1;
    let person = name.kind == NameKind::Person && reading(page, name.from) != PERSON;
    // `Jan 16`, `2 Feb`.
    let day = || {
        month(words.term(name.from)).is_some()
            && (words.numeric(name.to) || name.from > 0 && words.numeric(name.from - 1))
    };
    // `“Go,” he said`.
    let common = || person && words.weak(name.from) && words.listed(name.from).is_word();
    let measure = || {
        let unit = words.term(name.from).trim_start_matches(|c: char| c.is_ascii_digit());
        let letters = words.term(name.from).trim_end_matches(|c: char| c.is_ascii_digit());
        let sums = letters.len() < words.term(name.from).len() || words.numeric(name.to) && words.follows(name.to);
        let after = words.get(name.from).and_then(|word| words.text.get(word.end..));
        let sign = letters.len() < 4 && after.is_some_and(|text| text.starts_with(['$', '€', '£', '¥', '₹']));
        page.fact(name.from).rules == 0
            && (words.numeric(name.from) && among(UNITS, unit)
                || sign
                || sums && among(MONEY, letters)
                || words.is(name.from, THINGS)
                || words.raw(name.from) == "X")
    };
    // `the Vienna Convention`, `the Paris Agreement`.
    let treaty = || {
        let place = || page.sight.gazetteer.find_before(words, name.from, name.to);
        matches!(name.kind, NameKind::Place | NameKind::Body)
            && words.is(name.to - 1, TREATIES)
            && place().is_some_and(|hit| hit.to + 1 == name.to)
    };
    // `the Mott transition`, `Kähler metrics`: named after somebody.
    let eponym = || person && words.follows(name.to) && !words.possessive(name.to - 1) && words.is(name.to, EPONYMS);
    let people = || {
        name.kind == NameKind::Place
            && (words.is(name.to - 1, PEOPLES) || (name.from..name.to).all(|i| reading(page, i) == DEMONYM))
    };
    single && (day() || common() || measure()) || treaty() || eponym() || people()
}

/// Where the rules' tables have the place, they have its ends.
fn fit_place(page: &Page<'_, '_>, name: &mut Named) {
    let words = page.sight.words;
    let starts = |i: usize| is_geographic(page, i) && page.fact(i).begins() && reading(page, i) != DEMONYM;
    let Some(from) = (name.from..name.to).find(|&i| starts(i)) else {
        return;
    };
    let mut to = from + 1;
    while to < words.len() && is_geographic(page, to) && !page.fact(to).begins() {
        to += 1;
    }
    let longer = name.from <= from && name.to > to && words.cap(name.to - 1) || name.from < from && name.to >= to;
    if !longer || reading(page, from) == COUNTRY && name.from == from {
        (name.from, name.to) = (from, to);
    }
}

/// Whether the rules read a person with a nickname.
fn has_nickname(page: &Page<'_, '_>, name: &Named) -> bool {
    let mut last = name.from;
    while goes_on(page, last + 1, PERSON) {
        last += 1;
    }
    page.fact(name.from).rules == PERSON * 2
        && last >= name.to
        && (name.from..last).any(|i| page.sight.words.gap(i + 1).has(Gap::QUOTE))
}

/// The ends of a person's name.
fn fit_person(page: &Page<'_, '_>, name: &mut Named) {
    let words = page.sight.words;
    // What lists or a title spoke for is not cut short.
    while goes_on(page, name.from, PERSON) {
        name.from -= 1;
    }
    while goes_on(page, name.to, PERSON) {
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
    while name.to > name.from + 1 && behind_name(words, name.to - 1) {
        name.to -= 1;
    }
}

/// Whether *and* at word `i` joins two names of several words each, which the rules do not read as one body: `British Airways and
/// Air India`, but `Center for Strategic and International Studies`.
fn two_bodies(page: &Page<'_, '_>, from: usize, i: usize, to: usize) -> bool {
    let words = page.sight.words;
    if words.term(i) != "and" || i < from + 2 || to < i + 3 || page.fact(i).rules == BODY * 2 + 1 {
        return false;
    }
    (from..to).all(|k| k == i || words.cap(k))
}

/// Whether two words that no table has do what only people do: `Pep Guardiola told reporters`, `Rishabh Pant, 27,`.
fn lives(page: &Page<'_, '_>, name: &Named) -> bool {
    const LIVES: &List = &List::new(
        "told scored died tweeted wrote smiled laughed married resigned grew retired who whose joked recalled testified \
                         replied shouted wept slept aged pleaded spoke",
    );
    let words = page.sight.words;
    let unknown = |i: usize| {
        let fact = page.fact(i);
        fact.rules == 0 && words.listed(i).kind().is_none() && words.get(i).is_some_and(|w| w.case == Case::Title)
    };
    let plain = (name.from..name.to).all(|i| words.listed(i).is_word()) && !words.listed(name.to - 1).is_surname();
    let to = name.to;
    let aged = words.gap(to).has(Gap::COMMA)
        && words.raw(to).len() == 2
        && words.numeric(to)
        && words.gap(to + 1).has(Gap::COMMA);
    let who = words.gap(to).has(Gap::COMMA) && matches!(words.term(to), "who" | "whose");
    let does = words.follows(to) && words.is(to, LIVES);
    to == name.from + 2 && !plain && (name.from..to).all(unknown) && (aged || who || does)
}

/// The kind that the rules read a word as.
fn read_as(page: &Page<'_, '_>, i: usize) -> Option<NameKind> {
    Some(page.fact(i).tag())
        .filter(|tag| *tag != OUTSIDE)
        .map(|tag| KINDS[(tag - 1) / 2])
}
