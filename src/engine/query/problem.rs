//! What was wrong with a query, where, and what to write instead? Every message in one place.

use serde::{Deserialize, Serialize};

/// A part of a query that could not be understood. The rest of the query holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// First byte in what was typed.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub hint: String,
}

/// What can be wrong.
#[derive(Clone, Copy)]
pub(super) enum Mistake<'a> {
    StrayClose,
    EmptyGroup,
    TooDeep,
    TooMany,
    LoneOr,
    LoneNot,
    StarInside,
    /// A field, as the reader wrote it, with its colon.
    NoValue(&'a str),
    /// The same; a list where one name or date is expected.
    ListOfValues(&'a str),
    /// The same, and what stands for a date.
    NoDate(&'a str, &'a str),
    NearForm,
    NearList,
    NearOne,
    /// The name of no field, and a field's name that is almost the same.
    NoField(&'a str, &'a str),
}

impl Problem {
    pub(super) fn new(start: usize, end: usize, mistake: Mistake<'_>) -> Self {
        let (message, hint): (String, String) = match mistake {
            Mistake::StrayClose => (
                "This parenthesis closes nothing.".into(),
                "Remove it, or write “(” where the group begins.".into(),
            ),
            Mistake::EmptyGroup => (
                "There is nothing to search for in these parentheses.".into(),
                "Write words between them, or remove them.".into(),
            ),
            Mistake::TooDeep => (
                "Parentheses within parentheses: more than 32 are not searched.".into(),
                "Remove those that are not needed.".into(),
            ),
            Mistake::TooMany => (
                "Only the first 64 words and phrases are searched.".into(),
                "Leave out what is less important.".into(),
            ),
            Mistake::LoneOr => (
                "OR joins two things, and here one is missing.".into(),
                "Write it between them: north OR south. In small letters, or is a word like others.".into(),
            ),
            Mistake::LoneNot => (
                "NOT stands before what is left out, and here nothing follows.".into(),
                "Write: NOT missile. In small letters, not is a word like others.".into(),
            ),
            Mistake::StarInside => (
                "In a phrase only the last word can end with *.".into(),
                "Write: \"new appr*\", or both words without quotation marks.".into(),
            ),
            Mistake::NoValue(field) => (
                ["Nothing follows ", field].concat(),
                [
                    "Write what to look for directly behind it, without a space; several words in quotation marks: ",
                    field,
                    "\"two words\".",
                ]
                .concat(),
            ),
            Mistake::ListOfValues(field) => (
                [field, " takes one value, no list."].concat(),
                [
                    "Put several words in quotation marks: ",
                    field,
                    "\"two words\"; join alternatives with OR, each with its own ",
                    field,
                ]
                .concat(),
            ),
            Mistake::NoDate(field, value) => (
                [value, " is no date."].concat(),
                [
                    "Write a year, a month or a day: ",
                    field,
                    "2017, ",
                    field,
                    "2017-03 or ",
                    field,
                    "2017-03-16.",
                ]
                .concat(),
            ),
            Mistake::NearForm => (
                "near: takes a number up to 999 and a list of words.".into(),
                "Write: near:5(north korea).".into(),
            ),
            Mistake::NearList => (
                "The list of near: takes words only; this one is searched without regard to the distance.".into(),
                "Leave out quotation marks, operators, fields and parentheses: near:5(north korea).".into(),
            ),
            Mistake::NearOne => (
                "near: looks for words near each other, and here is one.".into(),
                "Write at least two: near:5(north korea).".into(),
            ),
            Mistake::NoField(name, known) => (
                [name, ": is no field; it is searched as a word."].concat(),
                ["Did you mean ", known, ":?"].concat(),
            ),
        };
        Self {
            start,
            end,
            message,
            hint,
        }
    }
}
