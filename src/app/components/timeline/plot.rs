//! The bars and the brush over them.

use std::rc::Rc;

use dateline_corpus::Date;
use web_sys::Element;
use yew::prelude::*;

use super::axis::labels;
use crate::components::bins::Bins;
use crate::components::size::Size;
use crate::format;
use crate::pane::{Own, Pane};
use crate::state::Action;

/// Height of the drawing in CSS pixels; the stylesheet has the same.
const HEIGHT: f32 = 96.0;
/// Of which the bars have the upper part, the words the rest.
const BARS: f32 = 74.0;
/// Room at both sides, so that the handles at the ends can be held.
const MARGIN: f32 = 16.0;
/// The width of a handle's target (WCAG 2.2, 2.5.8).
const HANDLE: f32 = 24.0;
/// Drawn until the real width is known.
const USUAL_WIDTH: f32 = 400.0;

/// Bars, brush, handles and words.
#[derive(PartialEq)]
pub struct Plot {
    /// The bars.
    pub bins: Rc<Bins>,
    /// First day of the filter.
    pub from: Option<Date>,
    /// Last day of the filter.
    pub to: Option<Date>,
    /// Where actions go.
    pub on: Callback<Action>,
}

/// One of the brush's ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    From,
    To,
}

/// What the plot keeps.
#[derive(Default)]
pub struct Kept {
    size: Size,
    svg: NodeRef,
    /// The bar where a drag began and the bar where it is now.
    drag: Option<(usize, usize)>,
    /// The bar that was pressed.
    pressed: usize,
}

impl Pane for Plot {
    type Kept = Kept;
    const NAME: &'static str = "plot";

    fn draw(&self, own: &Own<Kept>) -> Html {
        draw(self, own)
    }

    fn drawn(&self, own: &Own<Kept>) {
        Size::follow(own, |kept| &mut kept.size, |kept| &mut kept.size.now);
    }
}

