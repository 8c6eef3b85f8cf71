//! What a card says of an entity, and what is doubtful: every count opens its list.

use dateline_corpus::{EntityKey, Filters, Group};
use dateline_engine::question::Quoting;
use dateline_engine::view::Member;
use dateline_tests::browser::{Host, Key, Page, Site, browse};

use crate::common::{build, counted, expect_both, joined, open, plain, scratch, truth};

/// Opens the card of the person named in most articles.
#[track_caller]
fn card(page: &Page<'_>) -> (Host, EntityKey) {
    let all = truth().all();
    let people = all.facets.iter().find(|f| f.group == Group::Person);
    let slug = &people.expect("people").values[0].key;
    let key = EntityKey::parse(&format!("person:{slug}")).expect("a key");
    let host = open(page, &format!("card={key}"));
    page.wait_text("#panel-title", &joined(&truth().card(&key).name));
    (host, key)
}

/// The words of a list as they are shown.
fn lines(companions: &[Member]) -> Vec<String> {
    let line = |c: &Member| format!("{}{}", joined(&c.name), counted(c.articles, "article"));
    companions.iter().map(line).collect()
}

#[test]
fn a_card_says_with_whom_where_and_when() {
    browse(|page| {
        let (_host, key) = card(page);
        let card = truth().card(&key);
        let texts = |section: &str| page.texts(&format!("[aria-labelledby={section}] li"));
        assert_eq!(texts("card-with"), lines(&card.companions));
        assert_eq!(texts("card-places"), lines(&card.places));
        assert_eq!(texts("card-where").len(), card.countries.len());
        // Ten of each are seen at once.
        let folded = page.count("[aria-labelledby=card-with] details li");
        assert_eq!(folded, card.companions.len().saturating_sub(10));
        let bars = page.attributes(".days .day", "aria-label");
        assert_eq!(
            bars.len(),
            card.timeline.days.len(),
            "a bar for each day that has mentions: {bars:?}"
        );
        let (day, mentions) = card.timeline.days[0];
        assert_eq!(bars[0], format!("{}: {}", day.in_words(), counted(mentions, "mention")));
    });
}

#[test]
fn each_name_on_a_card_lists_the_mentions_it_was_counted_from() {
    browse(|page| {
        let (_host, key) = card(page);
        let names = truth().card(&key).names;
        assert!(names.len() > 1, "a person with more than one name: {names:?}");
        for (n, (called, times)) in names.iter().enumerate() {
            let row = format!("[aria-labelledby=card-names] li:nth-child({})", n + 1);
            assert_eq!(page.text(&row), format!("{}{times}×", joined(called)));
            page.click(&format!("{row} button"));
            // The list of the name before may stand there until this one is answered.
            let all = format!("document.querySelectorAll('[role=dialog] .sentences mark').length === {times}");
            page.wait(&format!("the mentions by {called}"), &all);
            let marked = page.texts("[role=dialog] .sentences mark");
            // A title before the name belongs to what was counted, and not to what is marked.
            assert!(
                marked.iter().all(|words| called.ends_with(words.as_str())),
                "{called}: {marked:?}"
            );
            page.wait("the list in the address", "location.hash.includes('called=')");
            page.key(Key::Escape);
            page.wait_for("[aria-labelledby=card-names]");
        }
    });
}

#[test]
fn a_companion_opens_the_mentions_of_both_in_as_many_articles_as_the_card_says() {
    browse(|page| {
        let (_host, key) = card(page);
        let companions = truth().card(&key).companions;
        for (other, at) in companions.iter().zip(1..).take(2) {
            page.click(&format!("[aria-labelledby=card-with] li:nth-child({at}) button"));
            let both = truth().both(&key, &other.key);
            expect_both(page, &both, other.articles);
            // The search is as it was, and the card comes back.
            page.wait(
                "the list in the address",
                &format!("location.hash.includes('all-sentences={key},{}')", other.key),
            );
            assert_eq!(page.text("#results-title"), counted(truth().all().total, "article"));
            page.key(Key::Escape);
            page.wait_for("[aria-labelledby=card-with]");
        }
    });
}

#[test]
fn a_bar_opens_the_mentions_of_its_days() {
    browse(|page| {
        let (_host, key) = card(page);
        let (day, mentions) = truth().card(&key).timeline.days[1];
        // By keyboard: one stop, then an arrow.
        page.eval("document.querySelector('.days [tabindex=\"0\"]').focus()");
        page.key(Key::Right);
        page.wait("the second bar", "document.activeElement.dataset.stop === '1'");
        page.key(Key::Enter);
        page.wait_for("[role=dialog] .sentences");
        assert_eq!(page.count("[role=dialog] .sentences li"), mentions as usize);
        let counted = page.text("[role=dialog] .counted");
        assert!(counted.contains(&day.in_words()), "{counted}");
        page.wait(
            "the days in the address",
            &format!("location.hash.includes('sentences-of={key},{day},{day}')"),
        );
        page.key(Key::Escape);
        page.wait_for(".days");
    });
}

