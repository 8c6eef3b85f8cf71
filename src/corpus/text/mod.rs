//! How is text cut into words? The one tokenizer: indexing, queries, highlighting and facets all use it.

mod case;
mod fold;
mod join;
mod lead;
mod letters;
mod sentence;
mod slug;
pub mod stemmer;
mod token;

pub use case::{is_capital, lowercase};
pub use fold::{fold, fold_char};
pub use join::join;
pub use lead::{LEAD_BYTES, lead, one_line};
pub use letters::{is_unspaced, is_word_char};
pub use sentence::sentence_at;
pub use slug::slug;
pub use token::{MAX_TERM_BYTES, Token, Tokenizer, term_of};
