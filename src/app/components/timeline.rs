//! When? The articles over time, with a brush that narrows to a stretch of it.
//!
//! The brush is drawn over the bars by mouse or finger, moved with two handles by keyboard, or typed as two dates.

mod axis;
mod plot;

use std::rc::Rc;

use dateline_corpus::{Date, Filters};
use dateline_engine::view::Timeline as Days;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::bins::Bins;
use crate::components::link::{button, press};
use crate::format;
use crate::pane::{Made, Own, Pane, pane};
use crate::state::Action;
use plot::Plot;

/// Bars, brush and date boxes.
#[derive(PartialEq)]
pub struct Timeline {
    /// Articles a day.
    pub timeline: Rc<Days>,
    /// The filters in force.
    pub filters: Rc<Filters>,
    /// Where actions go.
    pub on: Callback<Action>,
}

impl Pane for Timeline {
    type Kept = Made<Rc<Days>, Option<Rc<Bins>>>;
    const NAME: &'static str = "timeline";

    fn draw(&self, own: &Own<Self::Kept>) -> Html {
        let bins = own.with(|made| made.of(self.timeline.clone(), |timeline| Bins::of(timeline).map(Rc::new)));
        draw(self, bins)
    }
}

fn draw(Timeline { timeline, filters, on }: &Timeline, bins: Option<Rc<Bins>>) -> Html {
    let (from, to) = (filters.from, filters.to);
    let undated = match timeline.undated {
        0 => None,
        n => Some(format!("{} without a date", format::count(n, "article"))),
    };
    let Some(bins) = bins else {
        let words = match undated {
            Some(undated) => format!("{undated}: there is no timeline to draw."),
            None => "No article has a date: there is no timeline to draw.".to_owned(),
        };
        return html! { <div class="timeline"><h3>{ "Timeline" }</h3><p class="timeline-note">{ words }</p></div> };
    };
    let dated: u32 = bins.bins.iter().map(|b| b.articles).sum();
    let narrowed = from.is_some() || to.is_some();
    let heading = format!("Articles a {}", bins.unit.noun());
    let plot = Plot {
        bins,
        from,
        to,
        on: on.clone(),
    };
    html! {
        <div class="timeline">
            <div class="timeline-head">
                <h3>{ heading }</h3>
                <button type="button" class="text-button" disabled={!narrowed} onclick={press(on, Action::SetDates(None, None))}>
                    { "Clear dates" }
                </button>
            </div>
            { pane(plot) }
            <div class="timeline-dates">
                { day_box("From", "timeline-from", from, on.reform(move |day| Action::SetDates(day, to))) }
                { day_box("To", "timeline-to", to, on.reform(move |day| Action::SetDates(from, day))) }
            </div>
            if dated == 0 && undated.is_none() {
                <p class="timeline-note">{ "No article of this search has a date in this stretch." }</p>
            }
            if let Some(undated) = undated {
                <p class="timeline-note">
                    { button("text-button", press(on, Action::OnlyUndated), undated) }
                    { if narrowed { ", left out while dates are narrowed." } else { ", not drawn here." } }
                </p>
            }
        </div>
    }
}

fn day_box(title: &'static str, id: &'static str, day: Option<Date>, then: Callback<Option<Date>>) -> Html {
    let onchange = then.reform(|event: Event| {
        event
            .target_dyn_into::<HtmlInputElement>()
            .and_then(|input| Date::parse_iso(&input.value()))
    });
    html! {
        <label for={id}>
            <span>{ title }</span>
            <input {id} type="date" min="0001-01-01" max="9999-12-31" value={day.map(|d| d.to_string()).unwrap_or_default()} {onchange} />
        </label>
    }
}
