//! Where a full stop ends no sentence.

use crate::words::Case;

/// Abbreviations of English news that a name or a number follows, folded; sorted.
const ABBREVIATIONS: [&str; 66] = [
    "adm", "ala", "apr", "ariz", "ark", "assn", "aug", "ave", "bros", "calif", "capt", "cmdr", "co", "col", "colo",
    "conn", "corp", "cpl", "dec", "del", "dept", "det", "dr", "feb", "fla", "ft", "gen", "gov", "hon", "ill", "inc",
    "ind", "insp", "jan", "jr", "kan", "ky", "lt", "ltd", "maj", "mass", "md", "messrs", "mich", "minn", "miss", "mr",
    "mrs", "ms", "mt", "nev", "nov", "oct", "okla", "ore", "pa", "prof", "rep", "reps", "rev", "sen", "sens", "sept",
    "sgt", "st", "vs",
];

/// True where a full stop behind this word belongs to the word: an initial or a known abbreviation.
pub fn ends_no_sentence(term: &str, case: Case) -> bool {
    case == Case::Initial || ABBREVIATIONS.binary_search(&term).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{ABBREVIATIONS, ends_no_sentence};
    use crate::words::Case;

    #[test]
    fn the_list_is_sorted_as_its_search_needs() {
        assert!(ABBREVIATIONS.is_sorted());
        assert!(ends_no_sentence("gov", Case::Title) && !ends_no_sentence("talks", Case::Lower));
    }
}
