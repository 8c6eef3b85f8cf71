//! People by the pattern of their names, and by a title before them.

use crate::gazetteer::{Gazetteer, Rank, Sense};
use crate::lexicon::{Kind, Lexicon};
use crate::listing::List;
use crate::quotations::by_word;
use crate::surnames::PEOPLES;
use crate::words::{Case, Gap, Words};

/// Longest personal name in words, particles included: `Mohammed bin Salman bin Abdulaziz Al Saud` has seven.
const LONGEST: usize = 7;

/// What a street's name ends in.
const STREETS: &List =
    &List::new("street avenue road drive lane boulevard highway square terrace way close crescent ave rd blvd st");

/// Whether a surname or a given name is far more often something else, which it is unless the words around it show a person.
pub fn is_month(term: &str) -> bool {
    matches!(term, "may" | "march" | "april" | "june" | "august" | "will")
}

/// Whether a form of address stands before word `i`, which is then a surname: `Mr. England`. Not *Miss*: `Miss France`.
pub fn addressed(words: &Words<'_>, i: usize) -> bool {
    i > 0 && words.follows(i) && matches!(words.term(i - 1), "mr" | "mrs" | "ms" | "messrs")
}

/// A personal name found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// One past its last word.
    pub to: usize,
    /// Whether a list or a title spoke for it, not just its looks.
    pub sure: bool,
}

/// What the rules look things up in.
#[derive(Clone, Copy, Debug)]
pub struct Sight<'a, 't> {
    /// The text.
    pub words: &'a Words<'t>,
    /// Word lists.
    pub lexicon: &'a Lexicon,
    /// Places and countries.
    pub gazetteer: &'a Gazetteer,
}

