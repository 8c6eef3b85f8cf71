//! A pack that arrives piece by piece: what is here of it is read while the rest is on its way.

use super::check::Head;
use super::layout::{SECTIONS_AT, Section};
use super::read::MOST_ROOM;
use super::{Pack, PackError};

/// A pack in pieces. [`Pack::open`] takes one that is whole.
#[derive(Debug, Default)]
pub struct Arriving {
    /// Until there is a pack, all that arrived.
    bytes: Vec<u8>,
    arrived: usize,
    head: Option<Head>,
    pack: Option<Pack>,
    /// The checksum of the texts that were forgotten.
    forgotten: u32,
    failure: Option<PackError>,
}

impl Arriving {
    /// Takes in the next bytes. What is wrong with them is told at the end.
    pub fn push(&mut self, piece: &[u8]) {
        self.arrived += piece.len();
        match &mut self.pack {
            Some(pack) => pack.push(piece),
            None if self.failure.is_some() => {}
            None => {
                self.bytes.extend_from_slice(piece);
                self.failure = self.read().err();
            }
        }
    }

    fn read(&mut self) -> Result<(), PackError> {
        if self.head.is_none() && self.bytes.len() >= SECTIONS_AT {
            let head = Head::read(&self.bytes)?;
            // What is read at once, and the first of the texts, which come with the end of it.
            let before_texts = head.ranges[Section::Texts as usize].start;
            self.bytes.reserve_exact(before_texts.min(MOST_ROOM));
            self.head = Some(head);
        }
        let Some(head) = &self.head else { return Ok(()) };
        let before_texts = head.ranges[Section::Texts as usize].start;
        if self.bytes.len() < before_texts {
            return Ok(());
        }
        for section in Section::ALL {
            let range = head.ranges[section as usize].clone();
            if range.end <= before_texts {
                head.check(section, &self.bytes[range], self.arrived)?;
            }
        }
        self.pack = Some(Pack::read(std::mem::take(&mut self.bytes), head.ranges.clone())?);
        Ok(())
    }

    /// The pack, as soon as all of it is here but texts and shapes; and how many articles have their texts here: the first
    /// ones. These are not checked yet: what follows from them holds once [`finish`](Self::finish) has found them right.
    pub fn pack(&mut self) -> Option<(&mut Pack, u32)> {
        let pack = self.pack.as_mut()?;
        let here = pack.articles_here();
        Some((pack, here))
    }

    /// Gives back the room of the texts of the first articles, for who has read and kept them
    /// ([`Pack::forget_texts`]).
    pub fn forget_texts(&mut self, articles: u32) {
        let (Some(pack), Some(head)) = (&mut self.pack, &self.head) else {
            return;
        };
        self.forgotten = head.checksum(self.forgotten, pack.texts_of_first(articles));
        pack.forget_texts_of_first(articles);
    }

