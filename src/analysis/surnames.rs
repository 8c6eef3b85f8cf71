//! Is a capitalised word by itself somebody's surname?

use crate::gazetteer::{Rank, Sense};
use crate::lexicon::Kind;
use crate::listing::{List, among};
use crate::people::Sight;
use crate::times::tables::weekday;
use crate::words::{Case, Gap};

/// Peoples, faiths and parts of the world: with a capital, before nouns with one, and in nobody's name.
pub const PEOPLES: &List = &List::new(
    "african arab arabs asian atlantic baptist buddhist catholic catholics christian christians european hindu \
    hindus islam islamic islamist jew jewish jews kurdish latin muslim muslims olympic orthodox protestant shi'ite \
    shiite sikh sunni sunnis western zionist",
);

/// What somebody is or does, and bodies and places seldom.
const DOES: &List = &List::new(
    "is was has had who will would did could met won lost beat scored hit took made played died became led served \
    joined arrived visited called returned finished went came gave left also held began started retired resigned \
    pleaded appeared",
);

/// What stands before a firm's name.
pub const FIRMS: &List =
    &List::new("company firm agency airline maker giant group bank newspaper carrier manufacturer");

/// What is named after somebody.
const NAMED_AFTER: [&str; 5] = ["disease", "syndrome", "law", "theorem", "comet"];

/// Words between a name and its verb, days of the week apart.
const BETWEEN: [&str; 6] = ["also", "later", "now", "then", "earlier", "once"];

/// Pronouns of one person.
const PERSONAL: [&str; 6] = ["he", "she", "his", "her", "him", "himself"];

/// How many words on a pronoun still speaks of the sentence's subject.
const NEAR: usize = 24;

impl Sight<'_, '_> {
    /// A bare surname that is a person's all the same: of world affairs, or of one who speaks, acts or is called he or she.
    pub fn bare_surname(&self, i: usize) -> bool {
        let words = self.words;
        let (term, here) = (words.term(i), words.listed(i));
        let shape = words
            .get(i)
            .is_some_and(|w| matches!(w.case, Case::Title | Case::Mixed));
        let cap = |k: usize| words.cap(k) && words.listed(k).kind() != Some(Kind::Stop);
        let alone = !(i > 0 && words.follows(i) && cap(i - 1) && !words.possessive(i - 1))
            && !(words.follows(i + 1) && cap(i + 1) && !words.possessive(i))
            && !words.glued(i)
            && !words.glued(i + 1);
        if !shape || !alone {
            return false;
        }
        if here.is_known_surname() {
            return !self.is_country(i);
        }
        let firm = i > 0 && words.follows(i) && words.is(i - 1, FIRMS) || words.term(i + 1) == "shares";
        if here.kind().is_some() || firm || !self.may_be_part(i) || self.any_place(i) {
            return false;
        }
        // `Natsios Saturday said`, `Benesova later said`.
        let between = BETWEEN.contains(&words.term(i + 1)) || weekday(words.term(i + 1)).is_some();
        let at = i + 1 + usize::from(between);
        let near = words.follows(at);
        let next = if near { words.term(at) } else { "" };
        let quoted = words.gap(i).has(Gap::QUOTE) && words.gap(i).has(Gap::COMMA);
        let speaks = near && words.listed(at).is_speech();
        let said = i > 0 && words.follows(i) && matches!(words.term(i - 1), "said" | "says") && !words.follows(i + 1);
        let does = speaks || among(DOES, next) || self.appositive(i);
        if here.is_word() {
            // Woods, Rice, Mills: the words around must show more than a capital does.
            // `a Marine`, `the Kite`, `May Day`.
            let one_of_many = i > 0
                && words.follows(i)
                && (words.cap(i - 1)
                    || matches!(
                        words.term(i - 1),
                        "a" | "an" | "the" | "this" | "that" | "every" | "without" | "and"
                    ));
            return here.is_surname()
                && !one_of_many
                && (speaks && (quoted || !words.weak(i))
                    || said
                    || (does && !words.weak(i) && !here.is_given())
                    || (self.appositive(i) && self.pronoun(i)));
        }
        if here.is_surname() {
            let owns = words.possessive(i) && !NAMED_AFTER.contains(&words.term(i + 1));
            return does || said || owns || self.pronoun(i);
        }
        let who = words.term(i + 1) == "who";
        // `GlaxoSmithKline says`: capitals inside a word are a firm's, but for a few families'.
        let inner = words.get(i).is_some_and(|w| w.case == Case::Mixed);
        let family = term.starts_with("mc") || term.starts_with("o'") || term.starts_with("mac");
        !here.is_given()
            && term.len() > 3
            && (!inner || family)
            && (does || said)
            && (speaks || said || who || self.pronoun(i))
    }

