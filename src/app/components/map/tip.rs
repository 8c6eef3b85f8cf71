//! The name and figures of what is pointed at or focused, beside it.

use web_sys::HtmlElement;
use yew::prelude::*;

/// Props of [`Tip`].
#[derive(PartialEq, Properties)]
pub struct TipProps {
    /// The name.
    pub name: AttrValue,
    /// The figures.
    pub figures: AttrValue,
    /// Where it points, in shares of the frame's width and height.
    pub at: (f32, f32),
}

/// Screen readers hear the same from the label of what is focused; here it is silent.
#[component]
pub fn Tip(TipProps { name, figures, at }: &TipProps) -> Html {
    let element = use_node_ref();
    {
        let element = element.clone();
        use_effect_with(*at, move |&(x, y)| {
            if let Some(element) = element.cast::<HtmlElement>() {
                // Script may set what the page's policy forbids in markup. A property that is refused leaves the tip
                // in the corner, where it can be read as well.
                let style = element.style();
                let percent = |share: f32| format!("{}%", (share.clamp(0.0, 1.0) * 100.0).round());
                let _ = style.set_property("--tip-x", &percent(x));
                let _ = style.set_property("--tip-y", &percent(y));
            }
        });
    }
    html! {
        <div class={classes!("map-tip", (at.1 < 0.3).then_some("below"))} ref={element} aria-hidden="true">
            <strong dir="auto">{ name }</strong>
            <span>{ figures }</span>
        </div>
    }
}
