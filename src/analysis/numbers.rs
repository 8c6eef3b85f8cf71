//! Numbers in digits and in words, exactly: a mantissa and how many of its digits are decimals.

use crate::words::{Gap, Words};

/// Number words, by value. English; a language more is a table more.
const SMALL: [(&str, u128); 28] = [
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("zero", 0),
];

/// Powers that multiply what stands before them. `bn` and `m` are read behind digits only.
const POWERS: [(&str, u32); 10] = [
    ("mln", 6),
    ("bln", 9),
    ("mn", 6),
    ("hundred", 2),
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
    ("trillion", 12),
    ("bn", 9),
    ("tn", 12),
];

/// Most words of a number: `nine hundred and ninety-nine thousand nine hundred and ninety-nine`.
const LONGEST: usize = 14;

/// A decimal number: `digits` × 10^−`scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    digits: u128,
    scale: u32,
}

impl Decimal {
    /// A whole number.
    pub fn whole(digits: u128) -> Self {
        Self { digits, scale: 0 }
    }

    /// Reads `1.35`; none where it is no number or longer than 30 digits.
    pub fn parse(s: &str) -> Option<Self> {
        let (whole, part) = s.split_once('.').unwrap_or((s, ""));
        let all = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !all(whole) || !all(part) || s.len() > 30 || s.ends_with('.') {
            return None;
        }
        let digits = format!("{whole}{part}").parse().ok()?;
        let scale = part.len() as u32;
        Some(Self { digits, scale }.trimmed())
    }

    /// Times 10^`power`; none beyond 10^38.
    pub fn shift(self, power: u32) -> Option<Self> {
        let less = self.scale.min(power);
        let digits = self.digits.checked_mul(10u128.checked_pow(power - less)?)?;
        Some(
            Self {
                digits,
                scale: self.scale - less,
            }
            .trimmed(),
        )
    }

    /// The sum of two whole numbers.
    fn plus(self, other: Self) -> Option<Self> {
        (self.scale == 0 && other.scale == 0).then_some(())?;
        Some(Self::whole(self.digits.checked_add(other.digits)?))
    }

    /// The whole number that it is; none where it has decimals.
    pub fn as_whole(self) -> Option<u128> {
        (self.scale == 0).then_some(self.digits)
    }

    fn trimmed(mut self) -> Self {
        while self.scale > 0 && self.digits.is_multiple_of(10) {
            self.digits /= 10;
            self.scale -= 1;
        }
        self
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digits = format!("{:0>1$}", self.digits, self.scale as usize + 1);
        let (whole, part) = digits.split_at(digits.len() - self.scale as usize);
        if part.is_empty() {
            f.write_str(whole)
        } else {
            write!(f, "{whole}.{part}")
        }
    }
}

/// A number read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its value.
    pub value: Decimal,
    /// One past its last word.
    pub to: usize,
    /// Whether it is in digits, the power behind them aside.
    pub digits: bool,
}

/// The number that starts at word `i`: `1.35 billion`, `70`, `twenty-five`, `two hundred and ten`.
pub fn number_at(words: &Words<'_>, i: usize) -> Option<Number> {
    if words.term(i).starts_with(|c: char| c.is_ascii_digit()) {
        let (digits, letters) = attached(words.term(i));
        let value = Decimal::parse(digits)?;
        if !letters.is_empty() {
            // `€5m` is five million, `5m` five metres.
            let before = words.text[..words.get(i)?.start].chars().next_back();
            let money = before.is_some_and(|c| matches!(c, '$' | '€' | '£' | '¥' | '₩'));
            let power = match letters {
                "bn" => 9,
                "tn" => 12,
                "m" if money => 6,
                "k" if money => 3,
                _ => return None,
            };
            return Some(Number {
                value: value.shift(power)?,
                to: i + 1,
                digits: true,
            });
        }
        let (value, to) = powers(words, value, i + 1);
        return Some(Number {
            value,
            to,
            digits: true,
        });
    }
    in_words(words, i)
}

/// The digits that a word starts with, and the letters right behind them: `70km`, `5bn`.
pub fn attached(term: &str) -> (&str, &str) {
    let end = term.find(|c: char| !(c.is_ascii_digit() || c == '.'));
    term.split_at(end.unwrap_or(term.len()))
}

/// `million`, `hundred thousand` behind a number.
fn powers(words: &Words<'_>, mut value: Decimal, mut at: usize) -> (Decimal, usize) {
    while joins(words, at)
        && let Some(more) = power(words.term(at)).and_then(|p| value.shift(p))
    {
        value = more;
        at += 1;
    }
    (value, at)
}

