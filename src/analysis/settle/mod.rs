//! Rules and tagger, whose word counts? The tagger's on people, bodies and where names end; the rules' on countries.
//!
//! A name that both read alike keeps what the rules know of it. Countries stay as the rules have them, because their
//! tables tell more than any text that could be learned from.

mod places;
mod retold;
mod rules;
mod second;

use std::cell::OnceCell;

use dateline_corpus::text::slug;
use dateline_corpus::{CountryCode, Doubt, Entity, EntityKey, EntityKind, Found, How, Mention, Span};
use rustc_hash::FxHashMap;

use self::places::{Beside, phrase, placed, widen, within};
use self::rules::{Rules, taken};
pub use self::second::Second;
use crate::bodies::Bodies;
use crate::cast::{Player, cast, printed};
use crate::countries::Naming;
use crate::evidence::dateline;
use crate::marks::{Mark, What};
use crate::places::{Told, View};
use crate::report::{Report, span};
use crate::tagger::{NameKind, Named};
use crate::walk::state_at;
use crate::words::Words;

/// What a text names after both have spoken.
#[derive(Debug)]
pub struct Settled {
    /// Entities in order of their keys.
    pub found: Vec<Found>,
    /// Its people.
    pub players: Vec<Player>,
}

/// Joins what the rules `found` by their `marks` with the tagger's `names`.
///
/// `head` is where the article was written, as its dateline says it, which is no part of the text (`NYNGAN, Australia`).
pub fn settle(view: View<'_, '_>, head: &Words<'_>, marks: &[Mark], found: Vec<Found>, names: &[Named]) -> Settled {
    let sight = view.sight();
    let retold = retold::retold(marks, names);
    let players = cast(sight, &retold);
    let mut report = Report::default();
    report.people(sight, &players);
    let taken = taken(sight.words, names);
    let rules = Rules::split(sight.words, found, &taken, &mut report);
    let mut settling = Settling {
        view,
        marks,
        rules,
        bodies: Bodies::read(sight, &retold),
        beside: Beside::read(view, head, names),
        lies: OnceCell::new(),
        wider: FxHashMap::default(),
        report,
    };
    for name in names {
        settling.name(name);
    }
    settling.letters(&taken);
    let Settling { report, wider, .. } = settling;
    let mut found = report.finish();
    widen(&mut found, &wider);
    Settled { found, players }
}

/// What is reported so far, and what it is told by.
struct Settling<'a, 't> {
    view: View<'a, 't>,
    marks: &'a [Mark],
    rules: Rules,
    bodies: Bodies,
    beside: Beside<'a>,
    /// Most texts need it for no name.
    lies: OnceCell<Told>,
    /// Places of the rules that are part of a longer name.
    wider: FxHashMap<Span, Span>,
    report: Report,
}

impl Settling<'_, '_> {
    /// Reports a name of the tagger's; people are reported before.
    fn name(&mut self, name: &Named) {
        let ware = |mark: &Mark| {
            let (view, range) = (self.view, (mark.from, mark.to));
            Naming { view, range }.ware()
        };
        let kind = self.kind(name);
        if matches!(kind, NameKind::Person | NameKind::Other)
            || phrase(self.marks, name).is_some_and(|(mark, _)| ware(mark))
        {
            return;
        }
        let told = match kind {
            NameKind::Body => self.body(name),
            _ => self.place(name),
        };
        if let Some((entity, mention)) = told {
            self.report.add(entity, mention);
        }
    }

    /// Its kind, where the text says more than the tagger saw.
    fn kind(&self, name: &Named) -> NameKind {
        let sight = self.view.sight();
        match name.kind {
            // `BALMORAL, Scotland —`.
            NameKind::Place | NameKind::Person if self.bodies.explains(sight, name.from, name.to) => NameKind::Body,
            // `Santa Fe, N.M.`
            NameKind::Body if name.to == name.from + 1 && state_at(sight, name.from).is_some() => NameKind::Place,
            NameKind::Body if dateline(sight.words, name.from, name.to) && self.lies_in(name).is_some() => {
                NameKind::Place
            }
            kind => kind,
        }
    }

    fn lies_in(&self, name: &Named) -> Option<CountryCode> {
        self.beside.country(self.view.words, name)
    }

    /// A body, as the rules have it where they do.
    fn body(&self, name: &Named) -> Option<(Entity, Mention)> {
        let sight = self.view.sight();
        let at = span(sight, name.from, name.to);
        // What the text says of letters counts more than what the rules took their name for.
        let spelled = self.bodies.explains(sight, name.from, name.to);
        let known = self.rules.at(EntityKind::Organisation, at).filter(|_| !spelled);
        known.or_else(|| {
            let named = self.bodies.told(sight, name.from, name.to)?;
            let entity = Entity {
                key: EntityKey::new(EntityKind::Organisation, slug(&named.name)),
                name: named.name,
                country: named.country,
                point: None,
            };
            Some((entity, Mention::new(at, How::Name)))
        })
    }

    /// A place: what the rules find on the map says more than a name alone; where it is a part, of its part: `Old Goa`. None where
    /// it is reported already.
    fn place(&mut self, name: &Named) -> Option<(Entity, Mention)> {
        let at = span(self.view.sight(), name.from, name.to);
        let inner = self.rules.within(at);
        if inner.is_none()
            && let Some((mark, hit)) = phrase(self.marks, name)
            && placed(&mut self.report, self.view, &self.lies, self.marks, (mark, hit))
        {
            return None;
        }
        let Some((inside, told)) = inner else {
            return Some(self.unlisted(name, at, None));
        };
        let whole = at.start < inside.start || inside.end < at.end;
        let Some(told) = told else {
            return whole.then(|| self.unlisted(name, at, None));
        };
        let (entity, mention) = (self.rules.entity(told).clone(), told.1);
        // A region is the same one by a longer name: `the Asia-Pacific region`.
        if !whole || entity.key.kind == EntityKind::Region {
            return Some((entity, mention));
        }
        self.wider.insert(mention.span, at);
        Some(self.unlisted(name, at, Some((&entity, mention))))
    }

    /// A place that no table has, or not by so long a name.
    fn unlisted(&mut self, name: &Named, at: Span, known: Option<(&Entity, Mention)>) -> (Entity, Mention) {
        let country = known.and_then(|(k, _)| k.country).or_else(|| self.lies_in(name));
        let doubt = match known {
            Some((_, mention)) => mention.doubt,
            None => Some(Doubt::Unlisted),
        };
        if let (None, Some(code)) = (known, country) {
            let mention = Mention {
                doubt,
                ..Mention::new(at, How::Place)
            };
            self.report.country(self.view.gazetteer, code, mention);
        }
        let name = printed(self.view.sight(), name.from, name.to);
        let entity = Entity {
            key: EntityKey::new(EntityKind::Place, within(slug(&name), country)),
            name,
            country,
            point: known.and_then(|(k, _)| k.point),
        };
        let mention = Mention {
            doubt,
            ..Mention::new(at, How::Name)
        };
        (entity, mention)
    }

    /// What abbreviates a name that only the tagger sees.
    fn letters(&mut self, taken: &[bool]) {
        let sight = self.view.sight();
        let letters = self.marks.iter().filter(|m| matches!(m.what, What::Letters));
        for mark in letters.filter(|m| !taken[m.from] && self.bodies.explains(sight, m.from, m.to)) {
            if let Some(named) = self.bodies.told(sight, mark.from, mark.to) {
                self.report.body(sight, mark, named);
            }
        }
    }
}
