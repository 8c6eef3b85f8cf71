//! From a pack to its parts.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::bits::BitWriter;
use super::super::byte_codes::ByteCounts;
use super::super::check::check;
use super::super::checksum::Crc;
use super::super::columns::put_days;
use super::super::entities::put_entity;
use super::super::form::Form;
use super::super::layout::Section;
use super::super::mentions::put_mentions;
use super::super::quotations::put_quotations;
use super::super::read::Pack;
use super::super::squeeze::squeeze;
use super::super::{ArticleTexts, PackError, Rarity, VERSION, put_str, put_varint};
use super::block::Quoted;
use super::directory::{Directory, Kind, PartId, file_name};
use super::lists::{Cut, List, put_pairs};
use super::prose::ProseCounts;
use super::{FORWARD, HEAD, START, TERMS, VALUES, articles_in_part};
use crate::{Entity, EntityKind};

/// A corpus in parts.
#[derive(Debug, Default)]
pub struct Split {
    /// What is read whole.
    pub start: Vec<u8>,
    /// File names and bytes, kind after kind, in order.
    pub parts: Vec<(String, Vec<u8>)>,
}

/// Makes parts of a pack's bytes. The same pack gives the same parts.
///
/// # Errors
/// As [`Pack::open`], and where the pack is malformed.
pub fn split(bytes: Vec<u8>) -> Result<Split, PackError> {
    let forms = bytes[check(&bytes)?[Section::Forms as usize].clone()].to_vec();
    let pack = &Pack::open(bytes)?;
    let mut writer = Writer {
        crc: Crc::new(),
        directory: Directory::default(),
        parts: Vec::new(),
    };
    let frequencies = writer.terms(pack)?;
    let entities = pack.entities().to_vec();
    let mut texts = Vec::with_capacity(pack.len() as usize);
    for ix in 0..pack.len() {
        texts.push(pack.texts(&pack.article(ix)?)?);
    }
    let (prose, records) = writer.articles(pack, &texts, &frequencies)?;
    let values = writer.values(pack, &entities, &texts)?;
    writer.ids(pack)?;
    writer.part(Kind::World, pack.world().to_vec());

    let mut columns = Vec::new();
    put_str(&mut columns, pack.title());
    put_varint(&mut columns, pack.outlets().len() as u32);
    pack.outlets().iter().for_each(|outlet| put_str(&mut columns, outlet));
    put_str(&mut columns, pack.corrections());
    columns.extend_from_slice(&pack.id().to_le_bytes());
    put_columns(pack, &mut columns)?;
    for kind in EntityKind::ALL {
        put_varint(
            &mut columns,
            entities.iter().filter(|e| e.key.kind == kind).count() as u32,
        );
    }
    put_varint(&mut columns, pack.words().len());
    put_values(&entities, &values, &mut columns);
    let mut names = Vec::new();
    pack.aliases().write(&mut names);
    writer.part(Kind::Names, squeeze(&names));
    writer.spellings(pack, &frequencies);
    writer.called(pack, &entities);
    writer.titles(pack)?;
    let mut directory = Vec::new();
    writer.directory.write(&mut directory);
    let mut rest = Vec::new();
    for section in [squeeze(&columns), forms, squeeze(&prose), squeeze(&records), directory] {
        put_varint(&mut rest, section.len() as u32);
        rest.extend_from_slice(&section);
    }
    let mut start = START.to_vec();
    start.extend_from_slice(&VERSION.to_le_bytes());
    start.extend_from_slice(&writer.crc.of(&rest).to_le_bytes());
    start.extend_from_slice(&rest);
    Ok(Split {
        start,
        parts: writer.parts,
    })
}

pub(super) struct Writer {
    crc: Crc,
    pub directory: Directory,
    parts: Vec<(String, Vec<u8>)>,
}

impl Writer {
    /// Adds a part.
    pub fn part(&mut self, kind: Kind, bytes: Vec<u8>) {
        let checksum = self.crc.of(&bytes);
        let checksums = &mut self.directory.checksums[kind as usize];
        let number = checksums.len() as u32;
        checksums.push(checksum);
        self.parts.push((file_name(PartId { kind, number }, checksum), bytes));
    }

