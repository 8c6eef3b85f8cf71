//! What lies over or beside the list after something is opened or closed.

use dateline_corpus::EntityKey;
use dateline_corpus::corrections::Written;

use crate::state::{Open, State};

pub(super) fn show_list(state: &mut State) {
    state.open = Open::default();
}

pub(super) fn open_card(state: &mut State, key: EntityKey, written: Written) {
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

pub(super) fn close_topmost(open: &mut Open) {
    if open.list.take().is_some() {
        // What was under it is seen again.
    } else if open.sentences.take().is_some() {
        open.everywhere = false;
    } else if open.card.take().is_none() && !std::mem::take(&mut open.corrections) {
        open.article = None;
    }
}
