//! The engine's answers over small corpora, against what a plain scan of the same articles says.

mod corrections;
mod counts;
mod forged;
mod parts;
mod reading;
mod readings;
mod searching;
mod settled;

use dateline_corpus::pack::{PackInput, Plurals, write};
use dateline_corpus::world::World;
use dateline_corpus::{
    Analysis, Article, CountryCode, Date, Doubt, Entity, EntityKey, EntityKind, Filters, Found, Group, How, Mention,
    Pick, Quotation, Span, Speaker,
};

use crate::Engine;
use crate::question::{Explore, FacetAsk, Scope};
use crate::view::{Run, View};

/// An article in which every `[word]` of the text is a mention: upper-case words of two letters are countries,
/// other capitalised words people, lower-case words places, which are doubtful. What stands in “ ” is said by the person named last
/// before it.
pub(crate) fn article(id: &str, date: &str, outlet: &str, title: &str, marked: &str) -> (Article, Analysis) {
    let mut text = String::new();
    let mut found: Vec<Found> = Vec::new();
    for (i, part) in marked.split(['[', ']']).enumerate() {
        let start = text.len() as u32;
        text.push_str(part);
        if i % 2 == 1 {
            let country = (part.len() == 2).then(|| CountryCode::parse(part)).flatten();
            let key = match country {
                Some(code) => EntityKey::country(code),
                None if part.starts_with(char::is_uppercase) => EntityKey::new(EntityKind::Person, part.to_lowercase()),
                None => EntityKey::new(EntityKind::Place, part),
            };
            let span = Span {
                start,
                end: text.len() as u32,
            };
            let mention = Mention {
                doubt: (key.kind == EntityKind::Place).then_some(Doubt::Namesake),
                ..Mention::new(span, How::Name)
            };
            match found.iter_mut().find(|f| f.entity.key == key) {
                Some(f) => f.mentions.push(mention),
                None => {
                    let entity = Entity {
                        key,
                        name: part.to_owned(),
                        country,
                        point: None,
                    };
                    found.push(Found {
                        entity,
                        mentions: vec![mention],
                    });
                }
            }
        }
    }
    found.sort_by(|a, b| a.entity.key.cmp(&b.entity.key));
    let quoted = text.match_indices('“').map(|(at, mark)| (at + mark.len()) as u32);
    let quotations = quoted.map(|start| {
        let people = found.iter().filter(|f| f.entity.key.kind == EntityKind::Person);
        let named = people.flat_map(|f| f.mentions.iter().map(|m| (m.span, f.entity.key.clone())));
        let speaker = named.filter(|(span, _)| span.end < start).max();
        Quotation {
            span: Span {
                start,
                end: start + text[start as usize..].find('”').unwrap() as u32,
            },
            whole: false,
            speaker: speaker.map(|(span, key)| Speaker { key: Some(key), span }),
            verb: None,
        }
    });
    let quotations = quotations.collect();
    let article = Article {
        id: id.into(),
        title: title.into(),
        outlet: outlet.into(),
        date: Date::parse_iso(date),
        text,
        ..Article::default()
    };
    (
        article,
        Analysis {
            found,
            quotations,
            ..Analysis::default()
        },
    )
}

pub(crate) fn engine(articles: &[(Article, Analysis)]) -> Engine {
    Engine::open(pack(articles)).unwrap()
}

/// A pack of articles, whose words have the forms with and without a last s.
pub(crate) fn pack(articles: &[(Article, Analysis)]) -> Vec<u8> {
    write(&PackInput {
        title: "Test",
        articles,
        world: &World::default(),
        stemming: &Plurals,
        countries: &[],
    })
    .unwrap()
}

/// Gives entities other names than they are called in the articles.
pub(crate) fn rename(articles: &mut [(Article, Analysis)], names: &[(&str, &str)]) {
    for found in articles.iter_mut().flat_map(|(_, analysis)| &mut analysis.found) {
        let own = &mut found.entity.name;
        if let Some((_, name)) = names.iter().find(|(called, _)| called == own) {
            *own = (*name).to_owned();
        }
    }
}

