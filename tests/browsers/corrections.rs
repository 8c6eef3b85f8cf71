//! What a reader puts right is followed by everything, kept, taken back, and taken to another machine as a file.

use dateline_corpus::corrections::Correction;
use dateline_corpus::corrections::print;
use dateline_corpus::{EntityKey, EntityKind, Filters, Group};
use dateline_engine::view::FacetValue;
use dateline_tests::browser::{Key, Page, Site, browse};
use dateline_tests::project;
use dateline_tests::truth::Truth;
use serde_json::json;

use crate::common::{build_from, counted, open, row, scratch, site, truth};

/// The people most often named.
fn people() -> Vec<FacetValue> {
    let facets = truth().all().facets;
    let people = facets.into_iter().find(|facet| facet.group == Group::Person);
    people.expect("a facet of people").values
}

pub fn person(value: &FacetValue) -> EntityKey {
    EntityKey::new(EntityKind::Person, value.key.as_str())
}

/// Two people with the first and the last of whom a merge can be seen.
pub fn two() -> (FacetValue, FacetValue) {
    let mut people = people();
    assert!(people.len() > 1, "the bundled corpus names two people");
    (people.remove(0), people.remove(0))
}

pub fn line(correction: Correction) -> String {
    print(&[correction])
}

pub fn merge(from: &FacetValue, into: &FacetValue) -> String {
    line(Correction::Merge {
        from: person(from),
        into: person(into),
    })
}

/// The count of a value as its row says it.
fn wait_count(page: &Page<'_>, value: &FacetValue, truth: &Truth) {
    let all = truth.all().facets;
    let facet = all.iter().find(|facet| facet.group == Group::Person).expect("people");
    let shown = facet.values.iter().find(|other| other.key == value.key);
    let row = row(Group::Person, &value.key);
    match shown {
        Some(shown) => {
            page.wait_text(&format!("{row} .facet-name"), &shown.name);
            page.wait_text(&format!("{row} .facet-count"), &counted(shown.articles, "article"));
        }
        None => page.wait_gone(&row),
    }
}

/// Opens a card and its ways to correct.
pub fn correct(page: &Page<'_>, key: &EntityKey) {
    correct_at(page, &format!("card={key}"));
}

/// The same at a fragment that has more than the card.
pub fn correct_at(page: &Page<'_>, fragment: &str) {
    page.eval(&format!("location.hash = {}", json!(format!("#{fragment}"))));
    page.click("[role=dialog] summary");
    page.wait_for("details[open]");
}

/// Corrected as this file says, natively.
pub fn corrected(file: &str) -> Truth {
    Truth::of_site(&site()).corrected(file)
}

/// Says that two are one, on the card of the one that goes.
fn merge_on_card(page: &Page<'_>, from: &FacetValue, into: &FacetValue) {
    correct(page, &person(from));
    merge_here(page, into);
}

/// On the open card, by the list of what is so called.
pub fn merge_here(page: &Page<'_>, into: &FacetValue) {
    is_same(page, into);
    page.wait_text("#panel-title", &into.name);
}

/// Says on the open card, by the list of what is so called, that what is meant is the same.
pub fn is_same(page: &Page<'_>, into: &FacetValue) {
    page.click("details input[type=search]");
    let word = into.name.split(' ').next_back().unwrap_or_default();
    page.type_text(&word[..word.floor_char_boundary(5)]);
    let wanted = json!(into.name);
    page.wait(
        &format!("{wanted} to merge with"),
        &format!("[...document.querySelectorAll('.sought bdi')].some(e => e.textContent === {wanted})"),
    );
    page.eval(&format!("[...document.querySelectorAll('.sought bdi')].find(e => e.textContent === {wanted}).closest('button').setAttribute('data-test', 'it')"));
    page.click("[data-test=it]");
}

pub fn ctrl_z(page: &Page<'_>) {
    page.eval("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }))");
}

/// Lines of the list of corrections.
pub fn wait_listed(page: &Page<'_>, n: usize) {
    page.wait(
        &format!("{n} corrections"),
        &format!("document.querySelectorAll('.corrections > li').length === {n}"),
    );
}

/// The file that the page exports.
pub fn exported(page: &Page<'_>) -> String {
    let address = page.attributes("a[download]", "href").remove(0);
    let text = page.call(
        "return decodeURIComponent(arguments[0].split(',')[1])",
        vec![json!(address)],
    );
    text.as_str().unwrap_or_default().to_owned()
}

/// Gives the page a file.
pub fn import(page: &Page<'_>, text: &str) {
    page.call(
        "const file = new DataTransfer(); file.items.add(new File([arguments[0]], 'corrections.txt', { type: 'text/plain' })); \
         const input = document.querySelector('.import input'); input.files = file.files; \
         input.dispatchEvent(new Event('change', { bubbles: true }))",
        vec![json!(text)],
    );
}

