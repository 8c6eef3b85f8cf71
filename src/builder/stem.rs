//! Stems by language: the algorithms of Snowball (M. F. Porter, "Snowball: A Language for Stemming Algorithms", 2001).

use snowball_stemmers_rs::{Algorithm, Stemmer};

/// Longest word with a stem, in bytes: no language's word with forms comes near it.
const LONGEST: usize = 64;

/// The stem of a word in lower case, in a language by its two letters (ISO 639-1); `None` for languages without a stemmer.
pub fn stem(language: &str, word: &str) -> Option<String> {
    let algorithm = match language {
        "ar" => Algorithm::Arabic,
        "ca" => Algorithm::Catalan,
        "cs" => Algorithm::Czech,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "eo" => Algorithm::Esperanto,
        "es" => Algorithm::Spanish,
        "et" => Algorithm::Estonian,
        "eu" => Algorithm::Basque,
        "fa" => Algorithm::Persian,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "ga" => Algorithm::Irish,
        "hi" => Algorithm::Hindi,
        "hu" => Algorithm::Hungarian,
        "hy" => Algorithm::Armenian,
        "id" => Algorithm::Indonesian,
        "it" => Algorithm::Italian,
        "lt" => Algorithm::Lithuanian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "ne" => Algorithm::Nepali,
        "nl" => Algorithm::Dutch,
        "pl" => Algorithm::Polish,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sr" => Algorithm::Serbian,
        "st" => Algorithm::Sesotho,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        "uk" => Algorithm::Ukrainian,
        "yi" => Algorithm::Yiddish,
        _ => return None,
    };
    // What is no word of a language has no form to find: numbers, and runs without a space.
    if word.len() > LONGEST || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    Some(Stemmer::create(algorithm).stem(word).into_owned())
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for (language, a, b) in [
            ("en", "negotiations", "negotiation"),
            ("fr", "négociations", "négociation"),
            ("de", "häuser", "haus"),
            ("es", "misiles", "misil"),
            ("ru", "ракеты", "ракета"),
        ] {
            assert_eq!(stem(language, a), stem(language, b), "{a} {b}");
        }
        for (language, word) in [("zh", "北京"), ("en", "1,000"), ("en", "u.s")] {
            assert_eq!(stem(language, word), None, "{word}");
        }
        assert_eq!(stem("en", &"talks".repeat(1000)), None);
    }
}
