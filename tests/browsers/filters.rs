//! Narrowing the list by country, person, organisation, place, outlet and day.

use dateline_corpus::{Date, Filters, Group, Pick};
use dateline_engine::view::{FacetValue, View};
use dateline_tests::browser::{Page, browse};
use serde_json::json;

use crate::common::{counted, expect_list, filters, open, pick, row, title_words, truth};

fn values(view: &View, group: Group) -> &[FacetValue] {
    view.facets
        .iter()
        .find(|facet| facet.group == group)
        .map_or(&[], |facet| facet.values.as_slice())
}

/// A value of a group that narrows the corpus and can be clicked without showing the whole group.
fn narrowing(group: Group) -> FacetValue {
    let view = truth().all();
    let mut shown = values(&view, group).iter().take(8);
    let found = shown.find(|v| v.articles < view.total && !v.key.is_empty());
    found
        .cloned()
        .unwrap_or_else(|| panic!("the bundled articles differ in some {group:?}"))
}

/// Every count shown is the engine's.
#[track_caller]
fn expect_counts(page: &Page<'_>, view: &View) {
    for facet in &view.facets {
        let group = format!("section[aria-labelledby=facet-{}]", facet.group.word());
        let keys = page.attributes(&format!("{group} .facet-value"), "data-key");
        assert!(keys.len() >= facet.values.len().min(8), "{:?}: {keys:?}", facet.group);
        for key in keys {
            let value = facet.values.iter().find(|v| v.key == key);
            let articles = value.map_or(0, |v| v.articles);
            let row = row(facet.group, &key);
            assert_eq!(
                page.text(&format!("{row} .facet-count")),
                counted(articles, "article"),
                "{row}"
            );
            if let Some(value) = value.filter(|v| v.mentions > 0) {
                assert_eq!(
                    page.text(&format!("{row} .mentions-count")),
                    format!("{}×", value.mentions),
                    "{row}"
                );
            }
        }
    }
}

#[test]
fn a_value_of_each_group_narrows_the_list_and_its_chip_takes_it_back() {
    browse(|page| {
        let _host = open(page, "");
        for group in Group::ALL {
            let value = narrowing(group);
            page.click(&format!("{} label", row(group, &value.key)));
            let view = truth().explore("", filters([pick(group, &value.key)]));
            assert_eq!(
                view.total, value.articles,
                "{group:?}: the count promised what the click gave"
            );
            expect_list(page, "", &view);
            expect_counts(page, &view);
            let chip = page.text(".chip-pick");
            assert!(chip.contains(&value.name), "{chip}");
            page.click(".chip-pick");
            expect_list(page, "", &truth().all());
            page.wait_gone(".chips");
        }
    });
}

#[test]
fn counts_follow_the_query() {
    browse(|page| {
        let _host = open(page, "");
        expect_counts(page, &truth().all());
        for word in title_words().iter().take(3) {
            page.search(word);
            let view = truth().explore(word, Filters::default());
            expect_list(page, word, &view);
            expect_counts(page, &view);
        }
    });
}

#[test]
fn values_of_one_group_add_up_and_groups_narrow_each_other() {
    browse(|page| {
        let _host = open(page, "");
        let all = truth().all();
        let outlets: Vec<&FacetValue> = values(&all, Group::Outlet)
            .iter()
            .filter(|v| !v.key.is_empty())
            .take(2)
            .collect();
        assert_eq!(outlets.len(), 2, "the bundled articles come from two outlets and more");
        let mut picks: Vec<Pick> = Vec::new();
        for outlet in outlets {
            picks.push(pick(Group::Outlet, &outlet.key));
            page.click(&format!("{} label", row(Group::Outlet, &outlet.key)));
            expect_list(page, "", &truth().explore("", filters(picks.clone())));
        }
        let country = narrowing(Group::Country);
        picks.push(pick(Group::Country, &country.key));
        page.click(&format!("{} label", row(Group::Country, &country.key)));
        let view = truth().explore("", filters(picks));
        expect_list(page, "", &view);
        expect_counts(page, &view);
        assert_eq!(page.count(".chip-pick"), 3);
        page.click(".clear-all");
        expect_list(page, "", &all);
        page.wait_gone(".chips");
    });
}

