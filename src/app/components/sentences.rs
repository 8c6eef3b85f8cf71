//! What a count was counted from: every mention or quotation in its sentence; and what is doubtful, for review.

use dateline_corpus::corrections::word;
use dateline_corpus::order::sort_by;
use dateline_corpus::{EntityKey, EntityKind};
use dateline_engine::question::Quoting;
use dateline_engine::view::{Sentence, Sentences};
use yew::prelude::*;

use crate::components::hit::meta;
use crate::components::line::line;
use crate::components::link::{button, follow, press, to_card};
use crate::components::panel::panel;
use crate::components::pieces::{HEADLINE, name};
use crate::format::{self, clip};
use crate::pane::{Own, Pane};
use crate::route::Links;
use crate::shared::Shared;
use crate::state::{Action, List};

/// The sentences, article by article.
#[derive(PartialEq)]
pub struct SentencesPanel {
    /// The sentences.
    pub sentences: Shared<Sentences>,
    /// What they are, where they are not the mentions of a value.
    pub list: Option<List>,
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
            list,
            everywhere,
            narrowed,
            links,
            on,
        } = self;
        let s = sentences;
        let (over, one, many, note) = match list {
            None => ("mentions", "mention", "mentions", " Each line is one mention."),
            Some(List::Named(..)) => ("mentions", "mention", "mentions", ""),
            Some(List::Quotations(_, Quoting::By)) => ("quotations by", "quotation", "quotations", ""),
            Some(List::Quotations(_, Quoting::About)) => ("quotations about", "quotation", "quotations", ""),
            Some(List::Doubts) => (
                "for review",
                "reading",
                "readings",
                " What these were read by is wrong more often than the rest.",
            ),
        };
        let whole = *everywhere || matches!(list, Some(List::Quotations(..)));
        let scope = match (*narrowed && !whole, &s.key) {
            (true, None) => ", under the current search and filters",
            // As its group counts.
            (true, _) => ", under the current search and the filters of other groups",
            _ => "",
        };
        let mentions = format::count(s.mentions, one, many);
        let counted = match list {
            Some(List::Named(_, called)) => html! { <>{ format!("{mentions} as “") }{ name(called) }{ "”" }</> },
            _ => {
                let articles = format::count(s.articles, "article", "articles");
                html! { { format!("{mentions} in {articles}{scope}.{note}") } }
            }
        };
        let shown = s.lines.len() as u32;
        let mut lines: Vec<&Sentence> = s.lines.iter().collect();
        // What is to be judged comes together, whatever the article.
        let review = matches!(list, Some(List::Doubts));
        if review {
            sort_by(&mut lines, |a, b| a.key.cmp(&b.key));
        }
        let same = |a: &&Sentence, b: &&Sentence| if review { a.key == b.key } else { a.id == b.id };
        let own = s.key.as_ref();
        let body = html! {
            <>
                <p class="counted">{ counted }</p>
                if let Some(key) = own {
                    <p>{ to_card(key, "", html! { "Names, countries and articles" }, links, on) }</p>
                }
                { for lines.chunk_by(same).map(|lines| group(lines, own, list.as_ref(), links, on)) }
                if shown < s.mentions {
                    <div class="more">
                        <p>{ format!("{} of {} shown", format::number(shown), format::number(s.mentions)) }</p>
                        { button("button", press(on, Action::ShowMoreSentences), "Show more") }
                    </div>
                }
            </>
        };
        match own {
            Some(key) => {
                let over = format!("{} · {over}", format::kind_name(key.kind));
                panel(&s.name, &over, key.kind, body, on)
            }
            None => panel("Doubtful readings", over, EntityKind::Region, body, on),
        }
    }
}

/// The sentences of one article or, for review, of one entity, with the way to say that it is right; `lines` is never empty.
fn group(
    lines: &[&Sentence],
    own: Option<&EntityKey>,
    list: Option<&List>,
    links: &Links,
    on: &Callback<Action>,
) -> Html {
    let Some(first) = lines.first() else { return html! {} };
    let (href, open, title, below) = match &first.key {
        Some(key) if matches!(list, Some(List::Doubts)) => {
            let keep = press(on, Action::Correct(["keep ", &word(key)].concat()));
            let below = html! {
                <p class="meta">
                    <span>{ format::kind_name(key.kind) }</span>
                    { button("text-button", keep, "It is right") }
                </p>
            };
            (links.card(key), Action::OpenCard(key.clone()), &first.name, below)
        }
        _ => (
            links.article(&first.id),
            Action::OpenArticle(first.id.clone()),
            &first.title,
            meta(&first.outlet, first.date, ""),
        ),
    };
    html! {
        <section class="sentences">
            <h3 dir="auto"><a {href} onclick={follow(on, open)}>{ clip(title, HEADLINE) }</a></h3>
            { below }
            <ol>{ for lines.iter().map(|one| line(one, own, list, links, on, html! {})) }</ol>
        </section>
    }
}
