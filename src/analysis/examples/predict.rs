//! Reads articles as JSON Lines (`id`, `title`, `text`) and prints what a scorer of countries and spans needs, one object a line:
//! `id`, `countries`, `focus`, `spans` with `start` and `end` in Unicode scalar values and `type` PER, ORG or LOC.

use std::io::{BufRead, Write};

use dateline_analysis::Analyzer;
use dateline_corpus::{Article, EntityKind, How};
use serde_json::{Value, json};

fn main() -> std::io::Result<()> {
    let analyzer = Analyzer::new();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line: Value = serde_json::from_str(&line?)?;
        let field = |k: &str| line[k].as_str().unwrap_or_default().to_owned();
        let article = Article {
            id: field("id"),
            title: field("title"),
            text: field("text"),
            ..Article::default()
        };
        let analysis = analyzer.analyze(&article);
        let mut countries = Vec::new();
        let mut spans = Vec::new();
        let mut why = Vec::new();
        for found in &analysis.found {
            let kind = match found.entity.key.kind {
                EntityKind::Person => "PER",
                EntityKind::Organisation => "ORG",
                _ => "LOC",
            };
            countries.extend(found.entity.key.as_country().map(|c| c.to_string()));
            for mention in &found.mentions {
                if let Some(code) = found.entity.key.as_country() {
                    let from = article
                        .text
                        .floor_char_boundary(mention.span.start.saturating_sub(40) as usize);
                    let to = article
                        .text
                        .ceil_char_boundary((mention.span.end as usize + 30).min(article.text.len()));
                    why.push(json!([
                        code,
                        mention.how,
                        &article.text[mention.span.start as usize..mention.span.end as usize],
                        &article.text[from..to]
                    ]));
                }
                // Demonyms are no places' names; a place's mention of its country would be the same span twice.
                if found.entity.key.kind == EntityKind::Country && mention.how != How::Name {
                    continue;
                }
                let scalar = |byte: u32| article.text[..byte as usize].chars().count();
                spans.push(json!({"start": scalar(mention.span.start), "end": scalar(mention.span.end), "type": kind, "name": found.entity.name}));
            }
        }
        let focus: Vec<String> = analysis.focus.iter().map(ToString::to_string).collect();
        serde_json::to_writer(
            &mut out,
            &json!({"id": article.id, "countries": countries, "focus": focus, "spans": spans, "why": why}),
        )?;
        writeln!(out)?;
    }
    Ok(())
}
