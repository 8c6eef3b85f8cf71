//! Whom does a pronoun mean?

use crate::listing::among;
use dateline_corpus::{EntityKind, Span};

use super::scene::Naming;
use super::sexes::{by_ending, of_pronoun};
use super::speaker::{BEFORE, Place};
use super::{Called, Rule, Speaker, candidates, heads, subject};
use crate::lexicon::Kind;
use crate::words::Gap;

impl Place<'_, '_, '_> {
    /// The role whose verb of speech a sentence has, where it is no name: `Japan’s top diplomat said`; of `it` a named body
    /// too.
    fn role_that_spoke(&self, start: usize, end: usize, it: bool) -> Option<Speaker> {
        let plain = |i: usize| self.scene.tables.is_plain(self.scene.words.term(i));
        let verb = (start..end)
            .take(BEFORE)
            .find(|&i| self.scene.quoted(i).is_none() && self.speaks(i).is_some() && (!it || plain(i)))?;
        let role = subject::before(self.scene, start, verb)
            .filter(|s| s.called == Called::Role || it && s.called == Called::Name)?;
        self.tell(role, None, Rule::None, &[]).speaker
    }

    /// Whether somebody told of before is called so by people or age: the Australian, the 27-year-old.
    pub fn is_one(&self, who: &subject::Subject) -> bool {
        let (words, last) = (self.scene.words, who.to - 1);
        let term = words.term(last);
        // The French may be all of them; whose people another is of is said of him: `he asked the Afghan guard`.
        let other = |k: usize| {
            let noun = words.follows(k + 1) && words.listed(k + 1).kind() != Some(Kind::Stop);
            words.term(k) == term && noun && self.speaks(k + 1).is_none()
        };
        let people = || {
            let of = self.scene.named(last).is_some_and(|n| n.is_people && n.from == last);
            of && !["s", "ese", "sh", "ch"].iter().any(|end| term.ends_with(end))
                && !(last.saturating_sub(BEFORE)..last).any(other)
        };
        let first = who.from + 1;
        words.term(who.from) == "the"
            && (last == first && people() || last == first + 2 && words.numeric(first) && term == "old")
    }

    /// Who a pronoun means, or the article of `the Australian`, nobody known to be of the other sex: the subject of its own sentence before it, else of the
    /// sentences before, nearest first; of a sentence that gave somebody's words the one who spoke.
    pub fn antecedent(&self, pronoun: usize, past: &[(usize, Speaker)]) -> Option<Speaker> {
        let scene = self.scene;
        let whole = Span { start: 0, end: 0 };
        let term = scene.words.term(pronoun);
        let sex = of_pronoun(term);
        // Neither `it` nor `they` is one person.
        let (it, the) = (term == "it", term == "the");
        let nobody = sex.is_none() && !the;
        let fits = |speaker: &Speaker| match &speaker.key {
            _ if the => speaker.key.as_ref().is_some_and(|key| key.kind == EntityKind::Person),
            Some(key) if nobody => key.kind != EntityKind::Person,
            Some(key) => scene.key_fits(key, sex),
            None if speaker.called == Called::Name => !nobody,
            None => {
                let head = speaker.name.split(' ').take_while(|w| !among(heads::TIES, w));
                let noun = head.last().unwrap_or_default();
                // Officials are not he, a report is it.
                let several = noun.ends_with('s') && !noun.ends_with("ss");
                let own = by_ending(noun);
                match (nobody, it) {
                    (true, true) => scene.tables.is_body(noun),
                    (true, false) => several || scene.tables.is_body(noun) || among("people police staff", noun),
                    _ => {
                        !several
                            && !scene.tables.is_body(noun)
                            && scene.tables.is_role(noun)
                            && (own.is_none() || own == sex)
                    }
                }
            }
        };
        let mut end = pronoun;
        let mut start = scene.sentence(pronoun);
        // `The Australian` is whoever was told of right before, since another may be one too.
        let far = match (the, nobody) {
            (true, _) => 3,
            (_, true) => 6,
            _ => 12,
        };
        for _ in 0..far {
            // One without a name is not looked back at over what another said.
            let spoke = past.iter().rev().take(8).enumerate().find(|(i, (at, speaker))| {
                (start..end).contains(at) && (*i == 0 || speaker.key.is_some()) && fits(speaker)
            });
            if let Some((_, (_, speaker))) = spoke {
                return Some(speaker.clone());
            }
            if let Some(role) = self.role_that_spoke(start, end, it).filter(&fits) {
                return Some(role);
            }
            // `There he befriended Charles`: whoever he is, it is not Charles. `When he left, Charles wept` may be.
            let other = |n: &Naming| {
                let told = |i: &usize| sex.is_some() && of_pronoun(scene.words.term(*i)) == sex;
                let subject = (start..n.from)
                    .rev()
                    .take(BEFORE)
                    .find(|i| told(i) && scene.quoted(*i).is_none());
                subject.is_some_and(|i| !(i + 1..=n.from).any(|k| scene.words.gap(k).has(Gap::COMMA)))
            };
            // Hardly anybody names himself: `“George is a friend,” he said`.
            let own = |n: &Naming| scene.quoted(n.from).is_none() || scene.quoted(n.from) == scene.quoted(pronoun);
            let fits = |n: &Naming| own(n) && scene.fits(n.found, sex);
            let name = if nobody {
                None
            } else {
                candidates::person_who(scene, start, end, &fits)
            };
            if let Some(name) = name.filter(|n| !other(n)) {
                return Some(self.named(name, whole, Called::Pronoun));
            }
            end = start;
            start = scene.sentence(end.checked_sub(1)?);
        }
        None
    }
}
