//! The address's fragment and the history entries behind Back and Forward, each with its scroll position.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration};

use super::{Listener, window};
use crate::rows::Place;

/// The fragment of the address, without `#`.
pub fn fragment() -> String {
    let hash = window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Where the current history entry was scrolled to when it was left.
pub fn saved_place() -> Option<Place> {
    let entry = history()?.state().ok()?;
    let number = |name: &str| Reflect::get(&entry, &name.into()).ok()?.as_f64();
    Some(Place {
        y: number("y")?,
        row: number("row").and_then(|row| Some((row as u32, number("below")?))),
    })
}

/// Goes to the entry before; nothing is to be drawn until that is told.
pub fn back() -> bool {
    if let Some(history) = history() {
        let _ = history.back();
    }
    false
}

fn history() -> Option<History> {
    window()?.history().ok()
}

fn entry_at(place: Place) -> JsValue {
    let entry = Object::new();
    // Setting a property of a fresh object cannot fail.
    let set = |name: &str, value: f64| drop(Reflect::set(&entry, &name.into(), &value.into()));
    set("y", place.y);
    if let Some((row, below)) = place.row {
        set("row", row.into());
        set("below", below);
    }
    entry.into()
}

/// Writes the address, and calls back when the reader changes it.
pub struct Address {
    written: String,
    _listeners: Vec<Listener>,
}

impl Address {
    /// Listens for Back, Forward and edited addresses. Scroll positions are the page's own business from here on:
    /// the browser would restore them before the list is drawn.
    pub fn new(changed: impl Fn() + Clone + 'static) -> Self {
        if let Some(history) = history() {
            let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        }
        let listen = |kind| {
            let changed = changed.clone();
            window().map(|w| Listener::new(&w, kind, move |_| changed()))
        };
        // A browser that refuses `pushState` from a file still reports `hashchange`.
        let listeners = [listen("popstate"), listen("hashchange")]
            .into_iter()
            .flatten()
            .collect();
        Self {
            written: fragment(),
            _listeners: listeners,
        }
    }

    /// The fragment now in the address if somebody else than this page put it there since the last call.
    pub fn changed(&mut self) -> Option<String> {
        let now = fragment();
        (now != self.written).then(|| {
            self.written.clone_from(&now);
            now
        })
    }

    /// A new history entry; the one that is left keeps the place where it was left.
    pub fn push(&mut self, fragment: String, left: Place) {
        self.save_place(left);
        self.write(fragment, Place::default(), true);
    }

    /// The same history entry under another address.
    pub fn replace(&mut self, fragment: String, place: Place) {
        self.write(fragment, place, false);
    }

    /// Keeps the place with the current entry.
    pub fn save_place(&self, place: Place) {
        if let Some(history) = history() {
            let _ = history.replace_state_with_url(&entry_at(place), "", None);
        }
    }

    fn write(&mut self, fragment: String, place: Place, push: bool) {
        if fragment == self.written {
            return;
        }
        let (Some(window), Some(history)) = (window(), history()) else {
            return;
        };
        // An empty fragment needs the `#` too: an empty relative address would be the page without its query.
        let url = format!("#{fragment}");
        let done = if push {
            history.push_state_with_url(&entry_at(place), "", Some(&url))
        } else {
            history.replace_state_with_url(&entry_at(place), "", Some(&url))
        };
        self.written = fragment;
        if done.is_err() && push {
            let _ = window.location().set_hash(&self.written);
        }
    }
}
