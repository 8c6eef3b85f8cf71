//! One walk over the words: at each capital, which kind of name starts here, and how far does it go?
//!
//! A longer reading wins over a shorter one; among equals a body's pattern, then a known phrase, then a person.

use crate::listing::List;
use dateline_corpus::How;

use crate::firms::describes;
use crate::gazetteer::{Hit, Sense};
use crate::lexicon::Kind;
use crate::marks::{Mark, What};
use crate::organisations::{body_at, letters_at};
use crate::people::{Sight, addressed, is_month};
use crate::words::{Case, Gap};

/// Titles of those who are known by one name.
const REIGNING: &List = &List::new("king queen prince princess pope emperor sultan ayatollah mullah");

/// The marks of a text, in order, not overlapping except for what is inside a body's name.
pub fn walk(sight: Sight<'_, '_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut titled = false;
    let mut i = 0;
    while i < sight.words.len() {
        let (to, title) = step(sight, i, titled && sight.words.follows(i), &mut marks);
        titled = title;
        i = to.max(i + 1);
    }
    marks
}

/// Reads what starts at word `i`; returns where to go on and whether a title was read.
fn step(sight: Sight<'_, '_>, i: usize, titled: bool, marks: &mut Vec<Mark>) -> (usize, bool) {
    let words = sight.words;
    let mut push = |to, what| marks.push(Mark { from: i, to, what });
    if !words.cap(i) {
        if words.glued(i + 1)
            && words.cap(i + 1)
            && let Some(hit) = sight.gazetteer.find(words, i).filter(|h| h.to > i + 1)
        {
            push(hit.to, What::Known { hit, inside: false });
            return (hit.to, false);
        }
        let title = sight.lexicon.titles_at(words, i);
        return (title.unwrap_or(i + 1), title.is_some());
    }
    if describes(sight, i) {
        return (i + 1, false);
    }
    if let Some(place) = state_at(sight, i) {
        push(i + 1, What::State(place));
        return (i + 1, false);
    }
    let hit = sight.gazetteer.find(words, i).filter(|h| fits(sight, i, *h));
    if let Some(hit) = hit
        && let Some(end) = lower_ministry(sight, hit).or_else(|| red_cross(sight, hit))
    {
        push(end, What::Body);
        inside(sight, i, end, None, marks);
        return (end, false);
    }
    let body = body_at(words, sight.gazetteer, i);
    let known_body = hit.filter(|h| sight.gazetteer.senses(*h).any(|s| matches!(s, Sense::Body(_))));
    if let Some(h) = known_body
        && body.is_none_or(|end| end <= h.to)
        && !(h.to == i + 1 && sight.name_at(i, titled).is_some_and(|n| n.sure && n.to > h.to))
    {
        push(h.to, What::Known { hit: h, inside: false });
        inside(sight, i, h.to, Some(h), marks);
        return (h.to, false);
    }
    // `DR Congo` is no doctor.
    let country = hit.is_some_and(|h| h.to > i + 1 && sight.is_country(i));
    if let Some(title) = sight.lexicon.titles_at(words, i).filter(|_| !country)
        && words.cap(title)
        && words.follows(title)
        && let Some(name) = sight.name_at(title, true)
        && body.is_none_or(|end| end <= title || (name.to >= end && words.listed(title).is_given()))
    {
        let name_to = nicknamed(sight, title).unwrap_or(name.to);
        // King Abdullah, Pope Benedict: without the title nobody knows them.
        let reigns = name.to == title + 1 && words.cap(title - 1) && words.is(title - 1, REIGNING);
        let first = reigns && words.raw(name_to) == "I" && words.follows(name_to);
        let name_to = name_to + usize::from(first);
        marks.push(Mark {
            from: title - usize::from(reigns),
            to: name_to,
            what: What::Person,
        });
        return (name_to, false);
    }
    if let Some(end) = nicknamed(sight, i).or_else(|| epithet(sight, i)) {
        push(end, What::Person);
        return (end, false);
    }
    if (sight.rules(i) || (sight.bare_surname(i) && !titled)) && body.is_none() {
        push(i + 1, What::Person);
        return (i + 1, false);
    }
    if sight.bracketed_given_name(i) {
        push(i + 2, What::Person);
        return (i + 2, false);
    }
    let name = sight.name_at(i, titled);
    if let Some(end) = body
        && hit.is_none_or(|h| h.to < end)
    {
        let end = before_person(sight, i, end);
        push(end, What::Body);
        inside(sight, i, end, None, marks);
        return (end, false);
    }
    match (hit, name) {
        (Some(h), Some(n)) if prefers_person(sight, i, h, n.to, n.sure, titled) => {
            push(n.to, What::Person);
            (n.to, false)
        }
        (None, Some(n)) => {
            push(n.to, What::Person);
            (n.to, false)
        }
        (Some(h), _) => {
            push(h.to, What::Known { hit: h, inside: false });
            (h.to, false)
        }
        (None, None) if letters_at(words, i) => {
            push(i + 1, What::Letters);
            (i + 1, false)
        }
        (None, None) => {
            let title = sight.lexicon.title_at(words, i);
            (title.unwrap_or(i + 1), title.is_some())
        }
    }
}

