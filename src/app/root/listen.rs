//! What the root listens to on the whole document.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::html::Scope;

use super::{Msg, Root};
use crate::browser::{self, Listener, Timer};
use crate::keys::{self, Press};

/// Milliseconds without scrolling before the position is kept with the history entry.
const SCROLL_REST: i32 = 200;

/// The listeners; they end with the page.
pub fn listeners(link: &Scope<Root>) -> Vec<Listener> {
    let Some(document) = browser::document() else {
        return Vec::new();
    };
    let keys = {
        let link = link.clone();
        Listener::new(&document, "keydown", move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                && !event.default_prevented()
                && let Some(command) = command(event)
            {
                event.prevent_default();
                link.send_message(Msg::Key(command));
            }
        })
    };
    let scroll = {
        let link = link.clone();
        let timer = RefCell::new(None);
        Listener::new(&document, "scroll", move |_| {
            let link = link.clone();
            link.send_message(Msg::Looked);
            timer.replace(Timer::after(SCROLL_REST, move || link.send_message(Msg::Scrolled)));
        })
    };
    let mut all = vec![keys, scroll];
    if let Some(window) = browser::window() {
        let resized = link.clone();
        all.push(Listener::new(&window, "resize", move |_| {
            resized.send_message(Msg::Resized)
        }));
        let link = link.clone();
        // Another window of this page corrected something.
        all.push(Listener::new(&window, "storage", move |_| {
            link.send_message(Msg::Stored)
        }));
    }
    all
}

fn command(event: &KeyboardEvent) -> Option<keys::Command> {
    keys::command(Press {
        key: &event.key(),
        modified: event.ctrl_key() || event.alt_key() || event.meta_key(),
        chord: (event.ctrl_key() != event.meta_key()) && !event.alt_key() && !event.shift_key(),
        composing: event.is_composing(),
        focus: browser::key_focus(),
        reading: browser::is_reading(),
    })
}
