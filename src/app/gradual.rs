//! Long drawings in steps, each in a task of the browser's own, so that a key pressed meanwhile is heard between two.

use yew::prelude::*;

use crate::browser::Timer;

/// How many of `total` things may be drawn yet: `step` at first, as many more with each task after it.
#[hook]
pub fn use_gradual(total: usize, step: usize) -> usize {
    let drawn = use_state_eq(|| step);
    let timer = use_mut_ref(|| None::<Timer>);
    let now = *drawn;
    use_effect_with((now, now < total), move |(_, more)| {
        let next = more.then(|| Timer::after(0, move || drawn.set(now + step))).flatten();
        timer.replace(next);
    });
    now.min(total)
}
