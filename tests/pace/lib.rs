//! The analysis as a page would load it: `cargo xtask pace` measures its size and its time.

use dateline_analysis::Analyzer;
use dateline_corpus::Article;
use wasm_bindgen::prelude::wasm_bindgen;

/// An analyzer with all its tables.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Pace(Analyzer);

#[wasm_bindgen]
impl Pace {
    /// Reads the tables.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "JavaScript asks for a constructor")]
    pub fn new() -> Self {
        Self(Analyzer::new())
    }

    /// Analyses an article's text; how many entities it names.
    pub fn analyze(&self, text: String) -> usize {
        let article = Article {
            text,
            ..Article::default()
        };
        self.0.analyze(&article).found.len()
    }
}
