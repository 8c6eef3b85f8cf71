//! Stems by language: the algorithms of Snowball (M. F. Porter, "Snowball: A Language for Stemming Algorithms", 2001).

use dateline_corpus::pack::{Reader, Stemming, has_stem};
use snowball_stemmers_rs::{Algorithm, Stemmer};

/// Languages with a stemmer, by two letters (ISO 639-1), and the file of each in the source of its algorithm.
pub const LANGUAGES: [(&str, &str, Algorithm); 37] = [
    ("ar", "arabic", Algorithm::Arabic),
    ("ca", "catalan", Algorithm::Catalan),
    ("cs", "czech", Algorithm::Czech),
    ("da", "danish", Algorithm::Danish),
    ("de", "german", Algorithm::German),
    ("el", "greek", Algorithm::Greek),
    ("en", "english", Algorithm::English),
    ("eo", "esperanto", Algorithm::Esperanto),
    ("es", "spanish", Algorithm::Spanish),
    ("et", "estonian", Algorithm::Estonian),
    ("eu", "basque", Algorithm::Basque),
    ("fa", "persian", Algorithm::Persian),
    ("fi", "finnish", Algorithm::Finnish),
    ("fr", "french", Algorithm::French),
    ("ga", "irish", Algorithm::Irish),
    ("hi", "hindi", Algorithm::Hindi),
    ("hu", "hungarian", Algorithm::Hungarian),
    ("hy", "armenian", Algorithm::Armenian),
    ("id", "indonesian", Algorithm::Indonesian),
    ("it", "italian", Algorithm::Italian),
    ("lt", "lithuanian", Algorithm::Lithuanian),
    ("nb", "norwegian", Algorithm::Norwegian),
    ("nn", "norwegian", Algorithm::Norwegian),
    ("no", "norwegian", Algorithm::Norwegian),
    ("ne", "nepali", Algorithm::Nepali),
    ("nl", "dutch", Algorithm::Dutch),
    ("pl", "polish", Algorithm::Polish),
    ("pt", "portuguese", Algorithm::Portuguese),
    ("ro", "romanian", Algorithm::Romanian),
    ("ru", "russian", Algorithm::Russian),
    ("sr", "serbian", Algorithm::Serbian),
    ("st", "sesotho", Algorithm::Sesotho),
    ("sv", "swedish", Algorithm::Swedish),
    ("ta", "tamil", Algorithm::Tamil),
    ("tr", "turkish", Algorithm::Turkish),
    ("uk", "ukrainian", Algorithm::Ukrainian),
    ("yi", "yiddish", Algorithm::Yiddish),
];

/// The algorithms as data, written by `cargo xtask stemmers`.
const ALGORITHMS: &[u8] = include_bytes!("data/stemmers.bin");

/// All of them.
#[derive(Clone, Copy, Debug)]
pub struct Snowball;

impl Stemming for Snowball {
    fn stem(&self, language: &str, word: &str) -> Option<String> {
        let (.., algorithm) = LANGUAGES.iter().find(|(tag, ..)| *tag == language)?;
        has_stem(word).then(|| Stemmer::create(*algorithm).stem(word).into_owned())
    }

    fn algorithm(&self, language: &str) -> Option<&[u8]> {
        let (_, name, _) = LANGUAGES.iter().find(|(tag, ..)| *tag == language)?;
        let mut rest = Reader::new(ALGORITHMS, 0, "stemmers");
        loop {
            let own = rest.str().ok()?;
            let length = rest.count().ok()?;
            let code = rest.take(length).ok()?;
            if own == *name {
                return Some(code);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use dateline_corpus::pack::{Stemming, has_stem};
    use dateline_corpus::text::stemmer::Stemmer;

    use super::{LANGUAGES, Snowball};

    fn stem(language: &str, word: &str) -> Option<String> {
        Snowball.stem(language, word)
    }

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

    /// What the page runs gives the stems that the builder gives, of words made of what each algorithm looks for itself.
    #[test]
    fn the_algorithms_as_data_give_the_same_stems() {
        for (language, ..) in LANGUAGES {
            let algorithm = Snowball.algorithm(language).expect("every language's");
            let text = String::from_utf8_lossy(algorithm);
            let pieces: Vec<&str> = text
                .split(|c: char| !c.is_alphabetic())
                .filter(|p| !p.is_empty())
                .collect();
            let letters: Vec<char> = pieces.concat().chars().collect();
            let stemmer = Stemmer::new(algorithm);
            // Knuth's generator: the same words each time.
            let mut state = 1_u64;
            let mut below = |n: usize| {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                (state >> 33) as usize % n
            };
            let (mut compared, mut changed) = (0, 0);
            for _ in 0..4000 {
                let mut word: String = (0..below(4)).map(|_| letters[below(letters.len())]).collect();
                (0..=below(3)).for_each(|_| word.push_str(pieces[below(pieces.len())]));
                let word = word.to_lowercase();
                if has_stem(&word) {
                    let expected = stem(language, &word);
                    changed += u32::from(expected.as_ref() != Some(&word));
                    assert_eq!(stemmer.stem(&word), expected, "{language} {word}");
                    compared += 1;
                }
            }
            assert!(compared > 2000 && changed > 300, "{language}: {compared}, {changed}");
        }
    }
}
