//! Reviewing: the list goes on where it ended, says what a button settles, and whoever opens something comes back to it.

use dateline_tests::browser::{Host, Key, Page, Site, browse};

use crate::common::{build_from, open, scratch, truth};

/// A corpus of which more readings are doubtful than are shown at once, most of them of one name.
fn doubtful(page: &Page<'_>, name: &str) -> Host {
    let folder = scratch(name);
    let articles = folder.join("articles");
    std::fs::create_dir_all(&articles).unwrap_or_else(|e| panic!("{e}"));
    let mut text = "Zorvath Quimbly met Nils Brandt in London.\n\n".repeat(70);
    text.push_str(&"Zorvath Quimbly spoke to nobody for the whole of that long and weary day.\n\n".repeat(60));
    std::fs::write(articles.join("a.txt"), text).unwrap_or_else(|e| panic!("{e}"));
    let built = build_from(&articles, &[], &folder.join("built"));
    let host = Site::of(built).open();
    page.open(&host.url("#review=doubts"));
    page.wait_for(".sentences");
    host
}

fn wait_lines(page: &Page<'_>, what: &str, is: &str) {
    page.wait(what, &format!("document.querySelectorAll('.sentences li').length {is}"));
}

#[test]
fn more_comes_behind_what_was_read_and_a_button_says_how_much_it_settles() {
    browse(|page| {
        let _host = doubtful(page, "review more");
        wait_lines(page, "a hundred lines", "=== 100");
        let told = page.text(".sentences:last-of-type .meta");
        let of: u32 = told.split(' ').find_map(|word| word.parse().ok()).unwrap_or_default();
        assert!(told.contains(&format!("{of} readings")), "{told}");
        assert!(told.contains(&format!("All {of} are right")), "{told}");
        page.eval(
            "(() => { const body = document.querySelector('.panel-body'); body.scrollTop = body.scrollHeight })()",
        );
        let top = |css: &str| page.eval(&format!("document.querySelector('{css}').getBoundingClientRect().top"));
        let more = top(".more").as_f64().unwrap_or_default();
        let hundredth = "document.querySelectorAll('.sentences li')[99].getBoundingClientRect().top";
        let last = page.eval(hundredth).as_f64().unwrap_or_default();
        page.click(".more button");
        wait_lines(page, "more lines", "> 100");
        let now = page.eval(hundredth).as_f64().unwrap_or_default();
        assert!((now - last).abs() < 2.0, "the last line stays: {last}, {now}");
        let next = page.eval("document.querySelectorAll('.sentences li')[100].getBoundingClientRect().top");
        let next = next.as_f64().unwrap_or_default();
        assert!(
            (next - more).abs() < 120.0,
            "the next where the button was: {more}, {next}"
        );
    });
}

#[test]
fn who_corrects_from_the_list_comes_back_to_it() {
    browse(|page| {
        let _host = doubtful(page, "review back");
        page.click(".more button");
        wait_lines(page, "more lines", "> 100");
        let all = page.count(".sentences li");
        let marked = page.text(".sentences:last-of-type mark");
        page.eval("[...document.querySelectorAll('.sentences')].at(-1).querySelectorAll('button')[1].click()");
        page.wait_for("details[open] .correct-names");
        assert_eq!(page.text(".correct-names li:first-child q"), marked);
        // A field is left first.
        page.click("details input[type=search]");
        page.key(Key::Escape);
        page.wait("the field left", "document.activeElement?.id === 'panel-title'");
        page.key(Key::Escape);
        wait_lines(page, "the list as it was", &format!("=== {all}"));
        page.click(".sentences .how a");
        page.wait_for("#article-title");
        page.key(Key::Escape);
        wait_lines(page, "the list as it was", &format!("=== {all}"));
    });
}

#[test]
fn a_card_tells_what_is_doubtful_and_lists_it() {
    browse(|page| {
        let doubts = truth().doubts();
        let key = doubts.lines[0].key.clone().unwrap_or_else(|| panic!("whose"));
        let card = truth().card(&key);
        let _host = open(page, &format!("card={key}"));
        let words = if card.doubts == 1 {
            "doubtful reading"
        } else {
            "doubtful readings"
        };
        page.click_text(
            "[role=dialog] .card-actions button",
            &format!("{} {words}", card.doubts),
        );
        wait_lines(page, "its doubtful readings", &format!("=== {}", card.doubts));
        page.wait("the list in the address", "location.hash.includes('review=')");
        assert_eq!(
            page.attributes(".sentences .meta button", "aria-label")[0],
            format!("It is right: {}", card.name)
        );
        page.click(".sentences .meta button");
        page.wait_text(".counted", "There are no doubtful readings here.");
        page.key(Key::Escape);
        page.click("[role=dialog] summary");
        page.wait_for("details[open]");
        let ways = page.texts("details button").join(" ");
        assert!(!ways.contains("It is right"), "{ways}");
        page.click_text("details button", "Not an entity");
        page.wait_gone("[role=dialog]");
        page.eval(&format!("location.hash = '#card={key}'"));
        page.wait_text(
            ".corrected-mark + .corrected-mark",
            &format!("Corrected: {} is not an entity Undo", card.name),
        );
        page.click_text("[role=dialog] button", "Corrections");
        page.wait_for(".corrections");
    });
}
