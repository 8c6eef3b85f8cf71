//! Which words of a text without capitals, or in capitals alone, would have one?
//!
//! `hungary will buy gas from azerbaijan, peter szijjarto said on monday`: what no dictionary has in lower case is written with a
//! capital elsewhere. Chats, transcripts, telegrams and old exports are like that.

use super::{Case, Word, Words};
use crate::lexicon::Kind;
use crate::listing::{List, among};

/// At most one word in so many is written the other way.
const OTHERS: usize = 60;
/// At least one word in so many is one that any English text has: `the`, `of`, `said`.
const STOPS: usize = 8;
/// At least so many words in a hundred are of the English dictionary: of Hungarian or Swedish texts fewer are.
const KNOWN: usize = 60;
/// Longer words in capitals are no abbreviations.
const LETTERS: usize = 4;

/// Names that the dictionary has as words.
const NAMES: &List = &List::new("china japan turkey french guinea polish");

/// Abbreviations that are no words.
const ABBREVIATIONS: &List = &List::new("uk un eu uae usa dprk nato asean opec fbi cia bbc cnn imf");

/// What stands before a name and is part of it.
const LEADS: &List = &List::new(
    "north south east west northern southern eastern western central new united saint san santa los las el saudi sri costa puerto \
     sierra great hong burkina cape european african arab mount lake fort port upper lower inner outer st",
);

/// Names of words that the dictionary has, by twos.
const PAIRS: [&str; 10] = [
    "united states",
    "united kingdom",
    "united nations",
    "united arab",
    "ivory coast",
    "white house",
    "new york",
    "new england",
    "hong kong",
    "security council",
];

impl Words<'_> {
    /// Gives words of an English text that has hardly a capital, or hardly a small letter, the case they would have; changes nothing in
    /// other texts and in scripts that have no capitals. Linear time.
    pub(super) fn recase(&mut self) {
        let most = self.list.len() / OTHERS;
        let few = |other: &dyn Fn(&Word) -> bool| self.list.iter().filter(|w| other(w)).take(most + 1).count() <= most;
        let small = few(&|w| !matches!(w.case, Case::Lower | Case::Number));
        let large = !small && few(&|w| !matches!(w.case, Case::Upper | Case::Initial | Case::Number));
        if !small && !large {
            return;
        }
        let text = self.text;
        // Scripts without capitals are `Lower` too.
        let cased = |w: &Word| match w.case {
            Case::Lower => text[w.start..].starts_with(char::is_lowercase),
            case => case == Case::Upper,
        };
        let stop = |w: &Word| w.listed.kind() == Some(Kind::Stop);
        let (mut all, mut stops, mut known) = (0, 0, 0);
        for word in self.list.iter().filter(|w| cased(w)) {
            all += 1;
            stops += usize::from(stop(word));
            known += usize::from(stop(word) || word.listed.is_word());
        }
        if stops * STOPS < self.list.len() || known * 100 < all * KNOWN {
            return;
        }
        for i in 0..self.list.len() {
            let word = &self.list[i];
            let (listed, letters) = (word.listed, word.end - word.start);
            if !cased(word) || large && among("us", self.term(i)) {
                continue;
            }
            let named = !listed.is_word() && (!stop(word) || listed.starts_time()) || among(NAMES, self.term(i));
            let short = letters <= LETTERS && !listed.is_given() && !listed.is_surname();
            self.list[i].case = match named {
                _ if text[word.start..word.end].contains('.') => Case::Upper,
                true if large && short || among(ABBREVIATIONS, self.term(i)) => Case::Upper,
                true if large || letters > 2 => Case::Title,
                _ => Case::Lower,
            };
        }
        for i in 0..self.list.len() {
            let is = |i: usize, case: Case| self.list.get(i).is_some_and(|w| w.case == case);
            let name = |i: usize| is(i, Case::Title) || is(i, Case::Upper);
            if !self.follows(i + 1) || name(i) && name(i + 1) {
                continue;
            }
            let (one, other) = (self.term(i), self.term(i + 1));
            let pair = PAIRS.iter().any(|pair| pair.split_once(' ') == Some((one, other)));
            // `peter szijjarto`: a word and a given name.
            let given = self.listed(i).is_given();
            let leads = is(i, Case::Lower) && name(i + 1) && (given || among(LEADS, one));
            let ends = name(i)
                && is(i + 1, Case::Lower)
                && matches!(self.listed(i + 1).kind(), Some(Kind::Head | Kind::Company | Kind::Site));
            for k in [(i, pair || leads), (i + 1, pair || ends)]
                .into_iter()
                .filter(|k| k.1)
                .map(|k| k.0)
            {
                self.list[k].case = Case::Title;
            }
        }
    }
}
