//! Which field of an article does a named value belong to?
//!
//! Front matter, JSON objects and the `Key: value` lines of plain text all name their fields; this is the one place that
//! knows the names. What has no place, or cannot be read as what its name says, stays in `extra` as it was.

use dateline_corpus::{Article, CountryCode};
use serde_json::Value;

use super::clean::{clean, clean_line};
use super::dates::{self, Written};
use super::language;
use super::notes::{Notes, quote};

/// A field longer than this is no title or name, in characters: the longest headlines in use are under 300.
const LONGEST_LINE: usize = 1000;

/// The fields an input can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The article's id.
    Id,
    /// Headline.
    Title,
    /// Publisher.
    Outlet,
    /// Day of publication.
    Date,
    /// Place of the dateline.
    Place,
    /// The dateline as printed.
    Dateline,
    /// Who wrote it.
    Byline,
    /// Where it can be read: a name or an address.
    Source,
    /// Its address.
    Url,
    /// Its language.
    Language,
    /// The publisher's country.
    OutletCountry,
    /// Its body.
    Text,
}

/// Every field with its names, the field's own first; a later name counts only where no earlier one is present.
const NAMES: &[(Field, &[&str])] = &[
    (Field::Id, &["id", "_id", "guid", "uuid"]),
    (Field::Title, &["title", "headline"]),
    (Field::Outlet, &["outlet", "publisher", "publication", "newspaper"]),
    (
        Field::Date,
        &[
            "date",
            "published",
            "published_at",
            "publication_date",
            "datepublished",
            "pubdate",
        ],
    ),
    (Field::Place, &["place", "location"]),
    (Field::Dateline, &["dateline"]),
    (Field::Byline, &["byline", "author", "authors"]),
    (Field::Source, &["source"]),
    (Field::Url, &["url", "link"]),
    (Field::Language, &["language", "lang"]),
    (Field::OutletCountry, &["outlet_country"]),
    (Field::Text, &["text", "body", "content", "articlebody"]),
];

impl Field {
    /// The field of a name in any case, and how far down the list of its names it stands (0 for its own).
    pub fn named(name: &str) -> Option<(Self, usize)> {
        let name = name.trim().to_lowercase();
        NAMES
            .iter()
            .find_map(|(field, names)| Some((*field, names.iter().position(|n| *n == name)?)))
    }
}

/// Fills an article from named values. The body is not cleaned here: it is returned as it was.
pub fn fill(article: &mut Article, values: Vec<(String, Value)>, line: Option<u32>, notes: &mut Notes) -> String {
    // For each field the name that counts: the first of its list that is present with something in it.
    let rank = |field: Field| {
        let ranks = values
            .iter()
            .filter(|(_, v)| !is_empty(v))
            .filter_map(|(n, _)| Field::named(n));
        ranks.filter(|(f, _)| *f == field).map(|(_, r)| r).min()
    };
    let chosen: Vec<Option<Field>> = values
        .iter()
        .map(|(name, value)| {
            Field::named(name)
                .filter(|(f, r)| !is_empty(value) && rank(*f) == Some(*r))
                .map(|(f, _)| f)
        })
        .collect();
    let mut body = String::new();
    let mut filled = Vec::new();
    for ((name, value), field) in values.into_iter().zip(chosen) {
        match field {
            Some(Field::Text) if body.is_empty() => body = paragraphs_of(&value),
            // `Title` and `title` in one object: the first in order counts.
            Some(field) if field != Field::Text && !filled.contains(&field) => {
                filled.push(field);
                set(article, field, &name, value, line, notes);
            }
            _ if Field::named(&name).is_some() && is_empty(&value) => {}
            _ => keep(article, name, value),
        }
    }
    body
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(s) => s.trim().is_empty(),
        Value::Array(a) => a.is_empty(),
        _ => false,
    }
}

