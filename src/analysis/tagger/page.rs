//! What does the whole text say about its words, and which words may belong to names?

use dateline_corpus::{EntityKind, Found, How, Span};
use rustc_hash::FxHashMap;

use super::context::{SIGNS, around};
use super::facts::{ASIAN_SURNAME, Fact, GIVEN, HALF_GIVEN, SURNAME, TITLE, Vocabulary, known};
use super::features::{Reader, Seen};
use super::stretches::{spelt, stretches};
use crate::lexicon::Kind;
use crate::people::Sight;
use crate::quotations::by_word;
use crate::report::span;
use crate::words::Case;

/// What the other places of a word in the text say about it, each counted up to [`MANY`].
#[derive(Clone, Copy, Debug)]
pub struct Elsewhere {
    /// Times in lower case.
    pub lower: u8,
    /// Times that the rules read it as each of [`READINGS`].
    pub readings: [u8; READINGS],
    /// Times that each sign stood around the run of capitals that it is in; of the first [`OWN`] around itself.
    pub signs: [u8; OWN + SIGNS],
}

impl Default for Elsewhere {
    fn default() -> Self {
        Self {
            lower: 0,
            readings: [0; READINGS],
            signs: [0; OWN + SIGNS],
        }
    }
}

/// Beyond this many times more say no more; a word that stands in more places than that keeps what it has.
const MANY: u8 = 250;

/// Signs of a word itself: its capital says something, it stands behind a given name, behind a title, before a word that ends a body's
/// name, alone between words without a capital, first of several with one, last of several.
pub const OWN: usize = 7;

/// Words with capitals that belong together.
#[derive(Clone, Copy, Debug, Default)]
pub struct Run {
    /// First word.
    pub from: usize,
    /// One past its last.
    pub to: usize,
    /// What stands around it, see [`around`].
    pub signs: u32,
}

/// Nothing, a person, a body, a country by name, by demonym, by metonym, a place, an area.
pub const READINGS: usize = 8;

/// A text as the tagger sees it.
pub struct Page<'a, 't> {
    /// The text, the lists and the tables.
    pub sight: Sight<'a, 't>,
    facts: Vec<Fact>,
    stretches: Vec<(usize, usize)>,
    runs: Vec<Run>,
    /// For each word its run's number from 1; 0 where it has none.
    run_of: Vec<u32>,
    elsewhere: FxHashMap<u32, Elsewhere>,
    vocabulary: &'a Vocabulary,
}

impl<'a, 't> Page<'a, 't> {
    /// Looks over a text that the rules have read. Time: linear.
    pub fn new(sight: Sight<'a, 't>, vocabulary: &'a Vocabulary, found: &[Found]) -> Self {
        let stretches = stretches(sight);
        let mut page = Self {
            sight,
            facts: vec![Fact::default(); sight.words.len()],
            stretches,
            runs: Vec::new(),
            run_of: vec![0; sight.words.len()],
            elsewhere: FxHashMap::default(),
            vocabulary,
        };
        page.look_up();
        page.take_readings(found);
        page.find_runs();
        page.count();
        page
    }

    /// The stretches of words that may belong to names.
    pub fn stretches(&self) -> impl Iterator<Item = (usize, usize)> {
        self.stretches.iter().copied()
    }

    /// Whether a stretch is nothing but the pronoun, article or the like that a sentence opens with: no name, whatever stands
    /// around it. Of words with a capital one in seven is, in newswire one in eight. `April` and `S.A.Y.` are not such.
    pub fn is_opening(&self, from: usize, to: usize) -> bool {
        let words = self.sight.words;
        let (case, listed) = (words.get(from).map(|word| word.case), words.listed(from));
        to == from + 1
            && matches!(case, Some(Case::Title | Case::Initial))
            && words.weak(from)
            && listed.kind() == Some(Kind::Stop)
            && !listed.is_given()
            && self.fact(from).rules == 0
    }

    /// What is seen at each word of each stretch.
    pub fn all_seen(&self) -> Vec<Vec<(Span, Seen)>> {
        let mut reader = Reader::new(self);
        let mut word = |i: usize| {
            let mut features = Vec::new();
            let standing = reader.read(i, |feature| features.push(feature));
            (span(self.sight, i, i + 1), Seen { standing, features })
        };
        let stretches = self.stretches();
        stretches
            .map(|(from, to)| (from..to).map(&mut word).collect())
            .collect()
    }

    /// What is known of word `i`; nothing outside the text or far from names.
    pub fn fact(&self, i: usize) -> Fact {
        self.facts.get(i).copied().unwrap_or_default()
    }

    /// Whether the rules see a person's name there that begins with a listed given name and ends with a listed surname, or
    /// begins with one as East Asian names do; or stands behind a form of address (Mrs May).
    pub fn is_full(&self, i: usize) -> bool {
        const PERSON: u8 = 1;
        let reading = |i: usize| self.fact(i).rules;
        if reading(i) / 2 != PERSON {
            return false;
        }
        let (mut from, mut to) = (i, i + 1);
        while from > 0 && !self.fact(from).begins() {
            from -= 1;
        }
        while reading(to) == PERSON * 2 + 1 {
            to += 1;
        }
        let (first, last) = (self.fact(from).class, self.fact(to - 1).class);
        let addressed =
            from > 0 && self.sight.words.follows(from) && by_word(self.sight.words.term(from - 1)).is_some();
        let western = first & (GIVEN | HALF_GIVEN) != 0 && last & SURNAME != 0;
        addressed || to > from + 1 && (western || first & ASIAN_SURNAME != 0)
    }

    /// What the noun at `i` says that names beside it are of; 0 where nothing.
    pub fn noun(&self, i: usize) -> u8 {
        self.vocabulary.nouns.of(self.sight.words.term(i))
    }

