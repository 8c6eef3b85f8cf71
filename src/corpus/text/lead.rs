//! What a list shows of an article when nothing is searched for: the same words in the page's first paint and in its
//! living list, so that nothing moves when the one becomes the other.

/// Length of a lead in bytes of UTF-8: two to three lines of a list on a desktop.
pub const LEAD_BYTES: usize = 240;

/// The beginning of a text in one line, cut between words; ` …` says that it goes on.
///
/// ```
/// assert_eq!(dateline_corpus::text::lead("One.\n\nTwo."), "One. Two.");
/// ```
pub fn lead(text: &str) -> String {
    if text.len() <= LEAD_BYTES {
        return one_line(text);
    }
    let cut = &text[..text.floor_char_boundary(LEAD_BYTES)];
    let cut = cut.rfind(char::is_whitespace).map_or(cut, |end| &cut[..end]);
    one_line(cut) + " …"
}

/// The text with every run of white space as one space.
pub fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c.is_whitespace() {
            false => out.push(c),
            true if !out.ends_with(' ') => out.push(' '),
            true => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{LEAD_BYTES, lead};

    #[test]
    fn a_lead_is_one_line_cut_between_words() {
        assert_eq!(lead("One.\n\nTwo  words."), "One. Two words.");
        let long = lead(&"word ".repeat(100));
        assert!(long.ends_with("word …") && long.len() <= LEAD_BYTES + 4);
        let unspaced = lead(&"京".repeat(200));
        assert_eq!(unspaced.chars().count(), LEAD_BYTES / 3 + 2);
    }
}
