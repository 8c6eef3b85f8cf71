//! Whose verb is it? A name, a pronoun or a role on the verb's side.

use dateline_corpus::EntityKind;

use super::Called;
use super::scene::{Naming, Scene};
use super::tables::{bounds, is_between};
use crate::words::Gap;

/// Longest role: `a senior Japanese foreign ministry official`.
const ROLE: usize = 9;

/// Furthest from its verb that a subject is looked for, in words.
const REACH: usize = 40;

/// A subject: words `from..to`.
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    /// First word.
    pub from: usize,
    /// One past the last word.
    pub to: usize,
    /// How the speaker is called.
    pub called: Called,
    /// The name, where it is one.
    pub name: Option<Naming>,
}

impl Subject {
    /// By name.
    pub fn name(name: Naming) -> Self {
        Self {
            from: name.from,
            to: name.to,
            called: Called::Name,
            name: Some(name),
        }
    }

    fn words(from: usize, to: usize, called: Called) -> Self {
        Self {
            from,
            to,
            called,
            name: None,
        }
    }
}

/// The subject of the verb at `verb`, which stands before it and not before `start`.
pub fn before(scene: &Scene<'_, '_>, start: usize, verb: usize) -> Option<Subject> {
    let words = scene.words;
    let mut end = verb;
    while end > start && end + 4 > verb && is_between(words.term(end - 1)) && !words.gap(end).has(Gap::COMMA) {
        end -= 1;
    }
    if end == start {
        return None;
    }
    let start = start.max(end.saturating_sub(REACH));
    // A comma before the verb closes what was put in behind the subject: `Lee, the minister, said`.
    if words.gap(end).has(Gap::COMMA.and(Gap::PAUSE)) {
        return opened(scene, start, end);
    }
    if matches!(words.term(end - 1), "and" | "but") {
        return first(scene, start, end - 1);
    }
    ending(scene, start, end)
}

/// The subject that ends at `end`, right before its verb.
fn ending(scene: &Scene<'_, '_>, start: usize, end: usize) -> Option<Subject> {
    let words = scene.words;
    let term = words.term(end - 1);
    if scene.tables.is_pronoun(term) {
        return Some(Subject::words(end - 1, end, Called::Pronoun));
    }
    // `who said`: the one named before it.
    if matches!(term, "who" | "which" | "that") && end > start + 1 {
        return match scene.person(end - 2) {
            Some(name) if name.from >= start => Some(Subject::name(name)),
            _ => role(scene, start, end - 1),
        };
    }
    let mut name = scene.named(end - 1).filter(|n| n.from >= start && n.to == end);
    // `a spokesman for the ministry said`, `the head of the U.N. said`: the noun before the preposition.
    let mut from = name.map_or(end, |n| n.from);
    if name.is_none_or(|n| scene.kind(n) != EntityKind::Person) {
        let lead = phrase(scene, start, from);
        let prepositions = (lead.saturating_sub(1).max(start)..end)
            .rev()
            .find(|&i| matches!(words.term(i), "of" | "for" | "from" | "at" | "in" | "with"));
        if let Some(p) = prepositions.filter(|p| *p > start)
            && scene.tables.is_role(words.term(p - 1))
        {
            let lead = phrase(scene, start, p);
            return Some(Subject::words(lead, end, Called::Role));
        }
        from = from.min(end);
    }
    if let Some(n) = name {
        // `Foreign Ministry` of `a Foreign Ministry source` is no speaker, nor is Reuters of `told Reuters`.
        if n.from > start && from > start && matches!(words.term(n.from - 1), "told" | "tells" | "asked") {
            name = None;
        }
    }
    if let Some(n) = name {
        let possessed = words.possessive(n.to - 1);
        return (!possessed).then(|| joined(scene, start, n));
    }
    role(scene, start, end)
}

