//! Corrections in plain words, and what takes them back.

use dateline_corpus::corrections::{Correction, parse};
use dateline_corpus::{EntityKey, EntityKind};
use dateline_engine::view::Corrected;
use yew::prelude::*;

use crate::components::link::press;
use crate::components::pieces::name;
use crate::state::Action;

/// Corrections with their places in the reader's list; `None` for those that the corpus was built with.
pub fn placed(all: &[Corrected]) -> impl Iterator<Item = (Option<usize>, &Corrected)> {
    let built = all.iter().filter(|corrected| corrected.built).count();
    all.iter()
        .enumerate()
        .map(move |(i, corrected)| (i.checked_sub(built), corrected))
}

/// The correction of a line.
fn read(corrected: &Corrected) -> Option<Correction> {
    parse(&corrected.line).corrections.pop()
}

/// Whether a correction is about an entity: what it is now, or what a name was split off or dropped from.
pub fn is_about(corrected: &Corrected, key: &EntityKey) -> bool {
    corrected.here.as_ref() == Some(key) || read(corrected).is_some_and(|correction| correction.key() == key)
}

/// `Yun Byung-se is Yoon Byung-se`.
pub fn words(corrected: &Corrected) -> Html {
    let (was, is) = (name(&corrected.was), name(&corrected.is));
    match read(corrected) {
        Some(Correction::Merge { .. }) => html! { <>{ was }{ " is the same as " }{ is }</> },
        Some(Correction::Split { name: of, .. }) => {
            html! { <>{ quoted(&of) }{ " is not " }{ was }{ " but " }{ is }</> }
        }
        Some(Correction::Rename { name: of, .. }) => html! { <>{ was }{ " is called " }{ name(&of) }</> },
        Some(Correction::Kind { kind, .. }) => html! { <>{ was }{ " is " }{ a_kind(kind) }</> },
        Some(Correction::Drop { name: None, .. }) => html! { <>{ was }{ " is not an entity" }</> },
        Some(Correction::Drop { name: Some(of), .. }) => html! { <>{ quoted(&of) }{ " is not " }{ was }</> },
        Some(Correction::Country { .. }) => html! { <>{ was }{ " is in " }{ is }</> },
        None => html! {},
    }
}

/// A name as it stands in the texts.
pub fn quoted(text: &str) -> Html {
    html! { <q>{ name(text) }</q> }
}

/// `a person`, `an organisation`.
pub fn a_kind(kind: EntityKind) -> String {
    let article = if kind == EntityKind::Organisation { "an " } else { "a " };
    [article, kind.word()].concat()
}

/// The button that takes a correction of the reader's list back.
pub fn take_back(at: usize, corrected: &Corrected, on: &Callback<Action>) -> Html {
    let back = press(on, Action::TakeBack(at, corrected.line.clone()));
    html! { <button type="button" class="text-button" onclick={back}>{ "Undo" }</button> }
}