/// Keeps a value that has no field. Its name is cleaned, so two names can become one: then the later is numbered.
fn keep(article: &mut Article, name: String, value: Value) {
    let name = clean_line(&name);
    let mut key = name.clone();
    let mut n = 2;
    while article.extra.contains_key(&key) {
        key = format!("{name} {n}");
        n += 1;
    }
    article.extra.insert(key, tidy(value));
}

/// Control characters go from kept values too: the page shows them.
fn tidy(value: Value) -> Value {
    match value {
        Value::String(s) => Value::String(clean(&s).text),
        Value::Array(a) => Value::Array(a.into_iter().map(tidy).collect()),
        Value::Object(o) => Value::Object(o.into_iter().map(|(k, v)| (clean_line(&k), tidy(v))).collect()),
        other => other,
    }
}

/// A value as one line: numbers and truth values as written, lists joined by commas, a person's `name`.
fn line_of(value: &Value) -> String {
    match value {
        Value::String(s) => clean_line(s),
        Value::Array(a) => a
            .iter()
            .map(line_of)
            .filter(|s| !s.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
        Value::Object(o) => ["name", "title", "$date", "$oid"]
            .iter()
            .find_map(|k| o.get(*k))
            .map(line_of)
            .unwrap_or_default(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// A body as text: a list is one of paragraphs.
fn paragraphs_of(value: &Value) -> String {
    match value {
        Value::String(s) => s.clone(),
        Value::Array(a) => a.iter().map(paragraphs_of).collect::<Vec<_>>().join("\n\n"),
        other => line_of(other),
    }
}

fn set(article: &mut Article, field: Field, name: &str, value: Value, line: Option<u32>, notes: &mut Notes) {
    let text = line_of(&value);
    if text.is_empty() {
        return keep(article, name.to_owned(), value);
    }
    if text.chars().count() > LONGEST_LINE {
        notes.advise(
            line,
            format!("field too long: {name} has more than {LONGEST_LINE} characters; its opening is used, all of it kept with the other fields"),
            "put the article's text in `text`",
        );
        keep(article, name.to_owned(), value);
        let opening: String = text.chars().take(LONGEST_LINE).collect();
        return place_line(article, field, opening + "…");
    }
    match field {
        Field::Date => match date_of(&value, &text) {
            Some(Written::Day(date)) => article.date = Some(date),
            undecided => {
                let why = match undecided {
                    Some(Written::Either(a, b)) => format!("{} is {a} or {b}", quote(&text)),
                    Some(_) => format!("{} has no year", quote(&text)),
                    None => format!("{} is not a date this reader knows", quote(&text)),
                };
                notes.advise(line, format!("date not read: {why}"), "write dates as YYYY-MM-DD");
                keep(article, name.to_owned(), value);
            }
        },
        Field::Language => match language::tag(&text) {
            Some(tag) => article.language = tag,
            None => {
                notes.advise(
                    line,
                    format!(
                        "language not read: {} is no BCP 47 tag; it is found from the text instead",
                        quote(&text)
                    ),
                    "write a tag such as en or pt-BR",
                );
                keep(article, name.to_owned(), value);
            }
        },
        Field::OutletCountry => match CountryCode::parse(&text) {
            Some(code) => article.outlet_country = Some(code),
            None => {
                notes.advise(
                    line,
                    format!("country not read: {} is no ISO 3166-1 alpha-2 code", quote(&text)),
                    "write two letters such as JP",
                );
                keep(article, name.to_owned(), value);
            }
        },
        field => place_line(article, field, text),
    }
}

fn place_line(article: &mut Article, field: Field, text: String) {
    match field {
        Field::Id => article.id = text,
        Field::Title => article.title = text,
        Field::Outlet => article.outlet = text,
        Field::Place => article.place = text,
        Field::Dateline => article.dateline = text,
        Field::Byline => article.byline = text,
        Field::Source => article.source = text,
        Field::Url => article.url = text,
        // These are read, not placed; a too long one is no date, tag or code and stays in `extra`.
        Field::Date | Field::Language | Field::OutletCountry | Field::Text => {}
    }
}

/// A date as text, or as a number: seconds since 1970 (10 digits from 2001 on) or milliseconds (13 digits).
fn date_of(value: &Value, text: &str) -> Option<Written> {
    let seconds = match value.as_i64() {
        Some(n) if (1_000_000_000..10_000_000_000).contains(&n) => n,
        Some(n) if (1_000_000_000_000..10_000_000_000_000).contains(&n) => n / 1000,
        _ => return dates::of_field(text),
    };
    dateline_corpus::Date::from_days((seconds / 86_400) as i32).map(Written::Day)
}

#[cfg(test)]
mod tests {
    use dateline_corpus::Article;
    use serde_json::json;

    use super::fill;
    use crate::read::notes::{Notes, kind};

    fn filled(value: serde_json::Value) -> (Article, String, Vec<String>) {
        let mut article = Article::default();
        let mut notes = Notes::on("f");
        let values = value.as_object().unwrap().clone().into_iter().collect();
        let body = fill(&mut article, values, Some(1), &mut notes);
        (
            article,
            body,
            notes.into_warnings().iter().map(|w| kind(w).to_owned()).collect(),
        )
    }

    #[test]
    fn names_find_their_fields_and_the_rest_is_kept() {
        let (a, body, said) = filled(json!({
            "id": 7, "Headline": "A\ttitle", "publisher": "The Fjord Times", "published": "26-FEB-1987 15:01:01.79",
            "author": [{"name": "Ann Lee"}, "Bo Ek"], "lang": "EN_gb", "text": ["one", "two"], "topics": ["x"], "score": 1.5,
        }));
        assert_eq!(
            (a.id.as_str(), a.title.as_str(), a.outlet.as_str()),
            ("7", "A title", "The Fjord Times")
        );
        assert_eq!((a.byline.as_str(), a.language.as_str()), ("Ann Lee, Bo Ek", "en-GB"));
        assert_eq!(a.date.unwrap().to_string(), "1987-02-26");
        assert_eq!(body, "one\n\ntwo");
        assert_eq!(a.extra.keys().collect::<Vec<_>>(), ["score", "topics"]);
        assert!(said.is_empty());
    }

    #[test]
    fn an_own_name_wins_over_another_and_neither_is_lost() {
        let (a, _, _) = filled(json!({"headline": "second", "title": "first", "body": "b", "text": "t"}));
        assert_eq!(a.title, "first");
        assert_eq!(a.extra["headline"], "second");
        assert_eq!(a.extra["body"], "b");
        let (a, body, _) = filled(json!({"headline": "only", "title": "", "text": null, "body": "b"}));
        assert_eq!((a.title.as_str(), body.as_str()), ("only", "b"));
    }

    #[test]
    fn what_cannot_be_read_is_said_and_kept() {
        let (a, _, said) = filled(json!({"date": "9:55 AM ET", "language": "klingonese!", "outlet_country": "Japan"}));
        assert_eq!(a.date, None);
        assert_eq!(a.extra.len(), 3);
        assert_eq!(said, ["date not read", "language not read", "country not read"]);
        let (a, _, said) = filled(json!({"title": "x".repeat(100_000)}));
        assert_eq!(a.title.chars().count(), 1001);
        assert_eq!(a.extra["title"].as_str().unwrap().len(), 100_000);
        assert_eq!(said, ["field too long"]);
    }

    #[test]
    fn dates_as_numbers() {
        assert_eq!(
            filled(json!({"date": 1_489_622_400})).0.date.unwrap().to_string(),
            "2017-03-16"
        );
        assert_eq!(
            filled(json!({"date": 1_489_622_400_000u64}))
                .0
                .date
                .unwrap()
                .to_string(),
            "2017-03-16"
        );
        assert_eq!(
            filled(json!({"date": 20170316})).0.date.unwrap().to_string(),
            "2017-03-16"
        );
        assert_eq!(
            filled(json!({"date": {"$date": "2017-03-16T00:00:00Z"}}))
                .0
                .date
                .unwrap()
                .to_string(),
            "2017-03-16"
        );
    }
}
