//! What on the map an event is about, where it lies, and what lies next to it.

use dateline_engine::view::PlaceFigure;
use wasm_bindgen::JsCast;
use web_sys::{Element, SvgElement};
use yew::NodeRef;

use super::lands::Land;
use super::sites::Dot;
use crate::components::steps::next;

/// What the pointer or the focus is on.
#[derive(Clone, Debug, PartialEq)]
pub enum Thing {
    /// A country, by its code.
    Country(String),
    /// A place, by its slug.
    Place(String),
}

/// The element of the map that an event happened on, and what it stands for.
pub fn thing(target: Option<web_sys::EventTarget>) -> Option<(Element, Thing)> {
    let element = target?
        .dyn_into::<Element>()
        .ok()?
        .closest("[data-country],[data-part],[data-place]")
        .ok()??;
    let code = element
        .get_attribute("data-country")
        .or_else(|| element.get_attribute("data-part"));
    let thing = match code {
        Some(code) => Thing::Country(code),
        None => Thing::Place(element.get_attribute("data-place")?),
    };
    Some((element, thing))
}

/// Where a thing lies on the map.
pub fn spot(thing: &Thing, lands: &[Land], places: &[PlaceFigure]) -> Option<(f32, f32)> {
    match thing {
        Thing::Country(code) => lands.iter().find(|l| l.code.as_str() == code).map(|l| l.marker),
        Thing::Place(slug) => places.iter().find(|p| p.key.slug == *slug).map(|p| p.xy),
    }
}

/// The next thing of the same kind that way.
pub fn step(from: &Thing, way: (f32, f32), lands: &[Land], places: &[PlaceFigure], dots: &[Dot]) -> Option<Thing> {
    let start = spot(from, lands, places)?;
    match from {
        Thing::Country(_) => {
            let live: Vec<&Land> = lands.iter().filter(|l| l.is_live()).collect();
            let spots: Vec<_> = live.iter().map(|l| l.marker).collect();
            next(&spots, start, way).map(|i| Thing::Country(live[i].code.as_str().to_owned()))
        }
        Thing::Place(_) => {
            let live: Vec<&PlaceFigure> = places
                .iter()
                .zip(dots)
                .filter(|(_, dot)| dot.target.is_some())
                .map(|(place, _)| place)
                .collect();
            let spots: Vec<_> = live.iter().map(|p| p.xy).collect();
            next(&spots, start, way).map(|i| Thing::Place(live[i].key.slug.clone()))
        }
    }
}

/// Moves the focus inside the drawing.
pub fn focus(svg: &NodeRef, to: &Thing) {
    // Codes are two letters and slugs are letters, digits and hyphens: nothing that a selector would read otherwise.
    let selector = match to {
        Thing::Country(code) => format!("[data-country=\"{code}\"]"),
        Thing::Place(slug) => format!("[data-place=\"{slug}\"]"),
    };
    let element = svg
        .cast::<Element>()
        .and_then(|svg| svg.query_selector(&selector).ok().flatten());
    if let Some(element) = element.and_then(|e| e.dyn_into::<SvgElement>().ok()) {
        // An element that cannot take the focus keeps it where it was.
        let _ = element.focus();
    }
}
