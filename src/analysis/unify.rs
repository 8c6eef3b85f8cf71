//! One entity, all its names, across articles.
//!
//! Joined are people whose names differ only in spelling (Yun/Yoon Byung-Se, Gadhafi/Gaddafi, hyphens, diacritics), a bare
//! surname and the only person of that surname in the corpus, or whom far more articles name than all others of it, and letters
//! and the only body whose initials they are. The name kept is the fullest, then the one most often used, then the first by
//! alphabet: the order of articles does not matter.

use std::cmp::Reverse;

use dateline_corpus::text::{Tokenizer, slug};
use dateline_corpus::{Analysis, Doubt, EntityKey, EntityKind, Found, How};
use rustc_hash::FxHashMap;

/// A single name stands for the only longer one that has it; fewer articles with the longer one leave a doubt.
const KNOWN: usize = 3;

/// Of several people of one surname the one whom this many times as many articles name as all others is meant without a given name,
/// with a doubt.
const FAR_MORE: usize = 5;

/// Joins entities that different articles name differently. Time: that of sorting their names.
///
/// What runs once for all articles is in plain loops over sorted lists: a browser spends more on compiling maps than on filling them.
pub fn unify(analyses: &mut [Analysis]) {
    let (uses, order) = uses(analyses);
    let (names, joined) = join(&uses);
    let mut joined = order.into_iter().map(|at| joined[at as usize]);
    for analysis in analyses {
        for found in analysis.found.iter_mut().filter(|f| is_joined(f)) {
            if let Some(Joined { into, doubt }) = joined.next() {
                rename(found, &names[into as usize], doubt);
            }
        }
        merge(&mut analysis.found);
    }
}

/// Whether articles may name it differently.
fn is_joined(found: &Found) -> bool {
    matches!(found.entity.key.kind, EntityKind::Person | EntityKind::Organisation)
}

/// How one entity is named.
#[derive(Debug)]
struct Use {
    key: EntityKey,
    /// In how many articles.
    articles: usize,
    /// Names with the mentions in those articles where each is its fullest, by alphabet.
    names: Vec<(String, usize)>,
    /// The words of the most frequent name, see [`terms`].
    terms: Vec<String>,
    skeleton: String,
}

impl Use {
    /// The most frequent name, of equals the first by alphabet.
    fn name(&self) -> &str {
        let most = self.names.iter().max_by_key(|(name, n)| (*n, Reverse(name)));
        most.map_or("", |(name, _)| name)
    }

    fn kind(&self) -> EntityKind {
        self.key.kind
    }
}

/// All entities that may be joined, by key; and which each of those that were found is.
fn uses(analyses: &[Analysis]) -> (Vec<Use>, Vec<u32>) {
    let mut numbers: FxHashMap<&EntityKey, u32> = FxHashMap::default();
    let mut order = Vec::new();
    let mut named: Vec<(u32, &str, usize)> = Vec::new();
    let mut articles: Vec<(&EntityKey, usize)> = Vec::new();
    for found in analyses.iter().flat_map(|a| &a.found).filter(|f| is_joined(f)) {
        let key = &found.entity.key;
        let number = *numbers.entry(key).or_insert(articles.len() as u32);
        if number as usize == articles.len() {
            articles.push((key, 0));
        }
        articles[number as usize].1 += 1;
        let mentions = found.mentions.iter().filter(|m| m.how != How::Role).count();
        match named.last_mut() {
            Some((last, name, n)) if *last == number && *name == found.entity.name => *n += mentions,
            _ => named.push((number, &found.entity.name, mentions)),
        }
        order.push(number);
    }
    let mut by_key: Vec<u32> = (0..articles.len() as u32).collect();
    by_key.sort_unstable_by_key(|at| articles[*at as usize].0);
    let mut places = vec![0; by_key.len()];
    let mut uses = Vec::with_capacity(by_key.len());
    for (place, &at) in (0..).zip(&by_key) {
        places[at as usize] = place;
        let (key, articles) = articles[at as usize];
        uses.push(Use {
            key: key.clone(),
            articles,
            names: Vec::new(),
            terms: Vec::new(),
            skeleton: String::new(),
        });
    }
    order.iter_mut().for_each(|at| *at = places[*at as usize]);
    named.iter_mut().for_each(|(at, ..)| *at = places[*at as usize]);
    named.sort_unstable();
    for (at, name, mentions) in named {
        let names = &mut uses[at as usize].names;
        match names.last_mut() {
            Some((last, n)) if last == name => *n += mentions,
            _ => names.push((name.to_owned(), mentions)),
        }
    }
    for one in &mut uses {
        one.terms = terms(one.name());
        one.skeleton = skeleton(&one.terms);
    }
    (uses, order)
}

