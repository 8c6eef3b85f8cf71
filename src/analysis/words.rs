//! The words of a text with what the rules ask of them: case, what stands before them, whether a sentence starts.

use dateline_corpus::text::Tokenizer;

use crate::lexicon::{Lexicon, Listed};
use crate::listing::{Listing, among};
use crate::sentences::ends_no_sentence;

mod caseless;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// No capital: `missile`, also scripts without case.
    Lower,
    /// One capital, at the start: `Japan`.
    Title,
    /// Two or more capitals and no lower-case letter: `NATO`, `U.S`.
    Upper,
    /// A capital and others inside: `McCain`, `ExxonMobil`.
    Mixed,
    /// One capital letter alone: `N`.
    Initial,
    /// Starts with a digit.
    Number,
}

/// What stands between a word and the one before it, as a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gap(u16);

impl Gap {
    /// White space.
    pub const SPACE: Self = Self(1);
    /// A hyphen.
    pub const HYPHEN: Self = Self(2);
    /// A comma.
    pub const COMMA: Self = Self(4);
    /// A full stop.
    pub const STOP: Self = Self(8);
    /// An opening bracket.
    pub const OPEN: Self = Self(16);
    /// A closing bracket.
    pub const CLOSE: Self = Self(32);
    /// A quotation mark.
    pub const QUOTE: Self = Self(64);
    /// A blank line.
    pub const BREAK: Self = Self(128);
    /// An ampersand.
    pub const AND: Self = Self(256);
    /// `!`, `?`, `…`: a sentence ends for certain.
    pub const END: Self = Self(512);
    /// A colon, a semicolon or a dash.
    pub const PAUSE: Self = Self(1024);
    /// Anything else.
    pub const OTHER: Self = Self(2048);

    /// True where any of `bits` is there.
    pub fn has(self, bits: Self) -> bool {
        self.0 & bits.0 != 0
    }

    /// True where nothing but `bits` is there.
    pub fn only(self, bits: Self) -> bool {
        self.0 & !bits.0 == 0
    }

    /// Both sets.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn read(between: &str) -> Self {
        if between == " " {
            return Self::SPACE;
        }
        let mut bits = Self::default();
        let mut lines = 0;
        for c in between.chars() {
            bits = bits.and(match c {
                '\n' => {
                    lines += 1;
                    if lines > 1 { Self::BREAK } else { Self::SPACE }
                }
                '-' | '‐' | '‑' => Self::HYPHEN,
                ',' => Self::COMMA,
                '.' => Self::STOP,
                '(' | '[' => Self::OPEN,
                ')' | ']' => Self::CLOSE,
                '"' | '“' | '”' | '‘' | '’' | '«' | '»' | '\'' => Self::QUOTE,
                '&' => Self::AND,
                '!' | '?' | '…' => Self::END,
                ':' | ';' | '–' | '—' => Self::PAUSE,
                _ if c.is_whitespace() => Self::SPACE,
                _ if is_mark(c) => Self::default(),
                _ => Self::OTHER,
            });
        }
        // A hyphen between spaces is a dash.
        if bits.has(Self::HYPHEN) && bits.has(Self::SPACE) {
            bits.and(Self::PAUSE)
        } else {
            bits
        }
    }
}

/// One word.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// First byte in the text.
    pub start: usize,
    /// One past its last byte; the full stop of `U.S.` is inside, a possessive ending outside.
    pub end: usize,
    term: (u32, u32),
    /// Its folded form's [`hash`].
    pub hash: u32,
    /// Whether it begins with a digit.
    numeric: bool,
    /// What the lists say of it.
    pub listed: Listed,
    /// How it is written.
    pub case: Case,
    /// What stands before it.
    pub gap: Gap,
    /// Whether a capital says little here: a sentence or a quotation starts, or the line is a headline.
    pub weak: bool,
    /// Whether `’s` or `'` follows.
    pub possessive: bool,
}

/// The words of one text.
#[derive(Debug)]
pub struct Words<'t> {
    /// The text.
    pub text: &'t str,
    terms: String,
    list: Vec<Word>,
}

impl<'t> Words<'t> {
    /// Cuts a text and looks its words up, in time linear in its length.
    pub fn new(text: &'t str, lexicon: &Lexicon) -> Self {
        let mut words = Self {
            text,
            terms: String::with_capacity(text.len()),
            list: Vec::with_capacity(text.len() / 6),
        };
        Tokenizer::of_words(text).for_each(|t| {
            let from = words.terms.len() as u32;
            words.terms.push_str(t.term);
            let hash = hash(t.term.as_bytes());
            let listed = lexicon.hashed(hash, t.term);
            words.push((t.start, t.end), (from, words.terms.len() as u32), (hash, listed));
        });
        words.recase();
        words.weaken_headlines();
        words
    }