    /// Whether a name that ends before word `to` does what people do: speaks, wins; or is told who it is.
    pub fn acts(&self, to: usize) -> bool {
        let words = self.words;
        let told = words.gap(to).has(Gap::COMMA) && words.term(to) == "the" && !words.cap(to + 1);
        words.follows(to) && (words.listed(to).is_speech() || words.is(to, DOES)) || told || self.appositive(to - 1)
    }

    /// `Lubanga, a former leader`, `Mills, who`, `Lentini, 27,`.
    fn appositive(&self, i: usize) -> bool {
        let words = self.words;
        let number = words.get(i + 1).is_some_and(|w| w.case == Case::Number) && words.gap(i + 2).has(Gap::COMMA);
        words.gap(i + 1).has(Gap::COMMA)
            && (matches!(words.term(i + 1), "who" | "whose" | "a" | "an") || (number && words.raw(i + 1).len() == 2))
    }

    /// An initial or several (`J`, `J.R.`), not an abbreviated body or country (`U.N.`).
    pub fn initials(&self, i: usize) -> bool {
        let named = |s| matches!(s, Sense::Body(_) | Sense::Country { .. });
        let words = self.words;
        words.get(i).is_some_and(|w| match w.case {
            // `a post on X. Filippo Mannino said`.
            Case::Initial => words.raw(i) != "X" || i == 0 || !words.is(i - 1, "on via to"),
            Case::Upper => words.raw(i).contains('.') || self.bare_initials(i),
            _ => false,
        }) && !self
            .gazetteer
            .find(words, i)
            .is_some_and(|h| self.gazetteer.senses(h).any(named))
    }

    /// `JD Vance`, `AB de Villiers`: initials without stops before a known name, or before an unknown one that acts.
    pub fn bare_initials(&self, i: usize) -> bool {
        // Titles, parts of clubs' and firms' names.
        const OTHERS: &List = &List::new(
            "ac ag ai ap as bp bt cb cd cf cm dc di ds eu ey fc ge gm hp hq hr it la lb lg mp ny pc pm pr qb rb rc sc \
             sk sv te tv uk un us vp vw wr",
        );
        let words = self.words;
        if words.raw(i).len() != 2 || words.get(i).is_none_or(|w| w.case != Case::Upper) || words.is(i, OTHERS) {
            return false;
        }
        let name = i + 1 + usize::from(words.listed(i + 1).kind() == Some(Kind::Particle) && !words.cap(i + 1));
        let next = words.listed(name);
        let known = next.is_surname() || next.is_given();
        words.follows(name)
            && words.follows(i + 1)
            && words.get(name).is_some_and(|w| w.case == Case::Title)
            && (known || !next.is_word() && self.acts(name + 1))
    }

    /// `Didier RATSIRAKA`: some agencies and yearbooks write surnames in capitals.
    pub fn shouted_surname(&self, i: usize) -> bool {
        let words = self.words;
        let title = |k: usize| words.get(k).is_some_and(|w| w.case == Case::Title);
        i > 0
            && words.follows(i)
            && title(i - 1)
            && words.raw(i).len() > 4
            && !words.listed(i).is_word()
            && (words.listed(i - 1).is_given() || words.listed(i - 1).is_surname())
            && self.gazetteer.find(words, i).is_none()
    }

    /// `Nad Ali district`, `the port of Puerto Cabello`: words that a map has names for.
    pub fn of_a_map(&self, from: usize, to: usize) -> bool {
        const BEHIND: &List =
            &List::new("district province village prison camp region valley peninsula river island islands mosque");
        const BEFORE: &List = &List::new("town village city port district province island region");
        let words = self.words;
        let behind = words.follows(to) && !words.cap(to) && !words.possessive(to - 1) && words.is(to, BEHIND);
        let of = from > 1 && words.follows(from) && words.follows(from - 1) && words.term(from - 1) == "of";
        behind || (of && words.is(from - 2, BEFORE))
    }

    /// Whether *he* or *she* follows before anybody else could be meant.
    fn pronoun(&self, i: usize) -> bool {
        let words = self.words;
        (i + 1..i + NEAR)
            .take_while(|&k| k < words.len() && !words.gap(k).has(Gap::BREAK))
            .any(|k| PERSONAL.contains(&words.term(k)))
    }

    /// Whether the tables know a country, a body or a place of more than a village's size by this name.
    fn any_place(&self, i: usize) -> bool {
        self.gazetteer.find(self.words, i).is_some_and(|hit| {
            self.gazetteer.senses(hit).any(|s| match s {
                Sense::Country { .. } | Sense::Area(_) | Sense::Body(_) => true,
                Sense::Place(p) => {
                    let place = &self.gazetteer.places[p as usize];
                    !matches!(place.rank, Rank::City | Rank::Town) || place.people > 50.0
                }
            })
        })
    }
}