    /// The pack, once all of it has arrived.
    ///
    /// # Errors
    /// As [`Pack::open`].
    pub fn finish(self) -> Result<Pack, PackError> {
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        let (Some(mut pack), Some(head)) = (self.pack, self.head) else {
            return Pack::open(self.bytes);
        };
        for (section, before) in [(Section::Texts, self.forgotten), (Section::World, 0)] {
            head.check_rest(section, before, pack.section(section), self.arrived)?;
        }
        head.check_end(self.arrived)?;
        pack.shrink();
        Ok(pack)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tests::{article, pack_of, sample};
    use super::super::{Pack, PackError};
    use super::Arriving;

    /// What becomes of bytes that arrive in pieces of these lengths, then the rest.
    fn arrive(bytes: &[u8], pieces: impl IntoIterator<Item = usize>) -> Result<Pack, PackError> {
        arrive_and(bytes, pieces, |_| ())
    }

    /// And `then` is done behind each piece.
    fn arrive_and(
        bytes: &[u8],
        pieces: impl IntoIterator<Item = usize>,
        then: impl Fn(&mut Arriving),
    ) -> Result<Pack, PackError> {
        let mut arriving = Arriving::default();
        let mut rest = bytes;
        for length in pieces {
            let (piece, more) = rest.split_at(length.min(rest.len()));
            arriving.push(piece);
            if let Some((pack, here)) = arriving.pack() {
                assert!(here <= pack.len());
                (0..here).for_each(|ix| drop(pack.each_term(ix, |_, _| ())));
            }
            then(&mut arriving);
            rest = more;
        }
        arriving.push(rest);
        arriving.finish()
    }

    #[test]
    fn articles_can_be_read_as_soon_as_their_texts_are_here() {
        let bytes = pack_of(&sample());
        let whole = Pack::open(bytes.clone()).unwrap();
        let words = |pack: &Pack, ix: u32| {
            let mut words = Vec::new();
            pack.each_term(ix, |term, _| words.push(term)).unwrap();
            words
        };
        let mut arriving = Arriving::default();
        let mut seen = vec![None; whole.len() as usize];
        for (at, byte) in bytes.iter().enumerate() {
            arriving.push(&[*byte]);
            let Some((pack, here)) = arriving.pack() else { continue };
            for ix in 0..here {
                assert_eq!(words(pack, ix), words(&whole, ix), "{ix}");
                seen[ix as usize].get_or_insert(at);
            }
        }
        assert!(seen.iter().all(Option::is_some) && seen.is_sorted(), "{seen:?}");
        assert!(seen[0] < seen[seen.len() - 1], "one after the other: {seen:?}");
        assert_eq!(format!("{:?}", arriving.finish().unwrap()), format!("{whole:?}"));
    }

    #[test]
    fn most_of_a_pack_may_be_to_come_when_its_texts_begin() {
        let text = "a b c d e f g h ".repeat(20_000);
        let bytes = pack_of(&[article("a", None, "Long", &text), article("b", None, "Short", "a b")]);
        assert!(bytes.len() > 60_000, "{}", bytes.len());
        let whole = format!("{:?}", Pack::open(bytes.clone()).unwrap());
        for length in [100, 1000, 40_000] {
            let pack = arrive(&bytes, std::iter::repeat_n(length, bytes.len() / length)).unwrap();
            assert!(format!("{pack:?}") == whole, "in pieces of {length}");
        }
    }

    #[test]
    fn texts_that_were_read_take_no_room() {
        let bytes = pack_of(&sample());
        let forget = |arriving: &mut Arriving| {
            let Some((pack, here)) = arriving.pack() else { return };
            let behind = pack.texts_of_first(u32::MAX).len() - pack.texts_of_first(here).len();
            arriving.forget_texts(here);
            let (pack, still) = arriving.pack().unwrap();
            assert_eq!((still, pack.texts_of_first(u32::MAX).len()), (here, behind));
        };
        let each = |length: usize| std::iter::repeat_n(length, bytes.len() / length);
        let mut whole = Pack::open(bytes.clone()).unwrap();
        whole.forget_texts();
        for length in [1, 50, bytes.len()] {
            let mut pack = arrive_and(&bytes, each(length), forget).unwrap();
            pack.forget_texts();
            assert_eq!(format!("{pack:?}"), format!("{whole:?}"), "in pieces of {length}");
            assert!(pack.each_term(0, |_, _| ()).is_err());
        }
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            let expected = Pack::open(damaged.clone()).unwrap_err();
            assert_eq!(
                arrive_and(&damaged, each(50), forget).unwrap_err(),
                expected,
                "byte {at}"
            );
        }
    }

    #[test]
    fn what_is_cut_off_or_changed_is_told_as_of_a_whole_pack() {
        let bytes = pack_of(&sample());
        let each = |of: usize| std::iter::repeat_n(7, of / 7);
        for at in 0..bytes.len() {
            let cut = &bytes[..at];
            assert_eq!(
                arrive(cut, each(at)).unwrap_err(),
                Pack::open(cut.to_vec()).unwrap_err(),
                "cut at {at}"
            );
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            let expected = Pack::open(damaged.clone()).unwrap_err();
            assert_eq!(arrive(&damaged, each(bytes.len())).unwrap_err(), expected, "byte {at}");
        }
        let longer = [bytes.as_slice(), b"\n"].concat();
        assert_eq!(
            arrive(&longer, [bytes.len()]).unwrap_err(),
            Pack::open(longer.clone()).unwrap_err()
        );
    }

    proptest! {
        /// Pieces of any lengths.
        #[test]
        fn in_any_pieces_it_is_the_same_pack(pieces in prop::collection::vec(0usize..3000, 0..12)) {
            let bytes = pack_of(&sample());
            let pack = arrive(&bytes, pieces).unwrap();
            prop_assert_eq!(format!("{pack:?}"), format!("{:?}", Pack::open(bytes).unwrap()));
        }
    }
}
