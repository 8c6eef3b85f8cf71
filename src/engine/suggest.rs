//! How may the word that is being typed go on? Words of the corpus, titles and names that begin so.
//!
//! The word is the last of the query, where it may be unfinished: no phrase, no value of a field, and no space behind it. In a script
//! written without spaces it is the whole run, of which every letter is a word of the index: titles and names that have it are
//! found, and no words, since the index does not know where these end. All counts are of what is found when the suggestion is taken:
//! of a word and its other forms, which are not suggested beside it, in the articles that the rest of the query finds.

use dateline_corpus::order::{select, sort_by};
use dateline_corpus::pack::PackError;
use dateline_corpus::text::{join, slug};
use dateline_corpus::{EntityKey, EntityKind, EntityRef, Group};

use crate::Engine;
use crate::bits::Bits;
use crate::matches::{Field, matches};
use crate::query::{self, How, Leaf, Node, Query, Text, Within, Word, is_operator};
use crate::question::Scope;
use crate::rank::idf;
use crate::scope::Except;
use crate::search::by_score;
use crate::snippet::cut;
use crate::view::{EntitySuggestion, Suggestions, TermSuggestion, TitleSuggestion};

#[cfg(test)]
mod tests;

/// How many forms a word has at most, about: so many are looked through for each that is shown.
const FORMS: usize = 4;

impl Engine {
    /// At most `limit` suggestions of each kind for the word that is being typed at the end of a query; none where none is.
    ///
    /// # Errors
    /// Where the pack breaks its own rules although its checksums fit; [`PackError::Wanting`] where parts have to be fetched first.
    pub fn suggest(&self, scope: &Scope, limit: u32) -> Result<Suggestions, PackError> {
        let Scope { query: typed, filters } = scope;
        let mut query = query::read(typed);
        let Some((text, is_inside)) = take_typed(&mut query) else {
            return Ok(Suggestions::default());
        };
        let limit = limit as usize;
        let scoped = self.filtered(query, filters)?;
        let mut articles = scoped.articles(Except::Nothing);
        let (mut terms, titled) = match text.words.as_slice() {
            [word] => self.begun(typed, word, &text, &articles, limit)?,
            _ => (Vec::new(), self.titled(&text, &articles)?),
        };
        if is_inside {
            // Beside alternatives, or excluded: what is found depends on these.
            let count = |query: &str| {
                let taken = self.filtered(query::read(query), filters)?;
                Ok::<_, PackError>(taken.articles(Except::Nothing))
            };
            for term in &mut terms {
                term.articles = count(&term.query)?.count();
            }
            articles = count(before_typed(typed, &text))?;
        }
        let mut found = scoped.found;
        found.scores.resize(self.len() as usize, 0.0);
        found.units.push(self.unit(&text, &mut Vec::new()));
        found.idfs.push(idf(self.len(), titled.count()));
        self.add_standing(&mut found, &titled)?;
        let mut order: Vec<u64> = titled.iter().map(|ix| by_score(&found.scores, ix)).collect();
        first(&mut order, limit);
        let titles = order.into_iter().map(|key| {
            let ix = key as u32;
            let record = self.store.article(ix)?;
            let title = self.store.title_of(&record)?;
            let marks = matches(&title.tokens, &found.units, Field::Title);
            Ok(TitleSuggestion {
                id: record.id.to_owned(),
                title: cut(&title.text, 0, title.text.len(), &marks),
                outlet: self.outlet(ix).to_owned(),
                date: self.date(ix),
            })
        });
        self.store.complete(Suggestions {
            terms,
            titles: titles.collect::<Result<_, _>>()?,
            entities: self.named(&words_of(&text), &articles, limit),
        })
    }

