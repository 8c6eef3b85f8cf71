//! What follows a correction: it is kept, the engine gets it, and everything is asked anew.

use std::rc::Rc;

use dateline_corpus::Filters;
use dateline_corpus::corrections::{MOST, parse};
use dateline_corpus::order::sort_by;
use dateline_corpus::text::join;
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

    /// The filters, by what corrections made of their values; what these were stays in the state, for whoever takes a
    /// correction back.
    pub(super) fn filters(&self) -> Filters {
        let mut filters = self.state.filters.clone();
        let explored = self.answers.explored.as_ref();
        if let Some(explored) = explored.filter(|explored| explored.scope.filters == filters) {
            filters.picks = explored.view.picked.iter().map(|one| one.pick.clone()).collect();
        }
        filters
    }

    /// Takes up what the browser keeps, at the start and when another window changed it.
    pub(super) fn load_corrections(&mut self, ctx: &Context<Self>) {
        let Some(key) = self.kept_under().filter(|_| self.is_kept) else {
            return;
        };
        let kept = browser::load_corrections(&key).unwrap_or_default();
        let list = restored(&self.published(), &kept);
        if list != self.state.corrections {
            self.act(ctx, Action::SetCorrections(list));
        }
        // What was done on another visit, or in another window, is not the last that was done here.
        self.earlier.clear();
        self.told = Told::default();
    }

    /// Brings back the corrections as they were before the last change of this visit.
    pub(super) fn undo(&mut self, ctx: &Context<Self>) {
        if let Some(list) = self.earlier.pop() {
            self.act(ctx, Action::SetCorrections(list));
            self.earlier.pop();
            self.told.last = false;
        }
    }

    /// Takes in a file, and tells what came of it.
    pub(super) fn import(&mut self, ctx: &Context<Self>, text: Result<String, String>) {
        let told = match text {
            Err(reason) => vec![reason],
            Ok(text) => {
                let before = self.state.corrections.lines().count();
                let (list, mut told) = with(&self.state.corrections, &text);
                let added = format::count((list.lines().count() - before) as u32, "correction");
                told.insert(0, added + " added.");
                self.act(ctx, Action::SetCorrections(list));
                told
            }
        };
        self.imported = Shared::new(told);
    }

    /// Sees to everything that follows where an action changed the corrections.
    pub(super) fn follow_corrections(&mut self, before: &State) {
        self.told = Told::default();
        let (was, list) = (&before.corrections, &self.state.corrections);
        if was == list {
            return;
        }
        let (gone, come) = (without(was, list), without(list, was));
        self.told = Told {
            text: match gone.as_str() {
                "" => String::new(),
                // What was said since of another kind is said in other words.
                gone => self.tell(
                    "Taken back: ",
                    gone.lines().next().filter(|_| !come.is_empty()).unwrap_or(gone),
                ),
            },
            // What is said of it, the engine knows.
            come: if gone.is_empty() { come } else { String::new() },
            last: true,
        };
        let list = self.state.corrections.clone();
        self.earlier.push(was.clone());
        let kept = kept(&self.published(), &list);
        self.is_kept = self
            .kept_under()
            .is_some_and(|key| browser::save_corrections(&key, &kept));
        self.port.correct(list);
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
    }

    /// Tells what was put right, once it is known what that says.
    pub(super) fn tell_corrected(&mut self) {
        let come = std::mem::take(&mut self.told.come);
        if !come.is_empty() {
            self.told.text = self.tell("Corrected: ", &come);
        }
    }

    /// What was done, in words: of one correction what it says, of several how many they are.
    fn tell(&self, done: &str, lines: &str) -> String {
        let corrected = self.answers.corrected.as_ref();
        let all = corrected.into_iter().flat_map(|all| all.iter());
        let one = all.rev().find(|one| one.line == lines.trim_end());
        let what = match one {
            Some(one) if !one.idle.is_empty() => return ["Nothing changed: ", &one.idle].concat(),
            Some(one) => format::plain(&join(&[&*one.was, &one.says, &one.is], " ")),
            None => format::count(lines.lines().count() as u32, "correction"),
        };
        [done, &what].concat()
    }
}

/// What is told of the last change.
#[derive(Default)]
pub(super) struct Told {
    pub text: String,
    /// Lines to be told once the engine says what they mean.
    come: String,
    /// Whether that change may be taken back.
    pub last: bool,
}

