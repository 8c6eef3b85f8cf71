//! As many articles as wanted, out of few: the same on every machine.

use std::path::{Path, PathBuf};

use dateline_builder::build::{Analysed, analyse};
use dateline_builder::progress::Silent;
use dateline_builder::read;
use dateline_corpus::{Article, Date};

use super::Random;
use crate::project;

/// One word in so many of a made article is a new one.
const NEW_WORD_EVERY: usize = 40;

/// The articles that come with the project.
pub fn bundled() -> Vec<Article> {
    read_file(&project::root().join("corpus"))
}

/// The articles of a file or folder, as the builder reads them.
pub fn read_file(path: &Path) -> Vec<Article> {
    let reading = read::read(&[PathBuf::from(path)], &Silent).unwrap_or_else(|e| panic!("{}: {e:?}", path.display()));
    let articles: Vec<Article> = reading.articles.into_iter().map(|read| read.article).collect();
    assert!(!articles.is_empty(), "{} has no article", path.display());
    articles
}

/// The articles with what each names.
pub fn analysed(articles: Vec<Article>) -> Vec<Analysed> {
    analyse(articles, &Silent).unwrap_or_else(|e| panic!("{e:?}"))
}

/// `size` articles: the given ones as far as they go, then [made](made) ones.
pub fn grown(mut articles: Vec<Article>, size: usize) -> Vec<Article> {
    let given = articles.len();
    articles.truncate(size);
    for i in given..size {
        let article = made(&articles[..given], i, size);
        articles.push(article);
    }
    articles
}

/// The article at place `i` of `size`, mixed out of given ones: as many paragraphs as one of them has, each from any of
/// them; a title of the first half of one title and the second of another; the day of one. One word in forty is a new
/// one, of as many as there are articles, the rank of each as likely as in any text (G. K. Zipf, "Human Behavior and the
/// Principle of Least Effort", 1949), so that words become more with articles, as they do in news.
fn made(given: &[Article], i: usize, size: usize) -> Article {
    let mut random = Random(i as u64);
    let like = &given[random.below(given.len())];
    let count = like.text.split("\n\n").count();
    let mut text = String::with_capacity(like.text.len() * 2);
    for n in 0..count {
        let from = &given[random.below(given.len())].text;
        let paragraphs: Vec<&str> = from.split("\n\n").collect();
        let paragraph = paragraphs[random.below(paragraphs.len())];
        if n > 0 {
            text.push_str("\n\n");
        }
        for (w, word) in paragraph.split(' ').enumerate() {
            if w > 0 {
                text.push(' ');
            }
            match random.below(NEW_WORD_EVERY) {
                0 => new_word((size as f64).powf(random.unit()) as usize, &mut text),
                _ => text.push_str(word),
            }
        }
    }
    let half = |title: &str, second: bool| -> String {
        let words: Vec<&str> = title.split(' ').collect();
        let (a, b) = words.split_at(words.len().div_ceil(2));
        if second { b } else { a }.join(" ")
    };
    let title = [
        half(&like.title, false),
        half(&given[random.below(given.len())].title, true),
    ];
    let day = given[random.below(given.len())].date.map_or(0, Date::days);
    Article {
        id: format!("made-{i:07}"),
        title: title.join(" ").trim().to_owned(),
        text,
        outlet: like.outlet.clone(),
        // Over four years, as a collection of its size would be.
        date: Date::from_days(day + random.below(1461) as i32),
        language: like.language.clone(),
        ..Article::default()
    }
}

/// Appends the word of a rank: syllables, so that it is cut, folded and looked up as words are.
fn new_word(rank: usize, out: &mut String) {
    const SYLLABLES: [&str; 16] = [
        "ka", "ri", "no", "tel", "mar", "sho", "vin", "ul", "de", "pra", "gos", "im", "ban", "lu", "ter", "fe",
    ];
    let mut rest = rank;
    loop {
        out.push_str(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
        if rest == 0 {
            // No word of a language ends so.
            return out.push_str("xq");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{bundled, grown};

    #[test]
    fn grown_articles_are_the_given_ones_and_then_always_the_same() {
        let given = bundled();
        let (few, many) = (grown(given.clone(), 3), grown(given.clone(), 50));
        assert_eq!((few.len(), many.len()), (3, 50));
        assert_eq!(many[..5], given[..]);
        assert_eq!(grown(given, 50), many);
        assert!(many[5..].iter().all(|a| a.text.len() > 100 && !a.title.is_empty()));
    }
}
