//! What a reader can put right about an entity, on its card.

use std::rc::Rc;

use dateline_corpus::corrections::{Written, quoted, which, word};
use dateline_corpus::text::Tokenizer;
use dateline_corpus::{CountryCode, EntityKey, EntityKind};
use dateline_engine::view::{Card, Corrected, EntitySuggestion, Suggestions, WorldView};
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::components::card::may_doubt;
use crate::components::corrected::about;
use crate::components::link::{button_of, press};
use crate::components::pieces::name;
use crate::components::suggestions::entity_label;
use crate::format;
use crate::pane::{Own, Pane};
use crate::route::Links;
use crate::shared::Shared;
use crate::state::Action;

/// What was put right about an entity, and the ways to put more right.
#[derive(Clone, PartialEq)]
pub struct Correct {
    /// The entity.
    pub card: Shared<Card>,
    /// All corrections.
    pub corrected: Option<Shared<Vec<Corrected>>>,
    /// What was typed to find what it is the same as.
    pub seek: String,
    /// What that finds.
    pub sought: Option<Shared<Suggestions>>,
    /// The mention that the card was opened from; empty where it was opened from elsewhere.
    pub written: Written,
    /// The countries that it may be in.
    pub world: Option<Rc<WorldView>>,
    /// Whether the ways to correct are open from the start.
    pub is_open: bool,
    /// Addresses.
    pub links: Links,
    /// Where actions go.
    pub on: Callback<Action>,
}

/// Kinds that an entity can be given.
const KINDS: [EntityKind; 4] = [
    EntityKind::Person,
    EntityKind::Organisation,
    EntityKind::Place,
    EntityKind::Region,
];

/// What is put right, once it was chosen: of the mention that the card was opened from, one of [`SCOPES`].
pub type Chosen = (Written, usize);

/// How the scopes are called: all of the entity, what is written as the mention is in its article, and the mention alone.
const SCOPES: [&str; 3] = [
    "All mentions on this card",
    "Written so in this article",
    "Only this mention",
];

impl Pane for Correct {
    type Kept = Option<Chosen>;
    const NAME: &'static str = "correct";

    fn draw(&self, own: &Own<Option<Chosen>>) -> Html {
        let key = &self.card.key;
        let chosen = own.with(|kept| {
            kept.as_ref()
                .filter(|kept| kept.0 == self.written)
                .map_or(0, |kept| kept.1)
        });
        let only = self.only(chosen);
        let meant = which(only.as_ref());
        html! {
            <div class="correct">
                { about(self.corrected.as_ref(), key, &self.links, &self.on) }
                // Another card begins closed.
                <details key={key.to_string()} open={self.is_open}>
                    <summary>{ "Correct…" }</summary>
                    <div class="correct-ways">
                    if !self.written.article.is_empty() { { self.scopes(chosen, own) } }
                    { self.same(&meant) }
                    if only.is_none() && key.kind != EntityKind::Country {
                        { self.renamed() }
                        <div class="correct-row" role="group" aria-label="Kind">
                            { "It is a" }
                            { for KINDS.into_iter().filter(|kind| *kind != key.kind).map(|kind| {
                                self.button(format::kind_name(kind), "", &["kind ", &word(key), " -> ", kind.word()])
                            }) }
                        </div>
                    }
                    if only.is_none() && matches!(key.kind, EntityKind::Place | EntityKind::Organisation) { { self.country() } }
                    <ul class="correct-names" aria-label="Names used">{ for self.names(&meant) }</ul>
                    if may_doubt(&self.card) { { self.button("It is right", "", &["keep ", &word(key), &meant]) } }
                    if only.is_none() { { self.button("Not an entity", "", &["drop ", &word(key)]) } }
                    </div>
                </details>
            </div>
        }
    }
}

