//! The map itself: how it is drawn from what was found.

use std::rc::Rc;

use dateline_corpus::Filters;
use dateline_engine::view::{CountryFigure, PlaceFigure, WorldView};
use yew::prelude::*;

use super::gesture::Gesture;
use super::lands::{Land, Paths, lands, paths};
use super::layers::{Countries, Globe, Places};
use super::scene::Scene;
use super::sites::{Dot, MOST_PLACES, Target, targets};
use super::things::Thing;
use super::view::{Frame, STEP};
use crate::components::link::labelled;
use crate::components::size::Size;
use crate::pane::{Made, Own, Pane, pane};
use crate::state::{Action, Camera, Measure};

/// The frame's size until it has been measured, in CSS pixels: a column of the page.
const USUAL: (f32, f32) = (700.0, 341.0);

/// A map that can be moved, zoomed, pointed at and pressed.
#[derive(PartialEq)]
pub struct Chart {
    /// The shapes.
    pub world: Rc<WorldView>,
    /// Countries mentioned.
    pub countries: Rc<Vec<CountryFigure>>,
    /// Places mentioned.
    pub places: Rc<Vec<PlaceFigure>>,
    /// The filters in force.
    pub filters: Rc<Filters>,
    /// What is counted.
    pub measure: Measure,
    /// Where the map looks; `None` for the whole world.
    pub camera: Option<Camera>,
    /// Where actions go.
    pub on: Callback<Action>,
}

/// Countries and what their figures were taken from.
type Figures = (Rc<WorldView>, Rc<Vec<CountryFigure>>, Rc<Filters>, Measure);
/// Countries, places and the map units to a pixel.
type Zoomed = (Rc<Vec<Land>>, Rc<Vec<PlaceFigure>>, f32);
/// What can be pressed.
type Sites = (Rc<Vec<Option<Target>>>, Rc<Vec<Dot>>);

/// What the map keeps.
#[derive(Default)]
pub struct Kept {
    pub size: Size,
    pub svg: NodeRef,
    pub gesture: Gesture,
    /// The camera last asked for.
    pub asked: Option<Camera>,
    /// While it moves, the camera is the map's own; the state hears of it when it rests.
    pub moving: Option<Camera>,
    /// What the pointer or the focus is on, and where, in shares of the frame.
    pub pointed: Option<(Thing, (f32, f32))>,
    /// Where the Tab key stops.
    pub stop: Option<Thing>,
    pub paths: Made<Rc<WorldView>, Rc<Vec<Paths>>>,
    pub lands: Made<Figures, Rc<Vec<Land>>>,
    pub places: Made<Rc<Vec<PlaceFigure>>, Rc<Vec<PlaceFigure>>>,
    pub sites: Made<Zoomed, Sites>,
}

impl Pane for Chart {
    type Kept = Kept;
    const NAME: &'static str = "chart";

    fn draw(&self, own: &Own<Kept>) -> Html {
        let scene = own.with(|kept| self.scene(kept, own));
        draw(self, &Rc::new(scene))
    }

    fn drawn(&self, own: &Own<Kept>) {
        Size::follow(own, |kept| &mut kept.size, |kept| &mut kept.size.now);
    }
}

impl Chart {
    fn scene(&self, kept: &mut Kept, own: &Own<Kept>) -> Scene {
        let world = &self.world;
        let pixels = kept.size.now.unwrap_or(USUAL);
        let frame = Frame {
            pixels,
            world: (world.width, world.height),
        };
        if kept.asked != self.camera {
            kept.asked = self.camera;
            kept.moving = None;
        }
        let camera = frame.camera(kept.moving.or(self.camera));
        let paths = kept.paths.of(world.clone(), |world| Rc::new(paths(world)));
        let from = (
            world.clone(),
            self.countries.clone(),
            self.filters.clone(),
            self.measure,
        );
        let lands = kept.lands.of(from, |(world, countries, filters, measure)| {
            Rc::new(lands(world, &paths, countries, filters, *measure))
        });
        let places = kept.places.of(self.places.clone(), |places| {
            Rc::new(places.iter().take(MOST_PLACES).cloned().collect())
        });
        let unit = frame.unit(camera);
        let sites = kept
            .sites
            .of((lands.clone(), places.clone(), unit), |(lands, places, unit)| {
                let (targets, dots) = targets(lands, places, *unit);
                (Rc::new(targets), Rc::new(dots))
            });
        Scene {
            own: own.clone(),
            on: self.on.clone(),
            element: kept.size.element.clone(),
            svg: kept.svg.clone(),
            frame,
            camera,
            is_moving: kept.moving.is_some(),
            pointed: kept.pointed.clone(),
            stop: kept.stop.clone(),
            lands,
            places,
            targets: sites.0,
            dots: sites.1,
        }
    }
}

/// A listener that does something with the map.
fn listen<E: 'static>(scene: &Rc<Scene>, then: fn(&Scene, E)) -> Callback<E> {
    let scene = scene.clone();
    Callback::from(move |event| then(&scene, event))
}

fn draw(chart: &Chart, scene: &Rc<Scene>) -> Html {
    let zoomed = scene.camera.zoom > 1.001;
    let idle = AttrValue::from(if zoomed { "false" } else { "true" });
    let globe = Globe {
        sphere: chart.world.sphere.clone().into(),
        graticule: chart.world.graticule.clone().into(),
    };
    let countries = Countries {
        lands: scene.lands.clone(),
        targets: scene.targets.clone(),
        stop: scene.country_stop(&chart.countries),
    };
    let places = Places {
        places: scene.places.clone(),
        dots: scene.dots.clone(),
        stop: scene.place_stop(),
    };
    let lift = listen(scene, Scene::lift);
    html! {
        <div class={classes!("map-frame", zoomed.then_some("zoomed"), scene.is_moving.then_some("moving"))} ref={scene.element.clone()}>
            <svg ref={scene.svg.clone()} class="map-svg" viewBox={scene.frame.view_box(scene.camera)} role="group"
                aria-label="Map of the countries mentioned" aria-describedby="map-keys"
                onpointerdown={listen(scene, Scene::down)} onpointermove={listen(scene, Scene::moved)}
                onpointerup={lift.clone()} onpointercancel={lift} onpointerleave={listen(scene, |s, _: PointerEvent| s.point(None))}
                onclick={listen(scene, Scene::click)} onwheel={listen(scene, Scene::wheel)} onkeydown={listen(scene, Scene::key)}
                onfocusin={listen(scene, Scene::focus_in)} onfocusout={listen(scene, |s, _: FocusEvent| s.point(None))}>
                { pane(globe) }
                { pane(countries) }
                { pane(places) }
            </svg>
            { scene.tip().unwrap_or_default() }
            <div class="map-zoom" role="group" aria-label="Zoom">
                { labelled("map-button", "Zoom in", "Zoom in (+)", listen(scene, |s, _: MouseEvent| s.zoom(STEP, s.middle())), html! { "+" }) }
                // Said to be disabled and not so in fact: whoever presses them has the focus on them, and keeps it.
                <button type="button" class="map-button" aria-label="Zoom out" title="Zoom out (−)" aria-disabled={idle.clone()}
                    onclick={listen(scene, |s, _: MouseEvent| s.zoom(1.0 / STEP, s.middle()))}>{ "−" }</button>
                <button type="button" class="map-button" aria-label="Whole world" title="Whole world (0)" aria-disabled={idle}
                    onclick={listen(scene, |s, _: MouseEvent| s.zoom(0.0, s.middle()))}>{ "⤢" }</button>
            </div>
        </div>
    }
}
