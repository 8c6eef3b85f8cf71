//! What is known of every article as soon as a pack is open.

use std::ops::Range;

use super::varint::{unzigzag, zigzag};
use super::{PackError, Reader, put_varint};
use crate::Date;

/// One article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Where its record lies.
    pub(super) record: Range<u32>,
    /// Where the codes of its texts lie.
    pub(super) texts: Range<u32>,
    /// Where its mentions lie.
    pub(super) mentions: Range<u32>,
    /// Where its quotations lie; nowhere where it has none.
    pub(super) quotations: Range<u32>,
    /// Terms in the title.
    pub title_words: u32,
    /// Terms in the body.
    pub body_words: u32,
    /// Day of publication.
    pub date: Option<Date>,
    /// Position of its outlet.
    pub outlet: u32,
}

/// Appends a column of days: 0 for none, else the distance to the day before, one higher.
pub(super) fn put_days(days: impl Iterator<Item = Option<Date>>, out: &mut Vec<u8>) {
    let mut before = 0;
    for day in days {
        match day.map(Date::days) {
            None => put_varint(out, 0),
            Some(day) => {
                put_varint(out, zigzag(day - before) + 1);
                before = day;
            }
        }
    }
}

/// Reads `n` days.
pub(super) fn days(r: &mut Reader, n: usize) -> Result<Vec<Option<Date>>, PackError> {
    let mut days = Vec::with_capacity(n);
    let mut day = 0i32;
    for _ in 0..n {
        days.push(match r.varint()?.checked_sub(1) {
            None => None,
            Some(step) => {
                let date = day.checked_add(unzigzag(step)).and_then(Date::from_days);
                let date = date.ok_or_else(|| r.malformed("a day between the years 1 and 9999"))?;
                day = date.days();
                Some(date)
            }
        });
    }
    Ok(days)
}

/// All articles.
#[derive(Debug, Default)]
pub(super) struct Columns(Vec<Row>);

impl Columns {
    /// Reads the section; `room` are the lengths of records, texts, mentions and quotations, `outlets` how many there are.
    pub fn read(r: &mut Reader, room: [usize; 4], outlets: usize) -> Result<Self, PackError> {
        let n = r.count()?;
        let mut rows = vec![Row::default(); n];
        let places: [fn(&mut Row) -> &mut Range<u32>; 4] = [
            |row| &mut row.record,
            |row| &mut row.texts,
            |row| &mut row.mentions,
            |row| &mut row.quotations,
        ];
        for (place, room) in places.into_iter().zip(room) {
            let mut at = 0u32;
            for row in &mut rows {
                let end = at.checked_add(r.varint()?).filter(|end| *end as usize <= room);
                let end = end.ok_or_else(|| r.malformed("a length that the section has room for"))?;
                *place(row) = at..end;
                at = end;
            }
            if at as usize != room {
                return Err(r.malformed("lengths that fill the section"));
            }
        }
        for row in &mut rows {
            (row.title_words, row.body_words) = (r.varint()?, r.varint()?);
        }
        for (row, date) in rows.iter_mut().zip(days(r, n)?) {
            row.date = date;
        }
        for row in &mut rows {
            row.outlet = r.below(outlets)?;
        }
        Ok(Self(rows))
    }

    /// Number of articles.
    pub fn len(&self) -> u32 {
        self.0.len() as u32
    }

    /// How many articles, from the first on, have their texts' codes within the first `bytes` of them.
    pub fn with_texts_within(&self, bytes: u32) -> u32 {
        self.0.partition_point(|row| row.texts.end <= bytes) as u32
    }

    /// The article at a position.
    pub fn row(&self, ix: u32) -> Option<&Row> {
        self.0.get(ix as usize)
    }
}
