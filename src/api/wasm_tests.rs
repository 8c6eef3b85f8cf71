//! The API as JavaScript sees it, in a real JavaScript engine: plain objects in, plain objects out.

use dateline_corpus::pack::{PackInput, Unstemmed, write};
use dateline_corpus::world::World;
use dateline_corpus::{Analysis, Article, CountryCode, Date, Entity, EntityKey, Found, How, Mention, Span};
use js_sys::{Array, JSON, JsString, Object, Reflect, Uint32Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::Corpus;

fn corpus() -> Corpus {
    let article = |id: &str, date: &str, text: &str| {
        let article = Article {
            id: id.into(),
            title: format!("On {id}"),
            outlet: "Wire".into(),
            date: Date::parse_iso(date),
            text: text.into(),
            ..Article::default()
        };
        let code = CountryCode::parse("JP").unwrap();
        let entity = Entity {
            key: EntityKey::country(code),
            name: "Japan".into(),
            country: Some(code),
            point: None,
        };
        let at = text.find("Japan").map(|at| Span {
            start: at as u32,
            end: at as u32 + 5,
        });
        let mentions = at.map(|span| Mention::new(span, How::Name)).into_iter().collect();
        (
            article,
            Analysis {
                found: vec![Found { entity, mentions }],
                ..Analysis::default()
            },
        )
    };
    let articles = [
        article("a", "2017-03-16", "Talks in Japan on missiles."),
        article("b", "2017-04-10", "A missile; no country."),
    ];
    let pack = write(&PackInput {
        title: "Test",
        articles: &articles,
        world: &World::default(),
        stemming: &Unstemmed,
        countries: &[],
    })
    .unwrap();
    Corpus::new(pack).unwrap_or_else(|_| panic!("the pack opens"))
}

fn field(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap()
}

fn parse(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

/// The ids of the hits, out of a result's lists: in a page `dateline.js` opens them, and browsers test that.
fn found(result: &JsValue) -> Vec<String> {
    let text = JsString::from(field(result, "text").as_string().unwrap());
    let numbers = field(result, "numbers").unchecked_into::<Uint32Array>().to_vec();
    let (mut at, mut next) = (0, 1);
    let hit = |_| {
        let lengths = &numbers[next..next + 5];
        let id = text.slice(at, at + lengths[0]);
        at += lengths.iter().sum::<u32>();
        // Behind the score, the pieces.
        let pieces = numbers[next + 6] as usize;
        next += 7;
        at += numbers[next..next + pieces].iter().map(|piece| piece >> 1).sum::<u32>();
        next += pieces;
        String::from(id)
    };
    (0..numbers[0]).map(hit).collect()
}

fn check(options: &str, query: &str, ids: &[&str], total: f64) {
    let result = corpus()
        .search(query, parse(options))
        .unwrap_or_else(|_| panic!("{options} is understood"));
    assert_eq!(
        (found(&result), field(&result, "total").as_f64()),
        (ids.iter().map(|i| (*i).to_owned()).collect(), Some(total))
    );
}

#[wasm_bindgen_test]
fn a_query_in_pieces_is_put_together() {
    assert_eq!(
        super::composed("\u{1109}\u{1165}\u{110b}\u{116e}\u{11af} A\u{30a}"),
        "서울 Å"
    );
}

#[wasm_bindgen_test]
fn options_are_plain_objects() {
    check("null", "missile", &["b", "a"], 2.0);
    check(r#"{"limit": 1, "sort": "oldest"}"#, "missile", &["a"], 2.0);
    check(r#"{"filters": {"country": ["jp"]}}"#, "", &["a"], 1.0);
    check(
        r#"{"filters": {"not": {"country": ["JP"]}, "from": "2017-04-01"}}"#,
        "",
        &["b"],
        1.0,
    );
    check(
        r#"{"limit": null, "filters": {"country": ["JP"], "from": null}}"#,
        "",
        &["a"],
        1.0,
    );
}

#[wasm_bindgen_test]
fn what_is_undefined_is_as_if_not_given() {
    let options = Object::new();
    Reflect::set(&options, &"filters".into(), &JsValue::UNDEFINED).unwrap();
    Reflect::set(&options, &"sort".into(), &JsValue::UNDEFINED).unwrap();
    let result = corpus()
        .search("missile", options.into())
        .unwrap_or_else(|_| panic!("a search"));
    assert_eq!(field(&result, "total").as_f64(), Some(2.0));
}

#[wasm_bindgen_test]
fn a_result_is_plain_values_and_two_lists() {
    let result = corpus()
        .search("japan ", JsValue::UNDEFINED)
        .unwrap_or_else(|_| panic!("a search"));
    assert!(field(&result, "numbers").is_instance_of::<Uint32Array>());
    let text = field(&result, "text").as_string().unwrap();
    for one in ["On a", "2017-03-16", "Talks in Japan on missiles.", "countryJPJapan"] {
        assert!(text.contains(one), "{one}: {text}");
    }
    assert_eq!(field(&result, "met").as_string().as_deref(), Some("all"));
    assert_eq!(JSON::stringify(&field(&result, "problems")).unwrap(), "[]");
}

#[wasm_bindgen_test]
fn articles_and_countries_are_there_and_mistakes_are_named() {
    let corpus = corpus();
    let article = corpus.article("a", "talks").unwrap_or_else(|_| panic!("an article"));
    assert_eq!(field(&article, "hits").as_f64(), Some(1.0));
    assert!(corpus.article("zzz", "").is_ok_and(|none| none.is_null()));
    let countries = corpus
        .countries("", JsValue::NULL)
        .unwrap_or_else(|_| panic!("countries"));
    assert_eq!(
        field(&Array::from(&countries).get(0), "code").as_string().as_deref(),
        Some("JP")
    );
    let Err(error) = corpus.search("", parse(r#"{"limt": 3}"#)) else {
        panic!("a misspelt option is an error")
    };
    let message = field(&JsValue::from(error), "message").as_string().unwrap_or_default();
    assert!(message.contains("limt"), "{message}");
    assert!(Corpus::new(b"not a pack".to_vec()).is_err());
}

/// What is wrong with a question.
fn refused(answer: Result<JsValue, wasm_bindgen::JsError>) -> String {
    let Err(error) = answer else {
        panic!("a mistake is an error")
    };
    field(&JsValue::from(error), "message").as_string().unwrap_or_default()
}

#[wasm_bindgen_test]
fn cards_lists_and_corrections_are_plain_values() {
    let mut corpus = corpus();
    let json = |answer: Result<JsValue, wasm_bindgen::JsError>| {
        let value = answer.unwrap_or_else(|_| panic!("an answer"));
        String::from(JSON::stringify(&value).unwrap())
    };
    let card = json(corpus.card("country:JP"));
    assert!(
        card.starts_with(r#"{"key":"country:JP","name":"Japan","country":"JP","point":null,"names":[["Japan",1]]"#),
        "{card}"
    );
    let line = r#""lines":[{"id":"a","title":"On a","outlet":"Wire","date":"2017-03-16","pieces":[{"text":"Talks in ","match":false},{"text":"Japan","match":true},{"text":" on missiles.","match":false}],"how":"name","key":"country:JP","name":"Japan","doubt":null,"at":9}]}"#;
    for options in [r#"{"query": "talks"}"#, r#"{"called": "Japan", "limit": 1}"#] {
        let mentions = json(corpus.mentions("country:JP", parse(options)));
        assert_eq!(
            mentions,
            [r#"{"key":"country:JP","name":"Japan","mentions":1,"articles":1,"#, line].concat()
        );
    }
    let with = |key: &str| corpus.mentions("country:JP", parse(&format!(r#"{{"with": "{key}"}}"#)));
    let both = json(with("country:JP"));
    assert!(
        both.starts_with(r#"{"key":null,"name":"Japan and Japan","mentions":1,"articles":1,"#),
        "{both}"
    );
    assert_eq!(json(with("person:x")), "null");
    assert!(refused(with("Japan")).contains("found \"Japan\""));
    let none = json(corpus.quotations("country:JP", parse(r#"{"about": true}"#)));
    assert_eq!(
        none,
        r#"{"key":"country:JP","name":"Japan","mentions":0,"articles":0,"lines":[]}"#
    );
    assert_eq!(json(corpus.card("person:x")), "null");
    assert!(refused(corpus.card("Japan")).contains("found \"Japan\""));
    assert!(refused(corpus.quotations("country:JP", parse(r#"{"called": "x"}"#))).contains("called"));
    assert!(refused(corpus.mentions("country:JP", parse(r#"{"called": "x", "query": "y"}"#))).contains("whole corpus"));
    let both_and_called = parse(r#"{"called": "x", "with": "person:x"}"#);
    assert!(refused(corpus.mentions("country:JP", both_and_called)).contains("whole corpus"));
    assert!(corpus.correct("drop country:JP\nnonsense").is_ok());
    assert_eq!(json(corpus.card("country:JP")), "null");
    assert_eq!(
        json(corpus.corrections()),
        r#"[{"line":"drop country:JP","was":"Japan","says":"is not an entity","is":"","built":false,"idle":"","article":"","about":"country:JP","here":null}]"#
    );
    assert!(corpus.correct("").is_ok());
    assert_eq!(json(corpus.card("country:JP")), card);
}

#[wasm_bindgen_test]
fn suggestions_are_plain_values() {
    let found = corpus()
        .suggest("japa", parse(r#"{"limit": 1}"#))
        .unwrap_or_else(|_| panic!("suggestions"));
    assert_eq!(
        JSON::stringify(&found).unwrap(),
        r#"{"terms":[{"text":"Japan","query":"Japan ","articles":1}],"titles":[],"entities":[{"group":"country","key":"JP","name":"Japan","articles":1}]}"#
    );
    let titles = corpus()
        .suggest("o", JsValue::UNDEFINED)
        .unwrap_or_else(|_| panic!("suggestions"));
    let first = Array::from(&field(&titles, "titles")).get(0);
    assert_eq!(
        JSON::stringify(&first).unwrap(),
        r#"{"id":"b","title":[{"text":"On","match":true},{"text":" b","match":false}],"outlet":"Wire","date":"2017-04-10"}"#
    );
    assert!(corpus().suggest("o", parse(r#"{"limits": 1}"#)).is_err());
}
