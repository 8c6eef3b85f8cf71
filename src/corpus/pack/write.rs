//! From articles and their analyses to the bytes of a pack.

use std::collections::{BTreeMap, HashMap};

use super::checksum::Crc;
use super::layout::{BLOCK_TERMS, ENTRY_BYTES, HEAD_BYTES, MAGIC, Section, VERSION};
use super::{PackError, put_signed, put_str, put_varint};
use crate::text::Tokenizer;
use crate::world::World;
use crate::{Analysis, Article, Entity, EntityKey, Mention};

/// What goes into a pack.
pub struct PackInput<'a> {
    /// The corpus's title.
    pub title: &'a str,
    /// Articles, each with its analysis, in any order; ids are unique.
    pub articles: &'a [(Article, Analysis)],
    /// The world's shapes.
    pub world: &'a World,
}

/// Writes a pack. The same articles give the same bytes in any order.
///
/// # Errors
/// [`PackError::TooLarge`] where a section would pass 4 GiB.
pub fn write(input: &PackInput) -> Result<Vec<u8>, PackError> {
    let mut order: Vec<&(Article, Analysis)> = input.articles.iter().collect();
    // Newest first, undated last, ties by id.
    order.sort_by(|(a, _), (b, _)| (b.date, &a.id).cmp(&(a.date, &b.id)));

    let outlets = outlet_table(&order);
    let entities = entity_table(&order, input.world);
    let mut sections = Sections::default();
    write_about(&mut sections, input.title, &outlets);
    let index = write_articles(&mut sections, &order, &outlets)?;
    write_terms(&mut sections, index)?;
    write_mentions(&mut sections, &order, &entities)?;
    *sections.of(Section::World) = input.world.write();
    sections.assemble()
}

/// Section bytes in the making, by position in [`Section::ALL`].
#[derive(Default)]
struct Sections([Vec<u8>; Section::ALL.len()]);

impl Sections {
    fn of(&mut self, section: Section) -> &mut Vec<u8> {
        &mut self.0[section as usize]
    }

    /// Appends to `table` the length that `section` has now, as a u32.
    fn mark(&mut self, table: Section, section: Section) -> Result<(), PackError> {
        let at = u32::try_from(self.of(section).len()).map_err(|_| PackError::TooLarge { section: section.tag() })?;
        self.of(table).extend_from_slice(&at.to_le_bytes());
        Ok(())
    }

    fn assemble(self) -> Result<Vec<u8>, PackError> {
        let crc = Crc::new();
        let mut out = Vec::new();
        out.extend_from_slice(MAGIC);
        out.extend_from_slice(&VERSION.to_le_bytes());
        out.extend_from_slice(&(Section::ALL.len() as u32).to_le_bytes());
        let mut offset = HEAD_BYTES + Section::ALL.len() * ENTRY_BYTES + 4;
        for section in Section::ALL {
            let bytes = &self.0[section as usize];
            let too_large = |_| PackError::TooLarge { section: section.tag() };
            out.extend_from_slice(section.tag().as_bytes());
            out.extend_from_slice(&u32::try_from(offset).map_err(too_large)?.to_le_bytes());
            out.extend_from_slice(&u32::try_from(bytes.len()).map_err(too_large)?.to_le_bytes());
            out.extend_from_slice(&crc.of(bytes).to_le_bytes());
            offset += bytes.len();
        }
        out.extend_from_slice(&crc.of(&out).to_le_bytes());
        self.0.iter().for_each(|bytes| out.extend_from_slice(bytes));
        Ok(out)
    }
}

/// Outlet names in order, each with its position.
fn outlet_table<'a>(order: &[&'a (Article, Analysis)]) -> BTreeMap<&'a str, u32> {
    let mut table: BTreeMap<&str, u32> = order.iter().map(|(a, _)| (a.outlet.as_str(), 0)).collect();
    table.values_mut().zip(0..).for_each(|(position, i)| *position = i);
    table
}

fn write_about(sections: &mut Sections, title: &str, outlets: &BTreeMap<&str, u32>) {
    let out = sections.of(Section::About);
    put_str(out, title);
    put_varint(out, outlets.len() as u32);
    outlets.keys().for_each(|name| put_str(out, name));
}

