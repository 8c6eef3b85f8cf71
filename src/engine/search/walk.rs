//! Which articles meet a part of a query?

use dateline_corpus::pack::PackError;

use super::Found;
use crate::Engine;
use crate::bits::Bits;
use crate::query::{Leaf, Node, Query, Text, Value};
use crate::rank::{idf, weight};

/// A walk over a query.
pub struct Search<'e> {
    pub engine: &'e Engine,
    /// False under a `Not`: nothing there adds to scores or is marked.
    pub positive: bool,
    pub found: Found,
}

impl Search<'_> {
    /// The articles that meet a part.
    pub fn articles(&mut self, part: &Node) -> Result<Bits, PackError> {
        let n = self.engine.len();
        Ok(match part {
            Node::All(parts) => {
                let mut all = Bits::all(n);
                for part in parts {
                    all.and(&self.articles(part)?);
                }
                all
            }
            Node::Any(parts) => {
                let mut any = Bits::none(n);
                for part in parts {
                    any.or(&self.articles(part)?);
                }
                any
            }
            Node::Not(part) => {
                self.positive = !self.positive;
                let without = self.articles(part)?;
                self.positive = !self.positive;
                let mut others = Bits::all(n);
                others.and_not(&without);
                others
            }
            Node::Leaf(Leaf::Text(text)) => self.text(text)?,
            Node::Leaf(Leaf::Value(value)) => {
                let with = self.engine.with_value(value)?;
                if with.count() == 0 {
                    if self.positive {
                        let asked = crate::query::print(&Query::of(part.clone()));
                        self.found.missing.push(asked.trim_end().to_owned());
                    }
                    if let Value::Name(name) = value {
                        self.found.corrections.extend(self.engine.name_meant(name)?);
                    }
                }
                with
            }
        })
    }

    fn text(&mut self, text: &Text) -> Result<Bits, PackError> {
        let engine = self.engine;
        let mut corrections = Vec::new();
        let unit = match self.positive {
            true => engine.unit(text, &mut corrections),
            // What is left out is taken to the letter: no article goes for a word that is only similar, or that only begins
            // like one still being typed.
            false => {
                let mut whole = text.clone();
                whole.quoted = true;
                whole.words.iter_mut().for_each(|word| word.open &= !word.typing);
                engine.unit(&whole, &mut corrections)
            }
        };
        let hits = engine.unit_hits(&unit)?;
        let mut with = Bits::none(engine.len());
        hits.iter().for_each(|(ix, _)| with.insert(*ix));
        if !self.positive {
            return Ok(with);
        }
        let found = &mut self.found;
        if hits.is_empty() {
            found.missing.push(unit.shown.clone());
        }
        if found.scores.is_empty() {
            found.scores = vec![0.0; engine.len() as usize];
        }
        let idf = idf(engine.len(), hits.len() as u32);
        for (ix, frequency) in &hits {
            found.scores[*ix as usize] += weight(idf, *frequency, engine.lengths(*ix));
        }
        found.corrections.extend(corrections);
        found.units.push(unit);
        found.idfs.push(idf);
        Ok(with)
    }
}
