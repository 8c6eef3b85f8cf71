//! How is a name of the tables read: as which words, in which of CLDR's readings, with which adjectives of its own?

use std::borrow::Cow;

use dateline_corpus::text::Tokenizer;

/// A folded word as it is compared: Arabic letters that writers do not tell apart are one.
pub fn plain(term: &str) -> Cow<'_, str> {
    let is_arabic = |c| matches!(c, '\u{600}'..='\u{6ff}');
    if !term.contains(is_arabic) {
        return Cow::Borrowed(term);
    }
    let one = |c| match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        _ => c,
    };
    Cow::Owned(term.chars().map(one).collect())
}

/// The words of a name, [`plain`].
pub fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    Tokenizer::of_words(name).for_each(|t| words.push(plain(t.term).into_owned()));
    words
}

/// The names in one of CLDR's: `Myanmar (Birmanie)` is two, of `Hongkong (RAS Chine)` the first.
pub fn readings(name: &str) -> Vec<&str> {
    let Some((first, rest)) = name.split_once(['(', '（']) else {
        return vec![name];
    };
    let second = rest.trim_end_matches([')', '）', ' ']);
    // What tells two Congos apart is no name by itself.
    let whole = first.trim();
    let plain = second.chars().count() > 3 && !second.contains(['.', ' ']) && !second.contains(char::is_whitespace);
    if plain && whole.split_whitespace().count() == 1 && !whole.starts_with("Congo") && !whole.starts_with("Kongo") {
        vec![whole, second]
    } else {
        vec![name, whole]
    }
}

/// Arabic adjectives of one word's country: `الياباني` and its forms of `اليابان`.
pub fn nisba(name: &str) -> Vec<String> {
    let base = plain(name);
    if base.contains(char::is_whitespace) || base.chars().count() < 3 {
        return Vec::new();
    }
    let base = base.strip_prefix("ال").unwrap_or(&base);
    let endings = ["يا", "ا", "ه"];
    let base = endings.iter().find_map(|e| base.strip_suffix(e)).unwrap_or(base);
    if base.chars().count() < 2 {
        return Vec::new();
    }
    ["ي", "يه", "يين", "يون", "يات", "يان", "يتين"]
        .iter()
        .map(|ending| format!("{base}{ending}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{nisba, readings};

    #[test]
    fn brackets_hold_another_name_or_tell_which() {
        assert_eq!(readings("Myanmar (Birmanie)"), ["Myanmar", "Birmanie"]);
        assert_eq!(readings("Hongkong (RAS Chine)"), ["Hongkong (RAS Chine)", "Hongkong"]);
        assert_eq!(readings("Japon"), ["Japon"]);
    }

    #[test]
    fn arabic_adjectives_come_of_names() {
        assert!(nisba("اليابان").contains(&"ياباني".to_owned()));
        assert!(nisba("روسيا").contains(&"روسيه".to_owned()) && nisba("فرنسا").contains(&"فرنسي".to_owned()));
        assert!(nisba("كوريا الجنوبية").is_empty());
    }
}
