//! Codes of any number of bits, most significant first.

/// Appends codes to bytes.
pub struct BitWriter<'a> {
    out: &'a mut Vec<u8>,
    /// The bits not yet written, at the low end.
    waiting: u64,
    /// How many they are, below 32 between calls.
    count: u32,
}

impl<'a> BitWriter<'a> {
    /// Behind what is there.
    pub fn new(out: &'a mut Vec<u8>) -> Self {
        Self {
            out,
            waiting: 0,
            count: 0,
        }
    }

    /// Appends the lowest `length` bits (at most 32) of a code.
    pub fn put(&mut self, code: u32, length: u32) {
        self.waiting = self.waiting << length | u64::from(code);
        self.count += length;
        if self.count >= 32 {
            self.count -= 32;
            let four = (self.waiting >> self.count) as u32;
            self.out.extend_from_slice(&four.to_be_bytes());
        }
    }

    /// Fills the last byte with zeros.
    pub fn finish(mut self) {
        self.put(0, self.count.wrapping_neg() % 8);
        let bytes = (self.waiting as u32).to_be_bytes();
        self.out.extend_from_slice(&bytes[4 - self.count as usize / 8..]);
    }
}

/// Reads codes from bytes. Behind the last byte it reads zeros and says so.
#[derive(Clone)]
pub struct BitReader<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The bits ahead, at the high end.
    ahead: u64,
    /// How many of them come from the bytes.
    count: u32,
}

impl<'a> BitReader<'a> {
    /// From the first byte.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            ahead: 0,
            count: 0,
        }
    }

    /// Makes the next 32 bits ready.
    #[inline]
    pub fn fill(&mut self) {
        self.fill_here();
    }

    /// The same, written out where it is called: for the one loop where a call would take as long as the rest.
    #[inline(always)]
    pub fn fill_here(&mut self) {
        if let Some(word) = self.bytes.get(self.at..self.at + 8) {
            let word = u64::from_be_bytes([word[0], word[1], word[2], word[3], word[4], word[5], word[6], word[7]]);
            self.ahead |= word >> self.count;
            self.at += (63 - self.count as usize) >> 3;
            self.count |= 56;
        } else {
            while self.count <= 56 {
                let byte = self.bytes.get(self.at).copied().unwrap_or(0);
                self.ahead |= u64::from(byte) << (56 - self.count);
                self.at += 1;
                self.count += 8;
            }
        }
    }

    /// The next 32 bits, which [`fill`](Self::fill) has made ready.
    #[inline]
    pub fn peek(&self) -> u32 {
        (self.ahead >> 32) as u32
    }

    /// Passes over bits that were peeked at.
    #[inline]
    pub fn skip(&mut self, length: u32) {
        self.ahead <<= length;
        self.count -= length;
    }

    /// Whether more was read than there is.
    pub fn is_beyond(&self) -> bool {
        self.at - (self.count / 8) as usize > self.bytes.len()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{BitReader, BitWriter};

    proptest! {
        #[test]
        fn what_was_put_is_read(codes in prop::collection::vec((any::<u32>(), 0u32..=32), 0..100)) {
            let mut out = Vec::new();
            let mut writer = BitWriter::new(&mut out);
            let cut = |code: u32, length: u32| if length == 0 { 0 } else { code >> (32 - length) };
            codes.iter().for_each(|(code, length)| writer.put(cut(*code, *length), *length));
            writer.finish();
            let mut reader = BitReader::new(&out);
            for (code, length) in &codes {
                reader.fill();
                prop_assert_eq!(cut(reader.peek(), *length), cut(*code, *length));
                reader.skip(*length);
                prop_assert!(!reader.is_beyond());
            }
            reader.fill();
            reader.skip(8);
            reader.fill();
            prop_assert!(reader.is_beyond());
        }
    }
}
