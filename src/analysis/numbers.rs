//! Which number is written here, exactly? In digits or words: a mantissa and how many of its digits are decimals, or a share.

use crate::exact::Exact;
use crate::listing::{List, among, place};
use crate::words::{Gap, Words};

/// Number words, from nought on. English; a language more is a table more.
const SMALL: &List = &List::new(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
eighteen nineteen",
);

/// Tens, from twenty on.
const TENS: &List = &List::new("twenty thirty forty fifty sixty seventy eighty ninety");

/// Words that multiply what stands before them, by their power of ten: hundreds, thousands, lakhs and so on; `bn` and `tn` are read
/// behind digits too.
const POWERS: [(&str, u32); 7] = [
    ("hundred", 2),
    ("thousand", 3),
    ("lakh lakhs", 5),
    ("million mln mn", 6),
    ("crore crores", 7),
    ("billion bln bn", 9),
    ("trillion tn", 12),
];

/// Most words of a number: `nine hundred and ninety-nine thousand nine hundred and ninety-nine`.
const LONGEST: usize = 14;

/// A number read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its value.
    pub value: Exact,
    /// One past its last word.
    pub to: usize,
    /// Whether it is in digits, the power behind them aside.
    pub digits: bool,
    /// What the word at its end multiplies the rest by: of `1.35 billion` 10⁹, of `two dozen` 12, of `25` 1.
    pub times: u64,
}

/// The number that starts at word `i`: `1.35 billion`, `70`, `twenty-five`, `two hundred and ten`.
pub fn number_at(words: &Words<'_>, i: usize) -> Option<Number> {
    // `€5m` is five million, `5m` five metres.
    let before = words.text[..words.get(i)?.start].chars().next_back();
    let money = before.is_some_and(|c| matches!(c, '$' | '€' | '£' | '¥' | '₩' | '₹' | '₦'));
    read(words, i, 0, money)
}

/// The number in word `i` behind its first `skip` bytes; whether it is money decides on `5m`.
pub fn read(words: &Words<'_>, i: usize, skip: usize, money: bool) -> Option<Number> {
    let term = words.term(i).get(skip..)?;
    if !term.starts_with(|c: char| c.is_ascii_digit()) {
        return in_words(words, i);
    }
    let (digits, letters) = attached(term);
    let mut number = Number {
        value: Exact::parse(digits)?,
        to: i + 1,
        digits: true,
        times: 1,
    };
    match letters {
        "" => {
            grouped(words, &mut number)?;
            half(words, &mut number);
        }
        "½" => number.value = number.value.tail(5, 1)?,
        "¼" => number.value = number.value.tail(25, 2)?,
        "¾" => number.value = number.value.tail(75, 2)?,
        _ => {
            number.times = match letters {
                "bn" => 1_000_000_000,
                "tn" => 1_000_000_000_000,
                "m" | "mn" if money => 1_000_000,
                "k" if money => 1000,
                _ => return None,
            };
            number.value = number.value.times(number.times)?;
            return Some(number);
        }
    }
    powers(words, &mut number);
    Some(number)
}

/// The digits that a word starts with, and the letters right behind them: `70km`, `5bn`.
pub fn attached(term: &str) -> (&str, &str) {
    let end = term.find(|c: char| !(c.is_ascii_digit() || c == '.'));
    term.split_at(end.unwrap_or(term.len()))
}

/// `1 200 000`, parted by spaces that end no line; `12,50,000` as India parts them. None for `6'2`, which is two numbers.
fn grouped(words: &Words<'_>, number: &mut Number) -> Option<()> {
    let raw = words.raw(number.to - 1);
    if raw.split_once(['\'', '’']).is_some_and(|(_, part)| part.len() != 3) {
        return None;
    }
    let (mut value, mut at) = (number.value, number.to);
    while words.numeric(at)
        && let Some(more) = Exact::digits(words.term(at))
        && let Some(gap) = words.text.get(words.get(at - 1)?.end..words.get(at)?.start)
    {
        let (by, last) = match (gap, words.raw(at).len()) {
            ("\u{a0}" | "\u{2009}" | "\u{202f}", 3) if words.raw(at - 1).len() < 4 => (1000, true),
            (",", 2) => (100, false),
            (",", 6) => (100_000, true),
            _ => break,
        };
        value = value.times(by)?.plus(more)?;
        at += 1;
        if last {
            (number.value, number.to) = (value, at);
        }
    }
    Some(())
}

/// `and a half`, `1/2` behind a whole number; behind `million` it is half a million.
fn half(words: &Words<'_>, number: &mut Number) {
    let at = number.to;
    let quarters = match (words.term(at), words.term(at + 1), words.term(at + 2)) {
        ("and", "a", "half") => Some(2),
        ("and", "a", "quarter") => Some(1),
        _ => None,
    };
    let (part, to) = if let Some(n) = quarters.filter(|_| joins(words, at + 1) && joins(words, at + 2)) {
        (n * 2500, at + 3)
    } else if let Some((n, over)) = fraction(words, at).filter(|f| matches!(f.1, 2 | 4 | 8 | 16)) {
        (n * 10_000 / over, at + 2)
    } else {
        return;
    };
    let base = match number.times {
        1 => number.value.tail(part, 4),
        // `two million and a half`.
        times => number
            .value
            .plus(Exact::whole(times / 10_000 * part + times % 10_000 * part / 10_000)),
    };
    if let Some(value) = base.filter(|_| joins(words, at) && !words.glued(to)) {
        (number.value, number.to) = (value, to);
    }
}

