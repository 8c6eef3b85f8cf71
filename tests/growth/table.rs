//! The figures as a document.

use super::{Quantiles, Row};

/// The document, with the command that makes it.
pub fn markdown(rows: &[Row], command: &str) -> String {
    let mut out = format!(
        "# Growth\n\n\
        ![Size, time and memory by number of articles, and time of an answer by number of hits](growth.svg)\n\n\
        Measured natively by `{command}` on two shared cores: compare within a column and a row, not with other machines.\n\n\
        The articles are those of the file as far as they go. Any more are mixed out of them, the same on every machine: \
        paragraphs of several articles, half of one title and half of another, the day spread over four years, and one word \
        in forty new, so that words become more with articles (`tests/load/articles.rs`).\n\n\
        *Building* makes texts searchable: words, codes, forms of words, names' places. What the texts name is found \
        before, and timed apart. Every answer has ten hits with snippets, the exact total, all facets counted, map and \
        timeline (`tests/load/questions.rs`); each of up to 40 questions of a class is asked five times and its median \
        counts, and the quantiles are over questions.\n\n\
        | articles | text, MB | analysis, s, all cores | building, s | MB of text a CPU second | pack, MB | opening, s | in memory, MB | answer, ms: p50 | p95 | p99 |\n\
        |--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n"
    );
    for Row { built, opened } in rows {
        let text = built.text as f64 / 1e6;
        out += &format!(
            "| {} | {text:.1} | {:.1} | {:.2} | {:.1} | {:.1} | {:.2} | {:.0} | {} |\n",
            grouped(built.articles),
            built.analysis,
            built.build,
            text / built.build_cpu,
            built.pack as f64 / 1e6,
            opened.open,
            opened.resident as f64 / 1e6,
            milliseconds(opened.all),
        );
    }
    out += "\n## By class of question\n\nMilliseconds: p50 · p95 · p99.\n\n";
    let head = |first: &str| {
        let sizes: Vec<String> = rows.iter().map(|row| grouped(row.built.articles)).collect();
        format!(
            "| {first} | {} |\n|---|{}\n",
            sizes.join(" | "),
            "--:|".repeat(sizes.len())
        )
    };
    out += &head("class");
    for (i, (name, _)) in rows
        .first()
        .map(|row| &row.opened.classes[..])
        .unwrap_or_default()
        .iter()
        .enumerate()
    {
        let cells = rows
            .iter()
            .map(|row| row.opened.classes.get(i).map_or_else(String::new, |c| dotted(c.1)));
        out += &format!("| {name} | {} |\n", cells.collect::<Vec<_>>().join(" | "));
    }
    out += "\n## By number of hits\n\nMilliseconds: p50 · p95 · p99, of the same answers.\n\n";
    out += &head("hits, at most");
    let mut bounds: Vec<u32> = rows
        .iter()
        .flat_map(|row| row.opened.by_hits.iter().map(|b| b.0))
        .collect();
    bounds.sort_unstable();
    bounds.dedup();
    for bound in bounds {
        let cell = |row: &Row| {
            let found = row.opened.by_hits.iter().find(|b| b.0 == bound);
            found.map_or_else(String::new, |b| dotted(b.1))
        };
        let cells: Vec<String> = rows.iter().map(cell).collect();
        out += &format!("| {} | {} |\n", grouped(bound as usize), cells.join(" | "));
    }
    out
}

fn milliseconds(q: Quantiles) -> String {
    [q.p50, q.p95, q.p99].map(|s| format!("{:.2}", s * 1e3)).join(" | ")
}

fn dotted(q: Quantiles) -> String {
    [q.p50, q.p95, q.p99].map(|s| format!("{:.2}", s * 1e3)).join(" · ")
}

/// `19,043`.
pub(super) fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
