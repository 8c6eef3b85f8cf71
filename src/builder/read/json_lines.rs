//! JSON Lines: one object a line, one object an article. Also a JSON file that is one array of them, or one object.
//!
//! A line that is no object is a warning; the other lines are read. The text stays as it is but for control characters
//! and paragraph ends, so that offsets counted in the input's text still hold in ours wherever it had one paragraph.

use dateline_corpus::Article;
use serde_json::Value;

use super::clean::clean;
use super::dates::Written;
use super::notes::{Notes, quote};
use super::plain_text::{byline, date_line};
use super::{body, dateline, fields, head, json_repair, paragraphs, published};

/// An article and the line of its file it stood on.
pub struct Entry {
    /// The article.
    pub article: Article,
    /// 1-based; `None` in a JSON array.
    pub line: Option<u32>,
    /// What there is to say about it alone.
    pub notes: Notes,
}

/// Reads a file of JSON Lines; what concerns no single article goes to `notes`. `skipped` counts the lines refused.
pub fn read(text: &str, notes: &mut Notes, skipped: &mut usize) -> Vec<Entry> {
    if let Some(values) = whole(text) {
        return values
            .into_iter()
            .filter_map(|v| entry(v, None, "", notes, skipped))
            .collect();
    }
    let mut entries = Vec::new();
    for (number, raw) in (1u32..).zip(text.split('\n')) {
        let raw = raw.trim_matches(['\r', ' ', '\t', '\u{feff}']);
        if raw.is_empty() {
            continue;
        }
        match parse(raw) {
            Ok((value, repaired)) => entries.extend(entry(value, Some(number), repaired, notes, skipped)),
            Err(reason) => {
                *skipped += 1;
                notes.advise(
                    Some(number),
                    format!("line skipped: {reason}, in {}", quote(raw)),
                    "write one JSON object a line, with \"title\" and \"text\"",
                );
            }
        }
    }
    entries
}

/// The values of a file that is one JSON array, or one object over several lines; `None` where it is lines.
fn whole(text: &str) -> Option<Vec<Value>> {
    let trimmed = text.trim_start();
    let first_line = trimmed.lines().next().unwrap_or_default();
    if trimmed.starts_with('[') {
        return match serde_json::from_str(trimmed).or_else(|_| serde_json::from_str(&json_repair::repair(trimmed).0)) {
            Ok(Value::Array(values)) => Some(values),
            _ => None,
        };
    }
    if !trimmed.starts_with('{') || serde_json::from_str::<serde::de::IgnoredAny>(first_line).is_ok() {
        return None;
    }
    serde_json::from_str::<Value>(trimmed).ok().map(|v| vec![v])
}

/// A line's value, and what had to be repaired to read it.
fn parse(raw: &str) -> Result<(Value, &'static str), String> {
    let first = match serde_json::from_str::<Value>(raw) {
        Ok(value) => return Ok((value, "")),
        Err(e) => e,
    };
    let (repaired, what) = json_repair::repair(raw);
    match serde_json::from_str::<Value>(&repaired) {
        Ok(value) => Ok((value, what)),
        Err(_) => Err(format!("not JSON ({first})")),
    }
}

