//! What is open and what is filtered by follow a correction and its taking back, and what does nothing says so.

use dateline_corpus::{Filters, Group};
use dateline_tests::browser::{Key, Page, browse};
use serde_json::json;

use crate::common::{open, row, truth};
use crate::corrections::{correct, correct_at, import, merge_here, person, two, wait_listed};

/// Whether the row of a value is ticked, and the only chip is of it.
fn wait_picked(page: &Page<'_>, group: Group, key: &str, name: &str) {
    let input = json!(format!("{} input", row(group, key)));
    page.wait(
        &format!("{name} picked"),
        &format!("document.querySelector({input})?.checked && document.querySelectorAll('.chip-pick').length === 1"),
    );
    page.wait_text(".chip-pick .chip-name", name);
}

fn wait_focus_in_panel(page: &Page<'_>) {
    page.wait(
        "the focus in the panel",
        "document.activeElement.closest('[role=dialog]')",
    );
}

#[test]
fn a_filter_follows_what_is_merged_and_is_let_go_by_its_new_name() {
    browse(|page| {
        let _host = open(page, "");
        let (into, from) = two();
        correct_at(page, &format!("person={}&card=person:{0}", from.key));
        merge_here(page, &into);
        wait_picked(page, Group::Person, &into.key, &into.name);
        page.wait_gone(&row(Group::Person, &from.key));
        page.wait(
            "the card's filter pressed",
            "document.querySelector('.card-actions .primary').getAttribute('aria-pressed') === 'true'",
        );
        page.click(".told button");
        wait_picked(page, Group::Person, &from.key, &from.name);
        correct_at(page, &format!("person={}&card=person:{0}", from.key));
        merge_here(page, &into);
        wait_picked(page, Group::Person, &into.key, &into.name);
        page.click(&format!("{} .exclude", row(Group::Person, &into.key)));
        page.wait(
            "one chip that excludes",
            "document.querySelectorAll('.chip').length === 1 && document.querySelector('.chip-not')",
        );
        page.wait(
            "what is left out in the address",
            &format!("location.hash.includes({})", json!(format!("person=-{}", into.key))),
        );
        page.click(".chip-not");
        page.wait_gone(".chip");
        page.wait("no filter in the address", "!location.hash.includes('person=')");
    });
}

#[test]
fn a_filter_follows_another_kind_and_goes_with_what_is_no_entity() {
    browse(|page| {
        let _host = open(page, "");
        let (first, _) = two();
        let address = format!("person={}&card=person:{0}", first.key);
        correct_at(page, &address);
        page.click_text("details button", "Organisation");
        wait_picked(page, Group::Organisation, &first.key, &first.name);
        page.click(".told button");
        wait_picked(page, Group::Person, &first.key, &first.name);
        correct_at(page, &address);
        page.click_text("details button", "Not an entity");
        page.wait_gone(".chip");
        let total = truth().explore("", Filters::default()).total;
        page.wait(
            "all articles",
            &format!("document.querySelector('#results-title').textContent.startsWith('{total} ')"),
        );
        page.click(".told button");
        wait_picked(page, Group::Person, &first.key, &first.name);
    });
}

#[test]
fn taking_a_kind_back_shows_the_first_card_with_the_name_it_has_since() {
    browse(|page| {
        let _host = open(page, "");
        let (first, _) = two();
        correct(page, &person(&first));
        page.click_text("details button", "Organisation");
        page.wait_text(".panel-over", "Organisation");
        page.click("[role=dialog] summary");
        page.wait_for("details[open]");
        page.click("details input:not([type])");
        page.type_text("Somebody Else");
        page.key(Key::Enter);
        page.wait_text("#panel-title", "Somebody Else");
        page.click(".corrected-mark button");
        page.wait_text(".panel-over", "Person");
        page.wait_text("#panel-title", "Somebody Else");
        page.wait("the person's address", "location.hash.includes('card=person:')");
        wait_focus_in_panel(page);
        assert!(
            page.text(".told")
                .starts_with(&format!("Taken back: {} is an organisation", first.name))
        );
    });
}

#[test]
fn whom_no_article_names_is_told_with_a_way_back() {
    browse(|page| {
        let _host = open(page, "card=person:nobody-at-all");
        for address in [
            "sentences=person:nobody-at-all",
            "card=country:QQ",
            "card=person:nobody-at-all",
        ] {
            page.eval(&format!("location.hash = '#{address}'"));
            page.wait_text("#panel-title", address.rsplit(':').next().unwrap_or_default());
            let told = page.text("[role=dialog] .panel-body");
            assert!(told.starts_with("No article here names it."), "{told}");
            page.click_text("[role=dialog] button", "Back");
            page.wait_gone("[role=dialog]");
            page.wait("nothing open in the address", "!location.hash.includes('nobody')");
        }
    });
}

#[test]
fn what_changes_nothing_says_so() {
    browse(|page| {
        let _host = open(page, "panel=corrections");
        let (first, _) = two();
        let key = person(&first);
        wait_listed(page, 0);
        import(page, &format!("merge {key} -> {key}\ndrop {key} \"Nobody's Name\"\n"));
        wait_listed(page, 2);
        for (nth, why) in [(1, "it is so already"), (2, "no name of it is written so")] {
            page.wait_text(
                &format!(".corrections li:nth-child({nth}) .how"),
                &format!("Nothing changed: {why}"),
            );
        }
        page.eval(&format!("location.hash = {}", json!(format!("#card={key}"))));
        page.wait_text("#panel-title", &first.name);
        assert_eq!(page.count(".corrected-mark"), 0, "a card has no mark of it");
    });
}

#[test]
fn keys_choose_what_an_entity_is_the_same_as_and_a_name_that_finds_nothing_is_told() {
    browse(|page| {
        let _host = open(page, "");
        let (into, from) = two();
        correct(page, &person(&from));
        page.click("details input[type=search]");
        page.type_text("zzqx");
        page.wait_text(".same [role=status]", "Nobody and nothing else is called so.");
        page.eval("document.activeElement.select()");
        page.type_text(&into.name);
        page.wait_text(".sought li:first-child bdi", &into.name);
        page.wait_text(".same [role=status]", "");
        page.key(Key::Down);
        page.wait("the focus on it", "document.activeElement.closest('.sought')");
        page.key(Key::Enter);
        page.wait_text("#panel-title", &into.name);
        wait_focus_in_panel(page);
    });
}

#[test]
fn what_was_split_off_is_one_link_away() {
    browse(|page| {
        let _host = open(page, "");
        let facets = truth().all().facets;
        let people = facets
            .into_iter()
            .find(|facet| facet.group == Group::Person)
            .expect("people");
        let mut cards = people.values.iter().map(|value| truth().card(&person(value)));
        let card = cards.find(|card| card.as_written.get(1).is_some_and(|name| name.1 > 0));
        let card = card.expect("a person of two names");
        correct(page, &card.key);
        page.click(".correct-names li:first-child button:first-of-type");
        page.wait_for(".corrected-mark a");
        page.click(".corrected-mark a");
        page.wait_text("#panel-title", &card.as_written[0].0);
    });
}