#[test]
fn two_are_one_everywhere_after_reloading_too_until_it_is_taken_back() {
    browse(|page| {
        let host = open(page, "");
        let (into, from) = two();
        let expected = corrected(&merge(&from, &into));
        merge_on_card(page, &from, &into);
        let card = expected.card(&person(&into));
        let mentions = counted(card.mentions, "mention");
        page.wait(
            "all its mentions",
            &format!("document.querySelector('.card-actions').textContent.includes('{mentions}')"),
        );
        let mark = format!("Corrected: {} is the same as {} Undo", from.name, into.name);
        page.wait_text(".corrected-mark", &mark);
        wait_count(page, &into, &expected);
        wait_count(page, &from, &expected);
        let told = format!("Corrected: {} is the same as {} Undo", from.name, into.name);
        page.wait_text(".told", &told);

        // An old link opens what it became, and everything is as it was left.
        page.goto("about:blank");
        page.open(&host.url(&format!("#card={}", person(&from))));
        page.wait_text("#panel-title", &into.name);
        page.wait_text(".corrected-mark", &mark);
        wait_count(page, &from, &expected);

        page.click(".corrected-mark button");
        page.wait_text("#panel-title", &from.name);
        page.wait_gone(".corrected-mark");
        wait_count(page, &from, truth());
        wait_count(page, &into, truth());
    });
}

#[test]
fn the_last_correction_is_taken_back_by_a_key_but_not_while_typing() {
    browse(|page| {
        let _host = open(page, "");
        let (first, _) = two();
        let key = person(&first);
        let expected = corrected(&line(Correction::Drop {
            key: key.clone(),
            only: None,
        }));
        correct(page, &key);
        page.click_text("details button", "Not an entity");
        page.wait_gone("[role=dialog]");
        wait_count(page, &first, &expected);
        page.wait("the focus somewhere", "document.activeElement !== document.body");
        page.click("#q");
        ctrl_z(page);
        page.wait_text(".to-corrections", "Corrections (1)");
        page.eval("document.querySelector('#results-title').focus()");
        ctrl_z(page);
        wait_count(page, &first, truth());
        page.wait_text(".to-corrections", "Corrections");
    });
}

#[test]
fn a_name_is_split_off_and_a_name_changes_and_the_focus_stays_in_the_panel() {
    browse(|page| {
        let _host = open(page, "");
        let named = people().into_iter().map(|value| truth().card(&person(&value)));
        let card = named
            .into_iter()
            .find(|card| card.as_written.get(1).is_some_and(|name| name.1 > 0))
            .expect("a person of two names");
        correct(page, &card.key);
        page.click("details input:not([type])");
        page.type_text("Somebody Else");
        page.click_text("details button", "Rename");
        page.wait_text("#panel-title", "Somebody Else");
        let used = &card.as_written[0].0;
        page.wait(
            "its names",
            &format!(
                "document.querySelector('.correct-names').textContent.includes({})",
                json!(used)
            ),
        );
        page.click(".correct-names li:first-child button:first-of-type");
        page.wait(
            "one name less",
            &format!(
                "document.querySelectorAll('.correct-names > li').length === {}",
                card.as_written.len() - 1
            ),
        );
        page.wait(
            "the focus in the panel",
            "document.activeElement.closest('[role=dialog]')",
        );
        page.key(Key::Escape);
        page.click(".to-corrections");
        wait_listed(page, 2);
        page.wait("the list in the address", "location.hash.includes('panel=corrections')");
        assert!(
            page.text(".corrections li:first-child")
                .starts_with(&format!("{} is called Somebody Else", card.name))
        );
        assert!(
            page.text(".corrections li:last-child")
                .contains("is not Somebody Else but")
        );
        // What the page exports is what a build takes.
        let file = exported(page);
        let expected = corrected(&file);
        let split = expected
            .all()
            .facets
            .iter()
            .flat_map(|f| f.values.clone())
            .find(|value| value.name == *used);
        assert_eq!(split.map(|value| value.mentions), Some(card.as_written[0].1), "{file}");
    });
}

#[test]
fn a_file_goes_out_and_comes_in_and_its_mistakes_are_told() {
    browse(|page| {
        let _host = open(page, "panel=corrections");
        let (into, from) = two();
        wait_listed(page, 0);
        let file = merge(&from, &into) + "forget it\ndrop person:nobody-at-all\n<img src=x>\n";
        import(page, &file);
        wait_listed(page, 2);
        let told = page.text("[role=dialog] [role=status]");
        for part in [
            "2 corrections added.",
            "Line 2: expected a correction, found “forget”",
            "Line 4:",
        ] {
            assert!(told.contains(part), "{told}");
        }
        assert!(!page.has("[role=dialog] img"), "a file is text");
        let expected = corrected(&merge(&from, &into));
        wait_count(page, &from, &expected);
        assert!(page.text(".corrections li:last-child").contains("Nothing changed"));
        let out = exported(page);
        page.click_text("[role=dialog] button", "Take all back");
        wait_listed(page, 0);
        wait_count(page, &from, truth());
        import(page, &out);
        wait_listed(page, 2);
        wait_count(page, &from, &expected);
        assert_eq!(exported(page), out);
        // Once more adds nothing.
        import(page, &out);
        page.wait(
            "nothing added",
            "document.querySelector('[role=dialog] [role=status]').textContent.includes('0 corrections added')",
        );
        wait_listed(page, 2);
        page.click("[role=dialog] .corrections li:last-child button");
        wait_listed(page, 1);
    });
}

