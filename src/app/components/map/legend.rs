//! What the shades mean: the ranges of figures that occur.

use yew::prelude::*;

use super::classes::{Class, shade};
use crate::format;
use crate::state::Measure;

/// The shades in a row, from none to most.
pub fn legend(classes: &[Class], measure: Measure) -> Html {
    let title = match measure {
        Measure::Articles => "Articles",
        Measure::Mentions => "Mentions",
    };
    let range = |class: &Class| match class.from == class.to {
        true => format::number(class.from),
        false => format!("{}–{}", format::number(class.from), format::number(class.to)),
    };
    html! {
        <div class="map-legend">
            <span class="map-legend-title" id="map-legend-title">{ title }</span>
            <ul aria-labelledby="map-legend-title">
                <li><span class="swatch shade-0" aria-hidden="true"></span>{ "none" }</li>
                { for classes.iter().enumerate().map(|(i, class)| html! {
                    <li key={i}><span class={format!("swatch shade-{}", shade(i, classes.len()))} aria-hidden="true"></span>{ range(class) }</li>
                }) }
            </ul>
        </div>
    }
}
