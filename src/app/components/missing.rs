//! Something an address names that this corpus does not have.

use yew::prelude::*;

use crate::components::icon::{Shape, icon};
use crate::components::link::press;
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
