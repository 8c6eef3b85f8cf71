//! The map itself: what the reader's pointers and keys do to it.

use std::rc::Rc;

use dateline_corpus::{Filters, Group, Pick};
use dateline_engine::view::{CountryFigure, PlaceFigure, WorldView};
use web_sys::Element;
use yew::prelude::*;

use super::gesture::Gesture;
use super::lands::{Land, Paths, figures, lands, paths};
use super::layers::{Countries, Globe, Places};
use super::sites::{Dot, MOST_PLACES, Target, targets};
use super::steps::way;
use super::things::{Thing, focus, spot, step, thing};
use super::tip::Tip;
use super::view::{Frame, STEP};
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
    size: Size,
    svg: NodeRef,
    gesture: Gesture,
    /// The camera last asked for.
    asked: Option<Camera>,
    /// While it moves, the camera is the map's own; the state hears of it when it rests.
    moving: Option<Camera>,
    /// What the pointer or the focus is on, and where, in shares of the frame.
    pointed: Option<(Thing, (f32, f32))>,
    /// Where the Tab key stops.
    stop: Option<Thing>,
    paths: Made<Rc<WorldView>, Rc<Vec<Paths>>>,
    lands: Made<Figures, Rc<Vec<Land>>>,
    places: Made<Rc<Vec<PlaceFigure>>, Rc<Vec<PlaceFigure>>>,
    sites: Made<Zoomed, Sites>,
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

/// The map as it is drawn now: what its events are about.
struct Scene {
    own: Own<Kept>,
    on: Callback<Action>,
    element: NodeRef,
    svg: NodeRef,
    frame: Frame,
    camera: Camera,
    is_moving: bool,
    pointed: Option<(Thing, (f32, f32))>,
    stop: Option<Thing>,
    lands: Rc<Vec<Land>>,
    places: Rc<Vec<PlaceFigure>>,
    targets: Rc<Vec<Option<Target>>>,
    dots: Rc<Vec<Dot>>,
}

impl Scene {
    fn move_to(&self, camera: Option<Camera>) {
        self.own.set(|kept| &mut kept.moving, camera);
    }

    fn point(&self, at: Option<(Thing, (f32, f32))>) {
        self.own.set(|kept| &mut kept.pointed, at);
    }

    fn rest(&self, camera: Camera) {
        self.move_to(Some(camera));
        self.on.emit(Action::SetCamera(Frame::kept(camera)));
    }

    fn middle(&self) -> (f32, f32) {
        (self.frame.pixels.0 / 2.0, self.frame.pixels.1 / 2.0)
    }

    /// Zooms to a point of the frame.
    fn zoom(&self, factor: f32, at: (f32, f32)) {
        self.rest(self.frame.zoomed(self.camera, factor, at));
    }

    fn press(&self, thing: &Thing) {
        match thing {
            Thing::Country(code) => {
                if let Some(land) = self.lands.iter().find(|l| l.code.as_str() == code && l.is_live()) {
                    // Pressing an excluded country takes the exclusion back.
                    let exclude = land.standing == Some(true);
                    self.on.emit(Action::Toggle(Pick {
                        group: Group::Country,
                        key: code.clone(),
                        exclude,
                    }));
                }
            }
            Thing::Place(slug) => {
                if let Some(place) = self.places.iter().find(|p| p.key.slug == *slug) {
                    self.on.emit(Action::OpenCard(place.key.clone()));
                }
            }
        }
    }

    /// Where in the frame an event happened, in CSS pixels.
    fn at(&self, event: &MouseEvent) -> (f32, f32) {
        let rect = self.element.cast::<Element>().map(|e| e.get_bounding_client_rect());
        let (left, top) = rect.map_or((0.0, 0.0), |r| (r.left(), r.top()));
        (
            (f64::from(event.client_x()) - left) as f32,
            (f64::from(event.client_y()) - top) as f32,
        )
    }

    fn share(&self, (x, y): (f32, f32)) -> (f32, f32) {
        (x / self.frame.pixels.0, y / self.frame.pixels.1)
    }

    fn down(&self, event: PointerEvent) {
        if event.button() == 0 {
            let at = self.at(&event);
            self.own
                .with(|kept| kept.gesture.down(event.pointer_id(), at, self.camera));
        }
    }

    fn moved(&self, event: PointerEvent) {
        let at = self.at(&event);
        let (before, camera, now) = self.own.with(|kept| {
            let before = kept.gesture.is_moving();
            let camera = kept.gesture.moved(event.pointer_id(), at, &self.frame);
            (before, camera, kept.gesture.is_moving())
        });
        if camera.is_some() {
            if !before && let Some(svg) = self.svg.cast::<Element>() {
                // Refused only where the pointer is gone already.
                let _ = svg.set_pointer_capture(event.pointer_id());
            }
            self.move_to(camera);
            self.point(None);
        } else if !now && event.pointer_type() != "touch" {
            self.point(thing(event.target()).map(|(_, thing)| (thing, self.share(at))));
        }
    }

    fn lift(&self, event: PointerEvent) {
        let ended = self.own.with(|kept| {
            let was_moving = kept.gesture.is_moving();
            kept.gesture.up(event.pointer_id(), self.camera);
            was_moving && !kept.gesture.is_moving()
        });
        if ended {
            self.rest(self.camera);
        }
    }

