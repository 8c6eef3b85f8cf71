//! How is a corpus stored? One file of checked sections, written and read side by side.

use crate::{Analysis, Article, world::World};

/// What goes into a pack.
pub struct PackInput<'a> {
    /// The corpus's title.
    pub title: &'a str,
    /// Articles, each with its analysis, in any order; ids are unique.
    pub articles: &'a [(Article, Analysis)],
    /// The world's shapes.
    pub world: &'a World,
}

/// Writes a pack. The same articles give the same bytes in any order.
pub fn write(_input: &PackInput) -> Vec<u8> {
    Vec::new()
}