/// Term → its postings as (article, occurrences in the body, occurrences in the title).
type Index = HashMap<Box<str>, Vec<(u32, u32, u32)>>;

fn write_articles(
    sections: &mut Sections,
    order: &[&(Article, Analysis)],
    outlets: &BTreeMap<&str, u32>,
) -> Result<Index, PackError> {
    let mut index = Index::new();
    for ((article, analysis), ix) in order.iter().zip(0u32..) {
        let title_terms = count_terms(&mut index, &article.title, ix, |p| &mut p.2);
        let body_terms = count_terms(&mut index, &article.text, ix, |p| &mut p.1);
        sections.mark(Section::ArticleOffsets, Section::Articles)?;
        let text_at = u32::try_from(sections.of(Section::Texts).len()).map_err(|_| PackError::TooLarge {
            section: Section::Texts.tag(),
        })?;
        sections.of(Section::Texts).extend_from_slice(article.text.as_bytes());

        let out = sections.of(Section::Articles);
        match article.date {
            None => out.push(0),
            Some(date) => {
                out.push(1);
                put_signed(out, date.days());
            }
        }
        for n in [
            outlets[article.outlet.as_str()],
            title_terms,
            body_terms,
            text_at,
            article.text.len() as u32,
        ] {
            put_varint(out, n);
        }
        let language = if article.language.is_empty() {
            &analysis.language
        } else {
            &article.language
        };
        for field in [
            &article.id,
            &article.title,
            &article.path,
            &article.byline,
            &article.dateline,
            &article.place,
            language,
            &article.source,
            &article.url,
        ] {
            put_str(out, field);
        }
        put_varint(out, analysis.focus.len() as u32);
        analysis
            .focus
            .iter()
            .for_each(|c| out.extend_from_slice(c.as_str().as_bytes()));
        put_varint(out, article.extra.len() as u32);
        for (key, value) in &article.extra {
            put_str(out, key);
            put_str(out, &value.to_string());
        }
    }
    sections.mark(Section::ArticleOffsets, Section::Articles)?;
    Ok(index)
}

/// Counts the terms of one field into the index; returns how many there are.
fn count_terms(index: &mut Index, text: &str, ix: u32, field: impl Fn(&mut (u32, u32, u32)) -> &mut u32) -> u32 {
    let mut terms = 0;
    Tokenizer::new(text).for_each(|token| {
        terms += 1;
        let postings = match index.get_mut(token.term) {
            Some(postings) => postings,
            None => index.entry(token.term.into()).or_default(),
        };
        if postings.last().is_none_or(|p| p.0 != ix) {
            postings.push((ix, 0, 0));
        }
        if let Some(last) = postings.last_mut() {
            *field(last) += 1;
        }
    });
    terms
}

fn write_terms(sections: &mut Sections, index: Index) -> Result<(), PackError> {
    let mut terms: Vec<_> = index.into_iter().collect();
    terms.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    for block in terms.chunks(BLOCK_TERMS) {
        sections.mark(Section::TermBlocks, Section::Terms)?;
        sections.mark(Section::TermBlocks, Section::Postings)?;
        let mut before = "";
        for (term, postings) in block {
            let shared = shared_prefix(before, term);
            let list_at = sections.of(Section::Postings).len();
            let out = sections.of(Section::Postings);
            let mut last = 0;
            for (ix, body, title) in postings {
                put_varint(out, ix - last);
                // The lowest bit says whether the title has it too, which is rare.
                put_varint(out, body << 1 | u32::from(*title > 0));
                if *title > 0 {
                    put_varint(out, *title);
                }
                last = *ix;
            }
            let list_bytes = out.len() - list_at;
            let out = sections.of(Section::Terms);
            put_varint(out, shared as u32);
            put_str(out, &term[shared..]);
            put_varint(out, postings.len() as u32);
            put_varint(out, list_bytes as u32);
            before = term;
        }
    }
    sections.mark(Section::TermBlocks, Section::Terms)?;
    sections.mark(Section::TermBlocks, Section::Postings)
}

/// How many leading bytes two terms share, cut at a character boundary.
fn shared_prefix(a: &str, b: &str) -> usize {
    let same = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    (0..=same)
        .rev()
        .find(|n| b.is_char_boundary(*n) && a.is_char_boundary(*n))
        .unwrap_or(0)
}

