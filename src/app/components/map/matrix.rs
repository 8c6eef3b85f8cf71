//! Who appears with whom, drawn: a triangle of cells, one for each two, with the names along its long side.
//!
//! A matrix stays readable where lines between dots become a tangle (M. Ghoniem, J.-D. Fekete, P. Castagliola, A comparison of
//! the readability of graphs using node-link and matrix-based representations, InfoVis 2004). Those side by side appear together
//! most, so that groups are seen as blocks.

use dateline_corpus::order::sort_by_key;
use dateline_engine::view::{Pair, Together};
use yew::prelude::*;

use super::classes::{Class, class_of, shade};
use crate::components::stops::Stops;
use crate::format;

/// A cell's side, and the room for names, in the drawing's units: as wide as the column beside the list on most screens. Where
/// there is room they are drawn seven quarters as large, which sets cells 24 pixels apart, as a finger needs them.
const CELL: u32 = 14;
const NAMES: u32 = 128;
/// Characters of a name.
const CHARACTERS: usize = 20;

/// The drawing; `press` hears which pair is chosen.
pub fn matrix(together: &Together, classes: &[Class], press: impl Fn(usize) + Clone + 'static) -> Html {
    let n = together.members.len() as u32;
    // From the top down, and from left to right: the order in which Tab and screen readers go.
    let mut order: Vec<usize> = (0..together.pairs.len()).collect();
    sort_by_key(&mut order, |at| {
        let (column, row) = together.pairs[*at].members;
        (row, column)
    });
    let place = |pair: &Pair| (pair.members.0 * CELL, pair.members.1 * CELL);
    let spots = order.iter().map(|at| {
        let (x, y) = place(&together.pairs[*at]);
        (x as f32, y as f32)
    });
    let stops = {
        let order = order.clone();
        Stops::new(spots.collect(), move |stop| {
            if let Some(at) = order.get(stop) {
                press(*at);
            }
        })
    };
    let cell = |(stop, at): (usize, &usize)| {
        let pair = &together.pairs[*at];
        let (x, y) = place(pair);
        let label = format!("{}: {}", names(together, pair), format::count(pair.articles, "article"));
        let class = class_of(classes, pair.articles).map_or(0, |class| shade(class, classes.len()));
        html! {
            <rect key={stop} class={format!("cell shade-{class}")} role="button" data-stop={stop.to_string()}
                tabindex={Stops::tabindex(stop)} aria-label={label.clone()} x={x.to_string()} y={y.to_string()}
                width={(CELL - 1).to_string()} height={(CELL - 1).to_string()}><title>{ label }</title></rect>
        }
    };
    let name = |(row, member): (u32, &dateline_engine::view::Member)| {
        html! {
            <text key={row} class="cell-name" x={(row * CELL + 4).to_string()} y={(row * CELL + CELL - 3).to_string()}>
                { format::clip(&format::plain(&member.name), CHARACTERS) }
            </text>
        }
    };
    let guides: String = (1..n)
        .map(|row| format!("M0 {}H{}", row * CELL + CELL / 2, row * CELL))
        .collect();
    html! {
        <svg class="matrix" width={((n * CELL + NAMES) * 7 / 4).to_string()} viewBox={format!("0 0 {} {}", n * CELL + NAMES, n * CELL)} role="group"
            aria-label="Who appears with whom" onclick={stops.onclick} onkeydown={stops.onkeydown}>
            <path class="cell-guide" d={guides} aria-hidden="true" />
            <g aria-hidden="true">{ for (0..).zip(&together.members).map(name) }</g>
            { for order.iter().enumerate().map(cell) }
        </svg>
    }
}

/// The two of a pair.
pub fn names(together: &Together, pair: &Pair) -> String {
    let name = |at: u32| {
        together
            .members
            .get(at as usize)
            .map_or("", |member| member.name.as_str())
    };
    format!(
        "{} and {}",
        format::plain(name(pair.members.0)),
        format::plain(name(pair.members.1))
    )
}
