//! The page as a folder for any static host.
//!
//! The first page carries its scripts and styles: nothing but itself is fetched before it is painted and starts. The wasm
//! is named by its content, so that a host may let browsers keep it for ever and a new version never mixes with an old
//! one. All addresses are relative: the folder works below any path.

use std::collections::BTreeMap;

use super::html::{SEARCH, article_list, escape, fill, heading};
use super::policy::{self, Inline, content_name};
use super::{Listing, Page, PageError, embed};
use crate::parts::{self, Published};

/// The first page of the plain list of all articles.
const LIST_PAGE: &str = "articles.html";

/// Articles in the first page, before any script runs: enough to read, little enough to paint at once.
const FIRST: usize = 200;

/// Articles in one page of the plain list.
const PER_LIST: usize = 2000;

/// The site's files: relative names with `/`, and their bytes.
pub fn site_files(page: &Page, corpus: &Published, listing: &Listing) -> Result<BTreeMap<String, Vec<u8>>, PageError> {
    let mut files = BTreeMap::new();
    for (name, bytes) in corpus.files() {
        files.insert(name, bytes.to_vec());
    }
    let in_parts = !corpus.parts.is_empty();
    let module = if in_parts {
        "dateline-parts.wasm"
    } else {
        "dateline.wasm"
    };
    let wasm = embed(page.get(module)?, &corpus.embedded)?;
    let wasm_bytes = wasm.len();
    let mut named = |kind: &str, bytes: Vec<u8>| {
        let name = format!("dateline-{}.{kind}", content_name(&bytes));
        files.insert(name.clone(), bytes);
        name
    };
    let wasm = named("wasm", wasm);
    // For the plain lists, which can be many.
    let style_file = named("css", page.get("page.css")?.to_vec());
    for (name, bytes) in page.below("icons/").chain(page.below("api/")) {
        files.insert(name.to_owned(), bytes.to_vec());
    }
    let manifest = fill(
        page.text("manifest.webmanifest")?,
        &[("title", &json_text(&listing.title))],
    )?;
    files.insert("manifest.webmanifest".into(), manifest.into_bytes());

    let common = "<link rel=\"icon\" href=\"icons/icon.svg\" type=\"image/svg+xml\">\n\
         <link rel=\"apple-touch-icon\" href=\"icons/icon-192.png\">\n\
         <link rel=\"manifest\" href=\"manifest.webmanifest\">";
    let theme = page.text("head.js")?.trim();
    let style = inline_style(page)?;
    let script = inline_script(&script(page, in_parts)?);
    // The wasm is on its way before the rest of the page has arrived; before anything else runs, where the address asks
    // something: that is a tenth of the time to its answer. A `preload` link would do the same in two of the
    // three engines; WebKit fetches twice then. The theme comes after it: storage is slow to open.
    let early = format!(
        "self.dateline_early = location.hash.length > 1 && location.protocol !== \"file:\" && fetch({name});\n\
         {}\ndateline_load.download({name}, {wasm_bytes});\n{theme}",
        page.text("load.js")?.trim(),
        name = json_text(&wasm)
    );
    let starting = format!("<script>{early}</script>\n{common}\n<style>{style}</style>");
    // Behind the list, which can be read while the script arrives.
    let parts = match in_parts {
        true => format!(" data-parts=\"{}/\"", parts::FOLDER),
        false => String::new(),
    };
    let start = format!("<script data-wasm=\"{wasm}\" data-bytes=\"{wasm_bytes}\"{parts}>{script}</script>\n");
    let total = listing.items.len();
    let lists = total.div_ceil(PER_LIST).max(1);
    let more = match total > FIRST {
        true => format!("<p><a href=\"{LIST_PAGE}\">All {total} articles as a plain list</a></p>\n"),
        false => String::new(),
    };
    let title = escape(&listing.title);
    let heading = heading(&listing.title);
    let listing_head = format!("<script>{theme}</script>\n{common}\n<link rel=\"stylesheet\" href=\"{style_file}\">");
    let write = |inline: Inline, head: &str, search: &str, list: &str, data: &str| -> Result<Vec<u8>, PageError> {
        let policy = policy::site(inline);
        let values = [
            ("policy", policy.as_str()),
            ("title", &title),
            ("heading", &heading),
            ("head", head),
            ("search", search),
            ("list", list),
            ("data", data),
        ];
        fill(page.text("index.html")?, &values).map(String::into_bytes)
    };
    let first = article_list(listing, 0, FIRST, false, &more);
    let inline = Inline {
        scripts: &[&early, &script],
        styles: &[&style],
    };
    files.insert("index.html".into(), write(inline, &starting, SEARCH, &first, &start)?);
    for number in 0..lists {
        let (from, to) = (number * PER_LIST, (number + 1) * PER_LIST);
        let list = article_list(listing, from, to, true, &turn_pages(number, lists));
        let inline = Inline {
            scripts: &[theme],
            styles: &[],
        };
        files.insert(list_name(number), write(inline, &listing_head, "", &list, "")?);
    }
    let worker = service_worker(page, &files)?;
    files.insert("sw.js".into(), worker.into_bytes());
    Ok(files)
}

