//! Which language does a field name?

/// Languages by their English and their own names, in lower case, with their BCP 47 tags.
#[rustfmt::skip]
const BY_NAME: &[(&str, &str)] = &[
    ("english", "en"), ("french", "fr"), ("français", "fr"), ("german", "de"), ("deutsch", "de"), ("spanish", "es"),
    ("español", "es"), ("portuguese", "pt"), ("português", "pt"), ("italian", "it"), ("italiano", "it"), ("dutch", "nl"),
    ("russian", "ru"), ("русский", "ru"), ("arabic", "ar"), ("chinese", "zh"), ("中文", "zh"), ("japanese", "ja"),
    ("日本語", "ja"), ("korean", "ko"), ("한국어", "ko"), ("thai", "th"),
];

/// A BCP 47 tag in its usual case, or the tag of a language named in English or by itself.
pub fn tag(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    if let Some((_, tag)) = BY_NAME.iter().find(|(name, _)| *name == lower) {
        return Some((*tag).to_owned());
    }
    let tag = text.replace('_', "-");
    let mut parts = tag.split('-');
    let language = parts
        .next()
        .filter(|l| (2..=3).contains(&l.len()) && l.chars().all(|c| c.is_ascii_alphabetic()))?;
    let mut out = language.to_ascii_lowercase();
    for part in parts {
        if part.is_empty() || part.len() > 8 || !part.chars().all(|c| c.is_ascii_alphanumeric()) {
            return None;
        }
        out.push('-');
        // RFC 5646, 2.1.1: scripts in title case, regions in upper case, the rest in lower case.
        match part.len() {
            2 => out.push_str(&part.to_ascii_uppercase()),
            4 => {
                out.push_str(&part[..1].to_ascii_uppercase());
                out.push_str(&part[1..].to_ascii_lowercase());
            }
            _ => out.push_str(&part.to_ascii_lowercase()),
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::tag;

    #[test]
    fn tags_take_their_usual_case() {
        for (text, expected) in [
            ("EN", Some("en")),
            ("zh_hant_tw", Some("zh-Hant-TW")),
            ("English", Some("en")),
            ("x", None),
            ("en us", None),
            ("日本語", Some("ja")),
        ] {
            assert_eq!(tag(text).as_deref(), expected, "{text}");
        }
    }
}
