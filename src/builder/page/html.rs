//! HTML by hand: escaping, filling the template, and the page as it looks before any script runs.

use std::fmt::Write as _;

use dateline_corpus::Date;

use super::{ListItem, Listing, PageError};

/// Longest title and lead in a list, in characters: a list stays a list whatever the articles hold.
const TITLE_MAX: usize = 300;
const LEAD_MAX: usize = 400;

/// The search box, before the program is there: what is typed into it early, the program takes over.
pub(super) const SEARCH: &str = "<div role=\"search\"><label for=\"q\">Search the articles</label> \
     <input id=\"q\" type=\"search\" dir=\"auto\" placeholder=\"Search the articles\" autocomplete=\"off\" \
     autocapitalize=\"none\" spellcheck=\"false\" enterkeyhint=\"search\"></div>";

/// The page's first heading: the product, and the corpus's title where that says more.
pub(super) fn heading(title: &str) -> String {
    let title = match title {
        "" | "Dateline" => String::new(),
        title => format!(
            " <span class=\"corpus-title\" dir=\"auto\">{}</span>",
            escape(&shorten(title, TITLE_MAX))
        ),
    };
    format!("<h1 class=\"brand\"><span class=\"wordmark\">Dateline</span>{title}</h1>")
}

/// Text as HTML text or as the value of an attribute in double quotes.
///
/// Control characters other than tab and line feed, which HTML forbids, become U+FFFD.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(c),
            c if c.is_control() => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

/// The template with each `{{place}}` filled; what is filled in is not searched for places again.
///
/// A place that starts with `!` is a remark to the template's reader, and nothing takes its place.
/// Every other place must be known and every value used: a misspelt place is an error, never a hole in a page.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> Result<String, PageError> {
    let wrong = |place: &str, found| {
        Err(PageError::Template {
            place: place.into(),
            found,
        })
    };
    let mut out = String::with_capacity(template.len() + values.iter().map(|(_, value)| value.len()).sum::<usize>());
    let mut used = vec![false; values.len()];
    let mut rest = template;
    while let Some(start) = rest.find("{{") {
        out.push_str(&rest[..start]);
        let Some(length) = rest[start..].find("}}") else {
            return wrong(&rest[start + 2..], "not closed");
        };
        let place = rest[start + 2..start + length].trim();
        match values.iter().position(|(name, _)| *name == place) {
            None if place.starts_with('!') => {}
            Some(index) => {
                out.push_str(values[index].1);
                used[index] = true;
            }
            None => return wrong(place, "unknown"),
        }
        rest = &rest[start + length + 2..];
    }
    out.push_str(rest);
    match used.iter().position(|used| !used) {
        Some(index) => wrong(values[index].0, "absent"),
        None => Ok(out),
    }
}

/// The articles `from..to` of a listing as an ordered list, and `after` it some HTML. With `link`, each title leads to
/// the article in the page.
pub(super) fn article_list(listing: &Listing, from: usize, to: usize, link: bool, after: &str) -> String {
    let items = listing.items.get(from..to.min(listing.items.len())).unwrap_or_default();
    if items.is_empty() {
        return format!("<div class=\"plain-list\"><p>This page holds no articles.</p>\n{after}</div>\n");
    }
    let mut out = format!("<div class=\"plain-list\"><ol start=\"{}\">\n", from + 1);
    for item in items {
        push_item(&mut out, item, &listing.language, link);
    }
    out.push_str("</ol>\n");
    out.push_str(after);
    out.push_str("</div>\n");
    out
}

fn push_item(out: &mut String, item: &ListItem, corpus_language: &str, link: bool) {
    let language = if item.language.is_empty() {
        corpus_language
    } else {
        &item.language
    };
    let title = escape(&shorten(&item.title, TITLE_MAX));
    let lang = if language.is_empty() {
        String::new()
    } else {
        format!(" lang=\"{}\"", escape(language))
    };
    let title = match link {
        true => format!("<a href=\"./#article={}\">{title}</a>", fragment(&item.id)),
        false => title,
    };
    let _ = write!(out, "<li><article{lang}><h2 dir=\"auto\">{title}</h2>");
    let mut about = Vec::new();
    if !item.outlet.is_empty() {
        about.push(format!(
            "<bdi class=\"outlet\">{}</bdi>",
            escape(&shorten(&item.outlet, TITLE_MAX))
        ));
    }
    if !item.date.is_empty() {
        about.push(match Date::parse_iso(&item.date) {
            Some(date) => format!("<time datetime=\"{}\">{}</time>", escape(&item.date), date.in_words()),
            None => format!("<bdi>{}</bdi>", escape(&item.date)),
        });
    }
    if !item.place.is_empty() {
        about.push(format!("<bdi>{}</bdi>", escape(&shorten(&item.place, TITLE_MAX))));
    }
    if !about.is_empty() {
        let _ = write!(out, "<p class=\"about\" lang=\"en\">{}</p>", about.join(" · "));
    }
    if !item.lead.is_empty() {
        let _ = write!(
            out,
            "<p class=\"lead\" dir=\"auto\">{}</p>",
            escape(&shorten(&item.lead, LEAD_MAX))
        );
    }
    out.push_str("</article></li>\n");
}

/// At most `max` characters, cut at a space where there is one near the end, with an ellipsis where something is cut.
fn shorten(text: &str, max: usize) -> String {
    match text.char_indices().nth(max) {
        None => text.to_owned(),
        Some((end, _)) => {
            let cut = text[..end].rfind(' ').filter(|space| *space > end / 2).unwrap_or(end);
            format!("{}…", text[..cut].trim_end())
        }
    }
}

/// An id as it stands in an address's fragment: everything but unreserved characters (RFC 3986, 2.3) percent-encoded.
fn fragment(id: &str) -> String {
    let mut out = String::new();
    for byte in id.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(byte as char),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_text() {
        let item = ListItem {
            id: "a\"><script>".into(),
            title: "<script>alert(1)</script>\0\u{1b}".into(),
            outlet: "\" onmouseover=\"x".into(),
            date: "<b>2017".into(),
            place: "<img src=x onerror=alert(1)>".into(),
            language: "en\" onload=\"x".into(),
            lead: "{{scripts}} & \u{202e}evil ".repeat(100_000),
        };
        let html = article_list(
            &Listing {
                items: vec![item],
                ..Listing::default()
            },
            0,
            10,
            true,
            "",
        );
        for forbidden in ["<script", "<img", "\" on", "<b>", "\0", "\u{1b}"] {
            assert!(!html.contains(forbidden), "{forbidden:?} in {html}");
        }
        assert!(html.len() < 3000, "a lead is cut short: {} bytes", html.len());
        let page = fill("<p>{{list}}</p>", &[("list", &html)]).unwrap();
        assert!(page.contains("{{scripts}}"), "what is filled in is not a template");
    }

    #[test]
    fn a_template_that_does_not_fit_is_an_error() {
        let check = |template: &str, expected: &str| {
            let message = fill(template, &[("title", "T")]).unwrap_err().to_string();
            assert!(message.contains(expected), "{template}: {message}");
        };
        check("{{title}} {{titel}}", "titel");
        check("{{title}} {{ti", "not closed");
        check("no place", "absent");
        assert_eq!(
            fill("a {{ title }} b{{! remark }}", &[("title", "T")]).unwrap(),
            "a T b"
        );
    }

    #[test]
    fn long_text_is_cut_at_a_word() {
        assert_eq!(shorten("one two three", 9), "one two…");
        assert_eq!(shorten("one two", 7), "one two");
        assert_eq!(shorten("ééééé", 3), "ééé…");
    }
}
