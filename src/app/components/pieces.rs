//! Text of the corpus with its matches marked, isolated so that its direction stays its own (Unicode UAX #9).

use dateline_engine::view::Piece;
use yew::prelude::*;

use crate::format::clip;

/// Characters of one piece that are shown in a list; a headline or a snippet has a few hundred at most.
const PIECE: usize = 600;

/// Pieces, matches as `<mark>`.
pub fn pieces(pieces: &[Piece]) -> Html {
    let one = |piece: &Piece| {
        let text = clip(&piece.text, PIECE);
        if piece.matched {
            html! { <mark>{ text }</mark> }
        } else {
            html! { { text } }
        }
    };
    html! { <bdi>{ for pieces.iter().map(one) }</bdi> }
}

/// A name of the corpus in running text of the page.
pub fn name(text: &str) -> Html {
    html! { <bdi>{ clip(text, crate::format::NAME) }</bdi> }
}
