//! How right is an analysis? Counts against gold: countries of a text, its country of focus, exact spans of names.
//!
//! Nothing here knows a set of gold texts or reads a file. Counts of several texts are added before a rate is taken of them
//! (micro average), so that a long text counts for what it names.

use dateline_corpus::{Analysis, CountryCode, EntityKind, How, Mention};
use serde::{Deserialize, Serialize};

/// What a text is known to name.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Gold {
    /// Of the text; predictions made elsewhere are joined by it.
    pub id: String,
    /// Its headline.
    #[serde(default)]
    pub title: String,
    /// Offsets count the Unicode scalar values of this.
    pub text: String,
    /// The countries it names, by ISO 3166-1 alpha-2; none where nobody has said.
    #[serde(default)]
    pub countries: Option<Vec<String>>,
    /// Countries that may be found or not: gold that left out demonyms has them here.
    #[serde(default, rename = "countries_optional")]
    pub optional: Vec<String>,
    /// False where only the countries in focus were written down: what else is found is then not wrong.
    #[serde(default = "yes", rename = "countries_complete")]
    pub complete: bool,
    /// The country it is about; several where people differed.
    #[serde(default)]
    pub focus: Vec<String>,
    /// Its names.
    #[serde(default)]
    pub spans: Vec<Span>,
}

fn yes() -> bool {
    true
}

/// A name in a text.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Span {
    /// First Unicode scalar value.
    pub start: usize,
    /// One past its last.
    pub end: usize,
    /// `PER`, `ORG` or `LOC`; gold also has others, which are not asked for.
    #[serde(rename = "type")]
    pub kind: String,
    /// Found or not, it counts for nothing.
    #[serde(default, skip_serializing)]
    pub optional: bool,
    /// The country that it names or lies in, where gold says so.
    #[serde(default, skip_serializing)]
    pub country: Option<String>,
}

impl Span {
    /// Names that are not asked for: optional ones, and places inside other names (`EMB`).
    fn ignored(&self) -> bool {
        self.optional || self.kind == "EMB"
    }
}

/// What an analysis says, in the terms of the gold.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Prediction {
    /// Countries, each once.
    pub countries: Vec<String>,
    /// Countries in focus, the first one counts.
    pub focus: Vec<String>,
    /// Names of people, bodies and places.
    pub spans: Vec<Span>,
}

impl Prediction {
    /// Reads an analysis of `text`. Demonyms are no places' names, but a kind of their own; a country that is named by a place of
    /// it would be the place's span twice.
    pub fn of(analysis: &Analysis, text: &str) -> Self {
        let mut all = Self {
            focus: analysis.focus.iter().map(CountryCode::to_string).collect(),
            ..Self::default()
        };
        let mut bytes = Vec::new();
        for found in &analysis.found {
            let key = &found.entity.key;
            all.countries.extend(key.as_country().map(|c| c.to_string()));
            let kind = match key.kind {
                EntityKind::Person => "PER",
                EntityKind::Organisation => "ORG",
                _ => "LOC",
            };
            let kind_of = |m: &Mention| match m.how {
                How::Demonym => Some("DEM"),
                // Descriptions are no names.
                How::Role => None,
                How::Name => Some(kind),
                _ => Some(kind).filter(|_| key.kind != EntityKind::Country),
            };
            let spans = found.mentions.iter().filter_map(|m| Some((m.span, kind_of(m)?)));
            bytes.extend(spans.map(|(s, kind)| (s.start as usize, s.end as usize, kind)));
        }
        // Names in gold do not overlap: of `U.S. Congress` the whole is one, not the country in it.
        bytes.sort_unstable_by_key(|&(from, to, kind)| (from, std::cmp::Reverse(to), kind == "DEM", kind));
        let mut end = 0;
        bytes.retain(|&(_, to, _)| {
            let outside = to > end;
            end = end.max(to);
            outside
        });
        // The starts ascend, so the text is counted once.
        let (mut at, mut start) = (0, 0);
        for (from, to, kind) in bytes {
            start += text[at..from].chars().count();
            at = from;
            all.spans.push(Span {
                start,
                end: start + text[from..to].chars().count(),
                kind: kind.to_owned(),
                optional: false,
                country: None,
            });
        }
        all
    }
}

