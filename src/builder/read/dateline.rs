//! Where does the article say it comes from?
//!
//! News agencies open an article with place, day and their own name: `TOKYO (Reuters) - `, `TOKYO, March 16. /TASS/. `,
//! `SEOUL, South Korea (AP) — `, `TOKYO - (The Japan News/ANN) - `, `NEW DELHI: `. Forms after the Associated Press and
//! Reuters style books ("Datelines").

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::dates::{self, Written};
use super::outlets::{is_agency, is_no_place, is_outlet};
use super::pattern::pattern;

/// A dateline as found at the opening of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// As printed, without the dash that parts it from the text.
    pub printed: String,
    /// The place, in ordinary capitals: `Tokyo`, `Seoul, South Korea`; empty where only an agency is named.
    pub place: String,
    /// The agency or newspaper, as printed; empty where none is named.
    pub outlet: String,
    /// The day, as far as it is written.
    pub date: Option<Written>,
    /// Where the text goes on, in bytes.
    pub end: usize,
}

struct Forms {
    bracketed: Regex,
    slashed: Regex,
    bare: Regex,
    titled: Regex,
    dated: Regex,
    released: Regex,
    agency_only: Regex,
    byline: Regex,
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    // One to five words in capitals, perhaps with a second city after a slash or `and`.
    let caps = r"\p{Lu}[\p{Lu}\p{M}.'’-]*(?:[ /]\p{Lu}[\p{Lu}\p{M}.'’-]*){0,4}";
    let any = r"\p{Lu}[\p{L}\p{M}.'’-]*(?:[ /](?:\p{Lu}[\p{L}\p{M}.'’-]*|de|la|le|al|el|of|do|da|del|upon|sur)){0,4}";
    // `, Norway`, and `[Norway]` as ANI prints it.
    let region = r"(?:,\s\p{Lu}[\p{L}\p{M}.'’-]*(?:\s\p{Lu}[\p{L}\p{M}.'’-]*){0,3}|\s\[\p{Lu}[\p{L}\p{M}.'’ -]*\])";
    let dash = r"(?:-{1,3}|[–—―])";
    // A day after the place: a month's name and a number in either order, as far as `dates` can read it.
    let day = r"(?:[,.]?\s(?:\p{L}+day,?\s)?(?:\p{L}{3,9}\.?\s\d{1,2}|\d{1,2}\s\p{L}{3,9}\.?)(?:,?\s[12]\d{3})?)";
    Forms {
        bracketed: pattern(&format!(
            r"^(?P<printed>(?P<place>{any}{region}{{0,2}}?)(?P<day>{day})?[.,]?\s*(?:{dash}\s*)?\((?P<outlet>[^()\n]{{2,60}})\))\s*(?P<dash>{dash}|:|\.)?\s*"
        )),
        slashed: pattern(&format!(
            r"^(?P<printed>(?P<place>{any}{region}{{0,2}}?)(?P<day>{day})?[.,]?\s*/(?P<outlet>[^/\n]{{2,40}})/\.?)\s*(?P<dash>{dash}|:)?\s*"
        )),
        bare: pattern(&format!(
            r"^(?P<printed>(?P<place>{caps}{region}{{0,2}}?)(?P<day>{day})?\.?)(?P<dash>\s+{dash}\s+|\s*[—–―]\s*|\s*-{{2,3}}\s*|:\s+)"
        )),
        // `Manila, Philippines – More than`: without an agency only where a region and a new sentence frame the dash.
        titled: pattern(&format!(
            r"^(?P<printed>(?P<place>{any}{region}))\s+(?P<dash>[–—―])\s+[\p{{Lu}}\d“]"
        )),
        // `Manila, 12 January 2020 — Taal`: a whole day frames it as well.
        dated: pattern(&format!(
            r"^(?P<printed>(?P<place>{any}{region}{{0,2}}?)(?P<day>[,.]?\s(?:\p{{L}}+day,?\s)?(?:\p{{L}}{{3,9}}\.?\s\d{{1,2}}|\d{{1,2}}\s\p{{L}}{{3,9}}\.?),?\s[12]\d{{3}}))\s*(?P<dash>[–—―]|\s-{{1,2}}\s)\s*[\p{{Lu}}\d“]"
        )),
        // `Abu Dhabi, UAE; Madrid, Spain – 10 December 2024: Masdar`, `LONDON--(BUSINESS WIRE)--Dec 10, 2024--The`.
        released: pattern(&format!(
            r"^(?P<printed>(?P<place>{any}?{region}{{0,2}}?(?:\s?[;/]\s?{any}{region}{{0,2}}?){{0,3}})\s*(?:{dash}\s*)?(?:\((?P<outlet>[^()\n]{{2,60}})\)\s*)?{dash}\s*(?P<day>(?:\p{{L}}+day,?\s)?(?:\p{{L}}{{3,9}}\.?\s\d{{1,2}}|\d{{1,2}}\s\p{{L}}{{3,9}}\.?),?\s[12]\d{{3}}))(?P<dash>\s*[–—―:]|\s*-{{2,3}}|\s-)\s*[\p{{Lu}}\d“\x22]"
        )),
        agency_only: pattern(&format!(
            r"^(?P<printed>\((?P<outlet>[^()\n]{{2,60}})\))\s*(?P<dash>{dash}|:)?\s*"
        )),
        byline: pattern(
            r"^By (\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){0,3}(?:(?:,| and) \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}){0,3}?) (?:\p{Lu}{3})",
        ),
    }
});

