//! What does a pack answer?
//!
//! Pure questions and answers: no clock, no network, no randomness, no state between questions.
//! [`Engine::open`] reads a pack once; [`Engine::answer`] takes any [`question::Ask`].

mod about;
mod article;
mod bits;
mod card;
mod corpus;
mod explore;
mod facet_index;
mod facets;
mod fields;
mod hits;
mod index;
pub mod map;
mod matches;
pub mod query;
pub mod question;
mod rank;
mod related;
mod scope;
mod search;
mod sentences;
mod similar;
mod snippet;
mod suggest;
mod timeline;
mod unit;
pub mod view;

#[cfg(test)]
mod tests;

pub use corpus::Engine;
