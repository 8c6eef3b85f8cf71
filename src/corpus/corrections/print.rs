//! From corrections to the text of a file, which reads back as the same.

use super::{Correction, Written};
use crate::EntityKey;

/// The lines of a file.
pub fn print(corrections: &[Correction]) -> String {
    let mut text = String::new();
    for correction in corrections {
        let put = &mut text;
        match correction {
            Correction::Merge { from, into } => words(put, &["merge ", &word(from), " -> ", &word(into)]),
            Correction::Split {
                from,
                only,
                into,
                called,
            } => {
                words(put, &["split ", &word(from), &which(Some(only)), " -> ", &word(into)]);
                if !called.is_empty() {
                    words(put, &[" ", &quoted(called)]);
                }
            }
            Correction::Rename { key: of, name } => words(put, &["rename ", &word(of), " ", &quoted(name)]),
            Correction::Kind { key: of, kind } => words(put, &["kind ", &word(of), " -> ", kind.word()]),
            Correction::Drop { key: of, only } => words(put, &["drop ", &word(of), &which(only.as_ref())]),
            Correction::Keep { key: of, only } => words(put, &["keep ", &word(of), &which(only.as_ref())]),
            Correction::Country { key: of, country } => words(put, &["country ", &word(of), " -> ", country.as_str()]),
        }
        text.push('\n');
    }
    text
}

/// Which mentions, behind a key: nothing for all.
pub fn which(only: Option<&Written>) -> String {
    let Some(only) = only else {
        return String::new();
    };
    let mut text = [" ", &quoted(&only.name)].concat();
    if !only.article.is_empty() {
        words(&mut text, &[" in ", &quoted(&only.article)]);
    }
    if let Some(at) = only.at {
        words(&mut text, &[" at ", &at.to_string()]);
    }
    text
}

fn words(text: &mut String, words: &[&str]) {
    words.iter().for_each(|part| text.push_str(part));
}

/// A key as a file has it: as it is, between quotation marks where a space would cut it.
pub fn word(key: &EntityKey) -> String {
    let word = [key.kind.word(), ":", &key.slug].concat();
    match word.contains(char::is_whitespace) {
        true => quoted(&word),
        false => word,
    }
}

/// A name as a file has it.
pub fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        let escaped = match c {
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '"' | '\\' => c,
            _ => {
                out.push(c);
                continue;
            }
        };
        out.push('\\');
        out.push(escaped);
    }
    out.push('"');
    out
}
