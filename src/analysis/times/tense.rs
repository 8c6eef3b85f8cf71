//! Does the clause around a day tell what was, or what is to come?

use super::tables::{EITHER, FUTURE, MATCHES, PAST, PLANNED, SPEECH, TIMETABLE, holds, weekday};
use crate::listing::{List, among};
use crate::words::{Case, Gap, Words};

/// How far a verb is looked for, in words.
const NEAR: usize = 14;

/// Whether the verb that word `i` goes with looks ahead; nothing where no verb says so, or somebody only says so then.
///
/// The nearest verb before it decides, since the day stands in its clause: `The man who will leave office wept on Monday`. Where
/// there is none, the first one behind it does: `On Friday, they are to meet`.
pub fn ahead(words: &Words<'_>, i: usize) -> Option<bool> {
    clause(words, i, true)
}

/// The same; `behind` whether a verb behind a day counts that does not open its sentence: `Police on Monday arrested`, but not
/// `The summit in November was called off`.
pub fn clause(words: &Words<'_>, i: usize, behind: bool) -> Option<bool> {
    if leads(words, i) {
        return Some(true);
    }
    // `a premium over Monday’s closing price`, `will follow Friday’s deadly attack`.
    if words.possessive(i) && weekday(words.term(i)).is_some() && (1..3).any(|n| among(DONE, words.term(i + n))) {
        return Some(false);
    }
    let early = i > 0 && among("early mid late", words.term(i - 1));
    let lead = i.wrapping_sub(1 + usize::from(early));
    let until = i > 0
        && words.gap(i).only(Gap::SPACE.and(Gap::HYPHEN))
        && match words.term(lead) {
            "by" | "until" | "till" => true,
            "to" => moved(words, lead),
            _ => false,
        };
    let (mut at, mut comma, mut to) = (i, false, false);
    while at > 0 && i - at < NEAR && !begins(words, at) {
        comma |= words.gap(at).has(Gap::COMMA);
        at -= 1;
        if until {
            // `was told to leave by Monday`: whatever was, the day is to come.
            // So had what was reached by then: `had reached $38,400 by Monday`.
            let had = words.term(at) == "had" && !to;
            to |= words.term(at) == "to" && at != lead;
            if had || among("remained stayed lasted continued waited ran", words.term(at)) {
                return Some(false);
            }
            continue;
        }
        match sign(words, at, i, comma) {
            Sign::None => {}
            Sign::Says => return None,
            Sign::Told(ahead) => return Some(ahead),
        }
    }
    let opens = begins(words, at) && i - at < 3;
    if opens || behind && begins(words, at) && !until {
        for k in i + 1..(i + 2 * NEAR).min(words.len()) {
            if begins(words, k) {
                break;
            }
            match sign(words, k, i, false) {
                Sign::None => {}
                Sign::Says => return until.then_some(true),
                Sign::Told(ahead) => return Some(ahead),
            }
        }
    }
    until.then_some(true)
}

/// What a day that is over had.
const DONE: &List = &List::new(
    "attack attacks shooting shootings killing killings bombing bombings blast explosion crash collision quake earthquake flood floods fire fires storm violence clashes riots riot raid raids arrest arrests death deaths price prices close closing loss losses gain gains sell-off rout rally ruling decision announcement statement remarks comments results defeat victory win draw",
);

/// What is set for a day.
const SET: &List = &List::new(
    "book booked booking bookings ticket tickets date appointment set fixed called arranged scheduled hearing trial meeting \
session summit talks vote election rally strike protest protests march ceasefire",
);

/// Whether the words right around a day say that it is to come: `tickets for Saturday’s match`, `a hearing was set for Monday`, `ahead
/// of Sunday’s vote`, `declared Friday a holiday`, `given Monday off`.
fn leads(words: &Words<'_>, i: usize) -> bool {
    let Some(k) = i.checked_sub(1).filter(|_| words.gap(i).only(Gap::SPACE)) else {
        return false;
    };
    let back = |n: usize| words.term(k.wrapping_sub(n));
    let off = || words.term(i + 1) == "off" || words.term(i + 2) == "off";
    match words.term(k) {
        "for" if words.possessive(i) => among("ticket tickets booked", back(1)),
        // `Ticket sales for June fell`
        "for" if weekday(words.term(i)).is_none() => false,
        "for" => (1..6)
            .take_while(|n| k >= *n && !begins(words, k + 1 - n))
            .any(|n| among(SET, back(n))),
        "of" => back(1) == "ahead",
        "to" => back(1) == "up" && words.glued(k - 1),
        "declared" | "proclaimed" | "designated" => among("a as", words.term(i + 1)),
        "given" => off(),
        _ => false,
    }
}

/// What a word says of the time of its clause.
enum Sign {
    None,
    Says,
    Told(bool),
}

