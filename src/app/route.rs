//! State to address and back. The fragment carries it, so that a page opened from a file has links too.
//!
//! ```text
//! #q=missile%20defense&country=JP,-KR&from=2017-03-15&sort=newest&article=ID&card=person:rex-tillerson&map=mentions
//! ```
//! Picks stand in the order they were made; `-` before a value excludes it. What cannot be understood is left out:
//! an address typed by hand or cut by a mail program still opens.

mod decimal;
mod links;
mod percent;

use dateline_corpus::text::join;
use dateline_corpus::{CountryCode, Date, EntityKey, Filters, Group, Pick, Sort};
use dateline_engine::question::Quoting;

use crate::state::{Articles, Camera, Circle, List, MapForm, Measure, State};
pub use links::Links;
pub use percent::encode as percent_encode;
use percent::{decode, encode};

/// The part of the state that an address carries, without the leading `#`. Empty for the plain list.
pub fn print(state: &State) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut put = |key: &str, value: String| parts.push(format!("{key}={value}"));
    if !state.query.is_empty() {
        put("q", encode(&state.query));
    }
    for run in state.filters.picks.chunk_by(|a, b| a.group == b.group) {
        let values: Vec<String> = run.iter().map(print_pick).collect();
        put(run[0].group.word(), join(&values, ","));
    }
    if let Some(day) = state.filters.from {
        put("from", day.to_string());
    }
    if let Some(day) = state.filters.to {
        put("to", day.to_string());
    }
    if let Some(word) = sort_word(state.sort) {
        put("sort", word.into());
    }
    if let Some(id) = &state.open.article {
        put("article", encode(id));
    }
    if let Some(key) = &state.open.card {
        put("card", encode(&key.to_string()));
    }
    if state.open.corrections {
        put("panel", "corrections".into());
    }
    match &state.open.list {
        Some(List::Mentions(articles, key, with)) => {
            let keys = [Some(key), with.as_ref()];
            let mut values: Vec<String> = keys.into_iter().flatten().map(|key| encode(&key.to_string())).collect();
            let name = match articles {
                Articles::Listed => "sentences",
                Articles::All => "all-sentences",
                Articles::Days(from, to) => {
                    values.extend([*from, *to].map(|day| day.map(|day| day.to_string()).unwrap_or_default()));
                    "sentences-of"
                }
            };
            put(name, join(&values, ","));
        }
        Some(List::Quotations(key, Quoting::By)) => put("said-by", encode(&key.to_string())),
        Some(List::Quotations(key, Quoting::About)) => put("said-of", encode(&key.to_string())),
        Some(List::Named(key, called)) => put("called", join(&[encode(&key.to_string()), encode(called)], ",")),
        Some(List::Doubts(key)) => {
            let of = key.as_ref().map(|key| encode(&key.to_string()));
            put("review", of.unwrap_or_else(|| "doubts".into()));
        }
        None => {}
    }
    if state.map.measure == Measure::Mentions {
        put("map", "mentions".into());
    }
    match state.map.form {
        MapForm::Map => {}
        MapForm::Table => put("view", "table".into()),
        MapForm::Together => put("view", "together".into()),
    }
    if state.map.circle != Circle::default() {
        put("with", state.map.circle.word().into());
    }
    if let Some(c) = state.map.camera {
        put("at", join(&[c.zoom, c.x, c.y].map(decimal::print), ","));
    }
    join(&parts, "&")
}

/// The state an address asks for, with or without its leading `#`. Never fails.
pub fn parse(fragment: &str) -> State {
    let mut state = State::default();
    for part in fragment.trim_start_matches('#').split('&') {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        set(&mut state, key, value);
    }
    if let (Some(a), Some(b)) = (state.filters.from, state.filters.to)
        && a > b
    {
        (state.filters.from, state.filters.to) = (Some(b), Some(a));
    }
    state
}

