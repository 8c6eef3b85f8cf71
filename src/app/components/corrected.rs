//! Corrections in plain words, and what takes them back.

use dateline_corpus::EntityKey;
use dateline_engine::view::Corrected;
use yew::prelude::*;

use crate::components::link::{button_of, press, to_article, to_card};
use crate::components::pieces::name;
use crate::route::Links;
use crate::shared::Shared;
use crate::state::Action;

/// Whether a correction is about an entity: what it is now, or what a name was split off or dropped from.
fn is_about(corrected: &Corrected, key: &EntityKey) -> bool {
    corrected.idle.is_empty() && (corrected.here.as_ref() == Some(key) || corrected.about == *key)
}

/// What was put right about an entity.
pub fn about(
    corrected: Option<&Shared<Vec<Corrected>>>,
    key: &EntityKey,
    links: &Links,
    on: &Callback<Action>,
) -> Html {
    let all = corrected.into_iter().flat_map(|corrected| corrected.iter().enumerate());
    let about = all.filter(|(_, one)| is_about(one, key)).map(|(i, one)| {
        html! {
            <p class="corrected-mark"><strong>{ "Corrected" }</strong>{ ": " }{ sentence(one, i, Some(key), links, on) }</p>
        }
    });
    html! { { for about } }
}

/// What was put right, what takes it back, and the way to the card of what it is about, unless this is `own`; `at` is its
/// place in the list.
pub fn sentence(
    corrected: &Corrected,
    at: usize,
    own: Option<&EntityKey>,
    links: &Links,
    on: &Callback<Action>,
) -> Html {
    let back = press(on, Action::TakeBack(at, corrected.line.clone()));
    let said = format!("{} {} {}", corrected.was, corrected.says, corrected.is);
    let other = corrected.here.as_ref().filter(|key| Some(*key) != own);
    html! {
        <>
            { name(&corrected.was) }{ " " }{ &corrected.says }{ " " }{ name(&corrected.is) }{ " " }
            { button_of("text-button", back, "Undo", &said) }
            if let Some(key) = other {
                { " " }{ to_card(key, "", html! { "Card" }, links, on) }
            }
            if !corrected.article.is_empty() {
                { " " }{ to_article(&corrected.article, html! { "Article" }, links, on) }
            }
        </>
    }
}
