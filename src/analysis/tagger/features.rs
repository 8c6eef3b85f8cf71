//! What is to be seen at a word that may belong to a name? Each thing seen is a number, made by hashing.

use super::facts::{Fact, TITLE};
use super::page::{Elsewhere, Page, Run};
use crate::words::{Gap, hash};

/// How a word is joined to the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Join {
    /// By a space.
    #[default]
    Space,
    /// By a hyphen.
    Hyphen,
    /// By a comma.
    Comma,
    /// Behind a possessive.
    Owned,
    /// By anything else, or not at all.
    Other,
}

impl Join {
    /// How many there are.
    pub const COUNT: usize = 5;
}

/// Where a word stands and what the rules make of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Standing {
    /// What joins it to the word before.
    pub join: Join,
    /// The tag that the rules would have it have.
    pub rules: usize,
    /// Whether that is a person's name in full, of words on the lists.
    pub full: bool,
}

/// What is seen at one word.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// Where it stands.
    pub standing: Standing,
    /// Hashes, none of them zero.
    pub features: Vec<u32>,
}

fn join(page: &Page<'_, '_>, i: usize) -> Join {
    let words = page.sight.words;
    let gap = words.gap(i);
    if i > 0 && words.possessive(i - 1) {
        Join::Owned
    } else if words.glued(i) {
        Join::Hyphen
    } else if gap.has(Gap::COMMA) && gap.only(Gap::COMMA.and(Gap::SPACE)) {
        Join::Comma
    } else if gap.only(Gap::SPACE) {
        Join::Space
    } else {
        Join::Other
    }
}

/// More than is ever seen at one word: all templates with all of their bits are 150.
const MOST: usize = 1 << u8::BITS;

/// Says what is seen at the words of a text.
pub struct Reader<'p, 'a, 't> {
    page: &'p Page<'a, 't>,
    i: usize,
    /// Templates with what fills them, a hundred at most words: all are mixed together, in a loop without calls.
    seen: [(u32, u32); MOST],
    count: u8,
}

/// Mixes a template's number with what fills it (the finaliser of MurmurHash3, Appleby 2011).
fn mix(template: u32, value: u32) -> u32 {
    let mut h = template.wrapping_mul(0x9E37_79B9) ^ value;
    h = (h ^ (h >> 16)).wrapping_mul(0x85EB_CA6B);
    h = (h ^ (h >> 13)).wrapping_mul(0xC2B2_AE35);
    (h ^ (h >> 16)).max(1)
}

impl<'p, 'a, 't> Reader<'p, 'a, 't> {
    /// Of this text.
    pub fn new(page: &'p Page<'a, 't>) -> Self {
        Self {
            page,
            i: 0,
            seen: [(0, 0); MOST],
            count: 0,
        }
    }

    /// What is seen at word `i`: each thing is given to `out`, as a hash that is not zero.
    pub fn read(&mut self, i: usize, mut out: impl FnMut(u32)) -> Standing {
        self.i = i;
        self.count = 0;
        self.all();
        for &(template, value) in &self.seen[..usize::from(self.count)] {
            out(mix(template, value));
        }
        Standing {
            join: join(self.page, i),
            rules: self.page.fact(i).tag(),
            full: self.page.is_full(i),
        }
    }

    fn all(&mut self) {
        self.add(1, 0);
        self.word();
        self.lists();
        self.around();
        self.rules();
        self.groups();
        if let Some(run) = self.page.run(self.i) {
            self.run(run);
            self.elsewhere();
        }
    }

    #[inline]
    fn add(&mut self, template: u32, value: u32) {
        self.seen[usize::from(self.count)] = (template, value);
        self.count += 1;
    }

    fn add2(&mut self, template: u32, a: u32, b: u32) {
        self.add(template, mix(a, b));
    }

    /// The word `by` places on; nothing beyond an end of the text.
    fn fact(&self, by: isize) -> Fact {
        self.i
            .checked_add_signed(by)
            .map_or_else(Fact::default, |i| self.page.fact(i))
    }

    fn word(&mut self) {
        let here = self.fact(0);
        self.add(2, here.term);
        self.add(3, here.raw);
        self.add(4, here.shape);
        let term = self.page.sight.words.term(self.i).as_bytes();
        for n in 2..=4 {
            if let (Some(head), Some(tail)) = (term.get(..n), term.len().checked_sub(n)) {
                self.add(4 + n as u32, hash(head));
                self.add(8 + n as u32, hash(&term[tail..]));
            }
        }
    }

    fn lists(&mut self) {
        let (before, here, after) = (self.fact(-1), self.fact(0), self.fact(1));
        let class = |f: Fact| u32::from(f.class) << 8 | u32::from(f.case);
        self.add(20, class(here));
        self.add(21, class(before));
        self.add(22, class(after));
        self.add2(23, class(before), class(here));
        self.add2(24, class(here), class(after));
        self.add(25, class(self.fact(2)));
        self.add(26, class(self.fact(-2)));
        for bit in 0..8 {
            if here.class >> bit & 1 == 1 {
                self.add(27, bit);
            }
        }
        self.add(28, u32::from(here.kind()));
        self.add(30, u32::from(here.known));
        self.add2(31, u32::from(here.known), u32::from(here.case));
        self.add2(32, u32::from(before.known), u32::from(here.known));
        self.add2(33, u32::from(here.known), u32::from(after.known));
        for (n, by) in [(0, -2), (1, -1), (2, 0), (3, 1), (4, 2)] {
            let noun = self.fact(by).noun;
            if noun > 0 {
                self.add(34 + n, u32::from(noun));
            }
        }
    }

