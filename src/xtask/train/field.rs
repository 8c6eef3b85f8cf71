//! How are the weights learned? Likelihood of a conditional random field, by stochastic gradient descent with decay.
//!
//! As in Bottou's crfsgd (2007): one stretch a step, steps ever smaller, in an order that is shuffled the same way each time.

use std::collections::HashMap;

use dateline_analysis::tagger::{Join, OUTSIDE, Row, Seen, TAGS, Weights, legal};

/// A stretch of words and its right tags.
pub struct Example {
    /// What is seen at each word.
    pub seen: Vec<Seen>,
    /// The tag of each.
    pub tags: Vec<usize>,
}

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Times over all examples.
    pub rounds: usize,
    /// The first step's length.
    pub step: f32,
    /// Strength of the decay of weights, each round.
    pub decay: f32,
    /// Share of features left out at a step, so that others learn too.
    pub dropout: f32,
}

/// A weight of 1 as stored: weights beyond 127 / 80 are cut, finer differences lost.
const SCALE: f32 = 80.0;

/// No larger weight is kept: a fifth of the bytes of all, without which as much is found.
const FINEST: u8 = 2;

/// Rows with no larger weight are left out.
const PRUNED: u8 = 6;

/// And those whose weights come to no more together: a fifteenth of the rest, which are hardly missed.
const FAINT: u32 = 14;

type Scores = [f32; TAGS];

/// Weights while they are learned.
struct Learner<'e> {
    examples: Vec<&'e Example>,
    /// For each example's word the rows of its features.
    rows: Vec<&'e [Vec<u32>]>,
    weights: Vec<Scores>,
    links: [[Scores; TAGS]; Join::COUNT],
    /// What all weights are to be multiplied by.
    scale: f32,
    random: u64,
}

/// Learns from examples, once with each of the lists of further ones, and takes the mean: it depends less on chance than one
/// of them. Same examples in the same order, same weights.
pub fn learn(examples: &[&Example], further: &[Vec<Example>], settings: Settings) -> Weights {
    let mut index: HashMap<u32, u32> = HashMap::new();
    let mut keys = Vec::new();
    let mut row = |key: u32| {
        *index.entry(key).or_insert_with(|| {
            keys.push(key);
            keys.len() as u32 - 1
        })
    };
    let mut rows = |example: &Example| -> Vec<Vec<u32>> {
        let seen = example.seen.iter();
        seen.map(|s| s.features.iter().map(|f| row(*f)).collect()).collect()
    };
    let shared: Vec<_> = examples.iter().map(|example| (*example, rows(example))).collect();
    let own: Vec<Vec<_>> = further
        .iter()
        .map(|list| list.iter().map(|example| (example, rows(example))).collect())
        .collect();
    let count = keys.len();
    let learner = |own, random: u64| {
        let all: Vec<_> = shared.iter().chain(own).collect();
        Learner {
            examples: all.iter().map(|one| one.0).collect(),
            rows: all.iter().map(|one| one.1.as_slice()).collect(),
            weights: vec![[0.0; TAGS]; count],
            links: [[[0.0; TAGS]; TAGS]; Join::COUNT],
            scale: 1.0,
            random,
        }
    };
    let learned: Vec<Learned> = std::thread::scope(|scope| {
        let each = own.iter().zip(1..);
        let each = each.map(|(own, random)| scope.spawn(move || learner(own, random).learn(settings)));
        let each: Vec<_> = each.collect();
        let joined = each.into_iter().map(|one| one.join().expect("weights"));
        joined.collect()
    });
    Learned::mean(learned).finish(&keys)
}

/// Weights as learned once.
struct Learned {
    weights: Vec<Scores>,
    links: [[Scores; TAGS]; Join::COUNT],
}

impl Learned {
    /// The mean of several.
    fn mean(all: Vec<Self>) -> Self {
        let share = 1.0 / all.len() as f32;
        let mut all = all.into_iter();
        let mut mean = all.next().expect("at least one");
        let add = |sum: &mut Scores, row: &Scores| sum.iter_mut().zip(row).for_each(|(s, w)| *s += w);
        for one in all {
            mean.weights.iter_mut().zip(&one.weights).for_each(|(s, w)| add(s, w));
            let links = mean.links.iter_mut().flatten().zip(one.links.iter().flatten());
            links.for_each(|(s, w)| add(s, w));
        }
        let rows = mean.weights.iter_mut().chain(mean.links.iter_mut().flatten());
        rows.flatten().for_each(|w| *w *= share);
        mean
    }

    /// Rounds the weights; rows that say nothing any more are left out.
    fn finish(self, keys: &[u32]) -> Weights {
        let round = |w: f32| {
            let w = (w * SCALE).round().clamp(-127.0, 127.0) as i8;
            if w.unsigned_abs() > FINEST { w } else { 0 }
        };
        let rows = keys.iter().zip(&self.weights).map(|(key, row)| (*key, row.map(round)));
        let rows: Vec<(u32, Row)> = rows
            .filter(|(_, row)| row.iter().any(|w| w.unsigned_abs() > PRUNED))
            .filter(|(_, row)| row.iter().map(|w| u32::from(w.unsigned_abs())).sum::<u32>() > FAINT)
            .collect();
        Weights::new(self.links.map(|l| l.map(|row| row.map(round))), &rows)
    }
}