    /// What the other places of word `i` say.
    pub fn elsewhere(&self, i: usize) -> Elsewhere {
        let mut all = self.elsewhere.get(&self.fact(i).term).copied().unwrap_or_default();
        if let Some(run) = self.run(i) {
            let own = self.signs(i, run);
            for (n, times) in all.signs.iter_mut().enumerate() {
                *times = times.saturating_sub((own >> n & 1) as u8);
            }
            let reading = &mut all.readings[usize::from(self.fact(i).rules / 2)];
            *reading = reading.saturating_sub(1);
        }
        all
    }

    /// The run that word `i` belongs to; none without a capital.
    pub fn run(&self, i: usize) -> Option<Run> {
        let run = self.runs.get(self.run_of.get(i)?.checked_sub(1)? as usize);
        run.copied()
    }

    /// Finds the runs, cut at [`LONGEST`] words, and what stands around each.
    fn find_runs(&mut self) {
        const LONGEST: usize = 8;
        let words = self.sight.words;
        let cap = |i: usize| words.cap(i) || spelt(words.raw(i));
        for (start, end) in self.stretches.clone() {
            let mut from = start;
            while from < end {
                let mut to = from + 1;
                while to < end && to < from + LONGEST && cap(to - 1) && cap(to) && words.follows(to) {
                    to += 1;
                }
                if cap(from) {
                    let signs = around(self, from, to);
                    self.runs.push(Run { from, to, signs });
                    self.run_of[from..to].fill(self.runs.len() as u32);
                }
                from = to;
            }
        }
    }

    fn look_up(&mut self) {
        let sight = self.sight;
        let (words, mut done) = (sight.words, 0);
        for &(from, to) in &self.stretches {
            // A title of several words may begin before the neighbours that are looked at.
            for i in from.saturating_sub(4).max(done)..(to + 3).min(words.len()) {
                let rules = self.facts[i].class & TITLE;
                self.facts[i] = Fact::of(sight, self.vocabulary, i);
                self.facts[i].class |= rules;
                if let Some(end) = sight.lexicon.title_at(words, i) {
                    let end = end.min(words.len());
                    self.facts[i].class |= TITLE;
                    if end > i + 1 {
                        self.facts[end - 1].class |= TITLE;
                    }
                }
            }
            done = done.max((to + 3).min(words.len()));
            let mut i = from;
            while i < to {
                let hit = if words.cap(i) {
                    sight.gazetteer.find(words, i)
                } else {
                    None
                };
                let Some(hit) = hit else {
                    i += 1;
                    continue;
                };
                let code = sight.gazetteer.senses(hit).map(|s| known(sight, s)).min().unwrap_or(0);
                let end = hit.to.min(words.len());
                for k in i..end {
                    self.facts[k].known = code * 2 + u8::from(k > i);
                }
                i = end;
            }
        }
    }

    /// Notes how the rules read each word: of names inside one another the outer.
    fn take_readings(&mut self, found: &[Found]) {
        let words = self.sight.words;
        let mut spans = Vec::new();
        for one in found {
            for mention in &one.mentions {
                let reading = match (one.entity.key.kind, mention.how) {
                    (EntityKind::Person, _) => 1,
                    (EntityKind::Organisation, _) => 2,
                    (EntityKind::Country, How::Name) => 3,
                    (EntityKind::Country, How::Demonym) => 4,
                    (EntityKind::Country, How::Metonym) => 5,
                    (EntityKind::Country, How::Place | How::Role) => continue,
                    (EntityKind::Place, _) => 6,
                    (EntityKind::Region, _) => 7,
                };
                spans.push((mention.span.start, std::cmp::Reverse(mention.span.end), reading));
            }
        }
        spans.sort_unstable();
        let mut done = 0;
        for (start, std::cmp::Reverse(end), reading) in spans {
            let from = words.at_byte(start as usize);
            let to = words.at_byte(end as usize);
            if from < done {
                continue;
            }
            for i in from..to {
                self.facts[i].rules = reading * 2 + u8::from(i > from);
            }
            done = to.max(done);
        }
    }

    /// The signs around word `i` itself and around its run, as bits.
    fn signs(&self, i: usize, run: Run) -> u32 {
        let (before, after) = (i > run.from, i + 1 < run.to);
        let left = if self.sight.words.follows(i) {
            self.fact(i - 1)
        } else {
            Fact::default()
        };
        let own = [
            !self.sight.words.weak(i),
            before && left.class & GIVEN != 0,
            left.class & TITLE != 0,
            after && self.fact(i + 1).heads(),
            !before && !after,
            !before && after,
            before && !after,
        ];
        own.iter().enumerate().map(|(n, on)| u32::from(*on) << n).sum::<u32>() | run.signs << OWN
    }

    fn count(&mut self) {
        for n in 0..self.runs.len() {
            let run = self.runs[n];
            for i in run.from..run.to {
                let (signs, fact) = (self.signs(i, run), self.facts[i]);
                let all = self.elsewhere.entry(fact.term).or_default();
                for (n, times) in all.signs.iter_mut().enumerate() {
                    *times = (*times + (signs >> n & 1) as u8).min(MANY);
                }
                let reading = &mut all.readings[usize::from(fact.rules / 2)];
                *reading = (*reading + 1).min(MANY);
            }
        }
        let words = self.sight.words;
        for i in (0..words.len()).filter(|&i| !words.cap(i)) {
            if let Some(all) = self.elsewhere.get_mut(&words.get(i).map_or(0, |w| w.hash)) {
                all.lower = (all.lower + 1).min(MANY);
            }
        }
    }
}
