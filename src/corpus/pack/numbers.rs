//! Distinct strings of the texts, each by a number, in the order in which they are met.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// A fast hash for short strings of our own texts (the multiplicative hash of Firefox, `rustc-hash`): texts chosen to
/// collide make the builder slow, and nothing else.
#[derive(Default)]
pub(super) struct Fx(u64);

impl Fx {
    fn add(&mut self, n: u64) {
        self.0 = (self.0.rotate_left(5) ^ n).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for Fx {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|w| self.add(u64::from_le_bytes(*w)));
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        self.add(u64::from_le_bytes(last) ^ (rest.len() as u64) << 56);
    }

    fn write_u128(&mut self, n: u128) {
        self.add(n as u64);
        self.add((n >> 64) as u64);
    }

    fn finish(&self) -> u64 {
        // The table takes its place from the highest bits and from the lowest.
        self.0 ^ self.0 >> 32
    }
}

/// A table of strings of our own. Its order is never looked at.
pub(super) type Table<K, V> = HashMap<K, V, BuildHasherDefault<Fx>>;

/// Strings and their numbers.
#[derive(Default)]
pub(super) struct Numbers<'a> {
    /// Strings of at most [`SHORT`] bytes, which most are, as numbers themselves: nothing is looked up in the texts.
    short: Table<u128, u32>,
    long: Table<&'a str, u32>,
    strings: Vec<&'a str>,
}

/// Bytes that a `u128` holds beside their number.
const SHORT: usize = 15;

/// Bytes of a text as a number, and how many they are in its highest byte; `None` where they are too many.
fn short(text: &str, start: usize, end: usize) -> Option<u128> {
    let length = end - start;
    if length > SHORT {
        return None;
    }
    let bytes = text.as_bytes();
    // All sixteen at once where the text has them.
    let all = match bytes.get(start..start + 16).and_then(|b| b.first_chunk::<16>()) {
        Some(chunk) => u128::from_le_bytes(*chunk) & ((1 << (8 * length)) - 1),
        None => {
            let mut chunk = [0; 16];
            chunk[..length].copy_from_slice(&bytes[start..end]);
            u128::from_le_bytes(chunk)
        }
    };
    Some(all | (length as u128) << 120)
}

fn number_in<K: Hash + Eq>(table: &mut Table<K, u32>, key: K, next: usize) -> (u32, bool) {
    if let Some(number) = table.get(&key) {
        return (*number, false);
    }
    table.insert(key, next as u32);
    (next as u32, true)
}

impl<'a> Numbers<'a> {
    /// The number of `text[start..end]`, and whether it is new.
    pub fn number(&mut self, text: &'a str, start: usize, end: usize) -> (u32, bool) {
        let next = self.strings.len();
        let (number, is_new) = match short(text, start, end) {
            Some(key) => number_in(&mut self.short, key, next),
            None => number_in(&mut self.long, &text[start..end], next),
        };
        if is_new {
            self.strings.push(&text[start..end]);
        }
        (number, is_new)
    }

    /// The strings, by number.
    pub fn strings(&self) -> &[&'a str] {
        &self.strings
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::Numbers;

    proptest! {
        #[test]
        fn equal_strings_and_no_others_have_equal_numbers(words in prop::collection::vec("[ab\u{0}é]{0,3}|[ab]{14,18}", 0..60)) {
            let text = words.concat();
            let (mut numbers, mut expect, mut at) = (Numbers::default(), BTreeMap::new(), 0);
            for word in &words {
                let next = expect.len() as u32;
                let is_new = !expect.contains_key(word);
                let number = *expect.entry(word).or_insert(next);
                prop_assert_eq!(numbers.number(&text, at, at + word.len()), (number, is_new));
                prop_assert_eq!(numbers.strings()[number as usize], word);
                at += word.len();
            }
        }
    }
}
