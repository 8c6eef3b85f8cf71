//! What is a word's stem, by an algorithm that comes as data?
//!
//! The algorithms are those of Snowball (M. F. Porter, "Snowball: A Language for Stemming Algorithms", 2001), one a language. All of
//! them would be many times what a page may weigh; so a pack brings those of its languages, and this runs them. The commands are
//! Snowball's own, <https://snowballstem.org/compiler/snowman.html> says what each does; `src/xtask/stemmers` writes them:
//!
//! ```text
//! algorithm   routines: count, { body }    groups of letters: count, { string }        the first routine gives the stem
//! body        length in bytes, { command and what it takes }
//! string      2 × length in bytes, then UTF-8; or 1 for what is held
//! value       kind, and what it takes
//! ```
//! Numbers are LEB128. A forged algorithm does at most so many steps and so much to a word, and then gives no stem.

use std::ops::Range;

/// Commands. A command that fails ends its body, and that fails too.
pub mod command {
    /// Takes a body and runs it.
    pub const ALL: u8 = 0;
    /// Takes two bodies: the second is run where the first fails.
    pub const OR: u8 = 1;
    /// Takes a body that has to fail; the cursor stays.
    pub const NOT: u8 = 2;
    /// Takes a body that may fail; the cursor stays.
    pub const DO: u8 = 3;
    /// Takes a body that may fail; where it does the cursor stays.
    pub const TRY: u8 = 4;
    /// Takes a body; the cursor stays.
    pub const TEST: u8 = 5;
    /// Takes a body, and fails.
    pub const FAIL: u8 = 6;
    /// Takes a body: moves on to where it does not fail.
    pub const GO_TO: u8 = 7;
    /// Takes a body: moves on to behind where it does not fail.
    pub const GO_PAST: u8 = 8;
    /// Takes a body, and runs it until it fails.
    pub const REPEAT: u8 = 9;
    /// Takes a body and runs it from the word's end to its beginning.
    pub const BACKWARDS: u8 = 10;
    /// Takes two bodies: where the first ends is the limit of the second. On the way back only.
    pub const LIMITED: u8 = 11;
    /// Takes a string: moves past it.
    pub const IS: u8 = 12;
    /// Takes a group's number: moves past a letter of it.
    pub const IN: u8 = 13;
    /// Takes a group's number: moves past a letter that is not of it.
    pub const OUT: u8 = 14;
    /// Takes a value: moves past so many letters.
    pub const HOP: u8 = 15;
    /// Marks one end of what will be replaced.
    pub const LEFT: u8 = 16;
    /// Marks the other.
    pub const RIGHT: u8 = 17;
    /// Takes a string: puts it in the place of what is marked.
    pub const REPLACE: u8 = 18;
    /// Takes a string: puts it in, and moves past it.
    pub const INSERT: u8 = 19;
    /// Takes a string: puts it in; the cursor stays.
    pub const ATTACH: u8 = 20;
    /// Holds what is marked.
    pub const TAKE: u8 = 21;
    /// Takes a variable's number and a value: it holds that.
    pub const SET: u8 = 22;
    /// Takes two values, which have to be equal.
    pub const EQUAL: u8 = 23;
    /// Takes two values, of which the first has to be less.
    pub const LESS: u8 = 24;
    /// Takes a value: moves on to there.
    pub const GO: u8 = 25;
    /// Takes a routine's number, and runs it.
    pub const CALL: u8 = 26;
    /// Takes a count, then for each string, the longest first, its length in bytes, itself, the number of its case from 1 (0 has
    /// none), and of the routine that has to agree, from 1 (0 for none): moves past the first string that stands here.
    pub const SEARCH: u8 = 27;
    /// Takes a body that holds a body for each case: runs that of what was found.
    pub const CASES: u8 = 28;
}

/// Kinds of values.
pub mod value {
    /// Takes a number.
    pub const NUMBER: u8 = 0;
    /// Takes the number of a variable.
    pub const VARIABLE: u8 = 1;
    /// Where the cursor is.
    pub const CURSOR: u8 = 2;
    /// The end of the word.
    pub const LIMIT: u8 = 3;
    /// The end that the cursor moves to.
    pub const EDGE: u8 = 4;
    /// Letters of the word.
    pub const LETTERS: u8 = 5;
    /// Takes two values.
    pub const SUM: u8 = 6;
    /// Takes two values.
    pub const DIFFERENCE: u8 = 7;
}

/// Numbers and marks an algorithm may hold, beside one string.
pub const VARIABLES: usize = 16;
/// Steps for a word. Real ones take some hundred, a string that is compared counted as one.
const STEPS: u32 = 50_000;
/// Routines inside routines.
const DEEPEST: u8 = 40;
/// Longest word, in bytes, while it is changed.
const LONGEST: usize = 512;