#[test]
fn another_window_s_corrections_come_at_once() {
    browse(|page| {
        let host = open(page, "");
        let (into, from) = two();
        merge_on_card(page, &from, &into);
        let kept = page.eval(
            "JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith('dateline-corrections')))",
        );
        assert!(kept.as_str().unwrap_or_default().contains("merge person:"), "{kept}");
        // As the browser tells of what another window changed.
        page.eval("(() => { for (const key of Object.keys(localStorage)) if (key.startsWith('dateline-corrections')) localStorage.removeItem(key); window.dispatchEvent(new StorageEvent('storage')) })()");
        wait_count(page, &from, truth());
        drop(host);
    });
}

#[test]
fn a_page_from_a_file_keeps_them_or_says_that_it_cannot() {
    browse(|page| {
        let from = project::dist().join("dateline.html");
        let path = scratch("corrections file").join("dateline.html");
        std::fs::copy(&from, &path).unwrap_or_else(|e| panic!("{}: {e}", from.display()));
        let address = format!("file://{}", path.to_string_lossy().replace(' ', "%20"));
        page.open(&format!("{address}#panel=corrections"));
        let (first, _) = two();
        wait_listed(page, 0);
        let file = line(Correction::Drop {
            key: person(&first),
            only: None,
        });
        import(page, &file);
        wait_listed(page, 1);
        wait_count(page, &first, &corrected(&file));
        if page.has("[role=dialog] [role=alert]") {
            assert!(
                page.text("[role=dialog] [role=alert]")
                    .contains("as long as it is open")
            );
            return;
        }
        page.reload();
        wait_listed(page, 1);
        wait_count(page, &first, &corrected(&file));
        page.click_text("[role=dialog] button", "Take all back");
        wait_listed(page, 0);
    });
}

#[test]
fn a_corpus_in_parts_follows_corrections_and_those_built_with_are_taken_back() {
    browse(|page| {
        let folder = scratch("corrections parts");
        let (into, from) = two();
        let list = folder.join("list.txt");
        std::fs::write(&list, merge(&from, &into)).unwrap_or_else(|e| panic!("{e}"));
        let corpus = project::root().join("corpus");
        let plain = build_from(&corpus, &["--parts", "always"], &folder.join("plain"));
        let host = Site::of(plain).open();
        page.open(&host.url("#panel=corrections"));
        wait_listed(page, 0);
        import(page, &merge(&from, &into));
        wait_listed(page, 1);
        let expected = corrected(&merge(&from, &into));
        wait_count(page, &from, &expected);
        wait_count(page, &into, &expected);
        page.wait_text(&format!("{} .corrected", row(Group::Person, &into.key)), "* corrected");
        assert_eq!(
            page.count(".facet-value .corrected"),
            1,
            "what no correction speaks of is not marked"
        );

        let list = list.to_string_lossy();
        let built = build_from(&corpus, &["--corrections", &list], &folder.join("built"));
        let host = Site::of(built).open();
        page.open(&host.url("#panel=corrections"));
        wait_listed(page, 1);
        page.wait_text("[role=dialog] h3", "Built with");
        assert_eq!(exported(page).lines().next_back(), merge(&from, &into).lines().next());
        wait_count(page, &into, &expected);
        // Whoever reads can take it back, which is kept, and have it again.
        ctrl_z(page);
        page.click_text("[role=dialog] .corrections button", "Undo");
        wait_listed(page, 0);
        wait_count(page, &into, truth());
        wait_count(page, &from, truth());
        let other = line(Correction::Rename {
            key: person(&into),
            name: "Another".into(),
        });
        import(page, &other);
        wait_listed(page, 1);
        page.reload();
        wait_listed(page, 1);
        assert_eq!(exported(page).lines().next_back(), other.lines().next());
        wait_count(page, &from, truth());
        page.click_text("[role=dialog] button", "Put back those built with");
        wait_listed(page, 2);
        let both = [merge(&from, &into), other].concat();
        wait_count(page, &into, &corrected(&both));
        page.wait_gone(&row(Group::Person, &from.key));
        page.click("[role=dialog] .corrections li:last-child button");
        wait_listed(page, 1);
        wait_count(page, &into, &expected);
        assert_eq!(expected.explore("", Filters::default()).total, truth().all().total);
    });
}
