//! One article of a list.

use dateline_engine::view::Hit;
use yew::prelude::*;

use crate::components::link::follow;
use crate::components::pieces::{HEADLINE, PASSAGE, name, pieces};
use crate::route::Links;
use crate::state::Action;

/// Outlet, day and place of an article, those that are known.
pub fn meta(outlet: &str, date: Option<dateline_corpus::Date>, place: &str) -> Html {
    html! {
        <p class="meta">
            if !outlet.is_empty() { <span class="outlet">{ name(outlet) }</span> }
            { date.map_or_else(
                || html! { <span class="undated">{ "No date" }</span> },
                |d| html! { <time datetime={d.to_string()}>{ d.in_words() }</time> },
            ) }
            if !place.is_empty() { <span class="place">{ name(place) }</span> }
        </p>
    }
}

/// An article as an item of a list, under a third-level heading. Of a list that is not drawn whole, `row` says which it is,
/// counted from 1, and of how many.
pub fn hit_item(hit: &Hit, row: Option<(u32, u32)>, links: &Links, on: &Callback<Action>) -> Html {
    let open = follow(on, Action::OpenArticle(hit.id.clone()));
    html! {
        <li class="hit" key={hit.id.clone()} aria-posinset={row.map(|(at, _)| at.to_string())}
            aria-setsize={row.map(|(_, of)| of.to_string())}>
            <h3 class={classes!("hit-title", (!hit.titled).then_some("untitled"))} dir="auto">
                <a class="hit-link" href={links.article(&hit.id)} data-id={hit.id.clone()} onclick={open}>
                    { pieces(&hit.title, HEADLINE) }
                </a>
            </h3>
            { meta(&hit.outlet, hit.date, &hit.place) }
            if !hit.snippet.is_empty() {
                <p class="snippet" dir="auto">{ pieces(&hit.snippet, PASSAGE) }</p>
            }
        </li>
    }
}
