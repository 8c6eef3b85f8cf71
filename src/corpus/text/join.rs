//! Texts one after the other, with something between them.

/// What the standard library's `join` gives. That is 0.9 kB of wasm for each type it is used with, since it first counts how
/// long the text will be; this is less than a fifth of it.
///
/// ```
/// assert_eq!(dateline_corpus::text::join(&["a", "b", "c"], ", "), "a, b, c");
/// ```
pub fn join<S: AsRef<str>>(texts: &[S], between: &str) -> String {
    let mut joined = String::new();
    for (i, text) in texts.iter().enumerate() {
        if i > 0 {
            joined.push_str(between);
        }
        joined.push_str(text.as_ref());
    }
    joined
}
