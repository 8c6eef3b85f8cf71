//! The map: its figures, and every way to point at a country.

use dateline_corpus::{Filters, Group};
use dateline_engine::view::View;
use dateline_tests::browser::{Key, Page, Site, browse};
use serde_json::{Value, json};

use crate::common::{build, counted, expect_list, filters, open, pick, scratch, title_words, truth};

const MAP: &str = ".map-svg";

/// What the map's countries say: code, articles, mentions, whether they can be pressed.
fn shapes(page: &Page<'_>) -> Vec<(String, u64, u64, bool)> {
    // It is drawn in steps.
    page.wait_for(&format!("{MAP} .map-countries:not([aria-busy])"));
    let all = page.eval(&format!(
        "[...document.querySelectorAll('{MAP} [data-country]')].map(g => [g.dataset.country, +g.dataset.articles, \
         +g.dataset.mentions, g.getAttribute('role') === 'button'])"
    ));
    let shape = |v: &Value| {
        let number = |i: usize| v[i].as_u64().unwrap_or(u64::MAX);
        (
            v[0].as_str().unwrap_or_default().to_owned(),
            number(1),
            number(2),
            v[3] == true,
        )
    };
    all.as_array().into_iter().flatten().map(shape).collect()
}

/// Waits until the map shows a view's figures, and compares every country.
#[track_caller]
fn expect_figures(page: &Page<'_>, view: &View) {
    let first = view.countries.first().map(|c| (c.code.to_string(), c.articles));
    if let Some((code, articles)) = first {
        page.wait_for(&format!("{MAP} [data-country={code}][data-articles='{articles}']"));
    }
    let shapes = shapes(page);
    for (code, articles, mentions, live) in &shapes {
        let figure = view.countries.iter().find(|c| c.code.as_str() == code);
        let expected = figure.map_or((0, 0), |c| (u64::from(c.articles), u64::from(c.mentions)));
        assert_eq!((*articles, *mentions), expected, "{code}");
        assert!(*live || *articles == 0, "{code} has articles and cannot be pressed");
    }
    for figure in &view.countries {
        assert!(
            shapes.iter().any(|s| s.0 == figure.code.as_str()),
            "{} is not on the map",
            figure.name
        );
    }
}

/// A point of the window where a country is what a pointer hits.
#[track_caller]
fn point_on(page: &Page<'_>, code: &str) -> (f64, f64) {
    page.call(
        "document.querySelector('.map-frame').scrollIntoView({ block: 'center', behavior: 'instant' })",
        vec![],
    );
    let found = page.call(
        "const g = document.querySelector(`.map-svg [data-country=${arguments[0]}]`); \
         for (const part of [...g.children].reverse()) { const r = part.getBoundingClientRect(); \
           for (let i = 1; i < 24; i++) for (let j = 1; j < 24; j++) { \
             const x = r.left + r.width * ((i + 11) % 24) / 24, y = r.top + r.height * ((j + 11) % 24) / 24; \
             if (document.elementFromPoint(x, y)?.closest('[data-country]') === g) return [x, y]; } } \
         return null",
        vec![json!(code)],
    );
    match (found[0].as_f64(), found[1].as_f64()) {
        (Some(x), Some(y)) => (x, y),
        _ => panic!("no point of the map belongs to {code}"),
    }
}

/// A country that is in some articles and not in all.
fn some_country() -> (String, String, u32, u32) {
    let view = truth().all();
    let found = view
        .countries
        .iter()
        .find(|c| c.articles < view.total)
        .expect("the articles differ in countries");
    (
        found.code.to_string(),
        found.name.clone(),
        found.articles,
        found.mentions,
    )
}

#[test]
fn every_country_carries_the_engines_figures_and_they_follow_the_query() {
    browse(|page| {
        let _host = open(page, "");
        expect_figures(page, &truth().all());
        assert!(
            shapes(page).len() >= 240,
            "every country and territory of ISO 3166-1 is drawn: {}",
            shapes(page).len()
        );
        for word in title_words().iter().take(2) {
            page.search(word);
            let view = truth().explore(word, Filters::default());
            expect_list(page, word, &view);
            expect_figures(page, &view);
        }
    });
}

