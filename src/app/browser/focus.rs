//! Focus and scroll.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlElement, HtmlInputElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
    ScrollToOptions,
};

use super::{document, window};
use crate::keys::Focus;

/// Something that can be given the focus.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// The heading of the open article.
    Article,
    /// The heading of the list.
    Results,
    /// The heading of the map and the timeline.
    Overview,
    /// The heading of the open card or sentences.
    Panel,
    /// The search box, what is in it selected.
    Search,
    /// The search box, to go on typing.
    Typing,
    /// The link of an article in the list.
    Hit(String),
    /// Whatever opened a panel.
    Opener(HtmlElement),
}

fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn all(selector: &str) -> Vec<HtmlElement> {
    let Some(list) = document().and_then(|d| d.query_selector_all(selector).ok()) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|i| list.get(i)?.dyn_into().ok())
        .collect()
}

/// The element with the focus.
pub fn active() -> Option<HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}

/// Whether anything but the page as a whole has the focus.
pub fn has_focus() -> bool {
    active().is_some_and(|active| !matches!(active.tag_name().as_str(), "BODY" | "HTML"))
}

const HITS: &str = ".results .hit-link";

fn find(target: &Target) -> Option<HtmlElement> {
    match target {
        Target::Article => by_id("article-title"),
        Target::Results => by_id("results-title"),
        Target::Overview => by_id("overview-title"),
        Target::Panel => by_id("panel-title"),
        Target::Search | Target::Typing => by_id("q"),
        Target::Hit(id) => all(HITS)
            .into_iter()
            .find(|hit| hit.get_attribute("data-id").as_ref() == Some(id)),
        Target::Opener(element) => element.is_connected().then(|| element.clone()),
    }
}

/// Gives the focus without scrolling; false where the target is not in the page (yet).
pub fn focus(target: &Target) -> bool {
    let Some(element) = find(target) else { return false };
    focus_element(&element, false);
    if *target == Target::Search
        && let Ok(input) = element.dyn_into::<HtmlInputElement>()
    {
        input.select();
    }
    true
}

/// Gives the focus and brings the target to the top of the window.
pub fn go(target: &Target) {
    if focus(target)
        && let Some(element) = find(target)
    {
        show(
            &element,
            if *target == Target::Search {
                ScrollLogicalPosition::Nearest
            } else {
                ScrollLogicalPosition::Start
            },
        );
    }
}

/// In a list for review, the first button of the group behind the one that has the focus.
pub fn next_group() -> Option<HtmlElement> {
    let group = active()?.closest(".sentences").ok()??;
    group
        .next_element_sibling()?
        .query_selector("button")
        .ok()??
        .dyn_into()
        .ok()
}

fn panel() -> Option<Element> {
    document()?.query_selector(".panel-body").ok()?
}

/// What of a panel can be pressed.
const STOPS: &str = ".panel-body :is(a, button)";

/// How far the panel is scrolled, in CSS pixels, and which of what it has to press has the focus.
pub fn place_in_panel() -> (i32, Option<usize>) {
    let nth = active().and_then(|active| all(STOPS).iter().position(|stop| *stop == active));
    (panel().map_or(0, |panel| panel.scroll_top()), nth)
}

/// Goes back there.
pub fn go_back_in_panel((y, nth): (i32, Option<usize>)) {
    if let Some(stop) = nth.and_then(|nth| all(STOPS).into_iter().nth(nth)) {
        focus_element(&stop, false);
    }
    if let Some(panel) = panel() {
        panel.set_scroll_top(y);
    }
}

/// Leaves a field for the heading of what it stands in; nothing is to be drawn anew.
pub fn leave_field() -> bool {
    if !focus(&Target::Panel) {
        blur();
    }
    false
}

/// Takes the focus from whatever has it.
pub fn blur() {
    if let Some(active) = active() {
        let _ = active.blur();
    }
}

/// Whether an article is drawn.
pub fn is_reading() -> bool {
    by_id("main").is_some_and(|main| main.class_list().contains("reading"))
}

/// Gives an element the focus, and brings it into view if asked to.
pub(super) fn focus_element(element: &HtmlElement, scroll: bool) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
    if scroll {
        show(element, ScrollLogicalPosition::Nearest);
    }
}

/// Where the focus is, as far as keys care.
pub fn key_focus() -> Focus {
    let Some(active) = active() else {
        return Focus::Elsewhere;
    };
    let kind = active.get_attribute("type").unwrap_or_default();
    match active.tag_name().to_ascii_lowercase().as_str() {
        "input" if active.id() == "q" => Focus::SearchBox,
        "input" if matches!(kind.as_str(), "checkbox" | "radio" | "button") => Focus::Elsewhere,
        "input" | "textarea" | "select" => Focus::Field,
        _ if active.is_content_editable() => Focus::Field,
        _ if active.class_list().contains("hit-link") => Focus::Hit,
        _ => Focus::Elsewhere,
    }
}

/// Focuses the `nth` of the elements a selector finds, counted round; returns its number and how many there are.
pub fn focus_nth(selector: &str, nth: usize) -> Option<(usize, usize)> {
    let found = all(selector);
    let at = nth.checked_rem(found.len())?;
    let element = found.get(at)?;
    focus_element(element, false);
    show(element, ScrollLogicalPosition::Center);
    Some((at, found.len()))
}

/// Brings the article's match with this number to the middle of the window.
pub fn show_match(number: u32) {
    let mark = document().and_then(|d| d.query_selector(&format!("[data-hit=\"{number}\"]")).ok().flatten());
    if let Some(mark) = mark {
        show(&mark, ScrollLogicalPosition::Center);
    }
}

/// At once, as a browser's own search does: a long way scrolled smoothly is a long wait, and motion that some cannot bear.
fn show(element: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    options.set_behavior(ScrollBehavior::Instant);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Whether filters, list and map stand side by side; the same width as in `www/styles/10-layout.css`.
pub fn is_wide() -> bool {
    let query = window().and_then(|w| w.match_media("(min-width: 68rem)").ok().flatten());
    query.is_some_and(|q| q.matches())
}

/// Where the heading of the list stands, in CSS pixels from the page's head.
pub fn head_of_list() -> f64 {
    let below = by_id("results-title").map_or(0.0, |title| title.get_bounding_client_rect().top());
    scroll_y() + below
}

/// How far the page is scrolled, in CSS pixels.
pub fn scroll_y() -> f64 {
    window().and_then(|w| w.scroll_y().ok()).unwrap_or(0.0)
}

/// Scrolls the page there at once.
pub fn scroll_to(y: f64) {
    let Some(window) = window() else { return };
    let options = ScrollToOptions::new();
    options.set_top(y);
    options.set_behavior(ScrollBehavior::Instant);
    window.scroll_to_with_scroll_to_options(&options);
}
