//! What the page ought to show: the same pack asked natively.

use std::path::Path;

use dateline_builder::page::extract;
use dateline_corpus::corrections::parse;
use dateline_corpus::{EntityKey, EntityKind, Filters, Group, Sort};
use dateline_engine::Engine;
use dateline_engine::question::{Ask, Explore, FacetAsk, Quoting, Scope};
use dateline_engine::view::{Answer, ArticleView, Card, Sentences, Suggestions, Together, View, WorldView};

/// An engine on the pack of a built page.
pub struct Truth {
    engine: Engine,
    size: usize,
}

impl Truth {
    /// Of the site in a folder.
    pub fn of_site(site: &Path) -> Self {
        let entries = std::fs::read_dir(site).unwrap_or_else(|e| panic!("{}: {e}", site.display()));
        let wasm = entries
            .flatten()
            .map(|entry| entry.path())
            .find(|path| path.extension().is_some_and(|e| e == "wasm"));
        let wasm = wasm.unwrap_or_else(|| panic!("no wasm in {}", site.display()));
        let bytes = std::fs::read(&wasm).unwrap_or_else(|e| panic!("{}: {e}", wasm.display()));
        let pack = extract(&bytes)
            .ok()
            .flatten()
            .unwrap_or_else(|| panic!("no pack in {}", wasm.display()));
        let engine = Engine::open(pack.to_vec()).unwrap_or_else(|e| panic!("{}: {e}", wasm.display()));
        Self {
            engine,
            size: pack.len(),
        }
    }

    /// The same with corrections, written as a file has them.
    pub fn corrected(mut self, file: &str) -> Self {
        assert_eq!(parse(file).problems, [], "{file}");
        self.engine.correct(file).unwrap_or_else(|e| panic!("{e}"));
        self
    }

    /// The pack's size in bytes.
    pub fn size(&self) -> usize {
        self.size
    }

    /// Everything about the articles that a query and filters mean: all hits, all facet values.
    pub fn explore(&self, query: &str, filters: Filters) -> View {
        self.ask(query, filters, Sort::default())
    }

    /// Everything, unfiltered.
    pub fn all(&self) -> View {
        self.explore("", Filters::default())
    }

    /// Everything, unfiltered, in some order.
    pub fn sorted(&self, sort: Sort) -> View {
        self.ask("", Filters::default(), sort)
    }

    fn ask(&self, query: &str, filters: Filters, sort: Sort) -> View {
        let facets = Group::ALL
            .map(|group| FacetAsk {
                group,
                limit: u32::MAX,
                find: String::new(),
            })
            .to_vec();
        let scope = Scope {
            query: query.into(),
            filters,
        };
        let ask = Explore {
            scope,
            sort,
            limit: u32::MAX,
            facets,
            overview: true,
            offset: 0,
        };
        match self.engine.answer(&Ask::Explore(ask)) {
            Ok(Answer::Explore(view)) => *view,
            other => panic!("expected a view of {query:?}, got {other:?}"),
        }
    }

    /// An article with the matches of a query.
    pub fn article(&self, id: &str, query: &str) -> ArticleView {
        match self.engine.answer(&Ask::Article {
            id: id.into(),
            query: query.into(),
        }) {
            Ok(Answer::Article(Some(article))) => *article,
            other => panic!("expected the article {id}, got {other:?}"),
        }
    }

    /// How the word being typed may go on, so many of each kind.
    pub fn suggest(&self, query: &str, limit: u32) -> Suggestions {
        match self.engine.answer(&Ask::Suggest {
            scope: query.into(),
            limit,
        }) {
            Ok(Answer::Suggest(suggestions)) => suggestions,
            other => panic!("expected suggestions for {query:?}, got {other:?}"),
        }
    }

    /// An entity's card.
    pub fn card(&self, key: &EntityKey) -> Card {
        match self.engine.answer(&Ask::Card(key.clone())) {
            Ok(Answer::Card(Some(card))) => *card,
            other => panic!("expected the card of {key}, got {other:?}"),
        }
    }

    /// Quotations by an entity or about it, all of them.
    pub fn quotations(&self, key: &EntityKey, quoting: Quoting) -> Sentences {
        let found = self.engine.quotations(&Scope::default(), key, quoting, 0, u32::MAX);
        match found {
            Ok(Some(quotations)) => quotations,
            other => panic!("expected the quotations of {key}, got {other:?}"),
        }
    }

    /// The mentions of two in the articles that name both, all of them.
    pub fn both(&self, one: &EntityKey, other: &EntityKey) -> Sentences {
        let found = self
            .engine
            .mentions_together(&Scope::default(), [one, other], 0, u32::MAX);
        match found {
            Ok(Some(mentions)) => mentions,
            other => panic!("expected the mentions of {one} and another, got {other:?}"),
        }
    }

    /// Who appears with whom, of some kinds, under a query.
    pub fn together(&self, query: &str, kinds: &[EntityKind], limit: u32) -> Together {
        let scope = Scope {
            query: query.into(),
            ..Scope::default()
        };
        let found = self.engine.together(&scope, kinds, limit);
        found.unwrap_or_else(|e| panic!("who appears with whom: {e}"))
    }

    /// Doubtful mentions, all of them.
    pub fn doubts(&self) -> Sentences {
        let found = self.engine.doubts(&Scope::default(), None, 0, u32::MAX);
        found.unwrap_or_else(|e| panic!("doubtful mentions: {e}"))
    }

    /// The world's shapes.
    pub fn world(&self) -> WorldView {
        match self.engine.answer(&Ask::World) {
            Ok(Answer::World(world)) => *world,
            other => panic!("expected the world, got {other:?}"),
        }
    }
}
