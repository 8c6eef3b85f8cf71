//! The offices that people are called by, from a table: which words name one, and whose it is.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::quotations::Sex;
use crate::words::Words;

const TABLE: &str = include_str!("../data/offices.txt");

/// Words that say that an office is not held now, or by another.
const RANKS: &str = "deputy vice assistant associate under former ex then onetime ousted deposed previous elect designate incoming \
future co junior next first last would";
/// Of these, those that say the same.
const FORMER: [&str; 6] = ["ex", "then", "onetime", "ousted", "deposed", "previous"];
/// Words that leave an office what it is.
const NEUTRAL: &str = "current incumbent sitting acting outgoing embattled outspoken veteran visiting longtime long time popular hardline \
late old year";
/// What a minister, a secretary or an officer is for.
const PORTFOLIOS: &str = "foreign finance defense defence interior justice health trade economy economic economics energy oil transport \
education labor labour agriculture environment information culture tourism housing commerce treasury home cabinet chief press industry \
planning budget development immigration security prime top senior opposition rebel party majority minority police army navy military \
house senate state parliamentary executive managing general deputy lord republican democratic conservative presidential";

/// An office of the table, by its line.
pub type Office = u16;

/// Words that name an office.
#[derive(Clone, Debug)]
pub struct Form {
    /// Words in a row.
    words: Vec<&'static str>,
    /// A word that stands before them, not always next to them.
    pub apart: Option<&'static str>,
    /// Whose office it is where nothing is said.
    pub country: Option<&'static str>,
    /// Whether it stands before names only.
    pub titles_only: bool,
    /// Whose it is by its ending.
    pub sex: Option<Sex>,
    /// The word that it is called by alone: of `foreign minister` the last, of `secretary of state` the first; of `prime minister`
    /// both.
    pub head: &'static str,
    /// The office.
    pub office: Office,
}

/// The table, built once.
#[derive(Debug)]
pub struct Offices {
    forms: Vec<Form>,
    /// Forms by their first word, longest first.
    starts: FxHashMap<&'static str, Vec<u16>>,
    /// Their last words.
    ends: FxHashSet<&'static str>,
    /// By the first letter of a first word, its lengths and its second letters: most words are passed over by these alone.
    shapes: [(u32, u32); 26],
    /// By office: whether it is a state's, whether who has it leads a country.
    states: Vec<(bool, bool)>,
    /// The office that is called `leader`.
    leader: Office,
    ranks: FxHashSet<&'static str>,
    neutral: FxHashSet<&'static str>,
    portfolios: FxHashSet<&'static str>,
}

impl Offices {
    /// Reads the table.
    pub fn new() -> Self {
        let mut offices = Self {
            forms: Vec::new(),
            starts: FxHashMap::default(),
            ends: FxHashSet::default(),
            shapes: [(0, 0); 26],
            states: Vec::new(),
            leader: 0,
            ranks: RANKS.split_whitespace().collect(),
            neutral: NEUTRAL.split_whitespace().collect(),
            portfolios: PORTFOLIOS.split_whitespace().collect(),
        };
        for line in TABLE.lines().filter(|l| !l.starts_with('#')) {
            let (name, forms) = line.split_once(" = ").unwrap_or_default();
            let office = offices.states.len() as Office;
            let rules = name.starts_with("rules:");
            offices.states.push((rules || name.starts_with("state:"), rules));
            if name == "leader" {
                offices.leader = office;
            }
            forms.split("; ").for_each(|form| offices.add(form, office));
        }
        for list in offices.starts.values_mut() {
            list.sort_by_key(|&f| std::cmp::Reverse(offices.forms[f as usize].words.len()));
        }
        offices
    }