impl Sight<'_, '_> {
    /// The personal name that starts at word `i`; `titled` where a title stands before it.
    pub fn name_at(&self, i: usize, titled: bool) -> Option<Name> {
        let words = self.words;
        let (term, here) = (words.term(i), words.listed(i));
        let saint = matches!(term, "st" | "saint" | "ste");
        let particle = here.kind() == Some(Kind::Particle) && !here.is_given() && !words.glued(i + 1) && !titled;
        let initial = self.initials(i);
        if !initial && words.raw(i).contains('.') {
            return None;
        }
        let other = here.kind().is_some_and(|kind| kind == Kind::Stop || !here.is_given());
        let stop = words.weak(i) && !titled && other && !(initial && words.dotted(i)) && !self.is_month_as_name(i);
        if !self.may_be_part(i) || saint || particle || stop {
            return None;
        }
        let doubtful = words.weak(i) && here.is_word();
        let next = self.continues(i + 1).then(|| words.listed(i + 1));
        let next_is_name = next.is_some_and(|n| n.is_surname() || !n.is_word());
        let hyphenated = self.joined_given_name(i + 1);
        let (to, sure) = if here.is_asian_surname() && hyphenated.is_some() {
            (hyphenated?, true)
        } else if self
            .joined_given_name(i)
            .is_some_and(|to| self.continues(to) && !words.listed(to).is_common())
            && here.is_given()
        {
            // Jean-Claude Juncker.
            (self.joined_given_name(i)? + 1, true)
        } else if here.is_given()
            && next.is_some()
            && (!doubtful || next_is_name)
            && (next_is_name || titled || !here.is_word())
            && !self.common_pair(i)
        {
            (i + 2, true)
        } else if (here.is_given() || initial) && self.particle_name(i + 1).is_some() && !doubtful {
            (self.particle_name(i + 1)?, true)
        } else if initial
            && next.is_some()
            && next_is_name
            && (!words.weak(i + 1) || next.is_some_and(|n| !n.is_word()))
            && words.raw(i) != "I"
            && self.initial_name(i)
        {
            (i + 2, true)
        } else if initial
            && next.is_some()
            && self.continues(i + 2)
            && words.get(i + 1).is_some_and(|w| w.case == Case::Initial)
            && words.get(i + 2).is_some_and(|w| w.case != Case::Initial)
        {
            (i + 3, true)
        } else if here.is_asian_surname() && next.is_some_and(|n| !n.is_word() && !self.known_place(i + 1)) && !doubtful
        {
            (i + 2, true)
        } else if titled && here.is_asian_surname() && next.is_some() && !self.known_place(i + 1) {
            // Qin Gang: a given name that is also an English word.
            (i + 2, true)
        } else if titled && (!self.is_country(i) && !here.is_common() || addressed(words, i)) {
            (i + 1, true)
        } else if self.looks_personal(i)
            && matches!(words.term(i + 1), "bin" | "ibn")
            && self.particle_name(i + 1).is_some()
        {
            // Azahari bin Husin.
            (self.particle_name(i + 1)?, true)
        } else if self.looks_personal(i) && next.is_some() && self.looks_personal(i + 1) {
            let sure = words.listed(i + 1).is_surname() || next.is_some_and(|n| n.is_given());
            (i + 2, sure)
        } else if here.is_half_given()
            && !here.is_word()
            && next.is_some_and(|n| n.is_surname() && (!n.is_word() || words.term(i + 1) == "smith"))
        {
            // Paris Hilton, Chad Smith.
            (i + 2, true)
        } else if here.is_half_given()
            && next.is_some_and(|n| n.is_surname() && n.kind().is_none() || !n.is_word())
            && !self.known_place(i + 1)
            && self.acts(i + 2)
        {
            // London Breed, the mayor; Israel Folau said.
            (i + 2, true)
        } else if self.looks_personal(i)
            && next.is_some_and(|n| n.is_surname() && n.kind().is_none())
            && !self.known_place(i + 1)
            && !words.weak(i + 1)
        {
            // Kanye West: an unknown word before a surname that is also an ordinary word.
            (i + 2, false)
        } else {
            return None;
        };
        let to = self.extend(i, to);
        if !titled && self.of_a_map(i, to) {
            return None;
        }
        // `Desire Street`, `Colton Way`: streets are named after people.
        let street = |k: usize| words.is(k, STREETS) && words.cap(k);
        if street(to - 1) || (words.follows(to) && street(to)) {
            return None;
        }
        (to > i + 1 || titled).then_some(Name { to, sure })
    }

    /// `the Obama administration`, `Assad’s regime`: who has one is a person, unless a country or its capital.
    pub fn rules(&self, i: usize) -> bool {
        const RULE: &List = &List::new("administration government presidency campaign regime cabinet era");
        let words = self.words;
        let follows = words.follows(i + 1) && !words.cap(i + 1) && words.is(i + 1, RULE);
        let alone = i == 0 || !words.follows(i) || !words.cap(i - 1) || words.listed(i - 1).kind() == Some(Kind::Stop);
        let named = !words.listed(i).is_word() || (words.listed(i).is_surname() && !words.weak(i));
        let case = words
            .get(i)
            .is_some_and(|w| matches!(w.case, Case::Title | Case::Mixed));
        follows
            && alone
            && named
            && case
            && !words.is(i, PEOPLES)
            && words.listed(i).kind().is_none()
            && !self.known_place(i)
    }

    /// `President (Vladimir) Putin`, as agencies complete a quotation.
    pub fn bracketed_given_name(&self, i: usize) -> bool {
        let words = self.words;
        let (before, after) = (words.gap(i), words.gap(i + 1));
        before.has(Gap::OPEN)
            && after.has(Gap::CLOSE)
            && after.only(Gap::CLOSE.and(Gap::SPACE))
            && words.listed(i).is_given()
            && self.may_be_part(i + 1)
            && !self.is_country(i + 1)
    }

