//! The frame of a card and of sentences: a panel beside what is read, which stays in view and in reach.

use dateline_corpus::EntityKind;
use yew::prelude::*;

use crate::components::icon::{Icon, Shape};
use crate::components::link::press;
use crate::components::pieces::name;
use crate::state::Action;

/// Props of [`Panel`].
#[derive(PartialEq, Properties)]
pub struct PanelProps {
    /// Its heading, a name of the corpus.
    pub title: AttrValue,
    /// What stands above the heading.
    pub over: AttrValue,
    /// The kind of what it is about, for its colour.
    pub kind: EntityKind,
    /// What it holds.
    pub children: Html,
    /// Where actions go.
    pub on: Callback<Action>,
}

/// Not modal: the text beside it can be read on, and another mention clicked.
#[component]
pub fn Panel(
    PanelProps {
        title,
        over,
        kind,
        children,
        on,
    }: &PanelProps,
) -> Html {
    html! {
        <div class={classes!("panel", format!("of-{}", kind.word()))} role="dialog" aria-labelledby="panel-title">
            <div class="panel-head">
                <div>
                    <p class="panel-over">{ over }</p>
                    <h2 id="panel-title" tabindex="-1" dir="auto">{ name(title) }</h2>
                </div>
                <button type="button" class="quiet close" aria-label="Close" title="Close (Esc)" onclick={press(on, Action::Close)}>
                    <Icon shape={Shape::Cross} />
                </button>
            </div>
            <div class="panel-body" tabindex="0" role="group" aria-labelledby="panel-title">{ children.clone() }</div>
        </div>
    }
}
