//! How the word that is being typed may go on: words, names and titles of the corpus, each with what it leads to.

use dateline_corpus::Pick;
use dateline_engine::view::{EntitySuggestion, Suggestions};
use yew::prelude::*;

use crate::components::link::{follow, press};
use crate::components::pieces::{name, pieces};
use crate::format;
use crate::route::Links;
use crate::state::Action;

/// Characters of a title: enough to know it by, so that several stand in a row.
const TITLE: usize = 70;

/// The row under the search box. It keeps its height where there is nothing to suggest: the list below does not jump from
/// key to key.
pub fn suggestions(suggested: &Suggestions, links: &Links, on: &Callback<Action>) -> Html {
    let terms = suggested.terms.iter().map(|term| {
        let complete = press(on, Action::GoOn(term.query.clone()));
        html! {
            <li key={format!("w{}", term.text)}>
                <button type="button" class="suggestion" onclick={complete}>
                    { name(&term.text) }{ count(term.articles) }
                </button>
            </li>
        }
    });
    let entities = suggested.entities.iter().map(|entity| {
        let pick = Pick {
            group: entity.group,
            key: entity.key.clone(),
            exclude: false,
        };
        html! {
            <li key={format!("n{}", entity.key)}>
                <button type="button" class="suggestion" onclick={press(on, Action::Complete(pick))}>
                    { entity_label(entity) }
                </button>
            </li>
        }
    });
    let titles = suggested.titles.iter().map(|title| {
        let open = Action::OpenArticle(title.id.clone());
        html! {
            <li key={format!("t{}", title.id)}>
                <a class="suggestion" href={links.article(&title.id)} onclick={follow(on, open)}>
                    <span class="kind">{ "Article" }</span>{ " " }<span dir="auto">{ pieces(&title.title, TITLE) }</span>
                </a>
            </li>
        }
    });
    html! {
        <ul class="suggestions" aria-label="Suggestions">
            { for terms }{ for entities }{ for titles }
        </ul>
    }
}

/// What an entity is, its name, and how many articles it leads to.
pub fn entity_label(entity: &EntitySuggestion) -> Html {
    html! { <><span class="kind">{ format::group_noun(entity.group) }</span>{ " " }{ name(&entity.name) }{ count(entity.articles) }</> }
}

/// How many articles it leads to.
fn count(articles: u32) -> Html {
    html! { <>{ " " }<span class="count">{ format::number(articles) }</span><span class="visually-hidden">{ if articles == 1 { " article" } else { " articles" } }</span></> }
}
