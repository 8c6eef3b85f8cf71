//! What stands below the article's last sentence: link lists, copyright lines, staff notes, the agency's day.

use dateline_corpus::Article;

use super::furniture::{self, Kind};
use super::header;
use crate::read::dates::Written;
use crate::read::notes::Notes;
use crate::read::paragraphs::Paragraph;

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
            Kind::Address if article.url.is_empty() => article.url = text.trim_matches(['<', '>']).to_owned(),
            Kind::Address => notes.dropped(line, "address", text),
            _ => match header::date_line(text).and_then(Written::day) {
                Some(date) if paragraphs.len() > 1 => {
                    article.date = article.date.or(Some(date));
                }
                _ => break,
            },
        }
        paragraphs.pop();
    }
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
    let written = header::date_line(&inner[open + 1..])?;
    // Nothing but the day, and a sentence before it.
    let before = text[..open].trim_end();
    crate::read::paragraphs::ends_sentence(before).then_some((written, before.len()))
}

#[cfg(test)]
mod tests {
    use super::{closing_day, reporters};
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
}