/// An algorithm.
#[derive(Debug)]
pub struct Stemmer<'a> {
    code: &'a [u8],
    /// Where its groups of letters are.
    groups: usize,
}

impl<'a> Stemmer<'a> {
    /// Reads an algorithm; one that was damaged is read as far as it goes.
    pub fn new(code: &'a [u8]) -> Self {
        let mut groups = 0;
        for _ in 0..number(code, &mut groups).min(code.len()) {
            body(code, &mut groups);
        }
        Self { code, groups }
    }

    /// A routine, or a group of letters.
    fn nth(&self, list: usize, n: usize) -> Range<usize> {
        let mut at = list;
        if n >= number(self.code, &mut at) {
            return 0..0;
        }
        for _ in 0..n.min(self.code.len()) {
            body(self.code, &mut at);
        }
        body(self.code, &mut at)
    }

    /// The stem of a word in lower case.
    pub fn stem(&self, word: &str) -> Option<String> {
        let mut run = Run {
            of: self,
            word: word.as_bytes().to_vec(),
            cursor: 0,
            limit: word.len(),
            start: 0,
            marked: 0..0,
            is_backwards: false,
            numbers: [0; VARIABLES],
            held: Vec::new(),
            case: 0,
            steps: STEPS,
            depth: 0,
        };
        // It may also end by a command that fails: what was done until then stands.
        run.call(0);
        String::from_utf8(run.word).ok().filter(|_| run.steps > 0)
    }
}

/// A number at a place, which moves behind it.
fn number(code: &[u8], at: &mut usize) -> usize {
    let (mut n, mut shift) = (0, 0);
    while let Some(byte) = code.get(*at) {
        *at += 1;
        n |= usize::from(byte & 0x7F) << shift;
        shift += 7;
        if *byte < 0x80 || shift > 21 {
            break;
        }
    }
    n
}

/// Where a body is, whose length stands at a place, which moves behind it.
fn body(code: &[u8], at: &mut usize) -> Range<usize> {
    let length = number(code, at);
    let from = *at;
    *at = (from + length).min(code.len());
    from..*at
}

/// A word on its way to its stem.
struct Run<'a> {
    of: &'a Stemmer<'a>,
    word: Vec<u8>,
    cursor: usize,
    /// Between these the cursor moves.
    limit: usize,
    start: usize,
    /// What is replaced.
    marked: Range<usize>,
    is_backwards: bool,
    numbers: [i32; VARIABLES],
    held: Vec<u8>,
    /// What the last search found, counted from 1.
    case: usize,
    /// That are left.
    steps: u32,
    depth: u8,
}

impl<'a> Run<'a> {
    fn call(&mut self, routine: usize) -> bool {
        if self.depth == DEEPEST {
            return false;
        }
        let case = self.case;
        self.depth += 1;
        let done = self.all(self.of.nth(0, routine));
        self.depth -= 1;
        self.case = case;
        done
    }

    /// Runs a body; false as soon as a command of it fails.
    fn all(&mut self, body: Range<usize>) -> bool {
        let mut at = body.start;
        loop {
            // Also where there is none, so that nothing is repeated without end.
            self.steps = self.steps.saturating_sub(1);
            if self.steps == 0 {
                return false;
            }
            if at >= body.end {
                return true;
            }
            if !self.one(&mut at) {
                return false;
            }
        }
    }

