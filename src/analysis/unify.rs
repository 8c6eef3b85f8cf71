//! One entity, all its names, across articles.
//!
//! Joined are people whose names differ only in spelling (Yun/Yoon Byung-Se, Gadhafi/Gaddafi, hyphens, diacritics), a bare
//! surname and the only person of that surname in the corpus, or whom far more articles name than all others of it, and letters
//! and the only body whose initials they are. The name kept is the fullest, then the one most often used, then the first by
//! alphabet: the order of articles does not matter.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use dateline_corpus::text::{Tokenizer, slug};
use dateline_corpus::{Analysis, Doubt, EntityKey, EntityKind, Found, How};
use rustc_hash::FxHashMap;

/// A single name stands for the only longer one that has it; fewer articles with the longer one leave a doubt.
const KNOWN: usize = 3;

/// Of several people of one surname the one whom this many times as many articles name as all others is meant without a given name,
/// with a doubt.
const FAR_MORE: usize = 5;

/// Joins entities that different articles name differently.
pub fn unify(analyses: &mut [Analysis]) {
    let mut uses: FxHashMap<&EntityKey, Use<'_>> = FxHashMap::default();
    for found in analyses.iter().flat_map(|a| &a.found) {
        if matches!(found.entity.key.kind, EntityKind::Person | EntityKind::Organisation) {
            let entity = uses.entry(&found.entity.key).or_default();
            entity.articles += 1;
            let mentions = found.mentions.iter().filter(|m| m.how != How::Role).count();
            *entity.names.entry(&found.entity.name).or_default() += mentions;
        }
    }
    let renamed = join(&uses.into_iter().collect());
    for analysis in analyses {
        apply(analysis, &renamed);
    }
}

/// How one entity is named.
#[derive(Debug, Default)]
struct Use<'a> {
    /// In how many articles.
    articles: usize,
    /// Mentions in those articles where this is its fullest name.
    names: BTreeMap<&'a str, usize>,
}

impl Use<'_> {
    /// The most frequent name, of equals the first by alphabet.
    fn name(&self) -> &str {
        let most = self.names.iter().max_by_key(|(name, n)| (**n, Reverse(**name)));
        most.map_or("", |(name, _)| name)
    }
}

/// What an entity is known as once all are joined.
#[derive(Clone, Debug)]
struct Joined {
    key: EntityKey,
    name: String,
    /// Why it may be another one.
    doubt: Option<Doubt>,
}

/// For each old key the new one.
fn join(uses: &BTreeMap<&EntityKey, Use<'_>>) -> FxHashMap<EntityKey, Joined> {
    let mut groups: BTreeMap<(EntityKind, String), BTreeSet<&EntityKey>> = BTreeMap::new();
    let mut surnames: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut initials: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut articles: BTreeMap<String, usize> = BTreeMap::new();
    for (key, entity) in uses {
        let name = entity.name();
        let (skeleton, words) = (skeleton(name), terms(name));
        if key.kind == EntityKind::Person {
            *articles.entry(skeleton.clone()).or_default() += entity.articles;
        }
        groups.entry((key.kind, skeleton.clone())).or_default().insert(key);
        if key.kind == EntityKind::Person && words.len() > 1 {
            for word in [words.first(), words.last()].into_iter().flatten() {
                surnames.entry(word.clone()).or_default().insert(skeleton.clone());
            }
        }
        if key.kind == EntityKind::Organisation && words.len() > 2 {
            let first = |w: &String| w.chars().next();
            let all: String = words.iter().filter_map(first).collect();
            let main: String = words
                .iter()
                .filter(|w| !matches!(w.as_str(), "of" | "the" | "and" | "for"))
                .filter_map(first)
                .collect();
            initials.entry(all).or_default().insert(skeleton.clone());
            initials.entry(main).or_default().insert(skeleton);
        }
    }
    // A short name moves to the group of the only long one, or of the one that is named far more often than all others.
    let target = |kind: EntityKind, skeleton: &str, name: &str| -> Option<String> {
        let words = terms(name);
        let short = words.len() == 1;
        let letters = name.chars().all(|c| c.is_uppercase() || c == '.');
        let candidates = match kind {
            EntityKind::Person if short => surnames.get(&words[0]),
            EntityKind::Organisation if short && letters => initials.get(&words[0]),
            _ => None,
        }?;
        let times = |candidate: &&String| articles.get(*candidate).copied().unwrap_or_default();
        let only = match candidates.len() {
            1 => candidates.first()?,
            _ => {
                let most = candidates.iter().max_by_key(times)?;
                let all: usize = candidates.iter().map(|c| times(&c)).sum();
                Some(most).filter(|most| times(most) >= (all - times(most)) * FAR_MORE)?
            }
        };
        (only != skeleton).then(|| only.clone())
    };
    let mut joined: BTreeMap<(EntityKind, String), BTreeSet<&EntityKey>> = BTreeMap::new();
    for ((kind, skeleton), keys) in groups {
        let name = keys.iter().next().map_or("", |k| uses[*k].name());
        let into = target(kind, &skeleton, name).unwrap_or(skeleton);
        joined.entry((kind, into)).or_default().extend(keys);
    }
    let mut renamed = FxHashMap::default();
    for ((kind, _), keys) in joined {
        let mut totals: BTreeMap<&str, usize> = BTreeMap::new();
        for (name, n) in keys.iter().flat_map(|k| &uses[*k].names) {
            *totals.entry(name).or_default() += n;
        }
        let Some((name, _)) = totals
            .iter()
            .max_by_key(|(name, n)| (terms(name).len() > 1, **n, Reverse(**name)))
        else {
            continue;
        };
        let key = EntityKey::new(kind, slug(name));
        let in_full = keys.iter().map(|k| &uses[*k]).filter(|u| terms(u.name()).len() > 1);
        let in_full: usize = in_full.map(|u| u.articles).sum();
        for old in keys {
            let called = terms(uses[old].name());
            let doubt = if called.len() == 1 && terms(name).len() > 1 {
                let others = surnames.get(&called[0]).is_some_and(|all| all.len() > 1);
                (in_full < KNOWN || kind == EntityKind::Person && others).then_some(Doubt::Elsewhere)
            } else {
                (letters(uses[old].name()) != letters(name)).then_some(Doubt::Spelling)
            };
            let joined = Joined {
                key: key.clone(),
                name: (*name).to_owned(),
                doubt,
            };
            renamed.insert(old.clone(), joined);
        }
    }
    renamed
}