    fn click(&self, event: MouseEvent) {
        // A click from the keyboard or a screen reader has no pointer and cannot end a drag.
        if event.detail() > 0 && self.own.with(|kept| kept.gesture.was_drag()) {
            return;
        }
        let Some((_, thing)) = thing(event.target()) else {
            return;
        };
        self.press(&thing);
        self.point(Some((thing, self.share(self.at(&event)))));
    }

    fn wheel(&self, event: WheelEvent) {
        // A pinch on a trackpad comes as a wheel with Ctrl held, in every browser.
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            // Wheels report pixels or, in Firefox, lines of about 16; a notch is 100 pixels or so.
            let lines = if event.delta_mode() == 0 { 1.0 } else { 16.0 };
            let notches = (event.delta_y() as f32 * lines / 100.0).clamp(-2.0, 2.0);
            self.zoom((-notches * STEP.ln()).exp(), self.at(&event));
        }
    }

    fn focus_in(&self, event: FocusEvent) {
        let Some((element, thing)) = thing(event.target()) else {
            return;
        };
        // A press of the pointer focuses too: its tip is where the pointer is, and the map stays where it is.
        if element.matches(":focus-visible").unwrap_or(true)
            && let Some(spot) = spot(&thing, &self.lands, &self.places)
        {
            let shown = self.frame.showing(self.camera, spot);
            if shown != self.camera {
                self.move_to(Some(shown));
            }
            let at = self.share(self.frame.to_screen(shown, spot));
            self.point(Some((thing.clone(), at)));
        }
        self.own.set(|kept| &mut kept.stop, Some(thing));
    }

    fn key(&self, event: KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        match (key.as_str(), way(&key)) {
            ("+" | "=", _) => self.zoom(STEP, self.middle()),
            ("-" | "_", _) => self.zoom(1.0 / STEP, self.middle()),
            ("0", _) => self.rest(self.frame.whole()),
            ("Enter" | " ", _) => {
                if let Some((_, thing)) = thing(event.target()) {
                    self.press(&thing);
                }
            }
            ("Escape", _) => {
                self.point(None);
                return;
            }
            (_, Some(way)) if event.shift_key() => {
                let (pixels, unit) = (self.frame.pixels, self.frame.unit(self.camera));
                self.rest(self.frame.legal(Camera {
                    x: self.camera.x + way.0 * pixels.0 * unit / 4.0,
                    y: self.camera.y + way.1 * pixels.1 * unit / 4.0,
                    ..self.camera
                }));
            }
            (_, Some(way)) => {
                let Some((_, from)) = thing(event.target()) else { return };
                if let Some(to) = step(&from, way, &self.lands, &self.places, &self.dots) {
                    focus(&self.svg, &to);
                }
            }
            _ => return,
        }
        event.prevent_default();
    }

    /// The country that the Tab key stops at.
    fn country_stop(&self, countries: &[CountryFigure]) -> Option<AttrValue> {
        match &self.stop {
            Some(Thing::Country(code)) if self.lands.iter().any(|l| l.is_live() && l.code.as_str() == code) => {
                Some(AttrValue::from(code.clone()))
            }
            // The engine gives the country with most articles first; a picked one without articles is better than none.
            _ => countries
                .iter()
                .find(|c| c.articles > 0)
                .map(|c| c.code)
                .or_else(|| self.lands.iter().find(|l| l.is_live()).map(|l| l.code))
                .map(|code| AttrValue::from(code.as_str().to_owned())),
        }
    }

    /// The place that the Tab key stops at.
    fn place_stop(&self) -> Option<AttrValue> {
        let live = self.places.iter().zip(self.dots.iter());
        let mut live = live
            .filter(|(_, dot)| dot.target.is_some())
            .map(|(place, _)| &place.key.slug);
        let stop = match &self.stop {
            Some(Thing::Place(slug)) => live.clone().find(|live| *live == slug),
            _ => None,
        };
        stop.or_else(|| live.next()).map(|slug| AttrValue::from(slug.clone()))
    }

    /// The name and figures of what is pointed at.
    fn tip(&self) -> Option<Html> {
        let (thing, at) = self.pointed.as_ref()?;
        let (name, articles, mentions) = match thing {
            Thing::Country(code) => {
                let land = self.lands.iter().find(|l| l.code.as_str() == code)?;
                (land.name.as_str(), land.articles, land.mentions)
            }
            Thing::Place(slug) => {
                let place = self.places.iter().find(|p| p.key.slug == *slug)?;
                (place.name.as_str(), place.articles, place.mentions)
            }
        };
        Some(pane(Tip {
            name: name.to_owned(),
            figures: figures(articles, mentions),
            at: *at,
        }))
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
                <button type="button" class="map-button" aria-label="Zoom in" title="Zoom in (+)" onclick={listen(scene, |s, _: MouseEvent| s.zoom(STEP, s.middle()))}>{ "+" }</button>
                // Said to be disabled and not so in fact: whoever presses them has the focus on them, and keeps it.
                <button type="button" class="map-button" aria-label="Zoom out" title="Zoom out (−)" aria-disabled={idle.clone()}
                    onclick={listen(scene, |s, _: MouseEvent| s.zoom(1.0 / STEP, s.middle()))}>{ "−" }</button>
                <button type="button" class="map-button" aria-label="Whole world" title="Whole world (0)" aria-disabled={idle}
                    onclick={listen(scene, |s, _: MouseEvent| s.zoom(0.0, s.middle()))}>{ "⤢" }</button>
            </div>
        </div>
    }
}
