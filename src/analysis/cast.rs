//! The people of one article: who is the bare surname?

use rustc_hash::FxHashMap;

use crate::lexicon::Kind;
use crate::marks::{Mark, What};
use crate::people::Sight;
use crate::words::Gap;

/// A person of the article.
#[derive(Clone, Debug)]
pub struct Player {
    /// The fullest name, as printed.
    pub name: String,
    /// Its folded words without particles.
    terms: Vec<String>,
    /// First word of each mention and one past its last.
    pub mentions: Vec<(usize, usize)>,
    /// The first words of those that could be another person's of the same surname.
    pub shared: Vec<usize>,
}

impl Player {
    /// Whether the text has more of the name than one word.
    pub fn is_full(&self) -> bool {
        self.terms.len() > 1
    }
}

/// Most people of one surname told apart in one text: beyond, a hostile text would cost time by the square.
const NAMESAKES: usize = 16;

/// The people named, by first appearance, and which words are taken by them.
pub fn cast(sight: Sight<'_, '_>, marks: &[Mark]) -> Vec<Player> {
    let mut players: Vec<Player> = Vec::new();
    let mut by_surname: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    let mut bare = Vec::new();
    for mark in marks {
        let What::Person = mark.what else { continue };
        // Of `(Vladimir) Putin` the second word is the mention, both are the name.
        let from = if sight.words.gap(mark.from + 1).has(Gap::CLOSE) {
            mark.from + 1
        } else {
            mark.from
        };
        let terms = terms(sight, mark.from, mark.to);
        if terms.len() < 2 {
            bare.push((mark.from, mark.to, true));
            continue;
        }
        let known = by_surname.get(surname(sight, mark.from, &terms)).and_then(|list| {
            list.iter()
                .rev()
                .take(NAMESAKES)
                .copied()
                .find(|&p| same_person(&players[p].terms, &terms))
        });
        let player = known.unwrap_or_else(|| {
            let surname = surname(sight, mark.from, &terms).to_owned();
            by_surname.entry(surname.clone()).or_default().push(players.len());
            players.push(Player {
                name: printed(sight, mark.from, mark.to),
                terms: terms.clone(),
                mentions: Vec::new(),
                shared: Vec::new(),
            });
            players.len() - 1
        });
        let player = &mut players[player];
        if terms.len() > player.terms.len() {
            player.name = printed(sight, mark.from, mark.to);
            player.terms = terms;
        }
        player.mentions.push((from, mark.to));
    }
    bare.extend(loose(sight, marks, &by_surname));
    bare.sort_unstable();
    // Where each is named in full, in order.
    let mut full: Vec<Vec<usize>> = players
        .iter()
        .map(|p| p.mentions.iter().map(|m| m.0).collect())
        .collect();
    for (from, to, titled) in bare {
        let term = terms(sight, from, to).pop().unwrap_or_default();
        let candidates = by_surname.get(&term).map_or(&[][..], Vec::as_slice);
        // Of two people of one surname the one named last before this place is meant.
        let before = |p: &usize| full[*p][..full[*p].partition_point(|&at| at < from)].last().copied();
        let player = candidates.iter().rev().take(NAMESAKES).copied().max_by_key(before);
        match player {
            Some(p) => {
                players[p].mentions.push((from, to));
                if candidates.len() > 1 {
                    players[p].shared.push(from);
                }
            }
            None if titled => {
                by_surname.entry(term.clone()).or_default().push(players.len());
                let name = printed(sight, from, to);
                full.push(vec![from]);
                players.push(Player {
                    name,
                    terms: vec![term],
                    mentions: vec![(from, to)],
                    shared: Vec::new(),
                });
            }
            None => {}
        }
    }
    players.iter_mut().for_each(|p| p.mentions.sort_unstable());
    players
}

