//! Which signs are operators, which words, which names of fields?

use dateline_corpus::text::is_word_char;

use super::field::Field;

/// A piece of what was typed.
#[derive(Clone, Copy)]
pub(super) struct Token<'a> {
    pub kind: Kind,
    /// First byte in what was typed.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What it holds: a word, or what stands between quotation marks.
    pub text: &'a str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Open,
    Close,
    Or,
    /// `NOT`, or a minus directly before something.
    Not,
    Word,
    /// Between quotation marks; `closed` is false where the input ended first.
    Quoted {
        closed: bool,
    },
    /// With its colon.
    Field(Field),
}

/// Straight and curly quotation marks, of which any closes any.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// What ends a word: white space, or a sign that is an operator wherever it stands.
pub(super) fn is_end(c: char) -> bool {
    c.is_whitespace() || is_mark(c) || matches!(c, '(' | ')' | '|')
}

/// Whether this word, in capital letters, is an operator.
pub(crate) fn is_operator(word: &str) -> bool {
    matches!(word, "OR" | "AND" | "NOT")
}

/// Cuts what was typed, in time linear in its length. `AND` and signs without a letter or digit mean nothing and are
/// left out.
pub(super) fn lex(typed: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut at = 0;
    while let Some(c) = typed[at..].chars().next() {
        let start = at;
        // What stands directly before, without white space.
        let before = tokens.last().filter(|t| t.end == start).map(|t| t.kind);
        at += c.len_utf8();
        if c.is_whitespace() {
            continue;
        }
        let mut text = "";
        let kind = match c {
            '(' => Kind::Open,
            ')' => Kind::Close,
            '|' => {
                at += typed[at..].find(|c| c != '|').unwrap_or(typed.len() - at);
                Kind::Or
            }
            _ if is_mark(c) => {
                let (inside, closing) = match typed[at..].find(is_mark) {
                    Some(i) => (&typed[at..at + i], typed[at + i..].chars().next()),
                    None => (&typed[at..], None),
                };
                text = inside;
                at += inside.len() + closing.map_or(0, char::len_utf8);
                Kind::Quoted {
                    closed: closing.is_some(),
                }
            }
            '-' if !matches!(before, Some(Kind::Field(_))) && excludes(typed, start) => Kind::Not,
            _ => {
                text = &typed[start..start + typed[start..].find(is_end).unwrap_or(typed.len() - start)];
                at = start + text.len();
                let Some(kind) = word(text, before) else { continue };
                if matches!(kind, Kind::Field(_)) {
                    text = &text[..=text.find(':').unwrap_or_default()];
                    at = start + text.len();
                }
                kind
            }
        };
        tokens.push(Token {
            kind,
            start,
            end: at,
            text,
        });
    }
    tokens
}

/// Whether the minus at `at` excludes: something follows directly, and nothing it could belong to stands before. So
/// `Jong-un`, `5-year`, `a - b` and `--` keep their hyphens.
fn excludes(typed: &str, at: usize) -> bool {
    let before = typed[..at].chars().next_back();
    let after = typed[at + 1..].chars().next();
    before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '|'))
        && after.is_some_and(|c| !c.is_whitespace() && !matches!(c, '-' | ')' | '|'))
}

/// What a run of characters is; `None` for one that means nothing. What stands directly behind a field is its value
/// and what stands directly behind a minus is a word, whatever it looks like.
fn word(text: &str, before: Option<Kind>) -> Option<Kind> {
    let field = text.split_once(':').and_then(|(name, _)| Field::of(name));
    match (before, field) {
        (Some(Kind::Field(Field::Title)), Some(Field::Near)) => Some(Kind::Field(Field::Near)),
        (Some(Kind::Field(_)), _) => Some(Kind::Word),
        (_, Some(field)) => Some(Kind::Field(field)),
        (Some(Kind::Not), None) => Some(Kind::Word),
        (_, None) => match text {
            "OR" => Some(Kind::Or),
            "NOT" => Some(Kind::Not),
            "AND" => None,
            _ => text.contains(is_word_char).then_some(Kind::Word),
        },
    }
}
