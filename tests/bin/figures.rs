//! Figures of the built page: `cargo run -p dateline-tests --features browsers --bin figures`.
//!
//! In Chromium, on this machine: the first search result from navigation beside a hello-world wasm page in the same
//! run, long tasks while a reader types and filters, and Lighthouse's marks. Prints a Markdown table.

use std::process::Command;
use std::time::Duration;

use dateline_tests::browser::{Kind, Page, Site, browse};
use dateline_tests::project;
use dateline_tests::truth::Truth;
use dateline_tests::views::views;
use serde_json::{Value, json};

/// Visits timed for each of the two pages; each is an origin of its own, so that nothing is kept between them.
const VISITS: usize = 21;

/// Until a drawn page has come to rest.
const REST: Duration = Duration::from_millis(400);

/// A task longer than this is a long task, in milliseconds (W3C Long Tasks API).
const LONG: f64 = 50.0;

/// The smallest page that shows a text out of wasm: a module with one memory, one string and one function.
const HELLO: &str = "<!doctype html><html lang=en><head><meta charset=utf-8><title>Hello</title></head><body><p id=hello></p>\
    <script>WebAssembly.instantiateStreaming(fetch('hello.wasm')).then(({ instance: { exports: e } }) => { \
    document.getElementById('hello').textContent = new TextDecoder().decode(new Uint8Array(e.memory.buffer, e.hello(), 13)) })\
    </script></body></html>";

fn main() -> Result<(), String> {
    let site = project::dist().join("site");
    if !site.is_dir() {
        return Err(format!("{} is not there: run `cargo xtask dist`", site.display()));
    }
    if Kind::asked() != Kind::Chromium {
        return Err("the figures are Chromium's: leave DATELINE_BROWSER unset".into());
    }
    let truth = Truth::of_site(&site);
    let search = views(&truth)
        .into_iter()
        .find(|v| v.name == "search")
        .ok_or("a view with a search")?;
    let folder = project::target().join("hello");
    let written = std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::write(folder.join("index.html"), HELLO))
        .and_then(|()| std::fs::write(folder.join("hello.wasm"), hello()));
    written.map_err(|e| format!("{}: {e}", folder.display()))?;

    println!("| figure | value |\n|---|---|");
    browse(|page| {
        watch(page);
        let (mut ours, mut bare, mut after) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..VISITS {
            let (shown, tasks) = visit(
                page,
                &Site::of(&site).untouched(),
                &format!("#{}", search.fragment),
                ".map-svg [data-country]",
            );
            ours.push(shown);
            after.push(tasks);
            bare.push(visit(page, &Site::of(&folder).untouched(), "", "#hello").0);
        }
        let (ours, bare) = (median(ours), median(bare));
        println!("| first search result from navigation, median of {VISITS} | {ours:.0} ms |");
        println!("| hello-world wasm page, the same way | {bare:.0} ms |");
        println!("| the one by the other | {:.2} |", ours / bare);
        let longest = after.iter().flatten().copied().fold(0.0, f64::max);
        println!(
            "| visits with a task over {LONG} ms from the first result until all is drawn | {} of {VISITS} (longest {longest:.0} ms) |",
            after.iter().filter(|tasks| !tasks.is_empty()).count()
        );
        let tasks = long_tasks(page, &Site::of(&site).untouched(), &search.fragment);
        let told: Vec<String> = tasks.iter().map(|(ms, step)| format!("{ms:.0} ms {step}")).collect();
        println!(
            "| tasks over {LONG} ms while typing, filtering, opening, closing | {} {} |",
            tasks.len(),
            told.join(", ")
        );
    });
    for (category, mark) in lighthouse(&site)? {
        println!("| Lighthouse, {category} | {mark:.0} |");
    }
    Ok(())
}

/// A module in WebAssembly's binary format: memory 0 exported, `hello` returns 0, the text lies at 0.
fn hello() -> Vec<u8> {
    let mut wasm = b"\0asm\x01\0\0\0".to_vec();
    wasm.extend(b"\x01\x05\x01\x60\x00\x01\x7f"); // types: () -> i32
    wasm.extend(b"\x03\x02\x01\x00"); // functions: one of type 0
    wasm.extend(b"\x05\x03\x01\x00\x01"); // memory: one page
    wasm.extend(b"\x07\x12\x02\x06memory\x02\x00\x05hello\x00\x00"); // exports
    wasm.extend(b"\x0a\x06\x01\x04\x00\x41\x00\x0b"); // code: i32.const 0
    wasm.extend(b"\x0b\x13\x01\x00\x41\x00\x0b\x0dHello, world!"); // data at 0
    wasm
}

