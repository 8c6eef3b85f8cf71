//! Which words are units, and what do news say instead of one number?

use crate::listing::{List, among};
use rustc_hash::FxHashMap;

use crate::words::{Gap, Words};

/// Units and the words for them behind a number, folded and in the singular where `s` makes the plural: `unit=word,two words`.
/// A number before the unit is what one of them is in it. Symbols after the SI brochure (9th ed., 2019), currencies after ISO 4217
/// where the word is of one country only, or of one by far; decades and centuries are years.
const BEHIND: &str = "%=percent,per cent,pct;percentage point=percentage point;basis point=basis point;\
USD=dollar,us dollar,dlr,usd;US cent=cents;EUR=euro,eur;JPY=yen,jpy;KRW=won,krw;CNY=yuan,renminbi,cny;RUB=ruble,rouble;INR=rupee;\
franc=franc;GBP=stg,pounds sterling,gbp;mark=marks;peso=peso;pound=pounds,lb,lbs;NGN=naira;ZAR=rand;THB=baht;TRY=lira;IDR=rupiah;\
MYR=ringgit;MKD=denar;GEL=lari;AMD=dram;som=som,sum;manat=manat;lei=lei;BGN=leva;ALL=lek;HRK=kuna;MMK=kyat;LAK=kip;\
KHR=riel;AOA=kwanza;MGA=ariary;PYG=guarani,guaranies;BOB=boliviano;PEN=soles;GTQ=quetzales;HNL=lempira;NIO=cordoba;CRC=colones;\
HTG=gourde;BWP=pula;MZN=metical,meticais;AFN=afghani;MNT=tugrik;TJS=somoni;VES=bolivar,bolivares;BDT=taka;GHS=cedi;ILS=shekel;VND=dong;ETB=birr;KZT=tenge;BRL=reais;PLN=zloty;HUF=forint;UAH=hryvnia;SEK=kronor;\
krone=krone,kroner;shilling=shilling;dinar=dinar;riyal=riyal,rial;dirham=dirham;kwacha=kwacha;\
second=second;minute=minute;hour=hour;day=day;week=week;month=month;year=year;10 year=decade;100 year=century,centuries;\
km=km,kms,kilometer,kilometre;mile=mile;nautical mile=nautical mile;m=meter,metre;cm=cm,centimeter,centimetre;\
mm=mm,millimeter,millimetre;foot=feet,foot,ft;inch=inches,inch,in;yard=yard;acre=acre;ha=hectare,ha;\
km²=square kilometer,square kilometre,sq km,sq kilometer,sq kilometre,km2,km²;square mile=square mile,sq mile;\
square foot=square feet,square foot,sq ft,sq feet;m²=square meter,square metre,sq m,sq meter,sq metre,m2,m²;\
m³=cubic meter,cubic metre,m3,m³;cubic foot=cubic feet,cubic foot;ton=ton;t=tonne;kg=kg,kilogram,kilo;g=gram;mg=mg,milligram;\
ounce=ounce,oz;stone=stone;barrel=barrel;barrel/day=bpd;l=liter,litre;megalitre=megalitre,megaliter;ml=ml,millilitre,milliliter;\
gallon=gallon;bushel=bushel;mile/hour=mph;km/h=kph,kmh;knot=knot;°C=degrees celsius,degree celsius,degrees c;\
°F=degrees fahrenheit,degree fahrenheit,degrees f;°=degree;kW=kw,kilowatt;MW=megawatt,mw;GW=gigawatt,gw;kWh=kwh,kilowatt hour;\
MWh=mwh,megawatt hour;GWh=gwh,gigawatt hour;TWh=twh,terawatt hour;MB=mb,megabyte;GB=gb,gigabyte;TB=tb,terabyte;dB=decibel;kiloton=kiloton";

/// Units over another: what is said before and behind `per`, `an` or `/`, and the unit.
const RATES: &[(&str, &str, &str)] = &[
    ("km", "h", "km/h"),
    ("km", "hr", "km/h"),
    ("km", "hour", "km/h"),
    ("mile", "hour", "mile/hour"),
    ("m", "s", "m/s"),
    ("m", "second", "m/s"),
    ("barrel", "day", "barrel/day"),
];

