//! Links that a plain click follows inside the page, and any other click in a new tab, as everywhere on the web; and buttons.

use dateline_corpus::EntityKey;
use yew::prelude::*;

use crate::format;
use crate::route::Links;
use crate::state::Action;

/// The click handler of a link that stands for an action.
pub fn follow(on: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    let on = on.clone();
    Callback::from(move |event: MouseEvent| {
        let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.button() == 0 && !elsewhere {
            event.prevent_default();
            on.emit(action.clone());
        }
    })
}

/// The click handler of a button that stands for an action.
pub fn press(on: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    let on = on.clone();
    Callback::from(move |event: MouseEvent| {
        // What the second click of a double click is on was somewhere else before the first: it corrects nothing.
        if event.detail() < 2 || !matches!(action, Action::Correct(_)) {
            on.emit(action.clone());
        }
    })
}

/// The way to an entity's card.
pub fn to_card(key: &EntityKey, class: &'static str, label: Html, links: &Links, on: &Callback<Action>) -> Html {
    let open = follow(on, Action::OpenCard(key.clone()));
    html! { <a {class} href={links.card(key)} onclick={open}>{ label }</a> }
}

/// The way to an article.
pub fn to_article(id: &str, label: Html, links: &Links, on: &Callback<Action>) -> Html {
    let open = follow(on, Action::OpenArticle(id.to_owned()));
    html! { <a href={links.article(id)} onclick={open} dir="auto">{ label }</a> }
}

/// A button of words.
pub fn button(class: &'static str, onclick: Callback<MouseEvent>, label: impl Into<AttrValue>) -> Html {
    let label: AttrValue = label.into();
    drawn(class, [None, None], onclick, html! { { label } })
}

/// One of several buttons of the same words: of what it is told to those who only hear it.
pub fn button_of(class: &'static str, onclick: Callback<MouseEvent>, label: &str, of: &str) -> Html {
    let said = format!("{label}: {}", format::plain(of));
    drawn(class, [Some(said.into()), None], onclick, html! { { label } })
}

/// A button that says more than it shows.
pub fn labelled(
    class: &'static str,
    label: impl Into<AttrValue>,
    title: impl Into<AttrValue>,
    onclick: Callback<MouseEvent>,
    shown: Html,
) -> Html {
    drawn(class, [Some(label.into()), Some(title.into())], onclick, shown)
}

fn drawn(
    class: &'static str,
    [label, title]: [Option<AttrValue>; 2],
    onclick: Callback<MouseEvent>,
    shown: Html,
) -> Html {
    html! { <button type="button" {class} aria-label={label} {title} {onclick}>{ shown }</button> }
}
