//! What does a query say? Its tree, in one normal form, so that two queries that say the same are equal.

use super::words::whole;
use dateline_corpus::{Date, Group};

use super::Problem;

/// What was typed, understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What an article must satisfy; `None` where nothing is asked.
    pub root: Option<Node>,
    /// What could not be understood, in the order typed; the rest is in `root`.
    pub problems: Vec<Problem>,
}

impl Query {
    /// A query that asks for this and nothing else.
    pub fn of(root: Node) -> Self {
        Self {
            root: Some(root),
            problems: Vec::new(),
        }
    }

    /// What is looked for in texts, in the order typed; nothing that is excluded.
    pub fn texts(&self) -> Vec<&Text> {
        fn collect<'q>(node: &'q Node, found: &mut Vec<&'q Text>) {
            match node {
                Node::All(parts) | Node::Any(parts) => parts.iter().for_each(|part| collect(part, found)),
                Node::Leaf(Leaf::Text(text)) => found.push(text),
                Node::Leaf(Leaf::Value(_)) | Node::Not(_) => {}
            }
        }
        let mut found = Vec::new();
        if let Some(root) = &self.root {
            collect(root, &mut found);
        }
        found
    }
}

/// A condition. Made by [`all`](Node::all), [`any`](Node::any) and [`negated`](Node::negated) it is in normal form: no
/// `All` in an `All`, no `Any` in an `Any`, at least two parts in each and no part twice, no `Not` in a `Not`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Every part holds.
    All(Vec<Node>),
    /// At least one part holds.
    Any(Vec<Node>),
    /// The part does not hold.
    Not(Box<Node>),
    /// One thing to look for.
    Leaf(Leaf),
}

impl Node {
    /// Every part holds; `None` without parts.
    pub fn all(parts: Vec<Node>) -> Option<Node> {
        join(parts, true)
    }

    /// At least one part holds; `None` without parts.
    pub fn any(parts: Vec<Node>) -> Option<Node> {
        join(parts, false)
    }

    /// The opposite.
    pub fn negated(self) -> Node {
        match self {
            Node::Not(part) => *part,
            other => Node::Not(Box::new(other)),
        }
    }
}

fn join(parts: Vec<Node>, of_all: bool) -> Option<Node> {
    let mut kept = Vec::new();
    for part in parts {
        match part {
            Node::All(inner) if of_all => inner.into_iter().for_each(|part| add(part, &mut kept)),
            Node::Any(inner) if !of_all => inner.into_iter().for_each(|part| add(part, &mut kept)),
            other => add(other, &mut kept),
        }
    }
    if kept.len() < 2 {
        return kept.pop();
    }
    Some(if of_all { Node::All(kept) } else { Node::Any(kept) })
}

/// Adds a part unless it is there. The same words are one wish: of a whole word and the beginning of a word the
/// beginning stays, since it allows more.
fn add(part: Node, kept: &mut Vec<Node>) {
    if let Node::Leaf(Leaf::Text(text)) = &part {
        let texts = kept.iter_mut().filter_map(|k| match k {
            Node::Leaf(Leaf::Text(text)) => Some(text),
            _ => None,
        });
        for same in texts {
            if same.same_wish(text) {
                same.widen(text);
                return;
            }
        }
    }
    if !kept.contains(&part) {
        kept.push(part);
    }
}

/// One thing to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leaf {
    /// Words of the text.
    Text(Text),
    /// What an article has or is, apart from its words.
    Value(Value),
}

/// Words to look for together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// At least one; at least two where they are to be near each other.
    pub words: Vec<Word>,
    /// How they stand together.
    pub how: How,
    /// Where.
    pub within: Within,
    /// True where quotation marks were written. Without them, several words side by side are characters of a script
    /// written without spaces.
    pub quoted: bool,
}

impl Text {
    fn same_wish(&self, other: &Text) -> bool {
        self.how == other.how
            && self.within == other.within
            && self.words.len() == other.words.len()
            && self
                .words
                .iter()
                .zip(&other.words)
                .all(|(a, b)| a.term == b.term && whole(&a.shown) == whole(&b.shown))
    }

    fn widen(&mut self, other: &Text) {
        self.quoted |= other.quoted;
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            if other.open {
                // A star that was written stays written.
                word.typing = other.typing && (word.typing || !word.open);
                word.open = true;
            }
        }
    }
}

/// How the words of a [`Text`] stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// In this order, with no word between; also a single word.
    SideBySide,
    /// In any order, with at most so many other words between one and the next.
    Near(u32),
}

/// Where a [`Text`] is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// Title or text.
    Anywhere,
    /// Title only.
    Title,
}

/// A word to look for. Equal are words that find the same, however they were written.
#[derive(Clone, Debug, Eq)]
pub struct Word {
    /// As the tokenizer folds it.
    pub term: String,
    /// As it was written.
    pub shown: String,
    /// True where a longer word that begins with it will do: `appr*`. In a phrase only the last word may be open.
    pub open: bool,
    /// True where it is open only because the reader may still be typing it.
    pub typing: bool,
}

impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        self.term == other.term && self.open == other.open
    }
}

/// What an article has or is, apart from its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `country:japan`.
    Name(Name),
    /// On this day or later.
    After(Date),
    /// On this day or earlier.
    Before(Date),
    /// From the first day to the last, both included: a day, a month or a year.
    On(Date, Date),
    /// Without a date.
    Undated,
}

/// A name asked for in a field. Equal are names that say the same, whether or not they are still being typed.
#[derive(Clone, Debug, Eq)]
pub struct Name {
    /// Which field.
    pub kind: Named,
    /// As written, without white space around it and without quotation marks; not empty. For a country a name or a
    /// code of two letters: what it means is the corpus's knowledge.
    pub name: String,
    /// True where the reader may still be typing it, so that it may be the beginning of a name.
    pub typing: bool,
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind && self.name == other.name
    }
}

/// A field whose value is a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// `outlet:`
    Outlet,
    /// `country:`
    Country,
    /// `person:`
    Person,
    /// `org:`
    Organisation,
    /// `place:`
    Place,
    /// `lang:`
    Language,
}

impl Named {
    /// The facet group whose values it names; languages have none.
    pub fn group(self) -> Option<Group> {
        match self {
            Self::Outlet => Some(Group::Outlet),
            Self::Country => Some(Group::Country),
            Self::Person => Some(Group::Person),
            Self::Organisation => Some(Group::Organisation),
            Self::Place => Some(Group::Place),
            Self::Language => None,
        }
    }
}
