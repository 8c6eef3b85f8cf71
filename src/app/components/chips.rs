//! What the list is narrowed to, each part with a way to take it back.

use dateline_corpus::{Filters, Group};
use dateline_engine::view::Picked;
use yew::prelude::*;

use crate::components::icon::{Shape, icon};
use crate::components::link::{button, press};
use crate::components::pieces::name;
use crate::format;
use crate::state::Action;

/// The active filters and words, and one button that clears all.
///
/// `picked` are the picked values, `filters` have the dates.
pub fn chips(query: &str, filters: &Filters, picked: &[Picked], on: &Callback<Action>) -> Html {
    let words = query.trim();
    if words.is_empty() && picked.is_empty() && filters.from.is_none() && filters.to.is_none() {
        return html! {};
    }
    let chip = |label: String, lead: &'static str, class: &'static str, action: Action| {
        html! {
            <li>
                <button type="button" class={classes!("chip", class)} onclick={press(on, action)}>
                    <span class="chip-text">
                        <span class="visually-hidden">{ "Remove " }</span>
                        if !lead.is_empty() { { lead }{ " " } }
                        <span class="chip-name">{ name(&label) }</span>
                    </span>
                    { icon(Shape::Cross) }
                </button>
            </li>
        }
    };
    let picks = picked.iter().map(|Picked { pick, name }| {
        let (lead, class) = if pick.exclude {
            ("not", "chip-not")
        } else {
            (lead(pick.group), "chip-pick")
        };
        chip(
            format::value_name(pick.group, name),
            lead,
            class,
            Action::Toggle(pick.clone()),
        )
    });
    html! {
        <div class="chips" role="group" aria-label="Active filters">
            <ul>
                if !words.is_empty() {
                    { chip(format::clip(words, 60), "words", "chip-words", Action::Type(String::new())) }
                }
                { for picks }
                if filters.from.is_some() || filters.to.is_some() {
                    { chip(format::days(filters.from, filters.to), "", "chip-dates", Action::SetDates(None, None)) }
                }
            </ul>
            { button("text-button clear-all", press(on, Action::ClearAll), "Clear all") }
        </div>
    }
}

/// What stands before a value whose name alone does not say what it is.
fn lead(group: Group) -> &'static str {
    match group {
        Group::Outlet => "from",
        Group::Place => "place",
        Group::Country | Group::Person | Group::Organisation => "",
    }
}
