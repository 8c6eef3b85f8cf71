//! What does an article's text name?
//!
//! [`Analyzer::new`] builds the indexes once; [`Analyzer::analyze`] takes one article and is pure.
//! [`unify`] then joins what several articles call by different names.
//!
//! The way of a text: [`words`] → [`walk`] leaves marks → [`cast`] tells the people apart → [`evidence`] weighs what the
//! whole text says → [`report`] decides what each mark means ([`countries`], [`places`], [`bodies`])
//! and how surely ([`doubts`]) → [`tagger`] reads it again, as it has learned to → [`settle`] joins both → [`roles`] adds titles and
//! descriptions without a name → [`focus`].
//! A text in another language goes from the marks to [`abroad`], which asks the tables of that language ([`exonyms`]).
//! Where asked, [`details`] adds [`quotations`], [`times`] and [`figures`], and [`explain`] says what decided.

mod abroad;
mod belief;
mod bodies;
mod cast;
mod container;
mod countries;
mod details;
mod doubts;
mod evidence;
pub mod exact;
mod exonyms;
mod explain;
pub mod figures;
mod firms;
mod focus;
mod gazetteer;
pub mod json;
mod language;
mod letters;
mod lexicon;
mod listing;
mod local;
mod marks;
mod ministries;
pub mod numbers;
mod organisations;
mod people;
mod places;
mod profiles;
pub mod quotations;
mod report;
mod roles;
pub mod score;
mod sentences;
mod settle;
mod surnames;
pub mod tagger;
pub mod times;
mod unify;
mod walk;
mod words;

use std::sync::LazyLock;

use dateline_corpus::{Analysis, Article, CountryCode, Found, Span};

pub use details::{Details, fingerprint};
pub use explain::Reasons;
pub use gazetteer::{columns, country_names, place_names};
pub use unify::unify;

use crate::cast::{Player, cast};
use crate::evidence::Evidence;
use crate::exonyms::Exonyms;
use crate::firms::bare_firms;
use crate::focus::{Weighed, focus};
use crate::gazetteer::{COUNTRIES, Gazetteer};
use crate::language::Languages;
use crate::lexicon::Lexicon;
use crate::local::Signs;
use crate::marks::Mark;
use crate::people::Sight;
use crate::places::View;
use crate::report::Report;
use crate::roles::{Offices, roles};
use crate::settle::settle;
use crate::tagger::{Named, Seen, Vocabulary, Weights};
use crate::walk::walk;
use crate::words::Words;

/// Everything that analysing needs, built once.
#[derive(Debug)]
pub struct Analyzer {
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    languages: Languages,
    /// Read when a text is first in another language.
    exonyms: LazyLock<Exonyms>,
    tables: quotations::Tables,
    units: figures::Units,
    signs: Signs,
    offices: Offices,
    weights: Weights,
    vocabulary: Vocabulary,
}

impl Default for Analyzer {
    fn default() -> Self {
        Self::new()
    }
}

impl Analyzer {
    /// Builds the indexes from the tables; some tens of milliseconds.
    pub fn new() -> Self {
        let learned = include_bytes!("data/tagger.bin");
        // A test holds the file to its checksum; without it the rules decide alone.
        Self::with_weights(Weights::read(learned).unwrap_or_default())
    }

    /// With other weights of the tagger: for their training.
    pub fn with_weights(weights: Weights) -> Self {
        Self {
            weights,
            vocabulary: Vocabulary::default(),
            lexicon: Lexicon::new(),
            gazetteer: Gazetteer::new(),
            languages: Languages::new(),
            exonyms: LazyLock::new(|| Exonyms::new(COUNTRIES)),
            tables: quotations::Tables::new(),
            units: figures::Units::new(),
            signs: Signs::new(),
            offices: Offices::new(),
        }
    }

    /// What the article's text names. Same article, same answer. Time grows linearly with the text.
    pub fn analyze(&self, article: &Article) -> Analysis {
        self.named_in(article, &Words::new(&article.text, &self.lexicon))
    }

    /// What the article's text names; `words` are its.
    fn named_in(&self, article: &Article, words: &Words<'_>) -> Analysis {
        let language = self.language(article, words);
        let found = self.read(article, words, &language);
        let named: Vec<CountryCode> = found.iter().filter_map(|f| f.entity.key.as_country()).collect();
        let title: Vec<CountryCode> = self
            .named(&Words::new(&article.title, &self.lexicon), &language)
            .into_iter()
            // A headline alone does not tell Athens in Greece from Athens in Texas: the text does, where it names any country.
            .filter(|code| named.is_empty() || named.contains(code))
            .collect();
        let focus = focus(&weighed(&found, article.text.len()), &title);
        Analysis {
            language,
            found,
            focus,
            quotations: Vec::new(),
            warnings: Vec::new(),
        }
    }

    /// What the tagger sees in a text, stretch by stretch, for its training.
    pub fn seen(&self, text: &str) -> Vec<Vec<(Span, Seen)>> {
        self.run(&Words::new(text, &self.lexicon), |view, _, _, found| {
            let page = tagger::Page::new(view.sight(), &self.vocabulary, &found);
            page.all_seen()
        })
    }

    /// The article's language by its tag, or as its words tell it.
    fn language(&self, article: &Article, words: &Words<'_>) -> String {
        match article.language.as_str() {
            "" => self.languages.of(words).to_owned(),
            known => known.to_owned(),
        }
    }

    /// The tables for a language that is not English.
    fn tables(&self, language: &str) -> Vec<&exonyms::Language> {
        if language == "und" || language.split('-').next() == Some("en") {
            return Vec::new();
        }
        self.exonyms.of(language)
    }

    /// The countries of a headline.
    fn named(&self, words: &Words<'_>, language: &str) -> Vec<CountryCode> {
        let languages = self.tables(language);
        if !languages.is_empty() {
            let found = self.exonyms.find(words, &languages);
            return found.into_iter().map(|exonym| exonym.code).collect();
        }
        let found = self.run(words, |_, _, _, found| found);
        found.iter().filter_map(|f| f.entity.key.as_country()).collect()
    }

    /// What a text in a language names.
    fn read(&self, article: &Article, words: &Words<'_>, language: &str) -> Vec<Found> {
        let languages = self.tables(language);
        self.run(words, |view, marks, players, found| {
            if !languages.is_empty() {
                return abroad::read(
                    view,
                    &self.languages,
                    marks,
                    players,
                    found,
                    &self.exonyms.find(words, &languages),
                );
            }
            let names = self.names(view, &found);
            let head = Words::new(&article.dateline, &self.lexicon);
            let mut found = settle(view, &head, marks, found, &names).found;
            roles(view.sight(), &self.offices, &mut found);
            found
        })
    }

    /// The tagger's names in a text that the rules have read.
    fn names(&self, view: View<'_, '_>, found: &[Found]) -> Vec<Named> {
        tagger::names(&tagger::Page::new(view.sight(), &self.vocabulary, found), &self.weights)
    }

    /// Reads a text by the rules, and shows what they found together with what that was decided by.
    fn run<T>(&self, words: &Words<'_>, look: impl FnOnce(View<'_, '_>, &[Mark], &[Player], Vec<Found>) -> T) -> T {
        let sight = Sight {
            words,
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
        let evidence = Evidence::read(&self.gazetteer, &marks, self.signs.home(words));
        let mut report = Report::default();
        report.people(sight, &players);
        let view = View {
            words,
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
