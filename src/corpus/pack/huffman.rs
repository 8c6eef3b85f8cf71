//! Short codes for what is common: D. A. Huffman, "A Method for the Construction of Minimum-Redundancy Codes",
//! Proceedings of the IRE 40(9), 1952, in their canonical order, so that the lengths say everything (E. S. Schwartz and
//! B. Kallick, "Generating a Canonical Prefix Encoding", Communications of the ACM 7(3), 1964).

use super::bits::BitReader;

/// Longest code in bits. A symbol that is rarer than one in 2²⁶ gets a longer code than it needs a shorter one for.
pub(super) const LONGEST: u32 = 26;

/// Bits of a code over many symbols that are looked up at once: four thousand entries lie in the processor's nearest cache.
pub(super) const MANY: u32 = 12;

/// The length of each symbol's code, in bits; 0 for symbols that never occur. A single symbol gets `alone` bits.
pub(super) fn lengths(counts: &[u32], alone: u8) -> Vec<u8> {
    let mut lengths = vec![0; counts.len()];
    let mut order: Vec<u32> = (0..counts.len() as u32).filter(|s| counts[*s as usize] > 0).collect();
    if let [only] = order.as_slice() {
        lengths[*only as usize] = alone;
        return lengths;
    }
    order.sort_unstable_by_key(|s| (counts[*s as usize], *s));
    let mut weights: Vec<u64> = order.iter().map(|s| u64::from(counts[*s as usize])).collect();
    loop {
        let depths = depths(&weights);
        if depths.iter().all(|d| *d <= LONGEST) {
            order
                .iter()
                .zip(depths)
                .for_each(|(s, d)| lengths[*s as usize] = d as u8);
            return lengths;
        }
        // Nearer to equal: the order stays, the longest codes become shorter.
        weights.iter_mut().for_each(|w| *w = (*w).div_ceil(2));
    }
}

/// Depths of the leaves of the tree over weights in rising order.
///
/// Leaves and inner nodes each come in rising order, so the two lightest are always at the head of one of two queues (J. van
/// Leeuwen, "On the Construction of Huffman Trees", ICALP 1976).
fn depths(weights: &[u64]) -> Vec<u32> {
    let n = weights.len();
    if n < 2 {
        return vec![0; n];
    }
    let mut nodes = weights.to_vec();
    let mut parent = vec![0u32; 2 * n - 1];
    let (mut leaf, mut inner) = (0, n);
    for made in n..2 * n - 1 {
        let mut weight = 0;
        for _ in 0..2 {
            let take_leaf = leaf < n && (inner >= made || nodes[leaf] <= nodes[inner]);
            let lightest = if take_leaf { &mut leaf } else { &mut inner };
            weight += nodes[*lightest];
            parent[*lightest] = made as u32;
            *lightest += 1;
        }
        nodes.push(weight);
    }
    let mut depth = vec![0u32; 2 * n - 1];
    for node in (0..2 * n - 2).rev() {
        depth[node] = depth[parent[node] as usize] + 1;
    }
    depth.truncate(n);
    depth
}

/// The code of each symbol in its lowest bits: shorter codes first, equal lengths by symbol.
pub(super) fn codes(lengths: &[u8]) -> Vec<u32> {
    let mut next = [0u32; LONGEST as usize + 1];
    for length in lengths.iter().filter(|l| **l > 0) {
        next[*length as usize] += 1;
    }
    let mut code = 0;
    for slot in &mut next[1..] {
        let count = *slot;
        *slot = code;
        code = (code + count) << 1;
    }
    let mut take = |length: &u8| match length {
        0 => 0,
        length => {
            let slot = &mut next[*length as usize];
            *slot += 1;
            *slot - 1
        }
    };
    lengths.iter().map(&mut take).collect()
}

/// Reads symbols.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    /// Symbol and length of each code that begins so and is not longer; 0 where it is.
    quick: Vec<u32>,
    quick_bits: u32,
    /// By length: the end of its codes as 32 bits, and what leads from a code to its symbol's place.
    ends: [(u64, u32, u32); LONGEST as usize + 1],
    /// Symbols in the order of their codes.
    symbols: Vec<u32>,
}

impl Decoder {
    /// For these pairs of symbol and length, symbols rising, `quick` bits looked up at once; `None` where no such code
    /// exists.
    pub fn new(pairs: &[(u32, u8)], quick: u32) -> Option<Self> {
        let longest = pairs.iter().map(|p| u32::from(p.1)).max().unwrap_or(0);
        if longest > LONGEST || pairs.iter().any(|p| p.0 >= 1 << 27) {
            return None;
        }
        let mut counts = [0u32; LONGEST as usize + 1];
        pairs.iter().for_each(|p| counts[p.1 as usize] += 1);
        let room: u64 = (1..=longest).map(|l| u64::from(counts[l as usize]) << (32 - l)).sum();
        match pairs {
            [] => return Some(Self::default()),
            // The only symbol needs no bit, or one.
            [_] if longest <= 1 => {}
            _ if counts[0] > 0 || room != 1 << 32 => return None,
            _ => {}
        }
        let mut decoder = Self {
            symbols: vec![0; pairs.len()],
            quick_bits: longest.min(quick),
            ..Self::default()
        };
        let mut place = [0u32; LONGEST as usize + 1];
        let (mut code, mut from) = (0u64, 0u32);
        for length in 0..=longest as usize {
            place[length] = from;
            let step = 32 - length as u32;
            let end = code + (u64::from(counts[length]) << step);
            decoder.ends[length] = (end, (code >> step) as u32, from);
            (code, from) = (if length == 0 { 0 } else { end }, from + counts[length]);
        }
        decoder.quick = vec![0; 1 << decoder.quick_bits];
        for (symbol, length) in pairs {
            let at = place[*length as usize];
            place[*length as usize] += 1;
            decoder.symbols[at as usize] = *symbol;
            let length = u32::from(*length);
            if length <= decoder.quick_bits {
                let (_, first, first_at) = decoder.ends[length as usize];
                let step = decoder.quick_bits - length;
                let begin = ((first + (at - first_at)) << step) as usize;
                decoder.quick[begin..begin + (1 << step)].fill(*symbol << 5 | length);
            }
        }
        Some(decoder)
    }

