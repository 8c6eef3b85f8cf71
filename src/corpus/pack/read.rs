//! From the bytes of a pack to articles, texts and mentions, each read when it is asked for.

use std::ops::Range;

use super::check::{Ranges, check};
use super::columns::{Columns, Place};
use super::compose::ReadText;
use super::entities::country;
use super::entity_table::EntityTable;
use super::forms::Forms;
use super::gaps::Gaps;
use super::keyed::Keyed;
use super::layout::{Section, has};
use super::mentions::mentions;
use super::quotations::quotations;
use super::squeeze::unsqueeze;
use super::words::Words;
use super::{PackError, Reader, StoredMention, StoredQuotation};
use crate::{CountryCode, Date};

mod texts;

/// Room that is made at once, at most, on a pack's word for how long it is: beyond it, only for what is here.
pub(super) const MOST_ROOM: usize = 1 << 26;

/// A pack whose checksums have been found right.
#[derive(Debug)]
pub struct Pack {
    /// The texts, but for those that were forgotten, and the world.
    bytes: Vec<u8>,
    ranges: Ranges,
    /// Bytes of the texts that were forgotten: the first ones.
    forgotten: usize,
    records: Vec<u8>,
    mentions: Vec<u8>,
    quotations: Vec<u8>,
    title: String,
    outlets: Vec<String>,
    shared: Vec<String>,
    corrections: String,
    id: u64,
    columns: Columns,
    words: Words,
    forms: Forms,
    aliases: Keyed,
    gaps: Gaps,
    entities: EntityTable,
}

/// An article as stored, without its texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArticleRecord<'a> {
    /// Its position.
    pub ix: u32,
    /// Lengths of title and body in bytes.
    pub(super) lengths: [u32; 2],
    /// Unique id.
    pub id: &'a str,
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

/// Title and body of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleTexts {
    /// Headline; may be empty.
    pub title: ReadText,
    /// Body.
    pub body: ReadText,
}

impl Pack {
    /// Checks the bytes and reads the head.
    ///
    /// ```
    /// use dateline_corpus::pack::{Pack, PackError};
    ///
    /// let page = b"<!doctype html>".to_vec();
    /// assert_eq!(Pack::open(page).unwrap_err(), PackError::NotAPack);
    /// ```
    ///
    /// # Errors
    /// Says whether the bytes are no pack, of another version, cut off, or damaged, and where.
    pub fn open(bytes: Vec<u8>) -> Result<Self, PackError> {
        let ranges = check(&bytes)?;
        let mut pack = Self::read(bytes, ranges)?;
        pack.shrink();
        Ok(pack)
    }

    /// Reads all that is read at once of a pack, of which texts and shapes need not be here yet.
    pub(super) fn read(bytes: Vec<u8>, ranges: Ranges) -> Result<Self, PackError> {
        let stored = |section: Section| &bytes[ranges[section as usize].clone()];
        let opened = |section: Section| unsqueeze(stored(section), section.tag());
        let about = opened(Section::About)?;
        let mut about = Reader::new(&about, 0, Section::About.tag());
        let title = about.str()?.to_owned();
        let mut strings = || -> Result<Vec<String>, PackError> {
            let n = about.count()?;
            (0..n).map(|_| about.str().map(str::to_owned)).collect()
        };
        let (outlets, shared) = (strings()?, strings()?);
        let corrections = about.str()?.to_owned();
        let id = about.long()?;
        let (records, mentions) = (opened(Section::Articles)?, opened(Section::Mentions)?);
        let quotations = opened(Section::Quotations)?;
        let room = [
            records.len(),
            ranges[Section::Texts as usize].len(),
            mentions.len(),
            quotations.len(),
        ];
        let columns = opened(Section::Columns)?;
        let columns = Columns::read(
            &mut Reader::new(&columns, 0, Section::Columns.tag()),
            room,
            outlets.len(),
        )?;
        let words = opened(Section::Words)?;
        let words = Words::read(&mut Reader::new(&words, 0, Section::Words.tag()))?;
        let forms = opened(Section::Forms)?;
        let forms = Forms::read(&mut Reader::new(&forms, 0, Section::Forms.tag()), words.len())?;
        let gaps = opened(Section::Gaps)?;
        let gaps = Gaps::read(&mut Reader::new(&gaps, 0, Section::Gaps.tag()))?;
        let entities = opened(Section::Entities)?;
        let mut r = Reader::new(&entities, 0, Section::Entities.tag());
        let entities = EntityTable::read(&mut r)?;
        let aliases = Keyed::read(&mut r, entities.len())?;
        let (bytes, ranges) = without_opened(bytes, ranges);
        Ok(Self {
            bytes,
            ranges,
            forgotten: 0,
            records,
            mentions,
            quotations,
            title,
            outlets,
            shared,
            corrections,
            id,
            columns,
            words,
            forms,
            gaps,
            entities,
            aliases,
        })
    }

    /// The bytes of texts or world that are here.
    pub(super) fn section(&self, section: Section) -> &[u8] {
        let Range { start, end } = self.ranges[section as usize];
        let at = |at: usize| at.saturating_sub(self.forgotten).min(self.bytes.len());
        self.bytes.get(at(start)..at(end)).unwrap_or(&[])
    }

    /// More bytes of a pack whose last ones were not here when it was read.
    pub(super) fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Gives back the room for bytes that is not needed.
    pub(super) fn shrink(&mut self) {
        self.bytes.shrink_to_fit();
    }