/// The end of a name that is told apart by a word: `Catherine the Great`.
fn epithet(sight: Sight<'_, '_>, i: usize) -> Option<usize> {
    const EPITHETS: &List =
        &List::new("great terrible elder younger magnificent conqueror bold pious lionheart confessor wise impaler");
    let words = sight.words;
    let the = words.term(i + 1) == "the" && words.follows(i + 1) && !words.possessive(i) && !words.cap(i + 1);
    let named = words.cap(i + 2) && words.follows(i + 2) && words.is(i + 2, EPITHETS);
    (the && named && sight.may_be_part(i) && !words.listed(i).is_common()).then_some(i + 3)
}

/// The end of a name with a nickname in quotation marks: `William Mailes “Cowboy” Cowley`.
fn nicknamed(sight: Sight<'_, '_>, i: usize) -> Option<usize> {
    const LONGEST: usize = 3;
    let words = sight.words;
    let quote = |k: usize| words.gap(k).has(Gap::QUOTE) && words.gap(k).only(Gap::QUOTE.and(Gap::SPACE));
    let part = |k: usize| words.cap(k) && !words.possessive(k) && sight.may_be_part(k);
    let opens = (i + 1..i + LONGEST + 1)
        .find(|&k| !words.follows(k))
        .filter(|&k| quote(k))?;
    let closes = (opens + 1..opens + LONGEST + 1)
        .find(|&k| !words.follows(k))
        .filter(|&k| quote(k))?;
    let given = words.listed(i).is_given() && !(words.weak(i) && words.listed(i).is_word());
    let last = words.listed(closes);
    let named = given && !last.is_common() || last.is_surname() && !words.listed(i).is_word();
    let month = is_month(words.term(closes)) && words.cap(closes) && !words.numeric(closes + 1);
    let written = (i..opens).all(part) && words.cap(closes - 1) && (part(closes) || month);
    let end = closes + 1;
    (named && written).then(|| end + usize::from(words.follows(end) && words.listed(end).is_suffix()))
}

/// The end of `foreign ministry` behind a demonym: agencies differ in writing it with capitals.
fn lower_ministry(sight: Sight<'_, '_>, hit: Hit) -> Option<usize> {
    const PORTFOLIOS: &List = &List::new(
        "foreign defense defence finance interior justice trade health economy energy transport education oil \
        agriculture",
    );
    let words = sight.words;
    let demonym = sight
        .gazetteer
        .senses(hit)
        .any(|s| matches!(s, Sense::Country { how: How::Demonym, .. }));
    let ministry = words.is(hit.to, PORTFOLIOS)
        && words.term(hit.to + 1) == "ministry"
        && words.follows(hit.to)
        && words.follows(hit.to + 1);
    (demonym && ministry && !words.cap(hit.to)).then_some(hit.to + 2)
}

/// The state that an abbreviation names: behind a comma (`Alexandria, Va.`), or in the newspapers' long form (`Calif.`).
pub fn state_at(sight: Sight<'_, '_>, i: usize) -> Option<u32> {
    let words = sight.words;
    let place = sight.gazetteer.state(words, i)?;
    let term = words.term(i);
    let behind =
        i > 0 && words.cap(i - 1) && words.gap(i).has(Gap::COMMA) && words.gap(i).only(Gap::COMMA.and(Gap::SPACE));
    // `John Roe, MD` is a doctor: degrees count as states only behind a known place.
    let degree = matches!(term, "md" | "ma" | "pa" | "ms") && words.get(i).is_some_and(|w| w.case == Case::Upper);
    let town = behind
        && degree
        && sight
            .gazetteer
            .find(words, i - 1)
            .is_some_and(|h| sight.gazetteer.senses(h).any(|s| matches!(s, Sense::Place(_))));
    let long = term.len() >= 3 && words.dotted(i) && !words.listed(i).is_word();
    ((behind && (!degree || town)) || long).then_some(place)
}

