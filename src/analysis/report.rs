//! From marks to entities: who is who, which place, which country, in one sorted list.

use std::collections::BTreeMap;

use dateline_corpus::text::slug;
use dateline_corpus::{CountryCode, Doubt, Entity, EntityKey, EntityKind, Found, How, Mention, Span};

use crate::bodies::{Bodies, Named};
use crate::cast::{Player, printed};
use crate::countries::Naming;
use crate::doubts;
use crate::evidence::{Evidence, dateline, placed};
use crate::gazetteer::{Gazetteer, Hit, Rank, Sense};
use crate::marks::{Mark, What};
use crate::ministries::government;
use crate::people::Sight;
use crate::places::{Meaning, Told, View};
use crate::words::Gap;

/// Entities being gathered.
#[derive(Debug, Default)]
pub struct Report {
    found: BTreeMap<EntityKey, Found>,
}

impl Report {
    /// Entities in order of their keys, mentions in order, none twice.
    pub fn finish(self) -> Vec<Found> {
        let mut all: Vec<Found> = self.found.into_values().collect();
        for found in &mut all {
            found.mentions.sort_unstable();
            found.mentions.dedup_by_key(|m| m.span);
        }
        all
    }

    /// Adds an entity that has mentions, and whose key is not there yet or has others.
    pub fn keep(&mut self, found: Found) {
        if found.mentions.is_empty() {
            return;
        }
        match self.found.get_mut(&found.entity.key) {
            Some(known) => known.mentions.extend(found.mentions),
            None => {
                self.found.insert(found.entity.key.clone(), found);
            }
        }
    }

    /// Adds a mention; nothing for a name without a letter.
    pub fn add(&mut self, entity: Entity, mention: Mention) {
        if entity.key.slug.is_empty() {
            return;
        }
        let found = self.found.entry(entity.key.clone()).or_insert_with(|| Found {
            entity,
            mentions: Vec::new(),
        });
        found.mentions.push(mention);
    }

    /// Adds the people.
    pub fn people(&mut self, sight: Sight<'_, '_>, players: &[Player]) {
        for player in players {
            let key = EntityKey::new(EntityKind::Person, slug(&player.name));
            let doubt = doubts::person(sight, player);
            for &(from, to) in &player.mentions {
                let entity = Entity {
                    key: key.clone(),
                    name: player.name.clone(),
                    country: None,
                    point: None,
                };
                let shared = player.shared.contains(&from).then_some(Doubt::Surname);
                let mention = Mention {
                    doubt: doubt.or(shared),
                    ..Mention::new(span(sight, from, to), How::Name)
                };
                self.add(entity, mention);
            }
        }
    }

    /// Adds everything else; words that are `taken` belong to people.
    pub fn marks(&mut self, view: View<'_, '_>, marks: &[Mark], taken: &[bool]) {
        let sight = view.sight();
        let bodies = Bodies::read(sight, marks);
        let told = Told::read(view, marks);
        for mark in marks {
            let inside = matches!(mark.what, What::Known { inside: true, .. });
            if !inside && (mark.from..mark.to).any(|i| taken[i]) {
                continue;
            }
            match mark.what {
                What::Person | What::Thing => {}
                What::State(p) => self.listed(view, mark, p, false, None),
                What::Known { hit, inside: true } => self.inside(view, mark, hit, &bodies, marks, &told),
                What::Known { hit, inside: false } => self.known(view, mark, hit, &bodies, &told),
                What::Body | What::Letters => {
                    if let Some(named) = bodies.resolve(sight, mark) {
                        if let Some(code) = bodies.speaks_for(sight, mark, &named) {
                            let at = span(sight, mark.from, mark.to);
                            self.country(view.gazetteer, code, Mention::new(at, How::Metonym));
                        }
                        self.body(sight, mark, named);
                    }
                }
            }
        }
        self.halves(sight, view.evidence);
    }

    /// Adds a body.
    pub fn body(&mut self, sight: Sight<'_, '_>, mark: &Mark, named: Named) {
        let key = EntityKey::new(EntityKind::Organisation, slug(&named.name));
        let entity = Entity {
            key,
            name: named.name,
            country: named.country,
            point: None,
        };
        let mention = Mention {
            doubt: named.doubt,
            ..Mention::new(span(sight, mark.from, mark.to), How::Name)
        };
        self.add(entity, mention);
    }

