//! Of which country is this money?

use std::cell::OnceCell;

use super::units::rows;
use crate::words::{Gap, Words};

/// Signs right before a number, longest first.
const SYMBOLS: &str = "US$=USD;AU$=AUD;CA$=CAD;HK$=HKD;NZ$=NZD;NT$=TWD;MX$=MXN;A$=AUD;C$=CAD;S$=SGD;R$=BRL;$=USD;＄=USD;€=EUR;£=GBP;\
¥=JPY;￥=JPY;₩=KRW;₽=RUB;₹=INR;₪=ILS;₺=TRY;₦=NGN;₱=PHP;₫=VND;₴=UAH;฿=THB;GH¢=GHS;GH₵=GHS;₵=GHS;元=CNY";

/// Letters before a number that are no code of ISO 4217.
const LETTERS: &str = "Rs=INR;RM=MYR;KSh=KES;Ksh=KES;KShs=KES;Tk=BDT;RMB=CNY;N=naira;R=rand";

/// Codes of ISO 4217, those left out that are words in capitals: ALL, CUP, TOP.
const CODES: &str = "AED ARS AUD BDT BRL CAD CHF CLP CNY COP CZK DKK DZD EGP ETB EUR GBP GHS HKD HUF IDR ILS INR IQD IRR JOD JPY KES KRW KWD \
KZT LKR MXN MYR NGN NOK NZD PHP PKR PLN QAR RON RUB SAR SEK SGD THB TRY TWD TZS UAH UGX USD VND ZAR";

/// Words and signs for the money of several countries; the word where no country is told, or several; the code and how what
/// belongs to the country begins. Of dollars and pounds only the word before them tells (`Egyptian pounds`), of others also a
/// country that the text names.
const SHARED: &[(&str, &str, &str)] = &[
    (
        "USD",
        "",
        "CAD Canad AUD Austral NZD Zealand NZD N.Z SGD Singapor HKD Kong TWD Taiwan JMD Jamaica FJD Fiji",
    ),
    ("pound", "", "GBP British EGP Egypt SYP Syria LBP Leban SDG Sudan"),
    ("INR", "rupee", "INR India PKR Pakistan LKR Lanka NPR Nepal MUR Mauriti"),
    ("TRY", "lira", "TRY Turk ITL Ital LBP Leban"),
    (
        "peso",
        "peso",
        "MXN Mexic PHP Philippin PHP Filipino ARS Argentin CLP Chile COP Colombia CUP Cuba UYU Uruguay DOP Dominican",
    ),
    (
        "dinar",
        "dinar",
        "KWD Kuwait IQD Iraq JOD Jordan TND Tunisia DZD Algeria RSD Serbia LYD Libya BHD Bahrain",
    ),
    ("shilling", "shilling", "KES Kenya UGX Ugand TZS Tanzania SOS Somali"),
    ("krone", "krone", "NOK Norw DKK Danish DKK Denmark"),
    (
        "franc",
        "franc",
        "CHF Swiss CHF Switz FRF French FRF France BEF Belgi RWF Rwanda BIF Burundi CDF Congo GNF Guinea franc CFA",
    ),
    ("riyal", "riyal", "SAR Saudi QAR Qatar YER Yemen OMR Oman IRR Iran"),
    ("dirham", "dirham", "AED Emirat AED Dubai AED UAE MAD Morocc"),
    ("kwacha", "kwacha", "ZMW Zambia MWK Malawi"),
    ("naira", "", "NGN Nigeria"),
    ("rand", "", "ZAR Johannesburg ZAR Pretoria ZAR Cape ZAR African"),
];

/// What a text says of the money in it.
pub struct Money<'a, 't> {
    /// The words.
    pub words: &'a Words<'t>,
    /// Which rows and countries of [`SHARED`] the text names, asked once and only where there is such money.
    named: OnceCell<Vec<(&'static str, &'static str)>>,
}

