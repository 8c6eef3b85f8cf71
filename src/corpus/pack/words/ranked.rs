//! Words by how frequent they are.

use super::Words;
use crate::order::sort_by_key;
use crate::pack::form::Kind;
use crate::pack::huffman::Decoder;

/// Terms by their frequency: a term's rank is its position here.
#[derive(Debug, Default)]
pub struct Ranking {
    /// The first form of each, the most frequent term first.
    forms: Vec<u32>,
    /// By the length of the code of a term's first form: where the terms with one of that length begin.
    begins: [u32; 32],
}

impl Ranking {
    /// The first forms of the terms, by rank.
    pub fn forms(&self) -> &[u32] {
        &self.forms
    }

    /// The rank of a term of these words.
    pub fn rank(&self, words: &Words, term: u32) -> Option<u32> {
        let (form, of) = words.first_form(term)?;
        let length = usize::from(of.length());
        let begin = |length: usize| self.begins.get(length).map_or(self.forms.len(), |b| *b as usize);
        let alike = self.forms.get(begin(length)..begin(length + 1))?;
        let at = alike.binary_search(&form).ok()?;
        Some((begin(length) + at) as u32)
    }
}

/// What reads the texts of a pack by the ranks of their terms ([`super::Pack::take_ranked`]). Forms go by their places in the order of
/// codes, so that what belongs to the frequent ones, which are most words, stays in the processor's nearest cache.
#[derive(Debug)]
pub struct Ranked {
    /// Of places, each with the form's kind in the lowest bits.
    decoder: Decoder,
    /// By place: the rank of the form's term; in the eight lowest bits which of the term's forms it is, or that it is one of
    /// those that are too many for them.
    words: Vec<u32>,
    /// These: by place, in order, which of its term's forms each is.
    many: Vec<(u32, u32)>,
}

/// Forms of one term from here on are too many for eight bits.
const MANY: u32 = 0xFF;

impl Ranked {
    pub(in crate::pack) fn decoder(&self) -> &Decoder {
        &self.decoder
    }

    /// The rank of a form's term, and which of the term's forms it is.
    #[inline]
    pub(in crate::pack) fn word(&self, place: u32) -> (u32, u32) {
        let word = self.words.get(place as usize).copied().unwrap_or(0);
        match word & MANY {
            MANY => (word >> 8, self.of_many(place)),
            form => (word >> 8, form),
        }
    }

    #[cold]
    fn of_many(&self, place: u32) -> u32 {
        let at = self.many.binary_search_by_key(&place, |(place, _)| *place);
        at.map_or(0, |at| self.many[at].1)
    }
}

impl Words {
    /// Takes what reads the texts, to read them by ranks.
    pub(in crate::pack) fn take_ranked(&mut self, ranking: &Ranking) -> Ranked {
        let kind = |symbol: u32| symbol & ((1 << Kind::BITS) - 1);
        let mut decoder = std::mem::take(&mut self.decoder);
        let forms = decoder.symbols();
        let mut places = vec![0u32; self.of_form.len()];
        for (place, symbol) in (0..).zip(forms) {
            places[(symbol >> Kind::BITS) as usize] = place;
        }
        let (mut words, mut many) = (vec![0; forms.len()], Vec::new());
        for (rank, first) in (0..).zip(ranking.forms()) {
            let term = self.term_of_form(*first);
            let is_of_it = |form: &u32| self.of_form.get(*form as usize).is_some_and(|of| of.term() == term);
            for (i, form) in (0..).zip((*first..).take_while(is_of_it)) {
                let place = places[form as usize];
                words[place as usize] = rank << 8 | i.min(MANY);
                if i >= MANY {
                    many.push((place, i));
                }
            }
        }
        sort_by_key(&mut many, |(place, _)| *place);
        let place = |symbol: u32| places.get((symbol >> Kind::BITS) as usize).copied().unwrap_or(0);
        decoder.rename(|symbol| place(symbol) << Kind::BITS | kind(symbol));
        Ranked { decoder, words, many }
    }

    /// All terms, the most frequent first as far as the lengths of codes tell; ties by position.
    pub fn by_frequency(&self) -> Ranking {
        let firsts = || {
            let mut before = u32::MAX;
            (0..).zip(&self.of_form).filter(move |(_, of)| {
                let is_first = of.term() != before;
                before = of.term();
                is_first
            })
        };
        // Sorted by counting: of a hundred thousand terms a tenth of the time. Five bits say how long a code is.
        let mut next = [0u32; 33];
        firsts().for_each(|(_, of)| next[usize::from(of.length()) + 1] += 1);
        (1..next.len()).for_each(|length| next[length] += next[length - 1]);
        let mut begins = [0; 32];
        begins.copy_from_slice(&next[..32]);
        let mut forms = vec![0; self.len() as usize];
        for (form, of) in firsts() {
            let at = &mut next[usize::from(of.length())];
            forms[*at as usize] = form;
            *at += 1;
        }
        Ranking { forms, begins }
    }
}
