//! The world that is built into every page, as committed: complete, and drawn as its note says.

use dateline_corpus::CountryCode;
use dateline_corpus::world::{GridPoint, STEPS, World, WorldCountry};

use super::{HEIGHT, WIDTH, world_view};

fn committed() -> World {
    World::read(include_bytes!("../../builder/data/world.bin")).unwrap()
}

fn code(code: &str) -> CountryCode {
    CountryCode::parse(code).unwrap()
}

/// Even-odd rule over all rings.
fn holds(world: &World, country: &WorldCountry, at: GridPoint) -> bool {
    let (x, y) = (f32::from(at.lon), f32::from(at.lat));
    country.polygons.iter().flatten().fold(false, |inside, ring| {
        let ring = world.ring(ring);
        ring.iter()
            .zip(ring.iter().cycle().skip(1))
            .fold(inside, |inside, (a, b)| {
                let [ax, ay, bx, by] = [a.lon, a.lat, b.lon, b.lat].map(f32::from);
                inside ^ ((ay > y) != (by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax))
            })
    })
}

/// The country drawn at a place in degrees.
fn drawn_at(world: &World, lon: f64, lat: f64) -> Option<&str> {
    let at = GridPoint::nearest(lon, lat);
    world
        .countries
        .iter()
        .find(|c| holds(world, c, at))
        .map(|c| c.code.as_str())
}

#[test]
fn every_code_has_a_name_a_marker_and_but_for_the_vatican_a_shape() {
    let world = committed();
    assert_eq!(world.countries.len(), 250, "249 codes of ISO 3166-1, and XK");
    for country in &world.countries {
        assert!(
            !country.name.is_empty() && country.marker.is_legal(),
            "{}",
            country.code
        );
        let wide = country
            .polygons
            .iter()
            .flatten()
            .map(|ring| world.ring(ring).len())
            .max()
            .unwrap_or(0);
        assert!(
            wide >= 4 || country.code == code("VA"),
            "{} has {wide} points",
            country.code
        );
    }
    for named in [
        "JP", "TV", "GI", "BQ", "GF", "SJ", "XK", "PS", "TW", "EH", "UM", "AQ", "TK",
    ] {
        assert!(world.country(code(named)).is_some(), "{named}");
    }
}

#[test]
fn markers_lie_in_their_countries() {
    let world = committed();
    for country in &world.countries {
        let marker = country.marker;
        // On an atoll narrower than the grid, beside its shore is near enough; Wake and the Vatican have no shape.
        let near = |p: GridPoint| p.lon.abs_diff(marker.lon) <= 5 && p.lat.abs_diff(marker.lat) <= 5;
        let shore = country
            .polygons
            .iter()
            .flatten()
            .flat_map(|ring| world.ring(ring))
            .any(near);
        let placed = ["UM", "VA"].contains(&country.code.as_str());
        assert!(
            placed || shore || holds(&world, country, marker),
            "{} {marker:?}",
            country.code
        );
    }
}

#[test]
fn cities_lie_in_the_countries_that_the_note_says() {
    let world = committed();
    for (lon, lat, expected) in [
        (2.35, 48.86, "FR"),
        (139.5, 35.8, "JP"),
        (37.62, 55.75, "RU"),
        (20.5, 54.71, "RU"),  // Kaliningrad
        (-177.0, 67.0, "RU"), // Chukotka, beyond the antimeridian
        (34.1, 45.2, "RU"),   // Crimea: by control
        (44.06, 9.56, "SO"),  // Hargeisa: Somaliland has no code
        (33.36, 35.25, "CY"), // the north
        (63.3, 45.9, "KZ"),   // Baikonur
        (21.0, 42.5, "XK"),
        (-13.0, 24.5, "MA"), // Western Sahara, west of the sand wall
        (-14.0, 22.0, "EH"),
        (147.8, 45.05, "RU"), // Iturup
        (35.8, 33.05, "IL"),  // the Golan Heights
        (79.5, 35.2, "CN"),   // Aksai Chin
        (74.3, 35.9, "PK"),
        (74.8, 34.1, "IN"),
        (41.3, 43.1, "GE"),  // Abkhazia
        (29.6, 46.85, "MD"), // Transnistria
        (121.0, 23.8, "TW"),
        (35.2, 32.1, "PS"),
        (-53.0, 4.0, "GF"),
        (55.5, -21.1, "RE"),
        (16.0, 78.5, "SJ"),
        (28.2, -29.5, "LS"), // an enclave is a hole in its neighbour
        (0.0, -85.0, "AQ"),
    ] {
        assert_eq!(drawn_at(&world, lon, lat), Some(expected), "{lon}, {lat}");
    }
    assert_eq!(
        drawn_at(&world, 77.1, 35.45),
        None,
        "the Siachen Glacier is drawn with nobody"
    );
    assert_eq!(drawn_at(&world, -30.0, 30.0), None, "the Atlantic");
    for word in ["Natural Earth 4.1.0", "Crimea", "Taiwan", "Somaliland", "Siachen"] {
        assert!(world.note.contains(word), "{word}");
    }
}

#[test]
fn no_line_crosses_the_map() {
    let world = committed();
    for country in &world.countries {
        for ring in country.polygons.iter().flatten() {
            let ring = world.ring(ring);
            let long = ring.iter().zip(ring.iter().cycle().skip(1)).find(|(a, b)| {
                // Along the pole Antarctica may: there the map's edge is.
                (i32::from(a.lon) - i32::from(b.lon)).abs() > 90 * i32::from(STEPS) && a.lat != -90 * STEPS
            });
            assert_eq!(long, None, "{}", country.code);
        }
    }
}

#[test]
fn the_drawing_stays_in_its_frame_and_small() {
    let view = world_view(&committed());
    for country in &view.countries {
        let (left, top, right, bottom) = country.bounds;
        assert!(
            left >= 0.0 && top >= 0.0 && right <= WIDTH && bottom <= HEIGHT,
            "{}",
            country.code
        );
        assert!(
            right - left < WIDTH / 2.0 || country.code == code("AQ"),
            "{} spans the map",
            country.code
        );
    }
    let bytes: usize = view.countries.iter().map(|c| c.path.len() + c.far.len()).sum();
    assert!(bytes < 200_000, "{bytes} bytes of paths cross to the page");
}