impl Correct {
    /// A button that stands for a correction of what a name says, or of the entity.
    fn button(&self, label: &'static str, of: &str, line: &[&str]) -> Html {
        let of = if of.is_empty() { &self.card.name } else { of };
        button_of("button", press(&self.on, Action::Correct(line.concat())), label, of)
    }

    /// The mentions of one of [`SCOPES`]; `None` for all.
    fn only(&self, scope: usize) -> Option<Written> {
        let Written { name, article, at } = self.written.clone();
        Some(match scope {
            0 => return None,
            1 => Written {
                name,
                article,
                at: None,
            },
            _ => Written { name, article, at },
        })
    }

    /// What is put right.
    fn scopes(&self, chosen: usize, own: &Own<Option<Chosen>>) -> Html {
        let (own, written) = (own.clone(), self.written.clone());
        let onchange = Callback::from(move |event: Event| {
            let scope = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            own.set(|kept| kept, Some((written.clone(), scope as usize)));
        });
        html! {
            <label class="correct-field">
                <span>{ "Of " }<q>{ name(&self.written.name) }</q></span>
                <select {onchange}>
                    { for SCOPES.iter().enumerate().map(|(i, scope)| html! { <option selected={i == chosen}>{ *scope }</option> }) }
                </select>
            </label>
        }
    }

    /// What it is the same as, or those of its mentions that are meant.
    fn same(&self, meant: &str) -> Html {
        let seek = self
            .on
            .reform(|event: InputEvent| Action::Seek(event.target_unchecked_into::<HtmlInputElement>().value()));
        let (mut found, mut told) = (Vec::new(), "");
        if let Some(sought) = self.sought.as_ref().filter(|_| !self.seek.is_empty()) {
            found.extend(sought.entities.iter().filter_map(|one| self.merged(one, meant)));
            if found.is_empty() {
                told = "Nobody and nothing else is called so.";
            }
        }
        html! {
            // Enter in the field presses the first button.
            <form class="same" onsubmit={|event: SubmitEvent| event.prevent_default()} onkeydown={step}>
                <label class="correct-field">
                    { "The same as" }
                    <input type="search" autocomplete="off" maxlength="100" placeholder="Find a name" value={self.seek.clone()} oninput={seek} />
                </label>
                <ul class="sought" aria-label="The same as">{ for found }</ul>
                <p class="counted" role="status">{ told }</p>
            </form>
        }
    }

    fn merged(&self, found: &EntitySuggestion, meant: &str) -> Option<Html> {
        let into = EntityKey::new(EntityKind::from_word(found.group.word())?, found.key.as_str());
        if into == self.card.key {
            return None;
        }
        let verb = if meant.is_empty() { "merge " } else { "split " };
        let line = [verb, &word(&self.card.key), meant, " -> ", &word(&into)].concat();
        Some(html! {
            <li>
                <button class="suggestion" onclick={press(&self.on, Action::Correct(line))}>
                    { entity_label(found) }
                </button>
            </li>
        })
    }

    /// A field and the button that makes a correction, by `line`, of what was typed or chosen in it.
    fn form(
        &self,
        (label, does): (&'static str, &'static str),
        field: Html,
        line: fn(&EntityKey, String) -> String,
    ) -> Html {
        let key = self.card.key.clone();
        let onsubmit = self.on.reform(move |event: SubmitEvent| {
            event.prevent_default();
            let field = Reflect::get_u32(&event.target_unchecked_into::<HtmlElement>(), 0).unwrap_or_default();
            let entered = field.unchecked_into::<HtmlInputElement>().value();
            Action::Correct(line(&key, entered))
        });
        html! {
            <form class="correct-row" {onsubmit}>
                <label class="correct-field">{ label }{ field }</label>
                <button class="button">{ does }</button>
            </form>
        }
    }

    fn renamed(&self) -> Html {
        let field = html! {
            <input autocomplete="off" dir="auto" maxlength="100" required=true pattern=".*\\S.*" placeholder={self.card.name.clone()} />
        };
        self.form(("Called", "Rename"), field, |key, name| {
            ["rename ", &word(key), " ", &quoted(&name)].concat()
        })
    }

