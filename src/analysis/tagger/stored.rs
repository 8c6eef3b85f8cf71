//! How is what was learned kept in a file? A head with a checksum, then ascending keys and columns of bytes.
//!
//! All numbers are little-endian: four letters, version (u32), number of keys (u32), CRC-32 of what follows (u32). Each key is
//! kept as the difference to the one before, 7 bits a byte, lowest first; the top bit says that more follow.

use std::fmt;

/// Why a file of learned tables is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged(pub &'static str);

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the tagger's tables cannot be used: expected {}; make them again with `cargo xtask groups` and `cargo xtask train`",
            self.0
        )
    }
}

impl std::error::Error for Damaged {}

/// Reads a file from its start.
pub struct Reader<'f> {
    /// How many keys it says there are.
    pub count: usize,
    rest: &'f [u8],
}

impl<'f> Reader<'f> {
    /// A changed or cut file is refused.
    pub fn new(file: &'f [u8], kind: &[u8; 4], version: u32) -> Result<Self, Damaged> {
        let number = |at: usize| {
            let bytes = file.get(at..at + 4).and_then(|b| b.try_into().ok());
            bytes.map(u32::from_le_bytes).ok_or(Damaged("a head of 16 bytes"))
        };
        if file.get(..4) != Some(kind) || number(4)? != version {
            return Err(Damaged("a file of this version"));
        }
        let (count, sum, rest) = (number(8)? as usize, number(12)?, &file[16..]);
        if crc32(rest) != sum {
            return Err(Damaged("bytes that fit their checksum"));
        }
        Ok(Self { count, rest })
    }

    /// One byte more.
    pub fn byte(&mut self) -> Result<u8, Damaged> {
        let (&first, rest) = self.rest.split_first().ok_or(Damaged("as many keys as are said"))?;
        self.rest = rest;
        Ok(first)
    }

    /// All keys, ascending and none of them zero.
    pub fn keys(&mut self) -> Result<Vec<u32>, Damaged> {
        let mut keys = Vec::new();
        let mut key = 0_u32;
        for _ in 0..self.count {
            let (mut step, mut shift) = (0_u32, 0);
            loop {
                let byte = self.byte()?;
                step |= u32::from(byte & 127).checked_shl(shift).unwrap_or(0);
                shift += 7;
                if byte < 128 {
                    break;
                }
            }
            key = key
                .checked_add(step)
                .filter(|_| step > 0)
                .ok_or(Damaged("ascending keys"))?;
            keys.push(key);
        }
        Ok(keys)
    }

    /// Refuses what stands behind the end.
    pub fn end(self) -> Result<(), Damaged> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(Damaged("nothing behind the last column"))
        }
    }
}

/// Adds ascending keys, none of them zero.
pub fn put_keys(body: &mut Vec<u8>, keys: impl Iterator<Item = u32>) {
    let mut before = 0;
    for key in keys {
        let mut step = key - before;
        before = key;
        while step > 127 {
            body.push(step as u8 | 128);
            step >>= 7;
        }
        body.push(step as u8);
    }
}

/// A whole file.
pub fn file(kind: &[u8; 4], version: u32, count: usize, body: &[u8]) -> Vec<u8> {
    let mut file = kind.to_vec();
    for number in [version, count as u32, crc32(body)] {
        file.extend(number.to_le_bytes());
    }
    file.extend(body);
    file
}

/// CRC-32 as in ISO 3309, by half bytes: the files are read once.
fn crc32(bytes: &[u8]) -> u32 {
    let half = |crc: u32| (0..4).fold(crc, |c, _| (c >> 1) ^ (0xEDB8_8320 & (c & 1).wrapping_neg()));
    let table: [u32; 16] = std::array::from_fn(|n| half(n as u32));
    !bytes.iter().fold(!0, |crc: u32, byte| {
        let crc = crc ^ u32::from(*byte);
        let crc = (crc >> 4) ^ table[crc as usize & 15];
        (crc >> 4) ^ table[crc as usize & 15]
    })
}
