//! The small map of an article or a card: the countries it mentions, and nothing to operate.

use std::rc::Rc;

use dateline_corpus::EntityKey;
use dateline_corpus::text::join;
use dateline_engine::view::{CountryFigure, CountryShape, PlaceFigure, WorldView};
use web_sys::Element;
use yew::prelude::*;

use crate::format::{self, whole};
use crate::pane::{Own, Pane};
use crate::state::Action;

/// Width over height of the frame; the stylesheet has the same.
const ASPECT: f32 = 16.0 / 9.0;

/// The narrowest view, in shares of the world's width: a city state is shown with its region.
const NARROWEST: f32 = 1.0 / 10.0;

/// A picture with its countries as its text.
#[derive(PartialEq)]
pub struct MiniMap {
    /// The shapes; `None` until they are there. Their room is kept.
    pub world: Option<Rc<WorldView>>,
    /// The countries mentioned.
    pub countries: Rc<Vec<CountryFigure>>,
    /// The places mentioned.
    pub places: Rc<Vec<PlaceFigure>>,
    /// Where actions go: a click on a country shows its card, as its name in the text does.
    pub on: Callback<Action>,
}

/// Left, top, width and height in map units.
type Box4 = (f32, f32, f32, f32);

impl Pane for MiniMap {
    type Kept = ();
    const NAME: &'static str = "mini";

    fn draw(&self, _own: &Own<()>) -> Html {
        let Self {
            world,
            countries,
            places,
            on,
        } = self;
        let Some(world) = world else {
            return html! { <div class="mini-map" aria-hidden="true"></div> };
        };
        if countries.is_empty() && places.is_empty() {
            return html! {};
        }
        let mentioned = |shape: &CountryShape| countries.iter().any(|c| c.code == shape.code);
        let view = view(world, mentioned, places);
        let unit = view.2 / 300.0; // The frame is about 300 CSS pixels wide.
        let onclick = {
            let (on, countries) = (on.clone(), countries.clone());
            Callback::from(move |event: MouseEvent| {
                let code = event
                    .target_dyn_into::<Element>()
                    .and_then(|e| e.closest("[data-country]").ok().flatten())
                    .and_then(|e| e.get_attribute("data-country"));
                if let Some(country) = countries.iter().find(|c| Some(c.code.as_str()) == code.as_deref()) {
                    on.emit(Action::OpenCard(EntityKey::country(country.code)));
                }
            })
        };
        let names: Vec<&str> = countries.iter().map(|c| c.name.as_str()).collect();
        let label = match names.as_slice() {
            [] => "Map of the places mentioned".to_owned(),
            names => format!("Map: {}", join(names, ", ")),
        };
        let shapes = world
            .countries
            .iter()
            .filter(|shape| !shape.path.is_empty() && overlaps(shape, view));
        let dot = |(x, y): (f32, f32), class: &'static str, radius: f32| {
            html! { <circle {class} cx={whole(x)} cy={whole(y)} r={whole(unit * radius)} /> }
        };
        let specks = world
            .countries
            .iter()
            .filter(|shape| mentioned(shape) && shape.extent < unit * 6.0);
        html! {
            <div class="mini-map">
                <svg role="img" aria-label={format::plain(&label)} {onclick}
                    viewBox={join(&[view.0, view.1, view.2, view.3].map(whole), " ")}>
                    <path class="map-sea" d={world.sphere.clone()} />
                    { for shapes.map(|shape| {
                        let class = if mentioned(shape) { "land shade-4" } else { "land shade-0" };
                        let code = mentioned(shape).then(|| shape.code.as_str().to_owned());
                        html! { <path key={shape.code.as_str().to_owned()} class={format!("{class} land-shape")} data-country={code} d={format!("{}{}", shape.path, shape.far)} /> }
                    }) }
                    { for specks.map(|shape| dot(shape.marker, "land-dot", 4.0)) }
                    { for places.iter().map(|place| dot(place.xy, "place-dot", 3.0)) }
                </svg>
            </div>
        }
    }
}

/// The part of the world that holds everything mentioned, with a margin of an eighth, in the frame's shape.
fn view(world: &WorldView, mentioned: impl Fn(&CountryShape) -> bool, places: &[PlaceFigure]) -> Box4 {
    let countries = world.countries.iter().filter(|s| mentioned(s)).map(|s| s.bounds);
    let points = places.iter().map(|p| (p.xy.0, p.xy.1, p.xy.0, p.xy.1));
    let whole = (0.0, 0.0, world.width, world.height);
    let all = countries
        .chain(points)
        .reduce(|a, b| (a.0.min(b.0), a.1.min(b.1), a.2.max(b.2), a.3.max(b.3)));
    let (left, top, right, bottom) = all.unwrap_or(whole);
    let width = (right - left).max((bottom - top) * ASPECT).max(world.width * NARROWEST) * 1.25;
    let width = width.min(world.width);
    let height = width / ASPECT;
    // The frame is taller than the world: the whole of it stands in the middle.
    let place = |middle: f32, size: f32, limit: f32| match size < limit {
        true => (middle - size / 2.0).clamp(0.0, limit - size),
        false => (limit - size) / 2.0,
    };
    let (x, y) = ((left + right) / 2.0, (top + bottom) / 2.0);
    (
        place(x, width, world.width),
        place(y, height, world.height),
        width,
        height,
    )
}

fn overlaps(shape: &CountryShape, (left, top, width, height): Box4) -> bool {
    let (west, north, east, south) = shape.bounds;
    west < left + width && east > left && north < top + height && south > top
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world() -> WorldView {
        WorldView {
            width: 36_000.0,
            height: 17_522.0,
            sphere: String::new(),
            graticule: String::new(),
            countries: Vec::new(),
            note: String::new(),
        }
    }

    fn shape(bounds: (f32, f32, f32, f32)) -> CountryShape {
        let code = dateline_corpus::CountryCode::parse("AA").unwrap();
        CountryShape {
            code,
            name: "A".into(),
            path: String::new(),
            far: String::new(),
            marker: (bounds.0, bounds.1),
            extent: 1.0,
            bounds,
        }
    }

    #[test]
    fn what_is_mentioned_lies_inside_with_its_surroundings() {
        for bounds in [
            (30_000.0, 4_000.0, 31_000.0, 5_000.0),
            (35_990.0, 10.0, 36_000.0, 20.0),
            (0.0, 0.0, 36_000.0, 9_000.0),
            (18_000.0, 0.0, 18_500.0, 17_522.0),
        ] {
            let world = WorldView {
                countries: vec![shape(bounds)],
                ..world()
            };
            let (left, top, width, height) = view(&world, |_| true, &[]);
            assert!(left <= bounds.0 && left + width >= bounds.2, "{bounds:?}");
            assert!(top <= bounds.1 && top + height >= bounds.3, "{bounds:?}");
            assert!(width >= world.width * NARROWEST && (width / height - ASPECT).abs() < 0.01);
        }
    }
}
