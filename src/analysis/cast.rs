//! The people of one article: who is the bare surname?

use rustc_hash::FxHashMap;

use crate::lexicon::Kind;
use crate::marks::{Mark, What};
use crate::people::{Sight, is_month};
use crate::quotations::{Sex, by_word};
use crate::words::{Gap, hash};

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
    /// Hashes of the words that end titles before the name in full, at most [`NAMESAKES`].
    titles: Vec<u32>,
    /// As the given name or a form of address tells.
    sex: Option<Sex>,
    /// Hash of what tells from others of the name: II, Jr.; 0 for none.
    ordinal: u32,
    /// The last place before the one looked at where the text names this person.
    last: usize,
}

impl Player {
    fn new(name: String) -> Self {
        Self {
            name,
            terms: Vec::new(),
            mentions: Vec::new(),
            shared: Vec::new(),
            titles: Vec::new(),
            sex: None,
            ordinal: 0,
            last: 0,
        }
    }

    /// Whether the text has more of the name than one word.
    pub fn is_full(&self) -> bool {
        self.terms.len() > 1
    }
}

/// Most people of one surname told apart in one text: beyond, a hostile text would cost time by the square.
const NAMESAKES: usize = 16;

/// Beyond so many words without a name the one whom a text began with is no longer whom a bare surname means.
const FAR: usize = 80;

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
        let ordinal = ordinal(sight, mark.from, mark.to);
        let known = by_surname.get(surname(sight, mark.from, &terms)).and_then(|list| {
            list.iter()
                .rev()
                .take(NAMESAKES)
                .copied()
                .find(|&p| same_person(&players[p].terms, &terms) && !apart(players[p].ordinal, ordinal))
        });
        let player = known.unwrap_or_else(|| {
            let surname = surname(sight, mark.from, &terms).to_owned();
            by_surname.entry(surname.clone()).or_default().push(players.len());
            players.push(Player {
                terms: terms.clone(),
                sex: sight.words.listed(mark.from).sex(),
                ..Player::new(printed(sight, mark.from, mark.to))
            });
            players.len() - 1
        });
        let player = &mut players[player];
        if player.ordinal == 0 {
            player.ordinal = ordinal;
        }
        let (before, ends_title) = addressed(sight, mark.from);
        player.sex = by_word(before).or(player.sex);
        if ends_title && player.titles.len() < NAMESAKES {
            player.titles.push(hash(before.as_bytes()));
        }
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
        let named = |p: usize| full[p][..full[p].partition_point(|&at| at < from)].last().copied();
        let ordinal = ordinal(sight, from, to);
        let candidates = candidates
            .iter()
            .copied()
            .filter(|&p| !apart(players[p].ordinal, ordinal));
        let candidates: Vec<usize> = candidates.rev().take(NAMESAKES).collect();
        let player = meant(sight, &players, &candidates, named, from);
        match player {
            Some(p) => {
                let terms = &players[p].terms;
                let double = from > 0
                    && terms.len() > 2
                    && sight.words.cap(from - 1)
                    && sight.words.follows(from)
                    && sight.words.term(from - 1) == terms[terms.len() - 2];
                players[p].mentions.push((from - usize::from(double), to));
                players[p].last = from;
                if candidates.len() > 1 {
                    players[p].shared.push(from);
                }
            }
            None if titled => {
                by_surname.entry(term.clone()).or_default().push(players.len());
                full.push(vec![from]);
                players.push(Player {
                    terms: vec![term],
                    mentions: vec![(from, to)],
                    sex: by_word(addressed(sight, from).0),
                    ordinal,
                    last: from,
                    ..Player::new(printed(sight, from, to))
                });
            }
            None => {}
        }
    }
    players.iter_mut().for_each(|p| p.mentions.sort_unstable());
    players
}

/// What tells a name from others of it: the hash of II or Jr., 0 where nothing does.
fn ordinal(sight: Sight<'_, '_>, from: usize, to: usize) -> u32 {
    let last = to - 1;
    let tells = last > from && (sight.words.listed(last).is_suffix() || sight.words.raw(last) == "I");
    if tells {
        hash(sight.words.term(last).as_bytes())
    } else {
        0
    }
}

/// Whether two names of one are told apart.
fn apart(one: u32, other: u32) -> bool {
    one != 0 && other != 0 && one != other
}

/// The word before a name, and whether a title ends in it.
fn addressed<'s>(sight: Sight<'s, '_>, from: usize) -> (&'s str, bool) {
    match from.checked_sub(1).filter(|_| sight.words.follows(from)) {
        Some(i) => (sight.words.term(i), sight.words.listed(i).ends_title()),
        None => ("", false),
    }
}

/// Whom of several people of one surname a bare one at `from` means: nobody of the other sex than its form of address; one who has
/// the title before it; then whom the text has named first, since of his family it names others in full, unless it has
/// named him no more for long and another since. `named` is where somebody was last named in full before `from`.
fn meant(
    sight: Sight<'_, '_>,
    players: &[Player],
    candidates: &[usize],
    named: impl Fn(usize) -> Option<usize>,
    from: usize,
) -> Option<usize> {
    let (before, ends_title) = addressed(sight, from);
    // `Mr. and Mrs. Reagan` share a name.
    let shared = from > 1 && sight.words.term(from - 2) == "and";
    let (sex, title) = (by_word(before).filter(|_| !shared), hash(before.as_bytes()));
    let other = |p: usize| sex.is_some() && players[p].sex.is_some_and(|own| Some(own) != sex);
    let candidates = candidates.iter().copied();
    let weight = |p: usize| {
        let player = &players[p];
        // Where named only later, the nearer the likelier.
        let Some(full) = named(p) else {
            return (
                ends_title && player.titles.contains(&title),
                0,
                usize::MAX - player.mentions.first().map_or(0, |m| m.0),
            );
        };
        let last = full.max(player.last);
        let near = if from - last <= FAR {
            usize::MAX - player.mentions[0].0
        } else {
            last
        };
        (ends_title && player.titles.contains(&title), 1, near)
    };
    candidates.filter(|&p| !other(p)).max_by_key(|&p| weight(p))
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
    let month = is_month(words.term(i));
    if month && (i > 0 && words.listed(i - 1).is_speech() && words.follows(i)) {
        return true;
    }
    if month || words.weak(i) && common && !words.possessive(i) {
        // `Trump said` at a sentence's start: a verb of speech or an auxiliary follows a name, a noun follows a word.
        let does = words.follows(i + 1) && sight.acts(i + 1) && !words.numeric(i + 1);
        return does
            || matches!(
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
        // `King Carlos I`.
        let first = *k + 1 == to && to > from + 1 && words.raw(*k) == "I";
        !here.is_suffix() && !first && (here.kind() != Some(Kind::Particle) || to == from + 1)
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
    // Michelle Lujan Grisham, then Lujan Grisham.
    if a.len().min(b.len()) > 1 && (a.ends_with(b) || b.ends_with(a)) {
        return true;
    }
    let (Some(first_a), Some(first_b)) = (a.first(), b.first()) else {
        return false;
    };
    let first = first_a == first_b
        || (first_a.len() == 1 && first_b.starts_with(first_a.as_str()))
        || (first_b.len() == 1 && first_a.starts_with(first_b.as_str()));
    // George H. W. Bush is not George W. Bush.
    let middle = |terms: &[String]| terms.get(1).filter(|_| terms.len() > 2).and_then(|t| t.chars().next());
    let apart = middle(a).zip(middle(b)).is_some_and(|(a, b)| a != b);
    first && !apart && a.last() == b.last()
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