/// The longest opening that is searched, in characters: a dateline is one line at most.
const LONGEST: usize = 200;

/// The dateline at the opening of a paragraph, if there is one and text follows it.
pub fn find(paragraph: &str) -> Option<Dateline> {
    let end = paragraph
        .char_indices()
        .nth(LONGEST)
        .map_or(paragraph.len(), |(i, _)| i);
    let opening = &paragraph[..end];
    let forms = &*FORMS;
    // The widest pattern: only where there is a year to find.
    let numbered = opening.bytes().any(|b| b.is_ascii_digit()).then_some(opening);
    let found = numbered
        .and_then(|opening| forms.released.captures(opening))
        .and_then(|c| released(&c))
        .or_else(|| forms.slashed.captures(opening).and_then(|c| with_outlet(&c, true)))
        .or_else(|| forms.bracketed.captures(opening).and_then(|c| with_outlet(&c, false)))
        .or_else(|| forms.bare.captures(opening).and_then(|c| bare(&c)))
        .or_else(|| forms.titled.captures(opening).map(|c| titled(&c, None)))
        .or_else(|| {
            let captures = forms.dated.captures(opening)?;
            let date = day(group(&captures, "day")).flatten()?;
            let place = group(&captures, "place");
            // `In Manila, 12 January 2020 – A`: a sentence.
            let opens = ["In", "On", "From", "At", "By"]
                .iter()
                .any(|word| place.split(' ').next() == Some(word));
            (!opens && !is_no_place(place)).then(|| titled(&captures, Some(date)))
        })
        .or_else(|| forms.agency_only.captures(opening).and_then(|c| agency_only(&c)))?;
    (!paragraph[found.end..].trim().is_empty()).then_some(found)
}

/// A byline run into the opening of a paragraph before its dateline: `By Ann Lee WASHINGTON (Reuters) - `.
/// Returns the names and the byte where the dateline starts.
pub fn run_in_byline(paragraph: &str) -> Option<(String, usize)> {
    let captures = FORMS.byline.captures(paragraph)?;
    let names = captures.get(1)?;
    let start = names.end() + 1;
    find(paragraph.get(start..)?).map(|_| (names.as_str().to_owned(), start))
}

fn group<'a>(c: &Captures<'a>, name: &str) -> &'a str {
    c.name(name).map_or("", |m| m.as_str())
}

fn with_outlet(c: &Captures, slashed: bool) -> Option<Dateline> {
    let (place, outlet, dash) = (group(c, "place"), group(c, "outlet").trim(), group(c, "dash"));
    let date = day(group(c, "day"))?;
    let known = is_outlet(outlet);
    let named = outlet.starts_with(|c: char| c.is_uppercase());
    let capitals = is_capitals(place);
    // Capitals and a dash tell a dateline by themselves; anything less needs a publisher's name.
    let sure = if slashed {
        known || (capitals && named)
    } else {
        known && (capitals || !dash.is_empty() || date.is_some()) || (capitals && named && !dash.is_empty())
    };
    (sure && !is_no_place(place)).then(|| make(c, place, outlet, date))
}

