//! Is every query read as people expect?

use crate::query::{MAX_DEPTH, MAX_LEAVES, Text, print, read};

/// What was typed, as it is written when understood, and that nothing is wrong with it.
#[track_caller]
fn check(typed: &str, expect: &str) {
    let query = read(typed);
    assert_eq!(print(&query), expect, "{typed}");
    assert_eq!(query.problems, [], "{typed}");
}

/// What was typed, as it is understood, and what is wrong with it: the stretch, and a part of what is said about it.
#[track_caller]
fn check_problems(typed: &str, expect: &str, problems: &[(&str, &str)]) {
    let query = read(typed);
    assert_eq!(print(&query), expect, "{typed}");
    let got: Vec<_> = query.problems.iter().map(|p| &typed[p.start..p.end]).collect();
    let stretches: Vec<_> = problems.iter().map(|p| p.0).collect();
    assert_eq!(got, stretches, "{typed}");
    for (problem, (_, said)) in query.problems.iter().zip(problems) {
        let all = [problem.message.as_str(), " ", problem.hint.as_str()].concat();
        assert!(all.contains(said), "{typed}: {all}");
    }
}

#[test]
fn words_and_phrases() {
    check("north  korea", "north korea");
    check("north korea ", "north korea ");
    check("\"new  approach\" x", "\"new approach\" x");
    check("“new approach” «a b» „c d“ ", "\"new approach\" \"a b\" \"c d\"");
    check("\"new appr", "\"new appr*\"");
    check("\"new appr ", "\"new appr\"");
    check("\"new appr*\"", "\"new appr*\"");
    check("miss* japan ", "miss* japan ");
    check("miss*", "miss*");
    check("japan Japan", "japan");
    check("japan x Japan", "japan* x ");
    check("japan* japan ", "japan*");
    check("北朝鮮 tokyo ", "北朝鮮 tokyo ");
    check("\"北 朝鮮\"", "\"北朝鮮\"");
    check("NATO北京", "NATO 北京");
    check("", "");
    check(" — \"\" ! ", "");
}

#[test]
fn signs_within_words_are_no_operators() {
    check("Kim Jong-un ", "Kim Jong un ");
    check("5-year G-7 ", "5 year G 7 ");
    check("U.S. aid ", "U.S aid ");
    check("rock'n'roll O’Brien's ", "rock'n'roll O’Brien ");
    check("C++ ", "C ");
    check("Trump - Putin -- talks ", "Trump Putin talks ");
    check("--help ", "help ");
    check("10:30 ", "10 30 ");
    check("http://example.org/a-b?c=d ", "http example org a b c d ");
    check("foo:bar ", "foo bar ");
    check("Places: one, two ", "Places one two ");
    check("or not and ", "or not and ");
    check("\"OR\" x ", "\"or\" x ");
    check("AT&T,OR ", "AT T or ");
}

#[test]
fn exclusion_alternatives_and_groups() {
    check("north -south ", "north -south ");
    check("-\"new approach\"", "-\"new approach\"");
    check("-a ", "-a ");
    check("NOT a ", "-a ");
    check("NOT -a ", "a ");
    check("NOT NOT NOT a ", "-a ");
    check("-(a b) ", "-(a b)");
    check("-Jong-un ", "-\"Jong un\"");
    check("-OR ", "-or ");
    check("a AND b ", "a b ");
    check("a OR b | c ", "a OR b OR c ");
    check("a|b||c", "a OR b OR c");
    check("a b OR c -d ", "(a b) OR (c -d)");
    check("a (b OR c) ", "a (b OR c)");
    check("a (b c) ", "a b c ");
    check("(a OR (b OR c)) ", "a OR b OR c ");
    check("a OR a ", "a ");
    check("((a)) ", "a ");
    check("-(-(a OR b)) c ", "(a OR b) c ");
    check("a b OR c d ", "(a b) OR (c d)");
    check(
        "north korea OR \"new  approach\" -title:foo",
        "(north korea) OR (\"new approach\" -title:foo",
    );
}