    /// Terms and postings; gives how many articles each term has.
    fn terms(&mut self, pack: &Pack) -> Result<Vec<u32>, PackError> {
        let words = pack.words();
        let mut lists = vec![List::default(); words.len() as usize];
        let mut places: Vec<(u32, bool, u32)> = Vec::new();
        for ix in 0..pack.len() {
            places.clear();
            let (mut in_title, mut in_body) = (0, 0);
            pack.each_term(ix, |term, title| {
                let at = if title { &mut in_title } else { &mut in_body };
                places.push((term, !title, *at));
                *at += 1;
            })?;
            places.sort_unstable();
            places
                .chunk_by(|a, b| a.0 == b.0)
                .for_each(|same| lists[same[0].0 as usize].add(ix, same));
        }
        let mut postings = Cut::new(Kind::Postings);
        for from in (0..words.len()).step_by(TERMS) {
            let last = from.checked_sub(1).map_or("", |last| words.term(last));
            self.first_behind(Kind::Terms, last, words.term(from));
            let mut out = Vec::new();
            postings.begin(self, &mut out);
            for term in from..(from + TERMS as u32).min(words.len()) {
                let list = &lists[term as usize];
                let form = words.most_frequent_form(term);
                put_str(&mut out, words.term(term));
                put_varint(&mut out, list.articles << 2 | form as u32);
                if form == Form::Other {
                    put_str(&mut out, &words.most_written(term));
                }
                put_varint(&mut out, list.bytes.len() as u32);
                postings.add(self, &list.bytes);
            }
            self.part(Kind::Terms, squeeze(&out));
        }
        postings.end(self);
        Ok(lists.iter().map(|list| list.articles).collect())
    }

    /// Articles and their values; gives the codes of texts and of records.
    fn articles(
        &mut self,
        pack: &Pack,
        texts: &[ArticleTexts],
        frequencies: &[u32],
    ) -> Result<(Vec<u8>, Vec<u8>), PackError> {
        let mut prose = ProseCounts::default();
        prose.add("");
        for article in texts {
            prose.add(&article.title.text);
            prose.add(&article.body.text);
        }
        let each = articles_in_part(texts.len());
        let mut records = Vec::with_capacity(texts.len().div_ceil(each));
        let (mut letters, mut numbers) = (
            ByteCounts::new(ByteCounts::LETTERS),
            ByteCounts::new(ByteCounts::NUMBERS),
        );
        for from in (0..pack.len()).step_by(each) {
            let mut record = (Vec::new(), Vec::new());
            for ix in from..(from + each as u32).min(pack.len()) {
                put_record(pack, ix, &mut record.0)?;
                put_numbers(pack, ix, &mut record.1)?;
            }
            letters.add(&record.0);
            numbers.add(&record.1);
            records.push(record);
        }
        let (mut prose_codes, mut record_codes) = (Vec::new(), Vec::new());
        let prose = prose.write(&mut prose_codes);
        let letters = letters.write(&mut record_codes);
        let numbers = numbers.write(&mut record_codes);
        for ((record, mentions), texts) in records.iter().zip(texts.chunks(each)) {
            let mut out = Vec::new();
            put_varint(&mut out, record.len() as u32);
            put_varint(&mut out, mentions.len() as u32);
            let mut bits = BitWriter::new(&mut out);
            letters.put(record, &mut bits);
            numbers.put(mentions, &mut bits);
            for article in texts {
                prose.put(&article.title.text, &mut bits);
                prose.put(&article.body.text, &mut bits);
            }
            bits.finish();
            self.part(Kind::Articles, out);
        }
        for from in (0..pack.len()).step_by(FORWARD) {
            let mut out = Vec::new();
            for ix in from..(from + FORWARD as u32).min(pack.len()) {
                pack.each_term(ix, |term, in_title| {
                    if in_title {
                        out.push(Rarity::of(frequencies[term as usize]).byte());
                    }
                })?;
                let counted = counted(pack, ix)?;
                put_pairs(&counted, &mut out);
            }
            self.part(Kind::Forward, squeeze(&out));
        }
        Ok((prose_codes, record_codes))
    }

    /// Values and the list of each.
    fn values(&mut self, pack: &Pack, entities: &[Entity], texts: &[ArticleTexts]) -> Result<Vec<ValueAt>, PackError> {
        let mut articles: Vec<Vec<(u32, u32)>> = vec![Vec::new(); entities.len()];
        let mut names: Vec<BTreeMap<String, u32>> = vec![BTreeMap::new(); entities.len()];
        let mut quoted: Vec<Quoted> = vec![Quoted::default(); entities.len()];
        let add = |list: &mut Vec<(u32, u32)>, ix: u32| match list.last_mut() {
            Some(last) if last.0 == ix => last.1 += 1,
            _ => list.push((ix, 1)),
        };
        for (ix, texts) in (0..pack.len()).zip(texts) {
            for (value, mentions) in counted(pack, ix)? {
                articles[value as usize].push((ix, mentions));
            }
            let mentions = pack.mentions(ix)?;
            for quotation in pack.quotations(ix, &mentions)? {
                if let Some(speaker) = quotation.entity {
                    add(&mut quoted[speaker as usize].by, ix);
                }
                let about = quotation.about(&texts.body.text, &mentions);
                about
                    .iter()
                    .for_each(|value| add(&mut quoted[*value as usize].about, ix));
            }
            for mention in mentions {
                if let Some(name) = mention.called(&texts.body.text) {
                    *names[mention.entity as usize].entry(name).or_default() += 1;
                }
            }
        }
        let mut lists = Cut::new(Kind::Lists);
        let mut values = Vec::with_capacity(entities.len());
        for (block, from) in entities.chunks(VALUES).zip((0..).step_by(VALUES)) {
            self.first(Kind::Values, &block[0].key.to_string());
            let mut out = Vec::new();
            lists.begin(self, &mut out);
            let mut before = "";
            for (entity, at) in block.iter().zip(from..) {
                let mut list = Vec::new();
                put_pairs(&articles[at], &mut list);
                put_varint(&mut list, names[at].len() as u32);
                for (name, n) in &names[at] {
                    put_str(&mut list, name);
                    put_varint(&mut list, *n);
                }
                put_pairs(&quoted[at].by, &mut list);
                put_pairs(&quoted[at].about, &mut list);
                put_entity(&mut out, entity, before);
                before = &entity.name;
                put_varint(&mut out, list.len() as u32);
                values.push(ValueAt {
                    articles: articles[at].len() as u32,
                    mentions: articles[at].iter().map(|a| a.1).sum(),
                    place: [
                        self.directory.len(Kind::Lists),
                        lists.out.len() as u32,
                        list.len() as u32,
                    ],
                });
                lists.add(self, &list);
            }
            self.part(Kind::Values, squeeze(&out));
        }
        lists.end(self);
        Ok(values)
    }
}

