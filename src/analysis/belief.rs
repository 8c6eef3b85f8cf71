//! Is a name that could be a place used as one here?
//!
//! Trust and doubt are added up in natural logarithms of odds, set by hand: a name that is also a word or a person's name must be
//! placed by the words around it, a large city need not.

use crate::evidence::{dateline, half_placed, placed};
use crate::gazetteer::{Place, Rank, Sense};
use crate::lexicon::Kind;
use crate::listing::{List, among};
use crate::places::View;
use crate::words::Case;

/// Nouns and verbs behind a town's name used as an adjective: `a Rochester man`, `Hartford police`.
const LOCAL: &List = &List::new(
    "man woman men women police city council councilman resident residents school schools boy girl couple teen \
    teenager native mayor officials county area hospital firefighters students student teacher teachers mother \
    father family apartment town home homes house university suburb neighborhood neighbourhood district township \
    village church library street airport office businessman attorney lawyer restaurant community economist \
    headquarters public fire elementary bureau market stock summit metro metropolitan region born",
);

/// First words of longer names of places: `St. Paris` is not Paris.
const FIRST_PARTS: &List =
    &List::new("st saint san santa santo new port lake fort ft mount mt el los las la le de point cape real isle");

/// Below this sum the name is taken for something else.
const LEAST: f32 = -0.6;

/// By how much words `from..to` are rather used as the name of `place` than not: above 0 they are.
pub fn belief(view: View<'_, '_>, place: &Place, from: usize, to: usize, inside: bool) -> f32 {
    match place.rank {
        Rank::County => f32::INFINITY,
        _ => trust(view, place, from, to) - doubt(view, place, from, to, inside) - LEAST,
    }
}

/// What speaks for a place and what against it, as [`belief`] adds them up.
pub fn weights(view: View<'_, '_>, place: &Place, from: usize, to: usize, inside: bool) -> (f32, f32) {
    (trust(view, place, from, to), doubt(view, place, from, to, inside))
}

fn trust(view: View<'_, '_>, place: &Place, from: usize, to: usize) -> f32 {
    let words = view.words;
    // 100,000 inhabitants are the middle of the city table's range as weighted by use.
    let mut trust = (place.people.max(1.0) / 100.0).ln().clamp(-2.0, 3.5) * 0.6;
    if !matches!(place.rank, Rank::City | Rank::Town) {
        trust += 1.5;
    }
    if placed(words, from) {
        let name = to == from + 1 && (words.listed(from).is_surname() || words.listed(from).is_given());
        trust += if name && half_placed(words, from) { 1.0 } else { 2.5 };
    }
    if words.follows(to) && !words.cap(to) && words.is(to, LOCAL) {
        trust += 2.0;
    }
    if dateline(words, from, to) {
        trust += 4.0;
    }
    if view.evidence.of_division(place.country, place.division) > 0 {
        trust += 1.0;
    }
    if view.evidence.of(place.country) > 0 || view.evidence.at_home(place.country) {
        trust += 0.7;
    }
    if to > from + 1 {
        trust += 1.5;
    }
    trust
}

