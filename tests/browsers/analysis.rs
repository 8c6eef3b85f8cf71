//! The analysis in a page that is not ours: `analysis.js` and what lies beside it, nothing else.

use dateline_analysis::json::Report;
use dateline_builder::build;
use dateline_builder::progress::Silent;
use dateline_builder::read;
use dateline_corpus::{Article, Date};
use dateline_tests::browser::{Host, Page, Site, browse};
use dateline_tests::project;
use serde_json::{Value, json};

use crate::common::Declarations;

/// Its clock goes on by 40 ms whenever it is looked at: others have their turn after every article.
const PLAIN: &str = "<!doctype html><html lang=en><head><meta charset=utf-8><title>Plain</title>\
    <script>{ let now = 0; performance.now = () => (now += 40) }</script>\
    <script type=module>import { analyze } from './analysis.js'; window.analyze = analyze; document.title = 'ready'\
    </script></head><body></body></html>";

/// Analyses what it is told, as a worker.
const WORKER: &str = "import { analyze } from './analysis.js';\n\
    onmessage = async ({ data }) => postMessage(await analyze(data));\n";

#[track_caller]
fn plain_page(page: &Page<'_>) -> Host {
    let folder = project::dist().join("analysis");
    assert!(
        folder.is_dir(),
        "{} is not there: run `cargo xtask dist`",
        folder.display()
    );
    let host = Site::of(folder)
        .with("plain.html", PLAIN)
        .with("worker.js", WORKER)
        .open();
    page.goto(&host.url("plain.html"));
    page.wait("the module", "document.title === 'ready'");
    host
}

/// The bundled articles, and some whose names are joined only by one another, in other languages and without a date.
fn articles() -> Vec<Article> {
    let reading = read::read(&[project::root().join("corpus")], &Silent);
    let reading = reading.unwrap_or_else(|_| panic!("nobody stopped it"));
    let mut articles: Vec<Article> = reading.articles.into_iter().map(|read| read.article).collect();
    let texts = [
        "Foreign Minister Yun Byung-se met his guest. “We are ready,” Yun Byung-se said on Monday.",
        "The visitor met Foreign Minister Yun Byung-se. Yun Byung-se said: “We agreed on three points.”",
        "Foreign Minister Yoon Byung-Se met his guest. “The talks were long,” Yoon Byung-Se said last week, after 20 minutes.",
        "Le ministre est parti pour Pékin et Varsovie, où l’Allemagne et le Japon étaient attendus.",
        "安倍首相は東京で米国のティラーソン国務長官と会談した。😀",
        "no names here",
    ];
    for (text, i) in texts.into_iter().zip(0..) {
        articles.push(Article {
            id: format!("a{i}"),
            date: Date::new(2017, 3, 16 + i).filter(|_| i % 2 == 0),
            text: text.into(),
            ..Article::default()
        });
    }
    articles
}

/// An article as a page gives it.
fn given(article: &Article) -> Value {
    let mut given = json!({
        "id": article.id, "title": article.title, "outlet": article.outlet, "byline": article.byline,
        "dateline": article.dateline, "place": article.place, "language": article.language,
        "source": article.source, "url": article.url, "text": article.text,
    });
    if let Some(date) = article.date {
        given["date"] = json!(date.to_string());
    }
    given
}

/// What the command reports on each, of what a page can give.
fn reports(articles: Vec<Article>) -> Vec<Value> {
    let plain = |article: Article| Article {
        path: String::new(),
        extra: Default::default(),
        outlet_country: None,
        ..article
    };
    let articles = articles.into_iter().map(plain).collect();
    let (analysed, details) =
        build::analyse_in_detail(articles, &Silent).unwrap_or_else(|_| panic!("nobody stopped it"));
    let report = |((article, analysis), read): (&build::Analysed, build::Detailed)| {
        let details = build::details(article, analysis, read);
        serde_json::to_value(Report::new(article, analysis, &details, &[])).unwrap_or_default()
    };
    analysed.iter().zip(details).map(report).collect()
}

/// The same with every number as JavaScript has it: 36 is 36.0.
fn numbers(value: &Value) -> Value {
    match value {
        Value::Number(n) => json!(n.as_f64()),
        Value::Array(all) => all.iter().map(numbers).collect(),
        Value::Object(all) => all.iter().map(|(key, value)| (key.clone(), numbers(value))).collect(),
        other => other.clone(),
    }
}

