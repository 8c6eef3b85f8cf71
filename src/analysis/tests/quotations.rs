//! Who said what, by tables: a text, then every quotation as `kind speaker verb: words`.

mod quoted;

use quoted::check;

#[test]
fn the_verb_stands_behind_the_quotation() {
    for (text, expect) in [
        (
            "“We are ready,” said Rex Tillerson.",
            "direct rex-tillerson say: We are ready",
        ),
        (
            "“We are ready,” Rex Tillerson said.",
            "direct rex-tillerson say: We are ready",
        ),
        (
            "\"We are ready,\" Rex Tillerson, the secretary, said.",
            "direct rex-tillerson say: We are ready",
        ),
        (
            "“We are ready,” Rex Tillerson told reporters in Tokyo.",
            "direct rex-tillerson tell: We are ready",
        ),
        (
            "“Are we ready?” Rex Tillerson asked.",
            "direct rex-tillerson ask: Are we ready",
        ),
        (
            "“We are ready!” cried Foreign Minister Fumio Kishida, who smiled.",
            "direct fumio-kishida cry: We are ready",
        ),
        (
            "“We are ready,” said a senior Japanese official who was there.",
            "direct a senior Japanese official say: We are ready",
        ),
        (
            "“We are ready,” the foreign minister said.",
            "direct the foreign minister say: We are ready",
        ),
        (
            "“We are ready,” a spokesman for the ministry said.",
            "direct a spokesman for the ministry say: We are ready",
        ),
        (
            "“We are ready,” according to Rex Tillerson.",
            "direct rex-tillerson according to: We are ready",
        ),
        (
            "“We are ready,” according to the foreign ministry.",
            "direct the foreign ministry according to: We are ready",
        ),
        (
            "“We are ready,” the Japanese Foreign Ministry announced.",
            "direct japanese-foreign-ministry announce: We are ready",
        ),
        (
            "‘We are ready,’ added Rex Tillerson.",
            "direct rex-tillerson add: We are ready",
        ),
        (
            "«We are ready», said Rex Tillerson.",
            "direct rex-tillerson say: We are ready",
        ),
    ] {
        check(text, &[expect]);
    }
}

#[test]
fn the_verb_stands_before_it() {
    for (text, expect) in [
        (
            "Rex Tillerson said, “We are ready.”",
            "direct rex-tillerson say: We are ready",
        ),
        (
            "Rex Tillerson said: “We are ready.”",
            "direct rex-tillerson say: We are ready",
        ),
        ("Rex Tillerson: “We are ready.”", "direct rex-tillerson -: We are ready"),
        (
            "Rex Tillerson, the secretary of state, said the plan was a “new approach” to it.",
            "fragment rex-tillerson say: new approach",
        ),
        (
            "Rex Tillerson told reporters that the alliance was a “cornerstone” of peace.",
            "fragment rex-tillerson tell: cornerstone",
        ),
        (
            "Rex Tillerson opened the talks, calling them “frank and useful” for both.",
            "fragment rex-tillerson call: frank and us",
        ),
        (
            "According to Rex Tillerson, “the plan has failed.”",
            "direct rex-tillerson according to: the plan has",
        ),
        (
            "A local banker, who gave no name, said, “It is over.”",
            "direct A local banker say: It is over.",
        ),
        (
            "Officials described the plan as “dead” on Monday.",
            "fragment Officials describe: dead",
        ),
        (
            "The foreign minister has said that it “will not work” at all.",
            "fragment The foreign minister say: will not wor",
        ),
    ] {
        check(text, &[expect]);
    }
}

#[test]
fn pronouns_mean_the_last_subject() {
    check(
        "Rex Tillerson met Fumio Kishida in Tokyo. “We are ready,” he said. “We are all ready.”",
        &[
            "direct rex-tillerson say: We are ready",
            "direct rex-tillerson -: We are all r",
        ],
    );
    check(
        "“It was long,” Fumio Kishida said.\n\nIn Tokyo, he spoke of a “new road” again, and said it was “open” now.",
        &[
            "direct fumio-kishida say: It was long,",
            "fragment fumio-kishida speak: new road",
            "fragment fumio-kishida say: open",
        ],
    );
    check(
        "Japan’s top diplomat said it was late. “We go home,” he added.",
        &["direct Japan’s top diplomat add: We go home,"],
    );
}

#[test]
fn titles_openings_and_second_fragments_do_not_mislead() {
    check(
        "The danger called for a “new approach,” said U.S. Secretary of State Rex Tillerson on Thursday.",
        &["fragment rex-tillerson say: new approach"],
    );
    check(
        "At a meeting with Foreign Minister Fumio Kishida, Rex Tillerson looked back. It had, he said, “failed.”",
        &["fragment rex-tillerson say: failed."],
    );
    check(
        "It was “very important” for both to “closely talk,” Fumio Kishida told reporters.",
        &[
            "fragment fumio-kishida tell: very importa",
            "fragment fumio-kishida tell: closely talk",
        ],
    );
}

#[test]
fn what_goes_on_has_the_same_speaker() {
    check(
        "“One road is left,” Rex Tillerson said. “We take it.”\n\n“It is long.\n\n“It is steep.”",
        &[
            "direct rex-tillerson say: One road is ",
            "direct rex-tillerson -: We take it.",
            "direct rex-tillerson -: It is long.\n",
        ],
    );
    check(
        "“One road is left,” Rex Tillerson said, “and we take it.”",
        &[
            "direct rex-tillerson say: One road is ",
            "direct rex-tillerson say: and we take ",
        ],
    );
    check(
        "Fumio Kishida spoke and Rex Tillerson warned of a long road. “We are tired of it.”",
        &["direct rex-tillerson -: We are tired"],
    );
}

#[test]
fn nobody_is_made_up() {
    check(
        "The so-called “two-plus-two” talks begin.",
        &["fragment - -: two-plus-two"],
    );
    check(
        "She read “War and Peace” in the train.",
        &["fragment - -: War and Peac"],
    );
    check("It’s the ministers’ plan.", &[]);
    check("“We are ready.”", &["direct - -: We are ready"]);
    check("„Wir gehen“, sagte er.", &["direct - -: Wir gehen"]);
}

#[test]
fn a_quotation_in_a_quotation_has_its_own_speaker() {
    check(
        "“Fumio Kishida said ‘we shall go on’ to me twice,” Rex Tillerson said.",
        &[
            "direct rex-tillerson say: Fumio Kishid",
            "fragment fumio-kishida say: we shall go ",
        ],
    );
}
