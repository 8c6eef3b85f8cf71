//! Algorithms of a few commands, and bytes that are none.

use proptest::prelude::*;

use super::Stemmer;
use super::command::{BACKWARDS, CALL, INSERT, IS, LEFT, REPEAT, REPLACE, RIGHT, SEARCH, TRY};

/// With one routine, and without groups of letters.
fn algorithm(body: &[u8]) -> Vec<u8> {
    [&[1, body.len() as u8], body, &[0]].concat()
}

fn stem(body: &[u8], word: &str) -> Option<String> {
    Stemmer::new(&algorithm(body)).stem(word)
}

#[test]
fn a_word_is_changed_as_the_commands_say() {
    let plural = [BACKWARDS, 7, LEFT, IS, 2, b's', RIGHT, REPLACE, 0];
    assert_eq!(stem(&plural, "häuser").as_deref(), Some("häuser"));
    assert_eq!(stem(&plural, "ships").as_deref(), Some("ship"));
    // The longest of those that end the word, `ies` before `s`.
    let longest = [
        BACKWARDS, 15, LEFT, SEARCH, 2, 3, b'i', b'e', b's', 0, 0, 1, b's', 0, 0, RIGHT, REPLACE,
    ];
    let replaced = [&longest[..], &[2, b'y']].concat();
    let replaced = [&[BACKWARDS, replaced.len() as u8 - 2], &replaced[2..]].concat();
    assert_eq!(stem(&replaced, "parties").as_deref(), Some("party"));
}

#[test]
fn an_algorithm_without_end_gives_no_stem() {
    for body in [
        &[REPEAT, 2, TRY, 0][..],
        &[REPEAT, 3, INSERT, 2, b'x'],
        &[CALL, 0],
        &[REPEAT, 4, TRY, 2, CALL, 0],
    ] {
        assert!(stem(body, "word").is_none_or(|stem| stem == "word"), "{body:?}");
    }
}

#[test]
fn whoever_is_past_the_edge_goes_no_further() {
    use super::command::{DO, FAIL, GO_TO, HOP};
    use super::value::NUMBER;
    // All letters are taken away, and the cursor goes back to where the last one was.
    let body = [LEFT, HOP, NUMBER, 4, RIGHT, DO, 2, REPLACE, 0, GO_TO, 2, FAIL, 0];
    assert_eq!(stem(&body, "word").as_deref(), Some(""));
}

proptest! {
    #[test]
    fn any_bytes_are_an_algorithm_that_ends(
        code in prop::collection::vec(prop_oneof![0u8..33, any::<u8>()], 0..120),
        word in "\\PC{0,12}",
    ) {
        let _ = Stemmer::new(&code).stem(&word);
        let _ = Stemmer::new(&algorithm(&code)).stem(&word);
    }
}
