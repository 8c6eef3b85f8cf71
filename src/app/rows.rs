//! Of a list too long to stand in the page whole: which rows stand there, and how much room is kept for the others? Pure.
//!
//! Rows come and go in blocks. Each run of rows that are not there is a gap, which stands evenly for its rows. What is
//! read stays where it is when rows come or go above it: the gap above takes up the difference, so that nothing has to be
//! scrolled back. Only where that gap no longer fits its rows is everything moved, and the page scrolled with it.
//!
//! Units: CSS pixels from the head of the list; rows are counted from 0.

use std::ops::Range;

/// Rows of a block: more than a window's height, and few enough to be drawn between two frames.
pub const BLOCK: u32 = 10;

/// The height of a row before any is measured.
const GUESS: f64 = 130.0;

/// Two measurements of one block differ by less than this where nothing changed: far down, positions have no fractions.
const NOISE: f64 = 1.5;

/// The blocks that these rows are in.
pub fn blocks(rows: Range<u32>) -> Range<u32> {
    rows.start / BLOCK..rows.end.div_ceil(BLOCK)
}

/// The rows of a block in a list of `total`.
pub fn rows_of(block: u32, total: u32) -> Range<u32> {
    let first = block.saturating_mul(BLOCK);
    first.min(total)..first.saturating_add(BLOCK).min(total)
}

/// Where the page is scrolled to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// Pixels from the page's head.
    pub y: f64,
    /// The row at the window's top, and how far its own top is below that; `None` where the list's head is in view or
    /// there is none.
    pub row: Option<(u32, f64)>,
}

impl Place {
    /// So many pixels from the page's head.
    pub fn at(y: f64) -> Self {
        Self { y, row: None }
    }
}

/// A block that stands in the page.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Placed {
    block: u32,
    top: f64,
    height: f64,
}

/// Where the rows of a list stand.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    total: u32,
    placed: Vec<Placed>,
    height: f64,
    /// Height and number of the rows measured so far.
    measured: (f64, f64),
    /// Nothing of it has been seen yet: nothing need stay in its place.
    fresh: bool,
}

impl Layout {
    /// From now on a list of so many rows, or the same in another width. Rows are likely as high as those before.
    pub fn begin(&mut self, total: u32) {
        self.total = total;
        self.placed.clear();
        self.measured = (self.mean(), 1.0);
        self.fresh = true;
    }

    /// How many rows there are.
    pub fn total(&self) -> u32 {
        self.total
    }

    /// The whole list's height.
    pub fn height(&self) -> f64 {
        self.height
    }

    /// Where a row begins.
    pub fn top_of(&self, row: u32) -> f64 {
        between(&self.knots(), f64::from(row))
    }

    /// The row that stands at a height, or would stand there.
    pub fn row_at(&self, y: f64) -> u32 {
        let turned: Vec<_> = self.knots().into_iter().map(|(row, y)| (y, row)).collect();
        (between(&turned, y).max(0.0) as u32).min(self.total.saturating_sub(1))
    }

    /// The rows in a window, and those less than `margin` pixels away from it. Where gaps are squeezed (`fit`), no more
    /// than have room in it.
    pub fn near(&self, window: (f64, f64), margin: f64) -> Range<u32> {
        let rows = |pixels: f64| (pixels / self.mean()).ceil() as u32;
        let (from, to) = (self.row_at(window.0), self.row_at(window.1));
        let to = to.min(from + 3 * rows(window.1 - window.0));
        from.saturating_sub(rows(margin))..(to + 1 + rows(margin)).min(self.total)
    }

    /// The heights of the gaps, in their order: one before, between and after the placed blocks wherever rows are missing.
    pub fn gaps(&self) -> Vec<f64> {
        let (mut row, mut y) = (0, 0.0);
        let mut gaps = Vec::new();
        let end = (self.total, self.height, self.total, self.height);
        let placed = self.placed.iter().map(|p| {
            let rows = rows_of(p.block, self.total);
            (rows.start, p.top, rows.end, p.top + p.height)
        });
        for (first, top, next, bottom) in placed.chain([end]) {
            if first > row {
                gaps.push((top - y).max(0.0));
            }
            (row, y) = (next, bottom);
        }
        gaps
    }

