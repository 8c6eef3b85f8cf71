//! Companies named once with their legal form and then without: `McDonnell Douglas Corp` … `McDonnell Douglas`.

use crate::listing::{List, among};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::gazetteer::{Rank, Sense};
use crate::lexicon::Kind;
use crate::marks::{Mark, What};
use crate::people::Sight;
use crate::surnames::FIRMS;
use crate::words::Gap;

/// Legal forms that readers leave out.
const FORMS: &List = &List::new(
    "corp inc co ltd plc llc ag sa nv corporation incorporated limited gmbh bhd company asa oyj pty berhad sarl srl bv spa",
);

/// Where a name ends without its legal form: before `Corp`, before `and Co`. The whole name where too little would be left.
pub fn core_end(sight: Sight<'_, '_>, from: usize, to: usize) -> usize {
    let words = sight.words;
    let mut end = to;
    while end > from + 1 && words.is(end - 1, FORMS) {
        end -= 1;
        if end > from + 1 && words.term(end - 1) == "and" {
            end -= 1;
        }
    }
    // Of an ordinary word the form tells that it is a company, unless the tables do: `Apple Inc`.
    let plain = end == from + 1 && words.listed(from).is_word() && known_firm(sight, from, end).is_none();
    if end == to || plain { to } else { end }
}

/// `Carmaker Volkswagen`, `Rival Google`: a word that says what a firm is, with a capital since a sentence starts.
pub fn describes(sight: Sight<'_, '_>, i: usize) -> bool {
    let (words, term) = (sight.words, sight.words.term(i));
    let kind = term.len() > 6 && term.ends_with("maker")
        || among(FIRMS, term)
        || matches!(term, "rival" | "retailer" | "lender" | "insurer" | "startup");
    kind && words.weak(i) && words.cap(i + 1) && words.gap(i + 1) == Gap::SPACE && !words.possessive(i)
}

/// Whether a name is one ordinary word: Apple, Senate, Google.
pub fn wordlike(sight: Sight<'_, '_>, mark: &Mark) -> bool {
    let lower = sight.words.raw(mark.from).chars().skip(1).any(char::is_lowercase);
    mark.to == mark.from + 1 && lower && sight.words.listed(mark.from).is_word()
}

/// Whether the first word of a sentence is its subject and no part of one: `Google fell`, not `Apple pie was served`.
pub fn subject(sight: Sight<'_, '_>, i: usize) -> bool {
    let words = sight.words;
    let next = words.term(i + 1);
    let verb = || {
        !words.cap(i + 1)
            && (matches!(
                next,
                "are" | "were" | "have" | "should" | "can" | "fell" | "rose" | "wants" | "want" | "bought" | "sold"
            ) || next.len() > 4 && next.ends_with("ed"))
    };
    words.possessive(i) || sight.acts(i + 1) || words.follows(i + 1) && verb()
}

/// The body of the tables whose name ends before word `to`, but for what companies' names end in: `Huawei Technologies`.
pub fn known_firm(sight: Sight<'_, '_>, from: usize, to: usize) -> Option<&'static str> {
    let words = sight.words;
    let hit = sight.gazetteer.find_before(words, from, to)?;
    let rest = (hit.to..to).all(|k| words.listed(k).kind() == Some(Kind::Company));
    let body = |sense| match sense {
        Sense::Body(b) => Some(sight.gazetteer.bodies[b as usize].name),
        _ => None,
    };
    sight.gazetteer.senses(hit).find_map(body).filter(|_| rest)
}

/// Turns later bare names of companies into marks of bodies: names taken for people, and names not marked at all.
pub fn bare_firms(sight: Sight<'_, '_>, marks: &mut Vec<Mark>) {
    let words = sight.words;
    let mut cores: FxHashSet<String> = FxHashSet::default();
    let mut starts: FxHashMap<String, usize> = FxHashMap::default();
    for mark in marks.iter().filter(|m| matches!(m.what, What::Body)) {
        let end = core_end(sight, mark.from, mark.to);
        if end < mark.to && !is_place(sight, mark.from, end) {
            cores.insert(phrase(sight, mark.from, end));
            let longest = starts.entry(words.term(mark.from).to_owned()).or_default();
            *longest = (*longest).max(end - mark.from);
        }
    }
    if cores.is_empty() {
        return;
    }
    for mark in marks.iter_mut() {
        if matches!(mark.what, What::Person) && cores.contains(&phrase(sight, mark.from, mark.to)) {
            mark.what = What::Body;
        }
    }
    let mut found = Vec::new();
    let mut next = 0;
    let mut i = 0;
    while i < words.len() {
        while next < marks.len() && marks[next].to <= i {
            next += 1;
        }
        if let Some(mark) = marks.get(next).filter(|m| m.from <= i) {
            i = mark.to.max(i + 1);
            continue;
        }
        let longest = if words.cap(i) {
            starts.get(words.term(i)).copied().unwrap_or_default()
        } else {
            0
        };
        let limit = marks.get(next).map_or(words.len(), |m| m.from);
        let hit = (i + 1..=(i + longest).min(limit))
            .rev()
            .find(|&to| (i + 1..to).all(|k| words.follows(k)) && cores.contains(&phrase(sight, i, to)));
        if let Some(to) = hit {
            found.push(Mark {
                from: i,
                to,
                what: What::Body,
            });
        }
        i = hit.unwrap_or(i + 1);
    }
    marks.extend(found);
    marks.sort_by_key(|m| (m.from, std::cmp::Reverse(m.to)));
}

fn phrase(sight: Sight<'_, '_>, from: usize, to: usize) -> String {
    (from..to).map(|k| sight.words.term(k)).collect::<Vec<_>>().join(" ")
}

/// Whether the bare name would be taken for a country or a well-known place.
fn is_place(sight: Sight<'_, '_>, from: usize, to: usize) -> bool {
    let hit = sight
        .gazetteer
        .find_before(sight.words, from, to)
        .filter(|h| h.to == to);
    hit.is_some_and(|h| {
        sight.gazetteer.senses(h).any(|s| match s {
            Sense::Country { .. } | Sense::Area(_) => true,
            Sense::Place(p) => sight.gazetteer.places[p as usize].rank != Rank::Town,
            Sense::Body(_) => false,
        })
    })
}
