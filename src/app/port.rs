//! The page's way to the engine: a worker where there is one, this thread where there is none.
//!
//! Each [`Slot`] has at most one question under way. A newer question waits for it, replaces any other that waits, and
//! the older answer is dropped: however fast somebody types, no queue grows and nothing stale is drawn.

use std::cell::RefCell;
use std::rc::Rc;

use dateline_engine::question::Ask;
use dateline_engine::view::Answer;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};
use yew::Callback;

use crate::asks::Slot;
use crate::browser::{Listener, Timer};
#[cfg(feature = "parts")]
use crate::fetching::Keeping;
use crate::{wire, worker};

/// What the port reports.
pub enum Event {
    /// The answer to the newest question of a slot, or why there is none. The question comes back with it.
    Answered(Slot, Box<Ask>, Result<Answer, String>),
    /// No engine can be opened: why.
    Broken(String),
    /// An answer waits for parts of the corpus.
    #[cfg(feature = "parts")]
    Waiting,
    /// How far the corpus is kept on this machine.
    #[cfg(feature = "parts")]
    Keeping(Keeping),
}

/// See the module.
#[derive(Clone)]
pub struct Port(Rc<RefCell<Inner>>);

struct Inner {
    side: Side,
    lanes: [Lane; Slot::ALL.len()],
    last_id: u32,
    /// The corrections in force, as a file has them; `None` while those are that the corpus was built with.
    corrections: Option<Rc<str>>,
    report: Callback<Event>,
    /// Kept so that they stay registered.
    listeners: Vec<Listener>,
}

impl Inner {
    /// The slot whose question of this number is under way.
    fn slot_of(&self, id: u32) -> Option<Slot> {
        let is = |slot: &Slot| self.lanes[*slot as usize].under_way == Some(id);
        Slot::ALL.into_iter().find(is)
    }
}

enum Side {
    /// The worker has not said that it is ready.
    Starting(Worker),
    Working(Worker),
    /// The pack is about to be opened in this thread.
    Opening,
    Here,
    Broken,
}

#[derive(Default)]
struct Lane {
    wanted: Option<(u32, Ask)>,
    under_way: Option<u32>,
    /// The question under way waits for parts of the corpus: a newer one need not wait for it.
    waits: bool,
    /// Until the question is answered in this thread.
    timer: Option<Timer>,
}

impl Port {
    /// A port to this worker; without one the pack is opened here at once.
    pub fn new(worker: Option<Worker>, report: Callback<Event>) -> Self {
        let side = worker.clone().map_or(Side::Opening, Side::Starting);
        let inner = Inner {
            side,
            lanes: Default::default(),
            last_id: 0,
            corrections: None,
            report,
            listeners: Vec::new(),
        };
        let port = Self(Rc::new(RefCell::new(inner)));
        match worker {
            Some(worker) => port.listen_to(&worker),
            None => port.open_here(),
        }
        port
    }

    /// Puts a question. It replaces an earlier one of the same slot that has no answer yet.
    pub fn ask(&self, slot: Slot, ask: Ask) {
        {
            let mut inner = self.0.borrow_mut();
            inner.last_id = inner.last_id.wrapping_add(1);
            let id = inner.last_id;
            inner.lanes[slot as usize].wanted = Some((id, ask));
        }
        self.send(slot);
    }

    /// Has every answer from now on follow these corrections.
    pub fn correct(&self, corrections: Rc<str>) {
        self.0.borrow_mut().corrections = Some(corrections);
        self.send_corrections();
    }

    /// To an engine that is open; any other gets them once it is.
    fn send_corrections(&self) {
        let inner = self.0.borrow();
        let Some(corrections) = &inner.corrections else { return };
        match &inner.side {
            Side::Working(worker) => {
                let message = worker::message(&JsValue::UNDEFINED, "correct", &JsValue::from_str(corrections));
                // A worker that takes no more messages says so by itself.
                let _ = worker.post_message(&message);
            }
            Side::Here => worker::correct(corrections),
            Side::Starting(_) | Side::Opening | Side::Broken => {}
        }
    }

    /// Has all parts of the corpus kept on this machine, or stops that.
    #[cfg(feature = "parts")]
    pub fn keep(&self, on: bool) {
        if let Side::Working(worker) = &self.0.borrow().side {
            // A worker that takes no more messages says so by itself.
            let _ = worker.post_message(&worker::message(&JsValue::UNDEFINED, "keep", &on.into()));
        }
    }

    /// Forgets the question of a slot: its answer is no longer wanted.
    pub fn forget(&self, slot: Slot) {
        self.0.borrow_mut().lanes[slot as usize].wanted = None;
    }

