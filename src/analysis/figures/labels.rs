//! Which numbers count nothing? Those of names, codes, telephones, streets, clock times and scores.

use super::{Walk, ends};
use crate::lexicon::Kind;
use crate::listing::{List, among};
use crate::numbers::Number;
use crate::words::{Case, Gap, Words};

/// What a number right behind it tells apart, and does not count. Those from `|` on only where they have a capital.
const LABELS: &str = "no number article chapter page flight route section channel psalm verse postcode zip room gate platform \
extension highway interstate junction terminal paragraph volume episode phase level type category item|windows apollo formula game max iphone galaxy \
playstation xbox step round stage group pool figure table exhibit title rule resolution proposition area district zone ward unit \
building block pier class grade lane line bus model version act part series season day week lot soyuz falcon pixel mark radio \
studio division league tier schedule form appendix annex case super fortune covid year big ocean ftse nikkei dax";

/// Streets, as the last word of an address.
const STREETS: &List = &List::new(
    "street st road rd avenue ave lane drive boulevard blvd place square terrace way close crescent court row mews",
);

/// What was won, lost or decided by a score.
const WINS: &List = &List::new(
    "win wins victory victories loss losses defeat defeats draw draws lead vote votes ruling rulings decision decisions \
majority aggregate series scoreline",
);

/// Behind these stands a number that is called.
const CALLS: &List = &List::new("text call called calling dial dialed dialled dialing dialling phoned");

/// One past the numbers of a telephone, a code or a line-up (4-3-3) that start at word `i`.
pub fn code(words: &Words<'_>, i: usize) -> Option<usize> {
    let plain = |k: usize| {
        let raw = words.raw(k);
        !raw.is_empty() && raw.bytes().all(|b| b.is_ascii_digit())
    };
    let gap = |k: usize| {
        words
            .get(k)
            .map_or("", |w| &words.text[words.get(k - 1).map_or(0, |b| b.end)..w.start])
    };
    let mut to = i + 1;
    while plain(to) && matches!(gap(to), " " | "-" | "‑" | ") " | ")" | ".") {
        to += 1;
    }
    let (first, second) = (words.raw(i), words.raw(i + 1));
    let code = match to - i {
        1 => first.len() > 1 && first.starts_with('0'),
        2 => {
            first.starts_with('0') && first.len() > 2
                || second.starts_with('0') && second.len() > 2
                || first.len() == 3 && second.len() == 4 && gap(i + 1) == "-"
                || first.len() < 4 && second.len() == 3 && gap(i + 1) == " "
        }
        _ => true,
    };
    let plus = words.text[..words.get(i)?.start].ends_with('+');
    (plain(i) && (code || plus && to > i + 1)).then_some(to)
}

/// Whether a range without a unit is a score or a vote: `4-1`, `52 to 48`, `5-4 decisions`.
pub fn score(walk: &Walk<'_, '_>, i: usize, number: usize, of: Option<&str>, falls: bool) -> bool {
    let words = walk.words;
    let voted = words.is(
        i.wrapping_sub(1),
        "voted vote votes won win wins lost lose beat ruled drew led by",
    ) || words.is(i.wrapping_sub(2), "voted");
    let won = of.is_some_and(|of| of.rsplit(' ').next().is_some_and(|w| among(WINS, w)));
    let joined = !words.gap(number).has(Gap::SPACE);
    let from = words.is(i.wrapping_sub(1), "from between aged ages");
    !from
        && (won
            || falls
            || of.is_none() && (joined && !words.is(i.wrapping_sub(1), "about around to some over under") || voted))
}

impl Walk<'_, '_> {
    /// Numbers that count nothing: of names, clock times, scores, parts of longer ones.
    pub fn no_figure(&self, i: usize, number: &Number, money: bool) -> bool {
        let words = self.words;
        let Some(word) = words.get(i) else { return true };
        let before = words.text[..word.start].chars().next_back();
        let end = words.get(number.to - 1).map_or(word.end, |w| w.end);
        let mut after = words.text[end..].chars();
        let (after, then) = (after.next(), after.next());
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let clock =
            after == Some(':') && digit(then) || words.is(number.to, "am pm oclock gmt utc bst cet est edt ist");
        let plus = words.glued(number.to) && words.is(number.to, "plus on to") || after == Some('+') && digit(then);
        // `3,9` may be a decimal of another language.
        let slash = matches!(after, Some('/' | ',')) && digit(then) || before == Some(',');
        // The Four Seasons, the Big Four.
        let title = !number.digits && words.cap(i) && !words.weak(i);
        if title || clock || plus || slash {
            return true;
        }
        if money {
            return false;
        }
        // G-7, 10:30, 3/4, .380; `-` and `/` between numbers are read as ranges from the first.
        let bound = match before {
            Some('.' | '#' | '№') => true,
            // `$-5`.
            Some('-') if ends(&words.text[..word.start - 1], "$€£¥₹") => true,
            Some('/' | ':' | '\'' | '’' | '+' | '-' | '‑') => {
                i > 0 && !words.gap(i).has(Gap::SPACE.and(Gap::BREAK))
            }
            _ => false,
        };
        let dot = i > 0 && words.is(i - 1, "no") && words.cap(i - 1);
        let leads = i > 0
            && words
                .gap(i)
                .only(if dot { Gap::SPACE.and(Gap::STOP) } else { Gap::SPACE });
        let last = if leads { words.term(i - 1) } else { "" };
        let (any, capital) = LABELS.split_once('|').unwrap_or_default();
        let ordinary = i > 0 && words.listed(i - 1).kind() == Some(Kind::Stop) && last != "no";
        let label = number.to == i + 1
            && !ordinary
            && (among(any, last) || words.cap(i - usize::from(leads)) && among(capital, last));
        let name = number.digits
            && words.follows(i)
            && words.cap(i - 1)
            && !words.weak(i - 1)
            && !words.get(number.to).is_some_and(|w| w.case == Case::Lower);
        // `the 3700 block of North Street`, `10 Downing Street`.
        let block = words.is(number.to, "block") && words.is(number.to + 1, "of") && !words.glued(number.to);
        let street = || {
            let cap = |k: &usize| words.cap(*k) && words.spaced(*k);
            number.digits
                && (number.to..number.to + 4)
                    .take_while(cap)
                    .skip(1)
                    .any(|k| words.is(k, STREETS))
        };
        // `call 911`; `called 20 witnesses` counts them.
        let called = number.digits && among(CALLS, last) && {
            let noun = words.get(number.to).is_some_and(|w| w.case == Case::Lower) && words.spaced(number.to);
            !noun || matches!(number.value.as_whole(), Some(911 | 999))
        };
        let aged = number.digits && words.gap(i).has(Gap::COMMA) && after == Some(',') && number.to == i + 1;
        bound || label || name || block || called || aged || street()
    }
}
