//! What the pointers on the map are doing: one drags it, two pinch it. Pure.

use super::view::Frame;
use crate::state::Camera;

/// CSS pixels a pointer may stray while it is pressed and still be a click: the touch slop of phones is 8 to 10.
const SLOP: f32 = 6.0;

/// A pointer that is down.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Pointer {
    id: i32,
    /// Where it was when the gesture last began.
    from: (f32, f32),
    now: (f32, f32),
}

/// Pointers that are down, and the camera when their number last changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gesture {
    pointers: Vec<Pointer>,
    start: Option<Camera>,
    moved: bool,
}

impl Gesture {
    /// A pointer goes down.
    pub fn down(&mut self, id: i32, at: (f32, f32), camera: Camera) {
        if self.pointers.is_empty() {
            self.moved = false;
        }
        self.pointers.retain(|p| p.id != id);
        self.pointers.push(Pointer { id, from: at, now: at });
        self.begin(camera);
    }

    /// A pointer moves; the camera that follows from it, if the map is being moved.
    pub fn moved(&mut self, id: i32, at: (f32, f32), frame: &Frame) -> Option<Camera> {
        let start = self.start?;
        self.pointers.iter_mut().find(|p| p.id == id)?.now = at;
        match self.pointers.as_slice() {
            [one] => {
                self.moved |= distance(one.from, one.now) > SLOP;
                let held = frame.to_map(start, one.from);
                self.moved.then(|| frame.legal(frame.holding(start, held, one.now)))
            }
            [a, b, ..] => {
                self.moved = true;
                let factor = distance(a.now, b.now) / distance(a.from, b.from).max(1.0);
                let held = frame.to_map(start, middle(a.from, b.from));
                let zoomed = frame.zoomed(start, factor, middle(a.from, b.from));
                Some(frame.legal(frame.holding(zoomed, held, middle(a.now, b.now))))
            }
            [] => None,
        }
    }

    /// A pointer goes up, or the browser takes it for scrolling.
    pub fn up(&mut self, id: i32, camera: Camera) {
        self.pointers.retain(|p| p.id != id);
        self.begin(camera);
    }

    /// Whether pointers are down and have moved the map: nothing under them is to be clicked.
    pub fn is_moving(&self) -> bool {
        self.moved && !self.pointers.is_empty()
    }

    /// Whether the click that follows now ends a drag, and is none.
    pub fn was_drag(&self) -> bool {
        self.moved
    }

    fn begin(&mut self, camera: Camera) {
        self.start = (!self.pointers.is_empty()).then_some(camera);
        for pointer in &mut self.pointers {
            pointer.from = pointer.now;
        }
    }
}

fn distance(a: (f32, f32), b: (f32, f32)) -> f32 {
    ((a.0 - b.0).powi(2) + (a.1 - b.1).powi(2)).sqrt()
}

fn middle(a: (f32, f32), b: (f32, f32)) -> (f32, f32) {
    ((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame = Frame {
        pixels: (1000.0, 500.0),
        world: (36_000.0, 17_522.0),
    };
    const START: Camera = Camera {
        zoom: 4.0,
        x: 18_000.0,
        y: 8_000.0,
    };

    #[test]
    fn a_press_that_hardly_moves_is_a_click() {
        let mut gesture = Gesture::default();
        gesture.down(1, (500.0, 250.0), START);
        assert_eq!(gesture.moved(1, (503.0, 252.0), &FRAME), None);
        gesture.up(1, START);
        assert!(!gesture.was_drag());
    }

    #[test]
    fn a_drag_takes_the_map_along() {
        let mut gesture = Gesture::default();
        gesture.down(1, (500.0, 250.0), START);
        let camera = gesture.moved(1, (400.0, 250.0), &FRAME).unwrap();
        let (x, y) = FRAME.to_screen(camera, (START.x, START.y));
        assert!((x - 400.0).abs() < 1.0 && (y - 250.0).abs() < 1.0, "{x}, {y}");
        gesture.up(1, camera);
        assert!(gesture.was_drag() && !gesture.is_moving());
    }

    #[test]
    fn two_pointers_apart_zoom_in_about_their_middle() {
        let mut gesture = Gesture::default();
        gesture.down(1, (450.0, 250.0), START);
        gesture.down(2, (550.0, 250.0), START);
        gesture.moved(1, (400.0, 250.0), &FRAME);
        let camera = gesture.moved(2, (600.0, 250.0), &FRAME).unwrap();
        assert!((camera.zoom - 8.0).abs() < 0.01);
        assert!(
            (camera.x - START.x).abs() < 2.0 && (camera.y - START.y).abs() < 2.0,
            "{camera:?}"
        );
    }

    #[test]
    fn lifting_one_of_two_goes_on_as_a_drag_without_a_jump() {
        let mut gesture = Gesture::default();
        gesture.down(1, (450.0, 250.0), START);
        gesture.down(2, (550.0, 250.0), START);
        let camera = gesture.moved(2, (650.0, 250.0), &FRAME).unwrap();
        gesture.up(1, camera);
        assert_eq!(gesture.moved(2, (650.0, 250.0), &FRAME), Some(camera));
    }
}
