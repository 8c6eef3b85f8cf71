//! Moving about in an open article: from match to match, from mention to mention.

use super::Root;
use crate::browser;
use crate::components::portion::{Portion, STEP, place_of};
use crate::format;

/// Where the reader is in the open article. Not in the address: a link opens an article at its head.
pub struct Reading {
    /// The match stood on.
    pub current: Option<u32>,
    /// The part of the text that is drawn.
    pub portion: Portion,
    /// What became of copying the address.
    pub copied: Option<bool>,
    /// The entity whose mentions are gone through, and the number of the last one shown.
    mention: Option<(u32, usize)>,
    /// A match to bring into view once it is drawn.
    show: Option<u32>,
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            current: None,
            portion: Portion::head(STEP),
            copied: None,
            mention: None,
            show: None,
        }
    }
}

impl Reading {
    /// Draws more of a long text, before or after the part drawn.
    pub fn show_more(&mut self, backwards: bool) {
        self.portion = self.portion.grown(backwards);
    }

    /// Brings a match into view that the last drawing marked.
    pub fn after_drawing(&mut self) {
        if let Some(hit) = self.show.take() {
            browser::show_match(hit);
        }
    }
}

impl Root {
    /// Goes to the next or previous match, round the end.
    pub(super) fn step(&mut self, by: i32) {
        let Some(opened) = self.answers.article.as_ref().and_then(|(_, opened)| opened.as_ref()) else {
            return;
        };
        let hits = opened.view.hits;
        if hits == 0 || self.state.open.article.is_none() {
            return;
        }
        let next = match self.reading.current {
            Some(now) => (i64::from(now) + i64::from(by)).rem_euclid(i64::from(hits)) as u32,
            None if by < 0 => hits - 1,
            None => 0,
        };
        if let Some(at) = place_of(next, &opened.view.paragraphs) {
            self.reading.portion = self.reading.portion.around(at);
        }
        self.state.marks.hits = true;
        self.reading.current = Some(next);
        self.reading.show = Some(next);
        self.announced = format!("Match {} of {}", format::number(next + 1), format::number(hits));
    }

    /// Goes to the next mention of an entity, by its position in the article's list.
    pub(super) fn find_mention(&mut self, entity: u32) {
        let next = match self.reading.mention {
            Some((same, last)) if same == entity => last + 1,
            _ => 0,
        };
        let shown = browser::focus_nth(&format!(".article-text [data-entity~=\"{entity}\"]"), next);
        match shown {
            Some((at, of)) => {
                self.reading.mention = Some((entity, at));
                self.announced = format!("Mention {} of {of}", at + 1);
            }
            None => self.announced = "Not marked in the text: switch its kind on to see it".into(),
        }
    }
}
