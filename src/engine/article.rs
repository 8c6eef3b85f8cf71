//! An article opened for reading: its text in runs, each marked the same way from end to end.

use std::cmp::Reverse;

use dateline_corpus::EntityKind;
use dateline_corpus::order::sort_by_key;
use dateline_corpus::pack::{PackError, StoredMention};

use crate::Engine;
use crate::bits::Bits;
use crate::hits::{headline, headline_matches, is_titled};
use crate::matches::{Field, Match, matches};
use crate::query;
use crate::view::{ArticleEntity, ArticleView, Run};

/// Related articles shown.
const RELATED: usize = 5;

impl Engine {
    /// An article to read, the query's matches and all mentions marked; `None` where no article has that id.
    ///
    /// ```
    #[doc = include_str!("example.txt")]
    /// # let engine = Engine::open(pack)?;
    /// let article = engine.article("a", "approach")?.expect("the article");
    /// assert_eq!((article.paragraphs.len(), article.hits), (2, 2));
    /// // Runs are the text and nothing else; the first names the first entity of the list.
    /// let run = &article.paragraphs[0][0];
    /// assert_eq!(run.text, "Kishida");
    /// assert_eq!(article.entities[run.entities[0] as usize].key.to_string(), "person:kishida");
    /// assert_eq!(engine.article("z", "")?, None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Where the pack breaks its own rules although its checksums fit; [`PackError::Wanting`] where parts have to be fetched first.
    pub fn article(&self, id: &str, typed: &str) -> Result<Option<ArticleView>, PackError> {
        let Some(ix) = self.store.position(id) else {
            return self.store.complete(None);
        };
        let record = self.store.article(ix)?;
        let texts = self.store.texts(&record)?;
        let text = texts.body.text.as_str();
        let units = self.units(&query::read(typed));
        let titled = is_titled(&texts);
        let title = headline(&texts);
        // What stands in the place of a missing title stands in the text too, and is marked there.
        let title_matches = if titled {
            headline_matches(&texts, &units)
        } else {
            Vec::new()
        };
        let body_matches = matches(&texts.body.tokens, &units, Field::Body);

        let mentions = self.store.mentions(ix)?;
        let entities = self.article_entities(&mentions);
        let mut position: Vec<(u32, u32)> = entities.iter().zip(0u32..).map(|((e, _), i)| (*e, i)).collect();
        sort_by_key(&mut position, |p| p.0);
        let mut marks = Marks {
            mentions: &mentions,
            matches: &body_matches,
            position: &position,
            engine: self,
        };
        let first_hit = title_matches.len() as u32;
        let paragraphs = paragraphs(text)
            .map(|(from, to)| marks.runs(text, from, to, first_hit))
            .collect();

        let mut only = Bits::none(self.len());
        only.insert(ix);
        let tally = self.tally(&only);
        self.store.complete(Some(ArticleView {
            id: record.id.to_owned(),
            title: title_runs(title, &title_matches),
            titled,
            outlet: self.outlet(ix).to_owned(),
            byline: record.byline.to_owned(),
            date: self.date(ix),
            dateline: record.dateline.to_owned(),
            place: record.place.to_owned(),
            language: record.language.to_owned(),
            source: record.source.to_owned(),
            url: is_web_address(record.url).then(|| record.url.to_owned()),
            extra: record.extra.iter().map(|(k, v)| ((*k).to_owned(), plain(v))).collect(),
            paragraphs,
            hits: first_hit + body_matches.len() as u32,
            countries: self.countries(&tally),
            places: self.places(&tally),
            entities: entities.into_iter().map(|(_, e)| e).collect(),
            focus: self.store.focus(&record)?,
            related: self.related(ix, RELATED)?,
        }))
    }

    /// The entities of an article with their positions in the table, most mentions first; ties by key.
    fn article_entities(&self, mentions: &[StoredMention]) -> Vec<(u32, ArticleEntity)> {
        let mut named: Vec<u32> = mentions.iter().map(|m| m.entity).collect();
        sort_by_key(&mut named, |e| *e);
        let mut entities: Vec<(u32, ArticleEntity)> = Vec::new();
        for same in named.chunk_by(|a, b| a == b) {
            let Some(entity) = self.at(same[0]).entity else {
                continue;
            };
            let (key, name, mentions) = (entity.key(), entity.name.to_owned(), same.len() as u32);
            entities.push((same[0], ArticleEntity { key, name, mentions }));
        }
        sort_by_key(&mut entities, |(e, entity)| {
            (Reverse(entity.mentions), self.store.rank(*e))
        });
        entities
    }
}

/// Only such an address becomes a link: an article's `javascript:` stays text.
fn is_web_address(url: &str) -> bool {
    let has = |scheme: &str| url.get(..scheme.len()).is_some_and(|s| s.eq_ignore_ascii_case(scheme));
    has("https://") || has("http://")
}

/// A stored JSON value as a reader would write it: a string without its quotation marks.
fn plain(json: &str) -> String {
    json.strip_prefix('"')
        .and_then(|s| s.strip_suffix('"'))
        .filter(|s| !s.contains('\\'))
        .unwrap_or(json)
        .to_owned()
}

