//! From the bytes of a pack to articles, terms, postings and mentions, each read when it is asked for.

use std::ops::Range;

use super::checksum::Crc;
use super::layout::{BLOCK_TERMS, ENTRY_BYTES, HEAD_BYTES, MAGIC, Section, VERSION};
use super::{PackError, Reader};
use crate::{CountryCode, Date, Entity, EntityKey, EntityKind, How, Point, Span};

/// A pack whose checksums have been found right.
#[derive(Debug)]
pub struct Pack {
    bytes: Vec<u8>,
    ranges: [Range<usize>; Section::ALL.len()],
    title: String,
    outlets: Vec<String>,
}

/// An article as stored, without its body.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleRecord<'a> {
    /// Day of publication.
    pub date: Option<Date>,
    /// Position in [`Pack::outlets`].
    pub outlet: u32,
    /// Terms in the title.
    pub title_terms: u32,
    /// Terms in the body.
    pub body_terms: u32,
    /// Where the body lies in all texts.
    text: (u32, u32),
    /// Unique id.
    pub id: &'a str,
    /// Headline.
    pub title: &'a str,
    /// Path it was read from.
    pub path: &'a str,
    /// Who wrote it.
    pub byline: &'a str,
    /// Dateline as printed.
    pub dateline: &'a str,
    /// The dateline's place.
    pub place: &'a str,
    /// BCP 47 tag.
    pub language: &'a str,
    /// Name of the publication it comes from.
    pub source: &'a str,
    /// Address.
    pub url: &'a str,
    /// Countries it is about.
    pub focus: Vec<CountryCode>,
    /// Unknown fields of the input: name and JSON.
    pub extra: Vec<(&'a str, &'a str)>,
}

/// How often a term stands in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    /// The article's position.
    pub article: u32,
    /// Occurrences in the body.
    pub body: u32,
    /// Occurrences in the title.
    pub title: u32,
}

/// A mention as stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredMention {
    /// Position in the entity table.
    pub entity: u32,
    /// Where in the body.
    pub span: Span,
    /// How a country came to be meant.
    pub how: How,
}

/// An entity as stored: what it is, and (article, mentions) for each article that mentions it.
pub type StoredEntity = (Entity, Vec<(u32, u32)>);

impl Pack {
    /// Checks the bytes and reads the head.
    ///
    /// # Errors
    /// Says whether the bytes are no pack, of another version, cut off, or damaged, and where.
    pub fn open(bytes: Vec<u8>) -> Result<Self, PackError> {
        let ranges = check(&bytes)?;
        let mut pack = Self {
            bytes,
            ranges,
            title: String::new(),
            outlets: Vec::new(),
        };
        let mut r = pack.reader(Section::About, 0);
        let title = r.str()?.to_owned();
        let n = r.count()?;
        let outlets = (0..n).map(|_| r.str().map(str::to_owned)).collect::<Result<_, _>>()?;
        (pack.title, pack.outlets) = (title, outlets);
        Ok(pack)
    }

    fn section(&self, section: Section) -> &[u8] {
        &self.bytes[self.ranges[section as usize].clone()]
    }