    /// `Jong-un`, `Byung-Se`, `Kyo-ahn` at word `i`: two parts joined by a hyphen, the second also in lower case.
    fn joined_given_name(&self, i: usize) -> Option<usize> {
        let words = self.words;
        (i == 0 || words.follows(i) || words.cap(i)).then_some(())?;
        let long = words.term(i).len().max(words.term(i + 1).len()) > 9;
        (words.cap(i)
            && words.glued(i + 1)
            && !long
            && !self.is_country(i)
            && words.listed(i + 1).kind() != Some(Kind::Head))
        .then_some(i + 2)
    }

    /// `van der Berg`, `al-Assad` from word `i`.
    fn particle_name(&self, i: usize) -> Option<usize> {
        let words = self.words;
        let mut at = i;
        while at < i + 3 && words.listed(at).kind() == Some(Kind::Particle) && words.follows(at) {
            at += 1;
        }
        (at > i && words.cap(at) && words.follows(at) && self.may_be_part(at)).then_some(at + 1)
    }

    /// Takes in further surnames, particles, initials, Jr.
    fn extend(&self, from: usize, mut to: usize) -> usize {
        let words = self.words;
        while to < from + LONGEST && words.follows(to) && !words.possessive(to - 1) {
            let here = words.listed(to);
            if let Some(end) = self.particle_name(to) {
                to = end;
            } else if here.is_suffix() && words.cap(to) {
                return to + 1;
            } else if self.lower_syllable(from, to)
                || (self.continues(to)
                    && !self.is_country(to)
                    && (here.is_surname() || !here.is_word())
                    && !self.title_then_name(to))
            {
                to += 1;
            } else if words.get(to).is_some_and(|w| w.case == Case::Initial)
                && self.continues(to + 1)
                && !words.listed(to + 1).is_common()
            {
                to += 2;
            } else {
                break;
            }
        }
        // `Martin Luther King, Jr.`
        let comma = words.gap(to).has(Gap::COMMA) && words.gap(to).only(Gap::COMMA.and(Gap::SPACE));
        to + usize::from(comma && matches!(words.term(to), "jr" | "sr") && words.cap(to))
    }

    /// `ahn` of `Kyo-ahn`, at word `to` of a name that starts at `from`.
    fn lower_syllable(&self, from: usize, to: usize) -> bool {
        let words = self.words;
        let joined = words.glued(to) && !words.cap(to) && words.cap(to - 1) && to > from + 1;
        joined && words.term(to).len() <= 6 && (!words.listed(to).is_word() || words.listed(from).is_asian_surname())
    }

    fn title_then_name(&self, i: usize) -> bool {
        self.lexicon
            .title_at(self.words, i)
            .is_some_and(|end| self.continues(end))
    }

    /// `Theresa May`, `Mrs May`, `April Jones`, `Will Young`: the name of a month, or *will*, that belongs to a person's name,
    /// because a given name or a form of address stands before it, or a surname behind it.
    fn is_month_as_name(&self, i: usize) -> bool {
        let words = self.words;
        if !is_month(words.term(i)) || !words.cap(i) || words.numeric(i + 1) {
            return false;
        }
        let titled = |k: usize| {
            k > 0 && words.follows(k) && (by_word(words.term(k - 1)).is_some() || words.listed(k - 1).ends_title())
        };
        let starts = |k: usize| k == 0 || !words.follows(k) || !words.cap(k - 1) || titled(k);
        let given = i > 0 && words.follows(i) && words.cap(i - 1) && words.listed(i - 1).is_given() && starts(i - 1);
        let next = words.listed(i + 1);
        let behind = words.follows(i + 1) && words.cap(i + 1) && words.term(i + 1) != "day";
        let surname =
            words.listed(i).is_given() && behind && next.is_surname() && (!next.is_word() || self.acts(i + 2));
        // `Will Smith come?`
        let asks = words.term(i) == "will" && words.weak(i) && !words.listed(i + 2).is_speech();
        titled(i) || given && !words.listed(i - 1).is_word() || surname && starts(i) && !asks
    }

