//! The root of the page: the only caller of the engine's port and of the browser.
//!
//! A message changes the state through [`reduce`](crate::reduce::reduce); what the new state asks that the old did not
//! goes to the port; what must follow outside the page's own elements (address, focus, scroll, announcement) is decided
//! by [`effects`](crate::effects).

mod correcting;
mod draw;
mod engine;
mod follow;
mod list;
mod listen;
mod panels;
mod parts;
mod reading;
mod scroll;
mod ways;

use std::cell::RefCell;
use std::rc::Rc;

use dateline_engine::question::Ask;
use web_sys::{HtmlElement, HtmlInputElement, Worker};
use yew::prelude::*;

use crate::answers::Answers;
use crate::asks::{self, Slot};
use crate::browser::{self, Address, Listener, Takeover, Target, Timer};
use crate::fetching::Fetching;
use crate::format;
use crate::keys::Command;
use crate::port::{Event, Port};
use crate::route;
use crate::rows::Place;
use crate::shared::Shared;
use crate::state::{Action, State};
use correcting::Told;
use list::List;
use panels::Panels;
use parts::Parts;
use reading::Reading;
use ways::Ways;

/// Everything that can happen to the page.
pub enum Msg {
    /// The reader did something.
    Do(Action),
    /// The engine reports.
    Port(Event),
    /// A key with a meaning went down.
    Key(Command),
    /// Back, Forward, or the address was edited.
    Moved,
    /// The window shows another part of the page.
    Looked,
    /// The window has another size.
    Resized,
    /// The page was scrolled and has come to rest.
    Scrolled,
    /// Typing or dragging has paused: the address may follow.
    Rested,
    /// Results have stayed the same for a moment: say them.
    Settled,
    /// Go to the next (1) or previous (-1) match.
    Step(i32),
    /// Go to the next mention of an entity of the article.
    FindMention(u32),
    /// Draw more of a long article, before (true) or after the part drawn.
    MoreText(bool),
    /// Keep all parts of the corpus on this machine, or stop that.
    #[cfg(feature = "parts")]
    Keep(bool),
    /// A file of corrections was chosen.
    Import(HtmlInputElement),
    /// The file of corrections, or why there is none.
    Imported(Result<String, String>),
    /// What could not be answered is to be asked again.
    Again,
    /// Another window of this page changed what the browser keeps.
    Stored,
    /// Copy the address.
    Copy,
    /// Whether copying worked.
    Copied(bool),
    /// Put the focus there and show it.
    Go(Target),
    /// The next part of the explorer may be drawn.
    More,
    /// Show or hide the filters on a narrow screen.
    Drawer(bool),
}

/// Props of [`Root`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The engine's thread, where there is one.
    pub worker: Option<Worker>,
    /// The first paint that the page takes over from.
    pub takeover: Takeover,
}

/// The root component.
pub struct Root {
    ways: Ways,
    state: State,
    answers: Answers,
    /// Shared with what settles it before the next paint.
    list: Rc<RefCell<List>>,
    port: Port,
    /// The newest question put in each slot.
    asked: [Option<Ask>; Slot::ALL.len()],
    takeover: Option<Takeover>,
    address: Address,
    reading: Reading,
    /// Spoken to screen readers.
    announced: String,
    /// Why a question could not be answered, told above the list until it is or is no longer put.
    trouble: Option<(Slot, String)>,
    /// Whether an answer waits for parts of the corpus, and how far these are kept on this machine.
    fetching: Fetching,
    /// Whether the browser keeps the reader's corrections.
    is_kept: bool,
    /// The corrections before each change of this visit.
    earlier: Vec<Rc<str>>,
    /// What is told of the last of these.
    told: Told,
    /// What became of the last file of corrections.
    imported: Shared<Vec<String>>,
    /// How much of the explorer is drawn.
    parts: Parts,
    drawer: bool,
    /// Where the focus goes once it is drawn.
    refocus: Option<Target>,
    /// The next best after a change that may take away what has the focus; the heading where it is `None`.
    fallback: Option<Target>,
    /// Whether something had the focus before the last change: where drawing takes it away, it goes to the next best.
    had_focus: bool,
    /// Where the page scrolls to once everything asked for is drawn.
    rescroll: Option<Place>,
    panels: Panels,
    /// Where the list was when an article was opened from it.
    list_place: Place,
    /// Whether what lies on top was opened from a list of the panel, which is the history entry before.
    from_list: bool,
    /// What had the focus when the panel was opened.
    opener: Option<HtmlElement>,
    rest_timer: Option<Timer>,
    say_timer: Option<Timer>,
    parts_timer: Option<Timer>,
    _listeners: Vec<Listener>,
}

