//! From the globe to the plane: the Equal Earth projection.
//!
//! B. Šavrič, T. Patterson and B. Jenny, "The Equal Earth map projection", International Journal of Geographical
//! Information Science 33 (2019) 454–465, first published 2018, <https://doi.org/10.1080/13658816.2018.1504949>.
//! Equal areas on the globe are equal areas on the map, so a shade covers what it counts; parallels are straight.
//!
//! # Units
//! Degrees go in (WGS 84, taken as a sphere). Map units come out, [`WIDTH`] to the equator's length: one unit is a
//! hundredth of a degree there, which is the step of the stored shapes. x grows eastwards from the map's left edge,
//! y southwards from its top, as SVG has it.

use dateline_corpus::Point;

/// Width of the map in its own units.
pub const WIDTH: f32 = 36_000.0;

/// Height of the map: the width times the formula's own ratio of pole-to-pole to equator, 2.634725 / 5.413260.
pub const HEIGHT: f32 = 17_522.0;

/// The polynomial's coefficients, from the paper's equation 11.
const A: [f32; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];

/// Units to a radius of the globe: the equator is 2√3π / (3·A₁) radii from its middle to its end.
const RADIUS: f32 = WIDTH / 5.413_26;

/// The raw formula: longitude and latitude in radians to the plane, in radii of the globe, y northwards.
fn equal_earth(lambda: f32, phi: f32) -> (f32, f32) {
    let root3 = 3.0f32.sqrt();
    let sin_theta = root3 / 2.0 * sine(phi);
    let theta = sin_theta.asin();
    let cos_theta = (1.0 - sin_theta * sin_theta).sqrt();
    let t2 = theta * theta;
    let t6 = t2 * t2 * t2;
    let slope = A[0] + 3.0 * A[1] * t2 + t6 * (7.0 * A[2] + 9.0 * A[3] * t2);
    let x = 2.0 * root3 * lambda * cos_theta / (3.0 * slope);
    let y = theta * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2));
    (x, y)
}

/// The sine of an angle of no more than a quarter turn: Taylor's series as far as an `f32` tells. Rust's takes any angle,
/// which costs the page 3 kB.
fn sine(angle: f32) -> f32 {
    let angle = f64::from(angle);
    let (mut term, mut sum) = (angle, angle);
    for n in 1..8u32 {
        term *= -angle * angle / f64::from(2 * n * (2 * n + 1));
        sum += term;
    }
    sum as f32
}

/// Where a place lies on the map.
///
/// ```
/// use dateline_corpus::Point;
/// use dateline_engine::map::project;
///
/// let (x, y) = project(Point { lat: 0.0, lon: 0.0 });
/// assert_eq!((x.round(), y.round()), (18_000.0, 8_761.0)); // off Ghana, the middle of the map
/// let (tokyo, _) = project(Point { lat: 35.68, lon: 139.69 });
/// let (seoul, _) = project(Point { lat: 37.57, lon: 126.98 });
/// assert!(tokyo > seoul);
/// ```
pub fn project(point: Point) -> (f32, f32) {
    let (x, y) = equal_earth(point.lon.to_radians(), point.lat.to_radians());
    (WIDTH / 2.0 + x * RADIUS, HEIGHT / 2.0 - y * RADIUS)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By d3-geo 3.1.1, `geoEqualEarth().scale(6650.337).translate([18000, 8761])`.
    const CITIES: [(f32, f32, (f32, f32)); 6] = [
        (35.68, 139.69, (30_699.1, 4_121.2)),   // Tokyo
        (64.15, -21.94, (16_415.8, 1_168.7)),   // Reykjavik
        (-54.80, -68.30, (12_593.7, 15_510.4)), // Ushuaia
        (-18.14, 178.44, (35_418.8, 11_183.4)), // Suva
        (78.22, 15.65, (18_979.7, 266.8)),      // Longyearbyen
        (-1.29, 36.82, (21_681.6, 8_934.8)),    // Nairobi
    ];

    /// Within a unit, the precision of the drawing.
    fn check(lat: f32, lon: f32, expected: (f32, f32)) {
        let (x, y) = project(Point { lat, lon });
        let near = (x - expected.0).abs() < 1.0 && (y - expected.1).abs() < 1.0;
        assert!(near, "{lat}, {lon}: expected {expected:?}, found {x}, {y}");
    }

    #[test]
    fn the_sine_is_rusts() {
        for degree in -900..=900i16 {
            let angle = (f32::from(degree) / 10.0).to_radians();
            let (found, expected) = (sine(angle), angle.sin());
            assert!(
                (found - expected).abs() <= f32::EPSILON / 2.0,
                "{angle}: expected {expected}, found {found}"
            );
        }
    }

    #[test]
    fn cities_lie_where_the_reference_puts_them() {
        for (lat, lon, expected) in CITIES {
            check(lat, lon, expected);
        }
    }

    #[test]
    fn the_map_fills_its_frame() {
        check(0.0, -180.0, (0.0, HEIGHT / 2.0));
        check(0.0, 180.0, (WIDTH, HEIGHT / 2.0));
        assert!(project(Point { lat: 90.0, lon: 0.0 }).1.abs() < 1.0);
        assert!((project(Point { lat: -90.0, lon: 0.0 }).1 - HEIGHT).abs() < 1.0);
    }

    #[test]
    fn areas_on_the_map_are_areas_on_the_globe() {
        let corner = |lat: i32, lon: i32| {
            let (x, y) = project(Point {
                lat: lat as f32,
                lon: lon as f32,
            });
            (f64::from(x), f64::from(y))
        };
        for (south, west) in (-80..80)
            .step_by(4)
            .flat_map(|s| (-179..179).step_by(20).map(move |w| (s, w)))
        {
            let corners = [(0, 0), (0, 1), (1, 1), (1, 0)].map(|(up, right)| corner(south + up, west + right));
            let next = [corners[1], corners[2], corners[3], corners[0]];
            let drawn = corners
                .iter()
                .zip(next)
                .map(|(a, b)| a.0 * b.1 - b.0 * a.1)
                .sum::<f64>()
                .abs()
                / 2.0;
            // A cell of a globe of radius R, one degree wide: R² times that degree times the difference of the sines.
            let sines = f64::from(south + 1).to_radians().sin() - f64::from(south).to_radians().sin();
            let globe = f64::from(RADIUS).powi(2) * 1f64.to_radians() * sines;
            // Corners joined by straight lines, and 32-bit numbers.
            assert!(
                (drawn / globe - 1.0).abs() < 0.005,
                "{south}, {west}: {drawn} for {globe}"
            );
        }
    }
}
