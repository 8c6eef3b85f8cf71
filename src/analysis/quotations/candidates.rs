//! Which person between two words may be the subject?

use super::scene::{Naming, Scene};
use super::subject::REACH;
use crate::words::Gap;

/// The person between two words who is the subject: behind the comma of an opening such as `At a meeting with Lee, Kim said`,
/// else the first who may be.
pub fn person<'s>(scene: &'s Scene<'_, '_>, start: usize, end: usize) -> Option<&'s Naming> {
    person_who(scene, start, end, &|_| true)
}

/// The same of those of whom something is true.
pub fn person_who<'s>(
    scene: &'s Scene<'_, '_>,
    start: usize,
    end: usize,
    fits: &dyn Fn(&Naming) -> bool,
) -> Option<&'s Naming> {
    let words = scene.words;
    let leads = scene.is(start, "in at after before during with when while as since on for");
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
fn possible<'s>(
    scene: &'s Scene<'_, '_>,
    start: usize,
    end: usize,
    fits: &dyn Fn(&Naming) -> bool,
) -> Option<&'s Naming> {
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
            && (words.cap(at - 1) || scene.is(at - 1, "of the"))
            && !words.weak(at)
        {
            at -= 1;
        }
        let governed = at > start
            && words.follows(at)
            && scene.is(at - 1, "with to of for from by at in on against about between after before under over than like told met meet meeting asked urged");
        if outside && !governed && !words.possessive(name.to - 1) && fits(name) {
            return Some(name);
        }
    }
    None
}
