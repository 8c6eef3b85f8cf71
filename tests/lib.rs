//! What do the tests share?
//!
//! The project's own places, articles and questions to measure with, the truth to compare the page with, and (feature
//! `browsers`) real browsers.

#[cfg(feature = "browsers")]
pub mod browser;
pub mod growth;
pub mod load;
pub mod project;
#[cfg(feature = "browsers")]
pub mod truth;
#[cfg(feature = "browsers")]
pub mod views;
