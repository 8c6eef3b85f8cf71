//! The name and figures of what is pointed at or focused, beside it.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::format::whole;
use crate::pane::{Own, Pane};

/// Screen readers hear the same from the label of what is focused; here it is silent.
#[derive(PartialEq)]
pub struct Tip {
    /// The name.
    pub name: String,
    /// The figures.
    pub figures: String,
    /// Where it points, in shares of the frame's width and height.
    pub at: (f32, f32),
}

impl Pane for Tip {
    type Kept = NodeRef;
    const NAME: &'static str = "tip";

    fn draw(&self, own: &Own<NodeRef>) -> Html {
        let element = own.with(|element| element.clone());
        html! {
            <div class={classes!("map-tip", (self.at.1 < 0.3).then_some("below"))} ref={element} aria-hidden="true">
                <strong dir="auto">{ &self.name }</strong>
                <span>{ &self.figures }</span>
            </div>
        }
    }

    fn drawn(&self, own: &Own<NodeRef>) {
        if let Some(element) = own.with(|element| element.cast::<HtmlElement>()) {
            // Script may set what the page's policy forbids in markup. A property that is refused leaves the tip
            // in the corner, where it can be read as well.
            let style = element.style();
            let percent = |share: f32| format!("{}%", whole(share.clamp(0.0, 1.0) * 100.0));
            let _ = style.set_property("--tip-x", &percent(self.at.0));
            let _ = style.set_property("--tip-y", &percent(self.at.1));
        }
    }
}
