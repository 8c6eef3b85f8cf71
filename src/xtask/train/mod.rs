//! `cargo xtask train`: learns the tagger's weights from annotated texts, and says how right it gets.

mod field;
mod forms;
mod made;
mod texts;

use std::path::Path;

use dateline_analysis::Analyzer;
use dateline_analysis::score::{Counts, Prediction, spans};
use dateline_analysis::tagger::{OUTSIDE, Seen, tag};
use dateline_corpus::{Article, Span};

use self::field::{Example, Settings, learn};
use self::texts::{Text, read};
use crate::flags::Flags;

const HELP: &str = "\
Learns the weights of the tagger of names from annotated texts and writes src/analysis/data/tagger.bin.

USAGE: cargo run --release -p xtask -- train FOLDER [--cross N]

  FOLDER      files in CoNLL 2003 format (.conll): a token and its tag a line, PER, ORG, LOC or MISC
  --cross N   write nothing; learn N times from all texts but every Nth and print how right the whole analysis is on those

Sentences of our own (src/xtask/train/sentences.txt) are learned from besides. Same texts, same bytes. Texts and licence: src/analysis/data/README.md.
";

/// Found best by cross-validation over the training texts.
const SETTINGS: Settings = Settings {
    rounds: 30,
    step: 0.05,
    decay: 1.0,
    dropout: 0.3,
};

/// Times that the sentences of our own are filled with other names: more speak louder for bodies than the annotated texts do.
const FILLINGS: u64 = 8;

/// Times that this is done, each with other names: from each is learned on its own, and the mean kept. By one alone bodies are
/// read two points better or worse, as chance has it.
const FILLED: u64 = 6;

/// Where the weights are kept.
const FILE: &str = "src/analysis/data/tagger.bin";

/// Runs `train`.
pub fn run(args: &[String]) -> Result<(), String> {
    let Some(mut flags) = Flags::new(args, HELP) else {
        return Ok(());
    };
    let cross = flags.values("--cross")?.pop();
    let folder = flags.rest(1)?;
    let folder = folder.first().ok_or_else(|| format!("a folder is needed\n\n{HELP}"))?;
    let texts = read(Path::new(folder))?;
    let analyzer = Analyzer::new();
    let examples: Vec<Vec<Example>> = texts
        .iter()
        .map(|text| {
            let mut all = examples(&analyzer, text);
            all.extend(
                text.sentences()
                    .iter()
                    .flat_map(|sentence| examples(&analyzer, sentence)),
            );
            all
        })
        .collect();
    let made = (0..FILLED).map(|time| {
        (time * FILLINGS..(time + 1) * FILLINGS)
            .flat_map(made::texts)
            .flat_map(|text| self::examples(&analyzer, &text))
            .collect()
    });
    let made: Vec<Vec<Example>> = made.collect();
    if let Some(folds) = cross {
        let folds = folds
            .parse()
            .ok()
            .filter(|n| *n > 1)
            .ok_or("--cross: a number from 2 on expected")?;
        validate(&texts, &examples, &made, folds);
        return Ok(());
    }
    let all: Vec<&Example> = examples.iter().flatten().collect();
    let weights = learn(&all, &made, SETTINGS);
    let file = weights.write();
    std::fs::write(FILE, &file).map_err(|error| format!("{FILE}: {error}"))?;
    println!("{FILE}: {} bytes", file.len());
    Ok(())
}

/// What the tagger is to learn from a text.
fn examples(analyzer: &Analyzer, text: &Text) -> Vec<Example> {
    let example = |stretch: Vec<(Span, Seen)>| {
        let tags = stretch.iter().map(|(span, _)| tag_of(text, *span)).collect();
        Example {
            seen: stretch.into_iter().map(|(_, seen)| seen).collect(),
            tags,
        }
    };
    let mut examples: Vec<Example> = analyzer.seen(&text.text).into_iter().map(example).collect();
    // A name that begins before its stretch has no first word there.
    for example in &mut examples {
        let mut before = OUTSIDE;
        for tag in &mut example.tags {
            if *tag != OUTSIDE && *tag % 2 == 0 && *tag != before && *tag != before + 1 {
                *tag -= 1;
            }
            before = *tag;
        }
    }
    examples
}

fn tag_of(text: &Text, word: Span) -> usize {
    let (from, to) = (word.start as usize, word.end as usize);
    let at = text.names.partition_point(|name| name.1 <= from);
    text.names
        .get(at)
        .filter(|name| name.0 < to)
        .map_or(OUTSIDE, |name| tag(name.2, from <= name.0))
}

/// Learns from all texts but every `folds`th and from what was `made`, and counts on those.
fn validate(texts: &[Text], examples: &[Vec<Example>], made: &[Vec<Example>], folds: usize) {
    let mut sums = [Counts::default(); 3];
    for fold in 0..folds {
        let others = examples.iter().enumerate().filter(|(i, _)| i % folds != fold);
        let others: Vec<&Example> = others.flat_map(|(_, e)| e).collect();
        let analyzer = Analyzer::with_weights(learn(&others, made, SETTINGS));
        for text in texts.iter().skip(fold).step_by(folds) {
            let gold = text.gold();
            let article = Article {
                text: text.text.clone(),
                ..Article::default()
            };
            let found = Prediction::of(&analyzer.analyze(&article), &text.text);
            for (sum, kind) in sums.iter_mut().zip(["PER", "ORG", "LOC"]) {
                *sum += spans(&gold, &found, kind);
            }
        }
    }
    for (sum, kind) in sums.iter().zip(["PER", "ORG", "LOC"]) {
        println!(
            "{kind}: P {:.1}, R {:.1}, F1 {:.1} ({sum:?})",
            sum.precision() * 100.0,
            sum.recall() * 100.0,
            sum.f1() * 100.0
        );
    }
}
