//! An office with the words around it: whose it is, which of several, and how it is opened.

use crate::listing::{List, among};
use dateline_corpus::{CountryCode, EntityKind};

use super::ground::{Ground, Named};
use super::offices::{Form, Modifier, Office, Offices, spelt};
use crate::lexicon::Kind;
use crate::people::Sight;
use crate::quotations::Sex;
use crate::words::{Case, Gap};

/// Most words before an office that are read with it: `the former deputy West German defence minister` has five.
const LONGEST: usize = 8;
/// Most words of what an office is of: `minister of trade and industry` has three.
const OBJECT: usize = 3;

/// Nouns that stand for a body or a state named before: `the company’s chief executive`.
const OWNERS: &List = &List::new(
    "company firm country nation group team party bank club university agency state city union organisation \
    organization school kingdom ministry department airline church league republic",
);

/// How a phrase begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// `the`.
    Definite,
    /// The name of whose it is: `Japan’s`.
    Owner,
    /// `a`, `another`, `any`, `no`.
    Indefinite,
    /// `his`, `its`.
    Pronoun,
    /// By itself, as before a name.
    Bare,
}

/// An office and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role<'t> {
    /// Which.
    pub office: Office,
    /// The word that it is called by: minister.
    pub head: &'static str,
    /// Whether it is called by nothing else.
    pub is_plain: bool,
    /// Whose the word is.
    pub sex: Option<Sex>,
    /// What makes another office of it: deputy, former.
    pub ranks: Vec<&'static str>,
    /// Its country.
    pub land: Option<CountryCode>,
    /// Bodies and places it is of, by the text's entities.
    pub of: Vec<usize>,
    /// Whether one of these is a body.
    pub is_of_body: bool,
    /// What else is said of it: finance, opposition.
    pub words: Vec<&'t str>,
}

/// Words that name an office.
#[derive(Clone, Debug)]
pub struct Phrase<'t> {
    /// First word; one past the last.
    pub from: usize,
    /// See there.
    pub to: usize,
    /// The first word behind an article or a pronoun.
    pub inner: usize,
    /// The words of the office itself.
    pub head: (usize, usize),
    /// How it begins.
    pub opening: Opening,
    /// Whether it stands before names only.
    pub titles_only: bool,
    /// What it says.
    pub role: Role<'t>,
}

/// What is read.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a, 't> {
    /// The words.
    pub sight: Sight<'a, 't>,
    /// What is named where.
    pub ground: &'a Ground,
    /// The table.
    pub offices: &'a Offices,
}

/// What stands before an office.
#[derive(Clone, Debug, Default)]
pub struct Before<'t> {
    /// First word, an article included.
    pub from: usize,
    /// The same without article.
    pub inner: usize,
    /// How it begins.
    pub opening: Option<Opening>,
    ranks: Vec<&'static str>,
    lands: Vec<CountryCode>,
    of: Vec<usize>,
    words: Vec<&'t str>,
}

