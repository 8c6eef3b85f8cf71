//! What do the words around a name say about it?

use super::page::Page;
use crate::words::Gap;

/// How many signs [`around`] tells apart.
pub const SIGNS: usize = 20;

/// How far a definition (`is a small town in`) is read, in words.
const FAR: usize = 9;

/// The signs around words `from..to`, as bits.
pub fn around(page: &Page<'_, '_>, from: usize, to: usize) -> u32 {
    let words = page.sight.words;
    let before = if words.follows(from) { words.term(from - 1) } else { "" };
    let after = if words.follows(to) { words.term(to) } else { "" };
    let next = words.gap(to);
    let signs = [
        matches!(
            before,
            "in" | "at" | "near" | "around" | "throughout" | "across" | "outside"
        ),
        matches!(before, "from" | "to" | "into" | "through" | "towards"),
        before == "the",
        matches!(before, "by" | "with" | "when" | "that" | "as"),
        matches!(
            after,
            "said" | "says" | "told" | "wrote" | "added" | "explained" | "argued"
        ),
        matches!(words.term(to), "who" | "whose" | "he" | "she" | "his" | "her"),
        words.possessive(to - 1),
        next.has(Gap::OPEN) && words.raw(to).starts_with(|c: char| c.is_ascii_digit()),
        words.gap(from).has(Gap::QUOTE) && next.has(Gap::QUOTE),
        next.has(Gap::COMMA) && words.raw(to).len() == 2 && words.raw(to).starts_with(|c: char| c.is_ascii_digit()),
    ];
    let bit = |n: usize, noun: u8| if noun == 0 { 0 } else { 1 << (n + usize::from(noun) - 1) };
    let left = from
        .checked_sub(1)
        .filter(|_| words.follows(from))
        .map_or(0, |i| page.fact(i).noun);
    let right = if words.follows(to) && !page.fact(to).cap() {
        page.fact(to).noun
    } else {
        0
    };
    let defined = if right == 0 { defined(page, to) } else { right };
    let plain: u32 = signs.iter().enumerate().map(|(n, on)| u32::from(*on) << n).sum();
    plain | bit(signs.len(), left) | bit(signs.len() + 5, defined)
}

/// The class of the noun that a definition behind the name ends in: `is a small town in`, `, the company that`.
fn defined(page: &Page<'_, '_>, to: usize) -> u8 {
    let words = page.sight.words;
    let verb = matches!(words.term(to), "is" | "was" | "are" | "were") && words.follows(to);
    let start = if verb { to + 1 } else { to };
    let article = matches!(words.term(start), "a" | "an" | "the" | "one" | "another");
    let apposition = !verb && words.gap(to).has(Gap::COMMA) && words.gap(to).only(Gap::COMMA.and(Gap::SPACE));
    if !article || !(verb || apposition) {
        return 0;
    }
    let mut noun = 0;
    for i in start + 1..start + FAR {
        let ends = matches!(
            words.term(i),
            "of" | "in" | "who" | "that" | "which" | "from" | "for" | "by" | "to" | "at" | "on"
        );
        if ends || !words.follows(i) {
            break;
        }
        let here = page.noun(i);
        noun = if here == 0 { noun } else { here };
    }
    noun
}
