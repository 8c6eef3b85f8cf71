//! The engine's side of the page: opens the pack in this thread's own wasm file and answers questions put as plain data.
//!
//! In a worker, its script calls [`open`] once and [`answer_data`] for each message; without a worker the port calls
//! [`open`] and [`answer_here`] in the page's thread.

use std::cell::RefCell;

use dateline_engine::Engine;
use dateline_engine::question::Ask;
use dateline_engine::view::Answer;
use js_sys::{Array, ArrayBuffer, Reflect, Uint8Array, WebAssembly};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

/// Name of the wasm custom section that holds the pack.
const SECTION: &str = "dateline-pack";

thread_local! {
    static ENGINE: RefCell<Option<Engine>> = const { RefCell::new(None) };
}

/// Opens the pack in this thread. The error is a sentence for the reader.
pub fn open() -> Result<(), String> {
    if ENGINE.with_borrow(Option::is_some) {
        return Ok(());
    }
    let engine = Engine::open(section()?).map_err(|e| e.to_string())?;
    ENGINE.with_borrow_mut(|slot| *slot = Some(engine));
    Ok(())
}

fn section() -> Result<Vec<u8>, String> {
    let module: WebAssembly::Module =
        wasm_bindgen::module().dyn_into().map_err(|_| "expected the page's own wasm module, found none".to_owned())?;
    let first = WebAssembly::Module::custom_sections(&module, SECTION).get(0);
    let buffer: ArrayBuffer =
        first.dyn_into().map_err(|_| "expected articles inside the page's wasm file, found none".to_owned())?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Answers in this thread.
pub fn answer_here(ask: &Ask) -> Result<Answer, String> {
    ENGINE.with_borrow(|engine| match engine {
        Some(engine) => engine.answer(ask).map_err(|e| e.to_string()),
        None => Err("expected an open pack, found none".to_owned()),
    })
}

/// A question as it crosses to the worker.
#[derive(Serialize, Deserialize)]
pub struct Question<A> {
    /// Which answer belongs to it.
    pub id: u32,
    /// The question.
    pub ask: A,
}

/// Answers `{id, ask}` with `{id, answer}` or `{id, error}`.
pub fn answer_data(data: &JsValue) -> JsValue {
    let id = Reflect::get(data, &"id".into()).unwrap_or(JsValue::UNDEFINED);
    let answered = serde_wasm_bindgen::from_value::<Question<Ask>>(data.clone())
        .map_err(|e| format!("expected a question as {{id, ask}}: {e}"))
        .and_then(|question| answer_here(&question.ask))
        .and_then(|answer| serde_wasm_bindgen::to_value(&answer).map_err(|e| e.to_string()));
    let (name, value) = match answered {
        Ok(answer) => ("answer", answer),
        Err(error) => ("error", error.into()),
    };
    let pair = |key: &str, value: &JsValue| Array::of2(&key.into(), value);
    let pairs = Array::of2(&pair("id", &id), &pair(name, &value));
    js_sys::Object::from_entries(&pairs).map_or(JsValue::NULL, Into::into)
}