/// An entity with what all its articles know of it, its postings as (article, mentions), and its position by key.
struct Gathered {
    entity: Entity,
    postings: Vec<(u32, u32)>,
    position: u32,
}

type EntityTable = BTreeMap<EntityKey, Gathered>;

fn entity_table(order: &[&(Article, Analysis)], world: &World) -> EntityTable {
    let mut table = EntityTable::new();
    for ((article, analysis), ix) in order.iter().zip(0u32..) {
        for found in &analysis.found {
            let mentions = valid_mentions(&article.text, &found.mentions).count() as u32;
            if mentions == 0 {
                continue;
            }
            let gathered = table.entry(found.entity.key.clone()).or_insert_with(|| Gathered {
                entity: found.entity.clone(),
                postings: Vec::new(),
                position: 0,
            });
            // Articles may disagree where they were not unified: the longest name, then the first in order, so that
            // the order of articles does not matter.
            let (kept, new) = (&mut gathered.entity, &found.entity);
            if (new.name.len(), &kept.name) > (kept.name.len(), &new.name) {
                kept.name.clone_from(&new.name);
            }
            kept.country = kept.country.or(new.country);
            kept.point = kept.point.or(new.point);
            match gathered.postings.last_mut() {
                Some(last) if last.0 == ix => last.1 += mentions,
                _ => gathered.postings.push((ix, mentions)),
            }
        }
    }
    for (gathered, i) in table.values_mut().zip(0..) {
        gathered.position = i;
        // One name for a country in lists and on the map.
        let drawn = gathered.entity.key.as_country().and_then(|code| world.country(code));
        if let Some(country) = drawn {
            gathered.entity.name.clone_from(&country.name);
        }
    }
    table
}

/// Mentions whose span lies in the text, on character boundaries and not empty.
fn valid_mentions<'a>(text: &'a str, mentions: &'a [Mention]) -> impl Iterator<Item = &'a Mention> {
    mentions.iter().filter(|m| {
        text.get(m.span.start as usize..m.span.end as usize)
            .is_some_and(|s| !s.is_empty())
    })
}

fn write_mentions(
    sections: &mut Sections,
    order: &[&(Article, Analysis)],
    entities: &EntityTable,
) -> Result<(), PackError> {
    let out = sections.of(Section::Entities);
    put_varint(out, entities.len() as u32);
    for (key, gathered) in entities {
        out.push(key.kind as u8);
        put_str(out, &key.slug);
        put_str(out, &gathered.entity.name);
        let country = gathered.entity.country;
        out.extend_from_slice(country.as_ref().map_or("--", |c| c.as_str()).as_bytes());
        match gathered.entity.point {
            None => out.push(0),
            Some(point) => {
                out.push(1);
                // Ten-thousandths of a degree: 11 m, finer than any gazetteer's town.
                put_signed(out, (point.lat * 1e4) as i32);
                put_signed(out, (point.lon * 1e4) as i32);
            }
        }
        put_varint(out, gathered.postings.len() as u32);
        let mut last = 0;
        for (ix, mentions) in &gathered.postings {
            put_varint(out, ix - last);
            put_varint(out, *mentions);
            last = *ix;
        }
    }
    for (article, analysis) in order {
        sections.mark(Section::MentionOffsets, Section::Mentions)?;
        let mut all: Vec<(&Mention, u32)> = analysis
            .found
            .iter()
            .filter_map(|f| entities.get(&f.entity.key).map(|g| (f, g.position)))
            .flat_map(|(f, position)| valid_mentions(&article.text, &f.mentions).map(move |m| (m, position)))
            .collect();
        all.sort_by_key(|(m, position)| (m.span, *position));
        let out = sections.of(Section::Mentions);
        put_varint(out, all.len() as u32);
        let mut last = 0;
        for (m, position) in all {
            put_varint(out, m.span.start - last);
            put_varint(out, m.span.end - m.span.start);
            put_varint(out, position);
            out.push(m.how as u8);
            last = m.span.start;
        }
    }
    sections.mark(Section::MentionOffsets, Section::Mentions)
}
