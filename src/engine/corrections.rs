//! What was put right about who and what is named, when the corpus was built and since.

use dateline_corpus::EntityKey;
use dateline_corpus::corrections::{Correction, Told, print};
use dateline_corpus::pack::PackError;

use crate::Engine;
use crate::view::Corrected;

impl Engine {
    /// Puts corrections in the place of those made before, and answers from then on as a pack does that was built with
    /// them. Of a corpus in parts some may have to be fetched first: the next answer says so.
    ///
    /// ```
    #[doc = include_str!("example.txt")]
    /// # let mut engine = Engine::open(pack)?;
    /// use dateline_corpus::corrections::parse;
    ///
    /// engine.correct(parse("rename person:kishida \"Fumio Kishida\"\ndrop country:JP").corrections)?;
    /// let key = |key| EntityKey::parse(key).expect("a key");
    /// assert_eq!(engine.card(&key("person:kishida"))?.expect("an entity").name, "Fumio Kishida");
    /// assert_eq!(engine.card(&key("country:JP"))?, None);
    ///
    /// // Taking them back brings everything back.
    /// engine.correct(Vec::new())?;
    /// assert_eq!(engine.card(&key("country:JP"))?.expect("an entity").mentions, 3);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Where the pack breaks its own rules although its checksums fit.
    pub fn correct(&mut self, list: Vec<Correction>) -> Result<(), PackError> {
        let corrected = self.store.correct(list);
        self.count_values();
        corrected
    }

    /// Corrections that the corpus was built with, then those made since, each in order.
    ///
    /// # Errors
    /// As [`answer`](Self::answer).
    pub fn corrections(&self) -> Result<Vec<Corrected>, PackError> {
        let built = self
            .store
            .built
            .iter()
            .map(|correction| (correction, self.told(correction), true));
        let told = self.store.overlay().map_or(&[][..], |overlay| overlay.plan.told());
        let since = self
            .store
            .list
            .iter()
            .zip(told)
            .map(|(correction, told)| (correction, told.clone(), false));
        let all = built.chain(since).map(|(correction, told, built)| Corrected {
            line: print(std::slice::from_ref(correction)),
            was: told.was,
            is: told.is,
            built,
            unknown: told.unknown.is_some(),
            here: self
                .entity(&told.key)
                .and_then(|at| Some(self.at(at).entity?.key.clone())),
        });
        self.store.complete(all.collect())
    }

    /// What is known of a correction that the corpus was built with: what it was about is no longer there.
    fn told(&self, correction: &Correction) -> Told {
        // As far as the key tells: `yun byung-se` of `person:yun-byung-se`.
        let plain = |key: &EntityKey| key.slug.replace('-', " ");
        let name = |key: &EntityKey| {
            let value = self.entity(key).map(|at| self.at(at));
            value.map_or_else(|| plain(key), |value| value.name.to_owned())
        };
        let (key, was, is) = match correction {
            Correction::Merge { from, into } => (into, plain(from), name(into)),
            Correction::Split { from, into, .. } => (into, name(from), name(into)),
            Correction::Rename { key, .. } | Correction::Kind { key, .. } => (key, plain(key), name(key)),
            Correction::Drop { key, .. } => (key, name(key), String::new()),
            Correction::Country { key, country } => (key, name(key), name(&EntityKey::country(*country))),
        };
        Told {
            done: correction.clone(),
            unknown: None,
            was,
            is,
            key: key.clone(),
        }
    }
}
