//! The explorer view: hits, facets, map figures and timeline for one state of search box and filters.

use std::cmp::Reverse;

use dateline_corpus::order::{select, sort_by};
use dateline_corpus::pack::PackError;
use dateline_corpus::{EntityKind, Group, Sort};

use crate::Engine;
use crate::bits::Bits;
use crate::facet_index::{Count, Tally};
use crate::map::project;
use crate::query::{self, Leaf, Node, Query, Value};
use crate::question::Explore;
use crate::scope::Except;
use crate::search::by_score;
use crate::view::{Correction, CountryFigure, PlaceFigure, Used, View};

/// The query with the words that something else was searched for instead of in quotation marks, which take them as they are; or with
/// those in the place of which another was offered as offered. Empty where there are none.
fn rewritten(query: &Query, corrections: &[Correction], how: Used) -> String {
    fn rewrite(node: &mut Node, corrections: &[Correction], how: Used) {
        match node {
            Node::All(parts) | Node::Any(parts) => parts.iter_mut().for_each(|part| rewrite(part, corrections, how)),
            Node::Leaf(Leaf::Text(text)) => {
                for word in &mut text.words {
                    let is_it = |c: &&Correction| c.how == how && c.typed == word.shown;
                    let Some(correction) = corrections.iter().find(is_it) else {
                        continue;
                    };
                    match how {
                        Used::Offered => word.shown.clone_from(&correction.used),
                        _ => text.quoted = true,
                    }
                }
            }
            Node::Leaf(Leaf::Value(Value::Name(name))) => {
                let is_it = |c: &&Correction| c.how == how && c.typed == name.name;
                if let Some(correction) = corrections.iter().find(is_it) {
                    name.name.clone_from(&correction.used);
                }
            }
            Node::Not(part) if how == Used::Offered => rewrite(part, corrections, how),
            Node::Leaf(Leaf::Value(_)) | Node::Not(_) => {}
        }
    }
    if corrections.iter().all(|c| c.how != how) {
        return String::new();
    }
    let mut query = query.clone();
    if let Some(root) = &mut query.root {
        rewrite(root, corrections, how);
    }
    query::print(&query)
}

impl Engine {
    /// Everything the explorer view draws.
    ///
    /// ```
    #[doc = include_str!("example.txt")]
    /// # let engine = Engine::open(pack)?;
    /// use dateline_corpus::{Filters, Group, Pick, Sort};
    /// use dateline_engine::question::{Explore, FacetAsk, Scope};
    ///
    /// let pick = Pick { group: Group::Country, key: "JP".into(), exclude: false };
    /// let view = engine.explore(&Explore {
    ///     scope: Scope {
    ///         query: "japan -missile".into(),
    ///         filters: Filters { picks: vec![pick], from: Date::parse_iso("2017-03-01"), to: None },
    ///     },
    ///     sort: Sort::Newest,
    ///     limit: 10,
    ///     facets: vec![FacetAsk { group: Group::Person, limit: 8, find: String::new() }],
    ///     overview: true,
    ///     ..Explore::default()
    /// })?;
    /// assert_eq!((view.total, view.hits[0].id.as_str()), (1, "a"));
    /// // Matches are marked in the snippet, and every count says what it counts.
    /// assert!(view.hits[0].snippet.iter().any(|piece| piece.matched && piece.text == "Japan"));
    /// assert_eq!((view.facets[0].values[0].name.as_str(), view.facets[0].values[0].articles), ("Kishida", 1));
    /// assert_eq!((view.countries[0].name.as_str(), view.countries[0].mentions), ("Japan", 1));
    /// assert_eq!(view.timeline.days.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Where the pack breaks its own rules although its checksums fit; [`PackError::Wanting`] where parts have to be fetched first.
    pub fn explore(&self, ask: &Explore) -> Result<View, PackError> {
        let mut scoped = self.scoped(&ask.scope)?;
        self.store.complete(())?;
        let articles = scoped.articles(Except::Nothing);
        if ask.sort == Sort::Relevance {
            self.add_standing(&mut scoped.found, &articles)?;
            self.raise_meant(&mut scoped.found, &articles)?;
        }
        let score = |ix: u32| scoped.found.scores.get(ix as usize).copied().unwrap_or(0.0);
        let page = self.page(&articles, &scoped.found.scores, ask);
        let mut view = View {
            total: articles.count(),
            corpus: self.len(),
            met: scoped.found.met,
            missing: scoped.found.missing.clone(),
            understood: query::print(&scoped.query),
            problems: scoped.query.problems.clone(),
            instead: rewritten(&scoped.query, &scoped.found.corrections, Used::Instead),
            offered: rewritten(&scoped.query, &scoped.found.corrections, Used::Offered),
            corrections: scoped.found.corrections.clone(),
            hits: page
                .into_iter()
                .map(|ix| self.hit(ix, score(ix), &scoped.found.units))
                .collect::<Result<_, _>>()?,
            picked: scoped.picks.clone(),
            ..View::default()
        };
        // A page of hits alone needs no counts.
        if ask.facets.is_empty() && !ask.overview {
            return self.store.complete(view);
        }
        // Groups without a pick count the same articles.
        let tally = self.tally(&articles);
        let is_picked = |group| scoped.picks.iter().any(|one| one.pick.group == group);
        let own = |group| is_picked(group).then(|| self.tally(&scoped.articles(Except::Picks(group))));
        for facet in &ask.facets {
            let own = own(facet.group);
            view.facets
                .push(self.facet(&scoped, facet, own.as_ref().unwrap_or(&tally))?);
        }
        if ask.overview {
            view.doubts = self.store.doubtful(&articles).iter().map(|(_, n)| n).sum();
            view.countries = self.countries(own(Group::Country).as_ref().unwrap_or(&tally));
            view.places = self.places(own(Group::Place).as_ref().unwrap_or(&tally));
            view.timeline = self.timeline(&scoped.articles(Except::Dates));
        }
        self.store.complete(view)
    }

