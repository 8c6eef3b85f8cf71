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
    state.seek.clear();
    state.written = written;
    state.correcting = false;
}

pub(super) fn close_topmost(open: &mut Open) {
    if open.list.take().is_some() {
        // What was under it is seen again.
    } else if open.card.take().is_none() && !std::mem::take(&mut open.corrections) {
        open.article = None;
    }
}