impl Learner<'_> {
    /// Goes over all examples again and again.
    fn learn(mut self, settings: Settings) -> Learned {
        let mut order: Vec<usize> = (0..self.examples.len()).collect();
        let mut step = 0;
        // Weights are averaged over the later rounds: they then depend less on which examples came last.
        let mut average = (vec![[0.0; TAGS]; self.weights.len()], self.links, 0.0);
        for round in 0..settings.rounds {
            for i in (1..order.len()).rev() {
                order.swap(i, self.random() as usize % (i + 1));
            }
            for &e in &order {
                let decay = settings.decay / self.examples.len() as f32;
                let rate = settings.step / (1.0 + settings.step * decay * step as f32);
                self.scale *= 1.0 - rate * decay;
                self.step(e, rate, settings.dropout);
                step += 1;
            }
            if round >= settings.rounds / 2 {
                let add =
                    |sum: &mut Scores, row: &Scores| sum.iter_mut().zip(row).for_each(|(s, w)| *s += w * self.scale);
                average.0.iter_mut().zip(&self.weights).for_each(|(s, w)| add(s, w));
                let links = average.1.iter_mut().flatten().zip(self.links.iter().flatten());
                links.for_each(|(s, w)| add(s, w));
                average.2 += 1.0;
            }
        }
        let share = 1.0 / average.2;
        Learned {
            weights: average.0.into_iter().map(|row| row.map(|w| w * share)).collect(),
            links: average.1.map(|links| links.map(|row| row.map(|w| w * share))),
        }
    }

    /// Knuth's linear congruential generator (MMIX), its upper half.
    fn random(&mut self) -> u32 {
        self.random = self
            .random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.random >> 32) as u32
    }

    /// One step along the gradient of one example's log-likelihood.
    fn step(&mut self, e: usize, rate: f32, dropout: f32) {
        let example = self.examples[e];
        let length = example.tags.len();
        let limit = (f64::from(dropout) * f64::from(u32::MAX)) as u32;
        let kept: Vec<Vec<u32>> = (0..length)
            .map(|i| {
                let rows = self.rows[e][i].clone();
                rows.into_iter()
                    .filter(|_| limit == 0 || self.random() >= limit)
                    .collect()
            })
            .collect();
        let here: Vec<Scores> = kept.iter().map(|rows| self.scores(rows)).collect();
        let join = |i: usize| example.seen[i].standing.join as usize;
        let link = |learner: &Self, i: usize, a: usize, b: usize| {
            if legal(a, b) {
                learner.links[join(i)][a][b] * learner.scale
            } else {
                f32::NEG_INFINITY
            }
        };
        // Forward and backward sums, in logarithms.
        let mut alpha = vec![[f32::NEG_INFINITY; TAGS]; length];
        let mut beta = vec![[0.0; TAGS]; length];
        for i in 0..length {
            for b in 0..TAGS {
                let into: Scores = std::array::from_fn(|a| match i {
                    0 if a == OUTSIDE => link(self, 0, a, b),
                    0 => f32::NEG_INFINITY,
                    _ => alpha[i - 1][a] + link(self, i, a, b),
                });
                alpha[i][b] = sum(into) + here[i][b];
            }
        }
        for i in (0..length - 1).rev() {
            for a in 0..TAGS {
                beta[i][a] = sum(std::array::from_fn(|b| {
                    link(self, i + 1, a, b) + here[i + 1][b] + beta[i + 1][b]
                }));
            }
        }
        let total = sum(alpha[length - 1]);
        let rate = rate / self.scale;
        let links = self.links;
        for (i, rows) in kept.iter().enumerate() {
            let mut slope: Scores = std::array::from_fn(|t| -(alpha[i][t] + beta[i][t] - total).exp());
            slope[example.tags[i]] += 1.0;
            for &row in rows {
                self.weights[row as usize]
                    .iter_mut()
                    .zip(slope)
                    .for_each(|(w, s)| *w += rate * s);
            }
            for a in 0..TAGS {
                let before = match i {
                    0 if a == OUTSIDE => 0.0,
                    0 => continue,
                    _ => alpha[i - 1][a],
                };
                for b in (0..TAGS).filter(|&b| legal(a, b)) {
                    let score = before + links[join(i)][a][b] * self.scale + here[i][b] + beta[i][b] - total;
                    self.links[join(i)][a][b] -= rate * score.exp();
                }
            }
            let before = if i == 0 { OUTSIDE } else { example.tags[i - 1] };
            self.links[join(i)][before][example.tags[i]] += rate;
        }
    }

    fn scores(&self, rows: &[u32]) -> Scores {
        let mut sum = [0.0; TAGS];
        for &row in rows {
            sum.iter_mut()
                .zip(self.weights[row as usize])
                .for_each(|(s, w)| *s += w);
        }
        sum.map(|s| s * self.scale)
    }
}

/// The logarithm of a sum of exponentials.
fn sum(logarithms: Scores) -> f32 {
    let most = logarithms.into_iter().fold(f32::NEG_INFINITY, f32::max);
    if most == f32::NEG_INFINITY {
        return most;
    }
    most + logarithms.into_iter().map(|l| (l - most).exp()).sum::<f32>().ln()
}