/// What the browser keeps of a list: of the corrections that the corpus was built with, which stand first, those taken back,
/// and the reader's.
fn kept(published: &str, list: &str) -> String {
    let mut own = list.split_inclusive('\n').peekable();
    let published = published.split_inclusive('\n');
    let back = published.filter(|line| own.next_if_eq(line).is_none());
    let mut kept: String = back.flat_map(|line| [BACK, line]).collect();
    kept.extend(own);
    kept
}

/// The list of which this was kept.
fn restored(published: &str, kept: &str) -> Rc<str> {
    let (back, own): (Vec<&str>, Vec<&str>) = kept.lines().partition(|line| line.starts_with(BACK));
    let mut back = back.iter().peekable();
    let is_left = |line: &&str| back.next_if(|back| back[BACK.len()..] == **line).is_none();
    let left: Vec<&str> = published.lines().filter(is_left).collect();
    let list = join(&[&left[..], &[""]].concat(), "\n");
    // The corpus may have been built anew with what the reader had put right by then.
    with(&list, &join(&own, "\n")).0
}

/// The lines of a list that another does not have, each ended.
fn without(list: &str, other: &str) -> String {
    let mut other: Vec<&str> = other.lines().collect();
    sort_by(&mut other, |a, b| a.cmp(b));
    let is_new = |line: &&str| other.binary_search(&line.trim_end()).is_err();
    list.split_inclusive('\n').filter(is_new).collect()
}

/// A list with the corrections of a file behind it, but for those of them that it ends with: order matters. And the file's
/// mistakes.
fn with(list: &str, file: &str) -> (Rc<str>, Vec<String>) {
    let read = parse(file);
    let lines: Vec<&str> = file.trim_start_matches('\u{feff}').lines().collect();
    let line = |number: &u32| lines.get(*number as usize - 1).map_or("", |line| line.trim());
    let new: Vec<&str> = read.lines.iter().map(line).collect();
    let old: Vec<&str> = list.lines().collect();
    let known = (0..=new.len()).rev().find(|n| old.ends_with(&new[..*n]));
    let mut all = String::from(list);
    let room = MOST.saturating_sub(old.len());
    for line in new.iter().skip(known.unwrap_or_default()).take(room) {
        all.extend([line, "\n"]);
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
    use super::{kept, restored, with, without};

    #[test]
    fn what_another_list_has_is_left_out_and_the_order_stays() {
        let left = without("c\na\nb\na\n", "b\nx\n");
        assert_eq!(left, "c\na\na\n");
        assert_eq!(without("", "a\n"), "");
    }

    #[test]
    fn a_list_is_kept_in_its_order_beside_what_was_built() {
        let line = |c: char| format!("drop person:{c}\n");
        let lines = |all: &str| all.chars().map(line).collect::<String>();
        for (published, list) in [
            ("", "ab"),
            ("ab", "ab"),
            ("ab", ""),
            ("ab", "b"),
            ("ab", "abca"),
            ("ab", "bca"),
            ("ab", "cab"),
            ("aba", "aab"),
        ] {
            let (published, list) = (lines(published), lines(list));
            assert_eq!(*restored(&published, &kept(&published, &list)), list, "{published}");
        }
        // Built anew with what was put right meanwhile.
        let now = restored(&lines("abc"), &kept(&lines("a"), &lines("abcd")));
        assert_eq!(*now, lines("abcd"));
    }

    #[test]
    fn what_a_file_says_is_said_last() {
        let named = |names: &str| {
            names
                .chars()
                .map(|c| format!("rename person:a \"{c}\"\n"))
                .collect::<String>()
        };
        for (list, file, expect) in [
            ("", "ab", "ab"),
            ("ab", "a", "aba"),
            ("a", "ab", "ab"),
            ("ab", "ba", "aba"),
            ("ab", "ab", "ab"),
            ("cab", "abd", "cabd"),
        ] {
            assert_eq!(*with(&named(list), &named(file)).0, named(expect), "{list} and {file}");
        }
    }

    #[test]
    fn a_file_adds_what_is_new_and_tells_what_is_wrong() {
        let file = "\u{feff}drop person:b # no\n\nx\n drop person:c";
        let (list, told) = with("drop person:a\n", file);
        assert_eq!(&*list, "drop person:a\ndrop person:b # no\ndrop person:c\n");
        assert_eq!(with(&list, file).0, list, "once more");
        assert!(
            told.len() == 1 && told[0].starts_with("Line 3: expected a correction, found “x”; begin with merge"),
            "{told:?}"
        );
    }
}
