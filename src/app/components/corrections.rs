//! All corrections in a list: what was put right, taken back, taken to another machine.

use dateline_corpus::EntityKind;
use dateline_corpus::corrections::Problem;
use dateline_engine::view::Corrected;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::corrected::{placed, take_back, words};
use crate::components::link::{follow, press};
use crate::components::panel::panel;
use crate::components::pieces::line;
use crate::format;
use crate::imported::Imported;
use crate::pane::{Own, Pane};
use crate::route::{Links, percent_encode};
use crate::shared::Shared;
use crate::state::Action;

/// The list.
#[derive(PartialEq)]
pub struct CorrectionsPanel {
    /// The corrections.
    pub corrected: Shared<Vec<Corrected>>,
    /// Whether the browser keeps them.
    pub is_kept: bool,
    /// What became of the last file.
    pub imported: Option<Shared<Imported>>,
    /// The corpus's title.
    pub title: String,
    /// Addresses.
    pub links: Links,
    /// Takes in the file that was chosen.
    pub on_import: Callback<HtmlInputElement>,
    /// Where actions go.
    pub on: Callback<Action>,
}

/// Problems of a file that are shown; the rest is told by number.
const PROBLEMS: usize = 20;
const LEAD: &str = "Names are found by a program, and it errs. What you put right on a card is listed here; search, filters \
    and map follow it. The articles stay as they are.";
const UNKEPT: &str =
    "This browser keeps nothing for this page: your corrections last as long as it is open. Export them to keep them.";

impl Pane for CorrectionsPanel {
    type Kept = ();
    const NAME: &'static str = "corrections";

    fn draw(&self, _own: &Own<()>) -> Html {
        let all = &self.corrected;
        let own = all.iter().filter(|corrected| !corrected.built).count();
        let built = placed(all).filter(|(at, _)| at.is_none());
        let since = placed(all).filter(|(at, _)| at.is_some());
        let choose = self.on_import.reform(|event: Event| event.target_unchecked_into());
        let last = all.last().map(|last| last.line.clone()).unwrap_or_default();
        let last = press(&self.on, Action::TakeBack(own.saturating_sub(1), last));
        let none = press(&self.on, Action::SetCorrections(Default::default()));
        let body = html! {
            <>
                <p class="counted">{ LEAD }</p>
                if !self.is_kept { <p class="note" role="alert">{ UNKEPT }</p> }
                <ol class="corrections">{ for since.map(|(at, corrected)| self.item(at, corrected)) }</ol>
                if all.is_empty() { <p>{ "Nothing was corrected." }</p> }
                <div class="card-actions">
                    if own > 0 {
                        <button type="button" class="button" onclick={last}>{ "Undo the last" }</button>
                        <button type="button" class="button" onclick={none}>{ "Take all back" }</button>
                    }
                    if !all.is_empty() { <a class="button" download="corrections.txt" href={self.file()}>{ "Export" }</a> }
                    <label class="button import">
                        { "Import" }<input type="file" accept=".txt,text/plain" onchange={choose} />
                    </label>
                </div>
                <div role="status">{ for self.imported.iter().map(|imported| outcome(imported)) }</div>
                if own < all.len() {
                    <section>
                        <h3>{ "Built with" }</h3>
                        <ol class="corrections">{ for built.map(|(at, corrected)| self.item(at, corrected)) }</ol>
                    </section>
                }
            </>
        };
        panel(
            "Corrections",
            &format::count(all.len() as u32, "correction", "corrections"),
            EntityKind::Region,
            body,
            &self.on,
        )
    }
}

impl CorrectionsPanel {
    fn item(&self, at: Option<usize>, corrected: &Corrected) -> Html {
        let link = corrected.here.as_ref().map(|key| {
            let open = follow(&self.on, Action::OpenCard(key.clone()));
            html! { <>{ " " }<a href={self.links.card(key)} onclick={open}>{ "Card" }</a></> }
        });
        html! {
            <li>
                { words(corrected) }
                if corrected.unknown { <span class="how">{ "Nothing changed: no article here names it" }</span> }
                { link.unwrap_or_default() }
                if let Some(at) = at { { " " }{ take_back(at, corrected, &self.on) } }
            </li>
        }
    }

    /// The file, as an address: a page opened from a file can offer it too.
    fn file(&self) -> String {
        let mut text = ["# Corrections of ", &format::plain(&self.title), "\n"].concat();
        self.corrected
            .iter()
            .for_each(|corrected| text.push_str(&corrected.line));
        ["data:text/plain;charset=utf-8,", &percent_encode(&text)].concat()
    }
}

fn outcome(imported: &Imported) -> Html {
    let problem = |problem: &Problem| {
        html! { <li>{ "Line " }{ problem.line }{ ": " }{ line(&problem.reason) }{ "; " }{ problem.remedy }</li> }
    };
    let problems = &imported.problems;
    html! {
        <div class="note">
            if imported.failed.is_empty() {
                <p>{ format::count(imported.added, "correction", "corrections") }{ " added." }</p>
                <ul>{ for problems.iter().take(PROBLEMS).map(problem) }</ul>
                if problems.len() > PROBLEMS { <p>{ "and more lines that were left out" }</p> }
            } else {
                { &imported.failed }
            }
        </div>
    }
}

/// The way to the list, in the foot of the page.
pub fn corrections_link(count: usize, links: &Links, on: &Callback<Action>) -> Html {
    let label = match count {
        0 => "Corrections".to_owned(),
        n => format!("Corrections ({n})"),
    };
    html! { <p><a class="to-corrections" href={links.corrections()} onclick={follow(on, Action::OpenCorrections)}>{ label }</a></p> }
}
