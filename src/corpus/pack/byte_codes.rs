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
    /// By the bits ahead, for each set in turn: a byte and the length of its code, 0 where that is longer. In one table,
    /// since each byte waits for the one before it.
    quick: Vec<u16>,
    /// How many bits ahead: many sets lie in the processor's cache only with few.
    quick_bits: u32,
    sets: Vec<Decoder>,
}

impl ByteReader {
    /// Reads so many sets of codes.
    pub fn read(r: &mut Reader, sets: usize) -> Result<Self, PackError> {
        let quick_bits = if sets == ByteCounts::NUMBERS { 12 } else { 8 };
        let mut reader = Self {
            quick_bits,
            ..Self::default()
        };
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
            let decoder = Decoder::new(&pairs, quick_bits).ok_or_else(|| r.malformed("lengths that make a code"))?;
            reader.quick.extend((0..1u32 << quick_bits).map(|ahead| {
                let begins = decoder.beginning(ahead << (32 - quick_bits));
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

    /// As many bytes, the first half of which (one more where they are odd) is coded apart from the second: a processor
    /// looks one up while the other waits for the byte before it.
    pub fn halves(&self, n: usize, [first, second]: &mut [BitReader; 2]) -> Option<Vec<u8>> {
        let mut bytes = vec![0; n];
        let (a, b) = bytes.split_at_mut(n.div_ceil(2));
        let mut before = [0, 0];
        for (a, b) in a.chunks_mut(STRETCH).zip(b.chunks_mut(STRETCH)) {
            before = self.go_on_twice(a, b, before, first, second)?;
        }
        if let (1, Some(last)) = (n % 2, a.last_mut()) {
            *last = self.next(before[0], first)?;
        }
        Some(bytes)
    }

    #[inline(never)]
    fn go_on_twice(
        &self,
        a: &mut [u8],
        b: &mut [u8],
        [mut before_a, mut before_b]: [u8; 2],
        first: &mut BitReader,
        second: &mut BitReader,
    ) -> Option<[u8; 2]> {
        // Of their own, to be held in registers.
        let (mut bits_a, mut bits_b) = (first.clone(), second.clone());
        for (a, b) in a.iter_mut().zip(b) {
            before_a = self.next_here(before_a, &mut bits_a)?;
            before_b = self.next_here(before_b, &mut bits_b)?;
            (*a, *b) = (before_a, before_b);
        }
        (*first, *second) = (bits_a, bits_b);
        Some([before_a, before_b])
    }

    /// The byte behind another.
    #[inline(never)]
    pub fn next(&self, before: u8, bits: &mut BitReader) -> Option<u8> {
        self.next_here(before, bits)
    }

    #[inline(always)]
    fn next_here(&self, before: u8, bits: &mut BitReader) -> Option<u8> {
        // One set, or one for each byte.
        let set = usize::from(before) & self.sets.len().wrapping_sub(1);
        bits.fill_here();
        let ahead = (bits.peek() >> (32 - self.quick_bits)) as usize;
        let entry = *self.quick.get(set << self.quick_bits | ahead)?;
        if entry & 31 > 0 {
            bits.skip(u32::from(entry & 31));
            return Some((entry >> 5) as u8);
        }
        self.long(set, bits)
    }

    /// A byte whose code is longer than what is looked up at once.
    #[inline(never)]
    fn long(&self, set: usize, bits: &mut BitReader) -> Option<u8> {
        self.sets.get(set)?.read_next(bits).map(|byte| byte as u8)
    }
}
