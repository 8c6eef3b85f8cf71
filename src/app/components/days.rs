//! When was an entity named? Its mentions as bars, each of which opens the sentences of its days.

use dateline_corpus::EntityKey;
use dateline_engine::view::Timeline;
use yew::prelude::*;

use crate::components::bins::Bins;
use crate::components::link::{button, press};
use crate::components::stops::Stops;
use crate::format;
use crate::state::{Action, Articles, List};

/// The drawing's units: as wide as the panel is on most screens.
const WIDTH: usize = 360;
const BARS: u32 = 48;
const HEIGHT: u32 = 66;

/// The bars, and how many mentions have no date.
pub fn days(key: &EntityKey, timeline: &Timeline, on: &Callback<Action>) -> Html {
    let of = |from, to| Action::OpenList(List::Mentions(Articles::Days(from, to), key.clone(), None));
    let rest = |and: &str| match timeline.undated {
        0 => html! {},
        n => {
            let said = format!("{} without a date", format::count(n, "mention"));
            html! { <p class="rest">{ and.to_owned() }{ button("text-button", press(on, of(None, None)), said) }</p> }
        }
    };
    let Some(bins) = Bins::of(timeline).filter(|bins| bins.bins.iter().any(|b| b.articles > 0)) else {
        return rest("");
    };
    let left = |i: usize| i * WIDTH / bins.bins.len();
    let named: Vec<usize> = (0..bins.bins.len()).filter(|i| bins.bins[*i].articles > 0).collect();
    let spots = named.iter().map(|i| (left(*i) as f32, 0.0)).collect();
    let periods = named
        .iter()
        .map(|i| of(Some(bins.bins[*i].from), Some(bins.bins[*i].to)));
    let periods: Vec<Action> = periods.collect();
    let stops = {
        let on = on.clone();
        Stops::new(spots, move |at| {
            periods.get(at).into_iter().for_each(|period| on.emit(period.clone()))
        })
    };
    let most = bins.most();
    let bar = |(at, i): (usize, &usize)| {
        let bin = &bins.bins[*i];
        // A bar that counts anything is seen.
        let height = (u64::from(bin.articles) * u64::from(BARS - 4) / u64::from(most)).max(2) as u32;
        let width = left(i + 1) - left(*i);
        let label = format!(
            "{}: {}",
            format::days(Some(bin.from), Some(bin.to)),
            format::count(bin.articles, "mention")
        );
        html! {
            <g key={at} class="day" role="button" data-stop={at.to_string()} tabindex={Stops::tabindex(at)} aria-label={label.clone()}>
                <title>{ label }</title>
                <rect class="day-room" x={left(*i).to_string()} y="0" width={width.to_string()} height={BARS.to_string()} />
                <rect class="day-bar" x={left(*i).to_string()} y={(BARS - height).to_string()}
                    width={width.saturating_sub(1).clamp(1, 24).to_string()} height={height.to_string()} />
            </g>
        }
    };
    let end = |date: Option<dateline_corpus::Date>| date.map(|d| d.in_words()).unwrap_or_default();
    html! {
        <section aria-labelledby="card-days">
            <h3 id="card-days">{ format!("Mentions a {}", bins.unit.noun()) }</h3>
            <svg class="days" viewBox={format!("0 0 {WIDTH} {HEIGHT}")} role="group" aria-labelledby="card-days"
                onclick={stops.onclick} onkeydown={stops.onkeydown}>
                <path class="timeline-axis" d={format!("M0 {BARS}H{WIDTH}")} />
                { for named.iter().enumerate().map(bar) }
                <g aria-hidden="true">
                    <text class="day-label" x="0" y="62">{ end(bins.bins.first().map(|b| b.from)) }</text>
                    if bins.bins.len() > 1 {
                        <text class="day-label last" x={WIDTH.to_string()} y="62">{ end(bins.bins.last().map(|b| b.to)) }</text>
                    }
                </g>
            </svg>
            { rest("and ") }
        </section>
    }
}
