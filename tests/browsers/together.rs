//! Who appears with whom: the drawing, its table, and the articles behind each pair.

use dateline_corpus::EntityKind;
use dateline_engine::view::Together;
use dateline_tests::browser::{Key, Page, Site, browse};

use crate::common::{expect_both, joined, open, site, title_words, truth};

/// Entities drawn.
const MEMBERS: u32 = 18;
const BOTH: [EntityKind; 2] = [EntityKind::Person, EntityKind::Organisation];

/// The first pairs, as the table words them.
fn rows(together: &Together) -> Vec<String> {
    let name = |at: u32| joined(&together.members[at as usize].name);
    let row = |pair: &dateline_engine::view::Pair| {
        let tie = pair.association.to_string().replace('-', "−");
        format!(
            "{} · {} {} {tie}",
            name(pair.members.0),
            name(pair.members.1),
            pair.articles
        )
    };
    together.pairs.iter().take(10).map(row).collect()
}

#[track_caller]
fn expect_table(page: &Page<'_>, together: &Together) {
    let wanted = serde_json::json!(rows(together));
    page.wait(
        &format!("the pairs {wanted}"),
        &format!(
            "JSON.stringify([...document.querySelectorAll('.pairs tbody tr')].map(r => [...r.children].map(c => c.textContent.trim().replace(/\\s+/g, ' ')).join(' '))) === JSON.stringify({wanted})"
        ),
    );
}

#[test]
fn the_pairs_follow_search_and_kinds_and_stand_in_the_address() {
    browse(|page| {
        let _host = open(page, "");
        page.click_text(".map-switch label", "Together");
        expect_table(page, &truth().together("", &BOTH, MEMBERS));
        page.wait("the view in the address", "location.hash.includes('view=together')");
        let cells = truth().together("", &BOTH, MEMBERS).pairs.len();
        assert_eq!(page.count(".matrix .cell"), cells, "a cell for each pair");
        let word = title_words().remove(0);
        page.search(&word);
        expect_table(page, &truth().together(&word, &BOTH, MEMBERS));
        page.eval("(() => { const s = document.querySelector('.circle'); s.value = 'countries'; s.dispatchEvent(new Event('change', { bubbles: true })); })()");
        expect_table(page, &truth().together(&word, &[EntityKind::Country], MEMBERS));
        page.wait("the kinds in the address", "location.hash.includes('with=countries')");
    });
}

#[test]
fn pairs_are_sorted_by_their_tie_too() {
    browse(|page| {
        let _host = open(page, "view=together");
        let mut together = truth().together("", &BOTH, MEMBERS);
        expect_table(page, &together);
        let sorted = |page: &Page<'_>| page.attributes(".pairs th[aria-sort]", "aria-sort").join(" ");
        assert_eq!(sorted(page), "descending none");
        let by_articles = together.clone();
        together.pairs.sort_by_key(|pair| -pair.association);
        assert_ne!(rows(&together), rows(&by_articles), "another order");
        let sort = |page: &Page<'_>, column: u32| {
            page.eval(&format!(
                "document.querySelectorAll('.pairs th button')[{column}].focus()"
            ));
            page.key(Key::Enter);
        };
        sort(page, 1);
        expect_table(page, &together);
        assert_eq!(sorted(page), "none descending");
        sort(page, 0);
        expect_table(page, &by_articles);
    });
}

#[test]
fn a_pair_opens_its_mentions_in_the_articles_that_name_both() {
    browse(|page| {
        let _host = open(page, "view=together&with=people");
        let together = truth().together("", &[EntityKind::Person], MEMBERS);
        expect_table(page, &together);
        // The last of the first ten: not in every article.
        let at = together.pairs.len().min(10);
        let pair = &together.pairs[at - 1];
        page.click(&format!(".pairs tbody tr:nth-child({at}) button"));
        let [a, b] = [pair.members.0, pair.members.1].map(|at| &together.members[at as usize].key);
        expect_both(page, &truth().both(a, b), pair.articles);
        page.wait(
            "the list in the address",
            "location.hash.startsWith('#sentences=person:')",
        );
        page.key(Key::Escape);
        page.wait_gone("[role=dialog]");
    });
}

#[test]
fn cells_are_one_stop_of_the_tab_key_and_arrows_go_between_them() {
    browse(|page| {
        let _host = open(page, "view=together");
        page.wait_for(".matrix .cell");
        assert_eq!(page.count(".matrix [tabindex=\"0\"]"), 1);
        page.eval("document.querySelector('.matrix [tabindex=\"0\"]').focus()");
        page.key(Key::Down);
        page.wait("another cell", "document.activeElement.dataset.stop > 0");
        let label = page.eval("document.activeElement.getAttribute('aria-label')");
        let articles = label
            .as_str()
            .and_then(|l| l.rsplit(": ").next())
            .unwrap_or_default()
            .to_owned();
        page.key(Key::Enter);
        page.wait(
            "as many articles",
            &format!(
                "document.querySelector('[role=dialog] .counted').textContent.includes({})",
                serde_json::json!(format!(" in {articles}. "))
            ),
        );
    });
}

#[test]
fn on_a_phone_the_table_stands_for_the_drawing() {
    browse(|page| {
        let host = Site::of(site()).open();
        page.open_sized(&host, "view=together", 390, 844);
        expect_table(page, &truth().together("", &BOTH, MEMBERS));
        page.wait("no drawing", "!document.querySelector('.matrix').checkVisibility()");
    });
}
