//! The list of articles, what it is a list of, and what to do when it is empty.

use dateline_corpus::{Filters, Sort};
use dateline_engine::view::{Picked, View};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::components::chips::chips;
use crate::components::corrections::corrections_link;
use crate::components::hits::hits;
use crate::components::link::press;
use crate::components::notes::notes;
use crate::components::pieces::name;
use crate::format;
use crate::listed::Block;
use crate::pane::{Own, Pane};
use crate::route::Links;
use crate::shared::Shared;
use crate::state::Action;

/// The middle of the explorer.
#[derive(PartialEq)]
pub struct Results {
    /// What to draw.
    pub view: Shared<View>,
    /// The blocks of hits that stand in the page, ascending.
    pub blocks: Vec<Block>,
    /// The words it was drawn for.
    pub query: String,
    /// The filters it was drawn for.
    pub filters: Filters,
    /// The order asked for.
    pub sort: Sort,
    /// How much was put right.
    pub corrections: usize,
    /// Addresses.
    pub links: Links,
    /// Where actions go.
    pub on: Callback<Action>,
}

impl Pane for Results {
    type Kept = ();
    const NAME: &'static str = "results";

    fn draw(&self, _own: &Own<()>) -> Html {
        let Self {
            view,
            blocks,
            query,
            filters,
            sort,
            corrections,
            links,
            on,
        } = self;
        html! {
            <section class="results" aria-labelledby="results-title">
                <div class="results-bar">
                    <h2 id="results-title" tabindex="-1">{ heading(view.total, query) }</h2>
                    // The foot is a long way off.
                    if *corrections > 0 || view.doubts > 0 { { corrections_link(*corrections, links, on) } }
                    if view.total > 1 { { sort_select(*sort, query, on) } }
                </div>
                { chips(query, filters, &view.picked, on) }
                { notes(view, query, on) }
                if view.total == 0 {
                    { empty(view, query, filters, on) }
                } else {
                    { hits(view.total, blocks, links, on) }
                }
            </section>
        }
    }
}

fn heading(total: u32, query: &str) -> Html {
    match query.trim() {
        "" => html! { { format::results(total, "") } },
        words => html! {
            <>
                { format::count(total, "result") }{ " for " }
                <span class="heading-query">{ name(&format::clip(words, 80)) }</span>
            </>
        },
    }
}

fn sort_select(sort: Sort, query: &str, on: &Callback<Action>) -> Html {
    let wordless = query.trim().is_empty();
    // Without words there is nothing to match better: the best match is the newest.
    let now = if wordless && sort == Sort::Relevance {
        Sort::Newest
    } else {
        sort
    };
    let word = |sort: Sort| match sort {
        Sort::Relevance => "relevance",
        Sort::Newest => "newest",
        Sort::Oldest => "oldest",
    };
    let change = on.reform(|event: Event| {
        let value = event
            .target_dyn_into::<HtmlSelectElement>()
            .map(|select| select.value())
            .unwrap_or_default();
        Action::SetSort(match value.as_str() {
            "newest" => Sort::Newest,
            "oldest" => Sort::Oldest,
            _ => Sort::Relevance,
        })
    });
    let option = |sort: Sort, label: &'static str| {
        html! { <option value={word(sort)} selected={now == sort}>{ label }</option> }
    };
    html! {
        <label class="sort">
            <span>{ "Sort" }</span>
            <select id="sort" onchange={change}>
                if !wordless { { option(Sort::Relevance, "Best match") } }
                { option(Sort::Newest, "Newest first") }
                { option(Sort::Oldest, "Oldest first") }
            </select>
        </label>
    }
}

fn empty(view: &View, query: &str, filters: &Filters, on: &Callback<Action>) -> Html {
    if view.corpus == 0 {
        return html! {
            <div class="empty">
                <p class="empty-title">{ "This page holds no articles." }</p>
                <p>{ "Build it again from a folder that has some." }</p>
            </div>
        };
    }
    let words = query.trim();
    let drop = |label: Html, action: Action| {
        html! { <li><button type="button" class="button" onclick={press(on, action)}>{ label }</button></li> }
    };
    html! {
        <div class="empty">
            <p class="empty-title">
                { match (words.is_empty(), filters.is_empty()) {
                    (false, true) => "No article has any of these words.",
                    (false, false) => "No article has these words and passes every filter.",
                    _ => "No article passes every filter.",
                } }
            </p>
            <p>{ "What might help:" }</p>
            <ul>
                { for view.picked.iter().map(|Picked { pick, name: called }| drop(html! {
                    <span>{ if pick.exclude { "Allow " } else { "Without " } }{ name(&format::value_name(pick.group, called)) }</span>
                }, Action::Toggle(pick.clone()))) }
                if filters.from.is_some() || filters.to.is_some() {
                    { drop(html! { "Any date" }, Action::SetDates(None, None)) }
                }
                if !words.is_empty() && !filters.is_empty() {
                    { drop(html! { "Without the words" }, Action::Type(String::new())) }
                }
                { drop(html! { "Clear all" }, Action::ClearAll) }
            </ul>
            if !words.is_empty() {
                <p class="empty-tip">{ "Try fewer words, or the beginning of one: the last word matches whatever starts with it." }</p>
            }
        </div>
    }
}
