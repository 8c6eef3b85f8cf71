//! A corpus in parts answers as the pack does that it was made from, and fetches only what an answer needs.

use std::collections::BTreeMap;

use dateline_corpus::pack::parts::split;
use dateline_corpus::pack::{PackError, PackInput, Plurals, write};
use dateline_corpus::world::World;
use dateline_corpus::{Analysis, Article, EntityKey, EntityKind, Group, Sort};
use proptest::prelude::*;

use super::{aliased, article, ask, pick, sample, unspaced, without};
use crate::Engine;
use crate::question::{Ask, Explore, Quoting, Scope};
use crate::view::Answer;

/// A corpus both ways.
struct Both {
    whole: Engine,
    parts: Engine,
    files: BTreeMap<String, Vec<u8>>,
    /// What has been fetched.
    fetched: Vec<String>,
}

impl Both {
    fn new(articles: &[(Article, Analysis)]) -> Self {
        let bytes = write(&PackInput {
            title: "Test",
            articles,
            world: &World::default(),
            stemming: &Plurals,
            countries: &[],
        })
        .unwrap();
        Self::of(bytes)
    }

    fn of(bytes: Vec<u8>) -> Self {
        let split = split(bytes.clone()).unwrap();
        Self {
            whole: Engine::open(bytes).unwrap(),
            parts: Engine::open(split.start).unwrap(),
            files: split.parts.into_iter().collect(),
            fetched: Vec::new(),
        }
    }

    /// Asks until everything is here.
    fn answer(&mut self, ask: &Ask) -> Answer {
        for _ in 0..20 {
            match self.parts.answer(ask) {
                Ok(answer) => return answer,
                Err(PackError::Wanting) => {
                    let wanted = self.parts.wanted();
                    assert!(!wanted.is_empty());
                    for name in wanted {
                        self.parts.supply(&name, &self.files[&name]).unwrap();
                        self.fetched.push(name);
                    }
                }
                Err(e) => panic!("{e}"),
            }
        }
        panic!("still wanting after many rounds: {ask:?}");
    }

    #[track_caller]
    fn compare(&mut self, ask: &Ask) {
        let expected = self.whole.answer(ask).unwrap();
        assert_eq!(self.answer(ask), expected, "{ask:?}");
    }
}

/// Some hundred articles of words that are common and rare, names, several days and outlets.
fn many(n: usize) -> Vec<(Article, Analysis)> {
    // A linear congruential generator (Knuth's MMIX constants).
    let mut state = 7u64;
    let mut next = move |below: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    (0..n)
        .map(|i| {
            // Squared, so that small numbers are frequent.
            let mut word = |of: u64| {
                let x = next(of);
                x * x / of
            };
            let mut text = String::new();
            for _ in 0..30 + word(40) {
                match word(12) {
                    0..8 => text += &format!("word{} ", word(400)),
                    8 => text += &format!("[Person{}] “[Person{}] word.” ", word(150), word(9)),
                    9 => text += ["[JP] ", "[KR] ", "[US] ", "[CN] "][word(4) as usize],
                    10 => text += &format!("[town{}] ", word(60)),
                    _ => text += "talks missile. ",
                }
            }
            let title = format!("Word{} and word{}", word(400), word(30));
            let date = format!("2017-0{}-1{}", 1 + word(9), word(10));
            let outlet = ["TASS", "Kyodo", ""][word(3) as usize];
            article(&format!("id{i}"), &date, outlet, &title, &text)
        })
        .collect()
}

#[test]
fn other_names_of_entities_are_known_in_parts_too() {
    let mut both = Both::of(aliased());
    for query in [
        "person:fund ",
        "person:baker ",
        "country:britain ",
        "country:usa",
        "person:jim-baker ",
    ] {
        both.compare(&Ask::Explore(ask(query, &[])));
    }
    for typed in ["fun", "brit", "united"] {
        let (scope, limit) = (typed.into(), 9);
        let ask = Ask::Suggest { scope, limit };
        let Answer::Suggest(found) = both.answer(&ask) else {
            panic!("suggestions")
        };
        assert_eq!(found.entities.len(), 1, "{typed}");
        both.compare(&ask);
    }
}

