//! What a search returns to JavaScript.

use std::collections::BTreeMap;

use dateline_engine::query::Problem;
use dateline_engine::view::{Correction, FacetValue, Hit, Met, View};
use serde::Serialize;

/// `{total, met, missing, understood, problems, corrections, hits, facets}`; facets by group, each most articles first.
#[derive(Debug, Serialize)]
pub struct SearchResult {
    total: u32,
    met: Met,
    missing: Vec<String>,
    understood: String,
    problems: Vec<Problem>,
    corrections: Vec<Correction>,
    hits: Vec<PlainHit>,
    facets: BTreeMap<&'static str, Vec<FacetValue>>,
}

/// A hit whose title is plain text.
#[derive(Debug, Serialize)]
struct PlainHit {
    id: String,
    title: String,
    outlet: String,
    date: Option<dateline_corpus::Date>,
    place: String,
    score: f32,
    snippet: Vec<dateline_engine::view::Piece>,
}

impl From<Hit> for PlainHit {
    fn from(hit: Hit) -> Self {
        let Hit {
            id,
            title,
            outlet,
            date,
            place,
            score,
            snippet,
            titled: _,
        } = hit;
        Self {
            title: title.into_iter().map(|p| p.text).collect(),
            id,
            outlet,
            date,
            place,
            score,
            snippet,
        }
    }
}

impl From<View> for SearchResult {
    fn from(view: View) -> Self {
        Self {
            total: view.total,
            met: view.met,
            missing: view.missing,
            understood: view.understood,
            problems: view.problems,
            corrections: view.corrections,
            hits: view.hits.into_iter().map(PlainHit::from).collect(),
            facets: view.facets.into_iter().map(|f| (f.group.word(), f.values)).collect(),
        }
    }
}
