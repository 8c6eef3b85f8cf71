//! Every view of the page, by its address: what is pictured, and what is checked view by view.

use dateline_corpus::{EntityKey, Filters, Group};

use crate::truth::Truth;

/// A view.
#[derive(Clone, Debug)]
pub struct View {
    /// What it is, fit for a file's name.
    pub name: &'static str,
    /// Its address's fragment, without `#`.
    pub fragment: String,
    /// A CSS selector of what is there once it is drawn.
    pub shows: &'static str,
}

/// All views of a site with some articles: each has its own parts, and together they have every part.
pub fn views(truth: &Truth) -> Vec<View> {
    let all = truth.all();
    let first = |group: Group| {
        let values = all
            .facets
            .iter()
            .find(|f| f.group == group)
            .map_or(&[][..], |f| f.values.as_slice());
        values.first().map(|v| v.key.clone()).unwrap_or_default()
    };
    let (country, person) = (first(Group::Country), first(Group::Person));
    let names = EntityKey::parse(&format!("country:{country}")).map_or(Vec::new(), |key| truth.card(&key).names);
    // In an address spaces are coded; other names of countries need nothing.
    let called = names
        .first()
        .map_or(String::new(), |(name, _)| name.replace(' ', "%20"));
    let article = all.hits.first().map(|hit| hit.id.clone()).unwrap_or_default();
    // A word with matches in the article's text, to have some marked.
    let title: String = all
        .hits
        .first()
        .map(|hit| hit.title.iter().map(|p| p.text.as_str()).collect())
        .unwrap_or_default();
    let words = title
        .split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| word.len() > 4)
        .map(str::to_lowercase);
    let word = words
        .max_by_key(|word| truth.article(&article, word).hits.min(20))
        .filter(|word| truth.explore(word, Filters::default()).total > 0)
        .unwrap_or_default();
    let view = |name, fragment: String, shows| View { name, fragment, shows };
    vec![
        view("explore", String::new(), ".results .hits"),
        view("search", format!("q={word}"), ".results mark"),
        view(
            "filters",
            format!("q={word}&country={country}&person=-nobody&from=1990-01-01"),
            ".chips",
        ),
        view("nothing", "q=zqxjvkw&country=AQ".into(), ".empty"),
        view("table", "view=table&map=mentions".into(), ".map-table"),
        view("reader", format!("q={word}&article={article}"), ".mini-map svg"),
        view("corrections", "panel=corrections".into(), "[role=dialog] .import"),
        view(
            "card",
            format!("article={article}&card=person:{person}"),
            "[role=dialog] .tally",
        ),
        view("country", format!("card=country:{country}"), "[role=dialog] .tally"),
        view(
            "mentions",
            format!("all-sentences=country:{country}"),
            "[role=dialog] .sentences",
        ),
        view(
            "said",
            format!("card=person:{person}&said-by=person:{person}"),
            "[role=dialog] .quotation",
        ),
        view(
            "called",
            format!("card=country:{country}&called=country:{country},{called}"),
            "[role=dialog] .sentences",
        ),
        view("doubts", "review=doubts".into(), "[role=dialog] .sentences"),
        view("together", "view=together".into(), ".pairs tbody tr"),
        view(
            "both",
            format!("all-sentences=country:{country},person:{person}"),
            "[role=dialog] .sentences",
        ),
        view("missing", "article=no-such-article".into(), ".missing"),
    ]
}
