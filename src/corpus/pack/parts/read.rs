//! From a start, and the parts that are there, to terms, postings, articles and values.
//!
//! Whoever asks for something in a part that is not there gets nothing, and the part is noted: once the question is
//! through, [`Parts::wanted`] says what to fetch before it is asked again. So questions stay plain functions, and only the
//! edge of the program waits for files.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::bits::BitReader;
use super::super::checksum::Crc;
use super::super::forms::Forms;
use super::super::read::{country, entity};
use super::super::squeeze::unsqueeze;
use super::super::varint::unzigzag;
use super::super::{ArticleRecord, PackError, Rarity, Reader, StoredMention, VERSION};
use super::directory::{Directory, Kind, PartId};
use super::prose::{ByteReader, Prose};
use super::{ARTICLES, FORWARD, IDS, LISTS, START, TERMS, VALUES};
use crate::{CountryCode, Date, Entity, EntityKey, EntityKind, How, Span};

/// A corpus of which only parts are here.
#[derive(Debug)]
pub struct Parts {
    title: String,
    outlets: Vec<String>,
    languages: Vec<String>,
    rows: Vec<PartsRow>,
    kinds: [u32; EntityKind::ALL.len()],
    /// By entity: articles and mentions.
    counts: Vec<(u32, u32)>,
    /// The most frequent entities, by position.
    head: BTreeMap<u32, ValueInfo>,
    terms: u32,
    forms: Forms,
    prose: Prose,
    /// Codes of records, and of mentions.
    records: [ByteReader; 2],
    directory: Directory,
    blocks: [Vec<Option<Block>>; Kind::ALL.len()],
    wanted: RefCell<BTreeSet<PartId>>,
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
}

/// A term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermInfo {
    /// The term.
    pub term: Box<str>,
    /// Articles that have it.
    pub articles: u32,
    list: Place,
}

/// A value that is an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueInfo {
    /// The entity.
    pub entity: Entity,
    list: Place,
}

/// Where a list lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Place {
    part: u32,
    from: u32,
    to: u32,
}

/// An article as stored, with its texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartsArticle {
    /// Id, path, byline, dateline, place, language, source, address.
    pub fields: [String; 8],
    /// Countries it is about.
    pub focus: Vec<CountryCode>,
    /// Unknown fields of the input: name and JSON.
    pub extra: Vec<(String, String)>,
    /// Its mentions, by place in the body.
    pub mentions: Vec<StoredMention>,
    /// Headline; may be empty.
    pub title: String,
    /// Body.
    pub body: String,
}

impl PartsArticle {
    /// As a pack gives it.
    pub fn record(&self, ix: u32) -> ArticleRecord<'_> {
        let [id, path, byline, dateline, place, language, source, url] = &self.fields;
        ArticleRecord {
            ix,
            lengths: [self.title.len() as u32, self.body.len() as u32],
            id,
            path,
            byline,
            dateline,
            place,
            language,
            source,
            url,
            focus: self.focus.clone(),
            extra: self.extra.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect(),
        }
    }
}

/// What is known of an article without its texts: the rarities of its title's words; values, each with its mentions.
#[derive(Debug)]
struct Forward {
    title: Vec<Rarity>,
    values: Vec<(u32, u32)>,
}

/// A part that is here.
#[derive(Debug)]
enum Block {
    Terms(Vec<TermInfo>),
    Values(Vec<ValueInfo>),
    Articles(Vec<PartsArticle>),
    Ids(Vec<(Box<str>, u32)>),
    Forward(Vec<Forward>),
    Bytes(Vec<u8>),
}