    fn listen_to(&self, worker: &Worker) {
        let port = self.clone();
        let message = Listener::new(worker, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                port.heard(&event.data());
            }
        });
        let failed = |port: Self| move |_: web_sys::Event| port.open_here();
        let error = Listener::new(worker, "error", failed(self.clone()));
        let garbled = Listener::new(worker, "messageerror", failed(self.clone()));
        self.0.borrow_mut().listeners.extend([message, error, garbled]);
    }

    fn heard(&self, data: &JsValue) {
        let field = |name: &str| Reflect::get(data, &name.into()).ok().filter(|v| !v.is_undefined());
        let error = || {
            field("error").map(|e| {
                e.as_string()
                    .unwrap_or_else(|| String::from(js_sys::Object::from(e).to_string()))
            })
        };
        #[cfg(feature = "parts")]
        if self.heard_of_parts(&field) {
            return;
        }
        if let Some(id) = field("id").and_then(|id| id.as_f64()) {
            let answer = match field("answer") {
                Some(answer) => wire::decode(&answer),
                None => Err(error().unwrap_or_else(|| "the search gave no answer".into())),
            };
            self.answered(id as u32, answer);
        } else if field("ready").is_some() {
            self.become_ready();
        } else if error().is_some() {
            // The same pack is tried once more in this thread: where it is the pack that is broken, that says so best.
            self.open_here();
        }
    }

    fn become_ready(&self) {
        {
            let mut inner = self.0.borrow_mut();
            if let Side::Starting(worker) = &inner.side {
                inner.side = Side::Working(worker.clone());
            }
        }
        self.send_all();
    }

    /// Leaves the worker, if there is one, and goes on in this thread.
    fn open_here(&self) {
        {
            let mut inner = self.0.borrow_mut();
            if let Side::Starting(worker) | Side::Working(worker) = &inner.side {
                worker.terminate();
            }
            inner.side = Side::Opening;
            for lane in &mut inner.lanes {
                lane.under_way = None;
            }
        }
        let port = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let opened = worker::open();
            // Parts are fetched in the engine's thread: without it there is nothing to go on with.
            #[cfg(feature = "parts")]
            let opened =
                opened.and_then(|()| Err("the part of this page that fetches the articles stopped".to_owned()));
            let report = {
                let mut inner = port.0.borrow_mut();
                inner.side = if opened.is_ok() { Side::Here } else { Side::Broken };
                inner.report.clone()
            };
            match opened {
                Ok(()) => port.send_all(),
                Err(reason) => report.emit(Event::Broken(reason)),
            }
        });
    }

    fn send_all(&self) {
        self.send_corrections();
        for slot in Slot::ALL {
            self.send(slot);
        }
    }

    fn send(&self, slot: Slot) {
        let mut inner = self.0.borrow_mut();
        let lane = &inner.lanes[slot as usize];
        let Some((id, ask)) = lane.wanted.clone() else { return };
        let older = match lane.under_way {
            None => None,
            Some(older) if lane.waits && older != id => Some(older),
            Some(_) => return,
        };
        match &inner.side {
            Side::Working(worker) => {
                let ask = wire::encode(&ask);
                if let Some(older) = older {
                    let _ = worker.post_message(&worker::message(&older.into(), "drop", &true.into()));
                }
                if worker.post_message(&worker::message(&id.into(), "ask", &ask)).is_err() {
                    return;
                }
            }
            Side::Here => {
                // In a task of its own, so that what was asked for and what is drawn from the answer are not one long one.
                let port = self.clone();
                let answer = move || port.answered(id, worker::answer_here(&ask));
                inner.lanes[slot as usize].timer = Timer::after(0, answer);
            }
            Side::Starting(_) | Side::Opening | Side::Broken => return,
        }
        let lane = &mut inner.lanes[slot as usize];
        (lane.under_way, lane.waits) = (Some(id), false);
    }

    /// What a worker says of the parts of a corpus; whether it did.
    #[cfg(feature = "parts")]
    fn heard_of_parts(&self, field: &impl Fn(&str) -> Option<JsValue>) -> bool {
        if let Some(keeping) = field("keeping") {
            let report = self.0.borrow().report.clone();
            report.emit(Event::Keeping(keeping_of(&keeping)));
            return true;
        }
        let waits = field("waits").and_then(|_| field("id")?.as_f64());
        if let Some(id) = waits {
            self.waits(id as u32);
        }
        waits.is_some()
    }

    /// The question under way waits for parts of the corpus.
    #[cfg(feature = "parts")]
    fn waits(&self, id: u32) {
        let mut inner = self.0.borrow_mut();
        let Some(slot) = inner.slot_of(id) else { return };
        inner.lanes[slot as usize].waits = true;
        let report = inner.report.clone();
        drop(inner);
        report.emit(Event::Waiting);
        self.send(slot);
    }

    fn answered(&self, id: u32, answer: Result<Answer, String>) {
        let mut inner = self.0.borrow_mut();
        let Some(slot) = inner.slot_of(id) else { return };
        let lane = &mut inner.lanes[slot as usize];
        lane.under_way = None;
        match lane.wanted.take_if(|(wanted, _)| *wanted == id) {
            Some((_, ask)) => {
                let report = inner.report.clone();
                drop(inner);
                report.emit(Event::Answered(slot, Box::new(ask), answer));
            }
            None => {
                drop(inner);
                self.send(slot);
            }
        }
    }
}

/// `[parts kept, parts there are]`, or why they are not kept; nothing where it was stopped.
#[cfg(feature = "parts")]
fn keeping_of(value: &JsValue) -> Keeping {
    let number = |i: u32| {
        Reflect::get_u32(value, i)
            .ok()
            .and_then(|n| n.as_f64())
            .map(|n| n as u32)
    };
    match (value.as_string(), number(0), number(1)) {
        (Some(reason), ..) => Keeping::Failed(reason),
        (_, Some(kept), Some(all)) if kept < all => Keeping::Some(kept, all),
        (_, Some(_), Some(_)) => Keeping::All,
        _ => Keeping::Idle,
    }
}
