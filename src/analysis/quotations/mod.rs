//! What is quoted, how, and who said it?
//!
//! [`pairs`] finds the marks, [`apostrophes`] tells those that are none, [`scene`] says who is named where and where sentences end, [`speaker`] finds who said it.

mod antecedent;
mod apostrophes;
mod behind;
mod candidates;
mod heads;
mod pairs;
mod scene;
mod sexes;
mod speaker;
mod subject;
mod tables;
mod titles;
mod verbs;
mod within;

use dateline_corpus::{EntityKey, Found, Span};

pub use pairs::{Pair, pairs};
pub(crate) use sexes::{Sex, by_word};
pub use tables::Tables;

use crate::words::Words;
use scene::Scene;

/// Whether a quotation is somebody's sentence or some of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A sentence, or a part of one that stands by itself: “We will go on,” she said.
    Direct,
    /// Words inside the article's own sentence: a “new approach”; titles and scare quotes too.
    Fragment,
}

impl Kind {
    /// The word used in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Fragment => "fragment",
        }
    }
}

/// How the speaker is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The verb stands behind the quotation: “…,” X said; “…,” said X.
    After,
    /// The verb stands before it: X said: “…”; X said the plan was “…”.
    Before,
    /// According to X.
    According,
    /// A name and a colon.
    Colon,
    /// No verb of its own: it goes on where the one before, attributed, ends.
    Continued,
    /// No verb of its own: it goes on in the one behind it, attributed.
    ContinuedAfter,
    /// No verb of its own: the sentence before says who speaks.
    SentenceBefore,
    /// Nobody: the words around it do not tell.
    None,
}

impl Rule {
    /// The word used in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::After => "after",
            Self::Before => "before",
            Self::According => "according to",
            Self::Colon => "colon",
            Self::Continued => "continued",
            Self::ContinuedAfter => "continued after",
            Self::SentenceBefore => "sentence before",
            Self::None => "none",
        }
    }
}

/// How the text calls the speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Called {
    /// By name.
    Name,
    /// By a pronoun, taken for the one who was the subject last.
    Pronoun,
    /// By an office or a role: the foreign minister; who that is, only where the text names one who has it.
    Role,
}

impl Called {
    /// The word used in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Pronoun => "pronoun",
            Self::Role => "role",
        }
    }
}

/// Who said it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The entity, where it is one.
    pub key: Option<EntityKey>,
    /// Its name, or the role as printed.
    pub name: String,
    /// Where the text calls the speaker so.
    pub span: Span,
    /// How.
    pub called: Called,
}

/// The verb that gives the words to the speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verb {
    /// Where.
    pub span: Span,
    /// Its first form: say.
    pub lemma: &'static str,
}

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// What is quoted, without its marks.
    pub span: Span,
    /// The stretches of each paragraph, more than one where it goes over several.
    pub parts: Vec<Span>,
    /// Whether the closing mark is there.
    pub closed: bool,
    /// Sentence or words.
    pub kind: Kind,
    /// The quotation around it, by index.
    pub inside: Option<usize>,
    /// Who; none where the text does not tell.
    pub speaker: Option<Speaker>,
    /// By which verb; none where there is none.
    pub verb: Option<Verb>,
    /// By which rule.
    pub rule: Rule,
}

/// The quotations of a text, in order of their opening marks. `found` are the entities of the article, as unified.
pub fn quotations(words: &Words<'_>, tables: &Tables, found: &[Found]) -> Vec<Quotation> {
    let pairs = pairs(words.text);
    if pairs.is_empty() {
        return Vec::new();
    }
    let scene = Scene::new(words, tables, found, &pairs);
    let mut kinds: Vec<Kind> = pairs.iter().map(|p| kind(words.text, p)).collect();
    let told = speaker::attribute(&scene, &pairs, &mut kinds);
    let span = |(a, b): (usize, usize)| Span {
        start: a as u32,
        end: b as u32,
    };
    let all = pairs.into_iter().zip(kinds).zip(told);
    all.map(|((p, kind), told)| Quotation {
        span: span((p.start, p.end)),
        parts: p.parts.iter().copied().map(span).collect(),
        closed: p.closed,
        kind,
        inside: p.inside,
        speaker: told.speaker,
        verb: told.verb,
        rule: told.rule,
    })
    .collect()
}

/// Direct is what starts like a sentence (or goes on behind `he said,`) and ends like one or before its attribution.
fn kind(text: &str, pair: &Pair) -> Kind {
    let inner = &text[pair.start..pair.end];
    let before = text[..pair.open].trim_end().chars().next_back();
    let gap = &text[text[..pair.open].trim_end().len()..pair.open];
    let first = inner.chars().find(|c| c.is_alphanumeric());
    let starts = first.is_some_and(|c| !c.is_lowercase());
    // `… who never knocks,’”`: the mark inside ends nothing.
    let last = inner.trim_end().trim_end_matches(closes).chars().next_back();
    let after = text[pair.close..].chars().next();
    let ends = last.is_some_and(|c| matches!(c, '.' | ',' | '!' | '?' | '…' | '—' | '。' | '、' | '-' | ';'))
        || after == Some(',')
        || after == Some('.')
        || after.is_none()
        || !pair.closed;
    let opens = before
        .is_none_or(|c| matches!(c, '.' | '!' | '?' | '…' | ',' | ':' | '—' | '–' | ';' | ')') || closes(c))
        || gap.contains('\n');
    let long = inner.split_whitespace().nth(1).is_some() || inner.chars().any(unspaced);
    let strong = last.is_some_and(|c| matches!(c, '.' | '!' | '?' | '…' | ','));
    // Behind `he said,` a sentence goes on with a small letter.
    let goes_on = before == Some(',') && strong && long;
    if opens && ends && (starts && (long || strong) || goes_on) {
        Kind::Direct
    } else if starts
        && strong
        && inner.split_whitespace().nth(3).is_some()
        && !text[..pair.open].trim_end().ends_with("that")
    {
        // She said “We will go on.”
        Kind::Direct
    } else {
        Kind::Fragment
    }
}

/// Whether a mark closes a quotation.
pub fn closes(c: char) -> bool {
    matches!(c, '”' | '"' | '’' | '\'' | '»' | '」')
}

fn unspaced(c: char) -> bool {
    dateline_corpus::text::is_unspaced(c)
}
