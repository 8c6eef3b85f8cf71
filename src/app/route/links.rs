//! Addresses of what can be opened from a state.

use std::rc::Rc;

use dateline_corpus::EntityKey;

use super::percent::encode;
use super::print;
use crate::state::{Open, State};

/// Addresses of what can be opened from a state, for links that also work in a new tab.
#[derive(Clone, Debug, PartialEq)]
pub struct Links {
    list: Rc<str>,
    here: Rc<str>,
}

impl Links {
    /// The map's camera is left out: a link need not change with every move of the map.
    pub fn new(state: &State) -> Self {
        let mut base = state.clone();
        base.map.camera = None;
        base.open = Open {
            article: base.open.article,
            ..Open::default()
        };
        let here = print(&base).into();
        base.open = Open::default();
        Self {
            list: print(&base).into(),
            here,
        }
    }

    /// The list.
    pub fn list(&self) -> String {
        format!("#{}", self.list)
    }

    /// An article.
    pub fn article(&self, id: &str) -> String {
        extend(&self.list, "article", id)
    }

    /// The list of corrections, over what is open now.
    pub fn corrections(&self) -> String {
        extend(&self.here, "panel", "corrections")
    }

    /// A card over what is open now.
    pub fn card(&self, key: &EntityKey) -> String {
        extend(&self.here, "card", &key.to_string())
    }
}

fn extend(base: &str, key: &str, value: &str) -> String {
    let and = if base.is_empty() { "" } else { "&" };
    format!("#{base}{and}{key}={}", encode(value))
}
