//! Any text as an article: whatever is found in it lies in it, and in order.

#![no_main]

#[path = "../../src/analysis/tests/sound/mod.rs"]
mod sound;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| sound::check(text));