    /// Places the blocks that stand in the page, each with its measured height, ascending. What is in the window (its top
    /// and bottom) stays in its place where that is possible; gives how far the page has to be scrolled where it is not,
    /// or where it is the list's end that has to stay. `room` is the most pixels that a browser can place: in a longer
    /// list, gaps are lower than their rows.
    pub fn fit(&mut self, drawn: &[(u32, f64)], window: (f64, f64), room: f64) -> f64 {
        let before = self.clone();
        self.placed = drawn.iter().map(|at| self.guess(*at)).collect();
        let old = |block: u32| before.placed.iter().any(|p| p.block == block);
        for p in &self.placed {
            if !old(p.block) {
                self.measured.0 += p.height;
                self.measured.1 += rows_of(p.block, self.total).len() as f64;
            }
        }
        let pitch = self.mean().min(room / f64::from(self.total.max(1)));
        let anchor = self.anchor(old, before.height, window);
        self.join(anchor, pitch);

        let gap = self.placed.first().map_or(0.0, |p| p.top);
        let above = self.placed.first().map_or(0, |p| p.block * BLOCK);
        let below = self
            .placed
            .last()
            .map_or(0, |p| self.total - rows_of(p.block, self.total).end);
        let end = self.placed.last().map_or(0.0, |p| p.top + p.height);
        let (even, rest) = (f64::from(above) * pitch, f64::from(below) * pitch);
        let fits = (even / 2.0..=even * 2.0).contains(&gap) && end + rest < room * 1.1;
        let shift = if fits { 0.0 } else { even - gap };
        for p in &mut self.placed {
            p.top += shift;
        }
        self.height = match (self.placed.is_empty(), self.fresh) {
            (false, _) => end + shift + rest,
            (true, true) => f64::from(self.total) * pitch,
            (true, false) => before.height,
        };
        let fresh = std::mem::take(&mut self.fresh);
        match before.height > 0.0 && window.0 >= before.height {
            true => self.height - before.height,
            false if fresh => 0.0,
            false => shift,
        }
    }

    /// Where a block stands, or likely stands: the last one at the end.
    fn guess(&self, (block, measured): (u32, f64)) -> Placed {
        let rows = rows_of(block, self.total);
        let placed = |top, height| Placed { block, top, height };
        match self.placed.iter().find(|p| p.block == block) {
            Some(p) if (p.height - measured).abs() < NOISE => *p,
            Some(p) => placed(p.top, measured),
            None if rows.end == self.total => placed((self.height - measured).max(0.0), measured),
            None => placed(self.top_of(rows.start), measured),
        }
    }

    /// Which of the placed blocks stays where it is: of those that stood there before the nearest to the window's top.
    /// Whoever has gone to the list's end stays at its end.
    fn anchor(&self, old: impl Fn(u32) -> bool, height: f64, (top, bottom): (f64, f64)) -> usize {
        let any = self.placed.iter().any(|p| old(p.block));
        if !any && bottom >= height - 1.0 {
            return self.placed.len().saturating_sub(1);
        }
        let away = |p: &Placed| (p.top - top).max(top - p.top - p.height).max(0.0);
        let staying = self.placed.iter().enumerate().filter(|(_, p)| !any || old(p.block));
        let nearest = staying.min_by(|(_, a), (_, b)| away(a).total_cmp(&away(b)));
        nearest.map_or(0, |(at, _)| at)
    }

    /// Places the blocks on both sides of the anchor: neighbours side by side, others where they are, with room between.
    fn join(&mut self, anchor: usize, pitch: f64) {
        let room = |a: u32, b: u32| f64::from((b - a - 1) * BLOCK) * pitch / 2.0;
        for i in anchor + 1..self.placed.len() {
            let (above, at) = (self.placed[i - 1], &mut self.placed[i]);
            let (end, apart) = (above.top + above.height, room(above.block, at.block));
            at.top = if apart > 0.0 { at.top.max(end + apart) } else { end };
        }
        for i in (0..anchor).rev() {
            let (below, at) = (self.placed[i + 1], &mut self.placed[i]);
            let (top, apart) = (below.top - at.height, room(at.block, below.block));
            at.top = if apart > 0.0 { at.top.min(top - apart) } else { top };
        }
    }

    fn mean(&self) -> f64 {
        let (height, rows) = self.measured;
        if height > 0.0 { height / rows } else { GUESS }
    }

    /// Rows whose place is known, with that place; between two of them every row is as high as the next.
    fn knots(&self) -> Vec<(f64, f64)> {
        let ends = self.placed.iter().flat_map(|p| {
            let rows = rows_of(p.block, self.total);
            [(f64::from(rows.start), p.top), (f64::from(rows.end), p.top + p.height)]
        });
        let mut knots = vec![(0.0, 0.0)];
        knots.extend(ends);
        knots.push((f64::from(self.total), self.height));
        knots
    }
}

/// On the line through points in ascending order, the height at `x`.
fn between(points: &[(f64, f64)], x: f64) -> f64 {
    let pair = points.windows(2).find(|pair| x < pair[1].0);
    match pair {
        Some(&[(x0, y0), (x1, y1)]) => y0 + (y1 - y0) * (x - x0).max(0.0) / (x1 - x0),
        _ => points.last().map_or(0.0, |(_, y)| *y),
    }
}

#[cfg(test)]
mod tests;
