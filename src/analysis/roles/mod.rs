//! Which title stands before a name, and who is meant by a description without one: “the top U.S. diplomat”?
//!
//! [`offices`] knows the words, [`ground`] what is named where, [`phrase`] reads an office with what is said of it, [`held`]
//! who holds it by this text. A description means the one person who does; where it may be two, or somebody whom the text
//! does not name, it means nobody.
//!
//! A description is a mention of the person from its article to its last word. A country named in it stays a mention of the
//! country, as one in a body's name does (`Japanese` in `the Japanese foreign ministry`): what lies inside counts for itself.

mod ground;
mod held;
mod offices;
mod phrase;
mod title;

use crate::listing::{List, among};
use dateline_corpus::{EntityKind, Found, How, Mention, Span};

pub use offices::Offices;

use crate::people::Sight;
use crate::report::span;
use crate::words::{Case, Gap};
use ground::Ground;
use held::{Held, Holders, closes, holder};
use phrase::{Opening, Phrase, Reader};

/// Verbs and particles behind which an office is what somebody is or becomes, and nobody is meant by it.
const PREDICATIVE: &List = &List::new(
    "is are was were be been being am become becomes became becoming as named elected appointed remain remains \
    remained called chosen",
);

/// Words between these and the office.
const BETWEEN: &List = &List::new("not no longer now also still once currently then");

/// Nouns that make something else of an office before them: the president job.
const COMPOUNDS: &List = &List::new(
    "job post role office position election elections candidate candidates campaign race seat title hopeful nominee \
    nomination emeritus designate elect contest palace spokesman spokeswoman pro ship slot level meeting talks \
    residence house board system fund",
);

/// Of these, those that speak of the office itself also behind whose it is: the judge’s job.
const OFFICE: [&str; 6] = ["job", "post", "role", "position", "seat", "title"];

/// Where a description is, and where the text says who holds that office.
pub type Described = (Span, Span);

/// Gives people's mentions their titles, and people the descriptions that mean them.
pub fn roles(sight: Sight<'_, '_>, offices: &Offices, found: &mut [Found]) -> Vec<Described> {
    let is_person = |f: &&Found| f.entity.key.kind == EntityKind::Person;
    if !found.iter().any(|f| is_person(&f)) {
        return Vec::new();
    }
    let ground = Ground::new(sight.words, found);
    let reader = Reader {
        sight,
        ground: &ground,
        offices,
    };
    let people = found.iter_mut().filter(|f| f.entity.key.kind == EntityKind::Person);
    for (mention, at) in people.flat_map(|f| &mut f.mentions).zip(ground.people()) {
        let start = title::start(&reader, *at).and_then(|from| sight.words.get(from));
        mention.title = start.map_or(0, |word| mention.span.start.saturating_sub(word.start as u32));
    }
    described(&reader, found)
}

fn described(reader: &Reader<'_, '_>, found: &mut [Found]) -> Vec<Described> {
    let words = reader.sight.words;
    let mut holders = Holders::default();
    let mut rest = Vec::new();
    let mut i = 0;
    while i < words.len() {
        let Some(phrase) = reader.at(i) else {
            i += 1;
            continue;
        };
        i = phrase.head.1;
        match holder(reader, &phrase) {
            Some((named, told)) => holders.add(
                reader,
                Held {
                    person: Some(named.found),
                    role: phrase.role,
                    told,
                },
            ),
            None => rest.push(phrase),
        }
    }
    if holders.is_empty() {
        return Vec::new();
    }
    holders.settle_lands(reader, &rest);
    // Whoever is spoken of and is none of them may be meant by less as well: `a minister`, `the Chinese president`.
    let mut others: Vec<Held> = Vec::new();
    for phrase in &rest {
        let other = match phrase.opening {
            // Of presidents there is one at a time: `a president` is any.
            Opening::Indefinite => !reader.offices.rules(phrase.role.office) && !is_predicate(reader, phrase),
            _ if phrase.is_definite() => !phrase.role.is_bare() && holders.only(reader, &phrase.role).is_none(),
            _ => false,
        };
        if other && !phrase.titles_only {
            others.push(Held {
                person: None,
                role: phrase.role.clone(),
                told: phrase.head,
            });
        }
    }
    others.into_iter().for_each(|other| holders.add(reader, other));
    let mut all = Vec::new();
    for phrase in rest {
        if !describes(reader, &phrase) {
            continue;
        }
        let Some(held) = holders.only(reader, &phrase.role) else {
            continue;
        };
        // Who is only called `the minister` has been named before.
        if phrase.role.is_bare() && held.told.0 > phrase.from {
            continue;
        }
        let Some(one) = held.person.map(|p| &mut found[p]) else {
            continue;
        };
        let from = match phrase.opening {
            Opening::Owner if reader.ground.person(phrase.from).is_some() => phrase.inner,
            _ => phrase.from,
        };
        let at = span(reader.sight, from, phrase.to);
        all.push((at, span(reader.sight, held.told.0, held.told.1)));
        one.mentions.push(Mention::new(at, How::Role));
    }
    if !all.is_empty() {
        found.iter_mut().for_each(|f| f.mentions.sort_unstable());
    }
    all
}

/// Whether a phrase is what somebody is or becomes: is no longer the president; Lee, the president.
fn is_predicate(reader: &Reader<'_, '_>, phrase: &Phrase<'_>) -> bool {
    let words = reader.sight.words;
    let Some(mut before) = phrase.from.checked_sub(1) else {
        return false;
    };
    if !words.follows(phrase.from) {
        let named = reader.ground.person(before).is_some();
        let aged = words.get(before).is_some_and(|w| w.case == Case::Number);
        return words.gap(phrase.from).has(Gap::COMMA) && (named || aged) && closes(reader, phrase.to);
    }
    while before > 0 && words.follows(before) && words.is(before, BETWEEN) {
        before -= 1;
    }
    words.is(before, PREDICATIVE)
}

/// Whether a phrase means somebody: it is definite, no title, not beside a name, and says all that there is to say.
fn describes(reader: &Reader<'_, '_>, phrase: &Phrase<'_>) -> bool {
    let words = reader.sight.words;
    if !phrase.is_definite() || phrase.titles_only || is_predicate(reader, phrase) {
        return false;
    }
    let next = phrase.to;
    if reader.ground.person(next).is_some() && words.gap(next).only(Gap::SPACE.and(Gap::COMMA)) {
        return false;
    }
    // `the president, prime minister and foreign minister of Latvia`: whose, is said behind the last.
    let joined = next + usize::from(matches!(words.term(next), "and" | "or"));
    let listed = words.gap(next).only(Gap::SPACE.and(Gap::COMMA));
    if listed && reader.offices.at(words, joined).is_some() {
        return false;
    }
    if !words.follows(next) {
        return true;
    }
    let term = words.term(next);
    let compound = words.glued(next)
        || words.cap(next) && !words.weak(next)
        || among(COMPOUNDS, term) && (!words.possessive(next - 1) || OFFICE.contains(&term))
        || matches!(term, "who" | "that" | "which" | "whose" | "of" | "or");
    // `the general election`: an adjective, unless a verb follows.
    let adjective = phrase.role.head == "general" && !matches!(term, "said" | "was" | "is" | "has" | "had" | "told");
    !compound && !adjective
}
