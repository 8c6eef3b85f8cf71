//! Everything known about one entity.

use dateline_corpus::{EntityKey, Filters, Group, Pick};
use dateline_engine::question::Quoting;
use dateline_engine::view::{Card, CountryFigure, Member};
use yew::prelude::*;

use crate::components::correct::Correct;
use crate::components::days::days;
use crate::components::hit::hit_item;
use crate::components::link::{follow, press};
use crate::components::panel::panel;
use crate::components::pieces::name;
use crate::components::quotations::quoted;
use crate::format;
use crate::pane::{Own, Pane, keyed};
use crate::route::Links;
use crate::shared::Shared;
use crate::state::{Action, List};

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
/// Countries: as many as the engine gives of people and places.
const COUNTRIES: usize = 10;

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
                    { names(card, card.names.iter().take(SHOWN), on) }
                    if let Some(left) = card.names.get(SHOWN..).filter(|left| !left.is_empty()) {
                        <details>
                            <summary>{ format!("and {} more", format::count(left.len() as u32, "name", "names")) }</summary>
                            { names(card, left.iter(), on) }
                        </details>
                    }
                </section>
                { days(key, &card.timeline, on) }
                { tally("card-with", "Appears with", &card.companions, card, links, on) }
                { tally("card-where", "In countries", &countries(card), card, links, on) }
                { tally("card-places", "In places", &card.places, card, links, on) }
                { quoted(&card.said, Quoting::By, links, on) }
                { quoted(&card.told, Quoting::About, links, on) }
                <section aria-labelledby="card-articles">
                    <h3 id="card-articles">{ "In " }{ format::count(card.article_count, "article", "articles") }</h3>
                    <ol class="hits small">
                        { for card.articles.iter().take(SHOWN).map(|hit| hit_item(hit, None, links, on)) }
                    </ol>
                    if card.article_count > SHOWN as u32 {
                        <button type="button" class="text-button" onclick={press(on, Action::ShowOnly(vec![pick(key)]))}>
                            { format!("Show all {}", format::number(card.article_count)) }
                        </button>
                    }
                </section>
            </>
        };
        panel(&card.name, format::kind_name(key.kind), key.kind, body, on)
    }
}

/// Names, each with a way to the mentions that it was counted from.
fn names<'c>(card: &Card, names: impl Iterator<Item = &'c (String, u32)>, on: &Callback<Action>) -> Html {
    html! {
        <ul class="tally">
            { for names.map(|(used, times)| {
                let show = press(on, Action::OpenList(List::Named(card.key.clone(), used.clone())));
                let label = format!("{}: {}, show them", format::plain(used), format::count(*times, "mention", "mentions"));
                html! {
                    <li>
                        <span class="tally-name">{ name(used) }</span>
                        <button type="button" class="tally-count" title="Show them" aria-label={label} onclick={show}>
                            { format!("{}×", format::number(*times)) }
                        </button>
                    </li>
                }
            }) }
        </ul>
    }
}

fn actions(card: &Card, filters: &Filters, on: &Callback<Action>) -> Html {
    let group = Group::of(card.key.kind);
    let standing = filters.standing(group, &card.key.slug);
    let pick = |exclude| {
        Action::Toggle(Pick {
            group,
            key: card.key.slug.clone(),
            exclude,
        })
    };
    html! {
        <div class="card-actions">
            <button type="button" class="button primary" aria-pressed={(standing == Some(false)).to_string()}
                onclick={press(on, pick(false))}>{ "Filter by this" }</button>
            <button type="button" class="button" aria-pressed={(standing == Some(true)).to_string()}
                onclick={press(on, pick(true))}>{ "Exclude" }</button>
            <button type="button" class="button" onclick={press(on, Action::OpenAllSentences(card.key.clone()))}>
                { format::count(card.mentions, "mention", "mentions") }
            </button>
        </div>
    }
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
    others.take(COUNTRIES).map(companion).collect()
}

/// What is named in the same articles, each with a way to these; nothing where there is none.
fn tally(id: &'static str, title: &str, others: &[Member], card: &Card, links: &Links, on: &Callback<Action>) -> Html {
    if others.is_empty() {
        return html! {};
    }
    html! {
        <section aria-labelledby={id}>
            <h3 {id}>{ title.to_owned() }</h3>
            <ul class="tally">
                { for others.iter().map(|other| {
                    let open = follow(on, Action::OpenCard(other.key.clone()));
                    let show = press(on, Action::ShowOnly(vec![pick(&card.key), pick(&other.key)]));
                    let count = format::count(other.articles, "article", "articles");
                    let label = format!("{}: {count}, show them", format::plain(&other.name));
                    html! {
                        <li>
                            <a class="tally-name" href={links.card(&other.key)} onclick={open}>{ name(&other.name) }</a>
                            <button type="button" class="tally-count" title="Show them" aria-label={label} onclick={show}>{ count }</button>
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}
