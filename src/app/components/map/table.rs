//! The map's figures as a table.

use std::cmp::Ordering;
use std::rc::Rc;

use dateline_corpus::order::sort_by;
use dateline_corpus::{EntityKey, Filters, Group, Pick};
use dateline_engine::view::{CountryFigure, PlaceFigure};
use yew::prelude::*;

use super::sites::MOST_PLACES;
use crate::components::link::{button, press};
use crate::format;
use crate::pane::{Own, Pane};
use crate::state::{Action, Articles, List, Measure};

/// A column to sort by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Name,
    Articles,
    Mentions,
}

impl Column {
    const ALL: [(Self, &'static str); 3] = [
        (Self::Name, "Name"),
        (Self::Articles, "Articles"),
        (Self::Mentions, "Mentions"),
    ];

    fn compare(self, a: &Row, b: &Row) -> Ordering {
        let by_name = a.name.cmp(&b.name);
        match self {
            Self::Name => by_name,
            Self::Articles => b
                .articles
                .cmp(&a.articles)
                .then(b.mentions.cmp(&a.mentions))
                .then(by_name),
            Self::Mentions => b
                .mentions
                .cmp(&a.mentions)
                .then(b.articles.cmp(&a.articles))
                .then(by_name),
        }
    }
}

/// A line: a country or a place.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    key: EntityKey,
    name: String,
    articles: u32,
    mentions: u32,
    standing: Option<bool>,
}

/// Countries, and below them places.
#[derive(PartialEq)]
pub struct Table {
    /// Countries mentioned.
    pub countries: Rc<Vec<CountryFigure>>,
    /// Places mentioned.
    pub places: Rc<Vec<PlaceFigure>>,
    /// The filters in force.
    pub filters: Rc<Filters>,
    /// What it is sorted by at first.
    pub measure: Measure,
    /// Where actions go.
    pub on: Callback<Action>,
}

/// What the table is sorted by.
#[derive(Default)]
pub struct Sorted {
    /// What it was sorted by at first.
    first: Option<Column>,
    /// What it is sorted by now.
    now: Option<Column>,
}

impl Pane for Table {
    type Kept = Sorted;
    const NAME: &'static str = "table";

    fn draw(&self, own: &Own<Sorted>) -> Html {
        let first = match self.measure {
            Measure::Articles => Column::Articles,
            Measure::Mentions => Column::Mentions,
        };
        let sort = own.with(|sorted| {
            if sorted.first.replace(first) != Some(first) {
                sorted.now = None;
            }
            sorted.now.unwrap_or(first)
        });
        draw(self, sort, own)
    }
}

fn draw(table: &Table, sort: Column, own: &Own<Sorted>) -> Html {
    let Table {
        countries,
        places,
        filters,
        on,
        ..
    } = table;
    let row = |group: Group, key: EntityKey, name: &str, articles: u32, mentions: u32| Row {
        standing: filters.standing(group, &key.slug),
        name: name.to_owned(),
        key,
        articles,
        mentions,
    };
    let country = |c: &CountryFigure| {
        row(
            Group::Country,
            EntityKey::country(c.code),
            &c.name,
            c.articles,
            c.mentions,
        )
    };
    let place = |p: &PlaceFigure| row(Group::Place, p.key.clone(), &p.name, p.articles, p.mentions);
    let mut parts: [Vec<Row>; 2] = [
        countries.iter().map(country).collect(),
        places.iter().take(MOST_PLACES).map(place).collect(),
    ];
    parts
        .iter_mut()
        .for_each(|rows| sort_by(rows, |a, b| sort.compare(a, b)));
    let [countries, listed] = parts;
    if countries.is_empty() && listed.is_empty() {
        return html! { <p class="map-none">{ "No country is mentioned in these articles." }</p> };
    }
    let part = |title: &str, rows: &[Row]| {
        (!rows.is_empty()).then(|| {
            html! {
                <table class="map-table">
                    <caption>{ title.to_owned() }</caption>
                    <thead><tr>{ for Column::ALL.into_iter().map(|column| head(column, sort, own)) }</tr></thead>
                    <tbody>{ for rows.iter().map(|row| line(row, on)) }</tbody>
                </table>
            }
        })
    };
    html! {
        <div class="map-tables" tabindex="0" role="group" aria-label="Figures of the map">
            { part("Countries", &countries) }
            { part("Places", &listed) }
            if places.len() > MOST_PLACES {
                <p class="map-none">
                    { format!("The {} places with most articles of {}. Find the others among the filters.",
                        format::number(MOST_PLACES as u32), format::number(places.len() as u32)) }
                </p>
            }
        </div>
    }
}

fn head((column, title): (Column, &'static str), sort: Column, own: &Own<Sorted>) -> Html {
    let sorted = sort == column;
    let direction = match (sorted, column) {
        (false, _) => "none",
        (true, Column::Name) => "ascending",
        (true, _) => "descending",
    };
    let own = own.clone();
    let onclick = Callback::from(move |_: MouseEvent| own.set(|sorted| &mut sorted.now, Some(column)));
    heading(
        (column != Column::Name).then_some("figure"),
        direction,
        onclick,
        title,
        None,
    )
}

/// The head of a column that a table can be sorted by; `told` says more of it to whoever points at it.
pub fn heading(
    class: Option<&'static str>,
    direction: &'static str,
    onclick: Callback<MouseEvent>,
    label: &'static str,
    told: Option<&'static str>,
) -> Html {
    html! { <th scope="col" aria-sort={direction} title={told} {class}>{ button("map-sort", onclick, label) }</th> }
}

fn line(row: &Row, on: &Callback<Action>) -> Html {
    let Row {
        key,
        name,
        articles,
        mentions,
        standing,
    } = row;
    let plain = format::plain(name);
    let pick = Pick {
        group: Group::of(key.kind),
        key: key.slug.clone(),
        exclude: *standing == Some(true),
    };
    let count = format::count(*articles, "article");
    let said = format::count(*mentions, "mention");
    html! {
        <tr key={key.slug.clone()} class={classes!((*standing == Some(false)).then_some("picked"), (*standing == Some(true)).then_some("excluded"))}>
            <th scope="row"><bdi>{ format::clip(name, 120) }</bdi></th>
            <td class="figure">
                <button type="button" class="map-figure" aria-pressed={(*standing == Some(false)).to_string()}
                    aria-label={format!("{plain}: {count}, filter")} onclick={press(on, Action::Toggle(pick))}>
                    { format::number(*articles) }
                </button>
            </td>
            <td class="figure">
                <button type="button" class="map-figure" aria-label={format!("{plain}: {said}, show the sentences")}
                    onclick={press(on, Action::OpenList(List::Mentions(Articles::Listed, key.clone(), None)))}>
                    { format::number(*mentions) }
                </button>
            </td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use dateline_corpus::EntityKind;

    use super::*;

    #[test]
    fn columns_sort_with_ties_by_the_other_figure_then_by_name() {
        let row = |name: &str, articles, mentions| Row {
            key: EntityKey::new(EntityKind::Place, name),
            name: name.into(),
            articles,
            mentions,
            standing: None,
        };
        let rows = [row("b", 2, 9), row("a", 2, 9), row("c", 3, 1), row("d", 2, 10)];
        for (column, expected) in [
            (Column::Name, "abcd"),
            (Column::Articles, "cdab"),
            (Column::Mentions, "dabc"),
        ] {
            let mut sorted = rows.clone();
            sorted.sort_by(|a, b| column.compare(a, b));
            assert_eq!(sorted.iter().map(|r| r.name.as_str()).collect::<String>(), expected);
        }
    }
}
