//! Questions of every class that readers ask, made from the articles asked about: the same for the same articles.

use std::collections::{BTreeMap, BTreeSet};

use dateline_corpus::text::{Tokenizer, term_of};
use dateline_corpus::{Article, Filters, Group, Pick};
use dateline_engine::Engine;
use dateline_engine::question::{Explore, FacetAsk, Scope};

use serde::{Deserialize, Serialize};

use super::Random;

/// Articles looked at for words.
const SAMPLE: usize = 2_000;

/// Questions of a class, at most.
const EACH: usize = 40;

/// The class of questions for one common word.
const COMMON: &str = "common word";

/// Facet values asked for in each group, as the page does.
const VALUES: u32 = 8;

/// Questions of one class.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Class {
    /// What they have in common.
    pub name: String,
    /// The questions: ten hits with snippets, exact total, all facets counted, map and timeline.
    pub asks: Vec<Explore>,
}

fn ask(query: &str, picks: Vec<Pick>) -> Explore {
    let facet = |group| FacetAsk {
        group,
        limit: VALUES,
        find: String::new(),
    };
    Explore {
        scope: Scope {
            query: query.to_owned(),
            filters: Filters {
                picks,
                ..Filters::default()
            },
        },
        limit: 10,
        facets: Group::ALL.map(facet).to_vec(),
        overview: true,
        ..Explore::default()
    }
}

/// At most [`EACH`] of a list, from all over it.
fn spread<T: Clone>(list: &[T]) -> Vec<T> {
    let step = list.len().div_ceil(EACH).max(1);
    list.iter().step_by(step).cloned().collect()
}

/// All classes but [`filtered`], in the order in which they are shown.
pub fn classes(articles: &[Article]) -> Vec<Class> {
    let sample: Vec<&Article> = articles
        .iter()
        .step_by(articles.len().div_ceil(SAMPLE).max(1))
        .collect();
    let mut frequency: BTreeMap<String, usize> = BTreeMap::new();
    for article in &sample {
        let mut words = BTreeSet::new();
        Tokenizer::new(&article.text).for_each(|token| {
            if token.term.bytes().all(|b| b.is_ascii_lowercase()) {
                words.insert(token.term.to_owned());
            }
        });
        words
            .into_iter()
            .for_each(|word| *frequency.entry(word).or_default() += 1);
    }
    let mut by_frequency: Vec<(&str, usize)> = frequency.iter().map(|(word, n)| (word.as_str(), *n)).collect();
    by_frequency.sort_by_key(|(word, n)| (usize::MAX - n, *word));
    let common: Vec<&str> = by_frequency.iter().take(EACH).map(|(word, _)| *word).collect();
    // Long enough that a slip in it is forgiven.
    let long = |list: &[(&str, usize)]| -> Vec<String> {
        let list = list.iter().filter(|(word, _)| word.len() >= 6);
        list.map(|(word, _)| (*word).to_owned()).collect()
    };
    let rarest = by_frequency.iter().position(|(_, n)| *n == 1).unwrap_or(0);
    let rare = long(&by_frequency[rarest..]);
    let usual = long(&by_frequency[..rarest]);

    let mut random = Random(1);
    let (mut names, mut several, mut phrases) = (Vec::new(), Vec::new(), Vec::new());
    for article in &sample {
        let words: Vec<&str> = article.text.split_whitespace().collect();
        names.extend(
            words
                .windows(2)
                .skip(1)
                .find(|pair| pair.iter().all(|w| is_name(w)))
                .map(|w| w.join(" ")),
        );
        if words.len() > 8 {
            let at = random.below(words.len() - 3);
            phrases.push(format!("\"{}\"", words[at..at + 3].join(" ").replace('"', "")));
        }
        let mut title: Vec<String> = article.title.split_whitespace().map(term_of).collect();
        title.retain(|word| word.len() > 3);
        if title.len() >= 3 {
            several.push(title[..3].join(" "));
        }
    }
    names.sort();
    names.dedup();

    let closed = |words: &[String]| words.iter().map(|w| ask(&format!("{w} "), Vec::new())).collect();
    let class = |name: &str, asks| Class {
        name: name.to_owned(),
        asks,
    };
    vec![
        class("everything", vec![ask("", Vec::new())]),
        class(
            COMMON,
            common.iter().map(|w| ask(&format!("{w} "), Vec::new())).collect(),
        ),
        class("rare word", closed(&spread(&rare))),
        class("name", closed(&spread(&names))),
        class("three words", closed(&spread(&several))),
        class("phrase", closed(&spread(&phrases))),
        class(
            "prefix",
            spread(&usual).iter().map(|w| ask(&w[..3], Vec::new())).collect(),
        ),
        class(
            "slip",
            closed(&spread(&usual).iter().map(|w| slipped(w)).collect::<Vec<_>>()),
        ),
        class(
            "no hit",
            closed(&(0..EACH).map(|i| format!("qqzj{i}qqzjxqqz")).collect::<Vec<_>>()),
        ),
    ]
}

fn is_name(word: &str) -> bool {
    word.len() > 3 && word.bytes().all(|b| b.is_ascii_alphabetic()) && word.starts_with(char::is_uppercase)
}

/// A letter in the middle changed for another.
fn slipped(word: &str) -> String {
    let at = word.len() / 2;
    [&word[..at], "x", &word[at + 1..]].concat()
}

/// The common words again, each with filters that leave some articles: what these are, only the engine knows.
pub fn filtered(classes: &[Class], engine: &Engine) -> Class {
    let common = classes.iter().find(|class| class.name == COMMON);
    let filters = filters(engine);
    let asks = common.iter().flat_map(|class| &class.asks).zip(filters.iter().cycle());
    Class {
        name: "filtered".to_owned(),
        asks: asks
            .map(|(common, picks)| ask(&common.scope.query, picks.clone()))
            .collect(),
    }
}

/// The first values of every group, alone and with one of another group.
fn filters(engine: &Engine) -> Vec<Vec<Pick>> {
    let all = engine
        .explore(&ask("", Vec::new()))
        .map(|view| view.facets)
        .unwrap_or_default();
    let first: Vec<Pick> = all
        .iter()
        .filter_map(|facet| {
            let key = facet.values.first()?.key.clone();
            Some(Pick {
                group: facet.group,
                key,
                exclude: false,
            })
        })
        .collect();
    let alone = first.iter().map(|pick| vec![pick.clone()]);
    let pairs = first.windows(2).map(<[Pick]>::to_vec);
    alone.chain(pairs).collect()
}
