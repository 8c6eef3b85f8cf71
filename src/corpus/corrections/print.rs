//! From corrections to the text of a file, which reads back as the same.

use super::Correction;
use crate::EntityKey;

/// The lines of a file.
pub fn print(corrections: &[Correction]) -> String {
    let mut text = String::new();
    for correction in corrections {
        let put = &mut text;
        match correction {
            Correction::Merge { from, into } => words(put, &["merge ", &key(from), " -> ", &key(into)]),
            Correction::Split {
                from,
                name,
                into,
                called,
            } => {
                words(put, &["split ", &key(from), " ", &quoted(name), " -> ", &key(into)]);
                if !called.is_empty() {
                    words(put, &[" ", &quoted(called)]);
                }
            }
            Correction::Rename { key: of, name } => words(put, &["rename ", &key(of), " ", &quoted(name)]),
            Correction::Kind { key: of, kind } => words(put, &["kind ", &key(of), " -> ", kind.word()]),
            Correction::Drop { key: of, name } => {
                words(put, &["drop ", &key(of)]);
                if let Some(name) = name {
                    words(put, &[" ", &quoted(name)]);
                }
            }
            Correction::Country { key: of, country } => words(put, &["country ", &key(of), " -> ", country.as_str()]),
        }
        text.push('\n');
    }
    text
}

fn words(text: &mut String, words: &[&str]) {
    words.iter().for_each(|word| text.push_str(word));
}

/// As it is; between quotation marks where a space would cut it.
fn key(key: &EntityKey) -> String {
    let word = [key.kind.word(), ":", &key.slug].concat();
    match word.contains(char::is_whitespace) {
        true => quoted(&word),
        false => word,
    }
}

fn quoted(text: &str) -> String {
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
