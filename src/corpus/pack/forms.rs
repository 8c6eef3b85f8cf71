//! Which words are forms of one another (*talk*, *talks*, *talking*), by language.
//!
//! Stemmers are many and large, so they run where a pack is written; the page gets what they said. A word that is in no
//! article has no entry: how its ending is exchanged for that of a word that has one is kept as pairs of endings.
//!
//! ```text
//! { groups   { words   { distance to the word before } } }      for each language, in the order of their tags
//! pairs      { ending   ending of the shortest word of its group }      longest ending first
//! ```

use std::collections::BTreeMap;

use super::numbers::Table;
use super::word_list::WordList;
use super::{PackError, Reader, put_str, put_varint};
use crate::text::fold;

/// Gives the stem of a written word in lower case, in a language by its main tag (`en`); `None` for languages it does not
/// know.
pub type Stem<'a> = &'a dyn Fn(&str, &str) -> Option<String>;

/// Letters that a word keeps at least when its ending is exchanged, in bytes: shorter ones are mostly other words.
const SHORTEST: usize = 3;
/// Pairs of endings kept; English news has some 300 that occur twice.
const PAIRS: usize = 400;
/// Words with the same pair that make it a rule of the language and no accident.
const FEWEST: u32 = 2;

/// Appends the section. `by_language` are numbers of words.
pub(super) fn write(by_language: &BTreeMap<&str, Vec<u32>>, words: &WordList, stem: Stem, out: &mut Vec<u8>) {
    let mut endings: BTreeMap<(String, String), u32> = BTreeMap::new();
    let all_terms = words.terms();
    put_varint(out, by_language.len() as u32);
    for (language, numbers) in by_language {
        // Each stem by a number, its words' positions by that.
        let mut stems: Table<String, u32> = Table::default();
        let mut groups: Vec<Vec<u32>> = Vec::new();
        for number in numbers {
            let Some(stem) = stem(language, &words.written(*number).to_lowercase()) else {
                continue;
            };
            let stem = fold(&stem);
            let group = *stems.entry(stem).or_insert(groups.len() as u32) as usize;
            if group == groups.len() {
                groups.push(Vec::new());
            }
            groups[group].push(words.position(*number));
        }
        groups.iter_mut().for_each(|group| group.sort_unstable());
        groups.retain(|group| group.first() != group.last());
        // Every way of writing a word counts.
        for group in &groups {
            count_endings(group, &all_terms, &mut endings);
        }
        groups.iter_mut().for_each(Vec::dedup);
        groups.sort_unstable();
        put_varint(out, groups.len() as u32);
        let mut first = 0;
        for group in &groups {
            put_varint(out, group.len() as u32);
            let mut before = first;
            for at in group {
                put_varint(out, at - before);
                before = *at;
            }
            first = group[0];
        }
    }
    let mut kept: Vec<(u32, (String, String))> = endings.into_iter().map(|(pair, n)| (n, pair)).collect();
    kept.retain(|(n, _)| *n >= FEWEST);
    kept.sort_by(|a, b| (b.0, &a.1).cmp(&(a.0, &b.1)));
    kept.truncate(PAIRS);
    // A longer ending says more: `ies` before `s`. Of equal length the more frequent.
    kept.sort_by_key(|(n, (ending, _))| (std::cmp::Reverse(ending.len()), std::cmp::Reverse(*n)));
    put_varint(out, kept.len() as u32);
    for (_, (ending, base)) in &kept {
        put_str(out, ending);
        put_str(out, base);
    }
}

/// Counts how the endings of a group's words and of its shortest are exchanged for each other.
fn count_endings(group: &[u32], terms: &[&str], endings: &mut BTreeMap<(String, String), u32>) {
    let group = || group.iter().map(|at| terms[*at as usize]);
    let Some(base) = group().min_by_key(|term| (term.len(), *term)) else {
        return;
    };
    for term in group().filter(|term| *term != base) {
        let shared = term.bytes().zip(base.bytes()).take_while(|(a, b)| a == b).count();
        let shared = (0..=shared)
            .rev()
            .find(|n| term.is_char_boundary(*n) && base.is_char_boundary(*n));
        let Some(shared) = shared.filter(|n| *n >= SHORTEST) else {
            continue;
        };
        let (a, b) = (term[shared..].to_owned(), base[shared..].to_owned());
        *endings.entry((a.clone(), b.clone())).or_default() += 1;
        *endings.entry((b, a)).or_default() += 1;
    }
}

/// The forms of an opened pack.
#[derive(Debug, Default)]
pub(super) struct Forms {
    /// Members of all groups, one group after the other.
    members: Vec<u32>,
    /// Where each group begins, and the end.
    starts: Vec<u32>,
    /// Word and group, in this order.
    groups: Vec<(u32, u32)>,
    pairs: Vec<(Box<str>, Box<str>)>,
}

impl Forms {
    /// Reads the section; there are `terms` terms.
    pub fn read(r: &mut Reader, terms: u32) -> Result<Self, PackError> {
        let mut forms = Self::default();
        for _ in 0..r.count()? {
            let mut first = 0u32;
            for _ in 0..r.count()? {
                forms.starts.push(forms.members.len() as u32);
                let mut at = first;
                for i in 0..r.count()? {
                    let next = at.checked_add(r.varint()?).filter(|at| *at < terms);
                    at = next.ok_or_else(|| r.malformed("a word's position"))?;
                    if i == 0 {
                        first = at;
                    }
                    forms.groups.push((at, forms.starts.len() as u32 - 1));
                    forms.members.push(at);
                }
            }
        }
        forms.starts.push(forms.members.len() as u32);
        forms.groups.sort_unstable();
        for _ in 0..r.count()? {
            forms.pairs.push((r.str()?.into(), r.str()?.into()));
        }
        Ok(forms)
    }

    /// Calls `each` with the members of every group that a word is in, itself included.
    pub fn of(&self, word: u32, mut each: impl FnMut(u32)) {
        let from = self.groups.partition_point(|g| g.0 < word);
        for (_, group) in self.groups[from..].iter().take_while(|g| g.0 == word) {
            let group = *group as usize;
            self.members[self.starts[group] as usize..self.starts[group + 1] as usize]
                .iter()
                .for_each(|member| each(*member));
        }
    }

    /// What a word that is in no article may be a form of: its ending exchanged for that of another word.
    pub fn guesses<'a>(&'a self, term: &'a str) -> impl Iterator<Item = String> + 'a {
        self.pairs.iter().filter_map(move |(ending, base)| {
            let stem = term.strip_suffix(&**ending).filter(|stem| stem.len() >= SHORTEST)?;
            Some([stem, base].concat())
        })
    }
}
