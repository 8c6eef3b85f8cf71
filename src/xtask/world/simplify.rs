//! Fewer points on every border, the least visible first.
//!
//! M. Visvalingam and J. D. Whyatt, "Line generalisation by repeated elimination of points", The Cartographic Journal
//! 30 (1993) 46–51, <https://doi.org/10.1179/000870493786962263>: each point's weight is the area of the triangle it
//! makes with its neighbours; the lightest goes, its neighbours are weighed again, until all left weigh enough.
//!
//! Three things are added. Borders are shared arcs, so neighbours lose the same points. A point stays while another
//! point lies in its triangle: no line then passes over an island or another border. And what weighs enough depends
//! on the country: small ones are drawn finer.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use dateline_corpus::world::Ring;

use super::shape::{Grid, Land, Vertex, signed_area};
use super::topology::Topology;

/// The least weight of a point of a country of [`MIDDLE`] size, in square degrees of the equator (12,364 km² each). On
/// a map 1,000 CSS pixels wide at zoom 12 that is a triangle of about 74 square pixels. Chosen for a file of 20 kB by
/// Brotli; a quarter of it would take 45 kB.
const WEIGHT: f64 = 0.065;

/// Islands below this multiple of the weight (400 km² for a middling country) are left out, except a country's largest.
const ISLAND: f64 = 1.486;

/// The area of a middling country in square degrees: about Germany's. The weight goes with the square root of the
/// area, so that any two countries drawn at one size show a border of like detail…
const MIDDLE: f64 = 30.0;

/// …within these shares of [`WEIGHT`]: the finest is reached by Tuvalu, the coarsest by Algeria.
const SHARES: (f64, f64) = (0.01, 2.5);

/// Coasts of ice, fjords and islets that few zoom into take a third of all points; drawn coarser by this much.
const COARSE: [(&str, f64); 5] = [("AQ", 5.0), ("CA", 1.5), ("GL", 2.0), ("SJ", 4.0), ("FK", 3.0)];

/// The fewest points of a country's largest ring, and of any other: a triangle.
const FEWEST: (usize, usize) = (8, 3);

/// The same topology with fewer points and rings, and with each arc's share of [`WEIGHT`].
pub fn simplify(grid: &Grid, mut topology: Topology, lands: &[Land]) -> Topology {
    let importance: Vec<f64> = lands.iter().map(|land| importance(grid, land)).collect();
    drop_small_islands(grid, &mut topology, lands, &importance);
    let mut pool = Pool::new(grid, &topology, &importance);
    pool.run();
    topology.arcs = pool.arcs(&topology);
    topology.shares = pool.least.iter().map(|least| least / WEIGHT).collect();
    topology
}

fn importance(grid: &Grid, land: &Land) -> f64 {
    let area: f64 = land
        .polygons
        .iter()
        .filter_map(|p| p.first())
        .map(|o| area(grid, o).abs())
        .sum();
    let share = (area / MIDDLE).sqrt().clamp(SHARES.0, SHARES.1);
    COARSE
        .iter()
        .find(|(code, _)| *code == land.code.as_str())
        .map_or(share, |(_, by)| share * by)
}

fn area(grid: &Grid, outline: &[Vertex]) -> f64 {
    signed_area(outline.iter().map(|v| grid.plane(*v)))
}

fn drop_small_islands(grid: &Grid, topology: &mut Topology, lands: &[Land], importance: &[f64]) {
    let mut uses: BTreeMap<u32, u32> = BTreeMap::new();
    for part in topology.lands.iter().flatten().flatten().flatten() {
        *uses.entry(part.arc).or_default() += 1;
    }
    for ((polygons, land), importance) in topology.lands.iter_mut().zip(lands).zip(importance) {
        let areas: Vec<f64> = land
            .polygons
            .iter()
            .map(|p| p.first().map_or(0.0, |o| area(grid, o).abs()))
            .collect();
        let largest = areas.iter().copied().fold(0.0, f64::max);
        let mut areas = areas.into_iter();
        polygons.retain(|polygon| {
            let area = areas.next().unwrap_or_default();
            let shared = polygon
                .iter()
                .flatten()
                .any(|part| uses.get(&part.arc).is_some_and(|n| *n > 1));
            shared || area >= largest || area >= ISLAND * WEIGHT * importance
        });
    }
}

/// A point that may go.
struct Point {
    at: (f64, f64),
    vertex: Vertex,
    arc: u32,
    previous: u32,
    next: u32,
    alive: bool,
    /// Raised whenever its neighbours change, so that older entries of the queue are known.
    age: u32,
}

/// All points of all arcs, in the plane.
struct Pool {
    points: Vec<Point>,
    /// First point of each arc in `points`.
    starts: Vec<u32>,
    /// What a point of each arc must weigh.
    least: Vec<f64>,
    /// Rings that use each arc.
    rings: Vec<Vec<u32>>,
    /// Points of each ring that may still go.
    spare: Vec<usize>,
    /// Points by cell of the plane, to find those in a triangle.
    cells: BTreeMap<(i32, i32), Vec<u32>>,
    queue: BinaryHeap<Reverse<(u64, u32, u32)>>,
}

