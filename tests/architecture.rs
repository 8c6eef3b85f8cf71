//! Is the architecture what the documents say, and is absent what must be absent?

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use dateline_tests::project::{read, root};

/// Documents for people; what they name must exist.
const DOCUMENTS: [&str; 4] = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"];

/// Everything at the top of the project. A new entry is a decision: make it here too.
const TOP: [&str; 24] = [
    ".cargo",
    ".ci",
    ".git",
    ".gitattributes",
    ".github",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "NOTICE",
    "README.md",
    "clippy.toml",
    "corpus",
    "deny.toml",
    "docs",
    "index.html",
    "rustfmt.toml",
    "src",
    "tests",
    "www",
];

/// Made by commands, and in no commit.
const MADE: [&str; 2] = ["dist", "target"];

/// Which of our crates a crate may import.
const IMPORTS: [(&str, &[&str]); 9] = [
    ("corpus", &[]),
    ("analysis", &["corpus"]),
    ("engine", &["corpus"]),
    ("builder", &["corpus", "analysis"]),
    ("cli", &["corpus", "analysis", "engine", "builder"]),
    ("api", &["corpus", "engine"]),
    ("analyst", &["corpus", "analysis"]),
    ("app", &["corpus", "engine"]),
    ("xtask", &["corpus", "analysis", "builder"]),
];

/// Every Rust file below a folder of the project, in order.
fn sources(folder: &str) -> Vec<PathBuf> {
    fn collect(dir: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(dir).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    collect(&root().join(folder), &mut found);
    found.sort();
    assert!(!found.is_empty(), "{folder} has Rust files");
    found
}

fn name(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}

/// A file's code without comments and without its tests, line by line with numbers.
fn code(path: &Path) -> Vec<(usize, String)> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let lines = text
        .lines()
        .enumerate()
        .take_while(|(_, line)| line.trim() != "#[cfg(test)]");
    let bare = |line: &str| line.split("//").next().unwrap_or_default().to_owned();
    lines.map(|(n, line)| (n + 1, bare(line))).collect()
}

fn is_test(path: &Path) -> bool {
    let name = name(path);
    name.ends_with("tests.rs")
        || ["/tests/", "/benches/", "/examples/"]
            .iter()
            .any(|part| name.contains(part))
}

/// Fails with every line of `files` that contains one of `words`.
#[track_caller]
fn expect_absent(files: impl IntoIterator<Item = PathBuf>, words: &[&str], why: &str) {
    let mut found = Vec::new();
    for path in files.into_iter().filter(|path| !is_test(path)) {
        for (line, text) in code(&path) {
            found.extend(
                words
                    .iter()
                    .filter(|word| text.contains(**word))
                    .map(|word| format!("{}:{line}: {word}", name(&path))),
            );
        }
    }
    assert!(found.is_empty(), "{why}: {found:#?}");
}

