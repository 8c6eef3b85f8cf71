//! From articles to a pack: what each names, the same names joined across all, the index written.

use std::path::PathBuf;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use dateline_analysis::{Analyzer, Details, fingerprint};
use dateline_corpus::pack::{self, PackError, PackInput};
use dateline_corpus::text::lead;
use dateline_corpus::world::World;
use dateline_corpus::{Analysis, Article, Warning};
use rayon::prelude::*;

use crate::corrections::Corrections;
use crate::countries;
use crate::page::{ListItem, Listing};
use crate::progress::{Phase, Progress, Stopped};
use crate::read::{self, Format, Reading};
use crate::stem::Snowball;

/// The world's shapes, compiled in: a pack carries its own map.
static WORLD: &[u8] = include_bytes!("data/world.bin");

/// An article and what it names.
pub type Analysed = (Article, Analysis);

/// A corpus ready to be put into a page.
#[derive(Debug)]
pub struct Corpus {
    /// The pack's bytes.
    pub pack: Vec<u8>,
    /// Its articles as the page lists them.
    pub listing: Listing,
    /// What there is to say about the inputs.
    pub warnings: Vec<Warning>,
    /// Files and lines that gave no article.
    pub skipped: usize,
}

/// Reads, analyses and packs the articles in the files and folders named. Without a title the corpus takes the name of
/// its folder.
///
/// # Errors
/// Where the user stopped it, where there is not a single article, or where the pack cannot be written.
pub fn corpus(paths: &[PathBuf], title: Option<&str>, progress: &dyn Progress) -> Result<Corpus, BuildError> {
    corrected_corpus(paths, title, &Corrections::default(), progress)
}

/// The same, with what a reader put right.
///
/// # Errors
/// As [`corpus`].
pub fn corrected_corpus(
    paths: &[PathBuf],
    title: Option<&str>,
    corrections: &Corrections,
    progress: &dyn Progress,
) -> Result<Corpus, BuildError> {
    let reading = read::read(paths, progress)?;
    if reading.articles.is_empty() {
        return Err(BuildError::NoArticles {
            warnings: reading.all_warnings().cloned().collect(),
        });
    }
    let (articles, mut warnings, skipped) = part(reading);
    let analysed = analyse(articles, progress)?;
    let (corrections, told) = corrections.lines(&analysed, &world()?);
    warnings.extend(told);
    let title = title.map_or_else(|| title_of(paths), str::to_owned);
    let pack = corrected_pack(&title, &analysed, &corrections, progress)?;
    Ok(Corpus {
        pack,
        listing: listing(&title, &analysed),
        warnings,
        skipped,
    })
}

/// Applies corrections to what the articles name; gives what there is to say of those without effect.
///
/// # Errors
/// Where the map compiled into the program does not read.
pub fn correct(articles: &mut [Analysed], corrections: &Corrections) -> Result<Vec<Warning>, BuildError> {
    Ok(corrections.apply(articles, &world()?))
}

fn world() -> Result<World, BuildError> {
    World::read(WORLD).map_err(|e| BuildError::World(e.to_string()))
}

fn part(reading: Reading) -> (Vec<Article>, Vec<Warning>, usize) {
    let mut warnings = reading.warnings;
    let mut articles = Vec::with_capacity(reading.articles.len());
    for mut read in reading.articles {
        warnings.extend(read.warnings);
        read.article.path = stored_path(&read.article.path);
        articles.push(read.article);
    }
    (articles, warnings, reading.skipped)
}

/// The path that a pack keeps: where somebody's files lie on a machine is nobody else's business, and would make the
/// same articles different bytes elsewhere. Of a path from outside the folder named, the file's name.
fn stored_path(path: &str) -> String {
    let outside = path.starts_with('/') || path.contains(':') || path.split('/').any(|part| part == "..");
    let name = path.rsplit('/').next().unwrap_or(path);
    if outside { name.to_owned() } else { path.to_owned() }
}

/// The name of the folder (or file, without its extension) that is the corpus; `Articles` for several.
pub fn title_of(paths: &[PathBuf]) -> String {
    let named = match paths {
        [one] => one.canonicalize().ok(),
        _ => None,
    };
    let name = named
        .as_deref()
        .and_then(|p| if p.is_dir() { p.file_name() } else { p.file_stem() });
    name.map_or_else(|| "Articles".to_owned(), |n| n.to_string_lossy().into_owned())
}

