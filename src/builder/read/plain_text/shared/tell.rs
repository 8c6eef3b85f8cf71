//! What is one thing on a line: a byline, a desk, an outlet, a place, a section?

use std::collections::HashSet;
use std::sync::LazyLock;

use dateline_corpus::text::slug;
use regex::Regex;

use crate::read::outlets::{is_agency, is_no_place, is_outlet};
use crate::read::pattern::pattern;
use crate::read::plain_text::furniture::{self, Kind};
use crate::read::plain_text::lines::{bare_names, byline};

struct Forms {
    role: Regex,
    reading: Regex,
    section: Regex,
    embargo: Regex,
    posted: Regex,
    credit: Regex,
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| Forms {
    role: pattern(
        r"^(?:(?i:our|the|a|by) )?(?:[\p{L}\p{M}&'’.-]+,? ){0,5}(?i:staff|(?:staff|our|contributing) (?:writers|reporters|correspondents)|correspondent|reporter|columnist|editor|editorial board|bureau chief|writer|contributor|(?:news|web|monitoring|international|foreign|sports|digital) desk|bureau|newsroom|agencies|wire services?)(?: and agencies)?(?: (?:in|at) \p{Lu}[\p{L}\p{M}.'’ -]{1,40})?$|^(?i:special to) .{3,40}$",
    ),
    reading: pattern(
        r"(?i)^(?:\d{1,3}[ -]?min(?:ute)?s?[ -](?:read|listen|watch)|reading time:? \d{1,3} ?min(?:ute)?s?\.?|\d{1,3}[ -]?min(?:ute)?s?)$",
    ),
    section: pattern(
        r"(?i)^(?:(?:guest )?(?:opinion|op-ed|essay|column)|viewpoint|perspectives?|explainer|explained|exclusive|breaking|feature|interview|review|profile|obituary|comment|factbox|fact check|investigation|special report|live(?: updates?)?|photo essay|in pictures|newsletter|podcast|long read|the long read|press release|news release|media release|statement|q&a|wrapup \d|update \d|for release)$",
    ),
    // `Ann Lee Political editor`, as a page that sets the post on a line of its own is copied.
    posted: pattern(
        r"^\p{Lu}[\p{L}\p{M}.'’-]+ \p{Lu}[\p{L}\p{M}.'’-]+,? (?:\p{Lu}[\p{L}'’-]*|and|&)(?: [\p{L}'’-]+){0,3} (?:editor|correspondent|reporter|columnist)$",
    ),
    credit: pattern(r"^(?i:editors?|edited by|editing by|editing|produced by):? \S.{1,60}$"),
    embargo: pattern(r"(?i)^(?:for )?immediate release$"),
});

/// Words of which names of people are not made, in lower case; the last words of leagues, houses and streets.
#[rustfmt::skip]
const NO_NAMES: &[&str] = &[
    "league", "cup", "open", "games", "olympics", "championship", "championships", "series", "final", "finals",
    "stadium", "arena", "united", "city", "athletic", "council", "party", "union", "university", "college", "school",
    "ministry", "department", "office", "bank", "house", "palace", "court", "committee", "commission", "parliament",
    "senate", "congress", "assembly", "group", "company", "street", "road", "square", "park", "airport", "hospital",
    "church", "museum", "county", "district", "state", "states", "province", "region", "republic", "kingdom",
    "affairs", "politics", "business", "economy", "sports", "world", "national", "international", "global", "central",
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "middle", "day", "week", "year",
    "edition", "report", "reports", "update", "updates", "news", "war", "crisis", "conflict", "election", "elections",
    "vote", "summit", "talks", "deal", "peace", "attack", "floods", "analysis", "desk", "staff", "team", "club",
    "island", "islands", "river", "lake", "mountain", "valley", "beach", "bay", "sea", "ocean", "coast", "border",
    "bridge", "tower", "centre", "center", "market", "markets", "exchange", "society", "foundation", "institute",
    "association", "federation", "organization", "organisation", "agency", "authority", "service", "services",
    "movement", "front", "army", "force", "forces", "navy", "police", "government", "wall", "marathon", "festival",
    "airlines", "airways", "awards", "prize", "tour", "derby", "administration", "supreme", "prime", "minister",
    "president",
];

