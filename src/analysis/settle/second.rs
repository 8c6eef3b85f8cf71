//! Why does a mention differ from what the rules alone would have found?

use std::collections::{BTreeMap, BTreeSet};

use dateline_corpus::{EntityKind, Found, Span};

use super::Settled;
use crate::people::Sight;
use crate::report::span;

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
