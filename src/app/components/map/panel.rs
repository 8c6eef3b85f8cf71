//! The map or its table, what they count, and which borders are drawn.

use std::rc::Rc;

use dateline_corpus::Filters;
use dateline_engine::view::{CountryFigure, PlaceFigure, WorldView};
use yew::prelude::*;

use super::chart::Chart;
use super::lands::shades;
use super::legend::legend;
use super::table::Table;
use crate::pane::{Own, Pane, pane};
use crate::state::{Action, MapForm, MapSetting, Measure};

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
            setting,
            on,
        } = self;
        let MapSetting { measure, form, camera } = *setting;
        let measures = [(Measure::Articles, "Articles"), (Measure::Mentions, "Mentions")];
        let forms = [(MapForm::Map, "Map"), (MapForm::Table, "Table")];
        html! {
            <div class="map">
                <div class="map-head">
                    { switch("map-measure", "Count", measures.map(|(m, name)| (name, m == measure, on.reform(move |_| Action::SetMeasure(m))))) }
                    { switch("map-form", "Show as", forms.map(|(f, name)| (name, f == form, on.reform(move |_| Action::SetMapForm(f))))) }
                </div>
                { match (form, world) {
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
                    (MapForm::Map, None) => html! { <div class="map-frame waiting" aria-hidden="true"></div> },
                } }
                if form == MapForm::Map {
                    { legend(&shades(countries, measure), measure) }
                    <p id="map-keys" class="visually-hidden">
                        { "Arrow keys move between countries, Enter filters. Plus and minus zoom, 0 shows the whole world, Shift with an arrow moves the map." }
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
