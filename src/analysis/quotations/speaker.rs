//! Who said it?
//!
//! A verb of speech near the quotation, in the article's own words, and the subject of that verb. Forms after the
//! attribution rules of the Associated Press Stylebook ("quotations in the news"). Windows are bounded: time is linear.

use super::behind::behind;
use super::scene::{Naming, Scene};
use super::sexes::{Sex, of_pronoun};
use super::subject::{self, Subject};
use super::verbs::{is_passive, verb_end};
use super::{Called, Kind, Pair, Rule, Speaker, Verb, candidates, titles};
use crate::listing::among;
use crate::words::{Case, Gap};
use dateline_corpus::Span;

/// Words that are looked at behind a quotation, and before it.
const AFTER: usize = 40;
pub const BEFORE: usize = 60;

/// What was found for a quotation.
#[derive(Clone, Debug)]
pub struct Told {
    /// Who.
    pub speaker: Option<Speaker>,
    /// By which verb.
    pub verb: Option<Verb>,
    /// By which rule.
    pub rule: Rule,
    /// The last word of the attribution, where it has one.
    pub last: Option<usize>,
}

const NOBODY: Told = Told {
    speaker: None,
    verb: None,
    rule: Rule::None,
    last: None,
};

/// The speaker of each quotation, in order.
pub fn attribute(scene: &Scene<'_, '_>, pairs: &[Pair], kinds: &mut [Kind]) -> Vec<Told> {
    let mut told: Vec<Told> = Vec::with_capacity(pairs.len());
    // Who was told to speak, and by which word: what a pronoun looks back at.
    let mut past: Vec<(usize, Speaker)> = Vec::new();
    let mut before: Option<usize> = None;
    for (i, pair) in pairs.iter().enumerate() {
        let at = Place::new(scene, pair);
        if titles::is_name(scene, pair, at.from, at.to, kinds[i]) {
            kinds[i] = Kind::Fragment;
            told.push(NOBODY);
            continue;
        }
        let mut one = at.near(kinds[i], &past);
        if one.speaker.is_none() && kinds[i] == Kind::Direct && pair.inside.is_none() {
            one = at.goes_on(before.map(|b| (&pairs[b], &told[b])), &past).unwrap_or(one);
        }
        if let Some(outer) = pair.inside {
            one = at.within(one, told[outer].speaker.as_ref());
        }
        if let (Some(speaker), Some(last)) = (&one.speaker, one.last) {
            past.push((last, speaker.clone()));
        }
        told.push(one);
        if pair.inside.is_none() && kinds[i] == Kind::Direct {
            before = Some(i);
        }
    }
    // What ends where an attributed quotation starts is the same speech.
    let mut next: Option<usize> = None;
    for a in (0..pairs.len())
        .rev()
        .filter(|&i| pairs[i].inside.is_none() && kinds[i] == Kind::Direct)
    {
        let Some(b) = next.replace(a) else { continue };
        let gap = scene.words.text.get(pairs[a].close..pairs[b].open).unwrap_or("x");
        // Behind words of its own or of somebody else it is an answer rather.
        let opens = scene.paragraph(scene.words.at_byte(pairs[a].start)) && !gap.contains('\n');
        if told[a].speaker.is_none() && told[b].rule == Rule::After && gap.trim().is_empty() && gap.len() < 4 && opens {
            told[a].speaker = told[b].speaker.clone();
            told[a].rule = Rule::ContinuedAfter;
        }
    }
    told
}

/// A quotation in its text.
pub struct Place<'a, 'b, 't> {
    /// The text.
    pub scene: &'a Scene<'b, 't>,
    pair: &'a Pair,
    /// The quotation around it.
    pub around: Option<usize>,
    /// Its first word.
    pub from: usize,
    /// One past its last word.
    pub to: usize,
}

impl<'a, 'b, 't> Place<'a, 'b, 't> {
    fn new(scene: &'a Scene<'b, 't>, pair: &'a Pair) -> Self {
        Self {
            scene,
            pair,
            around: pair.inside,
            from: scene.words.at_byte(pair.start),
            to: scene.words.at_byte(pair.end),
        }
    }

    fn near(&self, kind: Kind, past: &[(usize, Speaker)]) -> Told {
        let (after, before) = (|| self.after(kind, past), || self.before(kind, past));
        // `Lee asked: “Why?” Kim said nothing.`: what ends a sentence has nothing behind it but another one.
        let found = if kind == Kind::Fragment || self.ended() {
            before().or_else(after)
        } else {
            after().or_else(before)
        };
        found.unwrap_or(NOBODY)
    }

    /// The last character inside the marks and the first behind them.
    fn edges(&self) -> (Option<char>, Option<char>) {
        let text = self.scene.words.text;
        let inner = text[self.pair.start..self.pair.end].trim_end();
        let last = inner.trim_end_matches(super::closes).chars().next_back();
        (
            last,
            text[self.pair.close..].trim_start_matches([' ', ')']).chars().next(),
        )
    }

