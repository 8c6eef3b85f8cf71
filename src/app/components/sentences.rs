//! What a count was counted from: every mention in its sentence.

use dateline_corpus::{EntityKind, How};
use dateline_engine::view::{Sentence, Sentences};
use yew::prelude::*;

use crate::components::hit::meta;
use crate::components::link::{follow, press};
use crate::components::panel::panel;
use crate::components::pieces::{HEADLINE, PASSAGE, pieces};
use crate::format::{self, clip};
use crate::pane::{Own, Pane};
use crate::route::Links;
use crate::shared::Shared;
use crate::state::Action;

/// The sentences, article by article.
#[derive(PartialEq)]
pub struct SentencesPanel {
    /// The sentences.
    pub sentences: Shared<Sentences>,
    /// Whether they come from the whole corpus.
    pub everywhere: bool,
    /// Whether the list is narrowed at all.
    pub narrowed: bool,
    /// Addresses.
    pub links: Links,
    /// Where actions go.
    pub on: Callback<Action>,
}

impl Pane for SentencesPanel {
    type Kept = ();
    const NAME: &'static str = "sentences";

    fn draw(&self, _own: &Own<()>) -> Html {
        let Self {
            sentences,
            everywhere,
            narrowed,
            links,
            on,
        } = self;
        let s = sentences;
        let scope = if *narrowed && !*everywhere {
            ", under the current search and filters"
        } else {
            ""
        };
        let counted = format!(
            "{} in {}{scope}. Each line is one mention.",
            format::count(s.mentions, "mention", "mentions"),
            format::count(s.articles, "article", "articles"),
        );
        let shown = s.lines.len() as u32;
        let body = html! {
            <>
                <p class="counted">{ counted }</p>
                <p><a href={links.card(&s.key)} onclick={follow(on, Action::OpenCard(s.key.clone()))}>{ "Names, countries and articles" }</a></p>
                { for s.lines.chunk_by(|a, b| a.id == b.id).map(|lines| article(lines, s.key.kind, links, on)) }
                if shown < s.mentions {
                    <div class="more">
                        <p>{ format!("{} of {} shown", format::number(shown), format::number(s.mentions)) }</p>
                        <button type="button" class="button" onclick={press(on, Action::ShowMoreSentences)}>{ "Show more" }</button>
                    </div>
                }
            </>
        };
        let over = format!("{} · mentions", format::kind_name(s.key.kind));
        panel(&s.name, &over, s.key.kind, body, on)
    }
}

/// The sentences of one article; `lines` is never empty.
fn article(lines: &[Sentence], kind: EntityKind, links: &Links, on: &Callback<Action>) -> Html {
    let Some(first) = lines.first() else { return html! {} };
    let open = follow(on, Action::OpenArticle(first.id.clone()));
    html! {
        <section class="sentences">
            <h3 dir="auto"><a href={links.article(&first.id)} onclick={open}>{ clip(&first.title, HEADLINE) }</a></h3>
            { meta(&first.outlet, first.date, "") }
            <ol>
                { for lines.iter().map(|line| html! {
                    <li>
                        <span class="sentence" dir="auto">{ pieces(&line.pieces, PASSAGE) }</span>
                        if let Some(how) = how(kind, line.how) { <span class="how">{ how }</span> }
                    </li>
                }) }
            </ol>
        </section>
    }
}

/// How a country came to be meant, where it is not by its name.
fn how(kind: EntityKind, how: How) -> Option<&'static str> {
    match how {
        _ if kind != EntityKind::Country => None,
        How::Name => None,
        How::Demonym => Some("by its people"),
        How::Metonym => Some("by its capital or government"),
        How::Place => Some("by a place in it"),
    }
}
