//! The engine's side of the page: opens the pack in this thread's own wasm file and answers questions put as plain data.
//!
//! In a worker, its script calls [`open`] once and [`answer_data`] for each message; without a worker the port calls
//! [`open`] and [`answer_here`] in the page's thread.

use std::cell::RefCell;

use dateline_engine::Engine;
use dateline_engine::question::Ask;
use dateline_engine::view::Answer;
use js_sys::{Array, ArrayBuffer, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};

use crate::wire;

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
    let module: WebAssembly::Module = wasm_bindgen::module()
        .dyn_into()
        .map_err(|_| "expected the page's own wasm module, found none".to_owned())?;
    let first = WebAssembly::Module::custom_sections(&module, SECTION).get(0);
    let buffer: ArrayBuffer = first
        .dyn_into()
        .map_err(|_| "expected articles inside the page's wasm file, found none".to_owned())?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Answers in this thread.
pub fn answer_here(ask: &Ask) -> Result<Answer, String> {
    ENGINE.with_borrow(|engine| match engine {
        Some(engine) => engine.answer(ask).map_err(|e| e.to_string()),
        None => Err("expected an open pack, found none".to_owned()),
    })
}

/// Has every answer from now on follow these corrections, written as a file has them.
pub fn correct(corrections: &str) {
    ENGINE.with_borrow_mut(|engine| {
        if let Some(engine) = engine {
            // Fails only where the pack breaks its own rules: then its answers say so.
            let _ = engine.correct(corrections);
        }
    });
}

/// Takes in a part of the corpus. The error is a sentence for the reader.
#[cfg(feature = "parts")]
pub fn supply(name: &str, bytes: &[u8]) -> Result<(), String> {
    ENGINE.with_borrow_mut(|engine| match engine {
        Some(engine) => engine.supply(name, bytes).map_err(|e| e.to_string()),
        None => Err("expected an open pack, found none".to_owned()),
    })
}

/// Whether these bytes are a part of the corpus. The error is a sentence for the reader.
#[cfg(feature = "parts")]
pub fn check(name: &str, bytes: &[u8]) -> Result<(), String> {
    ENGINE.with_borrow(|engine| match engine {
        Some(engine) => engine.check(name, bytes).map_err(|e| e.to_string()),
        None => Err("expected an open pack, found none".to_owned()),
    })
}

/// The files that an answer has to wait for.
#[cfg(feature = "parts")]
fn wanted() -> Vec<String> {
    ENGINE.with_borrow(|engine| engine.as_ref().map_or_else(Vec::new, Engine::wanted))
}

/// All files of a corpus in parts.
#[cfg(feature = "parts")]
pub fn files() -> Vec<String> {
    ENGINE.with_borrow(|engine| engine.as_ref().map_or_else(Vec::new, Engine::files))
}

/// Answers `{id, ask}` with `{id, answer}` or `{id, error}`; with `{id, wanted}` where parts of the corpus have to be
/// supplied before it is asked again; `{correct}` with `{corrected}`. Ask and answer are bytes as `wire` writes them.
pub fn answer_data(data: &JsValue) -> JsValue {
    let field = |name: &str| Reflect::get(data, &name.into()).unwrap_or(JsValue::UNDEFINED);
    if let Some(corrections) = field("correct").as_string() {
        correct(&corrections);
        return message(&field("id"), "corrected", &true.into());
    }
    let answered = wire::decode::<Ask>(&field("ask"))
        .map_err(|e| format!("expected a question as {{id, ask}}: {e}"))
        .and_then(|ask| answer_here(&ask))
        .map(|answer| wire::encode(&answer));
    #[cfg(feature = "parts")]
    {
        let wanted: Array = wanted().into_iter().map(JsValue::from).collect();
        if wanted.length() > 0 {
            return message(&field("id"), "wanted", &wanted);
        }
    }
    match answered {
        Ok(answer) => message(&field("id"), "answer", &answer),
        Err(error) => message(&field("id"), "error", &error.into()),
    }
}

/// `{id, [name]: value}`.
pub fn message(id: &JsValue, name: &str, value: &JsValue) -> JsValue {
    let pair = |key: &str, value: &JsValue| Array::of2(&key.into(), value);
    let pairs = Array::of2(&pair("id", id), &pair(name, value));
    js_sys::Object::from_entries(&pairs).map_or(JsValue::NULL, Into::into)
}
