//! Files of corrections, and what each correction does to what articles name.

use proptest::prelude::*;

use super::{Correction, LONGEST, MOST, Written, correct, parse, print};
use crate::world::World;
use crate::{Analysis, Article, CountryCode, Entity, EntityKey, EntityKind, Found, How, Mention, Span};

fn keys() -> impl Strategy<Value = EntityKey> {
    (0usize..5, "\\PC{1,9}|[ \\t\"#\\\\a]{1,5}", "JP|GB|XK").prop_map(|(kind, slug, code)| {
        match EntityKind::ALL[kind] {
            EntityKind::Country => EntityKey::new(EntityKind::Country, code),
            kind => EntityKey::new(kind, slug),
        }
    })
}

fn written() -> impl Strategy<Value = Written> {
    let text = "\\PC{1,9}|[a\"\\\\#\n\r\t]{1,6}";
    (text, text, any::<Option<u32>>(), 0u8..3).prop_map(|(name, article, at, how)| match how {
        0 => Written::everywhere(&name),
        1 => Written {
            article,
            ..Written::everywhere(&name)
        },
        _ => Written { name, article, at },
    })
}

fn corrections() -> impl Strategy<Value = Vec<Correction>> {
    let name = || prop_oneof!["\\PC{1,9}", "[a\"\\\\#\n\r\t]{1,6}"];
    let one =
        (0u8..9, keys(), keys(), name(), written(), "JP|GB|XK").prop_map(|(verb, key, other, name, only, code)| {
            let kind = other.kind;
            match verb {
                0 => Correction::Merge { from: key, into: other },
                1 => Correction::Split {
                    from: key,
                    only,
                    into: other,
                    called: name,
                },
                2 => Correction::Rename { key, name },
                3 => Correction::Kind { key, kind },
                4 => Correction::Drop { key, only: Some(only) },
                5 => Correction::Drop { key, only: None },
                6 => Correction::Keep { key, only: None },
                7 => Correction::Keep { key, only: Some(only) },
                _ => Correction::Country {
                    key,
                    country: CountryCode::parse(&code).unwrap(),
                },
            }
        });
    prop::collection::vec(one.prop_filter("makes sense", |c| c.fault().is_none()), 0..9)
}

proptest! {
    #[test]
    fn what_is_printed_reads_the_same(list in corrections()) {
        let read = parse(&print(&list));
        prop_assert_eq!(&read.problems, &[]);
        prop_assert_eq!(read.corrections, list);
    }

    #[test]
    fn any_text_is_read_and_every_line_that_is_none_is_told(text in any::<String>(), lines in "((merge|drop|kind|#|person:a|->|\"| |x){0,5}\n){0,9}") {
        for text in [text, lines] {
            let read = parse(&text);
            prop_assert_eq!(read.corrections.len(), read.lines.len());
            let empty = |line: &&str| line.trim().is_empty() || line.trim_start().starts_with('#');
            let told = text.trim_start_matches('\u{feff}').lines().filter(|line| !empty(line)).count();
            prop_assert!(read.corrections.len() + read.problems.len() >= told);
        }
    }
}

