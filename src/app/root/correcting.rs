//! What follows a correction: it is kept, the engine gets it, and everything is asked anew.

use std::rc::Rc;

use dateline_corpus::corrections::{MOST, parse, print};
use yew::prelude::*;

use super::Root;
use crate::asks::Slot;
use crate::browser;
use crate::imported::Imported;
use crate::shared::Shared;
use crate::state::{Action, State};

impl Root {
    /// What the browser keeps the corrections of this corpus under.
    fn kept_under(&self) -> Option<String> {
        let about = self.answers.about.as_ref()?;
        Some(["dateline-corrections ", &about.id, " ", &about.title].concat())
    }

    /// Takes up what the browser keeps, at the start and when another window changed it.
    pub(super) fn load_corrections(&mut self, ctx: &Context<Self>) {
        let Some(key) = self.kept_under() else { return };
        let kept = browser::load_corrections(&key).unwrap_or_default();
        let list = parse(&kept).corrections;
        if list != *self.state.corrections && self.is_kept {
            self.act(ctx, Action::SetCorrections(Rc::new(list)));
        }
    }

    /// Takes in a file, or says why there is none.
    pub(super) fn import(&mut self, ctx: &Context<Self>, text: Result<String, String>) {
        let (text, failed) = text.map_or_else(|reason| (String::new(), reason), |text| (text, String::new()));
        let read = parse(&text);
        let mut list = (*self.state.corrections).clone();
        let before = list.len();
        for correction in read.corrections {
            let line = print(std::slice::from_ref(&correction));
            let mut known = self.answers.corrected.iter().flat_map(|all| all.iter());
            if list.len() < MOST && !known.any(|known| known.line == line) && !list.contains(&correction) {
                list.push(correction);
            }
        }
        self.imported = Some(Shared::new(Imported {
            added: (list.len() - before) as u32,
            problems: read.problems,
            failed,
        }));
        self.act(ctx, Action::SetCorrections(Rc::new(list)));
    }

    /// Sees to everything that follows where an action changed the corrections.
    pub(super) fn follow_corrections(&mut self, before: &State, action: &Action) {
        let list = &self.state.corrections;
        if before.corrections == *list {
            return;
        }
        let text = print(list);
        self.is_kept = self
            .kept_under()
            .is_some_and(|key| browser::save_corrections(&key, &text));
        self.port.correct(text);
        // The shapes and the size of the corpus stay.
        for slot in Slot::ALL
            .into_iter()
            .filter(|slot| !matches!(slot, Slot::World | Slot::About))
        {
            self.asked[slot as usize] = None;
        }
        match action {
            Action::Correct(_) => self.announced = "Corrected. Control Z takes it back.".into(),
            Action::TakeBack(..) => self.announced = "Taken back.".into(),
            _ => {}
        }
    }
}
