//! Is this word in a list of words?
//!
//! Short lists stand in the code as one text, a space between words. They are asked for most words of an article, so a list is
//! read eight bytes at a time, and only where one of them is the word's first byte anything is compared.

/// A byte in each place of eight, and the highest bit of each.
const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = ONES << 7;

/// Where in the list the word starts, in bytes.
#[inline(never)]
pub fn offset(list: &str, word: &str) -> Option<usize> {
    let (list, word) = (list.as_bytes(), word.as_bytes());
    let first = *word.first()?;
    let starts = |at: usize| {
        (at == 0 || list[at - 1] == b' ')
            && list[at..].starts_with(word)
            && list.get(at + word.len()).is_none_or(|b| *b == b' ')
            && !word.contains(&b' ')
    };
    let (eights, rest) = list.as_chunks::<8>();
    for (n, eight) in eights.iter().enumerate() {
        let differs = u64::from_le_bytes(*eight) ^ (ONES * u64::from(first));
        // The highest bit of each byte that is zero, and of some behind it.
        let mut zeros = differs.wrapping_sub(ONES) & !differs & HIGHS;
        while zeros != 0 {
            let at = n * 8 + zeros.trailing_zeros() as usize / 8;
            if starts(at) {
                return Some(at);
            }
            zeros &= zeros - 1;
        }
    }
    (list.len() - rest.len()..list.len()).find(|&at| starts(at))
}

/// Whether it has the word; no list has an empty one.
pub fn among(list: &str, word: &str) -> bool {
    offset(list, word).is_some()
}

/// Which word of the list it is.
pub fn place(list: &str, word: &str) -> Option<usize> {
    let before = &list.as_bytes()[..offset(list, word)?];
    Some(before.iter().filter(|b| **b == b' ').count())
}

#[cfg(test)]
mod tests {
    use super::{among, offset, place};

    #[test]
    fn only_whole_words_are_found() {
        let list = "to tom tomorrow a an eighteen seventeen é straße";
        for (n, word) in list.split(' ').enumerate() {
            assert_eq!(place(list, word), Some(n), "{word}");
            let at = offset(list, word).unwrap();
            assert!(list[at..].starts_with(word), "{word}");
        }
        for word in [
            "",
            " ",
            "tomo",
            "om",
            "tom tomorrow",
            "a an",
            "row",
            "A",
            "een",
            "eightee",
            "stra",
            "n",
        ] {
            assert!(!among(list, word), "{word}");
        }
        assert!(!among("", "a") && !among("", ""));
    }
}
