//! Which part of a long text is drawn.

use dateline_engine::view::Run;

/// Bytes of text drawn at first, and at least with each step: about 40 pages of a book. A browser lays them out in well
/// under a second; ten megabytes in one go take it eight.
pub const STEP: usize = 200_000;

/// A range of bytes of an article's text, its paragraphs counted on end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Portion {
    /// First byte.
    pub from: usize,
    /// One past the last.
    pub to: usize,
}

impl Portion {
    /// The first bytes of a text.
    pub fn head(bytes: usize) -> Self {
        Self { from: 0, to: bytes }
    }

    /// A step around a place of the text; what is drawn already where that is in it.
    pub fn around(self, at: usize) -> Self {
        if (self.from..self.to).contains(&at) {
            return self;
        }
        let from = at.saturating_sub(STEP / 2);
        Self { from, to: from + STEP }
    }

    /// Grown backwards or forwards, by half at least, so that any end is reached in few steps.
    pub fn grown(self, backwards: bool) -> Self {
        let step = STEP.max((self.to - self.from) / 2);
        match backwards {
            true => Self {
                from: self.from.saturating_sub(step),
                ..self
            },
            false => Self {
                to: self.to.saturating_add(step),
                ..self
            },
        }
    }

    /// The part of a piece of text that starts at byte `at`; empty where none of it is drawn.
    pub fn cut(self, text: &str, at: usize) -> &str {
        let edge = |byte: usize| text.floor_char_boundary(byte.saturating_sub(at));
        text.get(edge(self.from)..edge(self.to)).unwrap_or("")
    }
}

/// Where in the text a match starts, in bytes; `None` where it is not in the body.
pub fn place_of(hit: u32, paragraphs: &[Vec<Run>]) -> Option<usize> {
    let mut at = 0;
    paragraphs.iter().flatten().find_map(|run| {
        let start = at;
        at += run.text.len();
        (run.hit == Some(hit)).then_some(start)
    })
}

#[cfg(test)]
mod tests {
    use super::{Portion, STEP};

    #[test]
    fn portions_side_by_side_are_the_whole_text() {
        let text = "aé日z".repeat(5);
        for cut_at in 0..=text.len() {
            let (head, tail) = (
                Portion::head(cut_at),
                Portion {
                    from: cut_at,
                    to: usize::MAX,
                },
            );
            let both = format!("{}{}", head.cut(&text, 0), tail.cut(&text, 0));
            assert_eq!(both, text, "cut at {cut_at}");
        }
    }

    #[test]
    fn a_piece_is_cut_by_its_place_in_the_text() {
        let portion = Portion { from: 3, to: 6 };
        let cut: String = [("abcd", 0), ("efgh", 4), ("ijkl", 8)]
            .map(|(text, at)| portion.cut(text, at))
            .concat();
        assert_eq!(cut, "def");
    }

    #[test]
    fn a_far_match_moves_the_portion_and_a_near_one_does_not() {
        let head = Portion::head(STEP);
        assert_eq!(head.around(10), head);
        assert!((head.around(10 * STEP).from..head.around(10 * STEP).to).contains(&(10 * STEP)));
        assert_eq!(head.grown(false).to, 2 * STEP);
        assert_eq!(head.grown(true), head);
    }
}