/// Of `Abe and Kishida said` the first named.
fn joined(scene: &Scene<'_, '_>, start: usize, name: Naming) -> Subject {
    let words = scene.words;
    let mut at = name.from;
    while at > start + 1
        && name.from - at < 8
        && (words.cap(at - 1) || words.term(at - 1) == "of")
        && scene.named(at - 1).is_none_or(|n| scene.kind(n) != EntityKind::Person)
    {
        at -= 1;
    }
    if at > start + 1
        && words.term(at - 1) == "and"
        && let Some(first) = scene
            .named(at - 2)
            .filter(|f| f.from >= start && scene.kind(*f) == scene.kind(name))
    {
        return Subject::name(first);
    }
    Subject::name(name)
}

/// The subject of a clause with something put in behind it: the first person named, else the first role or body.
fn opened(scene: &Scene<'_, '_>, start: usize, end: usize) -> Option<Subject> {
    if let Some(name) = person(scene, start, end) {
        return Some(Subject::name(name));
    }
    let words = scene.words;
    // The comma before the one at the verb.
    let comma = (start + 1..end)
        .rev()
        .find(|&i| words.gap(i).has(Gap::COMMA.and(Gap::PAUSE)))?;
    ending(scene, start, comma)
}

/// The first subject between two words, for a participle or a second verb: `Lee closed the talks, calling them`.
pub fn first(scene: &Scene<'_, '_>, start: usize, end: usize) -> Option<Subject> {
    let name = person(scene, start, end);
    let words = scene.words;
    let pronoun = (start..end)
        .take(REACH)
        .find(|&i| scene.quoted(i).is_none() && scene.tables.is_pronoun(words.term(i)));
    if let Some(n) = name.filter(|n| pronoun.is_none_or(|p| n.from < p)) {
        return Some(Subject::name(n));
    }
    if let Some(i) = pronoun {
        return Some(Subject::words(i, i + 1, Called::Pronoun));
    }
    let noun = (start..end)
        .take(ROLE)
        .find(|&i| scene.tables.is_role(words.term(i)) && !scene.tables.is_role(words.term(i + 1)))?;
    role(scene, start, noun + 1)
}

/// The person between two words who is the subject: behind the comma of an opening such as `At a meeting with Lee, Kim said`,
/// else the first who may be.
pub fn person(scene: &Scene<'_, '_>, start: usize, end: usize) -> Option<Naming> {
    person_who(scene, start, end, &|_| true)
}

/// The same of those of whom something is true.
pub fn person_who(scene: &Scene<'_, '_>, start: usize, end: usize, fits: &dyn Fn(Naming) -> bool) -> Option<Naming> {
    let words = scene.words;
    let leads = matches!(
        words.term(start),
        "in" | "at" | "after" | "before" | "during" | "with" | "when" | "while" | "as" | "since" | "on" | "for"
    );
    let main = (start + 1..end.min(start + REACH))
        .find(|&i| leads && words.gap(i).has(Gap::COMMA) && scene.quoted(i).is_none());
    // Titles stand between the comma and the name.
    let titled = |n: &Naming, comma: usize| {
        n.from - comma < 6 && (comma..n.from).all(|i| words.cap(i) || words.term(i) == "the" || words.term(i) == "of")
    };
    main.and_then(|comma| possible(scene, comma, end, fits).filter(|n| titled(n, comma)))
        .or_else(|| possible(scene, start, end, fits))
}

