//! Everything known about one entity.

use dateline_corpus::{EntityKey, Filters, Group, Pick};
use dateline_engine::question::Quoting;
use dateline_engine::view::{Card, CountryFigure, Member};
use yew::prelude::*;

use crate::components::correct::Correct;
use crate::components::days::days;
use crate::components::hit::hit_item;
use crate::components::link::{button, labelled, press, to_card};
use crate::components::panel::panel;
use crate::components::pieces::{name, times};
use crate::components::quotations::quoted;
use crate::format;
use crate::pane::{Own, Pane, keyed};
use crate::route::Links;
use crate::shared::Shared;
use crate::state::{Action, Articles, List};

/// The card of an entity, over the whole corpus.
#[derive(PartialEq)]
pub struct CardPanel {
    /// The card.
    pub card: Shared<Card>,
    /// What was put right about it, and how to put more right.
    pub correct: Correct,
    /// The filters in force.
    pub filters: Filters,
    /// Addresses.
    pub links: Links,
    /// Where actions go.
    pub on: Callback<Action>,
}

/// Names and articles that are shown at once; the counts beside them say how many there are.
const SHOWN: usize = 20;
/// Of what it appears with.
const OTHERS: usize = 10;

impl Pane for CardPanel {
    type Kept = ();
    const NAME: &'static str = "card";

    fn draw(&self, _own: &Own<()>) -> Html {
        let Self {
            card,
            correct,
            filters,
            links,
            on,
        } = self;
        let key = &card.key;
        let body = html! {
            <>
                { actions(card, filters, on) }
                // What was typed about another entity does not stay.
                { keyed(key.to_string().into(), correct.clone()) }
                <section aria-labelledby="card-names">
                    <h3 id="card-names">{ if card.names.len() == 1 { "Name used" } else { "Names used" } }</h3>
                    { folded(names(card, on), SHOWN) }
                </section>
                { days(key, &card.timeline, on) }
                { tally("card-with", "Appears with", &card.companions, card, links, on) }
                { tally("card-where", "In countries", &countries(card), card, links, on) }
                { tally("card-places", "In places", &card.places, card, links, on) }
                { quoted(&card.said, Quoting::By, links, on) }
                { quoted(&card.told, Quoting::About, links, on) }
                <section aria-labelledby="card-articles">
                    <h3 id="card-articles">{ "In " }{ format::count(card.article_count, "article") }</h3>
                    <ol class="hits small">
                        { for card.articles.iter().take(SHOWN).map(|hit| hit_item(hit, None, links, on)) }
                    </ol>
                    if card.article_count > SHOWN as u32 {
                        { button(
                            "text-button",
                            press(on, Action::ShowOnly(pick(key))),
                            format!("Show all {}", format::number(card.article_count)),
                        ) }
                    }
                </section>
            </>
        };
        panel(&card.name, format::kind_name(key.kind), key.kind, body, on)
    }
}

/// Names, each with a way to the mentions that it was counted from.
fn names(card: &Card, on: &Callback<Action>) -> Vec<Html> {
    let row = |(used, n): &(String, u32)| {
        let show = press(on, Action::OpenList(List::Named(card.key.clone(), used.clone())));
        html! {
            <li>
                <span class="tally-name">{ name(used) }</span>
                { shown(used, &format::count(*n, "mention"), show, times(*n)) }
            </li>
        }
    };
    card.names.iter().map(row).collect()
}

/// The first rows, and the rest where they are asked for.
fn folded(mut rows: Vec<Html>, shown: usize) -> Html {
    let rest = rows.split_off(shown.min(rows.len()));
    html! {
        <>
            <ul class="tally">{ for rows }</ul>
            if !rest.is_empty() {
                <details>
                    <summary>{ format!("and {} more", rest.len()) }</summary>
                    <ul class="tally">{ for rest }</ul>
                </details>
            }
        </>
    }
}

/// A count of what a name is told for, and the way to what it was counted from.
fn shown(of: &str, count: &str, onclick: Callback<MouseEvent>, drawn: Html) -> Html {
    let label = format!("{}: {count}, show them", format::plain(of));
    labelled("tally-count", label, "Show them", onclick, drawn)
}

fn actions(card: &Card, filters: &Filters, on: &Callback<Action>) -> Html {
    let group = Group::of(card.key.kind);
    let standing = filters.standing(group, &card.key.slug);
    let pick = |class: &'static str, label: &'static str, exclude| {
        let action = Action::Toggle(Pick {
            exclude,
            ..pick(&card.key)
        });
        html! {
            <button type="button" {class} aria-pressed={(standing == Some(exclude)).to_string()}
                onclick={press(on, action)}>{ label }</button>
        }
    };
    html! {
        <div class="card-actions">
            { pick("button primary", "Filter by this", false) }
            { pick("button", "Exclude", true) }
            { button(
                "button",
                press(on, Action::OpenList(List::Mentions(Articles::All, card.key.clone(), None))),
                format::count(card.mentions, "mention"),
            ) }
            if may_doubt(card) {
                { button(
                    "button",
                    press(on, Action::OpenList(List::Doubts(Some(card.key.clone())))),
                    match card.doubts {
                        0 => "Doubtful readings".to_owned(),
                        doubts => format::count(doubts, "doubtful reading"),
                    },
                ) }
            }
        </div>
    }
}

/// Whether mentions may be doubtful. Of a corpus in parts they are not counted where more articles mention it than a card lists.
pub fn may_doubt(card: &Card) -> bool {
    card.doubts > 0 || cfg!(feature = "parts") && card.article_count as usize > card.articles.len()
}

/// The articles that a count of a card was counted from, whatever the list is narrowed to now.
fn pick(key: &EntityKey) -> Pick {
    Pick {
        group: Group::of(key.kind),
        key: key.slug.clone(),
        exclude: false,
    }
}

/// The countries named in the same articles.
fn countries(card: &Card) -> Vec<Member> {
    let others = card.countries.iter().filter(|c| Some(c.code) != card.key.as_country());
    let companion = |c: &CountryFigure| Member {
        key: EntityKey::country(c.code),
        name: c.name.clone(),
        articles: c.articles,
    };
    others.map(companion).collect()
}

/// What is named in the same articles, each with a way to its mentions and the card's there; nothing where there is none.
fn tally(id: &'static str, title: &str, others: &[Member], card: &Card, links: &Links, on: &Callback<Action>) -> Html {
    if others.is_empty() {
        return html! {};
    }
    let row = |other: &Member| {
        let list = List::Mentions(Articles::All, card.key.clone(), Some(other.key.clone()));
        let show = press(on, Action::OpenList(list));
        let count = format::count(other.articles, "article");
        html! {
            <li>
                { to_card(&other.key, "tally-name", name(&other.name), links, on) }
                { shown(&other.name, &count, show, html! { { &count } }) }
            </li>
        }
    };
    let rows: Vec<Html> = others.iter().map(row).collect();
    html! {
        <section aria-labelledby={id}>
            <h3 {id}>{ title.to_owned() }</h3>
            { folded(rows, OTHERS) }
        </section>
    }
}