    /// How a word goes on, and the articles whose titles have a word that begins so.
    fn begun(
        &self,
        typed: &str,
        word: &Word,
        text: &Text,
        articles: &Bits,
        limit: usize,
    ) -> Result<(Vec<TermSuggestion>, Bits), PackError> {
        let begun = self.store.with_prefix(&word.term);
        let before = before_typed(typed, text);
        let mut terms: Vec<TermSuggestion> = Vec::new();
        let mut known = Vec::new();
        let is_all = articles.count() == self.len() && text.within == Within::Anywhere;
        for term in self.terms(begun.clone(), articles, text.within, limit * FORMS) {
            if terms.len() == limit {
                break;
            }
            // Whoever takes a word has its other forms with it.
            if known.contains(&term) {
                continue;
            }
            let (word, written) = self.store.written(term);
            // `OR` in capitals would not be a word.
            let safe = if is_operator(&written) { word } else { &written };
            let from = known.len();
            known.push(term);
            self.store.other_forms(word, safe, &mut |form| known.push(form));
            let forms = &known[from..];
            let articles = if is_all && forms.len() == 1 {
                self.store.count(term..term + 1) as u32
            } else {
                let mut with = Bits::none(self.len());
                for form in forms {
                    self.store.each_posting(*form..*form + 1, |p| {
                        if text.within == Within::Anywhere || p.title() > 0 {
                            with.insert(p.article());
                        }
                    })?;
                }
                with.and(articles);
                with.count()
            };
            terms.push(TermSuggestion {
                query: [before, safe, " "].concat(),
                text: written,
                articles,
            });
        }
        sort_by(&mut terms, |a, b| b.articles.cmp(&a.articles));
        let mut titled = Bits::none(self.len());
        self.store.each_titled(&word.term, begun, |ix| titled.insert(ix));
        titled.and(articles);
        Ok((terms, titled))
    }

    /// The articles whose titles have a run of a script without spaces.
    fn titled(&self, text: &Text, articles: &Bits) -> Result<Bits, PackError> {
        let within = Text {
            within: Within::Title,
            ..text.clone()
        };
        let unit = self.unit(&within, &mut Vec::new());
        let mut titled = Bits::none(self.len());
        for (ix, _) in self.unit_hits(&unit)? {
            if articles.has(ix) {
                titled.insert(ix);
            }
        }
        Ok(titled)
    }

    /// At most `limit` entities that are so called: those whose names have a word that begins as the last one typed, among the
    /// articles that have the others, and those whose keys begin with the name.
    ///
    /// # Errors
    /// As [`suggest`](Self::suggest).
    pub fn seek(&self, name: &str, limit: u32) -> Result<Suggestions, PackError> {
        let mut entities = self.suggest(&name.into(), limit)?.entities;
        let slug = slug(name);
        for kind in [EntityKind::Person, EntityKind::Organisation, EntityKind::Place] {
            let from = self.store.place_of(&EntityKey::new(kind, slug.as_str()));
            for at in from.. {
                let begins = |entity: &EntityRef| entity.kind == kind && entity.slug.starts_with(&slug);
                let Some(entity) = self.store.entity_at(at).filter(&begins) else {
                    break;
                };
                if entities.len() >= limit as usize || slug.is_empty() {
                    break;
                }
                let articles = self.counts[at as usize].articles;
                let is_new = entities
                    .iter()
                    .all(|one| (one.group, one.key.as_str()) != (Group::of(kind), entity.slug));
                if articles > 0 && is_new {
                    entities.push(EntitySuggestion {
                        group: Group::of(kind),
                        key: entity.slug.to_owned(),
                        name: entity.name.to_owned(),
                        articles,
                    });
                }
            }
        }
        self.store.complete(Suggestions {
            entities,
            ..Suggestions::default()
        })
    }

