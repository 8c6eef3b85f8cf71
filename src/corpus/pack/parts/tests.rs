//! Parts say what the pack says that they were made of, want what they miss, and refuse what is not theirs.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::tests::{article, pack_of, sample};
use super::super::{Pack, PackError, Reader, fold_words};
use super::directory::Directory;
use super::{Kind, PartId, Parts, Split, split};
use crate::{Analysis, Article, Entity};

fn split_of(articles: &[(Article, Analysis)]) -> (Pack, Split) {
    let bytes = pack_of(articles);
    (Pack::open(bytes.clone()).unwrap(), split(bytes).unwrap())
}

/// Everything there is, in parts.
fn whole(split: &Split) -> Parts {
    let mut parts = Parts::open(&split.start).unwrap();
    for (name, bytes) in &split.parts {
        parts.supply(name, bytes).unwrap();
    }
    parts
}

/// Holds parts to the pack.
fn compare(pack: &Pack, parts: &Parts) {
    assert_eq!((parts.title(), parts.outlets()), (pack.title(), pack.outlets()));
    assert_eq!(parts.terms(), pack.words().len());
    let mut postings = vec![Vec::new(); pack.words().len() as usize];
    for ix in 0..pack.len() {
        let (mut title, mut body) = (0, 0);
        pack.each_term(ix, |term, in_title| {
            let at = if in_title { &mut title } else { &mut body };
            postings[term as usize].push((ix, in_title, *at));
            *at += 1;
        })
        .unwrap();
    }
    for at in 0..parts.terms() {
        let term = pack.words().term(at);
        assert_eq!(
            (parts.position(term), parts.position_if_here(term)),
            (Some(at), Some(at))
        );
        assert_eq!(parts.with_prefix(term), pack.words().with_prefix(term));
        let mut found = Vec::new();
        parts
            .each_posting(at, &mut |ix, title, body| {
                found.extend(title.iter().map(|at| (ix, true, *at)));
                found.extend(body.iter().map(|at| (ix, false, *at)));
            })
            .unwrap();
        assert_eq!(found, postings[at as usize], "{term}");
    }
    assert_eq!(parts.position("zzzz no term"), None);
    let entities = pack.entities().to_vec();
    assert_eq!(parts.entities() as usize, entities.len());
    let mut of_value = vec![Vec::new(); entities.len()];
    let (mut by, mut about) = (
        vec![BTreeMap::new(); entities.len()],
        vec![BTreeMap::new(); entities.len()],
    );
    for ix in 0..pack.len() {
        let record = pack.article(ix).unwrap();
        let texts = pack.texts(&record).unwrap();
        let (article, short) = (parts.article(ix).unwrap(), &parts.rows()[ix as usize]);
        assert_eq!((&article.title, &article.body), (&texts.title.text, &texts.body.text));
        assert_eq!(article.fields[0], record.id);
        assert_eq!(parts.languages()[short.language as usize], record.language);
        assert_eq!((short.date, short.outlet), (pack.date(ix), pack.outlet(ix)));
        assert_eq!(article.focus, record.focus);
        assert!(
            article
                .extra
                .iter()
                .map(|(k, v)| (k.as_str(), v.as_str()))
                .eq(record.extra)
        );
        assert_eq!(parts.article_by_id(record.id), Some(ix));
        let mentions = pack.mentions(ix).unwrap();
        assert_eq!(article.mentions, mentions);
        let quotations = pack.quotations(ix, &mentions).unwrap();
        assert_eq!(article.quotations, quotations);
        for quotation in &quotations {
            let speaker = quotation.entity.into_iter();
            speaker.for_each(|at| *by[at as usize].entry(ix).or_default() += 1);
            let named = quotation.about(&texts.body.text, &mentions).into_iter();
            named.for_each(|at| *about[at as usize].entry(ix).or_default() += 1);
        }
        let doubtful = mentions.iter().filter(|m| m.doubt.is_some());
        assert_eq!(short.doubts as usize, doubtful.count());
        let values = parts.values_of(ix);
        assert_eq!(values.iter().map(|v| v.1).sum::<u32>() as usize, mentions.len());
        values
            .iter()
            .for_each(|(value, n)| of_value[*value as usize].push((ix, *n)));
    }
    for (entity, at) in entities.iter().zip(0..) {
        let value = parts.value(at).unwrap();
        assert_eq!((&value.entity, parts.entity(&entity.key)), (entity, Some(at)));
        let lists = parts.lists_of(at).unwrap();
        let (articles, names) = (lists.articles, lists.names);
        assert!(lists.quoted.by.into_iter().eq(by[at as usize].clone()));
        assert!(lists.quoted.about.into_iter().eq(about[at as usize].clone()));
        assert_eq!(articles, of_value[at as usize]);
        let mentions = articles.iter().map(|a| a.1).sum::<u32>();
        assert_eq!(parts.counts()[at as usize], (articles.len() as u32, mentions));
        assert_eq!(mentions, names.iter().map(|n| n.1).sum::<u32>());
    }
    assert_eq!(parts.world(), Some(pack.world()));
    compare_keyed(pack, parts);
}

