//! `cargo xtask train`: learns the tagger's weights from annotated texts, and says how right it gets.

mod field;
mod forms;
mod made;
mod texts;

use std::path::Path;

use dateline_analysis::Analyzer;
use dateline_analysis::score::{Counts, Prediction, Span as GoldSpan, spans};
use dateline_analysis::tagger::{OUTSIDE, Seen, tag};
use dateline_corpus::{Article, Span};

use self::field::{Example, Settings, learn};
use self::texts::{Text, read};
use crate::flags::Flags;

const HELP: &str = "\
Learns the weights of the tagger of names from annotated texts and writes src/analysis/data/tagger.bin.

USAGE: cargo run --release -p xtask -- train FOLDER [--cross N]

  FOLDER      files in CoNLL 2003 format (.conll): a token and its tag a line, PER, ORG, LOC or MISC
  --cross N   write nothing; learn N times from all texts but every Nth and print how right the whole analysis is on those;
              then the same with sentences, each read in its text

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

/// The kinds of names that are judged, as gold calls them.
const KINDS: [&str; 3] = ["PER", "ORG", "LOC"];

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
    let taught = taught(&analyzer, &texts);
    let made = (0..FILLED).map(|time| {
        (time * FILLINGS..(time + 1) * FILLINGS)
            .flat_map(made::texts)
            .flat_map(|text| examples(&analyzer, &text).into_iter().map(|(_, example)| example))
            .collect()
    });
    let made: Vec<Vec<Example>> = made.collect();
    if let Some(folds) = cross {
        let folds = folds
            .parse()
            .ok()
            .filter(|n| *n > 1)
            .ok_or("--cross: a number from 2 on expected")?;
        for unit in [Unit::Text, Unit::Sentence] {
            validate(&texts, &taught, &made, folds, unit);
        }
        return Ok(());
    }
    let all: Vec<&Example> = taught.iter().map(|t| &t.example).collect();
    let weights = learn(&all, &made, SETTINGS);
    let file = weights.write();
    std::fs::write(FILE, &file).map_err(|error| format!("{FILE}: {error}"))?;
    println!("{FILE}: {} bytes", file.len());
    Ok(())
}

/// What is held out to be judged by.
#[derive(Clone, Copy, Debug)]
enum Unit {
    /// Whole texts: names are new.
    Text,
    /// Sentences of texts whose others are learned from.
    Sentence,
}

/// What is learned from the annotated texts, and where it stands.
struct Taught {
    /// The text's number.
    text: usize,
    /// The sentence's number, of all.
    sentence: usize,
    example: Example,
}

impl Taught {
    fn number(&self, unit: Unit) -> usize {
        match unit {
            Unit::Text => self.text,
            Unit::Sentence => self.sentence,
        }
    }
}

/// What the tagger is to learn from the texts: from each whole and from its sentences, since a sentence alone has nothing
/// that the rest of the text says.
fn taught(analyzer: &Analyzer, texts: &[Text]) -> Vec<Taught> {
    let mut all = Vec::new();
    let mut first = 0;
    for (text, annotated) in texts.iter().enumerate() {
        let whole = examples(analyzer, annotated).into_iter();
        let whole = whole.map(|(start, example)| (annotated.sentence_at(start), example));
        let alone = annotated.sentences().into_iter().enumerate();
        let alone = alone.flat_map(|(n, one)| examples(analyzer, &one).into_iter().map(move |(_, e)| (n, e)));
        all.extend(whole.chain(alone).map(|(n, example)| Taught {
            text,
            sentence: first + n,
            example,
        }));
        first += annotated.count();
    }
    all
}

/// What the tagger is to learn from a text, stretch by stretch, each with its first byte.
fn examples(analyzer: &Analyzer, text: &Text) -> Vec<(usize, Example)> {
    let example = |stretch: Vec<(Span, Seen)>| {
        let start = stretch.first().map_or(0, |(span, _)| span.start as usize);
        let tags = stretch.iter().map(|(span, _)| tag_of(text, *span)).collect();
        let seen = stretch.into_iter().map(|(_, seen)| seen).collect();
        (start, Example { seen, tags })
    };
    let mut examples: Vec<_> = analyzer.seen(&text.text).into_iter().map(example).collect();
    // A name that begins before its stretch has no first word there.
    for (_, example) in &mut examples {
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

/// Learns from all texts or sentences but every `folds`th and from what was `made`, and counts on those.
fn validate(texts: &[Text], taught: &[Taught], made: &[Vec<Example>], folds: usize, unit: Unit) {
    let mut sums = [Counts::default(); 3];
    for fold in 0..folds {
        let others = taught.iter().filter(|t| t.number(unit) % folds != fold);
        let others: Vec<&Example> = others.map(|t| &t.example).collect();
        let analyzer = Analyzer::with_weights(learn(&others, made, SETTINGS));
        let mut first = 0;
        for (number, text) in texts.iter().enumerate() {
            let starts = text.starts();
            let held = |span: &GoldSpan| {
                let sentence = first + starts.partition_point(|start| *start <= span.start).max(1) - 1;
                let number = match unit {
                    Unit::Text => number,
                    Unit::Sentence => sentence,
                };
                number % folds == fold
            };
            let mut gold = text.gold();
            let article = Article {
                text: text.text.clone(),
                ..Article::default()
            };
            let mut found = Prediction::of(&analyzer.analyze(&article), &text.text);
            gold.spans.retain(held);
            found.spans.retain(held);
            for (sum, kind) in sums.iter_mut().zip(KINDS) {
                *sum += spans(&gold, &found, kind);
            }
            first += text.count();
        }
    }
    println!("held out, one in {folds}: {unit:?}");
    for (sum, kind) in sums.iter().zip(KINDS) {
        println!(
            "  {kind}: P {:.1}, R {:.1}, F1 {:.1} ({sum:?})",
            sum.precision() * 100.0,
            sum.recall() * 100.0,
            sum.f1() * 100.0
        );
    }
}
