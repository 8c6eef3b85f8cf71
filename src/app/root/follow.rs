//! What follows an action: the next state, then focus, address and scroll.

use yew::prelude::*;

use super::reading::Reading;
use super::{Msg, REST, Root};
use crate::browser::{self, Target, Timer};
use crate::effects::{self, Refocus, Write};
use crate::reduce::reduce;
use crate::route;
use crate::rows::Place;
use crate::state::{Action, State};

impl Root {
    /// Changes the state and sees to everything that follows.
    pub(super) fn act(&mut self, ctx: &Context<Self>, action: Action) {
        if matches!(action, Action::Toggle(_) | Action::Complete(_)) {
            self.state.filters = self.filters();
        }
        let before = self.state.clone();
        self.state = reduce(before.clone(), action.clone());
        if before.open != self.state.open {
            let opens = matches!(
                action,
                Action::OpenCard(_) | Action::OpenMention(..) | Action::OpenArticle(_)
            );
            self.from_list = opens && before.open.list.is_some();
            self.panels.follow(&before, &self.state, &action);
        }
        self.follow_corrections(&before);
        self.follow_focus(&before, &action);
        self.follow_address(ctx, &before, &action);
        if before.theme != self.state.theme {
            browser::save_theme(self.state.theme);
            browser::set_theme(self.state.theme);
        }
        self.ask();
    }

    fn follow_focus(&mut self, before: &State, action: &Action) {
        self.note_focus();
        self.fallback = matches!(action, Action::Type(_)).then_some(Target::Search);
        self.fallback = self
            .fallback
            .take()
            .or(self.state.open.has_panel().then_some(Target::Panel));
        if !before.open.has_panel() && self.state.open.has_panel() {
            self.opener = browser::active().filter(|_| browser::has_focus());
        }
        self.refocus = match effects::refocus(before, &self.state, action) {
            // What was judged goes from the list, and the next comes.
            Refocus::Stay if matches!(action, Action::Correct(_)) => browser::next_group().map(Target::Opener),
            Refocus::Stay => None,
            Refocus::Article => Some(Target::Article),
            Refocus::Panel => Some(Target::Panel),
            Refocus::Opener => self.opener.take().map(Target::Opener),
            Refocus::Hit(id) => Some(Target::Hit(id)),
            Refocus::Results => Some(Target::Results),
            Refocus::Typing => Some(Target::Typing),
        };
    }

    /// Notes that something has the focus, before a change that may take it away. What an earlier change took stays
    /// noted: yew may take up the next message between a drawing and what follows it.
    pub(super) fn note_focus(&mut self) {
        self.had_focus |= browser::has_focus();
    }

    /// Puts the focus where it was promised, or where it belongs now that what had it is gone.
    pub(super) fn settle_focus(&mut self) {
        let heading = if self.state.open.article.is_some() {
            Target::Article
        } else {
            Target::Results
        };
        let lost = std::mem::take(&mut self.had_focus) && !browser::has_focus();
        match self.refocus.take() {
            Some(target) if browser::focus(&target) => {}
            Some(Target::Hit(id)) if self.go_to_article(&id) => {}
            Some(_) => drop(browser::focus(&heading)),
            None if lost => drop(browser::focus(&self.fallback.take().unwrap_or(heading))),
            None => {}
        }
    }

    /// Puts the address of the state into the current history entry.
    pub(super) fn write_address(&mut self) {
        self.address
            .replace(route::print(&self.state), self.list.borrow().here());
    }

    fn follow_address(&mut self, ctx: &Context<Self>, before: &State, action: &Action) {
        let restored = matches!(action, Action::Restore(_));
        match effects::write(before, &self.state, action) {
            Write::Nothing => {}
            Write::Replace => {
                let link = ctx.link().clone();
                self.rest_timer = Timer::after(REST, move || link.send_message(Msg::Rested));
            }
            Write::Push => {
                if self.rest_timer.take().is_some() {
                    self.address.replace(route::print(before), self.list.borrow().here());
                }
                self.address.push(route::print(&self.state), self.list.borrow().here());
            }
        }
        if restored {
            self.rest_timer = None;
        }
        if before.open.article != self.state.open.article {
            if before.open.article.is_none() {
                self.list_place = self.list.borrow().here();
            }
            self.parts = self.parts.once_more(self.state.open.article.is_some());
            let back_to_list = matches!(action, Action::Close) && self.state.open.article.is_none();
            self.rescroll = Some(if back_to_list {
                self.list_place
            } else {
                Place::default()
            });
            self.reading = Reading::default();
            self.announced.clear();
        } else if before.query != self.state.query || before.filters != self.state.filters && browser::is_wide() {
            // Another list is read from its head. On narrow screens the filters stand above it and the map below: who
            // picks there wants to stay.
            self.rescroll = Some(Place::default());
        } else if before.sort != self.state.sort {
            self.rescroll = Some(Place::at(browser::scroll_y().min(browser::head_of_list())));
        }
        if restored {
            self.rescroll = browser::saved_place();
        }
    }
}
