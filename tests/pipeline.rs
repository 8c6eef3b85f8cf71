//! From a folder to answers: files, readers, analysis, pack, engine.

#![expect(clippy::unwrap_used, reason = "a folder that cannot be made ends the test")]

use std::path::{Path, PathBuf};

use dateline_builder::build::{self, BuildError, Corpus};
use dateline_builder::progress::Silent;
use dateline_corpus::{EntityKey, Filters, Group};
use dateline_engine::Engine;
use dateline_engine::question::{Ask, Explore, FacetAsk, Scope};
use dateline_engine::view::{Answer, View};
use tempfile::TempDir;

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder
}

fn built(paths: &[PathBuf]) -> Corpus {
    build::corpus(paths, Some("Test"), &Silent).unwrap_or_else(|e| panic!("{e}"))
}

fn explore(pack: &[u8], query: &str) -> View {
    let engine = Engine::open(pack.to_vec()).unwrap_or_else(|e| panic!("{e}"));
    let facets = Group::ALL
        .map(|group| FacetAsk {
            group,
            limit: 100,
            find: String::new(),
        })
        .to_vec();
    let scope = Scope {
        query: query.into(),
        filters: Filters::default(),
    };
    match engine.answer(&Ask::Explore(Explore {
        scope,
        limit: 100,
        facets,
        overview: true,
        ..Explore::default()
    })) {
        Ok(Answer::Explore(view)) => *view,
        other => panic!("{other:?}"),
    }
}

const MARKDOWN: &str = "---\ntitle: Ferries stop\noutlet: Harbour Post\ndate: 2020-03-01\n---\n\nFerries between Norway and \
    Denmark stopped on Sunday. Norway said storms were to blame.\n";
const PLAIN: &str = "Storm over Lisbon\n\nBy Ana Costa\n\nLISBON, March 2, 2020 - A storm crossed Portugal on Monday.\n\n\
    Ships stayed in the harbour.\n";
const LINES: &str = "{\"id\":\"l1\",\"title\":\"Trains run\",\"date\":\"2020-03-03\",\"outlet\":\"Rail\",\"text\":\"Trains in Japan ran.\",\"desk\":\"Asia\"}\n\
    {\"id\":\"l2\",\"title\":\"No trains\",\"outlet\":\"Rail\",\"text\":\"Trains in Chile stood still.\"}\n";

#[test]
fn three_formats_become_one_corpus_that_answers() {
    let folder = folder(&[
        ("a.md", MARKDOWN.as_bytes()),
        ("sub/b.txt", PLAIN.as_bytes()),
        ("c.jsonl", LINES.as_bytes()),
    ]);
    let corpus = built(&[folder.path().to_path_buf()]);
    let view = explore(&corpus.pack, "");
    let titles: Vec<String> = view
        .hits
        .iter()
        .map(|h| h.title.iter().map(|p| p.text.as_str()).collect())
        .collect();
    assert_eq!(
        titles,
        ["Trains run", "Storm over Lisbon", "Ferries stop", "No trains"],
        "newest first, undated last"
    );
    let codes: Vec<&str> = view.countries.iter().map(|c| c.code.as_str()).collect();
    for code in ["NO", "DK", "PT", "JP", "CL"] {
        assert!(codes.contains(&code), "{code} in {codes:?}");
    }
    assert_eq!(explore(&corpus.pack, "trains").total, 2);
    assert_eq!(explore(&corpus.pack, "\"storm crossed\"").total, 1);
    assert_eq!(corpus.listing.items.len(), 4);
}

#[test]
fn a_card_counts_titled_names_and_descriptions_as_names() {
    let folder = folder(&[(
        "a.txt",
        b"Talks begin\n\nU.S. Secretary of State Rex Tillerson arrived on Monday. Tillerson met Japanese Foreign Minister \
        Fumio Kishida.\n\n\"We are ready,\" the top U.S. diplomat said. Kishida smiled; the Japanese minister was glad.\n",
    )]);
    let engine = Engine::open(built(&[folder.path().to_path_buf()]).pack).unwrap();
    for (key, names, as_written, said) in [
        (
            "person:rex-tillerson",
            "Tillerson 1, U.S. Secretary of State Rex Tillerson 1, the top U.S. diplomat 1",
            "Rex Tillerson 1, Tillerson 1, the top U.S. diplomat 0",
            1,
        ),
        (
            "person:fumio-kishida",
            "Japanese Foreign Minister Fumio Kishida 1, Kishida 1, the Japanese minister 1",
            "Fumio Kishida 1, Kishida 1, the Japanese minister 0",
            0,
        ),
        // A country in a title and one in a description are named as before.
        ("country:US", "U.S. 2", "U.S. 0", 0),
    ] {
        let key = EntityKey::parse(key).unwrap();
        let card = engine.card(&key).unwrap().unwrap();
        let print = |names: &[(String, u32)]| {
            let all: Vec<String> = names.iter().map(|(name, n)| format!("{name} {n}")).collect();
            all.join(", ")
        };
        assert_eq!(
            (print(&card.names).as_str(), print(&card.as_written).as_str()),
            (names, as_written)
        );
        let sentences = engine.sentences(&Scope::default(), &key, 0, 100).unwrap().unwrap();
        assert_eq!(
            (card.mentions, card.said.mentions),
            (sentences.lines.len() as u32, said)
        );
        assert_eq!(card.names.iter().map(|name| name.1).sum::<u32>(), card.mentions);
    }
}

