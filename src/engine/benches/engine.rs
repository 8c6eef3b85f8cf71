//! What a question costs: opening a pack, one query of each class, all facets, the map and the timeline.
//!
//! `cargo bench -p dateline-engine` runs over 20,000 made-up articles (Zipf-distributed words, the same on every
//! machine). `DATELINE_BENCH=articles.jsonl` takes real ones instead: a line an article, with `title` and `text`.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use dateline_corpus::pack::{PackInput, write};
use dateline_corpus::world::World;
use dateline_corpus::{
    Analysis, Article, CountryCode, Date, Entity, EntityKey, Filters, Found, Group, How, Mention, Pick, Span,
};
use dateline_engine::Engine;
use dateline_engine::question::{Explore, FacetAsk, Scope};

const MADE_UP_ARTICLES: u64 = 20_000;
const WORDS_EACH: u64 = 150;
const VOCABULARY: f64 = 40_000.0;

/// A small generator with a fixed seed (Steele, Lea and Flood 2014, SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A word of rank 1 to `VOCABULARY`, its probability falling with its rank.
    fn word(&mut self) -> String {
        let rank = VOCABULARY.powf(self.unit()) as u64;
        let letters = (0..3 + rank % 7).map(|i| char::from(b'a' + ((rank * 31 + i * i * 7 + rank / 26) % 26) as u8));
        letters.collect()
    }
}

fn made_up() -> Vec<(Article, Analysis)> {
    let mut random = Random(7);
    let one = |n: u64| {
        let words: Vec<String> = (0..WORDS_EACH).map(|_| random.word()).collect();
        let title: Vec<String> = (0..6).map(|_| random.word()).collect();
        let mut found: Vec<Found> = Vec::new();
        for i in 0..4u8 {
            let letter = |k: u64| char::from(b'A' + (n / k % 13) as u8 + i);
            let Some(code) = CountryCode::parse(&format!("{}{}", letter(1), letter(13))) else {
                continue;
            };
            let entity = Entity {
                key: EntityKey::country(code),
                name: code.to_string(),
                country: Some(code),
                point: None,
            };
            let mention = Mention {
                span: Span {
                    start: 0,
                    end: words[0].len() as u32,
                },
                how: How::Name,
            };
            found.push(Found {
                entity,
                mentions: vec![mention],
            });
        }
        let article = Article {
            id: format!("a{n:06}"),
            title: title.join(" "),
            outlet: format!("Outlet {}", n % 9),
            date: Date::from_days(6_000 + (n % 400) as i32),
            text: words.join(" "),
            ..Article::default()
        };
        (
            article,
            Analysis {
                found,
                ..Analysis::default()
            },
        )
    };
    (0..MADE_UP_ARTICLES).map(one).collect()
}

fn from_file(path: &str) -> Vec<(Article, Analysis)> {
    let lines = std::fs::read_to_string(path).expect("DATELINE_BENCH names a readable file");
    let article = |(i, line): (usize, &str)| {
        let v: serde_json::Value = serde_json::from_str(line).expect("a JSON object a line");
        let field = |name: &str| v[name].as_str().unwrap_or_default().to_owned();
        let article = Article {
            id: i.to_string(),
            title: field("title"),
            text: field("text"),
            ..Article::default()
        };
        (article, Analysis::default())
    };
    lines.lines().enumerate().map(article).collect()
}

fn ask(query: &str, picks: Vec<Pick>) -> Explore {
    Explore {
        scope: Scope {
            query: query.into(),
            filters: Filters {
                picks,
                ..Filters::default()
            },
        },
        limit: 10,
        facets: Group::ALL
            .map(|group| FacetAsk {
                group,
                limit: 8,
                find: String::new(),
            })
            .to_vec(),
        overview: true,
        ..Explore::default()
    }
}

fn bench(c: &mut Criterion) {
    let articles = std::env::var("DATELINE_BENCH").map_or_else(|_| made_up(), |path| from_file(&path));
    let bytes: usize = articles.iter().map(|(a, _)| a.text.len()).sum();
    let input = PackInput {
        title: "Bench",
        articles: &articles,
        world: &World::default(),
        stem: &|_, _| None,
    };
    let pack = write(&input).expect("a pack");
    let engine = Engine::open(pack.clone()).expect("an engine");
    // Words of known frequency: the commonest of the first article's words and the rarest.
    let words = articles[0]
        .0
        .text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty());
    let first: Vec<String> = words.map(str::to_lowercase).collect();
    let total = |w: &String| {
        engine
            .explore(&ask(&format!("{w} "), Vec::new()))
            .map_or(0, |v| v.total)
    };
    let mut by_count: Vec<(u32, String)> = first.iter().take(60).map(|w| (total(w), w.clone())).collect();
    by_count.sort();
    let (rare, common) = (by_count[0].1.clone(), by_count[by_count.len() - 1].1.clone());
    let phrase = format!("\"{} {}\"", first[0], first[1]);

    let mut group = c.benchmark_group("pack");
    group.sample_size(10).throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("write", |b| b.iter(|| write(black_box(&input))));
    group.bench_function("open", |b| b.iter(|| Engine::open(pack.clone())));
    group.finish();

    let japan = vec![Pick {
        group: Group::Country,
        key: "JP".into(),
        exclude: false,
    }];
    let mut group = c.benchmark_group("explore");
    group.sample_size(20);
    for (name, ask) in [
        ("everything", ask("", Vec::new())),
        ("common word", ask(&format!("{common} "), Vec::new())),
        ("rare word", ask(&format!("{rare} "), Vec::new())),
        ("one letter typed", ask(&common[..1], Vec::new())),
        ("phrase", ask(&phrase, Vec::new())),
        ("no hit", ask("qqqqqq ", Vec::new())),
        ("filtered", ask(&common, japan)),
    ] {
        group.bench_function(name, |b| b.iter(|| engine.explore(black_box(&ask))));
    }
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
