//! The bar above an open article: back, the neighbours in the list, the matches, the link.

use yew::prelude::*;

use crate::components::icon::{Shape, icon};
use crate::components::link::{follow, labelled, press};
use crate::format;
use crate::listed::Among;
use crate::route::Links;
use crate::state::Action;

/// What [`reader_bar`] draws.
pub struct Bar<'a> {
    /// Where it is in the list.
    pub among: Option<&'a Among>,
    /// How many matches it has.
    pub hits: u32,
    /// The match stood on.
    pub current: Option<u32>,
    /// What became of copying the address.
    pub copied: Option<bool>,
    /// Goes to the next (1) or previous (-1) match.
    pub on_step: &'a Callback<i32>,
    /// Copies the address.
    pub on_copy: &'a Callback<()>,
    /// Addresses.
    pub links: &'a Links,
    /// Where actions go.
    pub on: &'a Callback<Action>,
}

/// The bar.
pub fn reader_bar(props: &Bar) -> Html {
    let on = props.on;
    let label = match props.copied {
        None => "Copy link",
        Some(true) => "Copied",
        Some(false) => "Copy it from the address bar",
    };
    html! {
        <nav class="reader-bar" aria-label="Article">
            <button type="button" class="text-button back" onclick={press(on, Action::Close)}>
                { icon(Shape::Left) }{ "Results" }
            </button>
            { neighbours(props) }
            if props.hits > 0 { { matches(props) } }
            <button type="button" class="text-button copy" onclick={props.on_copy.reform(|_: MouseEvent| ())}>
                { icon(Shape::Chain) }<span>{ label }</span>
            </button>
        </nav>
    }
}

/// The articles before and after this one in the list.
fn neighbours(props: &Bar) -> Html {
    let Some(among) = props.among else { return html! {} };
    let link = |id: &Option<String>, label: &'static str, shape: Shape| {
        let Some(id) = id else {
            return html! { <span class="step off" aria-hidden="true">{ icon(shape) }</span> };
        };
        html! {
            <a class="step" href={props.links.article(id)} aria-label={label} title={label}
                onclick={follow(props.on, Action::OpenArticle(id.clone()))}>{ icon(shape) }</a>
        }
    };
    html! {
        <div class="among" role="group" aria-label="Results">
            { link(&among.before, "Previous result", Shape::Left) }
            <span class="position">{ format!("{} of {}", format::number(among.row + 1), format::number(among.total)) }</span>
            { link(&among.after, "Next result", Shape::Right) }
        </div>
    }
}

/// The matches in the text.
fn matches(props: &Bar) -> Html {
    let step = |by: i32| props.on_step.reform(move |_: MouseEvent| by);
    let position = match props.current {
        Some(current) => format!("{} of {}", format::number(current + 1), format::number(props.hits)),
        None => format!(
            "{} match{}",
            format::number(props.hits),
            if props.hits == 1 { "" } else { "es" }
        ),
    };
    html! {
        <div class="matches" role="group" aria-label="Matches">
            { labelled("step", "Previous match", "Previous match (p)", step(-1), icon(Shape::Up)) }
            <span class="position">{ position }</span>
            { labelled("step", "Next match", "Next match (n)", step(1), icon(Shape::Down)) }
        </div>
    }
}