    /// A capitalised word that continues the stretch and may be part of a person's name.
    fn continues(&self, i: usize) -> bool {
        self.words.follows(i)
            && !self.words.possessive(i - 1)
            && !self.words.gap(i).has(Gap::AND)
            && self.may_be_part(i)
    }

    pub fn may_be_part(&self, i: usize) -> bool {
        let words = self.words;
        let Some(word) = words.get(i) else { return false };
        // Christian Horner, not Christian Democrats.
        let next = words.listed(i + 1);
        let given = words.listed(i).is_given() || words.listed(i).is_half_given();
        let named = || given && words.follows(i + 1) && next.is_surname() && !next.is_word();
        if words.is(i, PEOPLES) && !named() {
            return false;
        }
        // `R-Minn`, `D-Calif`: a party and a state.
        if words.glued(i + 1) && word.case == Case::Initial
            || (i > 0 && words.glued(i) && words.get(i - 1).is_some_and(|w| w.case == Case::Initial))
        {
            return false;
        }
        let shape = match word.case {
            Case::Title | Case::Mixed | Case::Initial => true,
            // NAMES IN CAPITALS are names where a whole line is in capitals.
            Case::Upper => {
                word.weak
                    || words.raw(i).contains('.')
                    || words.listed(i).is_suffix()
                    || self.shouted_surname(i)
                    || self.bare_initials(i)
            }
            Case::Lower | Case::Number => false,
        };
        shape
            && (!matches!(
                words.listed(i).kind(),
                Some(Kind::Head | Kind::Stop | Kind::Company | Kind::Site)
            ) || self.is_month_as_name(i))
            || (shape && words.listed(i).is_given() && !matches!(words.listed(i).kind(), Some(Kind::Stop)))
            || (shape
                && words.listed(i).is_surname()
                && matches!(words.listed(i).kind(), Some(Kind::Site))
                && i > 0
                && words.listed(i - 1).is_given()
                && words.follows(i))
    }

    /// Neither a dictionary word nor a known place, and long enough to be a name.
    fn looks_personal(&self, i: usize) -> bool {
        let words = self.words;
        let (term, here) = (words.term(i), words.listed(i));
        words
            .get(i)
            .is_some_and(|w| matches!(w.case, Case::Title | Case::Mixed))
            && term.len() >= 2
            && !term.contains(|c: char| c.is_ascii_digit())
            && (!here.is_word() || (here.is_surname() && !words.weak(i) && words.listed(i.wrapping_sub(1)).is_given()))
            && self.may_be_part(i)
            && !self.known_place(i)
    }

    /// Two ordinary words that also happen to be names: `Will Young` is a person, `May Day`, `Grace Period` are not.
    fn common_pair(&self, i: usize) -> bool {
        let words = self.words;
        words.listed(i).is_word() && words.listed(i + 1).is_word() && !words.listed(i + 1).is_surname()
    }

    fn initial_name(&self, i: usize) -> bool {
        self.gazetteer.find(self.words, i).is_none_or(|hit| hit.to == i + 1) && !self.is_country(i)
    }

    pub fn is_country(&self, i: usize) -> bool {
        self.gazetteer.find(self.words, i).is_some_and(|hit| {
            self.gazetteer.senses(hit).any(|s| {
                matches!(s, Sense::Country { weak: false, .. }) || (hit.to > i + 1 && matches!(s, Sense::Body(_)))
            })
        })
    }

    /// A place that stands for itself even where a name could be.
    pub fn known_place(&self, i: usize) -> bool {
        self.gazetteer.find(self.words, i).is_some_and(|hit| {
            self.gazetteer.senses(hit).any(|s| match s {
                Sense::Country { .. } | Sense::Area(_) | Sense::Body(_) => true,
                Sense::Place(p) => {
                    let place = &self.gazetteer.places[p as usize];
                    !matches!(place.rank, Rank::City | Rank::Town) || place.people > 100.0
                }
            })
        })
    }
}
