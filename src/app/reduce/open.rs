//! What lies over or beside the list after something is opened or closed.

use dateline_corpus::EntityKey;

use crate::state::{Open, State};

pub(super) fn show_list(state: &mut State) {
    state.open = Open::default();
    state.under = None;
}

/// Whoever opens something from a list comes back to it.
pub(super) fn keep_under(state: &mut State) {
    if state.open.list.is_some() || state.open.sentences.is_some() {
        state.under = Some(state.open.clone());
    }
}

/// Shows what was under a card or an article; false where there was nothing.
pub(super) fn uncover(state: &mut State) -> bool {
    // A card over an article that was opened from the list is closed first.
    let (open, under) = (&state.open, &mut state.under);
    let under = under.take_if(|under| open.card.is_none() || open.article == under.article);
    let is_under = under.is_some();
    state.open = under.unwrap_or_else(|| std::mem::take(&mut state.open));
    is_under
}

pub(super) fn open_card(state: &mut State, key: EntityKey, written: String) {
    keep_under(state);
    state.open.card = Some(key);
    state.open.list = None;
    state.open.sentences = None;
    state.open.everywhere = false;
    state.seek.clear();
    state.written = written;
    state.correcting = false;
}

pub(super) fn open_sentences(state: &mut State, key: EntityKey, everywhere: bool) {
    state.open.sentences = Some(key);
    state.open.everywhere = everywhere;
    state.open.list = None;
    state.more_sentences = 0;
}

pub(super) fn close_topmost(state: &mut State) {
    let open = &mut state.open;
    if open.list.take().is_some() {
        // What was under it is seen again.
    } else if open.sentences.take().is_some() {
        open.everywhere = false;
    } else if !uncover(state) && state.open.card.take().is_none() && !std::mem::take(&mut state.open.corrections) {
        state.open.article = None;
    }
}

#[cfg(test)]
mod tests {
    use dateline_corpus::{EntityKey, EntityKind};

    use crate::reduce::reduce;
    use crate::state::{Action, List, State};

    #[test]
    fn what_was_opened_from_a_list_closes_back_to_it() {
        let key = || EntityKey::new(EntityKind::Person, "a");
        let review = || Action::OpenList(List::Doubts(None));
        let card = || Action::OpenCard(key());
        let article = || Action::OpenArticle("a".into());
        for (actions, back) in [
            (vec![review(), card()], 1),
            (vec![review(), article()], 1),
            (vec![review(), article(), card()], 2),
            (vec![review(), card(), Action::OpenAllSentences(key())], 2),
            (
                vec![
                    review(),
                    Action::OpenCorrect(key(), "x".into()),
                    Action::Correct("drop person:a".into()),
                ],
                0,
            ),
        ] {
            let list = reduce(State::default(), review()).open;
            let mut state = actions.iter().cloned().fold(State::default(), reduce);
            for n in 0..back {
                assert_ne!(state.open, list, "{actions:?} after {n}");
                state = reduce(state, Action::Close);
            }
            assert_eq!(state.open, list, "{actions:?}");
            assert_eq!(reduce(state, Action::Close).open, Default::default(), "{actions:?}");
        }
        // What was searched for since is seen.
        let actions = [review(), card(), Action::Type("x".into()), card(), Action::Close];
        assert_eq!(
            actions.into_iter().fold(State::default(), reduce).open,
            Default::default()
        );
    }
}
