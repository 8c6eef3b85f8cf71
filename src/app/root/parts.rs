//! The explorer and the reader are drawn in parts, what is read first before the rest, each in a task of the browser's
//! own: the first results need not wait for the map, and a key pressed meanwhile is heard between two of them.

use dateline_corpus::Group;

/// How much of the explorer, or of the reader, may be drawn yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Parts(usize);

impl Parts {
    /// The frame: head, and room for the rest. Of the engine only the list is asked.
    pub const FRAME: Self = Self(0);
    /// The list, or the article that is open: the page can take over from the first paint.
    const LIST: Self = Self(1);
    /// The room of map and timeline; the column beside an article. From here on everything is asked but the shapes.
    const FIGURES: Self = Self(2);
    /// The first group of filters; each of the others is the next part.
    const FILTERS: usize = 3;
    /// The timeline.
    const TIMELINE: Self = Self(Self::FILTERS + Group::ALL.len());
    /// The foot, and the world's shapes.
    const ALL: Self = Self(Self::TIMELINE.0 + 1);

    /// The next part too; `None` where there is none. The reader's last part, the shapes, comes after its column.
    pub fn next(self, reading: bool) -> Option<Self> {
        match reading && self >= Self::FIGURES {
            true => (self < Self::ALL).then_some(Self::ALL),
            false => (self < Self::ALL).then_some(Self(self.0 + 1)),
        }
    }

    /// Where drawing begins once more: with the text, when an article is opened; with map and timeline, when the list
    /// comes back in its place. The answers are there.
    pub fn once_more(self, reading: bool) -> Self {
        self.min(if reading { Self::LIST } else { Self::FIGURES })
    }

    /// Whether the list is drawn, or the article.
    pub fn has_list(self) -> bool {
        self >= Self::LIST
    }

    /// Whether the engine is asked for filters and figures.
    pub fn asks_all(self) -> bool {
        self >= Self::FIGURES
    }

    /// Whether the room of map and timeline is drawn.
    pub fn has_figures(self) -> bool {
        self >= Self::FIGURES
    }

    /// Whether the column beside an article is drawn.
    pub fn has_side(self) -> bool {
        self >= Self::FIGURES
    }

    /// Groups of filters drawn.
    pub fn filters(self) -> usize {
        (self.0 + 1).saturating_sub(Self::FILTERS).min(Group::ALL.len())
    }

    /// Whether the timeline is drawn.
    pub fn has_timeline(self) -> bool {
        self >= Self::TIMELINE
    }

    /// Whether nothing is left out: the world's shapes may be asked for.
    pub fn is_whole(self) -> bool {
        self == Self::ALL
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_adds_something_and_the_last_leaves_nothing_out() {
        let drawn = |p: Parts| {
            (
                p.has_list(),
                p.has_figures(),
                p.filters(),
                p.has_timeline(),
                p.is_whole(),
            )
        };
        let all: Vec<Parts> = std::iter::successors(Some(Parts::FRAME), |p| p.next(false)).collect();
        assert_eq!(drawn(all[0]), (false, false, 0, false, false));
        assert!(all.windows(2).all(|pair| drawn(pair[0]) != drawn(pair[1])), "{all:?}");
        assert_eq!(drawn(all[all.len() - 1]), (true, true, Group::ALL.len(), true, true));
    }

    #[test]
    fn an_article_is_drawn_text_then_column_then_map() {
        let drawn = |p: Parts| (p.has_list(), p.has_side(), p.is_whole());
        let opened = Parts::ALL.once_more(true);
        let all: Vec<_> = std::iter::successors(Some(opened), |p| p.next(true))
            .map(drawn)
            .collect();
        assert_eq!(all, [(true, false, false), (true, true, false), (true, true, true)]);
    }
}
