//! The last steps that every format shares: the dateline moves out of the body, and the body becomes the article's text.

use dateline_corpus::Article;

use super::dateline::{self, Dateline};
use super::dates::Written;
use super::notes::Notes;
use super::plain_text;

/// Moves the dateline from the opening of the body to its own fields; what the file itself says about them stays.
/// Returns the dateline's day where that has no year.
pub fn take_dateline(article: &mut Article, paragraphs: &mut [String]) -> Option<Written> {
    // A sub-head or standfirst may stand first; further down a dateline would open another article.
    let line = paragraphs.iter().take(3).enumerate().find_map(|(i, p)| {
        let said = plain_text::read_shared(p, plain_text::Beside::default())?;
        (said.dateline == p.trim()).then_some((i, said))
    });
    if let Some((at, said)) = line.filter(|_| paragraphs.len() > 1) {
        paragraphs[at].clear();
        return plain_text::apply(article, &said);
    }
    let (at, found) = paragraphs
        .iter()
        .take(3)
        .enumerate()
        .find_map(|(i, p)| Some((i, dateline::find(p)?)))?;
    let undecided = apply(article, &found);
    paragraphs[at].drain(..found.end);
    undecided
}

/// Fills the fields that a dateline tells and the article does not have yet.
pub fn apply(article: &mut Article, found: &Dateline) -> Option<Written> {
    for (field, value) in [
        (&mut article.dateline, &found.printed),
        (&mut article.place, &found.place),
        (&mut article.outlet, &found.outlet),
    ] {
        if field.is_empty() {
            field.clone_from(value);
        }
    }
    if article.date.is_none() {
        article.date = found.date.and_then(Written::day);
    }
    found.date.filter(|_| article.date.is_none())
}

/// Makes the paragraphs the article's text. `None`, with a warning, where there are none.
pub fn finish(mut article: Article, paragraphs: &[String], notes: &mut Notes) -> Option<Article> {
    let kept: Vec<&str> = paragraphs.iter().map(|p| p.trim()).filter(|p| !p.is_empty()).collect();
    article.text = kept.join("\n\n");
    if article.text.is_empty() {
        notes.advise(
            None,
            "empty article: it has no text and was left out",
            "check that the file is complete",
        );
        return None;
    }
    Some(article)
}
