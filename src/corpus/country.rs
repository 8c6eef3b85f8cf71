//! A country by its ISO 3166-1 alpha-2 code.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Two upper-case ASCII letters of ISO 3166-1 alpha-2, plus the user-assigned `XK` for Kosovo.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// `ZZ`, CLDR's code for a region that is not known; no country's.
    pub const UNKNOWN: Self = Self(*b"ZZ");

    /// `JP` or `jp` → `JP`; anything but two ASCII letters → `None`. Whether the code is assigned is the gazetteer's knowledge.
    pub const fn parse(code: &str) -> Option<Self> {
        let b = code.as_bytes();
        if b.len() != 2 || !b[0].is_ascii_alphabetic() || !b[1].is_ascii_alphabetic() {
            return None;
        }
        Some(Self([b[0].to_ascii_uppercase(), b[1].to_ascii_uppercase()]))
    }

    /// The two letters.
    pub fn as_str(&self) -> &str {
        // Both bytes are ASCII letters by construction.
        std::str::from_utf8(&self.0).unwrap_or("??")
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for CountryCode {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CountryCode {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let s = String::deserialize(d)?;
        Self::parse(&s).ok_or_else(|| serde::de::Error::custom("expected two letters of ISO 3166-1 alpha-2"))
    }
}

#[cfg(test)]
mod tests {
    use super::CountryCode;

    #[test]
    fn only_two_ascii_letters_are_a_code() {
        assert_eq!(CountryCode::parse("jp").map(|c| c.to_string()), Some("JP".into()));
        for bad in ["", "J", "JPN", "J1", "é", "日本"] {
            assert_eq!(CountryCode::parse(bad), None, "{bad}");
        }
    }
}
