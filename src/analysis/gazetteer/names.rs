//! Which names does the gazetteer have, for who only asks whether one is a place's?

use super::columns::rows;
use super::tables::{CITIES, DIVISION_WORDS, DIVISIONS, NAMESAKES, PLACES, country_names};

/// What English-language news calls towns, divisions and countries; a name may come more than once.
pub fn place_names() -> impl Iterator<Item = &'static str> {
    let listed = [CITIES, NAMESAKES, DIVISIONS]
        .into_iter()
        .flat_map(rows)
        .map(|row| row.name);
    let written = PLACES.lines().filter(|l| !l.starts_with('#')).flat_map(|line| {
        let names = line.split('|').next().unwrap_or_default().split(';');
        names.map(|name| name.trim().trim_start_matches('*'))
    });
    let short = |name: &'static str| {
        DIVISION_WORDS
            .iter()
            .find_map(|word| name.strip_suffix(word))
            .unwrap_or(name)
    };
    let all = listed
        .chain(written)
        .chain(country_names().into_iter().map(|(_, name)| name));
    all.map(short).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::place_names;

    #[test]
    fn towns_divisions_and_countries_have_names() {
        let names: std::collections::BTreeSet<&str> = place_names().collect();
        for name in ["Abuja", "Ohio", "Kenya", "New York", "NYC"] {
            assert!(names.contains(name), "{name}");
        }
        assert!(!names.contains("Ann Lee") && !names.contains(""));
    }
}
