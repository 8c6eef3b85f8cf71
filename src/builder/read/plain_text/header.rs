//! What stands above the article's first sentence: title, outlet, byline, date, standfirst, captions.

use dateline_corpus::Article;
use serde_json::Value;

use super::furniture::{self, Kind};
use super::lines::{bare_names, byline, byline_with_place, date_line, key_value};
use super::shared::{self, Beside, Shared};
use super::tail;
use crate::read::dates::{self, Written};
use crate::read::fields::Field;
use crate::read::notes::Notes;
use crate::read::paragraphs::{Paragraph, ends_sentence};
use crate::read::{dateline, fields, outlets};

/// The longest title, in characters: headlines are written for 100 to 200.
const LONGEST_TITLE: usize = 300;
/// A sentence of the body has at least so many words; headlines that end in a full stop have fewer.
const FEWEST_WORDS_OF_PROSE: usize = 8;
/// So many words are prose with or without a full stop.
const MOST_WORDS_OF_TITLE: usize = 24;

/// Whether a paragraph is the article's own prose.
pub fn is_prose(text: &str) -> bool {
    let words = word_count(text);
    let ends = (ends_sentence(text) && !text.ends_with(':')) || tail::closing_day(text).is_some();
    let sentence = words >= FEWEST_WORDS_OF_PROSE && ends;
    // A headline can open like a dateline (`SYRIA: Rebels take town`): only an agency's name tells one from the other.
    let prose = sentence || words > MOST_WORDS_OF_TITLE || dateline::find(text).is_some_and(|d| !d.outlet.is_empty());
    // `BERGEN, Norway (AP) — 4 June 2019` has all that opens a text, and no text.
    prose && (words > MOST_WORDS_OF_TITLE || shared::read(text, Beside::default()).is_none())
}

