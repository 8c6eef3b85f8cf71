//! The stored form of the world, writer beside reader.
//!
//! ```text
//! version  note
//! arcs      count, bytes, then the arcs as `arcs.rs` codes them
//! countries count, then each: two letters, name, marker, polygons > rings > arc uses
//! ```
//!
//! Numbers and text as everywhere in a pack.

use super::{ArcUse, GridPoint, Ring, World, WorldCountry, arcs};
use crate::CountryCode;
use crate::pack::{PackError, Reader, put_signed, put_str, put_varint};

/// Raised with every change that an older reader would misread.
const VERSION: u32 = 3;

/// Rings that an arc may be part of: a border has two sides, and some are drawn for a land within a land too. Without a
/// limit a few bytes, each repeating a long arc, would become gigabytes of points.
const MOST_USES: u8 = 4;

/// Named in errors.
const SECTION: &str = "world";

impl World {
    /// The stored form. The same world gives the same bytes.
    pub fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put_varint(&mut out, VERSION);
        put_str(&mut out, &self.note);
        put_varint(&mut out, self.arcs.len() as u32);
        let arcs = arcs::write(&self.arcs);
        put_varint(&mut out, arcs.len() as u32);
        out.extend_from_slice(&arcs);
        put_varint(&mut out, self.countries.len() as u32);
        let mut next = 0;
        for country in &self.countries {
            out.extend_from_slice(country.code.as_str().as_bytes());
            put_str(&mut out, &country.name);
            put_signed(&mut out, country.marker.lon.into());
            put_signed(&mut out, country.marker.lat.into());
            put_varint(&mut out, country.polygons.len() as u32);
            for polygon in &country.polygons {
                put_varint(&mut out, polygon.len() as u32);
                for ring in polygon {
                    put_varint(&mut out, ring.len() as u32);
                    for part in ring {
                        // Arcs are numbered in the order of first use, so it is mostly the next that was in none.
                        put_signed(&mut out, (part.arc as i32 - next) * 2 + i32::from(part.backwards));
                        next = next.max(part.arc as i32 + 1);
                    }
                }
            }
        }
        out
    }

    /// Reads the stored form. Any bytes are safe: nothing is read past the end, and no more memory is taken than a
    /// small multiple of the bytes given.
    ///
    /// # Errors
    /// [`PackError::Malformed`] where the bytes are not what [`write`](Self::write) gives: cut short, altered, or of
    /// another version.
    pub fn read(bytes: &[u8]) -> Result<Self, PackError> {
        let mut input = Reader::new(bytes, 0, SECTION);
        if input.varint()? != VERSION {
            return Err(input.malformed("world shapes of version 3"));
        }
        let note = input.str()?.to_owned();
        let arcs = (input.count()?, input.count()?);
        let arcs = arcs::read(input.take(arcs.1)?, arcs.0);
        let arcs = arcs.ok_or_else(|| input.malformed("arcs of two points on the globe or more"))?;
        let mut countries: Vec<WorldCountry> = Vec::new();
        let mut used = Used {
            next: 0,
            uses: vec![0; arcs.len()],
        };
        for _ in 0..input.count()? {
            let country = read_country(&mut input, &arcs, &mut used)?;
            if countries.last().is_some_and(|c| c.code >= country.code) {
                return Err(input.malformed("country codes in rising order"));
            }
            countries.push(country);
        }
        if !input.is_done() {
            return Err(input.malformed("the end"));
        }
        Ok(Self { note, arcs, countries })
    }
}

/// What the rings before have used.
struct Used {
    /// One past the last arc.
    next: i32,
    /// How often each arc.
    uses: Vec<u8>,
}

fn read_country(input: &mut Reader, arcs: &[Vec<GridPoint>], used: &mut Used) -> Result<WorldCountry, PackError> {
    let letters = input.take(2)?;
    let letters = std::str::from_utf8(letters)
        .ok()
        .filter(|s| s.bytes().all(|b| b.is_ascii_uppercase()));
    let code = letters
        .and_then(CountryCode::parse)
        .ok_or_else(|| input.malformed("two upper-case letters"))?;
    let name = input.str()?.to_owned();
    let (lon, lat) = (input.signed()?, input.signed()?);
    let marker = i16::try_from(lon)
        .ok()
        .zip(i16::try_from(lat).ok())
        .map(|(lon, lat)| GridPoint { lon, lat });
    let marker = marker
        .filter(|m| m.is_legal())
        .ok_or_else(|| input.malformed("a marker on the globe"))?;
    let mut polygons = Vec::new();
    for _ in 0..input.count()? {
        let mut polygon = Vec::new();
        for _ in 0..input.count()? {
            polygon.push(read_ring(input, arcs, used)?);
        }
        polygons.push(polygon);
    }
    Ok(WorldCountry {
        code,
        name,
        marker,
        polygons,
    })
}