fn set(state: &mut State, key: &str, value: &str) {
    if let Some(group) = Group::from_word(key) {
        parse_picks(&mut state.filters, group, value);
        return;
    }
    match key {
        "q" => state.query = decode(value),
        "from" => state.filters.from = Date::parse_iso(value),
        "to" => state.filters.to = Date::parse_iso(value),
        "sort" => state.sort = sort_from(value),
        "article" => state.open.article = Some(decode(value)).filter(|id| !id.is_empty()),
        "card" => state.open.card = EntityKey::parse(&decode(value)),
        "sentences" => state.open.list = mentions(Articles::Listed, value),
        "all-sentences" => state.open.list = mentions(Articles::All, value),
        "sentences-of" => {
            let mut days = value.rsplitn(3, ',');
            let [to, from] = [days.next(), days.next()].map(|day| Date::parse_iso(day?));
            state.open.list = days.next().and_then(|key| mentions(Articles::Days(from, to), key));
        }
        "panel" => state.open.corrections = value == "corrections",
        "said-by" => state.open.list = quotations(value, Quoting::By),
        "said-of" => state.open.list = quotations(value, Quoting::About),
        "called" => state.open.list = named(value),
        "review" => {
            let key = EntityKey::parse(&decode(value));
            state.open.list = (key.is_some() || value == "doubts").then_some(List::Doubts(key));
        }
        "map" if value == "mentions" => state.map.measure = Measure::Mentions,
        "view" if value == "table" => state.map.form = MapForm::Table,
        "view" if value == "together" => state.map.form = MapForm::Together,
        "with" => {
            let known = Circle::ALL.into_iter().find(|circle| circle.word() == value);
            state.map.circle = known.unwrap_or_default();
        }
        "at" => state.map.camera = parse_camera(value),
        _ => {}
    }
}

fn mentions(articles: Articles, keys: &str) -> Option<List> {
    let mut keys = keys.split(',').map(|key| EntityKey::parse(&decode(key)));
    Some(List::Mentions(articles, keys.next()??, keys.next().flatten()))
}

fn quotations(value: &str, quoting: Quoting) -> Option<List> {
    Some(List::Quotations(EntityKey::parse(&decode(value))?, quoting))
}

fn named(value: &str) -> Option<List> {
    let (key, called) = value.split_once(',')?;
    Some(List::Named(EntityKey::parse(&decode(key))?, decode(called)))
}

fn print_pick(pick: &Pick) -> String {
    let key = encode(&pick.key);
    match (pick.exclude, key.strip_prefix('-')) {
        (true, _) => format!("-{key}"),
        (false, Some(rest)) => format!("%2D{rest}"),
        (false, None) => key,
    }
}

fn parse_picks(filters: &mut Filters, group: Group, value: &str) {
    for item in value.split(',') {
        let (exclude, key) = item.strip_prefix('-').map_or((false, item), |rest| (true, rest));
        let mut key = decode(key);
        if group == Group::Country {
            let Some(code) = CountryCode::parse(&key) else { continue };
            key = code.to_string();
        }
        // Only outlets have a value without a name: articles that do not say who published them.
        let meant = !key.is_empty() || group == Group::Outlet;
        if meant && filters.standing(group, &key).is_none() {
            filters.picks.push(Pick { group, key, exclude });
        }
    }
}

fn parse_camera(value: &str) -> Option<Camera> {
    let mut numbers = value.split(',').map(decimal::parse);
    let (zoom, x, y) = (numbers.next()??, numbers.next()??, numbers.next()??);
    (numbers.next().is_none() && (1.0..=32.0).contains(&zoom)).then_some(Camera { zoom, x, y })
}

fn sort_word(sort: Sort) -> Option<&'static str> {
    match sort {
        Sort::Relevance => None,
        Sort::Newest => Some("newest"),
        Sort::Oldest => Some("oldest"),
    }
}

fn sort_from(word: &str) -> Sort {
    match word {
        "newest" => Sort::Newest,
        "oldest" => Sort::Oldest,
        _ => Sort::Relevance,
    }
}

#[cfg(test)]
mod tests;
