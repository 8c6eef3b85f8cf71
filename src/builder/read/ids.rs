//! Every article gets an id that no other has.

use std::collections::HashSet;

use super::{Reading, notes::Notes};

/// The longest id, in characters: it stands in addresses.
const LONGEST: usize = 200;

/// Gives every article its id: its own, or one made from its path. Where two are the same the later, in the order of
/// the reading, gets `-2`, `-3`, …. Ids that files give are settled first, so that they stay what their file says.
pub fn settle(reading: &mut Reading) {
    let mut taken: HashSet<String> = HashSet::new();
    let mut late: Vec<(usize, String)> = Vec::new();
    let mut made: Vec<(usize, String)> = Vec::new();
    for (at, read) in reading.articles.iter_mut().enumerate() {
        if read.article.id.is_empty() {
            made.push((at, from_path(&read.article.path, read.line)));
            continue;
        }
        read.article.id = cut(&read.article.id);
        if !taken.insert(read.article.id.clone()) {
            late.push((at, read.article.id.clone()));
        }
    }
    for (at, wanted) in late.into_iter().chain(made) {
        let numbered = (2..).map(|n: u32| format!("{wanted}-{n}"));
        let id = std::iter::once(wanted.clone())
            .chain(numbered)
            .find(|id| !taken.contains(id))
            .unwrap_or_default();
        let read = &mut reading.articles[at];
        if id != wanted {
            let mut notes = Notes::on(&read.article.path);
            notes.advise(
                read.line,
                format!("id taken: another article has the id {wanted}; this one became {id}"),
                "give each article an id of its own, or each file a name of its own",
            );
            read.warnings.extend(notes.into_warnings());
        }
        taken.insert(id.clone());
        read.article.id = id;
    }
}

fn cut(id: &str) -> String {
    id.chars().take(LONGEST).collect()
}

/// `2017/March Report.txt` → `march-report`; an entry of a file of many gets its line: `wire-17`.
fn from_path(path: &str, line: Option<u32>) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name
        .rsplit_once('.')
        .map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem });
    let mut slug = String::new();
    for c in stem.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() || c == '_' {
            slug.push(c);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    let slug = if slug.is_empty() { "article" } else { slug };
    cut(&line.map_or_else(|| slug.to_owned(), |line| format!("{slug}-{line}")))
}

#[cfg(test)]
mod tests {
    use super::from_path;

    #[test]
    fn an_id_from_a_path() {
        for (path, line, id) in [
            ("a/March Report.txt", None, "march-report"),
            ("000_bf3c.txt", None, "000_bf3c"),
            ("wire.jsonl", Some(17), "wire-17"),
            ("Zürich – Łódź.md", None, "zürich-łódź"),
            ("...", None, "article"),
            ("a/.txt", None, "txt"),
        ] {
            assert_eq!(from_path(path, line), id, "{path}");
        }
    }
}