    fn reader(&self, section: Section, at: usize) -> Reader<'_> {
        Reader::new(self.section(section), at, section.tag())
    }

    /// The `i`th u32 of a table.
    fn offset(&self, table: Section, i: usize) -> Result<usize, PackError> {
        match self.section(table).get(i * 4..i * 4 + 4) {
            Some(&[a, b, c, d]) => Ok(u32::from_le_bytes([a, b, c, d]) as usize),
            _ => Err(PackError::Malformed {
                section: table.tag(),
                at: i * 4,
                expected: "an offset",
            }),
        }
    }

    /// The corpus's title.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Outlet names, in order; the empty name stands for articles whose outlet is not named.
    pub fn outlets(&self) -> &[String] {
        &self.outlets
    }

    /// Number of articles.
    pub fn len(&self) -> u32 {
        (self.section(Section::ArticleOffsets).len() / 4).saturating_sub(1) as u32
    }

    /// True without an article.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The world's shapes, to be read by [`World::read`](crate::world::World::read).
    pub fn world(&self) -> &[u8] {
        self.section(Section::World)
    }

    /// The article at a position.
    ///
    /// # Errors
    /// Where there is no such article or its record is malformed.
    pub fn article(&self, ix: u32) -> Result<ArticleRecord<'_>, PackError> {
        let mut r = self.reader(Section::Articles, self.offset(Section::ArticleOffsets, ix as usize)?);
        let date = match r.byte()? {
            0 => None,
            _ => Some(Date::from_days(r.signed()?).ok_or_else(|| r.malformed("a day between the years 1 and 9999"))?),
        };
        let outlet = r.below(self.outlets.len())?;
        let (title_terms, body_terms, text) = (r.varint()?, r.varint()?, (r.varint()?, r.varint()?));
        let (id, title, path, byline, dateline) = (r.str()?, r.str()?, r.str()?, r.str()?, r.str()?);
        let (place, language, source, url) = (r.str()?, r.str()?, r.str()?, r.str()?);
        let focus = (0..r.count()?)
            .map(|_| country(&mut r))
            .collect::<Result<Vec<_>, _>>()?;
        let extra = (0..r.count()?)
            .map(|_| Ok((r.str()?, r.str()?)))
            .collect::<Result<Vec<_>, PackError>>()?;
        Ok(ArticleRecord {
            date,
            outlet,
            title_terms,
            body_terms,
            text,
            id,
            title,
            path,
            byline,
            dateline,
            place,
            language,
            source,
            url,
            focus: focus.into_iter().flatten().collect(),
            extra,
        })
    }

    /// The body of an article.
    ///
    /// # Errors
    /// Where the record points outside the texts or into the middle of a character.
    pub fn text(&self, record: &ArticleRecord) -> Result<&str, PackError> {
        let (at, len) = (record.text.0 as usize, record.text.1 as usize);
        let mut r = self.reader(Section::Texts, at);
        std::str::from_utf8(r.take(len)?).map_err(|_| r.malformed("UTF-8"))
    }

    /// All entities, in order of their keys.
    ///
    /// # Errors
    /// Where the table is malformed.
    pub fn entities(&self) -> Result<Vec<StoredEntity>, PackError> {
        let mut r = self.reader(Section::Entities, 0);
        let n = r.count()?;
        let mut entities = Vec::with_capacity(n);
        for _ in 0..n {
            let kind = *EntityKind::ALL
                .get(r.byte()? as usize)
                .ok_or_else(|| r.malformed("a kind of entity"))?;
            let key = EntityKey::new(kind, r.str()?);
            let name = r.str()?.to_owned();
            let country = country(&mut r)?;
            let point = match r.byte()? {
                0 => None,
                _ => Some(Point {
                    lat: r.signed()? as f32 / 1e4,
                    lon: r.signed()? as f32 / 1e4,
                }),
            };
            let count = r.count()?;
            let mut postings = Vec::with_capacity(count);
            let mut last = 0u32;
            for _ in 0..count {
                last = self.step(&mut r, last)?;
                postings.push((last, r.varint()?));
            }
            entities.push((
                Entity {
                    key,
                    name,
                    country,
                    point,
                },
                postings,
            ));
        }
        Ok(entities)
    }

    /// Reads the distance to the next article of a list.
    fn step(&self, r: &mut Reader, last: u32) -> Result<u32, PackError> {
        let next = last.checked_add(r.varint()?).filter(|ix| *ix < self.len());
        next.ok_or_else(|| r.malformed("an article's position"))
    }

    /// The mentions of an article, by position in its body. `entities` is the size of the entity table.
    ///
    /// # Errors
    /// Where the list is malformed.
    pub fn mentions(&self, ix: u32, entities: usize) -> Result<Vec<StoredMention>, PackError> {
        let mut r = self.reader(Section::Mentions, self.offset(Section::MentionOffsets, ix as usize)?);
        let n = r.count()?;
        let mut mentions = Vec::with_capacity(n);
        let mut start = 0u32;
        for _ in 0..n {
            let (forward, len) = (r.varint()?, r.varint()?);
            start = start
                .checked_add(forward)
                .ok_or_else(|| r.malformed("a place in the text"))?;
            let end = start
                .checked_add(len)
                .ok_or_else(|| r.malformed("a place in the text"))?;
            let entity = r.below(entities)?;
            let how = *How::ALL
                .get(r.byte()? as usize)
                .ok_or_else(|| r.malformed("a way of naming"))?;
            mentions.push(StoredMention {
                entity,
                span: Span { start, end },
                how,
            });
        }
        Ok(mentions)
    }

    fn blocks(&self) -> usize {
        (self.section(Section::TermBlocks).len() / 8).saturating_sub(1)
    }

    /// The postings of one term, empty where no article has it.
    ///
    /// # Errors
    /// Where the dictionary or the list is malformed.
    pub fn postings(&self, term: &str) -> Result<Vec<Posting>, PackError> {
        let mut found = Vec::new();
        self.scan(term, |candidate, list| {
            if candidate == term {
                found = list()?;
            }
            Ok(candidate < term)
        })?;
        Ok(found)
    }

    /// Calls `each` with every term that starts with `prefix`, in order, and a way to read its postings.
    /// Reads only the blocks that may hold such terms.
    ///
    /// # Errors
    /// Where the dictionary is malformed, or as `each` says.
    pub fn terms_with_prefix(
        &self,
        prefix: &str,
        mut each: impl FnMut(&str, &dyn Fn() -> Result<Vec<Posting>, PackError>) -> Result<(), PackError>,
    ) -> Result<(), PackError> {
        self.scan(prefix, |term, list| {
            if term.starts_with(prefix) {
                each(term, list)?;
                return Ok(true);
            }
            Ok(term < prefix)
        })
    }

    /// Walks the dictionary from the block that may hold `from`, until `each` says no.
    fn scan(
        &self,
        from: &str,
        mut each: impl FnMut(&str, &dyn Fn() -> Result<Vec<Posting>, PackError>) -> Result<bool, PackError>,
    ) -> Result<(), PackError> {
        // The last block whose first term is not behind `from`.
        let (mut low, mut high) = (0, self.blocks());
        while low < high {
            let middle = (low + high) / 2;
            let mut r = self.reader(Section::Terms, self.offset(Section::TermBlocks, middle * 2)?);
            r.varint()?;
            if r.str()? <= from {
                low = middle + 1
            } else {
                high = middle
            }
        }
        let mut term = String::new();
        for block in low.saturating_sub(1)..self.blocks() {
            let end = self.offset(Section::TermBlocks, block * 2 + 2)?;
            let mut r = self.reader(Section::Terms, self.offset(Section::TermBlocks, block * 2)?);
            let mut list_at = self.offset(Section::TermBlocks, block * 2 + 1)?;
            term.clear();
            for _ in 0..BLOCK_TERMS {
                if r.position() >= end {
                    break;
                }
                let shared = r.varint()? as usize;
                if !term.is_char_boundary(shared) {
                    return Err(r.malformed("a prefix of the term before"));
                }
                term.truncate(shared);
                term.push_str(r.str()?);
                let (count, bytes) = (r.varint()?, r.varint()? as usize);
                let at = list_at;
                if !each(&term, &|| self.read_list(at, count))? {
                    return Ok(());
                }
                list_at += bytes;
            }
        }
        Ok(())
    }

    fn read_list(&self, at: usize, count: u32) -> Result<Vec<Posting>, PackError> {
        let mut r = self.reader(Section::Postings, at);
        if count > self.len() {
            return Err(r.malformed("no more postings than articles"));
        }
        let mut list = Vec::with_capacity(count as usize);
        let mut article = 0;
        for _ in 0..count {
            article = self.step(&mut r, article)?;
            let packed = r.varint()?;
            let title = if packed & 1 == 1 { r.varint()? } else { 0 };
            list.push(Posting {
                article,
                body: packed >> 1,
                title,
            });
        }
        Ok(list)
    }
}