/// What was found rightly, found wrongly and missed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// In gold and found.
    pub right: usize,
    /// Found, not in gold.
    pub wrong: usize,
    /// In gold, not found.
    pub missed: usize,
}

impl Counts {
    /// Share of what was found that is right, 0 to 1; 1 where there was nothing to find and nothing was.
    pub fn precision(self) -> f64 {
        match self.right + self.wrong {
            0 if self.missed > 0 => 0.0,
            0 => 1.0,
            found => self.right as f64 / found as f64,
        }
    }

    /// Share of the gold that was found, 0 to 1.
    pub fn recall(self) -> f64 {
        match self.right + self.missed {
            0 => 1.0,
            gold => self.right as f64 / gold as f64,
        }
    }

    /// The harmonic mean of both.
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
}

/// Countries of one text; none where gold does not say. `lenient`: optional ones are neither right nor wrong.
pub fn countries(gold: &Gold, found: &Prediction, lenient: bool) -> Option<Counts> {
    let expected = gold.countries.as_ref()?;
    let distinct = |list: &[String]| {
        let mut list = list.to_vec();
        list.sort_unstable();
        list.dedup();
        list
    };
    let (expected, found) = (distinct(expected), distinct(&found.countries));
    let right = found.iter().filter(|c| expected.contains(c)).count();
    let excused = |c: &&String| !gold.complete || (lenient && gold.optional.contains(c));
    let extra = found.iter().filter(|c| !expected.contains(c));
    Some(Counts {
        right,
        wrong: extra.filter(|c| !excused(c)).count(),
        missed: expected.len() - right,
    })
}

/// Whether the first country in focus is one that gold has; none where gold has none.
pub fn focus(gold: &Gold, found: &Prediction) -> Option<bool> {
    let first = found.focus.first();
    (!gold.focus.is_empty()).then(|| first.is_some_and(|f| gold.focus.contains(f)))
}

/// Spans of one kind with exactly the gold's ends. A wrong one that overlaps a name which is not asked for is excused.
pub fn spans(gold: &Gold, found: &Prediction, kind: &str) -> Counts {
    let ends = |list: &[Span]| {
        let asked = list.iter().filter(|s| s.kind == kind && !s.ignored());
        let mut ends: Vec<_> = asked.map(|s| (s.start, s.end)).collect();
        ends.sort_unstable();
        ends
    };
    let (expected, given) = (ends(&gold.spans), ends(&found.spans));
    let mut counts = Counts {
        missed: expected.len(),
        ..Counts::default()
    };
    let mut open = expected.into_iter().peekable();
    for span in given {
        while open.next_if(|e| *e < span).is_some() {}
        if open.next_if_eq(&span).is_some() {
            counts.right += 1;
            counts.missed -= 1;
        } else {
            let excused = |s: &Span| s.ignored() && span.0 < s.end && s.start < span.1;
            counts.wrong += usize::from(!gold.spans.iter().any(excused));
        }
    }
    counts
}