#[test]
fn fields() {
    check("title:approach ", "title:approach ");
    check("TITLE:\"new approach\"", "title:\"new approach\"");
    check("title:(a OR \"b c\") ", "title:a OR title:\"b c\"");
    check("title:(near:2(a b) c*)", "title:near:2(a b) title:c*");
    check(
        "title:Jong-un -title:Jong-un ",
        "title:Jong title:un -title:\"Jong un\"",
    );
    check("title:-a ", "title:a ");
    check("outlet:Reuters ", "outlet:Reuters ");
    check(
        "country:\" New  Zealand \" country:NZ ",
        "country:\"New  Zealand\" country:NZ ",
    );
    check("organization:NATO organisation:EU org:UN ", "org:NATO org:EU org:UN ");
    check("language:fr place:\"(old) town\"", "lang:fr place:\"(old) town\"");
    check("person:Jong-un|person:O'Brien ", "person:Jong-un OR person:O'Brien ");
    check("-country:jp", "-country:jp");
    check("after:2017-03 before:2017-03 ", "after:2017-03-01 before:2017-03-31");
    check("after:2017 before:2016-02", "after:2017-01-01 before:2016-02-29");
    check("on:2017 on:2017-03 on:2017-03-16", "on:2017 on:2017-03 on:2017-03-16");
    check("on:\"2017-03\"", "on:2017-03");
    check("near:3(a b) ", "near:3(a b)");
    check("Near:0(Kim Jong-u*)", "near:0(Kim Jong u*)");
    check("-near:10(北京 x)", "-near:10(北 京 x)");
}

#[test]
fn what_is_unfinished_at_the_end_is_quiet() {
    for (typed, expect) in [
        ("(a b", "a b"),
        ("c (a OR b", "c (a OR b*)"),
        ("(", ""),
        ("a (b (", "a b "),
        ("a OR", "a "),
        ("a OR ", "a "),
        ("a |", "a "),
        ("(a OR", "a "),
        ("OR", ""),
        ("NOT", ""),
        ("a AND", "a "),
        ("a -", "a "),
        ("-", ""),
        ("-(", ""),
        ("-\"", ""),
        ("title:", ""),
        ("-title:", ""),
        ("title:(", ""),
        ("title:\"", ""),
        ("title:-", ""),
        ("country:", ""),
        ("country:jap", "country:jap"),
        ("country:\"New Z", "country:\"New Z"),
        ("near:", ""),
        ("near:3", ""),
        ("near:3(", ""),
        ("near:3(a", "a"),
        ("near:3(a ", "a "),
        ("near:3(a b", "near:3(a b*)"),
        ("title:near:", ""),
        ("\"abc", "\"abc*\""),
        ("x \"", "x "),
        ("after:", ""),
        ("after:20", ""),
        ("after:2017-0", "after:2017-01-01"),
        ("on:2017-03-1", "on:2017-03"),
    ] {
        check(typed, expect);
    }
}

#[test]
fn a_mistake_is_shown_where_it_is_and_the_rest_searches() {
    check_problems("a) b ", "a b ", &[(")", "closes nothing")]);
    check_problems("OR a ", "a ", &[("OR", "north OR south")]);
    check_problems("a OR | b ", "a OR b ", &[("|", "north OR south")]);
    check_problems("(a OR) b ", "a b ", &[("OR", "north OR south")]);
    check_problems("(a | OR) b ", "a b ", &[("OR", "north OR south")]);
    check_problems("(NOT) a ", "a ", &[("NOT", "NOT missile")]);
    check_problems("NOT OR a ", "a ", &[("NOT", "NOT missile")]);
    check_problems("a () b ", "a b ", &[("()", "nothing to search")]);
    check_problems("title:( ) b ", "b ", &[("( )", "nothing to search")]);
    check_problems(
        "\"new* approach\"",
        "\"new approach\"",
        &[("\"new* approach\"", "last word")],
    );
    check_problems("title: a ", "a ", &[("title:", "title:\"two words\"")]);
    check_problems("(country:) a ", "a ", &[("country:", "Nothing follows country:")]);
    check_problems("outlet:\"\" a ", "a ", &[("outlet:\"\"", "Nothing follows outlet:")]);
    check_problems("title:! a ", "a ", &[("title:!", "Nothing follows title:")]);
    check_problems(
        "-country:(New Zealand) ",
        "-(New Zealand)",
        &[("country:(", "country:\"two words\"")],
    );
    check_problems(
        "after:2017-13-40 x ",
        "x ",
        &[("after:2017-13-40", "2017-13-40 is no date")],
    );
    check_problems("before:2017-3 x ", "x ", &[("before:2017-3", "before:2017-03-16")]);
    check_problems("after:20 ", "", &[("after:20", "after:2017")]);
    check_problems("near:x(a b) c ", "a b c ", &[("near:x", "near:5(")]);
    check_problems("-near:(a b) c ", "-(a b) c ", &[("near:", "near:5(")]);
    check_problems("near:3 (a b) ", "a b ", &[("near:3", "near:5(")]);
    check_problems("near:1000(a b) ", "a b ", &[("near:1000", "up to 999")]);
    check_problems("near:3(a) b ", "a b ", &[("near:3(a)", "at least two")]);
    check_problems("near:3() b ", "b ", &[("near:3()", "nothing to search")]);
    check_problems("near:3(a -b \"c d\") ", "a -b \"c d\"", &[("near:3(", "words only")]);
    check_problems(
        "tilte:japan a ",
        "tilte japan a ",
        &[("tilte:", "Did you mean title:?")],
    );
    check_problems(
        "-contry:\"x\" a ",
        "-contry \"x\" a ",
        &[("contry:", "Did you mean country:?")],
    );
}