    /// A known phrase by itself: an area, a body (and its seat's country, for the Pentagon), a country or a place.
    fn known(&mut self, view: View<'_, '_>, mark: &Mark, hit: Hit, bodies: &Bodies, told: &Told) {
        let at = span(view.sight(), mark.from, mark.to);
        let mut other = false;
        for sense in view.gazetteer.senses(hit) {
            match sense {
                Sense::Area(a) => {
                    let area = view.gazetteer.areas[a as usize];
                    let key = EntityKey::new(EntityKind::Region, slug(area.name));
                    self.add(
                        Entity {
                            key,
                            name: area.name.into(),
                            country: None,
                            point: Some(area.point),
                        },
                        Mention::new(at, How::Name),
                    );
                    other = true;
                }
                Sense::Body(b) => {
                    other = true;
                    let body = view.gazetteer.bodies[b as usize];
                    if let Some(named) = bodies.known(view.sight(), mark, body) {
                        if let Some(code) = government(body).filter(|code| named.country == Some(*code)) {
                            self.country(view.gazetteer, code, Mention::new(at, How::Metonym));
                        }
                        self.body(view.sight(), mark, named);
                    }
                }
                _ => {}
            }
        }
        let naming = Naming {
            view,
            range: (mark.from, mark.to),
        };
        if let Some((code, how)) = naming.of(hit) {
            self.country(view.gazetteer, code, Mention::new(at, how));
        } else if !other && !naming.ware() {
            self.place(view, told, mark, hit, false);
        }
    }

    /// A known phrase inside a body's name: it names its country, not itself.
    fn inside(&mut self, view: View<'_, '_>, mark: &Mark, hit: Hit, bodies: &Bodies, marks: &[Mark], told: &Told) {
        let naming = Naming {
            view,
            range: (mark.from, mark.to),
        };
        match naming.of(hit) {
            Some((code, how)) => {
                let weak = view
                    .gazetteer
                    .senses(hit)
                    .any(|s| matches!(s, Sense::Country { weak: true, .. }));
                if let Some(code) = bodies.country_inside(view.sight(), mark, marks, code, weak) {
                    self.country(
                        view.gazetteer,
                        code,
                        Mention::new(span(view.sight(), mark.from, mark.to), how),
                    );
                }
            }
            None => self.place(view, told, mark, hit, true),
        }
    }

    fn place(&mut self, view: View<'_, '_>, told: &Told, mark: &Mark, hit: Hit, inside: bool) {
        let at = span(view.sight(), mark.from, mark.to);
        let Some(resolved) = told.resolve(view, hit, mark.from, inside) else {
            return;
        };
        match resolved.meaning {
            Meaning::Listed(index) => {
                let country = view.gazetteer.places[index as usize].country;
                self.listed(view, mark, index, inside, doubts::place(view, &resolved, country));
            }
            Meaning::Unlisted(container) => {
                let doubt = doubts::place(view, &resolved, container.country);
                let mention = |how| Mention {
                    doubt,
                    ..Mention::new(at, how)
                };
                let name = printed(view.sight(), mark.from, mark.to);
                let division = container
                    .division
                    .map(|d| format!("-{}", d.to_lowercase()))
                    .unwrap_or_default();
                let key = format!(
                    "{}{division}-{}",
                    slug(&name),
                    container.country.as_str().to_lowercase()
                );
                self.country(view.gazetteer, container.country, mention(How::Place));
                if !inside {
                    let key = EntityKey::new(EntityKind::Place, key);
                    let entity = Entity {
                        key,
                        name,
                        country: Some(container.country),
                        point: None,
                    };
                    self.add(entity, mention(How::Name));
                }
            }
        }
    }