    /// Of a range of terms those that most of the articles have; ties in the order of terms.
    fn terms(&self, range: std::ops::Range<u32>, articles: &Bits, within: Within, limit: usize) -> Vec<u32> {
        let whole = articles.count() == self.len() && within == Within::Anywhere;
        let count = |term: u32| {
            if whole {
                return self.store.count(term..term + 1);
            }
            let mut n = 0;
            let counted = self.store.each_posting(term..term + 1, |p| {
                n += usize::from(articles.has(p.article()) && (within == Within::Anywhere || p.title() > 0));
            });
            counted.map_or(0, |()| n)
        };
        let mut order: Vec<u64> = range.map(|term| most_first(count(term) as u32, term)).collect();
        first(&mut order, limit);
        // None that no article has.
        order.retain(|key| key >> 32 < u64::from(u32::MAX));
        order.into_iter().map(|key| key as u32).collect()
    }

    /// The entities whose names have a word that begins so, by articles; ties by key.
    fn named(&self, beginning: &str, articles: &Bits, limit: usize) -> Vec<EntitySuggestion> {
        // In parts what articles name comes with these, and what names an entity by itself.
        let tally = self.store.is_in_parts().then(|| self.tally(articles));
        let mut order: Vec<(u32, u64, u32)> = Vec::new();
        self.store.each_named(beginning, &mut |at| {
            let count = tally
                .as_ref()
                .map_or_else(|| self.count(at, articles), |tally| Ok(tally.count(at)));
            let count = count.map_or(0, |count| count.articles);
            if count > 0 {
                order.push((!count, self.store.rank(at), at));
            }
        });
        sort_by(&mut order, Ord::cmp);
        let shown = order.into_iter().take(limit).map(|(count, _, at)| {
            let value = self.at(at);
            EntitySuggestion {
                group: self.group(at),
                key: value.key.to_owned(),
                name: value.name.to_owned(),
                articles: !count,
            }
        });
        shown.collect()
    }
}

/// A number whose order is that of counts, highest first, then of positions.
fn most_first(count: u32, at: u32) -> u64 {
    u64::from(!count) << 32 | u64::from(at)
}

/// Keeps the first of a list, in order.
fn first(order: &mut Vec<u64>, limit: usize) {
    if limit < order.len() {
        select(order, limit);
        order.truncate(limit);
    }
    order.sort_unstable();
}

/// What was typed, as names are looked up: its words with a space between them.
fn words_of(text: &Text) -> String {
    let words: Vec<&str> = text.words.iter().map(|word| word.term.as_str()).collect();
    join(&words, " ")
}

/// Takes the word that is being typed out of the query, so that the rest is left. Where it is one of several alternatives or
/// excluded, what goes with these is no part of the rest, and true is given besides.
fn take_typed(query: &mut Query) -> Option<(Text, bool)> {
    let mut parts = match query.root.take()? {
        Node::All(parts) => parts,
        other => vec![other],
    };
    let is_typed = |text: &Text| {
        let unfinished = text.words.last().is_some_and(|word| word.typing);
        unfinished && !text.quoted && text.how == How::SideBySide
    };
    let at = parts.iter().rposition(|part| typed_in(part).is_some_and(is_typed))?;
    let part = parts.remove(at);
    query.root = Node::all(parts);
    let is_inside = !matches!(part, Node::Leaf(_));
    typed_in(&part).map(|text| (text.clone(), is_inside))
}

/// What stands before the word that is being typed.
fn before_typed<'a>(typed: &'a str, text: &Text) -> &'a str {
    let shown: String = text.words.iter().map(|word| word.shown.as_str()).collect();
    let at = (0..=typed.len()).rfind(|at| typed.as_bytes()[*at..].starts_with(shown.as_bytes()));
    at.map_or("", |at| &typed[..at])
}

/// The text with a word that is being typed, of which there is one at most.
fn typed_in(part: &Node) -> Option<&Text> {
    match part {
        Node::Leaf(Leaf::Text(text)) => text.words.iter().any(|word| word.typing).then_some(text),
        Node::All(parts) | Node::Any(parts) => parts.iter().find_map(typed_in),
        Node::Not(part) => typed_in(part),
        Node::Leaf(Leaf::Value(_)) => None,
    }
}
