//! From the bytes of a start to a corpus in parts of which no part is here yet.

use std::sync::Mutex;

use super::super::byte_codes::{ByteCounts, ByteReader};
use super::super::checksum::Crc;
use super::super::columns::days;
use super::super::entities::entity;
use super::super::forms::Forms;
use super::super::squeeze::unsqueeze;
use super::super::{PackError, Reader, VERSION};
use super::block::ValueInfo;
use super::directory::{Directory, Kind};
use super::lists::Place;
use super::prose::Prose;
use super::read::{Parts, PartsRow};
use super::{FORWARD, IDS, START, TERMS, VALUES, articles_in_part};
use crate::EntityKind;

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
        let (corrections, id) = (r.str()?.to_owned(), r.long()?);
        let languages = strings(&mut r)?;
        let rows = rows(&mut r, outlets.len(), languages.len())?;
        let mut kinds = [0; EntityKind::ALL.len()];
        for n in &mut kinds {
            *n = r.varint()?;
        }
        let terms = r.varint()?;
        let entities = kinds.iter().map(|n| *n as usize).sum();
        let (counts, head) = values(&mut r, entities)?;
        let forms = unsqueeze(forms, "FORM")?;
        let prose = unsqueeze(prose, "TEXT")?;
        let records = unsqueeze(records, "ARTI")?;
        let directory = Directory::read(&mut Reader::new(directory, 0, "PART"))?;
        let values: u64 = kinds.iter().map(|n| u64::from(*n)).sum();
        let is_found = |kind: Kind| directory.firsts[kind as usize].len() == directory.len(kind) as usize;
        let expected = |kind: Kind, n: u64, each: usize| {
            u64::from(directory.len(kind)) == n.div_ceil(each as u64)
                && (matches!(kind, Kind::Articles | Kind::Forward) || is_found(kind))
        };
        let n = rows.len() as u64;
        let fits = expected(Kind::Terms, u64::from(terms), TERMS)
            && expected(Kind::Articles, n, articles_in_part(rows.len()))
            && expected(Kind::Forward, n, FORWARD)
            && expected(Kind::Values, values, VALUES)
            && expected(Kind::Ids, n, IDS)
            && directory.len(Kind::Names) == 1
            && [Kind::Beginnings, Kind::Ends, Kind::Called, Kind::Titles]
                .into_iter()
                .all(is_found);
        if !fits {
            return Err(Reader::new(&[], 0, "PART").malformed("as many parts as there are things in them"));
        }
        let blocks = Kind::ALL.map(|kind| (0..directory.len(kind)).map(|_| None).collect());
        Ok(Self {
            title,
            corrections,
            id,
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
                [
                    ByteReader::read(&mut r, ByteCounts::LETTERS)?,
                    ByteReader::read(&mut r, ByteCounts::NUMBERS)?,
                ]
            },
            directory,
            blocks,
            wanted: Mutex::default(),
        })
    }
}

/// Writes the checksum that fits a start as it is: for tests that forge one.
pub fn reseal(start: &mut [u8]) {
    const HEAD: usize = START.len() + 8;
    if let Some((head, rest)) = start.split_at_mut_checked(HEAD) {
        head[HEAD - 4..].copy_from_slice(&Crc::new().of(rest).to_le_bytes());
    }
}

/// Counts of all entities, and the most frequent of them.
#[expect(clippy::type_complexity, reason = "two columns")]
fn values(r: &mut Reader, n: usize) -> Result<(Vec<(u32, u32)>, Vec<(u32, ValueInfo)>), PackError> {
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
    let mut head: Vec<(u32, ValueInfo)> = Vec::new();
    for _ in 0..r.count()? {
        let at = r.below(n)?;
        let before = head.last().map_or("", |(_, before)| &before.entity.name);
        let entity = entity(r, before)?;
        let (part, from) = (r.varint()?, r.varint()?);
        let to = from.saturating_add(r.varint()?);
        if head.last().is_some_and(|(last, _)| *last >= at) {
            return Err(r.malformed("positions in rising order"));
        }
        let list = Place { part, from, to };
        head.push((at, ValueInfo { entity, list }));
    }
    Ok((counts, head))
}

fn strings(r: &mut Reader) -> Result<Vec<String>, PackError> {
    let n = r.count()?;
    (0..n).map(|_| r.str().map(str::to_owned)).collect()
}

fn rows(r: &mut Reader, outlets: usize, languages: usize) -> Result<Vec<PartsRow>, PackError> {
    let n = r.count()?;
    let mut rows = vec![PartsRow::default(); n];
    for (row, date) in rows.iter_mut().zip(days(r, n)?) {
        row.date = date;
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
    for row in &mut rows {
        row.doubts = r.varint()?;
    }
    Ok(rows)
}
