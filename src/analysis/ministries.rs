//! Whose is a part of a state that is named without it: `the Foreign Ministry said`, `the Senate voted`?

use crate::listing::{List, among};
use dateline_corpus::CountryCode;

use crate::gazetteer::{Body, Hit, Rank, Sense};
use crate::people::Sight;

/// What the names of such parts end in.
const BARE: &List = &List::new("ministry parliament treasury senate congress cabinet representatives army");

/// For so many words it is clear which country has just been named.
const JUST: usize = 60;

/// Whether a part of a state may be named without it by this last word.
pub fn is_bare(term: &str) -> bool {
    among(BARE, term)
}

/// Where a text names countries, by themselves, their people or their capital: first words, in order.
#[derive(Debug, Default)]
pub struct Lands(Vec<(usize, CountryCode)>);

impl Lands {
    /// Notes the country of a phrase that starts at word `from`, behind all noted before.
    pub fn read(&mut self, sight: Sight<'_, '_>, from: usize, hit: Hit) {
        let land = sight.gazetteer.senses(hit).find_map(|sense| match sense {
            Sense::Country { code, weak: false, .. } => Some(code),
            Sense::Place(p) => {
                let place = &sight.gazetteer.places[p as usize];
                (place.rank == Rank::Capital).then_some(place.country)
            }
            _ => None,
        });
        self.0.extend(land.map(|code| (from, code)));
    }

    /// The only country that the words before `at` name, where the word `head` is the last of what a state has one of.
    pub fn just_named(&self, sight: Sight<'_, '_>, at: usize, head: usize) -> Option<CountryCode> {
        if !is_bare(sight.words.term(head)) {
            return None;
        }
        let before = self.0[..self.0.partition_point(|land| land.0 < at)].iter().rev();
        let mut near = before.take_while(|land| at - land.0 <= JUST).map(|land| land.1);
        let code = near.next()?;
        near.take(JUST).all(|other| other == code).then_some(code)
    }
}

/// The state whose government a body of the tables is part of: `the State Department`.
pub fn government(body: Body) -> Option<CountryCode> {
    let name = body.name;
    let part = name.ends_with(" Department") || name.starts_with("Department of ") || name.ends_with(" Office");
    body.country.filter(|_| part)
}

/// Whether other states have a body of this name too.
pub fn one_of_many(body: Body) -> bool {
    matches!(
        body.name,
        "Senate" | "House of Representatives" | "Treasury Department" | "Congress"
    )
}
