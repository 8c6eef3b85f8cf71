//! What do the tests share?
//!
//! The project's own places, the truth to compare the page with, and (feature `browsers`) real browsers.

#[cfg(feature = "browsers")]
pub mod browser;
pub mod project;
#[cfg(feature = "browsers")]
pub mod truth;
#[cfg(feature = "browsers")]
pub mod views;