    fn around(&mut self) {
        let words = self.page.sight.words;
        let (before, here, after) = (self.fact(-1), self.fact(0), self.fact(1));
        self.add(40, before.term);
        self.add(41, after.term);
        self.add(42, self.fact(-2).term);
        self.add(43, self.fact(2).term);
        self.add2(44, before.term, here.term);
        self.add2(45, here.term, after.term);
        self.add2(46, before.term, after.term);
        let cases = u32::from(before.case) << 16 | u32::from(here.case) << 8 | u32::from(after.case);
        self.add(50, cases);
        let (left, right) = (gap_bits(words.gap(self.i)), gap_bits(words.gap(self.i + 1)));
        let weak = u32::from(words.weak(self.i));
        self.add2(51, left, weak);
        self.add2(52, right, u32::from(words.possessive(self.i)));
        self.add2(53, left << 16 | right, weak);
    }

    fn rules(&mut self) {
        let (before, here, after) = (self.fact(-1), self.fact(0), self.fact(1));
        let rules = |f: Fact| u32::from(f.rules);
        self.add(60, rules(here));
        self.add2(61, rules(before), rules(here));
        self.add2(62, rules(here), rules(after));
        self.add2(63, rules(here), class_of(here));
        self.add2(64, rules(here), u32::from(here.known));
    }

    fn groups(&mut self) {
        for (n, by) in [(100, 0), (103, -1), (106, 1)] {
            for (n, group) in (n..).zip(self.fact(by).groups) {
                if group > 0 {
                    self.add(n, u32::from(group));
                }
            }
        }
        self.add(110, u32::from(self.fact(-2).groups[1]));
        self.add(111, u32::from(self.fact(2).groups[1]));
    }

    fn run(&mut self, run: Run) {
        let Run { from, to, .. } = run;
        let (long, at) = ((to - from) as u32, (self.i - from) as u32);
        let fact = |i: usize| self.page.fact(i);
        let (first, last) = (fact(from), fact(to - 1));
        let behind = fact(to);
        let ahead = from.checked_sub(1).map_or_else(Fact::default, fact);
        self.add2(70, long, at);
        self.add(71, last.term);
        self.add(72, first.term);
        self.add(73, class_of(last));
        self.add(74, class_of(first));
        self.add(75, behind.term);
        self.add(76, ahead.term);
        self.add2(77, u32::from(ahead.class & TITLE), at);
        self.add2(78, class_of(last), long);
        self.add2(79, u32::from(last.kind()), u32::from(first.rules));
        self.add2(80, u32::from(last.noun), at);
        for (n, fact) in [(120, first), (123, last), (126, behind), (129, ahead)] {
            for (n, group) in (n..).zip(fact.groups) {
                self.add(n, u32::from(group));
            }
        }
        for n in bits(run.signs) {
            self.add(81, n);
        }
        for (n, other) in [(140, self.listed_before(from)), (141, self.listed_behind(to))] {
            if let Some(other) = other.and_then(|i| self.page.run(i)) {
                self.add(n, u32::from(fact(other.from).rules));
                self.add(n + 4, u32::from(fact(other.to - 1).groups[2]));
            }
        }
    }

    /// Whether nothing but a comma stands before word `i`.
    fn comma(&self, i: usize) -> bool {
        let gap = self.page.sight.words.gap(i);
        gap.has(Gap::COMMA) && gap.only(Gap::COMMA.and(Gap::SPACE).and(Gap::QUOTE))
    }

    fn and(&self, i: usize) -> bool {
        matches!(self.page.sight.words.term(i), "and" | "or")
    }

    /// The last word of what is listed before a run that starts at `from`: a list is of one kind.
    fn listed_before(&self, from: usize) -> Option<usize> {
        let before = from.checked_sub(1)?;
        if self.comma(from) {
            Some(before)
        } else {
            before.checked_sub(1).filter(|_| self.and(before))
        }
    }

    /// The first word of what is listed behind a run that ends before `to`.
    fn listed_behind(&self, to: usize) -> Option<usize> {
        let and = self.and(to);
        (and || self.comma(to)).then_some(to + usize::from(and))
    }

    fn elsewhere(&mut self) {
        let all = self.page.elsewhere(self.i);
        let here = self.fact(0);
        let few = |n: u8| u32::from(n.min(2));
        self.add2(90, few(all.lower), few(all.signs[0]));
        self.add2(91, few(all.lower), class_of(here));
        self.add(92, commonest(&all));
        for (n, times) in (0..).zip(all.signs) {
            if times > 0 {
                self.add2(94, n, few(times));
            }
        }
    }
}

/// The numbers of the bits that are set.
fn bits(set: u32) -> impl Iterator<Item = u32> {
    (0..u32::BITS).filter(move |n| set >> n & 1 == 1)
}

/// The reading that the rules had most often elsewhere, the lower of equals; 9 where the word is nowhere else.
fn commonest(all: &Elsewhere) -> u32 {
    let most = all.readings.iter().enumerate().rev().max_by_key(|(_, n)| **n);
    most.filter(|(_, n)| **n > 0).map_or(9, |(reading, _)| reading as u32)
}

fn class_of(fact: Fact) -> u32 {
    u32::from(fact.class)
}

/// What stands in a gap, in a number.
fn gap_bits(gap: Gap) -> u32 {
    let marks = [
        Gap::SPACE,
        Gap::HYPHEN,
        Gap::COMMA,
        Gap::STOP,
        Gap::OPEN,
        Gap::CLOSE,
        Gap::QUOTE,
        Gap::BREAK,
        Gap::AND,
        Gap::END,
        Gap::PAUSE,
        Gap::OTHER,
    ];
    marks
        .iter()
        .enumerate()
        .map(|(n, mark)| u32::from(gap.has(*mark)) << n)
        .sum()
}
