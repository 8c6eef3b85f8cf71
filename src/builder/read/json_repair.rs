//! Makes JSON of what careless writers call JSON, so that no article is lost over a character.

/// Repairs a JSON text: halves of surrogate pairs written as `\uD83D` become U+FFFD, bare control characters inside
/// strings their escapes. Returns the text and what was done, for a warning.
pub fn repair(raw: &str) -> (String, &'static str) {
    let mut out = String::with_capacity(raw.len());
    let (mut in_string, mut surrogates, mut controls) = (false, false, false);
    let mut rest = raw;
    while let Some(c) = rest.chars().next() {
        let mut width = c.len_utf8();
        match c {
            '"' => {
                in_string = !in_string;
                out.push(c);
            }
            '\\' if in_string => match unit(rest) {
                Some(0xd800..=0xdbff) => match unit(rest.get(6..).unwrap_or_default()) {
                    Some(0xdc00..=0xdfff) => {
                        width = 12;
                        out.push_str(&rest[..width]);
                    }
                    _ => {
                        width = 6;
                        surrogates = true;
                        out.push_str("\\ufffd");
                    }
                },
                Some(0xdc00..=0xdfff) => {
                    width = 6;
                    surrogates = true;
                    out.push_str("\\ufffd");
                }
                // Any other escape is two characters here; the digits of `\u0041` follow as they are.
                _ => {
                    width = 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
                    out.push_str(&rest[..width]);
                }
            },
            c if in_string && (c as u32) < 0x20 => {
                controls = true;
                out.push_str(&format!("\\u{:04x}", c as u32));
            }
            c => out.push(c),
        }
        rest = &rest[width..];
    }
    let what = match (surrogates, controls) {
        (true, true) => "unpaired surrogates became U+FFFD (�), bare control characters were escaped",
        (true, false) => "unpaired surrogates became U+FFFD (�)",
        (false, true) => "bare control characters inside strings were escaped",
        (false, false) => "",
    };
    (out, what)
}

/// The value of a `\uXXXX` at the start of a text.
fn unit(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    digits
        .chars()
        .all(|c| c.is_ascii_hexdigit())
        .then(|| u32::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::repair;

    #[test]
    fn only_what_is_broken_changes() {
        for (raw, repaired) in [
            (r#""\uD83D\uDE00""#, r#""\uD83D\uDE00""#),
            (r#""\uD83D""#, r#""\ufffd""#),
            (r#""\uDE00\uD83D""#, r#""\ufffd\ufffd""#),
            (r#""\\uD83D""#, r#""\\uD83D""#),
            (r#""\uD83Dé""#, r#""\ufffdé""#),
            ("\"a\tb\"", "\"a\\u0009b\""),
            ("{\t\"a\": 1}", "{\t\"a\": 1}"),
            (r#""\"#, r#""\"#),
        ] {
            assert_eq!(repair(raw).0, repaired);
        }
    }

    proptest! {
        #[test]
        fn good_json_stays_as_it_is(text in any::<String>()) {
            let json = serde_json::to_string(&text).unwrap();
            prop_assert_eq!(repair(&json), (json, ""));
        }

        #[test]
        fn no_text_panics(text in r#"[\\"uDd8a-f0-9é\n]{0,60}"#) {
            repair(&text);
        }
    }
}
