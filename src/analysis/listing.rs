//! Is this word in a list of words?
//!
//! Short lists stand in the code as one text, a space between words. They are asked for most words of an article, so a list is
//! read byte by byte and a word of it is looked at only where its first byte is the right one.

/// Where in the list the word starts, in bytes.
#[inline(never)]
pub fn offset(list: &str, word: &str) -> Option<usize> {
    let list = list.as_bytes();
    let (first, rest) = word.as_bytes().split_first()?;
    let mut starts = true;
    for (at, byte) in list.iter().enumerate() {
        if starts && byte == first {
            let end = at + word.len();
            let whole = list.get(end).is_none_or(|b| *b == b' ') && !rest.contains(&b' ');
            if whole && list.get(at + 1..end) == Some(rest) {
                return Some(at);
            }
        }
        starts = *byte == b' ';
    }
    None
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
        let list = "to tom tomorrow a";
        for (n, word) in list.split(' ').enumerate() {
            assert_eq!(place(list, word), Some(n), "{word}");
            let at = offset(list, word).unwrap();
            assert!(list[at..].starts_with(word), "{word}");
        }
        for word in ["", " ", "tomo", "om", "tom tomorrow", "a b", "row", "A"] {
            assert!(!among(list, word), "{word}");
        }
        assert!(!among("", "a") && !among("", ""));
    }
}
