//! Narrow windows: everything fits and everything can be reached.

use dateline_corpus::Group;
use dateline_tests::browser::{Key, Site, browse};
use dateline_tests::views::views;

use crate::common::{expect_list, filters, pick, row, site, truth};

fn nothing_overflows_at(width: u32) {
    browse(|page| {
        let host = Site::of(site()).open();
        for view in views(truth()) {
            page.open_sized(&host, &view.fragment, width, 800);
            page.wait_for(view.shows);
            assert_eq!(page.eval("innerWidth"), width, "the window is as narrow as that");
            let wide = page.eval(
                "document.scrollingElement.scrollWidth <= innerWidth ? [] : [document.scrollingElement.scrollWidth + ' wide', \
                 ...[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)\
                 .slice(0, 5).map(e => e.outerHTML.slice(0, 120))]",
            );
            assert_eq!(wide, serde_json::json!([]), "{} at {width}", view.name);
            // Nor a part of it that scrolls by itself, but for the row of suggestions.
            let parts = page.eval(
                "[...document.querySelectorAll('body *:not(.suggestions)')].filter(e => e.scrollWidth > e.clientWidth + 1 && \
                 ['auto', 'scroll'].includes(getComputedStyle(e).overflowX)).map(e => e.outerHTML.slice(0, 120))",
            );
            assert_eq!(parts, serde_json::json!([]), "{} at {width}", view.name);
        }
    });
}

#[test]
fn no_view_scrolls_sideways_at_320_pixels() {
    nothing_overflows_at(320);
}

#[test]
fn no_view_scrolls_sideways_at_390_pixels() {
    nothing_overflows_at(390);
}

#[test]
fn no_view_scrolls_sideways_at_widths_in_between_and_beyond() {
    for width in [600, 834, 1024, 1920] {
        nothing_overflows_at(width);
    }
}

#[test]
fn filters_open_and_close_on_a_phone() {
    browse(|page| {
        let host = Site::of(site()).open();
        page.open_sized(&host, "", 390, 844);
        let country = truth().all().countries[0].code.to_string();
        let hidden = format!(
            "!document.querySelector({}).checkVisibility()",
            serde_json::json!(row(Group::Country, &country))
        );
        page.wait("filters out of the way", &hidden);
        page.click(".filters-toggle");
        page.wait("filters in view", &format!("!({hidden})"));
        page.click(&format!("{} label", row(Group::Country, &country)));
        expect_list(
            page,
            "",
            &truth().explore("", filters([pick(Group::Country, &country)])),
        );
        page.wait_text(".filters-toggle", "Filters (1)");
        page.click(".filters-toggle");
        page.wait("filters out of the way", &hidden);
        page.click(".chip-pick");
        expect_list(page, "", &truth().all());
        page.click(".filters-toggle");
        page.wait("filters in view", &format!("!({hidden})"));
        page.key(Key::Escape);
        page.wait("filters out of the way", &hidden);
    });
}

#[test]
fn open_filters_have_their_column_in_a_window_that_was_made_wider() {
    browse(|page| {
        let host = Site::of(site()).open();
        page.open_sized(&host, "", 800, 700);
        page.click(".filters-toggle");
        page.wait(
            "filters over the list",
            "document.querySelector('.filters').clientWidth > 500",
        );
        page.resize(1280, 700);
        page.wait(
            "filters beside the list",
            "document.querySelector('.filters').getBoundingClientRect().right <= \
             document.querySelector('.results').getBoundingClientRect().left",
        );
    });
}

#[test]
fn what_a_finger_presses_is_large_enough() {
    browse(|page| {
        let host = Site::of(site()).open();
        for view in views(truth()) {
            page.open_sized(&host, &view.fragment, 390, 844);
            page.wait_for(view.shows);
            // WCAG 2.2, 2.5.8: 24 by 24 CSS pixels, but for links in running text and targets with room round them.
            let small = page.eval(
                "[...document.querySelectorAll('button, select, summary, input:not([type=radio]):not([type=checkbox])')]\
                 .filter(e => e.checkVisibility({ visibilityProperty: true })).filter(e => { const r = e.getBoundingClientRect(); \
                 return r.width > 0 && (r.width < 23.5 || r.height < 23.5) }).map(e => e.getBoundingClientRect().width + ' × ' + e.getBoundingClientRect().height + ' ' + e.outerHTML.slice(0, 140))",
            );
            assert_eq!(small, serde_json::json!([]), "{}", view.name);
        }
    });
}

#[test]
fn the_map_is_a_press_away_on_a_phone() {
    browse(|page| {
        let host = Site::of(site()).open();
        page.open_sized(&host, "", 390, 844);
        page.click(".map-jump");
        page.wait("the map in view", "(r => r && r.top < innerHeight && r.bottom > 0)(document.querySelector('.map-frame')?.getBoundingClientRect())");
    });
}
