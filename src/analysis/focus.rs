//! Which countries is an article about, apart from those it mentions?

use dateline_corpus::{CountryCode, How};
use rustc_hash::FxHashMap;

/// A mention counts more the nearer it stands to the start: twice as much at the very beginning as at the end.
const LEAD: f32 = 1.0;
/// A country of the headline counts as much as this many mentions, and as this share of all of them.
const TITLE: f32 = 2.0;
const TITLE_SHARE: f32 = 0.2;
/// A second and third country belong to the focus where they have at least this share of the first one's weight.
const SHARE: f32 = 0.5;
/// Most countries that an article is about.
const MOST: usize = 3;

/// One mention of a country: where in the text (0 to 1) and how.
pub type Weighed = (CountryCode, f32, How);

/// The one to three countries in focus, most important first.
pub fn focus(mentions: &[Weighed], title: &[CountryCode]) -> Vec<CountryCode> {
    let mut weights: FxHashMap<CountryCode, f32> = FxHashMap::default();
    for &(code, position, how) in mentions {
        let kind = match how {
            How::Name | How::Metonym => 1.0,
            How::Demonym => 0.9,
            How::Place => 0.8,
            // Countries are not described.
            How::Role => 0.0,
        };
        *weights.entry(code).or_default() += kind * (1.0 + LEAD * (1.0 - position));
    }
    let total: f32 = mentions.len() as f32;
    for code in title {
        *weights.entry(*code).or_default() += TITLE + TITLE_SHARE * total;
    }
    let mut ranked: Vec<_> = weights.into_iter().collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let least = ranked.first().map_or(0.0, |r| r.1 * SHARE);
    ranked
        .into_iter()
        .take_while(|r| r.1 >= least)
        .take(MOST)
        .map(|r| r.0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::focus;
    use dateline_corpus::{CountryCode, How};

    fn check(mentions: &[(&str, f32)], title: &[&str], expect: &[&str]) {
        let code = |c: &&str| CountryCode::parse(c).unwrap();
        let mentions: Vec<_> = mentions.iter().map(|(c, p)| (code(c), *p, How::Name)).collect();
        let title: Vec<_> = title.iter().map(code).collect();
        assert_eq!(
            focus(&mentions, &title)
                .iter()
                .map(|c| c.to_string())
                .collect::<Vec<_>>(),
            expect
        );
    }

    #[test]
    fn what_is_named_often_early_and_in_the_headline_is_in_focus() {
        check(&[], &[], &[]);
        check(&[("JP", 0.1), ("JP", 0.5), ("FR", 0.9)], &[], &["JP"]);
        check(&[("JP", 0.9), ("FR", 0.1)], &[], &["FR", "JP"]);
        check(&[("JP", 0.5), ("JP", 0.5), ("FR", 0.5)], &["FR"], &["FR", "JP"]);
        check(
            &[("AA", 0.5), ("BB", 0.5), ("CC", 0.5), ("DD", 0.5)],
            &[],
            &["AA", "BB", "CC"],
        );
    }
}
