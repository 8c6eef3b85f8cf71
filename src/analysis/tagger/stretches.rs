//! Which words may belong to names?

use crate::lexicon::Kind;
use crate::people::Sight;
use crate::words::Gap;

/// Words with capitals, and what may stand inside a name: up to two small words between them, numbers, syllables.
pub fn stretches(sight: Sight<'_, '_>) -> Vec<(usize, usize)> {
    let words = sight.words;
    let cap = |i: usize| words.cap(i) || spelt(words.raw(i));
    // `of the`, `de la`: no noun or verb in lower case stands inside a name.
    let small = |i: usize| matches!(words.listed(i).kind(), Some(Kind::Stop | Kind::Particle));
    let mut list: Vec<(usize, usize)> = Vec::new();
    let mut line = 0;
    for i in 0..words.len() {
        let ends = words.gap(i).has(Gap::BREAK.and(Gap::END)) || headed(sight, i, &mut line);
        let before = (i > 0 && cap(i - 1)) || (i > 1 && cap(i - 2));
        let candidate = cap(i)
            || (before && (cap(i + 1) || cap(i + 2)) && small(i))
            || (words.glued(i + 1) && cap(i + 1))
            || (i > 0 && words.glued(i) && cap(i - 1))
            || (words.raw(i).starts_with(|c: char| c.is_numeric())
                && ((words.follows(i) && cap(i - 1)) || (words.follows(i + 1) && cap(i + 1))));
        if !candidate {
            continue;
        }
        match list.last_mut() {
            Some(last) if last.1 == i && !ends => last.1 = i + 1,
            _ => list.push((i, i + 1)),
        }
    }
    list
}

/// Whether a line ends before word `i` that is too short to have been broken for its length: no name goes on behind it.
/// `line` is where the line of the word before begins, in bytes.
fn headed(sight: Sight<'_, '_>, i: usize, line: &mut usize) -> bool {
    const SHORT: usize = 30;
    let words = sight.words;
    let (Some(before), Some(here)) = (i.checked_sub(1).and_then(|b| words.get(b)), words.get(i)) else {
        return false;
    };
    // The full stop of an initialism can lie in both.
    let between = words.text.as_bytes().get(before.end..here.start).unwrap_or_default();
    if !between.contains(&b'\n') {
        return false;
    }
    let short = before.end - *line < SHORT;
    *line = here.start;
    short
}

/// Whether a word's letters with capitals are a name's: `6PR`, `3M`.
pub fn spelt(raw: &str) -> bool {
    raw.starts_with(|c: char| c.is_ascii_digit()) && raw.contains(char::is_uppercase)
}