#[test]
fn the_same_articles_give_the_same_bytes_in_any_order() {
    let files = [
        ("a.md", MARKDOWN.as_bytes()),
        ("b.txt", PLAIN.as_bytes()),
        ("c.jsonl", LINES.as_bytes()),
    ];
    let one = folder(&files);
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| one.path().join(name)).collect();
    let expected = built(&paths).pack;
    let mut turned = paths.clone();
    for _ in 0..paths.len() {
        turned.rotate_left(1);
        assert!(built(&turned).pack == expected, "{turned:?}");
    }
    turned.reverse();
    assert!(built(&turned).pack == expected, "{turned:?}");
    // Another machine: another folder, written in another order.
    let mut reversed = files;
    reversed.reverse();
    let other = folder(&reversed);
    let all = |dir: &Path| built(&[dir.to_path_buf()]).pack;
    assert!(all(one.path()) == all(other.path()));
}

#[test]
fn every_byte_of_a_folder_may_be_hostile() {
    let long = "wombat Tokyo ".repeat(200_000);
    let folder = folder(&[
        ("good.md", MARKDOWN.as_bytes()),
        ("empty.txt", b""),
        ("nul.txt", b"A title\n\nText with \0 and \x1b[31m and \x08.\n"),
        (
            "latin.txt",
            b"Caf\xe9 in Z\xfcrich\n\nThe caf\xe9 in Z\xfcrich closed on Monday.\n",
        ),
        ("long.txt", long.as_bytes()),
        ("open.md", b"---\ntitle: [unclosed\nThe front matter never ends"),
        (
            "bomb.md",
            b"---\na: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\ntitle: Aliases\n---\n\nText.\n",
        ),
        (
            "broken.jsonl",
            b"{\"title\":\"cut off\n\n{\"id\":\"s\",\"text\":\"lone \\ud800 half\"}\n[1,2]\nnull\n{}\n",
        ),
        ("deep.jsonl", &[b"[".repeat(100_000), b"\n".to_vec()].concat()),
        (
            "names <img src=x onerror=alert(1)>.txt",
            b"A title\n\nText enough to be one.\n",
        ),
    ]);
    let corpus = built(&[folder.path().to_path_buf()]);
    let view = explore(&corpus.pack, "");
    assert!(view.total >= 6, "whatever has text is an article: {}", view.total);
    assert_eq!(explore(&corpus.pack, "wombat").total, 1);
    assert_eq!(
        explore(&corpus.pack, "zurich").total,
        1,
        "Latin-1 is read, and accents are folded"
    );
    for warning in &corpus.warnings {
        assert!(!warning.path.is_empty() && !warning.reason.is_empty(), "{warning:?}");
    }
    let about = |name: &str| corpus.warnings.iter().any(|w| w.path.ends_with(name));
    for name in ["empty.txt", "nul.txt", "broken.jsonl", "latin.txt"] {
        assert!(about(name), "{name} is warned about: {:#?}", corpus.warnings);
    }
    assert!(
        corpus
            .warnings
            .iter()
            .any(|w| w.path.ends_with("broken.jsonl") && w.line == Some(1)),
        "with the line"
    );
}

#[test]
fn a_folder_without_articles_is_an_error_that_says_so() {
    let empty = folder(&[("note.xyz", b"not an article")]);
    match build::corpus(&[empty.path().to_path_buf()], None, &Silent) {
        Err(e @ BuildError::NoArticles { .. }) => assert!(e.to_string().to_lowercase().contains("article"), "{e}"),
        other => panic!("{other:?}"),
    }
}
