//! How smoothly a long list is scrolled: `cargo run -p dateline-tests --features browsers --bin scroll -- SITE`.
//!
//! In Chromium, on this machine: through a site's whole list at two speeds, the long tasks and late frames meanwhile.
//! Prints a Markdown table.

use std::path::PathBuf;
use std::time::Duration;

use dateline_tests::browser::{Kind, Page, Site, browse};
use serde_json::json;

/// Pixels a frame, and how they are read.
const SPEEDS: [(f64, &str); 2] = [(60.0, "a hard turn of the wheel"), (3000.0, "the scrollbar dragged")];

/// Frames scrolled at most: at the lower speed the list's first part stands for the rest.
const FRAMES: u32 = 6_000;

/// Scrolls by `arguments[0]` pixels a frame until the list's end or for `arguments[1]` frames. Notes tasks over 50 ms (W3C
/// Long Tasks API), frames, frames later than two of 60 a second, frames in which the window shows rows that are not drawn,
/// and the most rows drawn at once.
const SCROLL: &str = "const [by, most] = arguments, n = window.noted = { tasks: [], frames: 0, late: 0, bare: 0, rows: 0, end: 0 }; \
    new PerformanceObserver(l => n.tasks.push(...l.getEntries().map(e => Math.round(e.duration)))).observe({ type: 'longtask' }); \
    scrollTo(0, 0); let last; const seen = r => r.bottom > 0 && r.top < innerHeight; const step = now => { \
      if (last !== undefined && now - last > 34) n.late++; last = now; n.frames++; \
      if ([...document.querySelectorAll('.hits > .gap')].some(e => seen(e.getBoundingClientRect()))) n.bare++; \
      const rows = document.querySelectorAll('.hits > .hit'); n.rows = Math.max(n.rows, rows.length); \
      const end = document.querySelector('.hits').getBoundingClientRect().bottom <= innerHeight + 1; \
      if (n.frames >= most || end) { n.row = +rows[rows.length - 1].getAttribute('aria-posinset'); n.end = 1; return } \
      scrollBy({ top: by, behavior: 'instant' }); requestAnimationFrame(step) }; requestAnimationFrame(step)";

fn main() -> Result<(), String> {
    let site = std::env::args_os().nth(1).map(PathBuf::from);
    let site = site
        .filter(|site| site.is_dir())
        .ok_or("expected the folder of a site that `dateline build` wrote")?;
    if Kind::asked() != Kind::Chromium {
        return Err("only Chromium tells of long tasks: leave DATELINE_BROWSER unset".into());
    }
    println!(
        "| scrolled | frames | later than 34 ms | showing rows not drawn | tasks over 50 ms | rows drawn at most | to row |"
    );
    println!("|---|---|---|---|---|---|---|");
    browse(|page| {
        let host = Site::of(&site).untouched().open();
        page.open(&host.url(""));
        page.wait_for(".map-svg [data-country]");
        for (by, like) in SPEEDS {
            std::thread::sleep(Duration::from_secs(1));
            through(page, by, like);
        }
    });
    Ok(())
}

fn through(page: &Page<'_>, by: f64, like: &str) {
    page.call(SCROLL, vec![json!(by), json!(FRAMES)]);
    while page.eval("noted.end") != json!(1) {
        std::thread::sleep(Duration::from_secs(1));
    }
    let noted = page.eval("noted");
    println!(
        "| {by:.0} px a frame, {like} | {} | {} | {} | {} | {} | {} |",
        noted["frames"], noted["late"], noted["bare"], noted["tasks"], noted["rows"], noted["row"]
    );
}
