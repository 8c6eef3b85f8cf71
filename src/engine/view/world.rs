//! The map, ready to draw.

use dateline_corpus::CountryCode;
use serde::{Deserialize, Serialize};

/// A country ready to draw.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CountryShape {
    /// Its code.
    pub code: CountryCode,
    /// Its English name.
    pub name: String,
    /// SVG path data in the units of [`WorldView`]; empty where the country is too small for a shape.
    pub path: String,
    /// Path data of its parts beyond the antimeridian from its marker (Chukotka, the Chatham Islands); mostly empty.
    pub far: String,
    /// Where its marker stands.
    pub marker: (f32, f32),
    /// The smaller side of its largest part's box, in the units of [`WorldView`]: a page gives small countries a marker.
    pub extent: f32,
    /// The box of its parts on the marker's side of the antimeridian: left, top, right, bottom.
    pub bounds: (f32, f32, f32, f32),
}

/// The world, projected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WorldView {
    /// Width of the drawing, in its own units.
    pub width: f32,
    /// Height of the drawing.
    pub height: f32,
    /// The outline of the globe as SVG path data.
    pub sphere: String,
    /// Meridians and parallels as SVG path data.
    pub graticule: String,
    /// Every country, in the order of codes.
    pub countries: Vec<CountryShape>,
    /// Which boundary view is drawn, and by whom.
    pub note: String,
}
