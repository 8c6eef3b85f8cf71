//! Plain text as it was saved from a page: which words are the article, and what are the others?
//!
//! Steps: paragraphs ([`super::paragraphs`]); what follows the article goes ([`tail`]); what stands above its first
//! sentence is read ([`header`]); furniture inside goes ([`furniture`]); the dateline moves to its field. Whatever is
//! dropped is said, with its line. The rules know forms, not sites.

mod furniture;
mod header;
mod lines;
mod shared;
mod tail;
mod words;

use dateline_corpus::Article;

use self::furniture::Kind;
pub use self::header::is_prose;
pub use self::lines::{byline, date_line};
pub use self::shared::{Beside, apply, read as read_shared};
use super::body;
use super::clean::clean_line;
use super::dates::Written;
use super::notes::{Notes, quote};
use super::paragraphs::{self, Paragraph, ends_sentence};
use super::{dateline, fields, front_matter, head, outlets, published};

/// Reads one plain-text file. `None` where it holds no text; the notes then say so.
pub fn read(text: &str, notes: &mut Notes) -> Option<Article> {
    let mut article = Article {
        path: notes.path().to_owned(),
        ..Article::default()
    };
    let parted = front_matter::part(text, notes);
    fields::fill(&mut article, parted.fields, Some(1), notes);
    let mut paragraphs = paragraphs::of_page(parted.body, parted.body_line, &lines::stands_alone);
    for p in &mut paragraphs {
        p.text = clean_line(&p.text);
    }
    let all: Vec<String> = paragraphs.iter().map(|p| p.text.clone()).collect();

    tail::cut(&mut article, &mut paragraphs, notes);
    let opening = opening(&paragraphs, !article.title.is_empty());
    let mut body = paragraphs.split_off(opening.min(paragraphs.len()));
    let above = header::read(&mut article, paragraphs, notes);
    let mut undecided = above.undecided;

    drop_furniture(&mut article, &mut body, notes);
    if let Some((names, start)) = body.first().and_then(|p| dateline::run_in_byline(&p.text)) {
        article.byline = if article.byline.is_empty() {
            names
        } else {
            article.byline
        };
        body[0].text.drain(..start);
    }
    let mut texts: Vec<String> = body.iter().map(|p| p.text.clone()).collect();
    undecided = body::take_dateline(&mut article, &mut texts).or(undecided);
    if let Some((written, end)) = texts.last().and_then(|t| tail::closing_day(t))
        && let Some(last) = texts.last_mut()
    {
        notes.dropped(body.last().map_or(1, |p| p.line), "closing day", &last[end..]);
        last.truncate(end);
        match written {
            Written::Day(date) => article.date = article.date.or(Some(date)),
            other => undecided = undecided.or(Some(other)),
        }
    }
    if let Some(last) = texts.last_mut() {
        let whole = last.clone();
        if let Some(name) = tail::take_signature(last).filter(|_| article.outlet.is_empty()) {
            article.outlet = name;
        }
        if *last != whole {
            notes.dropped(body.last().map_or(1, |p| p.line), "signature", &whole[last.len()..]);
        }
    }
    if article.date.is_none() {
        let beside_others = above.beside_others.filter(|day| !head::is_story(*day, &all));
        article.date = beside_others.and_then(Written::day);
    }
    if let Some((place, line)) = above.place {
        if article.dateline.is_empty() && article.place.is_empty() {
            article.place = dateline::ordinary_capitals(&place);
        } else {
            notes.dropped(line, "byline details", &place);
        }
    }
    published::decide(&mut article, undecided, &all, None, notes);
    note_cuts(&body, &texts, notes);
    let texts = standfirsts(above.left, texts, notes);
    body::finish(article, &texts, notes)
}

/// Where the article's own text starts: at its first sentence that is no title.
fn opening(paragraphs: &[Paragraph], mut titled: bool) -> usize {
    for (i, p) in paragraphs.iter().enumerate() {
        if is_prose(&p.text) {
            let standfirst = titled && is_followed_by_head(&paragraphs[i + 1..]);
            if !standfirst && (titled || !is_title_like_a_sentence(p, paragraphs.get(i + 1))) {
                return i;
            }
            titled = true;
        } else {
            titled |= is_title(p);
        }
    }
    // Not a single sentence: what follows the first line that is the article's own.
    match paragraphs
        .iter()
        .position(is_title)
        .or_else(|| paragraphs.iter().position(is_own))
    {
        Some(title) if paragraphs[title + 1..].iter().any(is_own) => title + 1,
        Some(title) => title,
        None => paragraphs.len(),
    }
}