/// Units told in two, and how many of the second the first is: `6ft 2in`.
const PARTS: &[(&str, &str, u64)] = &[
    ("foot", "inch", 12),
    ("hour", "minute", 60),
    ("minute", "second", 60),
    ("stone", "pound", 14),
    ("pound", "ounce", 16),
];

/// Signs right behind a number.
pub const SIGNS: &[(&str, &str)] = &[
    ("%", "%"),
    ("％", "%"),
    ("°C", "°C"),
    ("°F", "°F"),
    ("° C", "°C"),
    ("° F", "°F"),
    ("℃", "°C"),
    ("℉", "°F"),
    ("°", "°"),
    ("€", "EUR"),
    ("円", "JPY"),
    ("元", "CNY"),
];

/// Words before a number that make it approximate, longest first, and the qualifier; none of those that only judge it.
const QUALIFIERS: &str = "no more than=at most;no fewer than=at least;no less than=at least;not more than=at most;as many as=up to;\
as much as=up to;as high as=up to;as close as=about;as far as=about;as few as=at least;as little as=at least;as low as=at least;\
in excess of=more than;a maximum of=at most;a minimum of=at least;an average of=about;more than=more than;upwards of=more than;\
at least=at least;at most=at most;up to=up to;fewer than=less than;less than=less than;close to=about;an estimated=about;some=about;\
about=about;around=about;roughly=about;approximately=about;nearly=nearly;almost=nearly;over=more than;above=more than;\
exceeding=more than;exceeded=more than;exceeds=more than;topped=more than;topping=more than;surpassed=more than;under=less than;\
below=less than;exactly=exactly;only=;just=";

/// The words of [`QUALIFIERS`] that tell: the last, and the one before where that is `of`, `to` or `as`.
const KEYS: &List = &List::new(
    "than least most estimated some about around roughly approximately nearly almost over above exceeding exceeded \
exceeds topped topping surpassed under below exactly only just close up many much high low little few far maximum minimum average excess \
upwards",
);

/// Words that count without a number.
const VAGUE: &List = &List::new("dozens scores hundreds thousands millions billions trillions tens several");

/// The qualifier of the number or sign that starts at word `i`.
pub fn qualifier(words: &Words<'_>, i: usize) -> Option<&'static str> {
    let between = i > 0 && words.is(i - 1, "between from");
    let i = i - usize::from(between);
    if i == 0 || !words.gap(i).only(Gap::SPACE.and(Gap::OTHER)) {
        return None;
    }
    // Most words before numbers are none of these.
    let last = words.term(i - 1);
    let key = if among("of to as", last) {
        words.term(i.saturating_sub(2))
    } else {
        last
    };
    if !among(KEYS, key) {
        return None;
    }
    let ends = |phrase: &str| {
        if !phrase.ends_with(last) {
            return false;
        }
        let n = phrase.split(' ').count();
        i >= n && phrase.split(' ').enumerate().all(|(k, w)| words.term(i - n + k) == w)
    };
    rows(QUALIFIERS).find(|(phrase, _)| ends(phrase)).map(|(_, q)| q)
}

/// Whether a word counts without a number.
pub fn is_vague(term: &str) -> bool {
    among(VAGUE, term)
}

/// The words that count without a number.
pub fn vague() -> impl Iterator<Item = &'static str> {
    VAGUE.iter()
}

/// The rows of a table: what stands before and behind `=`.
pub fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.split(';').filter_map(|row| row.split_once('='))
}

/// How many of a second unit are one of the first: inches of a foot.
pub fn parts(unit: &str, of: &str) -> Option<u64> {
    PARTS.iter().find(|p| p.0 == unit && p.1 == of).map(|p| p.2)
}

/// The units by word, built once.
#[derive(Debug)]
pub struct Units {
    behind: FxHashMap<&'static str, (&'static str, u64)>,
}

