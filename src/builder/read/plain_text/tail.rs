//! What stands below the article's last sentence: link lists, copyright lines, staff notes, the agency's day.

use dateline_corpus::Article;

use super::furniture::{self, Kind};
use super::header;
use super::lines;
use crate::read::dates::Written;
use crate::read::notes::Notes;
use crate::read::outlets::is_agency;
use crate::read::paragraphs::{Paragraph, ends_sentence};

/// Takes away what follows the article, from the end upwards; a date found there fills the article's.
pub fn cut(article: &mut Article, paragraphs: &mut Vec<Paragraph>, notes: &mut Notes) {
    cut_from_more(paragraphs, notes);
    while let Some(last) = paragraphs.last() {
        let (text, line) = (last.text.as_str(), last.line);
        match furniture::kind(text) {
            Kind::Item if furniture::is_link_like(text) => notes.dropped(line, "link list", text),
            Kind::Navigation | Kind::Section | Kind::More => notes.dropped(line, "navigation words", text),
            Kind::Copyright => notes.dropped(line, "copyright line", text),
            Kind::EndMark => {}
            Kind::Staff => {
                if article.byline.is_empty() {
                    article.byline = reporters(text);
                }
                notes.dropped(line, "staff note", text);
            }
            Kind::Address => take_address(article, text, line, notes),
            _ if is_source_line(text) => {
                if article.source.is_empty() {
                    article.source = text.split_once(':').map_or("", |(_, name)| name.trim()).to_owned();
                }
            }
            _ => match lines::date_line(text).and_then(Written::day) {
                Some(date) if paragraphs.len() > 1 => {
                    article.date = article.date.or(Some(date));
                }
                _ => break,
            },
        }
        paragraphs.pop();
    }
}

/// `SOURCE: AGENCIES` alone on a line.
fn is_source_line(text: &str) -> bool {
    let named = text
        .split_once(':')
        .filter(|(key, _)| key.eq_ignore_ascii_case("source"));
    named.is_some_and(|(_, name)| (1..=8).contains(&name.split_whitespace().count()) && !name.trim_end().ends_with('.'))
}

/// The first web address is the article's; any other, and every mail address, is dropped.
pub fn take_address(article: &mut Article, text: &str, line: u32, notes: &mut Notes) {
    if article.url.is_empty() && !text.contains('@') {
        article.url = text.trim_matches(['<', '>']).to_owned();
    } else {
        notes.dropped(line, "address", text);
    }
}

/// Takes the agency's signature off a last paragraph (`… he said. (AFP)`, `… he said. — Reuters`, `… said. Enditem`);
/// returns the name it gives, if any.
pub fn take_signature(text: &mut String) -> Option<String> {
    const END_WORDS: &[&str] = &["Enditem", "ENDS", "-ENDS-", "###", "END", "REUTER"];
    let trimmed = text.trim_end();
    let last = trimmed.rsplit([' ', '\u{2014}', '\u{2013}']).next().unwrap_or_default();
    let bare = last.trim_start_matches('-').trim_matches(['(', ')', '/', '.']);
    let before = trimmed[..trimmed.len() - last.len()].trim_end_matches([' ', '-', '\u{2013}', '\u{2014}']);
    let marked = last.starts_with(['(', '-', '/']) || trimmed.len() - last.len() - before.len() > 1;
    let signed = marked && is_agency(bare);
    if before.is_empty() || !ends_sentence(before) || !(signed || END_WORDS.contains(&last)) {
        return None;
    }
    let (name, end) = (signed.then(|| bare.to_owned()), before.len());
    text.truncate(end);
    name
}

/// Cuts a list of other articles: from a heading such as `More Stories` on, so far as no sentence follows.
fn cut_from_more(paragraphs: &mut Vec<Paragraph>, notes: &mut Notes) {
    let kinds: Vec<Kind> = paragraphs.iter().map(|p| furniture::kind(&p.text)).collect();
    let own = |(p, kind): (&Paragraph, &Kind)| *kind == Kind::Text && header::is_prose(&p.text);
    let after_text = paragraphs.iter().zip(&kinds).rposition(own).map_or(0, |last| last + 1);
    let Some(at) = kinds[after_text..].iter().position(|kind| *kind == Kind::More) else {
        return;
    };
    for p in paragraphs.drain(after_text + at..) {
        notes.dropped(p.line, "link list", &p.text);
    }
}

/// `(Reporting by Ann Lee in Oslo; Editing by Bo Ek)` → `Ann Lee`.
fn reporters(note: &str) -> String {
    let note = note.trim_matches(['(', ')', '.']);
    let names = note.split_once(" by ").map_or("", |(_, names)| names);
    let names = names.split([';', '.']).next().unwrap_or_default();
    names.split(" in ").next().unwrap_or_default().trim().to_owned()
}

/// The day in brackets that some agencies close with, `… he said. (April 10)`, and the byte where the bracket opens.
pub fn closing_day(text: &str) -> Option<(Written, usize)> {
    let inner = text.trim_end().strip_suffix(')')?;
    let open = inner.rfind('(')?;
    if inner.len() - open > 40 {
        return None;
    }
    let written = lines::date_line(&inner[open + 1..])?;
    // Nothing but the day, and a sentence before it.
    let before = text[..open].trim_end();
    ends_sentence(before).then_some((written, before.len()))
}

#[cfg(test)]
mod tests {
    use super::{closing_day, reporters, take_signature};
    use crate::read::dates::Written;

    #[test]
    fn the_closing_day_is_found_and_nothing_else() {
        assert_eq!(closing_day("He left. (April 10)"), Some((Written::DayOfYear(4, 10), 8)));
        for text in [
            "He left (April 10)",
            "He left. (Reuters)",
            "He left. (see April 10)",
            "(April 10)",
            "He left.)",
        ] {
            assert_eq!(closing_day(text), None, "{text}");
        }
    }

    #[test]
    fn reporters_are_named_without_their_desk() {
        assert_eq!(
            reporters("(Reporting by Ann Lee and Bo Ek in Oslo; Editing by Cy Dee)"),
            "Ann Lee and Bo Ek"
        );
    }

    #[test]
    fn signatures_come_off_and_sentences_stay() {
        for (text, left, name) in [
            ("He left. (AFP)", "He left.", Some("AFP")),
            ("He left. — Reuters", "He left.", Some("Reuters")),
            ("He left.—Reuters", "He left.", Some("Reuters")),
            ("He left. -AP", "He left.", Some("AP")),
            ("He left. Enditem", "He left.", None),
            ("He left for Reuters", "He left for Reuters", None),
            ("He left. (Bergen)", "He left. (Bergen)", None),
            ("He told Reuters.", "He told Reuters.", None),
            ("(AFP)", "(AFP)", None),
        ] {
            let mut text = text.to_owned();
            assert_eq!((take_signature(&mut text).as_deref(), text.as_str()), (name, left));
        }
    }
}
