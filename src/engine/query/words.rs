//! Which words does a piece of a query ask for? The tokenizer of the texts answers.

use dateline_corpus::text::{Tokenizer, is_unspaced};

use super::ast::{How, Text, Within, Word};

/// A word, and whether it continues the one before: a run of a script written without spaces.
struct Cut {
    word: Word,
    continues: bool,
}

/// The words of a piece. A star directly behind a word opens it; `typing` opens the last one.
fn cut(text: &str, typing: bool) -> Vec<Cut> {
    let mut cuts: Vec<Cut> = Vec::new();
    let mut run_end = usize::MAX;
    Tokenizer::new(text).for_each(|token| {
        let unspaced = token.term.chars().all(is_unspaced);
        let with_period = text
            .get(token.start..token.end + 1)
            .filter(|written| whole(written).is_some());
        cuts.push(Cut {
            word: Word {
                term: token.term.to_owned(),
                shown: with_period.map_or_else(|| shown(&text[token.start..token.end], token.term), str::to_owned),
                open: text[token.end..].starts_with('*'),
                typing: false,
            },
            continues: unspaced && token.start == run_end,
        });
        run_end = if unspaced { token.end } else { usize::MAX };
    });
    if let Some(last) = cuts.last_mut().filter(|last| typing && !last.word.open) {
        last.word.shown.truncate(last.word.shown.trim_end_matches('.').len());
        last.word.open = true;
        last.word.typing = true;
    }
    cuts
}

/// The point of the compass that an initial with its period stands for: *N. Korea* is North Korea as well.
pub(crate) fn whole(shown: &str) -> Option<&'static str> {
    let &[letter, b'.'] = shown.as_bytes() else {
        return None;
    };
    Some(match letter.to_ascii_lowercase() {
        b'n' => "north",
        b'e' => "east",
        b's' => "south",
        b'w' => "west",
        _ => return None,
    })
}

/// The word as it was written, where it means the same by itself.
fn shown(written: &str, term: &str) -> String {
    let mut walk = Tokenizer::new(written);
    let alone = walk.next().filter(|token| token.term == term);
    let span = alone.map(|token| token.start..token.end);
    match span.filter(|_| walk.next().is_none()) {
        Some(span) => written[span].to_owned(),
        None => term.to_owned(),
    }
}

/// The words of a piece, each by itself.
pub(super) fn list(text: &str, typing: bool) -> Vec<Word> {
    cut(text, typing).into_iter().map(|cut| cut.word).collect()
}

/// What a piece without quotation marks asks for: each word by itself, a run of a script without spaces as one.
pub(super) fn bare(text: &str, typing: bool, within: Within) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    for cut in cut(text, typing) {
        match texts.last_mut().filter(|_| cut.continues) {
            Some(run) => run.words.push(cut.word),
            None => texts.push(Text {
                words: vec![cut.word],
                how: How::SideBySide,
                within,
                quoted: false,
            }),
        }
    }
    texts
}

/// A phrase, and whether all was right with its stars. `None` without words.
pub(super) fn phrase(mut words: Vec<Word>, within: Within) -> Option<(Text, bool)> {
    let before_last = words.len().checked_sub(1)?;
    let mut right = true;
    for word in &mut words[..before_last] {
        right &= !word.open;
        word.open = false;
    }
    let text = Text {
        words,
        how: How::SideBySide,
        within,
        quoted: true,
    };
    Some((text, right))
}
