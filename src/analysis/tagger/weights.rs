//! What does each thing seen speak for? The learned weights, their file and its check.
//!
//! The file, as [`super::stored`] has it: kind `DLTG`; for each value of [`Join`] the weights of tag after tag (i8 each, [`TAGS`]
//! squared); the rows' keys; then column by column, a column for each tag, the rows' weights (i8). Columns compress better than
//! rows.

use super::features::Join;
use super::stored::{Damaged, Reader, file, put_keys};

/// Outside, and first and further words of four kinds.
pub const TAGS: usize = 9;

/// What one feature speaks for, by tag.
pub type Row = [i8; TAGS];

const KIND: &[u8; 4] = b"DLTG";
const VERSION: u32 = 1;

/// Learned weights, in a table that is quick to look up in.
#[derive(Clone, Debug)]
pub struct Weights {
    links: [[[i8; TAGS]; TAGS]; Join::COUNT],
    /// A bit for each value of the highest [`MARKS`] bits of a key, set where a key has it. Most of what is seen has no weights:
    /// of that nine tenths are told here, in memory that stays near the processor.
    marks: Vec<u64>,
    /// Open addressing with linear probing; a power of two of slots, at most half of them taken; key 0 where a slot is free.
    slots: Vec<Slot>,
}

/// A key and its row: the last tag's weight, and those of the eight before it, each moved up by [`BIAS`] so that none is negative and
/// four are added by one addition.
#[derive(Clone, Copy, Debug)]
struct Slot {
    eight: u64,
    key: u32,
    last: i8,
}

/// Makes a weight of −128 to 127 one of 0 to 255.
const BIAS: i32 = 128;

/// Every second byte of eight.
const LANES: u64 = 0x00FF_00FF_00FF_00FF;

impl Slot {
    const FREE: Self = Self::new(0, [0; TAGS]);

    const fn new(key: u32, [row @ .., last]: Row) -> Self {
        // What moves up by half of a byte turns its highest bit.
        let eight = u64::from_le_bytes(bytes(row)) ^ (0x0101_0101_0101_0101 * BIAS as u64);
        Self { eight, key, last }
    }

    fn row(self) -> Row {
        let eight = (self.eight ^ (0x0101_0101_0101_0101 * BIAS as u64)).to_le_bytes();
        let mut row = [self.last; TAGS];
        row.iter_mut().zip(eight).for_each(|(w, byte)| *w = byte.cast_signed());
        row
    }
}

const fn bytes(row: [i8; 8]) -> [u8; 8] {
    let (mut bytes, mut i) = ([0; 8], 0);
    while i < 8 {
        bytes[i] = row[i].cast_unsigned();
        i += 1;
    }
    bytes
}

/// So many things seen that have a mark are looked up together: a word has fewer.
const MOST: usize = 64;

/// Sixteen times as many marks as there are keys.
const MARKS: u32 = 19;

/// Which mark is a key's.
fn mark(key: u32) -> (usize, u64) {
    let mark = key >> (32 - MARKS);
    ((mark / 64) as usize, 1 << (mark % 64))
}

impl Default for Weights {
    fn default() -> Self {
        Self::new([[[0; TAGS]; TAGS]; Join::COUNT], &[])
    }
}

impl Weights {
    /// Weights of links and rows; keys are not zero and each there once.
    pub fn new(links: [[[i8; TAGS]; TAGS]; Join::COUNT], rows: &[(u32, Row)]) -> Self {
        let slots = (rows.len() * 2).next_power_of_two().max(2);
        let mut all = Self {
            links,
            marks: vec![0; (1 << MARKS) / 64],
            slots: vec![Slot::FREE; slots],
        };
        for &(key, row) in rows {
            let at = all.slot(key);
            all.slots[at] = Slot::new(key, row);
            let (word, bit) = mark(key);
            all.marks[word] |= bit;
        }
        all
    }

    /// Where a key is, or the free slot where it would be.
    fn slot(&self, key: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        while self.slots[at].key != key && self.slots[at].key != 0 {
            at = (at + 1) & mask;
        }
        at
    }

    /// Reads a file; a changed or cut one is refused.
    pub fn read(bytes: &[u8]) -> Result<Self, Damaged> {
        let mut reader = Reader::new(bytes, KIND, VERSION)?;
        let mut links = [[[0; TAGS]; TAGS]; Join::COUNT];
        for link in links.iter_mut().flatten().flatten() {
            *link = reader.byte()?.cast_signed();
        }
        let mut rows: Vec<(u32, Row)> = reader.keys()?.into_iter().map(|key| (key, [0; TAGS])).collect();
        for tag in 0..TAGS {
            for (_, row) in &mut rows {
                row[tag] = reader.byte()?.cast_signed();
            }
        }
        reader.end()?;
        Ok(Self::new(links, &rows))
    }