#[test]
fn words_that_no_article_has_are_taken_alike() {
    let mut articles = many(300);
    articles.push(article(
        "apart",
        "2020-01-01",
        "",
        "E-mail",
        "By e-mail, of negotiators.",
    ));
    let mut both = Both::new(&articles);
    for query in [
        "email ",
        "title:email",
        "negotiator ",
        "negotiatorss ",
        "emial ",
        "zzzzz ",
        "title:eamil ",
        "title:wrod30 ",
        "title:missiel ",
        "person:persn3 ",
        "place:twon5",
        "person:nobodi ",
        "country:japn ",
    ] {
        both.compare(&Ask::Explore(ask(query, &[])));
    }
}

fn explores() -> Vec<Explore> {
    let mut asks: Vec<Explore> = [
        "",
        "word1",
        "word1 word2",
        "\"talks missile\"",
        "missile near:3(word1 word2)",
        "missil",
        "misile",
        "talk -word3",
        "word1 OR word399",
        "title:word2 word7",
        "nothing like this",
        "person:person3",
        "person:Person3 word1",
        "country:jp after:2017-03",
        "outlet:tass talks",
        "place:town5*",
        "wor",
        "word12 word1 zzzzzzzz",
    ]
    .map(|query| ask(query, &[]))
    .into();
    asks.push(ask(
        "word1",
        &[pick(Group::Country, "JP"), without(Group::Person, "person2")],
    ));
    asks.push(ask("", &[pick(Group::Outlet, ""), pick(Group::Place, "town3")]));
    asks.push(ask("", &[pick(Group::Person, "nobody")]));
    let mut newest = ask("talks", &[]);
    (newest.sort, newest.offset, newest.limit) = (Sort::Newest, 3, 7);
    newest.facets.iter_mut().for_each(|facet| facet.limit = 3);
    asks.push(newest);
    let mut found = ask("word2", &[]);
    found.facets.iter_mut().for_each(|facet| facet.find = "person1".into());
    asks.push(found);
    asks
}

#[test]
fn a_rare_name_is_found_by_what_it_begins_with() {
    let mut both = Both::new(&many(700));
    let all = 0..both.whole.counts.len() as u32;
    let people = all.filter(|at| both.whole.at(*at).name.starts_with("Person"));
    let rarest = people
        .min_by_key(|at| both.whole.counts[*at as usize].articles)
        .unwrap();
    let rare = both.whole.at(rarest).name.to_owned();
    for (name, limit) in [
        (rare.clone(), 8),
        (rare.to_uppercase(), 1),
        (rare[..rare.len() - 1].to_owned(), 1000),
        ("…".to_owned(), 8),
    ] {
        both.compare(&Ask::Suggest {
            scope: name.as_str().into(),
            limit,
        });
        both.compare(&Ask::Seek { name, limit });
    }
    let Answer::Suggest(found) = both.answer(&Ask::Seek {
        name: rare.clone(),
        limit: 8,
    }) else {
        panic!("names")
    };
    assert!(found.entities.iter().any(|one| one.name == rare), "{rare}");
}

