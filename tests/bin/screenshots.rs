//! Pictures of every view: `cargo run -p dateline-tests --features browsers --bin screenshots -- OUT`.
//!
//! Each view in light and dark, on a desktop and on a phone, of the page in `DATELINE_DIST` (default `dist/`), as
//! `VIEW-desktop-light.png` and so on.

use std::cell::RefCell;
use std::path::PathBuf;

use dateline_tests::browser::{Page, Site, browse};
use dateline_tests::project;
use dateline_tests::truth::Truth;
use dateline_tests::views::views;
use serde_json::json;

/// Name, width and height of the windows, in CSS pixels.
const WINDOWS: [(&str, u32, u32); 2] = [("desktop", 1280, 900), ("phone", 390, 844)];

fn main() -> Result<(), String> {
    let out = std::env::args_os()
        .nth(1)
        .map_or_else(|| project::root().join("docs/screenshots"), PathBuf::from);
    let site = project::dist().join("site");
    if !site.is_dir() {
        return Err(format!("{} is not there: run `cargo xtask dist`", site.display()));
    }
    std::fs::create_dir_all(&out).map_err(|e| format!("{}: {e}", out.display()))?;
    let views = views(&Truth::of_site(&site));
    let host = Site::of(&site).open();
    let written = RefCell::new(Ok(()));
    browse(|page| {
        for (window, width, height) in WINDOWS {
            for view in &views {
                page.open_sized(&host, &view.fragment, width, height);
                page.wait_for(view.shows);
                for theme in ["light", "dark"] {
                    let path = out.join(format!("{}-{window}-{theme}.png", view.name));
                    let picture = picture(page, theme);
                    if let Err(e) = std::fs::write(&path, picture) {
                        *written.borrow_mut() = Err(format!("{}: {e}", path.display()));
                        return;
                    }
                }
            }
        }
    });
    written
        .into_inner()
        .inspect(|()| println!("{} pictures in {}", views.len() * WINDOWS.len() * 2, out.display()))
}

/// The window as it is in a theme, once everything is drawn and at rest.
fn picture(page: &Page<'_>, theme: &str) -> Vec<u8> {
    page.call(
        "document.documentElement.dataset.theme = arguments[0]",
        vec![json!(theme)],
    );
    page.wait(
        "the map",
        "!document.querySelector('.waiting, [aria-busy], .map-frame:empty, .mini-map:empty')",
    );
    page.wait(
        "a page at rest",
        "document.getAnimations().every(a => a.playState !== 'running')",
    );
    page.picture()
}
