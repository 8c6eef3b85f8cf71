//! How do size, time and memory grow with the number of articles? Measured natively, drawn, and written down.

mod measure;
mod plot;
mod table;

use serde::{Deserialize, Serialize};

pub use measure::{build, open};
pub use plot::svg;
pub use table::markdown;

/// Half, 95 and 99 of a hundred answers took at most so many seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Quantiles {
    /// Half of them.
    pub p50: f64,
    /// 95 of 100.
    pub p95: f64,
    /// 99 of 100.
    pub p99: f64,
}

impl Quantiles {
    /// Of some times in seconds.
    pub fn of(mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        let at = |share: f64| {
            let place = (share * times.len() as f64).ceil() as usize;
            times.get(place.saturating_sub(1)).copied().unwrap_or(0.0)
        };
        Self {
            p50: at(0.5),
            p95: at(0.95),
            p99: at(0.99),
        }
    }
}

/// What building cost.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Built {
    /// Articles.
    pub articles: usize,
    /// Bytes of titles and bodies.
    pub text: usize,
    /// Seconds for finding what the texts name, on all cores.
    pub analysis: f64,
    /// Seconds for the pack, on one core.
    pub build: f64,
    /// Of them, seconds that the core worked for it.
    pub build_cpu: f64,
    /// Bytes of the pack.
    pub pack: usize,
}

/// What opening and asking cost.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// Seconds until the first question can be asked; reading the file is not among them.
    pub open: f64,
    /// Bytes in memory then, the program's own included.
    pub resident: usize,
    /// By class of question.
    pub classes: Vec<(String, Quantiles)>,
    /// By hits, at most so many; the same questions.
    pub by_hits: Vec<(u32, Quantiles)>,
    /// All questions.
    pub all: Quantiles,
}

/// One size.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Building.
    pub built: Built,
    /// Opening and asking.
    pub opened: Opened,
}

#[cfg(test)]
mod tests {
    use super::{Built, Opened, Quantiles, Row, markdown, svg};

    #[test]
    fn quantiles_are_times_that_were_measured() {
        let q = Quantiles::of((1..=100).rev().map(f64::from).collect());
        assert_eq!((q.p50, q.p95, q.p99), (50.0, 95.0, 99.0));
        assert_eq!(Quantiles::of(vec![7.0]).p99, 7.0);
        assert_eq!(Quantiles::of(Vec::new()), Quantiles::default());
    }

    #[test]
    fn a_drawing_is_well_formed_and_holds_every_size() {
        let row = |articles: usize| Row {
            built: Built {
                articles,
                text: articles * 900,
                analysis: 1.0,
                build: 1.0,
                build_cpu: 1.0,
                pack: articles * 300,
            },
            opened: Opened {
                open: 0.1,
                resident: articles * 1000,
                classes: vec![("name".into(), Quantiles::of(vec![0.001]))],
                by_hits: vec![(10, Quantiles::of(vec![0.001])), (100, Quantiles::of(vec![0.01]))],
                all: Quantiles::of(vec![0.001, 0.002]),
            },
        };
        let rows = [row(1_000), row(19_043)];
        let drawing = svg(&rows);
        assert_eq!(drawing.matches('<').count(), drawing.matches('>').count());
        assert!(drawing.starts_with("<svg") && drawing.ends_with("</svg>\n") && !drawing.contains("NaN"));
        let table = markdown(&rows, "cargo xtask growth");
        assert!(table.contains("19,043") && table.contains("| name |"));
    }
}
