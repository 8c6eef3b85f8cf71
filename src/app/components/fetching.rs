//! A corpus in parts: what says that an answer waits for the network, and the way to need none.

use yew::prelude::*;

use crate::components::link::button;
use crate::fetching::Keeping;
use crate::format::{self, clip};

/// Stands over the page while an answer waits.
pub fn waiting() -> Html {
    html! { <p class="waiting" role="status">{ "Fetching the articles that this needs …" }</p> }
}

/// What is kept for reading without a network, and the button that changes it.
pub fn kept(keeping: &Keeping, keep: &Callback<bool>) -> Html {
    let (said, ask) = match keeping {
        Keeping::Idle => ("The articles are fetched as you read them.".to_owned(), Some(true)),
        Keeping::Some(n, of) => (
            format!(
                "Keeping everything on this machine: {} of {} parts.",
                format::number(*n),
                format::number(*of)
            ),
            Some(false),
        ),
        Keeping::All => (
            "Everything is kept on this machine: this page works without a network.".into(),
            None,
        ),
        Keeping::Failed(reason) => (
            format!("Not everything could be kept: {}", clip(reason, 300)),
            Some(true),
        ),
    };
    html! {
        <p class="kept">
            <span role="status">{ said }</span>
            if let Some(on) = ask {
                { " " }
                { button(
                    "button",
                    keep.reform(move |_: MouseEvent| on),
                    if on { "Keep everything for reading offline" } else { "Stop" },
                ) }
            }
        </p>
    }
}
