//! The address's fragment and the history entries behind Back and Forward, each with its scroll position.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration};

use super::{Listener, scroll_y, window};

/// The fragment of the address, without `#`.
pub fn fragment() -> String {
    let hash = window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Where the current history entry was scrolled to when it was left, in CSS pixels.
pub fn saved_scroll() -> Option<f64> {
    Reflect::get(&history()?.state().ok()?, &"y".into()).ok()?.as_f64()
}

fn history() -> Option<History> {
    window()?.history().ok()
}

fn entry_at(y: f64) -> JsValue {
    let entry = Object::new();
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&entry, &"y".into(), &y.into());
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

    /// A new history entry; the one that is left keeps its scroll position.
    pub fn push(&mut self, fragment: String) {
        self.save_scroll();
        self.write(fragment, true);
    }

    /// The same history entry under another address.
    pub fn replace(&mut self, fragment: String) {
        self.write(fragment, false);
    }

    /// Keeps the scroll position with the current entry.
    pub fn save_scroll(&self) {
        if let Some(history) = history() {
            let _ = history.replace_state_with_url(&entry_at(scroll_y()), "", None);
        }
    }

    fn write(&mut self, fragment: String, push: bool) {
        if fragment == self.written {
            return;
        }
        let (Some(window), Some(history)) = (window(), history()) else {
            return;
        };
        // An empty fragment needs the `#` too: an empty relative address would be the page without its query.
        let url = format!("#{fragment}");
        let done = if push {
            history.push_state_with_url(&entry_at(0.0), "", Some(&url))
        } else {
            history.replace_state_with_url(&entry_at(scroll_y()), "", Some(&url))
        };
        self.written = fragment;
        if done.is_err() && push {
            let _ = window.location().set_hash(&self.written);
        }
    }
}
