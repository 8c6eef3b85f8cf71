//! What a reader does with a page. Every wait has an end, and says what was on the page instead.

use std::cell::RefCell;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::served::FRAME;
use super::session::{Found, Session};
use super::{Host, Key, Kind};

/// Longest wait for anything to appear, on a busy machine with two cores and three browsers.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(30);

/// A page in a browser. Its methods fail with a message at the caller's line.
pub struct Page<'s> {
    session: &'s Session,
    complaints: RefCell<Vec<String>>,
}

impl<'s> Page<'s> {
    pub(super) fn new(session: &'s Session) -> Self {
        Self {
            session,
            complaints: RefCell::default(),
        }
    }

    /// Which browser this is.
    pub fn kind(&self) -> Kind {
        self.session.kind
    }

    /// Opens an address.
    #[track_caller]
    pub fn goto(&self, address: &str) {
        self.collect();
        must(self.session.goto(address), || format!("opening {address}"));
    }

    /// Opens a page of ours and waits until it answers.
    #[track_caller]
    pub fn open(&self, address: &str) {
        self.goto(address);
        self.ready();
    }

    /// Waits until the living page stands in place of the plain list, with its first results.
    #[track_caller]
    pub fn ready(&self) {
        self.wait("the page's first results", READY);
    }

    /// Loads the same address anew, as a reader's reload does.
    #[track_caller]
    pub fn reload(&self) {
        self.collect();
        must(self.session.send("POST", "refresh", json!({})), || "reloading".into());
    }

    /// The browser's Back.
    #[track_caller]
    pub fn back(&self) {
        must(self.session.send("POST", "back", json!({})), || "going back".into());
    }

    /// The browser's Forward.
    #[track_caller]
    pub fn forward(&self) {
        must(self.session.send("POST", "forward", json!({})), || {
            "going forward".into()
        });
    }

    /// The value of a JavaScript expression.
    #[track_caller]
    pub fn eval(&self, expression: &str) -> Value {
        self.call(&format!("return {expression}"), vec![])
    }

    /// What the body of a JavaScript function returns for `arguments`.
    #[track_caller]
    pub fn call(&self, body: &str, arguments: Vec<Value>) -> Value {
        must(self.session.script(body, arguments), || format!("running {body:.200}"))
    }

    /// As [`call`](Self::call), for a body that calls its last argument when it is done.
    #[track_caller]
    pub fn call_until(&self, body: &str, arguments: Vec<Value>) -> Value {
        must(self.session.script_until(body, arguments), || {
            format!("running {body:.200}")
        })
    }

    /// Waits until a JavaScript expression is true, and gives its value.
    #[track_caller]
    pub fn wait(&self, what: &str, expression: &str) -> Value {
        let begun = Instant::now();
        let script = format!("return {expression}");
        loop {
            // A page that is just being replaced has no answer; one that stays without has one below.
            let answer = self.session.script(&script, vec![]);
            match &answer {
                Ok(value) if is_true(value) => return value.clone(),
                _ if begun.elapsed() < PATIENCE && !(answer.is_err() && self.session.is_lost()) => {
                    std::thread::sleep(PAUSE);
                }
                Ok(_) => panic!("expected {what} within {PATIENCE:?}: {expression}\n{}", self.state()),
                Err(e) => panic!(
                    "expected {what} within {PATIENCE:?}: {expression}\n{e}\n{}",
                    self.state()
                ),
            }
        }
    }

    /// Waits for an element.
    #[track_caller]
    pub fn wait_for(&self, css: &str) {
        self.wait(css, &format!("!!document.querySelector({})", json!(css)));
    }

    /// Waits until no such element is there.
    #[track_caller]
    pub fn wait_gone(&self, css: &str) {
        self.wait(
            &format!("no {css}"),
            &format!("!document.querySelector({})", json!(css)),
        );
    }

    /// Waits until the first such element's text, spaces joined, is this.
    #[track_caller]
    pub fn wait_text(&self, css: &str, text: &str) {
        let js = json!(css);
        self.wait(
            &format!("{text:?} in {css}"),
            &format!(
                "(document.querySelector({js})?.textContent ?? '').replace(/\\s+/g, ' ').trim() === {}",
                json!(text)
            ),
        );
    }

    /// How many such elements there are.
    #[track_caller]
    pub fn count(&self, css: &str) -> usize {
        self.eval(&format!("document.querySelectorAll({}).length", json!(css)))
            .as_u64()
            .unwrap_or(0) as usize
    }

    /// Whether there is such an element.
    #[track_caller]
    pub fn has(&self, css: &str) -> bool {
        self.count(css) > 0
    }

    /// The texts of all such elements, spaces joined.
    #[track_caller]
    pub fn texts(&self, css: &str) -> Vec<String> {
        let each = "e => e.textContent.replace(/\\s+/g, ' ').trim()";
        strings(&self.eval(&format!("[...document.querySelectorAll({})].map({each})", json!(css))))
    }

