//! Whose verb is it? A name, a pronoun or a role on the verb's side.

use dateline_corpus::EntityKind;

use super::Called;
use super::candidates::person;
use super::heads::{self, ROLE};
use super::scene::{Naming, Scene};
use super::tables::{bounds, is_between, is_determiner, is_pronoun, is_time};
use crate::letters::behind_name;
use crate::words::Gap;

/// Furthest from its verb that a subject is looked for, in words.
pub const REACH: usize = 40;

/// A subject: words `from..to`.
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    /// First word.
    pub from: usize,
    /// One past the last word.
    pub to: usize,
    /// How the speaker is called.
    pub called: Called,
}

impl Subject {
    /// By name.
    pub fn name(name: &Naming) -> Self {
        Self::words(name.from, name.to, Called::Name)
    }

    /// By words.
    pub fn words(from: usize, to: usize, called: Called) -> Self {
        Self { from, to, called }
    }
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
    ending(scene, start, comma, true)
}

/// The first subject between two words, for a participle or a second verb: `Lee closed the talks, calling them`.
pub fn first(scene: &Scene<'_, '_>, start: usize, end: usize) -> Option<Subject> {
    let name = person(scene, start, end);
    let words = scene.words;
    let pronoun = (start..end)
        .take(REACH)
        .find(|&i| scene.quoted(i).is_none() && scene.is(i, "he she they"));
    if let Some(n) = name.filter(|n| pronoun.is_none_or(|p| n.from < p)) {
        return Some(Subject::name(n));
    }
    if let Some(i) = pronoun {
        return Some(Subject::words(i, i + 1, Called::Pronoun));
    }
    // `The Bank of England cut rates and said`, not a paper that reports of a man saying
    let leads = |n: &&Naming| {
        let opens = n.from == start || is_determiner(words.term(start));
        opens && n.to < end && scene.tables.verb(words.term(n.to)) != Some("report")
    };
    let named = scene.named(start).or_else(|| scene.named(start + 1)).filter(leads);
    if let Some(n) = named.filter(|n| {
        !n.is_people && !scene.tables.is_role(words.term(n.to)) && !words.cap(n.to) && !words.possessive(n.to - 1)
    }) {
        return Some(Subject::name(n));
    }
    let noun = (start..end).take(ROLE).find(|&i| {
        // `Lee’s ministry reports of a man saying`: a verb that may be a noun.
        let verb = scene.tables.verb(words.term(i)).is_some() && !(i > start && is_determiner(words.term(i - 1)));
        !verb
            && scene.named(i).is_none_or(|n| n.to == i + 1)
            && scene.tables.is_role(words.term(i))
            && !scene.tables.is_role(words.term(i + 1))
    })?;
    let head = Some(heads::head(scene, start, noun + 1)).filter(|h| scene.tables.verb(words.term(h - 1)).is_none());
    self::noun(scene, start, head.unwrap_or(noun + 1), noun + 1, false)
}

/// The subject of the verb at `verb`, which stands before it and not before `start`.
pub fn before(scene: &Scene<'_, '_>, start: usize, verb: usize) -> Option<Subject> {
    let words = scene.words;
    let mut end = verb;
    // `My grandmother used to say`
    if verb > start + 2 && scene.is(verb - 1, "to") && scene.is(verb - 2, "used") {
        end -= 2;
    }
    // Kelly and Fennelly are no adverbs.
    let between = |i: usize| is_between(words.term(i)) && scene.named(i).is_none();
    while end > start && end + 4 > verb && between(end - 1) && !words.gap(end).has(Gap::COMMA) {
        end -= 1;
    }
    end = asides(scene, start, end);
    // `John Hipkin KC said`
    while end > start + 1 && behind_name(words, end - 1) && scene.person(end - 2).is_some_and(|n| n.to < end) {
        end -= 1;
    }
    if end == start {
        return None;
    }
    let start = start.max(end.saturating_sub(REACH));
    // A comma before the verb closes what was put in behind the subject: `Lee, the minister, said`.
    if words.gap(end).has(Gap::COMMA.and(Gap::PAUSE)) {
        return opened(scene, start, end).filter(|s| scene.quoted(s.to - 1) == scene.quoted(verb));
    }
    if scene.is(end - 1, "and but") {
        return first(scene, start, end - 1);
    }
    let quoted = scene.quoted(verb);
    ending(scene, start, end, scene.tables.is_plain(words.term(verb))).filter(|s| scene.quoted(s.to - 1) == quoted)
}