/// The paragraphs of a text: first byte and one past the last.
fn paragraphs(text: &str) -> impl Iterator<Item = (usize, usize)> {
    text.split("\n\n").scan(0, |at, paragraph| {
        let from = *at;
        *at += paragraph.len() + 2;
        Some((from, from + paragraph.len()))
    })
}

fn title_runs(title: &str, found: &[Match]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut at = 0;
    let mut push = |from: usize, to: usize, hit| {
        if from < to {
            runs.push(Run {
                text: title[from..to].to_owned(),
                hit,
                entities: Vec::new(),
                starts: false,
                doubt: None,
            });
        }
    };
    for (m, i) in found.iter().zip(0u32..) {
        push(at, m.start, None);
        push(m.start, m.end, Some(i));
        at = m.end;
    }
    push(at, title.len(), None);
    runs
}

/// Mentions and matches of a body, taken front to back. Each paragraph looks only at those that reach into it.
struct Marks<'a> {
    mentions: &'a [StoredMention],
    matches: &'a [Match],
    /// Position in the view of each entity of the table, by the latter.
    position: &'a [(u32, u32)],
    engine: &'a Engine,
}

impl Marks<'_> {
    fn runs(&mut self, text: &str, from: usize, to: usize, first_hit: u32) -> Vec<Run> {
        let span = |m: &StoredMention| (m.span.start as usize, m.span.end as usize);
        // Sorted by start: everything that starts before this paragraph's end; a mention never spans paragraphs for long.
        let mentions: Vec<&StoredMention> = {
            let end = self.mentions.partition_point(|m| span(m).0 < to);
            let begin = self.mentions.partition_point(|m| span(m).0 < from);
            self.mentions[begin..end].iter().collect()
        };
        let matches = {
            let begin = self.matches.partition_point(|m| m.end <= from);
            let end = self.matches.partition_point(|m| m.start < to);
            begin..end.max(begin)
        };
        let mut cuts: Vec<usize> = vec![from, to];
        cuts.extend(mentions.iter().flat_map(|m| [span(m).0, span(m).1]));
        cuts.extend(self.matches[matches.clone()].iter().flat_map(|m| [m.start, m.end]));
        cuts.retain(|c| (from..=to).contains(c) && text.is_char_boundary(*c));
        sort_by_key(&mut cuts, |cut| *cut);
        cuts.dedup();

        let mut runs: Vec<Run> = Vec::with_capacity(cuts.len());
        let mut next_mention = 0;
        let mut open: Vec<&StoredMention> = Vec::new();
        let mut next_match = matches.start;
        for pair in cuts.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            while mentions.get(next_mention).is_some_and(|m| span(m).0 <= a) {
                open.push(mentions[next_mention]);
                next_mention += 1;
            }
            open.retain(|m| span(m).1 > a);
            while next_match < matches.end && self.matches[next_match].end <= a {
                next_match += 1;
            }
            let hit = self.matches[next_match..matches.end]
                .first()
                .filter(|m| m.start <= a && m.end >= b);
            let mut here: Vec<&&StoredMention> = open.iter().collect();
            sort_by_key(&mut here, |m| {
                (specificity(self.kind(m.entity)), self.engine.store.rank(m.entity))
            });
            runs.push(Run {
                text: text[a..b].to_owned(),
                hit: hit.map(|_| first_hit + next_match as u32),
                starts: here.first().is_some_and(|m| span(m).0 == a),
                doubt: here.first().and_then(|m| m.doubt),
                entities: here.iter().filter_map(|m| self.shown_position(m.entity)).collect(),
            });
        }
        runs
    }

    fn shown_position(&self, entity: u32) -> Option<u32> {
        let found = self.position.binary_search_by_key(&entity, |p| p.0);
        found.ok().map(|i| self.position[i].1)
    }

    fn kind(&self, entity: u32) -> EntityKind {
        self.engine.at(entity).entity.map_or(EntityKind::Region, |e| e.kind)
    }
}

/// A place stands before its country, a person before anything.
fn specificity(kind: EntityKind) -> u8 {
    match kind {
        EntityKind::Person => 0,
        EntityKind::Organisation => 1,
        EntityKind::Place => 2,
        EntityKind::Region => 3,
        EntityKind::Country => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_web_address, paragraphs, plain};

    #[test]
    fn only_web_addresses_become_links() {
        for (url, expect) in [
            ("https://example.org/a", true),
            ("HTTP://example.org", true),
            ("javascript:alert(1)", false),
            (" https://example.org", false),
            ("data:text/html,x", false),
            ("", false),
        ] {
            assert_eq!(is_web_address(url), expect, "{url}");
        }
    }

    #[test]
    fn paragraphs_cover_the_text() {
        let text = "One.\n\nTwo.\n\n\n\nThree";
        assert_eq!(
            paragraphs(text).map(|(a, b)| &text[a..b]).collect::<Vec<_>>(),
            ["One.", "Two.", "", "Three"]
        );
    }

    #[test]
    fn stored_strings_lose_their_quotation_marks() {
        assert_eq!(
            (plain("\"world\""), plain("[1,2]"), plain("\"a\\nb\"")),
            ("world".into(), "[1,2]".into(), "\"a\\nb\"".into())
        );
    }
}
