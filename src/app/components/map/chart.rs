//! The map itself: what the reader's pointers and keys do to it.

use std::rc::Rc;

use dateline_corpus::{Filters, Group, Pick};
use dateline_engine::view::{CountryFigure, PlaceFigure, WorldView};
use web_sys::Element;
use yew::prelude::*;

use super::gesture::Gesture;
use super::lands::{Land, figures, lands, paths};
use super::layers::{Countries, Globe, Places};
use super::sites::{MOST_PLACES, targets};
use super::steps::way;
use super::things::{Thing, focus, spot, step, thing};
use super::tip::Tip;
use super::view::{Frame, STEP};
use crate::components::size::use_size;
use crate::state::{Action, Camera, Measure};

/// The frame's size until it has been measured, in CSS pixels: a column of the page.
const USUAL: (f32, f32) = (700.0, 341.0);

/// Props of [`Chart`].
#[derive(PartialEq, Properties)]
pub struct ChartProps {
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

/// A map that can be moved, zoomed, pointed at and pressed.
#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let ChartProps {
        world,
        countries,
        places,
        filters,
        measure,
        camera,
        on,
    } = props;
    let frame_ref = use_node_ref();
    let svg_ref = use_node_ref();
    let pixels = use_size(&frame_ref).unwrap_or(USUAL);
    let frame = Frame {
        pixels,
        world: (world.width, world.height),
    };

    // While it moves, the camera is the map's own; the state hears of it when it rests.
    let moving = use_state_eq(|| None::<Camera>);
    {
        let moving = moving.clone();
        use_effect_with(*camera, move |_| moving.set(None));
    }
    let camera = frame.camera(moving.or(*camera));
    let gesture = use_mut_ref(Gesture::default);
    let pointed = use_state_eq(|| None::<(Thing, (f32, f32))>);
    let stop = use_state_eq(|| None::<Thing>);

    let paths = use_memo(world.clone(), |world| paths(world));
    let lands = use_memo((world.clone(), countries.clone(), filters.clone(), *measure), {
        let paths = paths.clone();
        move |(world, countries, filters, measure)| lands(world, &paths, countries, filters, *measure)
    });
    let places = use_memo(places.clone(), |places| {
        places.iter().take(MOST_PLACES).cloned().collect::<Vec<_>>()
    });
    let unit = frame.unit(camera);
    let sites = use_memo((lands.clone(), places.clone(), unit), |(lands, places, unit)| {
        let (targets, dots) = targets(lands, places, *unit);
        (Rc::new(targets), Rc::new(dots))
    });

    let rest = {
        let (on, moving) = (on.clone(), moving.clone());
        move |camera: Camera| {
            moving.set(Some(camera));
            on.emit(Action::SetCamera(Frame::kept(camera)));
        }
    };
    let middle = (pixels.0 / 2.0, pixels.1 / 2.0);
    let zoom = |factor: f32| {
        let rest = rest.clone();
        Callback::from(move |_: MouseEvent| rest(frame.zoomed(camera, factor, middle)))
    };
    let press = {
        let on = on.clone();
        move |thing: &Thing, lands: &[Land], places: &[PlaceFigure]| match thing {
            Thing::Country(code) => {
                if let Some(land) = lands.iter().find(|l| l.code.as_str() == code && l.is_live()) {
                    // Pressing an excluded country takes the exclusion back.
                    let exclude = land.standing == Some(true);
                    on.emit(Action::Toggle(Pick {
                        group: Group::Country,
                        key: code.clone(),
                        exclude,
                    }));
                }
            }
            Thing::Place(slug) => {
                if let Some(place) = places.iter().find(|p| p.key.slug == *slug) {
                    on.emit(Action::OpenCard(place.key.clone()));
                }
            }
        }
    };
    let at = {
        let frame_ref = frame_ref.clone();
        move |event: &MouseEvent| {
            let rect = frame_ref.cast::<Element>().map(|e| e.get_bounding_client_rect());
            let (left, top) = rect.map_or((0.0, 0.0), |r| (r.left(), r.top()));
            (
                (f64::from(event.client_x()) - left) as f32,
                (f64::from(event.client_y()) - top) as f32,
            )
        }
    };
    let share = move |(x, y): (f32, f32)| (x / pixels.0, y / pixels.1);

    let onpointerdown = {
        let (gesture, at) = (gesture.clone(), at.clone());
        Callback::from(move |event: PointerEvent| {
            if event.button() == 0 {
                gesture.borrow_mut().down(event.pointer_id(), at(&event), camera);
            }
        })
    };
    let onpointermove = {
        let (gesture, at, moving, pointed, svg_ref) = (
            gesture.clone(),
            at.clone(),
            moving.clone(),
            pointed.clone(),
            svg_ref.clone(),
        );
        Callback::from(move |event: PointerEvent| {
            let at = at(&event);
            let mut gesture = gesture.borrow_mut();
            let before = gesture.is_moving();
            if let Some(camera) = gesture.moved(event.pointer_id(), at, &frame) {
                if !before && let Some(svg) = svg_ref.cast::<Element>() {
                    // Refused only where the pointer is gone already.
                    let _ = svg.set_pointer_capture(event.pointer_id());
                }
                moving.set(Some(camera));
                pointed.set(None);
            } else if !gesture.is_moving() && event.pointer_type() != "touch" {
                pointed.set(thing(event.target()).map(|(_, thing)| (thing, share(at))));
            }
        })
    };
    let lift = {
        let (gesture, rest) = (gesture.clone(), rest.clone());
        Callback::from(move |event: PointerEvent| {
            let mut gesture = gesture.borrow_mut();
            let was_moving = gesture.is_moving();
            gesture.up(event.pointer_id(), camera);
            if was_moving && !gesture.is_moving() {
                drop(gesture);
                rest(camera);
            }
        })
    };
    let onpointerleave = {
        let pointed = pointed.clone();
        Callback::from(move |_: PointerEvent| pointed.set(None))
    };
    let onclick = {
        let (gesture, press, lands, places, pointed, at) = (
            gesture.clone(),
            press.clone(),
            lands.clone(),
            places.clone(),
            pointed.clone(),
            at.clone(),
        );
        Callback::from(move |event: MouseEvent| {
            // A click from the keyboard or a screen reader has no pointer and cannot end a drag.
            if event.detail() > 0 && gesture.borrow().was_drag() {
                return;
            }
            let Some((_, thing)) = thing(event.target()) else {
                return;
            };
            press(&thing, &lands, &places);
            pointed.set(Some((thing, share(at(&event)))));
        })
    };
    let onwheel = {
        let (at, rest) = (at.clone(), rest.clone());
        Callback::from(move |event: WheelEvent| {
            // A pinch on a trackpad comes as a wheel with Ctrl held, in every browser.
            if event.ctrl_key() || event.meta_key() {
                event.prevent_default();
                // Wheels report pixels or, in Firefox, lines of about 16; a notch is 100 pixels or so.
                let lines = if event.delta_mode() == 0 { 1.0 } else { 16.0 };
                let notches = (event.delta_y() as f32 * lines / 100.0).clamp(-2.0, 2.0);
                rest(frame.zoomed(camera, STEP.powf(-notches), at(&event)));
            }
        })
    };
    let onfocusin = {
        let (pointed, stop, moving, lands, places) = (
            pointed.clone(),
            stop.clone(),
            moving.clone(),
            lands.clone(),
            places.clone(),
        );
        Callback::from(move |event: FocusEvent| {
            let Some((element, thing)) = thing(event.target()) else {
                return;
            };
            // A press of the pointer focuses too: its tip is where the pointer is, and the map stays where it is.
            if element.matches(":focus-visible").unwrap_or(true)
                && let Some(spot) = spot(&thing, &lands, &places)
            {
                let shown = frame.showing(camera, spot);
                if shown != camera {
                    moving.set(Some(shown));
                }
                pointed.set(Some((thing.clone(), share(frame.to_screen(shown, spot)))));
            }
            stop.set(Some(thing));
        })
    };
    let onfocusout = {
        let pointed = pointed.clone();
        Callback::from(move |_: FocusEvent| pointed.set(None))
    };
    let onkeydown = {
        let (press, lands, places, sites, svg_ref, rest, pointed) = (
            press.clone(),
            lands.clone(),
            places.clone(),
            sites.clone(),
            svg_ref.clone(),
            rest.clone(),
            pointed.clone(),
        );
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let key = event.key();
            match (key.as_str(), way(&key)) {
                ("+" | "=", _) => rest(frame.zoomed(camera, STEP, middle)),
                ("-" | "_", _) => rest(frame.zoomed(camera, 1.0 / STEP, middle)),
                ("0", _) => rest(frame.whole()),
                ("Enter" | " ", _) => {
                    if let Some((_, thing)) = thing(event.target()) {
                        press(&thing, &lands, &places);
                    }
                }
                ("Escape", _) => {
                    pointed.set(None);
                    return;
                }
                (_, Some(way)) if event.shift_key() => {
                    let by = (way.0 * pixels.0 * unit / 4.0, way.1 * pixels.1 * unit / 4.0);
                    rest(frame.legal(Camera {
                        x: camera.x + by.0,
                        y: camera.y + by.1,
                        ..camera
                    }));
                }
                (_, Some(way)) => {
                    let Some((_, from)) = thing(event.target()) else { return };
                    if let Some(to) = step(&from, way, &lands, &places, &sites.1) {
                        focus(&svg_ref, &to);
                    }
                }
                _ => return,
            }
            event.prevent_default();
        })
    };

    let country_stop = match &*stop {
        Some(Thing::Country(code)) if lands.iter().any(|l| l.is_live() && l.code.as_str() == code) => {
            Some(AttrValue::from(code.clone()))
        }
        // The engine gives the country with most articles first; a picked one without articles is better than none.
        _ => countries
            .iter()
            .find(|c| c.articles > 0)
            .map(|c| c.code)
            .or_else(|| lands.iter().find(|l| l.is_live()).map(|l| l.code))
            .map(|code| AttrValue::from(code.as_str().to_owned())),
    };
    let live = |slug: &str| {
        places
            .iter()
            .zip(sites.1.iter())
            .any(|(place, dot)| dot.target.is_some() && place.key.slug == slug)
    };
    let place_stop = match &*stop {
        Some(Thing::Place(slug)) if live(slug) => Some(AttrValue::from(slug.clone())),
        _ => places
            .iter()
            .zip(sites.1.iter())
            .find(|(_, dot)| dot.target.is_some())
            .map(|(place, _)| AttrValue::from(place.key.slug.clone())),
    };
    let tip = pointed.as_ref().and_then(|(thing, at)| {
        let (name, articles, mentions) = match thing {
            Thing::Country(code) => {
                let land = lands.iter().find(|l| l.code.as_str() == code)?;
                (land.name.clone(), land.articles, land.mentions)
            }
            Thing::Place(slug) => {
                let place = places.iter().find(|p| p.key.slug == *slug)?;
                (AttrValue::from(place.name.clone()), place.articles, place.mentions)
            }
        };
        Some(html! { <Tip {name} figures={figures(articles, mentions)} at={*at} /> })
    });
    let zoomed = camera.zoom > 1.001;
    let idle = AttrValue::from(if zoomed { "false" } else { "true" });
    html! {
        <div class={classes!("map-frame", zoomed.then_some("zoomed"), moving.is_some().then_some("moving"))} ref={frame_ref}>
            <svg ref={svg_ref} class="map-svg" viewBox={frame.view_box(camera)} role="group"
                aria-label="Map of the countries mentioned" aria-describedby="map-keys"
                {onpointerdown} {onpointermove} onpointerup={lift.clone()} onpointercancel={lift} {onpointerleave}
                {onclick} {onwheel} {onkeydown} {onfocusin} {onfocusout}>
                <Globe sphere={world.sphere.clone()} graticule={world.graticule.clone()} />
                <Countries lands={lands.clone()} targets={sites.0.clone()} stop={country_stop} />
                <Places places={places.clone()} dots={sites.1.clone()} stop={place_stop} />
            </svg>
            { tip.unwrap_or_default() }
            <div class="map-zoom" role="group" aria-label="Zoom">
                <button type="button" class="map-button" aria-label="Zoom in" title="Zoom in (+)" onclick={zoom(STEP)}>{ "+" }</button>
                // Said to be disabled and not so in fact: whoever presses them has the focus on them, and keeps it.
                <button type="button" class="map-button" aria-label="Zoom out" title="Zoom out (−)" aria-disabled={idle.clone()}
                    onclick={zoom(1.0 / STEP)}>{ "−" }</button>
                <button type="button" class="map-button" aria-label="Whole world" title="Whole world (0)" aria-disabled={idle}
                    onclick={zoom(0.0)}>{ "⤢" }</button>
            </div>
        </div>
    }
}
