//! What is here of a corpus in parts: terms, postings, articles and values.
//!
//! Whoever asks for something in a part that is not there gets nothing, and the part is noted: once the question is
//! through, [`Parts::wanted`] says what to fetch before it is asked again. So questions stay plain functions, and only the
//! edge of the program waits for files.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::super::byte_codes::ByteReader;
use super::super::checksum::Crc;
use super::super::forms::Forms;
use super::super::keyed::Keyed;
use super::super::{PackError, Rarity, Reader};
use super::block::{Block, Forward, PartsArticle, Quoted, ValueInfo, ValueLists};
use super::directory::{Directory, Kind, PartId};
use super::lists::{Place, pairs};
use super::prose::Prose;
use super::{FORWARD, VALUES, articles_in_part};
use crate::order::sort_by;
use crate::{Date, EntityKey, EntityKind};

mod terms;

/// A corpus of which only parts are here.
#[derive(Debug)]
pub struct Parts {
    pub(super) title: String,
    pub(super) corrections: String,
    pub(super) id: u64,
    pub(super) outlets: Vec<String>,
    pub(super) languages: Vec<String>,
    pub(super) rows: Vec<PartsRow>,
    pub(super) kinds: [u32; EntityKind::ALL.len()],
    /// By entity: articles and mentions.
    pub(super) counts: Vec<(u32, u32)>,
    /// The most frequent entities, in the order of their positions.
    pub(super) head: Vec<(u32, ValueInfo)>,
    pub(super) terms: u32,
    pub(super) forms: Forms,
    pub(super) prose: Prose,
    /// Codes of records, and of mentions.
    pub(super) records: [ByteReader; 2],
    pub(super) directory: Directory,
    pub(super) blocks: [Vec<Option<Block>>; Kind::ALL.len()],
    /// What was missed since that was asked last, in no order.
    pub(super) wanted: Mutex<Vec<PartId>>,
}

/// What is known of an article from the start.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartsRow {
    /// Day of publication.
    pub date: Option<Date>,
    /// Position of its outlet.
    pub outlet: u32,
    /// Position of its language.
    pub language: u32,
    /// Terms in the title.
    pub title_words: u32,
    /// Terms in the body.
    pub body_words: u32,
    /// Doubtful mentions.
    pub doubts: u32,
}

impl Parts {
    /// The files that the last questions missed, by name; from then on none are.
    pub fn wanted(&self) -> Vec<String> {
        let mut wanted = std::mem::take(&mut *self.noted());
        sort_by(&mut wanted, PartId::cmp);
        wanted.dedup();
        wanted
            .into_iter()
            .filter_map(|part| self.directory.name(part))
            .collect()
    }

    /// Whether a question missed a part.
    pub fn is_wanting(&self) -> bool {
        !self.noted().is_empty()
    }

    /// What was missed since the last time that was asked.
    fn noted(&self) -> MutexGuard<'_, Vec<PartId>> {
        self.wanted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Every file there is, by name.
    pub fn all(&self) -> Vec<String> {
        let parts = Kind::ALL
            .into_iter()
            .flat_map(|kind| (0..self.directory.len(kind)).map(move |number| PartId { kind, number }));
        parts.filter_map(|part| self.directory.name(part)).collect()
    }

    /// Holds a file against its name; gives the part that it is.
    ///
    /// # Errors
    /// Where no file of this corpus has that name, or its bytes are not those that the name says.
    pub fn check(&self, name: &str, bytes: &[u8]) -> Result<PartId, PackError> {
        let part = self.directory.part(name);
        let is =
            |part: &PartId| Crc::new().of(bytes) == self.directory.checksums[part.kind as usize][part.number as usize];
        part.filter(is).ok_or_else(|| PackError::Damaged {
            section: name.to_owned(),
        })
    }

    /// Takes in a file.
    ///
    /// # Errors
    /// As [`check`](Self::check), and where the part breaks its own rules although its checksum fits.
    pub fn supply(&mut self, name: &str, bytes: &[u8]) -> Result<(), PackError> {
        let part = self.check(name, bytes)?;
        self.blocks[part.kind as usize][part.number as usize] = Some(self.read(part, bytes)?);
        Ok(())
    }

    /// Takes in what no checksum was held against, and says whether it could be read: for tests that forge parts.
    pub fn supply_forged(&mut self, name: &str, bytes: &[u8]) -> bool {
        let Some(part) = self.directory.part(name) else {
            return false;
        };
        let block = self.read(part, bytes).ok();
        let is_read = block.is_some();
        self.blocks[part.kind as usize][part.number as usize] = block;
        is_read
    }

