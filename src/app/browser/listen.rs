//! Event listeners and timers that end when they are dropped.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

use super::window;

/// A listener on an event target.
pub struct Listener {
    target: EventTarget,
    kind: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Calls `then` for each event of this kind.
    pub fn new(target: &EventTarget, kind: &'static str, then: impl FnMut(Event) + 'static) -> Self {
        let closure = Closure::wrap(Box::new(then) as Box<dyn FnMut(Event)>);
        // Refused only for an invalid options bag; there is none.
        let _ = target.add_event_listener_with_callback(kind, closure.as_ref().unchecked_ref());
        Self {
            target: target.clone(),
            kind,
            closure,
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self
            .target
            .remove_event_listener_with_callback(self.kind, self.closure.as_ref().unchecked_ref());
    }
}

/// A call after a while, unless dropped before.
pub struct Timer {
    id: i32,
    _closure: Closure<dyn FnMut()>,
}

impl Timer {
    /// Calls `then` once, `ms` milliseconds from now.
    pub fn after(ms: i32, then: impl FnOnce() + 'static) -> Option<Self> {
        let closure = Closure::once(then);
        let callback = closure.as_ref().unchecked_ref();
        let id = window()?
            .set_timeout_with_callback_and_timeout_and_arguments_0(callback, ms)
            .ok()?;
        Some(Self { id, _closure: closure })
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = window() {
            window.clear_timeout_with_handle(self.id);
        }
    }
}
