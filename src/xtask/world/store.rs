//! The finished drawing on the stored grid.

use std::collections::BTreeMap;

use dateline_corpus::world::{ArcUse, GridPoint, Ring, STEPS, World, WorldCountry};

use super::marker::pole_of_inaccessibility;
use super::packages::Names;
use super::shape::{Grid, Land, Vertex, signed_area};
use super::territory::{NOTE, POINTS};
use super::topology::Topology;

/// Rounds, leaves out what rounding made vanish, numbers the arcs by first use, and sets the markers.
///
/// # Errors
/// Where a code has neither a shape nor a row in the table of points.
pub fn world(grid: &Grid, topology: &Topology, lands: &[Land], names: &Names) -> Result<World, String> {
    let arcs = topology.arcs.iter().zip(&topology.shares);
    let rounded: Vec<Vec<GridPoint>> = arcs.map(|(arc, share)| round(grid, arc, *share)).collect();
    let mut world = World {
        note: NOTE.into(),
        ..World::default()
    };
    let mut numbers: BTreeMap<u32, u32> = BTreeMap::new();
    for (land, polygons) in lands.iter().zip(&topology.lands) {
        let mut kept = Vec::new();
        for polygon in polygons {
            let mut rings = polygon.iter().map(|ring| visible(&rounded, ring));
            let Some(outer) = rings.next().flatten() else { continue };
            let rings: Vec<Ring> = [outer].into_iter().chain(rings.flatten()).collect();
            kept.push(rings);
        }
        for part in kept.iter_mut().flatten().flatten() {
            part.arc = *numbers.entry(part.arc).or_insert_with_key(|arc| {
                world.arcs.push(rounded[*arc as usize].clone());
                world.arcs.len() as u32 - 1
            });
        }
        let marker = marker(grid, &world, land, &kept).ok_or_else(|| {
            format!(
                "{} has no shape: add its place to POINTS in src/xtask/world/territory.rs",
                land.code
            )
        })?;
        let name = names.names.get(&land.code).cloned().unwrap_or_default();
        world.countries.push(WorldCountry {
            code: land.code,
            name,
            marker,
            polygons: kept,
        });
    }
    Ok(world)
}

/// An arc on the stored grid. Coarse arcs take every second or fourth step of it only, which stays under a sixth of
/// the base of the smallest triangle they keep, and makes the file an eighth smaller. Ends are shared with other arcs
/// and keep the whole grid.
fn round(grid: &Grid, arc: &[Vertex], share: f64) -> Vec<GridPoint> {
    let step = if share < 0.14 {
        1.0
    } else if share < 0.85 {
        2.0
    } else {
        4.0
    };
    let last = arc.len().saturating_sub(1);
    let mut points: Vec<_> = arc
        .iter()
        .enumerate()
        .map(|(i, vertex)| {
            let unit = f64::from(STEPS) / if i == 0 || i == last { 1.0 } else { step };
            let (lon, lat) = grid.degrees(*vertex);
            GridPoint::nearest((lon * unit).round() / unit, (lat * unit).round() / unit)
        })
        .collect();
    points.dedup();
    points
}

/// The ring without arcs that became a point; `None` where less than a triangle is left.
fn visible(arcs: &[Vec<GridPoint>], ring: &Ring) -> Option<Ring> {
    let kept: Ring = ring
        .iter()
        .copied()
        .filter(|part| arcs[part.arc as usize].len() > 1)
        .collect();
    let points = points(arcs, &kept);
    (points.len() > 2 && signed_area(points) != 0.0).then_some(kept)
}

fn points(arcs: &[Vec<GridPoint>], ring: &[ArcUse]) -> Vec<(f64, f64)> {
    // World::ring does this for stored arcs; these are not numbered yet.
    let mut points = Vec::new();
    for part in ring {
        let arc = &arcs[part.arc as usize];
        let body = arc.len() - 1;
        let degrees = |p: &GridPoint| (f64::from(p.lon), f64::from(p.lat));
        if part.backwards {
            points.extend(arc.iter().rev().take(body).map(degrees));
        } else {
            points.extend(arc.iter().take(body).map(degrees));
        }
    }
    points
}

/// The point at a round place, if that is no further than half way to the border: round numbers take fewer bytes.
fn rounded(lon: f64, lat: f64, distance: f64) -> GridPoint {
    let step = [64.0, 32.0, 16.0, 8.0, 4.0]
        .into_iter()
        .map(|steps| steps / f64::from(STEPS));
    let step = step
        .into_iter()
        .find(|step| step / std::f64::consts::SQRT_2 <= distance / 2.0);
    match step {
        Some(step) => GridPoint::nearest((lon / step).round() * step, (lat / step).round() * step),
        None => GridPoint::nearest(lon, lat),
    }
}

fn marker(grid: &Grid, world: &World, land: &Land, polygons: &[Vec<Ring>]) -> Option<GridPoint> {
    let drawn: Vec<Vec<Vec<(f64, f64)>>> = polygons
        .iter()
        .map(|rings| {
            let degrees = |p: GridPoint| (f64::from(p.point().lon), f64::from(p.point().lat));
            rings
                .iter()
                .map(|ring| world.ring(ring).into_iter().map(degrees).collect())
                .collect()
        })
        .collect();
    let source = || -> Vec<Vec<Vec<(f64, f64)>>> {
        let degrees = |polygon: &Vec<Vec<_>>| {
            polygon
                .iter()
                .map(|o| o.iter().map(|v| grid.degrees(*v)).collect())
                .collect()
        };
        land.polygons.iter().map(degrees).collect()
    };
    let shapes = if drawn.is_empty() { source() } else { drawn };
    // Degrees of longitude shrink towards the poles: measure as at the middle of the part, so that it keeps its shape.
    let squeezed = shapes.into_iter().filter_map(|rings| {
        let outer = rings.first()?;
        let middle = outer.iter().map(|p| p.1).sum::<f64>() / outer.len() as f64;
        let squeeze = middle.to_radians().cos();
        let rings: Vec<Vec<_>> = rings
            .iter()
            .map(|r| r.iter().map(|p| (p.0 * squeeze, p.1)).collect())
            .collect();
        Some((signed_area(rings[0].iter().copied()).abs(), squeeze, rings))
    });
    let largest = squeezed.max_by(|a, b| a.0.total_cmp(&b.0));
    let inside = || {
        largest.and_then(|(_, squeeze, rings)| {
            pole_of_inaccessibility(&rings).map(|(x, y, distance)| rounded(x / squeeze, y, distance))
        })
    };
    let listed = POINTS
        .iter()
        .find(|p| p.0 == land.code.as_str())
        .map(|p| GridPoint::nearest(p.1, p.2));
    listed.or_else(inside)
}