#[test]
fn a_click_on_a_country_filters_and_a_second_click_takes_it_back() {
    browse(|page| {
        let _host = open(page, "");
        expect_figures(page, &truth().all());
        let (code, ..) = some_country();
        page.click_at(point_on(page, &code));
        let view = truth().explore("", filters([pick(Group::Country, &code)]));
        expect_list(page, "", &view);
        page.wait_for(&format!("{MAP} [data-country={code}][aria-pressed=true]"));
        expect_figures(page, &view);
        page.click_at(point_on(page, &code));
        expect_list(page, "", &truth().all());
    });
}

#[test]
fn pointing_at_a_country_shows_its_name_and_counts() {
    browse(|page| {
        let _host = open(page, "");
        expect_figures(page, &truth().all());
        let (code, name, articles, mentions) = some_country();
        page.move_to(point_on(page, &code));
        page.wait_for(".map-tip");
        let tip = page.text(".map-tip");
        for part in [name, counted(articles, "article"), counted(mentions, "mention")] {
            assert!(tip.contains(&part), "{part:?} in {tip:?}");
        }
    });
}

#[test]
fn the_keyboard_reaches_countries_names_them_and_filters() {
    browse(|page| {
        let _host = open(page, "");
        expect_figures(page, &truth().all());
        let stops = page.attributes(&format!("{MAP} .map-countries [tabindex='0']"), "data-country");
        assert_eq!(stops.len(), 1, "the Tab key stops once at the countries: {stops:?}");
        // Tab from the last control before the map.
        page.call(
            "[...document.querySelectorAll('.map-head input:checked')].pop().focus()",
            vec![],
        );
        page.key(Key::Tab);
        page.wait(
            "the focus on a country",
            &format!("document.activeElement?.dataset?.country === {}", json!(stops[0])),
        );
        page.wait_for(".map-tip");
        let label = page
            .attributes(&format!("{MAP} [data-country={}]", stops[0]), "aria-label")
            .join("");
        assert!(
            label.contains(&page.text(".map-tip").split(':').next().unwrap_or_default()[..3]),
            "{label}"
        );
        let live = truth().all().countries.len();
        let mut seen = std::collections::BTreeSet::new();
        for key in [Key::Right, Key::Left, Key::Down, Key::Up, Key::Left, Key::Right] {
            page.key(key);
            seen.insert(
                page.eval("document.activeElement?.dataset?.country ?? ''")
                    .as_str()
                    .unwrap_or("")
                    .to_owned(),
            );
        }
        assert!(!seen.contains(""), "arrows stay on countries");
        assert!(live < 2 || seen.len() > 1, "arrows move between countries: {seen:?}");
        let code = page
            .eval("document.activeElement.dataset.country")
            .as_str()
            .unwrap_or_default()
            .to_owned();
        page.key(Key::Enter);
        expect_list(page, "", &truth().explore("", filters([pick(Group::Country, &code)])));
    });
}

#[test]
fn the_map_zooms_and_pans_by_button_key_wheel_and_drag() {
    browse(|page| {
        let _host = open(page, "");
        expect_figures(page, &truth().all());
        let view_box = |page: &Page<'_>| page.attributes(MAP, "viewBox").join("");
        let whole = view_box(page);
        let changed = |page: &Page<'_>, from: &str, what: &str| {
            page.wait(
                what,
                &format!(
                    "document.querySelector('{MAP}').getAttribute('viewBox') !== {}",
                    json!(from)
                ),
            );
        };
        page.call(
            "document.querySelector('.map-frame').scrollIntoView({ block: 'center', behavior: 'instant' })",
            vec![],
        );
        page.click("[aria-label='Zoom in']");
        changed(page, &whole, "a closer look by the button");
        let close = view_box(page);
        let frame = page.rect(".map-frame");
        let (x, y) = (frame.0 + frame.2 / 2.0, frame.1 + frame.3 / 2.0);
        page.drag((x, y), (x + 60.0, y + 20.0));
        changed(page, &close, "another part of the world by dragging");
        assert_eq!(page.count(".chips"), 0, "a drag is no click");
        let dragged = view_box(page);
        page.call(
            "document.querySelector('.map-svg').dispatchEvent(new WheelEvent('wheel', \
             { deltaY: -200, ctrlKey: true, bubbles: true, cancelable: true, clientX: arguments[0], clientY: arguments[1] }))",
            vec![json!(x), json!(y)],
        );
        changed(page, &dragged, "a closer look by the wheel");
        page.wait("the address to follow", "location.hash.includes('at=')");
        page.click("[aria-label='Whole world']");
        page.wait(
            "the whole world",
            &format!(
                "document.querySelector('{MAP}').getAttribute('viewBox') === {}",
                json!(whole)
            ),
        );
        page.call(
            "document.querySelector('.map-svg .map-countries [tabindex=\"0\"]').focus()",
            vec![],
        );
        page.type_text("+");
        changed(page, &whole, "a closer look by the key");
        page.type_text("0");
        page.wait(
            "the whole world",
            &format!(
                "document.querySelector('{MAP}').getAttribute('viewBox') === {}",
                json!(whole)
            ),
        );
    });
}

