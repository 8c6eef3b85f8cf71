//! What a count was counted from: every mention or quotation in its sentence; and what is doubtful, for review.

use dateline_corpus::corrections::{Written, word};
use dateline_corpus::{EntityKey, EntityKind};
use dateline_engine::question::{Ask, Quoting, Scope};
use dateline_engine::view::{Sentence, Sentences};
use yew::prelude::*;

use crate::asks::UNDATED;
use crate::components::hit::meta;
use crate::components::line::{Lines, line};
use crate::components::link::{button, button_of, follow, press, to_card};
use crate::components::panel::panel;
use crate::components::pieces::{HEADLINE, name};
use crate::format::{self, clip};
use crate::pane::{Own, Pane};
use crate::route::Links;
use crate::shared::Shared;
use crate::state::Action;

/// The sentences, article by article.
#[derive(PartialEq)]
pub struct SentencesPanel {
    /// What they are the answer to.
    pub ask: Ask,
    /// The sentences.
    pub sentences: Shared<Sentences>,
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
            ask,
            sentences,
            links,
            on,
        } = self;
        let s = sentences;
        let (over, one, of) = match ask {
            Ask::Quotations { quoting, .. } => match quoting {
                Quoting::By => ("quotations by", "quotation", Lines::Quotations),
                Quoting::About => ("quotations about", "quotation", Lines::Quotations),
            },
            Ask::Doubts { .. } => ("For review", "doubtful reading", Lines::Doubts),
            Ask::Sentences { with: Some(_), .. } => ("Together", "mention", Lines::Both),
            _ => ("mentions", "mention", Lines::Mentions),
        };
        let under = match ask {
            Ask::Sentences { scope, .. } | Ask::Doubts { scope, .. } => under(scope, s.key.is_some()),
            _ => String::new(),
        };
        let mentions = format::count(s.mentions, one);
        let counted = match ask {
            Ask::Named { called, .. } => html! { <>{ format!("{mentions} as “") }{ name(called) }{ "”" }</> },
            _ if s.mentions == 0 => html! { { format!("There are no {one}s here{under}.") } },
            _ => {
                let articles = format::count(s.articles, "article");
                let note = match of {
                    Lines::Mentions => ". Each line is one mention.",
                    Lines::Both => ". Both are named in each.",
                    Lines::Quotations => ".",
                    Lines::Doubts => ". What these were read by is wrong more often than the rest.",
                };
                html! { { format!("{mentions} in {articles}{under}{note}") } }
            }
        };
        let shown = s.lines.len() as u32;
        // What is to be judged comes together, whatever the article.
        let review = of == Lines::Doubts;
        let same = |a: &Sentence, b: &Sentence| if review { a.key == b.key } else { a.id == b.id };
        let own = s.key.as_ref();
        let drawn = |(at, lines): (usize, &[Sentence])| {
            let readings = s.groups.get(at).map(|n| (*n, !under.is_empty()));
            group(lines, readings, own, of, links, on)
        };
        let body = html! {
            <>
                <p class="counted">{ counted }</p>
                if let Some(key) = own {
                    <p>{ to_card(key, "", html! { "Names, countries and articles" }, links, on) }</p>
                }
                // A list of its own, so that each stays where it is when another goes.
                { s.lines.chunk_by(same).enumerate().map(drawn).collect::<Html>() }
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
            None => {
                let title = if review { "Doubtful readings" } else { &s.name };
                panel(title, over, EntityKind::Region, body, on)
            }
        }
    }
}

/// Which articles the sentences are from, where it is not all; `own` tells whether they are of one value.
fn under(Scope { query, filters }: &Scope, own: bool) -> String {
    let days = format::days(filters.from, filters.to);
    match (query.as_str(), filters.picks.is_empty(), filters.is_empty()) {
        ("", _, true) => String::new(),
        (UNDATED, _, true) => " without a date".to_owned(),
        ("", true, _) => [", ", &days].concat(),
        // As its group counts.
        _ if own => ", under the current search and the filters of other groups".to_owned(),
        _ => ", under the current search and filters".to_owned(),
    }
}

/// The sentences of one article or, for review, of one entity, of which there are so many (and more where the list is narrowed),
/// with the ways to judge them; `lines` is never empty.
fn group(
    lines: &[Sentence],
    review: Option<(u32, bool)>,
    own: Option<&EntityKey>,
    kind: Lines,
    links: &Links,
    on: &Callback<Action>,
) -> Html {
    let Some(first) = lines.first() else { return html! {} };
    let (href, open, title, below) = match (&first.key, review) {
        (Some(key), Some((of, narrowed))) => {
            let keep = press(on, Action::Correct(["keep ", &word(key)].concat()));
            // It settles what is not seen here too.
            let right = match (narrowed, of) {
                (true, _) => "It is right everywhere".to_owned(),
                (_, of) if of > lines.len() as u32 => format!("All {} are right", format::number(of)),
                _ => "It is right".to_owned(),
            };
            let below = html! {
                <p class="meta">
                    <span>{ format::kind_name(key.kind) }</span>
                    <span>{ format::count(of, "reading") }</span>
                    { button_of("text-button", keep, &right, &first.name) }
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
    // By key, so that a button stays that of its group when another goes.
    html! {
        <section class="sentences" key={href.clone()}>
            <h3 dir="auto"><a {href} onclick={follow(on, open)}>{ clip(title, HEADLINE) }</a></h3>
            { below }
            <ol>{ for lines.iter().map(|one| line(one, own, kind, links, on, correct(one, review.is_some(), on))) }</ol>
        </section>
    }
}

/// What corrects a reading that is reviewed.
fn correct(line: &Sentence, review: bool, on: &Callback<Action>) -> Html {
    let Some(key) = line.key.as_ref().filter(|_| review) else {
        return html! {};
    };
    let marked = line.pieces.iter().filter(|piece| piece.matched);
    let written = Written {
        name: marked.map(|piece| piece.text.as_str()).collect(),
        article: line.id.clone(),
        at: Some(line.at),
    };
    let open = press(on, Action::OpenMention(key.clone(), written, true));
    html! { <p>{ button_of("text-button", open, "Correct…", &line.title) }</p> }
}