/// A script that can stand between `<script>` and `</script>`: in strings and comments, the only places where these
/// occur, the backslash changes nothing.
pub(super) fn inline_script(script: &str) -> String {
    script.replace("</script", "<\\/script").replace("<!--", "<\\!--")
}

/// The page's styles as they can stand between `<style>` and `</style>`.
pub(super) fn inline_style(page: &Page) -> Result<String, PageError> {
    Ok(page.text("page.css")?.replace("</", "<\\/"))
}

/// The one script of page and worker: the glue that wasm-bindgen wrote, then ours. Each part looks where it runs.
pub(super) fn script(page: &Page, in_parts: bool) -> Result<String, PageError> {
    let scripts: &[&str] = match in_parts {
        true => &["glue-parts.js", "parts.js", "worker.js", "boot.js"],
        false => &["glue.js", "worker.js", "boot.js"],
    };
    let texts = scripts.iter().map(|name| page.text(name));
    Ok(texts.collect::<Result<Vec<_>, _>>()?.join("\n"))
}

/// The service worker with the names of what it keeps and the version they make up.
///
/// The JavaScript API is for other pages, and long plain lists are for readers without scripts: neither is kept. Parts of
/// the corpus are kept as they are read.
fn service_worker(page: &Page, files: &BTreeMap<String, Vec<u8>>) -> Result<String, PageError> {
    let folder = format!("{}/", parts::FOLDER);
    let kept = |name: &str| !name.starts_with("api/") && !name.starts_with("articles-") && !name.starts_with(&folder);
    let mut everything = Vec::new();
    let mut names = Vec::new();
    for (name, bytes) in files.iter().filter(|(name, _)| kept(name)) {
        everything.extend_from_slice(name.as_bytes());
        everything.extend_from_slice(content_name(bytes).as_bytes());
        // Many hosts redirect index.html to the folder, and a redirected answer cannot be kept for a navigation.
        names.push(if name == "index.html" {
            "\"./\"".into()
        } else {
            json_text(name)
        });
    }
    let script = page.text("sw.js")?;
    fill(
        script,
        &[("version", &content_name(&everything)), ("files", &names.join(", "))],
    )
}

/// `articles.html`, `articles-2.html`, …
fn list_name(number: usize) -> String {
    if number == 0 {
        LIST_PAGE.into()
    } else {
        format!("articles-{}.html", number + 1)
    }
}

/// Links between the pages of the plain list, and back to the page itself.
fn turn_pages(number: usize, lists: usize) -> String {
    let mut out = String::from("<p>");
    if number > 0 {
        out.push_str(&format!(
            "<a href=\"{}\" rel=\"prev\">Newer articles</a> ",
            list_name(number - 1)
        ));
    }
    if number + 1 < lists {
        out.push_str(&format!(
            "<a href=\"{}\" rel=\"next\">Older articles</a> ",
            list_name(number + 1)
        ));
    }
    out.push_str("<a href=\"./\">Search, filters and map</a></p>\n");
    out
}