#[test]
fn a_button_of_the_map_that_can_do_no_more_keeps_the_focus() {
    browse(|page| {
        let _host = open(page, "");
        expect_figures(page, &truth().all());
        for name in ["Zoom out", "Whole world"] {
            page.click("[aria-label='Zoom in']");
            let button = format!("[aria-label='{name}']");
            page.wait_for(&format!("{button}[aria-disabled=false]"));
            page.eval(&format!("document.querySelector({}).focus()", json!(button)));
            page.key(Key::Enter);
            page.wait_for(&format!("{button}[aria-disabled=true]"));
            // The focus is looked after when the list is drawn again, at the latest with the address.
            page.wait("the address to follow", "!location.hash.includes('at=')");
            let active = page.eval("document.activeElement.getAttribute('aria-label')");
            assert_eq!(active, name);
        }
    });
}

#[test]
fn the_table_beside_the_map_has_the_same_figures() {
    browse(|page| {
        let _host = open(page, "");
        page.click_text(".map-switch label", "Table");
        page.wait_for(".map-table");
        let view = truth().all();
        let mut wanted: Vec<String> = view
            .countries
            .iter()
            .map(|c| format!("{} {} {}", c.name, c.articles, c.mentions))
            .collect();
        let rows = page.eval(
            "[...document.querySelector('.map-table').tBodies[0].rows].map(r => [...r.cells].map(c => \
             c.textContent.trim()).join(' '))",
        );
        let mut found: Vec<String> = rows
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|v| v.as_str().map(str::to_owned))
            .collect();
        wanted.sort();
        found.sort();
        assert_eq!(found, wanted);
        let (code, name, articles, _) = some_country();
        page.click(&format!(
            ".map-table [aria-label={}]",
            json!(format!("{name}: {}, filter", counted(articles, "article")))
        ));
        expect_list(page, "", &truth().explore("", filters([pick(Group::Country, &code)])));
        page.wait("the table in the address", "location.hash.includes('view=table')");
    });
}

#[test]
fn where_mentions_are_counted_a_country_opens_them() {
    browse(|page| {
        let _host = open(page, "map=mentions");
        expect_figures(page, &truth().all());
        let (code, _, articles, mentions) = some_country();
        let said = format!(
            "{} in {}. Each line is one mention.",
            counted(mentions, "mention"),
            counted(articles, "article")
        );
        page.click_at(point_on(page, &code));
        page.wait_text("[role=dialog] .counted", &said);
        page.wait(
            "the list in the address",
            &format!("location.hash.includes('sentences=country:{code}') && !location.hash.includes('country={code}')"),
        );
        page.key(Key::Escape);
        page.wait_gone("[role=dialog]");
        // By keyboard too; nothing there is a switch.
        page.call(
            "document.querySelector(arguments[0]).focus()",
            vec![json!(format!("{MAP} [data-country={code}]"))],
        );
        page.key(Key::Enter);
        page.wait_text("[role=dialog] .counted", &said);
        assert_eq!(page.count(&format!("{MAP} .map-countries [aria-pressed]")), 0);
    });
}

