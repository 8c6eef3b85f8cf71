//! Codes of bytes: by the byte before, as letters want them, or the same behind every byte, as numbers do.
//!
//! ```text
//! { codes   { distance to the byte before   length of its code, a byte } }      for each byte before, or once
//! ```

use super::bits::{BitReader, BitWriter};
use super::huffman::{self, Decoder};
use super::{PackError, Reader, put_varint};

/// How often each byte stands behind each.
pub(super) struct ByteCounts(Vec<[u32; 256]>);

impl ByteCounts {
    /// Sets of codes where the byte before tells of the next.
    pub const LETTERS: usize = 256;
    /// Where it does not.
    pub const NUMBERS: usize = 1;

    /// None yet, for so many sets of codes.
    pub fn new(sets: usize) -> Self {
        Self(vec![[0; 256]; sets])
    }

    /// Counts bytes that begin behind a zero.
    pub fn add(&mut self, bytes: &[u8]) {
        let sets = self.0.len();
        let mut before = 0;
        for byte in bytes {
            self.0[usize::from(before) % sets][usize::from(*byte)] += 1;
            before = *byte;
        }
    }

    /// Appends the codes.
    pub fn write(&self, out: &mut Vec<u8>) -> ByteWriter {
        let mut sets = Vec::with_capacity(self.0.len());
        for counts in &self.0 {
            let lengths = huffman::lengths(counts, 1);
            let used: Vec<usize> = (0..256).filter(|b| counts[*b] > 0).collect();
            put_varint(out, used.len() as u32);
            let mut before = 0;
            for byte in used {
                put_varint(out, (byte - before) as u32);
                out.push(lengths[byte]);
                before = byte;
            }
            sets.push(huffman::codes(&lengths).into_iter().zip(lengths).collect());
        }
        ByteWriter(sets)
    }
}

/// Writes bytes.
pub(super) struct ByteWriter(Vec<Vec<(u32, u8)>>);

impl ByteWriter {
    /// Appends bytes that were counted.
    pub fn put(&self, bytes: &[u8], bits: &mut BitWriter) {
        let mut before = 0;
        for byte in bytes {
            let (code, length) = self.0[usize::from(before) % self.0.len()][usize::from(*byte)];
            bits.put(code, u32::from(length));
            before = *byte;
        }
    }
}

/// Bytes read in one call: a browser compiles a function again while it runs, and takes the faster code when it is called
/// next.
const STRETCH: usize = 1 << 12;

/// Reads bytes.
#[derive(Debug, Default)]
pub(super) struct ByteReader {
    /// By the eight bits ahead, for each set in turn: a byte and the length of its code, 0 where that is longer. In one
    /// table, since each byte waits for the one before it.
    quick: Vec<u16>,
    sets: Vec<Decoder>,
}

impl ByteReader {
    /// Reads so many sets of codes.
    pub fn read(r: &mut Reader, sets: usize) -> Result<Self, PackError> {
        let mut reader = Self::default();
        for _ in 0..sets {
            let mut pairs = Vec::new();
            let mut byte = 0u32;
            for i in 0..r.count()? {
                let forward = r.varint()?;
                byte = byte.saturating_add(forward);
                if byte > 255 || (forward == 0 && i > 0) {
                    return Err(r.malformed("a byte behind the one before"));
                }
                pairs.push((byte, r.byte()?));
            }
            let decoder = Decoder::new(&pairs, 8).ok_or_else(|| r.malformed("lengths that make a code"))?;
            reader.quick.extend((0..=255u32).map(|ahead| {
                let begins = decoder.beginning(ahead << 24);
                begins.map_or(0, |(byte, length)| (byte << 5 | length) as u16)
            }));
            reader.sets.push(decoder);
        }
        Ok(reader)
    }

    /// The next `n` bytes; `None` where there is no such code. Every code takes a bit at least: callers hold `n` against that.
    pub fn bytes(&self, n: usize, bits: &mut BitReader) -> Option<Vec<u8>> {
        let mut bytes = Vec::with_capacity(n);
        while bytes.len() < n {
            self.go_on(STRETCH.min(n - bytes.len()), &mut bytes, bits)?;
        }
        Some(bytes)
    }

    #[inline(never)]
    fn go_on(&self, n: usize, bytes: &mut Vec<u8>, bits: &mut BitReader) -> Option<()> {
        let mut before = bytes.last().copied().unwrap_or(0);
        for _ in 0..n {
            before = self.next(before, bits)?;
            bytes.push(before);
        }
        Some(())
    }

    /// The byte behind another.
    #[inline]
    pub fn next(&self, before: u8, bits: &mut BitReader) -> Option<u8> {
        // One set, or one for each byte.
        let set = usize::from(before) & self.sets.len().wrapping_sub(1);
        bits.fill();
        let entry = *self.quick.get(set << 8 | (bits.peek() >> 24) as usize)?;
        if entry & 31 > 0 {
            bits.skip(u32::from(entry & 31));
            return Some((entry >> 5) as u8);
        }
        self.sets[set].read_next(bits).map(|byte| byte as u8)
    }
}
