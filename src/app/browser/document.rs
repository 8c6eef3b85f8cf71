//! Title, theme, clipboard, and the change from the first paint to the living page.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement, Storage};

use super::{document, window};
use crate::state::Theme;

/// The key of local storage that holds `light` or `dark`; absent for "as the system says".
const THEME_KEY: &str = "dateline-theme";

/// The window's title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

pub(super) fn storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// The theme chosen on an earlier visit.
pub fn load_theme() -> Theme {
    match storage().and_then(|s| s.get_item(THEME_KEY).ok().flatten()).as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    }
}

fn theme_word(theme: Theme) -> Option<&'static str> {
    match theme {
        Theme::System => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    }
}

/// Keeps the theme for the next visit.
pub fn save_theme(theme: Theme) {
    let Some(storage) = storage() else { return };
    let _ = match theme_word(theme) {
        Some(word) => storage.set_item(THEME_KEY, word),
        None => storage.remove_item(THEME_KEY),
    };
}

/// Draws the page in this theme: `data-theme` on the root element, none for "as the system says".
pub fn set_theme(theme: Theme) {
    let Some(root) = document().and_then(|d| d.document_element()) else {
        return;
    };
    let _ = match theme_word(theme) {
        Some(word) => root.set_attribute("data-theme", word),
        None => root.remove_attribute("data-theme"),
    };
}

/// Puts text on the clipboard; `done` hears whether that worked (it does not on every page opened from a file).
pub fn copy_address(done: impl FnOnce(bool) + 'static) {
    let promise = window().and_then(|window| {
        let address = window.location().href().ok()?;
        let clipboard = Reflect::get(&window.navigator(), &"clipboard".into()).ok()?;
        let write: js_sys::Function = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
        write
            .call1(&clipboard, &JsValue::from(address))
            .ok()?
            .dyn_into::<js_sys::Promise>()
            .ok()
    });
    wasm_bindgen_futures::spawn_local(async move {
        let copied = match promise {
            Some(promise) => wasm_bindgen_futures::JsFuture::from(promise).await.is_ok(),
            None => false,
        };
        done(copied);
    });
}

/// Hands the window back to the plain list of articles under a message: what happened, and what to do about it.
///
/// `dateline_failed` is the shell's (`www/boot.js`), which can still show the articles that came as plain HTML.
pub fn give_up(reason: &str) {
    let Some(window) = window() else { return };
    let failed = Reflect::get(&window, &"dateline_failed".into())
        .ok()
        .and_then(|f| f.dyn_into::<js_sys::Function>().ok());
    if let Some(failed) = failed {
        let what = format!("The part of it that holds the articles cannot be opened. {reason}");
        let _ = failed.call1(&window, &what.into());
    }
}

/// Says on `#app` that the first drawing is whole.
pub fn set_ready() {
    if let Some(app) = document().and_then(|d| d.get_element_by_id("app")) {
        // Refused only for a name that is none.
        let _ = app.set_attribute("data-state", "ready");
    }
}

/// The change from the first paint (plain HTML, readable at once) to the living page, which is built out of sight.
#[derive(Clone, PartialEq)]
pub struct Takeover {
    place: Element,
    page: Element,
}

impl Takeover {
    /// Prepares an element to build the page in; `None` without an `#app` in the document.
    pub fn prepare() -> Option<Self> {
        let document = document()?;
        let page = document.create_element("div").ok()?;
        page.set_class_name("page");
        Some(Self {
            place: document.get_element_by_id("app")?,
            page,
        })
    }

    /// Where to build.
    pub fn page(&self) -> Element {
        self.page.clone()
    }

    /// What was typed into the first paint's search box so far.
    pub fn typed(&self) -> Option<String> {
        self.search_box()
            .map(|input| input.value())
            .filter(|typed| !typed.is_empty())
    }

    fn search_box(&self) -> Option<HtmlInputElement> {
        self.place.query_selector("#q").ok().flatten()?.dyn_into().ok()
    }

    /// Puts the built page in the first paint's place. Focus and caret stay where they were in the search box.
    pub fn finish(self) {
        let old = self.search_box();
        let focused = old.as_ref().is_some_and(|input| {
            document()
                .and_then(|d| d.active_element())
                .is_some_and(|active| active == ***input)
        });
        let caret = old.map(|input| {
            (
                input.selection_start().ok().flatten(),
                input.selection_end().ok().flatten(),
            )
        });
        self.place.replace_children_with_node_1(&self.page);
        if focused && let Some(input) = self.search_box() {
            let _ = input.focus();
            if let Some((Some(start), Some(end))) = caret {
                let _ = input.set_selection_range(start, end);
            }
        }
    }
}
