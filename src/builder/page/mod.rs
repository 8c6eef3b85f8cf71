//! How does a pack become a page that a reader opens?
//!
//! A [`Page`] is the finished frontend without any articles: wasm, scripts, styles, icons, the HTML template.
//! [`site_files`] and [`single_file`] put a pack and the plain list of its articles into it, without a compiler:
//!
//! ```text
//! dateline.wasm + pack ── embed ──► wasm with a custom section "dateline-pack"
//! index.html + listing ── html  ──► the page as it looks before any script runs
//! both, scripts, styles ─ site ───► the files of a folder, named by their content
//!                       └ single ─► one HTML file
//! ```
//!
//! The same page, pack and listing give the same bytes. Only [`Page::from_dir`] touches the disk.

mod embed;
mod error;
mod files;
#[cfg(test)]
mod fixture;
mod html;
mod listing;
mod pieces;
mod policy;
mod single_file;
mod site;

pub use embed::{SECTION, embed, extract};
pub use error::PageError;
pub use files::Page;
pub use listing::{ListItem, Listing};
pub use single_file::{extract_html, single_file};
pub use site::site_files;
