//! An article and what it names, as one JSON object.

mod details;
mod offsets;

use std::collections::BTreeMap;

use dateline_corpus::{
    Analysis, Article, CountryCode, Date, Doubt, EntityKey, EntityKind, Found, How, Mention, Warning, called,
};
use serde::Serialize;

use crate::Details;
use details::{Cut, Figure, Quotation, Time};
use offsets::Scalars;

/// A line of what `dateline analyze --json` writes, whose `--help` says what each field holds; to be serialized. Offsets are in
/// Unicode scalar values.
#[derive(Debug, Serialize)]
pub struct Report<'a> {
    id: &'a str,
    path: &'a str,
    title: &'a str,
    outlet: &'a str,
    byline: &'a str,
    date: Option<Date>,
    dateline: &'a str,
    place: &'a str,
    language: &'a str,
    source: &'a str,
    url: &'a str,
    text: &'a str,
    countries: Vec<Country<'a>>,
    focus: &'a [CountryCode],
    entities: Vec<Named<'a>>,
    quotations: Vec<Quotation<'a>>,
    times: Vec<Time<'a>>,
    figures: Vec<Figure<'a>>,
    extra: &'a BTreeMap<String, serde_json::Value>,
    warnings: &'a [Warning],
}

#[derive(Debug, Serialize)]
struct Country<'a> {
    code: CountryCode,
    name: &'a str,
    mentions: Vec<Place<'a>>,
}

#[derive(Debug, Serialize)]
struct Named<'a> {
    kind: EntityKind,
    id: &'a EntityKey,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<CountryCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lat: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lon: Option<f64>,
    mentions: Vec<Place<'a>>,
}

/// Where in the text: half-open, in Unicode scalar values.
#[derive(Debug, Serialize)]
struct Place<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    how: Option<How>,
    #[serde(skip_serializing_if = "Option::is_none")]
    doubt: Option<Doubt>,
    /// The title before a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
}

impl<'a> Report<'a> {
    /// An article's. `details` are its own, after names were joined across articles.
    pub fn new(article: &'a Article, analysis: &'a Analysis, details: &'a Details, warnings: &'a [Warning]) -> Self {
        let scalars = Scalars::new(&article.text);
        let place = |m: &Mention, country: bool| Place {
            start: scalars.at(m.span.start),
            end: scalars.at(m.span.end),
            text: article
                .text
                .get(m.span.start as usize..m.span.end as usize)
                .unwrap_or_default(),
            how: (country || m.how == How::Role).then_some(m.how),
            doubt: m.doubt,
            title: called(&article.text, m.span, m.title)
                .and_then(|called| called.get(..m.title as usize))
                .map(str::trim_end)
                .filter(|title| !title.is_empty()),
        };
        let places = |f: &Found, country: bool| f.mentions.iter().map(|m| place(m, country)).collect();
        let cut = Cut {
            text: &article.text,
            scalars: &scalars,
        };
        let (mut countries, mut entities) = (Vec::new(), Vec::new());
        for found in &analysis.found {
            let entity = &found.entity;
            match entity.key.as_country() {
                Some(code) => countries.push(Country {
                    code,
                    name: &entity.name,
                    mentions: places(found, true),
                }),
                None => entities.push(Named {
                    kind: entity.key.kind,
                    id: &entity.key,
                    name: &entity.name,
                    country: entity.country,
                    lat: entity.point.map(|p| degrees(p.lat)),
                    lon: entity.point.map(|p| degrees(p.lon)),
                    mentions: places(found, false),
                }),
            }
        }
        Self {
            id: &article.id,
            path: &article.path,
            title: &article.title,
            outlet: &article.outlet,
            byline: &article.byline,
            date: article.date,
            dateline: &article.dateline,
            place: &article.place,
            language: &article.language,
            source: &article.source,
            url: &article.url,
            text: &article.text,
            countries,
            focus: &analysis.focus,
            entities,
            quotations: Quotation::all(&cut, details),
            times: Time::all(&cut, details),
            figures: Figure::all(&cut, details),
            extra: &article.extra,
            warnings,
        }
    }
}

/// Degrees as the tables have them, in ten-thousandths at most; twice as precise, a number has a tail of digits.
fn degrees(degrees: f32) -> f64 {
    (f64::from(degrees) * 1e4).round() / 1e4
}

#[cfg(test)]
mod tests {
    use dateline_corpus::{
        Analysis, Article, CountryCode, Doubt, Entity, EntityKey, EntityKind, Found, How, Mention, Span,
    };

    use super::Report;
    use crate::Details;

    #[test]
    fn offsets_count_characters_and_cut_out_the_mention() {
        let text = "“Łódź” – Ann Lee, Japanese; Dr. Bo and the chief.";
        let found = |key: EntityKey, name: &str, word: &str, how: How| {
            let start = text.find(word).unwrap() as u32;
            let span = Span {
                start,
                end: start + word.len() as u32,
            };
            let entity = Entity {
                key,
                name: name.into(),
                country: None,
                point: None,
            };
            Found {
                entity,
                mentions: vec![Mention {
                    doubt: (word == "Ann Lee").then_some(Doubt::Looks),
                    title: if word == "Bo" { 4 } else { 0 },
                    ..Mention::new(span, how)
                }],
            }
        };
        let jp = CountryCode::parse("JP").unwrap();
        let analysis = Analysis {
            found: vec![
                found(EntityKey::country(jp), "Japan", "Japanese", How::Demonym),
                found(
                    EntityKey::new(EntityKind::Person, "ann-lee"),
                    "Ann Lee",
                    "Ann Lee",
                    How::Name,
                ),
                found(EntityKey::new(EntityKind::Person, "bo"), "Bo", "Bo", How::Name),
                found(
                    EntityKey::new(EntityKind::Person, "chief"),
                    "Cy",
                    "the chief",
                    How::Role,
                ),
            ],
            focus: vec![jp],
            ..Analysis::default()
        };
        let article = Article {
            text: text.into(),
            ..Article::default()
        };
        let json = serde_json::to_value(Report::new(&article, &analysis, &Details::default(), &[])).unwrap();
        let chars: Vec<char> = text.chars().collect();
        for (path, word) in [
            ("/countries/0/mentions/0", "Japanese"),
            ("/entities/0/mentions/0", "Ann Lee"),
            ("/entities/1/mentions/0", "Bo"),
            ("/entities/2/mentions/0", "the chief"),
        ] {
            let m = json.pointer(path).unwrap();
            let (start, end) = (
                m["start"].as_u64().unwrap() as usize,
                m["end"].as_u64().unwrap() as usize,
            );
            assert_eq!(chars[start..end].iter().collect::<String>(), word);
            assert_eq!(m["text"], word);
        }
        assert_eq!(json["countries"][0]["code"], "JP");
        assert_eq!(json["countries"][0]["mentions"][0]["how"], "demonym");
        assert_eq!(json["entities"][0]["id"], "person:ann-lee");
        assert_eq!(json["entities"][0]["mentions"][0]["doubt"], "looks");
        assert!(json["countries"][0]["mentions"][0].get("doubt").is_none());
        assert!(json["entities"][0]["mentions"][0].get("title").is_none());
        assert_eq!(json["entities"][1]["mentions"][0]["title"], "Dr.");
        assert_eq!(json["entities"][2]["mentions"][0]["how"], "role");
        assert_eq!(json["date"], serde_json::Value::Null);
    }
}
