//! One mention, or those of one article, are put right apart from others that are written alike.

use dateline_corpus::EntityKey;
use dateline_corpus::corrections::{Correction, Written, print};
use dateline_tests::browser::{Page, browse};
use serde_json::json;

use crate::common::{counted, open, truth};
use crate::corrections::{corrected, exported, is_same, person, two, wait_listed};

/// What an article writes more than once for an entity, and the bytes of its text at which that begins.
fn alike(key: &EntityKey) -> (Written, Vec<u32>) {
    for hit in truth().all().hits {
        let article = truth().article(&hit.id, "");
        let mut found: Vec<(String, u32)> = Vec::new();
        let mut at = 0;
        for paragraph in &article.paragraphs {
            for run in paragraph {
                let whose = run.entities.first().map(|i| &article.entities[*i as usize].key);
                if run.starts && whose == Some(key) {
                    found.push((run.text.clone(), at));
                }
                at += run.text.len() as u32;
            }
            at += "\n\n".len() as u32;
        }
        for (name, _) in &found {
            let places: Vec<u32> = found
                .iter()
                .filter(|(other, _)| other == name)
                .map(|(_, at)| *at)
                .collect();
            if places.len() > 1 {
                let only = Written {
                    name: name.clone(),
                    article: hit.id,
                    at: Some(places[1]),
                };
                return (only, places);
            }
        }
    }
    panic!("no article writes a name of {key} twice");
}

/// Opens the card from the second of the mentions in their article, and the ways to correct it.
fn open_second(page: &Page<'_>, key: &EntityKey, only: &Written) {
    let second = format!(
        "[...document.querySelectorAll('.mention[data-key=\"{key}\"]')].filter(e => e.textContent === {})[1]",
        json!(only.name)
    );
    page.wait("the second mention", &second);
    page.eval(&format!("{second}.click()"));
    page.click("[role=dialog] summary");
    page.wait_for("details[open] select");
}

/// Chooses what is meant, by its place in the list.
fn mean(page: &Page<'_>, choice: u32) {
    page.eval(&format!(
        "(() => {{ const select = document.querySelector('details select'); select.selectedIndex = {choice}; \
         select.dispatchEvent(new Event('change', {{ bubbles: true }})) }})()"
    ));
    page.wait_gone("details form.correct-row");
    assert_eq!(page.count(".correct-names li"), 1, "only what is meant");
}

fn wait_mentions(page: &Page<'_>, mentions: u32) {
    let mentions = counted(mentions, "mention");
    page.wait(
        &mentions,
        &format!("document.querySelector('.card-actions')?.textContent.includes('{mentions}')"),
    );
}

#[test]
fn one_mention_is_split_off_and_says_where_it_was() {
    browse(|page| {
        let key = person(&two().0);
        let (only, _) = alike(&key);
        let _host = open(page, &format!("article={}", only.article));
        open_second(page, &key, &only);
        mean(page, 2);
        page.click_text("details button", "Split off");
        wait_mentions(page, truth().card(&key).mentions - 1);
        // It is another's by now, and no longer what the card is about.
        page.wait_gone(".correct select");
        page.eval("location.hash = '#panel=corrections'");
        wait_listed(page, 1);
        let file = exported(page);
        let lines: Vec<Correction> = dateline_corpus::corrections::parse(&file).corrections;
        let [
            Correction::Split {
                from, only: told, into, ..
            },
        ] = lines.as_slice()
        else {
            panic!("{file}");
        };
        assert_eq!((from, told), (&key, &only));
        assert_eq!(corrected(&file).card(into).mentions, 1);
        assert!(page.text(".corrections > li").contains("in one place"));
        page.click_text(".corrections > li a", "Article");
        page.wait_for("#article-title");
        page.wait_for(&format!(".mention[data-key=\"{into}\"]"));
    });
}

#[test]
fn what_an_article_writes_so_becomes_another_s() {
    browse(|page| {
        let (first, second) = two();
        let (key, other) = (person(&first), person(&second));
        let (only, places) = alike(&key);
        let _host = open(page, &format!("article={}", only.article));
        open_second(page, &key, &only);
        mean(page, 1);
        is_same(page, &second);
        let line = print(&[Correction::Split {
            from: key.clone(),
            only: Written { at: None, ..only },
            into: other.clone(),
            called: String::new(),
        }]);
        let expected = corrected(&line);
        wait_mentions(page, expected.card(&key).mentions);
        assert!(expected.card(&key).mentions + places.len() as u32 <= truth().card(&key).mentions);
        page.eval(&format!("location.hash = '#card={other}'"));
        wait_mentions(page, expected.card(&other).mentions);
    });
}
