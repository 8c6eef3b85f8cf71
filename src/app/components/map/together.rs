//! Who appears with whom: the drawing, and the same pairs as a table.

use dateline_corpus::order::sort_by_key;
use dateline_engine::view::{Pair, Together};
use yew::prelude::*;

use super::classes::classes;
use super::legend::legend;
use super::matrix::{matrix, names};
use super::table::heading;
use crate::components::link::{button, press, to_card};
use crate::components::pieces::name;
use crate::format;
use crate::pane::{Own, Pane};
use crate::route::Links;
use crate::shared::Shared;
use crate::state::{Action, Articles, List, Measure};

/// The drawing and its table.
#[derive(PartialEq)]
pub struct TogetherPanel {
    /// Who appears with whom.
    pub together: Shared<Together>,
    /// Addresses.
    pub links: Links,
    /// Where actions go.
    pub on: Callback<Action>,
}

/// Pairs listed at first.
const SHOWN: usize = 10;

/// What the second column has.
const TIE: &str = "Normalised pointwise mutual information, in hundredths: 0 as by chance, 100 always together";

/// How the pairs are listed.
#[derive(Default)]
pub struct Kept {
    /// All of them.
    all: bool,
    /// Those that chance explains least first, not those with most articles.
    by_tie: bool,
}

impl Pane for TogetherPanel {
    type Kept = Kept;
    const NAME: &'static str = "together";

    fn draw(&self, own: &Own<Kept>) -> Html {
        let Self { together, links, on } = self;
        if together.pairs.is_empty() {
            return html! { <p class="map-none">{ "No two of them appear in one article." }</p> };
        }
        let (all, by_tie) = own.with(|kept| (kept.all, kept.by_tie));
        let mut pairs: Vec<&Pair> = together.pairs.iter().collect();
        sort_by_key(&mut pairs, |pair| if by_tie { -pair.association } else { 0 });
        let shown = if all { together.pairs.len() } else { SHOWN };
        let classes = classes(together.pairs.iter().map(|pair| pair.articles));
        let chosen = {
            let (together, on) = (together.clone(), on.clone());
            move |at: usize| {
                let action = together.pairs.get(at).and_then(|pair| both(&together, pair));
                action.into_iter().for_each(|action| on.emit(action));
            }
        };
        let onclick = {
            let own = own.clone();
            Callback::from(move |_: MouseEvent| own.set(|kept| &mut kept.all, true))
        };
        let head = |label, ties: bool, told| {
            let own = own.clone();
            let onclick = Callback::from(move |_: MouseEvent| own.set(|kept| &mut kept.by_tie, ties));
            let direction = if ties == by_tie { "descending" } else { "none" };
            heading(Some("figure"), direction, onclick, label, told)
        };
        html! {
            <div class="together">
                <div class="matrix-room">
                    { matrix(together, &classes, chosen) }
                    { legend(&classes, Measure::Articles) }
                </div>
                <table class="map-table pairs">
                    <caption>{ format!("The {} most frequent, two by two", together.members.len()) }</caption>
                    <thead><tr>
                        <th scope="col">{ "Together" }</th>
                        { head("Articles", false, None) }
                        { head("Tie", true, Some(TIE)) }
                    </tr></thead>
                    <tbody>{ for pairs.iter().take(shown).map(|pair| line(together, pair, links, on)) }</tbody>
                </table>
                if shown < together.pairs.len() {
                    { button("text-button", onclick, format!("Show all {}", format::number(together.pairs.len() as u32))) }
                }
            </div>
        }
    }
}

/// Their mentions in the articles of the list that name both.
fn both(together: &Together, pair: &Pair) -> Option<Action> {
    let key = |at: u32| Some(together.members.get(at as usize)?.key.clone());
    let (one, other) = (key(pair.members.0)?, key(pair.members.1));
    Some(Action::OpenList(List::Mentions(Articles::Listed, one, other)))
}

fn line(together: &Together, pair: &Pair, links: &Links, on: &Callback<Action>) -> Html {
    let member = |at: u32| {
        let member = together.members.get(at as usize);
        member.map(|member| to_card(&member.key, "", name(&member.name), links, on))
    };
    let count = format::count(pair.articles, "article");
    html! {
        <tr key={format!("{}-{}", pair.members.0, pair.members.1)}>
            <th scope="row">{ member(pair.members.0) }{ " · " }{ member(pair.members.1) }</th>
            <td class="figure">
                <button type="button" class="map-figure" aria-label={format!("{}: {count}, show them", names(together, pair))}
                    onclick={both(together, pair).map(|both| press(on, both))}>{ format::number(pair.articles) }</button>
            </td>
            <td class="figure">{ pair.association.to_string().replace('-', "−") }</td>
        </tr>
    }
}
