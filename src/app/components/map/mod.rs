//! Where in the world, and with whom? The map of the countries mentioned, the same figures as a table, who appears together
//! with whom (`together`, drawn by `matrix`), and the small map of an article.
//!
//! `panel` chooses between `chart` (the map; `scene` hears its events) and `table`. What can be thought out without a browser stands apart and
//! is pure: `classes` (shades), `view` (camera), `gesture` (pointers), `crowd` (targets that lie close together),
//! `sites` (what can be pressed). `things` says what an event is about.
//!
//! Reachable by everyone: countries with articles are buttons, in one stop of the Tab key; arrows go from one to the
//! next, Enter or Space filters, plus and minus zoom, 0 shows the whole world, Shift with an arrow moves the map.
//! Ctrl (or Cmd) with the wheel zooms, so that the wheel alone still scrolls the page; one finger moves a zoomed map
//! and scrolls the page over the whole world; two fingers pinch.

mod chart;
mod classes;
mod crowd;
mod gesture;
mod lands;
mod layers;
mod legend;
mod matrix;
mod mini;
mod panel;
mod scene;
mod sites;
mod table;
mod things;
mod tip;
mod together;
mod view;

pub use mini::MiniMap;
pub use panel::MapPanel;
