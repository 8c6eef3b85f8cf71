//! How large an element is drawn, for drawings whose letters and targets keep their size in pixels.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// Width and height of the element in CSS pixels, followed as it changes; `None` until it is drawn.
#[hook]
pub fn use_size(element: &NodeRef) -> Option<(f32, f32)> {
    let size = use_state_eq(|| None);
    {
        let (size, element) = (size.clone(), element.clone());
        use_effect_with((), move |()| {
            let observed = element.cast::<Element>().and_then(|element| {
                let measured = element.clone();
                let closure = Closure::<dyn FnMut()>::new(move || size.set(measure(&measured)));
                let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
                observer.observe(&element);
                Some((observer, closure))
            });
            move || {
                if let Some((observer, _closure)) = observed {
                    observer.disconnect();
                }
            }
        });
    }
    *size
}

fn measure(element: &Element) -> Option<(f32, f32)> {
    let (width, height) = (element.client_width(), element.client_height());
    (width > 0 && height > 0).then_some((width as f32, height as f32))
}
