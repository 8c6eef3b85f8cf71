//! What a reader must know about how a query was taken: as understood, what was corrected, what was not understood, what no
//! article has.

use dateline_corpus::text::fold;
use dateline_engine::query::Problem;
use dateline_engine::view::{Met, Used, View};
use yew::prelude::*;

use crate::components::link::press;
use crate::components::pieces::name;
use crate::format::clip;
use crate::state::Action;

/// Mistakes shown; more are told once the first are mended.
const PROBLEMS: usize = 3;
/// Characters of a query repeated in a note.
const QUERY: usize = 200;

/// The notes over the list. `query` is what was typed.
pub fn notes(view: &View, query: &str, on: &Callback<Action>) -> Html {
    html! {
        <>
            { for view.problems.iter().take(PROBLEMS).map(|problem| mistake(problem, query)) }
            { corrected(view, on) }
            if !same(&view.understood, query) {
                <p class="understood">{ "Understood as " }<code>{ name(&clip(&view.understood, QUERY)) }</code></p>
            }
            if view.met == Met::Some && view.total > 0 {
                <p class="note">{ "No article has all of these words; showing articles with some." }</p>
            }
            { missing(view) }
        </>
    }
}

/// Whether a query reads back as it was typed, white space, case and diacritics apart.
fn same(understood: &str, typed: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(fold).collect::<Vec<_>>();
    understood.is_empty() || words(understood) == words(typed)
}

/// A mistake in its place, with what to write instead.
fn mistake(problem: &Problem, query: &str) -> Html {
    let part = |from: usize, to: usize| query.get(from..to).unwrap_or_default().to_owned();
    html! {
        <p class="note mistake">
            <code dir="auto">
                { part(0, problem.start) }
                <mark>{ part(problem.start, problem.end) }</mark>
                { part(problem.end, query.len()) }
            </code>
            { " " }{ clip(&problem.message, QUERY) }{ " " }{ clip(&problem.hint, QUERY) }
        </p>
    }
}

/// Which words were searched for in the place of misspelt ones, or beside them, with the way back, and which others may be meant.
fn corrected(view: &View, on: &Callback<Action>) -> Html {
    if view.corrections.is_empty() {
        return html! {};
    }
    let told = view.corrections.iter().filter_map(|c| {
        let (says, between) = match c.how {
            Used::Instead => ("Showing results for ", " in place of "),
            Used::Also => ("Also showing results for ", ", close to "),
            Used::Offered => return None,
        };
        Some(html! { <>{ says }<q>{ name(&c.used) }</q>{ between }<q>{ name(&c.typed) }</q>{ ". " }</> })
    });
    let ways = [("Search instead for ", &view.instead), ("Did you mean ", &view.offered)];
    let ways = ways
        .into_iter()
        .filter(|(_, query)| !query.is_empty())
        .map(|(says, query)| {
            html! {
                <button type="button" class="as-link" onclick={press(on, Action::Type(query.clone()))}>
                    { says }{ name(&clip(query, QUERY)) }
                </button>
            }
        });
    html! { <p class="note corrected">{ for told }{ for ways }</p> }
}

/// Words and phrases that no article has.
fn missing(view: &View) -> Html {
    if view.missing.is_empty() {
        return html! {};
    }
    let words = view
        .missing
        .iter()
        .enumerate()
        .map(|(i, word)| html! { <>{ if i > 0 { ", " } else { "" } }<q>{ name(word) }</q></> });
    html! { <p class="note">{ "Not in any article: " }{ for words }</p> }
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn a_query_is_shown_as_understood_only_where_that_says_more() {
        for (understood, typed, expect) in [
            ("north korea", " North  Korea", true),
            ("north korea ", "north korea", true),
            ("", "-", true),
            ("(north korea) OR japan", "north korea OR japan", false),
        ] {
            assert_eq!(same(understood, typed), expect, "{typed}");
        }
    }
}