/// Names of places in the tables, as slugs, so that `Priština` and `PRISTINA` are one.
static PLACES: LazyLock<HashSet<String>> = LazyLock::new(|| dateline_analysis::place_names().map(slug).collect());

/// Whether `by` stands in it, in any case: without, no pattern needs to look for a byline.
pub fn has_by(words: &str) -> bool {
    words.as_bytes().windows(2).any(|two| two.eq_ignore_ascii_case(b"by"))
}

/// How the byline of a paper or agency opens.
const BY_WORDS: [&str; 5] = ["By ", "Text by", "Words by", "Written by", "Report by"];

/// A byline with a word that says so: the names, and what follows them on the line.
pub fn named(words: &str) -> Option<(String, String)> {
    if !has_by(words) {
        return None;
    }
    let mut chars = words.chars();
    let first = chars.next()?;
    let opened: String = first.to_uppercase().chain(chars).collect();
    let Some((names, rest)) = byline(&opened) else {
        // `Text by: FRANCE 24`: no name of a person, but one that publishes.
        let (_, name) = opened.split_once("y ").or_else(|| opened.split_once("y: "))?;
        let paper = BY_WORDS.iter().any(|by| opened.starts_with(by)) && is_publisher(name, false);
        return paper.then(|| (name.to_owned(), String::new()));
    };
    // Without such a word it is names and a role.
    (names != opened).then_some((names, rest))
}

/// The post of who wrote it, or a desk: `Staff Correspondent`, `security editor`, `Reuters staff`.
pub fn is_role(words: &str) -> bool {
    /// Longer ones are clauses, in words.
    const MOST: usize = 8;
    // What every post has: cheaper to look for than the pattern.
    #[rustfmt::skip]
    const NOUNS: [&str; 11] = [
        "staff", "writer", "correspondent", "reporter", "columnist", "edit", "bureau", "contributor", "desk", "agenc", "special",
    ];
    let lower = words.to_lowercase();
    let others = lower.contains("newsroom") || lower.contains("wire service");
    words.split_whitespace().count() <= MOST
        && (others || NOUNS.iter().any(|noun| lower.contains(noun)))
        && FORMS.role.is_match(words)
}

/// A post that stands on a line of its own: few words, or a title in capitals. `Police arrest reporter at border` is none.
pub fn is_role_alone(words: &str) -> bool {
    /// Words of `Our foreign correspondent`, and of `Global Health Security Correspondent`.
    const FEW: usize = 3;
    let written: Vec<&str> = words.split(' ').collect();
    let opens = words.starts_with(char::is_uppercase);
    let titled = written.iter().all(|word| !word.starts_with(char::is_lowercase));
    let whose = written.len() > 2 && words.ends_with("staff");
    is_role(words) && opens && !whose && (written.len() <= FEW || titled)
}

/// The longest name of a section, in words.
const LONGEST_LABEL: usize = 6;

/// A section, a sort of article, or how long it takes to read.
pub fn is_label(words: &str) -> bool {
    // `Climate Home News` is made of words of menus, and is none: what menus say is shorter.
    let length = words.split(' ').count();
    let paper = length > 2 && is_outlet(words);
    if length > LONGEST_LABEL {
        return false;
    }
    FORMS.section.is_match(words)
        || FORMS.reading.is_match(words)
        || FORMS.embargo.is_match(words)
        || (!paper && matches!(furniture::kind(words), Kind::Section | Kind::Navigation))
}

/// A publisher's name. One in brackets may be an abbreviation that no list has: `(ADN)`.
pub fn is_publisher(words: &str, bracketed: bool) -> bool {
    let opens = words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    let capitals = |word: &str| word.len() >= 2 && word.chars().all(|c| c.is_uppercase() || c == '/' || c == '-');
    // `BBC Wales`, `AFP Sport`: an agency's house in a country, or one of its desks.
    let branch = capitals(first) && is_agency(first) && (is_place(rest) || ["News", "Sport", "World"].contains(&rest));
    let short = bracketed && capitals(words) && (2..=8).contains(&words.chars().count());
    (opens && is_outlet(words)) || (bracketed && is_agency(words)) || branch || short
}

