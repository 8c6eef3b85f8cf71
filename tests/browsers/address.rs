//! The address: it carries the view, and Back and Forward bring views back.

use dateline_corpus::{Filters, Group, Pick, Sort};
use dateline_tests::browser::browse;
use serde_json::json;

use crate::common::{expect_list, filters, ids, listed, open, pick, row, site, title_words, truth};

#[test]
fn a_link_opens_the_same_view_elsewhere() {
    browse(|page| {
        let _here = open(page, "");
        let word = title_words().remove(0);
        page.search(&word);
        let country = truth()
            .explore(&word, Filters::default())
            .countries
            .remove(0)
            .code
            .to_string();
        page.click(&format!("{} label", row(Group::Country, &country)));
        page.click_text(".map-switch label", "Mentions");
        let view = truth().explore(&word, filters([pick(Group::Country, &country)]));
        expect_list(page, &word, &view);
        page.wait(
            "the view in the address",
            "/q=.*country=.*map=mentions/.test(location.hash)",
        );
        let fragment = page.eval("location.hash.slice(1)");
        // Another origin knows nothing of this one: whatever it shows, it shows by the link alone.
        let _elsewhere = open(page, fragment.as_str().unwrap_or_default());
        expect_list(page, &word, &view);
        assert_eq!(page.eval("document.querySelector('#q').value"), json!(word));
        assert_eq!(page.count(".chip-pick"), 1);
        page.wait_text(".map-legend-title", "Mentions");
        let id = view.hits[0].id.clone();
        let address = page.attributes(".results .hit-link", "href").remove(0);
        let _third = open(page, address.trim_start_matches('#'));
        page.wait_for("#article-title");
        let article = truth().article(&id, &word);
        assert_eq!(
            page.eval("new Set([...document.querySelectorAll('.reader mark')].map(m => m.dataset.hit)).size"),
            json!(article.hits)
        );
    });
}

#[test]
fn every_setting_survives_a_reload() {
    browse(|page| {
        let view = truth().all();
        let outlet = view
            .facets
            .iter()
            .find(|f| f.group == Group::Outlet)
            .map(|f| f.values[0].key.clone())
            .unwrap_or_default();
        let fragment = format!("outlet=-{outlet}&sort=oldest&view=table");
        let _host = open(page, &fragment.replace(' ', "%20"));
        let wanted = truth().explore(
            "",
            filters([Pick {
                exclude: true,
                ..pick(Group::Outlet, &outlet)
            }]),
        );
        for again in [false, true] {
            if again {
                page.reload();
                page.ready();
            }
            page.wait_for(".map-table");
            page.wait_for(".chip-not");
            assert_eq!(page.eval("document.querySelector('#sort').value"), "oldest");
            let mut listed = listed(page);
            let oldest: Vec<String> = ids(&truth().sorted(Sort::Oldest).hits);
            assert!(
                listed.is_sorted_by_key(|id| oldest.iter().position(|o| o == id)),
                "{listed:?}"
            );
            listed.sort();
            let mut wanted = ids(&wanted.hits);
            wanted.sort();
            assert_eq!(listed, wanted);
        }
    });
}

#[test]
fn back_and_forward_restore_views_with_their_scroll() {
    browse(|page| {
        let _host = open(page, "");
        page.resize(1280, 500);
        let country = truth()
            .all()
            .countries
            .iter()
            .find(|c| c.articles < truth().all().total)
            .map(|c| c.code.to_string());
        let country = country.expect("the articles differ in countries");
        page.click(&format!("{} label", row(Group::Country, &country)));
        let narrowed = truth().explore("", filters([pick(Group::Country, &country)]));
        expect_list(page, "", &narrowed);
        page.eval("scrollTo({ top: 230, behavior: 'instant' })");
        page.wait("the scrolled list", "scrollY === 230");
        // The position is kept once scrolling rests.
        page.wait("its place kept in the history", "history.state?.y === 230");
        let last = narrowed.hits.last().expect("there are hits").id.clone();
        page.call(
            "document.querySelector(`.hit-link[data-id=\"${arguments[0]}\"]`).click()",
            vec![json!(last)],
        );
        page.wait_for("#article-title");
        page.wait("the article's head", "scrollY === 0");
        page.back();
        expect_list(page, "", &narrowed);
        page.wait("the list where it was", "Math.abs(scrollY - 230) < 2");
        page.back();
        expect_list(page, "", &truth().all());
        page.wait_gone(".chips");
        page.forward();
        expect_list(page, "", &narrowed);
        page.forward();
        page.wait_for("#article-title");
    });
}

#[test]
fn closing_an_article_returns_to_its_place_in_the_list() {
    browse(|page| {
        let _host = open(page, "");
        page.resize(1280, 500);
        page.eval("scrollTo({ top: 300, behavior: 'instant' })");
        page.wait("the scrolled list", "scrollY === 300");
        let id = listed(page).pop().expect("there are hits");
        page.call(
            "document.querySelector(`.hit-link[data-id=\"${arguments[0]}\"]`).click()",
            vec![json!(id)],
        );
        page.wait_for("#article-title");
        page.click(".reader-bar .back");
        expect_list(page, "", &truth().all());
        page.wait("the list where it was", "Math.abs(scrollY - 300) < 2");
        page.wait(
            "the focus on the article just read",
            &format!("document.activeElement?.dataset?.id === {}", json!(id)),
        );
    });
}

#[test]
fn an_address_that_makes_no_sense_still_opens_the_page() {
    browse(|page| {
        for fragment in [
            "country=XX,!!&from=yesterday&to=2017-99-99&sort=up&more=-3&at=9,9&map=7",
            "%E0%A4%A&q=%&person=,,,&card=nonsense&sentences=:",
            "&&==&q",
            "more=99999999999&at=1e39,NaN,Infinity",
        ] {
            let _host = open(page, fragment);
            page.wait_for("#results-title, .missing");
            assert!(
                !page.has("[role=alert]"),
                "{fragment}: {}",
                page.texts("[role=alert]").join(" ")
            );
        }
        assert!(site().is_dir());
    });
}

#[test]
fn a_link_in_the_list_has_an_address_of_its_own() {
    browse(|page| {
        let host = open(page, "");
        let href = page.eval("document.querySelector('.results .hit-link').href");
        page.open(href.as_str().unwrap_or_default());
        page.wait_for("#article-title");
        assert!(
            href.as_str().is_some_and(|href| href.starts_with(&host.url("#"))),
            "{href}"
        );
    });
}
