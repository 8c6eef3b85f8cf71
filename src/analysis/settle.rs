//! Rules and tagger, whose word counts? The tagger's on people, bodies and where names end; the rules' on countries.
//!
//! A name that both read alike keeps what the rules know of it. Countries stay as the rules have them, because their
//! tables tell more than any text that could be learned from.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use dateline_corpus::text::slug;
use dateline_corpus::{CountryCode, Doubt, Entity, EntityKey, EntityKind, Found, How, Mention, Span};
use rustc_hash::FxHashMap;

use crate::bodies::Bodies;
use crate::cast::{Player, cast, printed};
use crate::container::container;
use crate::countries::Naming;
use crate::doubts;
use crate::evidence::dateline;
use crate::gazetteer::{Hit, Sense};
use crate::marks::{Mark, What};
use crate::people::Sight;
use crate::places::{Meaning, Told, View};
use crate::report::{Report, span};
use crate::tagger::{NameKind, Named};
use crate::walk::state_at;
use crate::words::{Gap, Words};

/// What a text names after both have spoken.
#[derive(Debug)]
pub struct Settled {
    /// Entities in order of their keys.
    pub found: Vec<Found>,
    /// Its people.
    pub players: Vec<Player>,
}

/// Joins what the rules `found` by their `marks` with the tagger's `names`.
///
/// `head` is where the article was written, as its dateline says it, which is no part of the text (`NYNGAN, Australia`).
pub fn settle(view: View<'_, '_>, head: &Words<'_>, marks: &[Mark], found: Vec<Found>, names: &[Named]) -> Settled {
    let sight = view.sight();
    // Most texts need it for no name.
    let lies = LazyCell::new(|| Told::read(view, marks));
    let retold = retold(marks, names);
    let players = cast(sight, &retold);
    let mut report = Report::default();
    report.people(sight, &players);
    let mut taken = vec![false; sight.words.len()];
    // Works, events and peoples are dropped: they stand in no body's way.
    let told = names.iter().filter(|name| name.kind != NameKind::Other);
    told.for_each(|name| taken[name.from..name.to].fill(true));
    // What the rules say of names that both read.
    let mut known: FxHashMap<(EntityKind, Span), (usize, Mention)> = FxHashMap::default();
    // Where they see a place or a country: by start, each with the place's position.
    let mut mapped: BTreeMap<u32, (u32, Option<(usize, Mention)>)> = BTreeMap::new();
    let mut entities = Vec::new();
    for mut one in found {
        let kind = one.entity.key.kind;
        match kind {
            EntityKind::Person => continue,
            EntityKind::Country => {
                for mention in one.mentions.iter().filter(|m| m.how != How::Place) {
                    mapped.entry(mention.span.start).or_insert((mention.span.end, None));
                }
            }
            // What the tagger passes by stays, and what ends in lower case: it looks only at words with capitals, not at the
            // last one of `the Japanese foreign ministry`.
            _ => one.mentions.retain(|mention| {
                let at = sight.words.at_byte(mention.span.start as usize);
                let last = sight.words.at_byte(mention.span.end as usize).max(at + 1) - 1;
                let both = taken[at] && sight.words.cap(last);
                if both {
                    known.insert((kind, mention.span), (entities.len(), *mention));
                }
                if matches!(kind, EntityKind::Place | EntityKind::Region) {
                    // What stays is not told a second time.
                    let again = both.then_some((entities.len(), *mention));
                    mapped.insert(mention.span.start, (mention.span.end, again));
                }
                !both
            }),
        }
        entities.push(one.entity.clone());
        report.keep(one);
    }
    let bodies = Bodies::read(sight, &retold);
    // Places of the rules that are part of a longer name.
    let mut wider: FxHashMap<Span, Span> = FxHashMap::default();
    // Where the text says once that a place lies, it lies wherever it is named.
    let words_of = |name: &Named| terms(sight.words, name.from, name.to);
    let mut beside: FxHashMap<Vec<&str>, CountryCode> = FxHashMap::default();
    if let Some(comma) = (1..head.len()).find(|&i| head.gap(i).has(Gap::COMMA))
        && let Some(code) = lies_in(View { words: head, ..view }, 0, comma)
    {
        beside.insert(terms(head, 0, comma), code);
    }
    for name in names.iter().filter(|name| name.kind != NameKind::Other) {
        if let Some(code) = lies_in(view, name.from, name.to) {
            beside.entry(words_of(name)).or_insert(code);
        }
    }
    for name in names {
        let at = span(sight, name.from, name.to);
        let told = |kind| {
            let known = known.get(&(kind, at));
            known.map(|&(n, mention): &(usize, Mention)| (entities[n].clone(), mention))
        };
        let lies_in = || beside.get(&words_of(name)).copied();
        let kind = match name.kind {
            // `BALMORAL, Scotland —`.
            NameKind::Place | NameKind::Person if bodies.explains(sight, name.from, name.to) => NameKind::Body,
            // `Santa Fe, N.M.`
            NameKind::Body if name.to == name.from + 1 && state_at(sight, name.from).is_some() => NameKind::Place,
            NameKind::Body if dateline(sight.words, name.from, name.to) && lies_in().is_some() => NameKind::Place,
            kind => kind,
        };
        let ware = |mark: &Mark| {
            let range = (mark.from, mark.to);
            Naming { view, range }.ware()
        };
        if phrase(marks, name).is_some_and(|(mark, _)| ware(mark)) {
            continue;
        }
        let entity = match kind {
            NameKind::Body => {
                let named = || bodies.told(sight, name.from, name.to);
                let made = || {
                    named().map(|named| Entity {
                        key: EntityKey::new(EntityKind::Organisation, slug(&named.name)),
                        name: named.name,
                        country: named.country,
                        point: None,
                    })
                };
                let made = || made().map(|entity| (entity, Mention::new(at, How::Name)));
                let Some(entity) = told(EntityKind::Organisation).or_else(made) else {
                    continue;
                };
                entity
            }
            NameKind::Place => {
                // What the rules find on the map says more than a name alone; where it is a part, of its part: `Old Goa`.
                let inner = mapped
                    .range(..at.end)
                    .next_back()
                    .filter(|(_, place)| place.0 > at.start);
                if inner.is_none()
                    && let Some((mark, hit)) = phrase(marks, name)
                    && placed(&mut report, view, &lies, mark, hit)
                {
                    continue;
                }
                let whole = inner.is_none_or(|(start, place)| at.start < *start || place.0 < at.end);
                match inner {
                    Some((_, (_, None))) if !whole => continue,
                    // A region is the same one by a longer name: `the Asia-Pacific region`.
                    Some((_, (_, Some((n, mention))))) if !whole || entities[*n].key.kind == EntityKind::Region => {
                        (entities[*n].clone(), *mention)
                    }
                    _ => {
                        let known = inner.and_then(|(_, place)| place.1).map(|(n, m)| (&entities[n], m));
                        let country = known.and_then(|(k, _)| k.country).or_else(lies_in);
                        if let Some((_, mention)) = known {
                            wider.insert(mention.span, at);
                        }
                        let name = printed(sight, name.from, name.to);
                        let entity = Entity {
                            key: EntityKey::new(EntityKind::Place, within(slug(&name), country)),
                            name,
                            country,
                            point: known.and_then(|(k, _)| k.point),
                        };
                        let doubt = match known {
                            Some((_, mention)) => mention.doubt,
                            None => Some(Doubt::Unlisted),
                        };
                        if let (None, Some(code)) = (known, country) {
                            let mention = Mention::new(at, How::Place);
                            report.country(view.gazetteer, code, Mention { doubt, ..mention });
                        }
                        (
                            entity,
                            Mention {
                                doubt,
                                ..Mention::new(at, How::Name)
                            },
                        )
                    }
                }
            }
            NameKind::Person | NameKind::Other => continue,
        };
        let (entity, mention) = entity;
        report.add(entity, mention);
    }
    // What abbreviates a name that only the tagger sees.
    let letters = marks
        .iter()
        .filter(|m| matches!(m.what, What::Letters) && !taken[m.from]);
    for mark in letters.filter(|m| bodies.explains(sight, m.from, m.to)) {
        if let Some(named) = bodies.told(sight, mark.from, mark.to) {
            report.body(sight, mark, named);
        }
    }
    let mut found = report.finish();
    widen(&mut found, &wider);
    Settled { found, players }
}