/// Where a subject ends before `(R-Ohio)` or `on Monday`.
fn asides(scene: &Scene<'_, '_>, start: usize, mut end: usize) -> usize {
    let words = scene.words;
    if words.gap(end).has(Gap::CLOSE) && !words.gap(end).has(Gap::COMMA.and(Gap::PAUSE)) {
        let open = (end.saturating_sub(6).max(start + 1)..end).find(|&i| words.gap(i).has(Gap::OPEN));
        return open.unwrap_or(end);
    }
    let day = end > start + 1 && is_time(words.term(end - 1)) && !words.gap(end).has(Gap::COMMA.and(Gap::PAUSE));
    if day && words.follows(end - 1) {
        end -= 1;
        while end > start + 1 && words.follows(end - 1) && scene.is(end - 1, "on last this late earlier") {
            end -= 1;
        }
    }
    end
}

/// The subject that ends at `end`, right before its verb; `plain` where whoever has this verb speaks.
fn ending(scene: &Scene<'_, '_>, start: usize, end: usize, plain: bool) -> Option<Subject> {
    let words = scene.words;
    if is_pronoun(words.term(end - 1)) {
        // What it praises or calls so may be anything's.
        if words.term(end - 1) == "it" && !plain {
            return None;
        }
        return Some(Subject::words(end - 1, end, Called::Pronoun));
    }
    // `who said`, `who lives in Leeds said`: the one named before it.
    if let Some(who) = relative(scene, start, end) {
        return ending(scene, start, who + 1, false);
    }
    if scene.is(end - 1, "who which that") && !words.cap(end - 1) && end > start + 1 {
        return match scene.person(end - 2) {
            Some(name) if name.from >= start => Some(Subject::name(name)),
            _ => noun(scene, start, end - 1, end - 1, false),
        };
    }
    // `a spokesman for the ministry said`, `the head of the U.N. said`: the noun before the preposition.
    let head = heads::head(scene, start, end);
    let name = scene.named(head - 1).filter(|n| n.from >= start && n.to == head);
    // Reuters of `told Reuters` is no speaker.
    let told = |n: &&Naming| n.from > start && scene.is(n.from - 1, "told tells asked");
    if let Some(n) = name.filter(|n| !told(n)) {
        if n.is_people {
            return Some(Subject::words(heads::phrase(scene, start, head), end, Called::Role));
        }
        // `Neither Lee nor Kim said`
        let denied = n.from > start && words.term(n.from - 1) == "nor";
        let subject = if head == end {
            joined(scene, start, n)
        } else {
            Subject::name(n)
        };
        return (!denied && !words.possessive(n.to - 1)).then_some(subject);
    }
    noun(scene, start, head, end, plain)
}

/// The `who` of a relative clause that ends at `end` and whose own verb follows it: `a man who met Lee said`, not `a man who
/// Lee said`.
fn relative(scene: &Scene<'_, '_>, start: usize, end: usize) -> Option<usize> {
    let words = scene.words;
    let mut i = end - 1;
    while i > start + 1 && end - i < 10 && !words.gap(i).has(Gap::COMMA.and(Gap::PAUSE)) {
        i -= 1;
        if words.term(i) == "who" && !words.cap(i) {
            let verb = !words.cap(i + 1) && !is_determiner(words.term(i + 1)) && !is_pronoun(words.term(i + 1));
            return verb.then_some(i);
        }
    }
    None
}

/// The noun that ends at `head`, with what is tied to it up to `end`: a role, a name that is nobody's yet, or who has a
/// verb that only speakers have.
fn noun(scene: &Scene<'_, '_>, start: usize, head: usize, end: usize, plain: bool) -> Option<Subject> {
    if head <= start {
        return None;
    }
    let words = scene.words;
    let from = heads::phrase(scene, start, head);
    let before = if from > start && words.follows(from) {
        from - 1
    } else {
        from
    };
    let term = words.term(before);
    let after_verb = before < from && !words.cap(before) && !bounds(term) && scene.tables.verb(term).is_none();
    // `one of the sources`, not the hospital of `a woman visiting the hospital`, nor what an unknown verb has behind it.
    let is_role = scene.tables.is_role(words.term(head - 1)) && !(after_verb && term.ends_with("ing"))
        || head < end && words.term(head - 1) == "one";
    if is_role || plain && (!after_verb || is_time(term)) && heads::is_somebody(scene, from, head) {
        return Some(Subject::words(from, end, Called::Role));
    }
    let printed = plain && head == end && heads::is_printed_name(scene, from, end);
    printed.then(|| Subject::words(from, end, Called::Name))
}

/// Of `Abe and Kishida said` the first named.
fn joined(scene: &Scene<'_, '_>, start: usize, name: &Naming) -> Subject {
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
            .filter(|f| f.from >= start && scene.kind(f) == scene.kind(name))
    {
        return Subject::name(first);
    }
    Subject::name(name)
}