/// What all articles are analysed with: building it takes longer than a short article, so once a program is enough.
pub fn analyzer() -> &'static Analyzer {
    static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);
    &ANALYZER
}

/// Finds what every article names and who is quoted, on all cores, and joins what several call by different names. The order stays;
/// an article's language is filled in from its text where its file does not tell.
pub fn analyse(articles: Vec<Article>, progress: &dyn Progress) -> Result<Vec<Analysed>, Stopped> {
    let analyzer = analyzer();
    let each = |article: &Article| {
        let analysis = analyzer.analyze_quoting(article);
        let read = fingerprint(&analysis.found);
        (analysis, read)
    };
    let (mut analyses, read) = named(&articles, progress, each)?;
    let all = analyses.par_iter_mut().zip(&articles).zip(read);
    all.for_each(|((analysis, article), read)| {
        if fingerprint(&analysis.found) != read {
            analysis.quotations = analyzer.quotations(article, analysis);
        }
    });
    Ok(filled(articles, analyses))
}

/// Finds what every article names, without quotations. As [`analyse`] otherwise.
pub fn name(articles: Vec<Article>, progress: &dyn Progress) -> Result<Vec<Analysed>, Stopped> {
    let (analyses, _) = named(&articles, progress, |article| (analyzer().analyze(article), ()))?;
    Ok(filled(articles, analyses))
}

/// What was read of an article's details, and of which state of what it names.
pub type Detailed = (Details, u64);

/// As [`name`], and the quotations, times and figures of every article as they were before names were joined: [`details`] gives them
/// as they are after it.
pub fn analyse_in_detail(
    articles: Vec<Article>,
    progress: &dyn Progress,
) -> Result<(Vec<Analysed>, Vec<Detailed>), Stopped> {
    let each = |article: &Article| {
        let (analysis, details) = analyzer().analyze_in_detail(article);
        let read = fingerprint(&analysis.found);
        (analysis, (details, read))
    };
    let (analyses, details) = named(&articles, progress, each)?;
    Ok((filled(articles, analyses), details))
}

/// The details of an article by what it names now.
pub fn details(article: &Article, analysis: &Analysis, read: Detailed) -> Details {
    analyzer().renewed(article, analysis, read)
}

/// Analyses every article with `each`, on all cores, and joins what several call by different names.
fn named<T: Send>(
    articles: &[Article],
    progress: &dyn Progress,
    each: impl Fn(&Article) -> (Analysis, T) + Sync,
) -> Result<(Vec<Analysis>, Vec<T>), Stopped> {
    let total = articles.len() as u64;
    let done = AtomicU64::new(0);
    let all: Vec<Option<(Analysis, T)>> = articles
        .par_iter()
        .map(|article| {
            if progress.is_stopped() {
                return None;
            }
            let one = each(article);
            progress.report(Phase::Analyse, done.fetch_add(1, Ordering::Relaxed) + 1, total);
            Some(one)
        })
        .collect();
    let all: Option<Vec<(Analysis, T)>> = all.into_iter().collect();
    let (mut analyses, others): (Vec<Analysis>, Vec<T>) = all.ok_or(Stopped)?.into_iter().unzip();
    dateline_analysis::unify(&mut analyses);
    Ok((analyses, others))
}

fn filled(articles: Vec<Article>, analyses: Vec<Analysis>) -> Vec<Analysed> {
    let fill = |(mut article, analysis): Analysed| {
        if article.language.is_empty() && analysis.language != "und" {
            article.language.clone_from(&analysis.language);
        }
        (article, analysis)
    };
    articles.into_iter().zip(analyses).map(fill).collect()
}

/// The bytes of a pack. The same articles give the same bytes, whatever their order.
pub fn pack(title: &str, articles: &[Analysed], progress: &dyn Progress) -> Result<Vec<u8>, BuildError> {
    corrected_pack(title, articles, "", progress)
}

