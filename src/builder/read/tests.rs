//! Folders of files, as the command line names them.

use std::fs;
use std::path::{Path, PathBuf};

use super::notes::kind;
use super::{Reading, read};
use crate::progress::{Phase, Progress, Silent, Stopped};

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dir
}

fn reading(paths: &[&Path]) -> Reading {
    read(
        &paths.iter().map(|p| p.to_path_buf()).collect::<Vec<PathBuf>>(),
        &Silent,
    )
    .unwrap()
}

fn ids(reading: &Reading) -> Vec<(&str, &str)> {
    reading
        .articles
        .iter()
        .map(|r| (r.article.id.as_str(), r.article.path.as_str()))
        .collect()
}

fn kinds(reading: &Reading) -> Vec<&str> {
    reading.all_warnings().map(kind).collect()
}

#[test]
fn a_folder_is_walked_and_only_articles_are_read() {
    let dir = folder(&[
        ("b.txt", "The mayor spoke of the harbour at some length today."),
        ("a/c.md", "The mayor spoke of the quay at some length today."),
        (
            "a/d.JSONL",
            "{\"id\":\"x\",\"text\":\"The mayor spoke.\"}\n{\"text\":\"He left.\"}\n",
        ),
        (".hidden/e.txt", "Nobody reads this."),
        (".f.txt", "Nor this."),
        ("README.md", "What these files are."),
        ("g.docx", "PK"),
        ("h.docx", "PK"),
        ("noextension", "?"),
        ("empty.txt", "\n"),
    ]);
    let reading = reading(&[dir.path()]);
    assert_eq!(
        ids(&reading),
        [
            ("c", "a/c.md"),
            ("x", "a/d.JSONL"),
            ("d-2", "a/d.JSONL"),
            ("b", "b.txt")
        ]
    );
    assert_eq!(
        kinds(&reading),
        ["left out", "unknown format", "unknown format", "empty article"]
    );
    assert_eq!(reading.skipped, 1, "the empty one");
}

#[test]
fn ids_are_unique_and_given_ones_stay() {
    let line = |id: &str, text: &str| format!("{{\"id\":\"{id}\",\"text\":\"{text}\"}}\n");
    let lines = [line("a", "One."), line("a", "Two."), line("a-2", "Three.")].concat();
    let dir = folder(&[
        ("a.txt", "The mayor spoke of the harbour."),
        ("wire.jsonl", &lines),
        ("x/a.txt", "The mayor left the harbour."),
    ]);
    let reading = reading(&[dir.path()]);
    let found: Vec<&str> = ids(&reading).into_iter().map(|(id, _)| id).collect();
    assert_eq!(found, ["a-4", "a", "a-3", "a-2", "a-5"]);
    assert_eq!(kinds(&reading), ["id taken"; 3]);
}

#[test]
fn the_order_of_the_arguments_does_not_matter() {
    let one = folder(&[
        ("a.txt", "The mayor spoke of the harbour."),
        ("b.txt", "The mayor left the harbour."),
    ]);
    let two = folder(&[
        ("a.txt", "The council spoke of the quay."),
        ("c.txt", "The council left the quay."),
    ]);
    let (one, two) = (one.path(), two.path());
    let forwards = reading(&[one, two]);
    assert_eq!(forwards, reading(&[two, one]));
    assert_eq!(
        forwards,
        reading(&[two, one, &one.join("a.txt")]),
        "a file named twice is read once"
    );
    assert_eq!(forwards.articles.len(), 4);
}

#[test]
fn equal_texts_are_both_kept_and_said() {
    let text = "The mayor spoke of the harbour at some length today.";
    let dir = folder(&[("a.txt", text), ("b.txt", text)]);
    let reading = reading(&[dir.path()]);
    assert_eq!(reading.articles.len(), 2);
    assert_eq!(kinds(&reading), ["same text"]);
}

#[test]
fn what_is_not_there_is_said() {
    let reading = reading(&[Path::new("/no/such/folder")]);
    assert_eq!((kinds(&reading), reading.skipped), (vec!["file not read"], 1));
}

#[cfg(unix)]
#[test]
fn a_link_to_its_own_folder_ends() {
    let dir = folder(&[("a/b.txt", "The mayor spoke of the harbour.")]);
    std::os::unix::fs::symlink(dir.path(), dir.path().join("a/loop")).unwrap();
    let reading = reading(&[dir.path()]);
    assert_eq!(reading.articles.len(), 1);
    assert_eq!(kinds(&reading), ["file not read"]);
}

#[test]
fn stopping_gives_nothing() {
    struct Stop;
    impl Progress for Stop {
        fn report(&self, _: Phase, _: u64, _: u64) {}
        fn is_stopped(&self) -> bool {
            true
        }
    }
    let dir = folder(&[("a.txt", "The mayor spoke of the harbour.")]);
    assert_eq!(read(&[dir.path().to_owned()], &Stop), Err(Stopped));
}