fn doubt(view: View<'_, '_>, place: &Place, from: usize, to: usize, inside: bool) -> f32 {
    let words = view.words;
    let (term, here) = (words.term(from), words.listed(from));
    let mut doubt = 0.0;
    if (from..to).all(|i| words.listed(i).is_word() || matches!(words.term(i), "st")) {
        // `Central`, `Western`, `North Shore`: divisions of small countries and any number of quarters.
        doubt += if place.rank == Rank::Division && !matches!(place.country.as_str(), "AU" | "CA" | "GB") {
            8.0
        } else {
            4.0
        };
    }
    if to == from + 1 {
        if words.get(from).is_some_and(|w| w.case == Case::Upper) && term.len() <= 4 && !words.weak(from) {
            return f32::INFINITY;
        }
        if here.is_given() {
            doubt += 2.0;
        } else if here.is_surname() {
            doubt += 1.5;
        }
        if here.kind().is_some() {
            doubt += 3.0;
        }
        if words.weak(from) {
            doubt += 0.5;
        }
        let does = words.listed(to).is_speech() || words.term(to) == "scored";
        if words.follows(to) && does && place.rank != Rank::Capital {
            doubt += 2.5;
        }
    }
    // `Reston ebolavirus`, `Lassa fever`: named after the place, found anywhere.
    if words.follows(to) && words.is(to, DISEASES) {
        doubt += 8.0;
    }
    // `the Paris Agreement`: what was signed there is spoken of anywhere.
    if words.follows(to) && words.cap(to) && words.is(to, TREATIES) {
        doubt += 8.0;
    }
    // Saints' towns are everywhere: where other countries are named, theirs must be too.
    if to > from + 1
        && SAINTS.contains(&term)
        && view.evidence.any()
        && view.evidence.of(place.country) == 0
        && rivalled(view, place, from, to)
    {
        doubt += if inside { 8.0 } else { 7.0 };
    }
    let elsewhere = view.evidence.any() && view.evidence.of(place.country) == 0;
    // `Royal Alexandria Hospital`: a princess, where nothing else of Egypt is named.
    if inside && elsewhere && here.is_given() {
        doubt += 4.0;
    }
    // `North Eastern Province`.
    if among(DIRECTIONS, term) && from > 0 && words.follows(from) && words.is(from - 1, DIRECTIONS) {
        doubt += 6.0;
    }
    if from > 0 && words.follows(from) && words.cap(from - 1) && words.is(from - 1, FIRST_PARTS) {
        doubt += 5.0;
    }
    // A ship.
    if from > 0 && words.follows(from) && words.is(from - 1, "uss hms hmas hmcs usns usav") {
        doubt += 20.0;
    }
    if term == "st" && words.possessive(to - 1) {
        // St. Peter's, St. Michael's: churches and hospitals.
        doubt += 6.0;
    }
    let after_name =
        from > 0 && words.follows(from) && words.cap(from - 1) && !words.weak(from - 1) && !neutral(view, from - 1);
    let before_name = words.follows(to) && words.cap(to) && !words.possessive(to - 1) && !neutral(view, to);
    if after_name && (!inside || words.listed(from - 1).is_given()) {
        doubt += 2.0;
    }
    if before_name && !inside {
        let next = words.term(to);
        let listed = words.listed(to);
        doubt += match listed.kind() {
            Some(Kind::Site) if among(STREETS, next) => 6.0,
            // `Nyanza Province`, `Mithi River`: another thing than the town of that name.
            Some(Kind::Site) if place.rank == Rank::City && place.people < 500.0 => {
                if elsewhere {
                    4.5
                } else {
                    3.0
                }
            }
            _ if !listed.is_word() && listed.is_surname() => 3.0,
            _ if !listed.is_word() => 2.0,
            _ => 1.5,
        };
    }
    // `Caraorman de Jos`: the end of a longer name.
    if from > 1
        && words.follows(from)
        && words.follows(from - 1)
        && matches!(words.term(from - 1), "de" | "di" | "da" | "del")
        && words.cap(from - 2)
    {
        doubt += 4.0;
    }
    // A name that several countries share needs the country, where others are named.
    if place.people < 300.0
        && view.evidence.of(place.country) == 0
        && view.evidence.any()
        && shared(view, place, from, to)
    {
        doubt += 1.5;
    }
    if inside && here.is_surname() && to == from + 1 {
        doubt += 1.0;
    }
    doubt
}

/// What is named after the place where it was first found.
const DISEASES: &List = &List::new("virus ebolavirus hantavirus fever encephalitis syndrome disease");

/// What is named after the place where it was signed.
pub const TREATIES: &List =
    &List::new("agreement agreements accord accords treaty protocol protocols convention conventions pact declaration");

/// Words that narrow a direction down.
const DIRECTIONS: &List = &List::new("north south east west northern southern eastern western");

/// First words of saints' names.
const SAINTS: [&str; 6] = ["san", "santa", "santo", "st", "sao", "saint"];

/// Whether a place of this name in another country has at least a fifth of its inhabitants.
fn rivalled(view: View<'_, '_>, place: &Place, from: usize, to: usize) -> bool {
    let hit = view.gazetteer.find_before(view.words, from, to);
    hit.is_some_and(|h| {
        view.gazetteer.senses(h).any(|s| {
            matches!(s, Sense::Place(p) if {
                let other = &view.gazetteer.places[p as usize];
                other.country != place.country && other.people * 5.0 >= place.people
            })
        })
    })
}

const STREETS: &List =
    &List::new("street avenue road drive lane boulevard highway creek trail hall hill park river square");

/// Whether places of this name lie in several countries.
fn shared(view: View<'_, '_>, place: &Place, from: usize, to: usize) -> bool {
    let hit = view.gazetteer.find_before(view.words, from, to);
    hit.is_some_and(|h| {
        view.gazetteer
            .senses(h)
            .any(|s| matches!(s, Sense::Place(p) if view.gazetteer.places[p as usize].country != place.country))
    })
}

/// Capitalised words beside a place's name that do not make it part of another name.
fn neutral(view: View<'_, '_>, i: usize) -> bool {
    let (words, lexicon) = (view.words, view.lexicon);
    let term = words.term(i);
    words.listed(i).kind() == Some(Kind::Stop)
        || words.possessive(i)
        || lexicon.title_at(words, i).is_some()
        || matches!(
            term,
            "north"
                | "south"
                | "east"
                | "west"
                | "northern"
                | "southern"
                | "eastern"
                | "western"
                | "northeast"
                | "northwest"
                | "southeast"
                | "southwest"
                | "downtown"
                | "central"
                | "greater"
                | "upper"
                | "lower"
                | "city"
                | "state"
                | "county"
                | "police"
                | "mayor"
        )
        || view
            .gazetteer
            .find(words, i)
            .is_some_and(|h| view.gazetteer.senses(h).any(|s| matches!(s, Sense::Country { .. })))
}
