//! From the text of a file to corrections, with a problem for each line that is none.

use super::{Correction, LONGEST, MOST, Written};
use crate::{CountryCode, EntityKey, EntityKind};

/// What a file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// Its corrections, in order.
    pub corrections: Vec<Correction>,
    /// For each its line, from 1.
    pub lines: Vec<u32>,
    /// What could not be understood; the rest is kept.
    pub problems: Vec<Problem>,
}

/// A line that is no correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its number, from 1.
    pub line: u32,
    /// What was expected and what was found.
    pub reason: String,
    /// What to write in its place.
    pub remedy: &'static str,
}

/// Reads a file of corrections. Empty lines and what follows a `#` are passed over.
pub fn parse(text: &str) -> Read {
    let mut read = Read::default();
    let whole = text.strip_prefix('\u{feff}').unwrap_or(text);
    let kept = &whole[..whole.floor_char_boundary(LONGEST)];
    for (line, number) in kept.lines().zip(1..) {
        let mut problem = |reason, remedy| {
            read.problems.push(Problem {
                line: number,
                reason,
                remedy,
            });
        };
        match (Words { rest: line }).correction() {
            Ok(None) => {}
            Ok(Some(_)) if read.corrections.len() == MOST => {
                problem(
                    "too many corrections: this and all below were left out".into(),
                    SPLIT_UP,
                );
                return read;
            }
            Ok(Some(correction)) => match correction.fault() {
                Some((reason, remedy)) => problem(reason.into(), remedy),
                None => {
                    read.corrections.push(correction);
                    read.lines.push(number);
                }
            },
            Err((reason, remedy)) => problem(reason, remedy),
        }
    }
    if kept.len() < whole.len() {
        read.problems.push(Problem {
            line: kept.lines().count() as u32,
            reason: "the file is longer than a megabyte: what is below was left out".into(),
            remedy: SPLIT_UP,
        });
    }
    read
}

type Fault = (String, &'static str);

const SPLIT_UP: &str = "build with these corrections, and make the others in what is built";
const KEY: &str = "write the kind, a colon and the name as in the page's address: person:ann-lee, country:JP";
const VERBS: &str = "begin with merge, split, rename, kind, drop, keep or country, as docs/corrections.md shows";
const TEXT: &str = "write the name between quotation marks: \"Ann Lee\"";
const PLACE: &str = "write the article's id and, for one place of it, the byte of its text: in \"id\" at 120";
const ARROW: &str = "write an arrow between the two: merge person:a -> person:b";
const KIND: &str = "write person, organisation, place or region";
const CODE: &str = "write the two letters of the country (ISO 3166-1): GB, not UK";
const END: &str = "write one correction a line, and # before a comment";

/// The words of a line, front to back.
struct Words<'a> {
    rest: &'a str,
}

enum Word<'a> {
    End,
    Bare(&'a str),
    Quoted(String),
}

