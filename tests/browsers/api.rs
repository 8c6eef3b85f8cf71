//! The engine in a page that is not ours: `api/dateline.js` beside the site.

use dateline_corpus::{Filters, Group};
use dateline_tests::browser::{Host, Page, Site, browse};
use serde_json::{Value, json};

use crate::common::{Declarations, filters, ids, pick, site, title_words, truth};

const PLAIN: &str = "<!doctype html><html lang=en><head><meta charset=utf-8><title>Plain</title>\
    <script type=module>import { Explorer } from './api/dateline.js'; window.Explorer = Explorer; \
    window.explorer = await Explorer.open(new URL(location.hash.slice(1), location.href)); \
    document.title = 'open'</script></head><body></body></html>";

/// A plain page with the corpus of the site opened in it.
#[track_caller]
fn plain_page(page: &Page<'_>) -> Host {
    let host = Site::of(site()).with("plain.html", PLAIN).open();
    let mut names = std::fs::read_dir(site())
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.file_name().to_string_lossy().into_owned());
    let wasm = names
        .find(|name| name.ends_with(".wasm"))
        .expect("the site has a program");
    page.goto(&host.url(&format!("plain.html#{wasm}")));
    page.wait("the corpus opened", "document.title === 'open'");
    host
}

fn text(pieces: &Value) -> String {
    pieces
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|p| p["text"].as_str())
        .collect()
}

#[test]
fn a_plain_page_searches_and_gets_what_the_engine_finds() {
    browse(|page| {
        let _host = plain_page(page);
        let country = truth().all().countries[0].code.to_string();
        for word in title_words().iter().map(String::as_str).chain([""]) {
            for narrowed in [false, true] {
                let picks = narrowed.then(|| pick(Group::Country, &country));
                let view = truth().explore(word, filters(picks));
                let options = if narrowed {
                    json!({ "limit": 3, "filters": { "country": [country] } })
                } else {
                    json!({ "limit": 3 })
                };
                let found = page.call(
                    "return explorer.search(arguments[0], arguments[1])",
                    vec![json!(word), options],
                );
                assert_eq!(found["total"], view.total, "{word}");
                let hits = found["hits"].as_array().cloned().unwrap_or_default();
                let found_ids: Vec<&str> = hits.iter().filter_map(|hit| hit["id"].as_str()).collect();
                assert_eq!(found_ids, ids(&view.hits[..view.hits.len().min(3)]), "{word}");
                for (found, hit) in hits.iter().zip(&view.hits) {
                    assert_eq!(found["outlet"], hit.outlet);
                    assert_eq!(found["date"], json!(hit.date.map(|d| d.to_string())));
                    assert_eq!(
                        text(&found["snippet"]),
                        hit.snippet.iter().map(|p| p.text.as_str()).collect::<String>()
                    );
                    let matched = found["snippet"]
                        .as_array()
                        .into_iter()
                        .flatten()
                        .filter(|p| p["match"] == true)
                        .count();
                    assert_eq!(matched, hit.snippet.iter().filter(|p| p.matched).count());
                }
                for facet in &view.facets {
                    let values = found["facets"][facet.group.word()]
                        .as_array()
                        .cloned()
                        .unwrap_or_default();
                    let pairs: Vec<(&str, u64)> = values
                        .iter()
                        .filter_map(|v| Some((v["key"].as_str()?, v["articles"].as_u64()?)))
                        .collect();
                    let wanted: Vec<(&str, u64)> = facet
                        .values
                        .iter()
                        .take(pairs.len())
                        .map(|v| (v.key.as_str(), u64::from(v.articles)))
                        .collect();
                    assert_eq!(pairs, wanted, "{:?}", facet.group);
                    assert_eq!(pairs.len(), facet.values.len().min(20));
                }
            }
        }
    });
}

#[test]
fn a_plain_page_pages_sorts_reads_and_counts_countries() {
    browse(|page| {
        let _host = plain_page(page);
        let all = truth().all();
        let second = page.eval("explorer.search('', { limit: 1, offset: 1 }).hits.map(h => h.id)");
        assert_eq!(second, json!([all.hits[1].id]));
        let oldest = page.eval("explorer.search('', { sort: 'oldest' }).hits.map(h => h.id)");
        assert_eq!(
            oldest,
            json!(ids(&truth().sorted(dateline_corpus::Sort::Oldest).hits)[..all.hits.len().min(10)])
        );
        let article = truth().article(&all.hits[0].id, "");
        let found = page.call("return explorer.article(arguments[0])", vec![json!(article.id)]);
        let paragraphs: Vec<String> = found["paragraphs"].as_array().into_iter().flatten().map(text).collect();
        let wanted: Vec<String> = article
            .paragraphs
            .iter()
            .map(|p| p.iter().map(|run| run.text.as_str()).collect())
            .collect();
        assert_eq!(paragraphs, wanted);
        assert_eq!(page.eval("explorer.article('no such article')"), Value::Null);
        let word = title_words().remove(0);
        let countries = page.call(
            "return explorer.countries(arguments[0]).map(c => [c.code, c.articles, c.mentions])",
            vec![json!(word)],
        );
        let wanted: Vec<Value> = truth()
            .explore(&word, Filters::default())
            .countries
            .iter()
            .map(|c| json!([c.code.as_str(), c.articles, c.mentions]))
            .collect();
        assert_eq!(countries, json!(wanted));
        assert_eq!(page.eval("explorer.about.articles"), all.corpus);
    });
}

