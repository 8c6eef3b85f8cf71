//! Beside an open article: what is marked, where it plays, whom it names, what is related.

use std::rc::Rc;

use dateline_corpus::text::join;
use dateline_corpus::{EntityKind, Group};
use dateline_engine::view::{ArticleEntity, ArticleView, CountryFigure, PlaceFigure, WorldView};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::hit::hit_item;
use crate::components::link::{labelled, to_card};
use crate::components::map::MiniMap;
use crate::components::pieces::{name, times};
use crate::format;
use crate::pane::{Own, Pane, pane};
use crate::route::Links;
use crate::shared::Shared;
use crate::state::{Action, Marks};

/// The column.
#[derive(PartialEq)]
pub struct ArticleSide {
    /// The article.
    pub article: Shared<ArticleView>,
    /// Its countries.
    pub countries: Rc<Vec<CountryFigure>>,
    /// Its places.
    pub places: Rc<Vec<PlaceFigure>>,
    /// The shapes.
    pub world: Option<Rc<WorldView>>,
    /// What is marked.
    pub marks: Marks,
    /// Goes to the next mention of an entity, by its position in the article's list.
    pub on_find: Callback<u32>,
    /// Addresses.
    pub links: Links,
    /// Where actions go.
    pub on: Callback<Action>,
}

/// Groups in the order they are listed: who, then where.
const GROUPS: [Group; 4] = [Group::Person, Group::Organisation, Group::Country, Group::Place];

impl Pane for ArticleSide {
    type Kept = ();
    const NAME: &'static str = "side";

    fn draw(&self, _own: &Own<()>) -> Html {
        draw(self)
    }
}

fn draw(side: &ArticleSide) -> Html {
    let ArticleSide {
        article,
        countries,
        places,
        world,
        links,
        on,
        ..
    } = side;
    let map = MiniMap {
        world: world.clone(),
        countries: countries.clone(),
        places: places.clone(),
        on: on.clone(),
    };
    html! {
        <aside class="reader-side" aria-label="About this article">
            { switches(side) }
            if !countries.is_empty() {
                <section aria-labelledby="side-where">
                    <h2 id="side-where">{ "On the map" }</h2>
                    { focus(article) }
                    <div class="mini-map-room">{ pane(map) }</div>
                </section>
            }
            if !article.entities.is_empty() {
                <section aria-labelledby="side-names">
                    <h2 id="side-names">{ "What it names" }</h2>
                    { for GROUPS.into_iter().map(|group| named(group, side)) }
                </section>
            }
            if !article.related.is_empty() {
                <section aria-labelledby="side-related">
                    <h2 id="side-related">{ "Related" }</h2>
                    <ol class="hits small">
                        { for article.related.iter().map(|hit| hit_item(hit, None, links, on)) }
                    </ol>
                </section>
            }
        </aside>
    }
}

/// `Mainly about: North Korea, Japan`.
fn focus(article: &ArticleView) -> Html {
    let names: Vec<&str> = article
        .focus
        .iter()
        .filter_map(|code| article.countries.iter().find(|c| c.code == *code))
        .map(|country| country.name.as_str())
        .collect();
    if names.is_empty() {
        return html! {};
    }
    html! { <p class="focus">{ "Mainly about: " }<strong>{ join(&names, ", ") }</strong></p> }
}

/// What is marked in the text, each kind with its line and its count.
fn switches(side: &ArticleSide) -> Html {
    let ArticleSide { article, marks, on, .. } = side;
    let mentions = |group: Group| -> u32 { of(group, article).map(|(_, e)| e.mentions).sum() };
    let switch = |class: String,
                  label: &'static str,
                  times: u32,
                  checked: bool,
                  action: fn(bool, Group) -> Action,
                  group: Group| {
        html! {
            <label class="switch">
                <input type="checkbox" {checked} onchange={on.reform(move |event: Event| {
                    let on = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
                    action(on, group)
                })} />
                <span class={classes!("sample", class)}>{ label }</span>
                <span class="switch-count">{ format::number(times) }</span>
            </label>
        }
    };
    let kinds = GROUPS.into_iter().filter(|group| mentions(*group) > 0).map(|group| {
        let kind = kind(group);
        let flip = |on, group| Action::MarkKind(self::kind(group), on);
        switch(
            format!("mention of-{}", kind.word()),
            format::group_heading(group),
            mentions(group),
            marks.shows(kind),
            flip,
            group,
        )
    });
    html! {
        <fieldset class="switches">
            <legend>{ "Marked in the text" }</legend>
            if article.hits > 0 {
                { switch("match".into(), "Search words", article.hits, marks.hits, |on, _| Action::MarkHits(on), Group::Outlet) }
            }
            { for kinds }
        </fieldset>
    }
}

/// The kind that stands for a group in the marks.
fn kind(group: Group) -> EntityKind {
    EntityKind::ALL
        .into_iter()
        .find(|kind| Group::of(*kind) == group)
        .unwrap_or(EntityKind::Place)
}

fn of(group: Group, article: &ArticleView) -> impl Iterator<Item = (usize, &ArticleEntity)> {
    article
        .entities
        .iter()
        .enumerate()
        .filter(move |(_, entity)| Group::of(entity.key.kind) == group)
}

/// Names of a group listed at first; a long interview names hundreds.
const LISTED: usize = 40;

fn named(group: Group, side: &ArticleSide) -> Html {
    let ArticleSide {
        article,
        on_find,
        links,
        on,
        ..
    } = side;
    let total = of(group, article).count();
    if total == 0 {
        return html! {};
    }
    html! {
        <>
            <h3>{ format::group_heading(group) }</h3>
            <ul class="tally">
                { for of(group, article).take(LISTED).map(|(i, entity)| {
                    let find = on_find.reform(move |_: MouseEvent| i as u32);
                    let says = format!(
                        "{} of {}: go to the next", format::count(entity.mentions, "mention"), format::plain(&entity.name),
                    );
                    html! {
                        <li>
                            { to_card(&entity.key, "tally-name", name(&entity.name), links, on) }
                            { labelled("mentions-count", says.clone(), says, find, times(entity.mentions)) }
                        </li>
                    }
                }) }
            </ul>
            if total > LISTED { <p class="rest">{ format!("and {} more", total - LISTED) }</p> }
        </>
    }
}
