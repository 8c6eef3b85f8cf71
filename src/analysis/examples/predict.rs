//! Reads articles as JSON Lines (`id`, `title`, `text`) and prints what the analysis finds, one object a line: `id`, `countries`,
//! `focus`, `spans` with `start` and `end` in Unicode scalar values and `type` PER, ORG or LOC; `why` has each country's mentions.

use std::io::{BufRead, Write};

use dateline_analysis::Analyzer;
use dateline_analysis::score::{Gold, Prediction};
use dateline_corpus::Article;
use serde_json::json;

fn main() -> std::io::Result<()> {
    let analyzer = Analyzer::new();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let given: Gold = serde_json::from_str(&line?)?;
        let article = Article {
            id: given.id,
            title: given.title,
            text: given.text,
            ..Article::default()
        };
        let analysis = analyzer.analyze(&article);
        let text = &article.text;
        let mut why = Vec::new();
        for found in &analysis.found {
            let Some(code) = found.entity.key.as_country() else {
                continue;
            };
            for mention in &found.mentions {
                let (start, end) = (mention.span.start as usize, mention.span.end as usize);
                let from = text.floor_char_boundary(start.saturating_sub(40));
                let to = text.ceil_char_boundary((end + 30).min(text.len()));
                why.push(json!([code, mention.how, &text[start..end], &text[from..to]]));
            }
        }
        let Prediction {
            countries,
            focus,
            spans,
        } = Prediction::of(&analysis, text);
        let line = json!({"id": article.id, "countries": countries, "focus": focus, "spans": spans, "why": why});
        serde_json::to_writer(&mut out, &line)?;
        writeln!(out)?;
    }
    Ok(())
}