    /// Runs the command at a place, which moves behind it.
    fn one(&mut self, at: &mut usize) -> bool {
        let code = self.of.code;
        let command = code[*at];
        *at += 1;
        let (cursor, mark) = (self.cursor, self.mark());
        match command {
            command::ALL => {
                let first = body(code, at);
                self.all(first)
            }
            command::OR => {
                let (first, second) = (body(code, at), body(code, at));
                self.all(first) || {
                    self.back_to(mark);
                    self.all(second)
                }
            }
            command::NOT | command::DO | command::TRY | command::TEST | command::FAIL => {
                let first = body(code, at);
                let done = self.all(first);
                if command != command::TRY || !done {
                    self.back_to(mark);
                }
                match command {
                    command::NOT => !done,
                    command::TEST => done,
                    _ => command != command::FAIL,
                }
            }
            command::GO_TO | command::GO_PAST | command::REPEAT => {
                let first = body(code, at);
                loop {
                    let mark = self.mark();
                    let done = self.all(first.clone());
                    if !done || command == command::GO_TO {
                        self.back_to(mark);
                    }
                    if command == command::REPEAT {
                        if !done || self.steps == 0 {
                            return true;
                        }
                    } else if done || !self.step() {
                        return done;
                    }
                }
            }
            command::BACKWARDS => {
                let first = body(code, at);
                self.start = cursor;
                self.cursor = self.limit;
                self.is_backwards = true;
                let done = self.all(first);
                self.is_backwards = false;
                self.cursor = self.start;
                done
            }
            command::LIMITED => {
                let (first, second) = (body(code, at), body(code, at));
                if !self.all(first) {
                    return false;
                }
                let start = std::mem::replace(&mut self.start, self.cursor);
                self.back_to(mark);
                let done = self.all(second);
                self.start = start;
                done
            }
            command::IS => {
                let string = self.string(at);
                self.skip(&string)
            }
            command::IN | command::OUT => {
                let group = &code[self.of.nth(self.of.groups, number(code, at))];
                if !self.step() {
                    return false;
                }
                let letter = &self.word[cursor.min(self.cursor)..cursor.max(self.cursor)];
                let is_in = group.windows(letter.len()).any(|own| own == letter);
                let done = is_in == (command == command::IN);
                if !done {
                    self.cursor = cursor;
                }
                done
            }
            command::HOP => {
                let times = self.value(at);
                let done = (0..times).all(|_| self.step());
                if !done {
                    self.cursor = cursor;
                }
                done
            }
            command::LEFT | command::RIGHT => {
                match (command == command::LEFT) == self.is_backwards {
                    true => self.marked.end = cursor,
                    false => self.marked.start = cursor,
                }
                true
            }
            command::REPLACE => {
                let string = self.string(at);
                let marked = self.marked.clone();
                self.marked.end = marked.start + string.len();
                self.replace(marked, &string)
            }
            command::INSERT | command::ATTACH => {
                let string = self.string(at);
                let done = self.replace(cursor..cursor, &string);
                for end in [&mut self.marked.start, &mut self.marked.end] {
                    if cursor <= *end {
                        *end += string.len();
                    }
                }
                if (command == command::ATTACH) != self.is_backwards {
                    self.cursor = cursor;
                }
                done
            }
            command::TAKE => {
                self.held = self.word.get(self.marked.clone()).unwrap_or_default().to_vec();
                true
            }
            command::SET => {
                let variable = number(code, at) % VARIABLES;
                self.numbers[variable] = self.value(at);
                true
            }
            command::EQUAL | command::LESS => {
                let (a, b) = (self.value(at), self.value(at));
                if command == command::EQUAL { a == b } else { a < b }
            }
            command::GO => {
                let to = self.value(at) as usize;
                let is_ahead = match self.is_backwards {
                    true => (self.start..=cursor).contains(&to),
                    false => (cursor..=self.limit).contains(&to),
                };
                if is_ahead {
                    self.cursor = to;
                }
                is_ahead
            }
            command::CALL => {
                let routine = number(code, at);
                self.call(routine)
            }
            command::SEARCH => self.search(at),
            _ => {
                let cases = body(code, at);
                let mut at = cases.start;
                for _ in 1..self.case {
                    body(code, &mut at);
                }
                self.case == 0 || at >= cases.end || self.all(body(code, &mut at))
            }
        }
    }

    /// Where the cursor is: on the way back counted from the end, since what is replaced is there.
    fn mark(&self) -> usize {
        match self.is_backwards {
            true => self.limit - self.cursor.min(self.limit),
            false => self.cursor,
        }
    }

    fn back_to(&mut self, mark: usize) {
        self.cursor = match self.is_backwards {
            true => self.limit - mark.min(self.limit),
            false => mark,
        };
    }

    /// Finds the longest string that stands at the cursor.
    fn search(&mut self, at: &mut usize) -> bool {
        let code = self.of.code;
        let from = self.cursor;
        let mut found = None;
        for _ in 0..number(code, at).min(code.len()) {
            let string = &code[body(code, at)];
            let case = number(code, at);
            let routine = number(code, at);
            self.steps = self.steps.saturating_sub(1);
            if found.is_none() && self.skip(string) {
                let end = self.cursor;
                if routine == 0 || self.call(routine - 1) {
                    found = Some((end, case));
                }
                self.cursor = from;
            }
        }
        if let Some((end, case)) = found {
            self.cursor = end;
            self.case = case;
        }
        found.is_some()
    }

