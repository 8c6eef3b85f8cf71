//! What was changed last comes back in one step, a country is chosen, and doubts are settled.

use dateline_corpus::corrections::Correction;
use dateline_corpus::{EntityKey, EntityKind, Group};
use dateline_tests::browser::{Page, Site, browse};
use serde_json::json;

use crate::common::{build_from, counted, open, scratch, truth};
use crate::corrections::{correct, ctrl_z, import, line, merge, person, two, wait_listed};

/// What is told of the last change.
fn wait_told(page: &Page<'_>, text: &str) {
    page.wait_text(".told", text);
}

#[test]
fn all_that_was_taken_back_comes_back_in_one_step_and_an_older_visit_s_work_stays() {
    browse(|page| {
        let _host = open(page, "panel=corrections");
        let (into, from) = two();
        let other = line(Correction::Rename {
            key: person(&into),
            name: "Another".into(),
        });
        wait_listed(page, 0);
        import(page, &(merge(&from, &into) + &other));
        wait_listed(page, 2);
        page.click_text("[role=dialog] button", "Take all back");
        wait_listed(page, 0);
        wait_told(page, "Taken back: 2 corrections Undo");
        page.click(".told button");
        wait_listed(page, 2);
        wait_told(page, "Corrected: 2 corrections");
        page.click_text("[role=dialog] .corrections li:last-child button", "Undo");
        wait_listed(page, 1);
        wait_told(page, &format!("Taken back: {} is called Another Undo", into.name));
        ctrl_z(page);
        wait_listed(page, 2);
        // Of the last visit nothing is taken back by a key.
        page.reload();
        wait_listed(page, 2);
        ctrl_z(page);
        page.eval("new Promise(done => setTimeout(done, 300))");
        wait_listed(page, 2);
        assert_eq!(page.text(".told"), "");
    });
}

#[test]
fn a_country_is_chosen_and_its_own_stands_there_first() {
    browse(|page| {
        let _host = open(page, "");
        let facets = truth().all().facets;
        let places = facets.into_iter().find(|facet| facet.group == Group::Place);
        let keys = places.expect("places").values.into_iter();
        let mut cards = keys.map(|value| truth().card(&EntityKey::new(EntityKind::Place, value.key.as_str())));
        let card = cards.find(|card| card.country.is_some()).expect("a place in a country");
        let own = card.country.map(|code| code.to_string()).unwrap_or_default();
        correct(page, &card.key);
        page.wait(
            "its own country",
            &format!("document.querySelector('details select')?.value === {}", json!(own)),
        );
        page.eval("(() => { const select = document.querySelector('details select'); select.value = 'ZW'; select.form.requestSubmit() })()");
        wait_told(page, &format!("Corrected: {} is in Zimbabwe Undo", card.name));
        page.click(".told button");
        page.wait(
            "its own country again",
            &format!("document.querySelector('details select')?.value === {}", json!(own)),
        );
    });
}

#[test]
fn a_doubt_is_settled_from_its_list_and_by_undoing_comes_back() {
    browse(|page| {
        let folder = scratch("corrections doubts");
        let articles = folder.join("articles");
        std::fs::create_dir_all(&articles).unwrap_or_else(|e| panic!("{e}"));
        let text = "Zorvath Quimbly met Nils Brandt in London.\n\nZorvath Quimbly said nothing to Nils Brandt.\n";
        std::fs::write(articles.join("a.txt"), text).unwrap_or_else(|e| panic!("{e}"));
        let built = build_from(&articles, &[], &folder.join("built"));
        let host = Site::of(built).open();
        page.open(&host.url(""));
        page.wait_for(".review button");
        let count = |page: &Page<'_>| page.count(".sentences li");
        page.click(".review button");
        page.wait_for(".sentences");
        let before = count(page);
        assert!(
            page.text(".counted")
                .starts_with(&counted(before as u32, "doubtful reading"))
        );
        let name = page.text(".sentences h3");
        let groups = page.count(".sentences");
        page.click_text(".sentences button", "It is right");
        wait_told(page, &format!("Corrected: {name} is right Undo"));
        page.wait(
            "one group less",
            &format!("document.querySelectorAll('.sentences').length === {}", groups - 1),
        );
        assert!(count(page) < before);
        page.click(".told button");
        page.wait(
            "all doubts",
            &format!("document.querySelectorAll('.sentences li').length === {before}"),
        );
    });
}
