//! Long drawings in steps, each in a task of the browser's own, so that a key pressed meanwhile is heard between two.

use crate::browser::Timer;
use crate::pane::Own;

/// How much of something may be drawn yet.
#[derive(Default)]
pub struct Gradual {
    drawn: usize,
    timer: Option<Timer>,
}

impl Gradual {
    /// How many of `total` things may be drawn yet: `step` at first.
    pub fn now(&mut self, total: usize, step: usize) -> usize {
        self.drawn = self.drawn.max(step);
        self.drawn.min(total)
    }

    /// Where that is not all of them, as many more follow in the next task.
    pub fn go_on(own: &Own<Self>, total: usize, step: usize) {
        let next = own.with(|kept| kept.drawn + step);
        own.with(|kept| {
            if kept.drawn >= total {
                kept.timer = None;
            } else if kept.timer.is_none() {
                let own = own.clone();
                kept.timer = Timer::after(0, move || {
                    own.with(|kept| kept.timer = None);
                    own.set(|kept| &mut kept.drawn, next);
                });
            }
        });
    }
}
