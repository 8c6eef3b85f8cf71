//! People by the pattern of their names, and by a title before them.

use crate::gazetteer::{Gazetteer, Rank, Sense};
use crate::lexicon::{Kind, Lexicon, is_suffix};
use crate::surnames::PEOPLES;
use crate::words::{Case, Gap, Words};

/// Longest personal name in words, particles included: `Mohammed bin Salman bin Abdulaziz Al Saud` has seven.
const LONGEST: usize = 7;

/// What a street's name ends in.
const STREETS: [&str; 16] = [
    "street",
    "avenue",
    "road",
    "drive",
    "lane",
    "boulevard",
    "highway",
    "square",
    "terrace",
    "way",
    "close",
    "crescent",
    "ave",
    "rd",
    "blvd",
    "st",
];

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
        let (words, lexicon) = (self.words, self.lexicon);
        let term = words.term(i);
        let saint = matches!(term, "st" | "saint" | "ste");
        let particle =
            lexicon.kind(term) == Some(Kind::Particle) && !lexicon.is_given(term) && !words.glued(i + 1) && !titled;
        let initial = self.initials(i);
        if !initial && words.raw(i).contains('.') {
            return None;
        }
        let other = lexicon
            .kind(term)
            .is_some_and(|kind| kind == Kind::Stop || !lexicon.is_given(term));
        let stop = words.weak(i) && !titled && other && !(initial && words.dotted(i));
        if !self.may_be_part(i) || saint || particle || stop {
            return None;
        }
        let doubtful = words.weak(i) && lexicon.is_word(term);
        let next = self.continues(i + 1).then(|| words.term(i + 1));
        let next_is_name = next.is_some_and(|n| lexicon.is_surname(n) || !lexicon.is_word(n));
        let hyphenated = self.joined_given_name(i + 1);
        let (to, sure) = if lexicon.is_asian_surname(term) && hyphenated.is_some() {
            (hyphenated?, true)
        } else if self
            .joined_given_name(i)
            .is_some_and(|to| self.continues(to) && !lexicon.is_common(words.term(to)))
            && lexicon.is_given(term)
        {
            // Jean-Claude Juncker.
            (self.joined_given_name(i)? + 1, true)
        } else if lexicon.is_given(term)
            && next.is_some()
            && (!doubtful || next_is_name)
            && (next_is_name || titled || !lexicon.is_word(term))
            && !self.common_pair(i)
        {
            (i + 2, true)
        } else if lexicon.is_given(term) && self.particle_name(i + 1).is_some() && !doubtful {
            (self.particle_name(i + 1)?, true)
        } else if initial
            && next.is_some()
            && next_is_name
            && (!words.weak(i + 1) || next.is_some_and(|n| !lexicon.is_word(n)))
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
        } else if lexicon.is_asian_surname(term)
            && next.is_some_and(|n| !lexicon.is_word(n) && !self.known_place(i + 1))
            && !doubtful
        {
            (i + 2, true)
        } else if titled && lexicon.is_asian_surname(term) && next.is_some() && !self.known_place(i + 1) {
            // Qin Gang: a given name that is also an English word.
            (i + 2, true)
        } else if titled && !self.is_country(i) && !lexicon.is_common(term) {
            (i + 1, true)
        } else if self.looks_personal(i)
            && matches!(words.term(i + 1), "bin" | "ibn")
            && self.particle_name(i + 1).is_some()
        {
            // Azahari bin Husin.
            (self.particle_name(i + 1)?, true)
        } else if self.looks_personal(i) && next.is_some() && self.looks_personal(i + 1) {
            let sure = lexicon.is_surname(words.term(i + 1)) || next.is_some_and(|n| lexicon.is_given(n));
            (i + 2, sure)
        } else if lexicon.is_half_given(term)
            && !lexicon.is_word(term)
            && next.is_some_and(|n| lexicon.is_surname(n) && (!lexicon.is_word(n) || n == "smith"))
        {
            // Paris Hilton, Chad Smith.
            (i + 2, true)
        } else if self.looks_personal(i)
            && next.is_some_and(|n| lexicon.is_surname(n) && lexicon.kind(n).is_none())
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
        let street = |k: usize| STREETS.contains(&words.term(k)) && words.cap(k);
        if street(to - 1) || (words.follows(to) && street(to)) {
            return None;
        }
        (to > i + 1 || titled).then_some(Name { to, sure })
    }

    /// `the Obama administration`, `Assad’s regime`: who has one is a person, unless a country or its capital.
    pub fn rules(&self, i: usize) -> bool {
        const RULE: [&str; 7] = [
            "administration",
            "government",
            "presidency",
            "campaign",
            "regime",
            "cabinet",
            "era",
        ];
        let words = self.words;
        let follows = words.follows(i + 1) && !words.cap(i + 1) && RULE.contains(&words.term(i + 1));
        let alone = i == 0
            || !words.follows(i)
            || !words.cap(i - 1)
            || self.lexicon.kind(words.term(i - 1)) == Some(Kind::Stop);
        let named = !self.lexicon.is_word(words.term(i)) || (self.lexicon.is_surname(words.term(i)) && !words.weak(i));
        let case = words
            .get(i)
            .is_some_and(|w| matches!(w.case, Case::Title | Case::Mixed));
        follows
            && alone
            && named
            && case
            && !PEOPLES.contains(&words.term(i))
            && self.lexicon.kind(words.term(i)).is_none()
            && !self.known_place(i)
    }

    /// `President (Vladimir) Putin`, as agencies complete a quotation.
    pub fn bracketed_given_name(&self, i: usize) -> bool {
        let words = self.words;
        let (before, after) = (words.gap(i), words.gap(i + 1));
        before.has(Gap::OPEN)
            && after.has(Gap::CLOSE)
            && after.only(Gap::CLOSE.and(Gap::SPACE))
            && self.lexicon.is_given(words.term(i))
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
            && self.lexicon.kind(words.term(i + 1)) != Some(Kind::Head))
        .then_some(i + 2)
    }

    /// `van der Berg`, `al-Assad` from word `i`.
    fn particle_name(&self, i: usize) -> Option<usize> {
        let words = self.words;
        let mut at = i;
        while at < i + 3 && self.lexicon.kind(words.term(at)) == Some(Kind::Particle) && words.follows(at) {
            at += 1;
        }
        (at > i && words.cap(at) && words.follows(at) && self.may_be_part(at)).then_some(at + 1)
    }

    /// Takes in further surnames, particles, initials, Jr.
    fn extend(&self, from: usize, mut to: usize) -> usize {
        let (words, lexicon) = (self.words, self.lexicon);
        while to < from + LONGEST && words.follows(to) && !words.possessive(to - 1) {
            let term = words.term(to);
            if let Some(end) = self.particle_name(to) {
                to = end;
            } else if is_suffix(term) && words.cap(to) {
                return to + 1;
            } else if self.lower_syllable(from, to)
                || (self.continues(to)
                    && !self.is_country(to)
                    && (lexicon.is_surname(term) || !lexicon.is_word(term))
                    && !self.title_then_name(to))
            {
                to += 1;
            } else if words.get(to).is_some_and(|w| w.case == Case::Initial)
                && self.continues(to + 1)
                && !lexicon.is_common(words.term(to + 1))
            {
                to += 2;
            } else {
                break;
            }
        }
        to
    }

    /// `ahn` of `Kyo-ahn`, at word `to` of a name that starts at `from`.
    fn lower_syllable(&self, from: usize, to: usize) -> bool {
        let (words, lexicon) = (self.words, self.lexicon);
        let term = words.term(to);
        let joined = words.glued(to) && !words.cap(to) && words.cap(to - 1) && to > from + 1;
        joined && term.len() <= 6 && (!lexicon.is_word(term) || lexicon.is_asian_surname(words.term(from)))
    }

    fn title_then_name(&self, i: usize) -> bool {
        self.lexicon
            .title_at(self.words, i)
            .is_some_and(|end| self.continues(end))
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
        if PEOPLES.contains(&words.term(i)) {
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
                word.weak || words.raw(i).contains('.') || is_suffix(words.term(i)) || self.shouted_surname(i)
            }
            Case::Lower | Case::Number => false,
        };
        shape
            && !matches!(
                self.lexicon.kind(words.term(i)),
                Some(Kind::Head | Kind::Stop | Kind::Company | Kind::Site)
            )
            || (shape
                && self.lexicon.is_given(words.term(i))
                && !matches!(self.lexicon.kind(words.term(i)), Some(Kind::Stop)))
            || (shape
                && self.lexicon.is_surname(words.term(i))
                && matches!(self.lexicon.kind(words.term(i)), Some(Kind::Site))
                && i > 0
                && self.lexicon.is_given(words.term(i - 1))
                && words.follows(i))
    }

    /// Neither a dictionary word nor a known place, and long enough to be a name.
    fn looks_personal(&self, i: usize) -> bool {
        let words = self.words;
        let term = words.term(i);
        words
            .get(i)
            .is_some_and(|w| matches!(w.case, Case::Title | Case::Mixed))
            && term.len() >= 2
            && !term.contains(|c: char| c.is_ascii_digit())
            && (!self.lexicon.is_word(term)
                || (self.lexicon.is_surname(term)
                    && !words.weak(i)
                    && self.lexicon.is_given(words.term(i.wrapping_sub(1)))))
            && self.may_be_part(i)
            && !self.known_place(i)
    }

    /// Two ordinary words that also happen to be names: `Will Young` is a person, `May Day`, `Grace Period` are not.
    fn common_pair(&self, i: usize) -> bool {
        let (words, lexicon) = (self.words, self.lexicon);
        lexicon.is_word(words.term(i)) && lexicon.is_word(words.term(i + 1)) && !lexicon.is_surname(words.term(i + 1))
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
