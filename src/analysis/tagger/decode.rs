//! Which sequence of tags do the weights like best?

use super::features::Standing;
use super::weights::{TAGS, Weights};
use super::{NameKind, OUTSIDE, legal, tag};

/// Where no legal sequence leads; far below any sum of weights, and halvable without overflow.
const NEVER: i32 = i32::MIN / 2;

/// Added to the tag of a person or a place where the rules see one, in units of weights (80 are e to 1): they know names, titles
/// and towns well.
const TRUST: i32 = 60;

/// Added once more where that is a person's name in full ([`Standing::full`]): `Chad Smith` is seldom a place.
const FULL: i32 = 200;

/// Taken off a person's tags where the rules see none.
const DOUBT: i32 = 100;

/// The tags of people's names.
const PERSON: [usize; 2] = [tag(NameKind::Person, true), tag(NameKind::Person, false)];
/// The tags of places' names.
const PLACE: [usize; 2] = [tag(NameKind::Place, true), tag(NameKind::Place, false)];

/// The likeliest legal tags of a stretch, of each of whose words is known where it stands and what all that is seen there speaks
/// for; of equals the lowest. Time: linear in its length.
pub fn best(weights: &Weights, stretch: &[(Standing, [i32; TAGS])]) -> Vec<usize> {
    let mut backs: Vec<[u8; TAGS]> = Vec::with_capacity(stretch.len());
    let mut scores = [NEVER; TAGS];
    scores[OUTSIDE] = 0;
    for (seen, sum) in stretch {
        let mut here = *sum;
        if PERSON.contains(&seen.rules) || PLACE.contains(&seen.rules) {
            here[seen.rules] += TRUST;
        }
        if seen.full {
            here[seen.rules] += FULL;
        }
        if !PERSON.contains(&seen.rules) {
            PERSON.iter().for_each(|&tag| here[tag] -= DOUBT);
        }
        let links = weights.links(seen.join);
        let mut next = [NEVER; TAGS];
        let mut back = [0; TAGS];
        for after in 0..TAGS {
            for before in (0..TAGS).filter(|&b| legal(b, after)) {
                let score = scores[before] + i32::from(links[before][after]);
                if score > next[after] {
                    (next[after], back[after]) = (score, before as u8);
                }
            }
            next[after] = (next[after] + here[after]).max(NEVER);
        }
        backs.push(back);
        scores = next;
    }
    let mut tag = (0..TAGS).rev().max_by_key(|&t| scores[t]).unwrap_or(OUTSIDE);
    let mut tags = vec![OUTSIDE; stretch.len()];
    for i in (0..stretch.len()).rev() {
        tags[i] = tag;
        tag = backs[i][tag] as usize;
    }
    tags
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{OUTSIDE, Standing, TAGS, Weights, best, legal};
    use crate::tagger::Join;

    /// Weights of links.
    fn weights() -> impl Strategy<Value = Weights> {
        let links = prop::array::uniform5(prop::array::uniform9(prop::array::uniform9(any::<i8>())));
        links.prop_map(|links| Weights::new(links, &[]))
    }

    fn stretch() -> impl Strategy<Value = Vec<(Standing, [i32; TAGS])>> {
        let join = prop::sample::select(vec![Join::Space, Join::Hyphen, Join::Comma, Join::Owned, Join::Other]);
        let sum = prop::array::uniform9(-2000..2000_i32);
        let seen = (join, 0..TAGS, any::<bool>(), sum);
        let seen = seen.prop_map(|(join, rules, full, sum)| (Standing { join, rules, full }, sum));
        prop::collection::vec(seen, 0..30)
    }

    proptest! {
        #[test]
        fn tags_are_legal_and_as_many_as_words(weights in weights(), stretch in stretch()) {
            let tags = best(&weights, &stretch);
            prop_assert_eq!(tags.len(), stretch.len());
            let mut before = OUTSIDE;
            for tag in tags {
                prop_assert!(tag < TAGS && legal(before, tag), "{} after {}", tag, before);
                before = tag;
            }
        }
    }
}
