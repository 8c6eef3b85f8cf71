//! The three browsers, and what each must be told.

use std::path::PathBuf;

use serde_json::{Value, json};

/// A browser engine of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Debian's Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by WebKitWebDriver, on a display of its own.
    WebKit,
}

/// What a test wants of a browser of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// JavaScript off.
    pub without_scripts: bool,
    /// The system asks for less motion.
    pub still: bool,
    /// The system's theme is dark.
    pub dark: bool,
}

impl Kind {
    /// The browser named by `DATELINE_BROWSER`: `chromium` (also where it is not set), `firefox` or `webkit`.
    pub fn asked() -> Self {
        match std::env::var("DATELINE_BROWSER").as_deref() {
            Err(_) | Ok("chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("DATELINE_BROWSER: expected chromium, firefox or webkit, found {other:?}"),
        }
    }

    /// Its name in lower case, as in `DATELINE_BROWSER`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Whether it can be given what a test wishes for before it starts.
    pub fn grants(self, wish: Wish) -> bool {
        // MiniBrowser takes no preferences.
        self != Self::WebKit || wish == Wish::default()
    }

    /// The capabilities to ask a driver for (W3C WebDriver, section 7).
    pub(super) fn capabilities(self, wish: Wish) -> Value {
        match self {
            Self::Chromium => chromium(wish),
            Self::Firefox => firefox(wish),
            Self::WebKit => json!({
                "webkitgtk:browserOptions": { "binary": program().unwrap_or_else(mini_browser), "args": ["--automation"] },
            }),
        }
    }
}

fn chromium(wish: Wish) -> Value {
    // No sandbox: tests run as root in containers. The rest keeps the browser from asking the network for its own ends.
    let mut args = vec![
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--force-color-profile=srgb",
        "--window-size=1280,900",
    ];
    if wish.still {
        args.push("--force-prefers-reduced-motion");
    }
    if wish.dark {
        args.push("--force-dark-mode");
    }
    let mut prefs = json!({});
    if wish.without_scripts {
        // 2 is "block" (Chromium's ContentSetting).
        prefs["profile.managed_default_content_settings.javascript"] = 2.into();
    }
    let mut options = json!({ "args": args, "prefs": prefs });
    if let Some(program) = program() {
        options["binary"] = program.to_string_lossy().into();
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}

fn firefox(wish: Wish) -> Value {
    let mut prefs = json!({
        // One content process is enough, and starts sooner.
        "dom.ipc.processCount": 1,
        "datareporting.policy.dataSubmissionEnabled": false,
        "app.update.enabled": false,
    });
    if wish.without_scripts {
        prefs["javascript.enabled"] = false.into();
    }
    if wish.still {
        prefs["ui.prefersReducedMotion"] = 1.into();
    }
    if wish.dark {
        // 0 is dark (Firefox's StaticPrefList: layout.css.prefers-color-scheme.content-override).
        prefs["layout.css.prefers-color-scheme.content-override"] = 0.into();
    }
    let mut options = json!({ "args": ["-headless", "-width", "1280", "-height", "900"], "prefs": prefs });
    if let Some(program) = program() {
        options["binary"] = program.to_string_lossy().into();
    }
    json!({ "browserName": "firefox", "moz:firefoxOptions": options })
}

/// The browser's program, where the environment names one; else the driver finds it.
fn program() -> Option<PathBuf> {
    std::env::var_os("DATELINE_BROWSER_PROGRAM").map(PathBuf::from)
}

/// `MiniBrowser` lies in the library folder of the machine's architecture.
fn mini_browser() -> PathBuf {
    let libraries = ["/usr/lib", "/usr/libexec", "/usr/lib64"];
    let folders = libraries.iter().flat_map(|lib| {
        let inner = std::fs::read_dir(lib)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path());
        inner.chain([PathBuf::from(lib)])
    });
    let mut found: Vec<PathBuf> = folders
        .flat_map(|folder| {
            ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"].map(|v| folder.join(v).join("MiniBrowser"))
        })
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    found
        .pop()
        .unwrap_or_else(|| panic!("no MiniBrowser below {libraries:?}: install webkit2gtk-driver"))
}
