//! Whom does a pronoun mean?

use dateline_corpus::{EntityKind, Span};

use super::sexes::{by_ending, of_pronoun};
use super::speaker::{BEFORE, Place};
use super::tables::lists;
use super::{Called, Rule, Speaker, candidates, heads, subject};

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

    /// Who a pronoun means, nobody known to be of the other sex: the subject of its own sentence before it, else of the
    /// sentences before, nearest first; of a sentence that gave somebody's words the one who spoke.
    pub fn antecedent(&self, pronoun: usize, past: &[(usize, Speaker)]) -> Option<Speaker> {
        const SENTENCES: usize = 6;
        let scene = self.scene;
        let whole = Span { start: 0, end: 0 };
        let sex = of_pronoun(scene.words.term(pronoun));
        // Neither `it` nor `they` is one person.
        let it = scene.words.term(pronoun) == "it";
        let nobody = sex.is_none();
        let fits = |speaker: &Speaker| match &speaker.key {
            Some(key) if nobody => key.kind != EntityKind::Person,
            Some(key) => scene.key_fits(key, sex),
            None if speaker.called == Called::Name => !nobody,
            None => {
                let head = speaker.name.split(' ').take_while(|w| !lists(heads::TIES, w));
                let noun = head.last().unwrap_or_default();
                // Officials are not he, a report is it.
                let several = noun.ends_with('s') && !noun.ends_with("ss");
                let own = by_ending(noun);
                match (nobody, it) {
                    (true, true) => scene.tables.is_body(noun),
                    (true, false) => several || scene.tables.is_body(noun) || lists("people police staff", noun),
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
        for _ in 0..SENTENCES {
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
            if !nobody && let Some(name) = candidates::person_who(scene, start, end, &|n| scene.fits(n.found, sex)) {
                return Some(self.named(name, whole, Called::Pronoun));
            }
            end = start;
            start = scene.sentence(end.checked_sub(1)?);
        }
        None
    }
}
