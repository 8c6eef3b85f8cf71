//! What on the map can be pressed or pointed at, and how large a target each gets at the zoom in force. Pure.

use dateline_corpus::order::sort_by;
use dateline_engine::view::PlaceFigure;

use super::crowd::{Spot, TARGET, cell, clear};
use super::lands::Land;

/// Places drawn at most, those with most articles. More dots would hide the countries; the filters list all.
pub const MOST_PLACES: usize = 200;

/// A dot's area goes with its count: radius in CSS pixels of the least and the most.
const DOTS: (f32, f32) = (2.5, 5.0);

/// The radius in CSS pixels of a place without room for a target, so that it hides nothing.
const CROWDED: f32 = 2.0;

/// Below this many CSS pixels across, a country's shape is hard to see and gets a dot.
const SPECK: f32 = 9.0;

/// A country's target.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Its outline as SVG path data in map units: what is nearer to its marker than to any other.
    pub path: String,
    /// The radius in map units of the ring that shows it has the focus: as wide as a target is.
    pub ring: f32,
    /// The radius of its dot in map units; `None` where its shape is seen well enough.
    pub dot: Option<f32>,
}

/// A place's dot.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    /// Its radius in map units.
    pub radius: f32,
    /// The outline of its target; `None` while something more important lies too close.
    pub target: Option<String>,
}

/// Targets for `lands` and dots for `places`, at `unit` map units to a CSS pixel.
///
/// Countries with articles come first: every one has a target, whatever lies beside it. Then places, then countries
/// without articles, where there is room. A country larger than a target needs none, but keeps its middle free.
pub fn targets(lands: &[Land], places: &[PlaceFigure], unit: f32) -> (Vec<Option<Target>>, Vec<Dot>) {
    let on_screen = |at: (f32, f32)| -> Spot { (at.0 / unit, at.1 / unit) };
    let mut spots: Vec<Spot> = lands
        .iter()
        .filter(|l| l.is_live())
        .map(|l| on_screen(l.marker))
        .collect();
    let live = spots.len();

    let wanted: Vec<Spot> = places.iter().map(|p| on_screen(p.xy)).collect();
    let clear_places = clear(&spots, &wanted, TARGET * 0.75);
    spots.extend(
        wanted
            .iter()
            .zip(&clear_places)
            .filter(|(_, clear)| **clear)
            .map(|(spot, _)| *spot),
    );

    let small = |land: &Land| land.extent / unit < TARGET;
    let mut idle: Vec<usize> = (0..lands.len())
        .filter(|i| !lands[*i].is_live() && small(&lands[*i]))
        .collect();
    sort_by(&mut idle, |a, b| lands[*b].extent.total_cmp(&lands[*a].extent));
    let wanted: Vec<Spot> = idle.iter().map(|i| on_screen(lands[*i].marker)).collect();
    let clear_idle = clear(&spots, &wanted, TARGET);

    let outline = |polygon: Vec<Spot>| {
        let mut path = String::with_capacity(polygon.len() * 12);
        for (i, corner) in polygon.iter().enumerate() {
            path.push(if i == 0 { 'M' } else { ' ' });
            path.push_str(&format!(
                "{} {}",
                (corner.0 * unit).round() as i32,
                (corner.1 * unit).round() as i32
            ));
        }
        path.push('z');
        path
    };
    let dot = |land: &Land| (land.extent / unit < SPECK).then_some(unit * 3.5);

    let ring = TARGET / 2.0 * unit;
    let mut targets: Vec<Option<Target>> = vec![None; lands.len()];
    for (i, (at, land)) in lands.iter().enumerate().filter(|(_, l)| l.is_live()).enumerate() {
        if small(land) {
            targets[at] = Some(Target {
                path: outline(cell(&spots[..], i)),
                ring,
                dot: dot(land),
            });
        }
    }
    for ((at, spot), clear) in idle.iter().zip(&wanted).zip(clear_idle) {
        if clear {
            // A speck without articles shows as a pin-prick.
            let dot = dot(&lands[*at]).map(|r| r * 0.4);
            targets[*at] = Some(Target {
                path: outline(cell(&[*spot], 0)),
                ring,
                dot,
            });
        }
    }

    let most = places.iter().map(|p| p.articles).max().unwrap_or(1).max(1) as f32;
    let mut next = live;
    let dots = places.iter().zip(clear_places).map(|(place, clear)| {
        let share = (place.articles as f32 / most).sqrt();
        let target = clear.then(|| {
            next += 1;
            outline(cell(&spots, next - 1))
        });
        let pixels = match target.is_some() {
            true => DOTS.0 + (DOTS.1 - DOTS.0) * share,
            false => CROWDED,
        };
        Dot {
            radius: pixels * unit,
            target,
        }
    });
    let dots = dots.collect();
    (targets, dots)
}

#[cfg(test)]
mod tests {
    use dateline_corpus::{CountryCode, EntityKey, EntityKind, Point};

    use super::*;

    fn land(code: &str, marker: (f32, f32), extent: f32, articles: u32) -> Land {
        Land {
            code: CountryCode::parse(code).unwrap(),
            name: code.to_owned().into(),
            path: "M0 0".into(),
            far: "".into(),
            marker,
            extent,
            articles,
            mentions: articles,
            shade: 0,
            standing: None,
            opens: false,
        }
    }

    fn place(xy: (f32, f32)) -> PlaceFigure {
        let key = EntityKey::new(EntityKind::Place, "x");
        PlaceFigure {
            key,
            name: "X".into(),
            country: None,
            point: Point { lat: 0.0, lon: 0.0 },
            xy,
            articles: 1,
            mentions: 1,
        }
    }

    #[test]
    fn countries_with_articles_always_have_a_target_and_others_where_there_is_room() {
        let lands = [
            land("AA", (100.0, 100.0), 500.0, 0), // large: needs none
            land("BB", (106.0, 100.0), 2.0, 0),   // too close to CC
            land("CC", (110.0, 100.0), 2.0, 3),
            land("DD", (113.0, 100.0), 2.0, 1),
            land("EE", (300.0, 100.0), 2.0, 0),
        ];
        let (targets, dots) = targets(&lands, &[place((112.0, 101.0)), place((200.0, 50.0))], 1.0);
        assert_eq!(
            targets.iter().map(Option::is_some).collect::<Vec<_>>(),
            [false, false, true, true, true]
        );
        assert_eq!(
            dots.iter().map(|d| d.target.is_some()).collect::<Vec<_>>(),
            [false, true]
        );
    }

    #[test]
    fn zooming_in_makes_room() {
        let lands = [land("CC", (110.0, 100.0), 2.0, 3), land("BB", (106.0, 100.0), 2.0, 0)];
        assert!(targets(&lands, &[], 1.0).0[1].is_none());
        assert!(targets(&lands, &[], 0.1).0[1].is_some());
    }
}
