//! From a query and filters to the articles meant, in such a form that each facet group can leave its own picks out.

use dateline_corpus::pack::PackError;
use dateline_corpus::{Filters, Group, Pick};

use crate::Engine;
use crate::bits::Bits;
use crate::query::{self, Query};
use crate::question::Scope;
use crate::search::Found;
use crate::view::Picked;

/// The articles of a scope, before its parts are joined.
#[derive(Debug)]
pub(crate) struct Scoped {
    /// The query as understood.
    pub query: Query,
    /// The values picked and excluded, each once, by what corrections made of them; none that is no entity any more.
    pub picks: Vec<Picked>,
    /// What the query found.
    pub found: Found,
    /// By group: articles with at least one of its picks; `None` where nothing is picked.
    picked: [Option<Bits>; Group::ALL.len()],
    /// By group: articles with one of its excluded values.
    excluded: [Option<Bits>; Group::ALL.len()],
    /// Articles of the date range; `None` without one.
    dated: Option<Bits>,
}

/// A part of the filters that a count leaves out, so that a choice can still be widened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Except {
    /// Nothing: the articles meant.
    Nothing,
    /// What is picked in a group; its exclusions hold.
    Picks(Group),
    /// Everything said in a group, exclusions too.
    Group(Group),
    /// The date range.
    Dates,
}

impl Scoped {
    /// How a value stands: `Some(false)` picked, `Some(true)` excluded, `None` neither.
    pub fn standing(&self, group: Group, key: &str) -> Option<bool> {
        let is_it = |one: &&Picked| one.pick.group == group && one.pick.key == key;
        self.picks.iter().find(is_it).map(|one| one.pick.exclude)
    }

    /// The articles of the scope, with one part of the filters left out.
    pub fn articles(&self, except: Except) -> Bits {
        let mut articles = self.found.articles.clone();
        for (group, i) in Group::ALL.into_iter().zip(0..) {
            let leave_picks = except == Except::Picks(group) || except == Except::Group(group);
            if let Some(picked) = self.picked[i].as_ref().filter(|_| !leave_picks) {
                articles.and(picked);
            }
            if let Some(excluded) = self.excluded[i].as_ref().filter(|_| except != Except::Group(group)) {
                articles.and_not(excluded);
            }
        }
        if let Some(dated) = self.dated.as_ref().filter(|_| except != Except::Dates) {
            articles.and(dated);
        }
        articles
    }
}

impl Engine {
    pub(crate) fn scoped(&self, scope: &Scope) -> Result<Scoped, PackError> {
        self.filtered(query::read(&scope.query), &scope.filters)
    }

    /// As [`scoped`](Self::scoped), of a query that is read already.
    pub(crate) fn filtered(&self, query: Query, filters: &Filters) -> Result<Scoped, PackError> {
        let mut scoped = Scoped {
            found: self.search(&query)?,
            query,
            picks: Vec::new(),
            picked: Default::default(),
            excluded: Default::default(),
            dated: self.with_dates(filters),
        };
        for pick in &filters.picks {
            let at = self.value(pick.group, &pick.key);
            let (group, key, name) = match at.map(|at| (self.group(at), self.at(at))) {
                Some((group, value)) => (group, value.key, value.name),
                None if self.was_entity(pick) => continue,
                // A value that is not in the corpus has no article.
                None => (pick.group, &*pick.key, &*pick.key),
            };
            if scoped.standing(group, key).is_some() {
                continue;
            }
            let with = match pick.exclude {
                true => &mut scoped.excluded,
                false => &mut scoped.picked,
            };
            let bits = with[group as usize].get_or_insert_with(|| Bits::none(self.len()));
            if let Some(at) = at {
                self.each_article_with(at, |ix, _| bits.insert(ix))?;
            }
            scoped.picks.push(Picked {
                pick: Pick {
                    group,
                    key: key.to_owned(),
                    exclude: pick.exclude,
                },
                name: name.to_owned(),
            });
        }
        Ok(scoped)
    }

    /// Whether corrections made nothing of a value.
    fn was_entity(&self, pick: &Pick) -> bool {
        let overlay = self.store.overlay();
        overlay.is_some_and(|overlay| overlay.plan.speaks_of(pick.group, &pick.key))
    }

    fn with_dates(&self, filters: &Filters) -> Option<Bits> {
        if filters.from.is_none() && filters.to.is_none() {
            return None;
        }
        Some(self.with_days(filters.from, filters.to))
    }
}
