//! The list in the document: where it stands, how high its rows are, how high its gaps.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{active, document, focus_element, window};

/// Where the window is in the list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// Top and bottom of the window, in CSS pixels from the head of the list.
    pub window: (f64, f64),
    /// The list's width in CSS pixels.
    pub width: f64,
}

const LIST: &str = ".results .hits";

fn find(selector: &str) -> Option<HtmlElement> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

fn row(row: u32) -> Option<HtmlElement> {
    find(&format!("{LIST} > [aria-posinset=\"{}\"]", row + 1))
}

/// The row that an element is in or is.
fn row_of(element: &Element) -> Option<u32> {
    let item = element.closest(".hits > .hit").ok()??;
    item.get_attribute("aria-posinset")?.parse::<u32>().ok()?.checked_sub(1)
}

/// Where the window is in the list; `None` where no list is drawn.
pub fn sight() -> Option<Sight> {
    let list = find(LIST)
        .filter(|list| list.is_connected())?
        .get_bounding_client_rect();
    let height = window()?.inner_height().ok()?.as_f64()?;
    Some(Sight {
        window: (-list.top(), height - list.top()),
        width: list.width(),
    })
}

/// The height of some rows that stand side by side, in CSS pixels; `None` where they are not drawn.
pub fn height(first: u32, last: u32) -> Option<f64> {
    let (first, last) = (row(first)?, row(last)?);
    Some(last.get_bounding_client_rect().bottom() - first.get_bounding_client_rect().top())
}

/// The most pixels that every browser can place. Firefox counts 60 steps to a pixel, Chromium and WebKit 64, in numbers of
/// 31 bits; Chromium counts those of the screen, of which a phone has three to a pixel of ours.
pub fn room() -> f64 {
    30e6 / window().map_or(1.0, |w| w.device_pixel_ratio()).max(2.0)
}

/// Gives the gaps of the list these heights, in their order. The list is never lower than all of it, so that the page
/// keeps its place while rows come and go.
pub fn set_gaps(gaps: &[f64], height: f64) {
    let Some(list) = find(LIST) else { return };
    // A browser that refuses a length leaves the list shorter, and everything that is drawn in it.
    let set = |element: &HtmlElement, name: &str, value: &str| drop(element.style().set_property(name, value));
    let whole = if gaps.is_empty() { 0.0 } else { height };
    set(&list, "min-height", &format!("{}px", whole as u32));
    let Ok(found) = list.query_selector_all(".gap") else {
        return;
    };
    for (i, gap) in gaps.iter().enumerate() {
        let Some(element) = found.get(i as u32).and_then(|gap| gap.dyn_into().ok()) else {
            return;
        };
        // In one length this large, browsers have no room for fractions of a pixel.
        set(&element, "height", &format!("{}px", *gap as u32));
        set(
            &element,
            "margin-bottom",
            &format!("calc({}px / 64)", (gap.fract() * 64.0) as u32),
        );
    }
}

/// The row with the focus.
pub fn focused_row() -> Option<u32> {
    row_of(active()?.as_ref())
}

/// Gives a row the focus and brings it into view; false where it is not drawn.
pub fn focus_row(at: u32) -> bool {
    let link = row(at).and_then(|row| row.query_selector(".hit-link").ok()??.dyn_into().ok());
    link.is_some_and(|link| {
        focus_element(&link, true);
        true
    })
}

/// The first drawn row that the window shows some of, and how far its top is below the window's, in CSS pixels.
pub fn first_row() -> Option<(u32, f64)> {
    let rows = find(LIST)?.query_selector_all(".hit").ok()?;
    (0..rows.length()).find_map(|i| {
        let item: Element = rows.get(i)?.dyn_into().ok()?;
        let rect = item.get_bounding_client_rect();
        if rect.bottom() <= 0.0 {
            return None;
        }
        Some((row_of(&item)?, rect.top()))
    })
}

/// How far a row's top is below the window's, in CSS pixels; `None` where it is not drawn.
pub fn row_top(at: u32) -> Option<f64> {
    Some(row(at)?.get_bounding_client_rect().top())
}
