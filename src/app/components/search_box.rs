//! The search box.

use js_sys::JsString;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::icon::{Shape, icon};
use crate::components::link::press;
use crate::state::Action;

/// Characters the box takes: more than any question, few enough that an address with it stays usable.
const LONGEST: &str = "2000";

/// The search box. It answers while somebody types; its form has nothing to send.
pub fn search_box(query: &AttrValue, on: &Callback<Action>) -> Html {
    let type_in = on.reform(|event: InputEvent| {
        Action::Type(
            event
                .target_dyn_into::<HtmlInputElement>()
                // Letters in pieces are put together, as those of articles are.
                .map(|input| JsString::from(input.value()).normalize("NFC").into())
                .unwrap_or_default(),
        )
    });
    let stay = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="search" role="search" onsubmit={stay}>
            <label class="visually-hidden" for="q">{ "Search the articles" }</label>
            { icon(Shape::Lens) }
            <input
                id="q" name="q" type="search" dir="auto" placeholder="Search the articles" value={query.clone()}
                autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" maxlength={LONGEST}
                aria-describedby="search-hint" oninput={type_in}
            />
            <span id="search-hint" class="visually-hidden">{ "Results appear as you type. Arrow down moves to them, Tab to suggestions." }</span>
            if query.is_empty() {
                <kbd class="slash" aria-hidden="true" title="Press / to search">{ "/" }</kbd>
            } else {
                <button class="quiet clear-search" type="button" aria-label="Clear the search"
                    onclick={press(on, Action::Type(String::new()))}>
                    { icon(Shape::Cross) }
                </button>
            }
        </form>
    }
}
