//! How does another page use the analysis?
//!
//! `analysis.js` beside this file is the module that other pages import; it starts this crate as wasm and hands it articles one
//! by one. `analysis.d.ts` declares the same for TypeScript. Values cross as plain objects.

mod given;

use std::sync::LazyLock;

use dateline_analysis::json::Report;
use dateline_analysis::{Analyzer, Details, fingerprint, unify};
use dateline_corpus::{Analysis, Article};
use js_sys::{Array, JSON};
use wasm_bindgen::prelude::*;

use given::Given;

/// Built once for a page: it takes longer than an article.
static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

/// Articles that are analysed together: who is named by several is one.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Analyst {
    articles: Vec<Article>,
    analyses: Vec<Analysis>,
    /// By article: what was read beyond names, and of which state of what it names.
    details: Vec<(Details, u64)>,
}

#[wasm_bindgen]
impl Analyst {
    /// No articles yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Analyses an article.
    ///
    /// # Errors
    /// Names a field that is not what it should be.
    pub fn add(&mut self, article: JsValue) -> Result<(), JsError> {
        let article = Given::read(article)?.article(self.articles.len());
        let (analysis, details) = ANALYZER.analyze_in_detail(&article);
        self.details.push((details, fingerprint(&analysis.found)));
        self.analyses.push(analysis);
        self.articles.push(article);
        Ok(())
    }

    /// A report on each article, in the order they were added, names joined across all of them.
    ///
    /// # Errors
    /// None in practice: the values are always plain.
    pub fn finish(mut self) -> Result<Array, JsError> {
        unify(&mut self.analyses);
        let reports = Array::new();
        let all = self.articles.iter_mut().zip(&self.analyses).zip(self.details);
        for ((article, analysis), read) in all {
            if article.language.is_empty() && analysis.language != "und" {
                article.language.clone_from(&analysis.language);
            }
            let details = ANALYZER.renewed(article, analysis, read);
            let report = Report::new(article, analysis, &details, &[]);
            // As JSON, which the browser reads at once: made value by value, objects took a sixth of all of the time.
            let json = serde_json::to_string(&report)?;
            reports.push(&JSON::parse(&json).map_err(|_| JsError::new("a report is not JSON"))?);
        }
        Ok(reports)
    }
}