fn country(r: &mut Reader) -> Result<Option<CountryCode>, PackError> {
    let bytes = r.take(2)?;
    if bytes == b"--" {
        return Ok(None);
    }
    let code = std::str::from_utf8(bytes).ok().and_then(CountryCode::parse);
    code.map(Some)
        .ok_or_else(|| r.malformed("two letters of a country code"))
}

/// Checks head and checksums; gives the sections' places.
fn check(bytes: &[u8]) -> Result<[Range<usize>; Section::ALL.len()], PackError> {
    let word = |at: usize| -> Option<u32> {
        bytes
            .get(at..at + 4)
            .map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
    };
    let cut = |expected: usize| PackError::Truncated {
        expected: expected as u64,
        found: bytes.len() as u64,
    };
    let head_end = HEAD_BYTES + Section::ALL.len() * ENTRY_BYTES;
    if !bytes.starts_with(&MAGIC[..bytes.len().min(MAGIC.len())]) || bytes.is_empty() {
        return Err(PackError::NotAPack);
    }
    let version = word(8).ok_or_else(|| cut(head_end + 4))?;
    if version != VERSION {
        return Err(PackError::Version { found: version });
    }
    let head_checksum = word(head_end).ok_or_else(|| cut(head_end + 4))?;
    let crc = Crc::new();
    let damaged = |section: &str| PackError::Damaged {
        section: section.to_owned(),
    };
    if crc.of(&bytes[..head_end]) != head_checksum || word(12) != Some(Section::ALL.len() as u32) {
        return Err(damaged("head"));
    }
    let mut ranges: [Range<usize>; Section::ALL.len()] = std::array::from_fn(|_| 0..0);
    for section in Section::ALL {
        let at = HEAD_BYTES + section as usize * ENTRY_BYTES;
        let (Some(offset), Some(length), Some(checksum)) = (word(at + 4), word(at + 8), word(at + 12)) else {
            return Err(cut(head_end));
        };
        if &bytes[at..at + 4] != section.tag().as_bytes() {
            return Err(damaged("head"));
        }
        let end = u64::from(offset) + u64::from(length);
        if end > bytes.len() as u64 {
            return Err(PackError::Truncated {
                expected: end,
                found: bytes.len() as u64,
            });
        }
        let range = offset as usize..end as usize;
        if crc.of(&bytes[range.clone()]) != checksum {
            return Err(damaged(section.tag()));
        }
        ranges[section as usize] = range;
    }
    // Bytes behind the last section are a change too.
    match ranges.iter().map(|r| r.end).max() {
        Some(end) if end == bytes.len() => Ok(ranges),
        _ => Err(damaged("end")),
    }
}