/// Opens the site's pack, changed as `arguments[0]` says: where `arguments[1]` is `pieces`, from a host that sends it in small pieces to
/// a page without XMLHttpRequest; `range`, from one that answers the page's first request with a thousand bytes.
const ARRIVING: &str = "const [change, way, done] = arguments; (async () => { const own = window.fetch, requests = XMLHttpRequest; \
    const setHeader = requests.prototype.setRequestHeader; \
    const module = await WebAssembly.compile(await (await own(location.hash.slice(1))).arrayBuffer()); \
    let pack = new Uint8Array(WebAssembly.Module.customSections(module, 'dateline-pack')[0]), at = 0; \
    if (change === 'cut') pack = pack.slice(0, pack.length / 2); if (change === 'altered') pack[pack.length - 9] ^= 1; \
    const pull = to => at < pack.length ? to.enqueue(pack.slice(at, at += 777)) : to.close(); \
    if (way === 'pieces') { window.fetch = async () => new Response(new ReadableStream({ pull })); delete window.XMLHttpRequest } \
    if (way === 'range') requests.prototype.setRequestHeader = function (name) { setHeader.call(this, name, 'bytes=0-999') }; \
    const address = way === 'pieces' ? 'corpus.pack' : URL.createObjectURL(new Blob([pack])); \
    try { return (await Explorer.open(address)).search('').total } \
    finally { window.fetch = own; window.XMLHttpRequest = requests; requests.prototype.setRequestHeader = setHeader } \
    })().then(done, e => done(String(e.message ?? e)))";

#[test]
fn a_pack_is_read_however_it_arrives_and_refused_where_it_does_not_come_whole() {
    browse(|page| {
        let _host = plain_page(page);
        for way in ["whole", "range", "pieces"] {
            let opened = |change: &str| page.call_until(ARRIVING, vec![json!(change), json!(way)]);
            assert_eq!(opened("as it is"), truth().all().total, "{way}");
            for (change, says) in [("cut", "cut off"), ("altered", "checksum")] {
                let said = opened(change);
                assert!(
                    said.as_str().is_some_and(|said| said.contains(says)),
                    "{way} {change}: {said}"
                );
            }
        }
    });
}

#[test]
fn what_a_plain_page_gets_wrong_is_an_error_that_says_what() {
    browse(|page| {
        let host = plain_page(page);
        let refused = |expression: &str| {
            let script = format!(
                "const done = arguments[arguments.length - 1]; (async () => {expression})().then(v => done('came through: ' + \
                 JSON.stringify(v)), e => done(String(e.message ?? e)))"
            );
            page.call_until(&script, vec![]).as_str().unwrap_or_default().to_owned()
        };
        for (expression, says) in [
            ("Explorer.open('no-such-file.pack')", "404"),
            ("Explorer.open('plain.html')", "pack"),
            ("Explorer.open(new Uint8Array(0))", "pack"),
            ("explorer.search('x', { limit: 'many' })", "expected"),
            ("explorer.search('x', { sort: 'best' })", "newest"),
            (
                "explorer.search('x', Object.assign(new (document.body.appendChild(document.createElement('iframe')).contentWindow.Object)(), { limt: 3 }))",
                "\"limt\"",
            ),
        ] {
            let said = refused(expression);
            assert!(
                said.contains(says) && !said.starts_with("came through"),
                "{expression}: {said}"
            );
        }
        assert!(
            host.requests()
                .iter()
                .any(|(path, status)| path.ends_with("no-such-file.pack") && *status == 404)
        );
        // It still answers.
        assert_eq!(page.eval("explorer.search('').total"), truth().all().total);
        page.forgive();
    });
}

#[test]
fn the_declarations_fit_what_a_page_calls() {
    let imports = "import { Explorer, type Hit } from './dateline.js';\nconst e = await Explorer.open('x.pack');";
    let declared = Declarations::of("src/api/dateline.d.ts", imports);
    let (fits, said) = declared.fit(
        "const hits: Hit[] = e.search('a', { limit: 5, offset: 1, sort: 'newest', filters: { country: ['JP'], not: { outlet: [''] }, from: '2017-01-01' } }).hits;\n\
         const marked: string[] = hits.flatMap(h => h.snippet.filter(p => p.match).map(p => p.text));\n\
         const n: number = e.countries('a')[0].articles + e.search('').facets.person[0].mentions;\n\
         const text: string | undefined = e.article('x')?.paragraphs[0][0].text;\n\
         const told: string[] = e.quotations('person:x', { about: true })?.lines.flatMap(l => l.pieces.map(p => p.text)) ?? [];\n\
         const called: number | undefined = e.mentions('person:x', { called: e.card('person:x')?.names[0][0] })?.mentions;\n\
         e.correct('drop person:x');\nconst right: string[] = e.corrections().map(c => c.line);\n\
         e.close();\nvoid [marked, n, text, told, called, right];",
    );
    assert!(fits, "{said}");
    for wrong in ["e.search('a', { sort: 'best' });", "e.search(1);", "e.article('x').id;"] {
        let (fits, _) = declared.fit(wrong);
        assert!(!fits, "the declarations refuse {wrong}");
    }
}