impl Parts {
    /// Reads a start.
    ///
    /// # Errors
    /// Says whether it is none, of another version, cut off, or damaged.
    pub fn open(start: &[u8]) -> Result<Self, PackError> {
        let damaged = || PackError::Damaged { section: "head".into() };
        let rest = start.strip_prefix(START).ok_or(PackError::NotAPack)?;
        let word = |at: usize| {
            rest.get(at..at + 4)
                .map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
        };
        let (Some(version), Some(checksum)) = (word(0), word(4)) else {
            return Err(damaged());
        };
        if version != VERSION {
            return Err(PackError::Version { found: version });
        }
        let rest = &rest[8..];
        if Crc::new().of(rest) != checksum {
            return Err(damaged());
        }
        let mut r = Reader::new(rest, 0, "head");
        let mut section = || {
            let n = r.count()?;
            r.take(n)
        };
        let (columns, forms, prose, records, directory) = (section()?, section()?, section()?, section()?, section()?);
        let columns = unsqueeze(columns, "COLS")?;
        let mut r = Reader::new(&columns, 0, "COLS");
        let title = r.str()?.to_owned();
        let outlets = strings(&mut r)?;
        let languages = strings(&mut r)?;
        let rows = rows(&mut r, outlets.len(), languages.len())?;
        let mut kinds = [0; EntityKind::ALL.len()];
        for n in &mut kinds {
            *n = r.varint()?;
        }
        let terms = r.varint()?;
        let (counts, head) = values(&mut r, kinds.iter().map(|n| *n as usize).sum())?;
        let forms = unsqueeze(forms, "FORM")?;
        let prose = unsqueeze(prose, "TEXT")?;
        let records = unsqueeze(records, "ARTI")?;
        let directory = Directory::read(&mut Reader::new(directory, 0, "PART"))?;
        let values: u64 = kinds.iter().map(|n| u64::from(*n)).sum();
        let expected = |kind: Kind, n: u64, each: usize| {
            u64::from(directory.len(kind)) == n.div_ceil(each as u64)
                && (matches!(kind, Kind::Articles | Kind::Forward)
                    || directory.firsts[kind as usize].len() as u64 == u64::from(directory.len(kind)))
        };
        let n = rows.len() as u64;
        let fits = expected(Kind::Terms, u64::from(terms), TERMS)
            && expected(Kind::Articles, n, ARTICLES)
            && expected(Kind::Forward, n, FORWARD)
            && expected(Kind::Values, values, VALUES)
            && expected(Kind::Ids, n, IDS);
        if !fits {
            return Err(Reader::new(&[], 0, "PART").malformed("as many parts as there are things in them"));
        }
        let blocks = Kind::ALL.map(|kind| (0..directory.len(kind)).map(|_| None).collect());
        Ok(Self {
            title,
            outlets,
            languages,
            rows,
            kinds,
            counts,
            head,
            terms,
            forms: Forms::read(&mut Reader::new(&forms, 0, "FORM"), terms)?,
            prose: Prose::read(&mut Reader::new(&prose, 0, "TEXT"))?,
            records: {
                let mut r = Reader::new(&records, 0, "ARTI");
                [ByteReader::read(&mut r)?, ByteReader::read(&mut r)?]
            },
            directory,
            blocks,
            wanted: RefCell::default(),
        })
    }

    /// The files that the last questions missed, by name; from then on none are.
    pub fn wanted(&self) -> Vec<String> {
        let wanted = std::mem::take(&mut *self.wanted.borrow_mut());
        wanted
            .into_iter()
            .filter_map(|part| self.directory.name(part))
            .collect()
    }

    /// Whether a question missed a part.
    pub fn is_wanting(&self) -> bool {
        !self.wanted.borrow().is_empty()
    }

    /// Every file there is, by name.
    pub fn all(&self) -> Vec<String> {
        let parts = Kind::ALL
            .into_iter()
            .flat_map(|kind| (0..self.directory.len(kind)).map(move |number| PartId { kind, number }));
        parts.filter_map(|part| self.directory.name(part)).collect()
    }

    /// Takes in a file.
    ///
    /// # Errors
    /// Where no file of this corpus has that name, or its bytes are not those that the name says.
    pub fn supply(&mut self, name: &str, bytes: &[u8]) -> Result<(), PackError> {
        let damaged = || PackError::Damaged {
            section: name.to_owned(),
        };
        let part = self.directory.part(name).ok_or_else(damaged)?;
        let (kind, number) = (part.kind as usize, part.number as usize);
        if Crc::new().of(bytes) != self.directory.checksums[kind][number] {
            return Err(damaged());
        }
        let block = self.read(part, bytes)?;
        self.blocks[kind][number] = Some(block);
        Ok(())
    }

