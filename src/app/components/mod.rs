//! What does the page draw?
//!
//! Components draw what they are given and send [`Action`](crate::state::Action)s up. None of them asks the engine,
//! touches the browser or knows another panel; text of the corpus only ever becomes a text node.

pub mod article_side;
pub mod article_text;
pub mod bins;
pub mod card;
pub mod chips;
pub mod correct;
pub mod corrected;
pub mod corrections;
pub mod days;
pub mod facets;
#[cfg(feature = "parts")]
pub mod fetching;
pub mod figures;
pub mod footer;
pub mod header;
pub mod hit;
pub mod hits;
pub mod icon;
pub mod line;
pub mod link;
pub mod map;
pub mod missing;
pub mod notes;
pub mod panel;
pub mod pieces;
pub mod portion;
pub mod quotations;
pub mod reader;
pub mod reader_bar;
pub mod results;
pub mod search_box;
pub mod sentences;
pub mod size;
pub mod steps;
pub mod stops;
pub mod suggestions;
pub mod theme_switch;
pub mod timeline;
