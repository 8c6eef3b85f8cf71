//! Reading an article: its text, its matches, its mentions, its card.

use dateline_corpus::{EntityKey, Filters, Group};
use dateline_engine::view::{ArticleView, Run};
use dateline_tests::browser::{Host, Page, browse};

use crate::common::{counted, expect_list, filters, joined, listed, open, pick, title_words, truth};

fn text(runs: &[Run]) -> String {
    joined(&runs.iter().map(|run| run.text.as_str()).collect::<String>())
}

/// Opens the article of the first hit of a query, by a click in the list.
#[track_caller]
fn read(page: &Page<'_>, query: &str) -> (Host, ArticleView) {
    let host = open(page, "");
    if !query.is_empty() {
        page.search(query);
        expect_list(page, query, &truth().explore(query, Filters::default()));
    }
    let id = listed(page).remove(0);
    page.click(".results .hit-link");
    page.wait_for("#article-title");
    // The text may be drawn a moment after its title; every article of the corpus names something.
    page.wait_for(".article-text a.mention");
    let article = truth().article(&id, query);
    (host, article)
}

/// A query with several matches in the body of its first hit.
fn query() -> String {
    let several = |word: &String| {
        let view = truth().explore(word, Filters::default());
        view.hits
            .first()
            .is_some_and(|hit| truth().article(&hit.id, word).hits > 2)
    };
    title_words()
        .into_iter()
        .find(several)
        .expect("a title word that its article repeats")
}

#[test]
fn an_article_shows_all_its_text_and_where_it_comes_from() {
    browse(|page| {
        for hit in truth().all().hits {
            let article = truth().article(&hit.id, "");
            let _host = open(page, &format!("article={}", hit.id));
            page.wait_text("#article-title", &text(&article.title));
            let paragraphs: Vec<String> = article.paragraphs.iter().map(|p| text(p)).collect();
            assert_eq!(page.texts(".article-text > p"), paragraphs);
            let head = page.text(".article-head");
            assert!(
                head.contains(&article.outlet) && head.contains(&article.byline),
                "{head}"
            );
            assert_eq!(
                page.attributes(".article-head time", "datetime"),
                article.date.iter().map(ToString::to_string).collect::<Vec<_>>()
            );
            assert!(
                page.text(".colophon").contains(&joined(&article.source)),
                "{}",
                page.text(".colophon")
            );
            assert!(
                page.eval("document.title")
                    .as_str()
                    .is_some_and(|t| t.starts_with(&text(&article.title)[..10]))
            );
        }
    });
}

#[test]
fn matches_are_marked_and_next_and_previous_go_round_them() {
    browse(|page| {
        let (_host, article) = read(page, &query());
        let marked = |page: &Page<'_>| {
            page.eval("new Set([...document.querySelectorAll('.reader mark')].map(m => m.dataset.hit)).size")
                .as_u64()
        };
        assert_eq!(marked(page), Some(u64::from(article.hits)));
        page.click("[aria-label='Next match']");
        page.wait_text(".matches .position", &format!("1 of {}", article.hits));
        page.type_text("n");
        page.wait_text(".matches .position", &format!("2 of {}", article.hits));
        page.wait("the match in view", "(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector('mark.current').getBoundingClientRect())");
        assert_eq!(
            page.attributes("mark.current", "data-hit").first().map(String::as_str),
            Some("1")
        );
        page.type_text("pp");
        page.wait_text(".matches .position", &format!("{0} of {0}", article.hits));
    });
}

#[test]
fn each_kind_of_mark_can_be_switched_off_and_on() {
    browse(|page| {
        let (_host, article) = read(page, &query());
        let kinds: Vec<&str> = ["person", "organisation", "country", "place"]
            .into_iter()
            .filter(|kind| page.has(&format!(".article-text .of-{kind}")))
            .collect();
        assert!(!kinds.is_empty(), "{} names someone", article.id);
        for kind in kinds {
            let before = page.count(&format!(".article-text .of-{kind}"));
            page.click(&format!(".switches label:has(.of-{kind})"));
            page.wait_gone(&format!(".article-text .of-{kind}"));
            page.click(&format!(".switches label:has(.of-{kind})"));
            page.wait(
                "the marks again",
                &format!("document.querySelectorAll('.article-text .of-{kind}').length === {before}"),
            );
        }
        page.click(".switches label:has(.match)");
        page.wait_gone(".article-text mark");
    });
}

