//! Opening a corpus while it is arriving: what is here is read while the rest is on its way.

use dateline_corpus::pack::{Arriving, PackError};

use crate::Engine;
use crate::store::Making;

/// A corpus that arrives piece by piece; what was read is not kept in its stored form beside what was made of it. Reading it takes about as long as fetching it does, so whoever reads while fetching
/// has it in half the time. [`Engine::open`] takes one that is here.
///
/// ```
#[doc = include_str!("example.txt")]
/// use dateline_engine::Opening;
///
/// let mut opening = Opening::default();
/// pack.chunks(1000).for_each(|piece| opening.push(piece));
/// assert_eq!(opening.finish()?.len(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Default)]
pub struct Opening {
    arriving: Arriving,
    making: Option<Making>,
    failure: Option<PackError>,
}

impl Opening {
    /// Takes in the next bytes, and reads the articles that they complete. What is wrong with them is told at the end.
    pub fn push(&mut self, piece: &[u8]) {
        self.arriving.push(piece);
        if self.failure.is_none() {
            self.failure = self.read().err();
        }
    }

    fn read(&mut self) -> Result<(), PackError> {
        let Some((pack, here)) = self.arriving.pack() else {
            return Ok(());
        };
        if self.making.is_none() {
            self.making = Some(Making::begin(pack)?);
        }
        self.making.iter_mut().try_for_each(|making| making.read(pack, here))?;
        self.arriving.forget_texts(here);
        Ok(())
    }

    /// The corpus, once all of it has arrived.
    ///
    /// # Errors
    /// As [`Engine::open`].
    pub fn finish(self) -> Result<Engine, PackError> {
        // Bytes that are not what was written make no sense either: what they are is told, not what came of it.
        let mut pack = self.arriving.finish()?;
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        let making = self.making.map_or_else(|| Making::begin(&mut pack), Ok)?;
        Engine::over(making.finish(pack)?.into())
    }
}

#[cfg(test)]
mod tests {
    use super::Opening;
    use crate::Engine;
    use crate::tests::{pack, sample};

    #[test]
    fn a_corpus_that_arrives_in_pieces_is_the_corpus() {
        let pack = pack(&sample());
        let whole = format!("{:?}", Engine::open(pack.clone()).unwrap());
        for length in [1, 7, 1000, pack.len()] {
            let mut opening = Opening::default();
            let mut read_early = false;
            for piece in pack.chunks(length) {
                opening.push(piece);
                read_early |=
                    opening.making.is_some() && opening.arriving.pack().is_some_and(|(p, here)| here < p.len());
            }
            assert_eq!(read_early, length < pack.len(), "{length}");
            assert_eq!(format!("{:?}", opening.finish().unwrap()), whole, "{length}");
        }
    }

    #[test]
    fn what_is_damaged_is_told_at_the_end() {
        let pack = pack(&sample());
        for at in (0..pack.len()).step_by(11) {
            let mut damaged = pack.clone();
            damaged[at] ^= 0x20;
            let mut opening = Opening::default();
            damaged.chunks(64).for_each(|piece| opening.push(piece));
            let expected = Engine::open(damaged).unwrap_err();
            assert_eq!(opening.finish().unwrap_err(), expected, "byte {at}");
        }
        assert_eq!(
            Opening::default().finish().unwrap_err(),
            Engine::open(Vec::new()).unwrap_err()
        );
    }
}
