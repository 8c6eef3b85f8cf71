//! How is a real browser driven the way a reader would drive it?
//!
//! ```text
//! browse(|page| …)            a browser from the pool, handed back when the test has passed
//!   Page                      go, type, click, look; every wait has an end and says what was on the page instead
//!     Session                 one WebDriver session, all calls blocking
//!       Driver                chromedriver, geckodriver or WebKitWebDriver, gone when this process is gone
//! Site → Host                 a folder on a port of its own: below any path, with any fault, stopped at will
//! ```
//!
//! Which browser is meant is said by the environment (`DATELINE_BROWSER`), so that one run is one browser.

mod driver;
mod keys;
mod kind;
mod npm;
mod page;
mod pool;
mod served;
mod session;
mod watch;
mod wire;

pub use keys::Key;
pub use kind::{Kind, Wish};
pub use npm::npm;
pub use page::{PATIENCE, Page};
pub use pool::{browse, browse_afresh};
pub use served::{Fault, Host, Site};
pub use watch::watched;
