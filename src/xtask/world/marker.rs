//! Where a country's marker stands: the point of its largest part that is farthest from the border.
//!
//! The pole of inaccessibility by quadtree search: V. Agafonkin, polylabel,
//! <https://blog.mapbox.com/a-new-algorithm-for-finding-a-visual-center-of-a-polygon-7c77e6492fbc>.

/// How much better a point must be to be worth looking for, in degrees.
const PRECISION: f64 = 0.01;

/// A square that may hold the point.
struct Square {
    x: f64,
    y: f64,
    half: f64,
    /// Distance of its middle from the border, negative outside.
    distance: f64,
}

impl Square {
    fn new(x: f64, y: f64, half: f64, rings: &[Vec<(f64, f64)>]) -> Self {
        Self {
            x,
            y,
            half,
            distance: distance(rings, (x, y)),
        }
    }

    /// No point of the square is farther from the border.
    fn at_best(&self) -> f64 {
        self.distance + self.half * std::f64::consts::SQRT_2
    }
}

/// The point inside `rings` (the outer first) that is farthest from them, and how far, in their own units.
pub fn pole_of_inaccessibility(rings: &[Vec<(f64, f64)>]) -> Option<(f64, f64, f64)> {
    let outer = rings.first()?;
    let bound = |pick: fn(f64, f64) -> f64, of: fn(&(f64, f64)) -> f64| outer.iter().map(of).reduce(pick);
    let (west, east) = (bound(f64::min, |p| p.0)?, bound(f64::max, |p| p.0)?);
    let (south, north) = (bound(f64::min, |p| p.1)?, bound(f64::max, |p| p.1)?);
    let side = (east - west).min(north - south);
    if side <= 0.0 {
        return None;
    }
    let half = side / 2.0;
    let mut best = Square::new((west + east) / 2.0, (south + north) / 2.0, 0.0, rings);
    let mut squares = Vec::new();
    for i in 0..((east - west) / side).ceil() as i32 {
        for j in 0..((north - south) / side).ceil() as i32 {
            let (x, y) = (west + f64::from(i) * side + half, south + f64::from(j) * side + half);
            squares.push(Square::new(x, y, half, rings));
        }
    }
    while let Some(square) = squares.pop() {
        if square.at_best() <= best.distance + PRECISION {
            continue;
        }
        let half = square.half / 2.0;
        for (dx, dy) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
            squares.push(Square::new(square.x + dx, square.y + dy, half, rings));
        }
        if square.distance > best.distance {
            best = square;
        }
        // The most promising last, to be taken next.
        squares.sort_by(|a, b| a.at_best().total_cmp(&b.at_best()));
    }
    Some((best.x, best.y, best.distance))
}

fn distance(rings: &[Vec<(f64, f64)>], p: (f64, f64)) -> f64 {
    let mut inside = false;
    let mut least = f64::INFINITY;
    for ring in rings {
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            if (a.1 > p.1) != (b.1 > p.1) && p.0 < (b.0 - a.0) * (p.1 - a.1) / (b.1 - a.1) + a.0 {
                inside = !inside;
            }
            least = least.min(squared_distance(p, *a, *b));
        }
    }
    least.sqrt() * if inside { 1.0 } else { -1.0 }
}

fn squared_distance(p: (f64, f64), a: (f64, f64), b: (f64, f64)) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let square = dx * dx + dy * dy;
    let along = if square > 0.0 {
        (((p.0 - a.0) * dx + (p.1 - a.1) * dy) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (p.0 - a.0 - along * dx).powi(2) + (p.1 - a.1 - along * dy).powi(2)
}

#[cfg(test)]
mod tests {
    use super::pole_of_inaccessibility;

    #[test]
    fn the_marker_of_a_horseshoe_lies_in_its_wide_end() {
        let shape = vec![
            (0.0, 0.0),
            (10.0, 0.0),
            (10.0, 10.0),
            (9.0, 10.0),
            (9.0, 1.0),
            (4.0, 1.0),
            (4.0, 10.0),
            (0.0, 10.0),
        ];
        let (x, y, _) = pole_of_inaccessibility(&[shape]).unwrap();
        assert!((1.9..2.1).contains(&x) && (2.0..8.1).contains(&y), "{x}, {y}");
    }

    #[test]
    fn a_hole_is_avoided() {
        let square = vec![(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)];
        let hole = vec![(1.0, 1.0), (1.0, 9.0), (6.0, 9.0), (6.0, 1.0)];
        let (x, _, _) = pole_of_inaccessibility(&[square, hole]).unwrap();
        assert!((7.9..8.1).contains(&x), "{x}");
    }

    #[test]
    fn a_line_has_none() {
        assert_eq!(pole_of_inaccessibility(&[vec![(0.0, 0.0), (1.0, 0.0)]]), None);
    }
}
