//! Is this word in a list of words?
//!
//! Short lists stand in the code as one text, a space between words, and are asked for most words of an article. A [`List`] is told by
//! the compiler which marks its words have, by their ends and lengths: most words that are not on it are told by that alone. What
//! is left is looked for eight bytes at a time.

/// A list of words with their marks; `const`, so that the compiler makes them.
#[derive(Debug)]
pub struct List {
    words: &'static str,
    marks: [u64; 2],
}

impl List {
    /// Of words with a space between them.
    pub const fn new(words: &'static str) -> Self {
        let bytes = words.as_bytes();
        let mut marks = [0; 2];
        let (mut from, mut at) = (0, 0);
        while at <= bytes.len() {
            if at == bytes.len() || bytes[at] == b' ' {
                if at > from {
                    let (half, bit) = mark(bytes[from], bytes[at - 1], at - from);
                    marks[half] |= bit;
                }
                from = at + 1;
            }
            at += 1;
        }
        Self { words, marks }
    }

    /// Its words.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.words.split(' ')
    }
}

/// Which mark of 128 a word has.
const fn mark(first: u8, last: u8, len: usize) -> (usize, u64) {
    let mark = first as usize * 31 + last as usize * 7 + len * 13;
    (mark / 64 % 2, 1 << (mark % 64))
}

/// What can be asked for a word: a [`List`], or a text with few.
pub trait Listing: Copy {
    /// Where in its text the word starts, in bytes.
    fn offset(self, word: &str) -> Option<usize>;

    /// Its text.
    fn text(self) -> &'static str;
}

impl Listing for &'static List {
    // Asked in hundreds of places, of which each is to be small.
    #[inline(never)]
    fn offset(self, word: &str) -> Option<usize> {
        let bytes = word.as_bytes();
        let (half, bit) = mark(*bytes.first()?, *bytes.last()?, bytes.len());
        if self.marks[half] & bit == 0 {
            return None;
        }
        search(self.words, word)
    }

    fn text(self) -> &'static str {
        self.words
    }
}

impl Listing for &'static str {
    fn offset(self, word: &str) -> Option<usize> {
        search(self, word)
    }

    fn text(self) -> &'static str {
        self
    }
}

/// Whether a list has the word; none has an empty one.
#[inline(never)]
pub fn among(list: impl Listing, word: &str) -> bool {
    list.offset(word).is_some()
}

/// Which word of the list it is.
pub fn place(list: impl Listing, word: &str) -> Option<usize> {
    let before = &list.text().as_bytes()[..list.offset(word)?];
    Some(before.iter().filter(|b| **b == b' ').count())
}

/// A byte in each place of eight, and the highest bit of each.
const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = ONES << 7;

#[inline(never)]
fn search(list: &str, word: &str) -> Option<usize> {
    let (list, word) = (list.as_bytes(), word.as_bytes());
    let first = *word.first()?;
    let starts = |at: usize| {
        (at == 0 || list.get(at - 1) == Some(&b' '))
            && list.get(at..).is_some_and(|rest| rest.starts_with(word))
            && list.get(at + word.len()).is_none_or(|b| *b == b' ')
            && !word.contains(&b' ')
    };
    let (eights, rest) = list.as_chunks::<8>();
    // No word has a zero in it.
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    for (n, eight) in eights.iter().chain([&last]).enumerate() {
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
    None
}

#[cfg(test)]
mod tests {
    use super::{List, Listing, among, place};

    const TEXT: &str = "to tom tomorrow a an eighteen seventeen é straße";
    static LIST: List = List::new(TEXT);

    #[test]
    fn only_whole_words_are_found() {
        for (n, word) in LIST.iter().enumerate() {
            assert_eq!(place(TEXT, word), Some(n), "{word}");
            assert_eq!(place(&LIST, word), Some(n), "{word}");
            let at = (&LIST).offset(word).unwrap();
            assert!(TEXT[at..].starts_with(word), "{word}");
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
            assert!(!among(TEXT, word) && !among(&LIST, word), "{word}");
        }
        assert!(!among("", "a") && !among("", ""));
    }
}
