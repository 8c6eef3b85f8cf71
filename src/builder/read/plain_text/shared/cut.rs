//! Where does one thing on a line end and the next begin?
//!
//! Dates and hours are found first: they hold commas, dots, strokes and dashes of their own. What stands between them is cut
//! at the marks that part names, and the words that go with a date (`Published on`, weekday, time zone) fall away.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::read::dates::{self, Written};
use crate::read::pattern::pattern;

/// What parts a piece from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Nothing: it opens the line, or a date stands beside it without a mark.
    None,
    /// A comma.
    Comma,
    /// A bracket or a stroke opens: `(Reuters)`, `/TASS/`.
    Bracket,
    /// Any other mark.
    Mark,
}

/// One thing that a line says.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A day, and whether it is that of a later version: `Updated 9 June 2019`.
    Day(Written, bool),
    /// An hour.
    Hour,
    /// Words, by their place in the line, and whether a date stands beside them without a mark between.
    Words(Range<usize>, Gap, bool),
}

struct Forms {
    hour: Regex,
    mark: Regex,
    stamp: Regex,
    stamp_before: Regex,
    stamp_behind: Regex,
    later: Regex,
    first: Regex,
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    // What goes with a date. Days of the week in English, French, Spanish, Portuguese, Italian and German (CLDR).
    let word = r"(?:(?:first |last )?(?:published|posted|updated|modified|created|issued|released|revised|filed|dated?|embargoed until)(?: (?:on|at))?|publié(?:e)? le|mis(?:e)? à jour le|veröffentlicht am|aktualisiert(?: am)?|stand|publicado (?:el|em)|actualizado(?: el)?|atualizado(?: em)?|pubblicato il|(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:segunda|terça|quarta|quinta|sexta)-feira|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|\d{1,3} (?:minutes?|mins?|hours?|days?|weeks?) ago|[ap]\.?m\.?|uhr|gmt|utc|est|edt|et|cst|cdt|mst|mdt|pst|pdt|bst|wib|eat|wat|cat|sast|cet|cest|jst|kst|ist|pkt|msk|hkt|sgt|aest|aedt|local time|à|às|um|[+-]\d{2}:?\d{2}|at|on)";
    // The marks that part names. A slash or hyphen inside a word is the word's own.
    let mark = r"(?P<comma>\s*,\s*)|\s+/\s+|(?P<open>\s*[(\[]\s*|(?:\s|^[.:]*\s*)/\s*)|\s*[)\]|•·▪;]\s*|/\s+|/\.?$|\s+-{1,3}(?:\s+|$)|^-{1,3}\s*|\s*-{2,3}\s*|-$|\s*[–—―]\s*|^[./:]+\s*|\s*[.:]$|(?P<stop>\.\s+)";
    Forms {
        hour: pattern(
            r"(?i)T?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?Z?(?:\s*[ap]\.?m(?-u:\b)\.?)?(?:[+-]\d{2}:?\d{2}(?-u:\b))?|\d{1,2}\s?[ap]\.?m(?-u:\b)\.?|\d{1,2}h\d{2}",
        ),
        mark: pattern(mark),
        stamp: pattern(&format!(r"(?i)^(?:{word}(?:[\s:.,]+|$))+$")),
        stamp_before: pattern(&format!(r"(?i)(?:^|\s)(?:{word}[\s:.,]+)*{word}[\s:.,]*$")),
        stamp_behind: pattern(&format!(r"(?i)^(?:{word}(?:[\s:.,]+|$))+")),
        later: pattern(r"(?i)(?-u:\b)(?:updated|modified|revised|mise? à jour|aktualisiert|actualizado|atualizado)"),
        first: pattern(
            r"(?i)(?-u:\b)(?:published|posted|created|issued|released|filed|publiée?|veröffentlicht|publicado|pubblicato)",
        ),
    }
});

/// Cuts a line into what it says, in its order.
pub fn cut(line: &str) -> Vec<Piece> {
    let mut cutter = Cutter {
        line,
        pieces: Vec::new(),
        later: false,
    };
    let mut at = 0;
    let mut moment_before = false;
    for (range, written) in moments(line) {
        cutter.words(at..range.start, moment_before, true);
        cutter.pieces.push(match written {
            // The next day has words of its own, or none: then it is the same version's, in another form.
            Some(written) => Piece::Day(written, std::mem::take(&mut cutter.later)),
            None => Piece::Hour,
        });
        at = range.end;
        moment_before = true;
    }
    cutter.words(at..line.len(), moment_before, false);
    cutter.pieces
}

/// Days and hours of a line, in its order.
fn moments(line: &str) -> Vec<(Range<usize>, Option<Written>)> {
    let days = dates::find(line).into_iter().map(|(range, day)| (range, Some(day)));
    let mut all: Vec<(Range<usize>, Option<Written>)> = days.collect();
    // An hour without a day says nothing of a line: `7.30 is too early`.
    if all.is_empty() {
        return all;
    }
    for hour in FORMS.hour.find_iter(line) {
        let glued = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric());
        let inside = glued(line[hour.end()..].chars().next())
            || (glued(line[..hour.start()].chars().next_back()) && !hour.as_str().starts_with(['T', 't']));
        if !inside
            && all
                .iter()
                .all(|(day, _)| day.end <= hour.start() || hour.end() <= day.start)
        {
            all.push((hour.range(), None));
        }
    }
    all.sort_by_key(|(range, _)| range.start);
    all
}

struct Cutter<'a> {
    line: &'a str,
    pieces: Vec<Piece>,
    /// The last word on versions was that of a later one.
    later: bool,
}

