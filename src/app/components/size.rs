//! How large an element is drawn, for drawings whose letters and targets keep their size in pixels.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

use crate::pane::Own;

/// Width and height in CSS pixels.
pub type Pixels = (f32, f32);

/// An element and its size, followed as it changes.
#[derive(Default)]
pub struct Size {
    /// The element.
    pub element: NodeRef,
    /// Its size; `None` until it is drawn.
    pub now: Option<Pixels>,
    observer: Option<Observer>,
}

struct Observer {
    observer: ResizeObserver,
    _closure: Closure<dyn FnMut()>,
}

impl Drop for Observer {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl Size {
    /// Follows the size of the element, once it is drawn. `now` is where it is kept.
    pub fn follow<T: 'static>(own: &Own<T>, size: fn(&mut T) -> &mut Self, now: fn(&mut T) -> &mut Option<Pixels>) {
        if own.with(|kept| size(kept).observer.is_none()) {
            let again = own.clone();
            let element = own.with(|kept| size(kept).element.clone());
            let observer = observe(&element, Box::new(move |measured| again.set(now, measured)));
            own.with(|kept| size(kept).observer = observer);
        }
    }
}

fn observe(element: &NodeRef, then: Box<dyn Fn(Option<Pixels>)>) -> Option<Observer> {
    let element = element.cast::<Element>()?;
    let measured = element.clone();
    let closure = Closure::<dyn FnMut()>::new(move || then(measure(&measured)));
    let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
    observer.observe(&element);
    Some(Observer {
        observer,
        _closure: closure,
    })
}

fn measure(element: &Element) -> Option<Pixels> {
    let (width, height) = (element.client_width(), element.client_height());
    (width > 0 && height > 0).then_some((width as f32, height as f32))
}
