//! Who speaks within what another says?

use dateline_corpus::Span;

use super::speaker::{Place, Told};
use super::{Called, Rule, Speaker, Verb};
use crate::words::Gap;

/// Words between *I* and what it says.
const NEAR: usize = 10;

impl Place<'_, '_, '_> {
    /// A quotation within another, whose `outer` speaker is *I* there and nobody else: `I said to him, ‘No.’`, `He told me, ‘Go.’`
    pub fn within(&self, told: Told, outer: Option<&Speaker>) -> Told {
        let words = self.scene.words;
        let of_outer =
            |speaker: &Speaker| speaker.called == Called::Pronoun && outer.is_some_and(|o| o.key == speaker.key);
        if told.speaker.as_ref().is_some_and(of_outer) {
            return Told { speaker: None, ..told };
        }
        if told.speaker.is_some() {
            return told;
        }
        let first = self.from.saturating_sub(NEAR);
        let own = |i: &usize| self.scene.quoted(*i) == self.around;
        let mut near = (first..self.from).rev().take_while(own);
        let me = near
            .find(|&i| words.raw(i) == "I" || words.gap(i).has(Gap::BREAK))
            .filter(|&i| words.raw(i) == "I");
        let verb = me.and_then(|i| (i + 1..(i + 3).min(self.from)).find_map(|k| Some((k, self.speaks(k)?))));
        let (Some(i), Some((k, lemma)), Some(outer)) = (me, verb, outer) else {
            return told;
        };
        let span = |i: usize| {
            words.get(i).map_or(Span { start: 0, end: 0 }, |w| Span {
                start: w.start as u32,
                end: w.end as u32,
            })
        };
        Told {
            speaker: Some(Speaker {
                span: span(i),
                called: Called::Pronoun,
                ..outer.clone()
            }),
            verb: Some(Verb { span: span(k), lemma }),
            rule: Rule::Before,
            ..told
        }
    }
}