fn sign(words: &Words<'_>, k: usize, day: usize, comma: bool) -> Sign {
    let term = words.term(k);
    let Some(word) = words.get(k).filter(|w| {
        w.case == Case::Lower || w.case == Case::Upper && w.weak || begins(words, k) && term.ends_with("ed")
    }) else {
        return Sign::None;
    };
    let next = words.term(k + 1);
    let before = if k > 0 && !begins(words, k) {
        words.term(k - 1)
    } else {
        ""
    };
    let is = |table: &[u32]| holds(table, word.hash);
    // `They were told to close on Friday`.
    if next == "to" && among("told invited summoned", term) {
        return Sign::Told(true);
    }
    // `flew on for a meeting of ministers on Monday`.
    if term == "for"
        && words.term(k + 3) == "of"
        && among(SET, words.term(k + 2))
        && (k.saturating_sub(6)..k).any(|b| among("flew travelled traveled headed left", words.term(b)))
    {
        return Sign::Told(true);
    }
    if is(&SPEECH) {
        // `On Thursday, officials said, they will`: words put in between commas end no clause.
        return if words.gap(k + 1).has(Gap::COMMA) {
            Sign::None
        } else {
            Sign::Says
        };
    }
    if is(&FUTURE) {
        // `He could not be reached`, `It might have been`; a clause put in ends before the day.
        let done = next == "have" && term != "will" || next == "not" && term == "could";
        let other = comma && among("who which", before);
        let noun = among("s the a his her free", before) || words.possessive(k.wrapping_sub(1));
        return if other || noun && term != "upcoming" {
            Sign::None
        } else {
            Sign::Told(!done)
        };
    }
    let determined = among(
        "the a an its his her their new of than newly recently first second third further deep sharp rate",
        before,
    );
    let past = is(&PAST) || term.len() > 4 && term.ends_with("ed") && !among("hundred united indeed", term);
    // `predicted a cut in June`, `agreed to meet on Friday`; but `agreed on Friday to meet`.
    if among("predicted forecast foresaw promised agreed vowed pledged", term) && !determined {
        return Sign::Told(k + 1 != day && !(k + 2 == day && among("in on", next)));
    }
    if is(&PLANNED) {
        let noun = term.starts_with("plan") || term == "hopes";
        let leads = match next {
            "to" => true,
            "for" => !noun || term == "planned",
            "in" | "on" | "at" | "back" => !noun && term != "set" || term == "planned",
            _ => k + 1 == day && !noun && term != "set",
        };
        // `unveiled plans to`, `Plans to … were`: a noun, and no verb.
        let verb = k > 0
            && !begins(words, k)
            && !before.ends_with("ed")
            && !holds(&PAST, words.get(k - 1).map_or(0, |w| w.hash));
        if leads && !determined && (verb || !noun) {
            return Sign::Told(true);
        }
        if term != "planned" && term != "scheduled" && term != "expected" {
            return Sign::None;
        }
    }
    match term {
        "was" | "were" => return Sign::Told(next == "to"),
        // `The talks, to be held on Friday, are`.
        "to" if next == "be" && words.gap(k).has(Gap::COMMA) => return Sign::Told(true),
        "has" | "have" if next == "to" => return Sign::Told(true),
        "head" | "heads" if next == "to" && !determined && before != "to" => return Sign::Told(true),
        "take" | "takes" if among("effect place office", next) && before != "to" => return Sign::Told(true),
        "is" | "are"
            if next == "to" || next.ends_with("ing") && !comma || k + 1 == day || k + 2 == day && next == "on" =>
        {
            return Sign::Told(true);
        }
        _ => {}
    }
    if among("expected planned scheduled pencilled intended hoped faced", term) && !determined {
        return Sign::Told(true);
    }
    if past {
        // `will be held`, `will hold delayed talks`, `the planned march`: what stands before it decides.
        let ahead = among("be to is are", before)
            || (k.saturating_sub(2)..k).any(|b| words.get(b).is_some_and(|w| holds(&FUTURE, w.hash)));
        return if ahead || determined {
            Sign::None
        } else {
            Sign::Told(false)
        };
    }
    if determined || before == "to" {
        return Sign::None;
    }
    if is(&TIMETABLE) {
        return Sign::Told(true);
    }
    // A team is many: `Spain play Portugal`, `Palace travel to Newcastle`.
    if is(&MATCHES) && k > 0 && words.cap(k - 1) && (words.cap(k + 1) || next == "to") {
        return Sign::Told(true);
    }
    if is(&EITHER) {
        let pronoun = among("he she it they who which", before);
        let subject = if term.ends_with('s') {
            k > 0 && words.cap(k - 1) || k < 3 || (1..4).any(|n| k >= n && begins(words, k - n))
        } else {
            before.ends_with('s')
        };
        let fails = (day.max(k + 1)..day.max(k) + NEAR)
            .take_while(|&n| n < words.len() && !begins(words, n) && !words.gap(n).has(Gap::COMMA))
            .any(|n| {
                words
                    .get(n)
                    .is_some_and(|w| w.case == Case::Lower && holds(&PAST, w.hash) || among("was were", words.term(n)))
            });
        if (pronoun || subject) && !fails {
            return Sign::Told(true);
        }
    }
    Sign::None
}

/// Whether something has been put off in the words before word `i`: `moved from Monday to Friday`.
pub fn moved(words: &Words<'_>, i: usize) -> bool {
    const VERBS: [&str; 8] = [
        "mov",
        "postpon",
        "delay",
        "shift",
        "push",
        "reschedul",
        "chang",
        "defer",
    ];
    (i.saturating_sub(6)..i).any(|k| VERBS.iter().any(|verb| words.term(k).starts_with(verb)))
}

/// Whether a sentence or a part of one that stands by itself starts.
pub fn begins(words: &Words<'_>, i: usize) -> bool {
    let gap = words.gap(i);
    i == 0
        || words.weak(i) && gap.has(Gap::STOP.and(Gap::BREAK).and(Gap::END))
        || gap.has(Gap::PAUSE)
            && words
                .get(i - 1)
                .zip(words.get(i))
                .is_some_and(|(a, b)| words.text[a.end..b.start].contains(';'))
}
