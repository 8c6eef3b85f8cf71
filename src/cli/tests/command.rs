//! The command as its users meet it: what it writes, what it says, and the exit codes.
// Helpers of tests fail like tests; clippy.toml allows it only inside test functions.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const ARTICLE: &str = "---\ntitle: Harbour vote put off again\noutlet: The Fjord Times\ndate: 2019-06-04\n---\n\n\
                       The harbour council of Bergen put off its vote, the mayor of Tokyo said in “Łódź” on Tuesday.\n";

fn dateline(dir: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(arguments)
        .current_dir(dir)
        .output()
        .unwrap()
}

/// Runs the command; expects its exit code and a fragment of what it says on standard error.
fn check(dir: &Path, arguments: &[&str], code: i32, says: &str) -> String {
    let output = dateline(dir, arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
    assert!(said.contains(says), "{arguments:?} said: {said}");
    String::from_utf8(output.stdout).unwrap()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// A folder with articles in `in/`, one of them damaged.
fn corpus() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir_all(dir.path().join("in/sub")).unwrap();
    fs::write(dir.path().join("in/harbour.md"), ARTICLE).unwrap();
    fs::write(
        dir.path().join("in/sub/wire.jsonl"),
        "{\"id\":\"w1\",\"title\":\"Quay opened\",\"date\":\"2019-06-05\",\"outlet\":\"Wire\",\"text\":\"The quay of Bergen was opened.\",\"desk\":\"north\"}\n{broken\n",
    )
    .unwrap();
    dir
}

/// The project's own page but for its wasm, so that sites can be written without a wasm toolchain.
fn page(dir: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let page = dir.join("page");
    fs::create_dir_all(page.join("icons")).unwrap();
    fs::copy(root.join("index.html"), page.join("index.html")).unwrap();
    for folder in ["www", "www/icons"] {
        for file in fs::read_dir(root.join(folder))
            .unwrap()
            .map(|e| e.unwrap().path())
            .filter(|p| p.is_file())
        {
            let name = file.strip_prefix(root.join("www")).unwrap();
            fs::copy(&file, page.join(name)).unwrap();
        }
    }
    for name in ["glue.js", "glue-parts.js", "page.css"] {
        fs::write(page.join(name), "").unwrap();
    }
    for module in ["dateline.wasm", "dateline-parts.wasm"] {
        fs::write(page.join(module), b"\0asm\x01\0\0\0").unwrap();
    }
}

#[test]
fn a_pack_is_the_same_whatever_the_order_and_the_place() {
    let (one, two) = (corpus(), corpus());
    check(
        one.path(),
        &["build", "in", "-o", "a.pack", "--title", "T"],
        0,
        "2 articles",
    );
    check(
        one.path(),
        &["build", "in/sub", "in/harbour.md", "-o", "b.pack", "--title", "T"],
        0,
        "",
    );
    check(
        one.path(),
        &["build", "in/harbour.md", "in/sub", "-o", "c.pack", "--title", "T"],
        0,
        "",
    );
    check(two.path(), &["build", "in", "-o", "a.pack", "--title", "T"], 0, "");
    let read = |dir: &TempDir, name: &str| fs::read(dir.path().join(name)).unwrap();
    assert_eq!(read(&one, "a.pack"), read(&two, "a.pack"));
    assert_eq!(read(&one, "b.pack"), read(&one, "c.pack"));
}

#[test]
fn a_corpus_is_built_with_corrections_and_tells_which_had_none() {
    let dir = corpus();
    let list = "# A Lodz in Texas\ncountry place:lodz-pl -> US\nmerge person:a person:b\ndrop person:nobody\n\
                drop place:lodz-pl \"Lodsch\"\nmerge place:lodz-pl -> place:lodz-pl\n";
    fs::write(dir.path().join("list.txt"), list).unwrap();
    let arguments = [
        "build",
        "in",
        "-o",
        "a.pack",
        "--title",
        "T",
        "--corrections",
        "list.txt",
    ];
    let expected = "expected ->, found “person:b”; write an arrow between the two";
    check(
        dir.path(),
        &arguments,
        0,
        &format!("list.txt:3: correction not understood: {expected}"),
    );
    for told in [
        "list.txt:4: correction without effect: no article names person:nobody; ",
        "list.txt:5: correction without effect: no name of place:lodz-pl is written \"Lodsch\"; compare",
        "list.txt:6: correction without effect: it is so already; leave the line out",
    ] {
        check(dir.path(), &arguments, 0, told);
    }
    let first = fs::read(dir.path().join("a.pack")).unwrap();
    check(dir.path(), &arguments, 0, "2 articles");
    assert_eq!(fs::read(dir.path().join("a.pack")).unwrap(), first, "the same bytes");

    let countries = |arguments: &[&str]| -> Vec<String> {
        let lines = check(dir.path(), arguments, 0, "");
        let codes = |line: &str| json(line)["countries"].as_array().unwrap().clone();
        let all = lines
            .lines()
            .flat_map(codes)
            .map(|country| country["code"].as_str().unwrap().to_owned());
        all.collect()
    };
    let before = countries(&["analyze", "in", "--json"]);
    let after = countries(&["analyze", "in", "--json", "--corrections", "list.txt"]);
    assert_eq!((before.join(" "), after.join(" ")), ("JP PL".into(), "JP US".into()));

    check(
        dir.path(),
        &["build", "in", "-o", "a.pack", "--corrections", "none.txt"],
        1,
        "none.txt: expected a file of corrections, found none that can be read",
    );
}

#[test]
fn every_product_is_searched_alike() {
    let dir = corpus();
    page(dir.path());
    let build = |out: &str| {
        check(
            dir.path(),
            &["build", "in", "-o", out, "--page", "page", "--title", "T"],
            0,
            "line skipped",
        )
    };
    let products = ["x.pack", "x.html", "site", "x.parts"];
    for out in products {
        build(out);
    }
    let answers = products.map(|pack| check(dir.path(), &["search", pack, "quay", "--json"], 0, ""));
    assert_eq!(answers[0], answers[3]);
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0], answers[2]);
    let answer = json(&answers[0]);
    assert_eq!(
        (&answer["total"], &answer["corpus"]),
        (&Value::from(1), &Value::from(2))
    );
    assert_eq!(
        (&answer["hits"][0]["id"], &answer["hits"][0]["title"]),
        (&Value::from("w1"), &Value::from("Quay opened"))
    );
    let filtered = check(
        dir.path(),
        &[
            "search",
            "x.pack",
            "",
            "--outlet",
            "Wire",
            "--from",
            "2019-06-05",
            "--json",
        ],
        0,
        "",
    );
    assert_eq!(json(&filtered)["total"], 1);
    assert!(check(dir.path(), &["search", "x.pack", "quay"], 0, "").contains("Quay opened"));
    assert_eq!(
        fs::read_dir(dir.path())
            .unwrap()
            .filter(|e| e.as_ref().unwrap().file_name().to_string_lossy().contains(".part-"))
            .count(),
        0
    );
    build("site");
}