    /// Takes in what no checksum was held against.
    #[cfg(test)]
    pub(super) fn supply_unchecked(&mut self, name: &str, bytes: &[u8]) {
        if let Some(part) = self.directory.part(name)
            && let Ok(block) = self.read(part, bytes)
        {
            self.blocks[part.kind as usize][part.number as usize] = Some(block);
        }
    }

    fn read(&self, part: PartId, bytes: &[u8]) -> Result<Block, PackError> {
        let tag = part.kind.tag();
        let whole = match part.kind {
            Kind::Articles | Kind::World => bytes.to_vec(),
            _ => unsqueeze(bytes, tag)?,
        };
        let mut r = Reader::new(&whole, 0, tag);
        // Things in this part, of which a full one has `each` and there are `all`.
        let here = |each: usize, all: usize| each.min(all.saturating_sub(part.number as usize * each));
        Ok(match part.kind {
            Kind::Terms => {
                let mut place = Lists::begin(&mut r)?;
                let mut terms = Vec::new();
                for _ in 0..here(TERMS, self.terms as usize) {
                    terms.push(TermInfo {
                        term: r.str()?.into(),
                        articles: r.varint()?,
                        list: place.next(r.varint()?),
                    });
                }
                Block::Terms(terms)
            }
            Kind::Values => {
                let mut place = Lists::begin(&mut r)?;
                let mut values = Vec::new();
                for _ in 0..here(VALUES, self.entities() as usize) {
                    values.push(ValueInfo {
                        entity: entity(&mut r)?,
                        list: place.next(r.varint()?),
                    });
                }
                Block::Values(values)
            }
            Kind::Ids => {
                let mut ids = Vec::new();
                for _ in 0..here(IDS, self.rows.len()) {
                    ids.push((r.str()?.into(), r.below(self.rows.len())?));
                }
                Block::Ids(ids)
            }
            Kind::Forward => {
                let mut articles = Vec::new();
                let from = part.number as usize * FORWARD;
                for ix in from..from + here(FORWARD, self.rows.len()) {
                    let words = self.rows.get(ix).map_or(0, |row| row.title_words);
                    let bytes = r.take(words as usize)?;
                    let title: Option<Vec<Rarity>> = bytes.iter().map(|byte| Rarity::from_byte(*byte)).collect();
                    articles.push(Forward {
                        title: title.ok_or_else(|| r.malformed("how rare a word is"))?,
                        values: pairs(&mut r, self.entities())?,
                    });
                }
                Block::Forward(articles)
            }
            Kind::Articles => {
                let from = part.number as usize * ARTICLES;
                let rows = self.rows.get(from..(from + ARTICLES).min(self.rows.len()));
                Block::Articles(self.articles_of(rows.unwrap_or_default(), &whole)?)
            }
            Kind::Postings | Kind::Lists | Kind::World => Block::Bytes(whole),
        })
    }

    fn articles_of(&self, rows: &[PartsRow], bytes: &[u8]) -> Result<Vec<PartsArticle>, PackError> {
        let mut place = Reader::new(bytes, 0, "ARTS");
        let lengths = [place.varint()? as usize, place.varint()? as usize];
        let coded = &bytes[place.position()..];
        // Every code takes a bit at least.
        if lengths.iter().any(|n| *n > coded.len().saturating_mul(8)) {
            return Err(place.malformed("as many codes as there are bytes"));
        }
        let mut bits = BitReader::new(coded);
        let mut bytes = |i: usize| {
            let bytes = self.records[i].bytes(lengths[i], &mut bits);
            bytes.ok_or_else(|| place.malformed("a code"))
        };
        let (records, mentions) = (bytes(0)?, bytes(1)?);
        let (mut r, mut m) = (Reader::new(&records, 0, "ARTS"), Reader::new(&mentions, 0, "ARTS"));
        let mut articles = Vec::with_capacity(rows.len());
        for row in rows {
            let mut article = record(&mut r)?;
            article.mentions = self.mentions(&mut m)?;
            if u64::from(row.title_words) + u64::from(row.body_words) > coded.len() as u64 * 8 {
                return Err(place.malformed("as many words as an article has"));
            }
            article.title = self.prose.text(row.title_words, &mut bits, &place)?;
            article.body = self.prose.text(row.body_words, &mut bits, &place)?;
            articles.push(article);
        }
        Ok(articles)
    }