/// A whole day between two marks frames a dateline, whatever the place is.
fn released(c: &Captures) -> Option<Dateline> {
    let (place, outlet) = (group(c, "place"), group(c, "outlet").trim());
    let date = day(group(c, "day")).flatten().filter(|day| day.day().is_some())?;
    let no_place = place.split([' ', '/', ',']).any(is_no_place);
    (!no_place && (outlet.is_empty() || outlet.starts_with(char::is_uppercase))).then(|| Dateline {
        outlet: outlet.to_owned(),
        ..titled(c, Some(date))
    })
}

fn bare(c: &Captures) -> Option<Dateline> {
    let place = group(c, "place");
    let date = day(group(c, "day"))?;
    let city = place.split(',').next().unwrap_or_default();
    let letters = city.chars().filter(|c| c.is_alphabetic()).count();
    let colon = group(c, "dash").trim() == ":";
    // Short words in capitals are mostly abbreviations; a colon follows many things that are no place.
    let long_enough = letters >= 4 && (!colon || letters >= 5);
    let no_place = city.split([' ', '/']).any(is_no_place);
    let (opening, region) = place.split_once(',').unwrap_or((place, ""));
    let region_is_prose = region.split_whitespace().count() > 4;
    (long_enough && !no_place && !region_is_prose && is_capitals(opening)).then(|| make(c, place, "", date))
}

fn titled(c: &Captures, date: Option<Written>) -> Dateline {
    let mut found = make(c, group(c, "place"), "", date);
    // The pattern took the first letter of the text as well; all that can open it there is that one character.
    let opening = c.get(0).map_or("", |m| m.as_str());
    found.end -= opening.chars().next_back().map_or(0, char::len_utf8);
    found
}

fn agency_only(c: &Captures) -> Option<Dateline> {
    let outlet = group(c, "outlet").trim();
    let known = is_agency(outlet);
    known.then(|| make(c, "", outlet, None))
}

/// `Some(None)` where no day is written, `None` where what stands there is no day (and this no dateline).
fn day(written: &str) -> Option<Option<Written>> {
    if written.is_empty() {
        return Some(None);
    }
    dates::of_field(written).map(Some)
}

fn make(c: &Captures, place: &str, outlet: &str, date: Option<Written>) -> Dateline {
    Dateline {
        printed: group(c, "printed").trim().to_owned(),
        place: ordinary_capitals(place.trim_end_matches('-')),
        outlet: outlet.to_owned(),
        date,
        end: c.get(0).map_or(0, |m| m.end()),
    }
}

fn is_capitals(place: &str) -> bool {
    let city = place.split(',').next().unwrap_or_default();
    city.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !city.chars().any(char::is_lowercase)
}

