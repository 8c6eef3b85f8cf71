//! CRC-32 as in IEEE 802.3 (reflected polynomial 0xEDB88320): every change of up to 32 neighbouring bits is noticed.

/// Bytes taken in one call: a browser compiles a function again while it runs, and takes the faster code when it is called
/// next.
const STRETCH: usize = 1 << 14;

/// Eight tables, so that eight bytes are taken at a time ("slicing by 8", Kounavis and Berry 2005). Made when first
/// needed rather than stored: 8 kB that would not compress in the page.
#[derive(Debug)]
pub(super) struct Crc([[u32; 256]; 8]);

impl Crc {
    pub(super) fn new() -> Self {
        let mut t = [[0u32; 256]; 8];
        for i in 0..256u32 {
            let mut c = i;
            for _ in 0..8 {
                c = if c & 1 == 1 { 0xEDB8_8320 ^ (c >> 1) } else { c >> 1 };
            }
            t[0][i as usize] = c;
        }
        for i in 0..256 {
            for k in 1..8 {
                t[k][i] = (t[k - 1][i] >> 8) ^ t[0][(t[k - 1][i] & 0xFF) as usize];
            }
        }
        Self(t)
    }

    pub(super) fn of(&self, bytes: &[u8]) -> u32 {
        self.after(0, bytes)
    }

    /// The checksum of bytes with more behind them; `before` is that of the bytes, 0 of none.
    pub(super) fn after(&self, before: u32, bytes: &[u8]) -> u32 {
        !bytes
            .chunks(STRETCH)
            .fold(!before, |crc, stretch| self.go_on(crc, stretch))
    }

    #[inline(never)]
    fn go_on(&self, mut crc: u32, bytes: &[u8]) -> u32 {
        let t = &self.0;
        let (chunks, rest) = bytes.as_chunks::<8>();
        for b in chunks {
            let low = crc ^ u32::from_le_bytes([b[0], b[1], b[2], b[3]]);
            crc = t[7][(low & 0xFF) as usize]
                ^ t[6][(low >> 8 & 0xFF) as usize]
                ^ t[5][(low >> 16 & 0xFF) as usize]
                ^ t[4][(low >> 24) as usize]
                ^ t[3][b[4] as usize]
                ^ t[2][b[5] as usize]
                ^ t[1][b[6] as usize]
                ^ t[0][b[7] as usize];
        }
        for b in rest {
            crc = (crc >> 8) ^ t[0][((crc ^ u32::from(*b)) & 0xFF) as usize];
        }
        crc
    }
}

#[cfg(test)]
mod tests {
    use super::Crc;

    #[test]
    fn the_check_value_of_the_catalogue_of_crcs() {
        assert_eq!(Crc::new().of(b"123456789"), 0xCBF4_3926);
        assert_eq!(Crc::new().of(b""), 0);
        let in_two = |at: usize| Crc::new().after(Crc::new().of(&b"123456789"[..at]), &b"123456789"[at..]);
        assert!((0..=9).map(in_two).all(|crc| crc == 0xCBF4_3926));
    }
}
