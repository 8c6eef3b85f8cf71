//! What a reader can put right about an entity, on its card.

use std::rc::Rc;

use dateline_corpus::corrections::Correction;
use dateline_corpus::text::Tokenizer;
use dateline_corpus::{CountryCode, EntityKey, EntityKind};
use dateline_engine::view::{Card, Corrected, Suggestions, WorldView};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::components::corrected::{is_about, placed, quoted, take_back, words};
use crate::components::link::press;
use crate::components::pieces::name;
use crate::format;
use crate::pane::{Own, Pane};
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
    /// How the mention is written that the card was opened from.
    pub written: String,
    /// The countries that it may be in.
    pub world: Option<Rc<WorldView>>,
    /// Where actions go.
    pub on: Callback<Action>,
}

/// What is typed and chosen, before its button is pressed.
#[derive(Default)]
pub struct Kept {
    name: String,
    country: String,
}

/// Names offered to be split off: the rest is rare, and reached once these are put right.
const NAMES: usize = 20;
/// Kinds that an entity can be given.
const KINDS: [EntityKind; 4] = [
    EntityKind::Person,
    EntityKind::Organisation,
    EntityKind::Place,
    EntityKind::Region,
];

impl Pane for Correct {
    type Kept = Kept;
    const NAME: &'static str = "correct";

    fn draw(&self, own: &Own<Kept>) -> Html {
        let key = &self.card.key;
        let is_country = key.kind == EntityKind::Country;
        let all = self.corrected.iter().flat_map(|all| placed(all));
        html! {
            <div class="correct">
                { for all.filter(|(_, c)| !c.unknown && is_about(c, key)).map(|(at, corrected)| html! {
                    <p class="corrected-mark">
                        <strong>{ "Corrected" }</strong>{ ": " }{ words(corrected) }{ " " }
                        if let Some(at) = at { { take_back(at, corrected, &self.on) } }
                    </p>
                }) }
                // Another card begins closed.
                <details key={key.to_string()}>
                    <summary>{ "Correct…" }</summary>
                    { self.same() }
                    if !is_country {
                        { self.renamed(own) }
                        { self.kinds() }
                    }
                    if matches!(key.kind, EntityKind::Place | EntityKind::Organisation) { { self.country(own) } }
                    { self.names() }
                    { self.button("Not an entity", Correction::Drop { key: key.clone(), name: None }) }
                </details>
            </div>
        }
    }
}

impl Correct {
    fn button(&self, label: &'static str, correction: Correction) -> Html {
        let correct = press(&self.on, Action::Correct(correction));
        html! { <button type="button" class="button" onclick={correct}>{ label }</button> }
    }

    /// What it is the same as.
    fn same(&self) -> Html {
        let from = &self.card.key;
        let seek = self.on.reform(|event: InputEvent| Action::Seek(typed(&event)));
        let sought = self.sought.iter().filter(|_| !self.seek.trim().is_empty());
        let found =
            sought.flat_map(|sought| &sought.entities).filter_map(|found| {
                let kind = EntityKind::ALL
                    .into_iter()
                    .find(|kind| kind.word() == found.group.word())?;
                let into = EntityKey::new(kind, found.key.as_str());
                (into != *from).then(|| {
                let merge = Correction::Merge { from: from.clone(), into };
                html! {
                    <li>
                        <button type="button" class="suggestion" onclick={press(&self.on, Action::Correct(merge))}>
                            <span class="kind">{ format::group_noun(found.group) }</span>{ " " }{ name(&found.name) }
                            { " " }<span class="count">{ format::number(found.articles) }</span>
                        </button>
                    </li>
                }
            })
            });
        html! {
            <>
                <label class="correct-field">
                    { "The same as" }
                    <input type="search" autocomplete="off" spellcheck="false" maxlength="100" placeholder="Find a name"
                        value={self.seek.clone()} oninput={seek} />
                </label>
                <ul class="sought" aria-label="The same as">{ for found }</ul>
            </>
        }
    }

    fn renamed(&self, own: &Own<Kept>) -> Html {
        let (kept, key, on) = (own.clone(), self.card.key.clone(), self.on.clone());
        let rename = Callback::from(move |_: MouseEvent| {
            let (key, name) = (key.clone(), kept.with(|kept| kept.name.trim().to_owned()));
            on.emit(Action::Correct(Correction::Rename { key, name }));
        });
        let kept = own.clone();
        let type_in = Callback::from(move |event: InputEvent| kept.with(|kept| kept.name = typed(&event)));
        html! {
            <div class="correct-row">
                <label class="correct-field">
                    { "Called" }
                    <input autocomplete="off" dir="auto" maxlength="100" placeholder={self.card.name.clone()} oninput={type_in} />
                </label>
                <button type="button" class="button" onclick={rename}>{ "Rename" }</button>
            </div>
        }
    }

    fn kinds(&self) -> Html {
        let key = &self.card.key;
        let others = KINDS.into_iter().filter(|kind| *kind != key.kind);
        html! {
            <div class="correct-row" role="group" aria-label="Kind">
                <span>{ "It is a" }</span>
                { for others.map(|kind| self.button(format::kind_name(kind), Correction::Kind { key: key.clone(), kind })) }
            </div>
        }
    }

    fn country(&self, own: &Own<Kept>) -> Html {
        let (kept, key, on) = (own.clone(), self.card.key.clone(), self.on.clone());
        let place = Callback::from(move |_: MouseEvent| {
            if let Some(country) = kept.with(|kept| CountryCode::parse(&kept.country)) {
                let key = key.clone();
                on.emit(Action::Correct(Correction::Country { key, country }));
            }
        });
        let kept = own.clone();
        let choose = Callback::from(move |event: Event| {
            let chosen = event
                .target_dyn_into::<HtmlSelectElement>()
                .map(|select| select.value());
            kept.with(|kept| kept.country = chosen.unwrap_or_default());
        });
        let countries = self.world.iter().flat_map(|world| &world.countries);
        html! {
            <div class="correct-row">
                <label class="correct-field">
                    { "In" }
                    <select onchange={choose}>
                        <option value="">{ "Another country" }</option>
                        { for countries.map(|country| html! { <option value={country.code.to_string()}>{ &country.name }</option> }) }
                    </select>
                </label>
                <button type="button" class="button" onclick={place}>{ "Set" }</button>
            </div>
        }
    }

    /// Its names, that of the mention come from first: each may be another's, or nobody's.
    fn names(&self) -> Html {
        let (key, card) = (&self.card.key, &self.card);
        let here = card.names.iter().filter(|(used, _)| *used == self.written);
        let others = card.names.iter().filter(|(used, _)| *used != self.written);
        let row = |(used, _): &(String, u32)| {
            let (from, name) = (key.clone(), used.clone());
            let split = Correction::Split {
                into: split_off(key, used),
                from,
                name,
                called: String::new(),
            };
            let (key, name) = (key.clone(), Some(used.clone()));
            html! {
                <li class="correct-row">
                    { quoted(used) }
                    if card.names.len() > 1 { { self.button("Split off", split) } }
                    { self.button("Not a name", Correction::Drop { key, name }) }
                </li>
            }
        };
        html! {
            <ul class="correct-names" aria-label="Names used">{ for here.chain(others).take(NAMES).map(row) }</ul>
        }
    }
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

fn typed(event: &InputEvent) -> String {
    event
        .target_dyn_into::<HtmlInputElement>()
        .map(|input| input.value())
        .unwrap_or_default()
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
