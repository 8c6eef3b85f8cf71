//! Parts of a drawing that can be pressed: one stop of the Tab key, arrow keys from one to the next, Enter or Space to press.

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, SvgElement};
use yew::prelude::*;

use crate::components::steps::{next, way};

/// The listeners of a drawing whose parts have their numbers as `data-stop`.
pub struct Stops {
    /// For clicks.
    pub onclick: Callback<MouseEvent>,
    /// For keys.
    pub onkeydown: Callback<KeyboardEvent>,
}

impl Stops {
    /// `spots` are where the parts lie, in order of their numbers; `press` hears the number of one that is pressed.
    pub fn new(spots: Vec<(f32, f32)>, press: impl Fn(usize) + Clone + 'static) -> Self {
        let clicked = press.clone();
        Self {
            onclick: Callback::from(move |event: MouseEvent| {
                if let Some((_, at)) = stop(event.target()) {
                    clicked(at);
                }
            }),
            onkeydown: Callback::from(move |event: KeyboardEvent| {
                let Some((element, at)) = stop(event.target()) else {
                    return;
                };
                let key = event.key();
                if key == "Enter" || key == " " {
                    event.prevent_default();
                    press(at);
                } else if let (Some(way), Some(from)) = (way(&key), spots.get(at)) {
                    event.prevent_default();
                    let drawing = element.closest("svg").ok().flatten();
                    let beside = next(&spots, *from, way).and_then(|to| {
                        let found = drawing?.query_selector(&format!("[data-stop=\"{to}\"]"));
                        found.ok().flatten()?.dyn_into::<SvgElement>().ok()
                    });
                    // An element that cannot take the focus keeps it where it was.
                    let _ = beside.map(|element| element.focus());
                }
            }),
        }
    }

    /// The tab index of a part: the first is reached by Tab.
    pub fn tabindex(at: usize) -> &'static str {
        if at == 0 { "0" } else { "-1" }
    }
}

fn stop(target: Option<EventTarget>) -> Option<(Element, usize)> {
    let element = target?.dyn_into::<Element>().ok()?.closest("[data-stop]").ok()??;
    let at = element.get_attribute("data-stop")?.parse().ok()?;
    Some((element, at))
}