/// From now on every page notes when its first result or its hello stands in the document, and its long tasks: when each
/// began, how long it took.
fn watch(page: &Page<'_>) {
    let script = "new MutationObserver(() => { if (!window.shown && (document.querySelector('.results .hit mark, .plain-list .hit mark') || \
        document.querySelector('#hello')?.textContent)) window.shown = performance.now() })\
        .observe(document, { childList: true, subtree: true, characterData: true }); window.tasks = []; \
        new PerformanceObserver(l => tasks.push(...l.getEntries().map(e => [e.startTime, e.duration]))).observe({ type: 'longtask' })";
    let params = json!({ "source": script });
    page.command(
        "goog/cdp/execute",
        json!({ "cmd": "Page.addScriptToEvaluateOnNewDocument", "params": params }),
    );
}

/// Milliseconds from navigation until the result is there, and the durations of the long tasks that began after it,
/// until a while after an element stands in the page that comes last.
fn visit(page: &Page<'_>, site: &Site, fragment: &str, last: &str) -> (f64, Vec<f64>) {
    let host = site.clone().open();
    page.goto("about:blank");
    page.goto(&host.url(fragment));
    let shown = page
        .wait("the first result", "window.shown")
        .as_f64()
        .unwrap_or(f64::NAN);
    page.wait("a quiet page", "document.readyState === 'complete'");
    page.wait_for(last);
    std::thread::sleep(REST);
    (shown, over(page, shown))
}

/// Durations of the long tasks that began at `from` milliseconds or later.
fn over(page: &Page<'_>, from: f64) -> Vec<f64> {
    let tasks = page.eval("tasks");
    let pairs = tasks.as_array().into_iter().flatten();
    pairs
        .filter_map(|task| Some((task[0].as_f64()?, task[1].as_f64()?)))
        .filter(|(begun, ms)| *begun >= from && *ms > LONG)
        .map(|(_, ms)| ms)
        .collect()
}

/// Durations of the long tasks while somebody types, filters, opens and closes, after the first result, and in which
/// of these steps each was.
fn long_tasks(page: &Page<'_>, site: &Site, fragment: &str) -> Vec<(f64, &'static str)> {
    let host = site.clone().open();
    page.goto("about:blank");
    page.open(&host.url(&format!("#{fragment}")));
    page.wait_for(".map-svg [data-country]");
    let mut all = Vec::new();
    let rest = |step| {
        std::thread::sleep(REST);
        let tasks = over(page, 0.0);
        page.eval("tasks.splice(0)");
        tasks.into_iter().map(move |ms| (ms, step))
    };
    drop(rest(""));
    for words in ["tokyo talks", "\"new approach\" japan", "russia", ""] {
        page.search(words);
        page.wait("results", "document.querySelector('#results-title')");
        all.extend(rest("typing"));
    }
    for _ in 0..2 {
        page.click(".facet-value label");
        page.wait("results", "document.querySelector('#results-title')");
        all.extend(rest("filtering"));
    }
    page.click(".results .hit-link");
    page.wait_for("#article-title");
    all.extend(rest("opening"));
    page.click(".reader-bar .back");
    page.wait_for(".results .hits");
    all.extend(rest("closing"));
    all
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Lighthouse's marks, of 100, with its usual settings (a phone on a slow network, simulated).
fn lighthouse(site: &std::path::Path) -> Result<Vec<(String, f64)>, String> {
    let folder = project::root().join("tests/figures");
    if !folder.join("node_modules/lighthouse").is_dir() {
        eprintln!("installing the npm packages of tests/figures/package-lock.json");
        let done = Command::new("npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(&folder)
            .output();
        let done = done.map_err(|e| format!("npm: {e}"))?;
        if !done.status.success() {
            return Err(format!("npm ci: {}", String::from_utf8_lossy(&done.stderr)));
        }
    }
    let host = Site::of(site).untouched().open();
    let mut command = Command::new("node");
    command
        .arg(folder.join("node_modules/lighthouse/cli/index.js"))
        .arg(host.url(""))
        .args([
            "--quiet",
            "--output=json",
            "--only-categories=performance,accessibility,best-practices",
            "--chrome-flags=--headless --no-sandbox --disable-gpu --disable-dev-shm-usage",
        ]);
    if std::env::var_os("CHROME_PATH").is_none() {
        command.env(
            "CHROME_PATH",
            std::env::var_os("DATELINE_BROWSER_PROGRAM").unwrap_or_else(|| "/usr/bin/chromium".into()),
        );
    }
    let done = command.output().map_err(|e| format!("node: {e}"))?;
    let report: Value = serde_json::from_slice(&done.stdout)
        .map_err(|e| format!("lighthouse: {e}: {}", String::from_utf8_lossy(&done.stderr)))?;
    let _ = std::fs::write(project::target().join("lighthouse.json"), &done.stdout);
    let categories = report["categories"]
        .as_object()
        .ok_or("lighthouse gave no categories")?;
    Ok(categories
        .iter()
        .map(|(id, c)| (id.clone(), c["score"].as_f64().unwrap_or(0.0) * 100.0))
        .collect())
}