/// What an entity is known as once all are joined.
#[derive(Clone, Copy, Debug)]
struct Joined {
    /// Which key and name.
    into: u32,
    /// Why it may be another one.
    doubt: Option<Doubt>,
}

/// Which spelling a word belongs to, sorted.
type Spelt<'a> = Vec<(&'a str, &'a str)>;

/// Those of one word.
fn of_word<'s, 'a>(all: &'s Spelt<'a>, word: &str) -> &'s [(&'a str, &'a str)] {
    let from = all.partition_point(|(other, _)| *other < word);
    let to = from + all[from..].partition_point(|(other, _)| *other == word);
    &all[from..to]
}

/// The keys and names after joining; and for each entity which of them is its own.
fn join(uses: &[Use]) -> (Vec<(EntityKey, String)>, Vec<Joined>) {
    let shortened: Vec<[String; 2]> = uses.iter().map(initials).collect();
    let spellings = Spellings::new(uses, &shortened);
    // A short name moves to the group of the only long one, or of the one that is named far more often than all others. Whom the
    // first of a spelling moves to, all of it do.
    let mut groups: Vec<(EntityKind, &str, u32)> =
        uses.iter().zip(0..).map(|(u, n)| (u.kind(), &*u.skeleton, n)).collect();
    groups.sort_unstable();
    for group in groups.chunk_by_mut(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let first = &uses[group[0].2 as usize];
        if let Some(into) = spellings.target(first) {
            group.iter_mut().for_each(|one| one.1 = into);
        }
    }
    groups.sort_unstable();
    let mut names = Vec::new();
    let mut joined = vec![Joined { into: 0, doubt: None }; uses.len()];
    for group in groups.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let all = || group.iter().map(|one| &uses[one.2 as usize]);
        let name = fullest(all());
        let full = terms(&name).len() > 1;
        let in_full: usize = all().filter(|u| u.terms.len() > 1).map(|u| u.articles).sum();
        for (one, &(kind, _, at)) in all().zip(group) {
            let doubt = if one.terms.len() == 1 && full {
                let others = of_word(&spellings.surnames, &one.terms[0]).len() > 1;
                (in_full < KNOWN || kind == EntityKind::Person && others).then_some(Doubt::Elsewhere)
            } else {
                (letters(one.name()) != letters(&name)).then_some(Doubt::Spelling)
            };
            let into = names.len() as u32;
            joined[at as usize] = Joined { into, doubt };
        }
        names.push((EntityKey::new(group[0].0, slug(&name)), name));
    }
    (names, joined)
}

