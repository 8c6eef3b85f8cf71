//! What does one line of a page's head say: who wrote it, when, or which field it names?

use std::sync::LazyLock;

use regex::Regex;

use super::furniture::{self, Kind};
use super::shared;
use crate::read::dates::{self, Written};
use crate::read::fields::Field;
use crate::read::paragraphs::ends_sentence;
use crate::read::pattern::pattern;

struct Forms {
    byline: Regex,
    role: Regex,
    placed: Regex,
    key: Regex,
    stamp: Regex,
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let name = r"\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|de|da|di|du|van|von|der|den|bin|al|el|la|le|ter|dos)){0,5}";
    Forms {
        byline: pattern(&format!(
            r"^(?:By|BY|by:|(?:Written|Words|Text|Report|Reported|Reporting|Story|Interview|Interviewed|Analysis|Comment|Opinion|Review|Reviewed|Posted|Compiled|(?:Words|Text|Story) and (?:pictures|photos|photographs)) by)\s*:?\s+(?P<names>{name}(?:(?:\s*,\s*|\s+(?i:and|&|with)\s+|\s*/\s*|\s*;\s*){name})*)(?P<rest>\s*(?:[|•·,–—-]|(?-u:\b)in(?-u:\b)|(?-u:\b)for(?-u:\b)|\(|$).*)?$"
        )),
        role: pattern(&format!(
            r"^(?P<names>{name}(?:(?:,\s*|\s+(?:and|&)\s+){name})*?)(?:,\s*|\s+[|–—-]\s+|\s+\()(?P<role>(?i:(?:[\p{{L}} ]{{0,30}}(?-u:\b))?(?:staff writer|staff reporter|correspondent|reporter|columnist|editor|bureau chief|writer|contributor|special to [\p{{L}} ]+)))(?-u:\b).*$"
        )),
        placed: pattern(&format!(
            r"^(?:From )?(?P<names>\p{{Lu}}[\p{{L}}.'’-]+(?: \p{{Lu}}[\p{{L}}.'’-]+){{1,3}}(?:(?:, | and ){name})*) (?P<how>in|at) (?P<place>\p{{Lu}}[\p{{L}}.'’-]+(?: \p{{Lu}}[\p{{Ll}}.'’-]+){{0,2}})(?P<rest>,? .*)?$"
        )),
        key: pattern(r"^(?P<key>[\p{L}_ ]{2,20})\s*:\s+(?P<value>\S.*)$"),
        stamp: pattern(
            r"(?i)(?-u:\b)(?:first |last )?(?:published|posted|updated|modified|created|issued|date|released)(?: on| at)?(?-u:\b):?|(?-u:\b)(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?(?-u:\b)\.?,?|\d{1,3} (?:minutes?|mins?|hours?|days?|weeks?) ago|T?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?Z?\s*(?:[ap]\.?m\.?)?|(?-u:\b)[ap]\.?m\.?(?:\s|$)|(?-u:\b)(?:GMT|UTC|EST|EDT|ET|PST|PDT|BST|CET|CEST|JST|KST|IST|MSK|HKT|SGT|AEST)(?-u:\b)|[+-]\d{2}:?\d{2}(?-u:\b)|(?-u:\b)(?:at|on)(?-u:\b)|[|,•·()\[\]–—/-]",
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
        // What follows names is a date, a paper, a place; a sentence is none of these.
        let sentence = rest.split_whitespace().count() > 8 || rest.contains(". ");
        return (!calendar && !sentence).then(|| (names, rest.to_owned()));
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

/// A `Title: …` line, where the key names a field of an article: key and value.
pub fn key_value(text: &str) -> Option<(String, String)> {
    let c = FORMS.key.captures(text)?;
    let (field, _) = Field::named(&c["key"])?;
    (field != Field::Text).then(|| (c["key"].trim().to_lowercase(), c["value"].to_owned()))
}

/// `Ann Lee in Bergen`, with or without a date behind it: names, and what follows. Headlines look the same (`Deadly
/// Floods in Bergen`): only below a title is it a byline.
pub fn byline_with_place(text: &str) -> Option<(String, String)> {
    let c = FORMS.placed.captures(text)?;
    let place = c["place"].trim();
    let rest = c.name("rest").map_or("", |m| m.as_str().trim());
    let dated = rest.is_empty() || date_line(rest).is_some();
    dated.then(|| {
        (
            c["names"].to_owned(),
            if rest.is_empty() {
                format!("{} {place}", &c["how"])
            } else {
                rest.to_owned()
            },
        )
    })
}

/// A line of nothing but people's names, at least so many: `Ann Lee, Bo Ek and Cy Dee`.
pub fn bare_names(text: &str, at_least: usize) -> Option<String> {
    let names: Vec<&str> = text
        .split([',', '&'])
        .flat_map(|part| part.split(" and "))
        .map(str::trim)
        .collect();
    let name = |n: &&str| {
        let words: Vec<&str> = n.split(' ').collect();
        let capital = |w: &&str| w.chars().next().is_some_and(char::is_uppercase) && w.chars().any(char::is_lowercase);
        let initial = |w: &&str| w.chars().count() == 2 && w.ends_with('.');
        (2..=4).contains(&words.len()) && words.iter().all(|w| capital(w) || initial(w))
    };
    (names.len() >= at_least && names.iter().all(name) && !ends_sentence(text)).then(|| text.to_owned())
}

/// Whether a line is a paragraph by itself whatever stands around it.
pub fn stands_alone(line: &str) -> bool {
    matches!(
        furniture::kind(line),
        Kind::Navigation | Kind::More | Kind::EndMark | Kind::Address | Kind::Copyright
    ) || byline(line).is_some()
        || shared::is_dated(line)
        || key_value(line).is_some()
}

#[cfg(test)]
mod tests {
    use super::{bare_names, byline, byline_with_place, date_line};

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

    #[test]
    fn names_without_by() {
        assert_eq!(
            bare_names("Ann Lee, Bo J. Ek and Cy Dee", 2).as_deref(),
            Some("Ann Lee, Bo J. Ek and Cy Dee")
        );
        for text in [
            "Ann Lee",
            "Harbour vote, again",
            "ANN LEE, BO EK",
            "Bergen, Norway",
            "Ann Lee, Bo Ek left.",
        ] {
            assert_eq!(bare_names(text, 2), None, "{text}");
        }
        let placed = |text| byline_with_place(text).map(|(n, r)| format!("{n}|{r}"));
        assert_eq!(placed("Ann Lee in Bergen").as_deref(), Some("Ann Lee|in Bergen"));
        assert_eq!(
            placed("Ann Lee in Bergen MAY 20 2019").as_deref(),
            Some("Ann Lee|MAY 20 2019")
        );
        assert_eq!(placed("Ann Lee in Bergen was glad"), None);
    }
}