/// The fraction in figures that starts at word `i`: `3/4`.
pub fn fraction(words: &Words<'_>, i: usize) -> Option<(u64, u64)> {
    let slash = words.text.get(words.get(i)?.end..words.get(i + 1)?.start) == Some("/");
    let plain = |k: usize| {
        Exact::digits(words.raw(k))
            .and_then(Exact::as_whole)
            .filter(|n| slash && (1..100).contains(n))
    };
    plain(i).zip(plain(i + 1)).filter(|(n, over)| n < over)
}

/// `million`, `hundred thousand`, `dozen` behind a number.
fn powers(words: &Words<'_>, number: &mut Number) {
    while joins(words, number.to)
        && let Some(by) = multiple(words.term(number.to))
        && let Some((value, times)) = number.value.times(by).zip(number.times.checked_mul(by))
    {
        (number.value, number.times) = (value, times);
        number.to += 1;
    }
}

fn in_words(words: &Words<'_>, i: usize) -> Option<Number> {
    if !words.listed(i).starts_number() {
        return None;
    }
    let mut number = Number {
        value: Exact::whole(1),
        to: i + 1,
        digits: false,
        times: 1,
    };
    // `half a million`, `half a dozen`.
    if words.is(i, "half") && words.is(i + 1, "a") && joins(words, i + 1) && joins(words, i + 2) {
        number.times = multiple(words.term(i + 2))?;
        number.value = Exact::whole(number.times / 2);
        number.to = i + 3;
        return Some(number);
    }
    // `a hundred`, `a dozen`.
    if words.is(i, "a an") && joins(words, i + 1) && multiple(words.term(i + 1)).is_some() {
        powers(words, &mut number);
        half(words, &mut number);
        return Some(number);
    }
    let mut total = Exact::whole(0);
    let mut part = small(words.term(i))?;
    let mut last = part;
    let mut at = i + 1;
    while at < i + LONGEST && joins(words, at) {
        let and = usize::from(words.is(at, "and") && part.is_multiple_of(100) && part > 0 && joins(words, at + 1));
        if let Some(more) = small(words.term(at + and)) {
            // `twenty-five`, `hundred (and) ten`; `two three` are two numbers.
            let fits = (part.is_multiple_of(100) && part > 0 && last != 0)
                || ((20..100).contains(&last) && more < 10 && more > 0);
            if !fits {
                break;
            }
            part = part.checked_add(more)?;
            last = more;
            number.times = 1;
            at += and + 1;
        } else if and == 0 && power(words.term(at)) == Some(2) {
            part = part.checked_mul(100)?;
            last = 100;
            number.times = 100;
            at += 1;
        } else if and == 0
            && let Some(p) = power(words.term(at))
        {
            total = total.plus(Exact::whole(part).times(10u64.pow(p))?)?;
            part = 0;
            number.times = number.times.checked_mul(10u64.pow(p))?;
            at += 1;
            // `two million three hundred thousand`: the rest is read as another part.
            let and = usize::from(words.is(at, "and") && joins(words, at + 1));
            if let Some(more) = small(words.term(at + and)).filter(|_| joins(words, at)) {
                part = more;
                last = more;
                number.times = 1;
                at += and + 1;
            } else {
                // `two lakh crore`.
                (number.value, number.to) = (total, at);
                powers(words, &mut number);
                (total, at) = (number.value, number.to);
                break;
            }
        } else {
            break;
        }
    }
    number.value = total.plus(Exact::whole(part))?;
    number.to = at;
    half(words, &mut number);
    if number.times == 1 {
        powers(words, &mut number);
    }
    Some(number)
}

/// The words that a number in words may start with.
pub(crate) fn starts() -> impl Iterator<Item = &'static str> {
    SMALL.iter().chain(TENS.iter()).chain("a an half".split(' '))
}

/// The value of a small number word.
pub fn small(term: &str) -> Option<u64> {
    let tens = || place(TENS, term).map(|n| n * 10 + 20);
    place(SMALL, term).or_else(tens).map(|n| n as u64)
}

/// What a word multiplies the number before it by: `million`, `dozen`.
pub fn multiple(term: &str) -> Option<u64> {
    if term == "dozen" {
        return Some(12);
    }
    power(term).map(|p| 10u64.pow(p))
}

fn power(term: &str) -> Option<u32> {
    // Asked for every word behind a number.
    if !term.starts_with(['h', 't', 'l', 'm', 'c', 'b']) {
        return None;
    }
    POWERS.iter().find(|(list, _)| among(*list, term)).map(|(_, p)| *p)
}

/// Whether a word stands right behind the one before: a space, or a hyphen.
pub fn joins(words: &Words<'_>, i: usize) -> bool {
    i < words.len() && words.gap(i).only(Gap::SPACE.and(Gap::HYPHEN)) && !words.gap(i).has(Gap::BREAK)
}

#[cfg(test)]
mod tests {
    use super::number_at;
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
            ("half a dozen men", "6", 3),
            ("12.3 mln dlrs", "12300000", 2),
            ("four missiles", "4", 1),
            ("two three", "2", 1),
            ("two and three", "2", 1),
            ("1.2345678 million", "1234567.8", 2),
            ("2.4 lakh crore", "2400000000000", 3),
            ("three crore men", "30000000", 2),
            ("six and a half hours", "6.5", 4),
            ("three and a quarter million", "3250000", 5),
            ("a million and a half", "1500000", 5),
            ("2½ hours", "2.5", 1),
            ("3 1/4 inches", "3.25", 3),
            ("12\u{202f}500\u{a0}000 men", "12500000", 3),
            ("12 500 men", "12", 1),
        ] {
            let number = number_at(&Words::new(text, &lexicon), 0).unwrap();
            assert_eq!((number.value.to_string().as_str(), number.to), (value, to), "{text}");
        }
    }
}
