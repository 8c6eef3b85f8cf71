//! Bodies by the pattern of their names: `Japanese Foreign Ministry`, `University of Chicago`, `Exxon Mobil Corp`.

use crate::gazetteer::{Gazetteer, Sense};
use crate::letters::behind_name;
use crate::lexicon::Kind;
use crate::listing::{List, among};
use crate::words::{Case, Gap, Words};

/// Longest name looked for, in words: `Ministry of Economy, Trade and Industry` has six.
const LONGEST: usize = 9;

/// Words of office: a name that holds one is a person's title, not a body.
const OFFICES: &List = &List::new(
    "officer superintendent commissioner congressman congresswoman chairman chairwoman ambassador professor \
    sergeant inspector attorney minister secretary president premier chancellor king queen mayor governor senator \
    commander spokesman spokeswoman director",
);

/// Heads that name a body only with something before them that is not just an adjective of place.
const NEEDS_NAME: &List =
    &List::new("front movement office services service force forces post times conference center centre");

/// The end of the body's name that starts at word `i`.
pub fn body_at(words: &Words<'_>, gazetteer: &Gazetteer, i: usize) -> Option<usize> {
    if !opens(words, i) {
        return None;
    }
    if words.listed(i).kind() == Some(Kind::Head)
        && let Some(end) = of_phrase(words, i + 1)
    {
        return Some(end);
    }
    let mut end = None;
    let mut j = i;
    while j < i + LONGEST && (j == i || words.follows(j)) {
        if !words.cap(j) {
            // `Food and Drug Administration`, `Morgan Stanley and Co`.
            let next = words.term(j + 1);
            let bridge = words.term(j) == "and" && j > i && words.cap(j + 1) && words.follows(j + 1);
            let (word, before) = (words.term(j.saturating_sub(1)), words.listed(j.saturating_sub(1)));
            let listed = matches!(before.kind(), Some(Kind::Head | Kind::Site | Kind::Company))
                || matches!(
                    word,
                    "house" | "lines" | "airways" | "brothers" | "industries" | "systems" | "motors"
                );
            let nouns = before.is_word() && words.listed(j + 1).is_word();
            if bridge
                && !listed
                && (nouns || matches!(next, "co" | "company" | "sons"))
                && !names_country(words, gazetteer, j - 1)
                && !names_country(words, gazetteer, j + 1)
                && end.is_none()
            {
                j += 1;
                continue;
            }
            break;
        }
        let term = words.term(j);
        let ended = j > i && words.gap(j).has(Gap::STOP) && words.listed(j - 1).kind() == Some(Kind::Company);
        let owned = j > i && words.possessive(j - 1) && names_country(words, gazetteer, j - 1);
        let chief_of = matches!(term, "chief" | "head" | "member") && matches!(words.term(j + 1), "of" | "for");
        if among(OFFICES, term) || chief_of || ended || owned || (j > i && breaks_at(words, j)) {
            break;
        }
        let kind = words.listed(j).kind();
        let full = j > i + 1 || !among(NEEDS_NAME, term) || !words.listed(i).is_common();
        match kind {
            Some(Kind::Head) if j > i && full => end = Some(j + 1),
            Some(Kind::Company) if j > i && company_fits(words, i, j) => end = Some(j + 1),
            Some(Kind::Stop) => break,
            _ => {}
        }
        j += 1;
    }
    let end = end?;
    // A lone country before a lone head that is an ordinary noun is still a body: `French Police`.
    let heads_of = words.listed(end - 1).kind() == Some(Kind::Head);
    Some(if heads_of {
        of_phrase(words, end).unwrap_or(end)
    } else {
        end
    })
}

/// Whether a body's name may start here.
fn opens(words: &Words<'_>, i: usize) -> bool {
    let term = words.term(i);
    if !words.cap(i) || among(OFFICES, term) || words.listed(i).kind() == Some(Kind::Stop) {
        return false;
    }
    // At a sentence's start an ordinary word is just that, unless the next word is a name too: `Foreign Ministry officials`.
    !(words.weak(i) && words.listed(i).is_common() && !(words.cap(i + 1) && words.follows(i + 1)))
}

/// Whether the stretch before word `j` ends with a possessive that is no part of a name: `Japan’s Foreign Ministry`.
fn breaks_at(words: &Words<'_>, j: usize) -> bool {
    words.possessive(j - 1) && !words.listed(j - 1).is_common()
}

