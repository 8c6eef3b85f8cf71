//! Corrections kept in the browser, and files of them.

use dateline_corpus::corrections::LONGEST;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlInputElement;

use super::document::storage;

/// What is kept under a key; `None` where nothing is, or nothing may be.
pub fn load_corrections(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps corrections; false where the browser keeps nothing for this page, or has no room.
pub fn save_corrections(key: &str, text: &str) -> bool {
    storage().is_some_and(|storage| {
        let kept = match text {
            "" => storage.remove_item(key),
            _ => storage.set_item(key, text),
        };
        kept.is_ok()
    })
}

/// Reads the file that was chosen; `done` gets its text, or a sentence that says why there is none.
pub fn read_file(input: &HtmlInputElement, done: impl FnOnce(Result<String, String>) + 'static) {
    let file = Reflect::get(input, &"files".into()).and_then(|files| Reflect::get_u32(&files, 0));
    let field = |name: &str| Reflect::get(file.as_ref().ok()?, &JsValue::from(name)).ok();
    if field("size")
        .and_then(|size| size.as_f64())
        .is_some_and(|size| size > LONGEST as f64)
    {
        done(Err(
            "The file is longer than a megabyte. Choose one that this page exported.".into(),
        ));
    } else if let Some(text) = field("text").and_then(|text| text.dyn_into::<Function>().ok())
        && let Ok(promise) = text.call0(file.as_ref().unwrap_or(&JsValue::NULL))
    {
        wasm_bindgen_futures::spawn_local(async move {
            let text = wasm_bindgen_futures::JsFuture::from(promise.unchecked_into::<Promise>()).await;
            let text = text.ok().and_then(|text| text.as_string());
            done(text.ok_or_else(|| "The file could not be read. Choose it again.".into()));
        });
    }
    // So that the same file may be chosen again.
    input.set_value("");
}
