//! Under the box: how the word being typed may go on.

use dateline_corpus::{Filters, Pick};
use dateline_engine::view::Suggestions;
use dateline_tests::browser::{Key, Page, browse};

use crate::common::{counted, expect_list, joined, open, plain, title_words, truth};

/// Suggestions of each kind that the page asks for.
const EACH: u32 = 3;

/// A beginning with a word, a name and a title to go on with.
fn beginning() -> (String, Suggestions) {
    let names = truth().all().hits;
    let titles = names.iter().map(|hit| plain(&hit.title).to_lowercase());
    let words: Vec<String> = titles
        .flat_map(|title| title.split(' ').map(str::to_owned).collect::<Vec<_>>())
        .filter(|word| word.len() > 4 && word.chars().all(|c| c.is_ascii_alphabetic()))
        .collect();
    words
        .iter()
        .map(|word| word[..4].to_owned())
        .map(|begun| (begun.clone(), truth().suggest(&begun, EACH)))
        .find(|(_, all)| !all.terms.is_empty() && !all.entities.is_empty() && !all.titles.is_empty())
        .expect("a beginning of a word, a name and a title in the bundled corpus")
}

/// What each suggestion says, in order.
fn said(all: &Suggestions) -> Vec<String> {
    let with = |text: String, n: u32| joined(&format!("{text} {}", counted(n, "article")));
    let terms = all.terms.iter().map(|t| with(t.text.clone(), t.articles));
    let names = all
        .entities
        .iter()
        .map(|e| with(format!("{} {}", e.group.word(), e.name), e.articles));
    let titles = all.titles.iter().map(|t| format!("Article {}", plain(&t.title)));
    terms.chain(names).chain(titles).collect()
}

/// Waits for these suggestions; the visible figure and its hidden noun read as one.
#[track_caller]
fn expect(page: &Page<'_>, all: &Suggestions) {
    let wanted = serde_json::json!(said(all));
    page.wait(
        &format!("the suggestions {wanted}"),
        &format!(
            "JSON.stringify([...document.querySelectorAll('.suggestions .suggestion')].map(s => s.textContent.replace(/\\s+/g, ' ').trim())) === JSON.stringify({wanted})"
        ),
    );
}

#[test]
fn whoever_types_is_told_words_names_and_titles_with_their_counts() {
    browse(|page| {
        let _host = open(page, "");
        assert!(!page.has(".suggestions"), "nothing is typed yet");
        let (begun, all) = beginning();
        page.search(&begun);
        expect(page, &all);
        page.search(&format!("{begun} "));
        page.wait_gone(".suggestion");
        page.search("");
        page.wait_gone(".suggestions");
    });
}

#[test]
fn a_word_completes_the_query_and_the_box_keeps_the_focus() {
    browse(|page| {
        let _host = open(page, "");
        let (begun, all) = beginning();
        let query = &all.terms[0].query;
        page.search(&begun);
        expect(page, &all);
        page.click(".suggestions button");
        expect_list(page, query, &truth().explore(query, Filters::default()));
        page.wait("the focus in the box", "document.activeElement.id === 'q'");
        page.type_text("x");
        let more = format!("{query}x");
        assert!(
            page.eval("document.querySelector('#q').value") == more.as_str(),
            "the caret is at the end"
        );
    });
}

#[test]
fn a_name_becomes_a_filter_in_place_of_the_word_by_keys_alone() {
    browse(|page| {
        let _host = open(page, "");
        let (begun, _) = beginning();
        let first = title_words()
            .into_iter()
            .find(|word| !truth().suggest(&format!("{word} {begun}"), EACH).entities.is_empty())
            .expect("a word beside which a name is suggested");
        let query = format!("{first} {begun}");
        let beside = truth().suggest(&query, EACH);
        page.search(&query);
        expect(page, &beside);
        let entity = &beside.entities[0];
        // From the box to its cross, the theme's choices, then the suggestions.
        let name = format!(
            "document.activeElement.matches('.suggestion') && document.activeElement.textContent.includes({})",
            serde_json::json!(entity.name)
        );
        for _ in 0..3 + beside.terms.len() + 1 {
            if page.eval(&name) == true {
                break;
            }
            page.key(Key::Tab);
        }
        assert!(page.eval(&name) == true, "Tab reaches {}", entity.name);
        page.key(Key::Enter);
        let mut filters = Filters::default();
        filters.toggle(Pick {
            group: entity.group,
            key: entity.key.clone(),
            exclude: false,
        });
        let left = format!("{first} ");
        expect_list(page, &left, &truth().explore(&left, filters));
        assert_eq!(
            page.count(".chips .chip"),
            2,
            "a chip for the words and one for the name"
        );
        page.back();
        expect_list(page, &query, &truth().explore(&query, Filters::default()));
    });
}

#[test]
fn a_title_opens_its_article() {
    browse(|page| {
        let _host = open(page, "");
        let (begun, all) = beginning();
        page.search(&begun);
        expect(page, &all);
        page.click(".suggestions a");
        page.wait_text("#article-title", &plain(&all.titles[0].title));
    });
}
