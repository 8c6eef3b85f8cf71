//! How is text cut into words? The one tokenizer: indexing, queries, highlighting and facets all use it.

mod fold;
mod sentence;
mod token;

pub use fold::{fold, fold_char};
pub use sentence::sentence_at;
pub use token::{MAX_TERM_BYTES, Token, Tokenizer, is_unspaced, is_word_char};
