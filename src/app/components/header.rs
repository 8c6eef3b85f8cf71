//! The head of the page: name, search, theme.

use yew::prelude::*;

use crate::components::link::follow;
use crate::components::pieces::name;
use crate::components::search_box::SearchBox;
use crate::components::theme_switch::ThemeSwitch;
use crate::state::{Action, Theme};

/// Props of [`Header`].
#[derive(PartialEq, Properties)]
pub struct HeaderProps {
    /// The corpus's title; empty until known.
    pub title: AttrValue,
    /// The text in the search box.
    pub query: AttrValue,
    /// Light or dark.
    pub theme: Theme,
    /// Whether an article is open: its title is then the page's first heading.
    pub reading: bool,
    /// Where actions go.
    pub on: Callback<Action>,
}

/// The head of the page.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let HeaderProps {
        title,
        query,
        theme,
        reading,
        on,
    } = props;
    let tag = if *reading { "p" } else { "h1" };
    let home = follow(on, Action::ClearAll);
    html! {
        <header class="site-head">
            <@{tag} class="brand">
                <a class="wordmark" href="#" onclick={home} title="All articles">{ "Dateline" }</a>
                if !title.is_empty() && title != "Dateline" {
                    <span class="corpus-title">{ name(title) }</span>
                }
            </@>
            <SearchBox query={query.clone()} on={on.clone()} />
            <ThemeSwitch theme={*theme} on={on.clone()} />
        </header>
    }
}
