//! SVG path data, written short: whole numbers, steps from the pen, no separator where a sign will do.

use std::fmt::Write as _;

/// Path data being written. Coordinates are whole map units.
#[derive(Default)]
pub struct PathData {
    text: String,
    pen: (i32, i32),
    started: bool,
}

impl PathData {
    /// Adds a closed line; lines of fewer than two points are left out.
    pub fn ring(&mut self, points: impl IntoIterator<Item = (i32, i32)>) {
        let Some(start) = self.line(points) else { return };
        self.text.push('z');
        // Closing takes the pen back to where the line began.
        self.pen = start;
    }

    /// Adds an open line and returns where it begins.
    pub fn line(&mut self, points: impl IntoIterator<Item = (i32, i32)>) -> Option<(i32, i32)> {
        let mut points = points.into_iter();
        let start = points.next()?;
        // The first move counts from (0, 0), so it may be a step like any other.
        self.text.push(if self.started { 'm' } else { 'M' });
        self.started = true;
        self.step(start, true);
        let mut drawn = false;
        for point in points.filter(|p| *p != start) {
            if point == self.pen {
                continue;
            }
            if !drawn {
                self.text.push('l');
            }
            self.step(point, !drawn);
            drawn = true;
        }
        Some(start)
    }

    fn step(&mut self, to: (i32, i32), first: bool) {
        for (value, first) in [(to.0 - self.pen.0, first), (to.1 - self.pen.1, false)] {
            if !first && value >= 0 {
                self.text.push(' ');
            }
            // Writing to a String cannot fail.
            let _ = write!(self.text, "{value}");
        }
        self.pen = to;
    }

    /// The finished text.
    pub fn finish(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::PathData;

    #[test]
    fn rings_are_steps_from_the_pen() {
        let mut path = PathData::default();
        path.ring([(10, 10), (20, 5), (20, 5), (30, 30)]);
        path.ring([(5, 0), (0, 0), (0, 7)]);
        assert_eq!(path.finish(), "M10 10l10-5 10 25zm-5-10l-5 0 0 7z");
    }

    #[test]
    fn nothing_drawn_is_nothing_written() {
        let mut path = PathData::default();
        path.ring([]);
        assert_eq!(path.finish(), "");
    }
}
