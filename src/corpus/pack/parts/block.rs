//! From the bytes of a part to what is in it.

use super::super::bits::BitReader;
use super::super::entities::{country, entity};
use super::super::form::Form;
use super::super::keyed::Keyed;
use super::super::mentions::mentions;
use super::super::quotations::quotations;
use super::super::squeeze::unsqueeze;
use super::super::{ArticleRecord, PackError, Rarity, Reader, StoredMention, StoredQuotation};
use super::directory::{Kind, PartId};
use super::lists::{Lists, Place, pairs};
use super::read::{Parts, PartsRow};
use super::{FORWARD, TERMS, VALUES, articles_in_part};
use crate::{CountryCode, Entity};

/// A term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermInfo {
    /// The term.
    pub term: Box<str>,
    /// As it is written most often.
    pub written: Box<str>,
    /// Articles that have it.
    pub articles: u32,
    pub(super) list: Place,
}

/// A value that is an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueInfo {
    /// The entity.
    pub entity: Entity,
    pub(super) list: Place,
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
    /// Its quotations, by the place of their starts.
    pub quotations: Vec<StoredQuotation>,
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

/// Quotations of an entity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quoted {
    /// Articles that quote it, in order, each with how often.
    pub by: Vec<(u32, u32)>,
    /// Articles with quotations about it, in order, each with how many.
    pub about: Vec<(u32, u32)>,
}

/// All that is known of an entity besides its name and counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ValueLists {
    /// The articles that name it, each with its mentions.
    pub articles: Vec<(u32, u32)>,
    /// What it is called, as [`StoredMention::called`] gives it, each with how often.
    pub names: Vec<(String, u32)>,
    /// Its quotations.
    pub quoted: Quoted,
}

/// What is known of an article without its texts: the rarities of its title's words; values, each with its mentions.
#[derive(Debug)]
pub(super) struct Forward {
    pub title: Vec<Rarity>,
    pub values: Vec<(u32, u32)>,
}

/// A part that is here.
#[derive(Debug)]
pub(super) enum Block {
    Terms(Vec<TermInfo>),
    Values(Vec<ValueInfo>),
    Articles(Vec<PartsArticle>),
    Forward(Vec<Forward>),
    Bytes(Vec<u8>),
    Keyed(Keyed),
}

impl Parts {
    /// Reads a part whose checksum has been found right.
    pub(super) fn read(&self, part: PartId, bytes: &[u8]) -> Result<Block, PackError> {
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
                    let (term, number, mut written) = (r.str()?, r.varint()?, String::new());
                    let form = Form::ALL[number as usize % Form::ALL.len()];
                    form.write(term, &mut written);
                    if form == Form::Other {
                        written.push_str(r.str()?);
                    }
                    terms.push(TermInfo {
                        term: term.into(),
                        written: written.into(),
                        articles: number / Form::ALL.len() as u32,
                        list: place.next(r.varint()?),
                    });
                }
                Block::Terms(terms)
            }
            Kind::Values => {
                let mut place = Lists::begin(&mut r)?;
                let mut values: Vec<ValueInfo> = Vec::new();
                for _ in 0..here(VALUES, self.entities() as usize) {
                    let before = values.last().map_or("", |before| &before.entity.name);
                    values.push(ValueInfo {
                        entity: entity(&mut r, before)?,
                        list: place.next(r.varint()?),
                    });
                }
                Block::Values(values)
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
                let each = articles_in_part(self.rows.len());
                let rows = self.rows.chunks(each).nth(part.number as usize);
                Block::Articles(self.articles_of(rows.unwrap_or_default(), &whole)?)
            }
            Kind::Names | Kind::Called => Block::Keyed(Keyed::read(&mut r, self.entities() as usize)?),
            Kind::Ids | Kind::Titles => Block::Keyed(Keyed::read(&mut r, self.rows.len())?),
            Kind::Beginnings | Kind::Ends => Block::Keyed(Keyed::read(&mut r, self.rows.len() + 1)?),
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
        let (records, numbers) = (bytes(0)?, bytes(1)?);
        let (mut r, mut m) = (Reader::new(&records, 0, "ARTS"), Reader::new(&numbers, 0, "ARTS"));
        let mut articles = Vec::with_capacity(rows.len());
        for row in rows {
            let mut article = record(&mut r)?;
            let n = m.count()?;
            article.mentions = mentions(&mut m, self.entities() as usize, |read, _| read < n)?;
            article.quotations = quotations(&mut m, &article.mentions)?;
            if u64::from(row.title_words) + u64::from(row.body_words) > coded.len() as u64 * 8 {
                return Err(place.malformed("as many words as an article has"));
            }
            article.title = self.prose.text(row.title_words, &mut bits, &place)?;
            article.body = self.prose.text(row.body_words, &mut bits, &place)?;
            articles.push(article);
        }
        Ok(articles)
    }
}

fn record(r: &mut Reader) -> Result<PartsArticle, PackError> {
    let mut article = PartsArticle::default();
    for field in &mut article.fields {
        *field = r.str()?.to_owned();
    }
    for _ in 0..r.count()? {
        article.focus.push(country(r)?);
    }
    for _ in 0..r.count()? {
        article.extra.push((r.str()?.to_owned(), r.str()?.to_owned()));
    }
    Ok(article)
}
