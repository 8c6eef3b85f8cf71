//! One body, all its names: the country before a ministry, the abbreviation in brackets, the company without its suffix.

use crate::listing::{List, among};
use dateline_corpus::{CountryCode, Doubt, How};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::cast::printed;
use crate::doubts;
use crate::firms::{core_end, known_firm, subject, wordlike};
use crate::gazetteer::{Body, Rank, Sense};
use crate::letters::{abbreviates, abbreviates_abroad, bare_letters, names_thing, short_form};
use crate::lexicon::Kind;
use crate::marks::{Mark, What};
use crate::ministries::{Lands, is_bare, one_of_many};
use crate::organisations::THINGS;
use crate::people::Sight;
use crate::words::Gap;

/// A body as an article names it.
#[derive(Clone, Debug)]
pub struct Named {
    /// Its fullest name.
    pub name: String,
    /// The country it is a body of, where the text or the table says so.
    pub country: Option<CountryCode>,
    /// Why it may be none.
    pub doubt: Option<Doubt>,
}

/// What an article says of its bodies' names.
#[derive(Debug, Default)]
pub struct Bodies {
    /// Abbreviation, as printed, to the name it abbreviates.
    letters: FxHashMap<String, Named>,
    /// A ministry's bare name, folded, to the countries it has been named with.
    bare: FxHashMap<String, Vec<CountryCode>>,
    /// Abbreviations of ordinary words: `the central business district (CBD)`.
    things: FxHashSet<String>,
    /// Times each unexplained abbreviation stands in the text.
    counts: FxHashMap<String, u32>,
    /// Names that are ordinary words too, where the text writes them with a capital that is theirs.
    elsewhere: FxHashSet<String>,
    /// Where it names countries.
    lands: Lands,
}

/// Heads that every state has one of.
const OF_STATES: &List = &List::new(
    "ministry embassy army navy parliament police government cabinet consulate senate military marines treasury \
    assembly congress administration",
);

impl Bodies {
    /// Reads the pairs of name and abbreviation, and which countries' ministries are named.
    pub fn read(sight: Sight<'_, '_>, marks: &[Mark]) -> Self {
        let mut all = Self::default();
        for mark in marks {
            match mark.what {
                What::Body => {
                    let (country, core) = all.split(sight, mark);
                    if let Some(country) = country {
                        let list = all.bare.entry(folded(sight, core, mark.to)).or_default();
                        if !list.contains(&country) {
                            list.push(country);
                        }
                    }
                    let named = all.name(sight, mark);
                    if let Some(next) = short_form(sight, mark.to)
                        && (abbreviates(sight, next, mark.from, mark.to)
                            || abbreviates_abroad(sight, next, mark.from, mark.to))
                    {
                        all.letters.insert(bare_letters(sight.words.raw(next)), named);
                    }
                }
                What::Known { hit, .. } => {
                    all.lands.read(sight, mark.from, hit);
                    let body = || sight.gazetteer.senses(hit).any(|s| matches!(s, Sense::Body(_)));
                    if !sight.words.weak(mark.from) && wordlike(sight, mark) && body() {
                        all.elsewhere.insert(sight.words.raw(mark.from).to_owned());
                    }
                }
                What::Letters => {
                    *all.counts.entry(sight.words.raw(mark.from).to_owned()).or_default() += 1;
                    if names_thing(sight, mark.from) {
                        all.things.insert(bare_letters(sight.words.raw(mark.from)));
                    }
                }
                _ => {}
            }
        }
        all
    }

    /// What a mark names; none for letters that nothing in the text shows to be a body.
    pub fn resolve(&self, sight: Sight<'_, '_>, mark: &Mark) -> Option<Named> {
        match mark.what {
            What::Body => Some(self.name(sight, mark)),
            What::Letters => {
                let raw = sight.words.raw(mark.from);
                if let Some(named) = self.letters.get(&bare_letters(raw)) {
                    return Some(named.clone());
                }
                let thing = self.things.contains(&bare_letters(raw)) || among(THINGS, sight.words.term(mark.from));
                (!thing && !sight.words.weak(mark.from) && self.acts(sight, mark.from)).then(|| Named {
                    name: raw.to_owned(),
                    country: None,
                    doubt: None,
                })
            }
            _ => None,
        }
    }

