//! The mentions of one article: writer and reader side by side.
//!
//! ```text
//! { bytes from the start of the one before   length × 8 + 4 where more is said + how   entity   more }
//! ```
//!
//! `How` is one of the four ways to mean a country. Whatever is rarer is one number more: a doubt's reason, counted from 1, 0
//! for none, + 9 × (1 for a description of a person; for a name behind a title, the title's length + 1).

use super::{PackError, Reader, put_varint};
use crate::{Doubt, How, Span};

/// Numbers of a doubt: none and each reason.
const DOUBTS: u32 = Doubt::ALL.len() as u32 + 1;

/// Stands behind what is no name of all that an entity is called.
pub const UNNAMED: char = '\0';

/// A mention as stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredMention {
    /// Position in the entity table.
    pub entity: u32,
    /// Where in the body.
    pub span: Span,
    /// How the entity came to be meant.
    pub how: How,
    /// Why it may be wrong.
    pub doubt: Option<Doubt>,
    /// Bytes of the title before the name.
    pub title: u32,
}

impl StoredMention {
    /// What it calls its entity: a name, [`UNNAMED`] between it and a title before it, or behind a description.
    pub fn called(&self, text: &str) -> Option<String> {
        let (start, end) = (self.span.start as usize, self.span.end as usize);
        let name = if self.how == How::Role { end } else { start };
        let title = text.get(start.checked_sub(self.title as usize)?..name)?;
        let name = text.get(name..end)?;
        let mut called = title.to_owned();
        if !title.is_empty() {
            called.push(UNNAMED);
        }
        called.push_str(name);
        Some(called)
    }
}

/// Appends mentions, which are in order.
pub(super) fn put_mentions(mentions: &[StoredMention], out: &mut Vec<u8>) {
    let mut before = 0;
    for m in mentions {
        let (how, kind) = match (m.how, m.title) {
            (How::Role, _) => (How::Name, 1),
            (how, 0) => (how, 0),
            (how, title) => (how, title + 1),
        };
        let more = m.doubt.map_or(0, |doubt| doubt as u32 + 1) + DOUBTS * kind;
        put_varint(out, m.span.start - before);
        put_varint(
            out,
            (m.span.end - m.span.start) << 3 | u32::from(more > 0) << 2 | how as u32,
        );
        put_varint(out, m.entity);
        if more > 0 {
            put_varint(out, more);
        }
        before = m.span.start;
    }
}

/// Reads mentions of a table of `entities`, while `go_on` says so of their number and of the reader.
pub(super) fn mentions(
    r: &mut Reader,
    entities: usize,
    go_on: impl Fn(usize, &Reader) -> bool,
) -> Result<Vec<StoredMention>, PackError> {
    let mut start = 0u32;
    let mut mentions = Vec::new();
    while go_on(mentions.len(), r) {
        let (forward, packed, entity) = (r.varint()?, r.varint()?, r.below(entities)?);
        let place = |at: Option<u32>| at.ok_or_else(|| r.malformed("a place in the text"));
        start = place(start.checked_add(forward))?;
        let end = place(start.checked_add(packed >> 3))?;
        let more = match packed & 4 {
            0 => 0,
            _ => r.varint()?,
        };
        let (doubt, kind) = (more % DOUBTS, more / DOUBTS);
        mentions.push(StoredMention {
            entity,
            span: Span { start, end },
            how: match kind {
                1 => How::Role,
                _ => How::ALL[(packed & 3) as usize],
            },
            doubt: Doubt::ALL.get(doubt.wrapping_sub(1) as usize).copied(),
            title: kind.saturating_sub(1),
        });
    }
    Ok(mentions)
}

/// A doubtful place is one doubt: that its country is meant by it follows. `mentions` are in the order of their spans.
pub(crate) fn doubt_once(mentions: &mut [StoredMention]) {
    let follows = |m: &StoredMention| matches!(m.how, How::Place | How::Metonym);
    for same in mentions.chunk_by_mut(|a, b| a.span == b.span) {
        if !same.iter().all(follows) {
            same.iter_mut().filter(|m| follows(m)).for_each(|m| m.doubt = None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{StoredMention, mentions, put_mentions};
    use crate::pack::Reader;
    use crate::{Doubt, How, Span};

    #[test]
    fn every_way_to_be_meant_is_read_back_with_its_doubt_and_title() {
        let mut all = Vec::new();
        for (how, titles) in [(How::Name, &[0, 1, 300][..]), (How::Role, &[0]), (How::Metonym, &[0])] {
            for doubt in Doubt::ALL.map(Some).into_iter().chain([None]) {
                all.extend(titles.iter().map(|title| StoredMention {
                    entity: 2,
                    span: Span { start: 300, end: 340 },
                    how,
                    doubt,
                    title: *title,
                }));
            }
        }
        let mut bytes = Vec::new();
        put_mentions(&all, &mut bytes);
        let mut reader = Reader::new(&bytes, 0, "MENT");
        let read = mentions(&mut reader, 3, |n, _| n < all.len()).expect("mentions");
        assert_eq!(read, all);
        assert_eq!(reader.position(), bytes.len());
    }

    #[test]
    fn a_title_is_parted_from_its_name_and_a_description_is_no_name() {
        let text = "Dr. Lee met the chief.";
        for (start, end, how, title, expect) in [
            (4, 7, How::Name, 4, Some("Dr. \0Lee")),
            (4, 7, How::Name, 0, Some("Lee")),
            (12, 21, How::Role, 0, Some("the chief\0")),
            (0, 3, How::Name, 9, None),
        ] {
            let span = Span { start, end };
            let mention = StoredMention {
                entity: 0,
                span,
                how,
                doubt: None,
                title,
            };
            assert_eq!(mention.called(text).as_deref(), expect);
        }
    }
}
