//! No text, however odd, makes the analysis panic, leave the text's bounds or lose its order.

mod sound;

use proptest::prelude::*;
use sound::{check, check_in};

proptest! {
    #[test]
    fn any_unicode(text in "\\PC*") {
        check(&text);
    }

    #[test]
    fn words_of_names_in_any_order(parts in prop::collection::vec(prop::sample::select(vec![
        "Paris", "Georgia", "Jordan", "St.", "U.S.", "US", "the", "of", "Ministry", "Kim", "Jong-un", "al-", "Assad", "(", ")", ",", ". ", "’s", "'", "-", "\n\n", "President",
        "Bank", "Corp.", "and", "Ky.", "New", "York", "North", "Korea", "İstanbul", "北京", "\u{301}", "ﬁ", "🙂", "NATO", "G-7", "Mr", "J.", "said", "administration", "&", "D-",
    ]), 0..60), spaced in any::<bool>()) {
        check(&parts.join(if spaced { " " } else { "" }));
    }
}

proptest! {
    #[test]
    fn quotations_times_and_figures_in_any_order(parts in prop::collection::vec(prop::sample::select(vec![
        "“", "”", "\"", "'", "‘", "’", "«", "»", "„", "「", "」", "``", "''", "he", "said", "Rex Tillerson", "the minister", ",", ". ", ": ", "?", "\n\n", "\n", "told", "and", "according to",
        "Thursday", "March", "the", "of", "end", "first", "half", "quarter", "year", "day", "weekend", "summer", "century", "FY2019", "fiscal", "Q3", "2015", "early", "mid", "later", "before", "Easter", "Christmas", "to", "from", "between", "and", "votes", "said", "will", "on", "in", "19th", "previous", "following", "'", "16", "2017", "last", "next", "week", "past", "two", "hundred", "million", "years", "ago", "-", "/", "3", "1.5", "99999999999999999999999999999", "$", "€", "km", "%",
        "between", "to", "of", "missiles", "dozens", "decades", "more than", "half", "a", "dozen", "½", "٣", "²", "５", "🙂", "\u{301}", "北",
    ]), 0..60), spaced in any::<bool>()) {
        check(&parts.join(if spaced { " " } else { "" }));
    }
}

proptest! {
    #[test]
    fn speakers_and_verbs_in_any_order(parts in prop::collection::vec(prop::sample::select(vec![
        "“No,”", "\"Yes.\"", "‘Why?’", "«", "»", "'", "'98", "'n'", "said", "says", "asked", "report", "A report", "the", "The", "an", "one", "of", "in", "to", "for", "with", "who", "which", "what",
        "it", "he’d", "She", "him", "called", "quoted", "was", "as saying", "saying", "went on", "put it", "according to", "nicknamed", "film", "officials", "aunt", "’s", "Leeds", "Ohio", "Rex Tillerson",
        "Rex Tillerson aide", "WHO", "Foo", "Bar", "Monday", "last", "week", "(", ")", ",", ".", ":", "?", "and", "\n\n", "quickly", "close", "北", "\u{301}",
    ]), 0..40), spaced in any::<bool>()) {
        check(&parts.join(if spaced { " " } else { "" }));
    }
}

proptest! {
    #[test]
    fn countries_in_any_language_and_order(
        language in prop::sample::select(vec!["fr", "de", "ru", "ar", "fa", "he", "ko", "zh", "ja", "tr", "fi", "hi", "th", "vi", "sw", "zz"]),
        parts in prop::collection::vec(prop::sample::select(vec![
            "l’", "d'", "Italie", "Corée du Sud", "États-Unis", "USA", "E.E. U.U.", "Japans", "Япони", "ей", "США", "و", "لل", "ال", "يابان", "اليابانية", "ב", "ישראל",
            "미국", "은", "한미일", "日米韓", "米国", "马里", "兰", "マリ", "ア", "Çin", "'in", "Intian", "भारत", "\u{94D}", "\u{93C}", "ญี่ปุ่น", "\u{E48}", "Đức", "Carlos", "Rhode Island",
            "Paris", "NATO", "Angela", "Merkel", "-", ".", ". ", ", ", "\n\n", "\u{301}", "ß", "İ", "🙂", "~", "!", "&", "|",
        ]), 0..40),
        spaced in any::<bool>(),
    ) {
        check_in(language, &parts.join(if spaced { " " } else { "" }));
    }
}

#[test]
fn a_word_that_a_closing_mark_stands_in_belongs_to_both_sides() {
    check("\"”“”「3‘he”«Thursdaymore than");
}

#[test]
fn long_texts_of_one_kind_are_read_to_the_end() {
    for unit in [
        "A",
        "A ",
        "Paris ",
        "JOHN SMITH ",
        "a Smith, B. Smith, ",
        "(",
        "’s ",
        "Bank of ",
        "al-",
        "U.S.",
        "St. ",
        "the North ",
        "Kim Jong-un, ",
        "the president ",
        "President Kim Jong-un. The president ",
        "the former deputy minister of trade for ",
        "a minister, Minister Smith, the minister, ",
        "Smith, the mayor of ",
        "X Corp ",
        "\u{301}",
        "北",
        "“",
        "” ",
        "\" ",
        "'a ",
        "‘as’ a ",
        "“a\n\n",
        "“He said ‘a’ ",
        "“A,” he said. ",
        "“A.” ",
        "said ",
        "he said ",
        "two ",
        "two hundred ",
        "9",
        "1,000 ",
        "between 3 and ",
        "last ",
        "Thursday ",
        "March 3/",
        "10 million million ",
        "\n",
    ] {
        check(&unit.repeat(200_000 / unit.len()));
    }
}

#[test]
fn a_megabyte_without_an_end_of_a_sentence_is_read() {
    check(&"he said two “words to Lee ".repeat(1_000_000 / 28));
}