/// Words `from..to`, folded.
fn terms<'w>(words: &'w Words<'_>, from: usize, to: usize) -> Vec<&'w str> {
    (from..to).map(|i| words.term(i)).collect()
}

/// The country that stands behind a place that the tables do not have: `Nyngan, Australia`, `Hruza in Ukraine`.
fn lies_in(view: View<'_, '_>, from: usize, to: usize) -> Option<CountryCode> {
    let words = view.words;
    let beside = || {
        let hit = view
            .gazetteer
            .find(words, to + 1)
            .filter(|_| words.cap(to + 1) && words.follows(to + 1))?;
        view.gazetteer.senses(hit).find_map(|sense| match sense {
            Sense::Country {
                code,
                how: How::Name,
                weak: false,
            } => Some(code),
            _ => None,
        })
    };
    let beside = || beside().filter(|_| words.term(to) == "in" && words.follows(to));
    // `Rift Valley, North Eastern and Western` is a list.
    let container = container(view, from, to).filter(|c| c.firm || c.division.is_none());
    container.map(|container| container.country).or_else(beside)
}

/// The phrase of the tables that a name is.
fn phrase<'m>(marks: &'m [Mark], name: &Named) -> Option<(&'m Mark, Hit)> {
    let first = marks.partition_point(|m| m.from < name.from);
    let same = marks[first..].iter().take_while(|m| m.from == name.from);
    same.filter(|m| m.to == name.to).find_map(|m| match m.what {
        What::Known { hit, inside: false } => Some((m, hit)),
        _ => None,
    })
}

