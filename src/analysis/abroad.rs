//! What does a text in another language than English name?
//!
//! Countries, capitals and large cities by the tables of that language ([`crate::exonyms`]). Of what the English rules see there,
//! only what does not rest on English words: people whose name begins with a listed given name, large towns and bodies that the
//! tables know by this name. The tagger has learned from English and is not asked.

use std::collections::BTreeMap;

use dateline_corpus::text::slug;
use dateline_corpus::{Doubt, Entity, EntityKey, EntityKind, Found, How, Mention, Span};

use crate::cast::{Player, printed};
use crate::exonyms::Exonym;
use crate::gazetteer::{Hit, Rank, Sense};
use crate::language::Languages;
use crate::marks::{Mark, What};
use crate::places::View;
use crate::report::{Report, span};

/// Thousands of inhabitants of a town that is known by its English name elsewhere too; smaller ones are common words somewhere.
const LARGE: f32 = 300.0;

/// The countries, people, towns and bodies of a text, in which the English rules see `rules`.
pub fn read(
    view: View<'_, '_>,
    languages: &Languages,
    marks: &[Mark],
    players: &[Player],
    rules: Vec<Found>,
    countries: &[Exonym],
) -> Vec<Found> {
    let sight = view.sight();
    let mut report = Report::default();
    let mut taken = Taken::new();
    let named: BTreeMap<u32, u32> = players.iter().flat_map(|player| full_names(view, player)).collect();
    let of_person = |at: Span| named.get(&at.start).is_some_and(|end| *end > at.end) || is_given(view, at);
    for exonym in countries {
        if exonym.town.is_some() && of_person(exonym.span) {
            continue;
        }
        taken.insert(exonym.span.start, exonym.span.end);
        if !is_part(view, languages, marks, exonym.span) {
            let mention = Mention {
                doubt: exonym.doubtful.then_some(Doubt::Unplaced),
                ..Mention::new(exonym.span, exonym.how)
            };
            match exonym.town.and_then(|(name, code)| view.gazetteer.place(name, code)) {
                Some(town) => report.town(view.gazetteer, town, true, mention),
                None => report.country(view.gazetteer, exonym.code, mention),
            }
        }
    }
    for player in players {
        people(&mut report, view, player, &mut taken);
    }
    let known: Vec<(&Mark, Hit)> = marks
        .iter()
        .filter_map(|mark| match mark.what {
            What::Known { hit, inside: false } => Some((mark, hit)),
            _ => None,
        })
        .filter(|(mark, _)| is_free(&taken, span(sight, mark.from, mark.to)))
        .collect();
    let mut bodies: Vec<Span> = Vec::new();
    for (mark, hit) in known {
        let senses = || view.gazetteer.senses(hit);
        if senses().any(|sense| matches!(sense, Sense::Body(_))) {
            bodies.push(span(sight, mark.from, mark.to));
        } else if let Some(town) = town(view, mark, hit).filter(|_| !of_person(span(sight, mark.from, mark.to))) {
            report.listed(view, mark, town, false, None);
        }
    }
    for mut one in rules {
        if one.entity.key.kind == EntityKind::Organisation {
            one.mentions
                .retain(|mention| bodies.binary_search(&mention.span).is_ok());
            report.keep(one);
        }
    }
    report.finish()
}

/// Whether a country's name is part of another one: behind a given name (`Carlos França`), in a place that English knows
/// (`Rhode Island`).
fn is_part(view: View<'_, '_>, languages: &Languages, marks: &[Mark], at: Span) -> bool {
    let words = view.words;
    let from = words.at_byte(at.start as usize);
    let alone = words
        .get(from)
        .is_some_and(|w| w.start == at.start as usize && w.end == at.end as usize);
    let surname = from > 0
        && alone
        && words.follows(from)
        && !words.weak(from)
        && words.cap(from - 1)
        && words.listed(from - 1).is_given()
        && !languages.is_commonest(words.term(from - 1));
    let near = marks[..marks.partition_point(|m| m.from <= from)].iter().rev().take(3);
    let mut wider = near
        .filter(|m| m.to > from && m.to - m.from > 1 && words.get(m.from).is_some_and(|w| w.start < at.start as usize));
    surname
        || wider.any(|mark| match mark.what {
            What::Known { hit, .. } => {
                let mut senses = view.gazetteer.senses(hit);
                senses.any(|sense| matches!(sense, Sense::Place(_) | Sense::Area(_)))
            }
            _ => false,
        })
}

