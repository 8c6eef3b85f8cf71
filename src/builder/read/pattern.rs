//! Regular expressions that are constants of the program.

use regex::Regex;

/// Compiles a pattern written in the program's own source; every one of them is compiled by a test.
pub fn pattern(source: &str) -> Regex {
    Regex::new(source).unwrap_or_else(|e| unreachable!("a constant pattern: {e}"))
}
