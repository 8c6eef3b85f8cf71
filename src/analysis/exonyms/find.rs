//! Where does a text name countries, in a language of the tables?

use std::borrow::Cow;
use std::collections::HashSet;

use dateline_corpus::text::{fold, fold_char};
use dateline_corpus::{CountryCode, How, Span};

use super::names::plain;
use super::table::{Phrase, Town, Weak};
use super::{Exonyms, Language};
use crate::words::{Gap, Words};

/// What parts an article or an ending off a name.
const APOSTROPHES: [char; 4] = ['\'', '’', 'ʼ', '＇'];

/// A country named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exonym {
    /// Which.
    pub code: CountryCode,
    /// By name, demonym, place or metonym.
    pub how: How,
    /// The town named, where it is named by one.
    pub town: Option<Town>,
    /// Where: articles and prepositions that are written together with it left out.
    pub span: Span,
    /// Whether it is also something else, and only what else the text names speaks for it.
    pub doubtful: bool,
}

/// A phrase met at a word.
struct Met<'t> {
    phrase: &'t Phrase,
    span: Span,
    /// Bytes of the whole phrase.
    length: usize,
    /// One past its last word.
    to: usize,
}

/// The countries of a phrase met: one, or one for each of its letters; none of what only looks like a name.
fn named(words: &Words<'_>, met: &Met<'_>) -> Vec<Exonym> {
    let (phrase, span) = (met.phrase, met.span);
    let exonym = |code, span| Exonym {
        code,
        how: phrase.how,
        town: phrase.town,
        span,
        doubtful: false,
    };
    if phrase.each.is_empty() {
        return phrase.code.map(|code| exonym(code, span)).into_iter().collect();
    }
    let text = words
        .text
        .get(span.start as usize..span.end as usize)
        .unwrap_or_default();
    let letters = text.char_indices().zip(&phrase.each);
    let letter = |((at, c), code): ((usize, char), &CountryCode)| {
        let start = span.start + at as u32;
        let end = start + c.len_utf8() as u32;
        exonym(*code, Span { start, end })
    };
    letters.map(letter).collect()
}

/// A way to read a word: what is compared, and where that begins and ends.
struct Reading<'w> {
    term: Cow<'w, str>,
    start: usize,
    end: usize,
}

impl Exonyms {
    /// The countries that a text names by the tables of its languages, in order. Time: linear.
    pub fn find(&self, words: &Words<'_>, languages: &[&Language]) -> Vec<Exonym> {
        let mut certain = Vec::new();
        let mut weak = Vec::new();
        let mut i = 0;
        while i < words.len() {
            let met = languages.iter().filter_map(|language| self.at(words, language, i));
            // The longest counts; of equals the first.
            let Some(met) = met.reduce(|a, b| if b.to > a.to { b } else { a }) else {
                i += 1;
                continue;
            };
            let phrase = met.phrase;
            let named = named(words, &met);
            // A capital within a sentence shows a name; an adjective that has one where it should not is a part of another.
            let shown = words.cap(i) && !words.weak(i);
            let part = phrase.how == How::Demonym && !phrase.capital && shown;
            let sure = match phrase.weak {
                Weak::No => !part,
                Weak::Word => phrase.capital && shown,
                Weak::Name => false,
            };
            let named = named.into_iter().map(|exonym| Exonym {
                doubtful: !sure,
                ..exonym
            });
            if sure { &mut certain } else { &mut weak }.extend(named);
            i = met.to;
        }
        let named: HashSet<CountryCode> = certain.iter().map(|e| e.code).collect();
        let shown = |code: &CountryCode| {
            let beside = self.neighbours.get(code).map_or(&[][..], Vec::as_slice);
            named.contains(code) || beside.iter().any(|other| named.contains(other))
        };
        certain.extend(weak.into_iter().filter(|e| shown(&e.code)));
        certain.sort_unstable_by_key(|e| e.span);
        certain
    }

    /// The longest phrase that starts at word `i`.
    fn at<'t>(&self, words: &Words<'_>, language: &'t Language, i: usize) -> Option<Met<'t>> {
        let table = language.table(&self.columns);
        let second = (i + 1 < words.len()).then(|| plain(words.term(i + 1)));
        let mut best: Option<Met<'t>> = None;
        for reading in readings(words, language, i) {
            for phrase in table.starting(&reading.term, second.as_deref()) {
                let Some(met) = meet(words, language, phrase, &reading, i) else {
                    continue;
                };
                if best.as_ref().is_none_or(|best| rank(&met) > rank(best)) {
                    best = Some(met);
                }
            }
        }
        best
    }
}

/// Of two phrases met the longer one counts; of equals what only looks like a country, then what is surest to be one.
fn rank(met: &Met<'_>) -> (usize, usize, u8) {
    let phrase = met.phrase;
    let sure = match (phrase.code, phrase.weak, phrase.how) {
        (None, ..) => 3,
        (_, Weak::No, How::Name) => 2,
        (_, Weak::No, _) => 1,
        _ => 0,
    };
    (met.to, met.length, sure)
}