    /// Moves past a string, if it stands there.
    fn skip(&mut self, string: &[u8]) -> bool {
        let rest = match self.is_backwards {
            true => self.word.get(self.start..self.cursor),
            false => self.word.get(self.cursor..self.limit),
        };
        let rest = rest.unwrap_or_default();
        if self.is_backwards {
            let done = rest.ends_with(string);
            self.cursor -= if done { string.len() } else { 0 };
            done
        } else {
            let done = rest.starts_with(string);
            self.cursor += if done { string.len() } else { 0 };
            done
        }
    }

    /// Moves past a letter, if one is left.
    fn step(&mut self) -> bool {
        let edge = if self.is_backwards { self.start } else { self.limit };
        if self.cursor == edge {
            return false;
        }
        loop {
            self.cursor = match self.is_backwards {
                true => self.cursor.saturating_sub(1),
                false => self.cursor + 1,
            };
            let within = self.word.get(self.cursor).is_some_and(|byte| byte & 0xC0 == 0x80);
            if !within || self.cursor == edge {
                return true;
            }
        }
    }

    fn replace(&mut self, at: Range<usize>, string: &[u8]) -> bool {
        if at.start > at.end || at.end > self.word.len() || self.word.len() + string.len() > LONGEST {
            self.steps = 0;
            return false;
        }
        let moved = |place: usize| match place {
            _ if place >= at.end => place + string.len() - (at.end - at.start),
            _ => place.min(at.start),
        };
        self.limit = self.limit + string.len() - (at.end - at.start).min(self.limit);
        self.cursor = moved(self.cursor);
        self.word = [&self.word[..at.start], string, &self.word[at.end..]].concat();
        true
    }

    fn string(&self, at: &mut usize) -> Vec<u8> {
        let code = self.of.code;
        let n = number(code, at);
        if n % 2 == 1 {
            return self.held.clone();
        }
        let from = *at;
        *at = (from + n / 2).min(code.len());
        code[from..*at].to_vec()
    }

    fn value(&self, at: &mut usize) -> i32 {
        let code = self.of.code;
        let kind = number(code, at) as u8;
        match kind {
            value::NUMBER => number(code, at) as i32,
            value::VARIABLE => self.numbers[number(code, at) % VARIABLES],
            value::CURSOR => self.cursor as i32,
            value::LIMIT => self.limit as i32,
            value::EDGE => (if self.is_backwards { self.start } else { self.limit }) as i32,
            value::LETTERS => self.word.iter().filter(|byte| **byte & 0xC0 != 0x80).count() as i32,
            _ => {
                let (a, b) = (self.value(at), self.value(at));
                if kind == value::SUM {
                    a.wrapping_add(b)
                } else {
                    a.wrapping_sub(b)
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Stemmer;
    use super::command::{BACKWARDS, CALL, INSERT, IS, LEFT, REPEAT, REPLACE, RIGHT, SEARCH, TRY};

    /// With one routine, and without groups of letters.
    fn algorithm(body: &[u8]) -> Vec<u8> {
        [&[1, body.len() as u8], body, &[0]].concat()
    }

    fn stem(body: &[u8], word: &str) -> Option<String> {
        Stemmer::new(&algorithm(body)).stem(word)
    }

    #[test]
    fn a_word_is_changed_as_the_commands_say() {
        let plural = [BACKWARDS, 7, LEFT, IS, 2, b's', RIGHT, REPLACE, 0];
        assert_eq!(stem(&plural, "häuser").as_deref(), Some("häuser"));
        assert_eq!(stem(&plural, "ships").as_deref(), Some("ship"));
        // The longest of those that end the word, `ies` before `s`.
        let longest = [
            BACKWARDS, 15, LEFT, SEARCH, 2, 3, b'i', b'e', b's', 0, 0, 1, b's', 0, 0, RIGHT, REPLACE,
        ];
        let replaced = [&longest[..], &[2, b'y']].concat();
        let replaced = [&[BACKWARDS, replaced.len() as u8 - 2], &replaced[2..]].concat();
        assert_eq!(stem(&replaced, "parties").as_deref(), Some("party"));
    }

    #[test]
    fn an_algorithm_without_end_gives_no_stem() {
        for body in [
            &[REPEAT, 2, TRY, 0][..],
            &[REPEAT, 3, INSERT, 2, b'x'],
            &[CALL, 0],
            &[REPEAT, 4, TRY, 2, CALL, 0],
        ] {
            assert!(stem(body, "word").is_none_or(|stem| stem == "word"), "{body:?}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_an_algorithm_that_ends(
            code in prop::collection::vec(prop_oneof![0u8..33, any::<u8>()], 0..120),
            word in "\\PC{0,12}",
        ) {
            let _ = Stemmer::new(&code).stem(&word);
            let _ = Stemmer::new(&algorithm(&code)).stem(&word);
        }
    }
}
