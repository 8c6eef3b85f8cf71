//! How small things that lie close together stay apart under a finger. Pure; all in CSS pixels.
//!
//! Each gets the part of a disc that is nearer to it than to anything else (its cell of a Voronoi diagram), so what is
//! drawn over another never hides it: the middle of each always belongs to itself.

/// The smallest side of what a finger hits: WCAG 2.2, 2.5.8 Target Size (Minimum), <https://www.w3.org/TR/WCAG22/>.
pub const TARGET: f32 = 24.0;

/// Corners of an uncut disc.
const CORNERS: usize = 16;
/// Half a side of that polygon round a disc of radius 1: the tangent of half of the angle at the middle.
const HALF_SIDE: f32 = 0.198_912_37;
/// Cosine and sine of that angle, a sixteenth of a turn.
const TURN: (f32, f32) = (0.923_879_5, 0.382_683_43);

/// A point on the screen.
pub type Spot = (f32, f32);

/// Which of `wanted` are at least `apart` from all of `taken` and from those chosen before them; earlier ones go first.
pub fn clear(taken: &[Spot], wanted: &[Spot], apart: f32) -> Vec<bool> {
    let mut chosen: Vec<Spot> = taken.to_vec();
    wanted
        .iter()
        .map(|spot| {
            let free = chosen.iter().all(|other| squared(*spot, *other) >= apart * apart);
            if free {
                chosen.push(*spot);
            }
            free
        })
        .collect()
}

/// How far a cell reaches at most, in CSS pixels: three in a row leave the one in the middle no shorter way out.
const REACH: f32 = TARGET * 1.5;

/// The cell of `spots[i]`: a polygon round it. A lone one is a disc as wide as a target; one with close neighbours
/// reaches farther on its free sides, so that it is still as wide and as high where it can be.
pub fn cell(spots: &[Spot], i: usize) -> Vec<Spot> {
    let spot = spots[i];
    let close: Vec<Spot> = spots
        .iter()
        .enumerate()
        .filter(|(j, other)| *j != i && squared(spot, **other) < 4.0 * REACH * REACH && **other != spot)
        .map(|(_, other)| *other)
        .collect();
    let mut radius = TARGET / 2.0;
    loop {
        let cell = close
            .iter()
            .fold(disc(spot, radius), |cell, other| nearer(&cell, spot, *other));
        if radius >= REACH || smaller_side(&cell) >= TARGET {
            return cell;
        }
        radius += 1.0;
    }
}

/// A polygon round a disc, not in it: it is to be as wide as the disc.
fn disc(middle: Spot, radius: f32) -> Vec<Spot> {
    // From the corner half a side off the axis, each is the last turned by a side.
    let (mut x, mut y) = (radius, radius * HALF_SIDE);
    (0..CORNERS)
        .map(|_| {
            let corner = (middle.0 + x, middle.1 + y);
            (x, y) = (x * TURN.0 - y * TURN.1, x * TURN.1 + y * TURN.0);
            corner
        })
        .collect()
}

/// The smaller side of a polygon's box.
fn smaller_side(polygon: &[Spot]) -> f32 {
    let far = (f32::MAX, f32::MAX, f32::MIN, f32::MIN);
    let (left, top, right, bottom) = polygon
        .iter()
        .fold(far, |b, p| (b.0.min(p.0), b.1.min(p.1), b.2.max(p.0), b.3.max(p.1)));
    (right - left).min(bottom - top)
}

/// The part of a polygon that is nearer to `spot` than to `other` (Sutherland and Hodgman, CACM 17, 1974).
fn nearer(polygon: &[Spot], spot: Spot, other: Spot) -> Vec<Spot> {
    let lead = |p: Spot| squared(p, other) - squared(p, spot);
    let mut kept = Vec::with_capacity(polygon.len() + 1);
    for (a, b) in polygon.iter().zip(polygon.iter().cycle().skip(1)) {
        let (before, after) = (lead(*a), lead(*b));
        if before >= 0.0 {
            kept.push(*a);
        }
        if (before > 0.0 && after < 0.0) || (before < 0.0 && after > 0.0) {
            let share = before / (before - after);
            kept.push((a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share));
        }
    }
    kept
}

fn squared(a: Spot, b: Spot) -> f32 {
    (a.0 - b.0).powi(2) + (a.1 - b.1).powi(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(cell: &[Spot]) -> (f32, f32) {
        let side = |of: fn(&Spot) -> f32| {
            let values = cell.iter().map(of);
            values.clone().fold(f32::MIN, f32::max) - values.fold(f32::MAX, f32::min)
        };
        (side(|p| p.0), side(|p| p.1))
    }

    fn holds(cell: &[Spot], p: Spot) -> bool {
        cell.iter()
            .zip(cell.iter().cycle().skip(1))
            .fold(false, |inside, (a, b)| {
                inside ^ ((a.1 > p.1) != (b.1 > p.1) && p.0 < (b.0 - a.0) * (p.1 - a.1) / (b.1 - a.1) + a.0)
            })
    }

    #[test]
    fn lone_spots_and_small_crowds_are_as_wide_as_a_target() {
        for spots in [
            vec![(0.0, 0.0)],
            vec![(0.0, 0.0), (0.0, 3.0)],
            vec![(5.0, 5.0), (14.0, 5.0)],
        ] {
            for i in 0..spots.len() {
                let (width, height) = size(&cell(&spots, i));
                assert!(
                    width >= TARGET - 0.1 && height >= TARGET - 0.1,
                    "{spots:?} {i}: {width} × {height}"
                );
            }
        }
    }

    #[test]
    fn every_spot_holds_itself_and_no_other() {
        let spots: Vec<Spot> = (0..40).map(|i| ((i * 37 % 61) as f32, (i * 23 % 47) as f32)).collect();
        for i in 0..spots.len() {
            let cell = cell(&spots, i);
            for (j, spot) in spots.iter().enumerate() {
                assert_eq!(holds(&cell, *spot), i == j, "{i} and {j}");
            }
        }
    }

    #[test]
    fn those_that_come_first_keep_their_room() {
        let found = clear(
            &[(0.0, 0.0)],
            &[(10.0, 0.0), (30.0, 0.0), (40.0, 0.0), (60.0, 0.0)],
            24.0,
        );
        assert_eq!(found, [false, true, false, true]);
    }
}