    /// The symbols in the order of their codes.
    pub fn symbols(&self) -> &[u32] {
        &self.symbols
    }

    /// Gives the codes other symbols, none over 2²⁷.
    pub fn rename(&mut self, name: impl Fn(u32) -> u32) {
        for entry in &mut self.quick {
            // None where the code is longer; the only symbol may have none.
            if *entry & 31 > 0 || self.quick_bits == 0 {
                *entry = name(*entry >> 5) << 5 | *entry & 31;
            }
        }
        self.symbols.iter_mut().for_each(|symbol| *symbol = name(*symbol));
    }

    /// The symbol whose code these bits begin with, and the length of the code; `None` where it is longer than what is looked
    /// up at once, or there is none.
    pub fn beginning(&self, bits: u32) -> Option<(u32, u32)> {
        let begin = bits.checked_shr(32 - self.quick_bits).unwrap_or(0);
        let entry = *self.quick.get(begin as usize)?;
        (entry & 31 > 0 || self.quick_bits == 0).then_some((entry >> 5, entry & 31))
    }

    /// The next symbol; `None` where there is none to be read.
    #[inline]
    pub fn read(&self, bits: &mut BitReader) -> Option<u32> {
        bits.fill();
        self.read_next(bits)
    }

    /// The same where the bits are ready: one [`fill`](BitReader::fill) is enough for two symbols.
    #[inline]
    pub fn read_next(&self, bits: &mut BitReader) -> Option<u32> {
        let ahead = bits.peek();
        let begin = if self.quick_bits == 0 {
            0
        } else {
            ahead >> (32 - self.quick_bits)
        };
        let entry = *self.quick.get(begin as usize)?;
        if entry & 31 > 0 || self.quick_bits == 0 {
            bits.skip(entry & 31);
            return Some(entry >> 5);
        }
        for length in self.quick_bits + 1..=LONGEST {
            let (end, first, first_at) = self.ends[length as usize];
            if u64::from(ahead) < end {
                bits.skip(length);
                let at = first_at + ((ahead >> (32 - length)) - first);
                return self.symbols.get(at as usize).copied();
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::bits::{BitReader, BitWriter};
    use super::{Decoder, LONGEST, MANY, codes, lengths};

    fn pairs(lengths: &[u8]) -> Vec<(u32, u8)> {
        (0u32..).zip(lengths.iter().copied()).filter(|p| p.1 > 0).collect()
    }

    #[test]
    fn common_symbols_have_short_codes() {
        assert_eq!(lengths(&[8, 1, 0, 4, 2], 1), [1, 3, 0, 2, 3]);
        assert_eq!(codes(&[1, 3, 0, 2, 3]), [0b0, 0b110, 0, 0b10, 0b111]);
        assert_eq!(lengths(&[0, 5], 1), [0, 1]);
    }

    #[test]
    fn no_code_is_longer_than_a_reader_takes() {
        // Fibonacci numbers make the deepest tree.
        let mut counts = vec![1u32, 1];
        while counts.len() < 46 {
            counts.push(counts[counts.len() - 1] + counts[counts.len() - 2]);
        }
        let lengths = lengths(&counts, 1);
        assert!(lengths.iter().all(|l| u32::from(*l) <= LONGEST));
        assert!(Decoder::new(&pairs(&lengths), MANY).is_some());
    }

    #[test]
    fn lengths_that_are_no_code_are_refused() {
        for lengths in [&[1u8, 1, 1][..], &[1, 2], &[2, 2, 2], &[30, 1], &[2]] {
            assert!(Decoder::new(&pairs(lengths), MANY).is_none(), "{lengths:?}");
        }
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(counts in prop::collection::vec(prop_oneof![0u32..3, 0u32..100_000], 1..200), picks in prop::collection::vec(any::<usize>(), 0..200)) {
            let lengths = lengths(&counts, 1);
            let codes = codes(&lengths);
            let used: Vec<u32> = (0..counts.len() as u32).filter(|s| counts[*s as usize] > 0).collect();
            prop_assume!(!used.is_empty());
            let symbols: Vec<u32> = picks.iter().map(|p| used[p % used.len()]).collect();
            let mut out = Vec::new();
            let mut writer = BitWriter::new(&mut out);
            symbols.iter().for_each(|s| writer.put(codes[*s as usize], u32::from(lengths[*s as usize])));
            writer.finish();
            for quick in [7, MANY] {
                let decoder = Decoder::new(&pairs(&lengths), quick).unwrap();
                let mut renamed = Decoder::new(&pairs(&lengths), quick).unwrap();
                renamed.rename(|symbol| 1000 + symbol);
                let mut reader = BitReader::new(&out);
                for two in symbols.chunks(2) {
                    prop_assert_eq!(decoder.read(&mut reader), Some(two[0]));
                    if let Some(second) = two.get(1) {
                        prop_assert_eq!(renamed.read_next(&mut reader), Some(1000 + second));
                    }
                }
                prop_assert!(!reader.is_beyond());
            }
        }
    }
}
