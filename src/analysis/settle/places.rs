//! Where does a place lie that only the tagger sees?

use std::cell::OnceCell;

use dateline_corpus::{CountryCode, EntityKind, Found, How, Span};
use rustc_hash::FxHashMap;

use crate::container::container;
use crate::doubts;
use crate::gazetteer::{Hit, Sense};
use crate::marks::{Mark, What};
use crate::places::{Meaning, Told, View};
use crate::report::Report;
use crate::tagger::{NameKind, Named};
use crate::words::{Gap, Words};

/// Where the text says once that a place lies, it lies wherever it is named: by its words, folded.
#[derive(Debug)]
pub struct Beside<'w>(FxHashMap<Vec<&'w str>, CountryCode>);

impl<'w> Beside<'w> {
    /// Of the tagger's `names` and of the dateline, `head`.
    pub fn read(view: View<'w, '_>, head: &'w Words<'_>, names: &[Named]) -> Self {
        let mut beside = FxHashMap::default();
        if let Some(comma) = (1..head.len()).find(|&i| head.gap(i).has(Gap::COMMA))
            && let Some(code) = lies_in(View { words: head, ..view }, 0, comma)
        {
            beside.insert(terms(head, 0, comma), code);
        }
        for name in names.iter().filter(|name| name.kind != NameKind::Other) {
            if let Some(code) = lies_in(view, name.from, name.to) {
                beside.entry(terms(view.words, name.from, name.to)).or_insert(code);
            }
        }
        Self(beside)
    }

    /// The country of a place.
    pub fn country(&self, words: &Words<'_>, name: &Named) -> Option<CountryCode> {
        self.0.get(&terms(words, name.from, name.to)).copied()
    }
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
pub fn phrase<'m>(marks: &'m [Mark], name: &Named) -> Option<(&'m Mark, Hit)> {
    let first = marks.partition_point(|m| m.from < name.from);
    let same = marks[first..].iter().take_while(|m| m.from == name.from);
    same.filter(|m| m.to == name.to).find_map(|m| match m.what {
        What::Known { hit, inside: false } => Some((m, hit)),
        _ => None,
    })
}

/// Adds a place of the tables that the rules took for none, now that the tagger says it is one; false where the tables have
/// no place of this name, where they cannot say which, and where the text names nothing else of its country.
pub fn placed(
    report: &mut Report,
    view: View<'_, '_>,
    lies: &OnceCell<Told>,
    marks: &[Mark],
    (mark, hit): (&Mark, Hit),
) -> bool {
    let lies = lies.get_or_init(|| Told::read(view, marks));
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
pub fn widen(found: &mut [Found], wider: &FxHashMap<Span, Span>) {
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
pub fn within(slug: String, country: Option<CountryCode>) -> String {
    let country = country.map_or_else(|| "zz".into(), |c| c.as_str().to_lowercase());
    if slug.is_empty() {
        slug
    } else {
        format!("{slug}-{country}")
    }
}
