//! Does an address say what is seen, and does any text open something?

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