#[test]
fn a_problem_says_line_reason_and_remedy() {
    for (text, line, reason) in [
        ("\n# note\nmerge person:a person:b", 3, "expected ->, found “person:b”"),
        ("forget person:a", 1, "expected a correction, found “forget”"),
        ("merge a -> b", 1, "expected a key, found “a”"),
        (
            "drop country:Japan",
            1,
            "expected a country's key, found “country:Japan”",
        ),
        (
            "rename person:a Ann",
            1,
            "expected a name between quotation marks, found “Ann”",
        ),
        (
            "rename person:a \"Ann",
            1,
            "expected a closing quotation mark, found the end of the line",
        ),
        ("rename person:a \" \"", 1, "the name is empty"),
        (
            "rename country:JP \"Nippon\"",
            1,
            "countries have one name in lists and on the map",
        ),
        ("kind person:a -> ghost", 1, "expected a kind, found “ghost”"),
        (
            "kind person:chad -> country",
            1,
            "which country it is cannot be told from the kind",
        ),
        (
            "kind country:TD -> person",
            1,
            "a country is not of another kind as a whole",
        ),
        (
            "country person:a -> US",
            1,
            "only a place lies in a country, and only an organisation is of one",
        ),
        ("country place:a -> UK", 1, "expected a country's code, found “UK”"),
        (
            "split person:a \"A\" -> country:QQ",
            1,
            "expected a country's key, found “country:QQ”",
        ),
        ("country place:a -> U.S.", 1, "expected a country's code, found “U.S.”"),
        (
            "drop person:a \"x\" person:b",
            1,
            "expected the end of the line, found “person:b”",
        ),
    ] {
        let read = parse(text);
        assert_eq!(read.corrections, [], "{text}");
        let found = &read.problems[0];
        assert_eq!((found.line, found.reason.as_str()), (line, reason), "{text}");
        assert!(!found.remedy.is_empty(), "{text}");
    }
    let read = parse("\u{feff}drop person:a # no person\r\n\r\nkind country:jp -> x\nmerge country:jp → country:KR");
    assert_eq!((read.lines, read.problems.len()), (vec![1, 4], 1));
}

#[test]
fn a_file_of_any_length_is_read_in_bounds() {
    let read = parse(&"drop person:a\n".repeat(MOST + 5));
    assert_eq!((read.corrections.len(), read.problems.len()), (MOST, 1));
    let read = parse(&"é".repeat(LONGEST));
    assert!(read.problems.len() == 2 && read.corrections.is_empty());
}

/// An article in which each `[text|key]` is a mention; a place's, whose slug ends in its country, is one of that too.
fn article(marked: &str) -> (Article, Analysis) {
    let mut text = String::new();
    let mut found: Vec<Found> = Vec::new();
    for (i, part) in marked.split(['[', ']']).enumerate() {
        if i % 2 == 0 {
            text.push_str(part);
            continue;
        }
        let (name, key) = part.split_once('|').unwrap();
        let start = text.len() as u32;
        text.push_str(name);
        let span = Span {
            start,
            end: text.len() as u32,
        };
        let key = EntityKey::parse(key).unwrap();
        let country = match key.kind {
            EntityKind::Place => key.slug.rsplit('-').next().and_then(CountryCode::parse),
            _ => key.as_country(),
        };
        let owed = country
            .filter(|_| key.kind == EntityKind::Place)
            .map(EntityKey::country);
        let own = if name.starts_with("the ") { How::Role } else { How::Name };
        for (key, how) in [(key, own)].into_iter().chain(owed.map(|key| (key, How::Place))) {
            let mention = Mention::new(span, how);
            match found.iter_mut().find(|f| f.entity.key == key) {
                Some(f) => f.mentions.push(mention),
                None => found.push(Found {
                    entity: Entity {
                        key,
                        name: name.into(),
                        country,
                        point: None,
                    },
                    mentions: vec![mention],
                }),
            }
        }
    }
    found.sort_by(|a, b| a.entity.key.cmp(&b.entity.key));
    let focus = found.iter().filter_map(|f| f.entity.key.as_country()).collect();
    (
        Article {
            id: "a".into(),
            text,
            ..Article::default()
        },
        Analysis {
            found,
            focus,
            ..Analysis::default()
        },
    )
}

/// What an article names after corrections: `key=name:mentions…` of each entity, then the focus.
#[track_caller]
fn check(marked: &str, file: &str, expected: &str) {
    let read = parse(file);
    assert_eq!(read.problems, []);
    let mut articles = [article(marked)];
    correct(&mut articles, &read.corrections, &World::default());
    let [(article, analysis)] = &articles;
    let mut lines: Vec<String> = Vec::new();
    for f in &analysis.found {
        let written = |m: &Mention| {
            let how = ["", "", "", "*", "~"][m.how as usize];
            format!("{how}{}", &article.text[m.span.start as usize..m.span.end as usize])
        };
        let mentions: Vec<String> = f.mentions.iter().map(written).collect();
        lines.push(format!("{}={}:{}", f.entity.key, f.entity.name, mentions.join(",")));
    }
    let focus: Vec<&str> = analysis.focus.iter().map(CountryCode::as_str).collect();
    lines.push(focus.join(","));
    assert_eq!(lines.join(" "), expected, "{file}");
}

