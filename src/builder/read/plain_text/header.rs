//! What stands above the article's first sentence: title, outlet, byline, date, standfirst, captions.

use std::sync::LazyLock;

use dateline_corpus::Article;
use regex::Regex;
use serde_json::Value;

use super::furniture::{self, Kind};
use super::tail;
use crate::read::dates::{self, Written};
use crate::read::fields::{self, Field};
use crate::read::notes::Notes;
use crate::read::paragraphs::{Paragraph, ends_sentence};
use crate::read::pattern::pattern;
use crate::read::{dateline, outlets};

/// The longest title, in characters: headlines are written for 100 to 200.
const LONGEST_TITLE: usize = 300;
/// A sentence of the body has at least so many words; headlines that end in a full stop have fewer.
const FEWEST_WORDS_OF_PROSE: usize = 8;
/// So many words are prose with or without a full stop.
const MOST_WORDS_OF_TITLE: usize = 24;

struct Forms {
    byline: Regex,
    role: Regex,
    key: Regex,
    stamp: Regex,
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let name = r"\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|de|da|di|du|van|von|der|den|bin|al|el|la|le|ter|dos)){0,5}";
    Forms {
        byline: pattern(&format!(
            r"^(?i:by|written by|words by|report by|story by|from)\s*:?\s+(?P<names>{name}(?:(?:\s*,\s*|\s+(?i:and|&)\s+|\s*/\s*|\s*;\s*){name})*)(?P<rest>\s*(?:[|•·,–—-]|(?-u:\b)in(?-u:\b)|(?-u:\b)for(?-u:\b)|\(|$).*)?$"
        )),
        role: pattern(&format!(
            r"^(?P<names>{name}(?:(?:,\s*|\s+(?:and|&)\s+){name})*?)(?:,\s*|\s+[|–—-]\s+|\s+\()(?P<role>(?i:(?:[\p{{L}} ]{{0,30}}(?-u:\b))?(?:staff writer|staff reporter|correspondent|reporter|columnist|editor|bureau chief|writer|contributor|special to [\p{{L}} ]+)))(?-u:\b).*$"
        )),
        key: pattern(r"^(?P<key>[\p{L}_ ]{2,20})\s*:\s+(?P<value>\S.*)$"),
        stamp: pattern(
            r"(?i)(?-u:\b)(?:first |last )?(?:published|posted|updated|modified|created|issued|date|released)(?: on| at)?(?-u:\b):?|(?-u:\b)(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?(?-u:\b)\.?,?|T?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?Z?\s*(?:[ap]\.?m\.?)?|(?-u:\b)[ap]\.?m\.?(?:\s|$)|(?-u:\b)(?:GMT|UTC|EST|EDT|ET|PST|PDT|BST|CET|CEST|JST|KST|IST|MSK|HKT|SGT|AEST)(?-u:\b)|[+-]\d{2}:?\d{2}(?-u:\b)|(?-u:\b)(?:at|on)(?-u:\b)|[|,•·()\[\]–—/-]",
        ),
    }
});

/// The names of a byline, and what follows them on the line.
pub fn byline(text: &str) -> Option<(String, String)> {
    let text = text.trim();
    if text.chars().count() > 160 || (ends_sentence(text) && text.split_whitespace().count() > 8) {
        return None;
    }
    if let Some(c) = FORMS.byline.captures(text) {
        let names = c["names"].trim().to_owned();
        let rest = c.name("rest").map_or("", |m| m.as_str());
        // "By Thursday": a day or month is nobody's name.
        let first = names.split([' ', ',']).next().unwrap_or_default().to_lowercase();
        let calendar = dates::first(&format!("{first} 1")).is_some() || first.ends_with("day");
        let rest = rest.trim_matches(|c: char| c.is_whitespace() || "|•·,–—-()".contains(c));
        return (!calendar).then(|| (names, rest.to_owned()));
    }
    let c = FORMS.role.captures(text)?;
    Some((text.to_owned(), String::new())).filter(|_| c["names"].split_whitespace().count() >= 2)
}

/// The date of a line that is nothing but a date, with the words that go with one (`Updated`, weekday, hour, zone).
pub fn date_line(text: &str) -> Option<Written> {
    let text = text.trim();
    if text.chars().count() > 120 {
        return None;
    }
    let found = dates::find(text);
    let first = found.first()?.1;
    let mut rest = String::new();
    let mut at = 0;
    for (range, _) in &found {
        rest.push_str(&text[at..range.start]);
        rest.push(' ');
        at = range.end;
    }
    rest.push_str(&text[at..]);
    let left = FORMS.stamp.replace_all(&rest, " ");
    left.split_whitespace()
        .all(|w| !w.chars().any(char::is_alphanumeric))
        .then_some(first)
}

/// A `Title: …` line, where the key names a field of an article.
fn key_value(text: &str) -> Option<(Field, String)> {
    let c = FORMS.key.captures(text)?;
    let (field, _) = Field::named(&c["key"]).filter(|(f, _)| *f != Field::Text)?;
    Some((field, c["value"].to_owned()))
}

