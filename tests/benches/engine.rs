//! What does a pack cost to build and to open, and what a question of each class?
//!
//! `cargo bench -p dateline-tests` runs over 2,000 articles mixed out of the bundled ones (`tests/load/articles.rs`), the
//! same on every machine. `DATELINE_BENCH=articles.jsonl` takes those of a file instead. What each article names is found
//! before anything is timed: building is what makes texts searchable, namely cutting them into words, coding them, and
//! grouping the forms of words.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use dateline_builder::build::pack;
use dateline_builder::progress::Silent;
use dateline_engine::Engine;
use dateline_tests::load;

const MADE: usize = 2_000;

fn bench(c: &mut Criterion) {
    let articles = std::env::var_os("DATELINE_BENCH").map_or_else(
        || load::grown(load::bundled(), MADE),
        |path| load::read_file(Path::new(&path)),
    );
    let bytes: usize = articles.iter().map(|a| a.title.len() + a.text.len()).sum();
    let analysed = load::analysed(articles.clone());
    let build = || pack("Bench", black_box(&analysed), &Silent).unwrap_or_else(|e| panic!("{e:?}"));
    let open = |pack: &[u8]| Engine::open(pack.to_vec()).unwrap_or_else(|e| panic!("{e}"));
    let bytes_of_pack = build();

    let mut group = c.benchmark_group("pack");
    group.sample_size(10).throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("build", |b| b.iter(build));
    group.bench_function("open", |b| b.iter(|| open(black_box(&bytes_of_pack))));
    group.finish();

    let engine = open(&bytes_of_pack);
    let mut group = c.benchmark_group("question");
    group.sample_size(20);
    let mut classes = load::classes(&articles);
    classes.push(load::filtered(&classes, &engine));
    for class in classes {
        let mut asks = class.asks.iter().cycle();
        group.bench_function(&class.name, |b| {
            b.iter(|| asks.next().map(|ask| engine.explore(black_box(ask))));
        });
    }
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