    /// Whether the quotation ends its sentence, as far as the marks tell.
    fn ended(&self) -> bool {
        let (last, next) = self.edges();
        let stop = |c: Option<char>| matches!(c, Some('.' | '!' | '?'));
        let lower = self.scene.words.get(self.to).is_some_and(|w| w.case == Case::Lower);
        (stop(last) || last == Some('…') || stop(next)) && last != Some(',') && next != Some(',') && !lower
    }

    /// Whether words of its own sentence follow, which tell who speaks or do not.
    fn has_words_behind(&self) -> bool {
        let (scene, to) = (self.scene, self.to);
        self.pair.closed && !self.ended() && !scene.paragraph(to) && scene.quoted(to) == self.around
    }

    /// The article's own words behind the quotation, to the sentence's end or the next quotation.
    fn after(&self, kind: Kind, past: &[(usize, Speaker)]) -> Option<Told> {
        let (scene, words) = (self.scene, self.scene.words);
        let (last, next) = self.edges();
        let comma = last == Some(',') || next == Some(',');
        let asked = self.verb_soon(matches!(last, Some('!' | '?')));
        if scene.paragraph(self.to) || self.ended() && !asked {
            return None;
        }
        let end = (self.to..self.to + AFTER)
            .find(|&i| {
                i >= words.len()
                    || scene.paragraph(i)
                    || scene.quoted(i) != self.around && (kind == Kind::Direct || self.around.is_some())
                    || i > self.to && scene.sentence(i) == i
            })
            .unwrap_or(self.to + AFTER);
        let mut i = self.to;
        while i < end {
            if words.term(i) == "according" && words.term(i + 1) == "to" {
                let who = behind(scene, i + 2, end)?;
                return Some(self.tell(who, Some((i, i + 2, "according to")), Rule::According, past));
            }
            if let Some(lemma) = self.speaks(i) {
                if let Some(other) = self.handed_on(self.to, i, end) {
                    return Some(self.tell(other?, Some((i, i + 1, lemma)), Rule::After, past));
                }
                // A fragment in the middle of a clause belongs to a verb at the sentence's end behind a comma.
                let who = if i == self.to || (i == self.to + 1 && adverb(words.term(self.to))) {
                    behind(scene, i + 1, end)
                } else {
                    subject::before(scene, self.to, i).filter(|s| kind == Kind::Direct || comma || self.parted(s.from))
                };
                if let Some(who) = who {
                    return Some(self.tell(who, Some((i, verb_end(i, lemma), lemma)), Rule::After, past));
                }
            }
            i += 1;
        }
        None
    }

    /// Whether a comma parts a subject from what stands before it, titles and articles taken along.
    fn parted(&self, from: usize) -> bool {
        let words = self.scene.words;
        (from.saturating_sub(8).max(self.to)..=from).any(|i| words.gap(i).has(Gap::COMMA))
    }

    /// The article's own words before the quotation, back to the sentence's start or the quotation before.
    fn before(&self, kind: Kind, past: &[(usize, Speaker)]) -> Option<Told> {
        let (scene, words) = (self.scene, self.scene.words);
        let mut start = self.from;
        let colon =
            words.gap(self.from).has(Gap::PAUSE) && words.text[..self.pair.open].trim_end().ends_with([':', '：']);
        // Behind a stop, the words before belong to another sentence; a colon joins it.
        let stop = words.gap(self.from);
        if self.from == 0
            || stop.has(Gap::BREAK) && !colon
            || stop.has(Gap::STOP.and(Gap::END)) && scene.sentence(self.from) == self.from
        {
            return None;
        }
        while start > 0 && self.from - start < BEFORE {
            let i = start - 1;
            if scene.quoted(i) != self.around && !(kind == Kind::Fragment && scene.quoted(i).is_some()) {
                break;
            }
            start = i;
            if scene.sentence(i) == i {
                break;
            }
        }
        // `what it called`: whom the verb before that has.
        let mut called = None;
        for i in (start..self.from).rev() {
            if scene.quoted(i) != self.around {
                continue;
            }
            if words.term(i) == "according" && words.term(i + 1) == "to" {
                let who = behind(scene, i + 2, self.from)?;
                return Some(self.tell(who, Some((i, i + 2, "according to")), Rule::According, past));
            }
            let Some(lemma) = self.speaks(i) else { continue };
            if lemma == "continue" && words.term(i + 1) == "to" {
                continue;
            }
            let before = if i > start { words.term(i - 1) } else { "" };
            if before == "it" && i > start + 1 && words.term(i - 2) == "what" {
                called = Some((i, i + 1, lemma));
                continue;
            }
            // `saying` of `quoted as saying`
            let quote = if before == "as" {
                let near = i.saturating_sub(12).max(start)..i;
                near.rev().find(|&j| self.speaks(j).is_some())
            } else {
                None
            };
            if let Some(other) = self.handed_on(start, quote.unwrap_or(i), self.from) {
                return Some(self.tell(other?, Some((i, i + 1, lemma)), Rule::Before, past));
            }
            let who = if words.term(i).ends_with("ing") {
                subject::first(scene, start, i)
            } else if is_passive(before) {
                None
            } else {
                subject::before(scene, start, i)
            };
            if let Some(who) = who {
                let verb = called.unwrap_or((i, verb_end(i, lemma), lemma));
                return Some(self.tell(who, Some(verb), Rule::Before, past));
            }
        }
        if !colon {
            return None;
        }
        // `Lee: “…”`, `Lee, in tears: “…”`
        let opening = || {
            let name = candidates::person(scene, start, self.from)?;
            (name.from < start + 4 && words.gap(name.to).has(Gap::COMMA)).then_some(name)
        };
        let name = scene.named(self.from - 1).or_else(opening);
        let name = name.filter(|n| scene.quoted(n.from) == self.around)?;
        let who = Subject::name(name);
        Some(self.tell(who, None, Rule::Colon, past))
    }

