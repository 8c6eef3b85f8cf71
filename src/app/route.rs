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
mod tests {
    use dateline_corpus::{CountryCode, Date, EntityKey, EntityKind, Filters, Group, Pick, Sort};
    use dateline_engine::question::Quoting;
    use proptest::prelude::*;

    use super::{parse, print};
    use crate::state::{Articles, Camera, Circle, List, MapForm, MapSetting, Measure, Open, State};

    fn check(fragment: &str, printed: &str) {
        assert_eq!(print(&parse(fragment)), printed, "from {fragment:?}");
    }

    #[test]
    fn an_address_reads_as_it_is_meant() {
        check("", "");
        check("#", "");
        check(
            "#q=missile%20defense&country=JP,-KR&person=rex-tillerson&outlet=TASS&from=2017-03-15&to=2017-03-17\
             &sort=newest&article=a1&card=person:rex-tillerson&map=mentions&view=table&at=4,500,200",
            "q=missile%20defense&country=JP,-KR&person=rex-tillerson&outlet=TASS&from=2017-03-15&to=2017-03-17\
             &sort=newest&article=a1&card=person:rex-tillerson&map=mentions&view=table&at=4,500,200",
        );
        check("country=jp", "country=JP");
        check("outlet=", "outlet=");
        check("outlet=-", "outlet=-");
        check("outlet=%2DDash,-%2DDash2", "outlet=%2DDash,--Dash2");
        check("from=2017-03-17&to=2017-03-15", "from=2017-03-15&to=2017-03-17");
        check("all-sentences=country:JP", "all-sentences=country:JP");
        check("sentences=country:JP,person:a,x", "sentences=country:JP,person:a");
        check(
            "sentences-of=country:JP,2017-03-16,",
            "sentences-of=country:JP,2017-03-16,",
        );
        check(
            "sentences-of=country:JP,person:a,,",
            "sentences-of=country:JP,person:a,,",
        );
        check("card=person:a&panel=corrections", "card=person:a&panel=corrections");
        check("panel=others", "");
        check("view=together&with=people", "view=together&with=people");
        check("said-by=person:a&card=person:a", "card=person:a&said-by=person:a");
        check("called=person:a,Mr.%20A", "called=person:a,Mr.%20A");
        check("review=doubts", "review=doubts");
        check("review=country:US", "review=country:US");
        check("review=x", "");
    }

    #[test]
    fn what_cannot_be_understood_is_left_out() {
        for bad in [
            "main",
            "=&&=",
            "country=JPN,1,",
            "person=",
            "from=soon&to=2017-02-30",
            "sort=best",
            "article=",
            "card=ghost:x",
            "sentences=person",
            "sentences-of=country:JP",
            "sentences-of=,,",
            "map=1",
            "view=",
            "with=all",
            "said-of=ghost:x",
            "review=",
            "called=person:a",
            "called=,a",
            "at=1,2",
            "at=0,0,0",
            "at=1,nan,2",
            "at=2,inf,1",
            "at=2,1,1,1",
            "q=",
        ] {
            check(bad, "");
        }
        check("q=%", "q=%25");
        check("q=%ff", "");
        check("q=a%ffb", "q=a");
        check("country=JP,-JP,JP", "country=JP");
        // Of addresses from before the list was one: how many pages of it.
        check("q=a&more=3&sort=newest", "q=a&sort=newest");
    }

    #[test]
    fn a_link_opens_what_it_names() {
        let state = parse("q=a&article=one&at=2,1,1");
        let links = super::Links::new(&state);
        assert_eq!(links.list(), "#q=a");
        assert_eq!(parse(&links.article("t&o")).open.article.as_deref(), Some("t&o"));
        let key = EntityKey::new(EntityKind::Country, "JP");
        let open = parse(&links.card(&key)).open;
        assert_eq!((open.article.as_deref(), open.card), (Some("one"), Some(key)));
        assert_eq!(super::Links::new(&State::default()).article("x"), "#article=x");
    }

