//! Many lists of ascending numbers, each number with a byte of its own, in few bytes: which articles have a term and how often,
//! which articles name an entity and how often.
//!
//! Each list is written in the shorter of two ways:
//!
//! ```text
//! dense    two u16: how many numbers there are;
//!          u16 each: the gap to the number before, below 255, and the byte;
//!          before it, where the gap is larger: 255, and how many times 255 are passed over, less one
//! sparse   two u16 each: the number in 24 bits, and the byte
//! ```
//! Which way it is can be foretold for a list, and so can nearly every u16 of a dense one: where a number's length depended on
//! the number, a processor would guess wrong at every third, and reading would take half as long again.

use std::ops::Range;

/// Numbers are below it.
pub const MOST: u32 = 1 << 24;

/// Gaps from here on are passed over first.
const PASS: u32 = 0xFF;

/// Units that tell how many numbers a dense list has.
const COUNT: usize = 2;

/// All lists, one behind the other.
#[derive(Debug, Default)]
pub struct Lists {
    /// By owner: where its list begins, times two, and 1 where it is dense.
    begins: Vec<u32>,
    units: Vec<u16>,
}

impl Lists {
    /// The units of an owner's list, and whether it is dense.
    #[inline]
    fn units(&self, owner: u32) -> (&[u16], bool) {
        let begin = self.begins.get(owner as usize).copied().unwrap_or(u32::MAX);
        let next = self.begins.get(owner as usize + 1);
        let end = next.map_or(self.units.len(), |next| (next >> 1) as usize);
        let units = self.units.get((begin >> 1) as usize..end);
        (units.unwrap_or(&[]), begin & 1 == 1)
    }

    /// The list of an owner.
    #[inline]
    pub fn get(&self, owner: u32) -> List<'_> {
        let (units, is_dense) = self.units(owner);
        List {
            units: units.get(if is_dense { COUNT } else { 0 }..).unwrap_or(&[]),
            is_dense,
            least: 0,
        }
    }

    /// How many numbers an owner's list has.
    #[inline]
    pub fn count(&self, owner: u32) -> usize {
        match self.units(owner) {
            ([high, low, ..], true) => (*high as usize) << 16 | *low as usize,
            (units, _) => units.len() / 2,
        }
    }

    /// Calls `each` with all that is in the lists of these owners, in order. What is called for is small, since many call for it:
    /// one function reads a few numbers at a time for all.
    #[inline]
    pub fn each(&self, owners: Range<u32>, mut each: impl FnMut(u32, u8)) {
        let mut few = Few {
            owners,
            list: List::default(),
            read: [(0, 0); AT_ONCE],
        };
        loop {
            let read = few.next(self);
            if read.is_empty() {
                return;
            }
            read.iter().for_each(|(number, byte)| each(*number, *byte));
        }
    }
}

/// Numbers that are read at once.
const AT_ONCE: usize = 64;

/// What is left of several lists, and what was read of them last.
struct Few<'a> {
    owners: Range<u32>,
    list: List<'a>,
    read: [(u32, u8); AT_ONCE],
}

impl<'a> Few<'a> {
    #[inline(never)]
    fn next(&mut self, lists: &'a Lists) -> &[(u32, u8)] {
        let mut count = 0;
        while count < AT_ONCE {
            count += self.list.fill(&mut self.read[count..]);
            if count < AT_ONCE {
                match self.owners.next() {
                    Some(owner) => self.list = lists.get(owner),
                    None => break,
                }
            }
        }
        &self.read[..count]
    }
}

/// What is left of a list: numbers in ascending order, each with its byte.
#[derive(Clone, Debug, Default)]
pub struct List<'a> {
    units: &'a [u16],
    is_dense: bool,
    /// The next number is not below it.
    least: u32,
}

impl List<'_> {
    /// Reads as many as there is room for; gives how many.
    #[inline]
    fn fill(&mut self, room: &mut [(u32, u8)]) -> usize {
        let mut count = 0;
        if self.is_dense {
            let mut units = self.units.iter();
            while count < room.len()
                && let Some(unit) = units.next()
            {
                let (gap, byte) = parted(*unit);
                if gap == PASS {
                    self.least = self.least.wrapping_add(passed(byte));
                    continue;
                }
                let number = self.least.wrapping_add(gap);
                self.least = number.wrapping_add(1);
                room[count] = (number, byte);
                count += 1;
            }
            self.units = units.as_slice();
        } else {
            let (pairs, _) = self.units.as_chunks();
            for ([high, low], room) in pairs.iter().zip(&mut *room) {
                *room = joined(*high, *low);
                count += 1;
            }
            self.units = self.units.get(2 * count..).unwrap_or(&[]);
        }
        count
    }
}

impl List<'_> {
    /// Passes over the numbers below this one; gives the next.
    pub fn seek(&mut self, least: u32) -> Option<u32> {
        loop {
            let mut ahead = self.clone();
            match ahead.next()? {
                (number, _) if number < least => *self = ahead,
                (number, _) => return Some(number),
            }
        }
    }
}

impl Iterator for List<'_> {
    type Item = (u32, u8);

    #[inline]
    fn next(&mut self) -> Option<(u32, u8)> {
        let mut one = [(0, 0)];
        (self.fill(&mut one) == 1).then_some(one[0])
    }
}

fn parted(unit: u16) -> (u32, u8) {
    (u32::from(unit >> 8), unit as u8)
}

/// How many numbers are passed over.
fn passed(byte: u8) -> u32 {
    PASS * (u32::from(byte) + 1)
}

fn joined(high: u16, low: u16) -> (u32, u8) {
    (u32::from(high) << 8 | u32::from(low >> 8), low as u8)
}

