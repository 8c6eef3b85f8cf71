//! Light, dark, or as the system says.

use yew::prelude::*;

use crate::components::icon::{Icon, Shape};
use crate::state::{Action, Theme};

/// Props of [`ThemeSwitch`].
#[derive(PartialEq, Properties)]
pub struct ThemeSwitchProps {
    /// The theme now.
    pub theme: Theme,
    /// Where actions go.
    pub on: Callback<Action>,
}

/// Three radio buttons in a row.
#[component]
pub fn ThemeSwitch(ThemeSwitchProps { theme, on }: &ThemeSwitchProps) -> Html {
    let choices = [
        (Theme::System, Shape::System, "System"),
        (Theme::Light, Shape::Sun, "Light"),
        (Theme::Dark, Shape::Moon, "Dark"),
    ];
    let choice = |(value, shape, label): (Theme, Shape, &'static str)| {
        html! {
            <label class="theme-choice" title={format!("{label} theme")}>
                <input type="radio" name="theme" checked={*theme == value}
                    onchange={on.reform(move |_| Action::SetTheme(value))} />
                <Icon {shape} />
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
