//! From the stored world to one that is ready to draw.

use dateline_corpus::Point;
use dateline_corpus::world::{GridPoint, Ring, STEPS, World, WorldCountry};

use super::path::PathData;
use super::projection::{HEIGHT, WIDTH, project};
use crate::view::{CountryShape, WorldView};

/// Degrees between the lines of the graticule.
const GRATICULE: i32 = 30;

/// Degrees of latitude after which a straight line is bent to follow its meridian: over 2° a meridian strays from
/// straight by no more than 3 units, a tenth of a pixel on the whole world.
const BEND: f32 = 2.0;

/// How far from its marker a part of a country is near, in map units: a quarter of the map. The ends of Russia, Fiji or
/// New Zealand beyond the antimeridian would stretch their bounds over the whole world.
const NEAR: f32 = WIDTH / 4.0;

/// Left, top, right, bottom.
type Bounds = (f32, f32, f32, f32);

/// The world, projected.
pub fn world_view(world: &World) -> WorldView {
    WorldView {
        width: WIDTH,
        height: HEIGHT,
        sphere: sphere(),
        graticule: graticule(),
        countries: world.countries.iter().map(|country| shape(world, country)).collect(),
        note: world.note.clone(),
    }
}

fn shape(world: &World, country: &WorldCountry) -> CountryShape {
    let marker = project(country.marker.point());
    let parts: Vec<Part> = country.polygons.iter().filter_map(|rings| part(world, rings)).collect();
    let area = |p: &Part| (p.bounds.2 - p.bounds.0) * (p.bounds.3 - p.bounds.1);
    let largest = parts
        .iter()
        .max_by(|a, b| area(a).total_cmp(&area(b)))
        .map(|p| p.bounds);
    let is_near = |p: &Part| Some(p.bounds) == largest || ((p.bounds.0 + p.bounds.2) / 2.0 - marker.0).abs() < NEAR;
    let (near, far): (Vec<Part>, Vec<Part>) = parts.into_iter().partition(is_near);
    let point = (marker.0, marker.1, marker.0, marker.1);
    CountryShape {
        code: country.code,
        name: country.name.clone(),
        marker,
        extent: largest.map_or(0.0, |b| (b.2 - b.0).min(b.3 - b.1)),
        bounds: near.iter().map(|p| p.bounds).reduce(unite).unwrap_or(point),
        path: path(near),
        far: path(far),
    }
}

/// A polygon on the map.
struct Part {
    rings: Vec<Vec<(i32, i32)>>,
    bounds: Bounds,
}

fn part(world: &World, rings: &[Ring]) -> Option<Part> {
    let rings: Vec<_> = rings.iter().map(|ring| outline(world, ring)).collect();
    let bounds = bounds(rings.first()?)?;
    Some(Part { rings, bounds })
}

fn path(parts: Vec<Part>) -> String {
    let mut path = PathData::default();
    parts.into_iter().flat_map(|p| p.rings).for_each(|ring| path.ring(ring));
    path.finish()
}

fn unite(a: Bounds, b: Bounds) -> Bounds {
    (a.0.min(b.0), a.1.min(b.1), a.2.max(b.2), a.3.max(b.3))
}

fn bounds(points: &[(i32, i32)]) -> Option<Bounds> {
    points
        .iter()
        .map(|(x, y)| (*x as f32, *y as f32, *x as f32, *y as f32))
        .reduce(unite)
}

/// A ring's points on the map, in whole units; long steps along a meridian are bent.
fn outline(world: &World, ring: &Ring) -> Vec<(i32, i32)> {
    let points = world.ring(ring);
    let next = points.iter().cycle().skip(1);
    points
        .iter()
        .zip(next)
        .flat_map(|(a, b)| bend(*a, *b))
        .map(whole)
        .collect()
}

fn whole(point: Point) -> (i32, i32) {
    let (x, y) = project(point);
    (x.round() as i32, y.round() as i32)
}