impl<'a> Words<'a> {
    fn next(&mut self) -> Result<Word<'a>, Fault> {
        self.rest = self.rest.trim_start();
        if self.rest.is_empty() || self.rest.starts_with('#') {
            return Ok(Word::End);
        }
        let Some(quoted) = self.rest.strip_prefix('"') else {
            let end = self.rest.find(char::is_whitespace).unwrap_or(self.rest.len());
            let (word, rest) = self.rest.split_at(end);
            self.rest = rest;
            return Ok(Word::Bare(word));
        };
        let mut text = String::new();
        let mut chars = quoted.chars();
        loop {
            match chars.next() {
                Some('"') => break,
                Some('\\') => match chars.next() {
                    Some('n') => text.push('\n'),
                    Some('r') => text.push('\r'),
                    Some('t') => text.push('\t'),
                    Some(other) => text.push(other),
                    None => {}
                },
                Some(other) => text.push(other),
                None => {
                    return Err((
                        "expected a closing quotation mark, found the end of the line".into(),
                        "close the name with \"; inside a name write \\\"",
                    ));
                }
            }
        }
        self.rest = chars.as_str();
        Ok(Word::Quoted(text))
    }

    /// The next word, quoted or not; empty at the end.
    fn word(&mut self) -> Result<String, Fault> {
        Ok(match self.next()? {
            Word::End => String::new(),
            Word::Bare(word) => word.to_owned(),
            Word::Quoted(text) => text,
        })
    }

    fn key(&mut self) -> Result<EntityKey, Fault> {
        let word = self.word()?;
        let mut key = EntityKey::parse(&word).ok_or_else(|| expected("a key", &word, KEY))?;
        if key.kind == EntityKind::Country {
            let code = key
                .as_country()
                .filter(|code| code.is_assigned())
                .ok_or_else(|| expected("a country's key", &word, KEY))?;
            key = EntityKey::country(code);
        }
        Ok(key)
    }

    fn arrow(&mut self) -> Result<(), Fault> {
        match self.word()?.as_str() {
            "->" | "→" => Ok(()),
            other => Err(expected("->", other, ARROW)),
        }
    }

    /// A name between quotation marks; `None` at the end of the line.
    fn text(&mut self) -> Result<Option<String>, Fault> {
        match self.next()? {
            Word::End => Ok(None),
            Word::Quoted(text) => Ok(Some(text)),
            Word::Bare(word) => Err(expected("a name between quotation marks", word, TEXT)),
        }
    }

    /// Whether this word comes next, which is then passed.
    fn passes(&mut self, word: &str) -> bool {
        let mut ahead = Words { rest: self.rest };
        let is_next = matches!(ahead.next(), Ok(Word::Bare(next)) if next == word);
        if is_next {
            self.rest = ahead.rest;
        }
        is_next
    }

    /// A name between quotation marks and where it is written so; `None` at the end of the line.
    fn written(&mut self) -> Result<Option<Written>, Fault> {
        let Some(name) = self.text()? else { return Ok(None) };
        let mut only = Written::everywhere(&name);
        if self.passes("in") {
            only.article = self.word()?;
            if only.article.is_empty() {
                return Err(expected("an article's id", "", PLACE));
            }
            if self.passes("at") {
                let at = self.word()?;
                only.at = Some(number(&at).ok_or_else(|| expected("a place", &at, PLACE))?);
            }
        }
        Ok(Some(only))
    }

    fn name(&mut self) -> Result<String, Fault> {
        self.text()?
            .ok_or_else(|| expected("a name between quotation marks", "", TEXT))
    }

    fn correction(&mut self) -> Result<Option<Correction>, Fault> {
        let verb = match self.next()? {
            Word::End => return Ok(None),
            Word::Bare(word) => word.to_owned(),
            Word::Quoted(text) => text,
        };
        let correction = match verb.as_str() {
            "merge" => {
                let from = self.key()?;
                self.arrow()?;
                Correction::Merge {
                    from,
                    into: self.key()?,
                }
            }
            "split" => {
                let (from, only) = (self.key()?, self.written()?);
                let only = only.ok_or_else(|| expected("a name between quotation marks", "", TEXT))?;
                self.arrow()?;
                let (into, called) = (self.key()?, self.text()?.unwrap_or_default());
                Correction::Split {
                    from,
                    only,
                    into,
                    called,
                }
            }
            "rename" => Correction::Rename {
                key: self.key()?,
                name: self.name()?,
            },
            "kind" => {
                let key = self.key()?;
                self.arrow()?;
                let word = self.word()?;
                let kind = EntityKind::from_word(&word).ok_or_else(|| expected("a kind", &word, KIND))?;
                Correction::Kind { key, kind }
            }
            "drop" => Correction::Drop {
                key: self.key()?,
                only: self.written()?,
            },
            "keep" => Correction::Keep {
                key: self.key()?,
                only: self.written()?,
            },
            "country" => {
                let key = self.key()?;
                self.arrow()?;
                let word = self.word()?;
                let country = CountryCode::parse(&word).filter(|code| code.is_assigned());
                let country = country.ok_or_else(|| expected("a country's code", &word, CODE))?;
                Correction::Country { key, country }
            }
            other => return Err(expected("a correction", other, VERBS)),
        };
        match self.next()? {
            Word::End => Ok(Some(correction)),
            Word::Bare(more) => Err(expected("the end of the line", more, END)),
            Word::Quoted(more) => Err(expected("the end of the line", &more, END)),
        }
    }
}

/// A whole number in digits; less code than the standard library's, which knows signs and errors.
fn number(digits: &str) -> Option<u32> {
    let next = |n: Option<u32>, digit: u8| {
        let digit = char::from(digit).to_digit(10)?;
        n.unwrap_or(0).checked_mul(10)?.checked_add(digit).map(Some)
    };
    digits.bytes().try_fold(None, next)?
}

fn expected(what: &str, found: &str, remedy: &'static str) -> Fault {
    /// Characters of a word that are repeated.
    const SHOWN: usize = 60;
    let shown: String = found.chars().take(SHOWN).collect();
    let found = match found {
        "" => "the end of the line".to_owned(),
        _ => ["“", &shown, "”"].concat(),
    };
    (["expected ", what, ", found ", &found].concat(), remedy)
}
