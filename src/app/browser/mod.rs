//! Everything the page does to the browser outside its own elements: address, storage, focus, scroll, timers.
//!
//! Only the root and the port call it. Each call is guarded: a browser that forbids storage or history (a page opened
//! from a file, a private window) loses that comfort and nothing else.

mod address;
mod corrections;
mod document;
mod focus;
pub mod list;
mod listen;

pub use address::{Address, back, fragment, saved_place};
pub use corrections::{load_corrections, read_file, save_corrections};
pub use document::{Takeover, copy_address, give_up, load_theme, save_theme, set_ready, set_theme, set_title};
pub use focus::{
    Target, active, blur, focus, focus_nth, go, go_back_in_panel, has_focus, head_of_list, is_reading, is_wide,
    key_focus, leave_field, next_group, place_in_panel, scroll_to, scroll_y, show_match,
};
pub use listen::{Listener, Timer};

use focus::focus_element;

use web_sys::{Document, Window};

/// The window, to listen on.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document, to listen on.
pub fn document() -> Option<Document> {
    window()?.document()
}
