//! Who holds which office, by this text alone: a title before the name, a phrase beside it, a sentence that says so.

use dateline_corpus::CountryCode;
use rustc_hash::FxHashMap;

use super::ground::Named;
use super::offices::Office;
use super::phrase::{Opening, Phrase, Reader, Role};
use crate::words::Gap;

/// Most holders of one office that a description is compared with; where there are more it means none of them.
const MOST: usize = 16;

/// An office and who holds it.
#[derive(Clone, Debug)]
pub struct Held<'t> {
    /// The person, by the text's entities; none of somebody who is not named.
    pub person: Option<usize>,
    /// The office.
    pub role: Role<'t>,
    /// The words that say so.
    pub told: (usize, usize),
}

/// All that a text says of who holds what.
#[derive(Debug, Default)]
pub struct Holders<'t> {
    all: Vec<Held<'t>>,
    by_office: FxHashMap<Office, Vec<usize>>,
    by_head: FxHashMap<&'static str, Vec<usize>>,
    leaders: Vec<usize>,
}

impl<'t> Holders<'t> {
    /// Adds what is not there yet.
    pub fn add(&mut self, reader: &Reader<'_, '_>, held: Held<'t>) {
        let of_office = self.by_office.entry(held.role.office).or_default();
        let same = |&n: &usize| self.all[n].person == held.person && self.all[n].role == held.role;
        if of_office.len() > MOST || of_office.iter().any(same) {
            return;
        }
        let n = self.all.len();
        of_office.push(n);
        let of_head = self.by_head.entry(held.role.head).or_default();
        if of_head.len() <= MOST {
            of_head.push(n);
        }
        if reader.offices.rules(held.role.office) && self.leaders.len() <= MOST {
            self.leaders.push(n);
        }
        self.all.push(held);
    }

