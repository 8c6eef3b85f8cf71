//! Words side by side: which articles have them all, and where in an article's kept codes do they stand together?

use crate::kept::{code_of, length_of};
use crate::lists::List;

/// A list this many times as long as the shortest is not read: to look into an article takes as long as to read so many postings.
const FAR_LONGER: usize = 16;

/// Calls `each` with articles that may have all of some words, in order: those of the shortest list that are in all others which
/// are not far longer. `lists` are the words' articles, each with how many they are.
pub fn candidates(lists: &mut [(usize, List)], mut each: impl FnMut(u32)) {
    if let Some(shortest) = (0..lists.len()).min_by_key(|i| lists[*i].0) {
        lists.swap(0, shortest);
    }
    let Some(((least, shortest), others)) = lists.split_first_mut() else {
        return;
    };
    'articles: for (ix, _) in shortest {
        for (count, other) in &mut *others {
            if *count > least.saturating_mul(FAR_LONGER) {
                continue;
            }
            match other.seek(ix) {
                None => return,
                Some(next) if next != ix => continue 'articles,
                Some(_) => {}
            }
        }
        each(ix);
    }
}

/// The codes of words side by side.
#[derive(Debug)]
pub struct Phrase {
    codes: Vec<u8>,
    words: usize,
    /// The byte of them that is looked for first, and where it is: the last of the rarest word's.
    anchor: (u8, usize),
}

impl Phrase {
    /// Of words by the ranks of their terms.
    pub fn new(ranks: &[u32]) -> Self {
        let (mut codes, mut anchor, mut rarest) = (Vec::new(), 0, 0);
        for rank in ranks {
            codes.extend(code_of(*rank));
            if *rank >= rarest {
                (anchor, rarest) = (codes.len() - 1, *rank);
            }
        }
        Self {
            anchor: (codes.get(anchor).copied().unwrap_or(0), anchor),
            words: ranks.len(),
            codes,
        }
    }

    /// How often they stand so in an article: in its title, which has the first `title_words` words, and in its body.
    pub fn count(&self, article: &[u8], title_words: usize) -> (u32, u32) {
        let (byte, before) = self.anchor;
        let (mut title, mut body) = (0, 0);
        // A place where a word begins, and how many do before it.
        let (mut at, mut words) = (0, 0);
        let mut from = before;
        while let Some(found) = find(article, from, byte) {
            from = found + 1;
            let begin = found - before;
            if !article[begin..].starts_with(&self.codes) {
                continue;
            }
            while at < begin {
                at += length_of(article[at]);
                words += 1;
            }
            // Else the bytes are the end of one code and the beginning of the next.
            if at == begin {
                title += u32::from(words + self.words <= title_words);
                body += u32::from(words >= title_words);
            }
        }
        (title, body)
    }
}

/// The first place of a byte from one on: eight are looked at at once (H. S. Warren, "Hacker's Delight", 2nd ed. 2012, 6-1).
fn find(bytes: &[u8], from: usize, byte: u8) -> Option<usize> {
    const LOW: u64 = u64::from_ne_bytes([1; 8]);
    const HIGH: u64 = LOW << 7;
    let (eights, rest) = bytes.get(from..)?.as_chunks::<8>();
    for (i, eight) in eights.iter().enumerate() {
        let differs = u64::from_le_bytes(*eight) ^ (LOW * u64::from(byte));
        let is = differs.wrapping_sub(LOW) & !differs & HIGH;
        if is != 0 {
            return Some(from + 8 * i + is.trailing_zeros() as usize / 8);
        }
    }
    let at = rest.iter().position(|b| *b == byte)?;
    Some(from + 8 * eights.len() + at)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::{FAR_LONGER, Phrase, candidates, find};
    use crate::kept::code_of;
    use crate::lists::{Counting, Lists};

    fn lists(sets: &[BTreeSet<u32>]) -> Lists {
        let mut counting = Counting::new(sets.len());
        let told = || {
            (0..)
                .zip(sets)
                .flat_map(|(owner, set)| set.iter().map(move |ix| (owner, *ix)))
        };
        told().for_each(|(owner, ix)| counting.count(owner, ix));
        let mut writing = counting.make_room(0..sets.len() as u32).unwrap();
        told().for_each(|(owner, ix)| writing.write(owner, ix, 1));
        writing.finish()
    }

    proptest! {
        #[test]
        fn candidates_are_articles_of_the_shortest_list_and_all_that_are_in_every(sets in prop::collection::vec(prop::collection::btree_set(0u32..90, 0..90), 1..4)) {
            let lists = lists(&sets);
            let mut found = Vec::new();
            let mut lists: Vec<_> = (0..).zip(&sets).map(|(owner, set)| (set.len(), lists.get(owner))).collect();
            candidates(&mut lists, |ix| found.push(ix));
            let least = sets.iter().map(BTreeSet::len).min().unwrap_or(0);
            let near = sets.iter().filter(|set| set.len() <= FAR_LONGER * least).cloned();
            let expected = near.reduce(|a, b| &a & &b).unwrap_or_default();
            prop_assert!(expected.into_iter().eq(found));
        }

        #[test]
        fn a_byte_is_found_where_it_first_stands(bytes in prop::collection::vec(0u8..4, 0..40), from in 0usize..45, byte in 0u8..5) {
            let expected = (from..bytes.len()).find(|at| bytes[*at] == byte);
            prop_assert_eq!(find(&bytes, from, byte), expected);
        }

        /// Ranks whose codes are easily mistaken for one another.
        #[test]
        fn a_phrase_is_counted_as_often_as_it_stands(
            words in prop::collection::vec(prop::sample::select(vec![0u32, 1, 192, 448, 15_552, 15_553, 212_160]), 0..30),
            phrase in prop::collection::vec(prop::sample::select(vec![0u32, 1, 192, 448, 15_552, 15_553, 212_160]), 1..4),
            title in 0usize..12,
        ) {
            let codes: Vec<u8> = words.iter().flat_map(|rank| code_of(*rank)).collect();
            let (title, body) = words.split_at(title.min(words.len()));
            let count = |text: &[u32]| text.windows(phrase.len()).filter(|w| *w == phrase).count() as u32;
            prop_assert_eq!(Phrase::new(&phrase).count(&codes, title.len()), (count(title), count(body)));
        }
    }

    #[test]
    fn no_list_has_no_candidates() {
        candidates(&mut [], |ix| panic!("{ix}"));
        let sets = lists(&[BTreeSet::from([3]), BTreeSet::new()]);
        candidates(&mut [(1, sets.get(0)), (0, sets.get(1))], |ix| panic!("{ix}"));
    }
}
