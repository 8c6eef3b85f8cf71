//! Bytes of a text counted as characters.

/// Turns byte offsets of one text into offsets in Unicode scalar values.
///
/// Characters are counted once for every block of bytes, so that an offset costs a block, not the text before it; and in a block
/// of ASCII, where each byte is one, nothing.
#[derive(Debug)]
pub struct Scalars<'t> {
    text: &'t [u8],
    /// Characters that start before each block, and in the whole text.
    before: Vec<usize>,
}

/// Bytes in a block: a table of a hundredth of the text, and a few nanoseconds an offset.
const BLOCK: usize = 512;

impl<'t> Scalars<'t> {
    /// Counts the text's characters.
    pub fn new(text: &'t str) -> Self {
        let text = text.as_bytes();
        let mut before = vec![0];
        let mut total = 0;
        for block in text.chunks(BLOCK) {
            total += starts(block);
            before.push(total);
        }
        Self { text, before }
    }

    /// Characters before a byte; the end of the text where `byte` lies beyond it.
    pub fn at(&self, byte: u32) -> usize {
        let byte = (byte as usize).min(self.text.len());
        let block = byte / BLOCK;
        let rest = &self.text[block * BLOCK..];
        let here = byte - block * BLOCK;
        match self.before.get(block..block + 2) {
            Some(&[before, next]) if next - before == rest.len().min(BLOCK) => before + here,
            _ => self
                .before
                .get(block)
                .map_or(0, |before| before + starts(&rest[..here])),
        }
    }
}

/// Characters that start in some bytes of UTF-8: all bytes but those of the form 10xxxxxx.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| **b & 0b1100_0000 != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Scalars};

    #[test]
    fn every_byte_offset_counts_the_characters_before_it() {
        for text in [
            "",
            "a",
            "aé😀日",
            &"é".repeat(BLOCK),
            &"a日".repeat(BLOCK),
            &"x".repeat(BLOCK),
        ] {
            let scalars = Scalars::new(text);
            let ends = text.char_indices().map(|(i, _)| i).chain([text.len()]);
            for (count, byte) in ends.enumerate() {
                assert_eq!(scalars.at(byte as u32), count, "byte {byte}");
            }
            assert_eq!(scalars.at(u32::MAX), text.chars().count());
        }
    }
}