    /// Whether the text says which body's name a word abbreviates.
    pub fn explains(&self, sight: Sight<'_, '_>, from: usize, to: usize) -> bool {
        to == from + 1 && self.letters.contains_key(&bare_letters(sight.words.raw(from)))
    }

    /// What words that the tagger took for a body's name stand for: what their letters abbreviate, or themselves; none where
    /// the text says that they abbreviate a thing.
    pub fn told(&self, sight: Sight<'_, '_>, from: usize, to: usize) -> Option<Named> {
        if to == from + 1 {
            let letters = bare_letters(sight.words.raw(from));
            if self.things.contains(&letters) {
                return None;
            }
            if let Some(named) = self.letters.get(&letters) {
                return Some(named.clone());
            }
        }
        let what = What::Body;
        Some(self.name(sight, &Mark { from, to, what }))
    }

    /// The country that a body of a state speaks for where it is named without it.
    pub fn speaks_for(&self, sight: Sight<'_, '_>, mark: &Mark, named: &Named) -> Option<CountryCode> {
        let bare = is_bare(sight.words.term(mark.to - 1)) || sight.words.term(mark.from) == "ministry";
        named
            .country
            .filter(|_| bare && self.split(sight, mark).0.is_none() && self.possessor(sight, mark).is_none())
    }

    /// A body of the table; where it is an abbreviation that the text explains otherwise, that one.
    pub fn known(&self, sight: Sight<'_, '_>, mark: &Mark, body: Body) -> Option<Named> {
        let raw = sight.words.raw(mark.from);
        if mark.to == mark.from + 1
            && let Some(named) = self.letters.get(&bare_letters(raw))
        {
            return Some(named.clone());
        }
        // `LONDON: The Treasury declined to comment`.
        if one_of_many(body)
            && let Some(code) = self
                .possessor(sight, mark)
                .or_else(|| self.lands.just_named(sight, mark.from, mark.to - 1))
            && Some(code) != body.country
        {
            let demonym = sight.gazetteer.land(code).map_or("", |land| land.demonym);
            return Some(Named {
                name: format!("{demonym} {}", printed(sight, mark.from, mark.to)),
                country: Some(code),
                doubt: None,
            });
        }
        // Some names are ordinary words too: in a position where any word has a capital they say nothing.
        if wordlike(sight, mark)
            && sight.words.weak(mark.from)
            && !self.elsewhere.contains(raw)
            && !subject(sight, mark.from)
        {
            return None;
        }
        Some(Named {
            name: body.name.to_owned(),
            country: body.country,
            doubt: None,
        })
    }

    /// The country named inside a body's name; the body's own where the phrase is ambiguous (`Korean People's Army`).
    pub fn country_inside(
        &self,
        sight: Sight<'_, '_>,
        mark: &Mark,
        marks: &[Mark],
        code: CountryCode,
        weak: bool,
    ) -> Option<CountryCode> {
        let around = marks[..marks.partition_point(|m| m.from <= mark.from)]
            .iter()
            .rev()
            .find(|m| {
                m.to >= mark.to
                    && m.from <= mark.from
                    && matches!(m.what, What::Known { inside: false, .. } | What::Body)
            });
        let Some(What::Known { hit, .. }) = around.map(|m| &m.what) else {
            return Some(code);
        };
        let body = sight.gazetteer.senses(*hit).find_map(|s| {
            if let Sense::Body(b) = s {
                Some(sight.gazetteer.bodies[b as usize])
            } else {
                None
            }
        });
        match body {
            Some(Body {
                country: Some(country), ..
            }) => Some(if weak { country } else { code }),
            Some(_) => None,
            None => Some(code),
        }
    }