    /// The text of the first such element, spaces joined.
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        self.wait_for(css);
        self.texts(css).into_iter().next().unwrap_or_default()
    }

    /// The text a reader sees, by the driver alone: where the page may run no script, neither may a test.
    #[track_caller]
    pub fn visible_text(&self) -> String {
        let mut text = String::new();
        self.with("body", "read", |found| found.text().map(|read| text = read));
        text
    }

    /// An attribute of every such element; absent ones are left out.
    #[track_caller]
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let each = format!("e => e.getAttribute({})", json!(name));
        let all = format!(
            "[...document.querySelectorAll({})].map({each}).filter(v => v !== null)",
            json!(css)
        );
        strings(&self.eval(&all))
    }

    /// Clicks the first such element, as soon as it can be clicked.
    #[track_caller]
    pub fn click(&self, css: &str) {
        self.with(css, "click", |found| found.click());
    }

    /// Clicks the first element of a kind (by CSS) whose text, spaces joined, is this.
    #[track_caller]
    pub fn click_text(&self, css: &str, text: &str) {
        // Marked for the moment, so that a plain selector finds it.
        let (kind, text) = (json!(css), json!(text));
        self.wait(
            &format!("a {css} that says {text}"),
            &format!(
                "(() => {{ const e = [...document.querySelectorAll({kind})].find(e => \
                 e.textContent.replace(/\\s+/g, ' ').trim() === {text}); \
                 if (e) e.setAttribute('data-test', 'it'); return !!e }})()"
            ),
        );
        self.click("[data-test=it]");
        self.eval("document.querySelector('[data-test=it]')?.removeAttribute('data-test')");
    }

    /// Moves the mouse over the first such element.
    #[track_caller]
    pub fn hover(&self, css: &str) {
        let move_to = |origin: Value| {
            json!({ "actions": [{ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" },
                "actions": [{ "type": "pointerMove", "duration": 20, "x": 0, "y": 0, "origin": origin }] }] })
        };
        self.with(css, "hover", |found| {
            self.session.send("POST", "actions", move_to(found.json())).map(drop)
        });
    }

    /// Moves the mouse to a point of the window.
    #[track_caller]
    pub fn move_to(&self, (x, y): (f64, f64)) {
        self.act("pointer", json!([at((x - 3.0, y)), at((x, y))]));
    }

    /// Clicks a point of the window.
    #[track_caller]
    pub fn click_at(&self, point: (f64, f64)) {
        self.act("pointer", json!([at(point), press(true), press(false)]));
    }

    /// Presses the mouse at one point of the window, moves it to another, and lets go.
    #[track_caller]
    pub fn drag(&self, from: (f64, f64), to: (f64, f64)) {
        let between = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
        self.act(
            "pointer",
            json!([at(from), press(true), at(between), at(to), press(false)]),
        );
    }

    /// Types characters into whatever has the focus.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.press_all(text.chars());
    }

    /// Presses a key.
    #[track_caller]
    pub fn key(&self, key: Key) {
        self.press_all([key.code()]);
    }

    /// Puts text into the search box in place of what is there, key by key.
    #[track_caller]
    pub fn search(&self, text: &str) {
        self.click("#q");
        self.eval("document.querySelector('#q').select()");
        if text.is_empty() {
            self.key(Key::Backspace);
        } else {
            self.type_text(text);
        }
    }

    /// The box of the first such element in the window: left, top, width, height, in CSS pixels.
    #[track_caller]
    pub fn rect(&self, css: &str) -> (f64, f64, f64, f64) {
        self.wait_for(css);
        let rect = self.eval(&format!(
            "(r => [r.left, r.top, r.width, r.height])(document.querySelector({}).getBoundingClientRect())",
            json!(css)
        ));
        let number = |i: usize| rect[i].as_f64().unwrap_or(f64::NAN);
        (number(0), number(1), number(2), number(3))
    }

    /// The window's inner size becomes this, as far as the browser lets it; gives the width that it became.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) -> u32 {
        // Where no script may run, the window stays as it is.
        let inner = || {
            let size = self
                .session
                .script("return [innerWidth, innerHeight]", vec![])
                .unwrap_or_default();
            let side = |i: usize| size[i].as_u64().map_or(0, |side| side as u32);
            (side(0), side(1))
        };
        if [(0, 0), (width, height)].contains(&inner()) {
            return inner().0;
        }
        let mut outer = (width, height);
        for _ in 0..3 {
            let body = json!({ "width": outer.0, "height": outer.1 });
            must(self.session.send("POST", "window/rect", body), || {
                "resizing the window".into()
            });
            let begun = Instant::now();
            while inner() != (width, height) && begun.elapsed() < Duration::from_millis(600) {
                std::thread::sleep(PAUSE);
            }
            let now = inner();
            if now == (width, height) {
                break;
            }
            outer = (
                (outer.0 + width).saturating_sub(now.0),
                (outer.1 + height).saturating_sub(now.1),
            );
        }
        inner().0
    }

    /// Opens a page of a host in a window of this size, and waits until it answers. Where the browser's window has a
    /// least width above it, the page stands in a frame of that size, which lays it out the same.
    #[track_caller]
    pub fn open_sized(&self, host: &Host, fragment: &str, width: u32, height: u32) {
        let address = host.url(&format!("#{fragment}"));
        self.goto("about:blank");
        // Finding out takes two seconds.
        if width > self.session.too_narrow.get() {
            if self.resize(width, height) == width {
                self.open(&address);
                return;
            }
            self.session.too_narrow.set(width);
        }
        self.resize(width.max(800), height + 40);
        self.goto(&host.url(FRAME));
        self.call(
            "const f = document.createElement('iframe'); f.width = arguments[1]; f.height = arguments[2]; \
             f.style.border = 0; f.src = arguments[0]; document.body.replaceChildren(f)",
            vec![json!(address), json!(width), json!(height)],
        );
        must(self.session.send("POST", "frame", json!({ "id": 0 })), || {
            "entering the frame".into()
        });
        self.ready();
    }

    /// The window's picture as PNG.
    #[track_caller]
    pub fn picture(&self) -> Vec<u8> {
        must(self.session.picture(), || "taking a picture".into())
    }

    /// A driver's own command, for what only one browser can do.
    #[track_caller]
    pub fn command(&self, path: &str, body: Value) -> Value {
        must(self.session.send("POST", path, body), || format!("the command {path}"))
    }

    /// What went wrong in the watched pages so far: errors, violations of the policy, refused promises.
    pub fn complaints(&self) -> Vec<String> {
        self.collect();
        self.complaints.borrow().clone()
    }

    /// Forgets what went wrong so far, where a test has looked at it.
    pub fn forgive(&self) {
        self.collect();
        self.complaints.borrow_mut().clear();
    }

    /// Address, title and visible text, for messages.
    pub(super) fn state(&self) -> String {
        let script = "return location.href + '\\n' + document.title + '\\n' + (document.body?.innerText ?? '')";
        let state = self.session.script(script, vec![]);
        let text = state
            .as_ref()
            .map_or_else(String::clone, |v| v.as_str().unwrap_or_default().to_owned());
        let shown: String = text.chars().take(300).collect();
        format!("--- on the page ({}):\n{shown}\n---", self.session.kind.name())
    }

    fn collect(&self) {
        let taken = self.session.script("return (window.seen || []).splice(0)", vec![]);
        self.complaints.borrow_mut().extend(taken.iter().flat_map(strings));
    }

    #[track_caller]
    fn with(&self, css: &str, what: &str, mut act: impl FnMut(&Found<'_>) -> Result<(), String>) {
        let begun = Instant::now();
        // The page may redraw between finding and acting; what stays impossible is an error in the end.
        while let Err(e) = self.session.find(css).and_then(|found| act(&found)) {
            assert!(begun.elapsed() < PATIENCE, "{what} {css}: {e}\n{}", self.state());
            std::thread::sleep(PAUSE);
        }
    }

    #[track_caller]
    fn press_all(&self, characters: impl IntoIterator<Item = char>) {
        let key = |kind: &str, c: char| json!({ "type": kind, "value": c.to_string() });
        let keys: Vec<Value> = characters
            .into_iter()
            .flat_map(|c| [key("keyDown", c), key("keyUp", c)])
            .collect();
        self.act("key", keys.into());
    }

    #[track_caller]
    fn act(&self, source: &str, actions: Value) {
        let mut input = json!({ "type": source, "id": source, "actions": actions });
        if source == "pointer" {
            input["parameters"] = json!({ "pointerType": "mouse" });
        }
        must(
            self.session.send("POST", "actions", json!({ "actions": [input] })),
            || format!("{source} actions"),
        );
    }
}

/// The living page has drawn a list for the first time, or an article.
const READY: &str = "document.querySelector('#app')?.dataset.state === 'ready' \
                     && !!document.querySelector('#results-title, #article-title, .missing')";

/// The mouse goes to a point of the window, which WebDriver wants in whole pixels.
fn at((x, y): (f64, f64)) -> Value {
    json!({ "type": "pointerMove", "duration": 40, "x": x.round() as i64, "y": y.round() as i64 })
}

fn press(down: bool) -> Value {
    json!({ "type": if down { "pointerDown" } else { "pointerUp" }, "button": 0 })
}

fn is_true(value: &Value) -> bool {
    !matches!(value, Value::Null | Value::Bool(false)) && *value != json!(0) && *value != json!("")
}

fn strings(value: &Value) -> Vec<String> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .map(|v| v.as_str().unwrap_or_default().to_owned())
        .collect()
}

#[track_caller]
fn must<T>(result: Result<T, String>, what: impl FnOnce() -> String) -> T {
    match result {
        Ok(value) => value,
        Err(e) => panic!("{}: {e}", what()),
    }
}
