//! What do the bytes of an algorithm stand for? Commands, and kinds of values.

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
