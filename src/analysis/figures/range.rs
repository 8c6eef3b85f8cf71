//! Where does a range end?

use super::Walk;
use super::counted::phrase;
use super::read::Amount;
use crate::listing::List;
use crate::numbers::Number;
use crate::words::Gap;

impl Walk<'_, '_> {
    /// The upper end of a range: `3 to 5`, `10-15`, `between 3 and 5`, `one or two`; with its first word, and whether it is
    /// told to be below zero.
    pub(super) fn range(
        &self,
        i: usize,
        lower: &Number,
        money: Option<&'static str>,
    ) -> Option<((usize, bool), Amount)> {
        let words = self.words;
        let mut at = lower.to;
        let between = i > 0 && words.is(i - 1, "between");
        // `between 73% and 75%`, `between 10 km and 12 km`.
        let sign = between && words.text[words.get(at - 1)?.end..words.get(at)?.start] == *"% ";
        if between && let Some((_, 1, past)) = self.units.at(words, at) {
            at = past;
        }
        let word = words.is(at, "to or") || between && words.is(at, "and");
        let mut below = false;
        let next = if word && (words.spaced(at) || sign) {
            let minus = words.is(at + 1, "minus");
            let next = at + 1 + usize::from(minus);
            let gap = words.gap(next);
            below = minus
                || gap.has(Gap::HYPHEN) && gap.has(Gap::SPACE)
                || words.get(next).is_some_and(|w| words.text[..w.start].ends_with('−'));
            gap.only(Gap::SPACE.and(Gap::OTHER).and(Gap::HYPHEN).and(Gap::PAUSE))
                .then_some(next)?
        } else {
            let dash = Gap::HYPHEN.and(Gap::PAUSE);
            let between = &words.text[words.get(at - 1)?.end..words.get(at)?.start];
            let close = words.gap(at).only(dash.and(Gap::SPACE).and(Gap::OTHER)) && words.gap(at).has(dash);
            (lower.digits && close && between.chars().count() < 3).then_some(at)?
        };
        // `450 or ₹450`, `Rs 50 or ₹50` are two.
        let own = self.money.before(next);
        if own.is_some_and(|o| Some(o.2) != money) {
            return None;
        }
        let high = self.amount(next, own.map_or(0, |o| o.1), money.is_some())?;
        // `from $5 to $3`, `450 or 400`.
        let less = lower.value.less(high.number.value);
        let rises = (own.is_none() && !words.is(at, "or") || less) && !self.changes(i, at, less || below);
        // `paid £860,000 to 23 clients`.
        let paid = money.is_some() && own.is_none() && words.is(at, "to") && {
            let to = high.number.to;
            !less || self.units.at(words, to).is_none() && phrase(words, to, false, false).is_some()
        };
        let rises = rises && !paid;
        (high.number.digits == lower.digits && rises).then_some(((next, below), high))
    }

    /// Whether the figure at word `i` is what something was before it became what stands behind the *to* at word `to`: two figures.
    /// `rose from 20 to 30`; `from 157.5 to 153`, since no range falls; `rose by $2.4 billion to $26.9 billion`.
    fn changes(&self, i: usize, to: usize, rises: bool) -> bool {
        const CHANGES: &List = &List::new(
            "rose fell climbed dropped increased decreased grew slipped declined slid jumped surged soared plunged tumbled eased \
             gained lost advanced retreated moved went changed swung shrank narrowed widened improved worsened raised cut lowered \
             reduced trimmed lifted upgraded downgraded revised rise fall climb drop increase decrease grow decline slide jump \
             surge cutting raising lowering reducing rising falling climbing dropping increasing growing declining up down",
        );
        let words = self.words;
        // `from USD 5 to USD 6`.
        let from = (i.saturating_sub(2)..i).find(|&k| words.is(k, "from") && !words.is(i - 1, "minus negative"));
        let said = |from: usize| (from.saturating_sub(6)..from).any(|k| words.is(k, CHANGES));
        let by = from.is_none() && i > 0 && words.is(i - 1, "by") && self.money.before(to + 1).is_some() && said(i);
        words.is(to, "to") && (by || from.is_some_and(|from| !rises || said(from)))
    }
}
