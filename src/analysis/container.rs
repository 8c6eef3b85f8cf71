//! The state or country written right beside a place: `Paris, Texas`, `Springfield (Illinois)`, `Edmonton, Ky.`, `the Italian
//! island of Lampedusa`.

use dateline_corpus::{CountryCode, How};

use crate::evidence::placed;
use crate::gazetteer::{COUNTY, Place, Rank, Sense};
use crate::listing::List;
use crate::places::View;
use crate::words::{Gap, Words};

/// What a place is said to lie in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Container {
    /// The country.
    pub country: CountryCode,
    /// The first-level division's GeoNames code, where one is named.
    pub division: Option<&'static str>,
    /// Whether it can be nothing but a container: `Copenhagen, Hamburg` may be a list, `Edmonton, Ky.` not.
    pub firm: bool,
}

impl Container {
    /// Whether a place lies in it, as far as the tables know.
    pub fn holds(self, place: &Place) -> bool {
        place.country == self.country
            && self
                .division
                .is_none_or(|d| place.rank == Rank::Division || d == place.division || place.division.is_empty())
    }
}

/// Whether a name that begins at word `from` and what stands behind its comma as far as `end` are no part of a list: in one,
/// something else stands before them, or *and* behind.
pub fn set_off(words: &Words<'_>, from: usize, end: usize) -> bool {
    let and = (end..end + 4).any(|k| k < words.len() && matches!(words.term(k), "and" | "or") && words.cap(k + 1));
    !(words.gap(from).has(Gap::COMMA) || and || words.follows(end) && words.cap(end))
}

/// Places that are told by *of*: `the island of Lampedusa`.
pub const SETTLED: &List = &List::new(
    "island islands town city village port suburb district province region municipality hamlet archipelago \
             neighbourhood neighborhood township county",
);

/// The country whose demonym stands before a name: `the Italian island of Lampedusa`, `the northern Dutch town of Oudeschild`.
fn of_people(view: View<'_, '_>, from: usize) -> Option<Container> {
    let words = view.words;
    let noun = from.checked_sub(2)?;
    if words.term(from - 1) != "of" || !words.follows(from) || !words.follows(from - 1) || !words.is(noun, SETTLED) {
        return None;
    }
    // An adjective may stand between: `the Italian fishing village of`.
    let at = (1..3).map(|back| noun.wrapping_sub(back)).find(|&at| words.cap(at))?;
    let hit = view.gazetteer.find(words, at).filter(|hit| hit.to <= noun)?;
    let code = view.gazetteer.senses(hit).find_map(|sense| match sense {
        Sense::Country {
            code,
            how: How::Demonym,
            ..
        } => Some(code),
        _ => None,
    });
    // An island of one may be a country of its own in the tables: `the French island of Réunion`.
    code.map(|country| Container {
        country,
        division: None,
        firm: false,
    })
}

/// The container written beside the name of words `from..to`.
pub fn container(view: View<'_, '_>, from: usize, to: usize) -> Option<Container> {
    behind(view, from, to).or_else(|| of_people(view, from))
}

/// One behind it: `Paris, Texas`.
fn behind(view: View<'_, '_>, from: usize, to: usize) -> Option<Container> {
    let words = view.words;
    let gap = words.gap(to);
    let comma = gap.has(Gap::COMMA) && gap.only(Gap::COMMA.and(Gap::SPACE));
    let bracket = gap.has(Gap::OPEN) && gap.only(Gap::OPEN.and(Gap::SPACE));
    // `Boston, in Lincolnshire`.
    let to = to + usize::from(comma && words.term(to) == "in" && words.follows(to + 1));
    if !(comma || bracket) || !words.cap(to) {
        return None;
    }
    if let Some(p) = view.gazetteer.state(words, to) {
        let place = &view.gazetteer.places[p as usize];
        return Some(Container {
            country: place.country,
            division: Some(place.division),
            firm: true,
        });
    }
    let hit = view.gazetteer.find(words, to)?;
    // `in Paris, Georgia’s capital said`: an owner is no container.
    if words.possessive(hit.to - 1) {
        return None;
    }
    // `born in Bristol, Quebec.`, not `In Geneva, Iran agreed`, nor `in Bristol, Quebec, Berlin`.
    let closed = words.gap(hit.to).has(Gap::COMMA.and(Gap::CLOSE).and(Gap::END)) || hit.to >= words.len();
    let listed = words.gap(hit.to).has(Gap::COMMA) && words.cap(hit.to);
    let alone = || closed && !listed && placed(words, from) && set_off(words, from, hit.to);
    let mut found: Option<Container> = None;
    let mut city_of: Option<CountryCode> = None;
    for sense in view.gazetteer.senses(hit) {
        match sense {
            Sense::Place(p) => {
                let place = &view.gazetteer.places[p as usize];
                if place.division == COUNTY {
                    return Some(Container {
                        country: place.country,
                        division: None,
                        firm: true,
                    });
                }
                if place.rank != Rank::Division {
                    city_of = city_of.or(Some(place.country));
                } else if found.is_none_or(|c| c.division.is_some() && view.evidence.of(place.country) > 0) {
                    // Of two divisions of one name (Punjab) the one of a country named elsewhere.
                    found = Some(Container {
                        country: place.country,
                        division: Some(place.division),
                        firm: place.country.as_str() == "US",
                    });
                }
            }
            Sense::Country {
                code,
                how: How::Name,
                weak,
            } if !weak || view.evidence.seat_of(code) > 0 => {
                return Some(Container {
                    country: code,
                    division: None,
                    firm: alone(),
                });
            }
            _ => {}
        }
    }
    // `in Copenhagen, Hamburg and Berlin`: a list of cities, not a city in a state of that name.
    found.map(|c| Container {
        firm: c.firm && city_of != Some(c.country) || alone(),
        ..c
    })
}
