//! The verbs of speech and the roles of speakers, from tables by language.

use crate::listing::{List, among};
use rustc_hash::FxHashMap;

const VERBS: &str = include_str!("../data/speech-verbs.txt");
const ROLES: &str = include_str!("../data/roles.txt");

/// Pronouns that stand for a speaker named before, also in `he’d`.
const PRONOUNS: &List = &List::new("he she they it hed shed theyd itd");

/// Verbs that nothing has but who speaks, or what is written.
const PLAIN: &List = &List::new(
    "say tell add ask explain recall reply insist quote put go joke shout admit tweet text email chant roar",
);

/// What a noun phrase starts with.
const DETERMINERS: &List = &List::new("a an the one another his her its their some several my");

/// See [`is_time`].
const TIMES: &List = &List::new(
    "here week month year night morning afternoon evening weekend time moment hour century minute \
minutes hours end",
);

/// Words that no subject goes back over.
const BOUND: &List = &List::new(
    "and but or that as while although though because which who when where if of for from at in \
on with to by after before since so than is are was were has have had",
);

/// Words between a subject and its verb, adverbs in -ly apart.
const BETWEEN: &List = &List::new(
    "has have had also then later once again further even never still would will did not both \
himself herself earlier now",
);

/// The tables, built once. Languages share them: a form that two have is taken from the first.
#[derive(Debug)]
pub struct Tables {
    verbs: FxHashMap<&'static str, &'static str>,
    /// And the pronoun of those that are bodies or texts.
    roles: FxHashMap<&'static str, &'static str>,
}

impl Tables {
    /// Builds the indexes.
    pub fn new() -> Self {
        let mut verbs = FxHashMap::default();
        for line in lines(VERBS) {
            let lemma = line.split(' ').next().unwrap_or_default();
            let (lemma, forms) = line.split_once('\t').unwrap_or((lemma, line));
            for form in forms.split(' ') {
                verbs.entry(form).or_insert(lemma);
            }
        }
        let mut roles = FxHashMap::default();
        for (list, pronoun) in ROLES.split("[bodies]").zip(["", "it"]) {
            for role in lines(list).flat_map(|line| line.split(' ')) {
                roles.entry(role).or_insert(pronoun);
            }
        }
        Self { verbs, roles }
    }

    /// The first form of a verb of speech.
    pub fn verb(&self, term: &str) -> Option<&'static str> {
        ["", "s", "es", "d", "ed", "ing"].iter().find_map(|suffix| {
            let form = term.strip_suffix(suffix)?;
            let lemma = *self.verbs.get(form)?;
            (suffix.is_empty() || lemma == form).then_some(lemma)
        })
    }

    /// Whether this noun is of a body or a text, not of somebody.
    pub fn is_body(&self, term: &str) -> bool {
        self.roles.get(term) == Some(&"it")
    }

    /// Whether this noun names who may speak.
    pub fn is_role(&self, term: &str) -> bool {
        let has = |t: &str| self.roles.contains_key(t);
        let person = ["man", "men", "woman", "women", "ist", "ists", "ian", "ians"]
            .iter()
            .any(|s| term.len() > s.len() + 2 && term.ends_with(s));
        has(term)
            || person
            || term.strip_suffix("ies").is_some_and(|t| has(&format!("{t}y")))
            || term.strip_suffix("es").is_some_and(has)
            || term.strip_suffix('s').is_some_and(has)
    }

    /// Whether whoever has this verb speaks, and nothing else has it.
    pub fn is_plain(&self, term: &str) -> bool {
        self.verb(term)
            .is_some_and(|v| among(PLAIN, v.split(' ').next().unwrap_or_default()))
    }
}

impl Default for Tables {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether this stands for a speaker named before.
pub fn is_pronoun(term: &str) -> bool {
    among(PRONOUNS, term)
}

/// Whether a noun phrase starts here.
pub fn is_determiner(term: &str) -> bool {
    among(DETERMINERS, term)
}

/// Whether this is when something was said, and nobody: Monday, week.
pub fn is_time(term: &str) -> bool {
    term.ends_with("day") || among(TIMES, term)
}

/// Whether no subject goes back over this word.
pub fn bounds(term: &str) -> bool {
    among(BOUND, term)
}

/// Whether this stands between a subject and its verb.
pub fn is_between(term: &str) -> bool {
    term.ends_with("ly") || among(BETWEEN, term)
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
        for (form, verb) in [
            ("said", "say"),
            ("telling", "tell"),
            ("vows", "vow"),
            ("agreed", "agree"),
            ("dubbed", "dub"),
            ("praising", "praise"),
            ("notes", "note"),
            ("went", "go on"),
            ("texted", "text"),
        ] {
            assert_eq!(tables.verb(form), Some(verb));
        }
        for no in ["ran", "not", "saids", "text", "stat", "calle", "pressing"] {
            assert_eq!(tables.verb(no), None, "{no}");
        }
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
