//! The engine for JavaScript: an ES module without the page.
