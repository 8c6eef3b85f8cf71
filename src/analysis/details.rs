//! What a text says beyond names: quotations, times, figures. Made only where it is asked for; a pack takes the quotations.

use dateline_corpus::{Analysis, Article, Quotation as Kept, Span, Speaker};

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
    /// The quotations of an article as a pack keeps them; `analysis` as for [`details`](Self::details).
    pub fn quotations(&self, article: &Article, analysis: &Analysis) -> Vec<Kept> {
        // Most short reports quote nobody, and their words need not be told apart again.
        if pairs(&article.text).is_empty() {
            return Vec::new();
        }
        let found = quotations(&Words::new(&article.text, &self.lexicon), &self.tables, &analysis.found);
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
        let words = Words::new(&article.text, &self.lexicon);
        let times = times(&words, article.date);
        // `the past 20 years` is a stretch of time and a figure.
        let dates: Vec<Span> = times
            .iter()
            .filter(|t| t.rule != Rule::Stretch)
            .map(|t| t.span)
            .collect();
        Details {
            quotations: quotations(&words, &self.tables, &analysis.found),
            figures: figures(&words, &self.units, &dates),
            times,
        }
    }
}