/// A folder with `x.pack`, of two articles: one of the harbour, one of the quay.
fn searchable() -> TempDir {
    let dir = corpus();
    page(dir.path());
    check(
        dir.path(),
        &["build", "in", "-o", "x.pack", "--page", "page"],
        0,
        "line skipped",
    );
    dir
}

#[test]
fn a_query_may_begin_with_a_hyphen() {
    let dir = searchable();
    for arguments in [
        &["search", "x.pack", "-quay", "--json"][..],
        &["search", "--json", "x.pack", "-quay"],
        &["search", "x.pack", "--limit", "5", "-quay", "--json"],
        &["search", "x.pack", "-quay bergen", "--json", "--sort", "newest"],
        &["search", "x.pack", "--json", "--", "-quay"],
        &["search", "x.pack", "bergen", "-quay", "--json"],
    ] {
        let answer = json(&check(dir.path(), arguments, 0, ""));
        assert_eq!(answer["total"], 1, "{arguments:?}");
        assert_eq!(
            answer["hits"][0]["title"], "Harbour vote put off again",
            "{arguments:?}"
        );
    }
    for arguments in [
        &["search", "x.pack", "-h"][..],
        &["search", "x.pack", "quay", "-h"],
        &["search", "-h"],
    ] {
        assert!(check(dir.path(), arguments, 0, "").contains("Usage"), "{arguments:?}");
    }
    for arguments in [
        &["search", "x.pack", "--jsn"][..],
        &["search", "x.pack", "--jsn", "quay"],
        &["search", "x.pack", "quay", "--jsn"],
    ] {
        check(dir.path(), arguments, 2, "'--json'");
    }
}

