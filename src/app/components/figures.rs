//! The map and the timeline beside the list.

use std::rc::Rc;

use dateline_corpus::Filters;
use dateline_engine::view::{CountryFigure, PlaceFigure, Timeline as Days, Together, WorldView};
use yew::prelude::*;

use crate::components::link::{button, press};
use crate::components::map::MapPanel;
use crate::components::timeline::Timeline;
use crate::format;
use crate::pane::pane;
use crate::route::Links;
use crate::shared::Shared;
use crate::state::{Action, List, MapSetting};

/// What [`figures`] draws.
pub struct Overview {
    /// The shapes; `None` until they are there. Their room is kept.
    pub world: Option<Rc<WorldView>>,
    /// Countries mentioned.
    pub countries: Rc<Vec<CountryFigure>>,
    /// Places mentioned.
    pub places: Rc<Vec<PlaceFigure>>,
    /// Articles over time; `None` until it is its turn.
    pub timeline: Option<Rc<Days>>,
    /// The filters in force.
    pub filters: Rc<Filters>,
    /// Who appears with whom; `None` until it is known.
    pub together: Option<Shared<Together>>,
    /// Doubtful mentions in the articles of the list.
    pub doubts: u32,
    /// Addresses.
    pub links: Links,
    /// The map's settings.
    pub setting: MapSetting,
    /// Where actions go.
    pub on: Callback<Action>,
}

/// Where and when the articles of the list play.
pub fn figures(props: &Overview) -> Html {
    let Overview {
        world,
        countries,
        places,
        timeline,
        filters,
        together,
        doubts,
        links,
        setting,
        on,
    } = props;
    let map = MapPanel {
        world: world.clone(),
        countries: countries.clone(),
        places: places.clone(),
        filters: filters.clone(),
        together: together.clone(),
        links: links.clone(),
        setting: *setting,
        on: on.clone(),
    };
    let timeline = timeline.as_ref().map(|timeline| Timeline {
        timeline: timeline.clone(),
        filters: filters.clone(),
        on: on.clone(),
    });
    html! {
        <section class="overview" aria-labelledby="overview-title">
            <h2 id="overview-title" class="visually-hidden" tabindex="-1">{ "Map and timeline" }</h2>
            <div class="map-room">
                { pane(map) }
            </div>
            <div class="timeline-room">
                { timeline.map_or_else(Html::default, pane) }
            </div>
            if *doubts > 0 {
                <p class="review">
                    { button(
                        "text-button",
                        press(on, Action::OpenList(List::Doubts(None))),
                        format!("Review {}", format::count(*doubts, "doubtful reading")),
                    ) }
                </p>
            }
        </section>
    }
}