const KIMS: &str = "[Kim|person:kim] met [Kim Yong-nam|person:kim] and [Yun|person:yun].";
const PARIS: &str = "In [Paris|place:paris-fr] and [March|place:march-fr], [French|country:FR].";

#[test]
fn a_description_goes_with_its_person_and_is_split_off_by_nothing() {
    const CHIEF: &str = "[Kim|person:kim] met [Yun|person:yun]. [the chief|person:kim] left.";
    check(
        CHIEF,
        "split person:kim \"the chief\" -> person:lee",
        "person:kim=Kim:Kim,~the chief person:yun=Yun:Yun ",
    );
    check(
        CHIEF,
        "split person:kim \"Kim\" -> person:lee",
        "person:kim=Kim:~the chief person:lee=Kim:Kim person:yun=Yun:Yun ",
    );
    check(
        CHIEF,
        "merge person:kim -> person:yun",
        "person:yun=Yun:Kim,Yun,~the chief ",
    );
    check(
        CHIEF,
        "drop person:kim \"the chief\"",
        "person:kim=Kim:Kim person:yun=Yun:Yun ",
    );
}

#[test]
fn two_are_one_and_one_is_two() {
    check(
        KIMS,
        "merge person:yun -> person:kim",
        "person:kim=Kim:Kim,Kim Yong-nam,Yun ",
    );
    check(
        KIMS,
        "split person:kim \"Kim Yong-nam\" -> person:kim-yong-nam",
        "person:kim=Kim:Kim person:kim-yong-nam=Kim Yong-nam:Kim Yong-nam person:yun=Yun:Yun ",
    );
    check(
        KIMS,
        "split person:kim \"Kim Yong-nam\" -> person:x \"K. Y.\"\nrename person:x \"KYN\"",
        "person:kim=Kim:Kim person:x=KYN:Kim Yong-nam person:yun=Yun:Yun ",
    );
    // Into one that is there.
    check(
        KIMS,
        "split person:kim \"Kim\" -> person:yun",
        "person:kim=Kim:Kim Yong-nam person:yun=Yun:Kim,Yun ",
    );
}

#[test]
fn a_place_and_a_region_of_one_slug_are_one() {
    const SEA: &str = "[Sea|region:sea] or [See|person:see] or [Bay|place:bay].";
    let one = "place:bay=Bay:Bay region:sea=Sea:Sea,See ";
    check(SEA, "split person:see \"See\" -> place:sea", one);
    check(SEA, "merge person:see -> place:sea", one);
    check(
        SEA,
        "split person:see \"See\" -> person:sea\nkind person:sea -> place",
        one,
    );
    check(
        SEA,
        "split person:see \"See\" -> region:bay",
        "place:bay=Bay:See,Bay region:sea=Sea:Sea ",
    );
    // No second one of that slug.
    check(
        SEA,
        "split region:sea \"Sea\" -> place:sea",
        "person:see=See:See place:bay=Bay:Bay region:sea=Sea:Sea ",
    );
    check(
        SEA,
        "kind region:sea -> place",
        "person:see=See:See place:bay=Bay:Bay place:sea=Sea:Sea ",
    );
}

