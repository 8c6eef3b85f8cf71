//! Questions and answers as they cross between the page and its worker: bytes in an array, the fields of a value one
//! after another.
//!
//! As objects, every field's name would cross with it and the code to read them would be a tenth of the page. Generated
//! by serde, the reading alone is 10 kB of the page by Brotli: every field may fail there. Here a reader of bytes that
//! make no sense goes on with nothing, and only the whole is refused.

mod types;

use dateline_corpus::{CountryCode, Date};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

/// A value as an array of bytes.
pub fn encode<T: Wire>(value: &T) -> Uint8Array {
    let mut bytes = Vec::new();
    value.put(&mut bytes);
    Uint8Array::from(bytes.as_slice())
}

/// A value from an array of bytes that the same build has made.
///
/// # Errors
/// A sentence where it is no such array.
pub fn decode<T: Wire>(data: &JsValue) -> Result<T, String> {
    let bytes = data
        .dyn_ref::<Uint8Array>()
        .ok_or_else(|| "expected an array of bytes".to_owned())?
        .to_vec();
    read(&bytes).ok_or_else(|| "expected bytes of the same build".into())
}

fn read<T: Wire>(bytes: &[u8]) -> Option<T> {
    let mut input = Input {
        rest: bytes,
        failed: false,
    };
    let value = T::take(&mut input);
    (!input.failed && input.rest.is_empty()).then_some(value)
}

/// What can cross.
pub trait Wire: Sized {
    /// Appends the value.
    fn put(&self, out: &mut Vec<u8>);
    /// Reads what [`put`](Self::put) wrote; anything else marks `input` as failed, and any value is returned.
    fn take(input: &mut Input<'_>) -> Self;
}

/// Bytes being read.
pub struct Input<'a> {
    rest: &'a [u8],
    failed: bool,
}

impl<'a> Input<'a> {
    /// The next `n` bytes; once they are too few, none are left.
    fn bytes(&mut self, n: usize) -> &'a [u8] {
        let Some((head, rest)) = self.rest.split_at_checked(n) else {
            self.failed = true;
            self.rest = &[];
            return &[];
        };
        self.rest = rest;
        head
    }

    /// The next byte, 0 at the end.
    fn byte(&mut self) -> u8 {
        self.bytes(1).first().copied().unwrap_or(0)
    }

    /// `value`, or what stands in for it.
    fn or<T>(&mut self, value: Option<T>, instead: T) -> T {
        value.unwrap_or_else(|| {
            self.failed = true;
            instead
        })
    }
}

impl Wire for bool {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn take(input: &mut Input<'_>) -> Self {
        input.byte() == 1
    }
}

impl Wire for u32 {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_le_bytes());
    }

    fn take(input: &mut Input<'_>) -> Self {
        Self::from_le_bytes(input.bytes(4).try_into().unwrap_or_default())
    }
}

impl Wire for i32 {
    fn put(&self, out: &mut Vec<u8>) {
        self.cast_unsigned().put(out);
    }

    fn take(input: &mut Input<'_>) -> Self {
        u32::take(input).cast_signed()
    }
}

/// Never more than a page can hold, which is less than 2³² bytes.
impl Wire for usize {
    fn put(&self, out: &mut Vec<u8>) {
        (*self as u32).put(out);
    }

    fn take(input: &mut Input<'_>) -> Self {
        u32::take(input) as Self
    }
}

impl Wire for f32 {
    fn put(&self, out: &mut Vec<u8>) {
        self.to_bits().put(out);
    }

    fn take(input: &mut Input<'_>) -> Self {
        Self::from_bits(u32::take(input))
    }
}

impl Wire for String {
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        out.extend_from_slice(self.as_bytes());
    }

    fn take(input: &mut Input<'_>) -> Self {
        let length = usize::take(input);
        let text = std::str::from_utf8(input.bytes(length)).ok();
        input.or(text, "").into()
    }
}

impl Wire for Date {
    fn put(&self, out: &mut Vec<u8>) {
        self.days().put(out);
    }

    fn take(input: &mut Input<'_>) -> Self {
        let date = Self::from_days(i32::take(input));
        input.or(date, Self::EPOCH)
    }
}

impl Wire for CountryCode {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.as_str().as_bytes());
    }

    fn take(input: &mut Input<'_>) -> Self {
        let code = std::str::from_utf8(input.bytes(2)).ok().and_then(Self::parse);
        input.or(code, Self::UNKNOWN)
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        self.iter().for_each(|value| value.put(out));
    }

    fn take(input: &mut Input<'_>) -> Self {
        let mut values = Self::new();
        for _ in 0..usize::take(input) {
            if input.failed {
                break;
            }
            values.push(T::take(input));
        }
        values
    }
}

impl<T: Wire> Wire for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_some().put(out);
        self.iter().for_each(|value| value.put(out));
    }

    fn take(input: &mut Input<'_>) -> Self {
        bool::take(input).then(|| T::take(input))
    }
}

impl<T: Wire> Wire for Box<T> {
    fn put(&self, out: &mut Vec<u8>) {
        (**self).put(out);
    }

    fn take(input: &mut Input<'_>) -> Self {
        Self::new(T::take(input))
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
        self.1.put(out);
    }

    fn take(input: &mut Input<'_>) -> Self {
        (A::take(input), B::take(input))
    }
}

impl<A: Wire, B: Wire, C: Wire> Wire for (A, B, C) {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
        self.1.put(out);
        self.2.put(out);
    }

    fn take(input: &mut Input<'_>) -> Self {
        (A::take(input), B::take(input), C::take(input))
    }
}

impl<A: Wire, B: Wire, C: Wire, D: Wire> Wire for (A, B, C, D) {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
        self.1.put(out);
        self.2.put(out);
        self.3.put(out);
    }

    fn take(input: &mut Input<'_>) -> Self {
        (A::take(input), B::take(input), C::take(input), D::take(input))
    }
}

#[cfg(test)]
mod tests;
