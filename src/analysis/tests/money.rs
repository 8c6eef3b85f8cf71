//! Money, measures and shares, by tables: `qualifier value unit of what`.

mod counted;

use counted::check;

#[test]
fn money_and_measures() {
    check(&[
        (
            "They gave $1.35 billion in assistance to it.",
            &["1350000000 USD of assistance"],
        ),
        ("They gave US$40 to him and €5m to her.", &["40 USD", "5000000 EUR"]),
        (
            "It cost 3.5 million yen, £2 and ¥1,000.",
            &["3500000 JPY", "2 GBP", "1000 JPY"],
        ),
        ("It cost 3 € 5 or 6.", &["3 EUR", "5-6"]),
        ("It cost 40 yuan or 500 won.", &["40 CNY", "500 KRW"]),
        (
            "Some 70 km from Seoul, 200 kilometers away.",
            &["about 70 km", "200 km"],
        ),
        (
            "It rose 2.5 percent, then 3%, then 4 percentage points.",
            &["2.5 %", "3 %", "4 percentage point"],
        ),
        (
            "It is 70km away and weighs 5kg; $5bn in aid.",
            &["70 km", "5 kg", "5000000000 USD of aid"],
        ),
        (
            "At 30 degrees Celsius it melted; at -5°C it froze.",
            &["30 °C", "-5 °C"],
        ),
        ("After 20 years, or two decades, it ended.", &["20 year", "20 year"]),
        (
            "A two-day visit and a 20-year lease.",
            &["2 day of visit", "20 year of lease"],
        ),
    ]);
}

#[test]
fn below_zero() {
    check(&[
        ("It sank to minus 31 C, then −7°C.", &["-31 °C", "-7 °C"]),
        (
            "Yields slid to -0.3% after a loss of -$3m.",
            &["-0.3 %", "-3000000 USD"],
        ),
        ("Sales: negative 4 percent.", &["-4 %"]),
        ("It ranged from minus 12 to minus 5 degrees Celsius.", &["-12--5 °C"]),
        // A range that may end on either side of zero, an error, a sum, a list.
        ("It ranged from minus 5 to 10 degrees.", &[]),
        (
            "A margin of plus or minus 3 percentage points.",
            &["3 percentage point"],
        ),
        ("What remains:\n-12 eggs", &["12 of eggs"]),
    ]);
}

#[test]
fn shares() {
    check(&[
        ("Three-fifths of pupils passed.", &["3/5 of pupils"]),
        ("Nearly a third of the seats are empty.", &["nearly 1/3 of seats"]),
        ("Prices rose by a quarter.", &["1/4"]),
        (
            "Half the children fled, and about half of the staff.",
            &["1/2 of children", "about 1/2 of staff"],
        ),
        ("One in eight pubs closed.", &["1/8 of pubs"]),
        ("One hotel in five closed.", &["1/5 of hotel"]),
        ("One man in five cities sang.", &["5 of cities"]),
        ("Seven out of ten drivers agree.", &["7/10 of drivers"]),
        ("It needs a 2/3 majority.", &["2/3 of majority"]),
        (
            "Six and a half hours, a mile and a half, 2½ pints.",
            &["6.5 hour", "1.5 mile", "2.5 of pints"],
        ),
        ("Half an hour later half a dozen dogs came.", &["0.5 hour", "6 of dogs"]),
        ("Two and a half million people.", &["2500000 of people"]),
        ("The bond pays 9-1/8 percent.", &["9.125 %"]),
        // None of these is a share.
        ("A third man was held by a third party.", &[]),
        ("In the first half of the match and at half-time.", &[]),
        ("He won three in five games.", &["5 of games"]),
        ("They led for three quarters.", &["3 of quarters"]),
        ("After two quarters of growth it fell.", &["2 of quarters"]),
        ("A shop that is open 24/7.", &[]),
    ]);
}

#[test]
fn currencies() {
    check(&[
        (
            "A profit of Rs 310 crore, or Rs. 2 lakh crore.",
            &["3100000000 INR", "2000000000000 INR"],
        ),
        (
            "In Karachi, Pakistan, it costs Rs40 or 40 rupees.",
            &["40 PKR", "40 PKR"],
        ),
        ("About 3 lakh farmers.", &["about 300000 of farmers"]),
        (
            "Rs 12,50,000 for 1,00,000 people.",
            &["1250000 INR", "100000 of people"],
        ),
        (
            "It paid RM20 million, KSh 500, CHF 2m and NOK 40.",
            &["20000000 MYR", "500 KES", "2000000 CHF", "40 NOK"],
        ),
        (
            "It paid R2.5 billion and R4,500; the R61 is a road.",
            &["2500000000 ZAR", "4500 ZAR"],
        ),
        ("Nigerians pay N250.", &["250 NGN"]),
        ("Wear N95 masks on the N250.", &[]),
        (
            "A fine of 300 Egyptian pounds and 20 Kenyan shillings.",
            &["300 EGP", "20 KES"],
        ),
        ("The fine is 30 pesos.", &["30 peso"]),
        ("The Mexican firm paid 30 million pesos.", &["30000000 MXN"]),
        ("Mexico and Chile paid 30 pesos.", &["30 peso"]),
        (
            "It costs 5 zlotys, 40 baht and 20 kronor.",
            &["5 PLN", "40 THB", "20 SEK"],
        ),
    ]);
}

#[test]
fn letters_behind_numbers() {
    check(&[
        (
            "It sold 40m books to 3m people and 20k fans.",
            &["40000000 of books", "3000000 of people", "20000 of fans"],
        ),
        ("He won the 100m hurdles and has a 30m yacht.", &["100 m", "30 m"]),
        ("It fell to 21C in seat 12C.", &["21 °C"]),
        (
            "A wind of 120 km/h over 40 sq miles.",
            &["120 km/h", "more than 40 square mile"],
        ),
        ("He is 5ft 11in and weighs 14 stone.", &["71 inch", "14 stone"]),
        ("It took three hours and 20 minutes.", &["200 minute"]),
        ("He is 6'2\" and weighs 11st 4lb.", &["158 pound"]),
        ("It flies at 5 km/s in a 30m euro race.", &["30000000 EUR"]),
        (
            "They built 12 stone walls 10-15km long.",
            &["12 of stone walls", "10-15 km"],
        ),
        ("About 12\u{a0}500 people came.", &["about 12500 of people"]),
    ]);
}

#[test]
fn what_is_paid_to_so_many_is_no_range() {
    check(&[
        (
            "He paid £860,000 to 23 former clients.",
            &["860000 GBP", "23 of former clients"],
        ),
        (
            "It gave $5 million to 40 victims and €200 to 1,000 families.",
            &["5000000 USD", "40 of victims", "200 EUR", "1000 of families"],
        ),
        (
            "It costs $5 to 10 million, or £5 to 6.",
            &["5000000-10000000 USD", "5-6 GBP"],
        ),
    ]);
}

#[test]
fn money_of_one_country_and_meetings_by_number() {
    check(&[
        ("It costs 315 denars or 20 lari.", &["315 MKD", "20 GEL"]),
        ("In Armenia it costs 50 drams.", &["50 AMD"]),
        ("He drank two drams.", &["2 of drams"]),
        (
            "A prize of Aus$3.5 million, Can$4 and US$5.",
            &["3500000 AUD", "4 CAD", "5 USD"],
        ),
        ("COP28 was dear: COP 5,000.", &["5000 COP"]),
    ]);
}
