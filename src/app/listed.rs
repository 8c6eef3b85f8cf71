//! What of the list of hits is on hand, and where in it is an article? Plain data, drawn by components.

use dateline_engine::view::Hit;

use crate::shared::Shared;

/// Hits of the list that stand side by side, and the number of their block.
pub type Block = (u32, Shared<Vec<Hit>>);

/// An article among those of the list.
#[derive(Clone, PartialEq)]
pub struct Among {
    /// Which it is, counted from 0.
    pub row: u32,
    /// Of how many.
    pub total: u32,
    /// The id of the one before, where that is on hand.
    pub before: Option<String>,
    /// The id of the one after.
    pub after: Option<String>,
}