/// Milliseconds without a key before the address follows: longer than between keys, and browsers limit such changes
/// (WebKit: 100 in 30 seconds).
const REST: i32 = 400;
/// Milliseconds without a change before results are spoken: screen readers first say what was typed.
const SETTLE: i32 = 700;

impl Component for Root {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link();
        let takeover = &ctx.props().takeover;
        let mut state = route::parse(&browser::fragment());
        state.theme = browser::load_theme();
        if let Some(typed) = takeover.typed() {
            state.query = typed;
        }
        let moved = link.callback(|()| Msg::Moved);
        let mut root = Self {
            ways: Ways::new(ctx),
            port: Port::new(ctx.props().worker.clone(), link.callback(Msg::Port)),
            address: Address::new(move || moved.emit(())),
            rescroll: browser::saved_place(),
            panels: Panels::default(),
            takeover: Some(takeover.clone()),
            state,
            answers: Answers::default(),
            list: Rc::default(),
            asked: Default::default(),
            reading: Reading::default(),
            announced: String::new(),
            trouble: None,
            fetching: Fetching::default(),
            is_kept: true,
            earlier: Vec::new(),
            told: Told::default(),
            imported: Shared::new(Vec::new()),
            parts: Parts::FRAME,
            drawer: false,
            refocus: None,
            fallback: None,
            had_focus: false,
            list_place: Place::default(),
            from_list: false,
            opener: None,
            rest_timer: None,
            say_timer: None,
            parts_timer: None,
            _listeners: listen::listeners(link),
        };
        browser::set_theme(root.state.theme);
        root.ask();
        root
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Do(action) => self.act(ctx, action),
            Msg::Port(event) => return self.heard(ctx, event),
            Msg::Key(command) => return self.key(ctx, command),
            Msg::Moved => match self.address.changed() {
                Some(fragment) => self.act(ctx, Action::Restore(Box::new(route::parse(&fragment)))),
                None => return false,
            },
            Msg::Looked => return self.follow_window(),
            Msg::Resized => {}
            Msg::Scrolled => {
                let mut list = self.list.borrow_mut();
                list.place = list.here();
                self.address.save_place(list.place);
                return false;
            }
            Msg::Rested => {
                self.rest_timer = None;
                self.write_address();
                return false;
            }
            Msg::Settled => self.announced = self.results(),
            Msg::Step(by) => self.step(by),
            Msg::FindMention(entity) => self.find_mention(entity),
            Msg::MoreText(backwards) => self.reading.show_more(backwards),
            #[cfg(feature = "parts")]
            Msg::Keep(on) => {
                self.port.keep(on);
                return false;
            }
            Msg::Import(input) => {
                let link = ctx.link().clone();
                browser::read_file(&input, move |text| link.send_message(Msg::Imported(text)));
                return false;
            }
            Msg::Imported(text) => self.import(ctx, text),
            Msg::Again => self.ask(),
            Msg::Stored => self.load_corrections(ctx),
            Msg::Copy => {
                self.write_address();
                let link = ctx.link().clone();
                browser::copy_address(move |done| link.send_message(Msg::Copied(done)));
                return false;
            }
            Msg::Copied(done) => {
                self.reading.copied = Some(done);
                self.announced = if done {
                    "Link copied"
                } else {
                    "Copy the link from the address bar"
                }
                .into();
            }
            Msg::Go(target) => {
                browser::go(&target);
                return false;
            }
            Msg::More => {
                let Some(parts) = self.parts.next(self.state.open.article.is_some()) else {
                    return false;
                };
                self.parts = parts;
                self.ask();
            }
            Msg::Drawer(open) => self.drawer = open,
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        // After this drawing, and before it is painted.
        let list = self.list.clone();
        wasm_bindgen_futures::spawn_local(async move { list.borrow_mut().settle() });
        self.draw(ctx)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if self.answers.explored.is_none() {
            return;
        }
        if self.parts.has_list()
            && let Some(takeover) = self.takeover.take()
        {
            if let Some(typed) = takeover.typed() {
                ctx.link().send_message(Msg::Do(Action::Type(typed)));
                ctx.link().send_message(Msg::Rested);
            }
            takeover.finish();
        }
        self.list.borrow_mut().settle();
        if self.is_settled() {
            self.settle_focus();
            self.panels.settle();
            if let Some(place) = self.rescroll {
                let there = self.list.borrow().go_back_to(place);
                // What the place was on may be drawn with a later part.
                if there && self.parts.is_whole() {
                    self.rescroll = None;
                }
            }
        }
        if self.is_behind() {
            ctx.link().send_message(Msg::Looked);
        }
        self.reading.after_drawing();
        browser::set_title(&self.title());
        self.go_on(ctx);
    }
}