impl Cutter<'_> {
    /// Cuts what stands between two moments, or between one and an end of the line.
    fn words(&mut self, range: Range<usize>, behind_moment: bool, before_moment: bool) {
        let text = &self.line[range.clone()];
        let mut gap = Gap::None;
        let mut from = 0;
        let mut marks = FORMS.mark.captures_iter(text).filter_map(|c| {
            let mark = c.get(0)?;
            let gap = if c.name("comma").is_some() {
                Gap::Comma
            } else if c.name("open").is_some() {
                Gap::Bracket
            } else {
                Gap::Mark
            };
            let stays = c.name("stop").is_some() && is_abbreviation(&text[..mark.start()]);
            (!stays).then_some((mark.range(), gap))
        });
        loop {
            let mark = marks.next();
            let to = mark.as_ref().map_or(text.len(), |(mark, _)| mark.start);
            let behind = behind_moment && from == 0;
            let before = before_moment && mark.is_none();
            self.chunk(range.start + from..range.start + to, gap, behind, before);
            let Some((mark, next)) = mark else { return };
            // Of two marks in a row the bracket says more.
            gap = if to == from && gap == Gap::Bracket { gap } else { next };
            from = mark.end;
        }
    }

    /// What stands between two marks: words that go with the date beside it fall away.
    fn chunk(&mut self, range: Range<usize>, gap: Gap, behind: bool, before: bool) {
        let text = &self.line[range.clone()];
        let (mut from, mut to) = (text.len() - text.trim_start().len(), text.trim_end().len());
        if from >= to {
            return;
        }
        /// `First published on Wednesday at` and more is shorter, in bytes.
        const LONGEST_STAMP: usize = 60;
        if to - from <= LONGEST_STAMP && FORMS.stamp.is_match(&text[from..to]) {
            self.version(&text[from..to]);
            return;
        }
        if behind && let Some(stamp) = FORMS.stamp_behind.find(&text[from..to]) {
            self.version(stamp.as_str());
            from += stamp.end();
        }
        if before && let Some(stamp) = FORMS.stamp_before.find(&text[from..to]) {
            self.version(stamp.as_str());
            to = from + stamp.start();
        }
        let words = text[from..to].trim();
        if words.is_empty() {
            return;
        }
        let start = range.start + from + (text[from..to].len() - text[from..to].trim_start().len());
        self.pieces
            .push(Piece::Words(start..start + words.len(), gap, behind || before));
    }

    fn version(&mut self, words: &str) {
        if FORMS.later.is_match(words) {
            self.later = true;
        } else if FORMS.first.is_match(words) {
            self.later = false;
        }
    }
}

/// Whether a full stop behind this text belongs to an abbreviation: `St. Louis`, `N.C. `, `Calif. `.
fn is_abbreviation(before: &str) -> bool {
    /// States and provinces as newspapers shorten them (Associated Press), and what stands before and behind names.
    #[rustfmt::skip]
    const SHORT: &[&str] = &[
        "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ill", "ind", "kan", "mass", "mich", "minn", "miss",
        "mont", "neb", "nev", "okla", "ore", "tenn", "vt", "wash", "wis", "wyo", "ont", "que", "alta", "sask", "man",
        "gov", "sen", "rep", "gen", "rev", "col", "capt", "prof", "mrs", "corp", "inc", "ltd",
    ];
    let word = before.rsplit([' ', '.', ',']).next().unwrap_or_default();
    word.chars().count() < 3 || SHORT.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::{Piece, cut};

    fn check(line: &str, expected: &str) {
        let found: Vec<String> = cut(line)
            .into_iter()
            .map(|piece| match piece {
                Piece::Day(day, later) => format!("{day}{}", if later { " (later)" } else { "" }),
                Piece::Hour => "hour".into(),
                Piece::Words(range, _, _) => line[range].to_owned(),
            })
            .collect();
        assert_eq!(found.join(" + "), expected, "{line}");
    }

    #[test]
    fn lines_are_cut_where_their_things_end() {
        for (line, expected) in [
            (
                "BERGEN, Norway (AP) — June 4, 2019",
                "BERGEN + Norway + AP + 2019-06-04",
            ),
            (
                "BERGEN/OSLO, Tuesday 4 June 2019 (Reuters)",
                "BERGEN/OSLO + 2019-06-04 + Reuters",
            ),
            ("BERGEN, June 4. /TASS/.", "BERGEN + 4 June + TASS"),
            (
                "BERGEN--(BUSINESS WIRE)--Jun 4, 2019--",
                "BERGEN + BUSINESS WIRE + 2019-06-04",
            ),
            ("ST. LOUIS, Mo. — June 4, 2019", "ST. LOUIS + Mo. + 2019-06-04"),
            ("Words by Ann Lee. Tuesday 4 June 2019", "Words by Ann Lee + 2019-06-04"),
            ("Posted on 4 June 2019 by Ann Lee", "2019-06-04 + by Ann Lee"),
            (
                "Published on June 4, 2019, at 10:00 am (Paris), updated at 2:00 pm",
                "2019-06-04 + hour + Paris + hour",
            ),
            (
                "Updated 9 June 2019 | First published 4 June 2019",
                "2019-06-09 (later) + 2019-06-04",
            ),
            ("JUNE 4, 2019 / 6:02 PM / UPDATED 2 HOURS AGO", "2019-06-04 + hour"),
            (
                "2019-06-04T10:00:00+02:00 • 5 min read",
                "2019-06-04 + hour + 5 min read",
            ),
            ("Jean-Luc Ek-Lee; Al-Hasakah", "Jean-Luc Ek-Lee + Al-Hasakah"),
            ("– — | (", ""),
            ("", ""),
        ] {
            check(line, expected);
        }
    }
}
