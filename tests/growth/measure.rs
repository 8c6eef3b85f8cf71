//! One size, measured in two processes: what building leaves behind in memory must not be counted as the engine's.

use std::collections::BTreeMap;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use dateline_builder::build::pack;
use dateline_builder::progress::Silent;
use dateline_corpus::Article;
use dateline_engine::Engine;

use super::{Built, Opened, Quantiles};
use crate::load::{self, Class};

/// How often each question is asked, after once for warming up; the median counts, so that another program's turn on a
/// shared core does not.
const ROUNDS: usize = 5;

/// Builds a pack of `size` articles, the given ones and made ones; writes the pack, and the questions to ask it.
pub fn build(given: Vec<Article>, size: usize, pack_file: &Path, questions_file: &Path) -> Built {
    let articles = load::grown(given, size);
    let questions = load::classes(&articles);
    let text = articles.iter().map(|a| a.title.len() + a.text.len()).sum();
    let started = Instant::now();
    let analysed = load::analysed(articles);
    let analysis = started.elapsed().as_secs_f64();

    let (started, cpu) = (Instant::now(), cpu_seconds());
    let bytes = pack("Growth", &analysed, &Silent).unwrap_or_else(|e| panic!("{e:?}"));
    let build = started.elapsed().as_secs_f64();
    let build_cpu = cpu.zip(cpu_seconds()).map_or(build, |(from, to)| to - from);
    write(pack_file, &bytes);
    write(
        questions_file,
        &serde_json::to_vec(&questions).unwrap_or_else(|e| panic!("{e}")),
    );
    Built {
        articles: size,
        text,
        analysis,
        build,
        build_cpu,
        pack: bytes.len(),
    }
}

/// Opens a pack and asks it the questions.
pub fn open(pack_file: &Path, questions_file: &Path) -> Opened {
    let bytes = read(pack_file);
    let started = Instant::now();
    let engine = Engine::open(bytes).unwrap_or_else(|e| panic!("{e}"));
    let open = started.elapsed().as_secs_f64();
    let resident = resident_bytes();

    let mut questions: Vec<Class> = serde_json::from_slice(&read(questions_file)).unwrap_or_else(|e| panic!("{e}"));
    questions.push(load::filtered(&questions, &engine));
    let mut classes = Vec::new();
    let mut by_hits: BTreeMap<u32, Vec<f64>> = BTreeMap::new();
    for class in &questions {
        let mut times = Vec::new();
        for ask in &class.asks {
            let hits = engine.explore(ask).map_or(0, |view| view.total);
            // 10, 100, 1000 …
            let most = 10u32.pow((hits.max(2) - 1).ilog10() + 1);
            let mut rounds: Vec<f64> = (0..ROUNDS)
                .map(|_| {
                    let started = Instant::now();
                    let answer = engine.explore(black_box(ask));
                    let time = started.elapsed().as_secs_f64();
                    drop(black_box(answer));
                    time
                })
                .collect();
            rounds.sort_by(f64::total_cmp);
            let time = rounds[ROUNDS / 2];
            times.push(time);
            by_hits.entry(most).or_default().push(time);
        }
        classes.push((class.name.clone(), times));
    }
    let all = classes.iter().flat_map(|(_, times)| times.iter().copied()).collect();
    Opened {
        open,
        resident,
        all: Quantiles::of(all),
        classes: classes
            .into_iter()
            .map(|(name, times)| (name, Quantiles::of(times)))
            .collect(),
        by_hits: by_hits
            .into_iter()
            .map(|(most, times)| (most, Quantiles::of(times)))
            .collect(),
    }
}

fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
}

/// Seconds that a core has worked for this thread, where Linux says so: others on the machine do not count.
fn cpu_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = stat.split(' ').next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

/// Bytes of this process in memory, where Linux says so; else 0.
fn resident_bytes() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok());
    kilobytes.unwrap_or(0) * 1024
}
