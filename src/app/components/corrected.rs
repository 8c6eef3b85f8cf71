//! Corrections in plain words, and what takes them back.

use dateline_corpus::EntityKey;
use dateline_engine::view::Corrected;
use yew::prelude::*;

use crate::components::link::press;
use crate::components::pieces::name;
use crate::state::Action;

/// Whether a correction is about an entity: what it is now, or what a name was split off or dropped from.
pub fn is_about(corrected: &Corrected, key: &EntityKey) -> bool {
    !corrected.unknown && (corrected.here.as_ref() == Some(key) || corrected.about == *key)
}

/// What was put right, and what takes it back; `at` is its place in the list.
pub fn sentence(corrected: &Corrected, at: usize, on: &Callback<Action>) -> Html {
    let back = press(on, Action::TakeBack(at, corrected.line.clone()));
    html! {
        <>
            { name(&corrected.was) }{ " " }{ &corrected.says }{ " " }{ name(&corrected.is) }{ " " }
            <button type="button" class="text-button" onclick={back}>{ "Undo" }</button>
        </>
    }
}
