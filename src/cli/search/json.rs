//! An answer as one JSON object, in the shape of the JavaScript API.

use std::collections::BTreeMap;

use dateline_corpus::Date;
use dateline_engine::query::Problem;
use dateline_engine::view::{Correction, FacetValue, Met, Piece, View};
use serde::Serialize;

/// The output. The order of the fields is that of the help text.
#[derive(Debug, Serialize)]
pub struct Answer<'a> {
    query: &'a str,
    total: u32,
    corpus: u32,
    met: Met,
    missing: &'a [String],
    understood: &'a str,
    problems: &'a [Problem],
    corrections: &'a [Correction],
    hits: Vec<PlainHit<'a>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    facets: BTreeMap<&'static str, &'a [FacetValue]>,
}

/// A hit whose title is plain text.
#[derive(Debug, Serialize)]
struct PlainHit<'a> {
    id: &'a str,
    title: String,
    outlet: &'a str,
    date: Option<Date>,
    place: &'a str,
    score: f32,
    snippet: &'a [Piece],
}

impl<'a> Answer<'a> {
    /// What the engine answered to a query.
    pub fn new(query: &'a str, view: &'a View) -> Self {
        let hits = view.hits.iter().map(|hit| PlainHit {
            id: &hit.id,
            title: hit.title.iter().map(|p| p.text.as_str()).collect(),
            outlet: &hit.outlet,
            date: hit.date,
            place: &hit.place,
            score: hit.score,
            snippet: &hit.snippet,
        });
        Self {
            query,
            total: view.total,
            corpus: view.corpus,
            met: view.met,
            missing: &view.missing,
            understood: &view.understood,
            problems: &view.problems,
            corrections: &view.corrections,
            hits: hits.collect(),
            facets: view
                .facets
                .iter()
                .map(|f| (f.group.word(), f.values.as_slice()))
                .collect(),
        }
    }
}