/// The points of a line from `a` until before `b`.
fn bend(a: GridPoint, b: GridPoint) -> impl Iterator<Item = Point> {
    let height = (f32::from(a.lat) - f32::from(b.lat)).abs() / f32::from(STEPS);
    let parts = (height / BEND).ceil().max(1.0);
    let (a, b) = (a.point(), b.point());
    (0..parts as i32).map(move |i| {
        let share = i as f32 / parts;
        Point {
            lat: a.lat + (b.lat - a.lat) * share,
            lon: a.lon + (b.lon - a.lon) * share,
        }
    })
}

/// A meridian from south to north.
fn meridian(lon: i32) -> impl DoubleEndedIterator<Item = (i32, i32)> {
    (-30..=30).map(move |i| {
        whole(Point {
            lat: i as f32 * 3.0,
            lon: lon as f32,
        })
    })
}

fn sphere() -> String {
    let mut path = PathData::default();
    path.ring(meridian(-180).chain(meridian(180).rev()));
    path.finish()
}

fn graticule() -> String {
    let mut path = PathData::default();
    for lon in (GRATICULE - 180..180).step_by(GRATICULE as usize) {
        path.line(meridian(lon));
    }
    for lat in (GRATICULE - 90..90).step_by(GRATICULE as usize) {
        path.line([-180, 180].map(|lon| {
            whole(Point {
                lat: lat as f32,
                lon: lon as f32,
            })
        }));
    }
    path.finish()
}

#[cfg(test)]
mod tests {
    use dateline_corpus::CountryCode;
    use dateline_corpus::world::ArcUse;

    use super::*;

    fn world(squares: &[[i16; 4]]) -> World {
        let at = |lon: i16, lat: i16| GridPoint {
            lon: lon * STEPS,
            lat: lat * STEPS,
        };
        let arcs = squares.iter().map(|[west, south, east, north]| {
            vec![
                at(*west, *south),
                at(*west, *north),
                at(*east, *north),
                at(*east, *south),
                at(*west, *south),
            ]
        });
        let polygons = (0..squares.len() as u32)
            .map(|arc| vec![vec![ArcUse { arc, backwards: false }]])
            .collect();
        let [west, south, east, north] = squares.first().copied().unwrap_or([10, 10, 10, 10]);
        let marker = at((west + east) / 2, (south + north) / 2);
        let country = WorldCountry {
            code: CountryCode::parse("AA").unwrap(),
            name: "A".into(),
            marker,
            polygons,
        };
        World {
            note: "as a test draws it".into(),
            arcs: arcs.collect(),
            countries: vec![country],
        }
    }

    #[test]
    fn a_part_across_the_antimeridian_does_not_stretch_the_bounds() {
        let view = world_view(&world(&[[100, 40, 180, 60], [-180, 50, -170, 55], [90, 30, 95, 35]]));
        let (left, _, right, _) = view.countries[0].bounds;
        assert!(left > WIDTH / 2.0 && right <= WIDTH, "{left} to {right}");
        let (path, far) = (&view.countries[0].path, &view.countries[0].far);
        assert_eq!((path.matches('z').count(), far.matches('z').count()), (2, 1));
    }

    #[test]
    fn an_edge_along_the_antimeridian_follows_the_outline_of_the_map() {
        let view = world_view(&world(&[[170, 0, 180, 60]]));
        // 60° of the eastern and of the western side, every two.
        assert!(
            view.countries[0].path.split(['l', ' ', '-']).count() > 2 * 60,
            "{}",
            view.countries[0].path
        );
    }

    #[test]
    fn a_country_without_a_shape_still_has_its_place() {
        let view = world_view(&world(&[]));
        let country = &view.countries[0];
        assert_eq!((country.path.as_str(), country.extent), ("", 0.0));
        assert_eq!((country.bounds.0, country.bounds.1), country.marker);
        assert!(country.marker.0 > WIDTH / 2.0 && country.marker.1 < HEIGHT / 2.0);
    }

    #[test]
    fn the_frame_is_within_the_drawing() {
        let view = world_view(&World::default());
        assert!(view.sphere.starts_with('M') && view.sphere.ends_with('z'));
        assert_eq!(
            view.graticule.matches(['M', 'm']).count(),
            11 + 5,
            "meridians and parallels"
        );
    }
}
