//! The world's countries as stored in a pack: names, marker points and simplified shapes.
//!
//! A border is stored once: an *arc* is a run of points between two places where borders meet, and a ring is a list
//! of arcs, each followed forwards or backwards (the idea of TopoJSON, <https://github.com/topojson>). Neighbours
//! therefore never drift apart, and the file is half as long.
//!
//! ```text
//!        arc 0            ring of the left country:  [0→, 1→]
//!   A──────────────B      ring of the right country: [2→, 1←]
//!   └──────────────┘
//!        arc 1 (shared), …
//! ```

mod arcs;
mod odds;
mod stored;

use crate::{CountryCode, Point};

/// Steps of the stored grid in one degree. One step is 1.1 km of latitude: at the map's deepest zoom (32 times a
/// drawing 1,000 CSS pixels wide) a step is one pixel, so nothing that can be seen is lost.
pub const STEPS: i16 = 100;

/// A point on the stored grid, WGS 84, in hundredths of a degree: longitude −18,000 to 18,000 (east positive),
/// latitude −9,000 to 9,000 (north positive).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GridPoint {
    /// East of Greenwich.
    pub lon: i16,
    /// North of the equator.
    pub lat: i16,
}

impl GridPoint {
    /// The nearest grid point to a place in degrees; outside the legal range the nearest legal one.
    pub fn nearest(lon: f64, lat: f64) -> Self {
        let steps = f64::from(STEPS);
        Self {
            lon: (lon.clamp(-180.0, 180.0) * steps).round() as i16,
            lat: (lat.clamp(-90.0, 90.0) * steps).round() as i16,
        }
    }

    /// In degrees.
    pub fn point(self) -> Point {
        Point {
            lat: f32::from(self.lat) / f32::from(STEPS),
            lon: f32::from(self.lon) / f32::from(STEPS),
        }
    }

    /// Whether both coordinates are in range.
    pub fn is_legal(self) -> bool {
        (-180 * STEPS..=180 * STEPS).contains(&self.lon) && (-90 * STEPS..=90 * STEPS).contains(&self.lat)
    }
}

/// An arc as a ring uses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ArcUse {
    /// Position in [`World::arcs`].
    pub arc: u32,
    /// True where the ring follows it from its last point to its first.
    pub backwards: bool,
}

/// Arcs that follow each other head to tail and end where they began.
pub type Ring = Vec<ArcUse>;

/// A country's outline and names.
#[derive(Clone, Debug, PartialEq)]
pub struct WorldCountry {
    /// Its code.
    pub code: CountryCode,
    /// Its short English name.
    pub name: String,
    /// A point well inside its largest part.
    pub marker: GridPoint,
    /// Polygons, each a list of rings, the first the outer one; none where the country is smaller than the grid shows.
    pub polygons: Vec<Vec<Ring>>,
}

/// The world.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct World {
    /// Which boundary view is drawn, with its source.
    pub note: String,
    /// Borders and coasts, each of 2 to 65,535 points.
    pub arcs: Vec<Vec<GridPoint>>,
    /// In the order of codes.
    pub countries: Vec<WorldCountry>,
}

impl World {
    /// The points of a ring, without the repeated last. Arcs that do not exist are passed over.
    pub fn ring(&self, ring: &[ArcUse]) -> Vec<GridPoint> {
        let mut points = Vec::new();
        for part in ring {
            let Some(arc) = self.arcs.get(part.arc as usize) else {
                continue;
            };
            // The last point of an arc is the first of the next.
            let body = arc.len().saturating_sub(1);
            if part.backwards {
                points.extend(arc.iter().rev().take(body));
            } else {
                points.extend(arc.iter().take(body));
            }
        }
        points
    }

    /// The country with this code.
    pub fn country(&self, code: CountryCode) -> Option<&WorldCountry> {
        self.countries
            .binary_search_by_key(&code, |c| c.code)
            .ok()
            .map(|i| &self.countries[i])
    }
}