    fn push(&mut self, (start, mut end): (usize, usize), term: (u32, u32), (hash, listed): (u32, Listed)) {
        let raw = &self.text[start..end];
        let rest = &self.text[end..];
        if rest.starts_with('.') && raw.contains('.') && !raw.starts_with(|c: char| c.is_ascii_digit()) {
            end += 1;
        }
        // What follows is mostly a space; `’` begins with this byte.
        let quote = matches!(rest.as_bytes().first(), Some(b'\'' | 0xE2));
        let possessive = quote
            && rest.strip_prefix(['\'', '’']).is_some_and(|after| {
                let mut next = after.chars();
                match next.next() {
                    Some('s' | 'S') => !next.next().is_some_and(char::is_alphanumeric),
                    Some(c) => !c.is_alphanumeric() && raw.ends_with('s'),
                    None => raw.ends_with('s'),
                }
            });
        let (gap, weak) = match self.list.last() {
            None => (Gap::BREAK, true),
            Some(before) => {
                let mut from = before.end;
                if before.possessive {
                    let tail = &self.text[from..start];
                    let quote = tail.chars().next().map_or(0, char::len_utf8);
                    from += quote + usize::from(tail[quote..].starts_with(['s', 'S']));
                }
                let gap = Gap::read(&self.text[from.min(start)..start]);
                let initialism = self.text[..before.end].ends_with('.');
                let ends = gap.has(Gap::END)
                    || (gap.has(Gap::STOP)
                        && !initialism
                        && !ends_no_sentence(&self.terms[range(before.term)], before.case));
                (
                    gap,
                    ends || gap.has(Gap::BREAK.and(Gap::QUOTE).and(Gap::OTHER))
                        || gap.has(Gap::PAUSE) && gap.has(Gap::SPACE),
                )
            }
        };
        let digit = |s: &str| s.as_bytes().first().is_some_and(u8::is_ascii_digit);
        self.list.push(Word {
            numeric: digit(raw) || digit(&self.terms[range(term)]),
            start,
            end,
            term,
            hash,
            listed,
            case: case_of(raw),
            gap,
            weak,
            possessive,
        });
    }

    /// Marks as weak every capital of a line in which most words have one: headlines, shouted sentences.
    fn weaken_headlines(&mut self) {
        let ends = self.text.trim_end().ends_with('.');
        let mut from = 0;
        while from < self.list.len() {
            let mut to = from + 1;
            while to < self.list.len()
                && !self.list[to].gap.has(Gap::BREAK.and(Gap::END))
                && !(self.list[to].weak && self.list[to].gap.has(Gap::STOP))
            {
                to += 1;
            }
            let long = |w: &&Word| w.end - w.start >= 4;
            let letters = self.list[from..to].iter().filter(long).count();
            let capitals = self.list[from..to]
                .iter()
                .filter(long)
                .filter(|w| w.case != Case::Lower && w.case != Case::Number)
                .count();
            // Six words in seven: a list of names has its verbs in lower case, a headline has not, and no full stop.
            let stopped = self.list.get(to).is_some_and(|w| w.gap.has(Gap::STOP)) || to == self.list.len() && ends;
            if letters >= 5 && capitals * 7 >= letters * 6 && !(stopped && capitals < letters) {
                self.list[from..to].iter_mut().for_each(|w| w.weak = true);
            }
            from = to;
        }
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The word at `i`; nothing behind the last.
    pub fn get(&self, i: usize) -> Option<&Word> {
        self.list.get(i)
    }

    /// The first word that starts at this byte or behind it.
    pub fn at_byte(&self, byte: usize) -> usize {
        self.list.partition_point(|w| w.start < byte)
    }

    /// Its folded form; empty behind the last.
    pub fn term(&self, i: usize) -> &str {
        self.list.get(i).map_or("", |w| &self.terms[range(w.term)])
    }

    /// Whether it is one of the words of `list`, with spaces between them; false behind the last and before the first.
    // Asked in a hundred places, of which each is to be small.
    #[inline(never)]
    pub fn is(&self, i: usize, list: impl Listing) -> bool {
        among(list, self.term(i))
    }

    /// Whether spaces and nothing else stand before it.
    #[inline(never)]
    pub fn spaced(&self, i: usize) -> bool {
        self.gap(i).only(Gap::SPACE)
    }

    /// Whether it begins with a digit.
    pub fn numeric(&self, i: usize) -> bool {
        self.list.get(i).is_some_and(|w| w.numeric)
    }

    /// What the lists say of it; nothing behind the last.
    pub fn listed(&self, i: usize) -> Listed {
        self.list.get(i).map_or_else(Listed::default, |w| w.listed)
    }

    /// Its form in the text; empty behind the last.
    pub fn raw(&self, i: usize) -> &'t str {
        self.list.get(i).map_or("", |w| &self.text[w.start..w.end])
    }