/// Why a mention is what it is; `language` is the text's tag.
pub fn why(found: &Found, mention: &Mention, language: &str) -> String {
    match (found.entity.key.kind, mention.how) {
        (EntityKind::Country, How::Name) => format!("a name of {} in the language {language}", found.entity.name),
        (EntityKind::Country, How::Demonym) => {
            format!(
                "an adjective or people of {} in the language {language}",
                found.entity.name
            )
        }
        (EntityKind::Country, How::Metonym) => {
            format!(
                "the seat of the government of {}, in the language {language}",
                found.entity.name
            )
        }
        (EntityKind::Country, _) => "by the town named there, which the tables know by this name".into(),
        (EntityKind::Person, _) => "a listed given name and what follows it, or a part of that".into(),
        _ => "the tables know it by this name; what English words say is not asked in this language".into(),
    }
}

/// The word of a person's name that is a listed given name with more behind it.
fn given(view: View<'_, '_>, from: usize, to: usize) -> Option<usize> {
    let words = view.words;
    (from..to).find(|&k| {
        let listed = words.listed(k);
        words.cap(k) && (listed.is_given() || listed.is_half_given() && k == from) && to - k > 1
    })
}

/// Where a person is named by a listed given name and more: from, and to.
fn full_names(view: View<'_, '_>, player: &Player) -> impl Iterator<Item = (u32, u32)> {
    player.mentions.iter().filter_map(move |&(from, to)| {
        let at = span(view.sight(), given(view, from, to)?, to);
        Some((at.start, at.end))
    })
}

/// Whether a town's name is a listed given name before a listed surname: Paris Hilton, Florence Martin.
fn is_given(view: View<'_, '_>, at: Span) -> bool {
    let words = view.words;
    let (first, next) = (words.at_byte(at.start as usize), words.at_byte(at.end as usize));
    let given = words.listed(first).is_given() || words.listed(first).is_half_given();
    given
        && next == first + 1
        && next < words.len()
        && words.follows(next)
        && words.cap(next)
        && words.listed(next).is_surname()
}

/// A person whose name has a listed given name; words before that are something else, such as a title.
fn people(report: &mut Report, view: View<'_, '_>, player: &Player, taken: &mut Taken) {
    let sight = view.sight();
    let full = player
        .mentions
        .iter()
        .filter_map(|&(from, to)| Some((given(view, from, to)?, to)));
    let Some((from, to)) = full.max_by_key(|(from, to)| to - from) else {
        return;
    };
    if !is_free(taken, span(sight, from, to)) {
        return;
    }
    let name = printed(sight, from, to);
    let entity = Entity {
        key: EntityKey::new(EntityKind::Person, slug(&name)),
        name,
        country: None,
        point: None,
    };
    for &(from, to) in &player.mentions {
        let from = given(view, from, to).unwrap_or(from);
        let at = span(sight, from, to);
        if is_free(taken, at) {
            report.add(entity.clone(), Mention::new(at, How::Name));
            taken.insert(at.start, at.end);
        }
    }
}

/// Stretches of the text that are read already, by start with their end; none lies in another.
type Taken = BTreeMap<u32, u32>;

fn is_free(taken: &Taken, at: Span) -> bool {
    taken
        .range(..at.end)
        .next_back()
        .is_none_or(|(_, end)| *end <= at.start)
}

/// The town that a phrase of the tables is: the largest of that name, where it is large or a capital.
fn town(view: View<'_, '_>, mark: &Mark, hit: Hit) -> Option<u32> {
    // `La`, `SP`: abbreviations that English papers use.
    const SHORT: usize = 4;
    let words = view.words;
    if mark.to == mark.from + 1 && words.raw(mark.from).chars().count() < SHORT {
        return None;
    }
    let places = &view.gazetteer.places;
    let senses = view.gazetteer.senses(hit).filter_map(|sense| match sense {
        Sense::Place(p) => Some(p),
        _ => None,
    });
    let largest = senses.max_by(|a, b| {
        let size = |p: &u32| places[*p as usize].people;
        size(a).total_cmp(&size(b)).then(b.cmp(a))
    })?;
    let place = &places[largest as usize];
    (place.rank == Rank::Capital || place.rank == Rank::City && place.people >= LARGE).then_some(largest)
}