/// No neighbour: an arc's end, which stays.
const NONE: u32 = u32::MAX;

/// The side of a cell in degrees: a triangle that may go is rarely longer.
const CELL: f64 = 0.25;

impl Pool {
    fn new(grid: &Grid, topology: &Topology, importance: &[f64]) -> Self {
        let count = topology.arcs.len();
        let mut pool = Self {
            points: Vec::new(),
            starts: Vec::new(),
            least: vec![f64::INFINITY; count],
            rings: vec![Vec::new(); count],
            spare: Vec::new(),
            cells: BTreeMap::new(),
            queue: BinaryHeap::new(),
        };
        for (polygons, importance) in topology.lands.iter().zip(importance) {
            let size = |p: &Vec<Ring>| p.first().map_or(0, |ring| length(topology, ring));
            let largest = polygons.iter().map(size).max().unwrap_or(0);
            for polygon in polygons {
                for (i, ring) in polygon.iter().enumerate() {
                    let length = length(topology, ring);
                    let fewest = if i == 0 && length == largest {
                        FEWEST.0
                    } else {
                        FEWEST.1
                    };
                    for part in ring {
                        let arc = part.arc as usize;
                        pool.least[arc] = pool.least[arc].min(WEIGHT * importance);
                        pool.rings[arc].push(pool.spare.len() as u32);
                    }
                    pool.spare.push(length.saturating_sub(fewest));
                }
            }
        }
        for (arc, vertices) in topology.arcs.iter().enumerate() {
            pool.starts.push(pool.points.len() as u32);
            if pool.rings[arc].is_empty() {
                continue; // an island that was left out
            }
            for (i, vertex) in vertices.iter().enumerate() {
                let index = pool.points.len() as u32;
                let at = grid.plane(*vertex);
                pool.points.push(Point {
                    at,
                    vertex: *vertex,
                    arc: arc as u32,
                    previous: if i == 0 { NONE } else { index - 1 },
                    next: if i + 1 == vertices.len() { NONE } else { index + 1 },
                    alive: true,
                    age: 0,
                });
                pool.cells.entry(cell(at)).or_default().push(index);
            }
        }
        (0..pool.points.len() as u32).for_each(|i| pool.enqueue(i));
        pool
    }

    fn triangle(&self, index: u32) -> Option<[(f64, f64); 3]> {
        let point = &self.points[index as usize];
        if point.previous == NONE || point.next == NONE {
            return None;
        }
        Some([
            self.points[point.previous as usize].at,
            point.at,
            self.points[point.next as usize].at,
        ])
    }

    fn enqueue(&mut self, index: u32) {
        let Some(triangle) = self.triangle(index) else { return };
        let point = &mut self.points[index as usize];
        point.age += 1;
        let weight = signed_area(triangle).abs() * bluntness(triangle) / self.least[point.arc as usize];
        if weight < 1.0 {
            // The bits of a positive number rise with it.
            self.queue.push(Reverse((weight.to_bits(), index, point.age)));
        }
    }

    fn run(&mut self) {
        while let Some(Reverse((_, index, age))) = self.queue.pop() {
            let point = &self.points[index as usize];
            let arc = point.arc as usize;
            if !point.alive || point.age != age || self.rings[arc].iter().any(|r| self.spare[*r as usize] == 0) {
                continue;
            }
            let (previous, next) = (point.previous, point.next);
            if self.is_blocked(index) {
                continue; // weighed again when a neighbour goes
            }
            self.points[index as usize].alive = false;
            self.points[previous as usize].next = next;
            self.points[next as usize].previous = previous;
            for ring in &self.rings[arc] {
                self.spare[*ring as usize] -= 1;
            }
            self.enqueue(previous);
            self.enqueue(next);
        }
    }

    /// Whether another point lies in the triangle that would be cut off.
    fn is_blocked(&self, index: u32) -> bool {
        let Some(corners) = self.triangle(index) else {
            return true;
        };
        let low = cell((min(corners.map(|c| c.0)), min(corners.map(|c| c.1))));
        let high = cell((-min(corners.map(|c| -c.0)), -min(corners.map(|c| -c.1))));
        (low.0..=high.0).any(|column| {
            self.cells.range((column, low.1)..=(column, high.1)).any(|(_, cell)| {
                cell.iter().any(|i| {
                    let other = &self.points[*i as usize];
                    other.alive && !corners.contains(&other.at) && is_inside(corners, other.at)
                })
            })
        })
    }