impl<'a, 't: 'a> Reader<'a, 't> {
    /// The office whose own words start at word `i`.
    pub fn at(&self, i: usize) -> Option<Phrase<'a>> {
        let words = self.sight.words;
        let (form, end) = self.offices.at(words, i)?;
        // `the Prime Minister’s Office`, `Senator Hotel`.
        if (i..end).any(|k| {
            self.ground
                .at(k)
                .is_some_and(|n| n.kind != EntityKind::Person || n.from < i)
        }) {
            return None;
        }
        let before = self.before(i, self.titled(end).is_some());
        let mut role = Role {
            office: form.office,
            head: form.head,
            is_plain: form.is_plain(),
            sex: form.sex,
            ranks: before.ranks,
            land: before.lands.first().copied(),
            of: before.of,
            is_of_body: false,
            words: before.words,
        };
        let to = self.behind(form, end, &mut role);
        let whole = self.offices.with(form, &role.words);
        if let Some(whole) = whole {
            role.office = whole.office;
            role.is_plain = false;
            role.words.retain(|w| Some(*w) != whole.apart);
        }
        let default = whole.unwrap_or(form).country.and_then(CountryCode::parse);
        role.land = role.land.or(default);
        role.ranks.sort_unstable();
        role.ranks.dedup();
        role.is_of_body = role.of.iter().any(|of| self.ground.is_body(*of));
        Some(Phrase {
            from: before.from,
            to,
            inner: before.inner,
            head: (i, end),
            opening: before.opening.unwrap_or(Opening::Bare),
            titles_only: form.titles_only,
            role,
        })
    }

    /// The person whose name stands behind a title that ends at word `i`, and behind further titles.
    pub fn titled(&self, i: usize) -> Option<Named> {
        let words = self.sight.words;
        let mut at = i;
        while at < i + 3
            && words.follows(at)
            && self.ground.person(at).is_none()
            && let Some(next) = self.sight.lexicon.title_at(words, at)
        {
            at = next;
        }
        let near = words.follows(at) && words.gap(at).only(Gap::SPACE.and(Gap::STOP));
        self.ground.person(at).filter(|n| near && n.from == at)
    }

    /// What stands before word `i` in the same phrase; of a title only what titles have.
    pub fn before(&self, i: usize, is_title: bool) -> Before<'a> {
        let words = self.sight.words;
        let mut read = Before {
            from: i,
            inner: i,
            ..Before::default()
        };
        // What was read before the first word that a title would not have.
        let mut title: Option<Before> = None;
        let mut owned = false;
        while read.from > 0 && words.follows(read.from) && i - read.from < LONGEST {
            let at = read.from - 1;
            let term = words.term(at);
            if let Some(named) = self.named(at, read.from) {
                if named.kind == EntityKind::Person && !words.possessive(at) {
                    break;
                }
                self.take(named, &mut read.lands, &mut read.of);
                read.from = named.from;
                if words.possessive(at) {
                    read.opening = Some(Opening::Owner);
                    // The name of an owner who is a person stays apart.
                    if named.kind != EntityKind::Person {
                        read.inner = named.from;
                    }
                    let article = named.from > 0 && words.term(named.from - 1) == "the" && words.follows(named.from);
                    read.from -= usize::from(article);
                    break;
                }
                read.inner = read.from;
                continue;
            }
            let opening = match term {
                "the" => Some(Opening::Definite),
                "a" | "an" | "another" | "one" | "any" | "no" | "every" | "each" | "some" | "this" | "that" => {
                    Some(Opening::Indefinite)
                }
                "his" | "her" | "its" | "their" | "our" | "my" | "your" | "whose" => Some(Opening::Pronoun),
                _ => None,
            };
            if opening.is_some() {
                (read.opening, read.from) = (opening, at);
                break;
            }
            if owned {
                break;
            }
            if words.possessive(at) && among(OWNERS, term) {
                owned = true;
            } else {
                match self.offices.modifier(term) {
                    Some(Modifier::Rank(rank)) => read.ranks.push(rank),
                    Some(Modifier::Word(word)) => read.words.push(word),
                    Some(Modifier::Nothing) => {}
                    None if words.get(at).is_some_and(|w| w.case == Case::Number) => {}
                    None if words.listed(at).kind() == Some(Kind::Stop) || words.listed(at).is_speech() => break,
                    None => {
                        // `Climate Change Minister` at the start of a sentence.
                        let opens = words.weak(at) && !(words.listed(at).is_common() && words.cap(at + 1));
                        if !words.cap(at) || opens || words.possessive(at) {
                            title.get_or_insert_with(|| read.clone());
                        }
                        read.words.push(spelt(term));
                    }
                }
            }
            (read.from, read.inner) = (at, at);
        }
        match (read.opening, title) {
            (opening, Some(title)) if is_title || opening.is_none() => title,
            _ => read,
        }
    }

    /// What is named by words that end before `end`, the last of them at `at`.
    fn named(&self, at: usize, end: usize) -> Option<Named> {
        let named = self.ground.at(at).or_else(|| self.ground.land(at))?;
        (named.to <= end).then_some(named)
    }

    /// Takes what an office is of: a country, or a body or place with the country in its name.
    fn take(&self, named: Named, lands: &mut Vec<CountryCode>, of: &mut Vec<usize>) {
        match self.ground.code(named.found) {
            Some(code) => lands.push(code),
            None => {
                of.push(named.found);
                let inside = self.ground.land(named.from);
                lands.extend(inside.and_then(|land| self.ground.code(land.found)));
            }
        }
    }

    /// Reads what stands behind an office: `-elect`, `of the United States`, `for trade`, `at Acme`. Gives its end.
    fn behind(&self, form: &Form, end: usize, role: &mut Role<'a>) -> usize {
        let words = self.sight.words;
        let mut to = end;
        if words.glued(to)
            && let Some(Modifier::Rank(rank)) = self.offices.modifier(words.term(to))
        {
            role.ranks.push(rank);
            to += 1;
        }
        let preposition = words.term(to);
        let is_sent = matches!(form.head, "ambassador" | "envoy");
        if !words.follows(to)
            || !(matches!(preposition, "of" | "for" | "from" | "at" | "in") || preposition == "to" && is_sent)
        {
            return to;
        }
        let mut at = to + 1;
        if !words.follows(at) {
            return to;
        }
        at += usize::from(words.term(at) == "the");
        if let Some(named) = self
            .ground
            .at(at)
            .or_else(|| self.ground.land(at))
            .filter(|n| n.from == at)
        {
            let mut lands = Vec::new();
            self.take(named, &mut lands, &mut role.of);
            match (role.land, lands.first()) {
                (None, land) if !is_sent => role.land = land.copied(),
                // Whom it is sent to is not whose it is.
                (_, Some(_)) if self.ground.code(named.found).is_some() => role.of.push(named.found),
                _ => {}
            }
            return named.to;
        }
        let first = words.term(at);
        if preposition == "of" && among(OWNERS, first) && !words.possessive(at) {
            return at + 1;
        }
        let portfolio = matches!(self.offices.modifier(first), Some(Modifier::Word(_)));
        if preposition != "of" && !(preposition == "for" && portfolio) {
            return to;
        }
        let most = at + OBJECT;
        let from = at;
        while at < most
            && (at == from || words.follows(at))
            && (words.listed(at).kind() != Some(Kind::Stop) || words.term(at) == "and")
            && !words.listed(at).is_speech()
        {
            role.words.push(spelt(words.term(at)));
            at += 1;
        }
        if at == from {
            // Of what cannot be told: of nothing else that is.
            role.words.push("of");
        }
        at
    }
}

