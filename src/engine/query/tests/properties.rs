//! Does every query, written, read back the same; and does nothing that is typed go wrong?

use dateline_corpus::Date;
use proptest::prelude::*;

use crate::query::{
    How, Leaf, MAX_LEAVES, Name, Named, Node, Query, Text, Value, Within, Word, period, print, read, words,
};

/// Reads back what is written for `query`.
#[track_caller]
fn check_round_trip(query: &Query) {
    let printed = print(query);
    let again = read(&printed);
    assert_eq!(again.root, query.root, "{printed}");
    assert_eq!(again.problems, [], "{printed}");
    assert_eq!(print(&again), printed);
}

fn word() -> impl Strategy<Value = Word> {
    let shown = prop::sample::select(vec![
        "Japan", "missile", "OR", "NOT", "and", "U.S", "1,000", "1.5", "O'Brien", "title", "near", "Zürich", "7", "北",
        "के", "ก",
    ]);
    (shown, any::<bool>(), any::<bool>()).prop_map(|(shown, open, typing)| Word {
        open,
        typing: open && typing,
        ..words::list(shown, false).remove(0)
    })
}

fn text() -> impl Strategy<Value = Text> {
    let closed = |mut words: Vec<Word>| {
        let last = words.len() - 1;
        words[..last]
            .iter_mut()
            .for_each(|w| (w.open, w.typing) = (false, false));
        words
    };
    let run = prop::collection::vec(prop::sample::select(vec!["北", "京", "の"]), 2..4);
    let words = prop_oneof![
        word().prop_map(|w| (vec![w], How::SideBySide, false)),
        prop::collection::vec(word(), 1..4).prop_map(move |w| (closed(w), How::SideBySide, true)),
        run.prop_map(|w| (words::list(&w.concat(), false), How::SideBySide, false)),
        (prop::collection::vec(word(), 2..4), 0..1000u32).prop_map(|(w, n)| (w, How::Near(n), false)),
    ];
    let within = prop_oneof![Just(Within::Anywhere), Just(Within::Title)];
    (words, within).prop_map(|((words, how, quoted), within)| Text {
        words,
        how,
        within,
        quoted,
    })
}

fn value() -> impl Strategy<Value = Value> {
    let kinds = vec![
        Named::Outlet,
        Named::Country,
        Named::Person,
        Named::Organisation,
        Named::Place,
        Named::Language,
    ];
    let names = vec![
        "Japan", "New York", "a|b", "(x)", "near:3", "-", "jap*", "Globo, O", "OR", "北京",
    ];
    let name = (prop::sample::select(kinds), prop::sample::select(names), any::<bool>());
    let date = (1..=9999i32, 1..=12u32, 1..=28u32).prop_map(|(y, m, d)| Date::new(y, m, d).unwrap());
    prop_oneof![
        name.prop_map(|(kind, name, typing)| Value::Name(Name {
            kind,
            name: name.into(),
            typing
        })),
        Just(Value::Undated),
        date.clone().prop_map(Value::After),
        date.clone().prop_map(Value::Before),
        (date, prop::sample::select(vec![4, 7, 10])).prop_map(|(date, length)| {
            let (first, last) = period::days(&date.to_string()[..length]).unwrap();
            Value::On(first, last)
        }),
    ]
}

fn node() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        3 => text().prop_map(|t| Node::Leaf(Leaf::Text(t))),
        1 => value().prop_map(|v| Node::Leaf(Leaf::Value(v))),
    ];
    leaf.prop_recursive(6, 24, 3, |inner| {
        prop_oneof![
            2 => prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| Node::all(parts).unwrap()),
            2 => prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| Node::any(parts).unwrap()),
            1 => inner.prop_map(Node::negated),
        ]
    })
}

/// What the reader counts.
fn leaves(node: &Node) -> usize {
    match node {
        Node::All(parts) | Node::Any(parts) => parts.iter().map(leaves).sum(),
        Node::Not(part) => leaves(part),
        Node::Leaf(Leaf::Text(text)) if matches!(text.how, How::Near(_)) => text.words.len(),
        Node::Leaf(_) => 1,
    }
}

/// Anything somebody may type, with more signs of the language than chance would bring.
fn typed() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a", "Jong-un", "U.S.", "N.", "OR", " OR ", "AND ", "NOT ", "-", "--", "(", ")", "|", "\"", "“", "»", "*", ":",
        "'s", "title:", "near:", "near:3(", "country:", "on:", "after:", "2017", "-03", "tilte:", "北", "京", "ก",
        "\u{300}", "\u{AD}", " ", " ", " ", "3", "1,000", ".", "’", "é", "ı",
    ]);
    prop_oneof![
        3 => prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat()),
        1 => "\\PC*",
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_query_written_reads_back_the_same(root in node()) {
        prop_assume!(leaves(&root) <= MAX_LEAVES);
        check_round_trip(&Query { root: Some(root), problems: Vec::new() });
    }

    #[test]
    fn anything_typed_is_read_and_reads_back_the_same(typed in typed()) {
        let query = read(&typed);
        check_round_trip(&query);
        let mut last = 0;
        for problem in &query.problems {
            assert!(problem.start < problem.end && typed.get(problem.start..problem.end).is_some());
            assert!(last <= problem.start, "in the order typed");
            last = problem.start;
        }
    }

    #[test]
    fn typing_a_right_query_shows_no_mistake_on_the_way(root in node()) {
        prop_assume!(leaves(&root) <= MAX_LEAVES);
        let printed = print(&Query { root: Some(root), problems: Vec::new() });
        for (end, _) in printed.char_indices() {
            assert_eq!(read(&printed[..end]).problems, [], "{}", &printed[..end]);
        }
    }
}
