//! Figures, days and names as the page prints them. Pure.

use dateline_corpus::date::month_name;
use dateline_corpus::{Date, EntityKind, Group};

/// A length to the whole unit, as an attribute.
pub fn whole(value: f32) -> String {
    (value.round() as i32).to_string()
}

/// `15–17 March 2017`, `15 March – 10 April 2017`, `30 December 2016 – 2 January 2017`; open ends as `from` and `until`.
pub fn days(from: Option<Date>, to: Option<Date>) -> String {
    match (from, to) {
        (None, None) => String::new(),
        (Some(a), None) => format!("from {}", a.in_words()),
        (None, Some(b)) => format!("until {}", b.in_words()),
        (Some(a), Some(b)) if a == b => a.in_words(),
        (Some(a), Some(b)) => {
            let ((ay, am, ad), (by, bm, _)) = (a.parts(), b.parts());
            let month = month_name(am);
            match (ay == by, am == bm) {
                (true, true) => format!("{ad}–{}", b.in_words()),
                (true, false) => format!("{ad} {month} – {}", b.in_words()),
                (false, _) => format!("{} – {}", a.in_words(), b.in_words()),
            }
        }
    }
}

/// `19,043`.
pub fn number(n: u32) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// `1 article`, `19,043 articles`.
pub fn count(n: u32, one: &str) -> String {
    format!("{} {one}{}", number(n), if n == 1 { "" } else { "s" })
}

/// `5 results for “missile”`, `5 articles` without words; what is announced and what stands above the list.
pub fn results(total: u32, query: &str) -> String {
    match query.trim() {
        "" => count(total, "article"),
        words => format!("{} for {}", count(total, "result"), clip(words, 80)),
    }
}

/// Characters of a name that are shown among words of the page; a longer one is cut. The longest names of real bodies
/// (ministries, treaties) have about 100.
pub const NAME: usize = 120;

/// At most `most` characters, an ellipsis where some were left out.
pub fn clip(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.to_owned(),
    }
}

/// Text for a window title or a label, where no element can isolate it: the characters that turn the direction of
/// what follows (Unicode UAX #9, explicit formatting) and controls are left out.
pub fn plain(text: &str) -> String {
    let turns = |c: &char| matches!(c, '\u{061C}' | '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let kept: String = text
        .chars()
        .take(NAME + 1)
        .filter(|c| !turns(c) && !c.is_control())
        .collect();
    clip(&kept, NAME)
}

/// A group's heading.
pub fn group_heading(group: Group) -> &'static str {
    match group {
        Group::Country => "Countries",
        Group::Person => "People",
        Group::Organisation => "Organisations",
        Group::Place => "Places",
        Group::Outlet => "Outlets",
    }
}

/// One value of a group, as in `Find a country`.
pub fn group_noun(group: Group) -> &'static str {
    group.word()
}

/// A kind as a card names it.
pub fn kind_name(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Country => "Country",
        EntityKind::Person => "Person",
        EntityKind::Organisation => "Organisation",
        EntityKind::Place => "Place",
        EntityKind::Region => "Region",
    }
}

/// The name of a facet value; an outlet that is not named says so.
pub fn value_name(group: Group, name: &str) -> String {
    match (group, name.is_empty()) {
        (Group::Outlet, true) => "Not named".into(),
        _ => clip(name, NAME / 2),
    }
}

#[cfg(test)]
mod tests {
    use dateline_corpus::Date;

    use super::{clip, count, days, number, plain, results};

    #[test]
    fn ranges_of_days_name_what_differs() {
        let d = |s| Date::parse_iso(s);
        for (from, to, expect) in [
            ("", "", ""),
            ("2017-03-15", "", "from 15 March 2017"),
            ("", "2017-03-15", "until 15 March 2017"),
            ("2017-03-15", "2017-03-15", "15 March 2017"),
            ("2017-03-15", "2017-03-17", "15–17 March 2017"),
            ("2017-03-15", "2017-04-10", "15 March – 10 April 2017"),
            ("2016-12-30", "2017-01-02", "30 December 2016 – 2 January 2017"),
        ] {
            assert_eq!(days(d(from), d(to)), expect);
        }
    }

    #[test]
    fn numbers_are_grouped_by_thousands() {
        for (n, expect) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(number(n), expect);
        }
        assert_eq!(count(1, "article"), "1 article");
        assert_eq!(results(2, " missile "), "2 results for missile");
        assert_eq!(results(1, ""), "1 article");
    }

    #[test]
    fn long_and_hostile_names_become_short_plain_labels() {
        assert_eq!(clip("Zürich", 2), "Zü…");
        assert_eq!(plain("a\u{202E}b\u{2066}c\nd"), "abcd");
        assert_eq!(plain(&"x".repeat(10_000)).chars().count(), super::NAME + 1);
    }
}