/// The end of `Red Cross` behind a country: one of its own, not the international committee.
fn red_cross(sight: Sight<'_, '_>, hit: Hit) -> Option<usize> {
    let (words, to) = (sight.words, hit.to);
    let country = sight
        .gazetteer
        .senses(hit)
        .any(|s| matches!(s, Sense::Country { weak: false, .. }));
    let cross = words.term(to) == "red" && matches!(words.term(to + 1), "cross" | "crescent");
    let society = usize::from(words.term(to + 2) == "society" && words.cap(to + 2));
    (country && cross && words.cap(to) && words.follows(to) && words.follows(to + 1)).then_some(to + 2 + society)
}

/// A known phrase of several words must end in a capital, unless it is an area (`Korean peninsula`).
fn fits(sight: Sight<'_, '_>, i: usize, hit: Hit) -> bool {
    let words = sight.words;
    hit.to == i + 1
        || words.cap(hit.to - 1)
        || words.glued(hit.to - 1)
        || sight.gazetteer.senses(hit).any(|s| matches!(s, Sense::Area(_)))
}

/// A body's name that runs into a person's ends before it: `State Council | Li Keqiang`.
fn before_person(sight: Sight<'_, '_>, from: usize, to: usize) -> usize {
    let heads = |k: usize| sight.words.listed(k).kind() == Some(Kind::Head);
    (from + 2..to)
        .find(|&k| {
            let name = sight.name_at(k, false).is_some_and(|n| n.sure && n.to >= to);
            let here = sight.words.listed(k);
            name && (heads(k - 1) || (here.is_given() && !here.is_word() && sight.words.listed(k - 1).is_word()))
        })
        .unwrap_or(to)
}

/// Marks the countries and places inside a body's name.
fn inside(sight: Sight<'_, '_>, from: usize, to: usize, known: Option<Hit>, marks: &mut Vec<Mark>) {
    let mut i = from;
    while i < to {
        // The body's own phrase is not inside itself.
        let limit = if i == from { to - 1 } else { to };
        let hit = sight
            .gazetteer
            .find_before(sight.words, i, limit)
            .filter(|_| sight.words.cap(i));
        let geographic =
            |s: Sense| matches!(s, Sense::Country { .. }) || (known.is_none() && matches!(s, Sense::Place(_)));
        if let Some(hit) = hit.filter(|h| sight.gazetteer.senses(*h).any(geographic)) {
            marks.push(Mark {
                from: i,
                to: hit.to,
                what: What::Known { hit, inside: true },
            });
            i = hit.to;
        } else {
            i += 1;
        }
    }
}

/// Whether a name that starts with a known phrase is a person: `Paris Hilton`, `Chad Smith`, not `Washington Post`.
fn prefers_person(sight: Sight<'_, '_>, i: usize, hit: Hit, name_to: usize, sure: bool, titled: bool) -> bool {
    let words = sight.words;
    if titled && name_to >= hit.to {
        let country = sight
            .gazetteer
            .senses(hit)
            .any(|s| matches!(s, Sense::Country { weak: false, .. } | Sense::Area(_)));
        return !country || addressed(words, i);
    }
    if name_to <= hit.to {
        return false;
    }
    let strong = sight
        .gazetteer
        .senses(hit)
        .any(|s| matches!(s, Sense::Country { weak: false, .. } | Sense::Area(_)));
    let given = words.listed(i).is_given() || words.listed(i).is_half_given() || words.listed(i).is_asian_surname();
    let surname = words.listed(name_to - 1).is_surname() || sight.acts(name_to);
    let small = sight
        .gazetteer
        .senses(hit)
        .all(|s| matches!(s, Sense::Place(p) if sight.gazetteer.places[p as usize].people < 300.0));
    hit.to == i + 1 && ((sure && given && (!strong || surname)) || (small && (surname || given)))
}
