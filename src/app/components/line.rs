//! A mention or quotation in its sentence, and what is to be said of it.

use dateline_corpus::{Doubt, EntityKey, How};
use dateline_engine::view::Sentence;
use yew::prelude::*;

use crate::components::link::{to_article, to_card};
use crate::components::pieces::{HEADLINE, PASSAGE, name, pieces};
use crate::format::clip;
use crate::route::Links;
use crate::state::Action;

/// What stands in a list.
#[derive(Clone, Copy, PartialEq)]
pub enum Lines {
    /// Mentions of one.
    Mentions,
    /// Those of two.
    Both,
    /// Quotations.
    Quotations,
    /// Doubtful mentions.
    Doubts,
}

/// A sentence and what is to be said of it; `own` is whose list it stands in.
pub fn line(
    line: &Sentence,
    own: Option<&EntityKey>,
    of: Lines,
    links: &Links,
    on: &Callback<Action>,
    below: Html,
) -> Html {
    let named = match &line.key {
        Some(key) => to_card(key, "", name(&line.name), links, on),
        None if line.name.is_empty() => html! { { "nobody named" } },
        None => name(&line.name),
    };
    let quotation = (of == Lines::Quotations).then_some("quotation");
    let told = || line.doubt.map(doubtful).or_else(|| how(line).map(String::from));
    let note = match of {
        Lines::Mentions => told().map(|told| html! { { told } }),
        Lines::Both => Some(html! { <>{ named }{ told().map(|told| [" · ", &told].concat()) }</> }),
        Lines::Quotations => (line.key.as_ref() != own).then(|| html! { <>{ "said by " }{ named }</> }),
        Lines::Doubts => Some(html! { <>{ line.doubt.map_or("", reason) }{ ": " }{ title(line, links, on) }</> }),
    };
    html! {
        <li class={line.doubt.map(|_| "doubtful")}>
            <span class={classes!("sentence", quotation)} dir="auto">{ pieces(&line.pieces, PASSAGE) }</span>
            { note.map(|note| html! { <span class="how">{ note }</span> }) }
            { below }
        </li>
    }
}

/// The way to a sentence's article.
pub fn title(line: &Sentence, links: &Links, on: &Callback<Action>) -> Html {
    to_article(&line.id, html! { { clip(&line.title, HEADLINE) } }, links, on)
}

/// How a country or a person came to be meant, where it is not by a name.
fn how(line: &Sentence) -> Option<&'static str> {
    match line.how {
        How::Name => None,
        How::Demonym => Some("by its people"),
        How::Metonym => Some("by its capital or government"),
        How::Place => Some("by a place in it"),
        How::Role => Some("by a description"),
    }
}

/// That a mention may be something else, and why.
pub fn doubtful(doubt: Doubt) -> String {
    format!("Doubtful: {}", reason(doubt))
}

/// Why a mention may be something else.
fn reason(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Namesake => "another place of this name is nearly as likely",
        Doubt::Unplaced => "it may be no place",
        Doubt::Looks => "it only looks like a person’s name",
        Doubt::Surname => "two people here have this surname",
        Doubt::Capitals => "it may be no name, but a line in capitals",
        Doubt::Elsewhere => "named in full in few other articles only",
        Doubt::Spelling => "other articles spell it otherwise",
        Doubt::Unlisted => "it only looks like a place’s name",
    }
}
