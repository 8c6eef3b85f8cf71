//! Does the built page do what a reader expects, in a real browser?
//!
//! One run is one browser, named by `DATELINE_BROWSER`; the page is the one in `DATELINE_DIST`. `cargo xtask test`
//! sets both. What the page shows is compared with what the engine answers natively to the same question about the
//! same pack, never with figures written down here: the tests hold for any corpus in `corpus/`.

mod access;
mod address;
mod analysis;
mod api;
mod cards;
mod common;
mod corrections;
mod damage;
mod filters;
mod first;
mod following;
mod forms;
mod hostile;
mod hosting;
mod keyboard;
mod long_list;
mod map;
mod mention;
mod offline;
mod panels;
mod parts;
mod phone;
mod policy;
mod reader;
mod review;
mod search;
mod settling;
mod single_file;
mod suggestions;
mod themes;
mod timeline;
mod together;
