//! How are the large tables of places written down?
//!
//! By columns, each in a block, with an empty line between the blocks: so the same table has two thirds of the bytes in a page,
//! which the network compresses. One line a place, but for the first block:
//!
//! 1. by country, or country and first-level division, how many places follow: `JP 40 187`;
//! 2. names;
//! 3. latitudes and 4. longitudes in hundredths of a degree, those of a group's first place whole, the others' as what they are more than it;
//! 5. inhabitants in thousands;
//! 6. codes of divisions, where the groups have none.

use dateline_corpus::Point;

/// One place of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: &'static str,
    /// The code of its country, ISO 3166.
    pub country: &'static str,
    /// GeoNames' code of its first-level division, or of what it is itself.
    pub division: &'static str,
    /// Where it lies, degrees.
    pub point: Point,
    /// Its inhabitants in thousands.
    pub people: f32,
}

/// The places of a table, in its order. What does not fit ends the list.
pub fn rows(table: &'static str) -> impl Iterator<Item = Row> {
    let mut blocks = table.split("\n\n").map(str::lines);
    let mut block = || blocks.next().unwrap_or_else(|| "".lines());
    let (groups, mut names, mut lats, mut lons, mut people, mut codes) =
        (block(), block(), block(), block(), block(), block());
    groups.filter_map(group).flat_map(move |(country, division, count)| {
        let mut first: Option<(i32, i32)> = None;
        let mut next = || {
            let (lat, lon) = (lats.next()?.parse::<i32>().ok()?, lons.next()?.parse::<i32>().ok()?);
            let (lat, lon) = first.map_or((lat, lon), |first| (first.0 + lat, first.1 + lon));
            first.get_or_insert((lat, lon));
            Some(Row {
                name: names.next()?,
                country,
                division: division.or_else(|| codes.next()).unwrap_or_default(),
                point: Point {
                    lat: lat as f32 / 100.0,
                    lon: lon as f32 / 100.0,
                },
                people: people.next()?.parse().ok()?,
            })
        };
        (0..count).map_while(|_| next()).collect::<Vec<_>>()
    })
}

/// A line of the first block: country, division, and how many.
fn group(line: &'static str) -> Option<(&'static str, Option<&'static str>, usize)> {
    let (key, count) = line.rsplit_once(' ')?;
    let (country, division) = key.split_once(' ').map_or((key, None), |(c, d)| (c, Some(d)));
    Some((country, division, count.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn rows_are_put_together_from_the_columns() {
        let divided =
            "JP 40 2\nUS IL 1\n\nTokyo\nHachiōji\nChicago\n\n3569\n-3\n4185\n\n13969\n-36\n-8765\n\n9733\n580\n2746\n";
        let whole = "JP 2\n\nTokyo\nOsaka\n\n3569\n-100\n\n13969\n-419\n\n13515\n8839\n\n40\n32\n";
        let shown = |table| {
            rows(table)
                .map(|r| {
                    format!(
                        "{} {} {} {} {} {}",
                        r.name, r.country, r.division, r.point.lat, r.point.lon, r.people
                    )
                })
                .collect::<Vec<_>>()
        };
        assert_eq!(
            shown(divided),
            [
                "Tokyo JP 40 35.69 139.69 9733",
                "Hachiōji JP 40 35.66 139.33 580",
                "Chicago US IL 41.85 -87.65 2746"
            ]
        );
        assert_eq!(
            shown(whole),
            ["Tokyo JP 40 35.69 139.69 13515", "Osaka JP 32 34.69 135.5 8839"]
        );
    }

    #[test]
    fn a_table_that_ends_early_is_read_as_far_as_it_goes() {
        for table in [
            "",
            "JP 40 2",
            "JP 40 2\n\nTokyo\nOsaka\n\n1\n2\n\n3\n\n4\n5",
            "JP x\n\nTokyo\n\n1\n\n2\n\n3",
        ] {
            assert!(rows(table).count() < 2, "{table}");
        }
    }
}
