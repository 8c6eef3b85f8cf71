//! All corrections in a list: what was put right, taken back, taken to another machine.

use std::rc::Rc;

use dateline_corpus::EntityKind;
use dateline_engine::view::Corrected;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::corrected::sentence;
use crate::components::link::{button, follow, press};
use crate::components::panel::panel;
use crate::components::pieces::line;
use crate::format;
use crate::pane::{Own, Pane};
use crate::route::{Links, percent_encode};
use crate::shared::Shared;
use crate::state::Action;

/// The list.
#[derive(PartialEq)]
pub struct CorrectionsPanel {
    /// The corrections.
    pub corrected: Shared<Vec<Corrected>>,
    /// Those that the corpus was built with, as a file has them.
    pub published: Rc<str>,
    /// Whether the browser keeps them.
    pub is_kept: bool,
    /// What became of the last file.
    pub imported: Shared<Vec<String>>,
    /// The corpus's title.
    pub title: String,
    /// Addresses.
    pub links: Links,
    /// Takes in the file that was chosen.
    pub on_import: Callback<HtmlInputElement>,
    /// Where actions go.
    pub on: Callback<Action>,
}

const LEAD: &str = "Names are found by a program, and it errs. What you put right on a card is listed here; search, filters \
    and map follow it. The articles stay as they are.";
const UNKEPT: &str =
    "This browser keeps nothing for this page: your corrections last as long as it is open. Export them to keep them.";

impl Pane for CorrectionsPanel {
    type Kept = ();
    const NAME: &'static str = "corrections";

    fn draw(&self, _own: &Own<()>) -> Html {
        let all = &self.corrected;
        let choose = self.on_import.reform(|event: Event| event.target_unchecked_into());
        let to = |list: Rc<str>| press(&self.on, Action::SetCorrections(list));
        let built = self.items(true);
        let is_whole = built.len() == self.published.lines().count();
        let body = html! {
            <>
                <p class="counted">{ LEAD }</p>
                if !self.is_kept { <p class="note" role="alert">{ UNKEPT }</p> }
                <ol class="corrections">{ for self.items(false) }</ol>
                <div class="card-actions">
                    if !all.is_empty() { { button("button", to(Rc::default()), "Take all back") } }
                    if !is_whole {
                        { button("button", to(self.restored()), "Put back those built with") }
                    }
                    if !all.is_empty() { <a class="button" download="corrections.txt" href={self.file()}>{ "Export" }</a> }
                    <label class="button import">
                        { "Import" }<input type="file" accept=".txt,text/plain" onchange={choose} />
                    </label>
                </div>
                <div role="status">{ for self.imported.iter().map(|told| html! { <p class="note">{ line(told) }</p> }) }</div>
                if !built.is_empty() {
                    <section>
                        <h3>{ "Built with" }</h3>
                        <ol class="corrections">{ for built }</ol>
                    </section>
                }
            </>
        };
        let over = format::count(all.len() as u32, "correction");
        panel("Corrections", &over, EntityKind::Region, body, &self.on)
    }
}

impl CorrectionsPanel {
    fn items(&self, built: bool) -> Vec<Html> {
        let all = self.corrected.iter().enumerate().filter(|(_, one)| one.built == built);
        let item = |(at, one): (usize, &Corrected)| {
            html! {
                <li>
                    { sentence(one, at, None, &self.links, &self.on) }
                    if !one.idle.is_empty() { <span class="how">{ "Nothing changed: " }{ &one.idle }</span> }
                </li>
            }
        };
        all.map(item).collect()
    }

    /// What the corpus was built with, and what the reader put right.
    fn restored(&self) -> Rc<str> {
        let own = self.corrected.iter().filter(|one| !one.built);
        let mut list = self.published.to_string();
        own.for_each(|one| list.extend([one.line.as_str(), "\n"]));
        list.into()
    }

    /// The file, as an address: a page opened from a file can offer it too.
    fn file(&self) -> String {
        let mut text = ["# Corrections of ", &format::plain(&self.title), "\n"].concat();
        for one in self.corrected.iter() {
            text.push_str(&one.line);
            text.push('\n');
        }
        ["data:text/plain;charset=utf-8,", &percent_encode(&text)].concat()
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
