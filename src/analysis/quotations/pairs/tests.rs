//! Marks of quotation that belong together.

use super::pairs;

fn check(text: &str, expect: &[&str]) {
    let got: Vec<String> = pairs(text)
        .iter()
        .map(|p| {
            let parts: Vec<&str> = p.parts.iter().map(|(a, b)| &text[*a..*b]).collect();
            let depth = if p.inside.is_some() { ">" } else { "" };
            format!("{depth}{}{}", parts.join("|"), if p.closed { "" } else { "…" })
        })
        .collect();
    assert_eq!(got, expect, "{text}");
}

#[test]
fn marks_of_many_hands_pair() {
    check("He said \"go on\" and left.", &["go on"]);
    check("“Go on,” he said. “Now.”", &["Go on,", "Now."]);
    check(
        "«Allez», dit-il. „Los“, sagte er. »Los«, sagte sie. 「行く」",
        &["Allez", "Los", "Los", "行く"],
    );
    check("”Kom”, sa hon. ``Old'' wires.", &["Kom", "Old"]);
    check("‘Go on,’ he said, ‘don’t wait.’", &["Go on,", "don’t wait."]);
    check(
        "“He said ‘go’ and ‘stay’ twice,” she said.",
        &["He said ‘go’ and ‘stay’ twice,", ">go", ">stay"],
    );
    check(
        "'He told me \"go\" twice,' she said.",
        &["He told me \"go\" twice,", ">go"],
    );
    check("\"'Go' is what he said,\" she said.", &["'Go' is what he said,", ">Go"]);
}

#[test]
fn apostrophes_are_no_quotations() {
    for text in [
        "The ministers' plan isn't theirs; rock 'n' roll of the '90s.",
        "Tillerson’s aides’ cars; ‘em, ’tis, the ’60s.",
        "He is 6'2\" tall.",
    ] {
        check(text, &[]);
    }
    check("‘the ministers’ plan’ was his phrase", &["the ministers’ plan"]);
    for (text, expect) in [
        ("'We have met here since '03.' He left.", "We have met here since '03."),
        ("'It's a rock 'n' roll life,' she said.", "It's a rock 'n' roll life,"),
        ("‘Salt ’n’ vinegar,’ she said.", "Salt ’n’ vinegar,"),
        ("'The miners' pay matters.'", "The miners' pay matters."),
        ("'The Teachers' Union won,' she said.", "The Teachers' Union won,"),
        ("They mourn '12 lost years' in all.", "12 lost years"),
        ("'Blame the voters' Lee told them.", "Blame the voters"),
    ] {
        check(text, &[expect]);
    }
    check("In '98 and since '03 it held.", &[]);
    check("In '98 he said 'no' to it.", &["no"]);
    check(
        "'Blame the voters' and 'the press', he said.",
        &["Blame the voters", "the press"],
    );
}

#[test]
fn french_marks_have_spaces_inside() {
    check("« Allez », dit-il. Puis «\u{a0}Non.\u{a0}»", &["Allez", "Non."]);
    check(
        "«\u{202f}Il a dit “oui”, je crois.\u{202f}»",
        &["Il a dit “oui”, je crois.", ">oui"],
    );
    check("»Ja«, « sans fin. A « b.", &["Ja"]);
}

#[test]
fn a_quotation_goes_on_over_paragraphs_that_open_with_its_mark() {
    check("“One.\n\n“Two.\n\n“Three,” he said.", &["One.|Two.|Three,"]);
    check("“One.\n\nTwo “three” four.", &["One.…", "three"]);
    check("\"One.\n\nTwo \"three\" four.", &["One.…", "three"]);
    check("“One\ntwo,” he said.", &["One\ntwo,"]);
    check("“One.\n\nTwo,” he said.", &["One.|Two,"]);
}
