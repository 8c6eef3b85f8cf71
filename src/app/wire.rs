//! Questions and answers as they cross between the page and its worker: bytes in an array.
//!
//! As objects, every field's name would cross with it and the code to read them would be a tenth of the page.

use js_sys::Uint8Array;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};

/// A value as an array of bytes.
pub fn encode<T: Serialize>(value: &T) -> Result<Uint8Array, String> {
    let bytes = postcard::to_allocvec(value).map_err(|e| e.to_string())?;
    Ok(Uint8Array::from(bytes.as_slice()))
}

/// A value from an array of bytes that the same build has made.
pub fn decode<T: DeserializeOwned>(data: &JsValue) -> Result<T, String> {
    let bytes = data
        .dyn_ref::<Uint8Array>()
        .ok_or_else(|| "expected an array of bytes".to_owned())?
        .to_vec();
    postcard::from_bytes(&bytes).map_err(|e| e.to_string())
}
