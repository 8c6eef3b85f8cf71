//! The quotations of one article, and whom they are by and about: writer and reader side by side.
//!
//! ```text
//! count   { bytes from the start of the one before   length   head   mention that names the speaker
//!           speaker: place behind the end of the quotation, length   verb: place behind the end of the speaker (or of the
//!           quotation), length }
//! ```
//!
//! The head says what there is of the rest. A speaker who is called by a name that is a mention needs no place of its own.

use super::{PackError, Reader, StoredMention, put_signed, put_varint};
use crate::Span;
use crate::text::sentence_at;

/// A quotation as stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredQuotation {
    /// What is quoted, without its marks.
    pub span: Span,
    /// Whether it is a sentence, or a part of one that stands by itself.
    pub whole: bool,
    /// Where the text calls the speaker so.
    pub speaker: Option<Span>,
    /// The speaker's position in the entity table; none where the text calls the speaker by a role only.
    pub entity: Option<u32>,
    /// The verb that gives the words to the speaker.
    pub verb: Option<Span>,
}

impl StoredQuotation {
    /// The sentences that a quotation is in, from the first one's first byte to one past the last one's last.
    pub fn sentences(&self, text: &str) -> Span {
        let (from, mut to) = sentence_at(text, self.span.start as usize);
        // A quotation of several sentences ends in another one, and one of many bytes in one that was cut.
        if to < self.span.end as usize {
            to = sentence_at(text, (self.span.end as usize).saturating_sub(1)).1;
        }
        Span {
            start: (from as u32).min(self.span.start),
            end: (to as u32).max(self.span.end),
        }
    }

    /// The entities that it or its sentences name, besides its own speaker: what it is about. In order, each once.
    pub fn about(&self, text: &str, mentions: &[StoredMention]) -> Vec<u32> {
        let around = self.sentences(text);
        let from = mentions.partition_point(|m| m.span.start < around.start);
        let within = mentions[from..].iter().take_while(|m| m.span.start < around.end);
        let mut named: Vec<u32> = within.map(|m| m.entity).filter(|e| Some(*e) != self.entity).collect();
        named.sort_unstable();
        named.dedup();
        named
    }
}

/// What there is of a quotation.
mod has {
    pub const WHOLE: u32 = 1;
    pub const VERB: u32 = 2;
    /// Nobody, somebody without an entity, an entity called by a mention of it, an entity called otherwise.
    pub const SPEAKER: u32 = 12;
    pub const NOBODY: u32 = 0;
    pub const ROLE: u32 = 4;
    pub const MENTION: u32 = 8;
    pub const OTHERWISE: u32 = 12;
}

/// Appends quotations, which are in order of their starts; speakers that are entities are mentioned in the article.
pub(super) fn put_quotations(quotations: &[StoredQuotation], mentions: &[StoredMention], out: &mut Vec<u8>) {
    put_varint(out, quotations.len() as u32);
    let mut before = 0;
    for q in quotations {
        put_varint(out, q.span.start - before);
        put_varint(out, q.span.end - q.span.start);
        before = q.span.start;
        let position = |is: &dyn Fn(&StoredMention) -> bool| mentions.iter().position(is).map(|at| at as u32);
        let own = |m: &StoredMention| Some(m.entity) == q.entity;
        let named = position(&|m| own(m) && Some(m.span) == q.speaker);
        let (speaker, mention) = match (q.speaker, q.entity) {
            (None, _) => (has::NOBODY, None),
            (Some(_), None) => (has::ROLE, None),
            (Some(_), Some(_)) if named.is_some() => (has::MENTION, named),
            (Some(_), Some(_)) => match position(&own) {
                Some(first) => (has::OTHERWISE, Some(first)),
                None => (has::ROLE, None),
            },
        };
        let flag = |bit: u32, there: bool| if there { bit } else { 0 };
        put_varint(
            out,
            speaker | flag(has::WHOLE, q.whole) | flag(has::VERB, q.verb.is_some()),
        );
        mention.into_iter().for_each(|at| put_varint(out, at));
        let mut place = |span: Span, behind: u32| {
            put_signed(out, span.start as i32 - behind as i32);
            put_varint(out, span.end - span.start);
        };
        if let Some(span) = q.speaker.filter(|_| speaker != has::MENTION) {
            place(span, q.span.end);
        }
        if let Some(verb) = q.verb {
            place(verb, q.speaker.map_or(q.span.end, |speaker| speaker.end));
        }
    }
}

/// Reads the quotations of an article with these mentions.
pub(super) fn quotations(r: &mut Reader, mentions: &[StoredMention]) -> Result<Vec<StoredQuotation>, PackError> {
    let mut start = 0u32;
    let n = r.count()?;
    let mut quotations = Vec::with_capacity(n);
    for _ in 0..n {
        let (forward, length, head) = (r.varint()?, r.varint()?, r.varint()?);
        let end = start.checked_add(forward).and_then(|from| {
            start = from;
            from.checked_add(length)
        });
        let span = Span {
            start,
            end: end.ok_or_else(|| r.malformed("a place in the text"))?,
        };
        let who = head & has::SPEAKER;
        let mention = match who {
            has::MENTION | has::OTHERWISE => Some(mentions[r.below(mentions.len())? as usize]),
            _ => None,
        };
        let mut place = |behind: u32| {
            let start = behind.checked_add_signed(r.signed()?);
            let start = start.ok_or_else(|| r.malformed("a place in the text"))?;
            let end = start.checked_add(r.varint()?);
            let end = end.ok_or_else(|| r.malformed("a place in the text"))?;
            Ok(Span { start, end })
        };
        let speaker = match who {
            has::NOBODY => None,
            has::MENTION => mention.map(|m| m.span),
            _ => Some(place(span.end)?),
        };
        let verb = match head & has::VERB {
            0 => None,
            _ => Some(place(speaker.map_or(span.end, |speaker| speaker.end))?),
        };
        quotations.push(StoredQuotation {
            span,
            whole: head & has::WHOLE != 0,
            speaker,
            entity: mention.map(|m| m.entity),
            verb,
        });
    }
    Ok(quotations)
}
