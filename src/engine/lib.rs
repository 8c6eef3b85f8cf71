//! What does a pack answer?
//!
//! Pure questions and answers: no clock, no network, no randomness, no state between questions.
//! [`Engine::open`] reads a pack once; [`Engine::answer`] takes any [`question::Ask`].

pub mod map;
pub mod question;
pub mod view;