    fn block(&self, kind: Kind, number: u32) -> Option<&Block> {
        let block = self.blocks[kind as usize].get(number as usize)?;
        if block.is_none() {
            let (part, mut noted) = (PartId { kind, number }, self.noted());
            if noted.last() != Some(&part) {
                noted.push(part);
            }
        }
        block.as_ref()
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

    /// Outlet names, in order.
    pub fn outlets(&self) -> &[String] {
        &self.outlets
    }

    /// The tags of the languages, in order.
    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    /// All articles.
    pub fn rows(&self) -> &[PartsRow] {
        &self.rows
    }

    /// Other names of entities.
    pub fn aliases(&self) -> Option<&Keyed> {
        self.keyed(Kind::Names, 0)
    }

    fn keyed(&self, kind: Kind, number: u32) -> Option<&Keyed> {
        match self.block(kind, number)? {
            Block::Keyed(keyed) => Some(keyed),
            _ => None,
        }
    }

    /// Calls `each` with the strings of a kind of parts that begin so, in order, and the number of each: [`Kind::Beginnings`] and
    /// [`Kind::Ends`] give words with the number of their articles, [`Kind::Titles`] with one of them at a time, [`Kind::Called`] names
    /// with one of their entities at a time.
    pub fn each_beginning(&self, kind: Kind, beginning: &str, each: &mut dyn FnMut(&str, u32)) {
        let firsts = &self.directory.firsts[kind as usize];
        // The part before the first that begins so may end with some that do.
        let from = firsts.partition_point(|first| **first < *beginning).saturating_sub(1);
        let to = firsts.partition_point(|first| **first < *beginning || first.starts_with(beginning));
        for part in from..to {
            let keyed = self.keyed(kind, part as u32).into_iter().flat_map(Keyed::iter);
            keyed
                .filter(|(key, _)| key.starts_with(beginning))
                .for_each(|(key, number)| each(key, number));
        }
    }

    /// By kind of [`EntityKind::ALL`], how many entities there are.
    pub fn kinds(&self) -> &[u32; EntityKind::ALL.len()] {
        &self.kinds
    }

    /// How many entities there are.
    pub fn entities(&self) -> u32 {
        self.kinds.iter().sum()
    }

    fn list(&self, kind: Kind, place: Place) -> Option<Reader<'_>> {
        match self.block(kind, place.part)? {
            Block::Bytes(bytes) => Some(Reader::new(
                bytes.get(place.from as usize..place.to as usize)?,
                0,
                kind.tag(),
            )),
            _ => None,
        }
    }

    /// The article at a position.
    pub fn article(&self, ix: u32) -> Option<&PartsArticle> {
        let each = articles_in_part(self.rows.len());
        match self.block(Kind::Articles, ix / each as u32)? {
            Block::Articles(articles) => articles.get(ix as usize % each),
            _ => None,
        }
    }

    fn forward(&self, ix: u32) -> Option<&Forward> {
        match self.block(Kind::Forward, ix / FORWARD as u32)? {
            Block::Forward(articles) => articles.get(ix as usize % FORWARD),
            _ => None,
        }
    }

    /// The entities that an article names, each with its mentions.
    pub fn values_of(&self, ix: u32) -> &[(u32, u32)] {
        self.forward(ix).map_or(&[], |forward| &forward.values)
    }

    /// How rare the words of an article's title are, word by word.
    pub fn title_rarities(&self, ix: u32) -> &[Rarity] {
        self.forward(ix).map_or(&[], |forward| &forward.title)
    }

    /// By entity, the articles that name it and its mentions in them.
    pub fn counts(&self) -> &[(u32, u32)] {
        &self.counts
    }

    /// The entity at a position.
    pub fn value(&self, position: u32) -> Option<&ValueInfo> {
        if let Ok(at) = self.head.binary_search_by_key(&position, |(at, _)| *at) {
            return Some(&self.head[at].1);
        }
        match self.block(Kind::Values, position / VALUES as u32)? {
            Block::Values(values) => values.get(position as usize % VALUES),
            _ => None,
        }
    }

    /// The most frequent entities of each kind, which are here from the start.
    pub fn head(&self) -> impl Iterator<Item = (u32, &ValueInfo)> {
        self.head.iter().map(|(at, value)| (*at, value))
    }

    /// The position of an entity.
    pub fn entity(&self, key: &EntityKey) -> Option<u32> {
        let firsts = &self.directory.firsts[Kind::Values as usize];
        let is_behind = |first: &str| EntityKey::parse(first).is_none_or(|first| first > *key);
        let part = firsts.partition_point(|first| !is_behind(first)).checked_sub(1)?;
        match self.block(Kind::Values, part as u32)? {
            Block::Values(values) => {
                let at = values.binary_search_by(|v| v.entity.key.cmp(key)).ok()?;
                Some((part * VALUES + at) as u32)
            }
            _ => None,
        }
    }

    /// How many entities have a key before this one; 0 also where that is not known yet.
    pub fn place_of(&self, key: &EntityKey) -> u32 {
        let firsts = &self.directory.firsts[Kind::Values as usize];
        let is_before = |first: &str| EntityKey::parse(first).is_some_and(|first| first < *key);
        let Some(part) = firsts.partition_point(|first| is_before(first)).checked_sub(1) else {
            return 0;
        };
        match self.block(Kind::Values, part as u32) {
            Some(Block::Values(values)) => (part * VALUES + values.partition_point(|v| v.entity.key < *key)) as u32,
            _ => 0,
        }
    }

    /// What is known of an entity besides its name and counts.
    ///
    /// # Errors
    /// Where the list is malformed.
    pub fn lists_of(&self, position: u32) -> Result<ValueLists, PackError> {
        let place = self.value(position).map(|v| v.list);
        let Some(mut r) = place.and_then(|place| self.list(Kind::Lists, place)) else {
            return Ok(ValueLists::default());
        };
        let limit = self.rows.len() as u32;
        let articles = pairs(&mut r, limit)?;
        let mut names = Vec::new();
        for _ in 0..r.count()? {
            names.push((r.str()?.to_owned(), r.varint()?));
        }
        let (by, about) = (pairs(&mut r, limit)?, pairs(&mut r, limit)?);
        Ok(ValueLists {
            articles,
            names,
            quoted: Quoted { by, about },
        })
    }

    /// The article that has an id.
    pub fn article_by_id(&self, id: &str) -> Option<u32> {
        let part = self.directory.find(Kind::Ids, id)?;
        let mut ids = self.keyed(Kind::Ids, part)?.iter();
        ids.find(|(other, _)| *other == id).map(|(_, ix)| ix)
    }

    /// The world's shapes, as [`World::read`](crate::world::World::read) takes them.
    pub fn world(&self) -> Option<&[u8]> {
        match self.block(Kind::World, 0)? {
            Block::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }
}