    fn mentions(&self, r: &mut Reader) -> Result<Vec<StoredMention>, PackError> {
        let mut start = 0u32;
        let mut mentions = Vec::new();
        for _ in 0..r.count()? {
            let (forward, packed, entity) = (r.varint()?, r.varint()?, r.below(self.entities() as usize)?);
            let place = |at: Option<u32>| at.ok_or_else(|| r.malformed("a place in the text"));
            start = place(start.checked_add(forward))?;
            mentions.push(StoredMention {
                entity,
                span: Span {
                    start,
                    end: place(start.checked_add(packed >> 2))?,
                },
                how: How::ALL[(packed & 3) as usize],
            });
        }
        Ok(mentions)
    }

    fn block(&self, kind: Kind, number: u32) -> Option<&Block> {
        let block = self.blocks[kind as usize].get(number as usize)?;
        if block.is_none() {
            self.wanted.borrow_mut().insert(PartId { kind, number });
        }
        block.as_ref()
    }

    /// The corpus's title.
    pub fn title(&self) -> &str {
        &self.title
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

    /// By kind of [`EntityKind::ALL`], how many entities there are.
    pub fn kinds(&self) -> &[u32; EntityKind::ALL.len()] {
        &self.kinds
    }

    /// How many entities there are.
    pub fn entities(&self) -> u32 {
        self.kinds.iter().sum()
    }

    /// How many terms there are.
    pub fn terms(&self) -> u32 {
        self.terms
    }

    /// The term at a position.
    pub fn term(&self, position: u32) -> Option<&TermInfo> {
        match self.block(Kind::Terms, position / TERMS as u32)? {
            Block::Terms(terms) => terms.get(position as usize % TERMS),
            _ => None,
        }
    }

    /// How many terms are before a place in their order; `None` where that is not known yet.
    fn first_term(&self, is_before: impl Fn(&str) -> bool) -> Option<u32> {
        // The last part whose first term is before; the place is in it or at its end.
        let firsts = &self.directory.firsts[Kind::Terms as usize];
        let behind = firsts.partition_point(|first| is_before(first));
        let Some(part) = behind.checked_sub(1) else {
            return Some(0);
        };
        match self.block(Kind::Terms, part as u32)? {
            Block::Terms(terms) => Some((part * TERMS) as u32 + terms.partition_point(|t| is_before(&t.term)) as u32),
            _ => None,
        }
    }

    /// The position of a term; `None` also where that is not known yet.
    pub fn position(&self, term: &str) -> Option<u32> {
        let at = self.first_term(|other| other < term)?;
        // It may be the first of the next part.
        let is = |at: u32| self.term(at).is_some_and(|t| *t.term == *term);
        (at < self.terms && is(at)).then_some(at)
    }

    /// The position of a term, where the part that would have it is here; nothing is wanted for it.
    pub fn position_if_here(&self, term: &str) -> Option<u32> {
        let part = self.directory.find(Kind::Terms, term)?;
        match self.blocks[Kind::Terms as usize].get(part as usize)?.as_ref()? {
            Block::Terms(terms) => {
                let at = terms.binary_search_by(|t| (*t.term).cmp(term)).ok()?;
                Some(part * TERMS as u32 + at as u32)
            }
            _ => None,
        }
    }

    /// The positions of the terms that begin so.
    pub fn with_prefix(&self, prefix: &str) -> Range<u32> {
        let from = self.first_term(|term| term < prefix);
        let to = self.first_term(|term| term < prefix || term.starts_with(prefix));
        match (from, to) {
            (Some(from), Some(to)) => from..to.max(from),
            _ => 0..0,
        }
    }

    /// Whether all terms are here; all are wanted where they are not.
    pub fn has_all_terms(&self) -> bool {
        let missing = (0..self.directory.len(Kind::Terms)).filter(|n| self.block(Kind::Terms, *n).is_none());
        missing.count() == 0
    }

    /// Calls `each` with every other form of a term, as [`Pack::other_forms`](super::super::Pack::other_forms) does.
    pub fn other_forms(&self, term: &str, mut each: impl FnMut(u32)) {
        if let Some(own) = self.position(term) {
            return self.forms.of(own, |other| {
                if other != own {
                    each(other);
                }
            });
        }
        if self.is_wanting() {
            return;
        }
        let found = self.forms.guesses(term).find_map(|guess| self.position(&guess));
        if let Some(found) = found {
            each(found);
            self.forms.of(found, each);
        }
    }

    /// How many postings a range of terms has.
    pub fn count(&self, terms: Range<u32>) -> usize {
        terms.filter_map(|at| self.term(at)).map(|t| t.articles as usize).sum()
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

    /// Calls `each` with every article that has a term, and its places in the title and in the body.
    ///
    /// # Errors
    /// Where the list is malformed.
    pub fn each_posting(&self, term: u32, mut each: impl FnMut(u32, &[u32], &[u32])) -> Result<(), PackError> {
        let Some(info) = self.term(term) else { return Ok(()) };
        let Some(mut r) = self.list(Kind::Postings, info.list) else {
            return Ok(());
        };
        let (mut ix, mut places) = (0u32, Vec::new());
        for _ in 0..info.articles {
            ix = ix.saturating_add(r.varint()?);
            let head = r.varint()?;
            let in_title = match head & 3 {
                3 => r.varint()?.saturating_add(3),
                n => n,
            };
            let Some(row) = self.rows.get(ix as usize) else {
                return Err(r.malformed("an article's position"));
            };
            if in_title > row.title_words || head >> 2 > row.body_words {
                return Err(r.malformed("as many places as an article has words"));
            }
            places.clear();
            for (n, words) in [(in_title, row.title_words), (head >> 2, row.body_words)] {
                let mut at = 0u32;
                for _ in 0..n {
                    at = at.saturating_add(r.varint()?);
                    if at >= words {
                        return Err(r.malformed("a place in the text"));
                    }
                    places.push(at);
                }
            }
            let (title, body) = places.split_at(in_title as usize);
            each(ix, title, body);
        }
        Ok(())
    }

    /// The article at a position.
    pub fn article(&self, ix: u32) -> Option<&PartsArticle> {
        match self.block(Kind::Articles, ix / ARTICLES as u32)? {
            Block::Articles(articles) => articles.get(ix as usize % ARTICLES),
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
        if let Some(value) = self.head.get(&position) {
            return Some(value);
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

    /// The articles that name an entity, each with its mentions; and the names used for it, each with how often.
    ///
    /// # Errors
    /// Where the list is malformed.
    #[expect(clippy::type_complexity, reason = "two lists of pairs")]
    pub fn articles_of_value(&self, position: u32) -> Result<(Vec<(u32, u32)>, Vec<(String, u32)>), PackError> {
        let place = self.value(position).map(|v| v.list);
        let Some(mut r) = place.and_then(|place| self.list(Kind::Lists, place)) else {
            return Ok(Default::default());
        };
        let articles = pairs(&mut r, self.rows.len() as u32)?;
        let mut names = Vec::new();
        for _ in 0..r.count()? {
            names.push((r.str()?.to_owned(), r.varint()?));
        }
        Ok((articles, names))
    }

    /// The article that has an id.
    pub fn article_by_id(&self, id: &str) -> Option<u32> {
        let part = self.directory.find(Kind::Ids, id)?;
        match self.block(Kind::Ids, part)? {
            Block::Ids(ids) => {
                let at = ids.binary_search_by(|(other, _)| (**other).cmp(id)).ok()?;
                Some(ids[at].1)
            }
            _ => None,
        }
    }

    /// The world's shapes, as [`World::read`](crate::world::World::read) takes them.
    pub fn world(&self) -> Option<&[u8]> {
        match self.block(Kind::World, 0)? {
            Block::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }
}

/// Where lists lie, one after the other, as their writer cut them.
struct Lists {
    part: u32,
    at: u32,
}

impl Lists {
    fn begin(r: &mut Reader) -> Result<Self, PackError> {
        Ok(Self {
            part: r.varint()?,
            at: 0,
        })
    }

    fn next(&mut self, length: u32) -> Place {
        let to = self.at.saturating_add(length);
        let place = Place {
            part: self.part,
            from: self.at,
            to,
        };
        self.at = to;
        if to as usize >= LISTS {
            (self.part, self.at) = (self.part.saturating_add(1), 0);
        }
        place
    }
}

/// Rising numbers below `limit`, each with its mentions.
fn pairs(r: &mut Reader, limit: u32) -> Result<Vec<(u32, u32)>, PackError> {
    let n = r.count()?;
    let mut pairs = Vec::with_capacity(n);
    let mut at = 0u32;
    for _ in 0..n {
        let head = r.varint()?;
        let next = at.checked_add(head >> 1).filter(|at| *at < limit);
        at = next.ok_or_else(|| r.malformed("a number within its table"))?;
        let mentions = if head & 1 == 1 {
            r.varint()?.saturating_add(2)
        } else {
            1
        };
        pairs.push((at, mentions));
    }
    Ok(pairs)
}

/// Counts of all entities, and the most frequent of them.
#[expect(clippy::type_complexity, reason = "two columns")]
fn values(r: &mut Reader, n: usize) -> Result<(Vec<(u32, u32)>, BTreeMap<u32, ValueInfo>), PackError> {
    if r.clone().take(n).is_err() {
        return Err(r.malformed("counts of all entities"));
    }
    let mut counts = vec![(0, 0); n];
    for count in &mut counts {
        count.0 = r.varint()?;
    }
    for count in &mut counts {
        count.1 = r.varint()?;
    }
    let mut head = BTreeMap::new();
    for _ in 0..r.count()? {
        let at = r.below(n)?;
        let entity = entity(r)?;
        let (part, from) = (r.varint()?, r.varint()?);
        let to = from.saturating_add(r.varint()?);
        head.insert(
            at,
            ValueInfo {
                entity,
                list: Place { part, from, to },
            },
        );
    }
    Ok((counts, head))
}

fn record(r: &mut Reader) -> Result<PartsArticle, PackError> {
    let mut article = PartsArticle::default();
    for field in &mut article.fields {
        *field = r.str()?.to_owned();
    }
    for _ in 0..r.count()? {
        article.focus.extend(country(r)?);
    }
    for _ in 0..r.count()? {
        article.extra.push((r.str()?.to_owned(), r.str()?.to_owned()));
    }
    Ok(article)
}

fn strings(r: &mut Reader) -> Result<Vec<String>, PackError> {
    let n = r.count()?;
    (0..n).map(|_| r.str().map(str::to_owned)).collect()
}

fn rows(r: &mut Reader, outlets: usize, languages: usize) -> Result<Vec<PartsRow>, PackError> {
    let n = r.count()?;
    let mut rows = vec![PartsRow::default(); n];
    let mut day = 0i32;
    for row in &mut rows {
        let step = r.varint()?;
        if let Some(step) = step.checked_sub(1) {
            let date = day.checked_add(unzigzag(step)).and_then(Date::from_days);
            row.date = Some(date.ok_or_else(|| r.malformed("a day between the years 1 and 9999"))?);
            day = row.date.map_or(0, Date::days);
        }
    }
    for row in &mut rows {
        row.outlet = r.below(outlets)?;
    }
    for row in &mut rows {
        row.language = r.below(languages)?;
    }
    for row in &mut rows {
        row.title_words = r.varint()?;
    }
    for row in &mut rows {
        row.body_words = r.varint()?;
    }
    Ok(rows)
}
