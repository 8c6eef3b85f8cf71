//! The timeline: its figures, and the brush by mouse and by keyboard.

use dateline_corpus::Filters;
use dateline_tests::browser::{Key, browse};
use serde_json::json;

use crate::common::{counted, expect_list, open, title_words, truth};

#[test]
fn bars_count_the_articles_of_each_day_under_the_query() {
    browse(|page| {
        let _host = open(page, "");
        let word = title_words().remove(0);
        for query in ["", word.as_str()] {
            page.search(query);
            let view = truth().explore(query, Filters::default());
            expect_list(page, query, &view);
            let titles = page.texts(".timeline-svg title");
            assert!(!titles.is_empty(), "every bar says its days and its articles");
            let counts: u32 = titles
                .iter()
                .filter_map(|t| t.rsplit(": ").next()?.split(' ').next()?.parse::<u32>().ok())
                .sum();
            assert_eq!(
                counts,
                view.timeline.days.iter().map(|(_, n)| n).sum::<u32>(),
                "{titles:?}"
            );
            let most = view.timeline.days.iter().map(|(_, n)| *n).max().unwrap_or_default();
            assert!(
                titles.iter().any(|t| t.ends_with(&counted(most, "article"))),
                "{titles:?}"
            );
        }
    });
}

#[test]
fn a_brush_drawn_over_bars_narrows_to_their_days() {
    browse(|page| {
        let _host = open(page, "");
        page.call(
            "document.querySelector('.timeline-svg').scrollIntoView({ block: 'center', behavior: 'instant' })",
            vec![],
        );
        let bars = page.count(".timeline-room-bar");
        assert!(bars > 1, "the bundled articles are of several days");
        // From the first bar to the one in the middle.
        let centre = |n: usize| {
            let rect = page.eval(&format!(
                "(r => [r.left + r.width / 2, r.top + r.height / 2])(document.querySelectorAll('.timeline-room-bar')[{n}].getBoundingClientRect())"
            ));
            (
                rect[0].as_f64().unwrap_or_default(),
                rect[1].as_f64().unwrap_or_default(),
            )
        };
        page.drag(centre(1), centre(bars / 2));
        page.wait("a first day", "document.getElementById('timeline-from').value !== ''");
        let day = |id: &str| {
            let value = page.eval(&format!("document.getElementById({}).value", json!(id)));
            dateline_corpus::Date::parse_iso(value.as_str().unwrap_or_default())
        };
        let filters = Filters {
            from: day("timeline-from"),
            to: day("timeline-to"),
            ..Filters::default()
        };
        assert!(
            filters.from.is_some() && filters.to.is_some() && filters.from < filters.to,
            "{filters:?}"
        );
        expect_list(page, "", &truth().explore("", filters));
        assert!(page.has(".chip-dates"));
        page.click_text("button", "Clear dates");
        expect_list(page, "", &truth().all());
    });
}

#[test]
fn the_handles_move_by_keyboard_and_say_their_day() {
    browse(|page| {
        let _host = open(page, "");
        page.wait_for(".timeline-handle[data-end=from]");
        page.call(
            "document.querySelector('.timeline-handle[data-end=from]').focus()",
            vec![],
        );
        let before = page
            .attributes(".timeline-handle[data-end=from]", "aria-valuetext")
            .join("");
        page.key(Key::Right);
        page.wait(
            "another day",
            &format!(
                "document.querySelector('.timeline-handle[data-end=from]').getAttribute('aria-valuetext') !== {}",
                json!(before)
            ),
        );
        page.wait(
            "a filter by days",
            "document.getElementById('timeline-from').value !== ''",
        );
        let from = page.eval("document.getElementById('timeline-from').value");
        let to = page.eval("document.getElementById('timeline-to').value");
        let date = |v: &serde_json::Value| dateline_corpus::Date::parse_iso(v.as_str().unwrap_or_default());
        expect_list(
            page,
            "",
            &truth().explore(
                "",
                Filters {
                    from: date(&from),
                    to: date(&to),
                    ..Filters::default()
                },
            ),
        );
        assert_eq!(
            page.eval("document.activeElement?.dataset?.end"),
            "from",
            "the focus stays on the handle"
        );
        page.key(Key::Home);
        page.wait_text("#results-title", &counted(truth().all().total, "article"));
    });
}
