//! Where in the world? Projection of the pack's shapes and points onto the page.
