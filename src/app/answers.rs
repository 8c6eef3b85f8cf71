//! The answers on hand: what is drawn, while a newer question may be under way.

use std::rc::Rc;

use dateline_corpus::EntityKey;
use dateline_engine::question::Ask;
use dateline_engine::view::{
    About, Answer, ArticleView, Card, Corrected, CountryFigure, PlaceFigure, Sentences, Suggestions, Timeline, View,
    WorldView,
};

use crate::asks::Slot;
use crate::shared::Shared;

/// The explorer's answer, in the parts that its panels take.
#[derive(Clone)]
pub struct Explored {
    /// Whole.
    pub view: Shared<View>,
    /// The words it answers.
    pub query: String,
    /// Its countries.
    pub countries: Rc<Vec<CountryFigure>>,
    /// Its places.
    pub places: Rc<Vec<PlaceFigure>>,
    /// Its days.
    pub timeline: Rc<Timeline>,
}

/// An article's answer, in the parts that its panels take.
#[derive(Clone)]
pub struct Opened {
    /// Whole.
    pub view: Shared<ArticleView>,
    /// Its countries.
    pub countries: Rc<Vec<CountryFigure>>,
    /// Its places.
    pub places: Rc<Vec<PlaceFigure>>,
}

/// See the module. Inner `None`s are answers too: there is no such thing.
#[derive(Default)]
pub struct Answers {
    /// The corpus.
    pub about: Option<About>,
    /// The list.
    pub explored: Option<Explored>,
    /// How the word being typed may go on.
    pub suggested: Option<Shared<Suggestions>>,
    /// The article and its id.
    pub article: Option<(String, Option<Opened>)>,
    /// The card and its key.
    pub card: Option<(EntityKey, Option<Shared<Card>>)>,
    /// The sentences and their key.
    pub sentences: Option<(EntityKey, Option<Shared<Sentences>>)>,
    /// What was put right.
    pub corrected: Option<Shared<Vec<Corrected>>>,
    /// What an entity may be the same as.
    pub sought: Option<Shared<Suggestions>>,
    /// The shapes.
    pub world: Option<Rc<WorldView>>,
}

impl Answers {
    /// Takes in the answer to the question of a slot.
    pub fn take(&mut self, slot: Slot, ask: Ask, answer: Answer) {
        match (ask, answer) {
            (_, Answer::Suggest(sought)) if slot == Slot::Seek => self.sought = Some(Shared::new(sought)),
            (_, Answer::Corrections(corrected)) => self.corrected = Some(Shared::new(corrected)),
            (Ask::Explore(ask), Answer::Explore(mut view)) => {
                self.explored = Some(Explored {
                    query: ask.scope.query,
                    countries: Rc::new(std::mem::take(&mut view.countries)),
                    places: Rc::new(std::mem::take(&mut view.places)),
                    timeline: Rc::new(std::mem::take(&mut view.timeline)),
                    view: Shared::new(*view),
                });
            }
            (Ask::Article { id, .. }, Answer::Article(view)) => {
                let opened = view.map(|view| Opened {
                    countries: Rc::new(view.countries.clone()),
                    places: Rc::new(view.places.clone()),
                    view: Shared::new(*view),
                });
                self.article = Some((id, opened));
            }
            (Ask::Card(key), Answer::Card(card)) => self.card = Some((key, card.map(|card| Shared::new(*card)))),
            (Ask::Sentences { key, .. }, Answer::Sentences(lines)) => {
                self.sentences = Some((key, lines.map(Shared::new)))
            }
            (Ask::Suggest { .. }, Answer::Suggest(suggested)) => self.suggested = Some(Shared::new(suggested)),
            (Ask::World, Answer::World(world)) => self.world = Some(Rc::new(*world)),
            (Ask::About, Answer::About(about)) => self.about = Some(about),
            // An engine that answers another question than the one put is not drawn.
            _ => {}
        }
    }
}
