//! Who speaks where the words around a quotation mislead, by tables as in `quotations.rs`.

mod quoted;

use quoted::check;

#[test]
fn the_head_of_the_phrase_speaks() {
    for (text, expect) in [
        (
            "A locksmith in Leeds said it was “grim” there.",
            "fragment A locksmith in Leeds say: grim",
        ),
        (
            "Nurses said so, and the head of the clinic in Paris said it was “grim” too.",
            "fragment the head of the clinic in Paris say: grim",
        ),
        (
            "“It is grim,” a diplomat from Italy based in Rome said.",
            "direct a diplomat from Italy based in Rome say: It is grim,",
        ),
        (
            "Officials in Rome and Madrid said it was “grim” there.",
            "fragment Officials in Rome and Madrid say: grim",
        ),
        (
            "Sen. Rex Tillerson (R-Ohio) said it was “grim” there.",
            "fragment rex-tillerson say: grim",
        ),
        (
            "“It is grim,” Rex Tillerson of Exxon said.",
            "direct rex-tillerson say: It is grim,",
        ),
        (
            "An adviser to Rex Tillerson said it was “grim” there.",
            "fragment An adviser to Rex Tillerson say: grim",
        ),
        (
            "A nurse who met Rex Tillerson said it was “grim” there.",
            "fragment A nurse say: grim",
        ),
        (
            "The place that Rex Tillerson said was “grim” is Rome.",
            "fragment rex-tillerson say: grim",
        ),
        (
            "“It is grim,” a friend close to the pair said.",
            "direct a friend close to the pair say: It is grim,",
        ),
        (
            "“It is grim,” one of the nurses said.",
            "direct one of the nurses say: It is grim,",
        ),
        (
            "A lawyer representing Rex Tillerson said it was “grim” there.",
            "fragment A lawyer representing Rex Tillerson say: grim",
        ),
        (
            "Neither he nor Rex Tillerson said it was “grim” there.",
            "fragment - -: grim",
        ),
        ("Japan on Friday said it was “grim” there.", "fragment JP say: grim"),
        ("Japan said it was “grim” there.", "fragment JP say: grim"),
        (
            "The Bank of Japan said it was “grim” there.",
            "fragment bank-of-japan say: grim",
        ),
        (
            "Secretary of State Rex Tillerson said it was “grim” there.",
            "fragment rex-tillerson say: grim",
        ),
    ] {
        check(text, &[expect]);
    }
}

#[test]
fn what_may_be_a_verb_is_a_noun_behind_an_article() {
    check(
        "A report said it was “grim” there. “Act now,” the report said.",
        &["fragment A report say: grim", "direct the report say: Act now,"],
    );
    check(
        "The police report said: “Act now.”",
        &["direct The police report say: Act now."],
    );
    check(
        "The bank warned of “losses” in a statement. It said: “Act now.”",
        &["fragment The bank warn: losses", "direct The bank say: Act now."],
    );
}

#[test]
fn a_quotation_with_words_of_its_own_is_nobody_elses() {
    for words in [
        "was Fumio Kishida’s reply.",
        "read a banner at the gate.",
        "somebody mouthed.",
    ] {
        check(
            &format!("“Yes,” said Rex Tillerson. “Never,” {words}"),
            &["direct rex-tillerson say: Yes,", "direct - -: Never,"],
        );
    }
    check(
        "Rex Tillerson asked: “Why now?” Fumio Kishida replied that he was tired.",
        &["direct rex-tillerson ask: Why now?"],
    );
    check(
        "Rex Tillerson asked, “Why now?” Fumio Kishida said nothing.",
        &["direct rex-tillerson ask: Why now?"],
    );
    check(
        "“Yes,” said Rex Tillerson. In the words of a poet: “No.”",
        &["direct rex-tillerson say: Yes,", "direct - -: No."],
    );
    check(
        "“Yes,” said Rex Tillerson. “Never,” roared the crowd.",
        &["direct rex-tillerson say: Yes,", "direct the crowd roar: Never,"],
    );
}

