//! Something an address names that this corpus does not have.

use yew::prelude::*;

use crate::components::icon::{Icon, Shape};
use crate::components::link::press;
use crate::state::Action;

/// Props of [`MissingArticle`].
#[derive(PartialEq, Properties)]
pub struct MissingProps {
    /// Where actions go.
    pub on: Callback<Action>,
}

/// The address names an article that is not here.
#[component]
pub fn MissingArticle(MissingProps { on }: &MissingProps) -> Html {
    html! {
        <main id="main" class="missing">
            <h1 id="article-title" tabindex="-1">{ "This article is not here" }</h1>
            <p>{ "The link may come from another edition of this page, or it was cut on its way." }</p>
            <button type="button" class="button" onclick={press(on, Action::Close)}>
                <Icon shape={Shape::Left} />{ "All results" }
            </button>
        </main>
    }
}
