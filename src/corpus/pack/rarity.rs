//! In how many articles a word is, in one byte: as exactly as a rank needs to know it.

/// A number of articles, rounded down to three binary digits: at most a fifth less than it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rarity(u8);

impl Rarity {
    /// Of a number of articles.
    pub fn of(articles: u32) -> Self {
        match articles {
            0..4 => Self(articles as u8),
            _ => {
                // Digits behind the first three.
                let rest = 29 - articles.leading_zeros();
                Self((rest * 4 + (articles >> rest)) as u8)
            }
        }
    }

    /// From its byte; `None` for one that no number has.
    pub fn from_byte(byte: u8) -> Option<Self> {
        (byte < 124).then_some(Self(byte))
    }

    /// Its byte.
    pub fn byte(self) -> u8 {
        self.0
    }

    /// The number of articles, about.
    pub fn articles(self) -> u32 {
        let code = u32::from(self.0);
        match code {
            0..8 => code,
            _ => (4 + code % 4) << (code / 4 - 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Rarity;

    #[test]
    fn numbers_are_rounded_down_by_little() {
        let about = |n: u32| Rarity::of(n).articles();
        for n in 0..8 {
            assert_eq!(about(n), n);
        }
        for n in (1..20_000).chain([1 << 24, u32::MAX - 1, u32::MAX]) {
            assert!(
                about(n) <= n && u64::from(about(n)) * 5 >= u64::from(n) * 4,
                "{n}: {}",
                about(n)
            );
            assert_eq!(Rarity::from_byte(Rarity::of(n).byte()), Some(Rarity::of(n)));
        }
        assert_eq!(Rarity::from_byte(255), None);
    }
}