    /// The file's bytes: same weights, same bytes.
    pub fn write(&self) -> Vec<u8> {
        let taken = self.slots.iter().filter(|slot| slot.key != 0);
        let mut rows: Vec<(u32, Row)> = taken.map(|slot| (slot.key, slot.row())).collect();
        rows.sort_unstable_by_key(|row| row.0);
        let links = self.links.iter().flatten().flatten();
        let mut body: Vec<u8> = links.map(|w| w.cast_unsigned()).collect();
        put_keys(&mut body, rows.iter().map(|row| row.0));
        for tag in 0..TAGS {
            body.extend(rows.iter().map(|row| row.1[tag].cast_unsigned()));
        }
        file(KIND, VERSION, rows.len(), &body)
    }

    /// To add up what all that is seen at a word speaks for.
    pub fn summing(&self) -> Summing<'_> {
        Summing {
            weights: self,
            sum: [0; TAGS],
            marked: [0; MOST],
            count: 0,
        }
    }

    /// The weights of tag before tag where words are joined so.
    pub fn links(&self, join: Join) -> &[[i8; TAGS]; TAGS] {
        &self.links[join as usize]
    }
}

/// What things seen one by one speak for together.
#[derive(Debug)]
pub struct Summing<'w> {
    weights: &'w Weights,
    sum: [i32; TAGS],
    /// Those with a mark, to be looked up together.
    marked: [u32; MOST],
    count: usize,
}

impl Summing<'_> {
    /// One more is seen.
    #[inline]
    pub fn add(&mut self, feature: u32) {
        // Marked ones are gathered without a branch: which they are cannot be foretold.
        let (word, bit) = mark(feature);
        self.marked[self.count] = feature;
        self.count += usize::from(self.weights.marks[word] & bit != 0);
        if self.count == MOST {
            self.look_up();
        }
    }

    /// The sum of what was seen since it was last taken.
    pub fn take(&mut self) -> [i32; TAGS] {
        self.look_up();
        std::mem::take(&mut self.sum)
    }

    fn look_up(&mut self) {
        // So many that no sum of theirs outgrows its sixteen bits.
        const { assert!(MOST * 255 <= u16::MAX as usize) };
        let (mut even, mut odd, mut last) = (0, 0, 0);
        for &feature in &self.marked[..self.count] {
            // A free slot's row is zero.
            let slot = self.weights.slots[self.weights.slot(feature)];
            even += slot.eight & LANES;
            odd += slot.eight >> 8 & LANES;
            last += i32::from(slot.last);
        }
        let moved = self.count as i32 * BIAS;
        for (i, pair) in self.sum.chunks_exact_mut(2).enumerate() {
            pair[0] += i32::from((even >> (16 * i)) as u16) - moved;
            pair[1] += i32::from((odd >> (16 * i)) as u16) - moved;
        }
        self.sum[TAGS - 1] += last;
        self.count = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::{Join, MOST, Row, TAGS, Weights};

    fn some() -> Weights {
        let rows: Vec<(u32, Row)> = (1..300_u32).map(|n| (n * n * 40_000, [n as i8; TAGS])).collect();
        let mut links = [[[0; TAGS]; TAGS]; Join::COUNT];
        links[Join::Comma as usize][1][2] = -7;
        Weights::new(links, &rows)
    }

    #[test]
    fn a_file_reads_back() {
        let file = some().write();
        let read = Weights::read(&file).expect("what was written is whole");
        assert_eq!(read.write(), file);
        assert_eq!(read.links(Join::Comma)[1][2], -7);
        let mut summing = read.summing();
        [40_000, 160_000, 5]
            .into_iter()
            .for_each(|feature| summing.add(feature));
        assert_eq!(summing.take(), [3; TAGS]);
        (0..MOST * 2 + 1).for_each(|_| summing.add(160_000));
        assert_eq!(summing.take(), [2 * (MOST as i32 * 2 + 1); TAGS]);
        assert_eq!(summing.take(), [0; TAGS]);
    }

    #[test]
    fn a_damaged_file_is_refused() {
        let file = some().write();
        for cut in 0..file.len() {
            assert!(Weights::read(&file[..cut]).is_err(), "cut at {cut}");
        }
        for at in 0..file.len() {
            let mut changed = file.clone();
            changed[at] ^= 16;
            assert!(Weights::read(&changed).is_err(), "changed at {at}");
        }
        assert!(Weights::read(&[file.as_slice(), &[0]].concat()).is_err());
    }

    #[test]
    fn the_weights_that_are_shipped_are_whole() {
        let file = include_bytes!("../data/tagger.bin");
        let weights = Weights::read(file).expect("data/tagger.bin fits its checksum");
        assert_eq!(weights.write(), file);
    }
}
