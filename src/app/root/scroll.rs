//! What follows when the list is scrolled or gone through by keys: what is drawn of it, and what is asked for.

use dateline_engine::question::Ask;

use super::Root;
use crate::asks::{self, Slot};
use crate::browser::{self, Target, list};
use crate::rows::{BLOCK, blocks, rows_of};

/// Blocks this far from what is looked at stay on hand: who turns back need not wait.
const KEPT: u32 = 20;

impl Root {
    /// Follows the window; whether something else is to be drawn.
    pub(super) fn follow_window(&mut self) -> bool {
        let Some(explored) = &self.answers.explored else {
            return false;
        };
        let again = {
            let mut list = self.list.borrow_mut();
            let Some(shown) = list.look(explored).filter(|shown| *shown != list.shown) else {
                return false;
            };
            let again = shown.drawn != list.shown.drawn;
            list.shown = shown;
            again
        };
        self.ask();
        again
    }

    /// Whether the window shows something that is not drawn yet.
    pub(super) fn is_behind(&self) -> bool {
        let list = self.list.borrow();
        let shown = self.answers.explored.as_ref().and_then(|e| list.look(e));
        shown.is_some_and(|shown| shown != list.shown)
    }

    /// The question for the hits that are looked at and not on hand; what is under way is let finish where it has some of
    /// them. Nothing while another list is asked for: that comes first.
    pub(super) fn further(&self) -> Option<Ask> {
        let explored = self.answers.explored.as_ref()?;
        let list = self.list.borrow();
        let total = explored.view.total;
        let reading = self.state.open.article.as_ref().and_then(|id| explored.among(id));
        let near = match &reading {
            Some(among) => blocks(among.row.saturating_sub(1)..(among.row + 2).min(total)),
            None => list.shown.near.clone(),
        };
        let goal = list.goal.map(|row| row / BLOCK);
        let mut missing = near.chain(goal).filter(|at| explored.block(*at).is_none());
        let first = missing.next()?;
        let last = missing.rfind(|at| (first..first + KEPT).contains(at));
        let rows = rows_of(first, total).start..rows_of(last.unwrap_or(first), total).end;
        if let Some(Ask::Explore(asked)) = &self.asked[Slot::Hits as usize]
            && explored.answers(asked)
            && asked.offset < rows.end
            && rows.start < asked.offset + asked.limit
        {
            return Some(Ask::Explore(asked.clone()));
        }
        let ask = asks::further(&self.state, rows);
        explored.answers(&ask).then_some(Ask::Explore(ask))
    }

    /// Takes note that an answer for the list is here; `same` where it is the same list as before.
    pub(super) fn heard_of_list(&mut self, slot: Slot, same: bool) {
        let Some(explored) = &mut self.answers.explored else {
            return;
        };
        let mut list = self.list.borrow_mut();
        if !same {
            list.begin(explored.view.total);
        }
        if slot == Slot::Hits {
            self.asked[Slot::Hits as usize] = None;
            let near = &list.shown.near;
            let kept = near.start.saturating_sub(KEPT)..near.end + KEPT;
            let stays = |at: &u32| *at < asks::PAGE / BLOCK || kept.contains(at) || list.shown.drawn.contains(at);
            explored.blocks.retain(|(at, _)| stays(at));
        }
    }

    /// Moves the focus among the hits: from anywhere else to the first, above the first to the search box. Whether something
    /// else is to be drawn.
    pub(super) fn move_by(&mut self, by: i32) -> bool {
        let total = self.answers.explored.as_ref().map_or(0, |e| e.view.total);
        if total == 0 || self.state.open.article.is_some() {
            return false;
        }
        let goal = self.list.borrow().goal;
        match goal.or_else(list::focused_row) {
            Some(0) if by == -1 => {
                browser::focus(&Target::Search);
                false
            }
            Some(row) => self.go_to_row(row.saturating_add_signed(by).min(total - 1)),
            None => self.go_to_row(0),
        }
    }

    /// Gives an article of the list the focus, where it is known which row it is.
    pub(super) fn go_to_article(&mut self, id: &str) -> bool {
        let row = self.answers.explored.as_ref().and_then(|e| Some(e.among(id)?.row));
        row.is_some_and(|row| {
            self.go_to_row(row);
            true
        })
    }

    /// Gives a row the focus, at once or when it is drawn.
    fn go_to_row(&mut self, row: u32) -> bool {
        self.rescroll = None;
        if list::focus_row(row) {
            self.list.borrow_mut().goal = None;
            return false;
        }
        {
            let mut list = self.list.borrow_mut();
            list.goal = Some(row);
            list.show(row);
        }
        self.ask();
        self.follow_window()
    }

    /// What was waited for does not come.
    pub(super) fn give_up_row(&mut self) {
        self.list.borrow_mut().goal = None;
        self.rescroll = None;
    }
}