#[test]
fn the_shades_count_articles_or_mentions_as_the_reader_chooses() {
    browse(|page| {
        let _host = open(page, "");
        expect_figures(page, &truth().all());
        assert_eq!(page.text(".map-legend-title"), "Articles");
        page.click_text(".map-switch label", "Mentions");
        page.wait_text(".map-legend-title", "Mentions");
        let most = truth()
            .all()
            .countries
            .iter()
            .map(|c| c.mentions)
            .max()
            .unwrap_or_default();
        let legend = page.texts(".map-legend li");
        assert!((2..=6).contains(&legend.len()), "a few classes: {legend:?}");
        assert!(
            legend.last().is_some_and(|last| last.ends_with(&most.to_string())),
            "{legend:?} up to {most}"
        );
        // More mentions never have a lighter shade.
        let shade = |code: &str| {
            let class = page
                .attributes(&format!("{MAP} [data-country={code}]"), "class")
                .join("");
            class
                .split(' ')
                .find_map(|c| c.strip_prefix("shade-")?.parse::<u32>().ok())
                .unwrap_or_default()
        };
        let mut figures: Vec<(u32, u32)> = truth()
            .all()
            .countries
            .iter()
            .map(|c| (c.mentions, shade(c.code.as_str())))
            .collect();
        figures.sort();
        assert!(figures.windows(2).all(|pair| pair[0].1 <= pair[1].1), "{figures:?}");
        assert!(
            figures
                .iter()
                .all(|(mentions, shade)| (*mentions == 0) == (*shade == 0)),
            "{figures:?}"
        );
    });
}

#[test]
fn the_map_says_whose_borders_it_draws() {
    browse(|page| {
        let _host = open(page, "");
        expect_figures(page, &truth().all());
        page.click(".map-note summary");
        let note = page.text(".map-note");
        assert!(note.contains("Natural Earth") && note.contains("Equal Earth"), "{note}");
        assert!(note.contains(&truth().world().note), "{note}");
    });
}

#[test]
fn places_below_country_level_are_points_that_open_their_card() {
    browse(|page| {
        let _host = open(page, "");
        expect_figures(page, &truth().all());
        let places = truth().all().places;
        assert!(!places.is_empty(), "the bundled articles name places with coordinates");
        assert_eq!(page.count(&format!("{MAP} .place")), places.len().min(200));
        let slug = page
            .attributes(&format!("{MAP} .place[data-place][tabindex='0']"), "data-place")
            .join("");
        page.call(
            "document.querySelector(`.map-svg [data-place=\"${arguments[0]}\"]`).focus()",
            vec![json!(slug)],
        );
        page.key(Key::Enter);
        page.wait_for("[role=dialog]");
        let place = places
            .iter()
            .find(|p| p.key.slug == slug)
            .expect("the place is one of the engine's");
        assert_eq!(page.text("#panel-title"), place.name);
    });
}

/// Small states and far apart neighbours, each named in an article of its own.
const SMALL: [(&str, &str); 10] = [
    ("SG", "Singapore"),
    ("MT", "Malta"),
    ("LI", "Liechtenstein"),
    ("MC", "Monaco"),
    ("SM", "San Marino"),
    ("TV", "Tuvalu"),
    ("BH", "Bahrain"),
    ("FJ", "Fiji"),
    ("BB", "Barbados"),
    ("RU", "Russia"),
];

#[test]
fn small_states_have_a_target_that_a_finger_can_hit() {
    browse(|page| {
        let folder = scratch("small-states");
        let files: Vec<(String, String)> = SMALL
            .iter()
            .map(|(code, name)| {
                let text = format!(
                    "---\ntitle: A day in {name}\ndate: 2020-01-02\n---\n\nThe government of {name} said on Monday that \
                     {name} would hold a festival. Visitors to {name} are welcome.\n"
                );
                (format!("{code}.md"), text)
            })
            .collect();
        let files: Vec<(&str, &[u8])> = files
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_bytes()))
            .collect();
        let host = Site::of(build(&folder, &files, "site")).open();
        page.open(&host.url(""));
        for (code, _) in SMALL {
            page.wait_for(&format!("{MAP} [data-country={code}][data-articles='1'][role=button]"));
        }
        for (code, name) in SMALL.into_iter().filter(|(code, _)| *code != "RU") {
            let (_, _, width, height) = page.rect(&format!("{MAP} [data-country={code}] .land-target"));
            // Half a pixel for rounding in the drawing's own units.
            assert!(width >= 23.5 && height >= 23.5, "{name}: {width} × {height}");
        }
        page.click_at(point_on(page, "SG"));
        page.wait_text(".chip-pick .chip-name", "Singapore");
        page.wait_text("#results-title", "1 article");
    });
}