impl<'a, 't> Money<'a, 't> {
    /// Nothing is asked yet.
    pub fn new(words: &'a Words<'t>) -> Self {
        Self {
            words,
            named: OnceCell::new(),
        }
    }

    /// The sign of a currency right before the number in word `i` or at its start: first byte, length of the sign in the word,
    /// currency.
    pub fn before(&self, i: usize) -> Option<(usize, usize, &'static str)> {
        let words = self.words;
        let word = words.get(i)?;
        let raw = words.raw(i);
        // `Rs10`, `USD5m`.
        if let Some(skip) = raw.find(|c: char| c.is_ascii_digit()).filter(|n| (1..5).contains(n)) {
            return Some((word.start, skip, code(&raw[..skip])?));
        }
        let before = &words.text[..word.start];
        let trimmed = before.strip_suffix(' ').unwrap_or(before);
        if trimmed.ends_with(|c: char| c == '$' || !c.is_ascii() && !c.is_alphabetic() || c == '元') {
            let (symbol, unit) = rows(SYMBOLS).find(|(s, _)| trimmed.ends_with(s))?;
            return Some((trimmed.len() - symbol.len(), 0, unit));
        }
        let led =
            i > 0 && words.cap(i - 1) && words.gap(i).only(Gap::SPACE.and(Gap::STOP)) && words.raw(i - 1).len() > 1;
        let unit = led.then(|| code(words.raw(i - 1))).flatten()?;
        Some((words.get(i - 1)?.start, 0, unit))
    }

    /// The code behind a number: `20 AED`.
    pub fn behind(&self, i: usize) -> Option<&'static str> {
        let right = self.words.raw(i).len() == 3 && self.words.spaced(i);
        code(self.words.raw(i)).filter(|_| right)
    }

    /// The money of a country, `Mexican pesos`, where a unit could stand, and one past its last word.
    pub fn national(&self, units: &super::Units, i: usize) -> Option<(&'static str, usize)> {
        let words = self.words;
        if !words.cap(i) || !words.spaced(i) {
            return None;
        }
        let last = (i..i + 2).find(|k| {
            words.spaced(k + 1)
                && matches!(words.term(k + 1), t if SHARED.iter().any(|s| units.named(t).is_some_and(|u| u.0 == s.0)))
        })?;
        let (unit, _) = units.named(words.term(last + 1))?;
        let told = pairs(unit).find(|(_, stem)| words.raw(last).starts_with(stem))?;
        Some((told.0, last + 2))
    }

    /// The currency where the text tells it by a country that it names, else the word; none where it is no money for certain.
    pub fn settled(&self, unit: &'static str) -> Option<&'static str> {
        let Some((_, word, _)) = SHARED.iter().find(|s| s.0 == unit) else {
            return Some(unit);
        };
        if matches!(unit, "USD" | "pound") {
            return Some(unit);
        }
        let text = self.words.text;
        let named = self.named.get_or_init(|| {
            let all = SHARED
                .iter()
                .flat_map(|s| pairs(s.0).map(|(code, stem)| (s.0, code, stem)));
            all.filter(|(.., stem)| text.contains(stem))
                .map(|(unit, code, _)| (unit, code))
                .collect()
        });
        let mut codes = named.iter().filter(|n| n.0 == unit).map(|n| n.1);
        match codes.next() {
            None if word.is_empty() => None,
            None => Some(unit),
            Some(first) if codes.all(|c| c == first) => Some(first),
            Some(_) => Some(word),
        }
    }
}

fn pairs(unit: &str) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
    let list = SHARED.iter().find(|s| s.0 == unit).map_or("", |s| s.2);
    let every = |from: usize| list.split(' ').skip(from).step_by(2);
    every(0).zip(every(1))
}

/// The currency of a code or letters before a number.
fn code(raw: &str) -> Option<&'static str> {
    let code = (raw.len() == 3).then(|| CODES.split(' ').find(|c| *c == raw)).flatten();
    code.or_else(|| rows(LETTERS).find(|(l, _)| *l == raw).map(|(_, unit)| unit))
}