#[test]
fn every_path_that_the_documents_name_exists() {
    let known: BTreeSet<&str> = TOP.into_iter().collect();
    let mut missing = Vec::new();
    let mut checked = 0;
    for document in DOCUMENTS {
        let text = read(document);
        let spans = text.split('`').skip(1).step_by(2);
        let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for path in spans.chain(links) {
            let path = path.split('#').next().unwrap_or_default().trim_end_matches('/');
            let first = path.split('/').next().unwrap_or_default();
            let plain = path.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
            if plain && known.contains(first) {
                checked += 1;
                if !root().join(path).exists() {
                    missing.push(format!("{document}: {path}"));
                }
            }
        }
    }
    assert!(checked > 30, "paths are found in the documents: {checked}");
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn the_top_of_the_project_holds_what_was_decided() {
    let entries = std::fs::read_dir(root()).unwrap_or_else(|e| panic!("{e}")).flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let odd: Vec<String> = names
        .filter(|n| !TOP.contains(&n.as_str()) && !MADE.contains(&n.as_str()))
        .collect();
    assert!(odd.is_empty(), "{odd:?}");
}

#[test]
fn parts_import_only_what_they_may() {
    for (part, allowed) in IMPORTS {
        let manifest = read(&format!("src/{part}/Cargo.toml"));
        let mut section = "";
        for line in manifest.lines().map(str::trim) {
            section = if line.starts_with('[') { line } else { section };
            let Some(other) = line.strip_prefix("dateline-").filter(|_| section == "[dependencies]") else {
                continue;
            };
            let other = other.split(['.', ' ', '=']).next().unwrap_or_default();
            assert!(allowed.contains(&other), "src/{part}/Cargo.toml imports {other}");
        }
        for path in sources(&format!("src/{part}")) {
            for (line, text) in code(&path) {
                for other in text.split("dateline_").skip(1) {
                    let other = other
                        .split(|c: char| !c.is_ascii_alphabetic())
                        .next()
                        .unwrap_or_default();
                    let ours = IMPORTS.iter().any(|(name, _)| *name == other);
                    assert!(
                        !ours || other == part || allowed.contains(&other),
                        "{}:{line} imports {other}",
                        name(&path)
                    );
                }
            }
        }
    }
    let crates = std::fs::read_dir(root().join("src")).into_iter().flatten().flatten();
    for entry in crates {
        let part = entry.file_name().to_string_lossy().into_owned();
        assert!(
            IMPORTS.iter().any(|(name, _)| *name == part),
            "src/{part} is in no rule"
        );
    }
}

#[test]
fn the_table_of_the_architecture_is_the_one_checked() {
    let text = read("ARCHITECTURE.md");
    for (part, allowed) in IMPORTS {
        let row = text.lines().find(|line| line.starts_with(&format!("| `src/{part}` |")));
        let row = row.unwrap_or_else(|| panic!("ARCHITECTURE.md has a row for src/{part}"));
        let last = row
            .trim_end_matches([' ', '|'])
            .rsplit('|')
            .next()
            .unwrap_or_default()
            .trim();
        let said: BTreeSet<&str> = match last {
            "none of ours" => BTreeSet::new(),
            "all of the above" => IMPORTS
                .iter()
                .map(|(name, _)| *name)
                .take_while(|name| *name != part)
                .filter(|name| allowed.contains(name))
                .collect(),
            list => list.split(',').map(str::trim).collect(),
        };
        assert_eq!(said, allowed.iter().copied().collect(), "src/{part}");
    }
}

#[test]
fn the_core_is_pure() {
    let core = ["src/corpus", "src/engine", "src/analysis"]
        .into_iter()
        .flat_map(sources);
    let effects = [
        "std::time",
        "std::net",
        "std::fs",
        "std::env",
        "std::process",
        "std::thread",
        "SystemTime",
        "Instant",
        "println!",
        "eprintln!",
        "rand::",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "unsafe",
    ];
    expect_absent(
        core,
        &effects,
        "no clock, network, disk, environment or output in the core",
    );
}

#[test]
fn the_state_of_the_page_is_pure() {
    let files = ["state", "reduce", "route", "asks", "effects", "keys", "format"];
    let files = files
        .map(|file| root().join(format!("src/app/{file}.rs")))
        .into_iter()
        .filter(|path| path.exists());
    let files: Vec<PathBuf> = files.collect();
    assert!(
        files.len() >= 5,
        "the pure files of the page are where they were: {files:?}"
    );
    expect_absent(
        files,
        &[
            "web_sys",
            "js_sys",
            "yew",
            "browser::",
            "crate::port",
            "crate::components",
        ],
        "state is plain data",
    );
}

#[test]
fn components_only_draw() {
    let words = [
        "crate::browser",
        "crate::port",
        "crate::root",
        "crate::worker",
        "crate::answers",
        "dateline_engine::Engine",
        "style=",
        "innerHTML",
        "inner_html",
        "from_html_unchecked",
    ];
    expect_absent(
        sources("src/app/components"),
        &words,
        "components ask nobody, store nothing, and set no style or markup",
    );
}

#[test]
fn a_panel_imports_only_pieces_and_its_own_parts() {
    // What several panels are made of. Any other component has one parent: a second would make the two know each other.
    let pieces = [
        "bins",
        "corrected",
        "hit",
        "icon",
        "line",
        "link",
        "panel",
        "pieces",
        "portion",
        "size",
        "steps",
        "stops",
    ];
    let mut parents: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in sources("src/app/components") {
        let inside = name(&path).replace("src/app/components/", "");
        let own = inside.split(['/', '.']).next().unwrap_or_default().to_owned();
        for (_, text) in code(&path) {
            for part in text.split("crate::components::").skip(1) {
                let part: String = part
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                    .collect();
                if !part.is_empty() && part != own && !pieces.contains(&part.as_str()) {
                    parents.entry(part).or_default().insert(own.clone());
                }
            }
        }
    }
    // The map is drawn large beside the list and small beside an article.
    let map = parents.remove("map");
    assert_eq!(
        map,
        Some(BTreeSet::from(["article_side".to_owned(), "figures".to_owned()]))
    );
    let shared: Vec<_> = parents.iter().filter(|(_, parents)| parents.len() > 1).collect();
    assert!(shared.is_empty(), "{shared:#?}");
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<String> = sources("src")
        .iter()
        .chain(&sources("tests"))
        .filter(|path| !std::fs::read_to_string(path).is_ok_and(|text| text.starts_with("//!")))
        .map(|path| name(path))
        .collect();
    assert!(silent.is_empty(), "{silent:#?}");
}