    /// The articles asked for, in the order asked for; equal ones by date, newest first, then by id, which is their stored
    /// order.
    fn page(&self, articles: &Bits, scores: &[f32], ask: &Explore) -> Vec<u32> {
        let (skip, take) = (ask.offset as usize, ask.limit as usize);
        // One number an article, whose order is the order wanted: what counts in the high half, the position in the low.
        let rank = |ix: u32| match ask.sort {
            Sort::Relevance => by_score(scores, ix),
            Sort::Newest => u64::from(ix),
            // The sign's bit turned, so that days before 1970 come first; undated last.
            Sort::Oldest => {
                let day = self.date(ix).map_or(u32::MAX, |d| d.days() as u32 ^ (1 << 31));
                u64::from(day) << 32 | u64::from(ix)
            }
        };
        if ask.sort == Sort::Newest || ask.sort == Sort::Relevance && scores.is_empty() {
            return articles.iter().skip(skip).take(take).collect();
        }
        let mut order: Vec<u64> = articles.iter().map(rank).collect();
        // Only what is shown is sorted: what stands behind it and before it is set apart first, each in linear time, so that
        // the last page of a long list costs what the first does.
        let end = skip.saturating_add(take);
        if end < order.len() {
            select(&mut order, end);
            order.truncate(end);
        }
        if skip >= order.len() {
            return Vec::new();
        }
        select(&mut order, skip);
        let shown = &mut order[skip..];
        shown.sort_unstable();
        shown.iter().map(|key| *key as u32).collect()
    }

    /// Countries mentioned, by their counts, most articles first; ties by mentions, then name.
    pub(crate) fn countries(&self, tally: &Tally) -> Vec<CountryFigure> {
        let values = &self.group_values[Group::Country as usize];
        let figure = |at: &u32| {
            let count = tally.count(*at);
            if count.articles == 0 {
                return None;
            }
            let value = self.at(*at);
            Some(CountryFigure {
                code: value.entity?.as_country()?,
                name: value.name.to_owned(),
                articles: count.articles,
                mentions: count.mentions,
            })
        };
        let mut figures: Vec<CountryFigure> = values.iter().filter_map(figure).collect();
        sort_by(&mut figures, |a, b| {
            (Reverse((a.articles, a.mentions)), &a.name).cmp(&(Reverse((b.articles, b.mentions)), &b.name))
        });
        figures
    }

    /// Places with coordinates that are mentioned, by their counts, most articles first; ties by mentions, then name.
    pub(crate) fn places(&self, tally: &Tally) -> Vec<PlaceFigure> {
        let values = &self.group_values[Group::Place as usize];
        let is_place = |at: u32| self.group(at) == Group::Place;
        let figure = |(at, count): (u32, Count)| {
            let value = self.at(at);
            let entity = value.entity.filter(|e| e.kind == EntityKind::Place)?;
            let point = entity.point?;
            Some(PlaceFigure {
                key: entity.key(),
                name: value.name.to_owned(),
                country: entity.country,
                point,
                xy: project(point),
                articles: count.articles,
                mentions: count.mentions,
            })
        };
        let mut figures: Vec<PlaceFigure> = tally.present(values, is_place).filter_map(figure).collect();
        sort_by(&mut figures, |a, b| {
            (Reverse((a.articles, a.mentions)), &a.name, &a.key).cmp(&(
                Reverse((b.articles, b.mentions)),
                &b.name,
                &b.key,
            ))
        });
        figures
    }
}
