//! The page's few icons, drawn in the colour of the text around them and silent to screen readers.

use yew::prelude::*;

/// An icon, named after what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A lens.
    Lens,
    /// A cross: remove, close.
    Cross,
    /// A minus: exclude.
    Minus,
    /// An arrow to the left.
    Left,
    /// An arrow to the right.
    Right,
    /// An arrow up.
    Up,
    /// An arrow down.
    Down,
    /// A chain link.
    Chain,
    /// A half-filled disc: as the system says.
    System,
    /// A sun.
    Sun,
    /// A moon.
    Moon,
    /// Sliders.
    Sliders,
    /// A globe.
    Globe,
}

impl Shape {
    /// Path data in a box of 16 by 16, drawn as a line 1.5 wide.
    fn path(self) -> &'static str {
        match self {
            Self::Lens => "M11 11l3.5 3.5M12.5 7.25a5.25 5.25 0 1 1-10.5 0a5.25 5.25 0 0 1 10.5 0z",
            Self::Cross => "M4 4l8 8M12 4l-8 8",
            Self::Minus => "M4 8h8",
            Self::Left => "M10 3L5 8l5 5",
            Self::Right => "M6 3l5 5l-5 5",
            Self::Up => "M3 10l5-5l5 5",
            Self::Down => "M3 6l5 5l5-5",
            Self::Chain => {
                "M6.8 9.2a2.8 2.8 0 0 0 4 0l2-2a2.8 2.8 0 0 0-4-4l-.8.8M9.2 6.8a2.8 2.8 0 0 0-4 0l-2 2a2.8 2.8 0 0 0 4 4l.8-.8"
            }
            Self::System => "M8 2a6 6 0 1 0 0 12a6 6 0 0 0 0-12zM8 2v12M10 3v10M12 4.6v6.8",
            Self::Sun => {
                "M8 5a3 3 0 1 0 0 6a3 3 0 0 0 0-6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1"
            }
            Self::Moon => "M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z",
            Self::Sliders => "M2 5h7M13 5h1M2 11h1M7 11h7M11 3.2v3.6M5 9.2v3.6",
            Self::Globe => "M8 2a6 6 0 1 0 0 12a6 6 0 0 0 0-12zM2 8h12M8 2c3.4 3.6 3.4 8.4 0 12c-3.4-3.6-3.4-8.4 0-12z",
        }
    }
}

/// An icon.
pub fn icon(shape: Shape) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path d={shape.path()} />
        </svg>
    }
}
