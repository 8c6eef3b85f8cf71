//! What is known of every article as soon as a pack is open.

use std::ops::Range;

use super::varint::unzigzag;
use super::{PackError, Reader};
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
    /// Terms in the title.
    pub title_words: u32,
    /// Terms in the body.
    pub body_words: u32,
    /// Day of publication.
    pub date: Option<Date>,
    /// Position of its outlet.
    pub outlet: u32,
}

/// All articles.
#[derive(Debug, Default)]
pub(super) struct Columns(Vec<Row>);

impl Columns {
    /// Reads the section; `room` are the lengths of records, texts and mentions, `outlets` how many there are.
    pub fn read(r: &mut Reader, room: [usize; 3], outlets: usize) -> Result<Self, PackError> {
        let n = r.count()?;
        let mut rows = vec![Row::default(); n];
        let places: [fn(&mut Row) -> &mut Range<u32>; 3] =
            [|row| &mut row.record, |row| &mut row.texts, |row| &mut row.mentions];
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
        Ok(Self(rows))
    }

    /// Number of articles.
    pub fn len(&self) -> u32 {
        self.0.len() as u32
    }

    /// The article at a position.
    pub fn row(&self, ix: u32) -> Option<&Row> {
        self.0.get(ix as usize)
    }
}
