//! What capitals and very large cities are called in other languages: the cities that Unicode CLDR names time zones by.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use dateline_corpus::text::slug;
use serde_json::Value;

use super::{lines, number, objects, read_json, text};

/// Inhabitants of a city that is no capital.
const LARGE: f64 = 1_000_000.0;

/// Languages with other names than English for fewer cities than this are left out.
const FEWEST_NAMES: usize = 12;

/// Zones whose city is not the best known of its name, or whose name is as often a word or a person in some language.
const LEFT_OUT: [&str; 9] = [
    "America/Argentina/San_Juan",
    "America/Miquelon",
    "America/Argentina/Cordoba",
    "America/Cordoba",
    "America/Merida",
    "America/Belem",
    "America/Fortaleza",
    "America/Puerto_Rico",
    "Atlantic/Stanley",
];

/// The first line: behind a tab each, the cities as the table of cities calls them, with their countries. Then one language a line:
/// its tag, and CLDR's names of these cities where they differ from that by more than accents.
pub fn table(locales: &Path, cities: &Value, capitals: &Value, languages: &BTreeSet<String>) -> Result<String, String> {
    let towns = towns(&zones(locales, "en")?, &zones(locales, "ru")?, cities, capitals)?;
    let columns: Vec<String> = towns.iter().map(|(_, name, code)| format!("{name} {code}")).collect();
    let mut rows = BTreeSet::new();
    for tag in languages.iter().filter(|tag| locales.join(tag).is_dir()) {
        let names = zones(locales, tag)?;
        let of = |(zone, name, _): &(String, String, String)| {
            let called = names.get(zone).map(|called| called.replace(['\u{ad}', '\t'], ""));
            called.filter(|called| slug(called) != slug(name)).unwrap_or_default()
        };
        let names: Vec<String> = towns.iter().map(of).collect();
        if names.iter().filter(|name| !name.is_empty()).count() >= FEWEST_NAMES {
            rows.insert(format!("{tag}\t{}", names.join("\t")));
        }
    }
    Ok(format!("\t{}\n{}", columns.join("\t"), lines(rows)))
}

/// Zone, name and country of the cities, by zone.
fn towns(
    english: &BTreeMap<String, String>,
    most: &BTreeMap<String, String>,
    cities: &Value,
    capitals: &Value,
) -> Result<Vec<(String, String, String)>, String> {
    let seats: BTreeSet<(String, String)> = objects(capitals)?
        .iter()
        .map(|country| (slug(&text(country, "capital")), text(country, "iso")))
        .collect();
    let mut known: BTreeMap<String, (f64, String, String)> = BTreeMap::new();
    for city in objects(cities)? {
        let (name, code) = (text(city, "name"), text(city, "countrycode"));
        let seat = seats.contains(&(slug(&name), code.clone()));
        // A capital counts before a larger city of its name.
        let people = number(city, "population") + if seat { 1e9 } else { 0.0 };
        let best = known.entry(slug(&name)).or_default();
        if people >= LARGE && people > best.0 {
            *best = (people, name, code);
        }
    }
    let named = |zone: &String| {
        let last = zone.rsplit('/').next().unwrap_or_default().replace('_', " ");
        let (people, name, code) = known.get(&slug(english.get(zone).unwrap_or(&last)))?;
        (*people > 0.0).then(|| (zone.clone(), name.clone(), code.clone()))
    };
    let wanted = |zone: &&String| !LEFT_OUT.contains(&zone.as_str());
    Ok(most.keys().filter(wanted).filter_map(named).collect())
}

/// The cities of a language's time zones that CLDR has a name for.
fn zones(locales: &Path, tag: &str) -> Result<BTreeMap<String, String>, String> {
    let file = read_json(&locales.join(tag).join("timeZoneNames.json"))?;
    let mut all = BTreeMap::new();
    walk(
        String::new(),
        &file["main"][tag]["dates"]["timeZoneNames"]["zone"],
        &mut all,
    );
    Ok(all)
}

fn walk(zone: String, value: &Value, all: &mut BTreeMap<String, String>) {
    if let Some(name) = value["exemplarCity"].as_str() {
        all.insert(zone, name.to_owned());
        return;
    }
    for (key, inner) in value.as_object().into_iter().flatten().filter(|(_, v)| v.is_object()) {
        let zone = if zone.is_empty() {
            key.clone()
        } else {
            format!("{zone}/{key}")
        };
        walk(zone, inner, all);
    }
}