/// Capitalised words outside all other marks that are the surname of someone named in full; those after a bare titled name too.
fn loose(
    sight: Sight<'_, '_>,
    marks: &[Mark],
    by_surname: &FxHashMap<String, Vec<usize>>,
) -> Vec<(usize, usize, bool)> {
    let words = sight.words;
    let mut titled: Vec<String> = Vec::new();
    for m in marks.iter().filter(|m| matches!(m.what, What::Person)) {
        let mut t = terms(sight, m.from, m.to);
        if t.len() == 1 {
            titled.extend(t.pop());
        }
    }
    titled.sort_unstable();
    let mut found = Vec::new();
    let mut at = 0;
    let mut next = 0;
    while at < words.len() {
        while next < marks.len() && (marks[next].to <= at || matches!(marks[next].what, What::Letters)) {
            next += 1;
        }
        if let Some(m) = marks.get(next).filter(|m| m.from <= at) {
            let open = matches!(m.what, What::Known { inside: false, .. }) && m.to == m.from + 1 && !strong(sight, m);
            if !open {
                at = m.to.max(at + 1);
                continue;
            }
        }
        let term = words.term(at);
        if words.cap(at)
            && (by_surname.contains_key(term) || titled.binary_search_by(|t| t.as_str().cmp(term)).is_ok())
            && plausible(sight, at)
        {
            let glued_particle = at > 0 && words.glued(at) && words.listed(at - 1).kind() == Some(Kind::Particle);
            found.push((if glued_particle { at - 1 } else { at }, at + 1, false));
        }
        at += 1;
    }
    found
}

/// Whether a known phrase is not given up to a person of that surname: countries, large cities after `in`.
fn strong(sight: Sight<'_, '_>, mark: &Mark) -> bool {
    use crate::gazetteer::Sense;
    let What::Known { hit, .. } = mark.what else {
        return false;
    };
    let placed = mark.from > 0 && matches!(sight.words.term(mark.from - 1), "in" | "at" | "near" | "from" | "to");
    sight.gazetteer.senses(hit).any(|s| match s {
        Sense::Country { weak, .. } => !weak || placed,
        Sense::Area(_) | Sense::Body(_) => true,
        Sense::Place(p) => {
            placed && sight.gazetteer.places[p as usize].people > 50.0
                || (sight.gazetteer.places[p as usize].people > 3000.0
                    && sight.gazetteer.places[p as usize].rank != crate::gazetteer::Rank::Division)
        }
    })
}

/// Whether a bare surname may be one here: not an ordinary word at a sentence's start, not part of a longer name.
fn plausible(sight: Sight<'_, '_>, i: usize) -> bool {
    let words = sight.words;
    let common = words.listed(i).is_word();
    if words.weak(i) && common && !words.possessive(i) {
        // `Trump said` at a sentence's start: a verb of speech or an auxiliary follows a name, a noun follows a word.
        return matches!(
            words.term(i + 1),
            "said"
                | "says"
                | "told"
                | "has"
                | "had"
                | "is"
                | "was"
                | "will"
                | "also"
                | "did"
                | "made"
                | "and"
                | "added"
                | "who"
                | "would"
        );
    }
    let site = |k: usize| {
        words.cap(k)
            && words.follows(k)
            && !words.possessive(k - 1)
            && matches!(words.listed(k).kind(), Some(Kind::Site | Kind::Head | Kind::Company))
    };
    !site(i + 1)
}

fn terms(sight: Sight<'_, '_>, from: usize, to: usize) -> Vec<String> {
    let words = sight.words;
    let part = |k: &usize| {
        let here = words.listed(*k);
        !here.is_suffix() && (here.kind() != Some(Kind::Particle) || to == from + 1)
    };
    (from..to).filter(part).map(|k| words.term(k).to_owned()).collect()
}

fn surname<'t>(sight: Sight<'_, '_>, from: usize, terms: &'t [String]) -> &'t str {
    let eastern = sight.lexicon.of(&terms[0]).is_asian_surname()
        && (sight.words.glued(from + 2)
            || (!sight.lexicon.of(&terms[0]).is_given()
                && !sight.lexicon.of(&terms[terms.len() - 1]).is_surname_only()));
    let at = if eastern { 0 } else { terms.len() - 1 };
    &terms[at]
}

/// `Donald Trump` and `Donald J. Trump`, `George Bush` and `George W. Bush`; `D. Trump` too.
fn same_person(a: &[String], b: &[String]) -> bool {
    if a == b {
        return true;
    }
    let (Some(first_a), Some(first_b)) = (a.first(), b.first()) else {
        return false;
    };
    let first = first_a == first_b
        || (first_a.len() == 1 && first_b.starts_with(first_a.as_str()))
        || (first_b.len() == 1 && first_a.starts_with(first_b.as_str()));
    first && a.last() == b.last()
}

/// The name as printed, line ends made spaces.
pub fn printed(sight: Sight<'_, '_>, from: usize, to: usize) -> String {
    let words = sight.words;
    let (Some(a), Some(b)) = (words.get(from), words.get(to.saturating_sub(1))) else {
        return String::new();
    };
    let parts = words.text[a.start..b.end].split(|c: char| c.is_whitespace() || matches!(c, '(' | ')'));
    parts.filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" ")
}