/// Whether bylines or dates still come before the next sentence: what stands above them is a standfirst.
fn is_followed_by_head(rest: &[Paragraph]) -> bool {
    /// Heads of pages are not longer, in paragraphs.
    const LONGEST: usize = 12;
    let to_prose = rest.iter().take(LONGEST).position(|p| is_prose(&p.text));
    let says = |p: &Paragraph| byline(&p.text).is_some() || shared::is_dated(&p.text);
    to_prose.is_some_and(|end| rest[..end].iter().any(says))
}

fn is_title(p: &Paragraph) -> bool {
    is_own(p) && header::word_count(&p.text) >= 4 && !outlets::is_outlet(&p.text)
}

fn is_own(p: &Paragraph) -> bool {
    furniture::kind(&p.text) == Kind::Text && !lines::stands_alone(&p.text)
}

/// A headline that ends like a sentence: `Will the harbour close?`, `By bicycle from Oslo to D.C.`
fn is_title_like_a_sentence(p: &Paragraph, next: Option<&Paragraph>) -> bool {
    /// A sentence that opens an article is longer, in characters.
    const LONGEST: usize = 110;
    let Some(next) = next else { return false };
    let text = p.text.trim_end_matches(['"', '”', '\'', '’', ')']);
    let last_word = text.rsplit(' ').next().unwrap_or_default();
    let full_stop = text.ends_with('.') && !last_word.trim_end_matches('.').contains('.');
    let announced = byline(&next.text).is_some()
        || shared::is_dated(&next.text)
        || dateline::find(&next.text).is_some()
        || next.text.starts_with(&p.text);
    let above_prose = is_prose(&next.text) && next.text.chars().count() > p.text.chars().count();
    p.text.chars().count() <= LONGEST && dateline::find(&p.text).is_none() && (announced || (!full_stop && above_prose))
}

/// Drops captions, credits and navigation words from inside the body. A list stays: only links at the end go.
fn drop_furniture(article: &mut Article, body: &mut Vec<Paragraph>, notes: &mut Notes) {
    let mut kept: Vec<Paragraph> = Vec::with_capacity(body.len());
    let mut after_credit = false;
    for (i, p) in std::mem::take(body).into_iter().enumerate() {
        let line = p.line;
        let caption_tail = after_credit && p.glued && !ends_sentence(&p.text) && header::word_count(&p.text) < 25;
        after_credit = false;
        match furniture::kind(&p.text) {
            // The paragraph that opened the body was found to be prose: its form alone does not take it away.
            Kind::Credit | Kind::Caption if i > 0 => {
                notes.dropped(line, "caption", &p.text);
                after_credit = true;
            }
            Kind::Navigation | Kind::More => notes.dropped(line, "navigation words", &p.text),
            Kind::Copyright if i > 0 => notes.dropped(line, "copyright line", &p.text),
            Kind::EndMark => {}
            Kind::Staff if i > 0 => notes.dropped(line, "staff note", &p.text),
            _ if caption_tail => notes.dropped(line, "caption", &p.text),
            _ if p.text == article.title => notes.dropped(line, "repeated title", &p.text),
            _ => kept.push(p),
        }
    }
    *body = kept;
}

/// Says which paragraphs end inside a sentence: their ends were lost before the file came to us.
fn note_cuts(body: &[Paragraph], texts: &[String], notes: &mut Notes) {
    /// Headings end without a full stop as well; they have fewer words than this.
    const FEWEST_WORDS: usize = 15;
    for (p, text) in body.iter().zip(texts) {
        if header::word_count(text) >= FEWEST_WORDS && !ends_sentence(text) {
            let from = text.char_indices().rev().nth(39).map_or(0, |(i, _)| i);
            notes.advise(
                Some(p.line),
                format!(
                    "paragraph cut off: it ends inside a sentence, at {}",
                    quote(&text[from..])
                ),
                "complete it from the source",
            );
        }
    }
}

/// Puts the standfirst above the body, unless the body says the same again; captions go.
fn standfirsts(left: Vec<header::Left>, texts: Vec<String>, notes: &mut Notes) -> Vec<String> {
    /// Fewer words are said twice by chance.
    const FEWEST_WORDS: usize = 5;
    /// So many lines above the text are no standfirst, but a text of another sort: they are not compared.
    const MOST: usize = 12;
    let folded: Vec<String> = texts.iter().map(|t| fold(t)).collect();
    let mut opening = Vec::new();
    for l in left {
        let (text, line) = (l.paragraph.text, l.paragraph.line);
        let same = if opening.len() < MOST {
            fold(&text)
        } else {
            String::new()
        };
        if header::word_count(&same) >= FEWEST_WORDS && folded.iter().any(|t| t.contains(&same)) {
            notes.dropped(line, "line that the text repeats", &text);
        } else if l.beside_credit && !ends_sentence(&text) {
            notes.dropped(line, "caption", &text);
        } else {
            opening.push(text);
        }
    }
    opening.extend(texts);
    opening
}

/// Words in lower case with one space between, for comparing what two paragraphs say.
fn fold(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
