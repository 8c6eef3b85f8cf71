//! What do the commands of an algorithm do to a word?

use std::ops::Range;

use super::{Stemmer, VARIABLES, body, command, number, value};

/// Steps for a word. Real ones take some hundred, a string that is compared and a body that is passed over counted as one.
const STEPS: u32 = 50_000;
/// Routines inside routines.
const DEEPEST: u8 = 40;
/// Longest word, in bytes, while it is changed.
const LONGEST: usize = 512;

/// A word on its way to its stem.
pub struct Run<'a> {
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
    pub fn new(of: &'a Stemmer<'a>, word: &str) -> Self {
        Self {
            of,
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
        }
    }

    /// Runs the first routine.
    pub fn stem(mut self) -> Option<String> {
        // It may also end by a command that fails: what was done until then stands.
        self.call(0);
        String::from_utf8(self.word).ok().filter(|_| self.steps > 0)
    }

    /// Counts steps.
    fn count(&mut self, steps: usize) {
        self.steps = self.steps.saturating_sub(steps as u32);
    }

    fn call(&mut self, routine: usize) -> bool {
        if self.depth == DEEPEST {
            return false;
        }
        let case = self.case;
        self.depth += 1;
        self.count(routine);
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
            self.count(1);
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
                let group = number(code, at);
                self.count(group);
                let group = &code[self.of.nth(self.of.groups, group)];
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
                let (mut at, mut case) = (cases.start, 1);
                while case < self.case && at < cases.end {
                    self.count(1);
                    body(code, &mut at);
                    case += 1;
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
            self.count(1);
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
        // A forged algorithm may be past the edge already.
        let (edge, is_left) = match self.is_backwards {
            true => (self.start, self.cursor > self.start),
            false => (self.limit, self.cursor < self.limit),
        };
        if !is_left {
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
