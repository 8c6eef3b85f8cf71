//! The words under the bars. Pure.

use dateline_corpus::Date;

use crate::components::bins::{Bins, Unit};

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A label takes about this many CSS pixels, with the room between two.
const ROOM: f32 = 72.0;

/// Bars to label, with their words: evenly spaced, as many as fit, the first always.
pub fn labels(bins: &Bins, width: f32) -> Vec<(usize, String)> {
    let count = bins.bins.len();
    let fit = ((width / ROOM) as usize).clamp(1, 8);
    let every = count.div_ceil(fit).max(1);
    (0..count)
        .step_by(every)
        .map(|i| (i, label(bins.unit, bins.bins[i].from)))
        .collect()
}

fn label(unit: Unit, date: Date) -> String {
    let (year, month, day) = date.parts();
    let month = MONTHS[(month as usize + 11) % 12];
    match unit {
        Unit::Day | Unit::Week => format!("{day} {month}"),
        Unit::Month => format!("{month} {year}"),
        Unit::Years(_) => year.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use dateline_engine::view::Timeline;

    use super::*;

    #[test]
    fn labels_fit_their_width() {
        let range = Date::parse_iso("2017-03-15").zip(Date::parse_iso("2017-04-10"));
        let bins = Bins::of(&Timeline {
            range,
            ..Timeline::default()
        })
        .unwrap();
        for (width, expected) in [(0.0, 1), (160.0, 2), (320.0, 4), (2000.0, 7)] {
            let found = labels(&bins, width);
            assert_eq!(found.len(), expected, "{width}");
            assert_eq!(found[0], (0, "15 Mar".into()));
        }
    }
}