/// Gives the entities of one article their new keys; those that became one are merged.
fn apply(analysis: &mut Analysis, renamed: &FxHashMap<EntityKey, Joined>) {
    let mut merged: BTreeMap<EntityKey, Found> = BTreeMap::new();
    for mut found in std::mem::take(&mut analysis.found) {
        if let Some(joined) = renamed.get(&found.entity.key) {
            found.entity.key = joined.key.clone();
            found.entity.name.clone_from(&joined.name);
            let doubtful = found.mentions.iter_mut().filter(|m| m.doubt.is_none());
            doubtful.for_each(|m| m.doubt = joined.doubt);
        }
        match merged.get_mut(&found.entity.key) {
            Some(known) => {
                known.mentions.append(&mut found.mentions);
                known.entity.country = known.entity.country.or(found.entity.country);
                known.entity.point = known.entity.point.or(found.entity.point);
            }
            None => {
                merged.insert(found.entity.key.clone(), found);
            }
        }
    }
    analysis.found = merged.into_values().collect();
    for found in &mut analysis.found {
        found.mentions.sort_unstable();
        found.mentions.dedup_by_key(|m| m.span);
    }
}

/// A name's words, folded, in their usual form.
fn terms(name: &str) -> Vec<String> {
    let mut terms = Vec::new();
    Tokenizer::of_name(name).for_each(|t| terms.push(usual(t.term)));
    terms
}

/// A name's letters, folded.
fn letters(name: &str) -> String {
    let mut letters = String::new();
    Tokenizer::of_name(name).for_each(|t| letters.push_str(t.term));
    letters
}

/// The usual form of names that are written in Latin letters in several ways: from Arabic and Russian.
fn usual(term: &str) -> String {
    /// Each form and those that are read as it.
    const FORMS: [(&str, &[&str]); 8] = [
        ("mohammed", &["mohammad", "mohamed", "muhammad", "muhammed", "mohamad"]),
        (
            "gaddafi",
            &[
                "gadhafi", "qaddafi", "kadhafi", "gadafi", "qadhafi", "kaddafi", "ghaddafi", "qadafi",
            ],
        ),
        ("hussein", &["hussain", "husain", "husayn", "hussayn"]),
        ("sergei", &["sergey"]),
        ("alexei", &["alexey", "aleksei", "aleksey"]),
        ("dmitry", &["dmitri", "dmitriy", "dimitri"]),
        ("osama", &["usama"]),
        ("laden", &["ladin"]),
    ];
    if term.len() < 5 {
        return term.to_owned();
    }
    let form = FORMS.iter().find(|(_, all)| all.contains(&term));
    // Zelenskyy, Zelenskiy, Zelenski; Yanukovich.
    let sky = ["skyy", "skiy", "skyi", "skij", "ski"]
        .iter()
        .find_map(|end| term.strip_suffix(end));
    let ych = term.strip_suffix("ovich");
    match (form, sky, ych) {
        (Some((usual, _)), ..) => (*usual).to_owned(),
        (_, Some(stem), _) => format!("{stem}sky"),
        (.., Some(stem)) => format!("{stem}ovych"),
        _ => term.to_owned(),
    }
}

/// What is left of a name when spelling habits are taken away: letters only, `oo`, `ou` and `u` one, doubled letters single.
fn skeleton(name: &str) -> String {
    let folded: String = terms(name)
        .concat()
        .replace("oo", "u")
        .replace("ou", "u")
        .replace("ee", "i");
    let mut out = String::with_capacity(folded.len());
    for c in folded.chars() {
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::skeleton;

    #[test]
    fn spellings_of_one_name_are_one_and_other_names_are_not() {
        let one = [
            ["Volodymyr Zelensky", "Volodymyr Zelenskyy"],
            ["Viktor Yanukovych", "Viktor Yanukovich"],
            ["Mohammed bin Salman", "Muhammad bin Salman"],
            ["Muammar Gadhafi", "Muammar Qaddafi"],
            ["Sergei Lavrov", "Sergey Lavrov"],
            ["Yun Byung-se", "Yoon Byung-Se"],
        ];
        one.iter().for_each(|[a, b]| assert_eq!(skeleton(a), skeleton(b)));
        let two = [
            ["John Kelly", "John Kelley"],
            ["Jane Smith", "Jane Smyth"],
            ["Adam Ski", "Adam Sky"],
        ];
        two.iter().for_each(|[a, b]| assert_ne!(skeleton(a), skeleton(b)));
    }
}
