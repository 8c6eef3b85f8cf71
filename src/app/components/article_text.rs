//! The text of an open article, with its matches and mentions marked.
//!
//! Mentions are links to their cards: they wrap like text, open in a new tab, and have an address.

use dateline_engine::view::{ArticleEntity, ArticleView, Run};
use yew::prelude::*;

use crate::components::link::follow;
use crate::route::Links;
use crate::shared::Shared;
use crate::state::{Action, Marks};

/// Bytes of text drawn at first, and with each `Show more`: about 40 pages of a book. A browser lays them out in well
/// under a second; an article of ten megabytes in one go takes it many.
pub const PORTION: usize = 200_000;

/// Props of [`ArticleText`].
#[derive(PartialEq, Properties)]
pub struct ArticleTextProps {
    /// The article.
    pub article: Shared<ArticleView>,
    /// What is marked.
    pub marks: Marks,
    /// The match that `next` and `previous` stand on.
    pub current: Option<u32>,
    /// Bytes to draw, at most.
    pub budget: usize,
    /// Asks for more of a long text.
    pub on_more: Callback<()>,
    /// Addresses.
    pub links: Links,
    /// Where actions go.
    pub on: Callback<Action>,
}

/// The paragraphs.
#[component]
pub fn ArticleText(props: &ArticleTextProps) -> Html {
    let article = &props.article;
    let mut left = props.budget;
    let mut drawn: Vec<Html> = Vec::new();
    for paragraph in &article.paragraphs {
        if left == 0 {
            break;
        }
        drawn.push(html! { <p dir="auto">{ for spans(paragraph, &mut left, props) }</p> });
    }
    let length: usize = article.paragraphs.iter().flatten().map(|run| run.text.len()).sum();
    let lang = Some(article.language.clone()).filter(|tag| is_tag(tag));
    html! {
        <div class="article-text" lang={lang} dir="auto">
            { for drawn }
            if length > props.budget {
                <p class="more-text">
                    { format!("This article is very long; {} % of it is shown. ", props.budget.saturating_mul(100) / length.max(1)) }
                    <button type="button" class="button" onclick={props.on_more.reform(|_: MouseEvent| ())}>{ "Show more of it" }</button>
                </p>
            }
        </div>
    }
}

/// Whether a language tag may stand in a `lang` attribute. `und` says nothing.
fn is_tag(tag: &str) -> bool {
    !tag.is_empty() && tag != "und" && tag.len() <= 35 && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// The title's runs: its matches are marked, its mentions are not (a heading full of links is hard to listen to).
pub fn title(runs: &[Run], marks: Marks, current: Option<u32>) -> Html {
    let mut left = PORTION / 100;
    html! { <bdi>{ for runs.iter().map_while(|run| Some(marked(run, cut(run, &mut left)?, marks, current))) }</bdi> }
}

/// The part of a run's text that the budget allows; `None` when it is used up.
fn cut<'a>(run: &'a Run, left: &mut usize) -> Option<&'a str> {
    if *left == 0 {
        return None;
    }
    let end = run.text.floor_char_boundary(*left);
    *left = if end < run.text.len() { 0 } else { *left - end };
    Some(&run.text[..end])
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

/// A paragraph's runs, those of one mention together in one link.
fn spans(paragraph: &[Run], left: &mut usize, props: &ArticleTextProps) -> Vec<Html> {
    let entities = &props.article.entities;
    let shown = |run: &Run| {
        let visible = |i: &&u32| {
            entities
                .get(**i as usize)
                .is_some_and(|e| props.marks.shows(e.key.kind))
        };
        run.entities.iter().find(visible).copied()
    };
    let mut out = Vec::new();
    for group in paragraph.chunk_by(|a, b| shown(a) == shown(b) && !b.starts) {
        let texts: Vec<Html> = group
            .iter()
            .map_while(|run| Some(marked(run, cut(run, left)?, props.marks, props.current)))
            .collect();
        if texts.is_empty() {
            break;
        }
        let mention = group
            .first()
            .and_then(shown)
            .and_then(|i| Some((i, entities.get(i as usize)?)));
        out.push(match mention {
            Some((i, entity)) => link(i, entity, texts, props),
            None => texts.into_iter().collect(),
        });
    }
    out
}

fn link(index: u32, entity: &ArticleEntity, texts: Vec<Html>, props: &ArticleTextProps) -> Html {
    let kind = format!("of-{}", entity.key.kind.word());
    let open = follow(&props.on, Action::OpenCard(entity.key.clone()));
    html! {
        <a class={classes!("mention", kind)} href={props.links.card(&entity.key)} data-entity={index.to_string()}
            data-key={entity.key.to_string()} onclick={open}>{ for texts }</a>
    }
}