    fn country(&self) -> Html {
        // Once all countries are here: of those that are added later none would be chosen.
        let Some(world) = &self.world else { return html! {} };
        let own = self.card.country;
        let option = |code: Option<CountryCode>, name: &str| {
            let value = code.map_or_else(String::new, |code| code.to_string());
            html! { <option {value} selected={code == own}>{ name }</option> }
        };
        let field = html! {
            <select required=true key={own.map_or_else(String::new, |code| code.to_string())}>
                { option(None, "Choose a country") }
                { for world.countries.iter().map(|country| option(Some(country.code), &country.name)) }
            </select>
        };
        self.form(("In", "Set"), field, |key, code| {
            ["country ", &word(key), " -> ", &code].concat()
        })
    }

    /// Its names, that of the mention come from first, or that alone where no others are meant: each may be another's, or nobody's.
    fn names(&self, meant: &str) -> Vec<Html> {
        let key = &self.card.key;
        let mut rows: Vec<Html> = Vec::new();
        for first in [true, false] {
            for (used, times) in self
                .card
                .as_written
                .iter()
                .filter(|(used, _)| (*used == self.written.name) == first && (first || meant.is_empty()))
            {
                let (word_of, text) = (word(key), [" ", &quoted(used)].concat());
                let text = if meant.is_empty() { &text } else { meant };
                let into = word(&split_off(key, used));
                rows.push(html! {
                    // By name, so that its buttons are no other's when it goes.
                    <li class="correct-row" key={used.as_str()}>
                        <q>{ name(used) }</q>
                        if *times > 0 || !meant.is_empty() {
                            { self.button("Split off", used, &["split ", &word_of, text, " -> ", &into]) }
                        }
                        { self.button("Not a name", used, &["drop ", &word_of, text]) }
                    </li>
                });
            }
        }
        rows
    }
}

/// Arrow keys go from the field to what it finds, and on.
fn step(event: KeyboardEvent) {
    if next(&event).is_some_and(|next| next.focus().is_ok()) {
        event.prevent_default();
    }
}

fn next(event: &KeyboardEvent) -> Option<HtmlElement> {
    let here = event.target_unchecked_into::<HtmlElement>();
    let row = here.closest("li").ok()?;
    let next = match (event.key().as_str(), row) {
        ("ArrowDown", None) => here.closest(".same").ok()??.query_selector(".sought li").ok()?,
        ("ArrowDown", Some(row)) => row.next_element_sibling(),
        ("ArrowUp", Some(row)) => row.previous_element_sibling(),
        _ => None,
    };
    Some(next?.first_element_child()?.unchecked_into())
}

/// The key of what a name becomes once it is split off: of the same kind; a country's name is first taken for a place's.
fn split_off(from: &EntityKey, name: &str) -> EntityKey {
    let mut slug = String::new();
    Tokenizer::new(name).for_each(|word| {
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word.term);
    });
    let kind = match from.kind {
        EntityKind::Country => EntityKind::Place,
        kind => kind,
    };
    if slug.is_empty() || slug == from.slug {
        slug.push_str("-2");
    }
    EntityKey::new(kind, slug)
}

#[cfg(test)]
mod tests {
    use dateline_corpus::EntityKey;

    use super::split_off;

    #[test]
    fn a_name_that_is_split_off_gets_a_key_of_its_own() {
        for (from, name, expect) in [
            ("person:kim", "Kim Yong-nam", "person:kim-yong-nam"),
            ("person:kim", "Kim", "person:kim-2"),
            ("country:GE", "Georgia", "place:georgia"),
            ("person:a", "—", "person:-2"),
        ] {
            let key = EntityKey::parse(from).unwrap();
            assert_eq!(split_off(&key, name).to_string(), expect);
        }
    }
}