    fn arcs(&self, topology: &Topology) -> Vec<Vec<Vertex>> {
        let ends = self.starts.iter().skip(1).copied().chain([self.points.len() as u32]);
        let arcs = self.starts.iter().zip(ends).zip(&topology.arcs);
        arcs.map(|((start, end), _)| {
            self.points[*start as usize..end as usize]
                .iter()
                .filter(|p| p.alive)
                .map(|p| p.vertex)
                .collect()
        })
        .collect()
    }
}

/// From 0.3 for a spike to 1.7 for a point on a straight line: spikes go first and lines come out smoother. M. Bloch's
/// weighting in mapshaper, <https://github.com/mbloch/mapshaper/wiki/Simplification-Tips>, with its own constant 0.7.
fn bluntness([a, b, c]: [(f64, f64); 3]) -> f64 {
    let (to_a, to_c) = ((a.0 - b.0, a.1 - b.1), (c.0 - b.0, c.1 - b.1));
    let lengths = to_a.0.hypot(to_a.1) * to_c.0.hypot(to_c.1);
    let cosine = if lengths > 0.0 {
        (to_a.0 * to_c.0 + to_a.1 * to_c.1) / lengths
    } else {
        1.0
    };
    1.0 - 0.7 * cosine
}

fn length(topology: &Topology, ring: &Ring) -> usize {
    ring.iter().map(|part| topology.arcs[part.arc as usize].len() - 1).sum()
}

fn cell(at: (f64, f64)) -> (i32, i32) {
    ((at.0 / CELL).floor() as i32, (at.1 / CELL).floor() as i32)
}

fn min(values: [f64; 3]) -> f64 {
    values.into_iter().fold(f64::INFINITY, f64::min)
}

/// Whether a point lies in a triangle or on its edge: on the same side of all three.
fn is_inside([a, b, c]: [(f64, f64); 3], p: (f64, f64)) -> bool {
    let sides = [(a, b), (b, c), (c, a)].map(|(u, v)| (v.0 - u.0) * (p.1 - u.1) - (v.1 - u.1) * (p.0 - u.0));
    sides.iter().all(|s| *s >= 0.0) || sides.iter().all(|s| *s <= 0.0)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use dateline_corpus::CountryCode;

    use super::super::topology;
    use super::*;

    /// Thousandths of a degree at the equator.
    const GRID: Grid = Grid {
        scale: [0.001, 0.001],
        translate: [-180.0, 0.0],
    };

    fn land(code: &str, polygons: Vec<Vec<Vec<Vertex>>>) -> Land {
        Land {
            code: CountryCode::parse(code).unwrap(),
            polygons,
        }
    }

    fn simple(lands: &[Land]) -> Topology {
        simplify(&GRID, topology::build(&GRID, lands), lands)
    }

    /// A square of 2° with a step of a thousandth in the middle of one side, at 1° east of the antimeridian.
    fn square_with_a_step() -> Vec<Vertex> {
        vec![
            (0, 0),
            (500, 0),
            (500, 1),
            (1000, 1),
            (1000, 500),
            (1000, 1000),
            (500, 1001),
            (0, 1000),
            (0, 500),
        ]
        .into_iter()
        .map(|(x, y)| (x * 2 + 1000, y * 2))
        .collect()
    }

    #[test]
    fn a_step_too_small_to_see_goes_but_never_all_points() {
        let found = simple(&[land("AA", vec![vec![square_with_a_step()]])]);
        assert_eq!(found.arcs[0].len() - 1, FEWEST.0);
    }

    #[test]
    fn a_dent_stays_while_an_island_lies_in_it() {
        let mut coast = square_with_a_step();
        coast[6].1 = 1996; // a dent in the upper side…
        let island = vec![(1998, 1998), (2002, 1998), (2000, 1999)]; // …with land in it that has a code
        let lands = [land("AA", vec![vec![coast.clone()]]), land("BB", vec![vec![island]])];
        let found = simple(&lands);
        let ring = &found.lands[0][0][0];
        assert!(found.arcs[ring[0].arc as usize].contains(&coast[6]));
    }

    #[test]
    fn a_speck_is_left_out_unless_it_is_the_whole_country() {
        let speck = vec![(10, 10), (10, 12), (12, 12)];
        let lands = [
            land("AA", vec![vec![square_with_a_step()], vec![speck.clone()]]),
            land("BB", vec![vec![vec![(3000, 10), (3000, 12), (3002, 12)]]]),
        ];
        let found = simple(&lands);
        assert_eq!(found.lands.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1]);
    }

    #[test]
    fn rings_stay_rings() {
        let lands = [land("AA", vec![vec![square_with_a_step()]])];
        let found = simple(&lands);
        let arcs: BTreeSet<_> = found
            .lands
            .iter()
            .flatten()
            .flatten()
            .flatten()
            .map(|p| p.arc)
            .collect();
        for arc in arcs {
            let arc = &found.arcs[arc as usize];
            assert_eq!(arc.first(), arc.last());
        }
    }
}
