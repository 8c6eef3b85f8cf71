//! From files to articles to a pack, and from a pack to a page.
