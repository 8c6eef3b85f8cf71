//! Something an address names that this corpus does not have.

use dateline_corpus::EntityKey;
use dateline_engine::view::Corrected;
use yew::prelude::*;

use crate::components::corrected::about;
use crate::components::icon::{Shape, icon};
use crate::components::link::{button, press};
use crate::components::panel::panel;
use crate::format;
use crate::route::Links;
use crate::shared::Shared;
use crate::state::Action;

/// The address names an article that is not here.
pub fn missing_article(on: &Callback<Action>) -> Html {
    html! {
        <main id="main" class="missing">
            <h1 id="article-title" tabindex="-1">{ "This article is not here" }</h1>
            <p>{ "The link may come from another edition of this page, or it was cut on its way." }</p>
            <button type="button" class="button" onclick={press(on, Action::Close)}>
                { icon(Shape::Left) }{ "All results" }
            </button>
        </main>
    }
}

/// The address names an entity that no article here names, or that none does since a reader said so.
pub fn missing_entity(
    key: &EntityKey,
    corrected: Option<&Shared<Vec<Corrected>>>,
    links: &Links,
    on: &Callback<Action>,
) -> Html {
    let body = html! {
        <>
            { about(corrected, key, links, on) }
            <p>{ "No article here names it. The link may come from another edition of this page, or from before a correction." }</p>
            <div class="card-actions">
                { button("button", press(on, Action::Close), "Back") }
                { button("button", press(on, Action::OpenCorrections), "Corrections") }
            </div>
        </>
    };
    panel(&key.slug, format::kind_name(key.kind), key.kind, body, on)
}
