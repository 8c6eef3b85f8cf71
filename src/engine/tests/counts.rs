//! Filters narrow, and every count is the count of what it says.

use dateline_corpus::{Date, EntityKey, EntityKind, Filters, Group, Pick};
use proptest::prelude::*;

use super::{ask, engine, explore, ids, pick, sample, without};
use crate::question::{Explore, Quoting, Scope};
use crate::view::View;

fn counts(view: &View, group: Group) -> String {
    let facet = view.facets.iter().find(|f| f.group == group).unwrap();
    facet
        .values
        .iter()
        .map(|v| format!("{}:{}/{}", v.key, v.articles, v.mentions))
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn or_within_a_group_and_across_groups_exclusion_over_both() {
    let (country, person, outlet) = (Group::Country, Group::Person, Group::Outlet);
    for (picks, expect) in [
        (vec![pick(country, "JP")], "b a"),
        (vec![pick(country, "JP"), pick(country, "KR")], "c b a"),
        (vec![pick(country, "JP"), pick(person, "kishida")], "a"),
        (vec![without(person, "tillerson")], "c a"),
        (vec![pick(country, "KR"), without(outlet, "TASS")], "c"),
        (vec![pick(outlet, "")], "c"),
        (vec![pick(person, "nobody")], ""),
    ] {
        let view = explore("", &picks);
        assert_eq!(ids(&view), expect, "{picks:?}");
        assert_eq!(view.picked.len(), picks.len());
    }
}

#[test]
fn a_group_is_counted_without_its_own_picks_and_under_all_others() {
    let view = explore("", &[pick(Group::Country, "KR"), pick(Group::Outlet, "TASS")]);
    assert_eq!(
        counts(&view, Group::Country),
        "KR:1/1 JP:1/2",
        "picked first, under the outlet"
    );
    assert_eq!(counts(&view, Group::Outlet), "TASS:1/0 :1/0", "under the country");
    assert_eq!(counts(&view, Group::Person), "kishida:1/1");
    let left_out = explore("", &[without(Group::Country, "KR")]);
    assert_eq!(
        counts(&left_out, Group::Country),
        "KR:2/2 JP:1/1",
        "an excluded value says how many it leaves out"
    );
}

#[test]
fn dates_narrow_and_leave_undated_articles_out_but_not_the_timeline() {
    let engine = engine(&sample());
    let filters = Filters {
        from: Date::parse_iso("2017-03-17"),
        to: None,
        picks: Vec::new(),
    };
    let view = engine
        .explore(&Explore {
            scope: Scope {
                query: String::new(),
                filters,
            },
            ..ask("", &[])
        })
        .unwrap();
    assert_eq!(ids(&view), "c b");
    assert_eq!((view.timeline.days.len(), view.timeline.undated), (3, 1));
}

#[test]
fn a_value_is_found_within_its_group_and_a_limit_keeps_the_picked() {
    let mut ask = ask("", &[pick(Group::Person, "tillerson")]);
    ask.facets.retain(|f| f.group == Group::Person);
    ask.facets[0].limit = 0;
    let view = engine(&sample()).explore(&ask).unwrap();
    assert_eq!(
        (counts(&view, Group::Person).as_str(), view.facets[0].total),
        ("tillerson:2/2", 2)
    );
    ask.facets[0].find = "kis".into();
    ask.facets[0].limit = 5;
    assert_eq!(
        counts(&engine(&sample()).explore(&ask).unwrap(), Group::Person),
        "kishida:3/3"
    );
}

proptest! {
    /// Whatever is asked: picking a facet value gives as many articles as its count said, the map agrees with the
    /// facet, and the list of sentences is as long as the count of mentions.
    #[test]
    fn every_count_on_a_card_is_the_length_of_its_list(which in 0usize..5, query in "|missile", limit in 0u32..4) {
        let keys = ["person:kishida", "person:tillerson", "country:JP", "country:KR", "place:tokyo"];
        let key = EntityKey::parse(keys[which]).unwrap();
        let engine = engine(&sample());
        let card = engine.card(&key).unwrap().unwrap();
        let whole = Scope::default();
        let mentions = engine.sentences(&whole, &key, 0, 1000).unwrap().unwrap().mentions;
        prop_assert_eq!((card.names.iter().map(|n| n.1).sum::<u32>(), card.mentions), (mentions, mentions));
        for (called, times) in &card.names {
            let list = |offset, limit| engine.mentions_called(&key, called, offset, limit).unwrap().unwrap();
            let all = list(0, 1000);
            prop_assert_eq!((all.mentions, all.lines.len() as u32), (*times, *times));
            let page = list(limit, limit);
            prop_assert!(page.lines.iter().eq(all.lines.iter().skip(limit as usize).take(limit as usize)));
        }
        let days = card.timeline.days.iter();
        for (day, count) in days.clone() {
            let filters = Filters { from: Some(*day), to: Some(*day), ..Filters::default() };
            let scope = Scope { filters, ..Scope::default() };
            prop_assert_eq!(engine.sentences(&scope, &key, 0, 1000).unwrap().unwrap().mentions, *count);
        }
        prop_assert_eq!(days.map(|d| d.1).sum::<u32>() + card.timeline.undated, mentions);
        for companion in card.companions.iter().chain(&card.places) {
            let field = |key: &EntityKey| format!("{}:{}", key.kind.word(), key.slug);
            let scope = Scope { query: format!("{} {}", field(&key), field(&companion.key)), ..Scope::default() };
            let narrowed = engine.explore(&Explore { scope, ..Explore::default() }).unwrap();
            prop_assert_eq!(narrowed.total, companion.articles);
            let list = |offset, limit| engine.mentions_together(&whole, [&key, &companion.key], offset, limit).unwrap().unwrap();
            let all = list(0, 1000);
            prop_assert_eq!(all.articles, companion.articles);
            prop_assert_eq!(all.mentions as usize, all.lines.len());
            let mut named: Vec<_> = all.lines.iter().map(|line| (line.id.as_str(), line.key.as_ref())).collect();
            named.sort_by_key(|one| (one.0, one.1 == Some(&key)));
            named.dedup();
            prop_assert_eq!(named.len() as u32, 2 * companion.articles, "each of both in each article");
            let page = list(limit, limit);
            prop_assert!(page.lines.iter().eq(all.lines.iter().skip(limit as usize).take(limit as usize)));
        }
        let undated = Scope { query: "on:none".into(), ..Scope::default() };
        let undated = engine.sentences(&undated, &key, 0, 1000).unwrap().unwrap();
        prop_assert_eq!(undated.lines.len() as u32, card.timeline.undated);
        prop_assert!(undated.lines.iter().all(|line| line.date.is_none()));
        for (quoted, quoting) in [(card.said, Quoting::By), (card.told, Quoting::About)] {
            let list = |scope: &Scope, offset, limit| engine.quotations(scope, &key, quoting, offset, limit).unwrap().unwrap();
            let all = list(&whole, 0, 1000);
            prop_assert_eq!((all.lines.len() as u32, all.mentions), (quoted.mentions, quoted.mentions));
            // Page by page it is the same list.
            let page = list(&whole, limit, limit);
            let expected = all.lines.iter().skip(limit as usize).take(limit as usize);
            prop_assert!(page.lines.iter().eq(expected));
            let scope = Scope { query: query.clone(), ..Scope::default() };
            let narrowed = list(&scope, 0, 1000);
            prop_assert_eq!(narrowed.lines.len() as u32, narrowed.mentions);
        }
    }

    #[test]
    fn every_count_is_the_length_of_its_list(query in "|missile|new|kishida ", picks in prop::collection::vec((0usize..6, any::<bool>()), 0..3)) {
        let all = [(Group::Country, "JP"), (Group::Country, "KR"), (Group::Person, "kishida"), (Group::Person, "tillerson"), (Group::Place, "tokyo"), (Group::Outlet, "TASS")];
        let picks: Vec<Pick> = picks.iter().map(|(i, exclude)| Pick { group: all[*i].0, key: all[*i].1.into(), exclude: *exclude }).collect();
        let mut filters = Filters::default();
        picks.into_iter().for_each(|p| if filters.standing(p.group, &p.key).is_none() { filters.toggle(p) });
        let engine = engine(&sample());
        let view = engine.explore(&ask(&query, &filters.picks)).unwrap();
        for facet in &view.facets {
            for value in &facet.values {
                if let (Some(kind), true) = (EntityKind::from_word(facet.group.word()), facet.group != Group::Outlet) {
                    // Whatever is picked or left out in the value's own group.
                    let key = EntityKey::new(kind, value.key.clone());
                    let scope = Scope { query: query.clone(), filters: filters.clone() };
                    let list = engine.sentences(&scope, &key, 0, 1000).unwrap().unwrap();
                    prop_assert_eq!((list.lines.len() as u32, list.mentions, list.articles), (value.mentions, value.mentions, value.articles));
                }
                if value.standing == Some(true) {
                    continue;
                }
                let mut only = filters.clone();
                only.picks.retain(|p| p.group != facet.group || p.exclude);
                only.toggle(pick(facet.group, &value.key));
                let narrowed = engine.explore(&ask(&query, &only.picks)).unwrap();
                prop_assert_eq!(narrowed.total, value.articles);
                if let (Some(kind), true) = (EntityKind::from_word(facet.group.word()), facet.group != Group::Outlet) {
                    let key = EntityKey::new(kind, value.key.clone());
                    let scope = Scope { query: query.clone(), filters: only };
                    let list = engine.sentences(&scope, &key, 0, 1000).unwrap().unwrap();
                    prop_assert_eq!((list.lines.len() as u32, list.mentions, list.articles), (value.mentions, value.mentions, value.articles));
                }
            }
        }
        let scope = Scope { query, filters };
        let doubts = engine.doubts(&scope, None, 0, 1000).unwrap();
        prop_assert_eq!((doubts.mentions, doubts.lines.len() as u32), (view.doubts, view.doubts));
        // Each entity's come together, and the list goes on where a shorter one ended.
        let groups: Vec<_> = doubts.lines.chunk_by(|a, b| a.key == b.key).collect();
        let lengths: Vec<u32> = groups.iter().map(|group| group.len() as u32).collect();
        prop_assert_eq!(&lengths, &doubts.groups);
        let rest = engine.doubts(&scope, None, 1, 1000).unwrap();
        prop_assert_eq!(&rest.lines[..], doubts.lines.get(1..).unwrap_or_default());
        for group in groups {
            let key = group[0].key.as_ref().unwrap();
            let own = engine.doubts(&Scope::default(), Some(key), 0, 1000).unwrap();
            prop_assert_eq!(own.mentions, engine.card(key).unwrap().unwrap().doubts);
            prop_assert!(own.mentions >= group.len() as u32);
        }
        let both = engine.together(&scope, &EntityKind::ALL, 100).unwrap();
        prop_assert_eq!(both.articles, view.total);
        for pair in &both.pairs {
            let fields = [pair.members.0, pair.members.1].map(|at| {
                let key = &both.members[at as usize].key;
                format!("{}:={}", key.kind.word().replace("organisation", "org"), key.slug)
            });
            let (query, filters) = (format!("{} {}", scope.query, fields.join(" ")), scope.filters.clone());
            let narrowed = engine.explore(&Explore { scope: Scope { query, filters }, ..Explore::default() }).unwrap();
            prop_assert_eq!(narrowed.total, pair.articles);
        }
        for p in &view.places {
            let facet = &view.facets[3].values;
            prop_assert!(facet.iter().any(|v| v.key == p.key.slug && (v.articles, v.mentions) == (p.articles, p.mentions) || v.standing == Some(true)));
        }
        for c in &view.countries {
            let facet = &view.facets[0].values;
            prop_assert!(facet.iter().any(|v| v.key == c.code.as_str() && (v.articles, v.mentions) == (c.articles, c.mentions) || v.standing == Some(true)));
        }
    }
}
