//! From the words of a text and what stands between them to the text itself.

use super::gaps::Gaps;
use super::layout::LONGEST_TEXT;
use super::words::Words;
use super::{PackError, Reader};

/// What the texts of an article are read from, front to back: how each word is written, and what stands before it.
pub trait Spelled {
    /// Reads a text of so many words: `each` gets a word's form and the gap before it. Gives the gap behind.
    ///
    /// # Errors
    /// Where there is no such text.
    fn read_text(&mut self, words: u32, each: impl FnMut(u32, u32)) -> Result<u32, PackError>;
}

/// The text of `count` words, which is `length` bytes long; `place` for errors.
pub(super) fn compose(
    from: &mut impl Spelled,
    words: &Words,
    gaps: &Gaps,
    count: u32,
    length: u32,
    place: &Reader,
) -> Result<ReadText, PackError> {
    let length = length as usize;
    if length > LONGEST_TEXT {
        return Err(place.malformed("a text of at most 64 MiB"));
    }
    // A damaged length asks for no more room than the words can fill at once.
    let mut text = Composed::new(length.min(64 * (count as usize + 1)));
    let mut tokens = Vec::with_capacity(count as usize);
    let behind = from.read_text(count, |form, gap| {
        if text.end <= length {
            text.push(gaps.get(gap).as_bytes());
            let start = text.end as u32;
            let (term, form, written) = words.written(form);
            text.push_word(written.own, written.behind);
            form.capitalise(&mut text.bytes[start as usize..text.end]);
            let end = text.end as u32;
            tokens.push(TermAt { term, start, end });
        }
    })?;
    text.push(gaps.get(behind).as_bytes());
    match text.finish().filter(|text| text.len() == length) {
        Some(text) => Ok(ReadText { text, tokens }),
        None => Err(place.malformed("a text of its length")),
    }
}

/// A text in the making. Words are short, and a browser takes as long to begin a copy as to copy sixteen bytes: so many are
/// copied at once, and the next word is written over what is too much.
struct Composed {
    bytes: Vec<u8>,
    end: usize,
}

impl Composed {
    const AT_ONCE: usize = 16;

    fn new(room: usize) -> Self {
        Self {
            bytes: vec![0; room + Self::AT_ONCE],
            end: 0,
        }
    }

    fn push(&mut self, piece: &[u8]) {
        let to = self.end + piece.len();
        if to > self.bytes.len() {
            self.bytes.resize(to + to / 2, 0);
        }
        match piece {
            [] => {}
            [one] => self.bytes[self.end] = *one,
            _ => self.bytes[self.end..to].copy_from_slice(piece),
        }
        self.end = to;
    }

    /// Appends a word, behind which in memory there is more.
    fn push_word(&mut self, word: &[u8], behind: &[u8]) {
        let to = self.bytes.get_mut(self.end..).and_then(<[u8]>::first_chunk_mut);
        match (behind.first_chunk::<{ Self::AT_ONCE }>(), to) {
            (Some(from), Some(to)) if word.len() <= Self::AT_ONCE => {
                *to = *from;
                self.end += word.len();
            }
            _ => self.push(word),
        }
    }

    /// The text; `None` where it is no UTF-8.
    fn finish(mut self) -> Option<String> {
        self.bytes.truncate(self.end);
        String::from_utf8(self.bytes).ok()
    }
}

/// A text with its words, as the tokenizer cuts it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadText {
    /// The text.
    pub text: String,
    /// Its words, in order.
    pub tokens: Vec<TermAt>,
}

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermAt {
    /// The position of its term among [`Words`].
    pub term: u32,
    /// First byte in the text.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
}
