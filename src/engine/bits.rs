//! A set of articles: one bit for each position.

/// A set over positions `0..len`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bits {
    words: Vec<u64>,
    len: u32,
}

impl Bits {
    /// The empty set.
    pub fn none(len: u32) -> Self {
        Self {
            words: vec![0; len.div_ceil(64) as usize],
            len,
        }
    }

    /// All positions.
    pub fn all(len: u32) -> Self {
        let mut bits = Self {
            words: vec![!0; len.div_ceil(64) as usize],
            len,
        };
        if let (Some(last), 1..) = (bits.words.last_mut(), len % 64) {
            *last = (1u64 << (len % 64)) - 1;
        }
        bits
    }

    /// Adds a position; one outside the set's length is ignored.
    pub fn insert(&mut self, ix: u32) {
        if ix < self.len {
            self.words[(ix / 64) as usize] |= 1 << (ix % 64);
        }
    }

    /// Whether a position is in the set.
    pub fn has(&self, ix: u32) -> bool {
        self.words
            .get((ix / 64) as usize)
            .is_some_and(|w| w >> (ix % 64) & 1 == 1)
    }

    /// Keeps what the other has too.
    pub fn and(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= b);
    }

    /// Drops what the other has.
    pub fn and_not(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= !b);
    }

    /// How many positions there are, in the set or not.
    pub fn len(&self) -> u32 {
        self.len
    }

    /// Adds what the other has.
    pub fn or(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a |= b);
    }

    /// How many positions are in the set.
    pub fn count(&self) -> u32 {
        self.words.iter().map(|w| w.count_ones()).sum()
    }

    /// How many positions are in this set and in the other.
    pub fn shared(&self, other: &Self) -> u32 {
        let both = self.words.iter().zip(&other.words);
        both.map(|(a, b)| (a & b).count_ones()).sum()
    }

    /// The positions, in order.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().zip(0u32..).flat_map(|(word, i)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                (left != 0).then(|| {
                    let bit = left.trailing_zeros();
                    left &= left - 1;
                    i * 64 + bit
                })
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::Bits;

    proptest! {
        #[test]
        fn behaves_as_a_set(a: BTreeSet<u8>, b: BTreeSet<u8>, len in 0u32..200) {
            let of = |s: &BTreeSet<u8>| {
                let mut bits = Bits::none(len);
                s.iter().for_each(|i| bits.insert(u32::from(*i)));
                bits
            };
            let inside = |s: &BTreeSet<u8>| s.iter().map(|i| u32::from(*i)).filter(|i| *i < len).collect::<BTreeSet<_>>();
            let (sa, sb) = (inside(&a), inside(&b));
            prop_assert_eq!(of(&a).len(), len);
            let mut or = of(&a);
            or.or(&of(&b));
            prop_assert_eq!(or.iter().collect::<BTreeSet<_>>(), &sa | &sb);
            let mut and = of(&a);
            and.and(&of(&b));
            prop_assert_eq!(and.iter().collect::<BTreeSet<_>>(), &sa & &sb);
            let mut not = Bits::all(len);
            not.and_not(&of(&a));
            prop_assert_eq!(not.count() as usize, len as usize - sa.len());
            prop_assert!(not.iter().all(|i| !sa.contains(&i) && not.has(i)));
        }
    }
}
