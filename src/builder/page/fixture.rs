//! A page for tests: the project's own shell and scripts around the smallest module.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::{ListItem, Listing, Page};

/// The project's page, with a module that does nothing and stand-ins for what is generated.
pub fn page() -> Page {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let mut files = BTreeMap::new();
    files.insert("index.html".to_owned(), fs::read(root.join("index.html")).unwrap());
    for name in [
        "head.js",
        "load.js",
        "boot.js",
        "worker.js",
        "parts.js",
        "sw.js",
        "manifest.webmanifest",
        "icons/icon.svg",
        "icons/icon-192.png",
    ] {
        files.insert(name.to_owned(), fs::read(root.join("www").join(name)).unwrap());
    }
    for name in ["glue.js", "glue-parts.js"] {
        files.insert(name.into(), b"let wasm_bindgen; // </script> <!--".to_vec());
    }
    files.insert("page.css".into(), b"body{margin:0}".to_vec());
    for name in ["dateline.wasm", "dateline-parts.wasm"] {
        files.insert(name.into(), b"\0asm\x01\0\0\0".to_vec());
    }
    files.insert("api/dateline.js".into(), b"export {};".to_vec());
    Page::new(files).unwrap()
}

/// A listing of `count` articles whose every field tries to be markup.
pub fn listing(count: usize) -> Listing {
    let hostile = |n: usize| format!("\"><script>alert({n})</script>&{{{{data}}}}\u{202e}");
    let item = |n| ListItem {
        id: hostile(n),
        title: hostile(n),
        outlet: hostile(n),
        date: "2017-03-16".into(),
        place: hostile(n),
        language: hostile(n),
        lead: hostile(n),
    };
    Listing {
        title: hostile(0),
        language: "en".into(),
        items: (0..count).map(item).collect(),
    }
}

/// The texts of the scripts that a browser would run from this HTML, by whether they stand in it (`src` is empty then).
pub fn scripts(html: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for after in html.split("<script").skip(1) {
        let (tag, rest) = after.split_once('>').unwrap();
        if !tag.contains("text/plain") {
            found.push((
                attribute(tag, "src").unwrap_or_default(),
                rest.split_once("</script>").unwrap().0.to_owned(),
            ));
        }
    }
    found
}

/// An attribute's value in a tag.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, after) = tag.split_once(&format!("{name}=\""))?;
    Some(after.split_once('"')?.0.to_owned())
}
