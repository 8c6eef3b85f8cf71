//! A country by its ISO 3166-1 alpha-2 code.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Two upper-case ASCII letters of ISO 3166-1 alpha-2, plus the user-assigned `XK` for Kosovo.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

/// By first letter the second letters of the codes that are assigned, and of `XK`.
const ASSIGNED: [u32; 26] = assigned([
    "DEFGILMOQRSTUWXZ",
    "ABDEFGHIJLMNOQRSTVWYZ",
    "ACDFGHIKLMNORUVWXYZ",
    "EJKMOZ",
    "CEGHRST",
    "IJKMOR",
    "ABDEFGHILMNPQRSTUWY",
    "KMNRTU",
    "DELMNOQRST",
    "EMOP",
    "EGHIMNPRWYZ",
    "ABCIKRSTUVY",
    "ACDEFGHKLMNOPQRSTUVWXYZ",
    "ACEFGILOPRUZ",
    "M",
    "AEFGHKLMNRSTWY",
    "A",
    "EOSUW",
    "ABCDEGHIJKLMNORSTVXYZ",
    "CDFGHJKLMNORTVWZ",
    "AGMSYZ",
    "ACEGINU",
    "FS",
    "K",
    "ET",
    "AMW",
]);

/// A bit for each letter.
const fn assigned(seconds: [&str; 26]) -> [u32; 26] {
    let mut bits = [0; 26];
    let mut first = 0;
    while first < 26 {
        let (letters, mut at) = (seconds[first].as_bytes(), 0);
        while at < letters.len() {
            bits[first] |= 1 << (letters[at] - b'A');
            at += 1;
        }
        first += 1;
    }
    bits
}

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

    /// Whether it is a country's.
    pub fn is_assigned(self) -> bool {
        let [first, second] = self.0.map(|letter| letter - b'A');
        ASSIGNED[first as usize] >> second & 1 == 1
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

    #[test]
    fn few_pairs_of_letters_are_codes() {
        let is = |code: &&str| CountryCode::parse(code).is_some_and(CountryCode::is_assigned);
        assert!(["JP", "gb", "XK", "AD", "ZW", "HK"].iter().all(is));
        assert!(!["UK", "ZZ", "QQ", "XX", "AA"].iter().any(is));
    }
}