#[test]
fn filters_take_keys_and_names() {
    let dir = searchable();
    for (option, value, total, says) in [
        ("--country", "JP", 1, ""),
        ("--country", "jp", 1, ""),
        ("--country", "country:JP", 1, ""),
        ("--country", "Japan", 1, ""),
        ("--country", "japan", 1, ""),
        ("--country", "Jpan", 0, "did you mean Japan (JP)?"),
        ("--country", "Peru", 0, "facets.country"),
        ("--place", "tokyo", 1, ""),
        ("--place", "Toky", 1, "taken for Tokyo"),
        ("--outlet", "Wire", 1, ""),
        ("--outlet", "the fjord times", 1, ""),
        ("--outlet", "The Fjord Tines", 0, "did you mean \"The Fjord Times\"?"),
        ("--not", "country:Japan", 1, ""),
        ("--not", "outlet:wire", 1, ""),
        ("--not", "country:Jpan", 2, "did you mean Japan (JP)?"),
    ] {
        let arguments = ["search", "x.pack", "", option, value, "--json"];
        let answer = json(&check(dir.path(), &arguments, 0, says));
        assert_eq!(answer["total"], total, "{arguments:?}");
        let said = dateline(dir.path(), &arguments).stderr;
        assert_eq!(said.is_empty(), says.is_empty(), "{arguments:?}");
    }
}

#[test]
fn an_analysis_is_one_object_a_line() {
    let dir = corpus();
    let lines = check(
        dir.path(),
        &["analyze", "in", "--json"],
        0,
        "wire.jsonl:2: line skipped",
    );
    let objects: Vec<Value> = lines.lines().map(json).collect();
    assert_eq!(objects.len(), 2);
    let a = &objects[0];
    for field in ["quotations", "times", "figures"] {
        assert!(a[field].is_array(), "{field}");
    }
    let told = check(dir.path(), &["analyze", "in", "--explain"], 0, "");
    assert!(told.contains("place:") && told.contains("trust"), "{told}");
    assert_eq!(
        (&a["path"], &a["id"], &a["date"]),
        (
            &Value::from("harbour.md"),
            &Value::from("harbour"),
            &Value::from("2019-06-04")
        )
    );
    assert_eq!(
        (&a["outlet"], &a["dateline"], &a["byline"]),
        (&Value::from("The Fjord Times"), &Value::from(""), &Value::from(""))
    );
    assert_eq!(
        (&objects[1]["path"], &objects[1]["extra"]["desk"]),
        (&Value::from("sub/wire.jsonl"), &Value::from("north"))
    );
    let text: Vec<char> = a["text"].as_str().unwrap().chars().collect();
    let mut mentions = 0;
    for named in a["countries"]
        .as_array()
        .unwrap()
        .iter()
        .chain(a["entities"].as_array().unwrap())
    {
        for m in named["mentions"].as_array().unwrap() {
            let at = |name: &str| m[name].as_u64().unwrap() as usize;
            assert_eq!(
                text[at("start")..at("end")].iter().collect::<String>(),
                m["text"].as_str().unwrap()
            );
            mentions += 1;
        }
    }
    assert!(mentions > 0, "{a}");
}