#[test]
fn an_excluded_value_leaves_its_articles_out() {
    browse(|page| {
        let _host = open(page, "");
        let value = narrowing(Group::Country);
        page.click(&format!("{} button.exclude", row(Group::Country, &value.key)));
        let exclude = Pick {
            exclude: true,
            ..pick(Group::Country, &value.key)
        };
        let view = truth().explore("", filters([exclude]));
        assert_eq!(view.total, view.corpus - value.articles);
        expect_list(page, "", &view);
        assert!(page.text(".chip-not").contains("not"), "{}", page.text(".chips"));
        let pressed = page.attributes(
            &format!("{} button.exclude", row(Group::Country, &value.key)),
            "aria-pressed",
        );
        assert!(pressed.is_empty() || pressed == ["true"], "{pressed:?}");
    });
}

#[test]
fn typing_finds_a_value_in_a_long_group() {
    browse(|page| {
        let _host = open(page, "");
        let all = truth().all();
        let long = Group::ALL
            .into_iter()
            .find(|g| values(&all, *g).len() > 8)
            .expect("a group with more values than fit");
        // The last value: the one that is not shown at first.
        let hidden = values(&all, long).last().expect("it has values");
        let group = format!("section[aria-labelledby=facet-{}]", long.word());
        assert_eq!(page.count(&row(long, &hidden.key)), 0, "it is not among the first");
        page.click(&format!("{group} .facet-find"));
        let first: String = hidden
            .name
            .split(' ')
            .next()
            .unwrap_or_default()
            .chars()
            .take(5)
            .collect();
        page.type_text(&first);
        page.wait_for(&row(long, &hidden.key));
        for name in page.texts(&format!("{group} .facet-name")) {
            let fits = name
                .split(|c: char| !c.is_alphanumeric())
                .any(|w| w.to_lowercase().starts_with(&first.to_lowercase()));
            assert!(fits, "{name:?} has no word that starts with {first:?}");
        }
        page.click(&format!("{} label", row(long, &hidden.key)));
        expect_list(page, "", &truth().explore("", filters([pick(long, &hidden.key)])));
    });
}

#[test]
fn a_long_group_is_shown_whole_on_demand() {
    browse(|page| {
        let _host = open(page, "");
        let all = truth().all();
        let long = Group::ALL
            .into_iter()
            .find(|g| values(&all, *g).len() > 8)
            .expect("a group with more values than fit");
        let group = format!("section[aria-labelledby=facet-{}]", long.word());
        let total = values(&all, long).len();
        page.click(&format!("{group} .show-all"));
        page.wait(
            "every value",
            &format!(
                "document.querySelectorAll({}).length === {total}",
                json!(format!("{group} .facet-value"))
            ),
        );
        expect_counts(page, &all);
    });
}

#[test]
fn dates_narrow_the_list_and_leave_undated_articles_out() {
    browse(|page| {
        let _host = open(page, "");
        let (first, last) = truth().all().timeline.range.expect("the bundled articles have dates");
        let set = |id: &str, day: Option<Date>| {
            page.call(
                "const i = document.getElementById(arguments[0]); i.value = arguments[1]; \
                 i.dispatchEvent(new Event('change', { bubbles: true }))",
                vec![json!(id), json!(day.map(|d| d.to_string()).unwrap_or_default())],
            );
        };
        // Days given backwards are turned round: between two ranges both ends are cleared.
        for (from, to) in [
            (Some(first), Some(first)),
            (None, None),
            (Some(last), Some(last)),
            (None, None),
            (None, Some(first)),
        ] {
            set("timeline-from", from);
            let shown = json!(from.map(|d| d.to_string()).unwrap_or_default());
            page.wait(
                "the first day",
                &format!("document.getElementById('timeline-from').value === {shown}"),
            );
            set("timeline-to", to);
            let filters = Filters {
                from,
                to,
                ..Filters::default()
            };
            expect_list(page, "", &truth().explore("", filters));
        }
    });
}

#[test]
fn a_count_of_mentions_opens_as_many_sentences() {
    browse(|page| {
        let _host = open(page, "");
        for group in [Group::Country, Group::Person, Group::Organisation] {
            let view = truth().all();
            let value = values(&view, group).first().expect("the bundled articles name someone");
            page.click(&format!("{} .mentions-count", row(group, &value.key)));
            page.wait_for("[role=dialog] .sentences");
            assert_eq!(
                page.count("[role=dialog] .sentences li"),
                value.mentions.min(100) as usize,
                "{}",
                value.name
            );
            let counted = page.text("[role=dialog] .counted");
            assert!(counted.starts_with(&counted_line(value)), "{counted}");
            page.click("[role=dialog] .close");
            page.wait_gone("[role=dialog]");
        }
    });
}

fn counted_line(value: &FacetValue) -> String {
    format!(
        "{} in {}",
        counted(value.mentions, "mention"),
        counted(value.articles, "article")
    )
}
