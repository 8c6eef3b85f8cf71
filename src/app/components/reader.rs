//! An article opened for reading.

use std::rc::Rc;

use dateline_engine::view::{ArticleView, CountryFigure, PlaceFigure, WorldView};
use yew::prelude::*;

use crate::components::article_side::ArticleSide;
use crate::components::article_text::{ArticleText, lang, title};
use crate::components::pieces::{line, name};
use crate::components::portion::Portion;
use crate::components::reader_bar::{Bar, reader_bar};
use crate::listed::Among;
use crate::pane::{Own, Pane, pane};
use crate::route::Links;
use crate::shared::Shared;
use crate::state::{Action, Marks};

/// The reading view.
#[derive(PartialEq)]
pub struct Reader {
    /// The article.
    pub article: Shared<ArticleView>,
    /// Its countries.
    pub countries: Rc<Vec<CountryFigure>>,
    /// Its places.
    pub places: Rc<Vec<PlaceFigure>>,
    /// The shapes.
    pub world: Option<Rc<WorldView>>,
    /// Whether the column beside the text is drawn yet.
    pub side: bool,
    /// Where it is in the list.
    pub among: Option<Among>,
    /// What is marked.
    pub marks: Marks,
    /// The match stood on.
    pub current: Option<u32>,
    /// The part of its text that is drawn.
    pub portion: Portion,
    /// What became of copying the address.
    pub copied: Option<bool>,
    /// Goes to the next (1) or previous (-1) match.
    pub on_step: Callback<i32>,
    /// Goes to the next mention of an entity.
    pub on_find: Callback<u32>,
    /// Draws more of a long text, before (true) or after the part drawn.
    pub on_more: Callback<bool>,
    /// Copies the address.
    pub on_copy: Callback<()>,
    /// Addresses.
    pub links: Links,
    /// Where actions go.
    pub on: Callback<Action>,
}

impl Pane for Reader {
    type Kept = ();
    const NAME: &'static str = "reader";

    fn draw(&self, _own: &Own<()>) -> Html {
        draw(self)
    }
}

fn draw(given: &Reader) -> Html {
    let a = &given.article;
    let text = ArticleText {
        article: a.clone(),
        marks: given.marks,
        current: given.current,
        portion: given.portion,
        on_more: given.on_more.clone(),
        links: given.links.clone(),
        on: given.on.clone(),
    };
    let side = given.side.then(|| ArticleSide {
        article: a.clone(),
        countries: given.countries.clone(),
        places: given.places.clone(),
        world: given.world.clone(),
        marks: given.marks,
        on_find: given.on_find.clone(),
        links: given.links.clone(),
        on: given.on.clone(),
    });
    html! {
        <main id="main" class="reading">
            { reader_bar(&Bar {
                among: given.among.as_ref(),
                hits: a.hits,
                current: given.current,
                copied: given.copied,
                on_step: &given.on_step,
                on_copy: &given.on_copy,
                links: &given.links,
                on: &given.on,
            }) }
            <article class="reader" aria-labelledby="article-title">
                <header class="article-head">
                    <p class="kicker">
                        if !a.outlet.is_empty() { <span class="outlet">{ name(&a.outlet) }</span> }
                        if let Some(date) = a.date { <time datetime={date.to_string()}>{ date.in_words() }</time> }
                        if !a.place.is_empty() { <span class="place">{ name(&a.place) }</span> }
                    </p>
                    <h1 id="article-title" class={(!a.titled).then_some("untitled")} tabindex="-1" lang={lang(&a.language)} dir="auto">
                        { title(&a.title, given.marks, given.current) }
                    </h1>
                    if !a.byline.is_empty() { <p class="byline" dir="auto">{ line(&a.byline) }</p> }
                </header>
                { pane(text) }
                { colophon(a) }
            </article>
            { side.map_or_else(Html::default, pane) }
        </main>
    }
}

/// Only these schemes are followed; the engine checks them too, the page does not rely on it.
fn is_web(url: &str) -> bool {
    let scheme = |s: &str| url.get(..s.len()).is_some_and(|start| start.eq_ignore_ascii_case(s));
    scheme("https://") || scheme("http://")
}

/// Unknown fields of an input that are listed; a reader who needs more has the file.
const EXTRA: usize = 40;

/// Where the article comes from and what else its file says.
fn colophon(a: &ArticleView) -> Html {
    let row = |term: &str, value: Html| {
        html! { <div><dt dir="auto">{ line(term) }</dt><dd dir="auto">{ value }</dd></div> }
    };
    let link = a.url.as_deref().filter(|url| is_web(url)).map(|url| {
        html! { <a href={url.to_owned()} rel="noopener noreferrer external">{ line(url) }</a> }
    });
    html! {
        <footer class="colophon">
            <dl>
                if !a.source.is_empty() { { row("Source", line(&a.source)) } }
                if let Some(link) = link { { row("Address", link) } }
                if !a.dateline.is_empty() { { row("Dateline", line(&a.dateline)) } }
                if !a.titled { { row("Title", html! { "None given; the opening words stand above" }) } }
                { for a.extra.iter().take(EXTRA).map(|(term, value)| row(term, line(value))) }
            </dl>
        </footer>
    }
}

#[cfg(test)]
mod tests {
    use super::is_web;

    #[test]
    fn only_web_addresses_become_links() {
        for (url, expect) in [
            ("https://example.org/a", true),
            ("HTTP://example.org", true),
            ("javascript:alert(1)", false),
            (" https://example.org", false),
            ("data:text/html,x", false),
            ("//example.org", false),
            ("é", false),
            ("", false),
        ] {
            assert_eq!(is_web(url), expect, "{url:?}");
        }
    }
}
