//! Which part of the map is seen, and where a point of the screen lies on it. Pure.
//!
//! Screen points are CSS pixels from the frame's upper left corner; map points are in the units of `WorldView`.

use crate::state::Camera;

/// The deepest zoom: a pixel of a map 1,000 pixels wide is then one step of the stored shapes.
pub const DEEPEST: f32 = 32.0;

/// One press of a zoom button.
pub const STEP: f32 = 1.6;

/// The frame the map is drawn in, and the map itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width and height in CSS pixels.
    pub pixels: (f32, f32),
    /// Width and height in map units.
    pub world: (f32, f32),
}

impl Frame {
    /// The whole world.
    pub fn whole(self) -> Camera {
        Camera {
            zoom: 1.0,
            x: self.world.0 / 2.0,
            y: self.world.1 / 2.0,
        }
    }

    /// What a state asks for, made legal for this world.
    pub fn camera(self, asked: Option<Camera>) -> Camera {
        asked.map_or_else(|| self.whole(), |camera| self.legal(camera))
    }

    /// The nearest camera that looks at nothing beyond the map's edges.
    pub fn legal(self, camera: Camera) -> Camera {
        let zoom = if camera.zoom.is_finite() {
            camera.zoom.clamp(1.0, DEEPEST)
        } else {
            1.0
        };
        let within = |centre: f32, size: f32| {
            let half = size / zoom / 2.0;
            if centre.is_finite() {
                centre.clamp(half, size - half)
            } else {
                size / 2.0
            }
        };
        Camera {
            zoom,
            x: within(camera.x, self.world.0),
            y: within(camera.y, self.world.1),
        }
    }

    /// What the state keeps: nothing for the whole world.
    pub fn kept(camera: Camera) -> Option<Camera> {
        (camera.zoom > 1.001).then_some(camera)
    }

    /// Map units to a CSS pixel. The frame may be wider or taller than the map: it shows at least what the camera asks.
    pub fn unit(self, camera: Camera) -> f32 {
        let fit = |units: f32, pixels: f32| units / camera.zoom / pixels.max(1.0);
        fit(self.world.0, self.pixels.0).max(fit(self.world.1, self.pixels.1))
    }

    /// Where a screen point lies on the map.
    pub fn to_map(self, camera: Camera, at: (f32, f32)) -> (f32, f32) {
        let unit = self.unit(camera);
        (
            camera.x + (at.0 - self.pixels.0 / 2.0) * unit,
            camera.y + (at.1 - self.pixels.1 / 2.0) * unit,
        )
    }

    /// Where a map point lies on the screen.
    pub fn to_screen(self, camera: Camera, at: (f32, f32)) -> (f32, f32) {
        let unit = self.unit(camera);
        (
            (at.0 - camera.x) / unit + self.pixels.0 / 2.0,
            (at.1 - camera.y) / unit + self.pixels.1 / 2.0,
        )
    }

    /// Zoomed by a factor; what is under the screen point stays under it.
    pub fn zoomed(self, camera: Camera, factor: f32, at: (f32, f32)) -> Camera {
        let held = self.to_map(camera, at);
        let zoom = (camera.zoom * factor).clamp(1.0, DEEPEST);
        self.legal(self.holding(Camera { zoom, ..camera }, held, at))
    }

    /// The camera moved so that a map point lies at a screen point.
    pub fn holding(self, camera: Camera, held: (f32, f32), at: (f32, f32)) -> Camera {
        let now = self.to_map(camera, at);
        Camera {
            x: camera.x + held.0 - now.0,
            y: camera.y + held.1 - now.1,
            ..camera
        }
    }

    /// The part of the map that is asked for, as SVG has it: left, top, width, height.
    pub fn view_box(self, camera: Camera) -> String {
        let (width, height) = (self.world.0 / camera.zoom, self.world.1 / camera.zoom);
        // Whole units: less than a pixel at the deepest zoom.
        let [left, top, width, height] =
            [camera.x - width / 2.0, camera.y - height / 2.0, width, height].map(|v| v.round() as i32);
        format!("{left} {top} {width} {height}")
    }

    /// The camera that shows a map point, moved no further than it must.
    pub fn showing(self, camera: Camera, at: (f32, f32)) -> Camera {
        let (x, y) = self.to_screen(camera, at);
        // A tenth of the frame around the point stays in view with it.
        let over = |v: f32, size: f32| v - v.clamp(size * 0.1, size * 0.9);
        let unit = self.unit(camera);
        let moved = Camera {
            x: camera.x + over(x, self.pixels.0) * unit,
            y: camera.y + over(y, self.pixels.1) * unit,
            ..camera
        };
        self.legal(moved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame = Frame {
        pixels: (1000.0, 500.0),
        world: (36_000.0, 17_522.0),
    };

    fn near(a: (f32, f32), b: (f32, f32)) {
        assert!((a.0 - b.0).abs() < 0.5 && (a.1 - b.1).abs() < 0.5, "{a:?} is not {b:?}");
    }

    #[test]
    fn zooming_holds_what_is_under_the_pointer() {
        let start = FRAME.legal(Camera {
            zoom: 4.0,
            x: 20_000.0,
            y: 8_000.0,
        });
        for at in [(500.0, 250.0), (600.0, 200.0), (400.0, 300.0)] {
            let then = FRAME.zoomed(start, 2.0, at);
            near(FRAME.to_map(start, at), FRAME.to_map(then, at));
            near(FRAME.to_screen(then, FRAME.to_map(then, at)), at);
        }
    }

    #[test]
    fn no_camera_leaves_the_map() {
        for (zoom, x, y) in [
            (1.0, -5.0, 1e9),
            (32.0, 0.0, 0.0),
            (f32::NAN, f32::NAN, f32::INFINITY),
            (0.1, 1.0, 1.0),
        ] {
            let camera = FRAME.legal(Camera { zoom, x, y });
            let (w, h) = (FRAME.world.0 / camera.zoom / 2.0, FRAME.world.1 / camera.zoom / 2.0);
            assert!(camera.x - w > -1.0 && camera.x + w < FRAME.world.0 + 1.0, "{camera:?}");
            assert!(camera.y - h > -1.0 && camera.y + h < FRAME.world.1 + 1.0, "{camera:?}");
        }
    }

    #[test]
    fn zoomed_out_is_the_whole_world() {
        let far = FRAME.zoomed(
            Camera {
                zoom: 3.0,
                x: 9_000.0,
                y: 4_000.0,
            },
            0.01,
            (0.0, 0.0),
        );
        assert_eq!(Frame::kept(far), None);
        assert_eq!(FRAME.view_box(far), "0 0 36000 17522");
    }

    #[test]
    fn a_point_out_of_view_is_brought_in() {
        let camera = Camera {
            zoom: 8.0,
            x: 18_000.0,
            y: 8_000.0,
        };
        let at = (30_000.0, 4_000.0);
        let (x, y) = FRAME.to_screen(FRAME.showing(camera, at), at);
        assert!((0.0..=1000.0).contains(&x) && (0.0..=500.0).contains(&y), "{x}, {y}");
        assert_eq!(FRAME.showing(camera, (18_000.0, 8_000.0)), camera);
    }
}