/// Namings right and wrong: of those beyond doubt, and of doubtful ones. A place or country is right where gold has a place's
/// name there and, where gold says which, of that country; a person or body where gold has the very span, where gold knows
/// `people` and bodies. Demonyms are not asked about.
pub fn doubts(gold: &Gold, analysis: &Analysis, text: &str, people: bool) -> [Counts; 2] {
    let mut counts = [Counts::default(); 2];
    // The gold counts characters, the analysis bytes.
    let mut bytes: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).collect();
    bytes.push(text.len() as u32);
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(u32::MAX);
    let gold: Vec<_> = gold.spans.iter().map(|s| (byte(s.start), byte(s.end), s)).collect();
    let of_map = |s: &Span| matches!(s.kind.as_str(), "LOC" | "DEM" | "EMB");
    for found in &analysis.found {
        let kind = match found.entity.key.kind {
            EntityKind::Person => Some("PER"),
            EntityKind::Organisation => Some("ORG"),
            _ => None,
        };
        if kind.is_some() && !people {
            continue;
        }
        let country = found.entity.country.map(|c| c.to_string());
        for m in found
            .mentions
            .iter()
            .filter(|m| !matches!(m.how, How::Demonym | How::Role))
        {
            let mut there = gold.iter().filter(|s| s.0 < m.span.end && m.span.start < s.1);
            let right = match kind {
                Some(kind) => there.any(|s| (s.0, s.1, s.2.kind.as_str()) == (m.span.start, m.span.end, kind)),
                None => there.any(|s| of_map(s.2) && (s.2.country.is_none() || s.2.country == country)),
            };
            let counts = &mut counts[usize::from(m.doubt.is_some())];
            *(if right { &mut counts.right } else { &mut counts.wrong }) += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::{Counts, Gold, Prediction, Span, countries, focus, spans};

    fn codes(list: &str) -> Vec<String> {
        list.split_whitespace().map(str::to_owned).collect()
    }

    fn counts(right: usize, wrong: usize, missed: usize) -> Counts {
        Counts { right, wrong, missed }
    }

    fn names(list: &[(usize, usize, &str)]) -> Vec<Span> {
        let span = |&(start, end, kind): &(usize, usize, &str)| Span {
            start,
            end,
            kind: kind.trim_end_matches('?').into(),
            optional: kind.ends_with('?'),
            country: None,
        };
        list.iter().map(span).collect()
    }

    #[test]
    fn rates_are_of_sums_and_defined_where_nothing_is_counted() {
        assert_eq!(counts(0, 0, 0).f1(), 1.0);
        assert_eq!((counts(0, 0, 3).f1(), counts(0, 3, 0).f1()), (0.0, 0.0));
        assert_eq!((counts(3, 1, 0).precision(), counts(3, 0, 1).recall()), (0.75, 0.75));
        assert_eq!(counts(1, 1, 1).f1(), 0.5);
        let mut sum = counts(1, 2, 3);
        sum += counts(4, 5, 6);
        assert_eq!(sum, counts(5, 7, 9));
    }

    #[test]
    fn countries_are_sets_and_optional_ones_excused_only_leniently() {
        let check = |expected: &str, optional: &str, complete, found: &str, strict, lenient| {
            let gold = Gold {
                countries: Some(codes(expected)),
                optional: codes(optional),
                complete,
                ..Gold::default()
            };
            let found = Prediction {
                countries: codes(found),
                ..Prediction::default()
            };
            assert_eq!(countries(&gold, &found, false), Some(strict));
            assert_eq!(countries(&gold, &found, true), Some(lenient));
        };
        check("US FR", "DE", true, "US DE", counts(1, 1, 1), counts(1, 0, 1));
        check("US US", "", true, "US US JP", counts(1, 1, 0), counts(1, 1, 0));
        check("", "", true, "", counts(0, 0, 0), counts(0, 0, 0));
        check("GB IE", "", false, "GB US", counts(1, 0, 1), counts(1, 0, 1));
        let unknown = Gold::default();
        assert_eq!(countries(&unknown, &Prediction::default(), false), None);
    }

    #[test]
    fn the_first_country_in_focus_decides() {
        let check = |expected: &str, found: &str, right| {
            let gold = Gold {
                focus: codes(expected),
                ..Gold::default()
            };
            let found = Prediction {
                focus: codes(found),
                ..Prediction::default()
            };
            assert_eq!(focus(&gold, &found), right);
        };
        check("US GB", "GB FR", Some(true));
        check("US", "FR US", Some(false));
        check("US", "", Some(false));
        check("", "US", None);
    }

    #[test]
    fn spans_match_one_to_one_by_both_ends_and_kind() {
        let check = |expected: &[_], found: &[_], right| {
            let gold = Gold {
                spans: names(expected),
                ..Gold::default()
            };
            let found = Prediction {
                spans: names(found),
                ..Prediction::default()
            };
            assert_eq!(spans(&gold, &found, "LOC"), right);
        };
        check(&[(0, 5, "LOC")], &[(0, 5, "LOC"), (0, 5, "LOC")], counts(1, 1, 0));
        check(&[(0, 5, "LOC"), (8, 9, "PER")], &[(1, 5, "LOC")], counts(0, 1, 1));
        check(&[(0, 5, "ORG")], &[(0, 5, "LOC")], counts(0, 1, 0));
        check(
            &[(0, 9, "EMB"), (20, 22, "LOC?")],
            &[(2, 4, "LOC"), (20, 22, "LOC")],
            counts(0, 0, 0),
        );
        check(
            &[(0, 2, "LOC"), (4, 6, "LOC")],
            &[(4, 6, "LOC"), (5, 6, "LOC")],
            counts(1, 1, 1),
        );
    }
}