/// Words of a text; two letters of a script without spaces count as one.
pub fn word_count(text: &str) -> usize {
    let spaceless = text
        .chars()
        .filter(|c| matches!(c, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'))
        .count();
    text.split_whitespace().count() + spaceless / 2
}

/// A paragraph above the prose that is neither title nor furniture: a standfirst, a caption, a kicker.
#[derive(Debug)]
pub struct Left {
    /// The paragraph.
    pub paragraph: Paragraph,
    /// Whether it stands next to a picture's credit without a blank line.
    pub beside_credit: bool,
}

/// What has been found above the text.
#[derive(Default)]
pub struct Found {
    /// A date that lacks its year, or can be read in two ways.
    pub undecided: Option<Written>,
    /// What could not be told, in order.
    pub left: Vec<Left>,
    /// Where who wrote it was, and the line that says so: the article's place, if no dateline tells another.
    pub place: Option<(String, u32)>,
    /// The day on a line that says other things too: the article's, if nothing else gives one.
    pub beside_others: Option<Written>,
    /// Who publishes it, as a line with other things says: the article's outlet, if no line of its own says another.
    outlet: String,
    /// The day of a later version, for an article that gives no other.
    later: Option<Written>,
    /// The paragraph before was a picture's credit.
    credit_before: bool,
    /// The paragraph before was a byline, or the word `By` alone.
    byline_before: bool,
}

/// Reads everything above the first sentence into the article; returns what is left to be decided.
pub fn read(article: &mut Article, head: Vec<Paragraph>, notes: &mut Notes) -> Found {
    let mut found = Found::default();
    let mut head = head.into_iter();
    while let Some(paragraph) = head.next() {
        let credit_before = std::mem::take(&mut found.credit_before);
        let byline_before = std::mem::take(&mut found.byline_before);
        let dated_next = is_dated_below(head.as_slice());
        if !read_line(article, &paragraph, byline_before, dated_next, &mut found, notes) {
            read_furniture(article, paragraph, credit_before, &mut found, notes);
        }
    }
    if let Some(later) = found.later {
        take_date(article, later, &mut found.undecided);
    }
    take_outlet_and_title(article, &mut found.left, notes);
    if article.outlet.is_empty() {
        article.outlet = std::mem::take(&mut found.outlet);
    }
    found
}

/// Whether a date stands below, with nothing between but what stands between names and date.
fn is_dated_below(rest: &[Paragraph]) -> bool {
    /// A post, a place and an address.
    const BETWEEN: usize = 3;
    let next = rest.iter().take(BETWEEN + 1).find(|p| !shared::is_between(&p.text));
    next.is_some_and(|p| shared::is_dated(&p.text))
}

/// Reads a line that says something about the article: a named field, a byline, a date. False where it is none.
fn read_line(
    article: &mut Article,
    p: &Paragraph,
    byline_before: bool,
    dated_next: bool,
    found: &mut Found,
    notes: &mut Notes,
) -> bool {
    let text = p.text.as_str();
    let titled = is_titled(article, &found.left, dated_next);
    let beside = Beside {
        titled,
        dated_next,
        byline_before,
    };
    let said = shared::read(text, beside);
    // `Published: 4 June 2019, updated 9 June 2019` names a field, and says more than a field holds.
    let dated = said.as_ref().is_some_and(|s| s.date.is_some());
    let too_much = |(key, value): &(String, String)| {
        dated && Field::named(key).is_some_and(|(f, _)| f == Field::Date) && dates::of_field(value).is_none()
    };
    if let Some((key, value)) = key_value(text).filter(|field| !too_much(field)) {
        // `Source: Xinhua | 2019-05-14 18:02 | Editor: …`: the value, then other things.
        let mut parts = value.split('|').map(str::trim);
        let value = parts.next().unwrap_or_default().to_owned();
        fields::fill(article, vec![(key, Value::String(value))], Some(p.line), notes);
        for part in parts {
            match date_line(part) {
                Some(written) => take_date(article, written, &mut found.undecided),
                None => notes.dropped(p.line, "byline details", part),
            }
        }
        return true;
    }
    if let Some(said) = said
        && take_shared(article, said, p, found, notes)
    {
        return true;
    }
    let named = if !article.byline.is_empty() {
        // A staff note below the text may have named one of them already.
        bare_names(text, 2)
            .filter(|names| names.contains(&article.byline))
            .map(|names| (names, String::new()))
    } else if byline_before {
        bare_names(text, 1).map(|names| (names, String::new()))
    } else {
        byline(text)
            // `Ann Lee at Brann Stadium` is a line under the headline as well: a date below it tells.
            .or_else(|| byline_with_place(text).filter(|(_, rest)| titled && (dated_next || !rest.starts_with("at "))))
            .or_else(|| {
                bare_names(text, if dated_next { 1 } else { 2 })
                    .filter(|names| titled && (names.contains(',') || shared::is_people(names)))
                    .map(|n| (n, String::new()))
            })
    };
    if let Some((names, rest)) = named {
        article.byline = names;
        found.byline_before = true;
        if let Some(written) = date_line(&rest) {
            take_date(article, written, &mut found.undecided);
        } else if outlets::is_outlet(&rest) && article.outlet.is_empty() {
            article.outlet = rest;
        } else if !rest.is_empty() {
            notes.dropped(p.line, "byline details", &rest);
        }
        return true;
    }
    if byline_before && text.starts_with('@') && !text.contains(' ') {
        notes.dropped(p.line, "byline details", text);
        found.byline_before = true;
        return true;
    }
    if text.eq_ignore_ascii_case("by") {
        found.byline_before = true;
        return true;
    }
    if let Some(written) = date_line(text) {
        take_date(article, written, &mut found.undecided);
        return true;
    }
    // `BBC News, Manila` below the names: their paper and where they wrote.
    let (paper, place) = text.split_once(", ").unwrap_or((text, ""));
    if byline_before && !place.is_empty() && word_count(text) <= 6 && outlets::is_outlet(paper) {
        if article.outlet.is_empty() {
            article.outlet = paper.to_owned();
        }
        notes.dropped(p.line, "byline details", text);
        return true;
    }
    if titled {
        found.beside_others = found.beside_others.or_else(|| shared::day_beside_others(text));
    }
    false
}

/// Whether a title stands above. Above a line that a date follows, two words are one: `Floods kill / Ann Lee / 4 June 2019`.
fn is_titled(article: &Article, left: &[Left], dated_next: bool) -> bool {
    let fewest = if dated_next { 2 } else { 4 };
    let is_title = |l: &Left| {
        let words = word_count(&l.paragraph.text);
        words >= 4 || (words >= fewest && !outlets::is_outlet(&l.paragraph.text))
    };
    !article.title.is_empty() || left.iter().any(is_title)
}

/// Takes in what a line says; false where it says nothing that the article lacks.
fn take_shared(article: &mut Article, said: Shared, p: &Paragraph, found: &mut Found, notes: &mut Notes) -> bool {
    // A staff note below the text may have named one of them already.
    let names = article.byline.is_empty() || said.byline.contains(&article.byline);
    if !said.byline.is_empty() && !names && said.date.is_none() {
        return false;
    }
    match said.date {
        Some((written, true)) => found.later = found.later.or(Some(written)),
        Some((written, false)) => take_date(article, written, &mut found.undecided),
        None => {}
    }
    if found.outlet.is_empty() && article.outlet.is_empty() {
        found.outlet = said.outlet;
    } else if said.dateline.is_empty() && !said.outlet.is_empty() && said.outlet != article.outlet {
        notes.dropped(p.line, "byline details", &said.outlet);
    }
    if said.dateline.is_empty() {
        let place = Some(said.place).filter(|place| !place.is_empty());
        found.place = found.place.take().or(place.map(|place| (place, p.line)));
    } else {
        let place = Shared {
            dateline: said.dateline,
            place: said.place,
            ..Shared::default()
        };
        shared::apply(article, &place);
    }
    if !said.role.is_empty() && !article.byline.is_empty() {
        article.byline = format!("{}, {}", article.byline, said.role);
        found.byline_before = true;
    }
    if !said.byline.is_empty() {
        found.byline_before = true;
        if names {
            article.byline = said.byline;
        } else {
            notes.dropped(p.line, "byline details", &said.byline);
        }
    }
    for label in &said.labels {
        notes.dropped(p.line, "navigation words", label);
    }
    for detail in &said.details {
        notes.dropped(p.line, "byline details", detail);
    }
    true
}

fn read_furniture(
    article: &mut Article,
    paragraph: Paragraph,
    credit_before: bool,
    found: &mut Found,
    notes: &mut Notes,
) {
    let beside_credit = credit_before && paragraph.glued;
    let (text, line) = (paragraph.text.as_str(), paragraph.line);
    match furniture::kind(text) {
        Kind::Navigation | Kind::Section | Kind::More => notes.dropped(line, "navigation words", text),
        Kind::EndMark => {}
        Kind::Credit | Kind::Caption => {
            notes.dropped(line, "caption", text);
            if let Some(before) = found.left.last_mut() {
                before.beside_credit |= paragraph.glued;
            }
            found.credit_before = true;
        }
        Kind::Copyright => notes.dropped(line, "copyright line", text),
        Kind::Staff => notes.dropped(line, "staff note", text),
        Kind::Address => tail::take_address(article, text, line, notes),
        Kind::Item | Kind::Text => found.left.push(Left {
            paragraph,
            beside_credit,
        }),
    }
}

/// Takes a date found, the first whole one; one without a year only while there is none.
fn take_date(article: &mut Article, written: Written, undecided: &mut Option<Written>) {
    match written {
        Written::Day(date) if article.date.is_none() => article.date = Some(date),
        Written::Day(_) => {}
        other => *undecided = undecided.or(Some(other)),
    }
}

fn take_outlet_and_title(article: &mut Article, left: &mut Vec<Left>, notes: &mut Notes) {
    let can_be_title = |l: &Left| {
        l.paragraph.text.chars().count() <= LONGEST_TITLE && furniture::kind(&l.paragraph.text) == Kind::Text
    };
    // A publisher's name alone above the title: a few words, one of which publishers' names have.
    let is_masthead = |l: &Left| {
        let text = l.paragraph.text.as_str();
        word_count(text) <= 5
            && outlets::is_outlet(text)
            && !ends_sentence(text)
            && text.starts_with(|c: char| !c.is_lowercase())
    };
    let candidates = left.iter().filter(|l| can_be_title(l)).count();
    if article.outlet.is_empty()
        && (candidates > 1 || !article.title.is_empty())
        && let Some(at) = left.iter().position(is_masthead)
    {
        article.outlet = left.remove(at).paragraph.text;
    }
    if !article.title.is_empty() {
        return;
    }
    // The first of four words or more; a shorter one only where there is nothing else. Next to a credit it is a caption.
    let at = left
        .iter()
        .position(|l| can_be_title(l) && !l.beside_credit && word_count(&l.paragraph.text) >= 4)
        .or_else(|| left.iter().position(|l| can_be_title(l) && !l.beside_credit));
    if let Some(at) = at {
        article.title = left.remove(at).paragraph.text;
        // What stands above the title is a kicker.
        for kicker in left.drain(..at) {
            notes.dropped(kicker.paragraph.line, "line above the title", &kicker.paragraph.text);
        }
    }
}
