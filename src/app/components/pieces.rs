//! Text of the corpus in lists and labels: its matches marked, its length bounded, its direction its own.
//!
//! Direction (Unicode UAX #9): a name among words of the page stands in a `<bdi>`; a line of its own stands in an element
//! with `dir="auto"`, which looks past `<bdi>` and so must hold the text itself.

use dateline_engine::view::Piece;
use yew::prelude::*;

use crate::format::{NAME, clip};

/// Characters of a headline in a list; one rarely has 150.
pub const HEADLINE: usize = 250;
/// Characters of a snippet or a sentence in a list.
pub const PASSAGE: usize = 1000;

/// Pieces up to so many characters, matches as `<mark>`; for an element with `dir="auto"`.
pub fn pieces(pieces: &[Piece], most: usize) -> Html {
    let mut left = most;
    let mut out: Vec<Html> = Vec::new();
    for piece in pieces {
        if left == 0 {
            break;
        }
        let text = clip(&piece.text, left);
        left = left.saturating_sub(piece.text.chars().take(left + 1).count());
        out.push(match piece.matched {
            true => html! { <mark>{ text }</mark> },
            false => html! { { text } },
        });
    }
    out.into_iter().collect()
}

/// A name of the corpus among words of the page.
pub fn name(text: &str) -> Html {
    html! { <bdi>{ clip(text, NAME) }</bdi> }
}

/// A line of the corpus that stands alone; for an element with `dir="auto"`.
pub fn line(text: &str) -> Html {
    html! { { clip(text, PASSAGE) } }
}