    /// No verb of its own: it goes on from the one before, or the sentence before says who speaks.
    fn goes_on(&self, earlier: Option<(&Pair, &Told)>, past: &[(usize, Speaker)]) -> Option<Told> {
        let (scene, words) = (self.scene, self.scene.words);
        let own = self.has_words_behind();
        let broken = words.text[..self.pair.open].trim_end().ends_with(',');
        let own_pronoun = || of_pronoun(words.term(self.to)).or_else(|| of_pronoun(words.term(self.to + 1)));
        let fits = |told: &Told, sex: Option<Sex>| {
            let key = told.speaker.as_ref().and_then(|s| s.key.as_ref());
            sex.is_some() && key.is_some_and(|key| scene.key_fits(key, sex))
        };
        if let Some((pair, told)) = earlier.filter(|(_, told)| !own || broken || fits(told, own_pronoun())) {
            // Between the two stands nothing, or the rest of the earlier one's own sentence.
            let (from, to) = (words.at_byte(pair.close), self.from);
            // A word that the closing mark stands in belongs to both: then nothing is between them. Words of a sentence of
            // their own are another's, but for `“Why?” Lee asked.` and `She smiled.`
            let smiles = fits(told, of_pronoun(words.term(from)));
            let own = from + usize::from(told.rule == Rule::After || smiles);
            let near = to.saturating_sub(from) <= AFTER && !(own..to).any(|i| scene.sentence(i) == i);
            if near && told.speaker.is_some() && (to <= from || told.rule != Rule::Before) {
                return Some(Told {
                    speaker: told.speaker.clone(),
                    verb: None,
                    rule: Rule::Continued,
                    last: None,
                });
            }
        }
        if scene.paragraph(self.from) || own {
            return None;
        }
        // `Lee spoke of a long road. “We are tired.”`
        let last = self.from.checked_sub(1)?;
        if scene.quoted(last).is_some() {
            return None;
        }
        let start = scene.sentence(last);
        let verb = (start..self.from)
            .rev()
            .take(BEFORE)
            .find(|&i| scene.quoted(i).is_none() && self.speaks(i).is_some())?;
        let who = subject::before(scene, start, verb)?;
        Some(self.tell(who, None, Rule::SentenceBefore, past))
    }

    /// What is told of a subject and a verb.
    pub fn tell(
        &self,
        who: Subject,
        verb: Option<(usize, usize, &'static str)>,
        rule: Rule,
        past: &[(usize, Speaker)],
    ) -> Told {
        let words = self.scene.words;
        let span = |from: usize, to: usize| Span {
            start: words.get(from).map_or(0, |w| w.start) as u32,
            end: words.get(to.saturating_sub(1)).map_or(0, |w| w.end) as u32,
        };
        let at = span(who.from, who.to);
        let text = words.text.get(at.start as usize..at.end as usize).unwrap_or_default();
        let named = self
            .scene
            .named(who.from)
            .filter(|n| n.from == who.from && n.to == who.to);
        let meant = || {
            let somebody = self.antecedent(who.from, past);
            somebody.map(|s| Speaker {
                span: at,
                called: who.called,
                ..s
            })
        };
        let one = who.called == Called::Role && self.is_one(&who);
        let speaker = match (who.called, named) {
            (Called::Pronoun, _) => meant(),
            _ if one && let Some(somebody) = meant() => Some(somebody),
            (Called::Name, Some(n)) => Some(self.named(n, at, if n.is_role { Called::Role } else { Called::Name })),
            _ => (!text.is_empty()).then(|| Speaker {
                key: None,
                name: one_line(text),
                span: at,
                called: who.called,
            }),
        };
        Told {
            speaker,
            verb: verb.map(|(from, to, lemma)| Verb {
                span: span(from, to),
                lemma,
            }),
            rule,
            last: Some(verb.map_or(who.to, |v| v.0).max(who.from)),
        }
    }

    /// A speaker with a name.
    pub fn named(&self, name: &Naming, span: Span, called: Called) -> Speaker {
        let entity = &self.scene.found[name.found].entity;
        Speaker {
            key: Some(entity.key.clone()),
            name: entity.name.clone(),
            span,
            called,
        }
    }
}

/// Words as they stand in one line.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

fn adverb(term: &str) -> bool {
    term.ends_with("ly") || among("then also once later", term)
}
