//! `cargo xtask score`: how right the analysis is, against a folder of texts whose countries and names are known.

use std::path::{Path, PathBuf};

use dateline_analysis::Analyzer;
use dateline_analysis::score::{Counts, Gold, Prediction, countries, doubts, focus, spans};
use dateline_corpus::Article;

use crate::flags::Flags;

const HELP: &str = "\
Analyses every text of a folder's .jsonl files and prints how right the analysis is, as a Markdown table.

USAGE: cargo run --release -p xtask -- score FOLDER

  FOLDER   files of one object a line: id, title, text, and what is known of it: countries (ISO 3166-1 alpha-2),
           countries_optional, countries_complete, focus, spans (start, end, type PER, ORG or LOC)

A column is empty where a file does not say. Time is of the processor: build with --release.

EXAMPLE
  cargo run --release -p xtask -- score src/analysis/tests/gold
";

/// The kinds of names that are scored.
const KINDS: [&str; 3] = ["PER", "ORG", "LOC"];

/// What one file's texts add up to.
#[derive(Default)]
struct Sum {
    texts: usize,
    bytes: usize,
    /// Processor time of the analysis, in seconds; none where the system does not tell.
    seconds: Option<f64>,
    strict: Option<Counts>,
    lenient: Option<Counts>,
    /// Texts whose focus is right, of how many.
    focus: (usize, usize),
    /// For each of [`KINDS`]; only where gold has them all.
    spans: [Counts; KINDS.len()],
    has_kind: [bool; KINDS.len()],
    /// Namings beyond doubt, and doubtful ones.
    doubts: [Counts; 2],
    /// Whether every country of the texts is known, so that the file counts for the pooled figure.
    complete: bool,
}

/// Runs `score`.
pub fn run(args: &[String]) -> Result<(), String> {
    let Some(flags) = Flags::new(args, HELP) else {
        return Ok(());
    };
    let folder = flags.rest(1)?;
    let folder = folder.first().ok_or_else(|| format!("a folder is needed\n\n{HELP}"))?;
    let files = files(Path::new(folder))?;
    let analyzer = Analyzer::new();
    let mut rows = Vec::new();
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        rows.push((name, sum(&analyzer, &read(&file)?)));
    }
    print!("{}", table(&rows));
    Ok(())
}

/// The folder's files of gold, by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let list = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = list.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "jsonl"));
    files.sort();
    if files.is_empty() {
        return Err(format!("{}: no .jsonl file in it", folder.display()));
    }
    Ok(files)
}

/// One file's gold.
fn read(file: &Path) -> Result<Vec<Gold>, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(i, line)| {
            let parsed = serde_json::from_str(line);
            parsed.map_err(|error| format!("{}:{}: {error}", file.display(), i + 1))
        })
        .collect()
}

fn sum(analyzer: &Analyzer, gold: &[Gold]) -> Sum {
    let has = |kind: &str| gold.iter().flat_map(|g| &g.spans).any(|s| s.kind == kind);
    let mut sum = Sum {
        texts: gold.len(),
        has_kind: KINDS.map(has),
        complete: gold.iter().all(|g| g.complete && g.countries.is_some()),
        ..Sum::default()
    };
    let articles: Vec<Article> = gold.iter().map(article).collect();
    let before = processor_seconds();
    let analyses: Vec<_> = articles.iter().map(|a| analyzer.analyze(a)).collect();
    sum.seconds = before.zip(processor_seconds()).map(|(before, after)| after - before);
    for (gold, analysis) in gold.iter().zip(&analyses) {
        sum.bytes += gold.text.len();
        let found = Prediction::of(analysis, &gold.text);
        for (lenient, all) in [(false, &mut sum.strict), (true, &mut sum.lenient)] {
            if let Some(counts) = countries(gold, &found, lenient) {
                *all.get_or_insert_default() += counts;
            }
        }
        if let Some(right) = focus(gold, &found) {
            sum.focus.0 += usize::from(right);
            sum.focus.1 += 1;
        }
        if has(KINDS[2]) {
            let people = KINDS.into_iter().all(has);
            let counts = doubts(gold, analysis, &gold.text, people);
            sum.doubts.iter_mut().zip(counts).for_each(|(sum, one)| *sum += one);
        }
        for (i, kind) in KINDS.iter().enumerate() {
            sum.spans[i] += spans(gold, &found, kind);
        }
    }
    sum
}

