//! Yes and no in fewer bits: a binary arithmetic code with odds that follow what was seen (the range coder of LZMA,
//! I. Pavlov, public domain; the idea: G. N. N. Martin, "Range encoding", 1979).
//!
//! Writer and reader are two [`Coder`]s, so that one function says both how something is written and how it is read.

/// How likely a yes is, of 65,536, and how often it was asked.
#[derive(Clone, Copy, Debug)]
pub struct Odds {
    yes: u16,
    seen: u16,
}

impl Default for Odds {
    fn default() -> Self {
        Self { yes: 1 << 15, seen: 0 }
    }
}

/// The last answers that odds remember, about.
const MEMORY: u16 = 40;

/// Bits of the odds that are used in coding.
const BITS: u32 = 12;

impl Odds {
    /// Of 4,096; never certain.
    fn yes(self) -> u32 {
        (u32::from(self.yes) >> (16 - BITS)).clamp(16, (1 << BITS) - 16)
    }

    fn learn(&mut self, yes: bool) {
        // The mean of all that was seen at first, then of the last.
        let (goal, weight) = (if yes { 65_535 } else { 0 }, 2 * i32::from(self.seen) + 3);
        self.yes = (i32::from(self.yes) + (goal - i32::from(self.yes)) * 2 / weight) as u16;
        self.seen = (self.seen + 1).min(MEMORY);
    }
}

/// Writes or reads.
pub trait Coder {
    /// Writes the answer `yes`, or reads it, whatever `yes` is; gives it.
    fn answer(&mut self, odds: &mut Odds, yes: bool) -> bool;
}

/// Writes.
pub struct Writer {
    low: u64,
    range: u32,
    /// The last byte that a carry may still change, and how many of 255 follow it.
    held: (u8, usize),
    out: Vec<u8>,
}

impl Default for Writer {
    fn default() -> Self {
        Self {
            low: 0,
            range: u32::MAX,
            held: (0, 0),
            out: Vec::new(),
        }
    }
}

impl Writer {
    /// All that was written.
    pub fn finish(mut self) -> Vec<u8> {
        for _ in 0..5 {
            self.shift();
        }
        self.out
    }

    fn shift(&mut self) {
        let (carry, next) = (self.low >> 32, (self.low >> 24) as u8);
        if carry == 1 || next != u8::MAX {
            self.out.push(self.held.0.wrapping_add(carry as u8));
            let between = u8::MAX.wrapping_add(carry as u8);
            self.out.extend(std::iter::repeat_n(between, self.held.1));
            self.held = (next, 0);
        } else {
            self.held.1 += 1;
        }
        self.low = self.low << 8 & 0xFFFF_FFFF;
    }
}

impl Coder for Writer {
    fn answer(&mut self, odds: &mut Odds, yes: bool) -> bool {
        let part = (self.range >> BITS) * odds.yes();
        if yes {
            self.range = part;
        } else {
            self.low += u64::from(part);
            self.range -= part;
        }
        odds.learn(yes);
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
        yes
    }
}

/// Reads. Any bytes are safe; behind the last there are zeros without end.
pub struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
    code: u32,
    range: u32,
}

impl<'b> Reader<'b> {
    /// Reads what a [`Writer`] wrote.
    pub fn new(bytes: &'b [u8]) -> Self {
        let mut reader = Self {
            bytes,
            at: 0,
            code: 0,
            range: u32::MAX,
        };
        (0..5).for_each(|_| reader.next());
        reader
    }

    /// Whether as much was read as there is.
    pub fn is_done(&self) -> bool {
        self.at == self.bytes.len()
    }

    fn next(&mut self) {
        let byte = self.bytes.get(self.at).copied().unwrap_or_default();
        self.at += 1;
        self.code = self.code << 8 | u32::from(byte);
    }
}

impl Coder for Reader<'_> {
    fn answer(&mut self, odds: &mut Odds, _: bool) -> bool {
        let part = (self.range >> BITS) * odds.yes();
        let yes = self.code < part;
        if yes {
            self.range = part;
        } else {
            self.code -= part;
            self.range -= part;
        }
        odds.learn(yes);
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.next();
        }
        yes
    }
}

/// Odds of a whole number: how many bits its amount has, its sign by what is known of it, its bits below the highest.
#[derive(Clone, Debug)]
pub struct Number {
    size: [Odds; LARGEST],
    negative: [Odds; SIGNS],
    bits: [[Odds; 2 + LARGEST]; LARGEST + 1],
}

/// Bits of the largest amount.
const LARGEST: usize = 16;

/// Whatever may be known of a sign, by number.
const SIGNS: usize = 27;

impl Default for Number {
    fn default() -> Self {
        let odds = Odds::default();
        Self {
            size: [odds; LARGEST],
            negative: [odds; SIGNS],
            bits: [[odds; 2 + LARGEST]; LARGEST + 1],
        }
    }
}

impl Number {
    /// Writes or reads a number of at most 16 bits and a sign; `known` (0 to 26) is what is known of its sign.
    pub fn code(&mut self, coder: &mut impl Coder, known: usize, number: i32) -> i32 {
        let amount = number.unsigned_abs();
        let mut size = 0;
        while size < LARGEST && !coder.answer(&mut self.size[size], amount >> size == 0) {
            size += 1;
        }
        if size == 0 {
            return 0;
        }
        let negative = coder.answer(&mut self.negative[known], number < 0);
        let mut read = 1;
        for below in (0..size - 1).rev() {
            // The second and third bit are told apart by those above, the others are as good as even.
            let which = if read < 4 { read - 1 } else { 2 + below };
            let odds = &mut self.bits[size][which];
            read = read * 2 + usize::from(coder.answer(odds, amount >> below & 1 == 1));
        }
        if negative { -(read as i32) } else { read as i32 }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_numbers_read_back(numbers in prop::collection::vec((-65_535i32..=65_535, 0usize..SIGNS), 0..300)) {
            let (mut writer, mut model) = (Writer::default(), Number::default());
            for (number, known) in &numbers {
                model.code(&mut writer, *known, *number);
            }
            let bytes = writer.finish();
            let (mut reader, mut model) = (Reader::new(&bytes), Number::default());
            for (number, known) in &numbers {
                prop_assert_eq!(model.code(&mut reader, *known, 0), *number);
            }
            prop_assert!(reader.is_done());
        }

        #[test]
        fn answers_take_what_their_odds_say(answers in prop::collection::vec(prop::bool::weighted(0.02), 5_000)) {
            let (mut writer, mut odds) = (Writer::default(), Odds::default());
            for yes in &answers {
                writer.answer(&mut odds, *yes);
            }
            let bytes = writer.finish();
            // 0.14 bits each, if they are as likely as said.
            prop_assert!(bytes.len() < 180, "{}", bytes.len());
            let (mut reader, mut odds) = (Reader::new(&bytes), Odds::default());
            prop_assert!(answers.iter().all(|yes| reader.answer(&mut odds, false) == *yes));
        }
    }
}
