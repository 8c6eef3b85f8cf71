//! Searching as a reader does: key by key.

use std::collections::BTreeSet;

use dateline_corpus::{Filters, Sort};
use dateline_engine::view::Met;
use dateline_tests::browser::{Key, Site, browse};
use serde_json::json;

use crate::common::{expect_list, ids, listed, open, plain, site, title_words, truth};

#[test]
fn typing_lists_what_the_engine_finds_with_its_matches_marked() {
    browse(|page| {
        let _host = open(page, "");
        expect_list(page, "", &truth().all());
        for word in title_words() {
            page.search(&word);
            expect_list(page, &word, &truth().explore(&word, Filters::default()));
        }
    });
}

#[test]
fn the_beginning_of_a_word_finds_it_while_it_is_typed() {
    browse(|page| {
        let _host = open(page, "");
        let word = &title_words()[0];
        page.click("#q");
        for end in 1..=word.len() {
            page.type_text(&word[end - 1..end]);
            expect_list(page, &word[..end], &truth().explore(&word[..end], Filters::default()));
        }
    });
}

#[test]
fn a_quoted_phrase_finds_only_the_phrase() {
    browse(|page| {
        let _host = open(page, "");
        let titles: Vec<String> = truth().all().hits.iter().map(|hit| plain(&hit.title)).collect();
        let pair = |title: &String| {
            let words: Vec<&str> = title.split(' ').collect();
            let plain = |word: &str| word.len() > 2 && word.chars().all(|c| c.is_ascii_alphabetic());
            words
                .windows(2)
                .find(|w| plain(w[0]) && plain(w[1]))
                .map(|w| format!("\"{} {}\"", w[0], w[1]))
        };
        let phrases: Vec<String> = titles.iter().filter_map(pair).collect();
        assert!(
            !phrases.is_empty(),
            "the bundled titles have two plain words side by side: {titles:?}"
        );
        for phrase in phrases {
            page.search(&phrase);
            let view = truth().explore(&phrase, Filters::default());
            assert!(view.total > 0, "{phrase} stands in a title");
            expect_list(page, &phrase, &view);
        }
        // The same words the other way round are no phrase of any article, unless the engine says so too.
        page.search("\"of the by for\"");
        expect_list(
            page,
            "\"of the by for\"",
            &truth().explore("\"of the by for\"", Filters::default()),
        );
    });
}

/// Two words that are in the corpus and in no article together.
fn words_apart() -> String {
    let hits = truth().all().hits;
    let words = |id: &str| -> BTreeSet<String> {
        let article = truth().article(id, "");
        let text: String = article
            .paragraphs
            .iter()
            .flatten()
            .map(|run| run.text.as_str())
            .collect();
        text.split(|c: char| !c.is_ascii_alphabetic())
            .filter(|w| w.len() > 5)
            .map(str::to_lowercase)
            .collect()
    };
    let (first, last) = (words(&hits[0].id), words(&hits[hits.len() - 1].id));
    let pairs = first
        .difference(&last)
        .flat_map(|a| last.difference(&first).map(move |b| format!("{a} {b}")));
    let mut apart = pairs.filter(|query| truth().explore(query, Filters::default()).met == Met::Some);
    apart
        .next()
        .expect("the first and the last article differ in their words")
}

#[test]
fn words_that_no_article_has_together_find_those_with_some_and_the_page_says_so() {
    browse(|page| {
        let query = words_apart();
        let _host = open(page, "");
        page.search(&query);
        expect_list(page, &query, &truth().explore(&query, Filters::default()));
        assert!(
            page.texts(".results .note")
                .iter()
                .any(|note| note.contains("No article has all of these words"))
        );
    });
}

#[test]
fn nothing_found_is_said_with_a_way_out() {
    browse(|page| {
        let _host = open(page, "");
        page.search("zqxjvkw");
        // The word's beginnings find nothing either: the answer to the last letter is waited for.
        page.wait(
            "the missing word is named",
            "[...document.querySelectorAll('.results .note')].some(n => n.textContent.includes('zqxjvkw'))",
        );
        page.wait_for(".empty");
        assert_eq!(truth().explore("zqxjvkw", Filters::default()).total, 0);
        assert!(
            page.text(".empty-title").contains("No article has any of these words"),
            "{}",
            page.text(".empty")
        );
        page.click_text(".empty button", "Clear all");
        expect_list(page, "", &truth().all());
        assert_eq!(page.eval("document.querySelector('#q').value"), "");
    });
}