    /// The name under which a body's mark is kept.
    fn name(&self, sight: Sight<'_, '_>, mark: &Mark) -> Named {
        let (country, core) = self.split(sight, mark);
        let head = sight.words.term(mark.to - 1);
        let of_state = among(OF_STATES, head);
        let country = country.or_else(|| self.possessor(sight, mark)).or_else(|| {
            let list = self.bare.get(&folded(sight, mark.from, mark.to));
            match list {
                Some(list) => (list.len() == 1 && of_state).then(|| list[0]),
                None => {
                    let head = if sight.words.term(mark.from) == "ministry" {
                        mark.from
                    } else {
                        mark.to - 1
                    };
                    self.lands.just_named(sight, mark.from, head)
                }
            }
        });
        let core_name = capitalised(&printed(sight, core, mark.to));
        let demonym = country
            .and_then(|c| sight.gazetteer.land(c))
            .map(|l| l.demonym)
            .filter(|d| !d.is_empty());
        let name = match demonym {
            Some(demonym) if of_state && core + 1 < mark.to + usize::from(core > mark.from) => {
                format!("{demonym} {core_name}")
            }
            _ => trade_name(sight, mark),
        };
        Named {
            name,
            country,
            doubt: doubts::body(sight, mark),
        }
    }

    /// The country at the start of a name, and where the rest begins.
    fn split(&self, sight: Sight<'_, '_>, mark: &Mark) -> (Option<CountryCode>, usize) {
        let Some(hit) = sight.gazetteer.find(sight.words, mark.from) else {
            return (None, mark.from);
        };
        if hit.to >= mark.to {
            return (None, mark.from);
        }
        // `Georgia State University`: a state of another country has the name too.
        let state = |code| {
            sight.gazetteer.senses(hit).any(|s| match s {
                Sense::Place(p) => {
                    let place = &sight.gazetteer.places[p as usize];
                    place.rank == Rank::Division && place.country != code
                }
                _ => false,
            })
        };
        let country = sight.gazetteer.senses(hit).find_map(|s| match s {
            Sense::Country {
                code,
                how: How::Demonym | How::Name,
                weak,
            } if !weak || !state(code) => Some(code),
            _ => None,
        });
        (country, if country.is_some() { hit.to } else { mark.from })
    }

    /// `Japan’s` before `Foreign Ministry`.
    fn possessor(&self, sight: Sight<'_, '_>, mark: &Mark) -> Option<CountryCode> {
        let words = sight.words;
        let last = mark.from.checked_sub(1).filter(|&l| words.possessive(l))?;
        (last.saturating_sub(3)..=last).find_map(|i| {
            let hit = sight.gazetteer.find(words, i).filter(|h| h.to == last + 1)?;
            sight.gazetteer.senses(hit).find_map(|s| {
                if let Sense::Country {
                    code, how: How::Name, ..
                } = s
                {
                    Some(code)
                } else {
                    None
                }
            })
        })
    }

    /// Whether unexplained letters do what bodies do: own, speak, have officials; or stand in brackets behind a name.
    fn acts(&self, sight: Sight<'_, '_>, i: usize) -> bool {
        const DEEDS: &List = &List::new(
            "said says announced reported spokesman spokeswoman spokesperson official officials chief leader \
            leaders president chairman director member members headquarters troops forces rebels fighters \
            militants agents told warned has officers government executive executives employees researchers \
            lawmakers",
        );
        let words = sight.words;
        let owner = words.possessive(i) || (words.follows(i + 1) && words.is(i + 1, DEEDS));
        let again = self.counts.get(words.raw(i)).is_some_and(|n| *n > 1);
        let article = i > 0
            && words.term(i - 1) == "the"
            && words.follows(i)
            && (!words.follows(i + 1)
                || !words.listed(i + 1).is_common()
                || words.listed(i + 1).kind() == Some(Kind::Stop));
        let bracketed = words.gap(i).has(Gap::OPEN) && words.gap(i + 1).has(Gap::CLOSE);
        owner || article || (again && bracketed)
    }
}

/// A company's name without its legal form, as the table has it where it does.
fn trade_name(sight: Sight<'_, '_>, mark: &Mark) -> String {
    let end = core_end(sight, mark.from, mark.to);
    let known = known_firm(sight, mark.from, end);
    known.map_or_else(|| printed(sight, mark.from, end), str::to_owned)
}

/// `foreign ministry` → `Foreign Ministry`; names that have their capitals stay.
fn capitalised(name: &str) -> String {
    if name.chars().any(char::is_uppercase) {
        return name.to_owned();
    }
    let word = |w: &str| {
        let mut chars = w.chars();
        chars
            .next()
            .map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn folded(sight: Sight<'_, '_>, from: usize, to: usize) -> String {
    (from..to).map(|i| sight.words.term(i)).collect::<Vec<_>>().join(" ")
}
