//! The curves as one drawing, in colours that can be told apart and read on white and on black.

use std::fmt::Write;

use super::Row;

/// Width and height of a panel's axes, in pixels, and the room around them.
const PANEL: (f64, f64) = (300.0, 170.0);
const ROOM: (f64, f64) = (110.0, 92.0);
const COLUMNS: usize = 2;

/// Of text and axes; of the first, second and third curve of a panel.
const INK: &str = "#848d97";
const CURVES: [&str; 3] = ["#3b82f6", "#d97706", "#c026d3"];

/// A curve's name and points.
type Curve = (&'static str, Vec<(f64, f64)>);

/// A panel: what is shown, what the axis below is, and the curves.
struct Panel {
    title: String,
    below: &'static str,
    curves: Vec<Curve>,
}

/// The drawing: both axes of every panel are logarithmic.
pub fn svg(rows: &[Row]) -> String {
    let panels = panels(rows);
    let cell = (PANEL.0 + ROOM.0, PANEL.1 + ROOM.1);
    let lines = panels.len().div_ceil(COLUMNS);
    let (width, height) = (cell.0 * COLUMNS as f64, cell.1 * lines as f64);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
        font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"{INK}\" role=\"img\">\n\
        <title>Size, time and memory by number of articles; time of an answer by number of hits</title>\n"
    );
    for (i, panel) in panels.iter().enumerate() {
        let (x, y) = (
            (i % COLUMNS) as f64 * cell.0 + 62.0,
            (i / COLUMNS) as f64 * cell.1 + 42.0,
        );
        let _ = writeln!(out, "<g transform=\"translate({x} {y})\">");
        panel.draw(&mut out);
        out += "</g>\n";
    }
    out += "</svg>\n";
    out
}

fn panels(rows: &[Row]) -> Vec<Panel> {
    let by_articles = |of: &dyn Fn(&Row) -> f64| -> Vec<(f64, f64)> {
        rows.iter().map(|row| (row.built.articles as f64, of(row))).collect()
    };
    let panel = |title: &str, curves| Panel {
        title: title.to_owned(),
        below: "articles",
        curves,
    };
    let last = rows.last().cloned().unwrap_or_default();
    let by_hits = |of: &dyn Fn(&super::Quantiles) -> f64| -> Vec<(f64, f64)> {
        let points = last.opened.by_hits.iter();
        points.map(|(most, q)| (f64::from(*most), of(q) * 1e3)).collect()
    };
    vec![
        panel(
            "Size, MB",
            vec![
                ("text", by_articles(&|r| r.built.text as f64 / 1e6)),
                ("pack", by_articles(&|r| r.built.pack as f64 / 1e6)),
            ],
        ),
        panel(
            "Building, seconds",
            vec![
                ("names", by_articles(&|r| r.built.analysis)),
                ("pack", by_articles(&|r| r.built.build)),
            ],
        ),
        panel("Opening, seconds", vec![("", by_articles(&|r| r.opened.open))]),
        panel(
            "In memory when open, MB",
            vec![("", by_articles(&|r| r.opened.resident as f64 / 1e6))],
        ),
        panel(
            "An answer, milliseconds",
            vec![
                ("p50", by_articles(&|r| r.opened.all.p50 * 1e3)),
                ("p95", by_articles(&|r| r.opened.all.p95 * 1e3)),
                ("p99", by_articles(&|r| r.opened.all.p99 * 1e3)),
            ],
        ),
        Panel {
            title: format!(
                "An answer among {}, milliseconds",
                super::table::grouped(last.built.articles)
            ),
            below: "hits, at most",
            curves: vec![
                ("p50", by_hits(&|q| q.p50)),
                ("p95", by_hits(&|q| q.p95)),
                ("p99", by_hits(&|q| q.p99)),
            ],
        },
    ]
}

/// Powers of ten around all values: exponents of the first and the last, which differ.
fn decades(values: impl Iterator<Item = f64> + Clone) -> (i32, i32) {
    let legal = values.filter(|v| *v > 0.0);
    let low = legal.clone().fold(f64::INFINITY, f64::min).log10().floor();
    let high = legal.fold(0.0, f64::max).log10().ceil();
    match low.is_finite() && high.is_finite() {
        true => (low as i32, (high as i32).max(low as i32 + 1)),
        false => (0, 1),
    }
}

impl Panel {
    fn draw(&self, out: &mut String) {
        let points = || self.curves.iter().flat_map(|curve| &curve.1);
        let (from_x, to_x) = decades(points().map(|p| p.0));
        let (from_y, to_y) = decades(points().map(|p| p.1));
        let x = |v: f64| (v.log10() - f64::from(from_x)) / f64::from(to_x - from_x) * PANEL.0;
        let y = |v: f64| PANEL.1 - (v.log10() - f64::from(from_y)) / f64::from(to_y - from_y) * PANEL.1;

        let _ = writeln!(
            out,
            "<text x=\"0\" y=\"-16\" font-weight=\"600\" font-size=\"14\">{}</text>",
            self.title
        );
        for exponent in from_y..=to_y {
            let (value, at) = (10f64.powi(exponent), y(10f64.powi(exponent)));
            let _ = writeln!(
                out,
                "<path d=\"M0 {at:.1}H{}\" stroke=\"{INK}\" stroke-opacity=\".3\"/>\
                <text x=\"-8\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
                PANEL.0,
                at + 4.0,
                label(value)
            );
        }
        for exponent in from_x..=to_x {
            let (value, at) = (10f64.powi(exponent), x(10f64.powi(exponent)));
            let _ = writeln!(
                out,
                "<path d=\"M{at:.1} {}v5\" stroke=\"{INK}\"/><text x=\"{at:.1}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                PANEL.1,
                PANEL.1 + 19.0,
                label(value)
            );
        }
        let _ = writeln!(
            out,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            PANEL.0 / 2.0,
            PANEL.1 + 36.0,
            self.below
        );
        let mut ends = Vec::new();
        for ((name, points), colour) in self.curves.iter().zip(CURVES) {
            let legal: Vec<(f64, f64)> = points.iter().filter(|p| p.1 > 0.0).map(|p| (x(p.0), y(p.1))).collect();
            let path: Vec<String> = legal.iter().map(|(x, y)| format!("{x:.1} {y:.1}")).collect();
            let _ = writeln!(
                out,
                "<path d=\"M{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-linejoin=\"round\"/>",
                path.join("L")
            );
            for (x, y) in &legal {
                let _ = writeln!(out, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"{colour}\"/>");
            }
            ends.extend(legal.last().map(|(x, y)| (*x, *y, *name, colour)));
        }
        // Names stand behind the curves' ends, and never one on another.
        ends.sort_by(|a, b| b.1.total_cmp(&a.1));
        let mut lowest = f64::INFINITY;
        for (x, y, name, colour) in ends {
            let at = (y + 4.0).min(lowest - 13.0);
            lowest = at;
            let _ = writeln!(
                out,
                "<text x=\"{:.1}\" y=\"{at:.1}\" fill=\"{colour}\">{name}</text>",
                x + 8.0
            );
        }
    }
}

/// `0.01`, `1`, `10 k`, `1 M`.
fn label(value: f64) -> String {
    match value {
        1e6.. => format!("{} M", value / 1e6),
        1e3.. => format!("{} k", value / 1e3),
        1.0.. => format!("{value:.0}"),
        _ => format!("{value}"),
    }
}
