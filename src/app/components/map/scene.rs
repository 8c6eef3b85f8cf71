//! The map as it is drawn now, and what the reader's pointers and keys do to it.

use std::rc::Rc;

use dateline_corpus::{EntityKey, Group, Pick};
use dateline_engine::view::{CountryFigure, PlaceFigure};
use web_sys::Element;
use yew::prelude::*;

use super::chart::Kept;
use super::lands::{Land, figures};
use super::sites::{Dot, Target};
use super::things::{Thing, focus, spot, step, thing};
use super::tip::Tip;
use super::view::{Frame, STEP};
use crate::components::steps::way;
use crate::pane::{Own, pane};
use crate::state::{Action, Articles, Camera, List};

/// The map as it is drawn now: what its events are about.
pub struct Scene {
    pub own: Own<Kept>,
    pub on: Callback<Action>,
    pub element: NodeRef,
    pub svg: NodeRef,
    pub frame: Frame,
    pub camera: Camera,
    pub is_moving: bool,
    pub pointed: Option<(Thing, (f32, f32))>,
    pub stop: Option<Thing>,
    pub lands: Rc<Vec<Land>>,
    pub places: Rc<Vec<PlaceFigure>>,
    pub targets: Rc<Vec<Option<Target>>>,
    pub dots: Rc<Vec<Dot>>,
}

impl Scene {
    pub fn move_to(&self, camera: Option<Camera>) {
        self.own.set(|kept| &mut kept.moving, camera);
    }

    pub fn point(&self, at: Option<(Thing, (f32, f32))>) {
        self.own.set(|kept| &mut kept.pointed, at);
    }

    pub fn rest(&self, camera: Camera) {
        self.move_to(Some(camera));
        self.on.emit(Action::SetCamera(Frame::kept(camera)));
    }

    pub fn middle(&self) -> (f32, f32) {
        (self.frame.pixels.0 / 2.0, self.frame.pixels.1 / 2.0)
    }

    /// Zooms to a point of the frame.
    pub fn zoom(&self, factor: f32, at: (f32, f32)) {
        self.rest(self.frame.zoomed(self.camera, factor, at));
    }

    pub fn press(&self, thing: &Thing) {
        match thing {
            Thing::Country(code) => {
                if let Some(land) = self.lands.iter().find(|l| l.code.as_str() == code && l.is_live()) {
                    // Pressing an excluded country takes the exclusion back.
                    let exclude = land.standing == Some(true);
                    self.on.emit(match land.opens {
                        true => Action::OpenList(List::Mentions(Articles::Listed, EntityKey::country(land.code), None)),
                        false => Action::Toggle(Pick {
                            group: Group::Country,
                            key: code.clone(),
                            exclude,
                        }),
                    });
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
    pub fn at(&self, event: &MouseEvent) -> (f32, f32) {
        let rect = self.element.cast::<Element>().map(|e| e.get_bounding_client_rect());
        let (left, top) = rect.map_or((0.0, 0.0), |r| (r.left(), r.top()));
        (
            (f64::from(event.client_x()) - left) as f32,
            (f64::from(event.client_y()) - top) as f32,
        )
    }

    pub fn share(&self, (x, y): (f32, f32)) -> (f32, f32) {
        (x / self.frame.pixels.0, y / self.frame.pixels.1)
    }

    pub fn down(&self, event: PointerEvent) {
        if event.button() == 0 {
            let at = self.at(&event);
            self.own
                .with(|kept| kept.gesture.down(event.pointer_id(), at, self.camera));
        }
    }

    pub fn moved(&self, event: PointerEvent) {
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

    pub fn lift(&self, event: PointerEvent) {
        let ended = self.own.with(|kept| {
            let was_moving = kept.gesture.is_moving();
            kept.gesture.up(event.pointer_id(), self.camera);
            was_moving && !kept.gesture.is_moving()
        });
        if ended {
            self.rest(self.camera);
        }
    }

    pub fn click(&self, event: MouseEvent) {
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

    pub fn wheel(&self, event: WheelEvent) {
        // A pinch on a trackpad comes as a wheel with Ctrl held, in every browser.
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            // Wheels report pixels or, in Firefox, lines of about 16; a notch is 100 pixels or so.
            let lines = if event.delta_mode() == 0 { 1.0 } else { 16.0 };
            let notches = (event.delta_y() as f32 * lines / 100.0).clamp(-2.0, 2.0);
            self.zoom((-notches * STEP.ln()).exp(), self.at(&event));
        }
    }

    pub fn focus_in(&self, event: FocusEvent) {
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

    pub fn key(&self, event: KeyboardEvent) {
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
    pub fn country_stop(&self, countries: &[CountryFigure]) -> Option<AttrValue> {
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
    pub fn place_stop(&self) -> Option<AttrValue> {
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
    pub fn tip(&self) -> Option<Html> {
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