/// Text as a JSON string, which is also a JavaScript string.
fn json_text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{attribute, listing, page, scripts};
    use super::*;
    use crate::page::extract;

    fn corpus(pack: &[u8]) -> Published {
        Published::whole(pack.to_vec())
    }

    #[test]
    fn parts_stand_in_their_folder_and_are_not_kept_before_they_are_read() {
        let corpus = Published {
            embedded: b"start".to_vec(),
            parts: vec![("a0-00000000".into(), b"part".to_vec())],
        };
        let files = site_files(&page(), &corpus, &listing(1)).unwrap();
        assert_eq!(files["parts/a0-00000000"], b"part");
        assert!(text(&files, "index.html").contains("data-parts=\"parts/\""));
        assert!(!text(&files, "sw.js").contains("a0-00000000"));
    }

    fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
        String::from_utf8(files[name].clone()).unwrap()
    }

    #[test]
    fn every_address_is_relative_and_leads_to_a_file() {
        let files = site_files(&page(), &corpus(b"pack"), &listing(4500)).unwrap();
        let pages: Vec<_> = files.keys().filter(|name| name.ends_with(".html")).cloned().collect();
        assert_eq!(
            pages,
            ["articles-2.html", "articles-3.html", "articles.html", "index.html"]
        );
        for name in pages {
            let html = text(&files, &name);
            for tag in html
                .split('<')
                .filter_map(|part| part.split_once('>'))
                .map(|(tag, _)| tag)
            {
                for attribute in ["href", "data-wasm"].iter().filter_map(|kind| attribute(tag, kind)) {
                    let file = attribute.split('#').next().unwrap_or_default();
                    let file = if file == "./" { "index.html" } else { file };
                    assert!(files.contains_key(file), "{name}: {attribute}");
                }
            }
        }
        let worker = text(&files, "sw.js");
        let kept = worker.split_once("FILES = [").unwrap().1.split_once(']').unwrap().0;
        for file in kept.split(", ").map(|file| file.trim_matches('"')) {
            assert!(file == "./" || files.contains_key(file), "sw.js keeps {file}");
        }
    }

    #[test]
    fn articles_add_no_script_and_the_policy_allows_those_there_are() {
        let files = site_files(&page(), &corpus(b"pack"), &listing(3)).unwrap();
        for (name, expected) in [("index.html", 2), ("articles.html", 1)] {
            let html = text(&files, name);
            let found = scripts(&html);
            assert_eq!(found.len(), expected, "{name}: {found:?}");
            for (src, inline) in &found {
                assert_eq!(src, "", "{name}: every script stands in the page");
                assert!(html.contains(&policy::source_hash(inline)), "{name}: {inline}");
            }
            let style = html
                .split_once("<style>")
                .map(|(_, rest)| rest.split_once("</style>").unwrap().0);
            assert_eq!(style.is_some(), name == "index.html");
            assert!(
                style.is_none_or(|style| html.contains(&policy::source_hash(style))),
                "{name}"
            );
        }
    }

    #[test]
    fn the_same_input_gives_the_same_bytes_and_another_pack_another_version() {
        let site = |pack: &[u8]| site_files(&page(), &corpus(pack), &listing(3)).unwrap();
        assert_eq!(site(b"one"), site(b"one"));
        let (one, two) = (site(b"one"), site(b"two"));
        let wasm =
            |files: &BTreeMap<String, Vec<u8>>| files.keys().find(|name| name.ends_with(".wasm")).cloned().unwrap();
        assert_ne!(wasm(&one), wasm(&two));
        assert_ne!(one["sw.js"], two["sw.js"], "the service worker must notice");
        assert_eq!(extract(&two[&wasm(&two)]).unwrap(), Some(b"two".as_slice()));
    }
}
