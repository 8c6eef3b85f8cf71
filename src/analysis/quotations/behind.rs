//! Who is named behind a verb? `said Lee`, `said a Japanese official who`, `according to the ministry`.

use crate::listing::{List, among};
use dateline_corpus::EntityKind;

use super::Called;
use super::heads::{ROLE, holds, is_printed_name, is_somebody};
use super::scene::Scene;
use super::subject::Subject;
use super::tables::{is_pronoun, is_time};
use crate::words::Gap;

/// The subject behind a verb, or behind a preposition that stands for one.
pub fn behind(scene: &Scene<'_, '_>, from: usize, end: usize) -> Option<Subject> {
    let words = scene.words;
    if is_pronoun(words.term(from)) {
        return Some(Subject::words(from, from + 1, Called::Pronoun));
    }
    let mut noun = None;
    let mut last = from;
    let mut i = from;
    while i < end.min(from + ROLE + 3) {
        let gap = words.gap(i);
        if i > from && gap.has(Gap::COMMA.and(Gap::PAUSE).and(Gap::OPEN)) {
            break;
        }
        if let Some(name) = scene.named(i) {
            let holder = words.possessive(name.to - 1);
            let bare = name.from == from || (name.from == from + 1 && words.term(from) == "the");
            let role = |i: &usize| scene.tables.is_role(words.term(*i));
            let next = words.follows(name.to);
            let is_role = next && role(&name.to);
            // `Ohio state health officials`
            let phrase = (name.to..name.to + 4).take_while(|&i| words.follows(i) && !scene.is(i, BOUNDS));
            let longer = words.cap(name.to) && next || phrase.into_iter().any(|i| role(&i));
            match scene.kind(name) {
                // Of `Lee aide Kim` the one behind.
                EntityKind::Person if !holder && (!is_role || words.cap(name.to)) => return Some(Subject::name(name)),
                _ if !holder && bare && !longer && name.is_people => {
                    return Some(Subject::words(from, name.to, Called::Role));
                }
                _ if !holder && bare && !longer => return Some(Subject::name(name)),
                // All of a longer name is one word: Department of Health of `Department of Health adviser Lee`.
                _ => i = i.max(name.to - 1),
            }
        }
        let term = words.term(i);
        // `Secretary of State Rex Tillerson`, `official of the ministry`: a name may follow, but not whose wife it is.
        let of = term == "of" && words.cap(i + 1) && noun.is_some();
        if of && !holds(scene, i, usize::from(scene.person(i + 1).is_none())) {
            i += 1;
            continue;
        }
        if among(BOUNDS, term) && !words.cap(i) {
            break;
        }
        last = i + 1;
        if scene.tables.is_role(term) {
            noun = Some(i);
        }
        i += 1;
    }
    if let Some(noun) = noun {
        // The aunt of `the captain’s aunt`.
        let to = if words.possessive(noun) { last } else { noun + 1 };
        return Some(Subject::words(from, to, Called::Role));
    }
    let verb = words.term(from.checked_sub(1)?);
    if !scene.tables.is_plain(verb) && verb != "to" {
        return None;
    }
    let cut = scene.is(last, BOUNDS) && words.cap(last + 1) && scene.is(last, "and of");
    while last > from + 1 && is_time(words.term(last - 1)) {
        last -= 1;
    }
    if is_somebody(scene, from, last) {
        return Some(Subject::words(from, last, Called::Role));
    }
    (!cut && is_printed_name(scene, from, last)).then(|| Subject::words(from, last, Called::Name))
}

/// Words that end the phrase.
const BOUNDS: &List = &List::new("who which that of for from at in on after and as to with by near when while");
