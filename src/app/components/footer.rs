//! The foot of the page: what the corpus is, what the keys do.

use dateline_engine::view::About;
use yew::prelude::*;

use crate::format;

const KEYS: [(&str, &str); 7] = [
    ("/", "go to the search box"),
    ("↓ ↑", "move through the results"),
    ("Enter", "open"),
    ("Esc", "go back"),
    ("n", "next match in the article"),
    ("p", "previous match"),
    ("Ctrl Z", "take back the last correction"),
];

/// What leaves this machine. Which parts are fetched tells their host something, and a reader must know.
const PRIVACY: &str = if cfg!(feature = "parts") {
    "Searching happens on your machine, and what you type is sent nowhere. The host of this page sees which parts of the articles \
     are fetched, which hints at what you look for; of what is kept here it sees nothing."
} else {
    "Everything happens on your machine: nothing you search for or read is sent anywhere."
};

/// The foot of the page. `kept` says how far the corpus is kept on this machine, where that is a question.
///
/// `corrections` leads to their list.
pub fn footer(about: Option<&About>, corrections: Html, kept: Html) -> Html {
    html! {
        <footer class="site-foot">
            if let Some(about) = about {
                <p>{ extent(about) }</p>
            }
            { corrections }
            { kept }
            <p>{ PRIVACY }</p>
            <dl class="keys" aria-label="Keys">
                { for KEYS.iter().map(|(key, does)| html! { <div><dt><kbd>{ *key }</kbd></dt><dd>{ *does }</dd></div> }) }
            </dl>
        </footer>
    }
}

/// `5 articles from 4 outlets, 15 March – 10 April 2017`.
fn extent(about: &About) -> String {
    let mut text = format::count(about.articles, "article");
    if about.outlets > 0 {
        text += &format!(" from {}", format::count(about.outlets, "outlet"));
    }
    if let Some((first, last)) = about.range {
        text += &format!(", {}", format::days(Some(first), Some(last)));
    }
    text
}
