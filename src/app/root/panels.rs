//! Where panels were when something else was opened from them: whoever comes back goes on there.

use crate::browser;
use crate::state::{Action, Open, State};

/// The last panels that something else was opened from.
#[derive(Default)]
pub struct Panels {
    /// What was open, how far its panel was scrolled, and which of what can be pressed had the focus.
    left: Vec<(Open, (i32, Option<usize>))>,
    /// Where the panel goes back to once it is drawn.
    back: Option<(i32, Option<usize>)>,
}

impl Panels {
    /// Takes in that something else is open now.
    pub fn follow(&mut self, before: &State, after: &State, action: &Action) {
        if before.open.has_panel() {
            self.left.push((before.open.clone(), browser::place_in_panel()));
        }
        // What is opened anew is read from its top.
        let backs = matches!(action, Action::Close | Action::Restore(_));
        let left = self.left.iter().rev().find(|(open, _)| backs && *open == after.open);
        self.back = left.map(|(_, place)| *place);
    }

    /// Goes back, now that the panel is drawn.
    pub fn settle(&mut self) {
        if let Some(place) = self.back.take() {
            browser::go_back_in_panel(place);
        }
    }
}
