//! What the list is narrowed to, each part with a way to take it back.

use dateline_corpus::{Filters, Group, Pick};
use dateline_engine::view::Picked;
use yew::prelude::*;

use crate::components::icon::{Shape, icon};
use crate::components::link::press;
use crate::components::pieces::name;
use crate::format;
use crate::state::Action;

/// The name of a pick: the engine's, else its key.
pub fn pick_name(pick: &Pick, picked: &[Picked]) -> String {
    let known = picked.iter().find(|known| known.pick == *pick);
    format::value_name(pick.group, known.map_or(&pick.key, |known| &known.name))
}

/// The active filters and words, and one button that clears all.
///
/// `picked` has the names of the picked values.
pub fn chips(query: &str, filters: &Filters, picked: &[Picked], on: &Callback<Action>) -> Html {
    let words = query.trim();
    if words.is_empty() && filters.is_empty() {
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
    let picks = filters.picks.iter().map(|pick| {
        let (lead, class) = if pick.exclude {
            ("not", "chip-not")
        } else {
            (lead(pick.group), "chip-pick")
        };
        chip(pick_name(pick, picked), lead, class, Action::Toggle(pick.clone()))
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
            <button type="button" class="text-button clear-all" onclick={press(on, Action::ClearAll)}>{ "Clear all" }</button>
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