fn entry(value: Value, line: Option<u32>, repaired: &str, all: &mut Notes, skipped: &mut usize) -> Option<Entry> {
    let Value::Object(object) = value else {
        *skipped += 1;
        all.advise(
            line,
            "line skipped: expected an object, found another JSON value",
            "write one JSON object a line, with \"title\" and \"text\"",
        );
        return None;
    };
    let mut notes = Notes::on(all.path());
    if !repaired.is_empty() {
        notes.advise(
            line,
            format!("repaired JSON: {repaired}"),
            "write the file with a JSON library",
        );
    }
    let mut article = Article {
        path: all.path().to_owned(),
        ..Article::default()
    };
    let raw = fields::fill(&mut article, object.into_iter().collect(), line, &mut notes);
    let cleaned = clean(&raw);
    if cleaned.controls > 0 {
        notes.say(line, format!("removed control characters: {}", cleaned.controls));
    }
    let paragraphs = paragraphs::of_body(&cleaned.text);
    // The dateline is told, but stays in the text: it is the input's own, and offsets into it are to hold.
    // A byline or a date may stand above it.
    let opens = paragraphs
        .iter()
        .take(3)
        .position(|p| byline(p).is_none() && date_line(p).is_none());
    let found = opens.and_then(|at| dateline::find(&paragraphs[at]));
    let mut undecided = found.and_then(|found| body::apply(&mut article, &found));
    if article.date.is_none() {
        match head::day(&paragraphs) {
            Some(Written::Day(day)) => article.date = Some(day),
            other => undecided = undecided.or(other),
        }
    }
    published::decide(&mut article, undecided, &paragraphs, line, &mut notes);
    if paragraphs.is_empty() {
        *skipped += 1;
        all.advise(
            line,
            "empty article: it has no text and was left out",
            "put the article's text in \"text\"",
        );
        return None;
    }
    body::finish(article, &paragraphs, &mut notes).map(|article| Entry { article, line, notes })
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::read::notes::{Notes, kind};

    /// Texts of the articles read, and the kinds of all warnings, the file's first.
    fn check(input: &str, texts: &[&str], kinds: &[&str]) {
        let mut notes = Notes::on("f.jsonl");
        let entries = read(input, &mut notes, &mut 0);
        assert_eq!(
            entries.iter().map(|e| e.article.text.as_str()).collect::<Vec<_>>(),
            texts,
            "{input}"
        );
        let mut said = notes.into_warnings();
        said.extend(entries.into_iter().flat_map(|e| e.notes.into_warnings()));
        assert_eq!(said.iter().map(kind).collect::<Vec<_>>(), kinds, "{input}");
    }

    #[test]
    fn a_bad_line_costs_itself_alone() {
        check(
            "{\"text\":\"a.\"}\n\n{broken\n[1]\r\n{\"text\":\"\"}\n\"x\"\n{\"text\":\"b.\"}",
            &["a.", "b."],
            &["line skipped", "line skipped", "empty article", "line skipped"],
        );
    }

    #[test]
    fn arrays_and_single_objects_are_read_too() {
        check("[{\"text\":\"a.\"},\n {\"text\":\"b.\"}]", &["a.", "b."], &[]);
        check("{\n \"title\": \"t\",\n \"text\": \"a.\"\n}", &["a."], &[]);
        check("", &[], &[]);
    }

    #[test]
    fn hostile_strings_cost_no_article() {
        check(r#"{"text":"a \uD83D b"}"#, &["a \u{fffd} b"], &["repaired JSON"]);
        check(r#"{"text":"a 😀 \\uD800"}"#, &["a 😀 \\uD800"], &[]);
        check(
            "{\"text\":\"a\0b\tc\"}",
            &["ab\tc"],
            &["repaired JSON", "removed control characters"],
        );
        check(r#"{"text":"a\u0000b\u0007"}"#, &["ab"], &["removed control characters"]);
        check(
            r#"{"text":"<script>alert(1)</script>"}"#,
            &["<script>alert(1)</script>"],
            &[],
        );
    }

    #[test]
    fn paragraphs_of_every_layout_are_parted_by_a_blank_line() {
        check(r#"{"text":"One  two.\r\nThree."}"#, &["One  two.\n\nThree."], &[]);
        let wrapped = "Showers continued all through the week in the cocoa zone,\\nalleviating the drought since early January.\\n    The dry period means the harvest will be late.";
        check(
            &format!("{{\"text\":\"{wrapped}\"}}"),
            &[
                "Showers continued all through the week in the cocoa zone, alleviating the drought since early January.\n\nThe dry period means the harvest will be late.",
            ],
            &[],
        );
    }

    #[test]
    fn the_day_of_publication_is_read_above_the_text() {
        for (text, date) in [
            (r"Published: 7 May 2018\n\nThe mayor spoke.", Some("2018-05-07")),
            (r"May 7, 2018\nThe mayor spoke on Monday in town.", Some("2018-05-07")),
            (r"By Ann Lee\nManila, 7 May 2018 — The mayor spoke.", Some("2018-05-07")),
            (r"OSLO, May 7 2018 (Reuters) - The mayor spoke.", Some("2018-05-07")),
            (r"The mayor spoke on May 7, 2018.", None),
        ] {
            let entries = read(&format!(r#"{{"text":"{text}"}}"#), &mut Notes::on("f"), &mut 0);
            let found = entries[0].article.date.map(|d| d.to_string());
            assert_eq!(found.as_deref(), date, "{text}");
        }
        let given = read(
            r#"{"date":"2018-05-09","text":"Published: 7 May 2018\n\nThe mayor spoke."}"#,
            &mut Notes::on("f"),
            &mut 0,
        );
        assert_eq!(
            given[0].article.date.map(|d| d.to_string()).as_deref(),
            Some("2018-05-09")
        );
    }

    #[test]
    fn the_dateline_is_told_and_stays() {
        let entries = read(
            r#"{"text":"OSLO (Reuters) - The mayor spoke."}"#,
            &mut Notes::on("f"),
            &mut 0,
        );
        let a = &entries[0].article;
        assert_eq!(
            (a.place.as_str(), a.outlet.as_str(), a.text.as_str()),
            ("Oslo", "Reuters", "OSLO (Reuters) - The mayor spoke.")
        );
    }
}