    /// Whether it has a capital.
    pub fn cap(&self, i: usize) -> bool {
        self.list
            .get(i)
            .is_some_and(|w| !matches!(w.case, Case::Lower | Case::Number))
    }

    /// Whether its capital says little; true behind the last.
    pub fn weak(&self, i: usize) -> bool {
        self.list.get(i).is_none_or(|w| w.weak)
    }

    /// Whether `’s` follows it.
    pub fn possessive(&self, i: usize) -> bool {
        self.list.get(i).is_some_and(|w| w.possessive)
    }

    /// Whether a full stop follows it at once.
    pub fn dotted(&self, i: usize) -> bool {
        self.list.get(i).is_some_and(|w| self.text[w.end..].starts_with('.'))
    }

    /// Whether the full stop behind it is its own: `Jr.`, `Inc.` where the sentence goes on.
    pub fn shortened(&self, i: usize) -> bool {
        self.dotted(i)
            && matches!(self.term(i), "jr" | "sr" | "inc" | "ltd" | "co" | "corp" | "bros")
            && self.cap(i)
            && (i + 1 < self.len() && !self.gap(i + 1).has(Gap::BREAK))
    }

    /// What stands before it; a break behind the last.
    pub fn gap(&self, i: usize) -> Gap {
        self.list.get(i).map_or(Gap::BREAK, |w| w.gap)
    }

    /// Whether it belongs to the same stretch of words as the one before: spaces, a hyphen, `&`, or the stop of an initial.
    pub fn follows(&self, i: usize) -> bool {
        let gap = self.gap(i);
        if i == 0 || gap.has(Gap::PAUSE) {
            return false;
        }
        let near = Gap::SPACE.and(Gap::HYPHEN).and(Gap::AND);
        gap.only(near) || (gap.only(near.and(Gap::STOP)) && !self.weak_after_stop(i))
    }

    fn weak_after_stop(&self, i: usize) -> bool {
        let before = self.list[i - 1];
        before.case != Case::Initial && !ends_no_sentence(self.term(i - 1), before.case)
    }

    /// Whether a hyphen and nothing else joins it to the one before.
    pub fn glued(&self, i: usize) -> bool {
        self.gap(i) == Gap::HYPHEN
    }
}

/// Signs of Thai, Lao, Burmese and Khmer that belong to the letter before: vowels, tones.
fn is_mark(c: char) -> bool {
    matches!(c as u32,
        0xE31..=0xE3A | 0xE47..=0xE4E | 0xEB1..=0xEBC | 0xEC8..=0xECE | 0x102B..=0x103E | 0x1056..=0x109D | 0x17B4..=0x17D3 | 0x17DD)
}

/// FNV-1a (Fowler, Noll and Vo), 32 bits, of few bytes.
pub fn hash(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .fold(0x811C_9DC5, |h, b| (h ^ u32::from(*b)).wrapping_mul(0x0100_0193))
}

fn range(term: (u32, u32)) -> std::ops::Range<usize> {
    term.0 as usize..term.1 as usize
}

fn case_of(raw: &str) -> Case {
    if raw.bytes().all(|b| b.is_ascii_lowercase()) {
        return Case::Lower;
    }
    let mut chars = raw.chars();
    let Some(first) = chars.next() else { return Case::Lower };
    if first.is_numeric() {
        return Case::Number;
    }
    let (mut upper, mut lower) = (0u32, 0u32);
    for c in chars {
        upper += u32::from(c.is_uppercase());
        lower += u32::from(c.is_lowercase());
    }
    match (first.is_uppercase(), upper, lower) {
        (false, 0, _) => Case::Lower,
        (true, 0, 0) => Case::Initial,
        (true, 0, _) => Case::Title,
        (true, _, 0) => Case::Upper,
        _ => Case::Mixed,
    }
}