/// Whether a line is a paragraph by itself whatever stands around it.
pub fn stands_alone(line: &str) -> bool {
    matches!(
        furniture::kind(line),
        Kind::Navigation | Kind::More | Kind::EndMark | Kind::Address | Kind::Copyright
    ) || byline(line).is_some()
        || date_line(line).is_some()
        || key_value(line).is_some()
}

/// Whether a paragraph is the article's own prose.
pub fn is_prose(text: &str) -> bool {
    let words = word_count(text);
    let ends = (ends_sentence(text) && !text.ends_with(':')) || tail::closing_day(text).is_some();
    let sentence = words >= FEWEST_WORDS_OF_PROSE && ends;
    // A headline can open like a dateline (`SYRIA: Rebels take town`): only an agency's name tells one from the other.
    sentence || words > MOST_WORDS_OF_TITLE || dateline::find(text).is_some_and(|d| !d.outlet.is_empty())
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

/// Reads everything above the first sentence into the article; returns what could not be told, in order, and a date
/// that lacks its year.
pub fn read(article: &mut Article, head: Vec<Paragraph>, notes: &mut Notes) -> (Vec<Left>, Option<Written>) {
    let mut undecided = None;
    let mut left: Vec<Left> = Vec::new();
    let mut credit_before = false;
    for paragraph in head {
        let text = paragraph.text.as_str();
        let line = paragraph.line;
        let beside_credit = credit_before && paragraph.glued;
        credit_before = false;
        if let Some((field, value)) = key_value(text) {
            let name = text.split(':').next().unwrap_or_default().trim().to_lowercase();
            fields::fill(article, vec![(name, Value::String(value))], Some(line), notes);
            debug_assert!(field != Field::Text);
            continue;
        }
        if let Some((names, rest)) = byline(text).filter(|_| article.byline.is_empty()) {
            article.byline = names;
            if let Some(written) = date_line(&rest) {
                take_date(article, written, &mut undecided);
            } else if outlets::is_outlet(&rest) && article.outlet.is_empty() {
                article.outlet = rest;
            } else if !rest.is_empty() {
                notes.dropped(line, "byline details", &rest);
            }
            continue;
        }
        if let Some(written) = date_line(text) {
            take_date(article, written, &mut undecided);
            continue;
        }
        match furniture::kind(text) {
            Kind::Navigation | Kind::Section | Kind::More => notes.dropped(line, "navigation words", text),
            Kind::EndMark => {}
            Kind::Credit | Kind::Caption => {
                notes.dropped(line, "caption", text);
                for l in left.iter_mut().rev().take(1) {
                    l.beside_credit |= paragraph.glued;
                }
                credit_before = true;
            }
            Kind::Copyright => notes.dropped(line, "copyright line", text),
            Kind::Staff => notes.dropped(line, "staff note", text),
            Kind::Address if article.url.is_empty() => article.url = text.trim_matches(['<', '>']).to_owned(),
            Kind::Address => notes.dropped(line, "address", text),
            Kind::Item | Kind::Text => left.push(Left {
                paragraph,
                beside_credit,
            }),
        }
    }
    take_outlet_and_title(article, &mut left, notes);
    (left, undecided)
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

#[cfg(test)]
mod tests {
    use super::{byline, date_line};

    #[test]
    fn bylines_and_what_only_looks_like_one() {
        for (text, names, rest) in [
            ("By Ann Lee", "Ann Lee", ""),
            ("By Ann Lee, Bo Ek", "Ann Lee, Bo Ek", ""),
            ("BY ANN LEE AND BO EK", "ANN LEE AND BO EK", ""),
            ("By Ann de la Cruz | June 4, 2019", "Ann de la Cruz", "June 4, 2019"),
            ("By Ann Lee in Oslo", "Ann Lee", "in Oslo"),
            ("Ann Lee, Staff Writer", "Ann Lee, Staff Writer", ""),
        ] {
            assert_eq!(byline(text), Some((names.to_owned(), rest.to_owned())), "{text}");
        }
        for text in [
            "By Thursday the talks had failed",
            "By the harbour",
            "By far the best of all plans that were made.",
            "Byron Lee",
            "May Day, June 4",
        ] {
            assert_eq!(byline(text), None, "{text}");
        }
    }

    #[test]
    fn date_lines_and_what_only_holds_a_date() {
        for text in [
            "17 March 2017",
            "Published: Thursday, March 16, 2017 10:30 GMT",
            "Updated at 4:05 p.m. ET on 16 March 2017",
            "2017-03-16T08:00:00+09:00",
            "March 16, 2017 | 10:00",
        ] {
            assert!(date_line(text).is_some(), "{text}");
        }
        for text in [
            "On March 16, 2017 he left",
            "March of the penguins",
            "Oslo, 16 March 2017",
        ] {
            assert!(date_line(text).is_none(), "{text}");
        }
    }
}
