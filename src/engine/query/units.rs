//! What the reader typed, as a flat list of words and phrases.

use dateline_corpus::text::{Tokenizer, is_unspaced};

/// One thing to look for: a word, or words that stand side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Folded words, at least one.
    pub terms: Vec<String>,
    /// True where the last term may be the beginning of a longer word: the reader is still typing it.
    pub open: bool,
}

impl Unit {
    /// Whether `term` is what this unit wants at position `i` of its words.
    pub fn wants(&self, i: usize, term: &str) -> bool {
        self.terms.get(i).is_some_and(|wanted| {
            wanted == term || (self.open && i + 1 == self.terms.len() && term.starts_with(wanted.as_str()))
        })
    }

    /// As the reader would write it.
    pub fn shown(&self) -> String {
        self.terms.join(" ")
    }
}

/// Splits what was typed. Words between quotation marks (straight or curly) form one unit; an unclosed mark closes at
/// the end. The last word is open unless white space or a closing mark follows it. A run of characters of a script
/// written without spaces is one unit.
pub fn parse(typed: &str) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let is_mark = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»');
    for (i, part) in typed.split(is_mark).enumerate() {
        let quoted = i % 2 == 1;
        let mut last_end = usize::MAX;
        let mut started = false;
        Tokenizer::new(part).for_each(|token| {
            let unspaced = token.term.chars().all(is_unspaced);
            let joins = started && (quoted || (unspaced && token.start == last_end));
            match units.last_mut() {
                Some(unit) if joins => unit.terms.push(token.term.to_owned()),
                _ => units.push(Unit {
                    terms: vec![token.term.to_owned()],
                    open: false,
                }),
            }
            started = true;
            last_end = if unspaced { token.end } else { usize::MAX };
        });
    }
    let still_typing = typed.chars().last().is_some_and(|c| !c.is_whitespace() && !is_mark(c));
    if let Some(unit) = units.last_mut().filter(|_| still_typing) {
        unit.open = true;
    }
    dedupe(units)
}

/// A word typed twice is one wish; the open one wins, since it allows more.
fn dedupe(units: Vec<Unit>) -> Vec<Unit> {
    let mut kept: Vec<Unit> = Vec::new();
    for unit in units {
        match kept.iter_mut().find(|k| k.terms == unit.terms) {
            Some(same) => same.open |= unit.open,
            None => kept.push(unit),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::parse;

    fn check(typed: &str, expect: &[&str]) {
        let got: Vec<_> = parse(typed)
            .iter()
            .map(|u| u.terms.join("+") + if u.open { "*" } else { "" })
            .collect();
        assert_eq!(got, expect, "{typed}");
    }

    #[test]
    fn words_phrases_and_the_word_being_typed() {
        check("north korea mis", &["north", "korea", "mis*"]);
        check("north korea ", &["north", "korea"]);
        check("\"new approach\" japan", &["new+approach", "japan*"]);
        check("“new approach”", &["new+approach"]);
        check("\"new appr", &["new+appr*"]);
        check("Kim Jong-un!", &["kim", "jong", "un*"]);
        check("japan Japan", &["japan*"]);
        check("北朝鮮 tokyo ", &["北+朝+鮮", "tokyo"]);
        check("U.S. \"\" — ", &["us"]);
        check("", &[]);
    }

    proptest! {
        #[test]
        fn anything_typed_is_a_query(typed in "(\\PC|[\"“” a-z北])*") {
            prop_assert!(parse(&typed).iter().all(|u| !u.terms.is_empty() && u.terms.iter().all(|t| !t.is_empty())));
        }
    }
}
