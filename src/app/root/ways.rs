//! The ways from the parts of the page back to the root. Made once: a part that is given the same again need not be
//! drawn again.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Msg, Root};
use crate::state::Action;

/// See the module.
pub struct Ways {
    /// The reader did something.
    pub on: Callback<Action>,
    /// To the next or previous match.
    pub step: Callback<i32>,
    /// To the next mention of an entity.
    pub find: Callback<u32>,
    /// More of a long article.
    pub more: Callback<bool>,
    /// All parts of the corpus are to be kept, or not.
    #[cfg(feature = "parts")]
    pub keep: Callback<bool>,
    /// A file of corrections was chosen.
    pub import: Callback<HtmlInputElement>,
    /// The address is to be copied.
    pub copy: Callback<()>,
}

impl Ways {
    /// To the root of this context.
    pub fn new(ctx: &Context<Root>) -> Self {
        let link = ctx.link();
        Self {
            on: link.callback(Msg::Do),
            step: link.callback(Msg::Step),
            find: link.callback(Msg::FindMention),
            more: link.callback(Msg::MoreText),
            #[cfg(feature = "parts")]
            keep: link.callback(Msg::Keep),
            import: link.callback(Msg::Import),
            copy: link.callback(|()| Msg::Copy),
        }
    }
}