fn article(gold: &Gold) -> Article {
    Article {
        id: gold.id.clone(),
        title: gold.title.clone(),
        text: gold.text.clone(),
        ..Article::default()
    }
}

/// Seconds that this process has had a processor, as Linux counts them in nanoseconds (proc(5), `schedstat`).
fn processor_seconds() -> Option<f64> {
    let line = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    let nanoseconds: f64 = line.split(' ').next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

fn table(rows: &[(String, Sum)]) -> String {
    let mut out = String::from(
        "| texts of | texts | countries P / R / F1 | lenient P / R / F1 | focus@1 | PER F1 | ORG F1 | LOC F1 | doubtful: share, wrong of them / of others | CPU s/MB |\n\
         |---|---|---|---|---|---|---|---|---|---|\n",
    );
    let mut pooled = Counts::default();
    let mut all_doubts = [Counts::default(); 2];
    let (mut texts, mut bytes, mut seconds) = (0, 0, Some(0.0));
    for (name, sum) in rows {
        let scored = sum.strict.filter(|_| sum.complete);
        let lenient = sum.lenient.filter(|_| sum.complete);
        if let Some(counts) = lenient {
            pooled += counts;
            texts += sum.texts;
        }
        all_doubts.iter_mut().zip(sum.doubts).for_each(|(all, one)| *all += one);
        bytes += sum.bytes;
        seconds = seconds.zip(sum.seconds).map(|(a, b)| a + b);
        let all = sum.has_kind.iter().all(|has| *has);
        let kinds: Vec<String> = sum
            .spans
            .iter()
            .map(|c| if all { percent(c.f1()) } else { String::new() })
            .collect();
        let focus = match sum.focus {
            (_, 0) => String::new(),
            (right, of) => format!("{} ({right}/{of})", percent(right as f64 / of as f64)),
        };
        let cells = [
            rates(scored),
            rates(lenient),
            focus,
            kinds.join(" | "),
            doubtful(sum.doubts),
            pace(sum.seconds, sum.bytes),
        ];
        out += &format!("| {name} | {} | {} |\n", sum.texts, cells.join(" | "));
    }
    let pooled = (texts > 0).then_some(pooled);
    out + &format!(
        "| pooled | {texts} | | {} | | | | | {} | {} |\n",
        rates(pooled),
        doubtful(all_doubts),
        pace(seconds, bytes)
    )
}

fn percent(share: f64) -> String {
    format!("{:.2}", share * 100.0)
}

fn rates(counts: Option<Counts>) -> String {
    counts.map_or_else(String::new, |c| {
        let [p, r, f] = [c.precision(), c.recall(), c.f1()].map(percent);
        format!("{p} / {r} / {f}")
    })
}

/// Share of namings that are doubtful; how many of them are wrong, and of the others.
fn doubtful([others, doubtful]: [Counts; 2]) -> String {
    let all = |c: Counts| c.right + c.wrong;
    let share = |part: usize, whole: usize| percent(part as f64 / whole.max(1) as f64);
    format!(
        "{}, {} / {}",
        share(all(doubtful), all(doubtful) + all(others)),
        share(doubtful.wrong, all(doubtful)),
        share(others.wrong, all(others))
    )
}

/// Seconds a megabyte (10⁶ bytes) of text.
fn pace(seconds: Option<f64>, bytes: usize) -> String {
    seconds.map_or_else(String::new, |s| format!("{:.3}", s * 1e6 / bytes.max(1) as f64))
}