/// Adds a place of the tables that the rules took for none, now that the tagger says it is one; false where the tables have
/// no place of this name, where they cannot say which, and where the text names nothing else of its country.
fn placed(report: &mut Report, view: View<'_, '_>, lies: &Told, mark: &Mark, hit: Hit) -> bool {
    let Some(resolved) = lies.placed(view, hit, mark.from) else {
        return false;
    };
    let Meaning::Listed(index) = resolved.meaning else {
        return false;
    };
    let country = view.gazetteer.places[index as usize].country;
    if view.evidence.of(country) == 0 || doubts::place(view, &resolved, country).is_some() {
        return false;
    }
    report.listed(view, mark, index, false, None);
    true
}

/// A place and its country are named by the same words, also where the tagger sees more of them.
fn widen(found: &mut [Found], wider: &FxHashMap<Span, Span>) {
    let countries = found.iter_mut().filter(|f| f.entity.key.kind == EntityKind::Country);
    for mentions in countries.map(|f| &mut f.mentions) {
        let mut widened = false;
        for mention in mentions
            .iter_mut()
            .filter(|m| matches!(m.how, How::Place | How::Metonym))
        {
            if let Some(span) = wider.get(&mention.span) {
                (mention.span, widened) = (*span, true);
            }
        }
        if widened {
            mentions.sort_unstable();
            mentions.dedup_by_key(|m| m.span);
        }
    }
}

/// The slug of a place that no table has; in no known country with CLDR's code of an unknown region. Empty stays.
fn within(slug: String, country: Option<CountryCode>) -> String {
    let country = country.map_or_else(|| "zz".into(), |c| c.as_str().to_lowercase());
    if slug.is_empty() {
        slug
    } else {
        format!("{slug}-{country}")
    }
}