#[test]
fn words_are_handed_on() {
    for (text, expect) in [
        (
            "Rex Tillerson quoted Fumio Kishida as saying: “We go home.”",
            "direct fumio-kishida say: We go home.",
        ),
        (
            "“We go home,” the agency quoted a witness as saying.",
            "direct a witness quote: We go home,",
        ),
        (
            "“We go home,” Rex Tillerson was quoted as saying by the agency.",
            "direct rex-tillerson quote: We go home,",
        ),
        (
            "Rex Tillerson heard Fumio Kishida shout, “We go home.”",
            "direct fumio-kishida shout: We go home.",
        ),
        (
            "Rex Tillerson condemned what he called a “sham” vote.",
            "fragment rex-tillerson call: sham",
        ),
        (
            "“We go home,” Rex Tillerson went on.",
            "direct rex-tillerson go on: We go home,",
        ),
        (
            "As Rex Tillerson put it: “We go home.”",
            "direct rex-tillerson put it: We go home.",
        ),
        (
            "“We go home,” said Fumio Kishida aide Rex Tillerson.",
            "direct rex-tillerson say: We go home,",
        ),
        (
            "“We go home,” said the captain’s aunt.",
            "direct the captain’s aunt say: We go home,",
        ),
        (
            "“We go home,” said a retired locksmith.",
            "direct a retired locksmith say: We go home,",
        ),
    ] {
        check(text, &[expect]);
    }
    check(
        "Rex Tillerson spoke first. Then he’d said: “We go home.”",
        &["direct rex-tillerson say: We go home."],
    );
}

#[test]
fn pronouns_fit_whom_they_mean() {
    check(
        "Two officials called it “grim” there. “Go,” he said.",
        &["fragment Two officials call: grim", "direct - say: Go,"],
    );
    check(
        "“It is grim,” Rex Tillerson said. “Go,” they chanted.",
        &["direct rex-tillerson say: It is grim,", "direct - chant: Go,"],
    );
    check(
        "The ministry said it was late. “Go,” it added.",
        &["direct The ministry add: Go,"],
    );
    check(
        "“It is grim,” the Russian said. “Go,” he added.",
        &["direct the Russian say: It is grim,", "direct the Russian add: Go,"],
    );
    check(
        "“It is grim,” the agency quoted him as saying. Rex Tillerson smiled.",
        &["direct - quote: It is grim,"],
    );
    check(
        "Rex Tillerson was late. “It is grim,” the agency quoted him as saying.",
        &["direct rex-tillerson quote: It is grim,"],
    );
}

#[test]
fn second_verbs_have_the_first_subject() {
    check(
        "The Bank of Japan cut rates and said the road was “long” yet.",
        &["fragment bank-of-japan say: long"],
    );
    check(
        "A Bank of Japan official left but added: “It is long.”",
        &["direct A Bank of Japan official add: It is long."],
    );
    check(
        "“It is long,” an aide to a farm-state senator said.",
        &["direct an aide to a farm-state senator say: It is long,"],
    );
}

#[test]
fn titles_and_nicknames_are_nobodys_words() {
    for (text, words) in [
        (
            "Rex Tillerson praised “Songs of the North” by a friend.",
            "Songs of the",
        ),
        (
            "“The Long Road”, a film about oil, did well, Rex Tillerson said.",
            "The Long Roa",
        ),
        ("Rex Tillerson met a man known as the “oil king” there.", "oil king"),
        ("The boxer, nicknamed “The Mole”, lost, Rex Tillerson said.", "The Mole"),
        ("A company called “Blue Door” lost, Rex Tillerson said.", "Blue Door"),
        ("He hummed the song “Hello” twice, Rex Tillerson said.", "Hello"),
    ] {
        check(text, &[&format!("fragment - -: {words}")]);
    }
    check(
        "“Yes We Can,” a spokesman said. Rex Tillerson called it “Project Fear” twice.",
        &[
            "direct a spokesman say: Yes We Can,",
            "fragment rex-tillerson call: Project Fear",
        ],
    );
}

#[test]
fn titles_and_letters_are_no_names() {
    for (text, expect) in [
        (
            "His Excellency Dr Sultan Al Jaber, the minister, said: “We go home.”",
            "direct sultan-al-jaber say: We go home.",
        ),
        (
            "Sultan Haitham bin Tariq of Oman said: “We go home.”",
            "direct haitham-bin-tariq say: We go home.",
        ),
        (
            "John Hipkin KC said it was “grim” there.",
            "fragment john-hipkin say: grim",
        ),
        ("Tom Payne QC said it was “grim” there.", "fragment tom-payne say: grim"),
        ("Mary Roe OBE said it was “grim” there.", "fragment mary-roe say: grim"),
        (
            "Peter Brown MP said it was “grim” there.",
            "fragment peter-brown say: grim",
        ),
        (
            "Council leader Susan Hinchcliffe spoke. “We go home,” Coun Hinchcliffe said.",
            "direct susan-hinchcliffe say: We go home,",
        ),
        (
            "“We go home,” said Coun. Susan Hinchcliffe.",
            "direct susan-hinchcliffe say: We go home,",
        ),
        (
            "Mary Jones spoke. “We go home,” said Det Con Jones.",
            "direct mary-jones say: We go home,",
        ),
        (
            "Mary Jones spoke. “We go home,” DCI Jones said.",
            "direct mary-jones say: We go home,",
        ),
    ] {
        check(text, &[expect]);
    }
}

