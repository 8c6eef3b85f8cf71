//! Quotations and doubts: what an article has of them, and which articles have any.

use dateline_corpus::EntityKind;
use dateline_corpus::pack::{PackError, StoredMention, StoredQuotation};

use super::{Corrected, Store};
use crate::bits::Bits;
use crate::question::Quoting;

impl Store {
    /// The quotations of an article, by the place of their starts; `mentions` are its mentions.
    pub fn quotations(&self, ix: u32, mentions: &[StoredMention]) -> Result<Vec<StoredQuotation>, PackError> {
        match self {
            Self::Whole(whole) => whole.pack.quotations(ix, mentions),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => Ok(parts.article(ix).map_or_else(Vec::new, |a| a.quotations.clone())),
        }
    }

    /// Of a set, the articles with quotations by an entity or about it, in order, each with how many.
    pub fn quoted(&self, at: u32, quoting: Quoting, articles: &Bits) -> Result<Vec<(u32, u32)>, PackError> {
        let mut quoted = Vec::new();
        match self {
            Self::Whole(whole) => {
                let named = whole.facets.articles(at).map(|(ix, _)| ix);
                for ix in named.filter(|ix| articles.has(*ix) && whole.pack.quotes(*ix)) {
                    let mentions = self.mentions(ix)?;
                    let quotations = self.quotations(ix, &mentions)?;
                    let n = self.of(ix, at, quoting, &mentions, quotations)?.len() as u32;
                    quoted.extend((n > 0).then_some((ix, n)));
                }
            }
            #[cfg(feature = "parts")]
            Self::Parts(parts) => {
                let lists = parts.lists_of(at)?.quoted;
                quoted = match quoting {
                    Quoting::By => lists.by,
                    Quoting::About => lists.about,
                };
                quoted.retain(|(ix, _)| articles.has(*ix));
            }
        }
        Ok(quoted)
    }

    /// Of a set, the articles with doubtful mentions, in order, each with how many.
    pub fn doubtful(&self, articles: &Bits) -> Vec<(u32, u32)> {
        match self {
            Self::Whole(whole) => whole
                .doubts
                .iter()
                .filter(|(ix, _)| articles.has(*ix))
                .copied()
                .collect(),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => {
                let rows = (0u32..).zip(parts.rows());
                rows.filter(|(ix, row)| row.doubts > 0 && articles.has(*ix))
                    .map(|(ix, row)| (ix, row.doubts))
                    .collect()
            }
        }
    }

    /// How many mentions of an article are doubtful.
    pub fn doubts(&self, ix: u32) -> u32 {
        match self {
            Self::Whole(whole) => {
                let found = whole.doubts.binary_search_by_key(&ix, |doubts| doubts.0);
                found.map_or(0, |at| whole.doubts[at].1)
            }
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.rows().get(ix as usize).map_or(0, |row| row.doubts),
        }
    }

    /// Whether an article may have quotations.
    fn may_quote(&self, ix: u32) -> bool {
        match self {
            Self::Whole(whole) => whole.pack.quotes(ix),
            #[cfg(feature = "parts")]
            Self::Parts(_) => true,
        }
    }

    /// Of the quotations of an article, those by an entity or about it.
    fn of(
        &self,
        ix: u32,
        at: u32,
        quoting: Quoting,
        mentions: &[StoredMention],
        mut quotations: Vec<StoredQuotation>,
    ) -> Result<Vec<StoredQuotation>, PackError> {
        match quoting {
            Quoting::By => quotations.retain(|q| q.entity == Some(at)),
            Quoting::About if quotations.is_empty() => {}
            Quoting::About => {
                let texts = self.texts(&self.article(ix)?)?;
                quotations.retain(|q| q.about(&texts.body.text, mentions).binary_search(&at).is_ok());
            }
        }
        Ok(quotations)
    }
}

impl Corrected {
    /// The quotations of an article, by the place of their starts; `mentions` are its mentions.
    pub fn quotations(&self, ix: u32, mentions: &[StoredMention]) -> Result<Vec<StoredQuotation>, PackError> {
        let Some(overlay) = self.overlay().filter(|overlay| overlay.touches(ix)) else {
            return self.base.quotations(ix, mentions);
        };
        let mut quotations = self.base.quotations(ix, &self.base.mentions(ix)?)?;
        for quotation in &mut quotations {
            if let (Some(before), Some(at)) = (quotation.entity, quotation.speaker) {
                quotation.entity = overlay.plan.speaker(before, at, mentions, |id| self.is_country(id));
            }
        }
        Ok(quotations)
    }

    fn is_country(&self, at: u32) -> bool {
        self.entity_at(at).is_some_and(|e| e.kind == EntityKind::Country)
    }

    /// The quotations of an article that are by an entity or about it.
    pub fn quoted_in(&self, ix: u32, at: u32, quoting: Quoting) -> Result<Vec<StoredQuotation>, PackError> {
        let mentions = self.mentions(ix)?;
        let quotations = self.quotations(ix, &mentions)?;
        self.base.of(ix, at, quoting, &mentions, quotations)
    }

    /// Of a set, the articles with quotations by an entity or about it, in order, each with how many.
    pub fn quoted(&self, at: u32, quoting: Quoting, articles: &Bits) -> Result<Vec<(u32, u32)>, PackError> {
        let Some(named) = self.overlay().and_then(|overlay| overlay.articles(at)) else {
            return self.base.quoted(at, quoting, articles);
        };
        let mut quoted = Vec::new();
        for (ix, _) in named {
            if articles.has(*ix) && self.base.may_quote(*ix) {
                let n = self.quoted_in(*ix, at, quoting)?.len() as u32;
                quoted.extend((n > 0).then_some((*ix, n)));
            }
        }
        Ok(quoted)
    }

    /// Of a set, the articles with doubtful mentions, in order, each with how many.
    pub fn doubtful(&self, articles: &Bits) -> Vec<(u32, u32)> {
        let mut doubtful = self.base.doubtful(articles);
        if let Some(overlay) = self.overlay() {
            doubtful
                .iter_mut()
                .for_each(|(ix, n)| *n = overlay.doubts(*ix).unwrap_or(*n));
            doubtful.retain(|(_, n)| *n > 0);
        }
        doubtful
    }
}
