//! Which entities are called by a word that begins as what is typed?

use dateline_corpus::pack::fold_words;

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

    /// Calls `each` with the rest of a name from each word on that begins so, or several with a space between them, and with the
    /// name's position, in order.
    pub fn each_from(&self, beginning: &str, each: &mut dyn FnMut(&str, u32)) {
        each_from(&self.folded, beginning, &mut |rest| {
            let at = self.folded.len() - rest.len();
            let next = self.starts.partition_point(|start| (*start as usize) < at);
            each(rest.split('\n').next().unwrap_or_default(), next as u32 - 1);
        });
    }
}

/// Calls `each` with what follows from each word on that begins so, of folded words behind spaces.
pub(crate) fn each_from<'n>(folded: &'n str, beginning: &str, each: &mut dyn FnMut(&'n str)) {
    for (at, _) in folded.match_indices(&[" ", beginning].concat()) {
        each(folded.get(at + 1..).unwrap_or_default());
    }
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
            names.each_from(beginning, &mut |_, at| found.push(at));
            assert_eq!(found, expect, "{beginning}");
        }
        let mut found = Vec::new();
        names.each_from("re", &mut |words, at| found.push((words.to_owned(), at)));
        names.each_from("o", &mut |words, at| found.push((words.to_owned(), at)));
        assert_eq!(
            found,
            [("rex tillerson".into(), 0), ("re".into(), 4), ("obrien".into(), 2)]
        );
    }
}
