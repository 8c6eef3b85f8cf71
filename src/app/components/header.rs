//! The head of the page: name, search, theme.

use yew::prelude::*;

use crate::components::link::follow;
use crate::components::pieces::name;
use crate::components::search_box::search_box;
use crate::components::theme_switch::theme_switch;
use crate::state::{Action, Theme};

/// The head of the page.
///
/// `title` is the corpus's, empty until known; while an article is open (`reading`), its title is the page's first heading.
pub fn header(title: &str, query: &AttrValue, theme: Theme, reading: bool, on: &Callback<Action>) -> Html {
    let tag = if reading { "p" } else { "h1" };
    let home = follow(on, Action::ClearAll);
    html! {
        <header class="site-head">
            <@{tag} class="brand">
                <a class="wordmark" href="#" onclick={home} title="All articles">{ "Dateline" }</a>
                if !title.is_empty() && title != "Dateline" {
                    <span class="corpus-title">{ name(title) }</span>
                }
            </@>
            { search_box(query, on) }
            { theme_switch(theme, on) }
        </header>
    }
}