fn draw(Plot { bins, from, to, on }: &Plot, own: &Own<Kept>) -> Html {
    let (frame, svg_ref, size, drag) = own.with(|kept| {
        let frame = kept.size.element.clone();
        (frame, kept.svg.clone(), kept.size.now, kept.drag)
    });
    let width = size.map_or(USUAL_WIDTH, |(width, _)| width);
    let count = bins.bins.len();
    let step = (width - 2.0 * MARGIN) / count as f32;
    let left = move |i: usize| MARGIN + i as f32 * step;

    let touched = bins.touched(*from, *to);
    let (first, last) = drag
        .map(|(a, b)| (a.min(b), a.max(b)))
        .or(touched)
        .unwrap_or((0, count - 1));
    let narrowed = drag.is_some() || from.is_some() || to.is_some();
    let beside = narrowed && drag.is_none() && touched.is_none();

    let bar_at = {
        let frame = frame.clone();
        move |event: &PointerEvent| {
            let rect = frame.cast::<Element>().map(|e| e.get_bounding_client_rect());
            let x = f64::from(event.client_x()) - rect.map_or(0.0, |r| r.left());
            (((x as f32 - MARGIN) / step).floor().max(0.0) as usize).min(count - 1)
        }
    };
    let onpointerdown = {
        let (own, bar_at, svg) = (own.clone(), bar_at.clone(), svg_ref.clone());
        Callback::from(move |event: PointerEvent| {
            if event.button() != 0 {
                return;
            }
            let at = bar_at(&event);
            let end = event
                .target_dyn_into::<Element>()
                .and_then(|e| e.closest("[data-end]").ok().flatten());
            // Holding a handle moves that end; the other stays.
            let anchor = match end.and_then(|e| e.get_attribute("data-end")).as_deref() {
                Some("from") => last,
                Some("to") => first,
                _ => at,
            };
            if let Some(svg) = svg.cast::<Element>() {
                // Refused only where the pointer is gone already.
                let _ = svg.set_pointer_capture(event.pointer_id());
            }
            own.with(|kept| kept.pressed = at);
            own.set(|kept| &mut kept.drag, Some((anchor, at)));
        })
    };
    let onpointermove = {
        let own = own.clone();
        Callback::from(move |event: PointerEvent| {
            if let Some((anchor, _)) = own.with(|kept| kept.drag) {
                own.set(|kept| &mut kept.drag, Some((anchor, bar_at(&event))));
            }
        })
    };
    let send = {
        let (on, bins) = (on.clone(), bins.clone());
        move |run: (usize, usize)| {
            let (from, to) = bins.dates(run);
            on.emit(Action::SetDates(from, to));
        }
    };
    let onpointerup = {
        let (own, send, free) = (own.clone(), send.clone(), from.is_none() && to.is_none());
        Callback::from(move |_: PointerEvent| {
            if let Some((a, b)) = own.with(|kept| kept.drag) {
                // Where no handle was moved, the bar under it is meant.
                let a = if free && own.with(|kept| kept.pressed) == b {
                    b
                } else {
                    a
                };
                send((a.min(b), a.max(b)));
                own.set(|kept| &mut kept.drag, None);
            }
        })
    };
    let onpointercancel = {
        let own = own.clone();
        Callback::from(move |_: PointerEvent| own.set(|kept| &mut kept.drag, None))
    };

    let handle = |end: End| {
        let (now, low, high, edge) = match end {
            End::From => (first, 0, last, left(first)),
            End::To => (last, first, count - 1, left(last + 1)),
        };
        let day = match end {
            End::From => bins.bins[now].from,
            End::To => bins.bins[now].to,
        };
        let onkeydown = {
            let send = send.clone();
            let leap = (count / 10).max(2);
            Callback::from(move |event: KeyboardEvent| {
                let to = match event.key().as_str() {
                    "ArrowLeft" | "ArrowDown" => now.saturating_sub(1),
                    "ArrowRight" | "ArrowUp" => now + 1,
                    "PageDown" => now.saturating_sub(leap),
                    "PageUp" => now + leap,
                    "Home" => low,
                    "End" => high,
                    _ => return,
                };
                event.prevent_default();
                let to = to.clamp(low, high);
                if to != now {
                    send(match end {
                        End::From => (to, last),
                        End::To => (first, to),
                    });
                }
            })
        };
        // Targets lie more outside than inside, so that the bars at the ends can be pressed.
        let (name, word, outer) = match end {
            End::From => ("First day", "from", edge - HANDLE * 0.7),
            End::To => ("Last day", "to", edge - HANDLE * 0.3),
        };
        html! {
            <g class="timeline-handle" role="slider" tabindex="0" data-end={word} aria-label={name}
                aria-valuemin={low.to_string()} aria-valuemax={high.to_string()} aria-valuenow={now.to_string()}
                aria-valuetext={day.in_words()} {onkeydown}>
                <rect class="target" x={px(outer)} y="0" width={px(HANDLE)} height={px(BARS)} />
                <path class="grip" d={format!("M{} 2V{}", px(edge), px(BARS))} />
                <rect class="grip" x={px(edge - 4.0)} y={px(BARS / 2.0 - 9.0)} width="8" height="18" rx="3" />
            </g>
        }
    };

    let most = bins.most();
    let bars = bins.bins.iter().enumerate().map(|(i, bin)| {
        // A bar that counts anything is seen.
        let height = if bin.articles == 0 { 0.0 } else { (bin.articles as f32 / most as f32 * (BARS - 6.0)).max(2.0) };
        let gap = if step > 6.0 { 1.0 } else { 0.0 };
        let out = narrowed && (beside || i < first || i > last);
        html! {
            <g key={i}>
                <rect class="timeline-room-bar" x={px(left(i))} y="0" width={px(step)} height={px(BARS)}>
                    <title>{ format!("{}: {}", format::days(Some(bin.from), Some(bin.to)), format::count(bin.articles, "article")) }</title>
                </rect>
                <rect class={classes!("timeline-bar", out.then_some("out"))} x={px(left(i) + gap)} y={px(BARS - height)}
                    width={px((step - 2.0 * gap).max(1.0).min(40.0_f32.max(step * 0.8)))} height={px(height)} />
            </g>
        }
    });
    let range = format::days(bins.bins.first().map(|b| b.from), bins.bins.last().map(|b| b.to));
    let peak = bins
        .bins
        .iter()
        .filter(|b| b.articles > 0)
        .max_by_key(|b| b.articles)
        .map_or(String::new(), |b| {
            let span = format::days(Some(b.from), Some(b.to));
            format!("; most: {} on {span}", format::count(b.articles, "article"))
        });
    html! {
        <div class="timeline-frame" ref={frame}>
            <svg ref={svg_ref} class="timeline-svg" viewBox={format!("0 0 {} {}", px(width), px(HEIGHT))} role="group"
                aria-label={format!("Articles a {}, {range}{peak}", bins.unit.noun())}
                {onpointerdown} {onpointermove} {onpointerup} {onpointercancel}>
                <g aria-hidden="true">
                    if narrowed && !beside {
                        <rect class="timeline-brush" x={px(left(first))} y="0" width={px(left(last + 1) - left(first))} height={px(BARS)} />
                    }
                    { for bars }
                    <path class="timeline-axis" d={format!("M{} {}H{}", px(MARGIN), px(BARS), px(width - MARGIN))} />
                    { for labels(bins, width - 2.0 * MARGIN).into_iter().map(|(i, words)| html! {
                        <text key={i} class="timeline-label" x={px(left(i))} y={px(BARS + 16.0)}>{ words }</text>
                    }) }
                </g>
                { handle(End::From) }
                { handle(End::To) }
            </svg>
        </div>
    }
}

/// A length in CSS pixels to a tenth, as an attribute.
fn px(value: f32) -> String {
    let tenths = (value * 10.0).round() as i32;
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!(
            "{}{}.{}",
            if tenths < 0 { "-" } else { "" },
            (tenths / 10).abs(),
            rest.abs()
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::px;

    #[test]
    fn lengths_have_a_tenth_at_most() {
        for (value, expected) in [(0.0, "0"), (12.0, "12"), (12.34, "12.3"), (-0.25, "-0.3"), (-3.0, "-3")] {
            assert_eq!(px(value), expected);
        }
    }
}
