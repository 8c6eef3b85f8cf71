//! From a query and filters to the articles meant, in such a form that each facet group can leave its own picks out.

use dateline_corpus::pack::PackError;
use dateline_corpus::{Filters, Group};

use crate::Engine;
use crate::bits::Bits;
use crate::query::{self, Query};
use crate::question::Scope;
use crate::search::Found;

/// The articles of a scope, before its parts are joined.
#[derive(Debug)]
pub(crate) struct Scoped {
    /// The query as understood.
    pub query: Query,
    /// The filters, by what each of their values is now.
    pub filters: Filters,
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
        let found = self.search(&query)?;
        let filters = self.as_corrected(filters);
        let (picked, excluded) = (self.with_picks(&filters, false)?, self.with_picks(&filters, true)?);
        Ok(Scoped {
            query,
            found,
            picked,
            excluded,
            dated: self.with_dates(&filters),
            filters,
        })
    }

    /// Filters by what corrections made of their values: each once, and none by what is no entity.
    fn as_corrected(&self, filters: &Filters) -> Filters {
        let mut filters = filters.clone();
        let Some(overlay) = self.store.overlay() else {
            return filters;
        };
        for mut pick in std::mem::take(&mut filters.picks) {
            match self.value(pick.group, &pick.key) {
                Some(at) => (pick.group, pick.key) = (self.group(at), self.at(at).key.to_owned()),
                None if overlay.plan.speaks_of(pick.group, &pick.key) => continue,
                None => {}
            }
            if filters.standing(pick.group, &pick.key).is_none() {
                filters.picks.push(pick);
            }
        }
        filters
    }

    /// By group, the articles that have one of its values picked (or excluded). A value that is not in the corpus
    /// has no article.
    fn with_picks(&self, filters: &Filters, exclude: bool) -> Result<[Option<Bits>; Group::ALL.len()], PackError> {
        let mut with: [Option<Bits>; Group::ALL.len()] = Default::default();
        for pick in filters.picks.iter().filter(|p| p.exclude == exclude) {
            let bits = with[pick.group as usize].get_or_insert_with(|| Bits::none(self.len()));
            if let Some(value) = self.value(pick.group, &pick.key) {
                self.each_article_with(value, |ix, _| bits.insert(ix))?;
            }
        }
        Ok(with)
    }

    fn with_dates(&self, filters: &Filters) -> Option<Bits> {
        if filters.from.is_none() && filters.to.is_none() {
            return None;
        }
        Some(self.with_days(filters.from, filters.to))
    }
}