fn corrected_pack(
    title: &str,
    articles: &[Analysed],
    corrections: &str,
    progress: &dyn Progress,
) -> Result<Vec<u8>, BuildError> {
    progress.report(Phase::Pack, 0, 1);
    let world = world()?;
    if progress.is_stopped() {
        return Err(Stopped.into());
    }
    let input = PackInput {
        title,
        articles,
        world: &world,
        stemming: &Snowball,
        countries: &countries::names(),
    };
    let bytes = pack::write_corrected(&input, corrections)?;
    progress.report(Phase::Pack, 1, 1);
    Ok(bytes)
}

/// The articles as a page lists them before any script runs: newest first, undated last, ties by id.
pub fn listing(title: &str, articles: &[Analysed]) -> Listing {
    /// A line stands for the title where there is none, in characters.
    const OPENING: usize = 80;
    let mut order: Vec<&Article> = articles.iter().map(|(article, _)| article).collect();
    order.sort_by(|a, b| (b.date, &a.id).cmp(&(a.date, &b.id)));
    let items = order.iter().map(|a| ListItem {
        id: a.id.clone(),
        title: if a.title.is_empty() {
            opening(&a.text, OPENING)
        } else {
            a.title.clone()
        },
        outlet: a.outlet.clone(),
        date: a.date.map(|d| d.to_string()).unwrap_or_default(),
        place: a.place.clone(),
        language: a.language.clone(),
        lead: lead(&a.text),
    });
    Listing {
        title: title.to_owned(),
        language: most_used(&order),
        items: items.collect(),
    }
}

/// The first characters of a text, cut between words where it has any.
fn opening(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let cut = &text[..end];
    let cut = cut.rfind(char::is_whitespace).map_or(cut, |space| &cut[..space]);
    format!("{}…", cut.trim_end())
}

/// The language that most articles are in; of two as frequent the first in order.
fn most_used(articles: &[&Article]) -> String {
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for article in articles.iter().filter(|a| !a.language.is_empty()) {
        *counts.entry(&article.language).or_default() += 1;
    }
    let most = counts.iter().rev().max_by_key(|(_, n)| **n);
    most.map_or_else(String::new, |(language, _)| (*language).to_owned())
}

/// Why no pack was made.
#[derive(Debug)]
pub enum BuildError {
    /// The user stopped it.
    Stopped(Stopped),
    /// Not a single article was read.
    NoArticles {
        /// Why: what was found instead.
        warnings: Vec<Warning>,
    },
    /// The map compiled into the program does not read: a fault of the program's build.
    World(String),
    /// The pack cannot be written.
    Pack(PackError),
    /// The file of corrections cannot be read: why, and what to do.
    Corrections(String),
}

impl From<PackError> for BuildError {
    fn from(error: PackError) -> Self {
        Self::Pack(error)
    }
}

impl From<Stopped> for BuildError {
    fn from(stopped: Stopped) -> Self {
        Self::Stopped(stopped)
    }
}

impl std::fmt::Display for BuildError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Stopped(stopped) => stopped.fmt(f),
            Self::NoArticles { .. } => write!(f, "no articles found; formats read: {}", Format::LIST),
            Self::World(why) => write!(
                f,
                "the map inside this program does not read ({why}); install the program again"
            ),
            Self::Corrections(why) => f.write_str(why),
            Self::Pack(error) => write!(f, "the pack cannot be written: {error}"),
        }
    }
}

impl std::error::Error for BuildError {}

#[cfg(test)]
mod tests {
    use super::{opening, stored_path};

    #[test]
    fn a_pack_keeps_no_path_of_the_machine() {
        for (path, stored) in [
            ("2017/a.txt", "2017/a.txt"),
            ("/home/ann/a.txt", "a.txt"),
            ("../b/a.txt", "a.txt"),
            ("C:/b/a.txt", "a.txt"),
            ("a..b/c.txt", "a..b/c.txt"),
        ] {
            assert_eq!(stored_path(path), stored);
        }
    }

    #[test]
    fn an_opening_is_cut_between_words() {
        assert_eq!(opening("The mayor spoke", 12), "The mayor…");
        assert_eq!(opening("The mayor spoke", 15), "The mayor spoke");
        assert_eq!(opening("東京都港区", 3), "東京都…");
    }
}
