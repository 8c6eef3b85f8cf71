//! What changes when something is put right or taken back.

use std::rc::Rc;

use dateline_corpus::corrections::{Correction, MOST, Written, parse, word};
use dateline_corpus::{EntityKey, Group};

use crate::state::State;

/// Once is enough: who presses twice means one. An open card stays, by whatever key it was opened; that of what is no entity
/// goes.
pub(super) fn correct(state: &mut State, line: &str) {
    let is_last = state.corrections.lines().next_back() == Some(line);
    let [correction] = &parse(line).corrections[..] else {
        return;
    };
    if is_last || state.corrections.lines().count() == MOST {
        return;
    }
    state.seek.clear();
    match correction {
        Correction::Drop { only: None, .. } => state.open.card = None,
        // What the card was opened from is another's from then on, or nobody's.
        Correction::Drop { only: Some(only), .. } | Correction::Split { only, .. } if !only.article.is_empty() => {
            state.written = Written::default();
        }
        _ => {}
    }
    state.corrections = [&*state.corrections, line, "\n"].concat().into();
}

/// Takes a correction back. What was said since of what it gave another kind is said of the kind before.
pub(super) fn take_back(state: &mut State, at: usize, line: &str) {
    let lines: Vec<&str> = state.corrections.split_inclusive('\n').collect();
    if lines.get(at).is_none_or(|there| there.trim_end() != line) {
        return;
    }
    let mut list = lines[..at].concat();
    let behind = lines[at + 1..].concat();
    match kinds(line) {
        Some((was, is)) => {
            let (from, to) = (word(&is), word(&was));
            for part in behind.split_inclusive([' ', '\n']) {
                match part.strip_prefix(&*from).filter(|_| part.trim_end() == from) {
                    Some(end) => list.extend([&*to, end]),
                    None => list.push_str(part),
                }
            }
            unkind(state, &was, &is);
        }
        None => list.push_str(&behind),
    }
    state.corrections = list.into();
}

/// Puts a list in the place of the last one.
pub(super) fn set_corrections(state: &mut State, list: Rc<str>) {
    let gone = state.corrections.strip_prefix(&*list).and_then(kinds);
    if let Some((was, is)) = gone {
        unkind(state, &was, &is);
    }
    state.corrections = list;
}

/// The keys before and after a correction of a kind.
fn kinds(line: &str) -> Option<(EntityKey, EntityKey)> {
    match parse(line).corrections.pop()? {
        Correction::Kind { key, kind } => Some((key.clone(), EntityKey { kind, ..key })),
        _ => None,
    }
}

/// What is open or picked by the key that an entity had while it was of another kind is so by the one that it has again.
fn unkind(state: &mut State, was: &EntityKey, is: &EntityKey) {
    if state.open.card.as_ref() == Some(is) {
        state.open.card = Some(was.clone());
    }
    for pick in &mut state.filters.picks {
        if pick.group == Group::of(is.kind) && pick.key == is.slug {
            pick.group = Group::of(was.kind);
        }
    }
}

#[cfg(test)]
mod tests {
    use dateline_corpus::corrections::Written;
    use dateline_corpus::{EntityKey, EntityKind, Group, Pick};

    use crate::reduce::reduce;
    use crate::state::{Action, State};

    fn after(actions: impl IntoIterator<Item = Action>) -> State {
        actions.into_iter().fold(State::default(), reduce)
    }

    fn key() -> EntityKey {
        EntityKey::new(EntityKind::Person, "rex-tillerson")
    }

    #[test]
    fn a_correction_is_kept_and_its_card_follows() {
        let correct = |line: &str| Action::Correct(line.into());
        let s = after([
            Action::OpenCard(key()),
            correct("keep person:a"),
            correct("keep person:a"),
            correct("rename person:a \"\""),
        ]);
        assert_eq!((&s.open.card, &*s.corrections), (&Some(key()), "keep person:a\n"));
        let s = after([
            Action::OpenCard(key()),
            correct("drop person:a"),
            correct("drop person:b"),
            correct("drop person:c"),
        ]);
        assert_eq!(
            (s.open.card.as_ref(), &*s.corrections),
            (None, "drop person:a\ndrop person:b\ndrop person:c\n")
        );
        let back = |at, line: &str| Action::TakeBack(at, line.into());
        let s = [
            back(1, "drop person:b"),
            back(1, "drop person:b"),
            back(7, "drop person:c"),
        ]
        .into_iter()
        .fold(s, reduce);
        let s = reduce(s, Action::Restore(Box::default()));
        assert_eq!(
            &*s.corrections, "drop person:a\ndrop person:c\n",
            "an address says nothing of them"
        );
    }

    #[test]
    fn a_mention_that_was_given_away_is_no_longer_chosen() {
        let written = Written {
            name: "Kim".into(),
            article: "a".into(),
            at: Some(7),
        };
        let mention = || Action::OpenMention(key(), written.clone(), true);
        let correct = |line: &str| after([mention(), Action::Correct(line.into())]).written;
        for given in [
            "split person:rex-tillerson \"Kim\" in \"a\" at 7 -> person:kim-2",
            "split person:rex-tillerson \"Kim\" in \"a\" -> person:kim-2",
            "drop person:rex-tillerson \"Kim\" in \"a\" at 7",
        ] {
            assert_eq!(correct(given), Written::default(), "{given}");
        }
        for kept in [
            "split person:rex-tillerson \"Kim\" -> person:kim-2",
            "keep person:rex-tillerson \"Kim\" in \"a\" at 7",
            "rename person:rex-tillerson \"Rex\"",
        ] {
            assert_eq!(correct(kept), written, "{kept}");
        }
    }

    #[test]
    fn what_was_said_of_another_kind_stays_when_that_is_taken_back() {
        let place = EntityKey::new(EntityKind::Place, "rex-tillerson");
        let list = "drop place:rex-tillerson\nkind person:rex-tillerson -> place\nrename place:rex-tillerson \"A  b\"\n\
                    merge person:x -> place:rex-tillerson\n";
        let s = after([
            Action::SetCorrections(list.into()),
            Action::OpenCard(place.clone()),
            Action::TakeBack(1, "kind person:rex-tillerson -> place".into()),
        ]);
        assert_eq!(s.open.card, Some(key()));
        assert_eq!(
            &*s.corrections,
            "drop place:rex-tillerson\nrename person:rex-tillerson \"A  b\"\nmerge person:x -> person:rex-tillerson\n"
        );
        let picked = |group| Pick {
            group,
            key: "rex-tillerson".into(),
            exclude: true,
        };
        let s = after([
            Action::SetCorrections("kind person:rex-tillerson -> place\n".into()),
            Action::OpenCard(place.clone()),
            Action::Toggle(picked(Group::Place)),
            Action::SetCorrections("".into()),
        ]);
        assert_eq!(s.filters.picks, [picked(Group::Person)]);
    }
}
