//! Which part of the source is drawn for which ISO 3166-1 code.
//!
//! Natural Earth draws states with all they hold, and some areas that have no code. The two tables here are all that
//! is changed; [`NOTE`] tells the reader.

use std::collections::BTreeMap;

use dateline_corpus::CountryCode;

use super::packages::Names;
use super::shape::{Grid, Land, Polygon, Shapes};

/// What the page says under its map.
pub const NOTE: &str = "Borders as drawn by Natural Earth 4.1.0 (1:10 million, simplified here), which by its own \
    account shows who controls an area rather than who claims it. So Crimea and the southern Kurils are drawn with \
    Russia, the Golan Heights with Israel, Western Sahara west of the sand wall with Morocco, Aksai Chin with China, and \
    Kashmir divided along the line of control; Kosovo, Palestine, Taiwan and what is left of Western Sahara are drawn by \
    themselves, Abkhazia and South Ossetia with Georgia, Transnistria with Moldova. Areas without an ISO 3166-1 code are \
    drawn with the country around them: Northern Cyprus, the UN buffer zone and the British bases with Cyprus, \
    Somaliland with Somalia, Baikonur with Kazakhstan, Guantanamo Bay with Cuba. The Siachen Glacier, the Spratly \
    Islands, Scarborough Reef, Bajo Nuevo and Serranilla Bank are drawn with nobody. To draw a border is not to judge it.";

/// Features of the source without a code of their own: the code they are drawn with, or none.
const WITHOUT_CODE: [(&str, Option<&str>); 16] = [
    ("Akrotiri", Some("CY")),
    ("Baikonur", Some("KZ")),
    ("Bajo Nuevo Bank", None),
    ("Clipperton I.", Some("FR")),
    ("Coral Sea Is.", Some("AU")),
    ("Cyprus U.N. Buffer Zone", Some("CY")),
    ("Dhekelia", Some("CY")),
    ("Indian Ocean Ter.", Some("AU")),
    ("Kosovo", Some("XK")),
    ("N. Cyprus", Some("CY")),
    ("Scarborough Reef", None),
    ("Serranilla Bank", None),
    ("Siachen Glacier", None),
    ("Somaliland", Some("SO")),
    ("Spratly Is.", None),
    ("USNB Guantanamo Bay", Some("CU")),
];

/// Parts of a state that ISO 3166-1 gives a code of their own: the state, the box in degrees (west, south, east,
/// north) that holds the part and no other land of that state, and the part's code.
const PARTS: [(&str, [f64; 4], &str); 12] = [
    ("FR", [-55.0, 2.0, -51.0, 6.0], "GF"),
    ("FR", [-62.0, 15.7, -60.9, 16.6], "GP"),
    ("FR", [-61.4, 14.3, -60.7, 15.0], "MQ"),
    ("FR", [44.9, -13.2, 45.4, -12.5], "YT"),
    ("FR", [55.1, -21.5, 56.0, -20.8], "RE"),
    ("NO", [-9.5, 70.5, -7.5, 71.5], "SJ"),
    ("NO", [8.0, 74.0, 35.0, 81.5], "SJ"),
    ("NO", [3.0, -55.0, 4.0, -54.0], "BV"),
    ("NL", [-69.0, 12.0, -62.0, 18.0], "BQ"),
    ("NZ", [-173.0, -10.0, -171.0, -8.0], "TK"),
    ("AU", [105.0, -11.0, 106.0, -10.0], "CX"),
    ("AU", [96.0, -13.0, 97.5, -11.5], "CC"),
];

/// Where the marker stands for codes whose shape the source has as a line (Vatican City), or whose largest part is
/// not what the name brings to mind (Navassa for the U.S. Outlying Islands; here Wake): degrees east and north.
pub const POINTS: [(&str, f64, f64); 2] = [("UM", 166.62, 19.29), ("VA", 12.45, 41.90)];

/// Every code with its parts, in the order of codes.
pub fn assign(source: &Shapes, names: &Names) -> Result<Vec<Land>, String> {
    let mut lands: BTreeMap<CountryCode, Vec<Polygon>> = names.names.keys().map(|code| (*code, Vec::new())).collect();
    for shape in &source.shapes {
        let code = match shape.number {
            Some(number) => names.by_number.get(&number).copied(),
            None => {
                let row = WITHOUT_CODE.iter().find(|(name, _)| *name == shape.name);
                let row = row.ok_or_else(|| {
                    format!(
                        "the source has a new area without a code, {}: add it to WITHOUT_CODE and to NOTE",
                        shape.name
                    )
                })?;
                match row.1 {
                    Some(code) => CountryCode::parse(code),
                    None => continue,
                }
            }
        };
        let code = code.ok_or_else(|| format!("no ISO 3166-1 code for {} ({:?})", shape.name, shape.number))?;
        for polygon in &shape.polygons {
            let code = part(&source.grid, code, polygon).unwrap_or(code);
            lands.entry(code).or_default().push(polygon.clone());
        }
    }
    Ok(lands
        .into_iter()
        .map(|(code, polygons)| Land { code, polygons })
        .collect())
}

fn part(grid: &Grid, state: CountryCode, polygon: &Polygon) -> Option<CountryCode> {
    let inside = |[west, south, east, north]: [f64; 4]| {
        polygon.iter().flatten().all(|v| {
            let (lon, lat) = grid.degrees(*v);
            (west..=east).contains(&lon) && (south..=north).contains(&lat)
        })
    };
    let row = PARTS
        .iter()
        .find(|(from, area, _)| *from == state.as_str() && inside(*area))?;
    CountryCode::parse(row.2)
}
