//! Where a full stop ends no sentence.

use crate::words::Case;

/// Abbreviations of English news that a name or a number follows, folded; sorted.
const ABBREVIATIONS: [&str; 69] = [
    "adm", "ala", "apr", "ariz", "ark", "assn", "aug", "ave", "bros", "calif", "capt", "cllr", "cmdr", "co", "col",
    "colo", "conn", "corp", "coun", "cpl", "dec", "del", "dept", "det", "dr", "feb", "fla", "ft", "gen", "gov", "hon",
    "ill", "inc", "ind", "insp", "jan", "jr", "kan", "ky", "lt", "ltd", "maj", "mass", "md", "messrs", "mich", "minn",
    "miss", "mr", "mrs", "ms", "mt", "nev", "nov", "oct", "okla", "ore", "pa", "prof", "rep", "reps", "rev", "sen",
    "sens", "sept", "sgt", "st", "supt", "vs",
];

/// The same as numbers, which compare at once: every word of a text is looked for.
const NUMBERS: [u64; ABBREVIATIONS.len()] = {
    let mut numbers = [0; ABBREVIATIONS.len()];
    let mut i = 0;
    while i < numbers.len() {
        numbers[i] = number(ABBREVIATIONS[i].as_bytes());
        i += 1;
    }
    numbers
};

/// At most eight bytes as a number; numbers are in the order of their strings.
const fn number(bytes: &[u8]) -> u64 {
    let mut number = [0; 8];
    let mut i = 0;
    while i < bytes.len() {
        number[i] = bytes[i];
        i += 1;
    }
    u64::from_be_bytes(number)
}

/// True where a full stop behind this word belongs to the word: an initial or a known abbreviation.
pub fn ends_no_sentence(term: &str, case: Case) -> bool {
    case == Case::Initial || term.len() <= 8 && NUMBERS.binary_search(&number(term.as_bytes())).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{ABBREVIATIONS, NUMBERS, ends_no_sentence};
    use crate::words::Case;

    #[test]
    fn the_list_is_sorted_as_its_search_needs() {
        assert!(NUMBERS.is_sorted() && ABBREVIATIONS.iter().all(|a| ends_no_sentence(a, Case::Lower)));
        assert!(ends_no_sentence("gov", Case::Title) && !ends_no_sentence("talks", Case::Lower));
        assert!(!ends_no_sentence("", Case::Lower) && !ends_no_sentence("governors", Case::Lower));
    }
}