#[test]
fn the_number_of_results_is_announced_politely() {
    browse(|page| {
        let _host = open(page, "");
        let word = &title_words()[0];
        page.search(word);
        let total = truth().explore(word, Filters::default()).total;
        let said = format!("{total} result{} for {word}", if total == 1 { "" } else { "s" });
        page.wait_text("[role=status][aria-live=polite]", &said);
    });
}

#[test]
fn the_list_is_sorted_as_asked() {
    browse(|page| {
        let _host = open(page, "");
        for (word, sort) in [("oldest", Sort::Oldest), ("newest", Sort::Newest)] {
            page.call(
                "const s = document.querySelector('#sort'); s.value = arguments[0]; \
                 s.dispatchEvent(new Event('change', { bubbles: true }))",
                vec![json!(word)],
            );
            let view = truth().sorted(sort);
            page.wait(
                &format!("the {word} first"),
                &format!(
                    "document.querySelector('.results .hit-link')?.dataset.id === {}",
                    json!(view.hits[0].id)
                ),
            );
            assert_eq!(listed(page), ids(&view.hits));
        }
    });
}

#[test]
fn clearing_the_box_brings_all_articles_back() {
    browse(|page| {
        let _host = open(page, "");
        let word = &title_words()[0];
        page.search(word);
        expect_list(page, word, &truth().explore(word, Filters::default()));
        page.click("button.clear-search");
        expect_list(page, "", &truth().all());
        page.search(word);
        page.wait_for(".chip-words");
        for _ in 0..word.len() {
            page.key(Key::Backspace);
        }
        expect_list(page, "", &truth().all());
    });
}

#[test]
fn what_is_typed_before_the_page_lives_is_searched_for() {
    browse(|page| {
        let word = &title_words()[0];
        let host = Site::of(site()).held(".wasm").open();
        page.goto(&host.url(""));
        page.click("#q");
        page.type_text(word);
        assert!(!page.has("#app[data-state=ready]"), "the program is still on its way");
        host.release();
        page.ready();
        expect_list(page, word, &truth().explore(word, Filters::default()));
        assert_eq!(
            page.eval("document.activeElement?.id"),
            "q",
            "the focus stays in the box"
        );
    });
}

#[test]
fn a_query_in_the_language_is_shown_as_it_was_understood() {
    browse(|page| {
        let _host = open(page, "");
        let word = &title_words()[0];
        for query in [
            format!("{word} OR zqxjvkw -tokyo "),
            "country:japan after:2017-03 ".into(),
            format!("title:{word} "),
        ] {
            let view = truth().explore(&query, Filters::default());
            page.search(&query);
            expect_list(page, &query, &view);
            let understood = page.texts(".understood code");
            let said = understood.first().map_or("", String::as_str);
            assert!(
                said == view.understood.trim() || said.is_empty() && view.understood.trim() == query.trim(),
                "{query}: {said}"
            );
        }
        page.search("zqx OR ) tokyo");
        page.wait_for(".note.mistake");
        let marked = page.texts(".note.mistake mark");
        assert!(marked.iter().any(|m| m == ")"), "the mistake in its place: {marked:?}");
    });
}

#[test]
fn a_misspelt_word_is_forgiven_and_can_be_insisted_on() {
    browse(|page| {
        let _host = open(page, "");
        let word = title_words()
            .into_iter()
            .find(|w| w.len() > 5)
            .expect("a long word in a title");
        let mut letters: Vec<char> = word.chars().collect();
        let unlike = (1..letters.len() - 1).find(|i| letters[*i] != letters[i + 1]);
        let at = unlike.expect("two letters that are not the same");
        letters.swap(at, at + 1);
        let typed: String = letters.iter().chain([&' ']).collect();
        let view = truth().explore(&typed, Filters::default());
        assert_eq!(view.corrections.len(), 1, "{typed} is no word of the corpus");
        page.search(&typed);
        expect_list(page, &typed, &view);
        assert!(page.text(".note.corrected").contains(&view.corrections[0].used));
        page.click(".note.corrected button");
        let literal = truth().explore(&view.instead, Filters::default());
        expect_list(page, &view.instead, &literal);
        let now = page.eval("document.querySelector('#q').value");
        assert_eq!(now.as_str().unwrap_or_default().trim(), view.instead.trim());
    });
}