/// The first person between two words who may be a subject: not behind a preposition, not an owner, not quoted.
fn possible(scene: &Scene<'_, '_>, start: usize, end: usize, fits: &dyn Fn(Naming) -> bool) -> Option<Naming> {
    let words = scene.words;
    let mut i = start;
    let last = end.min(start + 3 * REACH);
    while i < last {
        let Some(name) = scene.person(i).filter(|n| n.from >= start && n.to <= end) else {
            i += 1;
            continue;
        };
        i = name.to.max(i + 1);
        let outside =
            scene.quoted(name.from).is_none() || scene.quoted(name.from) == scene.quoted(end.saturating_sub(1));
        // Back over the titles before the name.
        let mut at = name.from;
        while at > start
            && name.from - at < 8
            && words.follows(at)
            && (words.cap(at - 1) || matches!(words.term(at - 1), "of" | "the"))
            && !words.weak(at)
        {
            at -= 1;
        }
        let governed = at > start
            && words.follows(at)
            && matches!(
                words.term(at - 1),
                "with"
                    | "to"
                    | "of"
                    | "for"
                    | "from"
                    | "by"
                    | "at"
                    | "in"
                    | "on"
                    | "against"
                    | "about"
                    | "between"
                    | "after"
                    | "before"
                    | "under"
                    | "over"
                    | "than"
                    | "like"
                    | "told"
                    | "met"
                    | "meet"
                    | "meeting"
                    | "asked"
                    | "urged"
            );
        if outside && !governed && !words.possessive(name.to - 1) && fits(name) {
            return Some(name);
        }
    }
    None
}

/// The subject behind a verb: `said Lee`, `said a Japanese official who`, `according to the ministry`.
pub fn behind(scene: &Scene<'_, '_>, from: usize, end: usize) -> Option<Subject> {
    let words = scene.words;
    if scene.tables.is_pronoun(words.term(from)) {
        return Some(Subject::words(from, from + 1, Called::Pronoun));
    }
    let mut noun = None;
    for i in from..end.min(from + ROLE + 3) {
        let gap = words.gap(i);
        if i > from && gap.has(Gap::COMMA.and(Gap::PAUSE).and(Gap::OPEN)) {
            break;
        }
        if let Some(name) = scene.named(i) {
            let holder = words.possessive(name.to - 1);
            let bare = name.from == from || (name.from == from + 1 && words.term(from) == "the");
            let longer = scene.tables.is_role(words.term(name.to)) || words.cap(name.to) && words.follows(name.to);
            match scene.kind(name) {
                EntityKind::Person if !holder => return Some(Subject::name(name)),
                _ if !holder && bare && !longer => return Some(Subject::name(name)),
                _ => {}
            }
        }
        let term = words.term(i);
        // `Secretary of State Rex Tillerson`, `official of the ministry`: a name may follow.
        if term == "of" && words.cap(i + 1) && noun.is_some() {
            continue;
        }
        if matches!(
            term,
            "who"
                | "which"
                | "that"
                | "of"
                | "for"
                | "from"
                | "at"
                | "in"
                | "on"
                | "after"
                | "and"
                | "as"
                | "to"
                | "with"
        ) {
            break;
        }
        if scene.tables.is_role(term) {
            noun = Some(i);
        }
    }
    let noun = noun?;
    Some(Subject::words(from, noun + 1, Called::Role))
}

/// A role that ends at `end`: back to its article, its owner or the first word of its stretch.
fn role(scene: &Scene<'_, '_>, start: usize, end: usize) -> Option<Subject> {
    if end == start || !scene.tables.is_role(scene.words.term(end - 1)) {
        return None;
    }
    Some(Subject::words(phrase(scene, start, end), end, Called::Role))
}

/// The first word of the noun phrase that ends at `end`.
fn phrase(scene: &Scene<'_, '_>, start: usize, end: usize) -> usize {
    let words = scene.words;
    let mut from = end;
    while from > start && end - from < ROLE {
        let i = from - 1;
        if from < end && !words.follows(from) && !words.possessive(i) {
            break;
        }
        let term = words.term(i);
        if scene.quoted(i) != scene.quoted(end - 1)
            || bounds(term)
            || scene.tables.verb(term).is_some() && !words.cap(i)
        {
            break;
        }
        from = i;
        if matches!(
            term,
            "a" | "an" | "the" | "one" | "another" | "his" | "her" | "its" | "their" | "some" | "several"
        ) {
            break;
        }
    }
    from
}
