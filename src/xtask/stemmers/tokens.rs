//! What are the words of a text in Snowball's language? <https://snowballstem.org/compiler/snowman.html>

use std::collections::HashMap;

/// A word of the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A name or a word of the language itself.
    Name(String),
    /// Between apostrophes, with what its braces stand for.
    Text(String),
    Number(u32),
    Sign(&'static str),
}

/// Longer ones first.
const SIGNS: [&str; 24] = [
    "<-", "->", "<+", "=>", "<=", ">=", "==", "!=", "+=", "-=", "*=", "/=", "(", ")", "[", "]", "$", "=", "<", ">",
    "+", "-", "*", "/",
];

/// Cuts a text into words.
pub fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut escapes: HashMap<String, String> = HashMap::from([("'".into(), "'".into()), ("{".into(), "{".into())]);
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let length = if let Some(comment) = rest.strip_prefix("//") {
            2 + comment.find('\n').unwrap_or(comment.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").ok_or("a comment without an end")? + 2
        } else if rest.starts_with('\'') {
            let (literal, length) = literal(rest, &escapes)?;
            found.push(Token::Text(literal));
            length
        } else if rest.starts_with(|c: char| c.is_ascii_digit()) {
            let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            found.push(Token::Number(rest[..length].parse().map_err(|_| "a number too large")?));
            length
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let is_other = |c: char| !c.is_ascii_alphanumeric() && c != '_';
            let length = rest.find(is_other).unwrap_or(rest.len());
            match &rest[..length] {
                // `{` and `}` in all that are read here.
                "stringescapes" => rest.find('}').ok_or("braces expected")? + 1,
                "stringdef" => length + definition(&rest[length..], &mut escapes)?,
                name => {
                    found.push(Token::Name(name.to_owned()));
                    length
                }
            }
        } else {
            let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign));
            let sign = sign.ok_or_else(|| format!("not known: {}", rest.lines().next().unwrap_or_default()))?;
            found.push(Token::Sign(sign));
            sign.len()
        };
        rest = rest[length..].trim_start();
    }
    Ok(found)
}

/// A string at the beginning of a text, and the length of what it takes there.
fn literal(text: &str, escapes: &HashMap<String, String>) -> Result<(String, usize), String> {
    let mut out = String::new();
    let mut at = 1;
    loop {
        let rest = &text[at..];
        let c = rest.chars().next().ok_or("a string without an end")?;
        at += c.len_utf8();
        match c {
            '\'' => return Ok((out, at)),
            '{' => {
                let end = rest.find('}').ok_or("a brace without an end")?;
                let name = &rest[1..end];
                match name.strip_prefix("U+") {
                    Some(hex) => {
                        let point = u32::from_str_radix(hex, 16).ok().and_then(char::from_u32);
                        out.push(point.ok_or_else(|| format!("no character: {name}"))?);
                    }
                    None => out.push_str(escapes.get(name).ok_or_else(|| format!("not defined: {name}"))?),
                }
                at += end;
            }
            c => out.push(c),
        }
    }
}

/// Reads what follows `stringdef`: a name up to the next space, and a string.
fn definition(text: &str, escapes: &mut HashMap<String, String>) -> Result<usize, String> {
    let name = text.split_whitespace().next().ok_or("a definition without a name")?;
    let behind = text.find(name).unwrap_or(0) + name.len();
    let from = behind + text[behind..].find('\'').ok_or("a definition without a string")?;
    let (literal, length) = literal(&text[from..], escapes)?;
    escapes.insert(name.to_owned(), literal);
    Ok(from + length)
}
