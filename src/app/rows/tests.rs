//! A reader scrolls through lists of rows of any height; a page is simulated whose rows stand as the layout says.

use proptest::prelude::*;

use super::{BLOCK, Layout, blocks, rows_of};

const WINDOW: f64 = 800.0;
const ROOM: f64 = 15e6;

/// A page with a list of rows, of which some blocks are drawn.
struct Page {
    heights: Vec<f64>,
    layout: Layout,
    drawn: Vec<u32>,
    y: f64,
    room: f64,
}

impl Page {
    fn new(heights: Vec<f64>, room: f64) -> Self {
        let mut layout = Layout::default();
        layout.begin(heights.len() as u32);
        let mut page = Self {
            heights,
            layout,
            drawn: vec![0],
            y: 0.0,
            room,
        };
        page.draw();
        page
    }

    fn total(&self) -> u32 {
        self.heights.len() as u32
    }

    fn height(&self, block: u32) -> f64 {
        rows_of(block, self.total()).map(|row| self.heights[row as usize]).sum()
    }

    fn window(&self) -> (f64, f64) {
        (self.y, self.y + WINDOW)
    }

    fn draw(&mut self) {
        let drawn: Vec<_> = self.drawn.iter().map(|block| (*block, self.height(*block))).collect();
        self.y += self.layout.fit(&drawn, self.window(), self.room);
    }

    /// The tops of the drawn rows as a browser places them: gaps and rows one below the other.
    fn tops(&self) -> Vec<(u32, f64)> {
        let mut gaps = self.layout.gaps().into_iter();
        let (mut next, mut y) = (0, 0.0);
        let mut tops = Vec::new();
        for block in &self.drawn {
            let rows = rows_of(*block, self.total());
            if rows.start > next {
                y += gaps.next().expect("a gap before the block");
            }
            for row in rows.clone() {
                tops.push((row, y));
                y += self.heights[row as usize];
            }
            next = rows.end;
        }
        if next < self.total() {
            y += gaps.next().expect("a gap behind the last block");
        }
        assert_eq!(gaps.next(), None, "as many gaps as there are runs of missing rows");
        let sum = self.layout.height();
        assert!(
            (y - sum).abs() < 1e-3,
            "the list is as high as what is in it: {y}, {sum}"
        );
        tops
    }

    /// Where rows stand in the window.
    fn seen(&self) -> Vec<(u32, f64)> {
        let tops = self.tops().into_iter().map(|(row, top)| (row, top - self.y));
        tops.filter(|(row, top)| *top < WINDOW && top + self.heights[*row as usize] > 0.0)
            .collect()
    }

    /// Scrolls, and draws what is near.
    fn scroll(&mut self, by: f64) {
        let end = (self.layout.height() - WINDOW).max(0.0);
        self.y = (self.y + by).clamp(0.0, end);
        self.drawn = blocks(self.layout.near(self.window(), WINDOW)).collect();
        self.draw();
    }

    /// As often as it takes until the same is drawn.
    fn rest(&mut self) {
        for _ in 0..10 {
            let before = self.drawn.clone();
            self.scroll(0.0);
            if self.drawn == before {
                return;
            }
        }
        panic!("the list does not come to rest: {:?}", self.drawn);
    }
}

fn heights() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec((60u32..400).prop_map(|h| f64::from(h) / 1.6), 1..1500)
}

