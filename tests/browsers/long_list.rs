//! A list of more hits than a page can hold: all of it is reached, little of it is drawn, and what is read stays in place.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use dateline_corpus::{Date, Group};
use dateline_tests::browser::{Host, Key, Kind, Page, Site, browse};
use serde_json::{Value, json};

use crate::common::{build, build_from, row, scratch};

const ARTICLES: usize = 1_200;

/// Every so many articles have a word of their own.
const ZINC: usize = 6;

/// Rows that may stand in the page at once: a window's, as many on both sides, and what the focus keeps.
const MOST: usize = 150;

/// Articles a day apart, newest first, so that the row is known from the id; their rows are one to four lines high.
fn articles() -> String {
    let words = [
        "harbour", "ministry", "talks", "budget", "election", "railway", "treaty", "storm", "museum",
    ];
    let line = |i: usize| {
        let text: Vec<&str> = (0..6 + i * 7 % 40)
            .map(|n| words[(i * 5 + n * n) % words.len()])
            .collect();
        let day = Date::new(2020, 1, 1).map_or(0, Date::days) - i as i32;
        let zinc = if i.is_multiple_of(ZINC) { "Zinc " } else { "" };
        let article = json!({
            "id": id(i),
            "title": format!("{zinc}report {i} {}", words[..i % words.len()].join(" ")),
            "date": Date::from_days(day).map(|day| day.to_string()),
            "outlet": if i.is_multiple_of(2) { "North Wire" } else { "South Wire" },
            "text": format!("{}.", text.join(" ")),
        });
        format!("{article}\n")
    };
    (0..ARTICLES).map(line).collect()
}

fn id(row: usize) -> String {
    format!("report-{row:04}")
}

fn site() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| {
        build(
            &scratch("long list"),
            &[("reports.jsonl", articles().as_bytes())],
            "site",
        )
    })
}

fn open(page: &Page<'_>, fragment: &str) -> Host {
    let host = Site::of(site()).open();
    page.open(&host.url(&format!("#{fragment}")));
    host
}

/// Rows of which the window shows some: number, counted from 0, and top in the window.
const SEEN: &str = "[...document.querySelectorAll('.results .hits > .hit')].map(e => [e.getAttribute('aria-posinset') - 1, \
    e.getBoundingClientRect()]).filter(([, r]) => r.bottom > 0 && r.top < innerHeight).map(([n, r]) => [n, r.top])";

/// No room of rows that are not drawn is in the window.
const FULL: &str = "![...document.querySelectorAll('.results .hits > .gap')].some(e => (r => r.bottom > 0 && r.top < innerHeight)\
    (e.getBoundingClientRect()))";

/// The rows in the window once it is full of them, each under the next; and few rows stand in the page.
#[track_caller]
fn seen(page: &Page<'_>) -> Vec<(usize, f64)> {
    page.wait("a window full of rows", &format!("{FULL} && {SEEN}.length > 0"));
    let rows = page.eval(SEEN);
    let pair = |row: &Value| {
        (
            row[0].as_u64().unwrap_or(0) as usize,
            row[1].as_f64().unwrap_or(f64::NAN),
        )
    };
    let rows: Vec<_> = rows.as_array().into_iter().flatten().map(pair).collect();
    assert!(rows.windows(2).all(|pair| pair[0].0 + 1 == pair[1].0), "{rows:?}");
    let drawn = page.count(".results .hits > .hit");
    assert!(drawn <= MOST, "{drawn} rows are drawn");
    rows
}

/// What a row is: its article, and of how many it says it is one.
#[track_caller]
fn expect_row(page: &Page<'_>, at: usize, of: usize, id: &str) {
    let found = page.eval(&format!(
        "(e => e && [e.querySelector('.hit-link').dataset.id, e.getAttribute('aria-setsize')])\
         (document.querySelector('.results .hits > [aria-posinset=\"{}\"]'))",
        at + 1
    ));
    assert_eq!(found, json!([id, of.to_string()]), "row {at}");
}

#[track_caller]
fn wait_focus(page: &Page<'_>, at: usize) {
    page.wait(
        &format!("the focus on row {at}, in the window"),
        &format!(
            "(e => e?.matches('.hit-link') && e.closest('.hit').getAttribute('aria-posinset') == {} && \
             (r => r.top >= 0 && r.bottom <= innerHeight)(e.getBoundingClientRect()))(document.activeElement)",
            at + 1
        ),
    );
}

#[track_caller]
fn scroll_to_row(page: &Page<'_>, at: usize) {
    // By where its share of the list is, as whoever drags the scrollbar does.
    page.eval(&format!(
        "(r => scrollTo({{ top: scrollY + r.top + r.height * {at} / {ARTICLES}, behavior: 'instant' }}))\
         (document.querySelector('.results .hits').getBoundingClientRect())"
    ));
    seen(page);
}

