//! Light, dark, or as the system says.

use yew::prelude::*;

use crate::components::icon::{Shape, icon};
use crate::state::{Action, Theme};

/// Three radio buttons in a row.
pub fn theme_switch(theme: Theme, on: &Callback<Action>) -> Html {
    let choices = [
        (Theme::System, Shape::System, "System"),
        (Theme::Light, Shape::Sun, "Light"),
        (Theme::Dark, Shape::Moon, "Dark"),
    ];
    let choice = |(value, shape, label): (Theme, Shape, &'static str)| {
        html! {
            <label class="theme-choice" title={format!("{label} theme")}>
                <input type="radio" name="theme" checked={theme == value}
                    onchange={on.reform(move |_| Action::SetTheme(value))} />
                { icon(shape) }
                <span class="visually-hidden">{ label }</span>
            </label>
        }
    };
    html! {
        <fieldset class="theme-switch">
            <legend class="visually-hidden">{ "Theme" }</legend>
            { for choices.into_iter().map(choice) }
        </fieldset>
    }
}
