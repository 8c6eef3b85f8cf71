//! What does an article's text name?
//!
//! [`Analyzer::new`] builds the indexes once; [`Analyzer::analyze`] takes one article and is pure.
//! [`unify`] then joins what several articles call by different names.
//!
//! The way of a text: [`words`] → [`walk`] leaves marks → [`cast`] tells the people apart → [`evidence`] weighs what the
//! whole text says → [`report`] decides what each mark means ([`countries`], [`places`], [`bodies`])
//! and how surely ([`doubts`]) → [`focus`].
//! Where asked, [`details`] adds [`quotations`], [`times`] and [`figures`], and [`explain`] says what decided.

mod belief;
mod bodies;
mod cast;
mod container;
mod countries;
mod details;
mod doubts;
mod evidence;
mod explain;
pub mod figures;
mod firms;
mod focus;
mod gazetteer;
mod language;
mod lexicon;
mod local;
mod marks;
pub mod numbers;
mod organisations;
mod people;
mod places;
pub mod quotations;
mod report;
pub mod score;
mod sentences;
mod slug;
mod surnames;
pub mod times;
mod unify;
mod walk;
mod words;

use dateline_corpus::{Analysis, Article, CountryCode, Found};

pub use details::Details;
pub use explain::Reasons;
pub use unify::unify;

use crate::cast::{Player, cast};
use crate::evidence::Evidence;
use crate::firms::bare_firms;
use crate::focus::{Weighed, focus};
use crate::gazetteer::Gazetteer;
use crate::language::Languages;
use crate::lexicon::Lexicon;
use crate::local::Signs;
use crate::marks::Mark;
use crate::people::Sight;
use crate::places::View;
use crate::report::Report;
use crate::walk::walk;
use crate::words::Words;

/// Everything that analysing needs, built once.
#[derive(Debug)]
pub struct Analyzer {
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    languages: Languages,
    tables: quotations::Tables,
    units: figures::Units,
    signs: Signs,
}

impl Default for Analyzer {
    fn default() -> Self {
        Self::new()
    }
}

impl Analyzer {
    /// Builds the indexes from the tables; some tens of milliseconds.
    pub fn new() -> Self {
        Self {
            lexicon: Lexicon::new(),
            gazetteer: Gazetteer::new(),
            languages: Languages::new(),
            tables: quotations::Tables::new(),
            units: figures::Units::new(),
            signs: Signs::new(),
        }
    }

    /// What the article's text names. Same article, same answer. Time grows linearly with the text.
    pub fn analyze(&self, article: &Article) -> Analysis {
        let found = self.read(&article.text);
        let named: Vec<CountryCode> = found.iter().filter_map(|f| f.entity.key.as_country()).collect();
        let title: Vec<CountryCode> = self
            .read(&article.title)
            .iter()
            .filter_map(|f| f.entity.key.as_country())
            // A headline alone does not tell Athens in Greece from Athens in Texas: the text does, where it names any country.
            .filter(|code| named.is_empty() || named.contains(code))
            .collect();
        let language = if article.language.is_empty() {
            self.languages.of(&article.text).to_owned()
        } else {
            article.language.clone()
        };
        let focus = focus(&weighed(&found, article.text.len()), &title);
        Analysis {
            language,
            found,
            focus,
            quotations: Vec::new(),
            warnings: Vec::new(),
        }
    }

    fn read(&self, text: &str) -> Vec<Found> {
        self.run(text, |_, _, _, found| found)
    }

    /// Reads a text, and shows what it found together with what that was decided by.
    fn run<T>(&self, text: &str, look: impl FnOnce(View<'_, '_>, &[Mark], &[Player], Vec<Found>) -> T) -> T {
        let words = Words::new(text);
        let sight = Sight {
            words: &words,
            lexicon: &self.lexicon,
            gazetteer: &self.gazetteer,
        };
        let mut marks = walk(sight);
        bare_firms(sight, &mut marks);
        let players = cast(sight, &marks);
        let mut taken = vec![false; words.len()];
        for &(from, to) in players.iter().flat_map(|p| &p.mentions) {
            taken[from..to].fill(true);
        }
        let evidence = Evidence::read(&self.gazetteer, &marks, self.signs.home(&words));
        let mut report = Report::default();
        report.people(sight, &players);
        let view = View {
            words: &words,
            lexicon: &self.lexicon,
            gazetteer: &self.gazetteer,
            evidence: &evidence,
        };
        report.marks(view, &marks, &taken);
        look(view, &marks, &players, report.finish())
    }
}

/// The mentions of countries with their position in the text.
fn weighed(found: &[Found], length: usize) -> Vec<Weighed> {
    let countries = found.iter().filter_map(|f| Some((f.entity.key.as_country()?, f)));
    countries
        .flat_map(|(code, f)| {
            f.mentions
                .iter()
                .map(move |m| (code, m.span.start as f32 / length.max(1) as f32, m.how))
        })
        .collect()
}
