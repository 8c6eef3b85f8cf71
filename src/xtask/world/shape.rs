//! Shapes on the source's own grid of whole numbers, where a border's points are the same on both its sides.

use dateline_corpus::CountryCode;

/// A point on the source's grid: steps east of the antimeridian, and steps north of where the grid begins.
pub type Vertex = (i32, i32);

/// A closed line without the repeated last point.
pub type Outline = Vec<Vertex>;

/// Outlines, the first the outer one, the others holes in it.
pub type Polygon = Vec<Outline>;

/// What one step of the source's grid is, in degrees.
#[derive(Clone, Copy, Debug)]
pub struct Grid {
    /// Degrees a step, east and north.
    pub scale: [f64; 2],
    /// The degrees of (0, 0).
    pub translate: [f64; 2],
}

impl Grid {
    /// Steps once round the globe: the column of +180°, when that of −180° is 0.
    pub fn columns(&self) -> i32 {
        (360.0 / self.scale[0]).round() as i32
    }

    /// The row nearest to a latitude; rows below 0 are legal.
    pub fn row(&self, lat: f64) -> i32 {
        ((lat - self.translate[1]) / self.scale[1]).round() as i32
    }

    /// Longitude and latitude in degrees.
    pub fn degrees(&self, (x, y): Vertex) -> (f64, f64) {
        (
            f64::from(x) * self.scale[0] + self.translate[0],
            f64::from(y) * self.scale[1] + self.translate[1],
        )
    }

    /// A plane with equal areas, in degrees of the equator: longitude × cos(latitude), latitude (the sinusoidal
    /// projection). One square unit is 12,364 km².
    pub fn plane(&self, vertex: Vertex) -> (f64, f64) {
        let (lon, lat) = self.degrees(vertex);
        (lon * lat.to_radians().cos(), lat)
    }
}

/// One feature of the source.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Its name there.
    pub name: String,
    /// Its ISO 3166-1 numeric code, where the source gives one.
    pub number: Option<u16>,
    /// Its parts.
    pub polygons: Vec<Polygon>,
}

/// All features of the source.
#[derive(Clone, Debug)]
pub struct Shapes {
    /// Their grid.
    pub grid: Grid,
    /// In the source's order.
    pub shapes: Vec<Shape>,
}

/// The parts that are drawn for one code.
#[derive(Clone, Debug)]
pub struct Land {
    /// The code.
    pub code: CountryCode,
    /// Its parts; none where the source has no shape for it.
    pub polygons: Vec<Polygon>,
}

/// The area a closed line encloses, positive where it runs anticlockwise (shoelace formula).
pub fn signed_area(points: impl IntoIterator<Item = (f64, f64)>) -> f64 {
    let points: Vec<_> = points.into_iter().collect();
    let next = points.iter().cycle().skip(1);
    points.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>() / 2.0
}

/// Whether a point lies inside a closed line: a ray to the east crosses it an odd number of times.
pub fn contains(outline: &[Vertex], (x, y): Vertex) -> bool {
    let next = outline.iter().cycle().skip(1);
    outline.iter().zip(next).fold(false, |inside, (a, b)| {
        let spans = (a.1 > y) != (b.1 > y);
        let (ax, ay, bx, by) = (f64::from(a.0), f64::from(a.1), f64::from(b.0), f64::from(b.1));
        inside ^ (spans && f64::from(x) < ax + (f64::from(y) - ay) / (by - ay) * (bx - ax))
    })
}
