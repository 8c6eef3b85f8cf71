//! What stands between words: spaces, full stops, quotation marks, paragraph breaks.
//!
//! ```text
//! gaps   { string }               most frequent first
//! { codes   { distance to the gap before   length of its code, a byte } }   for each pair of kinds of neighbours
//! ```

use super::bits::BitReader;
use super::form::Kind;
use super::huffman::{self, Decoder};
use super::{PackError, Reader, put_str, put_varint};

/// Pairs of kinds: of the word before and of the word behind.
pub(super) const PAIRS: usize = Kind::COUNT * Kind::COUNT;

/// The number of a pair.
#[inline]
pub(super) fn pair(before: Kind, behind: Kind) -> usize {
    pair_of(before as usize, behind as usize)
}

/// The number of a pair by the numbers of the kinds.
#[inline]
pub(super) fn pair_of(before: usize, behind: usize) -> usize {
    before * Kind::COUNT + behind
}

/// Codes of gaps while writing.
pub(super) struct GapCodes {
    /// By pair, by number while counting: (code, length).
    codes: Vec<Vec<(u32, u32)>>,
}

impl GapCodes {
    /// Appends the section. `gaps` are by number while counting, `counts` by pair and number.
    pub fn write(gaps: &[&str], counts: &[Vec<u32>], out: &mut Vec<u8>) -> Self {
        let total = |number: usize| {
            counts
                .iter()
                .filter_map(|c| c.get(number))
                .map(|n| u64::from(*n))
                .sum::<u64>()
        };
        let mut order: Vec<(u64, usize)> = (0..gaps.len()).map(|number| (total(number), number)).collect();
        order.sort_unstable_by(|a, b| (b.0, gaps[a.1]).cmp(&(a.0, gaps[b.1])));
        put_varint(out, gaps.len() as u32);
        order.iter().for_each(|(_, number)| put_str(out, gaps[*number]));

        let mut codes = Vec::with_capacity(PAIRS);
        for counts in counts {
            let in_order: Vec<u32> = order
                .iter()
                .map(|(_, number)| counts.get(*number).copied().unwrap_or(0))
                .collect();
            let lengths = huffman::lengths(&in_order, 0);
            let used: Vec<usize> = (0..in_order.len()).filter(|i| in_order[*i] > 0).collect();
            put_varint(out, used.len() as u32);
            let mut before = 0;
            for at in &used {
                put_varint(out, (at - before) as u32);
                out.push(lengths[*at]);
                before = *at;
            }
            let mut by_number = vec![(0, 0); gaps.len()];
            for ((code, length), (_, number)) in huffman::codes(&lengths).into_iter().zip(&lengths).zip(&order) {
                by_number[*number] = (code, u32::from(*length));
            }
            codes.push(by_number);
        }
        Self { codes }
    }

    /// The code of a gap between two words: its bits and their number.
    pub fn get(&self, pair: usize, number: u32) -> (u32, u32) {
        self.codes[pair][number as usize]
    }
}

/// The gaps of an opened pack.
#[derive(Debug, Default)]
pub(super) struct Gaps {
    gaps: Vec<Box<str>>,
    /// By pair and the seven bits ahead: a gap and the length of its code, 31 where that is longer. In one table, which
    /// stays in the processor's nearest cache.
    quick: Vec<u32>,
    decoders: Vec<Decoder>,
}

/// Bits looked up at once.
const QUICK: u32 = 7;
/// A length that says that the code is longer than that, or there is none.
const LONGER: u32 = 31;

impl Gaps {
    /// Reads the section.
    pub fn read(r: &mut Reader) -> Result<Self, PackError> {
        let n = r.count()?;
        let gaps = (0..n).map(|_| r.str().map(Box::from)).collect::<Result<Vec<_>, _>>()?;
        let (mut quick, mut decoders) = (Vec::with_capacity(PAIRS << QUICK), Vec::with_capacity(PAIRS));
        for _ in 0..PAIRS {
            let mut pairs = Vec::new();
            let mut at = 0u32;
            for i in 0..r.count()? {
                let forward = r.varint()?;
                at = at
                    .checked_add(forward)
                    .filter(|at| (*at as usize) < n && (forward > 0 || i == 0))
                    .ok_or_else(|| r.malformed("a gap"))?;
                pairs.push((at, r.byte()?));
            }
            let decoder = Decoder::new(&pairs, QUICK).ok_or_else(|| r.malformed("lengths that make a code"))?;
            quick.extend(
                (0..1 << QUICK).map(|ahead: u32| match decoder.beginning(ahead << (32 - QUICK)) {
                    Some((gap, length)) => gap << 5 | length,
                    None => LONGER,
                }),
            );
            decoders.push(decoder);
        }
        Ok(Self { gaps, quick, decoders })
    }

    /// Reads a gap between two kinds of words, whose bits are ready; `None` where there is none to be read.
    #[inline]
    pub fn read_next(&self, pair: usize, bits: &mut BitReader) -> Option<u32> {
        let entry = *self.quick.get(pair << QUICK | (bits.peek() >> (32 - QUICK)) as usize)?;
        if entry & 31 != LONGER {
            bits.skip(entry & 31);
            return Some(entry >> 5);
        }
        self.decoders[pair].read_next(bits)
    }

    /// A gap.
    pub fn get(&self, gap: u32) -> &str {
        self.gaps.get(gap as usize).map_or("", |g| g)
    }
}