impl Default for Units {
    fn default() -> Self {
        Self::new()
    }
}

impl Units {
    /// Builds the index.
    pub fn new() -> Self {
        let mut behind = FxHashMap::default();
        for (unit, list) in rows(BEHIND) {
            let times = unit.split_once(' ').and_then(|(n, unit)| Some((unit, n.parse().ok()?)));
            behind.extend(list.split(',').map(|word| (word, times.unwrap_or((unit, 1)))));
        }
        Self { behind }
    }

    /// The unit of this word, which may be in the plural.
    pub fn named(&self, word: &str) -> Option<(&'static str, u64)> {
        let plural = || word.strip_suffix('s').filter(|w| w.len() > 2);
        self.behind.get(word).or_else(|| self.behind.get(plural()?)).copied()
    }

    /// The unit that starts at word `i`, what it is multiplied by, and one past its last word.
    pub fn at(&self, words: &Words<'_>, i: usize) -> Option<(&'static str, u64, usize)> {
        if !words.gap(i).only(Gap::SPACE.and(Gap::HYPHEN)) || words.gap(i).has(Gap::PAUSE) {
            return None;
        }
        let two = words
            .gap(i + 1)
            .only(if words.is(i, "sq") {
                Gap::SPACE.and(Gap::STOP)
            } else {
                Gap::SPACE.and(Gap::HYPHEN)
            })
            .then(|| format!("{} {}", words.term(i), words.term(i + 1)));
        if let Some((unit, times)) = two.and_then(|t| self.named(&t)) {
            return Some((unit, times, i + 2));
        }
        let (unit, times) = self.named(words.term(i))?;
        // `20 in Paris`, `20 St Mary's pupils`, `12 stone walls`: no units.
        let last = !words.spaced(i + 1) || words.numeric(i + 1);
        match (unit, words.term(i)) {
            ("inch", "in") => None,
            ("stone", _) if !last && words.listed(i + 1).kind().is_none() => None,
            // `18 C-130 aircraft` has no degrees; of others a capital is a name's.
            (_, "won" | "dong" | "kuna" | "afghani" | "guarani" | "cordoba" | "bolivar" | "lari") if words.cap(i) => {
                None
            }
            _ => Some((unit, times, i + 1)),
        }
    }

    /// The unit over another that goes on at word `i`, as `/h` or `per hour`, and one past its last word; none where it is
    /// over something unknown: `5 km/s`.
    pub fn rate(words: &Words<'_>, unit: &'static str, i: usize) -> Option<(&'static str, usize)> {
        let slash = words.get(i).is_some_and(|w| words.text[..w.start].ends_with('/')) && !words.gap(i).has(Gap::SPACE);
        let per = words.is(i, "per an a") && words.spaced(i);
        let at = i + usize::from(per);
        let rate = RATES.iter().find(|r| r.0 == unit && r.1 == words.term(at));
        match rate.filter(|_| slash || per) {
            Some(r) => Some((r.2, at + 1)),
            None => (!slash || words.numeric(i) || unit.bytes().all(|b| b.is_ascii_uppercase())).then_some((unit, i)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BEHIND, QUALIFIERS, Units, qualifier, rows};
    use crate::lexicon::Lexicon;
    use crate::words::Words;

    #[test]
    fn no_unit_is_listed_twice_and_long_qualifiers_come_first() {
        let words = rows(BEHIND).flat_map(|(_, list)| list.split(','));
        assert_eq!(words.count(), Units::new().behind.len());
        assert!(
            rows(QUALIFIERS)
                .map(|q| q.0.split(' ').count())
                .is_sorted_by(|a, b| a >= b)
        );
        for (phrase, _) in rows(QUALIFIERS) {
            let text = format!("{phrase} 5");
            let words = Words::new(&text, &Lexicon::new());
            assert!(qualifier(&words, words.len() - 1).is_some(), "{phrase}");
        }
        assert_eq!(Units::new().named("decades"), Some(("year", 10)));
    }
}
