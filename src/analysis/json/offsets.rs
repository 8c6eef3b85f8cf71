//! Bytes of a text counted as characters.

/// Turns byte offsets of one text into offsets in Unicode scalar values.
///
/// Characters are counted once for every block of bytes, so that an offset costs a block, not the text before it.
#[derive(Debug)]
pub struct Scalars<'t> {
    text: &'t [u8],
    /// Characters that start before each block.
    before: Vec<usize>,
}

/// Bytes in a block: a table of a hundredth of the text, and a few nanoseconds an offset.
const BLOCK: usize = 512;

impl<'t> Scalars<'t> {
    /// Counts the text's characters.
    pub fn new(text: &'t str) -> Self {
        let text = text.as_bytes();
        let blocks = text.chunks(BLOCK).scan(0, |total, block| {
            let before = *total;
            *total += starts(block);
            Some(before)
        });
        let before = blocks.collect();
        Self { text, before }
    }

    /// Characters before a byte; the end of the text where `byte` lies beyond it.
    pub fn at(&self, byte: u32) -> usize {
        let byte = (byte as usize).min(self.text.len());
        let block = byte / BLOCK;
        match self.before.get(block) {
            Some(before) => before + starts(&self.text[block * BLOCK..byte]),
            None => self
                .before
                .last()
                .map_or(0, |last| last + starts(&self.text[(self.before.len() - 1) * BLOCK..])),
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
