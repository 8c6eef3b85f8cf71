//! What the files of tests share: the page under test, the truth about it, and names of its parts.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use dateline_corpus::{Filters, Group, Pick};
use dateline_engine::view::{Hit, Piece, Sentences, View};
use dateline_tests::browser::{Host, Kind, Page, Site, npm};
use dateline_tests::project;
use dateline_tests::truth::Truth;

/// The site that `cargo xtask dist` wrote.
pub fn site() -> PathBuf {
    let site = project::dist().join("site");
    assert!(site.is_dir(), "{} is not there: run `cargo xtask dist`", site.display());
    site
}

/// The engine on the articles of that site.
pub fn truth() -> &'static Truth {
    static TRUTH: OnceLock<Truth> = OnceLock::new();
    TRUTH.get_or_init(|| Truth::of_site(&site()))
}

/// Opens the site at a fragment (without `#`), on a host of its own.
#[track_caller]
pub fn open(page: &Page<'_>, fragment: &str) -> Host {
    let host = Site::of(site()).open();
    page.open(&host.url(&format!("#{fragment}")));
    host
}

/// A folder below `target/` for what a test makes, empty, one for each browser.
pub fn scratch(name: &str) -> PathBuf {
    let folder = project::target()
        .join("browser-tests")
        .join(Kind::asked().name())
        .join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    folder
}

/// Writes articles as files and has the `dateline` command make `out` of them, in the same scratch folder.
#[track_caller]
pub fn build(scratch: &Path, files: &[(&str, &[u8])], out: &str) -> PathBuf {
    let articles = scratch.join(format!("articles for {out}"));
    for (name, bytes) in files {
        let path = articles.join(name);
        let written =
            std::fs::create_dir_all(path.parent().unwrap_or(&articles)).and_then(|()| std::fs::write(&path, bytes));
        written.unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    }
    build_from(&articles, &[], &scratch.join(out))
}

/// Has the `dateline` command make `out` of a folder of articles.
#[track_caller]
pub fn build_from(articles: &Path, options: &[&str], out: &Path) -> PathBuf {
    let done = Command::new(project::dist().join("dateline"))
        .arg("build")
        .arg(articles)
        .args(options)
        .arg("-o")
        .arg(out)
        .output();
    let done = done.unwrap_or_else(|e| panic!("dist/dateline: {e}; run `cargo xtask dist`"));
    assert!(
        done.status.success(),
        "dateline build: {}",
        String::from_utf8_lossy(&done.stderr)
    );
    out.to_owned()
}

/// A picked value.
pub fn pick(group: Group, key: &str) -> Pick {
    Pick {
        group,
        key: key.into(),
        exclude: false,
    }
}

/// Filters of some picks.
pub fn filters(picks: impl IntoIterator<Item = Pick>) -> Filters {
    Filters {
        picks: picks.into_iter().collect(),
        ..Filters::default()
    }
}

/// The row of a facet value.
pub fn row(group: Group, key: &str) -> String {
    format!(
        "section[aria-labelledby=facet-{}] .facet-value[data-key={}]",
        group.word(),
        serde_json::json!(key)
    )
}

/// The articles of the list, by id, in order.
pub fn listed(page: &Page<'_>) -> Vec<String> {
    page.attributes(".results .hits .hit-link", "data-id")
}

/// The same of the truth.
pub fn ids(hits: &[Hit]) -> Vec<String> {
    hits.iter().map(|hit| hit.id.clone()).collect()
}

/// Text of a run of pieces, spaces joined as the page's texts are.
pub fn plain(pieces: &[Piece]) -> String {
    joined(&pieces.iter().map(|p| p.text.as_str()).collect::<String>())
}

/// Spaces joined.
pub fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `1 article`, `2 articles`, as the page counts.
pub fn counted(n: u32, one: &str) -> String {
    format!("{n} {one}{}", if n == 1 { "" } else { "s" })
}

