//! Of which country is this money?

use std::cell::Cell;

use super::units::rows;
use crate::listing::{List, Listing};
use crate::words::{Gap, Words};

/// Signs right before a number, longest first.
const SYMBOLS: &str = "Aus$=AUD;AUS$=AUD;Can$=CAD;CAN$=CAD;US$=USD;AU$=AUD;CA$=CAD;HK$=HKD;NZ$=NZD;NT$=TWD;MX$=MXN;A$=AUD;C$=CAD;S$=SGD;R$=BRL;$=USD;＄=USD;€=EUR;£=GBP;\
¥=JPY;￥=JPY;₩=KRW;₽=RUB;₹=INR;₪=ILS;₺=TRY;₦=NGN;₱=PHP;₫=VND;₴=UAH;฿=THB;GH¢=GHS;GH₵=GHS;₵=GHS;元=CNY";

/// Letters before a number that are no code of ISO 4217.
const LETTERS: &str = "Rs=INR;RM=MYR;KSh=KES;Ksh=KES;KShs=KES;Tk=BDT;RMB=CNY;N=naira;R=rand";

/// Codes of ISO 4217, those left out that are words in capitals: ALL, CUP, TOP.
const CODES: &List = &List::new(
    "AED ARS AUD BDT BRL CAD CHF CLP CNY COP CZK DKK DZD EGP ETB EUR GBP GHS HKD HUF IDR ILS INR IQD IRR JOD JPY KES KRW KWD \
KZT LKR MXN MYR NGN NOK NZD PHP PKR PLN QAR RON RUB SAR SEK SGD THB TRY TWD TZS UAH UGX USD VND ZAR",
);

/// Words and signs for the money of several countries; the word where no country is told, or several; the code and how what
/// belongs to the country begins. Of dollars and pounds only the word before them tells (`Egyptian pounds`), of others also a
/// country that the text names.
const SHARED: &[(&str, &str, &str)] = &[
    (
        "USD",
        "",
        "CAD=Canad;AUD=Austral;NZD=Zealand;NZD=N.Z;SGD=Singapor;HKD=Kong;TWD=Taiwan;JMD=Jamaica;FJD=Fiji",
    ),
    ("pound", "", "GBP=British;EGP=Egypt;SYP=Syria;LBP=Leban;SDG=Sudan"),
    ("INR", "rupee", "INR=India;PKR=Pakistan;LKR=Lanka;NPR=Nepal;MUR=Mauriti"),
    ("TRY", "lira", "TRY=Turk;ITL=Ital;LBP=Leban"),
    (
        "peso",
        "peso",
        "MXN=Mexic;PHP=Philippin;PHP=Filipino;ARS=Argentin;CLP=Chile;COP=Colombia;CUP=Cuba;UYU=Uruguay;DOP=Dominican",
    ),
    (
        "dinar",
        "dinar",
        "KWD=Kuwait;IQD=Iraq;JOD=Jordan;TND=Tunisia;DZD=Algeria;RSD=Serbia;LYD=Libya;BHD=Bahrain",
    ),
    ("shilling", "shilling", "KES=Kenya;UGX=Ugand;TZS=Tanzania;SOS=Somali"),
    ("krone", "krone", "NOK=Norw;DKK=Danish;DKK=Denmark"),
    (
        "franc",
        "franc",
        "CHF=Swiss;CHF=Switz;FRF=French;FRF=France;BEF=Belgi;RWF=Rwanda;BIF=Burundi;CDF=Congo;GNF=Guinea;franc=CFA",
    ),
    ("riyal", "riyal", "SAR=Saudi;QAR=Qatar;YER=Yemen;OMR=Oman;IRR=Iran"),
    ("dirham", "dirham", "AED=Emirat;AED=Dubai;AED=UAE;MAD=Morocc"),
    ("kwacha", "kwacha", "ZMW=Zambia;MWK=Malawi"),
    ("som", "", "KGS=Kyrgyz;UZS=Uzbek"),
    ("manat", "manat", "AZN=Azerb;TMT=Turkmen"),
    ("lei", "", "RON=Roman;MDL=Moldov"),
    ("AMD", "", "AMD=Armenia"),
    ("ALL", "", "ALL=Albania"),
    ("LAK", "", "LAK=Lao"),
    ("PEN", "", "PEN=Peru"),
    ("BWP", "", "BWP=Botswana"),
    ("naira", "", "NGN=Nigeria"),
    ("rand", "", "ZAR=Johannesburg;ZAR=Pretoria;ZAR=Cape;ZAR=African"),
];

/// What a text says of the money in it.
pub struct Money<'a, 't> {
    /// The words.
    pub words: &'a Words<'t>,
    /// What [`Money::settled`] says of each row of [`SHARED`], where it was asked.
    told: [Cell<Option<Told>>; SHARED.len()],
}

/// The currency that a text means by a word, if any.
type Told = Option<&'static str>;

impl<'a, 't> Money<'a, 't> {
    /// Nothing is asked yet.
    pub fn new(words: &'a Words<'t>) -> Self {
        Self {
            words,
            told: [const { Cell::new(None) }; SHARED.len()],
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
        let list = |k: usize| {
            let (unit, _) = units.named(words.term(k + 1)).filter(|_| words.spaced(k + 1))?;
            SHARED.iter().find(|s| s.0 == unit)
        };
        let (last, (.., list)) = (i..i + 2).find_map(|k| Some((k, list(k)?)))?;
        let told = rows(list).find(|(_, stem)| words.raw(last).starts_with(stem))?;
        Some((told.0, last + 2))
    }

    /// The currency where the text tells it by a country that it names, else the word; none where it is no money for certain.
    pub fn settled(&self, unit: &'static str) -> Option<&'static str> {
        let Some(at) = SHARED
            .iter()
            .position(|s| s.0 == unit && !matches!(unit, "USD" | "pound"))
        else {
            return Some(unit);
        };
        let ((_, word, list), told) = (SHARED[at], &self.told[at]);
        if let Some(told) = told.get() {
            return told;
        }
        let (mut found, mut several) = (None, false);
        for (code, stem) in rows(list) {
            if self.words.text.contains(stem) {
                several |= found.is_some_and(|f| f != code);
                found = Some(code);
            }
        }
        let plain = if word.is_empty() { None } else { Some(unit) };
        let settled = if several { Some(word) } else { found.or(plain) };
        told.set(Some(settled));
        settled
    }
}

/// The currency of a code or letters before a number.
fn code(raw: &str) -> Option<&'static str> {
    let code = if raw.len() == 3 { CODES.offset(raw) } else { None };
    // Most words before numbers are neither.
    let letters = raw.starts_with(['R', 'K', 'T', 'N']) && raw.len() < 5;
    match code {
        Some(at) => CODES.text().get(at..at + 3),
        None if letters => rows(LETTERS).find(|(l, _)| *l == raw).map(|(_, unit)| unit),
        None => None,
    }
}