/// A pack whose entities are called otherwise in its articles than they are named.
pub(crate) fn aliased() -> Vec<u8> {
    let mut articles = [
        article("a", "2020-01-03", "", "", "[Baker] met the [Fund] in [GB]."),
        article("b", "2020-01-02", "", "", "[Jim-baker] spoke."),
        article("c", "2020-01-01", "", "", "[Fund] and [US]."),
    ];
    rename(
        &mut articles,
        &[
            ("Fund", "International Monetary Association"),
            ("Jim-baker", "Jim Baker"),
            ("GB", "United Kingdom"),
        ],
    );
    let countries = [("GB", "Britain"), ("US", "USA"), ("JP", "Nippon")];
    let countries = countries.map(|(code, name)| (CountryCode::parse(code).unwrap(), name));
    write(&PackInput {
        title: "Test",
        articles: &articles,
        world: &World::default(),
        stemming: &Plurals,
        countries: &countries,
    })
    .unwrap()
}

/// The words of an engine over a whole pack.
pub(crate) fn words(engine: &Engine) -> &dateline_corpus::pack::Words {
    match &engine.store.base {
        crate::store::Store::Whole(whole) => whole.pack.words(),
        crate::store::Store::Parts(_) => panic!("a whole pack"),
    }
}

/// A text as it is read from a pack, and the units of a query over a corpus of nothing else.
pub(crate) fn read_with(text: &str, query: &str) -> (dateline_corpus::pack::ReadText, Vec<crate::unit::Unit>) {
    let article = Article {
        id: "a".into(),
        text: text.into(),
        ..Article::default()
    };
    let engine = engine(&[(article, Analysis::default())]);
    let texts = engine.store.texts(&engine.store.article(0).unwrap()).unwrap();
    let units = engine.units(&crate::query::read(query));
    (texts.body, units)
}

/// The terms of a text.
pub(crate) fn words_of(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    dateline_corpus::text::Tokenizer::new(text).for_each(|t| words.push(t.term.to_owned()));
    words
}

pub(crate) fn sample() -> Vec<(Article, Analysis)> {
    vec![
        article(
            "a",
            "2017-03-16",
            "TASS",
            "A new approach",
            "[Kishida] spoke in [tokyo]. “[JP] and [JP] and [KR].”",
        ),
        article(
            "b",
            "2017-03-17",
            "Reuters",
            "Missiles",
            "The new missile, “an old approach”. [Tillerson] left [JP].",
        ),
        article(
            "c",
            "2017-04-10",
            "",
            "",
            "Nobody here names [KR] but [Kishida]. A missile fell.",
        ),
        article(
            "d",
            "",
            "TASS",
            "Undated missiles",
            "Nothing. [Tillerson] and “[Kishida] in [tokyo]”.",
        ),
    ]
}

/// Titles and names in scripts written without spaces.
pub(crate) fn unspaced() -> Vec<(Article, Analysis)> {
    vec![
        article(
            "a",
            "2020-01-03",
            "",
            "中国外交部",
            "[中国外交部]说。 [王毅外交官] 来了。",
        ),
        article("b", "2020-01-02", "", "外国", "[中国外交部]和[交部]。"),
        article("c", "2020-01-01", "", "외교부 회담", "[외교부장관]은 말했다. 중국 외교"),
    ]
}

pub(crate) fn pick(group: Group, key: &str) -> Pick {
    Pick {
        group,
        key: key.into(),
        exclude: false,
    }
}

fn without(group: Group, key: &str) -> Pick {
    Pick {
        group,
        key: key.into(),
        exclude: true,
    }
}

pub(crate) fn ask(query: &str, picks: &[Pick]) -> Explore {
    let facets = Group::ALL
        .map(|group| FacetAsk {
            group,
            limit: 100,
            find: String::new(),
        })
        .to_vec();
    let filters = Filters {
        picks: picks.to_vec(),
        ..Filters::default()
    };
    Explore {
        scope: Scope {
            query: query.into(),
            filters,
        },
        limit: 50,
        facets,
        overview: true,
        ..Explore::default()
    }
}

fn explore(query: &str, picks: &[Pick]) -> View {
    engine(&sample()).explore(&ask(query, picks)).unwrap()
}

fn ids(view: &View) -> String {
    view.hits.iter().map(|h| h.id.as_str()).collect::<Vec<_>>().join(" ")
}

fn text_of(runs: &[Run]) -> String {
    runs.iter().map(|r| r.text.as_str()).collect()
}