    /// A place of the tables, and its country; inside a body's name just the country.
    pub fn listed(&mut self, view: View<'_, '_>, mark: &Mark, index: u32, inside: bool, doubt: Option<Doubt>) {
        let at = span(view.sight(), mark.from, mark.to);
        let place = view.gazetteer.places[index as usize];
        let listed = place.rank == Rank::Capital && capital(view, mark.to);
        let literal = placed(view.words, first_of_list(view, mark.from))
            || dateline(view.words, mark.from, mark.to)
            || view.words.gap(mark.to).has(Gap::COMMA) && !listed;
        let how = if place.rank == Rank::Capital && !literal && !inside {
            How::Metonym
        } else {
            How::Place
        };
        self.town(
            view.gazetteer,
            index,
            !inside,
            Mention {
                doubt,
                ..Mention::new(at, how)
            },
        );
    }

    /// Adds a place's country, and where `itself`, the place.
    pub fn town(&mut self, gazetteer: &Gazetteer, index: u32, itself: bool, mention: Mention) {
        let place = gazetteer.places[index as usize];
        let named = Mention {
            how: How::Name,
            ..mention
        };
        self.country(gazetteer, place.country, mention);
        if itself {
            let key = EntityKey::new(EntityKind::Place, gazetteer.place_slug(index));
            let entity = Entity {
                key,
                name: place.name.into(),
                country: Some(place.country),
                point: place.point,
            };
            self.add(entity, named);
        }
    }

    /// Adds a country by its code.
    pub fn country(&mut self, gazetteer: &Gazetteer, code: CountryCode, mention: Mention) {
        let land = gazetteer.land(code);
        let name = land.map_or_else(|| code.to_string(), |l| l.name.to_owned());
        let entity = Entity {
            key: EntityKey::country(code),
            name,
            country: Some(code),
            point: land.and_then(|l| l.point),
        };
        self.add(entity, mention);
    }

    /// `the North`, `the South` where the text has named one of the Koreas, or both.
    fn halves(&mut self, sight: Sight<'_, '_>, evidence: &Evidence) {
        let words = sight.words;
        let (Some(north), Some(south)) = (CountryCode::parse("KP"), CountryCode::parse("KR")) else {
            return;
        };
        if evidence.of(north) + evidence.of(south) == 0 {
            return;
        }
        for i in 1..words.len() {
            let code = match words.term(i) {
                "north" => north,
                "south" if evidence.of(south) > 0 && evidence.of(north) > 0 => south,
                _ => continue,
            };
            let alone = !words.follows(i + 1) || !words.cap(i + 1) || words.possessive(i);
            let followed = words.follows(i + 1) && matches!(words.term(i + 1), "of" | "and" | "american" | "sea");
            if words.cap(i)
                && !words.weak(i)
                && words.term(i - 1) == "the"
                && words.follows(i)
                && alone
                && !followed
                && !words.glued(i + 1)
            {
                self.country(sight.gazetteer, code, Mention::new(span(sight, i, i + 1), How::Name));
            }
        }
    }
}

/// Whether a capital stands at word `i`.
fn capital(view: View<'_, '_>, i: usize) -> bool {
    let ranks = |s| matches!(s, Sense::Place(p) if view.gazetteer.places[p as usize].rank == Rank::Capital);
    let hit = view.gazetteer.find(view.words, i);
    view.words.cap(i) && hit.is_some_and(|hit| view.gazetteer.senses(hit).any(ranks))
}

/// Where a list of capitals begins of which word `i` is one: what stands before the first is meant of all (`in Paris and Warsaw`).
fn first_of_list(view: View<'_, '_>, mut i: usize) -> usize {
    const LONGEST: usize = 8;
    let words = view.words;
    for _ in 0..LONGEST {
        let and = i > 0 && words.term(i - 1) == "and";
        let gap = words.gap(i);
        let Some(before) = i.checked_sub(1 + usize::from(and)) else {
            break;
        };
        if !(and || gap.has(Gap::COMMA) && gap.only(Gap::COMMA.and(Gap::SPACE))) || !capital(view, before) {
            break;
        }
        i = before;
    }
    i
}

/// The bytes of words `from..to`.
pub fn span(sight: Sight<'_, '_>, from: usize, to: usize) -> Span {
    let start = sight.words.get(from).map_or(0, |w| w.start);
    let last = to.saturating_sub(1);
    let end = sight.words.get(last).map_or(start, |w| w.end);
    let end = end + usize::from(to > from + 1 && sight.words.shortened(last));
    Span {
        start: start as u32,
        end: end as u32,
    }
}