#[test]
fn order_matters_and_cycles_repeats_and_strangers_do_no_harm() {
    let merged = "person:kim=Kim:Kim,Kim Yong-nam,Yun ";
    for file in [
        "merge person:yun -> person:kim\nmerge person:kim -> person:yun",
        "merge person:yun -> person:kim\nmerge person:yun -> person:kim",
        "merge person:nobody -> person:kim\nmerge person:yun -> person:kim\nmerge person:kim -> person:nobody",
        "merge person:kim -> person:kim\nmerge person:yun -> person:kim",
    ] {
        check(KIMS, file, merged);
    }
    // An old key means what it became.
    check(
        KIMS,
        "merge person:yun -> person:kim\nrename person:yun \"K\"",
        "person:kim=K:Kim,Kim Yong-nam,Yun ",
    );
    check(
        KIMS,
        "drop person:kim\nmerge person:kim -> person:yun",
        "person:yun=Yun:Yun ",
    );
    check(
        KIMS,
        "merge person:yun -> person:kim\nsplit person:kim \"Yun\" -> person:yun",
        "person:kim=Kim:Kim,Kim Yong-nam person:yun=Yun:Yun ",
    );
}

#[test]
fn a_kind_is_another_key_of_the_same_slug() {
    check(
        KIMS,
        "kind person:kim -> organisation\nrename person:kim \"KIM Inc.\"",
        "person:yun=Yun:Yun organisation:kim=KIM Inc.:Kim,Kim Yong-nam ",
    );
    // A place that is none owes nothing to a country.
    check(
        PARIS,
        "kind place:paris-fr -> person",
        "country:FR=Paris:*March,French person:paris-fr=Paris:Paris place:march-fr=March:March FR",
    );
}

#[test]
fn what_is_no_entity_goes_and_a_country_loses_what_the_place_owed_it() {
    check(
        PARIS,
        "drop place:march-fr",
        "country:FR=Paris:*Paris,French place:paris-fr=Paris:Paris FR",
    );
    check(
        PARIS,
        "drop place:march-fr\ndrop country:FR \"French\"\ndrop place:paris-fr \"Paris\"",
        "",
    );
    check(
        KIMS,
        "drop person:kim \"Kim\"",
        "person:kim=Kim:Kim Yong-nam person:yun=Yun:Yun ",
    );
    check(
        PARIS,
        "drop country:FR",
        "place:march-fr=March:March place:paris-fr=Paris:Paris ",
    );
}

#[test]
fn what_is_not_a_country_is_not_in_it() {
    check(
        PARIS,
        "split country:FR \"French\" -> place:french",
        "country:FR=Paris:*Paris,*March place:french=French:French place:march-fr=March:March place:paris-fr=Paris:Paris FR",
    );
}

#[test]
fn a_place_is_found_again_with_its_first_country() {
    let mut articles = [article(PARIS)];
    let point = crate::Point { lat: 48.86, lon: 2.35 };
    let is_paris = |f: &Found| f.entity.name == "Paris";
    let found = &mut articles[0].1.found;
    found
        .iter_mut()
        .filter(|f| is_paris(f))
        .for_each(|f| f.entity.point = Some(point));
    for (file, expect) in [
        ("country place:paris-fr -> US", None),
        (
            "country place:paris-fr -> US\ncountry place:paris-fr -> FR",
            Some(point),
        ),
    ] {
        let mut corrected = articles.clone();
        correct(&mut corrected, &parse(file).corrections, &World::default());
        let paris = corrected[0]
            .1
            .found
            .iter()
            .find(|f| is_paris(f) && f.entity.key.kind == EntityKind::Place);
        assert_eq!(paris.map(|f| f.entity.point), Some(expect), "{file}");
    }
}

#[test]
fn a_place_counts_for_its_right_country() {
    check(
        PARIS,
        "country place:paris-fr -> US\ndrop place:march-fr\ndrop country:FR",
        "country:US=US:*Paris place:paris-fr=Paris:Paris ",
    );
    check(
        PARIS,
        "merge country:FR -> country:BE",
        "country:FR=Paris:*Paris,*March,French place:march-fr=March:March place:paris-fr=Paris:Paris FR",
    );
    check(
        "In [Paris|place:paris-fr] and [Belgium|country:BE].",
        "merge country:FR -> country:BE\nmerge place:paris-fr -> country:BE",
        "country:BE=Belgium:Paris,Belgium BE",
    );
}