#[test]
fn he_is_the_one_told_of_and_not_the_one_met() {
    for (text, expect) in [
        (
            "Rex Tillerson left. Andrea Orcel runs the bank. “Go,” he said.",
            "direct andrea-orcel say: Go,",
        ),
        (
            "Giulia Neri and Andrea Bocelli sang. “Go,” she said.",
            "direct giulia-neri say: Go,",
        ),
        (
            "Rex Tillerson flew to Tokyo. There he befriended Fumio Kishida. He wrote. “Go,” he said.",
            "direct rex-tillerson say: Go,",
        ),
        (
            "When he left, Rex Tillerson wept. “Go,” he said.",
            "direct rex-tillerson say: Go,",
        ),
        (
            "Ange Postecoglou saw his side lose. “Go,” the Australian said.",
            "direct ange-postecoglou say: Go,",
        ),
        (
            "Alexander Zverev wept. “Go,” said the 27-year-old, who lost.",
            "direct alexander-zverev say: Go,",
        ),
        (
            "Fumio Kishida spoke. “Go,” the Japanese said.",
            "direct the Japanese say: Go,",
        ),
        (
            "Rex Tillerson asked the Afghan guard. “Go,” the Afghan said.",
            "direct the Afghan say: Go,",
        ),
    ] {
        check(text, &[expect]);
    }
}

#[test]
fn what_is_put_in_behind_a_name_hides_no_verb() {
    for (text, expect) in [
        (
            "“Are we ready?” Rex Tillerson, a spokesman for the party, shouted at a soldier.",
            "direct rex-tillerson shout: Are we ready",
        ),
        (
            "“We are ready.” Prime Minister Fumio Kishida, the host, said.",
            "direct fumio-kishida say: We are ready",
        ),
        (
            "“We are ready.” Fumio Kishida, the host, smiled and said he was tired.",
            "direct - -: We are ready",
        ),
        (
            "Fumio Kishida also offered “a good start” to all.",
            "fragment fumio-kishida offer: a good start",
        ),
    ] {
        check(text, &[expect]);
    }
}

#[test]
fn who_speaks_within_what_another_says() {
    for (text, expect) in [
        (
            "Rex Tillerson waited. “I said to him, ‘It is grim,’” Rex Tillerson said.",
            "direct rex-tillerson say: I said to hi | direct rex-tillerson say: It is grim,",
        ),
        (
            "“He told me, ‘Go, it is grim,’” Rex Tillerson said.",
            "direct rex-tillerson say: He told me,  | direct - tell: Go, it is gr",
        ),
        (
            "“My grandmother used to say, ‘It is grim,’” Rex Tillerson said.",
            "direct rex-tillerson say: My grandmoth | direct My grandmother say: It is grim,",
        ),
    ] {
        check(text, &expect.split(" | ").collect::<Vec<_>>());
    }
}

#[test]
fn nobody_names_himself_and_no_surname_is_an_adverb() {
    for (text, expect) in [
        (
            "Maria Lindqvist sang. “Georg shouted at me,” she said.",
            "direct maria-lindqvist say: Georg shoute",
        ),
        (
            "Judge Orla Fennelly described it as “a grim day” for all.",
            "fragment orla-fennelly describe: a grim day",
        ),
        (
            "Orla Fennelly sat. Judge Fennelly said it was “grim” there.",
            "fragment orla-fennelly say: grim",
        ),
    ] {
        check(text, &expect.split(" | ").collect::<Vec<_>>());
    }
}

#[test]
fn stories_in_the_present_have_verbs_of_their_own() {
    for (text, expect) in [
        (
            "“It was grim there,” Rex Tillerson remembers.",
            "direct rex-tillerson remember: It was grim ",
        ),
        (
            "Rex Tillerson shrugs. “It was grim there, and that is all.”",
            "direct rex-tillerson -: It was grim ",
        ),
        (
            "The jury praised the film as “a grim tale” of war.",
            "fragment The jury praise: a grim tale",
        ),
    ] {
        check(text, &expect.split(" | ").collect::<Vec<_>>());
    }
}
