//! Text of the corpus in lists and labels: its matches marked, its length bounded, its direction its own.
//!
//! Direction (Unicode UAX #9): a name among words of the page stands in a `<bdi>`; a line of its own stands in an element
//! with `dir="auto"`, which looks past `<bdi>` and so must hold the text itself.

use dateline_engine::view::Piece;
use yew::prelude::*;

use crate::format::{self, NAME, clip};

/// Characters of a headline in a list; one rarely has 150.
pub const HEADLINE: usize = 250;
/// Characters of a snippet or a sentence in a list.
pub const PASSAGE: usize = 1000;

/// Pieces up to so many characters, matches as `<mark>`; for an element with `dir="auto"`.
pub fn pieces(pieces: &[Piece], most: usize) -> Html {
    let drawn = |(text, matched)| match matched {
        true => html! { <mark>{ text }</mark> },
        false => html! { { text } },
    };
    clipped(pieces, most).map(drawn).collect()
}

/// Pieces up to so many characters, and whether each is a match.
pub fn clipped(pieces: &[Piece], most: usize) -> impl Iterator<Item = (String, bool)> {
    let mut left = most;
    pieces.iter().map_while(move |piece| {
        let text = (left > 0).then(|| clip(&piece.text, left))?;
        left = left.saturating_sub(piece.text.chars().take(left + 1).count());
        Some((text, piece.matched))
    })
}

/// A name of the corpus among words of the page.
pub fn name(text: &str) -> Html {
    html! { <bdi>{ clip(text, NAME) }</bdi> }
}

/// A line of the corpus that stands alone; for an element with `dir="auto"`.
pub fn line(text: &str) -> Html {
    html! { { clip(text, PASSAGE) } }
}

/// So many times.
pub fn times(n: u32) -> Html {
    html! { { [&format::number(n), "×"].concat() } }
}
