//! The map or its table, what they count, and which borders are drawn.

use std::rc::Rc;

use dateline_corpus::{EntityKey, Filters, Group};
use dateline_engine::view::{CountryFigure, PlaceFigure, Together, WorldView};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::chart::Chart;
use super::lands::shades;
use super::legend::legend;
use super::table::Table;
use super::together::TogetherPanel;
use crate::components::link::{button, press};
use crate::format;
use crate::pane::{Own, Pane, pane};
use crate::route::Links;
use crate::shared::Shared;
use crate::state::{Action, Articles, Circle, List, MapForm, MapSetting, Measure};

/// The map with its switches.
#[derive(PartialEq)]
pub struct MapPanel {
    /// The shapes; `None` until they are there. Their room is kept.
    pub world: Option<Rc<WorldView>>,
    /// Countries mentioned, most articles first.
    pub countries: Rc<Vec<CountryFigure>>,
    /// Places mentioned, most articles first.
    pub places: Rc<Vec<PlaceFigure>>,
    /// The filters in force.
    pub filters: Rc<Filters>,
    /// Who appears with whom; `None` until it is known.
    pub together: Option<Shared<Together>>,
    /// Addresses.
    pub links: Links,
    /// The map's settings.
    pub setting: MapSetting,
    /// Where actions go.
    pub on: Callback<Action>,
}

impl Pane for MapPanel {
    type Kept = ();
    const NAME: &'static str = "map";

    fn draw(&self, _own: &Own<()>) -> Html {
        let Self {
            world,
            countries,
            places,
            filters,
            together,
            links,
            setting,
            on,
        } = self;
        let MapSetting {
            measure,
            form,
            circle,
            camera,
        } = *setting;
        let measures = [(Measure::Articles, "Articles"), (Measure::Mentions, "Mentions")];
        let forms = [
            (MapForm::Map, "Map"),
            (MapForm::Table, "Table"),
            (MapForm::Together, "Together"),
        ];
        html! {
            <div class="map">
                <div class="map-head">
                    if form == MapForm::Together {
                        { whose(circle, on) }
                    } else {
                        { switch("map-measure", "Count", measures.map(|(m, name)| (name, m == measure, on.reform(move |_| Action::SetMeasure(m))))) }
                    }
                    { switch("map-form", "Show as", forms.map(|(f, name)| (name, f == form, on.reform(move |_| Action::SetMapForm(f))))) }
                </div>
                { match (form, world) {
                    (MapForm::Together, _) => match together {
                        Some(together) => pane(TogetherPanel { together: together.clone(), links: links.clone(), on: on.clone() }),
                        None => html! { <div class="map-frame" aria-hidden="true"></div> },
                    },
                    (MapForm::Table, _) => pane(Table {
                        countries: countries.clone(),
                        places: places.clone(),
                        filters: filters.clone(),
                        measure,
                        on: on.clone(),
                    }),
                    (MapForm::Map, Some(world)) => pane(Chart {
                        world: world.clone(),
                        countries: countries.clone(),
                        places: places.clone(),
                        filters: filters.clone(),
                        measure,
                        camera,
                        on: on.clone(),
                    }),
                    (MapForm::Map, None) => html! { <div class="map-frame" aria-hidden="true"></div> },
                } }
                if form == MapForm::Map {
                    { legend(&shades(countries, measure), measure) }
                    { picked(countries, filters, on) }
                    <p id="map-keys" class="visually-hidden">
                        { "Arrow keys move between countries, Enter filters by one, or shows the sentences where mentions are counted. Plus and minus zoom, 0 shows the whole world, Shift with an arrow moves the map." }
                    </p>
                    <details class="map-note">
                        <summary>{ "About this map" }</summary>
                        if let Some(world) = world { <p>{ &world.note }</p> }
                        <p>{ "Equal Earth projection: areas can be compared. Drag, pinch or hold Ctrl and turn the wheel to move and zoom; with the keyboard, arrows, +, − and 0." }</p>
                    </details>
                }
            </div>
        }
    }
}

/// The mentions of the countries that were picked on the map, whose tips and labels only tell how many there are.
fn picked(countries: &[CountryFigure], filters: &Filters, on: &Callback<Action>) -> Html {
    let is_picked = |c: &&CountryFigure| filters.standing(Group::Country, c.code.as_str()) == Some(false);
    let mentions = countries.iter().filter(is_picked).map(|c| {
        let said = format!("{}: {}", c.name, format::count(c.mentions, "mention"));
        let list = List::Mentions(Articles::Listed, EntityKey::country(c.code), None);
        button("text-button", press(on, Action::OpenList(list)), said)
    });
    html! { <p class="map-picked">{ for mentions }</p> }
}

/// Who appears with whom: of which kinds.
fn whose(now: Circle, on: &Callback<Action>) -> Html {
    const NAMES: [&str; Circle::ALL.len()] = [
        "People and organisations",
        "People",
        "Organisations",
        "Countries",
        "Places",
    ];
    let onchange = on.reform(|event: Event| {
        let chosen = event
            .target_dyn_into::<HtmlSelectElement>()
            .map(|select| select.value());
        let circle = Circle::ALL.into_iter().find(|c| chosen.as_deref() == Some(c.word()));
        Action::SetCircle(circle.unwrap_or_default())
    });
    html! {
        <select class="circle" aria-label="Who" {onchange}>
            { for Circle::ALL.into_iter().zip(NAMES).map(|(circle, name)| html! {
                <option key={name} value={circle.word()} selected={circle == now}>{ name }</option>
            }) }
        </select>
    }
}

/// A row of radio buttons, of which one is chosen.
fn switch<const N: usize>(
    name: &'static str,
    legend: &'static str,
    options: [(&'static str, bool, Callback<Event>); N],
) -> Html {
    html! {
        <fieldset class="map-switch">
            <legend class="visually-hidden">{ legend }</legend>
            { for options.into_iter().map(|(title, checked, onchange)| html! {
                <label key={title}><input type="radio" {name} {checked} {onchange} /><span>{ title }</span></label>
            }) }
        </fieldset>
    }
}