impl Phrase<'_> {
    /// Whether it speaks of one that is known: `the`, `Japan’s`.
    pub fn is_definite(&self) -> bool {
        matches!(self.opening, Opening::Definite | Opening::Owner)
    }
}

impl Role<'_> {
    /// Whether nothing is said of it but the office.
    pub fn is_bare(&self) -> bool {
        self.land.is_none() && self.of.is_empty() && self.words.is_empty()
    }

    /// Whether who is described so may be the one who has the office `held`.
    pub fn may_be(&self, held: &Role<'_>, offices: &Offices) -> bool {
        let leads = self.office == offices.leader()
            && self.is_plain
            && self.land.is_some()
            && self.words.is_empty()
            && offices.rules(held.office);
        let same = self.office == held.office || self.is_plain && self.head == held.head || leads;
        // The president of a company is not `the president` of a text.
        let other = offices.is_state(self.office) && self.is_bare() && held.land.is_none() && held.is_of_body;
        let sexes = self.sex.zip(held.sex).is_none_or(|(a, b)| a == b);
        same && !other
            && sexes
            && self.ranks == held.ranks
            && (self.land.is_none() || self.land == held.land)
            && self.of.iter().all(|of| held.of.contains(of))
            && self.words.iter().all(|word| held.words.contains(word))
    }
}
