//! What does the reader ask for? Any text is a query; nothing typed is an error.
//!
//! [`read()`] makes a [`Query`] of what was typed, [`print()`] writes it. The language is described for readers in
//! `docs/query-language.md`.

mod ast;
mod field;
mod lex;
mod period;
mod print;
mod problem;
mod read;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use lex::is_operator;
pub(crate) use words::whole;

pub use ast::{How, Leaf, Name, Named, Node, Query, Text, Value, Within, Word};
pub use print::print;
pub use problem::Problem;
pub use read::{MAX_DEPTH, MAX_LEAVES, read};
