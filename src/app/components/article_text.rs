//! The text of an open article, with its matches and mentions marked.
//!
//! Mentions are links to their cards: they wrap like text, open in a new tab, and have an address.

use dateline_corpus::Doubt;
use dateline_corpus::corrections::Written;
use dateline_engine::view::{ArticleEntity, ArticleView, Run};
use yew::prelude::*;

use crate::components::line::doubtful;
use crate::components::link::{button, follow};
use crate::components::portion::Portion;
use crate::pane::{Own, Pane};
use crate::route::Links;
use crate::shared::Shared;
use crate::state::{Action, Marks};

/// The paragraphs.
#[derive(PartialEq)]
pub struct ArticleText {
    /// The article.
    pub article: Shared<ArticleView>,
    /// What is marked.
    pub marks: Marks,
    /// The match that `next` and `previous` stand on.
    pub current: Option<u32>,
    /// The part that is drawn.
    pub portion: Portion,
    /// Asks for more of a long text, before (true) or after it.
    pub on_more: Callback<bool>,
    /// Addresses.
    pub links: Links,
    /// Where actions go.
    pub on: Callback<Action>,
}

impl Pane for ArticleText {
    type Kept = ();
    const NAME: &'static str = "text";

    fn draw(&self, _own: &Own<()>) -> Html {
        draw(self)
    }
}

fn draw(given: &ArticleText) -> Html {
    let article = &given.article;
    let mut at = 0;
    let mut drawn: Vec<Html> = Vec::new();
    for (paragraph, nth) in article.paragraphs.iter().zip(0..) {
        let spans = spans(paragraph, nth, &mut at, given);
        if !spans.is_empty() {
            drawn.push(html! { <p dir="auto">{ for spans }</p> });
        }
    }
    html! {
        <div class="article-text" lang={lang(&article.language)} dir="auto">
            if given.portion.from > 0 { { more(given, true, at) } }
            { for drawn }
            if given.portion.to < at { { more(given, false, at) } }
        </div>
    }
}

/// Where a long text goes on beyond what is drawn; `length` is all of it, in bytes.
fn more(given: &ArticleText, backwards: bool, length: usize) -> Html {
    let left = if backwards {
        given.portion.from
    } else {
        length - given.portion.to
    };
    let side = if backwards { "before" } else { "after" };
    let label = if backwards {
        "Show more above"
    } else {
        "Show more below"
    };
    html! {
        <p class="more-text" lang="en" dir="ltr">
            { format!("This article is very long: {} % of it comes {side} this part. ", left.saturating_mul(100).div_ceil(length.max(1))) }
            { button("button", given.on_more.reform(move |_: MouseEvent| backwards), label) }
        </p>
    }
}

/// The `lang` attribute of an article's text, where its tag may stand in one (BCP 47, 4.4.1: at most 35 characters).
/// `und` says nothing.
pub fn lang(tag: &str) -> Option<String> {
    let may = !tag.is_empty() && tag != "und" && tag.len() <= 35;
    (may && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')).then(|| tag.to_owned())
}

/// Bytes of a title that are shown; a headline rarely has 150.
const TITLE: usize = 500;

/// The title's runs: its matches are marked, its mentions are not (a heading full of links is hard to listen to).
pub fn title(runs: &[Run], marks: Marks, current: Option<u32>) -> Html {
    let mut at = 0;
    let cut = runs.iter().filter_map(|run| {
        let text = Portion::head(TITLE).cut(&run.text, at);
        at += run.text.len();
        (!text.is_empty()).then(|| marked(run, text, marks, current))
    });
    let shown: Vec<Html> = cut.collect();
    html! { <>{ for shown }if at > TITLE { { "…" } }</> }
}

fn marked(run: &Run, text: &str, marks: Marks, current: Option<u32>) -> Html {
    match run.hit.filter(|_| marks.hits) {
        Some(hit) => {
            let class = (current == Some(hit)).then_some("current");
            html! { <mark {class} data-hit={hit.to_string()}>{ text }</mark> }
        }
        None => html! { { text } },
    }
}

/// The runs of the `nth` paragraph as far as they are drawn, those of one mention together in one link. `at` is the paragraph's
/// place in the text, breaks between paragraphs not counted, and then that of the next.
fn spans(paragraph: &[Run], nth: usize, at: &mut usize, given: &ArticleText) -> Vec<Html> {
    let entities = &given.article.entities;
    let shown = |run: &Run| {
        let visible = |i: &&u32| {
            entities
                .get(**i as usize)
                .is_some_and(|e| given.marks.shows(e.key.kind))
        };
        run.entities.iter().find(visible).copied()
    };
    let mut out = Vec::new();
    for group in paragraph.chunk_by(|a, b| shown(a) == shown(b) && !b.starts) {
        let mut texts: Vec<Html> = Vec::new();
        // A break is two bytes.
        let start = *at + 2 * nth;
        for run in group {
            let text = given.portion.cut(&run.text, *at);
            *at += run.text.len();
            if !text.is_empty() {
                texts.push(marked(run, text, given.marks, given.current));
            }
        }
        if texts.is_empty() {
            continue;
        }
        let mention = group
            .first()
            .and_then(shown)
            .and_then(|i| Some((i, entities.get(i as usize)?)));
        out.push(match mention {
            Some((i, entity)) => {
                let written = Written {
                    name: group.iter().map(|run| run.text.as_str()).collect(),
                    article: given.article.id.clone(),
                    at: Some(start as u32),
                };
                let doubt = group.first().and_then(|run| run.doubt);
                // Whoever is named within a longer name is found by it.
                let mut named = i.to_string();
                for other in group.iter().flat_map(|run| &run.entities).filter(|other| **other != i) {
                    named.extend([" ", &other.to_string()]);
                }
                link((named, entity), doubt, texts, written, given)
            }
            None => texts.into_iter().collect(),
        });
    }
    out
}

fn link(
    (named, entity): (String, &ArticleEntity),
    doubt: Option<Doubt>,
    texts: Vec<Html>,
    written: Written,
    given: &ArticleText,
) -> Html {
    let kind = format!("of-{}", entity.key.kind.word());
    let open = follow(&given.on, Action::OpenMention(entity.key.clone(), written, false));
    html! {
        <a class={classes!("mention", kind, doubt.map(|_| "doubtful"))} title={doubt.map(doubtful)} href={given.links.card(&entity.key)} data-entity={named}
            data-key={entity.key.to_string()} onclick={open}>{ for texts }</a>
    }
}
