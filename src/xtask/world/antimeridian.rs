//! Cutting outlines at the antimeridian, so that a flat map can draw them.
//!
//! The source has joined what lies on both sides: an outline may step from +179.9° to −179.9°. Each such step is cut
//! in two ends on the edge of the map; then ends that lie beside each other on the same edge are joined along it.

use super::shape::{Grid, Land, Outline, Polygon, Vertex, contains};

/// The same land with every outline on the flat map.
pub fn cut(grid: &Grid, land: Land) -> Land {
    let polygons = land.polygons.into_iter().flat_map(|p| cut_polygon(grid, p)).collect();
    Land {
        code: land.code,
        polygons,
    }
}

fn cut_polygon(grid: &Grid, mut polygon: Polygon) -> Vec<Polygon> {
    let columns = grid.columns();
    if polygon.is_empty()
        || !polygon[0]
            .iter()
            .zip(polygon[0].iter().cycle().skip(1))
            .any(|(a, b)| jumps(columns, *a, *b))
    {
        return vec![polygon];
    }
    let holes = polygon.split_off(1);
    let outline = polygon.pop().unwrap_or_default();
    let mut pieces: Vec<Polygon> = join(close_at_pole(grid, chains(columns, &outline)))
        .into_iter()
        .map(|o| vec![o])
        .collect();
    for hole in holes {
        if let Some(around) = pieces.iter_mut().find(|p| contains(&p[0], hole[0])) {
            around.push(hole);
        }
    }
    pieces
}

fn jumps(columns: i32, a: Vertex, b: Vertex) -> bool {
    (a.0 - b.0).abs() > columns / 2
}

/// The runs between cuts, each beginning and ending on an edge of the map.
fn chains(columns: i32, outline: &[Vertex]) -> Vec<Outline> {
    let Some(first) = (0..outline.len()).find(|i| jumps(columns, outline[*i], outline[(i + 1) % outline.len()])) else {
        return Vec::new();
    };
    let mut chains: Vec<Outline> = Vec::new();
    for i in 0..outline.len() {
        let (a, b) = (
            outline[(first + i) % outline.len()],
            outline[(first + i + 1) % outline.len()],
        );
        if jumps(columns, a, b) {
            let (leave, enter) = crossing(columns, a, b);
            if let Some(chain) = chains.last_mut() {
                chain.push(leave);
            }
            chains.push(vec![enter]);
        }
        if let Some(chain) = chains.last_mut() {
            chain.push(b);
        }
    }
    // The last run ends with the first vertex, whose step to the other side opened the first run.
    if let (Some(chain), Some(a), Some(b)) = (
        chains.last_mut(),
        outline.get(first),
        outline.get((first + 1) % outline.len()),
    ) {
        chain.push(crossing(columns, *a, *b).0);
    }
    chains.iter_mut().for_each(Vec::dedup);
    chains
}

/// Where a step leaves the map and where it enters again.
fn crossing(columns: i32, a: Vertex, b: Vertex) -> (Vertex, Vertex) {
    let (edge, other) = if a.0 > b.0 { (columns, 0) } else { (0, columns) };
    let (before, after) = (f64::from((edge - a.0).abs()), f64::from((b.0 - other).abs()));
    let share = if before + after > 0.0 {
        before / (before + after)
    } else {
        0.5
    };
    let row = (f64::from(a.1) + share * f64::from(b.1 - a.1)).round() as i32;
    ((edge, row), (other, row))
}

/// An outline round a pole is cut once only: its two ends are joined along the pole, the lower edge of the map.
fn close_at_pole(grid: &Grid, mut chains: Vec<Outline>) -> Vec<Outline> {
    if let [chain] = chains.as_slice() {
        let south = chain.iter().map(|v| grid.degrees(*v).1).sum::<f64>() < 0.0;
        let row = grid.row(if south { -90.0 } else { 90.0 });
        if let (Some(from), Some(to)) = (chain.last(), chain.first()) {
            let pole = vec![(from.0, row), (to.0, row)];
            chains.push(pole);
        }
    }
    chains
}

/// Runs to closed lines: of the ends on one edge, in order of latitude, the first goes with the second, the third
/// with the fourth, because between them lies the inside.
fn join(chains: Vec<Outline>) -> Vec<Outline> {
    let mut ends: Vec<(Vertex, usize, bool)> = Vec::new();
    for (i, chain) in chains.iter().enumerate() {
        if let (Some(start), Some(end)) = (chain.first(), chain.last()) {
            ends.push((*start, i, true));
            ends.push((*end, i, false));
        }
    }
    ends.sort();
    let mut follows = vec![None; chains.len()];
    for pair in ends.chunks_exact(2) {
        let ((_, a, a_starts), (_, b, _)) = (pair[0], pair[1]);
        let (from, to) = if a_starts { (b, a) } else { (a, b) };
        follows[from] = Some(to);
    }
    let mut outlines = Vec::new();
    for start in 0..chains.len() {
        let mut outline = Vec::new();
        let mut at = start;
        while let Some(to) = follows[at].take() {
            outline.extend_from_slice(&chains[at]);
            at = to;
        }
        outline.dedup();
        if outline.len() > 2 {
            outlines.push(outline);
        }
    }
    outlines
}

#[cfg(test)]
mod tests {
    use dateline_corpus::CountryCode;

    use super::*;

    /// One step a degree, from −180, −90.
    const GRID: Grid = Grid {
        scale: [1.0, 1.0],
        translate: [-180.0, -90.0],
    };

    fn check(outline: Outline, expected: &[Outline]) {
        let land = Land {
            code: CountryCode::parse("AA").unwrap(),
            polygons: vec![vec![outline]],
        };
        let found: Vec<Outline> = cut(&GRID, land).polygons.into_iter().flatten().collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn an_island_on_the_antimeridian_becomes_two() {
        check(
            vec![(350, 100), (10, 110), (10, 90)],
            &[
                vec![(0, 105), (10, 110), (10, 90), (0, 95)],
                vec![(360, 95), (350, 100), (360, 105)],
            ],
        );
    }

    #[test]
    fn a_continent_round_the_pole_is_closed_along_it() {
        check(
            vec![(350, 20), (180, 25), (10, 20)],
            &[vec![
                (360, 20),
                (350, 20),
                (180, 25),
                (10, 20),
                (0, 20),
                (0, 0),
                (360, 0),
            ]],
        );
    }

    #[test]
    fn what_does_not_cross_stays() {
        check(vec![(0, 0), (5, 5), (5, 0)], &[vec![(0, 0), (5, 5), (5, 0)]]);
    }
}
