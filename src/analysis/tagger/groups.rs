//! Which words is a word used like? Groups of words by their vectors, in three sizes (as Turian, Ratinov and Bengio 2010 do).
//!
//! The file, as [`super::stored`] has it: kind `DLTW`; the number of small groups (u16); for each small group the middle and the
//! large one that it lies in (u8 each); the words' keys; each word's small group, first all low bytes, then all high ones. Of a word
//! only 24 bits of a hash are kept: one in 170 words that are not in the table is taken for one that is.

use super::stored::{Damaged, Reader, file, put_keys};
use crate::words::hash;

const KIND: &[u8; 4] = b"DLTW";
const VERSION: u32 = 1;

/// A word's small, middle and large group, each from 1; 0 where it is unknown.
pub type Group = [u16; 3];

/// Words by group, in a table that is quick to look up in.
#[derive(Clone, Debug)]
pub struct Groups {
    /// Of each small group the middle and the large one, from 0.
    outer: Vec<[u8; 2]>,
    /// Open addressing with linear probing: keys and small groups from 0; a power of two of slots, at most half of them taken.
    slots: Vec<(u32, u16)>,
}

/// What is kept of a word's hash; not zero.
fn key(term: u32) -> u32 {
    (term.wrapping_mul(0x9E37_79B9) >> 8).max(1)
}

impl Default for Groups {
    fn default() -> Self {
        Self::new(Vec::new(), &[])
    }
}

impl Groups {
    /// Groups of folded words, the most frequent first, each with its small group from 0; `outer` says of each small group in
    /// which middle and large one it lies. Of words that cannot be told apart the first stays.
    pub fn of_words<'w>(outer: Vec<[u8; 2]>, words: impl IntoIterator<Item = (&'w str, u16)>) -> Self {
        let words: Vec<(u32, u16)> = words
            .into_iter()
            .map(|(w, group)| (key(hash(w.as_bytes())), group))
            .collect();
        Self::new(outer, &words)
    }

    fn new(outer: Vec<[u8; 2]>, words: &[(u32, u16)]) -> Self {
        let slots = (words.len() * 2).next_power_of_two().max(2);
        let mut all = Self {
            outer,
            slots: vec![(0, 0); slots],
        };
        for &word in words {
            let at = all.slot(word.0);
            if all.slots[at].0 == 0 {
                all.slots[at] = word;
            }
        }
        all
    }

    /// Where a key is, or the free slot where it would be.
    fn slot(&self, key: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        while self.slots[at].0 != key && self.slots[at].0 != 0 {
            at = (at + 1) & mask;
        }
        at
    }

    /// The groups of a folded word by its hash.
    pub(super) fn of(&self, term: u32) -> Group {
        let (found, small) = self.slots[self.slot(key(term))];
        match self.outer.get(usize::from(small)) {
            Some(outer) if found != 0 => [small + 1, u16::from(outer[0]) + 1, u16::from(outer[1]) + 1],
            _ => Group::default(),
        }
    }

    /// Reads a file; a changed or cut one is refused.
    pub fn read(bytes: &[u8]) -> Result<Self, Damaged> {
        let mut reader = Reader::new(bytes, KIND, VERSION)?;
        let small = u16::from_le_bytes([reader.byte()?, reader.byte()?]);
        let outer = (0..small).map(|_| Ok([reader.byte()?, reader.byte()?]));
        let outer = outer.collect::<Result<Vec<_>, Damaged>>()?;
        let mut words: Vec<(u32, u16)> = reader.keys()?.into_iter().map(|key| (key, 0)).collect();
        for shift in [0, 8] {
            for word in &mut words {
                word.1 |= u16::from(reader.byte()?) << shift;
            }
        }
        if words.iter().any(|w| w.1 >= small) {
            return Err(Damaged("groups that there are"));
        }
        reader.end()?;
        Ok(Self::new(outer, &words))
    }

    /// The file's bytes: same words and groups, same bytes.
    pub fn write(&self) -> Vec<u8> {
        let mut words: Vec<(u32, u16)> = self.slots.iter().copied().filter(|word| word.0 != 0).collect();
        words.sort_unstable();
        let mut body = (self.outer.len() as u16).to_le_bytes().to_vec();
        body.extend(self.outer.iter().flatten());
        put_keys(&mut body, words.iter().map(|word| word.0));
        body.extend(words.iter().map(|word| word.1 as u8));
        body.extend(words.iter().map(|word| (word.1 >> 8) as u8));
        file(KIND, VERSION, words.len(), &body)
    }
}

#[cfg(test)]
mod tests {
    use super::{Groups, hash};

    fn some() -> Groups {
        let words: Vec<String> = (0..500).map(|n| format!("word{n}")).collect();
        let outer = (0..300).map(|n| [(n / 4) as u8, (n / 16) as u8]).collect();
        Groups::of_words(outer, words.iter().zip(0..).map(|(w, n)| (w.as_str(), n % 300)))
    }

    #[test]
    fn a_file_reads_back() {
        let file = some().write();
        let read = Groups::read(&file).expect("what was written is whole");
        assert_eq!(read.write(), file);
        for groups in [some(), read] {
            assert_eq!(groups.of(hash(b"word299")), [300, 75, 19]);
            assert_eq!(groups.of(hash(b"other")), [0; 3]);
        }
    }

    #[test]
    fn a_damaged_file_is_refused() {
        let file = some().write();
        for cut in 0..file.len() {
            assert!(Groups::read(&file[..cut]).is_err(), "cut at {cut}");
        }
        for at in 0..file.len() {
            let mut changed = file.clone();
            changed[at] ^= 16;
            assert!(Groups::read(&changed).is_err(), "changed at {at}");
        }
        assert!(Groups::read(&[file.as_slice(), &[0]].concat()).is_err());
    }

    #[test]
    fn the_groups_that_are_shipped_are_whole() {
        let file = include_bytes!("../data/groups.bin");
        let groups = Groups::read(file).expect("data/groups.bin fits its checksum");
        assert_eq!(groups.write(), file);
        let large = |word: &str| groups.of(hash(word.as_bytes()))[2];
        assert!(large("monday") > 0 && large("monday") == large("thursday") && large("monday") != large("guitar"));
    }
}
