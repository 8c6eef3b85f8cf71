//! Texts of our own in 28 languages (`gold/languages.jsonl`): countries by name, adjective and abbreviation, in the forms that each
//! language writes them in, and what only looks like one (seas, states of the United States, given names, common words).

mod texts;

use std::collections::BTreeMap;

use dateline_analysis::Analyzer;
use dateline_analysis::score::{Counts, Prediction, countries};
use dateline_corpus::{Article, EntityKind, Found, How};
use texts::gold;

/// Languages with eight texts each, and the least F1 of each in percent; the others have three texts and are taken together.
const LEAST: [(&str, f64); 9] = [
    ("ar", 95.0),
    ("de", 95.0),
    ("es", 95.0),
    ("fr", 95.0),
    ("ja", 95.0),
    ("ko", 95.0),
    ("pt", 95.0),
    ("ru", 95.0),
    ("zh", 95.0),
];
const LEAST_OF_OTHERS: f64 = 94.0;

fn article(text: &str) -> Article {
    Article {
        text: text.to_owned(),
        ..Article::default()
    }
}

#[test]
fn countries_are_found_in_every_language() {
    let analyzer = Analyzer::new();
    let mut sums: BTreeMap<String, Counts> = BTreeMap::new();
    let mut wrong = String::new();
    for gold in gold("languages.jsonl") {
        let found = Prediction::of(&analyzer.analyze(&article(&gold.text)), &gold.text);
        let counts = countries(&gold, &found, true).expect("all countries are known");
        if counts.wrong + counts.missed > 0 {
            wrong += &format!("{}: {counts:?}\n", gold.id);
        }
        let language = gold.id.split('-').next().unwrap_or_default();
        let main = LEAST.iter().any(|(tag, _)| *tag == language);
        *sums
            .entry(if main { language } else { "others" }.to_owned())
            .or_default() += counts;
    }
    for (language, least) in LEAST.into_iter().chain([("others", LEAST_OF_OTHERS)]) {
        let rate = sums[language].f1() * 100.0;
        assert!(
            rate >= least,
            "{language}: {rate:.1} %, at least {least} % expected\n{wrong}"
        );
    }
}

#[test]
fn capitals_and_seats_of_government_stand_for_their_countries() {
    let analyzer = Analyzer::new();
    let mut sum = Counts::default();
    let mut wrong = String::new();
    for gold in gold("towns.jsonl") {
        let analysis = analyzer.analyze(&article(&gold.text));
        let found = Prediction::of(&analysis, &gold.text);
        let counts = countries(&gold, &found, true).expect("all countries are known");
        if counts.wrong + counts.missed > 0 {
            wrong += &format!("{}: {counts:?}\n", gold.id);
        }
        sum += counts;
        // Singapore is a country by that name.
        let by_seat = |f: &&Found| f.entity.key.kind == EntityKind::Country && f.entity.key.slug != "SG";
        for mention in analysis.found.iter().filter(by_seat).flat_map(|f| &f.mentions) {
            let stands = matches!(mention.how, How::Place | How::Metonym);
            assert!(stands, "{}: {mention:?}", gold.id);
        }
    }
    // One of the texts is too short to tell its language.
    let rate = sum.f1() * 100.0;
    assert!(rate >= 96.0, "{rate:.1} %\n{wrong}");
}

