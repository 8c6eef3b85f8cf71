//! Cities, smaller towns and divisions, from GeoNames, in the columns that `src/analysis/gazetteer/columns.rs` reads.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::Value;

use super::{number, objects, text};

/// A place: what is sorted by comes first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    country: String,
    /// Of tables whose groups are countries, empty.
    division: String,
    /// Its code, where it is a division itself.
    code: String,
    /// Most inhabitants first; thousands.
    people: std::cmp::Reverse<u32>,
    name: String,
    /// Hundredths of a degree.
    lat: i32,
    lon: i32,
}

/// Cities and capitals.
pub fn cities(cities: &Value) -> Result<String, String> {
    Ok(columns(&objects(cities)?.into_iter().filter_map(city).collect()))
}

fn city(city: &Value) -> Option<Place> {
    let (name, people) = (text(city, "name"), number(city, "population"));
    (!name.is_empty() && people >= 1.0).then(|| Place {
        country: text(city, "countrycode"),
        division: text(city, "admin1code"),
        code: String::new(),
        people: thousands(people.max(1000.0)),
        name,
        lat: hundredths(number(city, "latitude")),
        lon: hundredths(number(city, "longitude")),
    })
}

/// Countries whose small towns are often named after a city or a country elsewhere, and are in English-language news.
const NEW_WORLD: [&str; 7] = ["US", "CA", "GB", "AU", "NZ", "IE", "ZA"];

/// Towns under 15,000 that bear the name of a larger city or of a country.
pub fn namesakes(cities: &Value, towns: &Value, capitals: &Value) -> Result<String, String> {
    let mut city_names: BTreeMap<String, BTreeSet<u64>> = BTreeMap::new();
    let id = |place: &Value| place["geonameid"].as_u64().unwrap_or_default();
    for city in objects(cities)? {
        city_names.entry(text(city, "name")).or_default().insert(id(city));
    }
    let country_names: BTreeSet<String> = objects(capitals)?.iter().map(|c| text(c, "name")).collect();
    let wanted = |town: &&Value| {
        let name = text(town, "name");
        let known = city_names.get(&name);
        let listed = known.is_some_and(|ids| ids.contains(&id(town)));
        let called_so = known.is_some() || country_names.contains(&name);
        !listed && called_so && NEW_WORLD.contains(&text(town, "countrycode").as_str())
    };
    let towns = objects(towns)?.into_iter().filter(wanted);
    Ok(columns(&towns.filter_map(city).collect()))
}

/// First-level divisions: their points are the centres of their towns, their people the sum of their towns'.
pub fn divisions(states: &Value, towns: &Value) -> Result<String, String> {
    let mut sums: BTreeMap<String, (f64, f64, f64, f64)> = BTreeMap::new();
    for town in objects(towns)? {
        let code = format!("{}.{}", text(town, "countrycode"), text(town, "admin1code"));
        let sum = sums.entry(code).or_default();
        sum.0 += 1.0;
        sum.1 += number(town, "latitude");
        sum.2 += number(town, "longitude");
        sum.3 += number(town, "population");
    }
    let mut all = BTreeSet::new();
    for state in objects(states)? {
        let code = text(state, "code");
        let (Some((country, code)), Some((n, lat, lon, people))) = (code.split_once('.'), sums.get(&code)) else {
            continue;
        };
        all.insert(Place {
            country: country.to_owned(),
            division: String::new(),
            code: code.to_owned(),
            people: thousands(*people),
            name: text(state, "name"),
            lat: hundredths(lat / n),
            lon: hundredths(lon / n),
        });
    }
    Ok(columns(&all))
}

fn thousands(people: f64) -> std::cmp::Reverse<u32> {
    std::cmp::Reverse((people / 1000.0).round_ties_even() as u32)
}

/// Rounded as it is printed with two digits behind the point.
fn hundredths(degrees: f64) -> i32 {
    format!("{degrees:.2}").replace('.', "").parse().unwrap_or_default()
}

/// The blocks of columns.
fn columns(places: &BTreeSet<Place>) -> String {
    let mut blocks: [String; 6] = Default::default();
    let places: Vec<&Place> = places.iter().collect();
    let groups = places.chunk_by(|a, b| (&a.country, &a.division) == (&b.country, &b.division));
    for group in groups {
        let first = group[0];
        let key = format!("{} {}", first.country, first.division);
        let _ = writeln!(blocks[0], "{} {}", key.trim_end(), group.len());
        for (i, place) in group.iter().enumerate() {
            let (lat, lon) = if i == 0 { (0, 0) } else { (first.lat, first.lon) };
            let _ = writeln!(blocks[1], "{}", place.name);
            let _ = writeln!(blocks[2], "{}", place.lat - lat);
            let _ = writeln!(blocks[3], "{}", place.lon - lon);
            let _ = writeln!(blocks[4], "{}", place.people.0);
            if !place.code.is_empty() {
                let _ = writeln!(blocks[5], "{}", place.code);
            }
        }
    }
    let filled: Vec<String> = blocks.into_iter().filter(|block| !block.is_empty()).collect();
    filled.join("\n")
}