#[test]
fn a_name_is_asked_for_without_all_names() {
    let mut articles = many(100);
    let named: String = (0..1500).map(|n| format!("[Name{n:o} Surname{}] ", n % 70)).collect();
    articles.push(article("all", "2020-01-01", "", "", &named));
    articles.push(article(
        "one",
        "2020-01-01",
        "",
        "",
        "[Rare Figure] in [Farwich]. [Société Générale] there.",
    ));
    let mut both = Both::new(&articles);
    let taken = |both: &Both, kind: char| both.fetched.iter().filter(|name| name.starts_with(kind)).count();
    for query in [
        "person:figure ",
        "person:\"figure rare\"",
        "place:farwi",
        "org:generale ",
        "org:societe",
        "person:nobody ",
    ] {
        both.compare(&Ask::Explore(ask(query, &[])));
    }
    for find in ["far", "rare fig", "gén", "PERSON14", "figure person"] {
        let mut explore = ask("", &[]);
        explore.facets.iter_mut().for_each(|facet| facet.find = find.into());
        both.compare(&Ask::Explore(explore));
    }
    assert!(taken(&both, 'c') > 0);
    let all = both.files.keys().filter(|name| name.starts_with('v')).count();
    assert!(taken(&both, 'v') < all, "{} of {all}", taken(&both, 'v'));
}

#[test]
fn what_is_near_a_word_takes_a_part_of_all_words() {
    let mut articles = many(300);
    let words: Vec<String> = (0..9000u32)
        .map(|n| format!("{}issa{:o}e", char::from(b'a' + (n % 26) as u8), n))
        .collect();
    articles.push(article("all", "2020-01-01", "", "All", &words.join(" ")));
    articles.push(article("slip", "2020-01-01", "", "", "A missule."));
    let mut both = Both::new(&articles);
    let all = both.files.keys().filter(|name| name.starts_with(['b', 'e'])).count();
    let taken = |both: &Both| both.fetched.iter().filter(|name| name.starts_with(['b', 'e'])).count();
    for query in ["missule ", "mssile ", "mossile "] {
        both.compare(&Ask::Explore(ask(query, &[])));
    }
    assert!(taken(&both) > 0 && taken(&both) * 2 < all, "{} of {all}", taken(&both));
    for query in ["nissa7777e ", "missilleg ", "entirely "] {
        both.compare(&Ask::Explore(ask(query, &[])));
    }
}

#[test]
fn parts_answer_what_the_pack_answers() {
    let mut both = Both::new(&many(700));
    for explore in explores() {
        both.compare(&Ask::Explore(explore));
    }
    for id in ["id0", "id699", "id300", "nothing"] {
        both.compare(&Ask::Article {
            id: id.into(),
            query: "word1 misile".into(),
        });
    }
    for (kind, slug) in [
        (EntityKind::Person, "person0"),
        (EntityKind::Place, "town7"),
        (EntityKind::Country, "JP"),
        (EntityKind::Organisation, "none"),
    ] {
        let key = EntityKey::new(kind, slug);
        both.compare(&Ask::Card(key.clone()));
        for (called, _) in both.whole.card(&key).unwrap().map_or(Vec::new(), |card| card.names) {
            for (offset, limit) in [(0, 2), (1, 100)] {
                let (key, called) = (key.clone(), called.clone());
                both.compare(&Ask::Named {
                    key,
                    called,
                    offset,
                    limit,
                });
            }
        }
        for query in ["", "word1"] {
            let query: String = query.into();
            for quoting in [Quoting::By, Quoting::About] {
                let (key, query) = (key.clone(), query.clone());
                let scope = Scope {
                    query,
                    ..Scope::default()
                };
                both.compare(&Ask::Quotations {
                    scope,
                    key,
                    quoting,
                    offset: 1,
                    limit: 3,
                });
            }
            both.compare(&Ask::Sentences {
                scope: Scope {
                    query,
                    ..Scope::default()
                },
                key: key.clone(),
                with: None,
                offset: 1,
                limit: 5,
            });
            both.compare(&Ask::Sentences {
                scope: Scope::default(),
                key: key.clone(),
                with: EntityKey::parse("person:person1"),
                offset: 1,
                limit: 5,
            });
        }
    }
    for query in ["", "word1"] {
        let scope = Scope {
            query: query.into(),
            ..Scope::default()
        };
        let (offset, limit) = (2, 9);
        for key in [None, EntityKey::parse("person:person0")] {
            let scope = scope.clone();
            both.compare(&Ask::Doubts {
                scope,
                key,
                offset,
                limit,
            });
        }
        for kinds in [Vec::new(), vec![EntityKind::Country, EntityKind::Place]] {
            let scope = scope.clone();
            both.compare(&Ask::Together { scope, kinds, limit });
        }
    }
    for query in [
        "word1",
        "word2 tal",
        "missile word",
        "",
        "talks ",
        "kish",
        "Tok",
        "p",
        "word1 person2",
        "to",
    ] {
        both.compare(&Ask::Suggest {
            scope: query.into(),
            limit: 5,
        });
    }
    both.compare(&Ask::About);
    both.compare(&Ask::World);
}

