//! The command dateline: turns a folder of articles into a page.
fn main() {}