/// Scrolls down window by window, to the last row.
#[track_caller]
fn expect_all_of_it(page: &Page<'_>) {
    let mut next = 0;
    for _ in 0..ARTICLES {
        for (at, _) in seen(page) {
            assert!(at <= next, "rows are passed over: {at} comes after {next}");
            if at == next {
                expect_row(page, at, ARTICLES, &id(at));
                next += 1;
            }
        }
        if next == ARTICLES {
            return;
        }
        page.eval("scrollBy({ top: innerHeight - 90, behavior: 'instant' })");
    }
    panic!("row {next} is not reached");
}

#[test]
fn every_hit_is_reached_by_scrolling() {
    browse(|page| {
        let _host = open(page, "");
        page.wait_text("#results-title", "1,200 articles");
        expect_all_of_it(page);
    });
}

#[test]
fn every_hit_is_reached_on_a_phone() {
    browse(|page| {
        let host = Site::of(site()).open();
        page.open_sized(&host, "", 390, 844);
        for at in [0, 300, 600, 900] {
            scroll_to_row(page, at);
            let first = seen(page)[0].0;
            assert!(first.abs_diff(at) < 60, "row {first} where {at} was looked for");
            expect_row(page, first, ARTICLES, &id(first));
        }
        page.eval("document.querySelector('.results .hits > .hit .hit-link').focus()");
        page.key(Key::End);
        wait_focus(page, ARTICLES - 1);
        // Map and timeline follow the list, and who picks a country there stays there.
        page.eval("scrollTo(0, 0)");
        page.click(".map-jump");
        page.wait(
            "the map in view",
            "(r => r.top < innerHeight && r.bottom > 0)(document.querySelector('.map-frame').getBoundingClientRect())",
        );
    });
}

#[test]
fn keys_go_through_the_whole_list() {
    browse(|page| {
        let _host = open(page, "");
        page.click("#q");
        page.key(Key::Down);
        wait_focus(page, 0);
        for at in 1..60 {
            page.key(Key::Down);
            wait_focus(page, at);
        }
        page.key(Key::End);
        wait_focus(page, ARTICLES - 1);
        expect_row(page, ARTICLES - 1, ARTICLES, &id(ARTICLES - 1));
        for at in (ARTICLES - 40..ARTICLES - 1).rev() {
            page.key(Key::Up);
            wait_focus(page, at);
        }
        page.key(Key::Enter);
        page.wait("the article", "document.activeElement?.id === 'article-title'");
        page.key(Key::Escape);
        wait_focus(page, ARTICLES - 40);
        page.key(Key::Home);
        wait_focus(page, 0);
        page.key(Key::Up);
        page.wait("the focus in the box", "document.activeElement?.id === 'q'");
    });
}

#[test]
fn what_has_the_focus_is_not_taken_away() {
    browse(|page| {
        let _host = open(page, "");
        scroll_to_row(page, 400);
        let (at, _) = seen(page)[1];
        page.eval(&format!(
            "document.querySelector('[aria-posinset=\"{}\"] .hit-link').focus()",
            at + 1
        ));
        for far in [1_000, 0, 700] {
            scroll_to_row(page, far);
            assert_eq!(
                page.eval("document.activeElement.closest('.hit').getAttribute('aria-posinset') - 1"),
                json!(at)
            );
        }
        page.key(Key::Down);
        wait_focus(page, at + 1);
    });
}

/// Scrolls by steps. Of each, the rows in the window that do not stand where scrolling alone has put them once the page has
/// come to rest: step, row, top at first, top at rest. All in the page, so that nothing comes between.
const STEPS: &str = "const [by, steps, done] = arguments, moved = []; let left = steps; \
    const tops = () => new Map([...document.querySelectorAll('.results .hits > .hit')].map(e => \
      [e.getAttribute('aria-posinset'), e.getBoundingClientRect().top])); \
    const rest = then => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => setTimeout(then, 15)))); \
    const step = () => { if (!left--) return done(moved); scrollBy({ top: by, behavior: 'instant' }); \
      const first = tops(); rest(() => { const now = tops(); for (const [row, top] of first) \
        if (top > -200 && top < innerHeight && !(Math.abs(now.get(row) - top) < 1)) \
          moved.push([steps - left, row, top, now.get(row)]); step() }) }; step()";

#[test]
fn what_is_read_stays_in_its_place_while_rows_come_and_go() {
    browse(|page| {
        let _host = open(page, "");
        scroll_to_row(page, 700);
        for by in [-311, 530, -97] {
            let moved = page.call_until(STEPS, vec![json!(by), json!(40)]);
            assert_eq!(moved, json!([]), "step, row, its top before, then, and at rest");
            seen(page);
        }
    });
}

#[test]
fn nothing_shifts_where_rows_take_their_place() {
    browse(|page| {
        if page.kind() != Kind::Chromium {
            return println!("not run: only Chromium tells of layout shifts");
        }
        let _host = open(page, "");
        page.wait_for(".map-svg [data-country], .map-frame");
        page.call(
            "window.shifts = []; new PerformanceObserver(l => shifts.push(...l.getEntries().map(e => [e.value, \
             e.sources.map(s => [s.node?.outerHTML?.slice(0, 40), s.previousRect.top, s.currentRect.top])]))).observe({ type: 'layout-shift' })",
            vec![],
        );
        for at in [500, 1_150, 20, 800] {
            scroll_to_row(page, at);
            for by in [700, 700, -500, -900] {
                page.eval(&format!("scrollBy(0, {by})"));
                seen(page);
                assert_eq!(page.eval("shifts"), json!([]), "from {at} by {by}");
            }
        }
    });
}

