//! Does a text call one thing by one name? What is named in several places is of one kind.
//!
//! Names are told by the words around them, which at some places say little. So the same words are read alike in all
//! places of a text: as the kind that they were most often taken for, as a person where they begin or end the longer name of
//! one, and as a body where the text says that it is a firm, whoever else has the name.

use crate::listing::List;
use rustc_hash::{FxHashMap, FxHashSet};

use super::fit::{BODY, COUNTRY, PERSON};
use super::page::Page;
use super::{KINDS, NameKind, Named};
use crate::container::SETTLED;
use crate::evidence::placed;
use crate::lexicon::Kind;
use crate::words::Gap;

/// A bit above all votes that a text can cast, however long: what it says once it need not repeat.
const SAID: u32 = 1 << 24;

/// What the text says of the names that are the same words.
#[derive(Clone, Copy, Default)]
struct Votes([u32; KINDS.len()]);

impl Votes {
    /// The kind voted for most, the first of equals.
    fn winner(self) -> NameKind {
        let most = (0..KINDS.len()).rev().max_by_key(|&k| self.0[k]);
        KINDS[most.unwrap_or_default()]
    }
}

/// Nouns that are said of people and places as figures of speech: `Obama was a force for good`.
const FIGURES: &List =
    &List::new("force wing home bridge base field mine peak group family model hit event fort title story");

/// Nouns of people that are said of countries, clubs and firms too: `Toyota is a leader in`.
const ANYBODY: &List =
    &List::new("leader champion rival partner host owner member winner friend supporter player critic");

/// The kind of the nouns of a class, see [`Page::noun`].
fn kind_of(class: u8) -> Option<NameKind> {
    match class {
        1 => Some(NameKind::Person),
        2 => Some(NameKind::Body),
        3 => Some(NameKind::Place),
        4 | 5 => Some(NameKind::Other),
        _ => None,
    }
}

/// What the noun right before a name says that it is: `the author JK Rowling`, `the border agency, Frontex, saw`, `the island of
/// Lampedusa`, `the MP for Bradford West`. Only of what the rules do not know for something else.
fn introduced(page: &Page<'_, '_>, name: &Named) -> Option<NameKind> {
    let words = page.sight.words;
    let last = name.from.checked_sub(1)?;
    let ties = matches!(words.term(last), "of" | "for");
    let noun = last.checked_sub(usize::from(ties))?;
    let set_off = words.gap(name.from) == Gap::COMMA.and(Gap::SPACE) && words.gap(name.to).has(Gap::COMMA);
    if !words.follows(name.from) && !set_off || words.possessive(noun) || ties && !words.follows(last) {
        return None;
    }
    if words.term(last) == "for" && words.is(noun, "mp mps msp") {
        return Some(NameKind::Place);
    }
    if words.cap(noun) {
        return None;
    }
    let kind = match (words.term(last), kind_of(page.noun(noun))?) {
        ("of", NameKind::Place) if words.is(noun, SETTLED) => NameKind::Place,
        _ if ties => return None,
        (_, NameKind::Person) if !set_off && !words.term(noun).ends_with('s') && !words.is(noun, ANYBODY) => {
            NameKind::Person
        }
        (_, NameKind::Body) if !words.term(noun).ends_with('s') && !words.is(noun, FIGURES) => NameKind::Body,
        _ => return None,
    };
    let reading = page.fact(name.from).rules / 2;
    (reading == 0 || reading == PERSON && kind == NameKind::Place).then_some(kind)
}

