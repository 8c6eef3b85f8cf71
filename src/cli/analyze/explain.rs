//! Why an article was read as it was, in lines for people.

use std::collections::BTreeMap;
use std::fmt::Write;

use dateline_analysis::{Analyzer, Details};
use dateline_corpus::{Analysis, Article, EntityKind, How, Span};

/// Reasons shown of each entity: its other mentions are counted.
const SHOWN: usize = 3;

/// The report on one article.
pub fn explain(analyzer: &Analyzer, article: &Article, analysis: &Analysis, details: &Details) -> String {
    let cut = |s: Span| article.text.get(s.start as usize..s.end as usize).unwrap_or_default();
    let title = if article.title.is_empty() {
        "(no title)"
    } else {
        &article.title
    };
    let mut out = format!("{title}\n  {} · {}\n", article.id, article.path);
    let mut line = |text: String| {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "  {text}");
    };
    for code in &analysis.focus {
        let of_code = analysis.found.iter().find(|f| f.entity.key.as_country() == Some(*code));
        let count = |how: How| of_code.map_or(0, |f| f.mentions.iter().filter(|m| m.how == how).count());
        line(format!(
            "about {code}: {} by name, {} by people or adjective, {} by capital or government, {} by a place in it; early ones \
             and the title count more",
            count(How::Name),
            count(How::Demonym),
            count(How::Metonym),
            count(How::Place)
        ));
    }
    let reasons = analyzer.explain(article);
    for kind in EntityKind::ALL {
        for found in analysis.found.iter().filter(|f| f.entity.key.kind == kind) {
            // Mentions with one reason stand together, in order of the first.
            let mut groups: BTreeMap<&str, (usize, Vec<Span>)> = BTreeMap::new();
            for (i, mention) in found.mentions.iter().enumerate() {
                let why = reasons.get(&(kind, mention.span)).map_or("", String::as_str);
                groups.entry(why).or_insert((i, Vec::new())).1.push(mention.span);
            }
            let mut groups: Vec<_> = groups.into_iter().collect();
            groups.sort_by_key(|(_, (first, _))| *first);
            let more = groups.len().saturating_sub(SHOWN);
            for (why, (_, spans)) in groups.iter().take(SHOWN) {
                let times = if spans.len() > 1 {
                    format!(" ({} times)", spans.len())
                } else {
                    String::new()
                };
                line(format!("{} “{}”{times}: {why}", found.entity.key, cut(spans[0])));
            }
            if more > 0 {
                line(format!("{} for {more} other reasons", found.entity.key));
            }
        }
    }
    for q in &details.quotations {
        let words: String = cut(q.span).split_whitespace().take(8).collect::<Vec<_>>().join(" ");
        let who = q.speaker.as_ref().map_or("nobody told".to_owned(), |s| {
            let verb = q
                .verb
                .as_ref()
                .map(|v| format!(", verb “{}”", cut(v.span)))
                .unwrap_or_default();
            format!("{}, called by {} “{}”{verb}", s.name, s.called.word(), cut(s.span))
        });
        line(format!(
            "{} quotation “{words} …”: {who}; rule: {}",
            q.kind.word(),
            q.rule.word()
        ));
    }
    for time in &details.times {
        line(format!(
            "time “{}”: {}; rule: {}",
            cut(time.span),
            time.when,
            time.rule.word()
        ));
    }
    for f in &details.figures {
        let value = f.value.map(|v| v.to_string()).unwrap_or_default();
        let upper = f.to.map(|t| format!(" to {t}")).unwrap_or_default();
        let unit = f.unit.map(|u| format!(" {u}")).unwrap_or_default();
        let of = f.of.map(|o| format!(" of “{}”", cut(o))).unwrap_or_default();
        let qualifier = f.qualifier.map(|q| format!(", {q}")).unwrap_or_default();
        line(format!(
            "figure “{}”: {}{qualifier}",
            cut(f.span),
            format!("{value}{upper}{unit}{of}").trim()
        ));
    }
    out.push('\n');
    out
}