    fn picks() -> impl Strategy<Value = Vec<Pick>> {
        let one = (0usize..5, "\\PC{0,6}", "[A-Z]{2}", any::<bool>()).prop_map(|(g, text, code, exclude)| {
            let group = Group::ALL[g];
            let key = match group {
                Group::Country => code,
                Group::Outlet => text,
                _ => format!("x{text}"),
            };
            Pick { group, key, exclude }
        });
        prop::collection::vec(one, 0..6).prop_map(|picks| {
            let mut f = Filters::default();
            for p in picks {
                if f.standing(p.group, &p.key).is_none() {
                    f.picks.push(p);
                }
            }
            f.picks
        })
    }

    fn key() -> impl Strategy<Value = Option<EntityKey>> {
        prop::option::of((0usize..5, "\\PC{1,9}").prop_map(|(k, slug)| EntityKey::new(EntityKind::ALL[k], slug)))
    }

    fn date() -> impl Strategy<Value = Option<Date>> {
        prop::option::of((1i32..=9999, 1u32..=12, 1u32..=28).prop_map(|(y, m, d)| Date::new(y, m, d)))
            .prop_map(Option::flatten)
    }

    prop_compose! {
        fn states()(
            query in any::<String>(), picks in picks(), a in date(), b in date(), sort in 0usize..3,
            article in prop::option::of("\\PC{1,20}"), card in key(), with in key(),
            corrections in any::<bool>(),
            mentions in any::<bool>(), form in 0usize..3, circle in 0usize..5, list in prop::option::of((0usize..7, key(), any::<String>())),
            at in prop::option::of((100i32..=3200, -360_000i32..=360_000, -360_000i32..=360_000)),
        ) -> State {
            let (from, to) = match (a, b) { (Some(x), Some(y)) if x > y => (b, a), _ => (a, b) };
            State {
                query,
                filters: Filters { picks, from, to },
                sort: [Sort::Relevance, Sort::Newest, Sort::Oldest][sort],
                open: Open {
                    article,
                    card,
                    corrections,
                    list: list.and_then(|(which, key, called)| match which {
                        0 => Some(List::Doubts(key)),
                        3 => Some(List::Named(key?, called)),
                        4 => Some(List::Mentions(Articles::Listed, key?, with)),
                        5 => Some(List::Mentions(Articles::All, key?, with)),
                        6 => Some(List::Mentions(Articles::Days(a, b), key?, with)),
                        1 => Some(List::Quotations(key?, Quoting::By)),
                        _ => Some(List::Quotations(key?, Quoting::About)),
                    }),
                },
                map: MapSetting {
                    measure: if mentions { Measure::Mentions } else { Measure::Articles },
                    form: [MapForm::Map, MapForm::Table, MapForm::Together][form],
                    circle: Circle::ALL[circle],
                    camera: at.map(|(zoom, x, y)| Camera {
                        zoom: zoom as f32 / 100.0,
                        x: x as f32 / 10.0,
                        y: y as f32 / 10.0,
                    }),
                },
                ..State::default()
            }
        }
    }

    proptest! {
        #[test]
        fn a_printed_state_parses_to_itself(state in states()) {
            prop_assert_eq!(parse(&print(&state)), state);
        }

        #[test]
        fn a_printed_state_is_safe_in_any_address(state in states()) {
            let printed = print(&state);
            prop_assert!(printed.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~:,%&=".contains(&b)), "{printed}");
        }

        #[test]
        fn any_text_parses(text in any::<String>()) {
            let state = parse(&text);
            prop_assert_eq!(parse(&print(&state)), state);
        }

        #[test]
        fn a_country_key_is_always_a_code(text in any::<String>()) {
            for pick in parse(&format!("country={text}")).filters.picks {
                prop_assert!(pick.group != Group::Country || CountryCode::parse(&pick.key).is_some());
            }
        }
    }
}
