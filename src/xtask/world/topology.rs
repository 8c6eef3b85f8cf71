//! Which borders are shared: outlines to arcs, each stored once.
//!
//! A vertex where outlines part ways is a junction; the runs between junctions are the arcs (Mike Bostock's method in
//! topojson-server, <https://github.com/topojson/topojson-server/blob/master/src/join.js>).

use std::collections::{BTreeMap, BTreeSet};

use dateline_corpus::world::{ArcUse, Ring};

use super::shape::{Grid, Land, Vertex};

/// Arcs, and for each land its polygons as rings of arcs.
pub struct Topology {
    /// Each at least two vertices; a closed one repeats its first.
    pub arcs: Vec<Vec<Vertex>>,
    /// Land > polygon > ring.
    pub lands: Vec<Vec<Vec<Ring>>>,
    /// For each arc, how coarsely it may be drawn: 1 for the border of a middling country. Set by simplification.
    pub shares: Vec<f64>,
}

/// Finds the arcs of all lands. The same lands give the same arcs in the same order.
pub fn build(grid: &Grid, lands: &[Land]) -> Topology {
    let junctions = junctions(grid, lands);
    let mut arcs = Vec::new();
    let mut known: BTreeMap<Vec<Vertex>, u32> = BTreeMap::new();
    let mut ring = |outline: &[Vertex]| -> Ring {
        runs(outline, &junctions)
            .into_iter()
            .map(|run| {
                let reversed: Vec<Vertex> = run.iter().rev().copied().collect();
                let backwards = reversed < run;
                let key = if backwards { reversed } else { run };
                let arc = *known.entry(key).or_insert_with_key(|key| {
                    arcs.push(key.clone());
                    arcs.len() as u32 - 1
                });
                ArcUse { arc, backwards }
            })
            .collect()
    };
    let lands = lands
        .iter()
        .map(|land| {
            land.polygons
                .iter()
                .map(|polygon| polygon.iter().map(|o| ring(o)).collect())
                .collect()
        })
        .collect();
    let shares = vec![1.0; arcs.len()];
    Topology { arcs, lands, shares }
}

/// Vertices whose neighbours are not the same in every outline, and the corners where a cut meets a coast.
fn junctions(grid: &Grid, lands: &[Land]) -> BTreeSet<Vertex> {
    let columns = grid.columns();
    let mut neighbours: BTreeMap<Vertex, [Vertex; 2]> = BTreeMap::new();
    let mut junctions = BTreeSet::new();
    for outline in lands.iter().flat_map(|l| l.polygons.iter().flatten()) {
        for (i, &vertex) in outline.iter().enumerate() {
            let mut around = [
                outline[(i + outline.len() - 1) % outline.len()],
                outline[(i + 1) % outline.len()],
            ];
            around.sort();
            let edge = vertex.0 == 0 || vertex.0 == columns;
            let corner = edge && around.iter().any(|n| n.0 != vertex.0);
            if corner || *neighbours.entry(vertex).or_insert(around) != around {
                junctions.insert(vertex);
            }
        }
    }
    junctions
}

/// An outline cut at its junctions; a closed run where it has none, or only one.
fn runs(outline: &[Vertex], junctions: &BTreeSet<Vertex>) -> Vec<Vec<Vertex>> {
    let first_junction = outline.iter().position(|v| junctions.contains(v));
    // Without a junction, every outline along the same line must begin at the same vertex: the smallest.
    let smallest = || (0..outline.len()).min_by_key(|i| outline[*i]);
    let Some(start) = first_junction.or_else(smallest) else {
        return Vec::new();
    };
    let mut runs = vec![vec![outline[start]]];
    for i in 1..=outline.len() {
        let vertex = outline[(start + i) % outline.len()];
        if let Some(run) = runs.last_mut() {
            run.push(vertex);
        }
        if i < outline.len() && junctions.contains(&vertex) {
            runs.push(vec![vertex]);
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use dateline_corpus::CountryCode;

    use super::*;

    #[test]
    fn neighbours_share_one_arc_and_an_enclave_shares_its_hole() {
        let grid = Grid {
            scale: [0.1, 0.1],
            translate: [-180.0, -90.0],
        };
        let land = |code: &str, polygons| Land {
            code: CountryCode::parse(code).unwrap(),
            polygons,
        };
        let enclave = vec![(11, 11), (11, 12), (12, 12)];
        let hole = vec![(12, 12), (11, 12), (11, 11)];
        let lands = [
            land(
                "AA",
                vec![vec![vec![(10, 10), (10, 20), (20, 20), (20, 15), (20, 10)], hole]],
            ),
            land("BB", vec![vec![vec![(20, 10), (20, 15), (20, 20), (30, 20), (30, 10)]]]),
            land("CC", vec![vec![enclave]]),
        ];
        let topology = build(&grid, &lands);
        assert_eq!(topology.arcs.len(), 4, "two outer sides, one border, one enclave");
        let uses = |land: usize| {
            topology.lands[land]
                .iter()
                .flatten()
                .flatten()
                .map(|u| u.arc)
                .collect::<BTreeSet<_>>()
        };
        assert_eq!(uses(0).intersection(&uses(1)).count(), 1);
        assert_eq!(uses(0).intersection(&uses(2)).count(), 1);
    }
}