#[test]
fn too_many_words_and_too_deep_groups_are_left_out() {
    let words: String = (0..70).map(|i| format!("w{i} ")).collect();
    let query = read(&words);
    assert_eq!(query.texts().len(), MAX_LEAVES);
    let end: String = (64..70).map(|i| format!("w{i} ")).collect();
    check_problems(&words, &words[..words.len() - end.len()], &[(&end, "64 words")]);
    let deep = |n: usize| ["(".repeat(n), "a".into(), ")".repeat(n), " b ".into()].concat();
    check(&deep(MAX_DEPTH), "a b ");
    check_problems(&deep(MAX_DEPTH + 1), "b ", &[("(a)", "more than 32")]);
}

#[test]
fn alternatives_nested_to_the_limit_read_back_the_same() {
    for levels in [0, 14, 15, 16, 31, 32] {
        let typed = ["a b OR c (".repeat(levels), "d OR e".into(), ")".repeat(levels)].concat();
        let query = read(&typed);
        let again = read(&print(&query));
        assert_eq!((again.root, again.problems), (query.root, vec![]), "{levels}");
    }
}

#[test]
fn hundreds_of_thousands_of_signs_are_read_in_one_go() {
    for piece in [
        "(",
        "-(",
        "title:(",
        "near:3(",
        "near:3(a ",
        "NOT ",
        "OR ",
        "a OR ",
        "a ",
        ")",
        "()",
        "\"a\" ",
        "-",
        "北",
        "a|",
        "(a b OR ",
        "country:",
        "tilte:a ",
        "\"",
        "*",
    ] {
        let query = read(&piece.repeat(200_000 / piece.len()));
        assert!(query.texts().len() <= MAX_LEAVES, "{piece}");
    }
}

#[test]
fn texts_are_what_is_looked_for_in_the_order_typed() {
    let query = read("a (\"b c\" OR -d) country:jp title:e -(f g) near:2(h i)");
    let terms = |text: &&Text| text.words.iter().map(|w| w.term.as_str()).collect::<Vec<_>>().join("+");
    let got: Vec<_> = query.texts().iter().map(terms).collect();
    assert_eq!(got, ["a", "b+c", "e", "h+i"]);
}

#[test]
fn what_is_excluded_or_a_value_and_not_closed_is_shown_so() {
    for typed in [
        "oil -\"new y",
        "oil -(brazil O",
        "oil -country:\"Saudi A",
        "country:\"Saudi A",
        "oil -jap",
        "-(a -(b c",
    ] {
        let query = read(typed);
        assert_eq!(print(&query), typed);
    }
    assert_eq!(print(&read("oil -\"new y\"")), "oil -\"new y\"");
    assert_eq!(print(&read("\"new y")), "\"new y*\"");
}

#[test]
fn a_word_says_whether_it_is_still_being_typed() {
    for (typed, open, typing) in [("jap", true, true), ("jap*", true, false), ("jap ", false, false)] {
        let query = read(typed);
        let word = &query.texts()[0].words[0];
        assert_eq!((word.open, word.typing), (open, typing), "{typed}");
        assert_eq!((word.term.as_str(), word.open), ("jap", open), "{typed}");
    }
}
