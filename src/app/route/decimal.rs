//! Numbers with up to two decimals, as text and back.
//!
//! Rust's own way reads and writes any number to its last bit, for which it brings 13 kB of tables along.

/// Digits before the point: what is below a hundred thousand is told apart to the hundredth by an `f32` read here.
const DIGITS: usize = 5;

/// A number to the hundredth, without zeros at its end.
pub fn print(value: f32) -> String {
    let hundredths = (f64::from(value) * 100.0).round() as i32;
    let (sign, size) = (if hundredths < 0 { "-" } else { "" }, hundredths.unsigned_abs());
    let (whole, rest) = (size / 100, size % 100);
    match (rest, rest % 10) {
        (0, _) => format!("{sign}{whole}"),
        (_, 0) => format!("{sign}{whole}.{}", rest / 10),
        _ => format!("{sign}{whole}.{rest:02}"),
    }
}

/// The number that a text says: digits, perhaps with a sign before and a point among them. Decimals beyond the second
/// are left out.
pub fn parse(text: &str) -> Option<f32> {
    let size = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = size.split_once('.').unwrap_or((size, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !are_digits(whole) || !are_digits(decimals) || whole.len() > DIGITS {
        return None;
    }
    let rest = decimals.bytes().chain([b'0']).take(2);
    let hundredths = whole
        .bytes()
        .chain(rest)
        .fold(0, |sum, digit| sum * 10 + i32::from(digit - b'0'));
    let signed = if size.len() < text.len() {
        -hundredths
    } else {
        hundredths
    };
    Some((f64::from(signed) / 100.0) as f32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{parse, print};

    #[test]
    fn numbers_are_read_to_the_hundredth() {
        for (text, expected) in [
            ("0", Some(0.0)),
            ("12", Some(12.0)),
            ("-3.5", Some(-3.5)),
            ("007.25", Some(7.25)),
            ("1.999", Some(1.99)),
            ("99999.99", Some(99_999.99)),
            ("100000", None),
            ("", None),
            ("-", None),
            (".5", None),
            ("5.", None),
            ("+1", None),
            ("--1", None),
            ("1e3", None),
            ("nan", None),
            ("inf", None),
            ("٣", None),
        ] {
            assert_eq!(parse(text), expected, "{text:?}");
        }
    }

    #[test]
    fn numbers_are_written_short() {
        for (value, expected) in [
            (0.0, "0"),
            (-0.001, "0"),
            (32.0, "32"),
            (1.5, "1.5"),
            (2.07, "2.07"),
            (-17_522.9, "-17522.9"),
        ] {
            assert_eq!(print(value), expected);
        }
    }

    proptest! {
        #[test]
        fn what_was_read_is_written_and_read_again(hundredths in -9_999_999i32..=9_999_999) {
            let value = (f64::from(hundredths) / 100.0) as f32;
            let read = parse(&print(value)).unwrap();
            prop_assert_eq!(read, value);
            prop_assert_eq!(parse(&print(read)), Some(read));
        }
    }
}