/// `PORT-AU-PRINCE, Haiti` → `Port-Au-Prince, Haiti`; `WASHINGTON, D.C.` keeps its initials.
pub fn ordinary_capitals(place: &str) -> String {
    // `MOSCOW. June 4`: the full stop belongs to the dateline; that of `N.C.` to the name.
    let place = match place.strip_suffix('.') {
        Some(bare) if !bare.split([' ', ',']).next_back().unwrap_or_default().contains('.') && bare.len() > 4 => bare,
        _ => place,
    };
    let mut out = String::with_capacity(place.len());
    for (i, part) in place.split(',').enumerate() {
        if i > 0 {
            out.push(',');
        }
        let letters = part.chars().filter(|c| c.is_alphabetic()).count();
        let initials = i > 0 && letters <= if part.contains('.') { 4 } else { 3 };
        if part.chars().any(char::is_lowercase) || initials {
            out.push_str(part);
            continue;
        }
        let mut opens = true;
        for c in part.chars() {
            if opens {
                out.extend(c.to_uppercase());
            } else {
                out.extend(c.to_lowercase());
            }
            opens = !c.is_alphabetic() && c != '\'' && c != '’';
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{find, run_in_byline};

    fn check(text: &str, printed: &str, place: &str, outlet: &str, rest: &str) {
        let d = find(text).unwrap_or_else(|| panic!("no dateline in {text}"));
        assert_eq!(
            (d.printed.as_str(), d.place.as_str(), d.outlet.as_str(), &text[d.end..]),
            (printed, place, outlet, rest)
        );
    }

    #[test]
    fn datelines_as_agencies_print_them() {
        for (text, printed, place, outlet) in [
            ("OSLO (Reuters) - The", "OSLO (Reuters)", "Oslo", "Reuters"),
            (
                "OSLO, June 4 (Reuters) - The",
                "OSLO, June 4 (Reuters)",
                "Oslo",
                "Reuters",
            ),
            (
                "BERGEN, June 4. /TASS/. The",
                "BERGEN, June 4. /TASS/.",
                "Bergen",
                "TASS",
            ),
            (
                "SEOUL, South Korea (AP) — The",
                "SEOUL, South Korea (AP)",
                "Seoul, South Korea",
                "AP",
            ),
            (
                "CHARLOTTE, N.C. (AP) — The",
                "CHARLOTTE, N.C. (AP)",
                "Charlotte, N.C.",
                "AP",
            ),
            (
                "BEIJING, June 4 (Xinhua) -- The",
                "BEIJING, June 4 (Xinhua)",
                "Beijing",
                "Xinhua",
            ),
            (
                "MOSCOW. June 4 (Interfax) - The",
                "MOSCOW. June 4 (Interfax)",
                "Moscow",
                "Interfax",
            ),
            (
                "OSLO - (The Fjord Times/ANN) - The",
                "OSLO - (The Fjord Times/ANN)",
                "Oslo",
                "The Fjord Times/ANN",
            ),
            ("Paris (AFP) - The", "Paris (AFP)", "Paris", "AFP"),
            ("DUBAI, UAE — The", "DUBAI, UAE", "Dubai, UAE", ""),
            ("PORT-AU-PRINCE — The", "PORT-AU-PRINCE", "Port-Au-Prince", ""),
            ("NEW DELHI: The", "NEW DELHI", "New Delhi", ""),
            (
                "KABUL, Afghanistan — The",
                "KABUL, Afghanistan",
                "Kabul, Afghanistan",
                "",
            ),
            (
                "UNITED NATIONS, June 4, 2019 (Reuters) - The",
                "UNITED NATIONS, June 4, 2019 (Reuters)",
                "United Nations",
                "Reuters",
            ),
            (
                "LOS ANGELES/TOKYO (Reuters) - The",
                "LOS ANGELES/TOKYO (Reuters)",
                "Los Angeles/Tokyo",
                "Reuters",
            ),
            ("(CNN) The", "(CNN)", "", "CNN"),
            (
                "OSLO--(BUSINESS WIRE)--Jun 4, 2019--The",
                "OSLO--(BUSINESS WIRE)--Jun 4, 2019",
                "Oslo",
                "BUSINESS WIRE",
            ),
            (
                "Stord, Norway; Faro, Portugal – 4 June 2019: The",
                "Stord, Norway; Faro, Portugal – 4 June 2019",
                "Stord, Norway; Faro, Portugal",
                "",
            ),
            (
                "OSLO, Norway (AP) — June 4, 2019 — The",
                "OSLO, Norway (AP) — June 4, 2019",
                "Oslo, Norway",
                "AP",
            ),
            (
                "New Delhi, June 4 (PTI) The",
                "New Delhi, June 4 (PTI)",
                "New Delhi",
                "PTI",
            ),
            (
                "Panaji [India], June 4 (ANI): The",
                "Panaji [India], June 4 (ANI)",
                "Panaji [India]",
                "ANI",
            ),
            ("Manila, 12 January 2020 — The", "Manila, 12 January 2020", "Manila", ""),
            (
                "Manila, Philippines – The",
                "Manila, Philippines",
                "Manila, Philippines",
                "",
            ),
        ] {
            check(text, printed, place, outlet, "The");
        }
    }

    #[test]
    fn openings_that_are_no_dateline() {
        for text in [
            "The mayor (left) - who had come early - spoke.",
            "NATO – the alliance – met.",
            "BREAKING: The harbour is closed.",
            "Rex Tillerson (R) - a former oil executive - spoke.",
            "U.S. - Japan ties are strong.",
            "TOKYO was quiet on Thursday.",
            "Kishida, in March 2016 (see below) - as is known - spoke.",
            "OSLO (Reuters) - ",
            "Norway – on 4 June 2019 – won.",
            "A - B",
            "Lee, Ek – both of the council – spoke.",
            "",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }

    #[test]
    fn a_byline_run_into_the_text() {
        let text = "By Ann Lee and Bo Ek WASHINGTON (Reuters) - The";
        let (names, start) = run_in_byline(text).unwrap();
        assert_eq!(
            (names.as_str(), &text[start..]),
            ("Ann Lee and Bo Ek", "WASHINGTON (Reuters) - The")
        );
        assert_eq!(run_in_byline("By Thursday the talks had failed."), None);
    }
}