#[test]
fn a_page_and_its_worker_find_what_the_command_finds() {
    browse(|page| {
        let _host = plain_page(page);
        let articles = articles();
        let given: Vec<Value> = articles.iter().map(given).collect();
        let expected = reports(articles);
        assert!(
            expected
                .iter()
                .any(|report| report["quotations"][0]["speaker"]["id"] == "person:yun-byung-se")
        );
        let in_page = page.call_until(
            "const done = arguments[1]; analyze(arguments[0]).then(done, (error) => done(String(error)))",
            vec![json!(given)],
        );
        let in_worker = page.call_until(
            "const done = arguments[1]; const worker = new Worker('worker.js', { type: 'module' });\
             worker.onmessage = ({ data }) => done(data); worker.onerror = (error) => done(String(error.message));\
             worker.postMessage(arguments[0])",
            vec![json!(given)],
        );
        for found in [in_page, in_worker] {
            let found = found.as_array().unwrap_or_else(|| panic!("reports, found {found}"));
            assert_eq!(found.len(), expected.len());
            for (found, expected) in found.iter().zip(&expected) {
                for (field, expected) in expected.as_object().into_iter().flatten() {
                    assert_eq!(numbers(&found[field]), numbers(expected), "{field} of {}", found["id"]);
                }
                assert_eq!(
                    found.as_object().map(|f| f.len()),
                    expected.as_object().map(|f| f.len())
                );
            }
        }
    });
}

#[test]
fn a_page_is_told_how_far_it_is_can_stop_it_and_learns_what_is_wrong() {
    browse(|page| {
        let _host = plain_page(page);
        let many = "Array.from({ length: 9 }, (_, i) => ({ text: `Rex Tillerson met Fumio Kishida in Tokyo, ${i}.` }))";
        let told = page.call_until(
            &format!(
                "const done = arguments[0]; const told = []; const all = {many};\
                 analyze(all, {{ onProgress: (n, of) => told.push([n, of]) }}).then((reports) => done([told, reports.length, reports[7].id]))"
            ),
            vec![],
        );
        let progress: Vec<(u64, u64)> = (1..=9).map(|done| (done, 9)).collect();
        assert_eq!(told, json!([progress, 9, "8"]));

        let stopped = page.call_until(
            &format!(
                "const done = arguments[0]; const stop = new AbortController(); const all = {many};\
                 analyze(all, {{ onProgress: () => stop.abort(), signal: stop.signal }}).then(() => done('finished'), (error) => done(error.name))"
            ),
            vec![],
        );
        assert_eq!(stopped, "AbortError");

        for (articles, said) in [
            (
                "[{ text: 'a' }, { txt: 'b' }]",
                "article 2: an article has no field \"txt\"; there are id, title",
            ),
            ("[{ id: 'a' }]", "article 1: an article has no text"),
            ("['a']", "article 1: an article is an object"),
            (
                "[{ text: 'a', date: 'yesterday' }]",
                "article 1: an article is not as expected",
            ),
        ] {
            let failure = page.call_until(
                &format!("const done = arguments[0]; analyze({articles}).then(() => done('finished'), (error) => done(error.message))"),
                vec![],
            );
            assert!(
                failure.as_str().is_some_and(|failure| failure.starts_with(said)),
                "{failure}"
            );
        }
        // An object of another realm, as a frame makes them, is an article too.
        let of_frame = page.call_until(
            "const done = arguments[0]; const frame = document.body.appendChild(document.createElement('iframe'));\
             const article = new frame.contentWindow.Object(); article.text = 'Japan and China'; article.id = 'x';\
             analyze([article]).then((reports) => done(reports[0].countries.map(({ code }) => code)), (error) => done(error.message))",
            vec![],
        );
        assert_eq!(of_frame, json!(["CN", "JP"]));
        // It still answers, also to nothing.
        assert_eq!(
            page.call_until("const done = arguments[0]; analyze([]).then(done)", vec![]),
            json!([])
        );
    });
}

#[test]
fn the_declarations_of_the_analysis_fit_what_a_page_calls() {
    let declared = Declarations::of(
        "src/analyst/analysis.d.ts",
        "import { analyze, type Report } from './analysis.js';",
    );
    let (good, said) = declared.fit(
        "const reports: Report[] = await analyze([{ text: 'a', date: '2017-03-16' }], { signal: AbortSignal.timeout(1), onProgress: (n, all) => void (n / all) });\n\
         const who: string | null | undefined = reports[0].quotations[0].speaker?.id;\n\
         const where: number | undefined = reports[0].entities[0].lat;\nvoid [who, where];",
    );
    assert!(good, "{said}");
    for wrong in [
        "await analyze([{ id: 'a' }]);",
        "await analyze([{ text: 'a', txt: 'b' }]);",
    ] {
        assert!(!declared.fit(wrong).0, "the declarations refuse {wrong}");
    }
}
