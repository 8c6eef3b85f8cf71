//! Which title stands before a name?

use super::phrase::Reader;

/// Most titles in a row: former Deputy Prime Minister Dr.
const MOST: usize = 4;
/// Longest single title, in words.
const LONGEST: usize = 6;

/// Forms of address and kin: they say nothing of what somebody is. Sorted.
const NO_ROLE: [&str; 43] = [
    "aunt",
    "boyfriend",
    "brother",
    "cousin",
    "daughter",
    "defendant",
    "eminence",
    "excellency",
    "father",
    "fiance",
    "fiancee",
    "frau",
    "girlfriend",
    "granddaughter",
    "grandfather",
    "grandmother",
    "grandson",
    "herr",
    "highness",
    "holiness",
    "husband",
    "madame",
    "mademoiselle",
    "majesty",
    "miss",
    "monsieur",
    "mother",
    "mr",
    "mrs",
    "ms",
    "mx",
    "nephew",
    "niece",
    "resident",
    "senor",
    "signor",
    "sir",
    "sister",
    "son",
    "suspect",
    "uncle",
    "widow",
    "wife",
];

/// The first word of the titles that stand right before word `from`, with whatever says whose they are; none where none do.
pub fn start(reader: &Reader<'_, '_>, from: usize) -> Option<usize> {
    let words = reader.sight.words;
    let mut at = from;
    let mut says = false;
    for _ in 0..MOST {
        if at == 0 || !words.follows(at) {
            break;
        }
        let last = words.term(at - 1);
        if !words.listed(at - 1).ends_title() && !reader.offices.ends(last) {
            break;
        }
        let ends = |s: usize| {
            reader.sight.lexicon.title_at(words, s) == Some(at)
                || reader.offices.at(words, s).is_some_and(|(_, end)| end == at)
        };
        let (mut title, mut first) = (None, at);
        while first > 0 && at - first < LONGEST && words.follows(first) {
            first -= 1;
            if ends(first) {
                title = Some(first);
            }
        }
        let Some(title) = title else {
            break;
        };
        if (title..at).any(|i| reader.ground.at(i).is_some()) {
            break;
        }
        says |= NO_ROLE.binary_search(&words.term(title)).is_err();
        at = title;
    }
    says.then(|| reader.before(at, true).inner)
}

#[cfg(test)]
mod tests {
    use super::NO_ROLE;

    #[test]
    fn the_list_is_sorted_as_its_search_needs() {
        assert!(NO_ROLE.is_sorted());
    }
}
