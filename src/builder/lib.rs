//! From files to articles to a pack, and from a pack to a page.

pub mod build;
pub mod corrections;
mod countries;
pub mod page;
pub mod parts;
pub mod progress;
pub mod publish;
pub mod read;
pub mod serve;
pub mod stem;
pub mod unpack;
