//! What countries are called in other languages, from Unicode CLDR.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{lines, objects, read_json, text};

/// Languages with names for fewer countries than this are left out.
const FEWEST_NAMES: usize = 200;

/// One language a line: its tag, and by country, in the order of the table of countries, CLDR's names in it: the usual one, then
/// short and other forms, with semicolons between. Languages as such, and Chinese in both scripts; English has its own table.
pub fn table(locales: &Path, capitals: &Value) -> Result<String, String> {
    let entries = fs::read_dir(locales).map_err(|e| format!("{}: {e}", locales.display()))?;
    let codes: BTreeSet<String> = objects(capitals)?.iter().map(|c| text(c, "iso")).collect();
    let english = read_json(&locales.join("en/territories.json"))?;
    let known = |code: &&String| english["main"]["en"]["localeDisplayNames"]["territories"][code.as_str()].is_string();
    let codes: Vec<&String> = codes.iter().filter(known).collect();
    let mut rows = BTreeSet::new();
    for entry in entries.flatten() {
        let tag = entry.file_name().to_string_lossy().into_owned();
        let file = entry.path().join("territories.json");
        if tag == "en" || (tag.contains('-') && tag != "zh-Hant") || !file.exists() {
            continue;
        }
        let names = &read_json(&file)?["main"][&tag]["localeDisplayNames"]["territories"];
        let of = |code: &String| {
            let forms = ["", "-alt-short", "-alt-variant"].map(|form| format!("{code}{form}"));
            let mut all: Vec<&str> = forms.iter().filter_map(|form| names[form].as_str()).collect();
            all.retain(|name| name != code);
            all.dedup();
            all.join(";").replace('\t', " ")
        };
        let columns: Vec<String> = codes.iter().map(|code| of(code)).collect();
        if columns.iter().filter(|names| !names.is_empty()).count() > FEWEST_NAMES {
            rows.insert(format!("{tag}\t{}", columns.join("\t")));
        }
    }
    Ok(lines(rows))
}
