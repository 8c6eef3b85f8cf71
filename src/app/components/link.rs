//! Links that a plain click follows inside the page, and any other click in a new tab, as everywhere on the web.

use yew::prelude::*;

use crate::state::Action;

/// The click handler of a link that stands for an action.
pub fn follow(on: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    let on = on.clone();
    Callback::from(move |event: MouseEvent| {
        let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.button() == 0 && !elsewhere {
            event.prevent_default();
            on.emit(action.clone());
        }
    })
}

/// The click handler of a button that stands for an action.
pub fn press(on: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    on.reform(move |_: MouseEvent| action.clone())
}