/// What kind of thing the text says that a name is: `Caloi is a Brazilian maker of bicycles`, `Bank Hey, a suburb of Blackburn`. Not
/// so `Caloi is a company director`.
fn said(page: &Page<'_, '_>, name: &Named) -> Option<NameKind> {
    const FAR: usize = 8;
    let words = page.sight.words;
    let mut at = name.to;
    // What stands in brackets behind a name.
    if words.gap(at).has(Gap::OPEN) {
        at = (at..at + 2 * FAR).find(|&k| words.gap(k).has(Gap::CLOSE))?;
    }
    let verb = matches!(words.term(at), "is" | "was" | "are" | "were") && !words.gap(at).has(Gap::END.and(Gap::BREAK));
    let article = at + usize::from(verb);
    let said = verb || words.gap(at).has(Gap::COMMA);
    if !said || !matches!(words.term(article), "a" | "an" | "the" | "one") {
        return None;
    }
    // Not `talks with Putin, the ministry said`.
    let ends = |k: usize| {
        !words.follows(k)
            || verb && words.listed(k).kind() == Some(Kind::Stop)
            || matches!(
                words.term(k),
                "of" | "in"
                    | "from"
                    | "for"
                    | "by"
                    | "on"
                    | "with"
                    | "at"
                    | "near"
                    | "that"
                    | "which"
                    | "who"
                    | "based"
                    | "located"
                    | "founded"
            )
    };
    // `one of the largest banks in`.
    let first = article
        + if words.term(article) == "one" && words.term(article + 1) == "of" {
            3
        } else {
            1
        };
    // The head of the phrase: of `the frontman of a band` it is the frontman.
    let mut phrase = (first..first + FAR).take_while(|&k| words.follows(k));
    let noun = phrase.find(|&k| !words.cap(k) && ends(k + 1))?;
    let kind = kind_of(page.noun(noun))?;
    let fact = page.fact(name.from);
    let reading = fact.rules / 2;
    let figure = words.is(noun, FIGURES);
    let fits = match reading {
        0 => kind != NameKind::Person || !words.is(noun, ANYBODY),
        PERSON => !figure && kind != NameKind::Other,
        BODY => kind == NameKind::Body,
        _ => false,
    };
    // `In Lumberton, a group of farmers`.
    let apart = !verb && placed(words, name.from);
    (fits && !apart).then_some(kind)
}

/// Makes names that are the same words the same kind. Time: linear in their number.
pub fn agree(page: &Page<'_, '_>, names: &mut [Named]) {
    // Phrases by a hash of 64 bits: two that are taken for one would cost a kind, nothing else.
    let phrase = |from: usize, to: usize| {
        (from..to).fold(0_u64, |h, i| {
            (h ^ u64::from(page.fact(i).term))
                .wrapping_mul(0x9E37_79B9_7F4A_7C15)
                .rotate_left(29)
        })
    };
    let words = page.sight.words;
    let mut votes: FxHashMap<u64, Votes> = FxHashMap::default();
    // Surnames of whom the text addresses: `Mr. Mirzoyan`.
    let mut addressed: FxHashSet<u64> = FxHashSet::default();
    for name in names.iter() {
        let address = name.from > 0 && words.follows(name.from) && words.is(name.from - 1, "mr mrs ms mx sir dame");
        if name.kind == NameKind::Person && address {
            addressed.insert(phrase(name.to - 1, name.to));
        }
        let here = votes.entry(phrase(name.from, name.to)).or_default();
        here.0[name.kind as usize] += 1;
        if let Some(kind) = said(page, name).or_else(|| introduced(page, name)) {
            here.0[kind as usize] |= SAID;
        }
        if name.kind == NameKind::Person && name.to > name.from + 1 {
            for part in [name.from, name.to - 1] {
                votes.entry(phrase(part, part + 1)).or_default().0[NameKind::Person as usize] += 2;
            }
        }
    }
    for name in names {
        // `Ararat Mirzoyan`, whose given name is a mountain's too: whoever is addressed by the last word is meant, unless the rules see
        // another name that reaches so far (`Port Washington`).
        let rules = page.fact(name.to - 1).rules;
        let one = rules % 2 == 1 && rules / 2 != PERSON;
        if matches!(name.to - name.from, 2 | 3) && !one && addressed.contains(&phrase(name.to - 1, name.to)) {
            name.kind = NameKind::Person;
            continue;
        }
        if let Some(votes) = votes.get(&phrase(name.from, name.to)) {
            let kind = votes.winner();
            // Who is called Israel Katz does not make a person of Israel.
            let country = page.fact(name.from).rules / 2 == COUNTRY;
            // `Mr. Caloi` of the firm Caloi, the Caloi family.
            let titled = name.from > 0 && words.follows(name.from) && words.listed(name.from - 1).ends_title()
                || matches!(words.term(name.to), "family" | "brothers" | "dynasty");
            if (!country || kind != NameKind::Person) && !(titled && name.kind == NameKind::Person) {
                name.kind = kind;
            }
        }
    }
}
