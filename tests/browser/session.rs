//! One WebDriver session: a driver, a browser, and calls that block until they are answered.

use std::cell::Cell;
use std::future::Future;
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use url::{ParseError, Url};

use super::driver::Driver;
use super::{Kind, Wish};

/// A command that takes longer than this is lost: pages of ten megabytes are slow in a debugger, but not so slow.
const COMMAND: Duration = Duration::from_secs(120);

/// A browser under control.
pub(super) struct Session {
    pub kind: Kind,
    /// The greatest width that its window could not be made as narrow as, in CSS pixels.
    pub too_narrow: Cell<u32>,
    runtime: Runtime,
    client: Client,
    /// Dropped last: it ends the browser.
    _driver: Driver,
}

impl Session {
    /// Starts a driver and a browser with a fresh profile.
    pub fn start(kind: Kind, wish: Wish) -> Self {
        assert!(kind.grants(wish), "{} cannot be started with {wish:?}", kind.name());
        let driver = Driver::start(kind);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.unwrap_or_else(|e| panic!("a runtime for the driver's client: {e}"));
        let Value::Object(capabilities) = kind.capabilities(wish) else {
            panic!("capabilities are an object")
        };
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let address = driver.address();
        let connected = runtime.block_on(async { tokio::time::timeout(COMMAND, builder.connect(&address)).await });
        let client = match connected {
            Ok(Ok(client)) => client,
            Ok(Err(e)) => panic!("{} did not start: {e}", kind.name()),
            Err(_) => panic!("{} did not start within {COMMAND:?}", kind.name()),
        };
        Self {
            kind,
            too_narrow: Cell::new(0),
            runtime,
            client,
            _driver: driver,
        }
    }

    fn wait<T>(&self, answer: impl Future<Output = Result<T, CmdError>>) -> Result<T, String> {
        match self
            .runtime
            .block_on(async { tokio::time::timeout(COMMAND, answer).await })
        {
            Ok(answer) => answer.map_err(|e| brief(&e)),
            Err(_) => Err(format!("no answer from the driver within {COMMAND:?}")),
        }
    }

    /// Opens an address and waits until it is loaded.
    pub fn goto(&self, address: &str) -> Result<(), String> {
        // Not the client's own `goto`: it joins the address to the current one, which a failed load has not.
        self.send("POST", "url", json!({ "url": address })).map(drop)
    }

    /// Runs a script in the page; its `return` comes back. `arguments` holds `args`.
    pub fn script(&self, script: &str, args: Vec<Value>) -> Result<Value, String> {
        self.wait(self.client.execute(script, args))
    }

    /// As [`script`](Self::script), but the script calls its last argument when it is done.
    pub fn script_until(&self, script: &str, args: Vec<Value>) -> Result<Value, String> {
        self.wait(self.client.execute_async(script, args))
    }

    /// The first element that a CSS selector finds.
    pub fn find(&self, css: &str) -> Result<Found<'_>, String> {
        Ok(Found {
            session: self,
            element: self.wait(self.client.find(Locator::Css(css)))?,
        })
    }

    /// The window's picture as PNG.
    pub fn picture(&self) -> Result<Vec<u8>, String> {
        self.wait(self.client.screenshot())
    }

    /// Whether there is no browser any more.
    pub fn is_lost(&self) -> bool {
        self.send("GET", "window", Value::Null).is_err()
    }

    /// Any other command: its method, its path below `/session/{id}/`, its body.
    pub fn send(&self, method: &'static str, path: &str, body: Value) -> Result<Value, String> {
        self.wait(self.client.issue_cmd(Command {
            method,
            path: path.into(),
            body,
        }))
    }
}

/// An element of the page as it was when it was looked for.
pub(super) struct Found<'s> {
    session: &'s Session,
    element: Element,
}

impl Found<'_> {
    /// Clicks in its middle, after bringing it into view.
    pub fn click(&self) -> Result<(), String> {
        self.session.wait(self.element.click())
    }

    /// Its text as rendered.
    pub fn text(&self) -> Result<String, String> {
        self.session.wait(self.element.text())
    }

    /// As an argument for a script or an action.
    pub fn json(&self) -> Value {
        // The constant is the specification's "web element identifier".
        json!({ "element-6066-11e4-a52e-4f735466cecf": self.element.element_id().to_string() })
    }
}

#[derive(Debug)]
struct Command {
    method: &'static str,
    path: String,
    body: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        let method = http::Method::from_bytes(self.method.as_bytes()).unwrap_or_default();
        let body = (self.method != "GET").then(|| self.body.to_string());
        (method, body)
    }
}

/// The driver's words without its stack.
fn brief(error: &CmdError) -> String {
    match error {
        CmdError::Standard(e) => format!("{}: {}", e.error(), e.message.lines().next().unwrap_or_default()),
        other => other.to_string(),
    }
}