/// Holds to the pack what is found by how it begins.
fn compare_keyed(pack: &Pack, parts: &Parts) {
    let begun = |kind, beginning: &str| {
        let mut found = Vec::new();
        parts.each_beginning(kind, beginning, &mut |key, number| found.push((key.to_owned(), number)));
        found
    };
    let words = (0..parts.terms()).map(|at| (pack.words().term(at).to_owned(), parts.term(at).unwrap().articles));
    let words: Vec<_> = words.filter(|(word, _)| word.chars().count() >= 3).collect();
    assert_eq!(begun(Kind::Beginnings, ""), words);
    let reversed = |word: &str| word.chars().rev().collect::<String>();
    let mut ends: Vec<_> = words.iter().map(|(word, n)| (reversed(word), *n)).collect();
    ends.sort();
    assert_eq!(begun(Kind::Ends, ""), ends);
    let mut called = Vec::new();
    let folded = |entity: &Entity| {
        let mut folded = String::new();
        fold_words(&entity.name, &mut folded);
        folded
    };
    let own = pack.entities().to_vec();
    let own = own.iter().map(folded).zip(0..);
    for (name, at) in own.chain(pack.aliases().iter().map(|(alias, at)| (alias.to_owned(), at))) {
        called.extend(
            name.match_indices(' ')
                .map(|(space, _)| (name[space + 1..].to_owned(), at)),
        );
    }
    called.sort();
    called.dedup();
    assert_eq!(begun(Kind::Called, ""), called);
    let mut titles = Vec::new();
    for ix in 0..pack.len() {
        let mut title = |term, in_title| {
            if in_title {
                titles.push((pack.words().term(term).to_owned(), ix));
            }
        };
        pack.each_term(ix, &mut title).unwrap();
    }
    titles.sort();
    titles.dedup();
    assert_eq!(begun(Kind::Titles, ""), titles);
    for (kind, all) in [
        (Kind::Beginnings, words),
        (Kind::Ends, ends),
        (Kind::Called, called),
        (Kind::Titles, titles),
    ] {
        for (key, _) in all.iter().step_by(all.len() / 300 + 1) {
            for (end, _) in key.char_indices().skip(1).take(4).chain([(key.len(), ' ')]) {
                let beginning = &key[..end];
                let expected = all.iter().filter(|(key, _)| key.starts_with(beginning)).cloned();
                assert_eq!(begun(kind, beginning), expected.collect::<Vec<_>>(), "{beginning}");
            }
        }
        assert!(begun(kind, "zzzz no key").is_empty());
    }
}

#[test]
fn parts_say_what_their_pack_says() {
    let (pack, split) = split_of(&sample());
    compare(&pack, &whole(&split));
    let (pack, split) = split_of(&[]);
    compare(&pack, &whole(&split));
}

#[test]
fn the_parts_of_many_articles_are_larger_and_say_the_same() {
    let articles: Vec<_> = (0..50_001)
        .map(|i| article(&format!("id {i}"), None, "Title", &format!("A body{}.", i % 5000)))
        .collect();
    let (pack, split) = split_of(&articles);
    let of_articles = split.parts.iter().filter(|(name, _)| name.starts_with('a'));
    assert_eq!(of_articles.count(), 50_001 / 3);
    compare(&pack, &whole(&split));
}

