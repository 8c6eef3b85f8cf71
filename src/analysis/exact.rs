//! What is a number exactly? Digits, how many of them are decimals, the sign; or a share.

/// A number: ± `digits` × 10^−`scale`, or a share, `digits` of `over`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exact {
    negative: bool,
    digits: u64,
    scale: u32,
    over: u64,
}

impl Exact {
    /// A whole number.
    pub fn whole(digits: u64) -> Self {
        Self {
            negative: false,
            digits,
            scale: 0,
            over: 1,
        }
    }

    /// So many of so many, as the text has it: `2/3`, `10/10`.
    pub fn share(digits: u64, over: u64) -> Self {
        Self {
            over,
            ..Self::whole(digits)
        }
    }

    /// Reads `1.35`; none where it is no number or longer than 18 digits, or a code: `007`.
    pub fn parse(s: &str) -> Option<Self> {
        let code = s.len() > 1 && s.starts_with('0') && !s.starts_with("0.");
        Self::digits(s).filter(|_| !code)
    }

    /// Reads digits, of which the first may be noughts.
    pub fn digits(s: &str) -> Option<Self> {
        if s.len() > 19 || s.is_empty() || s.starts_with('.') || s.ends_with('.') {
            return None;
        }
        let mut number = Self::whole(0);
        let mut point = 0;
        for b in s.bytes() {
            match b {
                b'.' if point == 0 => point = 1,
                b'0'..=b'9' => {
                    number.digits = number.digits * 10 + u64::from(b - b'0');
                    number.scale += point;
                }
                _ => return None,
            }
        }
        Some(number.trimmed())
    }

    /// Below zero.
    pub fn negated(self) -> Self {
        Self { negative: true, ..self }
    }

    /// Times a whole number; none beyond 10^19.
    pub fn times(self, by: u64) -> Option<Self> {
        let digits = self.digits.checked_mul(by)?;
        let over = self.over;
        let whole = digits.is_multiple_of(over);
        let (digits, over) = if whole { (digits / over, 1) } else { (digits, self.over) };
        Some(Self { digits, over, ..self }.trimmed())
    }

    /// A whole number with `part` × 10^−`scale` behind it.
    pub fn tail(self, part: u64, scale: u32) -> Option<Self> {
        let digits = self.as_whole()?.checked_mul(10u64.pow(scale))?.checked_add(part)?;
        let scaled = Self {
            scale,
            ..Self::whole(digits)
        };
        Some(scaled.trimmed())
    }

    /// The sum of two whole numbers.
    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self::whole(self.as_whole()?.checked_add(other.as_whole()?)?))
    }

    /// The whole number that it is; none where it has decimals or is below zero.
    pub fn as_whole(self) -> Option<u64> {
        (self.scale == 0 && self.over == 1 && !self.negative).then_some(self.digits)
    }

    /// Whether its amount, the sign aside, is less than another's; false where that is too large to tell.
    pub fn less(self, other: Self) -> bool {
        let at = self.scale.max(other.scale);
        let scaled = |n: Self| n.digits.checked_mul(10u64.pow(at - n.scale));
        scaled(self).zip(scaled(other)).is_some_and(|(a, b)| a < b)
    }

    fn trimmed(mut self) -> Self {
        while self.scale > 0 && self.digits.is_multiple_of(10) {
            self.digits /= 10;
            self.scale -= 1;
        }
        self
    }
}

impl std::fmt::Display for Exact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digits = format!("{:0>1$}", self.digits, self.scale as usize + 1);
        let (whole, part) = digits.split_at(digits.len() - self.scale as usize);
        if self.negative {
            f.write_str("-")?;
        }
        f.write_str(whole)?;
        if !part.is_empty() {
            f.write_str(".")?;
            f.write_str(part)?;
        }
        if self.over > 1 {
            f.write_str("/")?;
            self.over.fmt(f)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Exact;

    #[test]
    fn what_is_no_number_or_too_long_is_none_and_shares_stay_as_written() {
        assert_eq!(Exact::parse("12345678901234567890123456789012"), None);
        assert_eq!(Exact::parse("1.2.3"), None);
        assert_eq!(Exact::parse("0161"), None);
        assert_eq!(Exact::whole(5).times(u64::MAX), None);
        assert_eq!(Exact::share(2, 3).to_string(), "2/3");
        assert_eq!(Exact::share(1, 4).times(100), Some(Exact::whole(25)));
        assert_eq!(Exact::whole(25).negated().to_string(), "-25");
    }
}
