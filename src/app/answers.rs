//! The answers on hand: what is drawn, while a newer question may be under way.

use std::rc::Rc;

use dateline_corpus::{EntityKey, Sort};
use dateline_engine::question::{Ask, Explore, Scope};
use dateline_engine::view::{
    About, Answer, ArticleView, Card, Corrected, CountryFigure, Hit, Member, PlaceFigure, Sentences, Suggestions,
    Timeline, Together, View, WorldView,
};

use crate::asks::PAGE;
use crate::listed::{Among, Block};
use crate::rows::BLOCK;
use crate::shared::Shared;

/// The explorer's answer, in the parts that its panels take.
#[derive(Clone)]
pub struct Explored {
    /// Whole, but for its hits.
    pub view: Shared<View>,
    /// What it is a list of.
    pub scope: Scope,
    /// The order of that list.
    pub sort: Sort,
    /// The hits on hand, by block: the first, and those that were asked for later.
    pub blocks: Vec<Block>,
    /// Its countries.
    pub countries: Rc<Vec<CountryFigure>>,
    /// Its places.
    pub places: Rc<Vec<PlaceFigure>>,
    /// Its days.
    pub timeline: Rc<Timeline>,
}

impl Explored {
    /// Whether this is an answer to a question for the same list, as a whole or in part.
    pub fn answers(&self, ask: &Explore) -> bool {
        self.scope == ask.scope && self.sort == ask.sort
    }

    /// Drops all but the first hits: those behind them are to be asked for anew.
    pub fn forget_further(&mut self) {
        self.blocks.retain(|(at, _)| *at < PAGE / BLOCK);
    }

    /// The hits of a block, where they are on hand.
    pub fn block(&self, block: u32) -> Option<&Block> {
        self.blocks.iter().find(|(at, _)| *at == block)
    }

    /// Where in the list an article is, if it is on hand.
    pub fn among(&self, id: &str) -> Option<Among> {
        let row = self.blocks.iter().find_map(|(block, hits)| {
            let at = hits.iter().position(|hit| hit.id == id)?;
            Some(block * BLOCK + at as u32)
        })?;
        let id_of = |row: u32| {
            let (_, hits) = self.block(row / BLOCK)?;
            Some(hits.get((row % BLOCK) as usize)?.id.clone())
        };
        Some(Among {
            row,
            total: self.view.total,
            before: row.checked_sub(1).and_then(id_of),
            after: id_of(row + 1),
        })
    }

    /// Takes in hits from further down the same list.
    fn take(&mut self, from: u32, hits: Vec<Hit>) {
        let new = blocks(from, hits);
        self.blocks.retain(|(at, _)| new.iter().all(|(block, _)| block != at));
        self.blocks.extend(new);
    }
}

/// Hits from a row on which begins a block, by block.
fn blocks(from: u32, hits: Vec<Hit>) -> Vec<Block> {
    let mut hits = hits.into_iter();
    let mut next = || Some(hits.by_ref().take(BLOCK as usize).collect::<Vec<_>>()).filter(|some| !some.is_empty());
    (from / BLOCK..)
        .map_while(|block| Some((block, Shared::new(next()?))))
        .collect()
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
    /// What was put right.
    pub corrected: Option<Shared<Vec<Corrected>>>,
    /// What an entity may be the same as.
    pub sought: Option<Shared<Suggestions>>,
    /// The list in the panel, and what it was asked by.
    pub list: Option<(Ask, Option<Shared<Sentences>>)>,
    /// Who appears with whom.
    pub together: Option<Shared<Together>>,
    /// The shapes.
    pub world: Option<Rc<WorldView>>,
}