fn read_ring(input: &mut Reader, arcs: &[Vec<GridPoint>], used: &mut Used) -> Result<Ring, PackError> {
    let mut ring = Vec::new();
    let mut first = None;
    let mut pen = None;
    for _ in 0..input.count()? {
        let step = input.signed()?;
        let arc = used.next.saturating_add(step >> 1);
        let arc = u32::try_from(arc).ok().filter(|a| (*a as usize) < arcs.len());
        let arc = arc.ok_or_else(|| input.malformed("an arc of the file"))?;
        used.next = used.next.max(arc as i32 + 1);
        let uses = &mut used.uses[arc as usize];
        *uses += 1;
        if *uses > MOST_USES {
            return Err(input.malformed("an arc of at most four rings"));
        }
        let backwards = step & 1 == 1;
        let points = &arcs[arc as usize];
        let ends = (points.first(), points.last());
        let (from, to) = if backwards { (ends.1, ends.0) } else { ends };
        if pen.is_some() && pen != from {
            return Err(input.malformed("an arc that starts where the last ended"));
        }
        first = first.or(from);
        pen = to;
        ring.push(ArcUse { arc, backwards });
    }
    if ring.is_empty() || pen != first {
        return Err(input.malformed("a ring that ends where it began"));
    }
    Ok(ring)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn corner(lon: i16, lat: i16) -> GridPoint {
        GridPoint { lon, lat }
    }

    fn two_neighbours() -> World {
        let along = |arc| ArcUse { arc, backwards: false };
        let country = |code: &str, ring| WorldCountry {
            code: CountryCode::parse(code).unwrap(),
            name: format!("Land of {code}"),
            marker: corner(50, 50),
            polygons: vec![vec![ring]],
        };
        World {
            note: "Drawn for a test: Réunion, 東.".into(),
            arcs: vec![
                vec![corner(0, 0), corner(-18_000, 0), corner(0, 9_000)],
                vec![corner(0, 9_000), corner(3, 4), corner(0, 0)],
                vec![corner(0, 9_000), corner(18_000, -9_000), corner(0, 0)],
            ],
            countries: vec![
                country("AA", vec![along(0), along(1)]),
                country(
                    "BB",
                    vec![
                        along(2),
                        ArcUse {
                            arc: 1,
                            backwards: true,
                        },
                    ],
                ),
            ],
        }
    }

    #[test]
    fn a_world_survives_the_round_trip_and_neighbours_share_their_border() {
        let world = two_neighbours();
        let read = World::read(&world.write()).unwrap();
        assert_eq!(read, world);
        let right = world.ring(&world.countries[1].polygons[0][0]);
        assert_eq!(
            right,
            [(0, 9_000), (18_000, -9_000), (0, 0), (3, 4)].map(|(x, y)| corner(x, y))
        );
    }

    #[test]
    fn every_truncation_is_refused() {
        let bytes = two_neighbours().write();
        for end in 0..bytes.len() {
            assert!(World::read(&bytes[..end]).is_err(), "cut at {end}");
        }
        let mut longer = bytes;
        longer.push(0);
        assert!(World::read(&longer).is_err(), "a byte too many");
    }

    #[test]
    fn another_version_is_named() {
        let mut bytes = two_neighbours().write();
        bytes[0] = 9;
        assert!(World::read(&bytes).unwrap_err().to_string().contains("version 3"));
    }

    #[test]
    fn a_ring_that_does_not_close_is_refused() {
        let mut world = two_neighbours();
        world.countries[0].polygons[0][0].pop();
        assert!(World::read(&world.write()).is_err());
    }

    #[test]
    fn an_arc_repeated_without_end_is_refused() {
        for (uses, is_read) in [(MOST_USES, true), (MOST_USES + 1, false)] {
            let there_and_back = [false, true].map(|backwards| ArcUse { arc: 1, backwards });
            let mut world = two_neighbours();
            world.countries.truncate(1);
            world.countries[0].polygons[0][0] = there_and_back.into_iter().cycle().take(usize::from(uses)).collect();
            if uses % 2 == 1 {
                // Closed, so that only the number of uses is wrong.
                world.arcs[1].push(corner(0, 9_000));
                world.countries[0].polygons[0][0]
                    .iter_mut()
                    .for_each(|part| part.backwards = false);
            }
            assert_eq!(World::read(&world.write()).is_ok(), is_read, "{uses}");
        }
    }

    /// A world of arbitrary closed arcs, each a country's ring.
    fn any_world() -> impl Strategy<Value = World> {
        let point = (-18_000i16..=18_000, -9_000i16..=9_000).prop_map(|(lon, lat)| GridPoint { lon, lat });
        let arc = prop::collection::vec(point.clone(), 2..20).prop_map(|mut points| {
            points.push(points[0]);
            points
        });
        (
            any::<String>(),
            prop::collection::vec((arc, point, any::<String>(), any::<bool>()), 0..26),
        )
            .prop_map(|(note, lands)| {
                let mut world = World {
                    note,
                    ..World::default()
                };
                for (i, (arc, marker, name, backwards)) in lands.into_iter().enumerate() {
                    let code = String::from_utf8(vec![b'A' + i as u8; 2]).unwrap();
                    let ring = vec![ArcUse {
                        arc: i as u32,
                        backwards,
                    }];
                    let code = CountryCode::parse(&code).unwrap();
                    world.arcs.push(arc);
                    world.countries.push(WorldCountry {
                        code,
                        name,
                        marker,
                        polygons: vec![vec![ring]],
                    });
                }
                world
            })
    }

    proptest! {
        #[test]
        fn any_world_reads_back_as_written(world in any_world()) {
            prop_assert_eq!(World::read(&world.write()).unwrap(), world);
        }

        #[test]
        fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = World::read(&bytes);
            let mut marked = vec![VERSION as u8, 0];
            marked.extend(bytes);
            let _ = World::read(&marked);
        }

        #[test]
        fn an_altered_byte_is_refused_or_harmless(at in 0usize..150, to in any::<u8>()) {
            let mut bytes = two_neighbours().write();
            let at = at % bytes.len();
            bytes[at] = to;
            if let Ok(world) = World::read(&bytes) {
                for ring in world.countries.iter().flat_map(|c| c.polygons.iter().flatten()) {
                    prop_assert!(world.ring(ring).iter().all(|p| p.is_legal()));
                }
            }
        }
    }
}
