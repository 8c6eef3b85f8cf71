//! Quotations, times and figures of an article, as JSON.

use dateline_corpus::{Date, EntityKey, Span};
use serde::Serialize;

use super::offsets::Scalars;
use crate::Details;
use crate::figures::Figure as Counted;
use crate::quotations::Quotation as Quoted;
use crate::times::{Time as Told, When};

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

/// An expression of time.
#[derive(Debug, Serialize)]
pub struct Time<'a> {
    #[serde(flatten)]
    at: At<'a>,
    precision: &'static str,
    value: Option<String>,
    from: Option<Date>,
    to: Option<Date>,
    rule: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

impl<'a> Time<'a> {
    fn new(cut: &Cut<'a, '_>, told: &Told) -> Self {
        let (precision, reason) = match told.when {
            When::Day(_) => ("day", None),
            When::Week(..) => ("week", None),
            When::Month(..) => ("month", None),
            When::Year(_) => ("year", None),
            When::Span(..) => ("interval", None),
            When::Unknown(why) => ("unknown", Some(why)),
        };
        let ends = told.when.ends();
        Self {
            at: cut.at(told.span),
            precision,
            value: reason.is_none().then(|| told.when.to_string()),
            from: ends.map(|e| e.0),
            to: ends.map(|e| e.1),
            rule: told.rule.word(),
            reason,
        }
    }

    /// All of an article.
    pub fn all(cut: &Cut<'a, '_>, details: &Details) -> Vec<Self> {
        details.times.iter().map(|t| Self::new(cut, t)).collect()
    }
}

/// A figure; its numbers are strings, since JSON's readers round long ones.
#[derive(Debug, Serialize)]
pub struct Figure<'a> {
    #[serde(flatten)]
    at: At<'a>,
    value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    unit: Option<&'static str>,
    of: Option<At<'a>>,
    qualifier: Option<&'static str>,
}

impl<'a> Figure<'a> {
    fn new(cut: &Cut<'a, '_>, counted: &Counted) -> Self {
        Self {
            at: cut.at(counted.span),
            value: counted.value.map(|v| v.to_string()),
            to: counted.to.map(|v| v.to_string()),
            unit: counted.unit,
            of: counted.of.map(|o| cut.at(o)),
            qualifier: counted.qualifier,
        }
    }

    /// All of an article.
    pub fn all(cut: &Cut<'a, '_>, details: &Details) -> Vec<Self> {
        details.figures.iter().map(|f| Self::new(cut, f)).collect()
    }
}
