//! The page: a yew frontend over the engine in a worker.
//!
//! One way round: a component sends an [`Action`](state::Action); [`reduce`] makes the next state; the root asks the
//! engine what that state asks and draws the answers. The address carries the state ([`route`]).

pub mod answers;
pub mod asks;
pub mod browser;
pub mod components;
pub mod effects;
pub mod fetching;
pub mod first;
pub mod format;
pub mod gradual;
pub mod keys;
mod listed;
pub mod pane;
pub mod port;
pub mod reduce;
pub mod root;
pub mod route;
pub mod rows;
pub mod shared;
pub mod state;
pub mod wire;
pub mod worker;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Memory: as fast as Rust's own allocator for wasm and 1.6 kB smaller. The analysis, which is slower with it, has that one.
#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Builds the page out of sight and puts it into `#app` when its first results are there.
#[wasm_bindgen]
pub fn start_page(worker: Option<web_sys::Worker>) {
    if let Some(place) = browser::Takeover::prepare() {
        yew::Renderer::<root::Root>::with_root_and_props(
            place.page(),
            root::Props {
                worker,
                takeover: place,
            },
        )
        .render();
    }
}

/// Draws the first results of a search that the address asks for, before the page is built; opens the pack in this thread.
#[wasm_bindgen]
pub fn first_results() {
    // Where there are none to draw, the first paint stays as it is until the page is there.
    let _ = first::show();
}

/// Opens the pack in this thread.
///
/// # Errors
/// A sentence that says what is wrong with the pack.
#[wasm_bindgen]
pub fn open_engine() -> Result<(), JsValue> {
    worker::open().map_err(|reason| js_sys::Error::new(&reason).into())
}

/// Takes in a part of the corpus, by the name of its file.
///
/// # Errors
/// A sentence that says what is wrong with it.
#[cfg(feature = "parts")]
#[wasm_bindgen]
pub fn supply(name: &str, bytes: &[u8]) -> Result<(), JsValue> {
    worker::supply(name, bytes).map_err(|reason| js_sys::Error::new(&reason).into())
}

/// Holds a part of the corpus against the name of its file, and does not take it in.
///
/// # Errors
/// A sentence that says what is wrong with it.
#[cfg(feature = "parts")]
#[wasm_bindgen]
pub fn check(name: &str, bytes: &[u8]) -> Result<(), JsValue> {
    worker::check(name, bytes).map_err(|reason| js_sys::Error::new(&reason).into())
}

/// All files of a corpus in parts.
#[cfg(feature = "parts")]
#[wasm_bindgen]
pub fn files() -> Vec<String> {
    worker::files()
}

/// Answers `{id, ask}` with `{id, answer}`, `{id, error}` or `{id, wanted}`.
#[wasm_bindgen]
pub fn answer(data: JsValue) -> JsValue {
    worker::answer_data(&data)
}