#[test]
fn what_is_missing_is_wanted_and_then_there() {
    let (_, split) = split_of(&sample());
    let mut parts = Parts::open(&split.start).unwrap();
    assert!(!parts.is_wanting());
    assert_eq!(parts.position("tokyo"), None);
    let wanted = parts.wanted();
    assert_eq!((wanted.len(), parts.is_wanting()), (1, false));
    let bytes = &split.parts.iter().find(|p| p.0 == wanted[0]).unwrap().1;
    parts.supply(&wanted[0], bytes).unwrap();
    assert!(parts.position("tokyo").is_some() && parts.wanted().is_empty());
    assert_eq!(parts.all(), split.parts.iter().map(|p| p.0.clone()).collect::<Vec<_>>());
}

#[test]
fn every_other_byte_is_refused() {
    let (_, split) = split_of(&sample());
    let mut parts = Parts::open(&split.start).unwrap();
    for (name, bytes) in &split.parts {
        for at in 0..bytes.len() {
            let mut bytes = bytes.clone();
            bytes[at] ^= 1;
            assert!(
                matches!(parts.supply(name, &bytes), Err(PackError::Damaged { .. })),
                "{name}"
            );
            assert!(parts.supply(name, &bytes[..at]).is_err(), "{name} cut at {at}");
        }
    }
    for name in [
        "",
        "t",
        "t0-",
        "t0-00000000",
        "x0-1",
        "t999-1",
        "../t0-1",
        "t0-00000000\u{e9}",
    ] {
        assert!(parts.supply(name, &[]).is_err(), "{name}");
    }
    for at in 0..split.start.len() {
        let mut start = split.start.clone();
        start[at] ^= 0x10;
        assert!(Parts::open(&start).is_err(), "byte {at}");
        assert!(Parts::open(&split.start[..at]).is_err(), "cut at {at}");
    }
}

#[test]
fn names_of_files_are_read_back() {
    let mut directory = Directory::default();
    directory.checksums[Kind::Lists as usize] = vec![1, 0xdead_beef];
    let part = PartId {
        kind: Kind::Lists,
        number: 1,
    };
    assert_eq!(directory.name(part).as_deref(), Some("l1-deadbeef"));
    assert_eq!(directory.part("l1-deadbeef"), Some(part));
    assert_eq!(directory.part("l1-deadbeee"), None);
    let mut out = Vec::new();
    directory.write(&mut out);
    let back = Directory::read(&mut Reader::new(&out, 0, "PART")).unwrap();
    assert_eq!(back.checksums, directory.checksums);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Any texts, enough of them for several parts of a kind.
    #[test]
    fn any_texts_come_back(texts in prop::collection::vec("(\\PC|[a-z]{1,3} |Tokyo |é|\0|\n\n|’s ){0,80}", 1..12)) {
        let articles: Vec<_> = texts
            .iter()
            .enumerate()
            .map(|(i, text)| article(&format!("id {i}"), None, &text.chars().take(20).collect::<String>(), text))
            .collect();
        let (pack, split) = split_of(&articles);
        compare(&pack, &whole(&split));
    }

    /// A part whose checksum fits although its bytes do not.
    #[test]
    fn forged_parts_are_read_or_refused(at in any::<prop::sample::Index>(), change in 1u8.., which in any::<prop::sample::Index>()) {
        let (_, split) = split_of(&sample());
        let mut parts = whole(&split);
        let (name, bytes) = &split.parts[which.index(split.parts.len())];
        let mut bytes = bytes.clone();
        let at = at.index(bytes.len());
        bytes[at] ^= change;
        parts.supply_forged(name, &bytes);
        for at in 0..parts.terms() {
            let _ = parts.each_posting(at, &mut |_, _, _| {});
        }
        for at in 0..parts.entities() {
            let _ = parts.lists_of(at);
        }
        for ix in 0..parts.rows().len() as u32 {
            let _ = (parts.article(ix), parts.values_of(ix));
        }
    }
}