#[test]
fn a_run_of_letters_without_spaces_is_suggested_alike() {
    let mut both = Both::new(&unspaced());
    for query in ["外交", "王毅 外交", "国外交部", "交部", "외교", "외교 회"] {
        both.compare(&Ask::Suggest {
            scope: query.into(),
            limit: 5,
        });
    }
}

#[test]
fn no_way_of_asking_answers_from_what_is_missing() {
    let parts = Both::new(&many(40)).parts;
    let key = EntityKey::new(EntityKind::Person, "person149");
    let refused = |outcome: Result<(), PackError>| {
        assert_eq!(outcome, Err(PackError::Wanting));
        assert!(!parts.wanted().is_empty());
    };
    refused(parts.explore(&ask("word1", &[])).map(drop));
    refused(parts.article("id3", "").map(drop));
    refused(parts.card(&key).map(drop));
    refused(parts.sentences(&Scope::default(), &key, 0, 1).map(drop));
    refused(parts.suggest(&"word1".into(), 3).map(drop));
    refused(parts.world().map(drop));
    assert_eq!(parts.about().articles, 40);
}

#[test]
fn a_question_fetches_a_few_parts_and_only_once() {
    let mut both = Both::new(&many(700));
    let all = both.files.len();
    let word = |query: &str| {
        Ask::Explore(Explore {
            limit: 10,
            ..ask(query, &[])
        })
    };
    // A word that few articles have may be a slip; to know that, all words are not fetched.
    let mut articles = many(700);
    articles.push(article("rare", "2020-01-01", "", "", "A word in solitude."));
    for query in ["word390", "solitude "] {
        let mut both = Both::new(&articles);
        both.answer(&word(query));
        assert!(
            both.fetched.len() * 4 < all,
            "{query}: {} of {all} files",
            both.fetched.len()
        );
    }
    let word = word("word390");
    both.answer(&word);
    let before = both.fetched.len();
    both.answer(&word);
    assert_eq!(both.fetched.len(), before, "nothing is fetched twice");
    let plain = Ask::Explore(Explore {
        facets: Vec::new(),
        overview: false,
        limit: 0,
        ..ask("\"word77\"", &[])
    });
    both.answer(&plain);
    assert!(
        both.fetched.len() - before <= 3,
        "terms and postings: {:?}",
        &both.fetched[before..]
    );
}

#[test]
fn another_corpus_s_files_are_refused() {
    let (mut one, two) = (Both::new(&many(40)), Both::new(&sample()));
    for (name, bytes) in two.files.iter().filter(|(name, _)| !one.files.contains_key(*name)) {
        assert!(one.parts.supply(name, bytes).is_err(), "{name}");
    }
    assert_eq!(one.parts.files().len(), one.files.len());
    assert!(two.whole.files().is_empty() && two.whole.wanted().is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_query_is_answered_alike(query in "(word[0-9]{1,2}|talk|missile|\"|-|\\(|\\)| OR |person:|near:2|title:|\\*| ){0,8}") {
        let mut both = Both::new(&sample());
        both.compare(&Ask::Explore(ask(&query, &[])));
    }
}
