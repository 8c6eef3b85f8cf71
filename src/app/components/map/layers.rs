//! What the map is made of, from the sea up: the globe, the countries, the places.

use std::rc::Rc;

use dateline_engine::view::PlaceFigure;
use yew::prelude::*;

use super::lands::{Land, figures};
use super::sites::{Dot, Target};
use crate::format::{self, whole};
use crate::gradual::Gradual;
use crate::pane::{Own, Pane, keyed};

/// The sea and its grid.
#[derive(PartialEq)]
pub struct Globe {
    /// The outline of the globe.
    pub sphere: AttrValue,
    /// Its grid.
    pub graticule: AttrValue,
}

impl Pane for Globe {
    type Kept = ();
    const NAME: &'static str = "globe";

    fn draw(&self, _own: &Own<()>) -> Html {
        html! {
            <g aria-hidden="true">
                <path class="map-sea" d={self.sphere.clone()} />
                <path class="map-grid" d={self.graticule.clone()} />
            </g>
        }
    }
}

/// Every country; those with articles are buttons.
#[derive(PartialEq)]
pub struct Countries {
    /// The countries, in the order they are drawn.
    pub lands: Rc<Vec<Land>>,
    /// Their targets, one each.
    pub targets: Rc<Vec<Option<Target>>>,
    /// The key of the one country that the Tab key stops at.
    pub stop: Option<AttrValue>,
}

/// Countries drawn in one task: a few milliseconds of it on a phone.
const STEP: usize = 30;

impl Pane for Countries {
    type Kept = Gradual;
    const NAME: &'static str = "countries";

    fn draw(&self, own: &Own<Gradual>) -> Html {
        draw(self, own.with(|kept| kept.now(self.lands.len(), STEP)))
    }

    fn drawn(&self, own: &Own<Gradual>) {
        Gradual::go_on(own, self.lands.len(), STEP);
    }
}

fn draw(Countries { lands, targets, stop }: &Countries, drawn: usize) -> Html {
    let country = |(land, target): (&Land, &Option<Target>)| {
        let country = Country {
            land: land.clone(),
            target: target.clone(),
            stop: stop.as_deref() == Some(land.code.as_str()),
        };
        keyed(land.code.as_str().into(), country)
    };
    // Apart from their countries: a country's box is where it is looked for, and must not span the world.
    let far = lands.iter().filter(|land| !land.far.is_empty()).map(|land| {
        let code = land.code.as_str().to_owned();
        html! {
            <g key={format!("far-{code}")} class={class(land)} aria-hidden="true">
                <path class="land-shape" data-part={code} d={land.far.clone()} />
            </g>
        }
    });
    html! {
        <g role="group" aria-label="Countries" class="map-countries" aria-busy={(drawn < lands.len()).then_some("true")}>
            { for far }
            { for lands.iter().zip(targets.iter()).take(drawn).map(country) }
        </g>
    }
}

fn class(land: &Land) -> Classes {
    let state = match land.standing {
        Some(false) => Some("picked"),
        Some(true) => Some("excluded"),
        None => None,
    };
    classes!(
        "land",
        format!("shade-{}", land.shade),
        state,
        land.is_live().then_some("live")
    )
}

/// A pane of its own, so that a move of the map that changes no target redraws no country.
#[derive(PartialEq)]
struct Country {
    land: Land,
    target: Option<Target>,
    stop: bool,
}

impl Pane for Country {
    type Kept = ();
    const NAME: &'static str = "country";

    fn draw(&self, _own: &Own<()>) -> Html {
        draw_country(self)
    }
}

fn draw_country(Country { land, target, stop }: &Country) -> Html {
    let class = class(land);
    let (x, y) = (whole(land.marker.0), whole(land.marker.1));
    let drawing = html! {
        <>
            <path class="land-shape" d={land.path.clone()} />
            if let Some(target) = target {
                <path class="land-target" d={target.path.clone()} />
                <circle class="land-ring" cx={x.clone()} cy={y.clone()} r={whole(target.ring)} />
                if let Some(radius) = target.dot {
                    <circle class="land-dot" cx={x} cy={y} r={whole(radius.max(1.0))} />
                }
            }
        </>
    };
    let code = land.code.as_str().to_owned();
    let (articles, mentions) = (land.articles.to_string(), land.mentions.to_string());
    if land.is_live() {
        html! {
            <g {class} role="button" tabindex={if *stop { "0" } else { "-1" }}
                aria-label={format::plain(&land.label())} aria-pressed={(!land.opens).then(|| (land.standing == Some(false)).to_string())}
                data-country={code} data-articles={articles} data-mentions={mentions}>
                { drawing }
            </g>
        }
    } else {
        html! {
            <g {class} aria-hidden="true" data-country={code} data-articles={articles} data-mentions={mentions}>
                { drawing }
            </g>
        }
    }
}

/// Places below country level; those with room for a target are buttons that show their card.
#[derive(PartialEq)]
pub struct Places {
    /// The places drawn.
    pub places: Rc<Vec<PlaceFigure>>,
    /// Their dots, one each.
    pub dots: Rc<Vec<Dot>>,
    /// The slug of the one place that the Tab key stops at.
    pub stop: Option<AttrValue>,
}

impl Pane for Places {
    type Kept = ();
    const NAME: &'static str = "places";

    fn draw(&self, _own: &Own<()>) -> Html {
        draw_places(self)
    }
}

fn draw_places(Places { places, dots, stop }: &Places) -> Html {
    if places.is_empty() {
        return html! {};
    }
    let place = |(place, dot): (&PlaceFigure, &Dot)| {
        let (x, y) = (whole(place.xy.0), whole(place.xy.1));
        let circle = html! { <circle class="place-dot" cx={x} cy={y} r={whole(dot.radius.max(1.0))} /> };
        match &dot.target {
            None => html! { <g key={place.key.slug.clone()} class="place" aria-hidden="true">{ circle }</g> },
            Some(target) => html! {
                <g key={place.key.slug.clone()} class="place live" role="button"
                    tabindex={if stop.as_deref() == Some(place.key.slug.as_str()) { "0" } else { "-1" }}
                    aria-label={format::plain(&place_label(place))}
                    data-place={place.key.slug.clone()} data-place-articles={place.articles.to_string()}>
                    <path class="land-target" d={target.clone()} />
                    { circle }
                </g>
            },
        }
    };
    html! {
        <g role="group" aria-label="Places" class="map-places">{ for places.iter().zip(dots.iter()).map(place) }</g>
    }
}

/// `Seoul: 3 articles, 8 mentions`.
fn place_label(place: &PlaceFigure) -> String {
    format!("{}: {}", place.name, figures(place.articles, place.mentions))
}