#[test]
fn a_mention_opens_the_card_of_what_it_names_and_the_card_filters() {
    browse(|page| {
        let (_host, _) = read(page, "");
        let key = page.attributes(".article-text a.mention", "data-key").remove(0);
        page.click(".article-text a.mention");
        page.wait_for("[role=dialog]");
        let key = EntityKey::parse(&key).expect("a mention carries a key");
        let card = truth().card(&key);
        assert_eq!(page.text("#panel-title"), joined(&card.name));
        let names = page.texts("[aria-labelledby=card-names] li");
        let wanted: Vec<String> = card
            .names
            .iter()
            .take(20)
            .map(|(name, n)| format!("{}{n}×", joined(name)))
            .collect();
        assert_eq!(
            names.iter().map(|n| n.replace(' ', "")).collect::<Vec<_>>(),
            wanted.iter().map(|n| n.replace(' ', "")).collect::<Vec<_>>()
        );
        assert_eq!(
            page.count("[aria-labelledby=card-articles] .hit"),
            card.articles.len().min(20)
        );
        page.click_text("[role=dialog] button", &counted(card.mentions, "mention"));
        page.wait_for("[role=dialog] .sentences");
        assert_eq!(
            page.count("[role=dialog] .sentences li"),
            card.mentions.min(100) as usize
        );
        page.click("[role=dialog] .close");
        page.wait_for("[aria-labelledby=card-names]");
        page.click_text("[role=dialog] button", "Filter by this");
        expect_list(
            page,
            "",
            &truth().explore("", filters([pick(Group::of(key.kind), &key.slug)])),
        );
    });
}

#[test]
fn beside_the_text_stand_its_map_its_names_and_related_articles() {
    browse(|page| {
        let (_host, article) = read(page, "");
        page.wait_for(".mini-map svg");
        let label = page.attributes(".mini-map svg", "aria-label").join("");
        for country in &article.countries {
            assert!(label.contains(&country.name), "{} in {label}", country.name);
        }
        let names = page.texts("[aria-labelledby=side-names] .tally-name");
        for entity in article.entities.iter().take(5) {
            assert!(names.contains(&joined(&entity.name)), "{} in {names:?}", entity.name);
        }
        let related: Vec<String> = article.related.iter().map(|hit| hit.id.clone()).collect();
        assert_eq!(
            page.attributes("[aria-labelledby=side-related] .hit-link", "data-id"),
            related
        );
        if let Some(first) = related.first() {
            page.click("[aria-labelledby=side-related] .hit-link");
            page.wait_text("#article-title", &text(&truth().article(first, "").title));
        }
    });
}

#[test]
fn a_count_beside_a_name_goes_to_its_mentions_in_the_text() {
    browse(|page| {
        let (_host, article) = read(page, "");
        // A country also where it is named by a place in it or within the name of a body.
        for (i, entity) in article.entities.iter().enumerate() {
            let marks = page.count(&format!(".article-text [data-entity~='{i}']"));
            assert_eq!(marks, entity.mentions as usize, "marks of {}", entity.name);
        }
        page.click("[aria-labelledby=side-names] .mentions-count");
        page.wait(
            "the focus on a mention in view",
            "(e => e?.matches('.article-text a.mention') \
            && (r => r.top >= 0 && r.bottom <= innerHeight)(e.getBoundingClientRect()))(document.activeElement)",
        );
    });
}

#[test]
fn neighbours_in_the_list_are_a_click_away() {
    browse(|page| {
        let (_host, _) = read(page, "");
        let hits = truth().all().hits;
        assert!(
            page.text(".among").starts_with(&format!("1 of {}", hits.len())),
            "{}",
            page.text(".among")
        );
        page.click("[aria-label='Next result']");
        page.wait_text("#article-title", &text(&truth().article(&hits[1].id, "").title));
        page.click("[aria-label='Previous result']");
        page.wait_text("#article-title", &text(&truth().article(&hits[0].id, "").title));
    });
}

#[test]
fn an_article_that_is_not_here_is_said_with_a_way_back() {
    browse(|page| {
        let _host = open(page, "article=no-such-article");
        page.wait_for(".missing");
        assert!(page.text("#article-title").contains("not here"));
        page.click(".missing button");
        expect_list(page, "", &truth().all());
    });
}

#[test]
fn an_article_is_never_drawn_under_the_address_of_another() {
    browse(|page| {
        let (_host, first) = read(page, "");
        page.click(".reader-bar .back");
        page.wait_for(".results .hits");
        let second = truth().all().hits.remove(1);
        page.call(
            "window.drawn = new Set(); new MutationObserver(() => { const t = document.querySelector('#article-title'); \
             if (t && location.hash.includes(arguments[0])) drawn.add(t.textContent.replace(/\\s+/g, ' ').trim()) })\
             .observe(document.body, { childList: true, subtree: true, characterData: true })"
                .replace("arguments[0]", &serde_json::json!(second.id).to_string())
                .as_str(),
            vec![],
        );
        page.click(&format!(".results .hit-link[data-id={}]", serde_json::json!(second.id)));
        let title = text(&truth().article(&second.id, "").title);
        page.wait_text("#article-title", &title);
        assert_eq!(
            page.eval("[...drawn]"),
            serde_json::json!([title]),
            "after {}",
            first.id
        );
    });
}
