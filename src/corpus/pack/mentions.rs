//! The mentions of one article: writer and reader side by side.
//!
//! ```text
//! { bytes from the start of the one before   length × 8 + 4 where doubtful + how   entity   reason, where doubtful }
//! ```

use super::{PackError, Reader, put_varint};
use crate::{Doubt, How, Span};

/// A mention as stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredMention {
    /// Position in the entity table.
    pub entity: u32,
    /// Where in the body.
    pub span: Span,
    /// How a country came to be meant.
    pub how: How,
    /// Why it may be wrong.
    pub doubt: Option<Doubt>,
}

/// Appends mentions, which are in order.
pub(super) fn put_mentions(mentions: &[StoredMention], out: &mut Vec<u8>) {
    let mut before = 0;
    for m in mentions {
        put_varint(out, m.span.start - before);
        let doubtful = u32::from(m.doubt.is_some());
        put_varint(out, (m.span.end - m.span.start) << 3 | doubtful << 2 | m.how as u32);
        put_varint(out, m.entity);
        out.extend(m.doubt.map(|doubt| doubt as u8));
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
        let doubt = match packed & 4 {
            0 => None,
            _ => {
                let reason = Doubt::ALL.get(r.byte()? as usize);
                Some(*reason.ok_or_else(|| r.malformed("a reason for a doubt"))?)
            }
        };
        mentions.push(StoredMention {
            entity,
            span: Span { start, end },
            how: How::ALL[(packed & 3) as usize],
            doubt,
        });
    }
    Ok(mentions)
}
