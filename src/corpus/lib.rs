//! What do all parts of Dateline agree on?
//!
//! Articles, entities and their mentions, dates, countries, filters, the one tokenizer and the pack format.
//! No I/O, no clock, no map iteration into stored bytes: the same articles give the same pack on every machine.

pub mod article;
pub mod corrections;
pub mod country;
pub mod date;
pub mod entity;
pub mod filter;
pub mod order;
pub mod pack;
pub mod text;
pub mod world;

pub use article::{Article, Warning};
pub use country::CountryCode;
pub use date::Date;
pub use entity::{
    Analysis, Doubt, Entity, EntityKey, EntityKind, EntityRef, Found, How, Mention, Point, Quotation, Span, Speaker,
    called,
};
pub use filter::{Filters, Group, Pick, Sort};