/// The ways to read word `i`: as it is; behind an elision (`l’Italie`); before an apostrophe and what it parts off (`Çin’in`);
/// without what the language writes together with it (`وباليابان`).
fn readings<'w>(words: &'w Words<'_>, language: &Language, i: usize) -> Vec<Reading<'w>> {
    let (Some(word), raw) = (words.get(i), words.raw(i)) else {
        return Vec::new();
    };
    let mut all = vec![Reading {
        term: plain(words.term(i)),
        start: word.start,
        end: word.end,
    }];
    if let Some((at, mark)) = raw.char_indices().find(|(_, c)| APOSTROPHES.contains(c)) {
        let behind = at + mark.len_utf8();
        all.push(Reading {
            term: folded(&raw[behind..]).into(),
            start: word.start + behind,
            end: word.end,
        });
        all.push(Reading {
            term: folded(&raw[..at]).into(),
            start: word.start,
            end: word.start + at,
        });
    }
    let term = all[0].term.clone();
    for prefix in &language.forms.prefixes {
        let Some(rest) = term.strip_prefix(prefix).filter(|rest| rest.chars().count() > 1) else {
            continue;
        };
        let start = word.start + within(raw, prefix.chars().count());
        let end = word.end;
        all.push(Reading {
            term: rest.to_owned().into(),
            start,
            end,
        });
        // Behind ل the article loses its first letter: لليابان.
        if prefix.ends_with('ل') && rest.starts_with('ل') {
            all.push(Reading {
                term: format!("ا{rest}").into(),
                start,
                end,
            });
        }
    }
    all
}

/// A part of a word as it is compared.
fn folded(part: &str) -> String {
    plain(&fold(part)).into_owned()
}

/// Bytes of the first so many letters of a word, marks that folding drops not counted.
fn within(raw: &str, letters: usize) -> usize {
    let mut at = 0;
    for (n, c) in raw.char_indices() {
        if at == letters {
            return n;
        }
        let mut folded = String::new();
        fold_char(c, &mut folded);
        at += folded.chars().count();
    }
    raw.len()
}

/// The phrase, where it stands at word `i`, whose reading its first word is a form of.
fn meet<'t>(
    words: &Words<'_>,
    language: &Language,
    phrase: &'t Phrase,
    first: &Reading<'_>,
    i: usize,
) -> Option<Met<'t>> {
    let adjective = phrase.how == How::Demonym;
    let fits = |word: &str, written: &str| language.forms.fits(word, written, adjective);
    let (head, rest) = phrase.words.split_first()?;
    // Most phrases that begin alike go no further than this.
    let stem = fits(head, &first.term)?;
    let end = trimmed(language, head, &first.term, stem, (first.start, first.end));
    // By word: where it begins and ends.
    let mut places = Vec::with_capacity(phrase.words.len());
    places.push((first.start, end));
    for (j, word) in (i + 1..).zip(rest) {
        let last = j + 1 == i + phrase.words.len();
        let here = words.get(j)?;
        let spelt = phrase.letters.is_some() && words.gap(j).only(Gap::SPACE.and(Gap::STOP));
        if !words.follows(j) && !spelt {
            return None;
        }
        let term = plain(words.term(j));
        if let Some(stem) = fits(word, &term) {
            places.push((here.start, trimmed(language, word, &term, stem, (here.start, here.end))));
        } else if let Some(at) = words.raw(j).find(APOSTROPHES).filter(|_| last)
            && folded(&words.raw(j)[..at]) == *word
        {
            places.push((here.start, here.start + at));
        } else {
            // Arabic adjectives and Hebrew nouns repeat what is written together with the first word.
            let prefix = language
                .forms
                .prefixes
                .iter()
                .find(|p| term.strip_prefix(**p) == Some(word));
            prefix?;
            places.push((here.start, here.end));
        }
    }
    let text = words.text;
    let (start, end) = (first.start, places.last()?.1);
    let printed = text.get(start..end)?;
    // `USA` is one, `usa` is none; other names begin with a capital, where the tables have one.
    if let Some(letters) = &phrase.letters {
        let bare = printed.chars().filter(|c| !matches!(c, '.' | ' ' | '\u{a0}'));
        if !bare.eq(letters.chars()) {
            return None;
        }
    }
    let capital = |start: usize| text[start..].starts_with(char::is_uppercase);
    let needed = if phrase.capitals {
        places.len()
    } else {
        usize::from(phrase.capital)
    };
    if !places.iter().take(needed).all(|(start, _)| capital(*start)) {
        return None;
    }
    // Katakana run on: マリア is not マリ.
    let (before, behind) = (text[..start].chars().next_back(), text[end..].chars().next());
    let runs_on =
        |edge: Option<char>, beyond: Option<char>| edge.is_some_and(is_katakana) && beyond.is_some_and(is_katakana);
    if runs_on(printed.chars().next(), before) || runs_on(printed.chars().next_back(), behind) {
        return None;
    }
    let (from, to) = phrase.core.unwrap_or((0, places.len()));
    let span = Span {
        start: places.get(from)?.0 as u32,
        end: places.get(to.checked_sub(1)?)?.1 as u32,
    };
    Some(Met {
        phrase,
        span,
        length: end - start,
        to: i + phrase.words.len(),
    })
}

/// Where a name ends in a word: Korean particles are no part of it, endings of other languages are.
fn trimmed(language: &Language, word: &str, written: &str, stem: usize, (start, end): (usize, usize)) -> usize {
    if language.tag == "ko" && written != word && stem == word.len() {
        start + stem
    } else {
        end
    }
}

fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー' | 'ヽ'..='ヿ' | 'ｦ'..='ﾟ')
}