#[test]
fn another_list_begins_at_its_head() {
    browse(|page| {
        let _host = open(page, "sort=newest");
        let expect_head = |ids: [String; 2], of: usize| {
            page.wait(
                &format!("{} at the head of {of}", ids[0]),
                &format!(
                    "(e => e?.getAttribute('aria-setsize') == {of} && e.querySelector('.hit-link').dataset.id === {} && \
                     e.getBoundingClientRect().top > 0 && e.getBoundingClientRect().top < innerHeight)\
                     (document.querySelector('.results .hits > .hit'))",
                    json!(ids[0])
                ),
            );
            expect_row(page, 1, of, &ids[1]);
            seen(page);
        };
        scroll_to_row(page, 900);
        page.search("zinc");
        expect_head([id(0), id(ZINC)], ARTICLES / ZINC);
        scroll_to_row(page, 600);
        page.search("");
        expect_head([id(0), id(1)], ARTICLES);
        scroll_to_row(page, 900);
        page.click(&format!("{} label", row(Group::Outlet, "South Wire")));
        expect_head([id(1), id(3)], ARTICLES / 2);
        page.click(".clear-all");
        expect_head([id(0), id(1)], ARTICLES);
        scroll_to_row(page, 900);
        page.call(
            "const s = document.querySelector('#sort'); s.value = 'oldest'; s.dispatchEvent(new Event('change', { bubbles: true }))",
            vec![],
        );
        expect_head([id(ARTICLES - 1), id(ARTICLES - 2)], ARTICLES);
    });
}

#[test]
fn whoever_returns_from_an_article_is_where_the_list_was_left() {
    browse(|page| {
        let _host = open(page, "");
        scroll_to_row(page, 777);
        let back: [&dyn Fn(); 4] = [
            &|| page.key(Key::Escape),
            &|| page.back(),
            &|| page.click(".reader-bar .back"),
            // The list is asked for anew, and heights are not known.
            &|| {
                page.reload();
                page.wait_for("#article-title");
                page.ready();
                page.back();
            },
        ];
        for back in back {
            let left = seen(page);
            let (at, _) = left[2];
            page.click(&format!("[aria-posinset=\"{}\"] .hit-link", at + 1));
            page.wait_for("#article-title");
            page.wait_text(".among .position", &format!("{} of 1,200", at + 1));
            back();
            page.wait_gone("#article-title");
            page.wait(
                &format!("row {at} where it was: {left:?}"),
                &format!(
                    "Math.abs(({SEEN}.find(([n]) => n === {at}) ?? [0, 1e9])[1] - {}) < 2",
                    left[2].1
                ),
            );
            seen(page);
        }
        page.reload();
        page.ready();
        seen(page);
    });
}

#[test]
fn neighbours_are_a_click_away_all_along_the_list() {
    browse(|page| {
        let _host = open(page, "");
        scroll_to_row(page, 600);
        let (first, _) = seen(page)[2];
        page.click(&format!("[aria-posinset=\"{}\"] .hit-link", first + 1));
        for at in first..first + 30 {
            page.wait_text(".among .position", &format!("{} of 1,200", at + 1));
            page.click(".among [aria-label='Next result']");
        }
        page.wait_text(".among .position", &format!("{} of 1,200", first + 31));
        page.key(Key::Escape);
        wait_focus(page, first + 30);
    });
}

#[test]
fn a_list_in_parts_is_as_long() {
    browse(|page| {
        let scratch = scratch("long list in parts");
        let articles_in = scratch.join("articles");
        let written = std::fs::create_dir_all(&articles_in)
            .and_then(|()| std::fs::write(articles_in.join("reports.jsonl"), articles()));
        written.unwrap_or_else(|e| panic!("{}: {e}", articles_in.display()));
        let site = build_from(&articles_in, &["--parts", "always"], &scratch.join("site"));
        let host = Site::of(site).open();
        page.open(&host.url(""));
        for at in [900, 300, 600] {
            scroll_to_row(page, at);
            let first = seen(page)[0].0;
            assert!(first.abs_diff(at) < 60, "row {first} where {at} was looked for");
            expect_row(page, first, ARTICLES, &id(first));
        }
        page.eval("document.querySelector('.results .hits > .hit .hit-link').focus()");
        page.key(Key::End);
        wait_focus(page, ARTICLES - 1);
        let moved = page.call_until(STEPS, vec![json!(-311), json!(30)]);
        assert_eq!(moved, json!([]), "step, row, its top before, then, and at rest");
        page.search("zinc");
        page.wait_text("#results-title", "200 results for zinc");
        page.wait_for(&format!(
            ".results .hits > .hit[aria-posinset='1'][aria-setsize='{}']",
            ARTICLES / ZINC
        ));
    });
}
