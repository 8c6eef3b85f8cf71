//! How is text cut into words? The one tokenizer: indexing, queries, highlighting and facets all use it.