/// The tagger's names and those marks of the rules that they leave room for.
fn retold(marks: &[Mark], names: &[Named]) -> Vec<Mark> {
    // `President (Vladimir) Putin`: the mark has both words, the mention one.
    let whole = |name: &Named| {
        let first = marks.partition_point(|m| m.from + 1 < name.from);
        let near = marks[first..].iter().take_while(|m| m.from < name.from);
        let same = near
            .filter(|m| matches!(m.what, What::Person) && m.to == name.to)
            .last();
        same.map_or(name.from, |m| m.from)
    };
    let mut all: Vec<Mark> = names
        .iter()
        .map(|name| match name.kind {
            NameKind::Person => (whole(name), name.to, What::Person),
            NameKind::Body => (name.from, name.to, What::Body),
            NameKind::Place | NameKind::Other => (name.from, name.to, What::Thing),
        })
        .map(|(from, to, what)| Mark { from, to, what })
        .collect();
    let free = |mark: &&Mark| {
        let next = names.partition_point(|n| n.to <= mark.from);
        names.get(next).is_none_or(|n| n.from >= mark.to)
    };
    let kept = marks
        .iter()
        .filter(|m| !matches!(m.what, What::Person | What::Body))
        .filter(free);
    all.extend(kept.cloned());
    all.sort_by_key(|m| (m.from, std::cmp::Reverse(m.to)));
    all
}

/// What to say of mentions that the rules alone would not have found so.
#[derive(Debug)]
pub struct Second<'r> {
    /// The rules' mentions by start.
    rules: BTreeMap<(u32, u32), &'r Found>,
    /// Where they name countries.
    countries: BTreeSet<(u32, u32)>,
    /// Bare surnames of people that the tagger found by a longer name, by their ends.
    surnames: BTreeMap<(u32, u32), &'r str>,
}

impl<'r> Second<'r> {
    /// Looks the differences up.
    pub fn new(sight: Sight<'_, '_>, rules: &'r [Found], settled: &'r Settled) -> Self {
        let key = |s: Span| (s.start, s.end);
        let mentions = |f: &'r Found| f.mentions.iter().map(move |m| (key(m.span), f));
        let mut surnames = BTreeMap::new();
        for player in &settled.players {
            let bare = player
                .mentions
                .iter()
                .filter(|m| m.1 == m.0 + 1 && player.name.contains(' '));
            surnames.extend(bare.map(|&(from, to)| (key(span(sight, from, to)), player.name.as_str())));
        }
        let (countries, others): (Vec<_>, Vec<_>) =
            rules.iter().partition(|f| f.entity.key.kind == EntityKind::Country);
        Self {
            rules: others.into_iter().flat_map(mentions).collect(),
            countries: countries.into_iter().flat_map(mentions).map(|(at, _)| at).collect(),
            surnames,
        }
    }

    /// Why a mention is what it is, where the rules read it otherwise; none where they read it so.
    pub fn why(&self, found: &Found, at: Span) -> Option<String> {
        let kind = found.entity.key.kind;
        let (start, end) = (at.start, at.end);
        if kind == EntityKind::Country {
            let is_new = !self.countries.contains(&(start, end));
            return is_new
                .then(|| "by the place named there, as learned from texts: the tables say where it lies".into());
        }
        let rules = self.rules.get(&(start, end)).map(|f| f.entity.key.kind);
        if rules == Some(kind) {
            return None;
        }
        if let Some(name) = self.surnames.get(&(start, end)).filter(|_| kind == EntityKind::Person) {
            return Some(format!("surname of {name}, who is named in the text"));
        }
        let other = rules.or_else(|| {
            let before = self.rules.range(..(end, 0)).next_back();
            before
                .filter(|(span, _)| span.1 > start)
                .map(|(_, f)| f.entity.key.kind)
        });
        let rules = match other {
            Some(EntityKind::Person) => "a person there",
            Some(EntityKind::Organisation) => "a body there",
            Some(EntityKind::Place | EntityKind::Region | EntityKind::Country) => "a place there",
            None if kind == EntityKind::Place && found.entity.country.is_some() => {
                "nothing there, but the tables have a place of this name in a country that the text names"
            }
            None => "nothing there",
        };
        Some(format!(
            "its words and those around it, as learned from texts; the rules see {rules}"
        ))
    }
}
