//! Which country or place lies next when an arrow key is pressed. Pure.

/// The way an arrow points on the screen: x to the right, y down.
pub type Way = (f32, f32);

/// The way of a key, by `KeyboardEvent.key`.
pub fn way(key: &str) -> Option<Way> {
    match key {
        "ArrowLeft" => Some((-1.0, 0.0)),
        "ArrowRight" => Some((1.0, 0.0)),
        "ArrowUp" => Some((0.0, -1.0)),
        "ArrowDown" => Some((0.0, 1.0)),
        _ => None,
    }
}

/// How many times its square counts the distance to a spot that lies more to the side than ahead.
const ASIDE: f32 = 9.0;

/// The position in `spots` of the nearest one that way from `from`, those more ahead than aside preferred; none where
/// nothing lies that way.
pub fn next(spots: &[(f32, f32)], from: (f32, f32), way: Way) -> Option<usize> {
    let cost = |spot: &(f32, f32)| {
        let (dx, dy) = (spot.0 - from.0, spot.1 - from.1);
        let ahead = dx * way.0 + dy * way.1;
        let aside = (dx * way.1 - dy * way.0).abs();
        let square = dx * dx + dy * dy;
        (ahead > 0.0).then_some(if aside <= ahead { square } else { square * ASIDE })
    };
    let costs = spots.iter().enumerate().filter_map(|(i, spot)| Some((cost(spot)?, i)));
    costs.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, i)| i)
}

#[cfg(test)]
mod tests {
    use super::{next, way};

    #[test]
    fn arrows_go_to_the_nearest_that_way() {
        let spots = [(0.0, 0.0), (10.0, 1.0), (6.0, 9.0), (-5.0, 0.0), (0.0, -20.0)];
        for (key, expected) in [
            ("ArrowRight", Some(1)),
            ("ArrowLeft", Some(3)),
            ("ArrowDown", Some(2)),
            ("ArrowUp", Some(4)),
        ] {
            assert_eq!(next(&spots, spots[0], way(key).unwrap()), expected, "{key}");
        }
        assert_eq!(next(&spots, spots[4], (0.0, -1.0)), None, "nothing lies farther up");
        assert_eq!(way("Enter"), None);
    }

    #[test]
    fn every_spot_is_reached_from_the_first() {
        let spots: Vec<(f32, f32)> = (0..60).map(|i| ((i * 37 % 101) as f32, (i * 53 % 97) as f32)).collect();
        let mut reached = vec![0];
        let mut at = 0;
        while at < reached.len() {
            for way in [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)] {
                if let Some(i) = next(&spots, spots[reached[at]], way).filter(|i| !reached.contains(i)) {
                    reached.push(i);
                }
            }
            at += 1;
        }
        assert_eq!(reached.len(), spots.len());
    }
}
