//! What is a number exactly? Digits, how many of them are decimals, the sign; or a share.

/// A number: ± `digits` × 10^−`scale`, or a share, `digits` of `over`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exact {
    negative: bool,
    digits: u128,
    scale: u32,
    over: u32,
}

impl Exact {
    /// A whole number.
    pub fn whole(digits: u128) -> Self {
        Self {
            negative: false,
            digits,
            scale: 0,
            over: 1,
        }
    }

    /// So many of so many, as the text has it: `2/3`, `10/10`.
    pub fn share(digits: u32, over: u32) -> Self {
        Self {
            over,
            ..Self::whole(digits.into())
        }
    }

    /// Reads `1.35`; none where it is no number or longer than 30 digits, or a code: `007`.
    pub fn parse(s: &str) -> Option<Self> {
        let (whole, part) = s.split_once('.').unwrap_or((s, ""));
        let all = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !all(whole) || !all(part) || s.len() > 30 || s.ends_with('.') {
            return None;
        }
        if whole.len() > 1 && whole.starts_with('0') {
            return None;
        }
        let digits = format!("{whole}{part}").parse().ok()?;
        let scale = part.len() as u32;
        Some(
            Self {
                scale,
                ..Self::whole(digits)
            }
            .trimmed(),
        )
    }

    /// Below zero.
    pub fn negated(self) -> Self {
        Self { negative: true, ..self }
    }

    /// Times a whole number; none beyond 10^38.
    pub fn times(self, by: u64) -> Option<Self> {
        let digits = self.digits.checked_mul(by.into())?;
        let over = u128::from(self.over);
        let whole = digits.is_multiple_of(over);
        let (digits, over) = if whole { (digits / over, 1) } else { (digits, self.over) };
        Some(Self { digits, over, ..self }.trimmed())
    }

    /// Times 10^`power`; none beyond 10^38.
    pub fn shift(self, power: u32) -> Option<Self> {
        self.times(10u64.checked_pow(power)?)
    }

    /// A whole number with `part` × 10^−`scale` behind it.
    pub fn tail(self, part: u32, scale: u32) -> Option<Self> {
        let digits = self
            .as_whole()?
            .checked_mul(10u128.pow(scale))?
            .checked_add(part.into())?;
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
    pub fn as_whole(self) -> Option<u128> {
        (self.scale == 0 && self.over == 1 && !self.negative).then_some(self.digits)
    }

    /// Whether its amount, the sign aside, is less than another's; false where that is too large to tell.
    pub fn less(self, other: Self) -> bool {
        let at = self.scale.max(other.scale);
        let scaled = |n: Self| n.digits.checked_mul(10u128.checked_pow(at - n.scale)?);
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
        assert_eq!(Exact::whole(5).shift(60), None);
        assert_eq!(Exact::share(2, 3).to_string(), "2/3");
        assert_eq!(Exact::share(1, 4).times(100), Some(Exact::whole(25)));
        assert_eq!(Exact::whole(25).negated().to_string(), "-25");
    }
}
