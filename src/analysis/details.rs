//! What a text says beyond names: quotations, times, figures. Made only where it is asked for; a pack takes the quotations.
//!
//! Speakers are the entities of all articles, so they are told for certain only after [`crate::unify`]. Telling a text's words apart
//! is a good part of the work, though, and most texts name after it what they named before: what goes with names is read with them,
//! and again only where the [`fingerprint`] of what was found has changed.

use std::hash::{Hash, Hasher};

use dateline_corpus::{Analysis, Article, Found, Quotation as Kept, Span, Speaker};
use rustc_hash::FxHasher;

use crate::Analyzer;
use crate::figures::{Figure, figures};
use crate::quotations::{Kind, Quotation, pairs, quotations};
use crate::times::{Rule, Time, times};
use crate::words::Words;

/// Quotations, times and figures of one text, each in order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// What is quoted, and who said it.
    pub quotations: Vec<Quotation>,
    /// When.
    pub times: Vec<Time>,
    /// How many of what.
    pub figures: Vec<Figure>,
}

impl Analyzer {
    /// What the article's text names, with the quotations that a pack keeps.
    pub fn analyze_quoting(&self, article: &Article) -> Analysis {
        let words = Words::new(&article.text, &self.lexicon);
        let mut analysis = self.named_in(article, &words);
        if !pairs(&article.text).is_empty() {
            analysis.quotations = self.kept(&words, &analysis);
        }
        analysis
    }

    /// What the article's text names, and its quotations, times and figures.
    pub fn analyze_in_detail(&self, article: &Article) -> (Analysis, Details) {
        let words = Words::new(&article.text, &self.lexicon);
        let analysis = self.named_in(article, &words);
        let details = self.details_in(&words, article, &analysis);
        (analysis, details)
    }

    /// The quotations of an article as a pack keeps them; `analysis` as for [`details`](Self::details).
    pub fn quotations(&self, article: &Article, analysis: &Analysis) -> Vec<Kept> {
        // Most short reports quote nobody, and their words need not be told apart again.
        if pairs(&article.text).is_empty() {
            return Vec::new();
        }
        self.kept(&Words::new(&article.text, &self.lexicon), analysis)
    }

    /// Details that were read from an article when the [`fingerprint`] of what was found in it was `state`, as they are by what is
    /// found now: quotations are read again where that is another; times and figures are told without names.
    pub fn renewed(&self, article: &Article, analysis: &Analysis, (read, state): (Details, u64)) -> Details {
        if fingerprint(&analysis.found) == state || pairs(&article.text).is_empty() {
            return read;
        }
        let words = Words::new(&article.text, &self.lexicon);
        Details {
            quotations: quotations(&words, &self.tables, &analysis.found),
            ..read
        }
    }

    fn kept(&self, words: &Words<'_>, analysis: &Analysis) -> Vec<Kept> {
        let found = quotations(words, &self.tables, &analysis.found);
        let keep = |q: Quotation| Kept {
            span: q.span,
            whole: q.kind == Kind::Direct,
            speaker: q.speaker.map(|s| Speaker {
                key: s.key,
                span: s.span,
            }),
            verb: q.verb.map(|verb| verb.span),
        };
        found.into_iter().map(keep).collect()
    }

    /// The quotations, times and figures of an article; `analysis` is what was found in it, best after [`crate::unify`], so
    /// that speakers are the entities of all articles. Time grows linearly with the text.
    pub fn details(&self, article: &Article, analysis: &Analysis) -> Details {
        self.details_in(&Words::new(&article.text, &self.lexicon), article, analysis)
    }

    fn details_in(&self, words: &Words<'_>, article: &Article, analysis: &Analysis) -> Details {
        let times = times(words, article.date);
        // `the past 20 years` is a stretch of time and a figure.
        let dates: Vec<Span> = times
            .iter()
            .filter(|t| t.rule != Rule::Stretch)
            .map(|t| t.span)
            .collect();
        // `400.000` and `40 millions` of other languages are other numbers: none rather than a wrong one.
        let english = self.tables(&analysis.language).is_empty();
        Details {
            quotations: quotations(words, &self.tables, &analysis.found),
            figures: if english {
                figures(words, &self.units, &dates)
            } else {
                Vec::new()
            },
            times,
        }
    }
}

/// A number that is another one when what quotations are read by has changed: entities, their names, where and how they are named.
pub fn fingerprint(found: &[Found]) -> u64 {
    let mut hasher = FxHasher::default();
    for Found { entity, mentions } in found {
        (entity.key.kind as u8, &entity.key.slug, &entity.name, mentions.len()).hash(&mut hasher);
        for mention in mentions {
            (mention.span.start, mention.span.end, mention.how as u8, mention.title).hash(&mut hasher);
        }
    }
    hasher.finish()
}
