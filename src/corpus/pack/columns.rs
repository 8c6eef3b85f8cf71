//! What is known of every article as soon as a pack is open.

use std::ops::Range;

use super::varint::{unzigzag, zigzag};
use super::{PackError, Reader, put_varint};
use crate::Date;

/// What an article has its own range of, in the order its lengths are stored in.
#[derive(Clone, Copy)]
pub(super) enum Place {
    Record,
    Texts,
    Mentions,
    Quotations,
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
pub(super) struct Columns(Vec<Stored>);

/// An article as it is kept. What it has of a section begins where that of the article before ends.
#[derive(Clone, Debug, Default)]
struct Stored {
    /// Where its record, the codes of its texts, its mentions and its quotations end.
    ends: [u32; 4],
    title_words: u32,
    body_words: u32,
    date: Option<Date>,
    outlet: u32,
}

impl Columns {
    /// Reads the section; `room` are the lengths of records, texts, mentions and quotations, `outlets` how many there are.
    pub fn read(r: &mut Reader, room: [usize; 4], outlets: usize) -> Result<Self, PackError> {
        let n = r.count()?;
        let mut rows = vec![Stored::default(); n];
        for (place, room) in room.into_iter().enumerate() {
            let mut at = 0u32;
            for row in &mut rows {
                let end = at.checked_add(r.varint()?).filter(|end| *end as usize <= room);
                at = end.ok_or_else(|| r.malformed("a length that the section has room for"))?;
                row.ends[place] = at;
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
        self.0.partition_point(|row| row.ends[Place::Texts as usize] <= bytes) as u32
    }

    /// Day of publication of an article.
    #[inline]
    pub fn date(&self, ix: u32) -> Option<Date> {
        self.0.get(ix as usize)?.date
    }

    /// Position of the outlet of an article.
    #[inline]
    pub fn outlet(&self, ix: u32) -> u32 {
        self.0.get(ix as usize).map_or(0, |row| row.outlet)
    }

    /// How many words an article's body and its title have.
    #[inline]
    pub fn lengths(&self, ix: u32) -> (u32, u32) {
        let row = self.0.get(ix as usize);
        row.map_or((0, 0), |row| (row.body_words, row.title_words))
    }

    /// Where an article's own lies in its section; `None` without such an article.
    pub fn range(&self, ix: u32, place: Place) -> Option<Range<usize>> {
        let end = |ix: u32| Some(self.0.get(ix as usize)?.ends[place as usize] as usize);
        Some(ix.checked_sub(1).and_then(end).unwrap_or(0)..end(ix)?)
    }
}