/// Lists in the making. What stands in them is told twice, in the same order: first to learn what room it takes, then
/// [to be written](Writing).
#[derive(Debug)]
pub struct Counting(Vec<Head>);

/// A list in the making.
#[derive(Clone, Copy, Debug, Default)]
struct Head {
    /// One more than the number told last; 0 before the first.
    least: u32,
    /// How many units pass over, if it is dense.
    passes: u32,
    /// How many numbers were told. Once there is room: where the next unit goes, times two, and 1 where the list is dense.
    at: u32,
}

impl Counting {
    /// Of so many lists, all empty.
    pub fn new(owners: usize) -> Self {
        Self(vec![Head::default(); owners])
    }

    /// A number below [`MOST`], behind those told of the same list before.
    #[inline]
    pub fn count(&mut self, owner: u32, number: u32) {
        let head = &mut self.0[owner as usize];
        let gap = number - head.least;
        if gap >= PASS {
            head.passes += passes(gap);
        }
        head.least = number + 1;
        head.at += 1;
    }

    /// Room for the lists, in this order of their owners; `None` where it would be more than 4 GiB.
    pub fn make_room(mut self, order: impl ExactSizeIterator<Item = u32> + Clone) -> Option<Writing> {
        let room = |head: &Head| {
            let dense = head.at + head.passes + COUNT as u32;
            (dense.min(2 * head.at), dense < 2 * head.at)
        };
        let all: u64 = order
            .clone()
            .map(|owner| u64::from(room(&self.0[owner as usize]).0))
            .sum();
        if all > u64::from(u32::MAX >> 1) {
            return None;
        }
        let mut units = vec![0; all as usize];
        let mut begins = Vec::with_capacity(order.len());
        let mut sum = 0;
        for owner in order {
            let head = &mut self.0[owner as usize];
            let (room, is_dense) = room(head);
            let begin = sum << 1 | u32::from(is_dense);
            begins.push(begin);
            let mut at = begin;
            if is_dense {
                put(&mut units, &mut at, (head.at >> 16) as u16);
                put(&mut units, &mut at, head.at as u16);
            }
            *head = Head { at, ..Head::default() };
            sum += room;
        }
        Some(Writing {
            heads: self.0,
            lists: Lists { begins, units },
        })
    }
}

#[inline]
fn put(units: &mut [u16], at: &mut u32, unit: u16) {
    units[(*at >> 1) as usize] = unit;
    *at += 1 << 1;
}

/// Lists that are written.
#[derive(Debug)]
pub struct Writing {
    heads: Vec<Head>,
    lists: Lists,
}

impl Writing {
    /// What was counted, once more, each with its byte.
    #[inline]
    pub fn write(&mut self, owner: u32, number: u32, byte: u8) {
        let head = &mut self.heads[owner as usize];
        let units = &mut self.lists.units;
        if head.at & 1 == 0 {
            put(units, &mut head.at, (number >> 8) as u16);
            put(units, &mut head.at, (number << 8) as u16 | u16::from(byte));
            return;
        }
        let mut gap = number - head.least;
        head.least = number + 1;
        while gap >= PASS {
            let times = (gap / PASS).min(256);
            gap -= times * PASS;
            put(units, &mut head.at, (PASS << 8 | (times - 1)) as u16);
        }
        put(units, &mut head.at, (gap << 8) as u16 | u16::from(byte));
    }

    /// The lists, by their owners in the order that was given.
    pub fn finish(self) -> Lists {
        self.lists
    }
}

/// How many units pass over what of a gap does not fit into one.
#[cold]
fn passes(gap: u32) -> u32 {
    (gap / PASS).div_ceil(256)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::{Counting, Lists, MOST};

    fn made(lists: &[BTreeMap<u32, u8>]) -> Lists {
        let mut counting = Counting::new(lists.len());
        let each = |tell: &mut dyn FnMut(u32, u32, u8)| {
            for (owner, list) in (0..).zip(lists) {
                list.iter().for_each(|(number, byte)| tell(owner, *number, *byte));
            }
        };
        each(&mut |owner, number, _| counting.count(owner, number));
        let mut writing = counting.make_room((0..lists.len() as u32).rev()).unwrap();
        each(&mut |owner, number, byte| writing.write(owner, number, byte));
        writing.finish()
    }

    proptest! {
        #[test]
        fn lists_come_back(lists in prop::collection::vec(prop::collection::btree_map(prop_oneof![0..9u32, 200..300u32, 0..70_000u32, 0..MOST], any::<u8>(), 0..12), 0..6)) {
            let made = made(&lists);
            let mut all = Vec::new();
            for (owner, list) in (0..).zip(lists.iter().rev()) {
                let list: Vec<(u32, u8)> = list.iter().map(|(number, byte)| (*number, *byte)).collect();
                prop_assert_eq!(list.len(), made.count(owner));
                prop_assert!(made.get(owner).eq(list.iter().copied()));
                all.extend(list);
            }
            let mut each = Vec::new();
            made.each(0..lists.len() as u32, |number, byte| each.push((number, byte)));
            prop_assert_eq!(each, all);
            prop_assert_eq!(made.get(lists.len() as u32).next(), None);
            prop_assert_eq!(made.get(u32::MAX).next(), None);
        }
    }

    #[test]
    fn what_is_frequent_takes_two_bytes_and_nothing_takes_more_than_four() {
        let every = |step: u32, count: u32| (0..count).map(|i| (i * step, 1)).collect();
        for (list, units) in [
            (every(255, 100), 102),
            (every(10_000, 100), 200),
            (every(100_000, 100), 200),
        ] {
            assert_eq!(made(&[list]).units.len(), units);
        }
    }
}
