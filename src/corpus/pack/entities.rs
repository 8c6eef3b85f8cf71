//! Entities as they are stored: in the order of their keys, where the names of neighbours begin alike and most keys can be
//! told from the names.
//!
//! ```text
//! what u8    begins like the one before: bytes    rest of the name    [slug]    [country u8 × 2]    [latitude, longitude]
//! ```

use super::front::{front, put_front};
use super::{PackError, Reader, put_signed, put_str};
use crate::{CountryCode, Entity, EntityKey, EntityKind, Point};

/// The bits of the first byte below these are the kind.
const KIND: u8 = 8;
/// The slug follows, since it is not [that of the name](slug).
const SLUG: u8 = 8;
const COUNTRY: u8 = 16;
const POINT: u8 = 32;

/// The slug that a name most often has: letters of ASCII in lower case, what separates them as a hyphen. `None` where there
/// is more to it.
fn slug(name: &str) -> Option<String> {
    let mut slug = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => slug.push(char::from(byte)),
            b'A'..=b'Z' => slug.push(char::from(byte.to_ascii_lowercase())),
            b' ' | b'-' if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            b'.' | b'\'' | b' ' | b'-' => {}
            _ => return None,
        }
    }
    Some(slug)
}

/// Appends an entity behind the one with the name `before`.
pub(super) fn put_entity(out: &mut Vec<u8>, entity: &Entity, before: &str) {
    let is_told = slug(&entity.name).is_some_and(|slug| slug == entity.key.slug);
    let bit = |is: bool, bit: u8| if is { bit } else { 0 };
    out.push(
        entity.key.kind as u8
            | bit(!is_told, SLUG)
            | bit(entity.country.is_some(), COUNTRY)
            | bit(entity.point.is_some(), POINT),
    );
    put_front(out, &entity.name, before);
    if !is_told {
        put_str(out, &entity.key.slug);
    }
    if let Some(country) = entity.country {
        out.extend_from_slice(country.as_str().as_bytes());
    }
    if let Some(point) = entity.point {
        // Ten-thousandths of a degree: 11 m, finer than any gazetteer's town.
        put_signed(out, (point.lat * 1e4).round() as i32);
        put_signed(out, (point.lon * 1e4).round() as i32);
    }
}

/// Reads an entity behind the one with the name `before`.
pub(super) fn entity(r: &mut Reader, before: &str) -> Result<Entity, PackError> {
    let what = r.byte()?;
    let kind = EntityKind::ALL.get(usize::from(what % KIND));
    let kind = *kind.ok_or_else(|| r.malformed("a kind of entity"))?;
    let name = front(r, before)?;
    let slug = match what & SLUG {
        0 => slug(&name).ok_or_else(|| r.malformed("a name that tells the key"))?,
        _ => r.str()?.to_owned(),
    };
    Ok(Entity {
        key: EntityKey::new(kind, slug),
        name,
        country: if what & COUNTRY == 0 { None } else { Some(country(r)?) },
        point: match what & POINT {
            0 => None,
            _ => Some(Point {
                lat: r.signed()? as f32 / 1e4,
                lon: r.signed()? as f32 / 1e4,
            }),
        },
    })
}

/// Two letters.
pub(super) fn country(r: &mut Reader) -> Result<CountryCode, PackError> {
    let bytes = r.take(2)?;
    let code = std::str::from_utf8(bytes).ok().and_then(CountryCode::parse);
    code.ok_or_else(|| r.malformed("two letters of a country code"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Reader;
    use super::{entity, put_entity, slug};
    use crate::{CountryCode, Entity, EntityKey, EntityKind, Point};

    #[test]
    fn a_slug_is_told_from_a_plain_name_only() {
        for (name, expect) in [
            ("Rex Tillerson", Some("rex-tillerson")),
            ("Hwang Kyo-ahn", Some("hwang-kyo-ahn")),
            ("U.N. - Security Council", Some("un-security-council")),
            ("O'Hare", Some("ohare")),
            ("São Paulo", None),
            ("AT&T", None),
        ] {
            assert_eq!(slug(name).as_deref(), expect, "{name}");
        }
    }

    proptest! {
        /// Whatever keys and names there are, in any order.
        #[test]
        fn entities_come_back(all in prop::collection::vec(("[A-C. é-]{0,80}", "[a-c-]{0,4}", any::<bool>(), 0..EntityKind::ALL.len(), any::<Option<(i16, i16)>>()), 0..8)) {
            let all: Vec<Entity> = all.into_iter().map(|(name, other, told, kind, point)| {
                let slug = slug(&name).filter(|_| told).unwrap_or(other);
                let point = point.map(|(lat, lon)| Point { lat: f32::from(lat) / 400.0, lon: f32::from(lon) / 200.0 });
                Entity { key: EntityKey::new(EntityKind::ALL[kind], slug), name, country: CountryCode::parse("JP").filter(|_| told), point }
            }).collect();
            let (mut out, mut before) = (Vec::new(), "");
            for one in &all {
                put_entity(&mut out, one, before);
                before = &one.name;
            }
            let (mut r, mut before) = (Reader::new(&out, 0, "ENTI"), String::new());
            for one in &all {
                let back = entity(&mut r, &before).unwrap();
                prop_assert_eq!((&back.key, &back.name, back.country), (&one.key, &one.name, one.country));
                prop_assert_eq!(back.point.is_some(), one.point.is_some());
                before = back.name;
            }
            prop_assert!(r.is_done());
        }

        #[test]
        fn any_bytes_are_an_entity_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            let mut r = Reader::new(&bytes, 0, "ENTI");
            let mut before = String::from("Émile");
            while let Ok(one) = entity(&mut r, &before) {
                before = one.name;
            }
        }
    }
}