/// Of the names of entities that are one the fullest, then the most frequent, then the first by alphabet.
fn fullest<'u>(uses: impl Iterator<Item = &'u Use>) -> String {
    let mut names: Vec<(&str, usize)> = uses.flat_map(|u| &u.names).map(|(name, n)| (&**name, *n)).collect();
    names.sort_unstable();
    let total = |same: &[(&'u str, usize)]| (same[0].0, same.iter().map(|one| one.1).sum::<usize>());
    let totals = names.chunk_by(|a, b| a.0 == b.0).map(total);
    let most = totals.max_by_key(|(name, n)| (terms(name).len() > 1, *n, Reverse(*name)));
    most.map_or_else(String::new, |(name, _)| name.to_owned())
}

/// The initials of a body of three words or more, of all of them and without the small ones; empty for others.
fn initials(one: &Use) -> [String; 2] {
    if one.kind() != EntityKind::Organisation || one.terms.len() < 3 {
        return Default::default();
    }
    let first = |word: &String| word.chars().next();
    let small = |word: &&String| matches!(word.as_str(), "of" | "the" | "and" | "for");
    [
        one.terms.iter().filter_map(first).collect(),
        one.terms.iter().filter(|word| !small(word)).filter_map(first).collect(),
    ]
}

/// Which spellings of full names have a word.
struct Spellings<'a> {
    /// People by their first and last words.
    surnames: Spelt<'a>,
    /// Bodies by their initials.
    initials: Spelt<'a>,
    /// In how many articles people of a spelling are.
    articles: FxHashMap<&'a str, usize>,
}

impl<'a> Spellings<'a> {
    fn new(uses: &'a [Use], shortened: &'a [[String; 2]]) -> Self {
        let mut all = Self {
            surnames: Vec::new(),
            initials: Vec::new(),
            articles: FxHashMap::default(),
        };
        for (one, shortened) in uses.iter().zip(shortened) {
            if one.kind() == EntityKind::Person {
                *all.articles.entry(&one.skeleton).or_default() += one.articles;
                if let [first, .., last] = &one.terms[..] {
                    all.surnames.push((first, &one.skeleton));
                    all.surnames.push((last, &one.skeleton));
                }
            }
            let letters = shortened.iter().filter(|letters| !letters.is_empty());
            all.initials.extend(letters.map(|letters| (&**letters, &*one.skeleton)));
        }
        for spelt in [&mut all.surnames, &mut all.initials] {
            spelt.sort_unstable();
            spelt.dedup();
        }
        all
    }

    /// The spelling that a short name stands for.
    fn target(&self, short: &Use) -> Option<&'a str> {
        let [word] = &short.terms[..] else { return None };
        let letters = || short.name().chars().all(|c| c.is_uppercase() || c == '.');
        let candidates = match short.kind() {
            EntityKind::Person => of_word(&self.surnames, word),
            EntityKind::Organisation if letters() => of_word(&self.initials, word),
            _ => return None,
        };
        let times = |candidate: &str| self.articles.get(candidate).copied().unwrap_or_default();
        let only = match candidates {
            [] => return None,
            [(_, only)] => only,
            _ => {
                let (_, most) = candidates.iter().max_by_key(|(_, candidate)| times(candidate))?;
                let all: usize = candidates.iter().map(|(_, candidate)| times(candidate)).sum();
                Some(most).filter(|most| times(most) >= (all - times(most)) * FAR_MORE)?
            }
        };
        (*only != short.skeleton).then_some(*only)
    }
}

/// Gives an entity its new key and name.
fn rename(found: &mut Found, (key, name): &(EntityKey, String), doubt: Option<Doubt>) {
    if found.entity.key != *key {
        found.entity.key = key.clone();
    }
    if found.entity.name != *name {
        found.entity.name.clone_from(name);
    }
    let doubtful = found.mentions.iter_mut().filter(|m| m.doubt.is_none());
    doubtful.for_each(|m| m.doubt = doubt);
}

/// Puts the entities of one article in order; those that became one are merged.
fn merge(found: &mut Vec<Found>) {
    found.sort_by(|a, b| a.entity.key.cmp(&b.entity.key));
    found.dedup_by(|again, known| {
        let one = again.entity.key == known.entity.key;
        if one {
            known.mentions.append(&mut again.mentions);
            known.entity.country = known.entity.country.or(again.entity.country);
            known.entity.point = known.entity.point.or(again.entity.point);
        }
        one
    });
    for one in found {
        one.mentions.sort_unstable();
        one.mentions.dedup_by_key(|m| m.span);
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
fn skeleton(terms: &[String]) -> String {
    let mut out = String::new();
    let mut letters = terms.iter().flat_map(|term| term.chars()).peekable();
    while let Some(c) = letters.next() {
        let both = match (c, letters.peek()) {
            ('o', Some('o' | 'u')) => Some('u'),
            ('e', Some('e')) => Some('i'),
            _ => None,
        };
        if both.is_some() {
            letters.next();
        }
        let c = both.unwrap_or(c);
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{skeleton, terms};

    #[test]
    fn spellings_of_one_name_are_one_and_other_names_are_not() {
        let skeleton = |name: &str| skeleton(&terms(name));
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
