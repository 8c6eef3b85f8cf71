//! The explorer view: hits, facets, map figures and timeline for one state of search box and filters.

use std::cmp::Reverse;

use dateline_corpus::order::sort_by;
use dateline_corpus::pack::PackError;
use dateline_corpus::{EntityKind, Group, Sort};

use crate::Engine;
use crate::bits::Bits;
use crate::map::project;
use crate::question::Explore;
use crate::scope::{Except, Scoped};
use crate::view::{CountryFigure, PlaceFigure, View};

impl Engine {
    /// Everything the explorer view draws.
    ///
    /// # Errors
    /// Only where the pack breaks its own rules although its checksums fit.
    pub fn explore(&self, ask: &Explore) -> Result<View, PackError> {
        let filters = &ask.scope.filters;
        let scoped = self.scoped(&ask.scope)?;
        let articles = scoped.articles(Except::Nothing);
        let order = self.ordered(&articles, &scoped, ask.sort);
        let page = order.iter().skip(ask.offset as usize).take(ask.limit as usize);
        let score = |ix: u32| scoped.found.scores.get(ix as usize).copied().unwrap_or(0.0);
        let mut view = View {
            total: articles.count(),
            corpus: self.len(),
            met: scoped.found.met,
            missing: scoped.found.missing.clone(),
            hits: page
                .map(|ix| self.hit(*ix, score(*ix), &scoped.units))
                .collect::<Result<_, _>>()?,
            facets: ask.facets.iter().map(|f| self.facet(&scoped, filters, f)).collect(),
            picked: self.picked_names(filters),
            ..View::default()
        };
        if ask.overview {
            view.countries = self.countries(&scoped.articles(Except::Picks(Group::Country)));
            view.places = self.places(&articles);
            view.timeline = self.timeline(&scoped.articles(Except::Dates));
        }
        Ok(view)
    }

    /// The articles in the order asked for; equal ones by date, newest first, then by id, which is their stored order.
    fn ordered(&self, articles: &Bits, scoped: &Scoped, sort: Sort) -> Vec<u32> {
        let scores = &scoped.found.scores;
        // One number an article, whose order is the order wanted: what counts in the high half, the position in the low.
        let rank = |ix: u32| match sort {
            // The bits of floats that are not negative stand in the order of their values.
            Sort::Relevance => !scores.get(ix as usize).map_or(0, |s| s.to_bits()),
            Sort::Newest => 0,
            // The sign's bit turned, so that days before 1970 come first; undated last.
            Sort::Oldest => self.dates[ix as usize].map_or(u32::MAX, |d| d.days() as u32 ^ (1 << 31)),
        };
        let mut order: Vec<u64> = articles
            .iter()
            .map(|ix| u64::from(rank(ix)) << 32 | u64::from(ix))
            .collect();
        order.sort_unstable();
        order.into_iter().map(|key| key as u32).collect()
    }

    /// Countries mentioned in a set of articles, most articles first; ties by mentions, then name.
    pub(crate) fn countries(&self, articles: &Bits) -> Vec<CountryFigure> {
        let mut figures: Vec<CountryFigure> = Vec::new();
        for value in &self.values[..self.entity_count] {
            let Some(code) = value.entity.as_ref().and_then(|e| e.key.as_country()) else {
                continue;
            };
            let (n, mentions) = value.counts(articles);
            if n > 0 {
                figures.push(CountryFigure {
                    code,
                    name: value.name.clone(),
                    articles: n,
                    mentions,
                });
            }
        }
        sort_by(&mut figures, |a, b| {
            (Reverse((a.articles, a.mentions)), &a.name).cmp(&(Reverse((b.articles, b.mentions)), &b.name))
        });
        figures
    }

    /// Places with coordinates mentioned in a set of articles, most articles first; ties by mentions, then name.
    pub(crate) fn places(&self, articles: &Bits) -> Vec<PlaceFigure> {
        let mut figures: Vec<PlaceFigure> = Vec::new();
        for value in &self.values[..self.entity_count] {
            let Some(entity) = value.entity.as_ref().filter(|e| e.key.kind == EntityKind::Place) else {
                continue;
            };
            let Some(point) = entity.point else { continue };
            let (n, mentions) = value.counts(articles);
            if n > 0 {
                figures.push(PlaceFigure {
                    key: entity.key.clone(),
                    name: value.name.clone(),
                    country: entity.country,
                    point,
                    xy: project(point),
                    articles: n,
                    mentions,
                });
            }
        }
        sort_by(&mut figures, |a, b| {
            (Reverse((a.articles, a.mentions)), &a.name).cmp(&(Reverse((b.articles, b.mentions)), &b.name))
        });
        figures
    }
}