#[test]
fn mentions_and_articles_without_a_date_are_opened_too() {
    browse(|page| {
        let scratch = scratch("undated");
        let dated: &[u8] = b"---\ndate: 2017-03-16\n---\nRex Tillerson spoke in Tokyo. Tillerson left.\n";
        let undated: &[u8] = b"Rex Tillerson spoke in Seoul. Tillerson left Seoul for Beijing.\n";
        let site = build(
            &scratch,
            &[("a.md", dated), ("b.md", undated), ("c.md", b"Nobody came.\n")],
            "site",
        );
        let host = Site::of(site).open();
        page.open(&host.url("#card=person:rex-tillerson"));
        page.click_text("[aria-labelledby=card-days] .rest button", "2 mentions without a date");
        page.wait_text(
            "[role=dialog] .counted",
            "2 mentions in 1 article without a date. Each line is one mention.",
        );
        assert_eq!(page.count("[role=dialog] .sentences li"), 2);
        page.wait(
            "the list in the address",
            "location.hash.includes('sentences-of=person:rex-tillerson,,')",
        );
        // A place that is named without a date only has no bars, and says so.
        page.open(&host.url("#card=place:seoul-kr"));
        page.click_text("[role=dialog] .rest button", "2 mentions without a date");
        page.wait_text(
            "[role=dialog] .counted",
            "2 mentions in 1 article without a date. Each line is one mention.",
        );
        page.open(&host.url(""));
        page.click_text(".timeline-note button", "2 articles without a date");
        page.wait(
            "both articles",
            "document.querySelector('#results-title').textContent.startsWith('2 ')",
        );
        assert_eq!(page.eval("document.querySelector('#q').value"), "on:none ");
    });
}

#[test]
fn quotations_by_and_about_are_counted_listed_and_addressed() {
    browse(|page| {
        let (_host, key) = card(page);
        for (section, quoting, address) in [
            ("card-said", Quoting::By, "said-by"),
            ("card-told", Quoting::About, "said-of"),
        ] {
            let all = truth().quotations(&key, quoting);
            let heading = page.text(&format!("[aria-labelledby={section}] h3"));
            assert!(heading.starts_with(&counted(all.mentions, "quotation")), "{heading}");
            page.click(&format!("[aria-labelledby={section}] > button"));
            page.wait_for("[role=dialog] .sentences .quotation");
            let quoted = page.texts("[role=dialog] .sentences .quotation mark");
            let wanted: Vec<String> = all
                .lines
                .iter()
                .map(|line| plain(&line.pieces.iter().filter(|p| p.matched).cloned().collect::<Vec<_>>()))
                .collect();
            assert_eq!(quoted, wanted);
            page.wait(
                "the list in the address",
                &format!("location.hash.includes('{address}=')"),
            );
            page.key(Key::Escape);
            page.wait_for("[aria-labelledby=card-names]");
        }
    });
}

#[test]
fn doubtful_readings_are_marked_where_they_are_read_and_listed_for_review() {
    browse(|page| {
        let doubts = truth().doubts();
        assert!(doubts.mentions > 0, "the bundled articles leave something in doubt");
        let _host = open(page, "");
        page.click_text(
            ".review button",
            &format!("Review {}", counted(doubts.mentions, "doubtful reading")),
        );
        page.wait_for("[role=dialog] .sentences");
        assert_eq!(page.count("[role=dialog] .sentences li"), doubts.mentions as usize);
        let marked = page.texts("[role=dialog] .sentences mark");
        let wanted: Vec<String> = doubts
            .lines
            .iter()
            .map(|line| plain(&line.pieces.iter().filter(|p| p.matched).cloned().collect::<Vec<_>>()))
            .collect();
        assert_eq!(marked, wanted);
        page.wait("the list in the address", "location.hash.includes('review=doubts')");
        page.click("[role=dialog] .sentences .how a");
        page.wait_for(".article-text .doubtful");
        let names = page.texts(".article-text .doubtful");
        assert!(names.iter().all(|name| wanted.contains(name)), "{names:?}");
        let why = page.attributes(".article-text .doubtful", "title");
        assert!(why.iter().all(|why| why.starts_with("Doubtful: ")), "{why:?}");
        assert_eq!(truth().explore("", Filters::default()).doubts, doubts.mentions);
    });
}
