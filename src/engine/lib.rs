//! What does a pack answer?
//!
//! Pure questions and answers: no clock, no network, no randomness, no state between questions.
//! [`Engine::open`] reads a pack once; [`Engine::answer`] takes any [`question::Ask`].
//!
//! ```
//! use dateline_corpus::pack::{PackInput, Unstemmed, write};
//! use dateline_corpus::world::World;
//! use dateline_corpus::{Analysis, Article};
//! use dateline_engine::Engine;
//! use dateline_engine::question::{Explore, Scope};
//!
//! let article = Article {
//!     id: "a".into(),
//!     title: "Talks in Tokyo".into(),
//!     text: "They talked about missiles.".into(),
//!     ..Article::default()
//! };
//! let pack = write(&PackInput {
//!     title: "One article",
//!     articles: &[(article, Analysis::default())],
//!     world: &World::default(),
//!     stemming: &Unstemmed,
//!     countries: &[],
//! })?;
//!
//! let engine = Engine::open(pack)?;
//! let scope = Scope { query: "missiles tokyo".into(), ..Scope::default() };
//! let view = engine.explore(&Explore { scope, limit: 10, ..Explore::default() })?;
//! assert_eq!((view.total, view.hits[0].id.as_str()), (1, "a"));
//! # Ok::<(), dateline_corpus::pack::PackError>(())
//! ```

mod about;
mod article;
mod beside;
mod bits;
mod blocks;
mod card;
mod corpus;
mod corrections;
mod doubts;
mod explore;
mod facet_index;
mod facets;
mod fields;
mod hits;
mod index;
mod kept;
mod lists;
pub mod map;
mod matches;
mod meant;
mod names;
mod opening;
mod phrase;
pub mod query;
pub mod question;
mod quotations;
mod rank;
mod related;
mod scope;
mod search;
mod sentences;
mod similar;
mod snippet;
mod spelling;
mod store;
mod suggest;
mod timeline;
mod together;
mod unit;
pub mod view;

#[cfg(test)]
mod tests;

pub use corpus::Engine;
pub use opening::Opening;