    /// The corpus's title.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The corrections it was built with, as a file has them.
    pub fn corrections(&self) -> &str {
        &self.corrections
    }

    /// A number that tells it from other corpora of its title: of the ids of its articles.
    pub fn id(&self) -> u64 {
        self.id
    }

    /// Outlet names, in order; the empty name stands for articles whose outlet is not named.
    pub fn outlets(&self) -> &[String] {
        &self.outlets
    }

    /// Other names of entities.
    pub fn aliases(&self) -> &Keyed {
        &self.aliases
    }

    /// Number of articles.
    pub fn len(&self) -> u32 {
        self.columns.len()
    }

    /// True without an article.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The world's shapes, to be read by [`World::read`](crate::world::World::read).
    pub fn world(&self) -> &[u8] {
        self.section(Section::World)
    }

    /// The words of all texts.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Calls `each` with every other form of a word, as languages form words: *talks* and *talking* for *talk*, whether an
    /// article has that or not. `term` is the word as terms are folded.
    pub fn other_forms(&self, term: &str, written: &str, each: &mut dyn FnMut(u32)) {
        self.forms.others(term, written, &self.words, each);
    }

    fn range(&self, ix: u32, place: Place) -> Result<Range<usize>, PackError> {
        let range = self.columns.range(ix, place);
        range.ok_or_else(|| Reader::new(&[], 0, Section::Columns.tag()).malformed("an article's position"))
    }

    /// Day of publication of an article.
    #[inline]
    pub fn date(&self, ix: u32) -> Option<Date> {
        self.columns.date(ix)
    }

    /// Position of the outlet of an article among [`outlets`](Self::outlets).
    #[inline]
    pub fn outlet(&self, ix: u32) -> u32 {
        self.columns.outlet(ix)
    }

    /// How many words an article's body and its title have.
    #[inline]
    pub fn lengths(&self, ix: u32) -> (u32, u32) {
        self.columns.lengths(ix)
    }

    /// The article at a position.
    ///
    /// # Errors
    /// Where there is no such article or its record is malformed.
    pub fn article(&self, ix: u32) -> Result<ArticleRecord<'_>, PackError> {
        let mut r = Reader::new(
            &self.records,
            self.range(ix, Place::Record)?.start,
            Section::Articles.tag(),
        );
        let there = r.varint()?;
        let (id, lengths) = (r.str()?, [r.varint()?, r.varint()?]);
        let mut fields = [""; has::SHARED.len()];
        for (field, bit) in fields.iter_mut().zip(has::SHARED) {
            if there & bit != 0 {
                *field = &self.shared[r.below(self.shared.len())? as usize];
            }
        }
        let [path, byline, dateline, place, language, source] = fields;
        let url = if there & has::URL != 0 { r.str()? } else { "" };
        let count = |bit: u32, r: &mut Reader| if there & bit != 0 { r.count() } else { Ok(0) };
        let focus = (0..count(has::FOCUS, &mut r)?)
            .map(|_| country(&mut r))
            .collect::<Result<Vec<_>, _>>()?;
        let extra = (0..count(has::EXTRA, &mut r)?)
            .map(|_| Ok((r.str()?, r.str()?)))
            .collect::<Result<Vec<_>, PackError>>()?;
        Ok(ArticleRecord {
            ix,
            lengths,
            id,
            path,
            byline,
            dateline,
            place,
            language,
            source,
            url,
            focus,
            extra,
        })
    }

    /// All entities, in the order of their keys.
    pub fn entities(&self) -> &EntityTable {
        &self.entities
    }

    /// The mentions of an article, by position in its body.
    ///
    /// # Errors
    /// Where the list is malformed.
    pub fn mentions(&self, ix: u32) -> Result<Vec<StoredMention>, PackError> {
        let Range { start, end } = self.range(ix, Place::Mentions)?;
        let mut r = Reader::new(&self.mentions, start, Section::Mentions.tag());
        mentions(&mut r, self.entities.len(), |_, r| r.position() < end)
    }

    /// The quotations of an article, by the position of their starts. `mentions` are its mentions.
    ///
    /// # Errors
    /// Where the list is malformed.
    pub fn quotations(&self, ix: u32, mentions: &[StoredMention]) -> Result<Vec<StoredQuotation>, PackError> {
        let place = self.range(ix, Place::Quotations)?;
        if place.is_empty() {
            return Ok(Vec::new());
        }
        let mut r = Reader::new(&self.quotations, place.start, Section::Quotations.tag());
        quotations(&mut r, mentions)
    }

    /// Whether an article quotes anybody, without reading what.
    pub fn quotes(&self, ix: u32) -> bool {
        self.range(ix, Place::Quotations).is_ok_and(|place| !place.is_empty())
    }
}

/// The sections that have been read, all before the texts, are not needed a second time.
fn without_opened(mut bytes: Vec<u8>, mut ranges: Ranges) -> (Vec<u8>, Ranges) {
    let [.., texts, world] = &mut ranges;
    let (start, end) = (texts.start, world.end);
    if bytes.len() >= end {
        bytes.drain(..start);
    } else {
        // What has been read gives back its room.
        bytes = bytes.get(start..).unwrap_or(&[]).to_vec();
    }
    for range in [texts, world] {
        *range = range.start - start..range.end - start;
    }
    (bytes, ranges)
}
