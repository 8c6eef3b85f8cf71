//! The first few quotations by an entity or about it, on its card.

use dateline_engine::question::Quoting;
use dateline_engine::view::Sentences;
use yew::prelude::*;

use crate::components::line::{Lines, line, title};
use crate::components::link::{button, press};
use crate::components::pieces::name;
use crate::format;
use crate::route::Links;
use crate::state::{Action, List};

/// Nothing where there are none; else the first few, each with its article, and the way to all of them.
pub fn quoted(quotations: &Sentences, quoting: Quoting, links: &Links, on: &Callback<Action>) -> Html {
    let Some(key) = quotations.key.clone().filter(|_| quotations.mentions > 0) else {
        return html! {};
    };
    let (id, words) = match quoting {
        Quoting::By => ("card-said", "by"),
        Quoting::About => ("card-told", "about"),
    };
    let all = press(on, Action::OpenList(List::Quotations(key.clone(), quoting)));
    let count = format::count(quotations.mentions, "quotation");
    html! {
        <section class="quoted" aria-labelledby={id}>
            <h3 {id}>{ format!("{count} {words} ") }{ name(&quotations.name) }</h3>
            <ol>
                { for quotations.lines.iter().map(|quotation| {
                    let below = html! { <span class="how">{ title(quotation, links, on) }</span> };
                    line(quotation, Some(&key), Lines::Quotations, links, on, below)
                }) }
            </ol>
            { button("text-button", all, match quotations.mentions {
                1 => "Show it in a list".to_owned(),
                n => format!("Show all {}", format::number(n)),
            }) }
        </section>
    }
}