/// What the start says of a value: its counts; the part of its list, where in it, how long.
struct ValueAt {
    articles: u32,
    mentions: u32,
    place: [u32; 3],
}

/// The counts of all values, and all that is known of the most frequent of each kind.
fn put_values(entities: &[Entity], values: &[ValueAt], out: &mut Vec<u8>) {
    values.iter().for_each(|value| put_varint(out, value.articles));
    values.iter().for_each(|value| put_varint(out, value.mentions));
    let mut head: Vec<usize> = Vec::new();
    for kind in EntityKind::ALL {
        let mut of_kind: Vec<usize> = (0..entities.len())
            .filter(|at| entities[*at].key.kind == kind)
            .collect();
        of_kind.sort_by_key(|at| (Reverse((values[*at].articles, values[*at].mentions)), *at));
        head.extend(of_kind.into_iter().take(HEAD));
    }
    head.sort_unstable();
    put_varint(out, head.len() as u32);
    let mut before = "";
    for at in head.iter().copied() {
        put_varint(out, at as u32);
        put_entity(out, &entities[at], before);
        before = &entities[at].name;
        values[at].place.iter().for_each(|n| put_varint(out, *n));
    }
}

/// The entities of an article, in order, each with its mentions.
fn counted(pack: &Pack, ix: u32) -> Result<Vec<(u32, u32)>, PackError> {
    let mut named: Vec<u32> = pack.mentions(ix)?.iter().map(|m| m.entity).collect();
    named.sort_unstable();
    Ok(named
        .chunk_by(|a, b| a == b)
        .map(|same| (same[0], same.len() as u32))
        .collect())
}

fn put_record(pack: &Pack, ix: u32, out: &mut Vec<u8>) -> Result<(), PackError> {
    let record = pack.article(ix)?;
    for field in [
        record.id,
        record.path,
        record.byline,
        record.dateline,
        record.place,
        record.language,
        record.source,
        record.url,
    ] {
        put_str(out, field);
    }
    put_varint(out, record.focus.len() as u32);
    record
        .focus
        .iter()
        .for_each(|code| out.extend_from_slice(code.as_str().as_bytes()));
    put_varint(out, record.extra.len() as u32);
    for (key, value) in &record.extra {
        put_str(out, key);
        put_str(out, value);
    }
    Ok(())
}

/// Mentions and quotations.
fn put_numbers(pack: &Pack, ix: u32, out: &mut Vec<u8>) -> Result<(), PackError> {
    let mentions = pack.mentions(ix)?;
    put_varint(out, mentions.len() as u32);
    put_mentions(&mentions, out);
    put_quotations(&pack.quotations(ix, &mentions)?, &mentions, out);
    Ok(())
}

/// A column after the other: days, outlets, languages, words of titles, words of bodies, doubtful mentions.
fn put_columns(pack: &Pack, out: &mut Vec<u8>) -> Result<(), PackError> {
    let mut languages: BTreeMap<&str, u32> = BTreeMap::new();
    for ix in 0..pack.len() {
        languages.insert(pack.article(ix)?.language, 0);
    }
    languages.values_mut().zip(0..).for_each(|(position, i)| *position = i);
    put_varint(out, languages.len() as u32);
    languages.keys().for_each(|language| put_str(out, language));
    put_varint(out, pack.len());
    put_days((0..pack.len()).map(|ix| pack.date(ix)), out);
    for ix in 0..pack.len() {
        put_varint(out, pack.outlet(ix));
    }
    for ix in 0..pack.len() {
        put_varint(out, languages[pack.article(ix)?.language]);
    }
    for ix in 0..pack.len() {
        put_varint(out, pack.lengths(ix).1);
    }
    for ix in 0..pack.len() {
        put_varint(out, pack.lengths(ix).0);
    }
    for ix in 0..pack.len() {
        let doubtful = pack.mentions(ix)?;
        put_varint(out, doubtful.iter().filter(|m| m.doubt.is_some()).count() as u32);
    }
    Ok(())
}
