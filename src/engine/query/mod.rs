//! What does the reader ask for? Any text is a query; nothing typed is an error.

mod units;

pub use units::{Unit, parse};
