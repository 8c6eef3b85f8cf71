//! Keys made of names.

use super::Tokenizer;

/// Longest slug in bytes: names of people and bodies are under 100; a hostile text must not make keys of megabytes.
const LONGEST: usize = 120;

/// `Shinzō Abe` → `shinzo-abe`; letters that have no ASCII base stay. Empty only for a name without a letter or digit.
pub fn slug(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    Tokenizer::of_name(name).for_each(|t| {
        if out.len() + t.term.len() < LONGEST {
            if !out.is_empty() {
                out.push('-');
            }
            out.extend(t.term.chars().filter(|c| c.is_alphanumeric()));
        }
    });
    out
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn names_become_keys() {
        for (name, expect) in [
            ("Rex Tillerson", "rex-tillerson"),
            ("Hwang Kyo-ahn", "hwang-kyo-ahn"),
            ("Bashar al-Assad", "bashar-al-assad"),
            ("U.N. Security Council", "un-security-council"),
            ("São Paulo", "sao-paulo"),
            ("Владимир Путин", "владимир-путин"),
            ("…", ""),
        ] {
            assert_eq!(slug(name), expect);
        }
    }
}