#[test]
fn what_is_a_town_elsewhere_is_a_word_or_a_person_here() {
    let analyzer = Analyzer::new();
    for text in [
        "La paz parece lejana para los vecinos, que siguen sin agua y sin luz desde hace una semana. El gobierno no ha dicho nada.",
        "La riga era sbagliata, ha detto la maestra. Il signor Colombo non ha risposto alle domande degli alunni.",
        "Le canton a voté hier soir, et selon la police personne ne manque. Mme Florence Martin a été élue.",
        "Le cap est fixé depuis hier par la direction, selon le ministre, et les élus sont dans la salle.",
        "Casa branca na praia custa mais do que uma casa no centro, disse o vendedor, que não quis dar o nome.",
        "Humus ve ekmek ile bir akşam daha geçti, dedi çocuk ve güldü, ama çok yorgun olduğu için uyudu.",
        "Paris Hilton tidak hadir di acara itu, kata panitia kepada wartawan pada hari Senin.",
        "София Петрова сказала, что школа откроется в сентябре. Сантьяго забил два гола.",
        "Софія сказала, що школа відкриється у вересні. Газа вистачить на місяць.",
        "ضربت سيول جارفة القرية وقطعت الطرق، وقال السكان إن المياه غمرت المنازل.",
        "روز دوشنبه نشست برگزار می‌شود و نمایندگان درباره بودجه گفت‌وگو می‌کنند.",
        "ריגה אחר ריגה. סופיה אמרה כי בית הספר ייפתח בספטמבר.",
        "उसने कहा कि सना कल स्कूल नहीं जाएगी। रोमा ने खाना बनाया।",
        "ประธานสหภาพแอฟริกากล่าวว่าโรงเรียนจะเปิดในเดือนหน้า",
        "그는 빈 방에서 리마 씨를 기다렸다. 파티는 취소되었다.",
        "ローマ字で書かれた看板が増えている。ソフィアさんは笑った。",
        "万象更新，学校下周开学。金边眼镜很流行。",
    ] {
        let found = analyzer.analyze(&article(text)).found;
        let kinds = [EntityKind::Country, EntityKind::Place];
        let named = found.iter().filter(|f| kinds.contains(&f.entity.key.kind));
        let keys: Vec<String> = named.map(|f| f.entity.key.to_string()).collect();
        assert_eq!(keys, [""; 0], "{text}");
    }
}

#[test]
fn mentions_are_what_the_text_says() {
    let analyzer = Analyzer::new();
    for (text, code, expect) in [
        (
            "Le président de l’Italie a rencontré dans la ville les ministres de la Grèce et ses amis.",
            "IT",
            "Italie",
        ),
        (
            "وصل الوزير إلى المدينة ثم تحدث عن العلاقات مع فرنسا وباليابان في هذا العام.",
            "JP",
            "اليابان",
        ),
        (
            "장관은 오늘 한국과 일본에서 회담이 계속될 것이라고 말했다",
            "JP",
            "일본",
        ),
        ("首相は昨日、韓国の大統領と会談した。", "KR", "韓国"),
        (
            "Министр сказал, что переговоры пройдут в Женеве и что он был готов.",
            "CH",
            "Женеве",
        ),
        (
            "장관은 오늘 모스크바에서 회담이 계속될 것이라고 말했다",
            "RU",
            "모스크바",
        ),
        ("قال الوزير إن المحادثات ستستمر وبباريس في هذا العام", "FR", "باريس"),
        (
            "Министр сказал, что переговоры в Японии продолжатся и что он был готов.",
            "JP",
            "Японии",
        ),
    ] {
        let analysis = analyzer.analyze(&article(text));
        let country = analysis
            .found
            .iter()
            .find(|f| f.entity.key.kind == EntityKind::Country && f.entity.key.slug == code);
        let mention = country.unwrap_or_else(|| panic!("{text}: no {code}")).mentions[0];
        assert_eq!(
            &text[mention.span.start as usize..mention.span.end as usize],
            expect,
            "{text}"
        );
    }
}

#[test]
fn english_words_say_nothing_in_other_languages() {
    let analyzer = Analyzer::new();
    // English reads a town, a department of Haiti, a person and a body into these.
    let text = "Die Bundeskanzlerin und der Außenminister der Vereinigten Staaten haben am Donnerstag in der Stadt über den \
                Norden und die Regierung gesprochen, sagte Angela Merkel nach dem Treffen.";
    let names: Vec<String> = analyzer
        .analyze(&article(text))
        .found
        .into_iter()
        .map(|found| found.entity.key.to_string())
        .collect();
    assert_eq!(names, ["country:US", "person:angela-merkel"]);
}

#[test]
fn figures_of_other_languages_are_none_rather_than_wrong() {
    let analyzer = Analyzer::new();
    for (text, figures) in [
        (
            "In Deutschland leben heute 8.000 Menschen in der Stadt, und mit den anderen ist es nicht so.",
            0,
        ),
        (
            "La France a donné 40 millions d’euros et 12 500 hommes pour la mission au Mali, selon le ministre.",
            0,
        ),
        (
            "In Germany 8,000 people live in the town, and it is not so with the others.",
            1,
        ),
    ] {
        let article = article(text);
        let analysis = analyzer.analyze(&article);
        assert_eq!(analyzer.details(&article, &analysis).figures.len(), figures, "{text}");
    }
}
