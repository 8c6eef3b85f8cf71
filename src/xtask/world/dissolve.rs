//! Joining the parts of a country that touch: a border between two parts of one country is no border.

use std::collections::{BTreeMap, BTreeSet};

use super::shape::{Land, Outline, Polygon, Vertex, contains, signed_area};

/// The same land without the lines between its own parts.
///
/// An edge that one part follows forwards and another backwards lies between them and is dropped; what is left is
/// joined end to end again.
pub fn dissolve(land: Land) -> Land {
    let mut edges = BTreeSet::new();
    let mut inner = false;
    for (a, b) in land.polygons.iter().flatten().flat_map(edges_of) {
        inner |= edges.contains(&(b, a));
        edges.insert((a, b));
    }
    if !inner {
        return land;
    }
    let outer = edges.iter().copied().filter(|(a, b)| !edges.contains(&(*b, *a)));
    let mut next: BTreeMap<Vertex, Vec<Vertex>> = BTreeMap::new();
    for (a, b) in outer {
        next.entry(a).or_default().push(b);
    }
    let mut outlines = Vec::new();
    while let Some((&start, _)) = next.first_key_value() {
        let mut outline = vec![start];
        let mut at = start;
        while let Some(to) = step(&mut next, at).filter(|to| *to != start) {
            outline.push(to);
            at = to;
        }
        outlines.push(outline);
    }
    Land {
        code: land.code,
        polygons: nest(outlines),
    }
}

fn edges_of(outline: &Outline) -> impl Iterator<Item = (Vertex, Vertex)> {
    let next = outline.iter().cycle().skip(1);
    outline.iter().copied().zip(next.copied())
}

fn step(next: &mut BTreeMap<Vertex, Vec<Vertex>>, at: Vertex) -> Option<Vertex> {
    let targets = next.get_mut(&at)?;
    let to = targets.pop();
    if targets.is_empty() {
        next.remove(&at);
    }
    to
}

/// Outlines to polygons. The source's outer lines run clockwise, its holes anticlockwise.
fn nest(outlines: Vec<Outline>) -> Vec<Polygon> {
    let area = |o: &Outline| signed_area(o.iter().map(|v| (f64::from(v.0), f64::from(v.1))));
    let (outer, holes): (Vec<_>, Vec<_>) = outlines.into_iter().partition(|o| area(o) < 0.0);
    let mut polygons: Vec<Polygon> = outer.into_iter().map(|o| vec![o]).collect();
    for hole in holes {
        if let Some(around) = polygons.iter_mut().find(|p| contains(&p[0], hole[0])) {
            around.push(hole);
        }
    }
    polygons
}

#[cfg(test)]
mod tests {
    use dateline_corpus::CountryCode;

    use super::*;

    #[test]
    fn two_halves_become_one_without_the_line_between() {
        let left = vec![vec![(0, 0), (0, 2), (2, 2), (2, 0)]];
        let right = vec![vec![(2, 0), (2, 2), (4, 2), (4, 0)]];
        let land = Land {
            code: CountryCode::parse("AA").unwrap(),
            polygons: vec![left, right],
        };
        let joined = dissolve(land).polygons;
        assert_eq!(joined, [[[(0, 0), (0, 2), (2, 2), (4, 2), (4, 0), (2, 0)]]]);
    }
}
