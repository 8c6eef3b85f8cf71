//! Which entities are called by a word that begins as what is typed?

use dateline_corpus::pack::{Keyed, fold_words};

/// The names of all entities, made when names are first suggested; in one piece of memory, since reading twenty thousand strings one by one takes a millisecond:
/// their folded words, each behind a space, and a line's end before each name.
#[derive(Debug, Default)]
pub(crate) struct Names {
    folded: String,
    /// Where each name begins.
    starts: Vec<u32>,
}

impl Names {
    /// Takes the names in order.
    pub fn new<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut all = Self::default();
        for name in names {
            all.folded.push('\n');
            all.starts.push(all.folded.len() as u32);
            fold_words(name, &mut all.folded);
        }
        all
    }

    /// Calls `each` with each word that begins so and the position of its name, in order. Several words, with a space between them, are
    /// looked for side by side; the first is given.
    pub fn each_word(&self, beginning: &str, each: &mut dyn FnMut(&str, u32)) {
        let wanted = [" ", beginning].concat();
        for (at, _) in self.folded.match_indices(&wanted) {
            let word = self
                .folded
                .get(at + 1..)
                .and_then(|rest| rest.split([' ', '\n']).next());
            let next = self.starts.partition_point(|start| *start as usize <= at);
            each(word.unwrap_or_default(), next as u32 - 1);
        }
    }
}

/// Whether a single name has a word that begins so, or such words side by side.
pub(crate) fn is_named(name: &str, beginning: &str) -> bool {
    let mut folded = String::new();
    fold_words(name, &mut folded);
    has_beginning(&folded, beginning)
}

/// The same of one whose words are folded.
pub(crate) fn has_beginning(folded: &str, beginning: &str) -> bool {
    folded.contains(&[" ", beginning].concat())
}

/// The entities of which another name has a word that begins so.
pub(crate) fn also_named(aliases: &Keyed, beginning: &str) -> impl Iterator<Item = u32> {
    let wanted = [" ", beginning].concat();
    aliases
        .iter()
        .filter(move |(alias, _)| alias.contains(&wanted))
        .map(|(_, at)| at)
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn a_name_is_found_by_the_beginning_of_any_of_its_words() {
        let names = ["Rex Tillerson", "Jong-un", "O'Brien", "—", "Zürich Re", "3M Company"];
        let names = Names::new(names.into_iter());
        for (beginning, expect) in [
            ("til", vec![0]),
            ("ler", vec![]),
            ("tillersonjong", vec![]),
            ("un", vec![1]),
            ("obr", vec![2]),
            ("zur", vec![4]),
            ("re", vec![0, 4]),
            ("3m", vec![5]),
            ("company", vec![5]),
            ("rex til", vec![0]),
            ("un o", vec![]),
            ("tillerson jong", vec![]),
        ] {
            let mut found = Vec::new();
            names.each_word(beginning, &mut |_, at| found.push(at));
            assert_eq!(found, expect, "{beginning}");
        }
        let mut found = Vec::new();
        names.each_word("re", &mut |word, at| found.push((word.to_owned(), at)));
        names.each_word("o", &mut |word, at| found.push((word.to_owned(), at)));
        assert_eq!(found, [("rex".into(), 0), ("re".into(), 4), ("obrien".into(), 2)]);
    }
}
