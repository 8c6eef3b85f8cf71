//! The filters: for each group its values with counts, to pick or to exclude.

use dateline_corpus::{EntityKey, EntityKind, Group, Pick};
use dateline_engine::view::{Facet, FacetValue, View};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::asks::{LONG, SHORT};
use crate::components::icon::{Shape, icon};
use crate::components::link::{labelled, press};
use crate::components::pieces::{name, times};
use crate::format;
use crate::pane::{Own, Pane};
use crate::shared::Shared;
use crate::state::{Action, Articles, List};

/// All groups.
#[derive(PartialEq)]
pub struct Facets {
    /// Where the values come from.
    pub view: Shared<View>,
    /// Groups drawn, at most.
    pub groups: usize,
    /// Groups shown at full length.
    pub expanded: Vec<Group>,
    /// What was typed to find a value.
    pub finds: Vec<(Group, String)>,
    /// Where actions go.
    pub on: Callback<Action>,
}

impl Pane for Facets {
    type Kept = ();
    const NAME: &'static str = "facets";

    fn draw(&self, _own: &Own<()>) -> Html {
        let Self {
            view,
            groups,
            expanded,
            finds,
            on,
        } = self;
        let group = |facet: &Facet| {
            let find = finds
                .iter()
                .find(|(g, _)| *g == facet.group)
                .map_or("", |(_, text)| text);
            facet_group(facet, find, expanded.contains(&facet.group), on)
        };
        html! { <>{ for view.facets.iter().take(*groups).map(group) }</> }
    }
}

/// One group. It keeps its find box once it had more values than are shown short.
///
/// `find` is what was typed to find a value; `expanded` says whether the group is shown at full length.
fn facet_group(facet: &Facet, find: &str, expanded: bool, on: &Callback<Action>) -> Html {
    let group = facet.group;
    if facet.values.is_empty() && find.is_empty() {
        return html! {};
    }
    let heading = format::group_heading(group);
    let id = format!("facet-{}", group.word());
    let many = facet.total > SHORT || expanded || !find.is_empty();
    let shown = facet.values.len() as u32;
    html! {
        <section key={group.word()} class="facet" aria-labelledby={id.clone()}>
            <h3 {id} class="facet-title">{ heading }</h3>
            if many { { find_box(group, find, on) } }
            if facet.values.is_empty() {
                <p class="facet-none">{ format!("No {} starts so.", format::group_noun(group)) }</p>
            }
            <ul class="facet-values">
                { for facet.values.iter().map(|value| row(group, value, on)) }
            </ul>
            if find.is_empty() && (facet.total > SHORT || expanded) {
                <button type="button" class="text-button show-all" aria-expanded={expanded.to_string()}
                    onclick={press(on, Action::Expand(group, !expanded))}>
                    { if expanded { "Show fewer".to_owned() } else { format!("Show all {}", format::number(facet.total)) } }
                </button>
            }
            if shown >= LONG && facet.total > shown {
                <p class="facet-none">{ format!("{} of {} shown. Find the others by name.", format::number(shown), format::number(facet.total)) }</p>
            }
        </section>
    }
}

fn find_box(group: Group, find: &str, on: &Callback<Action>) -> Html {
    let type_in = on.reform(move |event: InputEvent| {
        let text = event
            .target_dyn_into::<HtmlInputElement>()
            .map(|input| input.value())
            .unwrap_or_default();
        Action::Find(group, text)
    });
    let label = match group {
        Group::Organisation | Group::Outlet => format!("Find an {}", format::group_noun(group)),
        _ => format!("Find a {}", format::group_noun(group)),
    };
    html! {
        <input class="facet-find" type="text" dir="auto" value={find.to_owned()} placeholder={label.clone()} aria-label={label}
            autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="200" oninput={type_in} />
    }
}

/// The entity that a facet value stands for; outlets are none.
fn entity(group: Group, key: &str) -> Option<EntityKey> {
    let kind = match group {
        Group::Country => EntityKind::Country,
        Group::Person => EntityKind::Person,
        Group::Organisation => EntityKind::Organisation,
        Group::Place => EntityKind::Place,
        Group::Outlet => return None,
    };
    Some(EntityKey::new(kind, key))
}

fn row(group: Group, value: &FacetValue, on: &Callback<Action>) -> Html {
    let shown = format::value_name(group, &value.name);
    let label = format::plain(&shown);
    let pick = |exclude| {
        Action::Toggle(Pick {
            group,
            key: value.key.clone(),
            exclude,
        })
    };
    let (picked, excluded) = (value.standing == Some(false), value.standing == Some(true));
    let state = if excluded {
        Some("excluded")
    } else {
        picked.then_some("picked")
    };
    let sentences = entity(group, &value.key).map(|key| {
        if value.mentions == 0 {
            return html! { <span class="mentions-count"></span> };
        }
        let says = format!("{} of {label}", format::count(value.mentions, "mention"));
        let show = press(on, Action::OpenList(List::Mentions(Articles::Listed, key, None)));
        labelled(
            "mentions-count",
            format!("{says}: show the sentences"),
            says,
            show,
            times(value.mentions),
        )
    });
    html! {
        <li key={value.key.clone()} class={classes!("facet-value", state)} data-key={value.key.clone()}>
            <label>
                <input type="checkbox" checked={picked} onchange={on.reform({
                    let action = pick(false);
                    move |_| action.clone()
                })} />
                <span class="facet-name">{ name(&shown) }</span>
                if value.corrected {
                    <span class="corrected" title="Corrected">{ "*" }<span class="visually-hidden">{ " corrected" }</span></span>
                }
                <span class="facet-count">
                    { format::number(value.articles) }
                    <span class="visually-hidden">{ if value.articles == 1 { " article" } else { " articles" } }</span>
                </span>
            </label>
            { sentences }
            <button type="button" class="exclude" aria-pressed={excluded.to_string()}
                aria-label={format!("Exclude {label}")} title={format!("Exclude {label}")} onclick={press(on, pick(true))}>
                { icon(Shape::Minus) }
            </button>
        </li>
    }
}
