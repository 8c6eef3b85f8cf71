//! Strings in order, each with a number: names with the entities that are so called, words with the articles that have them.
//!
//! ```text
//! { shared with the string before: bytes   rest   number }      of strings that are the same, distances between numbers
//! ```

use super::front::{front, put_front};
use super::strings::Strings;
use super::{PackError, Reader, put_varint};

/// See the module.
#[derive(Debug, Default)]
pub struct Keyed {
    keys: Strings,
    numbers: Vec<u32>,
}

impl Keyed {
    /// Appends one behind all others; of equal strings the numbers rise.
    pub(super) fn push(&mut self, key: &str, number: u32) {
        self.keys.all.push_str(key);
        self.keys.end();
        self.numbers.push(number);
    }

    /// Appends them.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        put_varint(out, self.keys.len());
        let (mut before, mut last) = ("", 0);
        for (key, number) in self.iter() {
            put_front(out, key, before);
            put_varint(out, if key == before { number - last } else { number });
            (before, last) = (key, number);
        }
    }

    /// Reads them; all numbers are less than `limit`.
    pub(super) fn read(r: &mut Reader, limit: usize) -> Result<Self, PackError> {
        let mut all = Self::default();
        let (mut before, mut last) = (String::new(), 0u32);
        for _ in 0..r.count()? {
            let key = front(r, &before)?;
            let from = if key == before { last } else { 0 };
            last = r.varint()?.saturating_add(from);
            if last as usize >= limit {
                return Err(r.malformed("a number within its table"));
            }
            all.push(&key, last);
            before = key;
        }
        Ok(all)
    }

    /// Each with its number, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        (0..).zip(&self.numbers).map(|(i, number)| (self.keys.get(i), *number))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Reader;
    use super::Keyed;

    proptest! {
        #[test]
        fn they_come_back(all in prop::collection::btree_set((prop_oneof![" [a-cé]{0,80}", " (long){20}b?"], 0u32..9), 0..9)) {
            let mut keyed = Keyed::default();
            all.iter().for_each(|(key, number)| keyed.push(key, *number));
            let mut out = Vec::new();
            keyed.write(&mut out);
            let back = Keyed::read(&mut Reader::new(&out, 0, "ENTI"), 9).unwrap();
            prop_assert!(back.iter().eq(all.iter().map(|(key, number)| (key.as_str(), *number))));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            if let Ok(keyed) = Keyed::read(&mut Reader::new(&bytes, 0, "ENTI"), 3) {
                prop_assert!(keyed.iter().all(|(_, number)| number < 3));
            }
        }
    }
}