fn in_words(words: &Words<'_>, i: usize) -> Option<Number> {
    if !words.listed(i).starts_number() {
        return None;
    }
    if words.term(i) == "half"
        && matches!(words.term(i + 1), "a")
        && joins(words, i + 1)
        && joins(words, i + 2)
        && let Some(p) = power(words.term(i + 2))
    {
        let value = Decimal::whole(5).shift(p - 1)?;
        return Some(Number {
            value,
            to: i + 3,
            digits: false,
        });
    }
    // `half a million`, `a hundred`, `a dozen`.
    let article = matches!(words.term(i), "a" | "an") && joins(words, i + 1);
    let dozen = |k: usize| words.term(k) == "dozen";
    if article && (power(words.term(i + 1)).is_some() || dozen(i + 1)) {
        let base = if dozen(i + 1) { 12 } else { 1 };
        let (value, to) = powers(words, Decimal::whole(base), i + 1 + usize::from(dozen(i + 1)));
        return Some(Number {
            value,
            to,
            digits: false,
        });
    }
    let mut total = Decimal::whole(0);
    let mut part = Decimal::whole(small(words.term(i))?);
    let mut last = part.digits;
    let mut at = i + 1;
    while at < i + LONGEST && joins(words, at) {
        let and = usize::from(
            words.term(at) == "and" && part.digits.is_multiple_of(100) && part.digits > 0 && joins(words, at + 1),
        );
        if let Some(more) = small(words.term(at + and)) {
            // `twenty-five`, `hundred (and) ten`; `two three` are two numbers.
            let fits = (part.digits.is_multiple_of(100) && part.digits > 0 && last != 0)
                || ((20..100).contains(&last) && more < 10 && more > 0);
            if !fits {
                break;
            }
            part = part.plus(Decimal::whole(more))?;
            last = more;
            at += and + 1;
        } else if and == 0 && power(words.term(at)) == Some(2) {
            part = part.shift(2)?;
            last = 100;
            at += 1;
        } else if and == 0
            && let Some(p) = power(words.term(at))
        {
            total = total.plus(part.shift(p)?)?;
            part = Decimal::whole(0);
            at += 1;
            // `two million three hundred thousand`: the rest is read as another part.
            let and = usize::from(words.term(at) == "and" && joins(words, at + 1));
            if let Some(more) = small(words.term(at + and)).filter(|_| joins(words, at)) {
                part = Decimal::whole(more);
                last = more;
                at += and + 1;
            } else {
                break;
            }
        } else if and == 0 && dozen(at) {
            part = Decimal::whole(part.digits.checked_mul(12)?);
            at += 1;
            break;
        } else {
            break;
        }
    }
    Some(Number {
        value: total.plus(part)?,
        to: at,
        digits: false,
    })
}

/// The words that a number in words may start with.
pub(crate) fn starts() -> impl Iterator<Item = &'static str> {
    let small = SMALL.iter().map(|(word, _)| *word);
    small.chain(["a", "an", "half"])
}

/// The value of a small number word.
pub fn small(term: &str) -> Option<u128> {
    SMALL.iter().find(|(w, _)| *w == term).map(|(_, n)| *n)
}

fn power(term: &str) -> Option<u32> {
    POWERS.iter().find(|(w, _)| *w == term).map(|(_, p)| *p)
}

fn joins(words: &Words<'_>, i: usize) -> bool {
    i < words.len() && words.gap(i).only(Gap::SPACE.and(Gap::HYPHEN)) && !words.gap(i).has(Gap::BREAK)
}

#[cfg(test)]
mod tests {
    use super::{Decimal, number_at};
    use crate::lexicon::Lexicon;
    use crate::words::Words;

    #[test]
    fn numbers_are_exact() {
        let lexicon = Lexicon::new();
        for (text, value, to) in [
            ("1.35 billion dollars", "1350000000", 2),
            ("0.1 percent", "0.1", 1),
            ("1,000 men", "1000", 1),
            ("twenty-five men", "25", 2),
            ("two hundred and ten men", "210", 4),
            ("three million two hundred thousand men", "3200000", 5),
            ("a hundred men", "100", 2),
            ("two dozen men", "24", 2),
            ("12.3 mln dlrs", "12300000", 2),
            ("four missiles", "4", 1),
            ("two three", "2", 1),
            ("two and three", "2", 1),
            ("1.2345678 million", "1234567.8", 2),
        ] {
            let number = number_at(&Words::new(text, &lexicon), 0).unwrap();
            assert_eq!((number.value.to_string().as_str(), number.to), (value, to), "{text}");
        }
        assert_eq!(Decimal::parse("12345678901234567890123456789012"), None);
        assert_eq!(Decimal::parse("1.2.3"), None);
        assert_eq!(Decimal::whole(5).shift(60), None);
    }
}
