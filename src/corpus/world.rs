//! The world's countries as stored in a pack: names, marker points and simplified shapes.

use crate::{CountryCode, Point};

/// A country's outline and names. Coordinates are degrees, WGS 84.
#[derive(Clone, Debug, PartialEq)]
pub struct WorldCountry {
    /// Its code.
    pub code: CountryCode,
    /// Its short English name.
    pub name: String,
    /// A point well inside its largest part, or its capital where it has no shape.
    pub marker: Point,
    /// Polygons, each a list of rings (the first the outer one), each a closed list of points without the repeated last.
    pub polygons: Vec<Vec<Vec<Point>>>,
}

/// The world.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct World {
    /// Which boundary view is drawn, with its source.
    pub note: String,
    /// In the order of codes.
    pub countries: Vec<WorldCountry>,
}