/// Waits until the list is that of a view, and compares all of it: heading, order, titles, matches.
#[track_caller]
pub fn expect_list(page: &Page<'_>, query: &str, view: &View) {
    let heading = match query.trim() {
        "" => counted(view.total, "article"),
        words => format!("{} for {words}", counted(view.total, "result")),
    };
    page.wait_text("#results-title", &heading);
    let wanted: Vec<String> = ids(&view.hits);
    let list = serde_json::json!(wanted);
    page.wait(
        &format!("the articles {list}"),
        &format!("JSON.stringify([...document.querySelectorAll('.results .hits .hit-link')].map(a => a.dataset.id)) === JSON.stringify({list})"),
    );
    let marked = |of: fn(&Hit) -> &[Piece]| -> Vec<String> {
        let pieces = view.hits.iter().flat_map(of).filter(|piece| piece.matched);
        pieces.map(|piece| joined(&piece.text)).collect()
    };
    assert_eq!(
        page.texts(".results .hit-title mark"),
        marked(|hit| &hit.title),
        "matches in titles"
    );
    assert_eq!(
        page.texts(".results .snippet mark"),
        marked(|hit| &hit.snippet),
        "matches in snippets"
    );
}

/// Waits for the mentions of two to be listed, in as many articles as were counted.
#[track_caller]
pub fn expect_both(page: &Page<'_>, both: &Sentences, articles: u32) {
    assert_eq!(both.articles, articles);
    page.wait_text(
        "[role=dialog] .counted",
        &format!(
            "{} in {}. Both are named in each.",
            counted(both.mentions, "mention"),
            counted(articles, "article")
        ),
    );
    assert_eq!(page.text("#panel-title"), joined(&both.name));
    assert_eq!(page.count("[role=dialog] .sentences li"), both.lines.len().min(100));
}

/// The longest words of the articles' titles, one an article: words that are there whatever the corpus is.
pub fn title_words() -> Vec<String> {
    let longest = |hit: &Hit| {
        let title = plain(&hit.title);
        let words = title.split(|c: char| !c.is_alphabetic()).filter(|word| word.is_ascii());
        words.max_by_key(|word| word.len()).unwrap_or_default().to_lowercase()
    };
    let mut words: Vec<String> = truth()
        .all()
        .hits
        .iter()
        .map(longest)
        .filter(|word| word.len() > 3)
        .collect();
    words.sort();
    words.dedup();
    assert!(!words.is_empty(), "the bundled articles have titles with words");
    words
}

/// Searches for a word and filters by a country; list and map follow, and the address.
#[track_caller]
pub fn search_and_filter(page: &Page<'_>) {
    expect_list(page, "", &truth().all());
    let word = title_words().remove(0);
    page.search(&word);
    let view = truth().explore(&word, Filters::default());
    expect_list(page, &word, &view);
    let country = view.countries[0].code.to_string();
    page.click(&format!("{} label", row(Group::Country, &country)));
    expect_list(
        page,
        &word,
        &truth().explore(&word, filters([pick(Group::Country, &country)])),
    );
    page.wait_for(&format!(".map-svg [data-country={country}][aria-pressed=true]"));
    page.wait("the view in the address", "/q=.*country=/.test(location.hash)");
}

/// Waits until the service worker has everything it keeps.
#[track_caller]
pub fn wait_kept(page: &Page<'_>) {
    page.wait("service workers in this browser", "'serviceWorker' in navigator");
    page.call_until(
        "const done = arguments[arguments.length - 1]; navigator.serviceWorker.ready.then(() => done(1))",
        vec![],
    );
}

/// TypeScript declarations of a module for other pages, and programs that use it.
pub struct Declarations {
    folder: PathBuf,
    imports: String,
}

impl Declarations {
    /// Those in a file of the project, for programs that begin so.
    pub fn of(file: &str, imports: &str) -> Self {
        let name = file.rsplit('/').next().unwrap_or(file);
        let folder = scratch(name);
        let copied = std::fs::copy(project::root().join(file), folder.join(name));
        copied.unwrap_or_else(|e| panic!("{file}: {e}"));
        Self {
            folder,
            imports: imports.to_owned(),
        }
    }

    /// Whether a program fits them, and what the compiler says of it.
    pub fn fit(&self, body: &str) -> (bool, String) {
        let program = format!("{}\n{body}\nexport {{}};\n", self.imports);
        let file = "program.mts";
        std::fs::write(self.folder.join(file), program).unwrap_or_else(|e| panic!("{file}: {e}"));
        let options = "--noEmit --strict --target es2022 --module nodenext --lib es2022,dom";
        let mut tsc = Command::new("node");
        tsc.arg(npm("typescript/bin/tsc"))
            .args(options.split(' '))
            .arg(file)
            .current_dir(&self.folder);
        let done = tsc.output().unwrap_or_else(|e| panic!("node: {e}"));
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        (done.status.success(), said)
    }
}
