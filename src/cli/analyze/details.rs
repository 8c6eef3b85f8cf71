//! Quotations of an article, as JSON.

use dateline_analysis::Details;
use dateline_analysis::quotations::Quotation as Quoted;
use dateline_corpus::{EntityKey, Span};
use serde::Serialize;

use crate::offsets::Scalars;

/// A stretch of the text: half-open, in Unicode scalar values.
#[derive(Debug, Serialize)]
pub struct At<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

/// Cuts stretches out of one text.
#[derive(Debug)]
pub struct Cut<'a, 's> {
    /// The text.
    pub text: &'a str,
    /// Its offsets.
    pub scalars: &'s Scalars<'a>,
}

impl<'a> Cut<'a, '_> {
    fn at(&self, span: Span) -> At<'a> {
        At {
            start: self.scalars.at(span.start),
            end: self.scalars.at(span.end),
            text: self
                .text
                .get(span.start as usize..span.end as usize)
                .unwrap_or_default(),
        }
    }
}

/// A quotation.
#[derive(Debug, Serialize)]
pub struct Quotation<'a> {
    #[serde(flatten)]
    at: At<'a>,
    kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<At<'a>>,
    closed: bool,
    inside: Option<usize>,
    speaker: Option<Speaker<'a>>,
    verb: Option<Verb<'a>>,
    rule: &'static str,
}

#[derive(Debug, Serialize)]
struct Speaker<'a> {
    id: Option<&'a EntityKey>,
    name: &'a str,
    called: &'static str,
    #[serde(flatten)]
    at: At<'a>,
}

#[derive(Debug, Serialize)]
struct Verb<'a> {
    lemma: &'static str,
    #[serde(flatten)]
    at: At<'a>,
}

impl<'a> Quotation<'a> {
    fn new(cut: &Cut<'a, '_>, quoted: &'a Quoted) -> Self {
        let parts = if quoted.parts.len() > 1 { &quoted.parts[..] } else { &[] };
        Self {
            at: cut.at(quoted.span),
            kind: quoted.kind.word(),
            parts: parts.iter().map(|p| cut.at(*p)).collect(),
            closed: quoted.closed,
            inside: quoted.inside,
            speaker: quoted.speaker.as_ref().map(|s| Speaker {
                id: s.key.as_ref(),
                name: &s.name,
                called: s.called.word(),
                at: cut.at(s.span),
            }),
            verb: quoted.verb.as_ref().map(|v| Verb {
                lemma: v.lemma,
                at: cut.at(v.span),
            }),
            rule: quoted.rule.word(),
        }
    }

    /// All of an article.
    pub fn all(cut: &Cut<'a, '_>, details: &'a Details) -> Vec<Self> {
        details.quotations.iter().map(|q| Self::new(cut, q)).collect()
    }
}
