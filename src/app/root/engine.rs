//! What is asked of the engine, and what follows its answers.

use dateline_engine::question::Ask;
use yew::prelude::*;

use super::{Msg, Root, SETTLE};
use crate::answers::Explored;
use crate::asks::{self, Slot};
use crate::browser::{self, Target, Timer};
use crate::port::Event;

impl Root {
    /// Puts the questions that the state asks and that were not put last.
    pub(super) fn ask(&mut self) {
        for slot in Slot::ALL {
            // The shapes are drawn into room that is kept for them: whatever is read comes first.
            if slot == Slot::World && !self.parts.is_whole() {
                continue;
            }
            let ask = match slot {
                Slot::Hits => self.further(),
                _ => asks::ask(&self.state, slot, self.parts.asks_all()),
            };
            if ask.is_none() {
                self.trouble.take_if(|(of, _)| *of == slot);
            }
            if ask == self.asked[slot as usize] {
                continue;
            }
            match &ask {
                Some(ask) => self.port.ask(slot, ask.clone()),
                None => {
                    self.port.forget(slot);
                    // The article read before is not to stand for a moment under the address of the next.
                    match slot {
                        Slot::Seek => self.answers.sought = None,
                        Slot::Article => self.answers.article = None,
                        Slot::Suggest => self.answers.suggested = None,
                        _ => {}
                    }
                }
            }
            self.asked[slot as usize] = ask;
        }
        // Nor is what a panel had before to stand for a moment in the next one.
        if !self.state.open.has_panel() {
            (self.answers.card, self.answers.list) = (None, None);
        }
    }

    /// Takes in what the port reports; whether something else is to be drawn.
    pub(super) fn heard(&mut self, ctx: &Context<Self>, event: Event) -> bool {
        match event {
            Event::Answered(slot, ask, Ok(answer)) => {
                let is = |of: &Explored| matches!(&*ask, Ask::Explore(ask) if of.answers(ask));
                let same = self.answers.explored.as_ref().is_some_and(is);
                self.answers.take(*ask, answer);
                if slot == Slot::About {
                    // The engine opened with these.
                    self.state.corrections = self.published();
                    self.load_corrections(ctx);
                }
                if slot == Slot::Corrections {
                    self.tell_corrected();
                }
                // What was pressed may be gone from the panel.
                if matches!(slot, Slot::Card | Slot::Corrections) && self.state.open.has_panel() {
                    self.note_focus();
                    self.fallback = Some(Target::Panel);
                }
                if self.trouble.take_if(|(of, _)| *of == slot).is_some() {
                    // The button that asked again goes.
                    self.note_focus();
                }
                self.fetching.waits = false;
                if matches!(slot, Slot::Explore | Slot::Hits) {
                    self.heard_of_list(slot, same || slot == Slot::Hits);
                    self.ask();
                }
                if slot == Slot::Explore {
                    let link = ctx.link().clone();
                    self.say_timer = Timer::after(SETTLE, move || link.send_message(Msg::Settled));
                }
            }
            Event::Answered(slot, _, Err(reason)) => {
                // Nothing was ever drawn that could say it. A whole pack, which was checked, answers.
                if cfg!(feature = "parts") && slot == Slot::Explore && self.answers.explored.is_none() {
                    browser::give_up(&reason);
                    return false;
                }
                // So that the same question may be put again.
                self.asked[slot as usize] = None;
                // A missing suggestion takes nothing from what was asked.
                if !matches!(slot, Slot::Suggest | Slot::Seek) {
                    self.trouble = Some((slot, reason));
                }
                self.fetching.waits = false;
                if slot == Slot::Hits {
                    self.give_up_row();
                }
            }
            #[cfg(feature = "parts")]
            Event::Waiting => self.fetching.waits = true,
            #[cfg(feature = "parts")]
            Event::Keeping(keeping) => self.fetching.kept = keeping,
            Event::Broken(reason) => {
                browser::give_up(&reason);
                return false;
            }
        }
        true
    }
}
