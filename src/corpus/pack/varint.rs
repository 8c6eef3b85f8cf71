//! Numbers and strings inside a section.

use super::PackError;

/// Appends `n` as LEB128: seven bits a byte, least significant first, the high bit says that more follow.
pub fn put_varint(out: &mut Vec<u8>, mut n: u32) {
    while n >= 0x80 {
        out.push(n as u8 | 0x80);
        n >>= 7;
    }
    out.push(n as u8);
}

/// A signed number as one without a sign: 0, -1, 1, -2 … become 0, 1, 2, 3 ….
pub(super) fn zigzag(n: i32) -> u32 {
    ((n << 1) ^ (n >> 31)) as u32
}

/// The reverse of [`zigzag`].
pub(super) fn unzigzag(n: u32) -> i32 {
    (n >> 1) as i32 ^ -((n & 1) as i32)
}

/// Appends a signed number.
pub fn put_signed(out: &mut Vec<u8>, n: i32) {
    put_varint(out, zigzag(n));
}

/// Appends a string: its length in bytes, then its UTF-8.
pub fn put_str(out: &mut Vec<u8>, s: &str) {
    put_varint(out, s.len() as u32);
    out.extend_from_slice(s.as_bytes());
}

/// Reads a section front to back; every step is checked.
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    section: &'static str,
}

impl<'a> Reader<'a> {
    /// A reader of `bytes` from `at`; `section` is named in errors.
    pub fn new(bytes: &'a [u8], at: usize, section: &'static str) -> Self {
        Self {
            bytes,
            at: at.min(bytes.len()),
            section,
        }
    }

    /// The error that something else was expected here.
    pub fn malformed(&self, expected: &'static str) -> PackError {
        PackError::Malformed {
            section: self.section,
            at: self.at,
            expected,
        }
    }

    /// The byte that is read next.
    pub fn position(&self) -> usize {
        self.at
    }

    /// True when everything has been read.
    pub fn is_done(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// One byte.
    pub fn byte(&mut self) -> Result<u8, PackError> {
        let b = *self.bytes.get(self.at).ok_or_else(|| self.malformed("another byte"))?;
        self.at += 1;
        Ok(b)
    }

    /// A number.
    #[inline(never)]
    pub fn varint(&mut self) -> Result<u32, PackError> {
        // Most are small.
        match self.bytes.get(self.at) {
            Some(byte) if *byte < 0x80 => {
                self.at += 1;
                Ok(u32::from(*byte))
            }
            _ => self.long_varint(),
        }
    }

    fn long_varint(&mut self) -> Result<u32, PackError> {
        let mut n = 0u32;
        for shift in [0, 7, 14, 21, 28] {
            let b = self.byte()?;
            if shift == 28 && b > 0x0F {
                break;
            }
            n |= u32::from(b & 0x7F) << shift;
            if b < 0x80 {
                return Ok(n);
            }
        }
        Err(self.malformed("a number of at most 32 bits"))
    }

    /// A number of eight bytes.
    pub fn long(&mut self) -> Result<u64, PackError> {
        let bytes = self.take(8)?;
        Ok(bytes.iter().rev().fold(0, |n, byte| n << 8 | u64::from(*byte)))
    }

    /// A signed number.
    pub fn signed(&mut self) -> Result<i32, PackError> {
        self.varint().map(unzigzag)
    }

    /// A number that counts things of at least one byte each, so that no damaged count asks for more memory than there are bytes.
    pub fn count(&mut self) -> Result<usize, PackError> {
        let n = self.varint()? as usize;
        if n > self.bytes.len() - self.at {
            return Err(self.malformed("a count that the section has room for"));
        }
        Ok(n)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> Result<u32, PackError> {
        let n = self.varint()?;
        if n as usize >= limit {
            return Err(self.malformed("a number within its table"));
        }
        Ok(n)
    }

    /// `n` bytes.
    pub fn take(&mut self, n: usize) -> Result<&'a [u8], PackError> {
        let end = self.at.checked_add(n).filter(|e| *e <= self.bytes.len());
        let end = end.ok_or_else(|| self.malformed("more bytes"))?;
        let taken = &self.bytes[self.at..end];
        self.at = end;
        Ok(taken)
    }

    /// A string.
    pub fn str(&mut self) -> Result<&'a str, PackError> {
        let n = self.count()?;
        let bytes = self.take(n)?;
        std::str::from_utf8(bytes).map_err(|_| self.malformed("UTF-8"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Reader, put_signed, put_str, put_varint};

    proptest! {
        #[test]
        fn what_was_put_is_read(n: u32, i: i32, s: String) {
            let mut out = Vec::new();
            put_varint(&mut out, n);
            put_signed(&mut out, i);
            put_str(&mut out, &s);
            let mut r = Reader::new(&out, 0, "TEST");
            prop_assert_eq!((r.varint(), r.signed(), r.str()), (Ok(n), Ok(i), Ok(s.as_str())));
            prop_assert!(r.is_done());
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            let mut r = Reader::new(&bytes, 0, "TEST");
            while !r.is_done() {
                if r.clone().str().is_err() && r.clone().varint().is_err() {
                    break;
                }
                let _ = r.byte();
            }
        }
    }
}
