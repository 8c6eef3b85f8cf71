//! Who publishes news: names of agencies, and words that mark a publisher. Data: add to it where others are met.

/// Agencies and broadcasters that sign datelines, in lower case. A list is needed where the form alone does not tell:
/// `Paris (AFP) - ` is a dateline, `Hilton (right) - ` is not.
#[rustfmt::skip]
const AGENCIES: &[&str] = &[
    "reuters", "thomson reuters foundation", "ap", "associated press", "the associated press", "afp",
    "agence france-presse", "tass", "itar-tass", "xinhua", "kyodo", "kyodo news", "jiji", "jiji press", "yonhap", "upi",
    "dpa", "efe", "ansa", "interfax", "ria novosti", "ria", "sputnik", "pti", "ani", "ians", "kcna", "cnn", "bbc",
    "bloomberg", "ann", "anadolu", "aa", "al jazeera", "bernama", "antara", "voa", "rfe/rl", "cna", "irna", "isna",
    "sana", "wam", "spa", "nhk", "pa", "cp", "the canadian press", "aap", "ips", "irin", "apa", "ats", "belga", "anp",
    "pap", "ctk", "mti", "lusa", "ntb", "tt", "ritzau", "stt", "unian", "ukrinform", "mehr", "petra", "kuna", "qna",
    "nna", "unb", "bss", "app", "vna", "tna", "pna", "marketwatch", "dow jones", "axios", "politico",
];

/// Papers and broadcasters whose names have no word that marks them, in lower case.
#[rustfmt::skip]
const MASTHEADS: &[&str] = &[
    "le monde", "le figaro", "libération", "el país", "el mundo", "la repubblica", "corriere della sera", "der spiegel",
    "die zeit", "deutsche welle", "dw", "france 24", "euronews", "npr", "pbs", "cnbc", "espn", "sky sports", "wired",
    "forbes", "fortune", "the economist", "the atlantic", "the independent", "the conversation", "vox", "rfi", "rtl", "ard",
    "zdf", "orf", "srf", "swissinfo", "rté", "cbc", "the hindu", "the indian express", "dawn", "haaretz", "al arabiya",
    "al jazeera english", "the kyiv independent", "press trust of india", "the intercept", "propublica", "nikkei asia", "caixin",
    "cricbuzz", "prnewswire", "local democracy reporting service",
];

/// Words of publishers' names that make no such name together, in lower case.
#[rustfmt::skip]
const NO_OUTLETS: &[&str] = &[
    "press release", "news release", "media release", "press conference", "breaking news", "latest news", "top news",
    "more news", "post office", "social media",
];

/// Words that mark a name as that of a publisher.
#[rustfmt::skip]
const PUBLISHER_WORDS: &[&str] = &[
    "news", "press", "agency", "times", "post", "daily", "herald", "tribune", "journal", "gazette", "mail", "star",
    "globe", "guardian", "observer", "chronicle", "telegraph", "examiner", "courier", "standard", "sentinel", "wire",
    "shimbun", "zeitung", "bulletin", "register", "dispatch", "monitor", "broadcasting", "network", "media", "newswire",
];

/// Words in capitals that open a text before a dash or colon and are no place.
#[rustfmt::skip]
const NO_PLACES: &[&str] = &[
    "NATO", "OPEC", "ASEAN", "UNICEF", "UNESCO", "NASA", "BRICS", "FIFA", "UEFA", "COVID", "BREAKING", "UPDATE",
    "UPDATED", "EXCLUSIVE", "WATCH", "ANALYSIS", "OPINION", "EDITORIAL", "CORRECTED", "CORRECTION", "FACTBOX",
    "EXPLAINER", "INTERVIEW", "TIMELINE", "FEATURE", "REVIEW", "COMMENT", "COMMENTARY", "NOTE", "WARNING", "SUMMARY",
    "BACKGROUND", "QUESTION", "ANSWER", "PHOTOS", "VIDEO", "LIVE", "NEWS", "ALERT", "SPORT", "SPORTS", "ATTENTION",
    "ABSTRACT", "ADVERTISEMENT", "DEVELOPING", "SUBSCRIBE", "EDITOR", "THAAD", "AUKUS", "IAEA", "UNHCR", "UNRWA", "WHO", "EU",
];

/// Whether a name is that of a known agency, or has a word that publishers' names have.
pub fn is_outlet(name: &str) -> bool {
    let lower = name.trim().to_lowercase();
    if NO_OUTLETS.contains(&lower.as_str()) {
        return false;
    }
    AGENCIES.contains(&lower.as_str())
        || MASTHEADS.contains(&lower.as_str())
        || lower.split('/').any(|part| AGENCIES.contains(&part.trim()))
        || (lower.split_whitespace().count() <= 6
            && lower
                .split(|c: char| !c.is_alphanumeric())
                .any(|w| PUBLISHER_WORDS.contains(&w)))
}

/// Whether a name is that of a known agency.
pub fn is_agency(name: &str) -> bool {
    AGENCIES.contains(&name.trim().to_lowercase().as_str())
}

/// Whether a word in capitals is one that opens texts like a place and is none.
pub fn is_no_place(word: &str) -> bool {
    NO_PLACES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::is_outlet;

    #[test]
    fn publishers_are_told_from_other_names() {
        for name in [
            "Reuters",
            "reuters",
            "Kyodo News",
            "The Fjord Times",
            "AFP/Jiji",
            "Oslo Herald-Tribune",
        ] {
            assert!(is_outlet(name), "{name}");
        }
        for name in [
            "Ann Lee",
            "PRESS RELEASE",
            "left",
            "The city council of Oslo",
            "see below",
            "",
        ] {
            assert!(!is_outlet(name), "{name}");
        }
    }
}