#[test]
fn failures_say_where_why_and_what_to_do() {
    let dir = corpus();
    page(dir.path());
    fs::create_dir(dir.path().join("thesis")).unwrap();
    fs::write(dir.path().join("thesis/mine.txt"), "mine").unwrap();
    fs::write(dir.path().join("empty.txt"), "\n").unwrap();
    fs::write(dir.path().join("damaged.pack"), b"DATELINE\x01").unwrap();
    for (arguments, code, says) in [
        (&["build", "nowhere", "-o", "x.pack"][..], 1, "no articles found"),
        (&["build", "nowhere", "-o", "x.pack"], 1, "nowhere: file not read"),
        (&["build", "empty.txt", "-o", "x.pack"], 1, "empty article"),
        (&["build", "in", "-o", "thesis", "--page", "page"], 1, "--force"),
        (
            &["build", "in", "-o", "empty.txt", "--page", "page"],
            1,
            "name a folder",
        ),
        (
            &["build", "in", "-o", "in", "--single-file", "--page", "page"],
            1,
            "name a file",
        ),
        (&["build", "in", "-o", "site", "--page", "nowhere"], 1, "nowhere"),
        (&["build", "in"], 2, "--out"),
        (&["build", "in", "-o", "x.pack", "--strict"], 3, "line skipped"),
        (&["search", "nowhere.pack", "x"], 1, "nowhere.pack"),
        (&["search", "thesis", "x"], 1, "holds no page"),
        (&["search", "damaged.pack", "x"], 1, "damaged.pack"),
        (
            &["search", "x.pack", "x", "--not", "planet:mars"],
            1,
            "expected country:",
        ),
        (&["search", "x.pack", "x", "--from", "June"], 2, "YYYY-MM-DD"),
        (&["serve", "empty.txt"], 1, "expected a folder"),
        (&["analyze"], 2, "ARTICLES"),
        (&["fly"], 2, "fly"),
    ] {
        check(dir.path(), arguments, code, says);
    }
    assert!(!dir.path().join("site").exists());
    assert_eq!(fs::read_to_string(dir.path().join("thesis/mine.txt")).unwrap(), "mine");
}

#[test]
fn warnings_can_be_kept_in_a_file() {
    let dir = corpus();
    check(
        dir.path(),
        &["build", "in", "-o", "x.pack", "--warnings", "w.jsonl"],
        0,
        "1 warning",
    );
    let warning = json(fs::read_to_string(dir.path().join("w.jsonl")).unwrap().trim());
    assert_eq!(
        (&warning["path"], &warning["line"]),
        (&Value::from("sub/wire.jsonl"), &Value::from(2))
    );
    assert!(warning["remedy"].as_str().unwrap().contains("JSON"));
}

#[test]
fn hostile_articles_are_built_and_analysed() {
    let dir = tempfile::tempdir().unwrap();
    let input = dir.path().join("in");
    fs::create_dir(&input).unwrap();
    fs::write(
        input.join("script.txt"),
        "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> \u{202e}desrever\u{202c} and a NUL \0 here.",
    )
    .unwrap();
    fs::write(input.join("long.txt"), "word ".repeat(400_000)).unwrap();
    fs::write(input.join("half.jsonl"), "{\"id\":\"<b>\",\"title\":\"\\ud800 <i>\",\"text\":\"javascript:alert(1) \\udfff.\",\"url\":\"javascript:alert(1)\"}\n").unwrap();
    fs::write(
        input.join("latin1.md"),
        b"---\ntitle: Caf\xe9\n---\nUn caf\xe9 \xe0 Li\xe8ge, pr\xe8s du mus\xe9e.\n",
    )
    .unwrap();
    let lines = check(dir.path(), &["analyze", "in", "--json"], 0, "encoding");
    let objects: Vec<Value> = lines.lines().map(json).collect();
    assert_eq!(objects.len(), 4);
    assert_eq!(objects[0]["title"], "\u{fffd} <i>");
    assert_eq!(objects[1]["title"], "Café");
    assert!(
        objects[3]["text"]
            .as_str()
            .unwrap()
            .contains("<img src=x onerror=alert(1)> \u{202e}desrever\u{202c} and a NUL here.")
    );
    check(dir.path(), &["build", "in", "-o", "x.pack"], 0, "4 articles");
    assert_eq!(
        json(&check(dir.path(), &["search", "x.pack", "onerror", "--json"], 0, ""))["total"],
        1
    );
}

#[test]
fn help_has_examples() {
    let dir = tempfile::tempdir().unwrap();
    for command in ["build", "serve", "analyze", "search"] {
        assert!(
            check(dir.path(), &[command, "--help"], 0, "").contains("EXAMPLES"),
            "{command}"
        );
    }
    assert!(check(dir.path(), &["--help"], 0, "").contains("EXIT CODES"));
}
