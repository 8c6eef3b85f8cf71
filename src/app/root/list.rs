//! The list of hits as it stands in the page: which blocks of it are drawn, and that what is read stays in its place.

use std::ops::Range;

use crate::answers::Explored;
use crate::asks;
use crate::browser::{self, list};
use crate::listed::Block;
use crate::rows::{BLOCK, Layout, Place, blocks, rows_of};

/// What is drawn of the list.
#[derive(Default)]
pub struct List {
    layout: Layout,
    /// What stands in the page.
    pub shown: Shown,
    /// The row that is to have the focus once it is drawn.
    pub goal: Option<u32>,
    /// Where the page was when scrolling last came to rest.
    pub place: Place,
    /// CSS pixels, as last drawn.
    width: f64,
}

/// Blocks of the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// Those that are drawn, ascending.
    pub drawn: Vec<u32>,
    /// Those that are to be on hand.
    pub near: Range<u32>,
}

impl List {
    /// Begins at the head of another list.
    pub fn begin(&mut self, total: u32) {
        self.layout.begin(total);
        self.shown = Shown {
            drawn: blocks(0..total.min(2 * BLOCK)).collect(),
            near: blocks(0..total.min(asks::PAGE)),
        };
        self.goal = None;
    }

    /// The blocks that are drawn.
    pub fn blocks(&self, explored: &Explored) -> Vec<Block> {
        let block = |at: &u32| explored.block(*at).cloned();
        self.shown.drawn.iter().filter_map(block).collect()
    }

    /// What is to be shown where the window is now, of the blocks that are on hand; `None` where no list is drawn.
    pub fn look(&self, explored: &Explored) -> Option<Shown> {
        let window = list::sight()?.window;
        let away = (window.1 - window.0).clamp(600.0, 2000.0);
        // What is drawn stays for longer than it takes to be drawn: a window that is moved to and fro changes nothing.
        let near = blocks(self.layout.near(window, 2.0 * away));
        let here = blocks(self.layout.near(window, away));
        let stays = |at: &u32| here.contains(at) || near.contains(at) && self.shown.drawn.contains(at);
        let on_hand = |at: &u32| explored.block(*at).is_some();
        let mut drawn: Vec<u32> = near.clone().filter(stays).filter(on_hand).collect();
        if drawn.is_empty() {
            // Nothing of what is looked at is here yet: what was drawn says where it will be.
            drawn.clone_from(&self.shown.drawn);
        }
        // What has the focus, or is about to, is never taken away.
        for row in [self.goal, list::focused_row()].into_iter().flatten() {
            let kept = row / BLOCK;
            let at = drawn.partition_point(|block| *block < kept);
            if on_hand(&kept) && drawn.get(at) != Some(&kept) {
                drawn.insert(at, kept);
            }
        }
        Some(Shown { drawn, near })
    }

    /// Measures what was drawn, and has what is read stay in its place. Before anything is painted: yew's `rendered` may
    /// come after that, where drawing took long.
    pub fn settle(&mut self) {
        let Some(sight) = list::sight() else { return };
        let total = self.layout.total();
        let measured = self.shown.drawn.iter().map(|block| {
            let rows = rows_of(*block, total);
            Some((*block, list::height(rows.start, rows.end.checked_sub(1)?)?))
        });
        let Some(measured) = measured.collect::<Option<Vec<_>>>() else {
            return;
        };
        let widened = self.width > 0.0 && (sight.width - self.width).abs() > 0.5;
        self.width = sight.width;
        if widened {
            self.layout.begin(total);
        }
        let shift = self.layout.fit(&measured, sight.window, list::room());
        let y = browser::scroll_y() + shift;
        // Where the list becomes shorter, the page is scrolled before it, while there is somewhere to scroll to.
        if shift < -0.5 {
            browser::scroll_to(y);
        }
        list::set_gaps(&self.layout.gaps(), self.layout.height());
        if shift > 0.5 {
            browser::scroll_to(y);
        }
        if widened {
            self.go_back_to(self.place);
        }
        if self.goal.is_some_and(list::focus_row) {
            self.goal = None;
        }
    }

    /// Where the page is scrolled to.
    pub fn here(&self) -> Place {
        let y = browser::scroll_y();
        let row = list::sight().filter(|sight| sight.window.0 > 0.0).map(|sight| {
            let first = list::first_row().filter(|(_, below)| *below <= 0.0);
            first.unwrap_or_else(|| (self.layout.row_at(sight.window.0), 0.0))
        });
        Place { y, row }
    }

    /// Scrolls there; whether what was there is drawn.
    pub fn go_back_to(&self, place: Place) -> bool {
        match (place.row.filter(|(row, _)| *row < self.layout.total()), list::sight()) {
            (Some((row, below)), Some(sight)) => {
                let drawn = list::row_top(row);
                let top = drawn.unwrap_or_else(|| self.layout.top_of(row) - sight.window.0);
                browser::scroll_to(browser::scroll_y() + top - below);
                drawn.is_some()
            }
            _ => {
                browser::scroll_to(place.y);
                true
            }
        }
    }

    /// Scrolls to where a row will be drawn, where that is out of the window.
    pub fn show(&self, row: u32) {
        let Some(sight) = list::sight() else { return };
        let (top, bottom) = sight.window;
        let at = self.layout.top_of(row);
        if !(top..bottom).contains(&at) {
            browser::scroll_to(browser::scroll_y() + at - (top + bottom) / 2.0);
        }
    }
}
