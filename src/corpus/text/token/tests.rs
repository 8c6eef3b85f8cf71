//! Words as people write them, cut as they mean them.

use proptest::prelude::*;

use super::{MAX_TERM_BYTES, Tokenizer};

fn check(text: &str, expect: &[&str]) {
    let mut got = Vec::new();
    Tokenizer::new(text).for_each(|t| got.push(format!("{}:{}", t.term, &text[t.start..t.end])));
    assert_eq!(got, expect, "{text}");
}

#[test]
fn common_letters_are_letters() {
    for c in (0..=0xFFFFu32)
        .filter_map(char::from_u32)
        .filter(|c| crate::text::letters::is_common_letter(*c))
    {
        assert!(c.is_alphanumeric(), "{:x}", c as u32);
    }
}

#[test]
fn words_as_people_write_them() {
    check("Japan’s role", &["japan:Japan", "role:role"]);
    check(
        "the Tillersons' house",
        &["the:the", "tillersons:Tillersons", "house:house"],
    );
    check("O'Brien don’t", &["obrien:O'Brien", "dont:don’t"]);
    check("O`Neill O´Neill", &["oneill:O`Neill", "oneill:O´Neill"]);
    check("U.S. aid, U.N.", &["us:U.S", "aid:aid", "un:U.N"]);
    check("donʼt здоровʼя", &["dont:donʼt", "здоровя:здоровʼя"]);
    check("Kim Jong-un", &["kim:Kim", "jong:Jong", "un:un"]);
    check(
        "$1.35 billion, 1,000; 6,7",
        &["1.35:1.35", "billion:billion", "1000:1,000", "6:6", "7:7"],
    );
    check("end.Start", &["end:end", "start:Start"]);
    check("Sept.11", &["sept:Sept", "11:11"]);
    check("Zürich İstanbul", &["zurich:Zürich", "istanbul:İstanbul"]);
    check("श्रीलंका में", &["श्रीलंका:श्रीलंका", "में:में"]);
    check("תל־אביב שָׁלוֹם", &["תל:תל", "אביב:אביב", "שלום:שָׁלוֹם"]);
    check("ג׳ורג׳ ג'ורג' צה״ל", &["גורג:ג׳ורג", "גורג:ג'ורג", "צהל:צה״ל"]);
}

#[test]
fn an_apostrophe_parts_words_and_endings_of_names() {
    for (text, words) in [
        ("l’Europe d'Écosse qu’il", "l europe d ecosse qu il"),
        (
            "dell'Interno sull’energia l'Ajuntament",
            "dell interno sull energia l ajuntament",
        ),
        (
            "Ankara'da Türkiye’nin Erdoğan'ın Irak'a",
            "ankara da turkiye nin erdogan in irak a",
        ),
        ("aujourd'hui N'Djamena l'a", "aujourdhui ndjamena la"),
        ("Sana'a Hawai'i Qur'an Xi'an we've", "sanaa hawaii quran xian weve"),
        ("rock'n'roll O'Hare's ma'am", "rocknroll ohare maam"),
    ] {
        let mut found = Vec::new();
        Tokenizer::new(text).for_each(|t| found.push(t.term.to_owned()));
        assert_eq!(found.join(" "), words);
    }
    let mut whole = Vec::new();
    Tokenizer::of_name("D'Amato of L'Aquila").for_each(|t| whole.push(t.term.to_owned()));
    assert_eq!(whole, ["damato", "of", "laquila"]);
}

#[test]
fn unspaced_scripts_give_a_token_a_character() {
    check("北京です", &["北:北", "京:京", "で:で", "す:す"]);
    check("NATO北", &["nato:NATO", "北:北"]);
    check("서울 시", &["서:서", "울:울", "시:시"]);
    check("ข้าว", &["ข:ข", "้:้", "า:า", "ว:ว"]);
    let mut words = Vec::new();
    Tokenizer::of_words("한국은 北京").for_each(|t| words.push(t.term.to_owned()));
    assert_eq!(words, ["한국은", "北", "京"]);
}

#[test]
fn a_megabyte_without_a_space_is_one_cut_term() {
    let text = "x".repeat(1_000_000);
    let mut walk = Tokenizer::new(&text);
    let token = walk.next().unwrap();
    assert_eq!((token.term.len(), token.end), (MAX_TERM_BYTES, text.len()));
    assert!(walk.next().is_none());
}

proptest! {
    #[test]
    fn tokens_of_any_text_are_ordered_spans_on_character_boundaries(text in "\\PC*|[a-z'.,0-9北’s -]*") {
        let mut last = 0;
        Tokenizer::new(&text).for_each(|t| {
            assert!(last <= t.start && t.start < t.end);
            assert!(text.get(t.start..t.end).is_some());
            assert!(!t.term.is_empty() && t.term.len() <= MAX_TERM_BYTES);
            last = t.end;
        });
    }

    #[test]
    fn a_word_has_the_same_term_by_itself(text in "\\PC*|[a-zA-Z'.,0-9北’s\u{AD} -]*|([ld]|[ai]|ab|da|in|'|’s|ข้| ){0,12}") {
        Tokenizer::new(&text).for_each(|t| assert_eq!(super::term_of(&text[t.start..t.end]), t.term, "{text}"));
    }

    #[test]
    fn a_term_tokenizes_to_itself(text in "[A-Za-zäöüßøİ北0-9]{1,12}") {
        Tokenizer::new(&text).for_each(|t| {
            let term = t.term.to_owned();
            let mut again = Tokenizer::new(&term);
            assert_eq!(again.next().map(|t| t.term.to_owned()), Some(term.clone()));
        });
    }
}
