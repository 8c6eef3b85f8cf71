//! The verbs of speech and the roles of speakers, from tables by language.

use rustc_hash::{FxHashMap, FxHashSet};

const VERBS: &str = include_str!("../data/speech-verbs.txt");
const ROLES: &str = include_str!("../data/roles.txt");

/// Pronouns that stand for a speaker named before.
const PRONOUNS: [&str; 3] = ["he", "she", "they"];

/// Words that no subject goes back over.
const BOUND: [&str; 35] = [
    "and", "but", "or", "that", "as", "while", "although", "though", "because", "which", "who", "when", "where", "if",
    "of", "for", "from", "at", "in", "on", "with", "to", "by", "after", "before", "since", "so", "than", "is", "are",
    "was", "were", "has", "have", "had",
];

/// Words between a subject and its verb, adverbs in -ly apart.
const BETWEEN: [&str; 21] = [
    "has", "have", "had", "also", "then", "later", "once", "again", "further", "even", "never", "still", "would",
    "will", "did", "not", "both", "himself", "herself", "earlier", "now",
];

/// The tables, built once. Languages share them: a form that two have is taken from the first.
#[derive(Debug)]
pub struct Tables {
    verbs: FxHashMap<&'static str, &'static str>,
    roles: FxHashSet<&'static str>,
}

impl Tables {
    /// Builds the indexes.
    pub fn new() -> Self {
        let mut verbs = FxHashMap::default();
        for line in lines(VERBS) {
            let lemma = line.split(' ').next().unwrap_or_default();
            for form in line.split(' ') {
                verbs.entry(form).or_insert(lemma);
            }
        }
        let roles = lines(ROLES).flat_map(str::split_whitespace).collect();
        Self { verbs, roles }
    }

    /// The first form of a verb of speech.
    pub fn verb(&self, term: &str) -> Option<&'static str> {
        self.verbs.get(term).copied()
    }

    /// Whether this noun names who may speak.
    pub fn is_role(&self, term: &str) -> bool {
        let has = |t: &str| self.roles.contains(t);
        let person = ["man", "men", "woman", "women", "ist", "ists", "ian", "ians"]
            .iter()
            .any(|s| term.len() > s.len() + 2 && term.ends_with(s));
        has(term)
            || person
            || term.strip_suffix("ies").is_some_and(|t| has(&format!("{t}y")))
            || term.strip_suffix("es").is_some_and(has)
            || term.strip_suffix('s').is_some_and(has)
    }

    /// Whether this stands for a speaker named before.
    pub fn is_pronoun(&self, term: &str) -> bool {
        PRONOUNS.contains(&term)
    }
}

impl Default for Tables {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether no subject goes back over this word.
pub fn bounds(term: &str) -> bool {
    BOUND.contains(&term)
}

/// Whether this stands between a subject and its verb.
pub fn is_between(term: &str) -> bool {
    term.ends_with("ly") || BETWEEN.contains(&term)
}

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|l| !l.is_empty() && !l.starts_with(['#', '[']))
}

#[cfg(test)]
mod tests {
    use super::Tables;

    #[test]
    fn forms_lead_to_their_verb_and_plurals_to_their_role() {
        let tables = Tables::new();
        for (form, verb) in [("said", "say"), ("telling", "tell"), ("vows", "vow"), ("dubbed", "dub")] {
            assert_eq!(tables.verb(form), Some(verb));
        }
        assert_eq!(tables.verb("ran"), None);
        for role in [
            "official",
            "officials",
            "ministries",
            "coaches",
            "spokesman",
            "policewoman",
            "banker",
            "politicians",
            "lobbyists",
        ] {
            assert!(tables.is_role(role), "{role}");
        }
        assert!(!tables.is_role("missile"));
    }
}