impl Root {
    /// Has the next part of the explorer follow in a task of its own.
    fn go_on(&mut self, ctx: &Context<Self>) {
        if self.parts.is_whole() {
            browser::set_ready();
        } else {
            let link = ctx.link().clone();
            self.parts_timer = Timer::after(0, move || link.send_message(Msg::More));
        }
    }

    fn key(&mut self, ctx: &Context<Self>, command: Command) -> bool {
        match command {
            Command::Undo => {
                self.undo(ctx);
                true
            }
            Command::Search => {
                browser::go(&Target::Search);
                false
            }
            Command::Move(by) => self.move_by(by),
            Command::Step(by) => {
                self.step(by);
                true
            }
            Command::Leave => browser::leave_field(),
            Command::Return if self.from_list => browser::back(),
            Command::Return if self.state.open != Default::default() => {
                self.act(ctx, Action::Close);
                true
            }
            Command::Return => {
                browser::blur();
                std::mem::take(&mut self.drawer)
            }
        }
    }

    /// Whether everything the state asks for (the shapes apart) is drawn.
    fn is_settled(&self) -> bool {
        let open = &self.state.open;
        let article =
            open.article.is_none() || open.article.as_ref() == self.answers.article.as_ref().map(|(id, _)| id);
        let card = open.card.is_none() || open.card.as_ref() == self.answers.card.as_ref().map(|(key, _)| key);
        let listed = asks::ask(&self.state, Slot::List, true);
        let listed = listed.is_none() || listed.as_ref() == self.answers.list.as_ref().map(|(ask, _)| ask);
        let asked = asks::further(&self.state, 0..0);
        let list = self.answers.explored.as_ref().is_some_and(|e| e.answers(&asked));
        let corrections = !open.corrections || self.answers.corrected.is_some();
        article && card && listed && list && corrections
    }

    fn results(&self) -> String {
        let explored = self.answers.explored.as_ref();
        // Of what was answered, which need not be what is asked by now.
        let said = explored.map(|e| format::results(e.view.total, &e.scope.query));
        format::plain(&said.unwrap_or_default())
    }

    /// The window's title: what is open, then the corpus.
    fn title(&self) -> String {
        let corpus = self
            .answers
            .about
            .as_ref()
            .map_or("Dateline", |about| about.title.as_str());
        let query = self.state.query.trim();
        let lead = match (&self.state.open.article, &self.answers.article) {
            (Some(_), Some((_, Some(opened)))) => opened.view.title.iter().map(|run| run.text.as_str()).collect(),
            _ if !query.is_empty() => query.to_owned(),
            _ => String::new(),
        };
        let title = if lead.is_empty() {
            corpus.to_owned()
        } else {
            format!("{} – {corpus}", format::clip(&lead, 120))
        };
        format::plain(&title)
    }
}