/// Company words are also ordinary nouns: they count behind a name, not behind ordinary words.
fn company_fits(words: &Words<'_>, i: usize, j: usize) -> bool {
    let short = matches!(
        words.term(j),
        "corp"
            | "inc"
            | "ltd"
            | "co"
            | "llc"
            | "plc"
            | "corporation"
            | "incorporated"
            | "limited"
            | "gmbh"
            | "company"
            | "group"
            | "holdings"
            | "bros"
    );
    let two_letters = words.term(j).len() <= 2 && words.get(j).is_some_and(|w| w.case == Case::Upper);
    if words.term(j).len() == 2 && !short && !two_letters {
        return false;
    }
    if words.term(j) == "spa" && words.raw(j) == "Spa" {
        return false;
    }
    short || (i..j).any(|k| !words.listed(k).is_word())
}

/// The end of `of Foreign Affairs`, `of the Red Cross`, `for Disease Control and Prevention` from word `j`.
fn of_phrase(words: &Words<'_>, j: usize) -> Option<usize> {
    let on = words.term(j) == "on"
        && matches!(
            words.term(j - 1),
            "committee" | "subcommittee" | "commission" | "council"
        );
    if !(on || matches!(words.term(j), "of" | "for")) || !words.follows(j) || words.gap(j).has(Gap::STOP) {
        return None;
    }
    let mut at = j + 1;
    if words.term(at) == "the" {
        at += 1;
    }
    let mut end = None;
    while at < j + LONGEST && words.follows(at) {
        let kind = words.listed(at).kind();
        if words.cap(at) && kind != Some(Kind::Stop) && !words.is(at, OFFICES) {
            at += 1;
            end = Some(at);
            if words.possessive(at - 1) {
                break;
            }
        } else if end.is_some()
            && words.cap(at + 1)
            && words.follows(at + 1)
            && (words.term(at) == "of" || (words.term(at) == "and" && subject(words, at + 1) && subject(words, at - 1)))
        {
            at += 1;
        } else {
            break;
        }
    }
    end.map(|end| subjects(words, j + 1, end))
}

/// Whether a word may be what an office is for: in the dictionary, or formed like a science, `Volcanology and Seismology`.
fn subject(words: &Words<'_>, i: usize) -> bool {
    const SCIENCES: [&str; 5] = ["logy", "graphy", "nomy", "ics", "istry"];
    words.listed(i).is_word() || SCIENCES.iter().any(|end| words.term(i).ends_with(end))
}

/// Where the subjects of an office end that are listed: `Bureau of Alcohol, Tobacco, Firearms and Explosives`; at `end` where they are
/// not, or the list does not end in *and* and one more.
fn subjects(words: &Words<'_>, from: usize, end: usize) -> usize {
    const MOST: usize = 10;
    let noun = |k: usize| words.cap(k) && words.listed(k).is_word() && words.listed(k).kind() != Some(Kind::Stop);
    let comma = |k: usize| words.gap(k).has(Gap::COMMA) && words.gap(k).only(Gap::COMMA.and(Gap::SPACE));
    if !comma(end) || !(from..end).all(|k| noun(k) || !words.cap(k)) {
        return end;
    }
    let mut at = end;
    while at < end + MOST && noun(at) && (at == end || comma(at) || words.follows(at)) {
        at += 1;
        let and = words.term(at) == "and" && (words.follows(at) || comma(at));
        if and && noun(at + 1) && words.follows(at + 1) {
            at += 2;
            while noun(at) && words.follows(at) {
                at += 1;
            }
            return at;
        }
    }
    end
}

fn names_country(words: &Words<'_>, gazetteer: &Gazetteer, i: usize) -> bool {
    gazetteer
        .find(words, i)
        .is_some_and(|hit| gazetteer.senses(hit).any(|s| matches!(s, Sense::Country { .. })))
}

/// What everybody abbreviates and is no body, unless the text explains it.
pub const THINGS: &List = &List::new(
    "ngo ngos am pm tv id dna hiv aids gps ceo cfo coo cto pdf url ok gdp gnp vip suv bbq faq sms usb dvd cd pc ii iii iv vi \
    vii viii ix xi est gmt edt pst pdt cst cdt utc bst cet mr mrs ms dr jr sr phd md ba ma mba rna icu er atm pr \
    hr ufo mph kmh cctv thaad icbm ied sars mers covid rsvp",
);

/// Capital letters that may abbreviate a body's name, three to six.
pub fn letters_at(words: &Words<'_>, i: usize) -> bool {
    let raw = words.raw(i);
    let letters = raw.chars().filter(|c| c.is_alphabetic()).count();
    words.get(i).is_some_and(|w| w.case == Case::Upper)
        && (3..=6).contains(&letters)
        && raw.chars().all(|c| c.is_uppercase() || c == '.')
        // `Mary Roe OBE`
        && !(words.cap(i.wrapping_sub(1)) && behind_name(words, i))
}