fn all_rows_alike(total: u32, height: f64) -> Vec<f64> {
    vec![height; total as usize]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_read_stays_where_it_is(heights in heights(), steps in prop::collection::vec(-900i32..900, 1..60)) {
        let mut page = Page::new(heights, ROOM);
        for step in steps {
            let end = (page.layout.height() - WINDOW).max(0.0);
            let to = (page.y + f64::from(step)).clamp(0.0, end);
            let before = page.seen();
            let moved = to - page.y;
            page.scroll(f64::from(step));
            for (row, top) in before {
                if let Some((_, now)) = page.seen().into_iter().find(|(seen, _)| *seen == row) {
                    prop_assert!((top - moved - now).abs() < 1e-6, "row {row}: {} became {now}", top - moved);
                }
            }
        }
    }

    #[test]
    fn wherever_the_window_is_it_is_full_of_rows(heights in heights(), at in 0.0..1.0f64) {
        let mut page = Page::new(heights, ROOM);
        page.scroll(at * page.layout.height());
        page.rest();
        let rows = page.seen();
        let (first, last) = (rows[0], rows[rows.len() - 1]);
        prop_assert!(first.1 <= 0.0 && rows.windows(2).all(|pair| pair[0].0 + 1 == pair[1].0), "{rows:?}");
        let end = last.1 + page.heights[last.0 as usize];
        prop_assert!(end >= WINDOW - 1.0 || last.0 + 1 == page.total(), "{rows:?}");
        prop_assert!(page.drawn.len() as u32 * BLOCK <= 80, "few blocks are drawn: {:?}", page.drawn);
    }

    #[test]
    fn both_ends_are_reached_from_anywhere(heights in heights(), at in 0.0..1.0f64) {
        let mut page = Page::new(heights, ROOM);
        for (step, end) in [(700.0, page.total() - 1), (-700.0, 0)] {
            page.y = at * page.layout.height();
            page.rest();
            // A window at a time: as many as the list is high in the end, whatever was thought of it at first.
            for _ in 0..(page.heights.iter().sum::<f64>() / 500.0) as usize + 10 {
                page.scroll(step);
            }
            prop_assert!(page.seen().iter().any(|(row, _)| *row == end), "{step}: {:?}", page.seen());
        }
    }
}

#[test]
fn the_end_key_ends_at_the_end() {
    let mut page = Page::new((0..900).map(|i| f64::from(80 + i % 97)).collect(), ROOM);
    page.scroll(f64::INFINITY);
    page.rest();
    let last = *page.seen().last().expect("rows");
    assert_eq!(last.0, 899);
    assert!((last.1 + page.heights[899] - WINDOW).abs() < 1.0, "{last:?}");
}

#[test]
fn a_list_higher_than_a_browser_can_place_is_squeezed_and_read_all_the_same() {
    let total = 100_000;
    let mut page = Page::new(all_rows_alike(total, 190.0), 10e6);
    assert!(page.layout.height() < 11e6, "{}", page.layout.height());
    for at in [0.0, 0.25, 0.5, 0.75, 1.0] {
        page.y = at * page.layout.height();
        page.rest();
        let middle = page.seen()[0].0;
        let wanted = (at * f64::from(total)) as u32;
        // Where somebody has read for long, rows stand in their full height, and the gaps give way to them.
        assert!(middle.abs_diff(wanted) < total / 10, "{middle} at {at}");
        // A long way row by row in either direction.
        for step in [600.0, -600.0] {
            for _ in 0..4000 {
                let before = page.seen();
                page.scroll(step);
                assert!(page.layout.height() < 11.5e6, "{}", page.layout.height());
                let rows = page.seen();
                assert!(
                    !rows.is_empty() && rows[0].0.abs_diff(before[0].0) <= 4,
                    "{before:?} {rows:?}"
                );
            }
        }
    }
}

#[test]
fn a_block_far_away_stays_drawn_and_moves_nothing() {
    let mut page = Page::new(all_rows_alike(2_000, 100.0), ROOM);
    page.scroll(150_000.0);
    page.rest();
    let before = page.seen();
    page.drawn.insert(0, 2);
    page.draw();
    assert_eq!(page.seen(), before);
    page.drawn.remove(0);
    page.draw();
    assert_eq!(page.seen(), before);
}

#[test]
fn who_looks_at_what_follows_the_list_stays_there_when_it_becomes_another() {
    let mut page = Page::new(all_rows_alike(2_000, 100.0), ROOM);
    let long = page.layout.height();
    page.y = long + 300.0;
    page.heights.truncate(30);
    page.layout.begin(30);
    page.drawn = vec![0];
    page.draw();
    assert!((page.y - page.layout.height() - 300.0).abs() < 1e-6);
}

#[test]
fn another_list_begins_at_its_head() {
    let mut page = Page::new(all_rows_alike(2_000, 100.0), ROOM);
    page.scroll(90_000.0);
    page.rest();
    page.layout.begin(1_000);
    (page.drawn, page.y) = (vec![0], 0.0);
    page.heights.truncate(1_000);
    page.draw();
    assert_eq!(page.tops()[0], (0, 0.0));
    assert!(page.drawn.len() as u32 * BLOCK < 100);
}
