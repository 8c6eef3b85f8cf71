//! How is a corpus stored? One file of checked sections, written and read side by side.
//!
//! ```text
//! "DATELINE"  version u32  sections u32                                    16 bytes
//! { tag [u8; 4]  offset u32  length u32  CRC-32 u32 } × sections           the directory
//! CRC-32 u32 of everything above
//! section bytes, one after the other
//! ```
//!
//! All numbers are little-endian; inside sections, numbers are LEB128 varints unless a width is given.
//! Every section is checked when the pack is opened, and every number is checked against its bounds when it is read,
//! so that a damaged pack gives an error and never a panic or a wrong answer.
//!
//! The texts are stored as codes of their words (`texts.rs`), short ones for common words. Whoever reads the codes knows
//! the terms without cutting the text into words again, so no index is stored: it is made when the pack is opened, in less
//! time than it would take to download one.
//!
//! Articles are stored newest first, undated last, ties by id; entities by key; terms by bytes. Nothing else decides
//! an order, so the same articles give the same bytes in any order and on any machine.

mod aliases;
mod arriving;
mod bits;
mod byte_codes;
mod check;
mod checksum;
mod columns;
mod compose;
mod entities;
mod entity_table;
mod error;
mod form;
mod forms;
mod front;
mod gaps;
mod huffman;
mod keyed;
mod layout;
mod lexicon;
mod mentions;
mod numbers;
pub mod parts;
mod quotations;
mod rarity;
mod read;
mod seal;
mod squeeze;
mod stemming;
mod strings;
mod texts;
mod varint;
mod word_list;
mod words;
mod write;

#[cfg(test)]
mod tests;

pub use seal::{reseal, unsqueezed};

pub use aliases::fold_words;
pub use arriving::Arriving;
pub use bits::{BitReader, BitWriter};
pub use compose::{ReadText, Spelled, TermAt};
pub use entity_table::EntityTable;
pub use error::PackError;
pub use forms::has_stem;
pub use keyed::Keyed;
pub use layout::VERSION;
pub use lexicon::Lexicon;
pub use mentions::{StoredMention, UNNAMED};
pub use quotations::StoredQuotation;
pub use rarity::Rarity;
pub use read::{ArticleRecord, ArticleTexts, Pack};
pub use stemming::{Plurals, Stemming, Unstemmed};
pub use varint::{Reader, put_signed, put_str, put_varint};
pub use words::{Ranked, Ranking, Words};
pub use write::{PackInput, write, write_corrected};
pub(crate) use write::{entity_table, stored_order, valid_mentions, valid_title};
