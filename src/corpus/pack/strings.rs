//! Strings one after the other in one piece of memory: many short ones take a third of the room, and are read faster.

/// A string in bytes, and the same with all that lies behind it in memory.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bytes<'a> {
    pub own: &'a [u8],
    pub behind: &'a [u8],
}

/// See the module.
#[derive(Debug, Default)]
pub(super) struct Strings {
    /// All of them; what is appended belongs to the next one, until it [ends](Self::end).
    pub all: String,
    ends: Vec<u32>,
}

impl Strings {
    pub fn end(&mut self) {
        self.ends.push(self.all.len() as u32);
    }

    /// Where one begins and ends.
    #[inline]
    fn range(&self, i: u32) -> (usize, usize) {
        let end = |i: u32| self.ends.get(i as usize).map_or(self.all.len(), |e| *e as usize);
        (if i == 0 { 0 } else { end(i - 1) }, end(i))
    }

    pub fn get(&self, i: u32) -> &str {
        let (from, to) = self.range(i);
        self.all.get(from..to).unwrap_or("")
    }

    #[inline]
    pub fn bytes(&self, i: u32) -> Bytes<'_> {
        let (from, to) = self.range(i);
        let behind = self.all.as_bytes().get(from..).unwrap_or(&[]);
        Bytes {
            own: behind.get(..to - from).unwrap_or(&[]),
            behind,
        }
    }

    pub fn len(&self) -> u32 {
        self.ends.len() as u32
    }

    pub fn shrink(&mut self) {
        self.all.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}