impl Answers {
    /// Takes in the answer to a question.
    pub fn take(&mut self, ask: Ask, answer: Answer) {
        match (ask, answer) {
            (Ask::Seek { .. }, Answer::Suggest(sought)) => self.sought = Some(Shared::new(sought)),
            (_, Answer::Corrections(corrected)) => self.corrected = Some(Shared::new(corrected)),
            (Ask::Explore(ask), Answer::Explore(view)) if ask.offset > 0 => {
                // What is further down another list is not drawn.
                if let Some(explored) = self.explored.as_mut().filter(|e| e.answers(&ask)) {
                    explored.take(ask.offset, view.hits);
                }
            }
            (Ask::Explore(ask), Answer::Explore(mut view)) => {
                let same = self.explored.take().filter(|e| e.answers(&ask));
                let mut blocks = blocks(0, std::mem::take(&mut view.hits));
                let further = same.into_iter().flat_map(|e| e.blocks);
                blocks.extend(further.filter(|(at, _)| *at >= PAGE / BLOCK));
                self.explored = Some(Explored {
                    scope: ask.scope,
                    sort: ask.sort,
                    blocks,
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
            (ask, Answer::Sentences(lines)) => self.list = Some((ask, lines.map(Shared::new))),
            (Ask::Together { .. }, Answer::Together(mut together)) => {
                tell_apart(&mut together.members);
                self.together = Some(Shared::new(together));
            }
            (Ask::Suggest { .. }, Answer::Suggest(suggested)) => self.suggested = Some(Shared::new(suggested)),
            (Ask::World, Answer::World(world)) => self.world = Some(Rc::new(*world)),
            (Ask::About, Answer::About(about)) => self.about = Some(about),
            // An engine that answers another question than the one put is not drawn.
            _ => {}
        }
    }
}

/// Says of those of one name of which kind each is.
fn tell_apart(members: &mut [Member]) {
    let names: Vec<String> = members.iter().map(|member| member.name.clone()).collect();
    for member in members {
        if names.iter().filter(|name| **name == member.name).count() > 1 {
            member.name.extend([" (", member.key.kind.word(), ")"]);
        }
    }
}

#[cfg(test)]
mod tests {
    use dateline_corpus::{EntityKey, EntityKind, Sort};
    use dateline_engine::question::{Ask, Explore, Scope};
    use dateline_engine::view::{Answer, Hit, Member, View};

    use super::{Answers, tell_apart};
    use crate::rows::BLOCK;

    fn hits(rows: std::ops::Range<u32>) -> Vec<Hit> {
        let hit = |row: u32| Hit {
            id: row.to_string(),
            title: Vec::new(),
            titled: true,
            outlet: String::new(),
            date: None,
            place: String::new(),
            score: 0.0,
            snippet: Vec::new(),
        };
        rows.map(hit).collect()
    }

    fn take(answers: &mut Answers, query: &str, sort: Sort, rows: std::ops::Range<u32>) {
        let ask = Explore {
            scope: Scope {
                query: query.into(),
                ..Scope::default()
            },
            sort,
            offset: rows.start,
            limit: rows.end - rows.start,
            ..Explore::default()
        };
        let view = View {
            total: 11 * BLOCK,
            hits: hits(rows),
            ..View::default()
        };
        answers.take(Ask::Explore(ask), Answer::Explore(Box::new(view)));
    }

    fn on_hand(answers: &Answers) -> Vec<(u32, usize)> {
        let blocks = answers.explored.iter().flat_map(|e| &e.blocks);
        let mut blocks: Vec<_> = blocks.map(|(at, hits)| (*at, hits.len())).collect();
        blocks.sort_unstable();
        blocks
    }

    #[test]
    fn hits_from_further_down_are_those_of_the_same_list_only() {
        let mut answers = Answers::default();
        take(&mut answers, "a", Sort::Newest, 50..70);
        assert_eq!(on_hand(&answers), [], "no list yet");
        let first: Vec<_> = (0..5).map(|block| (block, 10)).collect();
        take(&mut answers, "a", Sort::Newest, 0..50);
        for (query, sort) in [("b", Sort::Newest), ("a", Sort::Oldest)] {
            take(&mut answers, query, sort, 50..100);
            assert_eq!(on_hand(&answers), first, "{query} {sort:?}");
        }
        take(&mut answers, "a", Sort::Newest, 70..85);
        let all = [&first[..], &[(7, 10), (8, 5)]].concat();
        assert_eq!(on_hand(&answers), all);
        take(&mut answers, "a", Sort::Newest, 0..50);
        assert_eq!(on_hand(&answers), all, "the same list asked for once more");
        take(&mut answers, "b", Sort::Newest, 0..50);
        assert_eq!(on_hand(&answers), first);
    }

    #[test]
    fn those_of_one_name_are_told_apart_by_their_kinds() {
        let member = |kind, name: &str| Member {
            key: EntityKey::new(kind, "reuter"),
            name: name.into(),
            articles: 1,
        };
        let mut members = [
            member(EntityKind::Person, "Reuter"),
            member(EntityKind::Organisation, "Reuter"),
            member(EntityKind::Person, "Nancy Reagan"),
        ];
        tell_apart(&mut members);
        let names = members.map(|member| member.name);
        assert_eq!(names, ["Reuter (person)", "Reuter (organisation)", "Nancy Reagan"]);
    }

    #[test]
    fn an_article_has_neighbours_in_other_blocks() {
        let mut answers = Answers::default();
        take(&mut answers, "", Sort::Newest, 0..50);
        take(&mut answers, "", Sort::Newest, 100..110);
        let explored = answers.explored.expect("a list");
        let around = |row: u32| {
            let among = explored.among(&row.to_string())?;
            Some((among.row, among.before, among.after))
        };
        let id = |row: u32| Some(row.to_string());
        assert_eq!(around(0), Some((0, None, id(1))));
        assert_eq!(around(BLOCK), Some((BLOCK, id(BLOCK - 1), id(BLOCK + 1))));
        assert_eq!(around(49), Some((49, id(48), None)), "the next is not on hand");
        assert_eq!(around(109), Some((109, id(108), None)));
        assert!(around(60).is_none());
    }
}