    fn add(&mut self, written: &'static str, office: Office) {
        let mut form = Form {
            words: Vec::new(),
            apart: None,
            country: None,
            titles_only: written.contains('!'),
            sex: None,
            head: "",
            office,
        };
        for word in written.split([' ', '-']).map(|w| w.trim_end_matches('!')) {
            match word.split_at_checked(1) {
                Some(("+", apart)) => form.apart = Some(apart),
                Some(("@", code)) => form.country = Some(code),
                Some(("=", sex)) => form.sex = Some(if sex == "f" { Sex::Female } else { Sex::Male }),
                _ if word == "~" => {}
                _ => form.words.push(word),
            }
        }
        let of = form.words.iter().position(|w| matches!(*w, "of" | "for"));
        form.head = match written.split_once(" ~") {
            Some((whole, _)) => whole,
            None => form.words[of.unwrap_or(form.words.len()) - 1],
        };
        let first = form.words[0];
        if let Some((letter, length, second)) = shape(first) {
            let shape = &mut self.shapes[letter];
            *shape = (shape.0 | length, shape.1 | second);
        }
        self.ends.extend(form.words.last());
        self.starts.entry(first).or_default().push(self.forms.len() as u16);
        self.forms.push(form);
    }

    /// Whether a word may begin a form; says no to most that do not, and never to one that does.
    fn may_begin(&self, term: &str) -> bool {
        shape(term).is_some_and(|(letter, length, second)| {
            let (lengths, seconds) = self.shapes[letter];
            lengths & length != 0 && seconds & second != 0
        })
    }

    /// Whether a form ends in this word.
    pub fn ends(&self, term: &str) -> bool {
        self.ends.contains(term)
    }

    /// The longest form of words in a row that starts at word `i`, and where it ends.
    pub fn at(&self, words: &Words<'_>, i: usize) -> Option<(&Form, usize)> {
        let term = words.term(i);
        if !self.may_begin(term) {
            return None;
        }
        let fits = |form: &&Form| {
            let rest = form.words.iter().zip(i..).skip(1);
            form.apart.is_none() && rest.clone().all(|(w, k)| words.follows(k) && words.term(k) == *w)
        };
        let list = self.starts.get(term)?;
        let form = list.iter().map(|&f| &self.forms[f as usize]).find(fits)?;
        Some((form, i + form.words.len()))
    }

    /// The form that these words are with one that stands before them.
    pub fn with(&self, form: &Form, before: &[&str]) -> Option<&Form> {
        let list = self.starts.get(form.words[0])?;
        let mut all = list.iter().map(|&f| &self.forms[f as usize]);
        all.find(|f| f.words == form.words && f.apart.is_some_and(|apart| before.contains(&apart)))
    }

    /// Whether an office is a state's where nothing else is said.
    pub fn is_state(&self, office: Office) -> bool {
        self.states[office as usize].0
    }

    /// Whether who has an office leads the country that it is of.
    pub fn rules(&self, office: Office) -> bool {
        self.states[office as usize].1
    }

    /// The office that is called `leader` and no more.
    pub fn leader(&self) -> Office {
        self.leader
    }

    /// What a word before an office does to it.
    pub fn modifier(&self, term: &str) -> Option<Modifier> {
        if FORMER.contains(&term) {
            Some(Modifier::Rank("former"))
        } else if let Some(rank) = self.ranks.get(term) {
            Some(Modifier::Rank(rank))
        } else if self.neutral.contains(term) {
            Some(Modifier::Nothing)
        } else {
            let portfolio = self.portfolios.get(term)?;
            Some(Modifier::Word(spelt(portfolio)))
        }
    }
}

/// Of a word of small letters, the first one's number, and a bit each for its length and its second letter.
fn shape(term: &str) -> Option<(usize, u32, u32)> {
    let [first, second, ..] = term.as_bytes() else {
        return None;
    };
    let letter = |b: u8| Some(b.wrapping_sub(b'a')).filter(|n| *n < 26);
    Some((
        usize::from(letter(*first)?),
        1 << term.len().min(31),
        1 << letter(*second)?,
    ))
}

/// What a word before an office does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifier {
    /// Makes another office of it.
    Rank(&'static str),
    /// Says which of several it is.
    Word(&'static str),
    /// Nothing.
    Nothing,
}

impl Form {
    /// Whether it is its head alone.
    pub fn is_plain(&self) -> bool {
        self.words.len() == 1 && self.apart.is_none()
    }
}

/// Spellings of one word.
pub fn spelt(word: &str) -> &str {
    match word {
        "defence" => "defense",
        "labour" => "labor",
        "economics" | "economic" => "economy",
        _ => word,
    }
}
