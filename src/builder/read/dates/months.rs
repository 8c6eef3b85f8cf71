//! The names of the months as newspapers print them.

use dateline_corpus::date::MONTHS;

/// Month names in lower case with their numbers, 1 to 12. Full names of French, German,
/// Spanish, Portuguese, Italian, Dutch and (genitive) Russian, from CLDR's wide month names.
const OTHERS: &[(&str, u32)] = &[
    ("janvier", 1),
    ("février", 2),
    ("mars", 3),
    ("avril", 4),
    ("mai", 5),
    ("juin", 6),
    ("juillet", 7),
    ("août", 8),
    ("septembre", 9),
    ("octobre", 10),
    ("novembre", 11),
    ("décembre", 12),
    ("januar", 1),
    ("februar", 2),
    ("märz", 3),
    ("juni", 6),
    ("juli", 7),
    ("oktober", 10),
    ("dezember", 12),
    ("enero", 1),
    ("febrero", 2),
    ("marzo", 3),
    ("abril", 4),
    ("mayo", 5),
    ("junio", 6),
    ("julio", 7),
    ("agosto", 8),
    ("septiembre", 9),
    ("octubre", 10),
    ("noviembre", 11),
    ("diciembre", 12),
    ("janeiro", 1),
    ("fevereiro", 2),
    ("março", 3),
    ("maio", 5),
    ("junho", 6),
    ("julho", 7),
    ("setembro", 9),
    ("outubro", 10),
    ("novembro", 11),
    ("dezembro", 12),
    ("gennaio", 1),
    ("febbraio", 2),
    ("aprile", 4),
    ("maggio", 5),
    ("giugno", 6),
    ("luglio", 7),
    ("settembre", 9),
    ("ottobre", 10),
    ("dicembre", 12),
    ("januari", 1),
    ("februari", 2),
    ("maart", 3),
    ("mei", 5),
    ("augustus", 8),
    ("января", 1),
    ("февраля", 2),
    ("марта", 3),
    ("апреля", 4),
    ("мая", 5),
    ("июня", 6),
    ("июля", 7),
    ("августа", 8),
    ("сентября", 9),
    ("октября", 10),
    ("ноября", 11),
    ("декабря", 12),
];

/// The number of a month by its name, in any case, with or without a closing full stop.
pub fn number(name: &str) -> Option<u32> {
    let name = name.trim_end_matches('.').to_lowercase();
    all().find(|(n, _)| *n == name).map(|(_, m)| m)
}

/// English ones too.
fn all() -> impl Iterator<Item = (&'static str, u32)> {
    MONTHS.iter().chain(OTHERS).copied()
}

/// The names as alternatives of a pattern, the longest first so that `mar` does not win over `march`.
pub fn alternatives() -> String {
    let mut names: Vec<&str> = all().map(|(n, _)| n).collect();
    names.sort_by_key(|n| (std::cmp::Reverse(n.len()), *n));
    names.dedup();
    names.join("|")
}
