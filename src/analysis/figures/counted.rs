//! What is counted: the noun phrase behind a number or its unit.

use dateline_corpus::Span;

use crate::lexicon::Kind;
use crate::words::{Case, Gap, Words};

/// Longest phrase, in words: `long-range ballistic missiles`.
const LONGEST: usize = 5;

/// Plurals without an s.
const PLURALS: [&str; 16] = [
    "people",
    "men",
    "women",
    "children",
    "police",
    "troops",
    "feet",
    "fish",
    "sheep",
    "aircraft",
    "personnel",
    "staff",
    "media",
    "crew",
    "cattle",
    "data",
];

/// Words that end a phrase though the lists do not stop there.
const VERBS: [&str; 14] = [
    "including",
    "according",
    "were",
    "was",
    "said",
    "killed",
    "injured",
    "left",
    "began",
    "won",
    "lost",
    "remain",
    "ago",
    "earlier",
];

/// What stands from word `i` on is counted. Behind a unit only `of` or `in` or `worth of` leads to it, or a hyphen: `20-year deal`.
pub fn of(words: &Words<'_>, i: usize, unit: Option<&str>, glued: bool) -> Option<Span> {
    // `$2 billion in aid`, `3 percent in spring` is none: only money is in something.
    let money = unit.is_some_and(|u| u.len() == 3 && u.bytes().all(|b| b.is_ascii_uppercase()));
    let unit = unit.is_some();
    let mut from = i;
    if unit && !glued {
        from += usize::from(words.term(from) == "worth");
        let leads = words.term(from) == "of" || money && words.term(from) == "in";
        if !leads || !words.gap(from).only(Gap::SPACE) {
            return None;
        }
        from += 1;
        if matches!(
            words.term(from),
            "the" | "a" | "an" | "its" | "his" | "her" | "their" | "our"
        ) {
            from += 1;
        }
    } else if words.term(from) == "of" && matches!(words.term(from + 1), "the" | "its" | "their") {
        from += 2;
    }
    let mut to = from;
    let mut plural = None;
    while to < from + LONGEST && to < words.len() {
        let gap = words.gap(to);
        let near = gap.only(Gap::SPACE.and(Gap::HYPHEN)) && !gap.has(Gap::PAUSE);
        let (term, kind) = (words.term(to), words.listed(to).kind());
        let stops = kind == Some(Kind::Stop) || kind == Some(Kind::Particle) && !words.cap(to);
        let name = glued && words.cap(to);
        if !near || name || stops || VERBS.contains(&term) || words.get(to).is_some_and(|w| w.case == Case::Number) {
            break;
        }
        to += 1;
        if is_plural(term) && !words.glued(to) && !words.possessive(to - 1) {
            plural = Some(to);
            break;
        }
        if words.possessive(to - 1) {
            break;
        }
    }
    // Things are counted in the plural; a quantity is of anything: `$2 billion in assistance`.
    let to = match plural {
        Some(end) => end,
        None if unit && to > from => to.min(from + 3),
        None => return None,
    };
    Some(Span {
        start: words.get(from)?.start as u32,
        end: words.get(to - 1)?.end as u32,
    })
}

/// Whether a word looks like a plural.
pub fn is_plural(term: &str) -> bool {
    let s = term.len() > 3 && term.ends_with('s') && !["ss", "us", "is"].iter().any(|e| term.ends_with(e));
    s || PLURALS.contains(&term)
}