    /// Whoever is called president of no country is the president of whom the text speaks elsewhere: where it names nobody
    /// else of that office, and speaks of the office in no country but the one that it names most often.
    pub fn settle_lands(&mut self, reader: &Reader<'_, '_>, rest: &[Phrase<'_>]) {
        let Some(main) = reader.ground.main() else { return };
        let mut lands: FxHashMap<Office, Option<CountryCode>> = FxHashMap::default();
        for role in rest.iter().filter(|p| p.is_definite()).map(|p| &p.role) {
            let Some(land) = role.land.filter(|_| reader.offices.is_state(role.office)) else {
                continue;
            };
            let one = lands.entry(role.office).or_insert(Some(land));
            *one = one.filter(|one| *one == land);
        }
        for (office, _) in lands.into_iter().filter(|(_, land)| *land == Some(main)) {
            let Some(list) = self.by_office.get(&office) else {
                continue;
            };
            let first = self.all[list[0]].person;
            let alone = |n: &usize| {
                let held = &self.all[*n];
                held.person == first && held.role.land.is_none() && !held.role.is_of_body
            };
            if list.iter().all(alone) {
                list.iter().for_each(|&n| self.all[n].role.land = Some(main));
            }
        }
    }

    /// Whether anybody is known to hold anything.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The one person whom a role describes; none where it may be two, or somebody who is not named.
    pub fn only(&self, reader: &Reader<'_, '_>, role: &Role<'_>) -> Option<&Held<'t>> {
        let leads = role.office == reader.offices.leader() && role.land.is_some();
        let lists = [
            self.by_office.get(&role.office),
            self.by_head.get(role.head),
            leads.then_some(&self.leaders),
        ];
        let mut only: Option<&Held> = None;
        for list in lists.into_iter().flatten() {
            if list.len() > MOST {
                return None;
            }
            for held in list.iter().map(|&n| &self.all[n]) {
                if !role.may_be(&held.role, reader.offices) {
                    continue;
                }
                if held.person.is_none() || only.is_some_and(|other| other.person != held.person) {
                    return None;
                }
                only = only.or(Some(held));
            }
        }
        only
    }
}

/// Whose office a phrase is said to be, and the words that say so.
pub fn holder(reader: &Reader<'_, '_>, phrase: &Phrase<'_>) -> Option<(Named, (usize, usize))> {
    let (words, ground, lexicon) = (reader.sight.words, reader.ground, reader.sight.lexicon);
    // King Abdullah: the title is part of the name.
    if let Some(named) = ground.person(phrase.head.0) {
        return Some((named, (phrase.inner, named.to)));
    }
    // Before a name, other titles between them: Prime Minister Dr. Mahathir Mohamad.
    if let Some(named) = reader.titled(phrase.to) {
        return (phrase.head.1 == phrase.to || phrase.titles_only).then_some((named, (phrase.inner, named.to)));
    }
    let starts = |at: usize| ground.person(at).filter(|n| n.from == at);
    if phrase.titles_only {
        return None;
    }
    let comma = |at: usize| words.gap(at).has(Gap::COMMA) && words.gap(at).only(Gap::COMMA.and(Gap::SPACE));
    let listed = |at: usize| comma(at) && matches!(words.term(at), "and" | "or");
    let definite = phrase.is_definite() || phrase.opening == Opening::Pronoun;
    // Beside the name that follows: the foreign minister, Fumio Kishida, said.
    if definite
        && comma(phrase.to)
        && let Some(named) = starts(lexicon.titles_at(words, phrase.to).unwrap_or(phrase.to))
    {
        return closes(reader, named.to).then_some((named, (phrase.from, named.to)));
    }
    let first = phrase.from;
    let ends = |at: usize| {
        let last = at.checked_sub(1)?;
        ground.person(last).filter(|n| n.to == at)
    };
    // Beside the name before it, an age between them: Ann Lee, 45, the finance minister, said.
    let aged =
        first > 0 && comma(first) && words.raw(first - 1).bytes().all(|b| b.is_ascii_digit()) && comma(first - 1);
    let end = first - usize::from(aged);
    if comma(end)
        && let Some(named) = ends(end)
    {
        let also = words.term(phrase.to) == "and"
            && words.follows(phrase.to)
            && reader.offices.at(words, phrase.to + 1).is_some();
        let closed = closes(reader, phrase.to) && !listed(phrase.to) || words.term(phrase.to) == "who" || also;
        // An owner who is a person is no office's holder; a name that follows is another one's, beside this phrase.
        return (closed && starts(phrase.to).is_none()).then_some((named, (named.from, phrase.to)));
    }
    told(reader, phrase).and_then(|at| {
        let at = at - usize::from(at > 0 && words.term(at - 1) == "who");
        ends(at).map(|named| (named, (named.from, phrase.to)))
    })
}

/// Whether what is put in beside a name ends before word `at`.
pub fn closes(reader: &Reader<'_, '_>, at: usize) -> bool {
    const STOPS: Gap = Gap::COMMA
        .and(Gap::STOP)
        .and(Gap::END)
        .and(Gap::OPEN)
        .and(Gap::CLOSE)
        .and(Gap::PAUSE)
        .and(Gap::BREAK);
    reader.sight.words.gap(at).has(STOPS)
}

/// Where the verb starts that gives an office to the one named before it: is, became, was named.
fn told(reader: &Reader<'_, '_>, phrase: &Phrase<'_>) -> Option<usize> {
    let words = reader.sight.words;
    let mut at = phrase.from.checked_sub(1)?;
    if !words.follows(phrase.from) {
        return None;
    }
    if words.term(at) == "as" && words.follows(at) {
        at = at.checked_sub(1)?;
        matches!(words.term(at), "appointed" | "named" | "elected" | "in" | "chosen").then_some(())?;
    }
    match words.term(at) {
        "is" | "became" | "becomes" | "remains" => Some(at),
        "named" | "appointed" | "elected" | "chosen" | "made" | "in" => {
            let at = if words.term(at) == "in" { at.checked_sub(1)? } else { at };
            let be = at.checked_sub(1)?;
            let passive = matches!(words.term(be), "was" | "been" | "is") && words.follows(at);
            let has = usize::from(words.term(be) == "been");
            (passive && (words.term(at) != "in")).then(|| be.saturating_sub(has))
        }
        _ => None,
    }
}
