//! What was put right about who and what is named, when the corpus was built and since.

use dateline_corpus::corrections::{Correction, Told, Written};
use dateline_corpus::pack::PackError;
use dateline_corpus::{EntityKey, EntityKind};

use crate::Engine;
use crate::view::Corrected;

impl Engine {
    /// Puts corrections, written as a file has them, in the place of those before, also of those the corpus was built with,
    /// and answers from then on as a pack does that was built with them. Lines that are none are passed over
    /// ([`parse`](dateline_corpus::corrections::parse) tells them). Of a corpus in parts some may have to be fetched first:
    /// the next answer says so.
    ///
    /// ```
    #[doc = include_str!("example.txt")]
    /// # let mut engine = Engine::open(pack)?;
    /// engine.correct("rename person:kishida \"Fumio Kishida\"\ndrop country:JP")?;
    /// let key = |key| EntityKey::parse(key).expect("a key");
    /// assert_eq!(engine.card(&key("person:kishida"))?.expect("an entity").name, "Fumio Kishida");
    /// assert_eq!(engine.card(&key("country:JP"))?, None);
    ///
    /// // Taking them back brings everything back.
    /// engine.correct("")?;
    /// assert_eq!(engine.card(&key("country:JP"))?.expect("an entity").mentions, 3);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Where the pack breaks its own rules although its checksums fit.
    pub fn correct(&mut self, file: &str) -> Result<(), PackError> {
        let corrected = self.store.correct(file);
        self.count_values();
        corrected
    }

    /// The corrections in force, in order.
    ///
    /// # Errors
    /// As [`answer`](Self::answer).
    pub fn corrections(&self) -> Result<Vec<Corrected>, PackError> {
        let told = self.store.overlay().map_or(&[][..], |overlay| overlay.plan.told());
        let mut all = Vec::new();
        // They come first, as far as they are not taken back: whatever stands behind another one is the reader's.
        let mut built = self.store.corrections().lines();
        let list = &self.store.list;
        for (at, (correction, line)) in list.corrections.iter().zip(&list.lines).enumerate() {
            let told = told.get(at);
            let (first, second) = ends(correction);
            // While parts are missing, as far as the keys tell: `yun byung-se` of `person:yun-byung-se`.
            let called = |key: &EntityKey| match self.entity(key).map(|at| self.at(at)) {
                Some(value) if value.key == key.slug => value.name.to_owned(),
                _ => key.slug.replace('-', " "),
            };
            let was = match told {
                Some(told) if !told.was.is_empty() => told.was.clone(),
                _ => called(first),
            };
            let is = match told {
                Some(told) if !told.is.is_empty() => told.is.clone(),
                _ => second.as_ref().map_or_else(String::new, called),
            };
            let key = told.map_or_else(
                || second.as_ref().filter(|_| gives(correction)).unwrap_or(first),
                |told| &told.key,
            );
            let here = self.entity(key).and_then(|at| Some(self.at(at).entity?.key()));
            let (was, says, is) = words(correction, was, is);
            let only = correction.only();
            all.push(Corrected {
                line: line.clone(),
                was,
                says,
                is,
                built: built.any(|other| other == line),
                idle: told.map_or("", |told| idle(correction, told)).to_owned(),
                article: only.map_or_else(String::new, |only| only.article.clone()),
                about: first.clone(),
                here,
            });
        }
        self.store.complete(all)
    }
}

/// Why nothing came of a correction; empty where something did.
fn idle(correction: &Correction, told: &Told) -> &'static str {
    match correction {
        _ if told.unknown.is_some() => "no article here names it",
        _ if !told.idle => "",
        _ if correction.only().is_some() => "no name of it is written so",
        _ => "it is so already",
    }
}

/// The entities that a correction speaks of.
fn ends(correction: &Correction) -> (&EntityKey, Option<EntityKey>) {
    let second = match correction {
        Correction::Merge { into, .. } | Correction::Split { into, .. } => Some(into.clone()),
        Correction::Country { country, .. } => Some(EntityKey::country(*country)),
        _ => None,
    };
    (correction.key(), second)
}

/// Whether the mentions go to the second.
fn gives(correction: &Correction) -> bool {
    !matches!(correction, Correction::Country { .. })
}

/// Where a name is written so.
fn place(only: &Written) -> &'static str {
    match only {
        Written { at: Some(_), .. } => "in one place ",
        Written { article, .. } if !article.is_empty() => "in one article ",
        _ => "",
    }
}

/// `Yun Byung-se`, `is the same as`, `Yoon Byung-se`.
fn words(correction: &Correction, was: String, is: String) -> (String, String, String) {
    match correction {
        Correction::Merge { .. } => (was, "is the same as".into(), is),
        Correction::Split { only, .. } => (only.name.clone(), [place(only), "is not ", &was, " but"].concat(), is),
        Correction::Rename { name, .. } => (was, "is called".into(), name.clone()),
        Correction::Kind { kind, .. } => {
            let says = if *kind == EntityKind::Organisation {
                "is an"
            } else {
                "is a"
            };
            (was, says.into(), kind.word().into())
        }
        Correction::Drop { only: None, .. } => (was, "is not an entity".into(), String::new()),
        Correction::Drop { only: Some(only), .. } => (only.name.clone(), [place(only), "is not"].concat(), was),
        Correction::Keep { only: None, .. } => (was, "is right".into(), String::new()),
        Correction::Keep { only: Some(only), .. } => (only.name.clone(), [place(only), "is"].concat(), was),
        Correction::Country { .. } => (was, "is in".into(), is),
    }
}
