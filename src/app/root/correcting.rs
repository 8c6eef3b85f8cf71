//! What follows a correction: it is kept, the engine gets it, and everything is asked anew.

use std::rc::Rc;

use dateline_corpus::corrections::parse;
use dateline_corpus::order::sort_by;
use yew::prelude::*;

use super::Root;
use crate::asks::Slot;
use crate::shared::Shared;
use crate::state::{Action, State};
use crate::{browser, format};

/// Mistakes of a file that are told; more are told once the first are mended.
const PROBLEMS: usize = 20;

/// Stands before a correction that the corpus was built with, where the browser keeps that it was taken back.
const BACK: &str = "-";

impl Root {
    /// What the browser keeps the corrections of this corpus under.
    fn kept_under(&self) -> Option<String> {
        let about = self.answers.about.as_ref()?;
        Some(["dateline-corrections ", &about.id, " ", &about.title].concat())
    }

    /// The corrections that the corpus was built with.
    pub(super) fn published(&self) -> Rc<str> {
        let about = self.answers.about.as_ref();
        about.map_or_else(Rc::default, |about| about.corrections.as_str().into())
    }

    /// Takes up what the browser keeps, at the start and when another window changed it.
    pub(super) fn load_corrections(&mut self, ctx: &Context<Self>) {
        let Some(key) = self.kept_under().filter(|_| self.is_kept) else {
            return;
        };
        let kept = browser::load_corrections(&key).unwrap_or_default();
        let (back, own): (Vec<&str>, Vec<&str>) = kept.lines().partition(|line| line.starts_with(BACK));
        let back = back.iter().filter_map(|line| line.strip_prefix(BACK));
        let left = without(self.published().lines(), back);
        let own = without(own.into_iter(), left.lines());
        let (list, _) = with(left.into(), &own, |_| true);
        if list != self.state.corrections {
            self.act(ctx, Action::SetCorrections(list));
        }
    }

    /// Takes in a file, and tells what came of it.
    pub(super) fn import(&mut self, ctx: &Context<Self>, text: Result<String, String>) {
        let told = match text {
            Err(reason) => vec![reason],
            Ok(text) => {
                let before = self.state.corrections.clone();
                let known: Vec<&str> = before.lines().collect();
                let (list, mut told) = with(before.clone(), &text, |line| !known.contains(&line));
                let added = list.lines().count() - before.lines().count();
                told.insert(
                    0,
                    [&format::count(added as u32, "correction", "corrections"), " added."].concat(),
                );
                self.act(ctx, Action::SetCorrections(list));
                told
            }
        };
        self.imported = Shared::new(told);
    }

    /// Sees to everything that follows where an action changed the corrections.
    pub(super) fn follow_corrections(&mut self, before: &State, action: &Action) {
        let list = &self.state.corrections;
        if before.corrections == *list {
            return;
        }
        let published = self.published();
        let own = without(list.lines(), published.lines());
        let back = without(published.lines(), list.lines());
        let back = back.split_inclusive('\n').flat_map(|line| [BACK, line]);
        let kept: String = back.chain([own.as_str()]).collect();
        self.is_kept = self
            .kept_under()
            .is_some_and(|key| browser::save_corrections(&key, &kept));
        self.port.correct(list.clone());
        // Other articles may be in the list, and in another order.
        if let Some(explored) = &mut self.answers.explored {
            explored.forget_further();
        }
        // The shapes and the size of the corpus stay.
        for slot in Slot::ALL {
            if !matches!(slot, Slot::World | Slot::About) {
                self.asked[slot as usize] = None;
            }
        }
        match action {
            Action::Correct(..) => self.announced = "Corrected. Control Z takes it back.".into(),
            Action::TakeBack(..) => self.announced = "Taken back.".into(),
            _ => {}
        }
    }
}

/// The lines of a list that another does not have, each ended.
fn without<'a>(list: impl Iterator<Item = &'a str>, other: impl Iterator<Item = &'a str>) -> String {
    let mut other: Vec<&str> = other.collect();
    sort_by(&mut other, |a, b| a.cmp(b));
    list.filter(|line| other.binary_search(line).is_err())
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// A list with those lines of a file that are corrections and new; and the file's mistakes.
fn with(list: Rc<str>, file: &str, is_new: impl Fn(&str) -> bool) -> (Rc<str>, Vec<String>) {
    let read = parse(file);
    let lines: Vec<&str> = file.trim_start_matches('\u{feff}').lines().collect();
    let mut all = String::from(&*list);
    for number in &read.lines {
        let line = lines.get(*number as usize - 1).map_or("", |line| line.trim());
        if is_new(line) {
            all.push_str(line);
            all.push('\n');
        }
    }
    let told = read.problems.iter().take(PROBLEMS).map(|problem| {
        [
            "Line ",
            &problem.line.to_string(),
            ": ",
            &problem.reason,
            "; ",
            problem.remedy,
        ]
        .concat()
    });
    (all.into(), told.collect())
}

#[cfg(test)]
mod tests {
    use super::{with, without};

    #[test]
    fn what_another_list_has_is_left_out_and_the_order_stays() {
        let left = without("c\na\nb\na".lines(), "b\nx".lines());
        assert_eq!(left, "c\na\na\n");
        assert_eq!(without("".lines(), "a".lines()), "");
    }

    #[test]
    fn a_file_adds_what_is_new_and_tells_what_is_wrong() {
        let file = "\u{feff}drop person:b # no\n\nx\n drop person:c";
        let (list, told) = with("drop person:a\n".into(), file, |line| line != "drop person:c");
        assert_eq!(&*list, "drop person:a\ndrop person:b # no\n");
        assert!(
            told.len() == 1 && told[0].starts_with("Line 3: expected a correction, found “x”; begin with merge"),
            "{told:?}"
        );
    }
}
