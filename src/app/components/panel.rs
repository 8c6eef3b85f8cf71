//! The frame of a card and of sentences: a panel beside what is read, which stays in view and in reach.

use dateline_corpus::EntityKind;
use yew::prelude::*;

use crate::components::icon::{Shape, icon};
use crate::components::link::{labelled, press};
use crate::format::{NAME, clip};
use crate::state::Action;

/// Not modal: the text beside it can be read on, and another mention clicked.
///
/// `title` is a name of the corpus, `over` stands above it, `kind` gives the colour.
pub fn panel(title: &str, over: &str, kind: EntityKind, body: Html, on: &Callback<Action>) -> Html {
    html! {
        <div class={classes!("panel", format!("of-{}", kind.word()))} role="dialog" aria-labelledby="panel-title">
            <div class="panel-head">
                <div>
                    <p class="panel-over">{ over.to_owned() }</p>
                    <h2 id="panel-title" tabindex="-1" dir="auto">{ clip(title, NAME) }</h2>
                </div>
                { labelled("quiet close", "Close", "Close (Esc)", press(on, Action::Close), icon(Shape::Cross)) }
            </div>
            <div class="panel-body" tabindex="0" role="group" aria-labelledby="panel-title">{ body }</div>
        </div>
    }
}
