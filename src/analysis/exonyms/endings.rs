//! In which forms may a language write a word of a country's name? By endings that take one another's place, and by what is
//! written together with a word before it.

use std::collections::HashMap;

/// The forms of one language's words. All folded.
#[derive(Debug, Default)]
pub struct Forms {
    names: Vec<Ending>,
    adjectives: Vec<Ending>,
    /// What may stand before a word without a space, the longest first.
    pub prefixes: Vec<&'static str>,
}

/// An ending, and what may stand in its place.
#[derive(Debug)]
struct Ending {
    of: &'static str,
    instead: Vec<&'static str>,
}

/// The forms of every language of a table, by tag. A line: `language | kind | ending | alternatives`, as the table tells.
pub fn read(table: &'static str) -> HashMap<&'static str, Forms> {
    let mut all: HashMap<&str, Forms> = HashMap::new();
    for line in table.lines().filter(|l| !l.starts_with('#')) {
        let mut fields = line.split('|').map(str::trim);
        let (Some(language), Some(kind), Some(ending), Some(instead)) =
            (fields.next(), fields.next(), fields.next(), fields.next())
        else {
            continue;
        };
        let bare = |part: &'static str| if part == "-" { "" } else { part };
        let instead = instead.split_whitespace().map(bare);
        let forms = all.entry(language).or_default();
        let endings = match kind {
            "n" => &mut forms.names,
            "a" => &mut forms.adjectives,
            _ => {
                forms.prefixes.extend(instead);
                continue;
            }
        };
        endings.push(Ending {
            of: bare(ending),
            instead: instead.collect(),
        });
    }
    for forms in all.values_mut() {
        for endings in [&mut forms.names, &mut forms.adjectives] {
            endings.sort_by_key(|e| std::cmp::Reverse(e.of.len()));
        }
        forms.prefixes.sort_by_key(|p| std::cmp::Reverse(p.len()));
    }
    all
}

impl Forms {
    /// Whether there are other forms than the one of the tables.
    pub fn are_none(&self) -> bool {
        self.names.is_empty() && self.adjectives.is_empty()
    }

    /// Whether a written word is a form of a word of the tables, which is an adjective or part of a name. Of the endings the
    /// longest that the word has counts. Gives the bytes of the word that the form begins with.
    pub fn fits(&self, word: &str, written: &str, adjective: bool) -> Option<usize> {
        /// Letters that stay, at least.
        const STEM: usize = 2;
        if word == written {
            return Some(word.len());
        }
        let endings = if adjective { &self.adjectives } else { &self.names };
        let ending = endings.iter().find(|e| word.ends_with(e.of))?;
        let stem = &word[..word.len() - ending.of.len()];
        let rest = written.strip_prefix(stem)?;
        let fits = stem.chars().count() >= STEM && ending.instead.contains(&rest);
        fits.then_some(stem.len())
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_word_is_known_by_its_endings() {
        let forms = read("# endings\nxx | n | ия | ии ию\nxx | n | - | а у\nxx | a | ий | ая ого\nxx | p | - | ва в");
        let forms = &forms["xx"];
        assert_eq!(forms.prefixes, ["ва", "в"]);
        let name = |word, written| forms.fits(word, written, false).is_some();
        assert!(name("нигерия", "нигерии") && name("нигер", "нигера") && name("нигер", "нигер"));
        assert!(!name("нигер", "нигерии") && !name("нигерия", "нигера") && !name("нигерия", "нигер"));
        assert!(forms.fits("немецкий", "немецкая", true).is_some() && !name("немецкий", "немецкая"));
        assert!(!name("и", "иа"), "nothing would be left of so short a word");
    }
}
