//! What a count was counted from: every mention or quotation in its sentence; and what is doubtful, for review.

use dateline_corpus::{Doubt, EntityKey, EntityKind, How};
use dateline_engine::question::Quoting;
use dateline_engine::view::{Sentence, Sentences};
use yew::prelude::*;

use crate::components::hit::meta;
use crate::components::link::{follow, press};
use crate::components::panel::panel;
use crate::components::pieces::{HEADLINE, PASSAGE, name, pieces};
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
            Some(List::Quotations(_, Quoting::By)) => ("quotations by", "quotation", "quotations", ""),
            Some(List::Quotations(_, Quoting::About)) => ("quotations about", "quotation", "quotations", ""),
            Some(List::Doubts) => (
                "for review",
                "name",
                "names",
                " What these were read by is wrong more often than the rest.",
            ),
        };
        let whole = *everywhere || matches!(list, Some(List::Quotations(..)));
        let scope = if *narrowed && !whole {
            ", under the current search and filters"
        } else {
            ""
        };
        let counted = format!(
            "{} in {}{scope}.{note}",
            format::count(s.mentions, one, many),
            format::count(s.articles, "article", "articles"),
        );
        let shown = s.lines.len() as u32;
        let own = s.key.as_ref();
        let body = html! {
            <>
                <p class="counted">{ counted }</p>
                if let Some(key) = own {
                    <p><a href={links.card(key)} onclick={follow(on, Action::OpenCard(key.clone()))}>{ "Names, countries and articles" }</a></p>
                }
                { for s.lines.chunk_by(|a, b| a.id == b.id).map(|lines| article(lines, own, list.as_ref(), links, on)) }
                if shown < s.mentions {
                    <div class="more">
                        <p>{ format!("{} of {} shown", format::number(shown), format::number(s.mentions)) }</p>
                        <button type="button" class="button" onclick={press(on, Action::ShowMoreSentences)}>{ "Show more" }</button>
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

/// The sentences of one article; `lines` is never empty.
fn article(
    lines: &[Sentence],
    own: Option<&EntityKey>,
    list: Option<&List>,
    links: &Links,
    on: &Callback<Action>,
) -> Html {
    let Some(first) = lines.first() else { return html! {} };
    let open = follow(on, Action::OpenArticle(first.id.clone()));
    html! {
        <section class="sentences">
            <h3 dir="auto"><a href={links.article(&first.id)} onclick={open}>{ clip(&first.title, HEADLINE) }</a></h3>
            { meta(&first.outlet, first.date, "") }
            <ol>{ for lines.iter().map(|one| line(one, own, list, links, on, html! {})) }</ol>
        </section>
    }
}

/// A sentence and what is to be said of it; `own` is whose list it stands in.
pub fn line(
    line: &Sentence,
    own: Option<&EntityKey>,
    list: Option<&List>,
    links: &Links,
    on: &Callback<Action>,
    below: Html,
) -> Html {
    let named = match &line.key {
        Some(key) => html! {
            <a href={links.card(key)} onclick={follow(on, Action::OpenCard(key.clone()))}>{ name(&line.name) }</a>
        },
        None if line.name.is_empty() => html! { { "nobody named" } },
        None => name(&line.name),
    };
    let quotation = matches!(list, Some(List::Quotations(..))).then_some("quotation");
    let note = match list {
        None => how(line).map(|how| html! { { how } }),
        Some(List::Quotations(..)) => (line.key.as_ref() != own).then(|| html! { <>{ "said by " }{ named }</> }),
        Some(List::Doubts) => {
            let kind = line.key.as_ref().map_or("", |key| key.kind.word());
            let why = line.doubt.map_or("", reason);
            Some(html! { <>{ "taken for " }{ named }{ format!(", {kind}: {why}") }</> })
        }
    };
    html! {
        <li>
            <span class={classes!("sentence", quotation)} dir="auto">{ pieces(&line.pieces, PASSAGE) }</span>
            { note.map(|note| html! { <span class="how">{ note }</span> }) }
            { below }
        </li>
    }
}

/// How a country came to be meant, where it is not by its name.
fn how(line: &Sentence) -> Option<&'static str> {
    match line.how {
        _ if line.key.as_ref().is_none_or(|key| key.kind != EntityKind::Country) => None,
        How::Name => None,
        How::Demonym => Some("by its people"),
        How::Metonym => Some("by its capital or government"),
        How::Place => Some("by a place in it"),
    }
}

/// Why a mention may be something else.
pub fn reason(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Namesake => "another place of this name is nearly as likely",
        Doubt::Unplaced => "it may be no place",
        Doubt::Looks => "it only looks like a person’s name",
        Doubt::Surname => "two people here have this surname",
        Doubt::Capitals => "it may be no name, but a line in capitals",
        Doubt::Elsewhere => "named in full in few other articles only",
        Doubt::Spelling => "other articles spell it otherwise",
    }
}
