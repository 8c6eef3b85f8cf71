//! Which values of the corpus do the filters of a search mean? By key, by name as printed, or by the beginnings of a name's words.

use dateline_corpus::text::fold;
use dateline_corpus::{Filters, Group, Pick, Sort};
use dateline_engine::question::{Explore, FacetAsk, Scope};
use dateline_engine::view::FacetValue;

use super::Corpus;
use crate::report::Failure;

/// Values looked at where a name is misspelt: the most frequent ones.
const LOOKED_AT: u32 = 2000;

/// Values named in a hint.
const NAMED: usize = 3;

/// What a filter means, and what there is to say about it.
#[derive(Debug, Default)]
pub struct Meant {
    /// Several where several values have the name.
    pub picks: Vec<Pick>,
    /// For the reader, where it was not taken to the letter.
    pub note: Option<String>,
}

/// The values that `typed` means: `JP` and `japan`, `ann-lee`, `person:ann-lee` and `Ann Lee`. One that no article has stays as
/// it is, with a note that names those that are near.
pub fn meant(corpus: &mut Corpus<'_>, group: Group, typed: &str, exclude: bool) -> Result<Meant, Failure> {
    let bare = typed
        .strip_prefix(group.word())
        .and_then(|rest| rest.strip_prefix(':'))
        .unwrap_or(typed);
    let pick = |key: &str| Pick {
        group,
        key: key.to_owned(),
        exclude,
    };
    let literal = match group {
        Group::Country => bare.to_ascii_uppercase(),
        _ => bare.to_owned(),
    };
    // A picked value comes whether it is among the most frequent or not, if the corpus has it.
    let picked = values(corpus, group, 0, "", Some(pick(&literal)))?;
    if !picked.is_empty() || bare.trim().is_empty() {
        return Ok(Meant {
            picks: vec![pick(&literal)],
            note: None,
        });
    }
    let found = values(corpus, group, LOOKED_AT, bare, None)?;
    let folded = fold(bare);
    let named: Vec<Pick> = found
        .iter()
        .filter(|v| fold(&v.name) == folded)
        .map(|v| pick(&v.key))
        .collect();
    if !named.is_empty() {
        return Ok(Meant {
            picks: named,
            note: None,
        });
    }
    if let [one] = found.as_slice() {
        return Ok(Meant {
            picks: vec![pick(&one.key)],
            note: Some(format!("{} {typed:?} is taken for {}", group.word(), shown(group, one))),
        });
    }
    let near = if found.is_empty() {
        let all = values(corpus, group, LOOKED_AT, "", None)?;
        all.into_iter()
            .filter(|value| is_near(&folded, &fold(&value.name)))
            .collect()
    } else {
        found
    };
    let near: Vec<String> = near.iter().take(NAMED).map(|value| shown(group, value)).collect();
    let hint = if near.is_empty() {
        format!(
            "--facets 20 --json lists the most frequent ones under facets.{}",
            group.word()
        )
    } else {
        format!("did you mean {}?", near.join(", "))
    };
    Ok(Meant {
        picks: vec![pick(&literal)],
        note: Some(format!("no article has the {} {typed:?}; {hint}", group.word())),
    })
}

/// Values of a group in the whole corpus, at most so many; `picked` comes on top.
fn values(
    corpus: &mut Corpus<'_>,
    group: Group,
    limit: u32,
    find: &str,
    picked: Option<Pick>,
) -> Result<Vec<FacetValue>, Failure> {
    let view = corpus.explore(&Explore {
        scope: Scope {
            query: String::new(),
            filters: Filters {
                picks: picked.into_iter().collect(),
                from: None,
                to: None,
            },
        },
        sort: Sort::Newest,
        offset: 0,
        limit: 0,
        facets: vec![FacetAsk {
            group,
            limit,
            find: find.to_owned(),
        }],
        overview: false,
    })?;
    let facet = view.facets.into_iter().find(|facet| facet.group == group);
    Ok(facet.map(|facet| facet.values).unwrap_or_default())
}

/// A value as a reader may type it: its name, and its key where that is another.
fn shown(group: Group, value: &FacetValue) -> String {
    match group {
        Group::Outlet => format!("{:?}", value.name),
        _ => format!("{} ({})", value.name, value.key),
    }
}

/// Whether a folded name, or a word of it, is a slip or two away: as many as the search forgives in a word.
fn is_near(typed: &str, name: &str) -> bool {
    let forgiven = match typed.chars().count() {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    std::iter::once(name)
        .chain(name.split(' '))
        .any(|part| slips(typed, part) <= forgiven)
}

/// Letters left out, put in or changed between two words (V. I. Levenshtein, 1966).
fn slips(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let changed = corner + usize::from(x != *y);
            corner = row[j + 1];
            row[j + 1] = changed.min(corner + 1).min(row[j] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{is_near, slips};

    #[test]
    fn slips_are_counted_as_letters() {
        for (a, b, expect) in [
            ("japan", "japan", 0),
            ("jpan", "japan", 1),
            ("", "abc", 3),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(slips(a, b), expect, "{a} {b}");
            assert_eq!(slips(b, a), expect, "{b} {a}");
        }
    }

    #[test]
    fn a_name_is_near_by_one_of_its_words() {
        for (typed, name, expect) in [
            ("jpan", "japan", true),
            ("tilerson", "rex tillerson", true),
            ("uk", "us", false),
            ("china", "japan", false),
        ] {
            assert_eq!(is_near(typed, name), expect, "{typed} {name}");
        }
    }
}