/// A place that the tables have, or two: `ASTANA/BAKU`.
pub fn is_place(words: &str) -> bool {
    let opens = words.starts_with(char::is_uppercase);
    let cities = || words.split('/');
    let known = |name: &str| PLACES.contains(&slug(name)) && !is_no_place(name.trim());
    opens && words.len() < 60 && (known(words) || (cities().count() > 1 && cities().all(known)))
}

/// One word in capitals, as agencies print a town: `GUDVANGEN`.
pub fn is_town_in_capitals(words: &str) -> bool {
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let shape = words.chars().all(|c| c.is_uppercase() || "-'’".contains(c));
    letters >= 5 && shape && !is_no_place(words) && !is_outlet(words)
}

/// What stands behind a town and a comma: a country or state, one word or an abbreviation that no table needs to have.
pub fn is_region(words: &str) -> bool {
    let opens = words.starts_with(char::is_uppercase);
    let one = !words.contains(' ') && words.chars().all(|c| c.is_alphabetic() || ".-'’".contains(c));
    opens && (is_place(words) || (one && !is_outlet(words)))
}

/// Names of people and nothing else, perhaps with where each was, or with their post behind them: as printed, but for the
/// place of a single one, which stands by itself.
pub fn names(words: &str) -> Option<(String, String)> {
    let posts = ["editor", "correspondent", "reporter", "columnist"];
    if posts.iter().any(|post| words.ends_with(post)) && FORMS.posted.is_match(words) {
        return Some((words.to_owned(), String::new()));
    }
    let of_none = |word: &str| NO_NAMES.contains(&word.to_lowercase().as_str());
    let mut places = Vec::new();
    let mut people = Vec::new();
    for part in words.split(" and ").flat_map(|part| part.split(" & ")) {
        match part.rsplit_once(" in ").filter(|(_, place)| is_place(place)) {
            Some((name, place)) => {
                places.push(place);
                people.push(name.strip_prefix("From ").unwrap_or(name));
            }
            // `Ann Lee and agencies`
            None if part == "agencies" && !people.is_empty() => {}
            None => people.push(part),
        }
    }
    let is_name =
        |name: &&str| bare_names(name, 1).is_some() && !name.split([' ', ',']).any(of_none) && !is_place(name);
    if is_outlet(words) || people.is_empty() || !people.iter().all(is_name) {
        return None;
    }
    match (people.as_slice(), places.as_slice()) {
        ([name], [place]) if !words.ends_with(" agencies") => Some(((*name).to_owned(), format!("in {place}"))),
        _ => Some((words.to_owned(), String::new())),
    }
}

/// Who else had a hand in it: `Editor: huaxia`.
pub fn is_credit(words: &str) -> bool {
    FORMS.credit.is_match(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_thing_is_told_from_the_others() {
        for (words, expected) in [
            ("By Ann Lee", "byline"),
            ("by Ann Lee in Bergen", "byline"),
            ("Interview by Ann Lee", "byline"),
            ("Staff Correspondent", "role"),
            ("security and defence editor", "role"),
            ("Fjordnett staff", "role"),
            ("Opinion", "label"),
            ("PRESS RELEASE", "label"),
            ("5 min read", "label"),
            ("The Fjord Times", "outlet"),
            ("BBC Wales", "outlet"),
            ("Abuja", "place"),
            ("Priština", "place"),
            ("NEW YORK", "place"),
            ("ASTANA/BAKU", "place"),
            ("GUDVANGEN", "place"),
            ("Ann B. Lee", "names"),
            ("Ann Lee in Paris and Bo Ek in Oslo", "names"),
            ("Ann Lee and agencies", "names"),
            ("Ann Lee Political editor", "names"),
            ("Police arrest Oslo reporter", ""),
            ("Premier League", ""),
            ("Kenya woke", ""),
            ("ANN LEE", ""),
            ("The harbour", ""),
            ("EXCLUSIVE", "label"),
            ("", ""),
        ] {
            let found = if named(words).is_some() {
                "byline"
            } else if is_label(words) {
                "label"
            } else if is_role_alone(words) || (is_role(words) && !words.starts_with(char::is_uppercase)) {
                "role"
            } else if is_publisher(words, false) {
                "outlet"
            } else if is_place(words) || is_town_in_capitals(words) {
                "place"
            } else if names(words).is_some() {
                "names"
            } else {
                ""
            };
            assert_eq!(found, expected, "{words}");
        }
    }
}
